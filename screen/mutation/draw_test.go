package mutation_test

import (
	"fmt"
	"slices"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/screen/mutation"
)

// seed is that of all figures. Another one gives other mutants, and figures
// that differ by chance.
const seed = 1

// queries writes mutants as lines, so that they can be compared.
func queries(list *lists.List, seed uint64, perKind int) []string {
	var lines []string
	for m := range mutation.Of(list, seed, perKind) {
		lines = append(lines, fmt.Sprintf("%s: %q of %q", m.Kind, m.Query, m.Name.Text))
	}
	return lines
}

// TestOf holds what is promised of every mutant of the 28.
func TestOf(t *testing.T) {
	type drawn struct{ kind, name string }
	seen := make(map[drawn]bool)
	for m := range mutation.Of(lists.Embedded(), seed, 0) {
		switch d := (drawn{m.Kind.Name, m.Name.Text}); {
		case m.Query == m.Name.Text || m.Query == "":
			t.Errorf("%s: %q is no change", m.Kind, m.Query)
		case !utf8.ValidString(m.Query):
			t.Errorf("%s: %q is not valid UTF-8", m.Kind, m.Query)
		case seen[d]:
			t.Errorf("%s: %q is drawn twice", m.Kind, m.Name.Text)
		case !slices.Contains(m.Entity.Names, m.Name):
			t.Errorf("%s: %q is no name of %s", m.Kind, m.Name.Text, m.Entity.ID)
		default:
			seen[d] = true
		}
	}
}

func TestOfIsReproducible(t *testing.T) {
	first := queries(lists.Embedded(), seed, 0)
	if diff := cmp.Diff(first, queries(lists.Embedded(), seed, 0)); diff != "" {
		t.Errorf("the same arguments give other mutants (-first +second):\n%s", diff)
	}
	if slices.Equal(first, queries(lists.Embedded(), seed+1, 0)) {
		t.Error("another seed gives the same mutants")
	}
}

// TestOfKeepsMutants holds that more names a kind, and more names in a list,
// add mutants and change none, so that figures can be compared over time.
func TestOfKeepsMutants(t *testing.T) {
	many := make(map[string]bool)
	for _, line := range queries(lists.Embedded(), seed, 20) {
		many[line] = true
	}
	few := queries(lists.Embedded(), seed, 5)
	for _, line := range few {
		if !many[line] {
			t.Errorf("drawn with 5 a kind, and not with 20: %s", line)
		}
	}
	more, err := lists.NewList("x", "x", lists.Date{}, []lists.Entity{
		{ID: "a", Names: []lists.Name{{Text: "Rosoboronexport Trading LLC"}}},
		{ID: "b", Names: []lists.Name{{Text: "Hangzhou Hikvision Digital Technology Co., Ltd."}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	one, err := lists.NewList("x", "x", lists.Date{}, []lists.Entity{
		{ID: "a", Names: []lists.Name{{Text: "Rosoboronexport Trading LLC"}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	of := queries(more, seed, 0)
	for _, line := range queries(one, seed, 0) {
		if !slices.Contains(of, line) {
			t.Errorf("another name in the list moves %s", line)
		}
	}
}

// TestOfIsEven holds that few names of a kind come from all parts of a list.
func TestOfIsEven(t *testing.T) {
	var entities []lists.Entity
	for i := range 1000 {
		name := fmt.Sprintf("Rocket works %d", i)
		entities = append(entities, lists.Entity{ID: fmt.Sprintf("%03d", i), Names: []lists.Name{{Text: name}}})
	}
	list, err := lists.NewList("x", "x", lists.Date{}, entities)
	if err != nil {
		t.Fatal(err)
	}
	tenths := make(map[string]map[byte]int)
	for m := range mutation.Of(list, seed, 30) {
		if tenths[m.Kind.Name] == nil {
			tenths[m.Kind.Name] = make(map[byte]int)
		}
		tenths[m.Kind.Name][m.Entity.ID[0]]++
	}
	for _, kind := range []string{"letter dropped", "upper case", "c/o before"} {
		for tenth := byte('0'); tenth <= '9'; tenth++ {
			if n := tenths[kind][tenth]; n < 2 || n > 4 {
				t.Errorf("%s: %d of 30 names from the entities %c00 to %c99", kind, n, tenth, tenth)
			}
		}
	}
}

func TestOfStops(t *testing.T) {
	mutants := mutation.Of(lists.Embedded(), seed, 0)
	for range 2 { // a sequence that may be ranged over again
		n := 0
		for range mutants {
			if n++; n == 3 {
				break
			}
		}
		if n != 3 {
			t.Errorf("%d mutants, want 3", n)
		}
	}
}

func BenchmarkOf(b *testing.B) {
	for b.Loop() {
		for range mutation.Of(lists.Embedded(), seed, 0) {
		}
	}
}
