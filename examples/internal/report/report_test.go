package report

import (
	"bytes"
	"context"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/partyscreen/partyscreen/examples/internal/vendorfile"
	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/screen"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// small has a row of each sort.
const small = `id,name,country,note
V1,Hangzhou Hikvison Digital Technology,CN,a typing error
V2,Siemens AG,DE,no match
V3,浙江大華技術股份有限公司,CN,traditional characters
V4,Sensetime Japan K.K.,JP,a branch
V5,,FR,no name
V6,Beijing Public Security Bureau,CN,another place
V7,Dahua Technology,CN,short
V8,"Hikvision, Inc., a ""firm""",US,quotes
`

// hostile has names that want to be more than text.
const hostile = "id,name,country\n" +
	"<b>1</b>,Hikvision <script>alert(1)</script>,CN\n" +
	`"x"" onclick=""alert(1)","Hikvision ""><img src=x onerror=alert(1)>",CN` + "\n" +
	"3,\u202enoisivkiH\u202c Hikvision,CN\n" +
	"4\xff,]]>\ufffe\x01Hikvision\u2028,CN\n" +
	"5,\u202e,CN\n" +
	"6,=HYPERLINK(1) Hikvision,CN\n" +
	"7,Dahua Technology </style></script><!-- {{.}} `${1}`,CN\n"

// run is what a report was made of.
type run struct {
	opts     Options
	findings []Finding
}

// screened screens a file against the 28.
func screened(t *testing.T, content string) run {
	t.Helper()
	day := lists.Date{Year: 2026, Month: 11, Day: 25}
	screener, err := screen.New(lists.Embedded(), screen.Options{Nearest: 3, AsOf: day})
	if err != nil {
		t.Fatal(err)
	}
	in, err := vendorfile.Open("-", strings.NewReader(content), vendorfile.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	r := run{opts: Options{
		Header: in.Header, File: "vendors <2026>.csv",
		Started: time.Date(2026, 11, 25, 9, 30, 0, 0, time.UTC),
		Now:     func() time.Time { return time.Date(2026, 11, 25, 9, 30, 1, 0, time.UTC) },
		Lists:   []*lists.List{lists.Embedded()}, Screening: screener.Options(), Stamp: screener.Stamp(),
	}}
	for row := range in.Rows() {
		r.findings = append(r.findings, NewFinding(row, screener.ScreenParty(row.Party), day))
	}
	if in.Err() != nil {
		t.Fatal(in.Err())
	}
	return r
}

// setAside moves the hits of a row to those that a decision set aside.
func (r *run) setAside(row int) {
	i := slices.IndexFunc(r.findings, func(f Finding) bool { return f.Row.Number == row })
	f := &r.findings[i]
	for _, h := range f.Hits {
		h.Reasons = append(slices.Clone(h.Reasons), "set aside by A. Reviewer on 2026-10-01: another company")
		h.Decision = &screen.Decision{Verdict: screen.NotTheSameParty, Author: "A. Reviewer", Reason: "another company", Date: lists.Date{Year: 2026, Month: 10, Day: 1}}
		f.Aside = append(f.Aside, h)
	}
	f.Hits, f.Result.Hits, f.Outcome, f.Reason = nil, nil, screen.NoMatch, "all hits were set aside"
}

// write writes the findings in a format.
func (r *run) write(t *testing.T, format string, stopped error) []byte {
	t.Helper()
	var b bytes.Buffer
	out, err := New(format, &b, r.opts)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.findings {
		if err := out.Write(f); err != nil {
			t.Fatal(err)
		}
	}
	if err := out.End(stopped); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// golden compares got with a file of testdata.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.WriteFile(path, got, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; go test -update writes it", err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s differs (-want +got); go test -update rewrites it:\n%s", path, diff)
	}
}

// A run that was stopped, and one of no rows, make whole documents that say so.
func TestStopped(t *testing.T) {
	full, empty := screened(t, small), screened(t, small)
	empty.findings = nil
	for _, test := range []struct {
		run    run
		want   string
		reason string
	}{
		{full, "Only the rows up to 9 were screened, those after it were not: context canceled.", "somebody pressed Ctrl-C"},
		{empty, "No row was screened: context canceled.", "before the first row"},
	} {
		for _, format := range []string{"junit", "html"} {
			got := string(test.run.write(t, format, context.Canceled))
			if !strings.Contains(got, test.want) {
				t.Errorf("%s: the document lacks %q: %s\n%s", format, test.want, test.reason, got)
			}
		}
	}
}
