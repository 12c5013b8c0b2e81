package screen

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/partyscreen/partyscreen/lists"
)

// reference is the screener without an index: it compares a query with every
// name. It is the definition that the index must agree with.
func reference(s *Screener) *Screener {
	plain := &Screener{options: s.options, stamp: s.stamp, entities: s.entities, twins: s.twins, index: s.index, addresses: s.addresses, asOf: s.asOf}
	plain.scratch = &sync.Pool{New: func() any {
		mem := newSearch()
		mem.plain = true
		return mem
	}}
	return plain
}

// mutator makes queries out of listed names, by seed.
type mutator struct{ *rand.Rand }

var fillers = []string{"Trading", "Co", "Ltd", "International", "Branch", "Dubai", "UK", "公司", "No 7", "of", "A", "(Beijing)", "/ Sony", "завод", "Bank", "X Y"}

func (m mutator) mutate(name string) string {
	for range 1 + m.IntN(3) {
		runes := []rune(name)
		if len(runes) < 2 {
			return name + fillers[m.IntN(len(fillers))]
		}
		at := m.IntN(len(runes) - 1)
		words := strings.Fields(name)
		switch m.IntN(10) {
		case 0: // a letter too few
			name = string(runes[:at]) + string(runes[at+1:])
		case 1: // doubled
			name = string(runes[:at+1]) + string(runes[at:])
		case 2: // transposed
			runes[at], runes[at+1] = runes[at+1], runes[at]
			name = string(runes)
		case 3: // another letter
			runes[at] = rune('a' + m.IntN(26))
			name = string(runes)
		case 4: // split
			name = string(runes[:at]) + " " + string(runes[at:])
		case 5: // joined
			name = strings.Replace(name, " ", "", 1+m.IntN(2))
		case 6: // order
			m.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
			name = strings.Join(words, " ")
		case 7: // cut off
			name = string(runes[:max(4, len(runes)-m.IntN(8))%len(runes)+1])
		case 8: // an added word
			name += " " + fillers[m.IntN(len(fillers))]
		case 9: // a lost word
			if len(words) > 1 {
				k := m.IntN(len(words))
				name = strings.Join(append(words[:k:k], words[k+1:]...), " ")
			}
		}
	}
	return name
}

// query mutates a listed name, or makes one of the words of several.
func (m mutator) query(s *Screener) string {
	pick := func() string {
		n := &s.index.names[m.IntN(len(s.index.names))]
		return s.entities[n.entity].Names[n.which].Text
	}
	if m.IntN(3) > 0 {
		return m.mutate(pick())
	}
	var words []string
	for range 1 + m.IntN(4) {
		f := strings.Fields(pick())
		words = append(words, f[m.IntN(len(f))])
	}
	return m.mutate(strings.Join(words, " "))
}

func checkAgainstReference(t *testing.T, s, plain *Screener, query string) {
	t.Helper()
	got, want := s.Screen(query), plain.Screen(query)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatalf("the index and the reference disagree on %q (-reference +index):\n%s", query, diff)
	}
}

var more = flag.Int("more", 1, "compare the index and the reference on so many times the queries")

// TestIndexAgreesWithReference holds the promise of index on the embedded list
// and, where the shared folder is there, on a part of the Consolidated
// Screening List.
func TestIndexAgreesWithReference(t *testing.T) {
	m := mutator{rand.New(rand.NewPCG(1, 28))}
	for _, list := range referenceLists(t) {
		t.Run(list.ID(), func(t *testing.T) {
			for _, opts := range []Options{{}, {Review: 0.3}, {Review: 0.9, Match: 0.95}} {
				s, err := New(list, opts)
				if err != nil {
					t.Fatal(err)
				}
				plain := reference(s)
				for range *more * min(2000, 80_000/len(s.index.names)) {
					checkAgainstReference(t, s, plain, m.query(s))
				}
			}
		})
	}
}

