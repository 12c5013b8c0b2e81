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

	"github.com/partyscreen/partyscreen/examples/internal/messy"
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
	set := settings{inputs: []string{filepath.Join(folder, "*.csv")}, output: output, staging: output, evidence: true}
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
	program := buildSuppliers(t)
	for _, test := range []struct {
		files  func(*testing.T) (string, []string)
		reason string
	}{
		{shards, "few rows, each wrong in another way"},
		{messyShards, "files as desks have them"},
	} {
		t.Run(test.reason, func(t *testing.T) {
			folder, paths := test.files(t)
			output, status := runPipeline(t, folder)
			if status != statusIncomplete {
				t.Errorf("exit status %d, want %d: a row could not be screened", status, statusIncomplete)
			}
			for i, path := range paths {
				checkShard(t, program, path, output, i)
			}
		})
	}
}

// messyShards writes messy rows in four encodings, some parties in several of them.
func messyShards(t *testing.T) (folder string, paths []string) {
	t.Helper()
	names, err := messy.ReadNames(os.DirFS("../../screen/testdata/quality"))
	if err != nil {
		t.Fatal(err)
	}
	folder = t.TempDir()
	for i, encoding := range []string{"utf-8 bom", "gb18030", "utf-16le", "xlsx"} {
		rows := messy.Rows(names[:200], 300, uint64(i))
		var b bytes.Buffer
		if encoding == "xlsx" {
			err = messy.WriteWorkbook(&b, rows)
		} else {
			err = messy.WriteText(&b, rows, encoding, ";")
		}
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(folder, fmt.Sprintf("vendors-%d.csv", i))
		if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	return folder, paths
}

// checkShard holds the output of a shard against the program's for its file.
func checkShard(t *testing.T, program, path, output string, shard int) {
	t.Helper()
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
		if diff := cmp.Diff(want, slices.Collect(strings.Lines(read(t, output, name, shard)))); diff != "" {
			t.Errorf("%s of %s:\n%s", name, path, diff)
		}
	}
	bad := read(t, output, "bad-rows", shard)
	for line := range strings.Lines(bad) {
		var b badRow
		if err := json.Unmarshal([]byte(line), &b); err != nil || !strings.Contains(stderr.String(), fmt.Sprintf("row %d: %s", b.Row, b.Reason)) {
			t.Errorf("%s: the program does not say %s", path, line)
		}
	}
	if problems := strings.Count(stderr.String(), "\nrow "); problems != strings.Count(bad, "\n") {
		t.Errorf("%s: the program names %d rows:\n%s", path, problems, &stderr)
	}
}

// buildSuppliers builds the program that the pipeline must equal.
func buildSuppliers(t testing.TB) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "suppliers")
	build := exec.Command("go", "build", "-o", path, ".")
	build.Dir = "../suppliers"
	if text, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return path
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
	set := settings{inputs: []string{filepath.Join(folder, "*.csv")}, output: output, staging: output, evidence: true}
	ctx := context.Background()
	found, err := findShards(ctx, set.inputs)
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
		{settings{inputs: []string{all}, options: screen.Options{Match: 7}}, "Match", "a threshold that no score reaches"},
		{settings{inputs: []string{filepath.Join(folder, "*.tsv")}}, "there is no such file", "a pattern without a file"},
		{settings{inputs: []string{all}, lists: []string{filepath.Join(folder, "vendors-0.csv")}}, "-list", "a file that is no list"},
		{settings{inputs: []string{all}, lists: []string{"gone.csv"}}, "-list gone.csv", "a list that is not there"},
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
