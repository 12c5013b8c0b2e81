package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const vendors = "id,name,country\nV1,Hikvision Italy,IT\nV2,Siemens AG,DE\n"

func TestDecide(t *testing.T) {
	file := file(t, "s.csv", vendors)
	path := filepath.Join(t.TempDir(), "decisions.jsonl")
	decide := []string{"-decisions", path, "-author", "A. Reviewer", "-reason", "seen the register", "-verdict", "not-the-same-party"}
	for _, test := range []struct {
		args   []string
		status int
		says   string
		reason string
	}{
		{append(decide, "-decide", "2:hikvision", file), statusNoAlert, `"Hikvision Italy" is hikvision (Hikvision): not the same party, decided by A. Reviewer`, "a hit"},
		{append(decide, "-decide", "2:hikvision", file), statusNoAlert, "not the same party", "once more, though it is set aside by now"},
		{append(decide, "-decide", "2:dahua", file), statusIncomplete, `no hit with "dahua"; its hits are hikvision`, "another entity"},
		{append(decide, "-decide", "3:dahua", file), statusIncomplete, "it has no hit", "a row without hits"},
		{append(decide, "-decide", "9:dahua", file), statusIncomplete, "has no supplier in row 9", "no such row"},
		{append(decide, "-decide", "hikvision", file), statusIncomplete, "ROW:ENTITY", "no row"},
		{append(decide, "-decide", "2:hikvision", "-verdict", "ok", file), statusIncomplete, "not-the-same-party, confirmed or withdrawn", "no verdict"},
		{append(decide, "-decide", "2:hikvision", "-reason", "", file), statusIncomplete, "reason is missing", "no reason"},
		{append(decide, "-decide", "2:hikvision", "-expires", "2020-01-01", file), statusIncomplete, "is not after date", "expired already"},
		{[]string{"-decide", "2:hikvision", file}, statusIncomplete, "-decisions FILE", "nowhere to write to"},
		{[]string{"-author", "A", file}, statusIncomplete, "go with -decide", "an author of nothing"},
		{[]string{"-decisions", path + "x", file}, statusIncomplete, "-decisions", "a file that is not there clears nobody"},
	} {
		status, stdout, stderr := call(t, "", test.args...)
		if status != test.status || !strings.Contains(stdout+stderr, test.says) {
			t.Errorf("%s: exit status %d, want %d and %q:\n%s%s", test.reason, status, test.status, test.says, stdout, stderr)
		}
	}
	if text, _ := os.ReadFile(path); strings.Count(string(text), "\n") != 2 {
		t.Errorf("the file of decisions has not two lines:\n%s", text)
	}
	status, stdout, _ := call(t, "", "-decisions", path, "-format", "csv", file)
	if status != statusNoAlert || !strings.Contains(stdout, "hikvision (not the same party, decided by A. Reviewer") {
		t.Errorf("exit status %d; what is set aside is not in the output:\n%s", status, stdout)
	}
}

// A line that somebody's editor left without its end stays a line.
func TestDecideAfterLostLineEnd(t *testing.T) {
	file, path := file(t, "s.csv", vendors), filepath.Join(t.TempDir(), "decisions.jsonl")
	for range 2 {
		if status, _, stderr := call(t, "", "-decisions", path, "-decide", "2:hikvision", "-author", "A", "-reason", "B", "-verdict", "confirmed", file); status != statusNoAlert {
			t.Fatal(stderr)
		}
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(strings.TrimSuffix(string(text), "\n")), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if status, _, stderr := call(t, "", "-decisions", path, file); status != statusAlerts {
		t.Errorf("exit status %d:\n%s", status, stderr)
	}
}
