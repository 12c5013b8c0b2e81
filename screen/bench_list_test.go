package screen_test

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/screen"
	"github.com/partyscreen/partyscreen/screen/mutation"
)

// benchmarkList is a list to measure, loaded and indexed when first asked for,
// and once a run: building is what most of a benchmark would measure otherwise.
type benchmarkList struct {
	name     string
	large    bool // left out with -short
	load     func(testing.TB) *lists.List
	loaded   *lists.List
	screened *screen.Screener
}

// benchmarkLists are the embedded 28, the Consolidated Screening List where the
// shared folder has it or else one of its shape, and one of a million names,
// which is some 17 times the other.
var benchmarkLists = []*benchmarkList{
	{name: "28", load: func(testing.TB) *lists.List { return lists.Embedded() }},
	{name: "csl", load: cslOrSynthetic},
	{name: "million", large: true, load: func(tb testing.TB) *lists.List { return synthetic(tb, 1_000_000) }},
}

func (l *benchmarkList) skipIfLarge(b *testing.B) {
	if l.large && testing.Short() {
		b.Skip("a list of that size is not for -short")
	}
}

func (l *benchmarkList) list(tb testing.TB) *lists.List {
	if l.loaded == nil {
		l.loaded = l.load(tb)
	}
	return l.loaded
}

func (l *benchmarkList) screener(tb testing.TB) *screen.Screener {
	if l.screened == nil {
		s, err := screen.New(l.list(tb), screen.Options{})
		if err != nil {
			tb.Fatal(err)
		}
		l.screened = s
	}
	return l.screened
}

func cslOrSynthetic(tb testing.TB) *lists.List {
	csl, err := lists.Open("../../shared/lists/csl-2026-07-31.csv")
	if errors.Is(err, fs.ErrNotExist) {
		return synthetic(tb, 57_000)
	}
	if err != nil {
		tb.Fatal(err)
	}
	return csl
}

// synthetic recombines the words of real names into names of the same lengths,
// so that word frequencies are multiplied as a list of that size would have
// them. It draws by seed.
func synthetic(tb testing.TB, names int) *lists.List {
	tb.Helper()
	entities := make([]lists.Entity, 0, names)
	for text := range recombined(seedNames(), 7) {
		entities = append(entities, lists.Entity{ID: fmt.Sprint(len(entities)), Names: []lists.Name{{Text: text}}})
		if len(entities) == names {
			break
		}
	}
	l, err := lists.NewList(fmt.Sprintf("synthetic-%d", names), "recombined names", lists.Date{}, entities)
	if err != nil {
		tb.Fatal(err)
	}
	return l
}

// recombined yields names without end of words of other names, by seed.
func recombined(names []string, seed uint64) func(func(string) bool) {
	var words []string
	var lengths []int
	for _, n := range names {
		f := strings.Fields(n)
		words, lengths = append(words, f...), append(lengths, len(f))
	}
	return func(yield func(string) bool) {
		rng := rand.New(rand.NewPCG(seed, 7))
		for {
			picked := make([]string, lengths[rng.IntN(len(lengths))])
			for k := range picked {
				picked[k] = words[rng.IntN(len(words))]
			}
			if !yield(strings.Join(picked, " ")) {
				return
			}
		}
	}
}

// seedNames are the names whose words are recombined: the shared Consolidated
// Screening List, or else made-up words of the same number.
func seedNames() []string {
	csl, err := lists.Open("../../shared/lists/csl-2026-07-31.csv")
	if err == nil {
		return namesOf(csl)
	}
	rng := rand.New(rand.NewPCG(5, 5))
	vocabulary := make([]string, 38_000)
	syllables := strings.Fields("ka to ri mo san del ver bor nik al mar zho yun tek sha dro gaz pet lin bas khar mi no ur vag on")
	for i := range vocabulary {
		for range 2 + rng.IntN(3) {
			vocabulary[i] += syllables[rng.IntN(len(syllables))]
		}
	}
	zipf := rand.NewZipf(rng, 1.1, 8, uint64(len(vocabulary)-1))
	var out []string
	for range 57_000 {
		var words []string
		for range 2 + rng.IntN(4) {
			words = append(words, vocabulary[zipf.Uint64()])
		}
		out = append(out, strings.Join(words, " ")+" Co., Ltd.")
	}
	return out
}

func namesOf(list *lists.List) []string {
	var out []string
	for e := range list.All() {
		for _, n := range e.Names {
			out = append(out, n.Text)
		}
	}
	return out
}

// ordinaryNames returns n different names of suppliers, by seed: of companies
// on stock exchanges where the shared folder has them, or else of the labelled
// ones that are clear, and recombinations of these for as many as are wanted
// beyond.
func ordinaryNames(tb testing.TB, n int) []string {
	var names []string
	if text, err := os.ReadFile("../../shared/names/companies.tsv"); err == nil {
		for line := range strings.Lines(string(text)) {
			name, _, _ := strings.Cut(line, "\t")
			names = append(names, name)
		}
	} else {
		for _, r := range readLabelled(tb, "testdata/quality/entities28-a.csv") {
			if r.expect == "clear" {
				names = append(names, r.query)
			}
		}
	}
	slices.Sort(names)
	names = slices.Compact(names)
	shuffle(names, 3)
	if len(names) < n {
		known := make(map[string]bool)
		for _, name := range names {
			known[name] = true
		}
		for name := range recombined(names, 9) {
			if !known[name] {
				known[name] = true
				names = append(names, name)
			}
			if len(names) == n {
				break
			}
		}
	}
	return names[:n]
}

// renderings returns n queries made of names of a list, by seed: every kind of
// change that package mutation knows, on entities from all over the list.
func renderings(tb testing.TB, list *lists.List, n int) []string {
	all := slices.Collect(list.All())
	step := max(1, len(all)/n)
	var some []lists.Entity
	for i := 0; i < len(all); i += step {
		some = append(some, *all[i])
	}
	part, err := lists.NewList("part", "a part of "+list.ID(), lists.Date{}, some)
	if err != nil {
		tb.Fatal(err)
	}
	perKind := n/len(mutation.Kinds()) + 1
	var queries []string
	for m := range mutation.Of(part, 1, perKind) {
		queries = append(queries, m.Query)
	}
	shuffle(queries, 4)
	return queries[:min(n, len(queries))]
}

func shuffle(texts []string, seed uint64) {
	rng := rand.New(rand.NewPCG(seed, 3))
	rng.Shuffle(len(texts), func(i, j int) { texts[i], texts[j] = texts[j], texts[i] })
}

// commonestWords returns the n words that most names of a list have, the
// commonest first.
func commonestWords(list *lists.List, n int) []string {
	count := make(map[string]int)
	for _, name := range namesOf(list) {
		for _, w := range strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !('a' <= r && r <= 'z') }) {
			count[w]++
		}
	}
	words := slices.Sorted(maps.Keys(count))
	slices.SortStableFunc(words, func(a, b string) int { return count[b] - count[a] })
	return words[:min(n, len(words))]
}
