package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestVerify(t *testing.T) {
	dir := t.TempDir()
	path, decisions := filepath.Join(dir, "evidence.jsonl"), filepath.Join(dir, "decisions.jsonl")
	file := file(t, "s.csv", vendors+"V3,Hikvision \xff,CN\nV4\n")
	call(t, "", "-decisions", decisions, "-decide", "2:hikvision", "-author", "A", "-reason", "B", "-verdict", "not-the-same-party", file)
	var anchor string
	for range 2 { // the second run goes on with the chain
		_, _, stderr := call(t, "", "-evidence", path, "-decisions", decisions, file)
		_, after, ok := strings.Cut(stderr, "elsewhere: ")
		if anchor = strings.TrimSpace(after); !ok || len(anchor) != 64 {
			t.Fatalf("no hash to keep:\n%s", stderr)
		}
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	cut := string(whole[:strings.LastIndex(strings.TrimSpace(string(whole)), "\n")+1])
	for _, test := range []struct {
		text, anchor string
		status       int
		says, reason string
	}{
		{string(whole), anchor, statusNoAlert, "8 records: 8 reproduced, 0 differ, 0 tampered", "as written, decisions included"},
		{cut, "", statusNoAlert, "7 records: 7 reproduced", "an end that was cut off does not show by itself"},
		{cut, anchor, statusIncomplete, "no record of the file has that hash", "but with the hash that was kept"},
		{strings.Replace(string(whole), "Siemens", "Zyemens", 1), anchor, statusIncomplete, `row 3, "Zyemens AG": tampered`, "another supplier"},
		{"", "", statusIncomplete, "the file is empty", "an empty file proves nothing"},
	} {
		if err := os.WriteFile(path, []byte(test.text), 0o600); err != nil {
			t.Fatal(err)
		}
		args := []string{"-verify", path}
		if test.anchor != "" {
			args = append(args, "-anchor", test.anchor)
		}
		status, stdout, stderr := call(t, "", args...)
		if status != test.status || !strings.Contains(stdout+stderr, test.says) {
			t.Errorf("%s: exit status %d, want %d and %q:\n%s%s", test.reason, status, test.status, test.says, stdout, stderr)
		}
	}
}

// A run that was interrupted anywhere and resumed gives the output of one that was
// not.
func TestResume(t *testing.T) {
	in := file(t, "s.csv", "id,name\n1,Hikvision\n2,\"Siemens\r\nAG\"\n3,=1+1\n\n5,Dahua Technology\n6\n7,ABB\n")
	for _, format := range []string{"csv", "jsonl"} {
		dir := t.TempDir()
		whole := filepath.Join(dir, "whole")
		args := []string{"-format", format, "-output", whole, in}
		if format == "csv" {
			args = append(args, "-bom")
		}
		wantStatus, _, _ := call(t, "", args...)
		want, err := os.ReadFile(whole)
		if err != nil {
			t.Fatal(err)
		}
		for size := range len(want) + 1 {
			if near := want[max(0, size-2):min(len(want), size+2)]; size%97 != 0 && !bytes.Contains(near, []byte("\n")) {
				continue // every place shows little more than some, and those around line ends
			}
			if err := os.WriteFile(whole, want[:size], 0o600); err != nil {
				t.Fatal(err)
			}
			status, _, stderr := call(t, "", append(args, "-resume")...)
			got, err := os.ReadFile(whole)
			if err != nil {
				t.Fatal(err)
			}
			if strings.Contains(stderr, "its columns are not those") && size < strings.Index(string(want), "\n") {
				continue // cut off in the header
			}
			if diff := cmp.Diff(string(want), string(got)); diff != "" || status != wantStatus {
				t.Fatalf("%s after %d of %d bytes: exit status %d, want %d (-want +got):\n%s%s", format, size, len(want), status, wantStatus, diff, stderr)
			}
		}
	}
}

// Rows that the evidence lacks, because the run died between the two, are screened
// again.
func TestResumeWithEvidence(t *testing.T) {
	in := file(t, "s.csv", vendors+"V3,ABB,CH\n")
	dir := t.TempDir()
	out, proof := filepath.Join(dir, "out"), filepath.Join(dir, "proof")
	args := []string{"-format", "jsonl", "-output", out, "-evidence", proof, "-resume", in}
	call(t, "", args...)
	want, _ := os.ReadFile(out)
	evidence, _ := os.ReadFile(proof)
	first, _, _ := strings.Cut(string(evidence), "\n")
	if err := os.WriteFile(proof, []byte(first+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	call(t, "", args...)
	got, _ := os.ReadFile(out)
	if string(got) != string(want) {
		t.Errorf("the output differs:\n%s\nwant:\n%s", got, want)
	}
	if _, stdout, _ := call(t, "", "-verify", proof); !strings.Contains(stdout, "3 records: 3 reproduced") {
		t.Errorf("the evidence: %s", stdout)
	}
}

func TestResumeRefuses(t *testing.T) {
	in := file(t, "s.csv", vendors)
	for _, test := range []struct {
		args   []string
		says   string
		reason string
	}{
		{[]string{"-match", "0.9"}, "begin anew, without -resume", "other options"},
		{[]string{"-column", "id"}, "is it another file", "another column of names"},
	} {
		out := filepath.Join(t.TempDir(), "out")
		args := []string{"-format", "jsonl", "-output", out, in}
		call(t, "", args...)
		before, _ := os.ReadFile(out)
		status, _, stderr := call(t, "", append(append(args, "-resume"), test.args...)...)
		if after, _ := os.ReadFile(out); status != statusIncomplete || !strings.Contains(stderr, test.says) || string(after) != string(before) {
			t.Errorf("%s: exit status %d, output changed: %v\n%s", test.reason, status, string(after) != string(before), stderr)
		}
	}
	if status, _, stderr := call(t, "", "-resume", in); status != statusIncomplete || !strings.Contains(stderr, "-output of -format csv or jsonl") {
		t.Errorf("a table was resumed: exit status %d\n%s", status, stderr)
	}
}
