package screen

import (
	"cmp"
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/normalize"
)

var slowest = flag.Duration("slowest", 0, "how long TestSlowestQuery looks for the query that takes longest against the Consolidated Screening List")

// slowestAllowed is what no query may take against that list.
const slowestAllowed = 5 * time.Millisecond

// TestSlowestQuery looks for the query that takes longest, from names of many
// kinds, by changing at random what was slow. A change is kept if it is slower.
// It prints the slowest kinds with what their time goes into. What it finds is
// added to testdata/slowest.txt, where the next search begins.
//
//	go test -run TestSlowestQuery -v -slowest 1m -timeout 1h ./screen
func TestSlowestQuery(t *testing.T) {
	if *slowest == 0 {
		t.Skip("only with -slowest")
	}
	list, err := lists.Open("../../shared/lists/csl-2026-07-31.csv")
	if err != nil {
		t.Log("the shared list is absent: the embedded one is searched")
		list = lists.Embedded()
	}
	s, err := New(list, Options{})
	if err != nil {
		t.Fatal(err)
	}
	c := newClimber(s, list)
	kinds := c.seeds(t)
	best := make(map[string]timed)
	for _, kind := range slices.Sorted(maps.Keys(kinds)) {
		for _, name := range kinds[kind] {
			if q := c.time(name); q.took > best[kind].took {
				best[kind] = q
			}
		}
	}
	tried := 0
	for begin := time.Now(); time.Since(begin) < *slowest; {
		for _, kind := range slices.Sorted(maps.Keys(best)) {
			tried++
			if q := c.time(c.change(best[kind].name)); q.took > best[kind].took {
				best[kind] = c.time(q.name) // once more: it may have been bad luck
			}
		}
	}
	t.Logf("%d changes of names of %d kinds", tried, len(best))
	all := slices.SortedFunc(maps.Keys(best), func(a, b string) int { return cmp.Compare(best[b].took, best[a].took) })
	for _, kind := range all[:min(10, len(all))] {
		t.Logf("%v, %s: %s", best[kind].took, kind, c.describe(best[kind].name))
	}
	if q := best[all[0]]; q.took > slowestAllowed {
		t.Errorf("%.80q takes %v, want at most %v", q.name, q.took, slowestAllowed)
	}
}

// timed is a name and the shortest time in which it was screened.
type timed struct {
	name string
	took time.Duration
}

// climber makes names that take long.
type climber struct {
	mutator
	s      *Screener
	mem    *search
	names  []string // of the list
	words  []string // of the list, the commonest first
	native []string // of them those that are not ASCII
}

func newClimber(s *Screener, list *lists.List) *climber {
	c := &climber{mutator: mutator{rand.New(rand.NewPCG(1, 2))}, s: s, mem: newSearch()}
	count := make(map[string]int)
	for e := range list.All() {
		for _, n := range e.Names {
			c.names = append(c.names, n.Text)
			for _, w := range strings.Fields(n.Text) {
				if w = strings.ToLower(strings.Trim(w, ".,()\"'-")); w != "" {
					count[w]++
				}
			}
		}
	}
	c.words = slices.Sorted(maps.Keys(count))
	slices.SortStableFunc(c.words, func(a, b string) int { return count[b] - count[a] })
	for _, w := range c.words {
		if strings.ContainsFunc(w, func(r rune) bool { return r >= utf8.RuneSelf }) {
			c.native = append(c.native, w)
		}
	}
	return c
}

// word returns a word of the list, a common one as likely as a rare one.
func (c *climber) word() string {
	return c.words[min(len(c.words)-1, int(c.ExpFloat64()*float64(len(c.words))/float64(int(1)<<c.IntN(12))))]
}

// joined returns n of some words.
func (c *climber) joined(n int, word func() string, with string) string {
	var all []string
	for range n {
		all = append(all, word())
	}
	return strings.Join(all, with)
}

var separators = []string{" ", " / ", " (", ") ", " & ", ", ", "-", ".", " a.k.a. ", " c/o ", " fka ", "; ", "'", " - "}

