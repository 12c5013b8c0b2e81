package screen_test

import (
	"encoding/csv"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/screen"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// labelled is one row of a labelled file.
type labelled struct {
	query, listed    string // listed only in files of pairs
	expect, entity   string
	kind, category   string
	file             string
	outcome          screen.Outcome
	score            float64
	first            string // the entity of the first hit
	alerted, correct bool
}

// readLabelled reads a file with the columns of the shared labelled files:
// query,expect,entity,category,note or name1,name2,kind,label,category,note.
func readLabelled(t testing.TB, path string) []labelled {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	column := func(row []string, name string) string {
		if i := slices.Index(rows[0], name); i >= 0 {
			return row[i]
		}
		return ""
	}
	var out []labelled
	for _, row := range rows[1:] {
		out = append(out, labelled{
			query: column(row, "query") + column(row, "name1"), listed: column(row, "name2"),
			expect: column(row, "expect") + column(row, "label"), entity: column(row, "entity"),
			kind: column(row, "kind"), category: column(row, "category"), file: filepath.Base(path),
		})
	}
	return out
}

var kinds = map[string]lists.Kind{"org": lists.Organization, "person": lists.Individual, "vessel": lists.Vessel}

// screenLabelled fills in what the library says.
func screenLabelled(s *screen.Screener, rows []labelled) {
	for i := range rows {
		r := &rows[i]
		if r.listed != "" {
			c := screen.Compare(r.query, r.listed, kinds[r.kind])
			r.outcome, r.score = c.Outcome, c.Score
		} else {
			result := s.Screen(r.query)
			r.outcome = result.Outcome
			if len(result.Hits) > 0 {
				r.first, r.score = result.Hits[0].Entity.ID, result.Hits[0].Score
			} else if len(result.Nearest) > 0 {
				r.first, r.score = result.Nearest[0].Entity.ID, result.Nearest[0].Score
			}
		}
		r.alerted = r.outcome.Alert()
		r.correct = r.alerted == (r.expect != "clear")
	}
}

// report sums up rows: by expectation, by category, and the mistakes.
func report(title string, rows []labelled) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %d rows\n", title, len(rows))
	if rows[0].listed != "" {
		for _, kind := range []string{"org", "person", "vessel"} {
			fmt.Fprintf(&b, "  %-8s %s\n", kind, f1(rows, kind))
		}
	} else {
		for _, expect := range []string{"match", "review", "clear"} {
			n, alerted, first := 0, 0, 0
			for _, r := range rows {
				if r.expect == expect {
					n++
					if r.alerted {
						alerted++
					}
					if r.alerted && r.first == r.entity {
						first++
					}
				}
			}
			fmt.Fprintf(&b, "  %-8s %4d alerted of %4d (%5.1f %%), right entity first %d\n", expect, alerted, n, percent(alerted, n), first)
		}
	}
	b.WriteString(categories(rows))
	return b.String()
}

func f1(rows []labelled, kind string) string {
	var tp, fp, fn int
	for _, r := range rows {
		if r.kind != kind {
			continue
		}
		switch {
		case r.alerted && r.expect == "match":
			tp++
		case r.alerted:
			fp++
		case r.expect == "match":
			fn++
		}
	}
	return fmt.Sprintf("F1 %.3f (found %d, missed %d, false %d)", 2*float64(tp)/float64(max(1, 2*tp+fp+fn)), tp, fn, fp)
}

func categories(rows []labelled) string {
	counts := map[string][2]int{}
	for _, r := range rows {
		k := r.expect + "/" + r.category
		if r.kind != "" {
			k = r.kind + "/" + k
		}
		c := counts[k]
		c[0]++
		if r.correct {
			c[1]++
		}
		counts[k] = c
	}
	var b strings.Builder
	for _, k := range slices.Sorted(maps.Keys(counts)) {
		if c := counts[k]; c[0] != c[1] {
			fmt.Fprintf(&b, "    %-36s %3d right of %3d\n", k, c[1], c[0])
		}
	}
	return b.String()
}

func percent(a, b int) float64 { return 100 * float64(a) / float64(max(1, b)) }

