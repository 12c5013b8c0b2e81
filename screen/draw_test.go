package screen_test

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/screen"
)

// drawn is a pair of names on which a property is tried.
type drawn struct {
	query, listed string
	kind          lists.Kind
}

func (d drawn) compare() screen.Comparison { return screen.Compare(d.query, d.listed, d.kind) }

func (d drawn) String() string { return fmt.Sprintf("%q, %q (%s)", d.query, d.listed, d.kind) }

// drawnNames bounds the names taken from each of the large shared files.
const drawnNames = 250

// drawNames returns names with the kind that their list gives: all of the
// embedded list, and a seeded draw of the shared files where they are present.
func drawNames(t testing.TB) []drawn {
	t.Helper()
	var out []drawn
	for e := range lists.Embedded().All() {
		for _, n := range e.Names {
			out = append(out, drawn{n.Text, n.Text, e.Kind})
		}
	}
	r := rand.New(rand.NewPCG(6, 28))
	csl, err := lists.Open("../../shared/lists/csl-2026-07-31.csv")
	if errors.Is(err, fs.ErrNotExist) {
		t.Log("the shared lists are absent: only the project's own names are tried")
		return out
	} else if err != nil {
		t.Fatal(err)
	}
	var listed []drawn
	for e := range csl.All() {
		for _, n := range e.Names {
			listed = append(listed, drawn{n.Text, n.Text, e.Kind})
		}
	}
	companies := companyNames(t)
	for range drawnNames {
		out = append(out, listed[r.IntN(len(listed))])
		name := companies[r.IntN(len(companies))]
		out = append(out, drawn{name, name, lists.Organization})
	}
	return out
}

// drawPairs returns labelled pairs, labelled queries with the names of their
// entity, and names beside themselves, a slip of the pen and their neighbour
// in the alphabet, which often begins with the same words. Without -all it is
// a third of them, drawn with a seed.
func drawPairs(t testing.TB) []drawn {
	t.Helper()
	var out []drawn
	paths, _ := filepath.Glob("testdata/quality/*.csv")
	for _, path := range paths {
		for _, row := range readLabelled(t, path) {
			if row.listed != "" {
				out = append(out, drawn{row.query, row.listed, kinds[row.kind]})
			} else if e := lists.Embedded().ByID(row.entity); e != nil {
				out = append(out, drawn{row.query, e.PrimaryName().Text, e.Kind})
			}
		}
	}
	names := drawNames(t)
	r := rand.New(rand.NewPCG(28, 6))
	slices.SortFunc(names, func(a, b drawn) int { return strings.Compare(a.query, b.query) })
	for i, n := range names {
		out = append(out, n, drawn{slip(r, n.query), n.listed, n.kind})
		if i > 0 {
			out = append(out, drawn{names[i-1].query, n.listed, n.kind})
		}
	}
	if *all {
		return out
	}
	r.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out[:len(out)/3]
}

// compareAll compares each pair once.
func compareAll(pairs []drawn) []screen.Comparison {
	out := make([]screen.Comparison, len(pairs))
	for i, p := range pairs {
		out[i] = p.compare()
	}
	return out
}

// slip makes one typing error.
func slip(r *rand.Rand, name string) string {
	runes := []rune(name)
	if len(runes) < 3 {
		return name
	}
	at := 1 + r.IntN(len(runes)-2)
	switch r.IntN(4) {
	case 0: // a letter too few
		return string(runes[:at]) + string(runes[at+1:])
	case 1: // doubled
		return string(runes[:at+1]) + string(runes[at:])
	case 2: // transposed
		runes[at], runes[at+1] = runes[at+1], runes[at]
		return string(runes)
	}
	runes[at] = rune('a' + r.IntN(26))
	return string(runes)
}

// tally counts the trials of a property: those that it promises something of,
// and the exceptions with how many of them break it.
type tally struct {
	held       int
	exceptions map[string][2]int // tries, broken
	examples   map[string]string // one that is broken
}

func (c *tally) except(why string, broken bool, example string) {
	if c.exceptions == nil {
		c.exceptions, c.examples = make(map[string][2]int), make(map[string]string)
	}
	n := c.exceptions[why]
	n[0]++
	if broken {
		n[1]++
		c.examples[why] = example
	}
	c.exceptions[why] = n
}

func (c *tally) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d trials", c.held)
	for _, why := range slices.Sorted(maps.Keys(c.exceptions)) {
		fmt.Fprintf(&b, "\n  apart from them, %s: %d of %d break it", why, c.exceptions[why][1], c.exceptions[why][0])
		if x := c.examples[why]; x != "" {
			fmt.Fprintf(&b, ", such as %s", x)
		}
	}
	return b.String()
}