// seeds returns names to begin with, by kind.
func (c *climber) seeds(t *testing.T) map[string][]string {
	const words, each = 64, 30
	from := func(all []string) func() string {
		return func() string { return all[c.IntN(len(all))] }
	}
	common := func(n int) func() string { return from(c.words[:min(n, len(c.words))]) }
	letter := func() string { return string(rune('a' + c.IntN(26))) }
	syllable := from(strings.Fields("zhong guo hua xin ji shu da li wang chen al abd mo ha med shi nan bei jing hai shan gang tian"))
	seeds := map[string][]string{
		"the commonest words in turn": {strings.Join(c.words[:min(words, len(c.words))], " ")},
	}
	found, err := os.ReadFile("testdata/slowest.txt")
	if err != nil {
		t.Fatal(err)
	}
	for i, name := range strings.Split(strings.TrimRight(string(found), "\n"), "\n") {
		seeds[fmt.Sprint("found before, ", i+1)] = []string{name}
	}
	for _, n := range nasty {
		seeds[n.reason] = []string{n.name}
	}
	for range each {
		for kind, name := range map[string]string{
			"commonest words":            c.joined(words, common(64), " "),
			"common words":               c.joined(words, common(1000), " "),
			"words of the list":          c.joined(words, c.word, " "),
			"one word repeated":          strings.Repeat(c.word()+" ", words),
			"two words repeated":         strings.Repeat(c.word()+" "+c.word()+" ", words/2),
			"initials":                   c.joined(words, letter, " "),
			"initials with full stops":   c.joined(words/2, letter, ".") + " " + c.word(),
			"initials and words":         c.joined(words/2, func() string { return letter() + " " + c.word() }, " "),
			"syllables":                  c.joined(words, syllable, " "),
			"syllables in one word":      c.joined(words, syllable, ""),
			"words in one word":          c.joined(words, c.word, ""),
			"common words in one word":   c.joined(words, common(300), ""),
			"long words":                 c.joined(words, func() string { return c.joined(6, c.word, "") }, " "),
			"made-up long words":         c.joined(words, func() string { return c.joined(28, func() string { return letter() + "ae"[:1+c.IntN(2)] }, "") }, " "),
			"words of any script":        c.joined(words, from(c.native), " "),
			"words of any script joined": c.joined(words, from(c.native), ""),
			"scripts mixed":              c.joined(words, func() string { return from(c.native)() + " " + c.word() }, " "),
			"names with separators":      c.joined(words/4, func() string { return c.joined(2, c.word, " ") + from(separators)() }, ""),
			"words with separators":      c.joined(words/2, func() string { return c.word() + from(separators)() }, ""),
			"a name of the list":         c.names[c.IntN(len(c.names))],
			"names of the list":          c.joined(8, from(c.names), " "),
			"names with slashes":         c.joined(8, from(c.names), " / "),
			"a changed name":             c.mutate(c.names[c.IntN(len(c.names))]),
			"short words":                c.joined(words, func() string { return letter() + letter() + letter() }, " "),
			"hyphens":                    c.joined(words, common(1000), "-"),
			"capitals within words":      c.joined(words, func() string { w := c.word(); return strings.ToUpper(w[:1]) + w[1:] }, ""),
			"acronyms":                   strings.ToUpper(c.joined(words, func() string { return letter() + letter() + letter() + letter() }, " ")),
			"numbers":                    c.joined(words, func() string { return fmt.Sprint(c.IntN(1000)) }, " "),
		} {
			seeds[kind] = append(seeds[kind], name)
		}
	}
	return seeds
}

// change returns a name changed. Names of different kinds are not crossed: the
// slowest of one would soon be in all.
func (c *climber) change(name string) string {
	words := strings.Split(name, " ")
	for range 1 + c.IntN(4) {
		at := c.IntN(len(words))
		switch c.IntN(9) {
		case 0, 1: // another word
			words[at] = c.word()
		case 2: // one more
			words = slices.Insert(words, at, c.word())
		case 3: // a word again
			words[at] = words[c.IntN(len(words))]
		case 4: // one less
			if len(words) > 1 {
				words = slices.Delete(words, at, at+1)
			}
		case 5: // two together
			if at+1 < len(words) {
				words[at] += words[at+1]
				words = slices.Delete(words, at+1, at+2)
			}
		case 6: // a separator
			words[at] += separators[c.IntN(len(separators))]
		case 7: // a stretch in another place
			end := at + c.IntN(len(words)-at)
			words = append(words, words[at:end]...)
		case 8: // a slip
			if len(words[at]) > 1 {
				words[at] = c.mutate(words[at])
			}
		}
	}
	name = strings.Join(words, " ")
	return strings.ToValidUTF8(name[:min(len(name), normalize.MaxBytes)], "")
}

// time screens a name some times.
func (c *climber) time(name string) timed {
	return timed{name, shortest(func() { c.s.Screen(name) })}
}

// shortest returns the shortest time that f takes in a few tries.
func shortest(f func()) time.Duration {
	least := time.Hour
	for range 3 {
		begin := time.Now()
		f()
		least = min(least, time.Since(begin).Round(time.Microsecond))
	}
	return least
}

// describe says where the time of a search goes: into reading the name, finding
// what to compare it with, comparing, and explaining hits.
func (c *climber) describe(name string) string {
	var canonical *normalize.Canonical
	reading := shortest(func() { canonical = c.mem.workspace.Name(name) })
	found, words := 0, 0
	finding := shortest(func() {
		found = 0
		for i := range canonical.Readings {
			words = max(words, len(canonical.Readings[i].Tokens))
			c.mem.query.begin(&canonical.Readings[i])
			found += len(c.mem.find(c.s.index))
		}
	})
	searching := shortest(func() {
		clear(c.mem.best)
		c.mem.search(c.s.index, canonical)
	})
	hits := 0
	whole := shortest(func() { hits = len(c.s.Screen(name).Hits) })
	return fmt.Sprintf("%d bytes, %d words, %d readings: read in %v, %d names found in %v, compared in %v, explained in %v (%d hits): %q",
		len(name), words, len(canonical.Readings), reading, found, finding, max(0, searching-finding), max(0, whole-searching-reading), hits, name)
}
