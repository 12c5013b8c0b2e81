package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/width"

	"github.com/partyscreen/partyscreen/examples/internal/report"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// call runs the program and returns what it gave.
func call(t *testing.T, stdin string, args ...string) (status int, stdout, stderr string) {
	t.Helper()
	var out, err bytes.Buffer
	status = run(t.Context(), args, strings.NewReader(stdin), &out, &err)
	return status, out.String(), err.String()
}

// file writes content to a file of its own.
func file(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestGolden(t *testing.T) {
	for _, test := range []struct {
		golden, reason string
		args           []string
	}{
		{"suppliers.table", "the first command of README.md", []string{"suppliers.csv"}},
		{"small.csv", "every row, with its own columns first", []string{"-format", "csv", "testdata/small.csv"}},
		{"small.jsonl", "the shape that README.md documents", []string{"-format", "jsonl", "testdata/small.csv"}},
		{"small-2019-12-31.csv", "the licence requirement of that day, and no listing before it", []string{"-as-of", "2019-12-31", "-format", "csv", "testdata/small.csv"}},
	} {
		t.Run(test.golden, func(t *testing.T) {
			status, stdout, stderr := call(t, "", test.args...)
			got := fmt.Sprintf("%s\n--- stderr\n%s\n--- exit status %d\n", stdout, timeless(stderr), status)
			path := filepath.Join("testdata", test.golden+".golden")
			if *update {
				if err := os.WriteFile(path, []byte(got), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatalf("%v; go test -run TestGolden -update writes it", err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("%s (%s) differs (-want +got); go test -run TestGolden -update rewrites it:\n%s", path, test.reason, diff)
			}
		})
	}
}

// timeless takes out what differs from run to run.
func timeless(stderr string) string {
	return regexp.MustCompile(`in [0-9.]+ s \([0-9]+ rows/s\)`).ReplaceAllString(stderr, "in TIME")
}

func TestStatus(t *testing.T) {
	const header = "name,country\n"
	for _, test := range []struct {
		stdin  string
		args   []string
		want   int
		stderr string // what it must say
		reason string
	}{
		{header + "Siemens AG,DE\n", []string{"-"}, statusNoAlert, "1 no match", "an ordinary supplier"},
		{header + "Hikvision,CN\n", []string{"-"}, statusAlerts, "1 match", "a listed one"},
		{header + "Hikvision,CN\n,DE\n", []string{"-"}, statusIncomplete, "1 not screened", "an alert, but another row has no name"},
		{header + "Hikvision,CN\n", []string{"-", "-match", "1", "-review", "1", "-as-of", "2019-10-08"}, statusNoAlert, "as of 2019-10-08", "the day before the listing; flags after the file"},
		{"", []string{"-h"}, statusNoAlert, "", "help was asked for"},
		{"", nil, statusIncomplete, "one FILE is needed, have 0", "no file"},
		{"", []string{"a", "b"}, statusIncomplete, "one FILE is needed, have 2", "two files"},
		{"", []string{"-nonsense", "-"}, statusIncomplete, "suppliers -h", "an unknown flag"},
		{"", []string{"-format", "xml", "-"}, statusIncomplete, "table, csv, jsonl", "an unknown format"},
		{"", []string{"-bom", "-"}, statusIncomplete, "-format csv", "a byte order mark in a table"},
		{"", []string{"-match", "0.5", "-review", "0.6", "-"}, statusIncomplete, "-review ≤ -match", "thresholds the wrong way round"},
		{"", []string{"-as-of", "yesterday", "-"}, statusIncomplete, "2020-01-31", "not a date"},
		{header, []string{"-list", "nowhere.csv", "-"}, statusIncomplete, "nowhere.csv", "a list that is not there"},
		{header, []string{"-list", "suppliers.csv", "-"}, statusIncomplete, "Vendor ID", "a list that is none"},
		{header, []string{"-list", "embedded", "-list", "embedded", "-"}, statusIncomplete, "twice", "one list twice"},
		{"", []string{"nowhere.csv"}, statusIncomplete, "nowhere.csv", "a file that is not there"},
		{"", []string{"testdata"}, statusIncomplete, "is a directory", "a directory"},
		{"", []string{"-"}, statusIncomplete, "the file is empty", "an empty file"},
		{"\ufeff\r\n,,\r\n", []string{"-"}, statusIncomplete, "the file is empty", "a file of blanks"},
		{header, []string{"-"}, statusIncomplete, "a header but no rows", "a header alone must not look like good news"},
		{"PK\x03\x04", []string{"-"}, statusIncomplete, "the workbook is damaged", "a workbook that is none"},
		{"sku,price\n1,2\n", []string{"-"}, statusIncomplete, `The columns are: "sku", "price"`, "no column of names"},
		{header + "x,y\n", []string{"-column", "Nmae", "-"}, statusIncomplete, `The columns are: "name", "country"`, "a column that is not there"},
		{"name,name\nx,y\n", []string{"-column", "name", "-"}, statusIncomplete, "give the number", "a column that is there twice"},
		{header + "x,y\n", []string{"-encoding", "klingon", "-"}, statusIncomplete, "shift_jis", "an unknown encoding"},
	} {
		t.Run(test.reason, func(t *testing.T) {
			status, stdout, stderr := call(t, test.stdin, test.args...)
			if status != test.want {
				t.Errorf("exit status %d, want %d; stderr:\n%s", status, test.want, stderr)
			}
			if !strings.Contains(stderr, test.stderr) {
				t.Errorf("stderr lacks %q:\n%s", test.stderr, stderr)
			}
			if status == statusIncomplete && test.stdin == "" && stdout != "" {
				t.Errorf("stdout is not empty:\n%s", stdout)
			}
		})
	}
}

func TestHelp(t *testing.T) {
	_, help, _ := call(t, "", "-h")
	for _, want := range []string{"-column", "-list", "-format", "-output", "-match", "-review", "-as-of", "Exit status:", "Examples:"} {
		if !strings.Contains(help, want) {
			t.Errorf("the help lacks %q", want)
		}
	}
	if strings.Contains(help, "%!") {
		t.Errorf("the help has a formatting error:\n%s", help)
	}
}

// outcomes returns the row number and outcome of each line of JSON.
func outcomes(t *testing.T, jsonl string) string {
	t.Helper()
	var got []string
	for line := range strings.Lines(jsonl) {
		var r struct {
			Row     int
			Outcome string
		}
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			t.Fatalf("line %q: %v", line, err)
		}
		got = append(got, fmt.Sprint(r.Row, " ", r.Outcome))
	}
	return strings.Join(got, ", ")
}

// Whatever is wrong with a file, no row is lost, and the others are screened.
func TestDamagedRows(t *testing.T) {
	for _, test := range []struct {
		file   string
		want   string
		status int
		stderr string
		reason string
	}{
		{"name,country\nHikvision\nSiemens AG,DE\n", "2 match, 3 no_match", statusAlerts, "row 2: 1 cells, the header has 2", "a short row is screened by what it has"},
		{"id,name\n1,Hikvision,CN,x\n2,Siemens AG\n", "2 match, 3 no_match", statusAlerts, "row 2: 4 cells", "a long row too"},
		{"id,name,country\n1,Hangzhou Hikvision, Digital Technology,CN\n", "2 match", statusAlerts, "inside a name without quotes", "an unquoted comma has cut the name"},
		{"id,country,name\n1,CN\n2,DE,Siemens AG\n", "2 not_screened, 3 no_match", statusIncomplete, "row 2", "a short row without a name is listed, not lost"},
		{"id,name\n1,Hikvision\n2,\"Siemens AG\n3,Megvii\n4,ABB\n", "2 match, 3 not_screened, 4 match, 5 no_match", statusIncomplete, "row 3: the quote that opens cell 2 is never closed", "an open quote damages one row, those before and after are screened"},
		{"id,name\n1,\"Hikvision\n2,\"Siemens AG\"\n3,\"ABB\"\n", "2 match, 3 no_match, 4 no_match", statusAlerts, "row 2", "a later cell's quote does not close it; what is legible alerts"},
		{"id,name\n1,\"Siemens\nAG\"\n2,Hikvision\n", "2 no_match, 3 match", statusAlerts, "", "a name on two lines is one row"},
		{"id,name\n1,The \"Best\" Company\n2,\"The \"Best\" Company\"\n", "2 no_match, 3 no_match", statusNoAlert, "", "quotes inside a name"},
		{"id,name\n1,Siemens AG\n,\n\n5,Hikvision\n", "2 no_match, 5 match", statusAlerts, "blank rows: 2", "blank rows count as a spreadsheet counts"},
		{"id;name;amount\n1;Foo, Bar & Co;1,50\n2;Hikvision;2,50\n", "2 no_match, 3 match", statusAlerts, "semicolons", "semicolons"},
		{"id\tname\n1\tHikvision\n", "2 match", statusAlerts, "tabs", "tabs"},
		{"id|name\n1|Hikvision\n", "2 match", statusAlerts, "separated by |", "pipes"},
		{"sep=|\nid|name\n1|Hikvision\n", "2 match", statusAlerts, "separated by |", "a spreadsheet's hint is no row"},
		{"name\nHangzhou Hikvision Digital Technology Co., Ltd.\n", "2 match", statusAlerts, "one column", "a comma of the name separates nothing in a single column"},
		{"id,name\r1,Hikvision\r2,ABB\r", "2 match, 3 no_match", statusAlerts, "", "old line ends"},
		{"id,name\r\n1,Hikvision\r\n", "2 match", statusAlerts, "", "Windows line ends"},
		{"\ufeffname,country\nHikvision,CN", "2 match", statusAlerts, "", "byte order mark, and no line end at the end"},
		{"name\nHikvision \xff\n中国移动通信\n", "2 match, 3 no_match", statusAlerts, "utf-8", "an invalid byte in a cell"},
		{"name\nHikvi\x00sion\n", "2 match", statusAlerts, "", "NUL in a cell"},
	} {
		t.Run(test.reason, func(t *testing.T) {
			status, stdout, stderr := call(t, "", "-format", "jsonl", file(t, "s.csv", test.file))
			if got := outcomes(t, stdout); got != test.want {
				t.Errorf("got %s\nwant %s\nstderr:\n%s", got, test.want, stderr)
			}
			if status != test.status {
				t.Errorf("exit status %d, want %d", status, test.status)
			}
			if !strings.Contains(stderr, test.stderr) {
				t.Errorf("stderr lacks %q:\n%s", test.stderr, stderr)
			}
		})
	}
}

func TestNames(t *testing.T) {
	for _, test := range []struct {
		file, args, want, reason string
	}{
		{"Hikvision,CN\nABB,SE\n", "-no-header", "1 match, 2 no_match", "the first row is a supplier"},
		{"1,Hikvision\n2,ABB\n", "-no-header -column 2", "1 match, 2 no_match", "and the name is not in the first column"},
		{"name,agent\nABB,Hikvision\n", "-column name -column AGENT", "2 match", "every column asked for is screened"},
		{"name,agent\nABB,Hikvision\n", "", "2 no_match", "and no other"},
		{"name,trading name\nABB,Hikvision\n", "", "2 match", "a trading name is a name"},
		{"name 1,name 2\nHangzhou Hik,vision Digital Technology\n", "", "2 match", "a name over two columns"},
		{"vendor,name\n4711,Hikvision\n", "", "2 match", "a column named vendor may hold numbers"},
		{"供应商编号,供应商名称\n1,海康威视\n", "", "2 match", "a Chinese header"},
		{"Код,Наименование поставщика\n1,Hikvision\n", "", "2 match", "a Russian header"},
		{"Lieferanten-Nr.;Firma\n1;Hikvision\n", "", "2 match", "a German header"},
	} {
		t.Run(test.reason, func(t *testing.T) {
			args := append([]string{"-format", "jsonl"}, strings.Fields(test.args)...)
			_, stdout, stderr := call(t, "", append(args, file(t, "s.csv", test.file))...)
			if got := outcomes(t, stdout); got != test.want {
				t.Errorf("got %s\nwant %s\nstderr:\n%s", got, test.want, stderr)
			}
		})
	}
}

// The output has each row of the input as it stood, whatever stands in it.
func TestOutputKeepsInput(t *testing.T) {
	in, err := os.ReadFile("suppliers.csv")
	if err != nil {
		t.Fatal(err)
	}
	want, err := csv.NewReader(bytes.NewReader(in)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "out.csv")
	if status, stdout, stderr := call(t, string(in), "-format", "csv", "-output", path, "-"); status != statusAlerts || stdout != "" {
		t.Fatalf("exit status %d, stdout %q, stderr:\n%s", status, stdout, stderr)
	}
	out, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(out)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var got [][]string
	for _, row := range rows {
		got = append(got, row[:len(want[0])])
		for i, cell := range row {
			row[i] = strings.TrimPrefix(cell, "'")
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("input columns changed (-want +got):\n%s", diff)
	}
}

func TestOutputIsNotInput(t *testing.T) {
	path := file(t, "s.csv", "name\nHikvision\n")
	status, _, stderr := call(t, "", "-output", path, path)
	if content, _ := os.ReadFile(path); status != statusIncomplete || string(content) != "name\nHikvision\n" {
		t.Errorf("exit status %d, the file is now %q; stderr:\n%s", status, content, stderr)
	}
}

// endless is a file of suppliers that never ends; after some reads somebody
// presses Ctrl-C.
type endless struct {
	reads  int
	cancel context.CancelFunc
}

func (e *endless) Read(p []byte) (int, error) {
	if e.reads++; e.reads == 1000 {
		e.cancel()
	}
	return copy(p, strings.Repeat("Siemens AG\n", 10)), nil
}

func TestInterrupt(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	var stdout, stderr bytes.Buffer
	in := io.MultiReader(strings.NewReader("name\n"), &endless{cancel: cancel})
	if status := run(ctx, []string{"-format", "jsonl", "-"}, in, &stdout, &stderr); status != statusIncomplete {
		t.Errorf("exit status %d, want %d", status, statusIncomplete)
	}
	if !strings.Contains(stderr.String(), "interrupted: the output is complete up to row") {
		t.Errorf("stderr does not say so:\n%s", &stderr)
	}
	outcomes(t, stdout.String()) // fails on half a line
}

// failing is a disk that is full, or a pipe that is closed.
type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

func TestOutputFails(t *testing.T) {
	for _, format := range report.Formats() {
		var stderr bytes.Buffer
		status := run(t.Context(), []string{"-format", format, "suppliers.csv"}, nil, failing{}, &stderr)
		if status != statusIncomplete || !strings.Contains(stderr.String(), io.ErrShortWrite.Error()) {
			t.Errorf("-format %s: exit status %d, stderr:\n%s", format, status, &stderr)
		}
	}
}

// The table stays within its width, so that no terminal breaks its lines.
func TestTableWidth(t *testing.T) {
	_, table, _ := call(t, "", "suppliers.csv")
	for line := range strings.Lines(table) {
		if n := columnsOf(line); n > 110 {
			t.Errorf("%d columns: %s", n, line)
		}
	}
}

// columnsOf returns how many columns of a terminal a line takes.
func columnsOf(line string) int {
	n := 0
	for _, r := range strings.TrimSuffix(line, "\n") {
		switch k := width.LookupRune(r).Kind(); {
		case k == width.EastAsianWide || k == width.EastAsianFullwidth:
			n += 2
		case !unicode.In(r, unicode.Mn, unicode.Me):
			n++
		}
	}
	return n
}

func TestMark(t *testing.T) {
	path := file(t, "s.csv", "name\nABB\n")
	for _, test := range []struct {
		args []string
		want bool
	}{{nil, false}, {[]string{"-bom"}, true}} {
		_, out, _ := call(t, "", append(test.args, "-format", "csv", path)...)
		if got := strings.HasPrefix(out, "\ufeffname"); got != test.want {
			t.Errorf("%v: the output begins %.20q", test.args, out)
		}
	}
}

// Headers that the output adds do not hide those of the input.
func TestHeaderCollision(t *testing.T) {
	_, out, _ := call(t, "", "-format", "csv", file(t, "s.csv", "name,score,reason\nABB,7,x\n"))
	header, _, _ := strings.Cut(out, "\n")
	if want := "name,score,reason,row,outcome,screening_score,entity,matched_name,screening_reason,"; !strings.HasPrefix(header, want) {
		t.Errorf("header %s, want %s…", header, want)
	}
}
