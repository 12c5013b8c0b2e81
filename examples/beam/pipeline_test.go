package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/ptest"
	"github.com/google/go-cmp/cmp"

	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/screen"
	"github.com/partyscreen/partyscreen/screen/evidence"
)

func TestMain(m *testing.M) {
	registerFaulty()
	ptest.Main(m)
}

// shards writes files of suppliers: parties that come again within and across
// shards, other columns and encodings, and rows with whatever can be wrong.
func shards(t *testing.T) (folder string, paths []string) {
	t.Helper()
	folder = t.TempDir()
	for i, text := range []string{
		"id,name,country\nV1,Hikvision,CN\nV2,Siemens AG,DE\nV3,Hikvision,CN\nV4,Ltd.,DE\n",
		"name;Vendor ID\nSiemens AG;V5\n\"Dahua Technology\nABB;V7\nHikvi\xff sion;V8\n;\n",
		"供应商名称\n浙江大华技术股份有限公司\n\n海康威视,杭州\n",
		"id,name,country\nV9,Hikvision,CN\nV10\n",
	} {
		path := filepath.Join(folder, fmt.Sprintf("vendors-%d.csv", i))
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	return folder, paths
}

// runPipeline runs it over all shards and returns the folder of its output.
func runPipeline(t *testing.T, folder string) (output string, status int) {
	t.Helper()
	output = filepath.Join(t.TempDir(), "out")
	if err := os.Mkdir(output, 0o700); err != nil {
		t.Fatal(err)
	}
	set := settings{input: filepath.Join(folder, "*.csv"), output: output, staging: output, evidence: true}
	set.options.Match, set.options.Review = screen.DefaultMatch, screen.DefaultReview
	status, err := run(context.Background(), set)
	if err != nil {
		t.Fatal(err)
	}
	return output, status
}

// The alerts and what was not screened are, shard by shard, the lines that the
// program suppliers writes for the same file.
func TestEqualsTheProgram(t *testing.T) {
	folder, paths := shards(t)
	output, status := runPipeline(t, folder)
	if status != statusIncomplete {
		t.Errorf("exit status %d, want %d: a row could not be screened", status, statusIncomplete)
	}
	program := filepath.Join(t.TempDir(), "suppliers")
	build := exec.Command("go", "build", "-o", program, ".")
	build.Dir = "../suppliers"
	if text, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	for i, path := range paths {
		var stderr bytes.Buffer
		command := exec.Command(program, "-format", "jsonl", path)
		command.Stderr = &stderr
		all, _ := command.Output() // its status tells of alerts
		for name, outcomes := range map[string][]string{"alerts": {"match", "review"}, "not-screened": {"not_screened"}} {
			var want []string
			for line := range strings.Lines(string(all)) {
				var row struct{ Outcome string }
				if err := json.Unmarshal([]byte(line), &row); err != nil {
					t.Fatal(err)
				}
				if slices.Contains(outcomes, row.Outcome) {
					want = append(want, line)
				}
			}
			got := read(t, output, name, i)
			if got != strings.Join(want, "") {
				t.Errorf("%s of %s:\n%swant\n%s", name, path, got, strings.Join(want, ""))
			}
		}
		for line := range strings.Lines(read(t, output, "bad-rows", i)) {
			var bad badRow
			if err := json.Unmarshal([]byte(line), &bad); err != nil || !strings.Contains(stderr.String(), fmt.Sprintf("row %d: %s", bad.Row, bad.Reason)) {
				t.Errorf("%s: the program does not say %s", path, line)
			}
		}
		if problems := strings.Count(stderr.String(), "\nrow "); problems != strings.Count(read(t, output, "bad-rows", i), "\n") {
			t.Errorf("%s: the program names %d rows:\n%s", path, problems, &stderr)
		}
	}
}

func read(t *testing.T, output, name string, shard int) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(output, fmt.Sprintf("%s-%05d-of-00004.jsonl", name, shard)))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// The evidence of each shard is a chain with all its rows in their order.
func TestEvidence(t *testing.T) {
	folder, _ := shards(t)
	output, _ := runPipeline(t, folder)
	for i, rows := range [][]int{{2, 3, 4, 5}, {2, 3, 4, 5}, {2, 4}, {2, 3}} {
		var got []int
		for v, err := range evidence.Verify(strings.NewReader(read(t, output, "evidence", i)), lists.Embedded()) {
			if err != nil || v.State != evidence.Reproduced {
				t.Fatalf("shard %d, line %d: %s: %v %v", i, v.Line, v.State, v.Why, err)
			}
			got = append(got, v.Record.Row)
		}
		if !slices.Equal(got, rows) {
			t.Errorf("shard %d: evidence of the rows %v, want %v", i, got, rows)
		}
	}
}

// A job that is run again, as after a failure of everything, writes the same bytes.
func TestRunsAgain(t *testing.T) {
	folder, _ := shards(t)
	output := t.TempDir()
	set := settings{input: filepath.Join(folder, "*.csv"), output: output, staging: output, evidence: true}
	ctx := context.Background()
	found, err := findShards(ctx, []string{set.input})
	if err != nil {
		t.Fatal(err)
	}
	job, err := newJob(ctx, lists.Embedded(), set)
	if err != nil {
		t.Fatal(err)
	}
	var before map[string]string
	for range 2 {
		p := beam.NewPipeline()
		job.build(p.Root(), found)
		if err := ptest.Run(p); err != nil {
			t.Fatal(err)
		}
		got := make(map[string]string)
		for i := range found {
			for _, name := range outputNames {
				got[fmt.Sprint(name, i)] = read(t, output, name, i)
			}
		}
		if diff := cmp.Diff(before, got); before != nil && diff != "" {
			t.Errorf("run again it writes otherwise:\n%s", diff)
		}
		before = got
	}
}

// What no worker could do is said before the job is run.
func TestRefused(t *testing.T) {
	folder, _ := shards(t)
	all := filepath.Join(folder, "*.csv")
	for _, test := range []struct {
		set          settings
		says, reason string
	}{
		{settings{input: all, options: screen.Options{Match: 7}}, "Match", "a threshold that no score reaches"},
		{settings{input: filepath.Join(folder, "*.tsv")}, "there is no such file", "a pattern without a file"},
		{settings{input: all, lists: []string{filepath.Join(folder, "vendors-0.csv")}}, "-list", "a file that is no list"},
		{settings{input: all, lists: []string{"gone.csv"}}, "-list gone.csv", "a list that is not there"},
	} {
		test.set.output = t.TempDir()
		test.set.staging = test.set.output
		if _, err := run(context.Background(), test.set); err == nil || !strings.Contains(err.Error(), test.says) || strings.Contains(err.Error(), "DoFn") {
			t.Errorf("%s: error %v", test.reason, err)
		}
	}
}

// A worker that reads another list than the job was made with does not screen.
func TestListIsChecked(t *testing.T) {
	folder := t.TempDir()
	path, err := stage(context.Background(), lists.Embedded(), folder)
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, bytes.Replace(text, []byte("Hikvision"), []byte("Hikvisiom"), 1), 0o600); err != nil {
		t.Fatal(err)
	}
	s := screening{List: path, Digest: lists.Embedded().Digest(), Match: .85, Review: .5}
	if _, err := s.screener(context.Background()); err == nil || !strings.Contains(err.Error(), "stage the list again") {
		t.Errorf("error %v", err)
	}
}