// confusion lists the mistakes, the surest first.
func confusion(rows []labelled) string {
	var wrong []labelled
	for _, r := range rows {
		if !r.correct || r.expect != "clear" && r.entity != "" && r.first != r.entity {
			wrong = append(wrong, r)
		}
	}
	sort.SliceStable(wrong, func(i, j int) bool { return wrong[i].expect+wrong[i].category < wrong[j].expect+wrong[j].category })
	var b strings.Builder
	for _, r := range wrong {
		fmt.Fprintf(&b, "  %s/%s: %q %s → %s %s %.2f\n", r.expect, r.category, r.query, r.listed+r.entity, r.outcome, r.first, r.score)
	}
	return b.String()
}

// TestQuality measures recall and false alerts on labelled names. The
// project's own files must give what the golden summary says; the files of the
// shared folder are only reported, with -v together with every mistake.
//
//	go test -run TestQuality -v ./screen
func TestQuality(t *testing.T) {
	standard, err := screen.New(lists.Embedded(), screen.Options{Nearest: 1})
	if err != nil {
		t.Fatal(err)
	}
	official, err := screen.New(lists.Embedded(), screen.Options{OfficialOnly: true, Nearest: 1})
	if err != nil {
		t.Fatal(err)
	}
	var golden strings.Builder
	own, _ := filepath.Glob("testdata/quality/*.csv")
	shared, _ := filepath.Glob("../../shared/eval/*.csv")
	if len(shared) == 0 {
		t.Log("the shared labelled files are absent: only the project's own are measured")
	}
	for _, path := range append(own, shared...) {
		rows := readLabelled(t, path)
		screenLabelled(standard, rows)
		summary := report(filepath.Base(path), rows)
		if rows[0].listed == "" {
			only := slices.Clone(rows)
			screenLabelled(official, only)
			summary += report(filepath.Base(path)+", official names only", only)
		}
		if slices.Contains(own, path) {
			golden.WriteString(summary)
		}
		t.Logf("%s%s", summary, confusion(rows))
	}
	checkGolden(t, "testdata/quality.golden", golden.String())
}

func checkGolden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("%s differs (-want +got); go test -run %s -update rewrites it:\n%s", path, t.Name(), diff)
	}
}

var all = flag.Bool("all", false, "screen all company names against the Consolidated Screening List, not one in forty")

// TestCompanyNames counts alerts on names of ordinary companies, nearly none
// of which is listed, and prints them.
//
//	go test ./screen -run TestCompanyNames -v -all
func TestCompanyNames(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	names := companyNames(t)
	for _, list := range sharedLists(t) {
		s, err := screen.New(list, screen.Options{})
		if err != nil {
			t.Fatal(err)
		}
		alerts, screened := 0, 0
		var b strings.Builder
		for i, name := range names {
			if list != lists.Embedded() && !*all && i%40 != 0 {
				continue
			}
			screened++
			if r := s.Screen(name); r.Outcome.Alert() {
				alerts++
				h := r.Hits[0]
				fmt.Fprintf(&b, "  %.2f %q → %q %s\n", h.Score, name, h.Name.Text, h.Entity.ID)
			}
		}
		t.Logf("%s: %d alerts on %d names, %.2f per 1,000\n%s", list.ID(), alerts, screened, 1000*float64(alerts)/float64(screened), b.String())
	}
}

// companyNames reads the shared file of company names: name, country, ticker.
func companyNames(t testing.TB) []string {
	t.Helper()
	text, err := os.ReadFile("../../shared/names/companies.tsv")
	if err != nil {
		t.Skip("the shared company names are absent")
	}
	var names []string
	for line := range strings.Lines(string(text)) {
		name, _, _ := strings.Cut(line, "\t")
		names = append(names, name)
	}
	return names
}

// sharedLists returns the embedded list and, where the shared folder has it,
// the Consolidated Screening List.
func sharedLists(t testing.TB) []*lists.List {
	t.Helper()
	out := []*lists.List{lists.Embedded()}
	if csl, err := lists.Open("../../shared/lists/csl-2026-07-31.csv"); err == nil {
		out = append(out, csl)
	} else if !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return out
}