// referenceLists returns the embedded list, a list of adversarial names, and
// every tenth party of the shared Consolidated Screening List.
func referenceLists(t testing.TB) []*lists.List {
	t.Helper()
	out := []*lists.List{lists.Embedded(), adversarial(t), random(t)}
	csl, err := lists.Open("../../shared/lists/csl-2026-07-31.csv")
	if err != nil {
		if !errors.Is(err, fs.ErrNotExist) {
			t.Fatal(err)
		}
		t.Log("the shared Consolidated Screening List is absent")
		return out
	}
	var some []lists.Entity
	i := 0
	for e := range csl.All() {
		if i++; i%10 == 0 {
			some = append(some, *e)
		}
	}
	return append(out, newList(t, "csl-tenth", some))
}

func newList(t testing.TB, id string, entities []lists.Entity) *lists.List {
	t.Helper()
	l, err := lists.NewList(id, id, lists.Date{}, entities)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// adversarial has names that break indexes: nothing but generic words,
// repeated words, single letters, numbers, one word written in parts.
func adversarial(t testing.TB) *lists.List {
	var entities []lists.Entity
	for i, n := range []string{
		"International Trading Company", "Technology Development Co., Ltd.", "Li Li", "Li Li Li", "A B C", "A. Q. Khan", "14th Research Institute",
		"38th Research Institute", "Bank", "National Bank of Iran", "People's Government", "Hai Kang Wei Shi", "XPC", "7", "Unit 61398", "公安局",
		"中国电子科技集团公司第十四研究所", "Meg Vii", "Sense Time", "Uralvagonzavod", "ООО Ромашка", "Ministry of Defence", "IRISL", "Islamic Republic of Iran Shipping Lines",
		"GRACE 1", "Mohammed Mohammed Ali", "AAAAAAAAAA", "Ab", "Beijing", "China", "Xinjiang Public Security", "SURNAME, Given", "De La Cruz Maria",
	} {
		for k := lists.Unknown; k <= lists.Vessel; k++ {
			entities = append(entities, lists.Entity{ID: fmt.Sprintf("%02d-%s", i, k), Kind: k, Names: []lists.Name{{Text: n}}})
		}
	}
	return newList(t, "adversarial", entities)
}

// random has names of words drawn by seed, so that names share some of their
// words, common and rare ones, of every kind.
func random(t testing.TB) *lists.List {
	rng := rand.New(rand.NewPCG(11, 13))
	words := strings.Fields("Bank National Technology Science Research Institute China Beijing Iran Trading Company Limited LLC International Police Bureau Public Security " +
		"Steel Shipping Ministry of and al bin A B I 7 14th Group Hikvision Dahua Nafta Uralvagonzavod Arsenal Phoenix Golden Star Ali Hassan Mohammad Ivanov Igor Ihor " +
		"Meridian Meridien Zarya Zaria Kvant Quant OOO GmbH Corporation Islamic Revolutionary Guard Corps XPCC CETC Xinjiang Urumqi 公安局 大华 Завод Звезда")
	entities := make([]lists.Entity, 400)
	for i := range entities {
		var name []string
		for range 1 + rng.IntN(6) {
			name = append(name, words[min(rng.IntN(len(words)), rng.IntN(len(words)))])
		}
		entities[i] = lists.Entity{ID: fmt.Sprint(i), Kind: lists.Kind(rng.IntN(int(lists.Vessel) + 1)), Names: []lists.Name{{Text: strings.Join(name, " ")}}}
	}
	return newList(t, "random", entities)
}

// FuzzIndexAgreesWithReference looks for a query on which they differ.
func FuzzIndexAgreesWithReference(f *testing.F) {
	var screeners, plain []*Screener
	for _, list := range []*lists.List{lists.Embedded(), adversarial(f)} {
		s, err := New(list, Options{Review: 0.4})
		if err != nil {
			f.Fatal(err)
		}
		screeners, plain = append(screeners, s), append(plain, reference(s))
		for i := range s.index.names {
			n := &s.index.names[i]
			f.Add(s.entities[n.entity].Names[n.which].Text)
		}
	}
	f.Fuzz(func(t *testing.T, query string) {
		if len(query) > 300 {
			t.Skip("long names are for the other target")
		}
		for i, s := range screeners {
			checkAgainstReference(t, s, plain[i], query)
		}
	})
}
