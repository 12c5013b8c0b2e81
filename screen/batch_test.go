package screen_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/screen"
)

// manyParties yields n parties, every seventh of them listed.
func manyParties(n int) iter.Seq[screen.Party] {
	return func(yield func(screen.Party) bool) {
		for i := range n {
			p := screen.Party{Name: fmt.Sprintf("Supplier %d Trading", i), Reference: fmt.Sprint(i)}
			if i%7 == 0 {
				p.Name = "Hikvision " + p.Name
			}
			if !yield(p) {
				return
			}
		}
	}
}

func TestScreenAllAgreesWithSingleCalls(t *testing.T) {
	s := newScreener(t, screen.Options{})
	parties := slices.Collect(manyParties(1000))
	i := 0
	for r, err := range s.ScreenAll(context.Background(), slices.Values(parties)) {
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(s.ScreenParty(parties[i]), r); diff != "" {
			t.Fatalf("party %d (-single +batch):\n%s", i, diff)
		}
		i++
	}
	if i != len(parties) {
		t.Errorf("%d results for %d parties", i, len(parties))
	}
}

// mixedParties returns n parties, many of them repeated, by seed: those that
// differ only in what decides nothing, and those that differ in one thing that
// does.
func mixedParties(n int, seed uint64) []screen.Party {
	rng := rand.New(rand.NewPCG(seed, 1))
	names := []string{"Hikvision", "Hikvison Digital", "Müller & Söhne GmbH", "大华技术", "", "Sense Time Group", "Acme Widgets", "Urumqi Public Security Bureau", "Co., Ltd.", "Hik\xffvision"}
	pick := func(texts ...string) []string {
		if k := rng.IntN(len(texts) + 2); k < len(texts) {
			return texts[k : k+1]
		}
		return nil
	}
	var out []screen.Party
	for i := range n {
		p := screen.Party{Name: names[rng.IntN(len(names))], Reference: fmt.Sprint(i), Address: "1 High Street"}
		if rng.IntN(2) == 0 {
			p.Name = fmt.Sprintf("Supplier %d", rng.IntN(n))
		}
		if rng.IntN(3) == 0 {
			p.OtherNames = pick("Dahua", "Acme")
			p.Countries = pick("CN", "US")
			p.Kind = lists.Kind(rng.IntN(4))
		}
		out = append(out, p)
		for rng.IntN(3) == 0 {
			p.Reference += "'"
			out = append(out, p)
		}
	}
	return out
}

func TestScreenAllWithRepeats(t *testing.T) {
	s := newScreener(t, screen.Options{Nearest: 2})
	for seed := range uint64(3) {
		parties := mixedParties(700, seed)
		i := 0
		for r, err := range s.ScreenAll(context.Background(), slices.Values(parties)) {
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(s.ScreenParty(parties[i]), r); diff != "" {
				t.Fatalf("seed %d, party %d (-single +batch):\n%s", seed, i, diff)
			}
			i++
		}
		if i != len(parties) {
			t.Errorf("seed %d: %d results for %d parties", seed, i, len(parties))
		}
	}
}

// TestScreenAllOwnResults holds that a consumer may change a result, though the
// next party of that name has the same.
func TestScreenAllOwnResults(t *testing.T) {
	s := newScreener(t, screen.Options{Nearest: 2})
	p := screen.Party{Name: "Hik\xffvision Digital"}
	want := s.ScreenParty(p)
	for r := range s.ScreenAll(context.Background(), slices.Values([]screen.Party{p, p, p})) {
		if diff := cmp.Diff(want, r); diff != "" {
			t.Fatalf("(-single +batch):\n%s", diff)
		}
		r.Repairs[0] = ""
		for _, h := range append(slices.Clone(r.Hits), r.Nearest...) {
			h.Reasons[0] = ""
			h.Alignment[0] = screen.Pair{}
		}
		clear(r.Hits)
		clear(r.Nearest)
	}
}

// counted counts the parties that are read.
func counted(parties iter.Seq[screen.Party], read *int) iter.Seq[screen.Party] {
	return func(yield func(screen.Party) bool) {
		for p := range parties {
			*read++
			if !yield(p) {
				return
			}
		}
	}
}

// readAhead is what ScreenAll promises.
func readAhead() int { return 128 * runtime.GOMAXPROCS(0) }

func TestScreenAllReadsLittleAhead(t *testing.T) {
	s := newScreener(t, screen.Options{})
	same := func(yield func(screen.Party) bool) {
		for yield(screen.Party{Name: "Acme"}) {
		}
	}
	for name, parties := range map[string]iter.Seq[screen.Party]{"different parties": manyParties(1 << 30), "one party repeated": same} {
		read, results := 0, 0
		for range s.ScreenAll(context.Background(), counted(parties, &read)) {
			if results++; results == 3000 {
				break
			}
			if ahead := read - results; ahead > readAhead() {
				t.Fatalf("%s: %d parties were read for %d results", name, read, results)
			}
		}
	}
}

// checkNoWorkers holds that the workers of f are gone when it returns.
func checkNoWorkers(t *testing.T, f func()) {
	t.Helper()
	before := runtime.NumGoroutine()
	f()
	// A goroutine that has said that it is done may still be counted for a moment.
	for range 1000 {
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(time.Millisecond)
	}
	t.Errorf("%d goroutines before, %d after", before, runtime.NumGoroutine())
}

