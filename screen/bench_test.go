package screen_test

import (
	"context"
	"fmt"
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
	"github.com/partyscreen/partyscreen/normalize"
	"github.com/partyscreen/partyscreen/screen"
)

// The benchmarks measure what a caller waits for. Times of a shared machine
// mean nothing by themselves, so a plain scan of the Consolidated Screening List
// by smetrics.JaroWinkler is measured in the same run, and beside every median
// stands how many medians such a scan takes: scan/p50.
//
//	go test -run '^$' -bench . ./screen          # a million names take a minute and 2 GB
//	go test -run '^$' -bench . -short ./screen   # without them

// BenchmarkScreen measures one name against each list: ordinary company names,
// renderings of names of the list, and nine of those to one of these.
func BenchmarkScreen(b *testing.B) {
	for _, l := range benchmarkLists {
		b.Run("list="+l.name, func(b *testing.B) {
			l.skipIfLarge(b)
			s := l.screener(b)
			ordinary, listed := ordinaryNames(b, 1800), renderings(b, l.list(b), 1800)
			b.Run("query=mix", func(b *testing.B) { benchmarkQueries(b, s, mix(ordinary, listed)) })
			b.Run("query=ordinary", func(b *testing.B) { benchmarkQueries(b, s, ordinary) })
			b.Run("query=listed", func(b *testing.B) { benchmarkQueries(b, s, listed) })
		})
	}
}

// benchmarkQueries measures queries one after the other, in their order, which
// is by chance: a short run sees a sample of them.
func benchmarkQueries(b *testing.B, s *screen.Screener, queries []string) {
	for _, q := range queries[:min(100, len(queries))] { // memory grows to what a search needs
		s.Screen(q)
	}
	times := make([]time.Duration, 0, 1<<18)
	b.ReportAllocs()
	for b.Loop() {
		start := time.Now()
		s.Screen(queries[len(times)%len(queries)])
		times = append(times, time.Since(start))
	}
	slices.Sort(times)
	p50 := times[len(times)/2]
	b.ReportMetric(float64(p50), "p50-ns")
	b.ReportMetric(float64(times[len(times)*99/100]), "p99-ns")
	b.ReportMetric(float64(scan(b, 3))/float64(p50), "scan/p50")
}

// BenchmarkScreenLongest measures names as long as a name may be, and the slowest
// found, which is what a hostile or broken file can make of a row. max-ns is the slowest of them, each
// taken at its best, because the worst is what else the machine did.
func BenchmarkScreenLongest(b *testing.B) {
	l := benchmarkLists[1]
	s := l.screener(b)
	for _, long := range longestNames(b, l.list(b)) {
		b.Run("name="+long.kind, func(b *testing.B) {
			best := make([]time.Duration, len(long.names))
			for i, name := range long.names {
				start := time.Now()
				if r := s.Screen(name); r.Outcome == screen.NotScreened {
					b.Fatal(r.Reason)
				}
				best[i] = time.Since(start)
			}
			for n := 0; b.Loop(); n++ {
				i := n % len(long.names)
				start := time.Now()
				s.Screen(long.names[i])
				best[i] = min(best[i], time.Since(start))
			}
			b.ReportMetric(float64(slices.Max(best)), "max-ns")
		})
	}
}

