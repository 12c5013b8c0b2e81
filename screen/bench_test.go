package screen_test

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/xrash/smetrics"

	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/screen"
)

// benchmarkLists are the embedded 28, a list of the shape of the Consolidated
// Screening List (the list itself where the shared folder is there), and, with
// -timeout and memory to spare, one of a million names.
//
//	go test -run '^$' -bench . ./screen
var benchmarkLists = []struct {
	name  string
	names int // 0: as it is
	load  func(testing.TB, int) *lists.List
}{
	{"28", 0, func(testing.TB, int) *lists.List { return lists.Embedded() }},
	{"csl", 57_000, cslOrSynthetic},
	{"million", 1_000_000, synthetic},
}

func cslOrSynthetic(tb testing.TB, names int) *lists.List {
	csl, err := lists.Open("../../shared/lists/csl-2026-07-31.csv")
	if errors.Is(err, fs.ErrNotExist) {
		return synthetic(tb, names)
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
	rng := rand.New(rand.NewPCG(7, 7))
	words, lengths := wordsOf(seedNames(tb))
	entities := make([]lists.Entity, names)
	for i := range entities {
		picked := make([]string, lengths[rng.IntN(len(lengths))])
		for k := range picked {
			picked[k] = words[rng.IntN(len(words))]
		}
		entities[i] = lists.Entity{ID: fmt.Sprint(i), Names: []lists.Name{{Text: strings.Join(picked, " ")}}}
	}
	l, err := lists.NewList(fmt.Sprintf("synthetic-%d", names), "recombined names", lists.Date{}, entities)
	if err != nil {
		tb.Fatal(err)
	}
	return l
}

// seedNames are the names whose words are recombined: the shared Consolidated
// Screening List, or else made-up words of the same number.
func seedNames(tb testing.TB) []string {
	var out []string
	csl, err := lists.Open("../../shared/lists/csl-2026-07-31.csv")
	if err == nil {
		for e := range csl.All() {
			for _, n := range e.Names {
				out = append(out, n.Text)
			}
		}
		return out
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
	for range 57_000 {
		var words []string
		for range 2 + rng.IntN(4) {
			words = append(words, vocabulary[zipf.Uint64()])
		}
		out = append(out, strings.Join(words, " ")+" Co., Ltd.")
	}
	return out
}

func wordsOf(names []string) (words []string, lengths []int) {
	for _, n := range names {
		f := strings.Fields(n)
		words, lengths = append(words, f...), append(lengths, len(f))
	}
	return words, lengths
}

// ordinaryNames and listedNames make the query mix: nine of ten queries are
// ordinary suppliers, one is a rendering of a listed name.
func ordinaryNames(tb testing.TB) []string {
	if text, err := os.ReadFile("../../shared/names/companies.tsv"); err == nil {
		var names []string
		for line := range strings.Lines(string(text)) {
			name, _, _ := strings.Cut(line, "\t")
			names = append(names, name)
		}
		rng := rand.New(rand.NewPCG(3, 3))
		rng.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
		return names[:2000]
	}
	rows := readLabelled(tb, "testdata/quality/entities28-a.csv")
	var names []string
	for _, r := range rows {
		if r.expect == "clear" {
			names = append(names, r.query)
		}
	}
	return names
}

var screeners sync.Map // by benchmark list: a *screen.Screener

// benchmarkScreener builds each list once a run, because building is what most
// of a benchmark would measure otherwise.
func benchmarkScreener(b *testing.B, name string, load func() *lists.List) *screen.Screener {
	if s, ok := screeners.Load(name); ok {
		return s.(*screen.Screener)
	}
	s, err := screen.New(load(), screen.Options{})
	if err != nil {
		b.Fatal(err)
	}
	screeners.Store(name, s)
	return s
}

// BenchmarkScreen measures one name against each list, for ordinary suppliers
// and for listed names, with the median and the 99th percentile.
func BenchmarkScreen(b *testing.B) {
	ordinary := ordinaryNames(b)
	for _, l := range benchmarkLists {
		if testing.Short() && l.names > 100_000 {
			continue
		}
		b.Run("list="+l.name, func(b *testing.B) {
			s := benchmarkScreener(b, l.name, func() *lists.List { return l.load(b, l.names) })
			b.Run("query=ordinary", func(b *testing.B) { benchmarkQueries(b, s, ordinary) })
			b.Run("query=listed", func(b *testing.B) {
				benchmarkQueries(b, s, []string{"Hangzhou Hikvison Digital Technology", "Dahua Technology Italy Srl", "乌鲁木齐市公安局", "SenseTime Group"})
			})
		})
	}
}

func benchmarkQueries(b *testing.B, s *screen.Screener, queries []string) {
	b.ReportAllocs()
	var times []time.Duration
	i := 0
	for b.Loop() {
		start := time.Now()
		s.Screen(queries[i%len(queries)])
		times = append(times, time.Since(start))
		i++
	}
	slices.Sort(times)
	b.ReportMetric(float64(times[len(times)/2]), "p50-ns")
	b.ReportMetric(float64(times[len(times)*99/100]), "p99-ns")
}

// BenchmarkJaroWinklerScan is the yardstick: comparing a name with every name
// of the list by smetrics.JaroWinkler.
func BenchmarkJaroWinklerScan(b *testing.B) {
	var names []string
	for e := range cslOrSynthetic(b, 57_000).All() {
		for _, n := range e.Names {
			names = append(names, strings.ToLower(n.Text))
		}
	}
	for b.Loop() {
		for _, n := range names {
			smetrics.JaroWinkler("acme widgets trading gmbh", n, 0.7, 4)
		}
	}
}

// BenchmarkNew measures building the index, with the heap it keeps for each
// name.
func BenchmarkNew(b *testing.B) {
	for _, l := range benchmarkLists[:2] {
		b.Run("list="+l.name, func(b *testing.B) {
			list := l.load(b, l.names)
			names := 0
			for e := range list.All() {
				names += len(e.Names)
			}
			var s *screen.Screener
			before := heap()
			for b.Loop() {
				var err error
				if s, err = screen.New(list, screen.Options{}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(heap()-before)/float64(names), "heap-B/name")
			runtime.KeepAlive(s)
		})
	}
}

func heap() int64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// BenchmarkCompare measures two names without a list.
func BenchmarkCompare(b *testing.B) {
	for b.Loop() {
		screen.Compare("Hangzhou Hikvison Digital Technology", "Hangzhou Hikvision Digital Technology Co., Ltd.", lists.Organization)
	}
}