func TestScreenAllLeavesNoWorkers(t *testing.T) {
	s := newScreener(t, screen.Options{})
	endless := manyParties(1 << 30)
	for name, f := range map[string]func(){
		"all results": func() {
			for range s.ScreenAll(context.Background(), manyParties(1000)) {
			}
		},
		"break at the first": func() {
			for range s.ScreenAll(context.Background(), endless) {
				break
			}
		},
		"break within a group": func() {
			results := 0
			for range s.ScreenAll(context.Background(), endless) {
				if results++; results == 200 {
					break
				}
			}
		},
		"panic of the consumer": func() {
			defer func() {
				if recover() == nil {
					t.Error("the panic did not come through")
				}
			}()
			for range s.ScreenAll(context.Background(), endless) {
				panic("consumer")
			}
		},
		"panic of the producer": func() {
			defer func() {
				if recover() == nil {
					t.Error("the panic did not come through")
				}
			}()
			for range s.ScreenAll(context.Background(), func(yield func(screen.Party) bool) {
				manyParties(100)(yield)
				panic("producer")
			}) {
			}
		},
		"stopped pull": func() {
			next, stop := iter.Pull2(s.ScreenAll(context.Background(), endless))
			next()
			stop()
		},
	} {
		t.Run(name, func(t *testing.T) { checkNoWorkers(t, f) })
	}
}

// checkCancelled ranges over a batch until its end, calls f before each result's
// body ends, and holds that the last pair alone has the context's error. It
// returns the results before.
func checkCancelled(t *testing.T, batch iter.Seq2[screen.Result, error], f func(results int)) int {
	t.Helper()
	results := 0
	var last error
	for r, err := range batch {
		if last != nil {
			t.Errorf("%v %v after the error", r, err)
		}
		if last = err; err == nil {
			results++
			f(results)
		}
	}
	if !errors.Is(last, context.Canceled) {
		t.Errorf("after cancelling the last error is %v", last)
	}
	return results
}

func TestScreenAllCancelled(t *testing.T) {
	s := newScreener(t, screen.Options{})
	endless := manyParties(1 << 30)
	t.Run("before", func(t *testing.T) {
		ctx, cancel := context.WithCancel(context.Background())
		cancel()
		read := 0
		if n := checkCancelled(t, s.ScreenAll(ctx, counted(endless, &read)), func(int) {}); n > 0 || read > 0 {
			t.Errorf("%d parties were read and %d results came", read, n)
		}
	})
	for _, at := range []int{1, 10, 64, 1000} {
		t.Run(fmt.Sprintf("by the consumer at result %d", at), func(t *testing.T) {
			ctx, cancel := context.WithCancel(context.Background())
			read, readThen := 0, 0
			checkNoWorkers(t, func() {
				n := checkCancelled(t, s.ScreenAll(ctx, counted(endless, &read)), func(results int) {
					if results == at {
						cancel()
						readThen = read
					}
				})
				if n != at || read != readThen {
					t.Errorf("%d more results, %d more parties read", n-at, read-readThen)
				}
			})
		})
	}
	for _, at := range []int{0, 1, 40, 1001} {
		t.Run(fmt.Sprintf("by the producer at party %d", at), func(t *testing.T) {
			ctx, cancel := context.WithCancel(context.Background())
			read := 0
			checkCancelled(t, s.ScreenAll(ctx, func(yield func(screen.Party) bool) {
				for p := range manyParties(1 << 30) {
					if read++; read > at {
						cancel()
					}
					if !yield(p) {
						return
					}
				}
			}), func(int) {})
			if read != at+1 {
				t.Errorf("%d more parties were read", read-at-1)
			}
		})
	}
	t.Run("from outside, the producer being slow", func(t *testing.T) {
		ctx, cancel := context.WithCancel(context.Background())
		time.AfterFunc(5*time.Millisecond, cancel)
		checkCancelled(t, s.ScreenAll(ctx, func(yield func(screen.Party) bool) {
			for p := range manyParties(1 << 30) {
				time.Sleep(time.Millisecond)
				if !yield(p) {
					return
				}
			}
		}), func(int) {})
	})
	t.Run("from outside, the names being slow", func(t *testing.T) {
		ctx, cancel := context.WithCancel(context.Background())
		time.AfterFunc(5*time.Millisecond, cancel)
		checkCancelled(t, s.ScreenAll(ctx, func(yield func(screen.Party) bool) {
			for i := 0; yield(screen.Party{Name: fmt.Sprint(strings.Repeat("Dahua bureau ", 30), i)}); i++ {
			}
		}), func(int) {})
	})
}

func TestScreenAllFew(t *testing.T) {
	s := newScreener(t, screen.Options{})
	for _, n := range []int{0, 1, 2, 31, 32, 33} {
		batch := s.ScreenAll(context.Background(), manyParties(n))
		for range 2 { // it may be ranged over again
			var references []string
			for r, err := range batch {
				if err != nil {
					t.Fatal(err)
				}
				references = append(references, r.Party.Reference)
			}
			if len(references) != n || n > 0 && references[n-1] != fmt.Sprint(n-1) {
				t.Errorf("%d results for %d parties: %q", len(references), n, references)
			}
		}
	}
}

func ExampleScreener_ScreenAll() {
	s, err := screen.New(lists.Embedded(), screen.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	suppliers := slices.Values([]screen.Party{
		{Name: "Müller & Söhne GmbH", Reference: "row 2"},
		{Name: "大华技术", Reference: "row 3"},
		{Name: "", Reference: "row 4"},
	})
	for r, err := range s.ScreenAll(context.Background(), suppliers) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(r.Party.Reference, r.Outcome)
	}
	// Output:
	// row 2 no_match
	// row 3 match
	// row 4 not_screened
}
