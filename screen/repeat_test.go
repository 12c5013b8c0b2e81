package screen

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/partyscreen/partyscreen/lists"
)

// TestRepeatsAreScreenedOnce counts what a batch screens of each name.
func TestRepeatsAreScreenedOnce(t *testing.T) {
	var mu sync.Mutex
	screened := make(map[string]int)
	count := func(p Party) Result {
		mu.Lock()
		defer mu.Unlock()
		screened[p.Name+"|"+strings.Join(p.Countries, ",")]++
		return Result{Party: p, Reason: p.Name}
	}
	var parties []Party
	for i := range 5000 {
		p := Party{Name: fmt.Sprint("Vendor ", i*i%997), Reference: fmt.Sprint(i), Address: "1 High Street"}
		if i%5 == 0 {
			p.Countries = []string{"DE"}
		}
		parties = append(parties, p)
	}
	i := 0
	for r, err := range screenAll(context.Background(), slices.Values(parties), count) {
		if err != nil || r.Party.Reference != parties[i].Reference || r.Party.Address != parties[i].Address || r.Reason != parties[i].Name {
			t.Fatalf("result %d is %+v, %v", i, r, err)
		}
		i++
	}
	for name, n := range screened {
		if n != 1 {
			t.Errorf("%s was screened %d times", name, n)
		}
	}
}

// TestSamePartyHasAllThatDecides holds that a field of Party either makes another
// party or is known to decide nothing.
func TestSamePartyHasAllThatDecides(t *testing.T) {
	decidesNothing := []string{"Reference"}
	for i, field := range reflect.VisibleFields(reflect.TypeFor[Party]()) {
		p := Party{Name: "a"}
		switch v := reflect.ValueOf(&p).Elem().Field(i).Addr().Interface().(type) {
		case *string:
			*v = "b"
		case *[]string:
			*v = []string{"b"}
		case *lists.Kind:
			*v = lists.Vessel
		case *[]lists.Identifier:
			*v = []lists.Identifier{{Number: "b"}}
		default:
			t.Fatalf("field %s is of a type that this test does not know", field.Name)
		}
		m := newRecall()
		m.of(&Party{Name: "a"})
		if _, fresh := m.of(&p); fresh == slices.Contains(decidesNothing, field.Name) {
			t.Errorf("with another %s the party is a new one: %v", field.Name, fresh)
		}
	}
}

func TestRecallKeepsApart(t *testing.T) {
	m := newRecall()
	for _, p := range []Party{
		{},
		{OtherNames: []string{"a"}},
		{Countries: []string{"a"}},
		{OtherNames: []string{"a", "b"}},
		{OtherNames: []string{"b", "a"}},
		{OtherNames: []string{"ab"}},
		{OtherNames: []string{"", "ab"}},
		{OtherNames: []string{"a"}, Countries: []string{"b"}},
		{Identifiers: []lists.Identifier{{Type: "a"}}},
		{Identifiers: []lists.Identifier{{Number: "a"}}},
		{Identifiers: []lists.Identifier{{Country: "a"}}},
		{Identifiers: []lists.Identifier{{Type: "a"}, {}}},
		{BirthDate: "a"},
		{Name: "a"},
		{Name: "A"},
	} {
		if a, fresh := m.of(&p); !fresh {
			t.Errorf("%+v is taken for %+v", p, a.party)
		}
	}
}

// TestRecallTellsEqualHashes holds that a hash alone makes no party known.
func TestRecallTellsEqualHashes(t *testing.T) {
	m := newRecall()
	known, other := Party{Name: "known"}, Party{Name: "other"}
	for _, generation := range []map[uint64]*answer{m.recent, m.older} {
		generation[hashParty(m.seed, &other)] = newAnswer(known)
		if a, fresh := m.of(&other); !fresh || a.party.Name != "other" {
			t.Errorf("%+v is taken for %+v", other, a.party)
		}
		clear(generation)
	}
}

// TestRecallIsBounded holds that two generations are all, that what is asked for
// stays, and that what is not goes.
func TestRecallIsBounded(t *testing.T) {
	m := newRecall()
	often := Party{Name: "often"}
	m.of(&often)
	for i := range 4 * generationSize / answerSize {
		m.of(&Party{Name: fmt.Sprint(i)})
		if _, fresh := m.of(&often); fresh {
			t.Fatalf("after %d others what is asked for again and again is forgotten", i)
		}
		if most := 2 * (generationSize/answerSize + 2); len(m.recent)+len(m.older) > most {
			t.Fatalf("%d answers, want at most %d", len(m.recent)+len(m.older), most)
		}
	}
	if _, fresh := m.of(&Party{Name: "0"}); !fresh {
		t.Error("the first is still remembered")
	}
	large := newRecall()
	for i := range 100 {
		a, _ := large.of(&Party{Name: fmt.Sprint(i)})
		large.grow(a, generationSize/4)
	}
	if n := len(large.recent) + len(large.older); n > 12 {
		t.Errorf("%d answers with many hits are remembered", n)
	}
}
