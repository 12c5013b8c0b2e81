package screen_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/screen"
)

// rescreenPlainly is Rescreen without any thrift: it screens every party with
// both editions and compares.
func rescreenPlainly(t *testing.T, before, after *lists.List, opts screen.Options, parties []screen.Party) []screen.AlertChange {
	t.Helper()
	opts.MaxHits = 1 << 30
	old, err := screen.New(before, opts)
	if err != nil {
		t.Fatal(err)
	}
	now, err := screen.New(after, opts)
	if err != nil {
		t.Fatal(err)
	}
	changes := lists.Diff(before, after)
	causes := make(map[*lists.Entity]lists.Change)
	for _, e := range changes.Added {
		causes[e] = lists.Change{New: e}
	}
	for _, e := range changes.Removed {
		causes[e] = lists.Change{Old: e}
	}
	for _, c := range changes.Changed {
		causes[c.Old], causes[c.New] = c, c
	}
	var out []screen.AlertChange
	for _, p := range parties {
		was, is := old.ScreenParty(p), now.ScreenParty(p)
		var same [2][]screen.Hit // of entities that have not changed
		byEntity := make(map[*lists.Entity]*screen.AlertChange)
		for side, hits := range [...][]screen.Hit{was.Hits, is.Hits} {
			for _, h := range hits {
				cause, changed := causes[h.Entity]
				if !changed {
					same[side] = append(same[side], h)
					continue
				}
				c := byEntity[cause.Old]
				if cause.Old == nil || c == nil {
					c = &screen.AlertChange{Party: p, Cause: cause}
					byEntity[h.Entity] = c
				}
				if h.Entity == cause.Old {
					c.Before = &h
				} else {
					c.After = &h
				}
			}
		}
		if diff := cmp.Diff(summaries(same[0]), summaries(same[1])); diff != "" {
			t.Errorf("%q: hits of unchanged entities differ (-before +after):\n%s", p.Name, diff)
		}
		for _, c := range byEntity {
			out = append(out, *c)
		}
	}
	return out
}

// summaries are hits in a form to compare.
func summaries(hits []screen.Hit) (out []string) {
	for i := range hits {
		out = append(out, describe(&hits[i]))
	}
	slices.Sort(out)
	return out
}

func describe(h *screen.Hit) string {
	if h == nil {
		return "none"
	}
	return fmt.Sprintf("%s %s %q %.6f %s", h.Entity.ID, h.Entity.Digest(), h.Name.Text, h.Score, strings.Join(h.Reasons, "; "))
}

func describeAll(changes []screen.AlertChange) (out []string) {
	for _, c := range changes {
		out = append(out, fmt.Sprintf("%q %s: %s -> %s", c.Party.Name, c.Effect(), describe(c.Before), describe(c.After)))
	}
	slices.Sort(out)
	return out
}

func rescreen(t *testing.T, before, after *lists.List, opts screen.Options, parties []screen.Party) (out []screen.AlertChange) {
	t.Helper()
	for c, err := range screen.Rescreen(t.Context(), lists.Diff(before, after), opts, slices.Values(parties)) {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, c)
	}
	return out
}

// nextEdition changes entities as authorities do, by seed.
func nextEdition(rng *rand.Rand, entities []lists.Entity) (next []lists.Entity) {
	for i, e := range entities {
		e.Names = slices.Clone(e.Names)
		switch rng.IntN(12) {
		case 0: // removed
			continue
		case 1: // a new alias
			e.Names = append(e.Names, lists.Name{Text: "Hikvision " + fmt.Sprint(i), Kind: lists.Alias})
		case 2: // an alias less
			e.Names = e.Names[:1]
		case 3: // a weak alias that was a name
			e.Names[len(e.Names)-1].Kind = lists.WeakAlias
		case 4: // another country
			e.Countries = []string{"RU"}
		case 5: // another kind
			e.Kind = lists.Individual
		case 6: // terms
			e.Listings = []lists.Listing{{Authority: "BIS", List: "Entity List", LicenseRequirement: "all items"}}
		case 7: // remarks
			e.Remarks = "amended"
		case 8: // a number
			e.Identifiers = []lists.Identifier{{Type: "Tax ID", Number: fmt.Sprint(12340000 + i)}}
		case 9: // delisted and listed anew
			e.ID = "new-" + e.ID
		case 10: // terms that hold from a day on
			e.Listings = []lists.Listing{{From: decidedOn}}
		}
		next = append(next, e)
	}
	return next
}

