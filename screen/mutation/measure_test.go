package mutation_test

import (
	"runtime"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/screen"
	"github.com/partyscreen/partyscreen/screen/mutation"
)

// TestMeasure counts mutants made by hand.
func TestMeasure(t *testing.T) {
	list, err := lists.NewList("x", "x", lists.Date{}, []lists.Entity{
		{ID: "a", Names: []lists.Name{{Text: "Novgorod Rocket Works"}}},
		{ID: "b", Names: []lists.Name{{Text: "NOVGOROD ROCKET WORKS"}}}, // the same party on another list
		{ID: "c", Names: []lists.Name{{Text: "Hikvision"}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		query, entity      string
		opts               screen.Options
		made, found, first int
		reason             string
	}{
		{"Hikvison", "c", screen.Options{}, 1, 1, 1, "alone"},
		{"Siemens", "c", screen.Options{}, 1, 0, 0, "no alert"},
		{"Novgorod Rocket Works", "c", screen.Options{}, 1, 0, 0, "an alert on somebody else"},
		{"Novgorod Rocket Works", "b", screen.Options{}, 1, 1, 1, "a tie"},
		{"Novgorod Rocket Works", "b", screen.Options{MaxHits: 1}, 1, 1, 1, "only the namesake is shown"},
		{"Novgorod Rocket Works / Hikvison", "c", screen.Options{}, 1, 1, 0, "another entity has the better score"},
		{"Novgorod Rocket Works / Hikvison", "c", screen.Options{MaxHits: 1}, 1, 0, 0, "another entity takes its place"},
		{"", "c", screen.Options{}, 1, 0, 0, "nothing to screen"},
	} {
		s, err := screen.New(list, tt.opts)
		if err != nil {
			t.Fatal(err)
		}
		e := list.ByID(tt.entity)
		kind := mutation.Kind{Group: "own", Name: "by hand"}
		report := mutation.Measure(s, slices.Values([]mutation.Mutant{{Kind: kind, Entity: e, Name: e.PrimaryName(), Query: tt.query}}))
		if len(report.Rows) != 1 {
			t.Fatalf("%d rows, want 1", len(report.Rows))
		}
		r := report.Rows[0]
		if r.Made != tt.made || r.Found != tt.found || r.First != tt.first || len(r.Missed) != tt.made-tt.found {
			t.Errorf("%s: %q of %s: made %d, found %d, first %d, missed %d", tt.reason, tt.query, tt.entity, r.Made, r.Found, r.First, len(r.Missed))
		}
	}
}

// TestMeasureIsDeterministic holds that the number of cores changes nothing.
func TestMeasureIsDeterministic(t *testing.T) {
	s, err := screen.New(lists.Embedded(), screen.Options{})
	if err != nil {
		t.Fatal(err)
	}
	mutants := mutation.Of(lists.Embedded(), seed, 3)
	want := mutation.Measure(s, mutants).String()
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	if diff := cmp.Diff(want, mutation.Measure(s, mutants).String()); diff != "" {
		t.Errorf("one core gives another report (-all +one):\n%s", diff)
	}
}