// BenchmarkScreenAll measures a vendor file: 20,000 rows, of which three in ten
// repeat another.
func BenchmarkScreenAll(b *testing.B) {
	const rows = 20_000
	for _, l := range benchmarkLists[:2] {
		b.Run("list="+l.name, func(b *testing.B) {
			s := l.screener(b)
			parties := vendorRows(b, rows)
			b.ReportAllocs()
			for b.Loop() {
				n := 0
				for _, err := range s.ScreenAll(context.Background(), slices.Values(parties)) {
					if err != nil {
						b.Fatal(err)
					}
					n++
				}
				if n != rows {
					b.Fatalf("%d results", n)
				}
			}
			b.ReportMetric(rows*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
		})
	}
}

// BenchmarkNew measures building the index, with the heap it keeps for each
// name.
func BenchmarkNew(b *testing.B) {
	for _, l := range benchmarkLists {
		b.Run("list="+l.name, func(b *testing.B) {
			l.skipIfLarge(b)
			list := l.list(b)
			names := len(namesOf(list))
			var s *screen.Screener
			before := heap()
			for b.Loop() {
				var err error
				if s, err = screen.New(list, screen.Options{}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(heap()-before)/float64(names), "heap-B/name")
			b.ReportMetric(float64(b.Elapsed())/float64(b.N)/float64(names), "ns/name")
			runtime.KeepAlive(s)
		})
	}
}

func heap() int64 {
	runtime.GC()
	runtime.GC() // pools give up what they hold in the second
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

// BenchmarkJaroWinklerScan is the yardstick: comparing a name with every name
// of the list by smetrics.JaroWinkler.
func BenchmarkJaroWinklerScan(b *testing.B) {
	scan(b, 1) // reads the list
	for b.Loop() {
		scan(b, 1)
	}
}

var scanned = sync.OnceValue(func() []string {
	var names []string
	for _, n := range namesOf(benchmarkLists[1].loaded) {
		names = append(names, strings.ToLower(n))
	}
	return names
})

// scan compares a name with every name of the list some times, and returns the
// shortest time that took.
func scan(b *testing.B, times int) time.Duration {
	benchmarkLists[1].list(b)
	names := scanned()
	shortest := time.Hour
	for range times {
		start := time.Now()
		for _, n := range names {
			smetrics.JaroWinkler("acme widgets trading gmbh", n, 0.7, 4)
		}
		shortest = min(shortest, time.Since(start))
	}
	return shortest
}

// mix puts one listed name behind each nine ordinary ones.
func mix(ordinary, listed []string) []string {
	var out []string
	for i, name := range ordinary {
		out = append(out, name)
		if i%9 == 8 {
			out = append(out, listed[i/9%len(listed)])
		}
	}
	return out
}

// vendorRows are rows of ordinary names, three in ten of which repeat another:
// the half of them one of the hundred rows before, as files by invoice do.
func vendorRows(b *testing.B, rows int) []screen.Party {
	rng := rand.New(rand.NewPCG(8, 8))
	names := ordinaryNames(b, rows)
	parties := make([]screen.Party, 0, rows)
	for i := range rows {
		p := screen.Party{Name: names[i]}
		if i > 0 && rng.IntN(10) < 3 {
			back := i
			if rng.IntN(2) == 0 {
				back = min(i, 100)
			}
			p = parties[i-1-rng.IntN(back)]
		}
		p.Reference = fmt.Sprint("row ", i+2)
		parties = append(parties, p)
	}
	return parties
}

// longNames are names of one kind, for BenchmarkScreenLongest.
type longNames struct {
	kind  string
	names []string
}

// longestNames returns names of as many words as are read, some of as many bytes
// as are read, by seed; and shorter ones that were found to take longest.
func longestNames(b *testing.B, list *lists.List) []longNames {
	const words, perKind = 64, 6
	rng := rand.New(rand.NewPCG(4, 4))
	pick := func(from []string) func() string {
		return func() string { return from[rng.IntN(len(from))] }
	}
	common, alphabet := commonestWords(list, 300), strings.Split("abcdefghijklmnopqrstuvwxyz", "")
	unknown := func(letters int) func() string {
		return func() string {
			word := make([]byte, letters)
			for i := range word {
				word[i] = [2]string{"bcdfghklmnprstvz", "aeiou"}[i%2][rng.IntN([2]int{16, 5}[i%2])]
			}
			return string(word)
		}
	}
	var out []longNames
	for _, k := range []struct {
		kind string
		word func() string
		with string // between the words
	}{
		{"common-words", pick(common[:min(len(common), 30)]), " "},
		{"rarer-words", pick(common[len(common)/2:]), " "},
		{"unknown-words", unknown(8), " "},
		{"longest-words", unknown(normalize.MaxBytes/words - 1), " "},
		{"longest-word", unknown(normalize.MaxBytes / words), ""},
		{"one-letter-words", pick(alphabet), " "},
	} {
		long := longNames{kind: k.kind}
		for range perKind {
			var all []string
			for range words {
				all = append(all, k.word())
			}
			long.names = append(long.names, strings.Join(all, k.with))
		}
		out = append(out, long)
	}
	found, err := os.ReadFile("testdata/slowest.txt") // by TestSlowestQuery
	if err != nil {
		b.Fatal(err)
	}
	return append(out, longNames{"slowest-found", strings.Split(strings.TrimRight(string(found), "\n"), "\n")})
}