// Rescreen gives what screening everything twice gives.
func TestRescreenIsExact(t *testing.T) {
	for seed := range uint64(3) {
		rng := rand.New(rand.NewPCG(seed, 7))
		words := strings.Fields("Hikvision Dahua Technology Trading Iran Bank Steel Ivanov Igor Meridian Zarya Kvant GmbH Beijing Institute Xinjiang 公安局 大华 7 Ali")
		name := func() string {
			var n []string
			for range 1 + rng.IntN(4) {
				n = append(n, words[rng.IntN(len(words))])
			}
			return strings.Join(n, " ")
		}
		var entities []lists.Entity
		for i := range 150 {
			entities = append(entities, lists.Entity{ID: fmt.Sprintf("%03d", i), Kind: lists.Kind(rng.IntN(5)), Countries: []string{"CN"}, Names: []lists.Name{{Text: name()}, {Text: name(), Kind: lists.Alias}}})
		}
		before, after := listOf(t, entities), listOf(t, nextEdition(rng, entities))
		var parties []screen.Party
		for range 120 {
			p := screen.Party{Name: name()}
			if rng.IntN(2) == 0 {
				p.Countries = []string{[]string{"CN", "RU", "DE"}[rng.IntN(3)]}
			}
			if rng.IntN(4) == 0 {
				p.Identifiers = []lists.Identifier{{Type: "Tax ID", Number: fmt.Sprint(12340000 + rng.IntN(150))}}
			}
			parties = append(parties, p)
		}
		for _, opts := range []screen.Options{{}, {Review: .3, Match: .4}, {AsOf: lists.Date{Year: 2020, Month: 1, Day: 1}}, {Decisions: someDecisions(t, before, parties), Today: someDay}} {
			want := describeAll(rescreenPlainly(t, before, after, opts, parties))
			got := describeAll(rescreen(t, before, after, opts, parties))
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("seed %d, %+v: differs from screening everything twice (-want +got):\n%s", seed, opts, diff)
			}
			if len(want) < 20 {
				t.Errorf("seed %d, %+v: only %d changes: the test tests little", seed, opts, len(want))
			}
		}
	}
}

func listOf(t *testing.T, entities []lists.Entity) *lists.List {
	t.Helper()
	l, err := lists.NewList("test", "a list of the test", someDay, entities)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// someDecisions clears the best hit of every second party.
func someDecisions(t *testing.T, list *lists.List, parties []screen.Party) *screen.Ledger {
	t.Helper()
	s, err := screen.New(list, screen.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var decisions []screen.Decision
	for i, p := range parties {
		if r := s.ScreenParty(p); i%2 == 0 && len(r.Hits) > 0 {
			decisions = append(decisions, decide(t, s, p, []screen.Verdict{screen.NotTheSameParty, screen.Confirmed}[i/2%2]))
		}
	}
	return ledger(t, decisions...)
}

// The two editions of the shared Consolidated Screening List, with names of some
// of its entities and changes of them, where -all asks for it.
func TestRescreenSharedEditions(t *testing.T) {
	if !*all {
		t.Skip("the shared editions are rescreened with -all")
	}
	var editions [2]*lists.List
	for i, file := range []string{"csl-2022-05.csv", "csl-2026-07-31.csv"} {
		l, err := lists.Open("../../shared/lists/" + file)
		if errors.Is(err, fs.ErrNotExist) {
			t.Skip("the shared lists are absent")
		} else if err != nil {
			t.Fatal(err)
		}
		editions[i] = l
	}
	rng := rand.New(rand.NewPCG(3, 5))
	var parties []screen.Party
	for _, l := range editions {
		for e := range l.All() {
			if rng.IntN(150) == 0 {
				parties = append(parties, screen.Party{Name: slip(rng, e.Names[rng.IntN(len(e.Names))].Text)})
			}
		}
	}
	want := describeAll(rescreenPlainly(t, editions[0], editions[1], screen.Options{}, parties))
	got := describeAll(rescreen(t, editions[0], editions[1], screen.Options{}, parties))
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("differs from screening everything twice (-want +got):\n%s", diff)
	}
	t.Logf("%d parties, %d changes", len(parties), len(got))
}

func TestRescreenFails(t *testing.T) {
	list := listOf(t, []lists.Entity{listed()})
	changes := lists.Diff(list, listOf(t, []lists.Entity{{ID: "x", Names: []lists.Name{{Text: "Hikvision"}}}}))
	parties := slices.Values([]screen.Party{{Name: "Hikvision"}})
	for _, err := range screen.Rescreen(t.Context(), changes, screen.Options{Review: 2}, parties) {
		if err == nil {
			t.Error("thresholds out of range were accepted")
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, err := range screen.Rescreen(ctx, changes, screen.Options{}, parties) {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("error %v, want %v", err, context.Canceled)
		}
	}
	for c := range screen.Rescreen(t.Context(), lists.Changes{}, screen.Options{}, parties) {
		t.Errorf("no change of the list has changed an alert: %+v", c)
	}
}

func ExampleRescreen() {
	vendors := []screen.Party{{Name: "Siemens AG"}, {Name: "Hikvison Digital Technology"}}
	before, _ := lists.NewList("mine", "my list", lists.Date{}, []lists.Entity{{ID: "1", Names: []lists.Name{{Text: "Kunlun Bank"}}}})
	after, _ := lists.NewList("mine", "my list", lists.Date{}, []lists.Entity{
		{ID: "1", Names: []lists.Name{{Text: "Kunlun Bank"}}},
		{ID: "2", Names: []lists.Name{{Text: "Hikvision Digital Technology"}}},
	})
	for change, err := range screen.Rescreen(context.Background(), lists.Diff(before, after), screen.Options{}, slices.Values(vendors)) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Printf("%s: %s, %s %.2f\n", change.Party.Name, change.Effect(), change.After.Name.Text, change.After.Score)
	}
	// Output:
	// Hikvison Digital Technology: newly alerted, Hikvision Digital Technology 0.93
}
