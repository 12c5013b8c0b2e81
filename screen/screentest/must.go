package screentest

import (
	"slices"
	"testing"

	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/screen"
)

// PartyScreener is what a test asks: a [screen.Screener], or what the tested program
// has in its place.
type PartyScreener interface {
	ScreenParty(screen.Party) screen.Result
}

// Embedded is a PartyScreener for the embedded list under default options, which
// names near misses too.
func Embedded(t testing.TB) *screen.Screener {
	t.Helper()
	return newScreener(t, lists.Embedded(), screen.Options{Nearest: nearest})
}

// nearest is how many near misses are named where a test does not say.
const nearest = 3

// MustAlert ends the test unless a party, given as a name or a [screen.Party], is an
// alert for the entity with an ID, or for any entity if the ID is empty. A hit that
// a decision has set aside is none.
func MustAlert[P string | screen.Party](t testing.TB, s PartyScreener, party P, entity string) {
	t.Helper()
	r := s.ScreenParty(asParty(party))
	if !r.Outcome.Alert() || entity != "" && !slices.ContainsFunc(r.Hits, isOf(entity)) {
		t.Fatalf("%q must alert%s\n%s", r.Party.Name, forEntity(entity), Explain(r))
	}
}

// MustNotAlert ends the test unless a party has the outcome NoMatch. A party that
// cannot be screened fails too: nothing was compared.
func MustNotAlert[P string | screen.Party](t testing.TB, s PartyScreener, party P) {
	t.Helper()
	if r := s.ScreenParty(asParty(party)); r.Outcome != screen.NoMatch {
		t.Fatalf("%q must not alert\n%s", r.Party.Name, Explain(r))
	}
}

// MustBeNearest ends the test unless the entity with an ID is the one that a party
// comes nearest, as an alert or below the review threshold. For the latter the
// screener must have been made with Options.Nearest.
func MustBeNearest[P string | screen.Party](t testing.TB, s PartyScreener, party P, entity string) {
	t.Helper()
	r := s.ScreenParty(asParty(party))
	hits := slices.Concat(r.Hits, r.Nearest)
	if len(hits) == 0 || hits[0].Entity.ID != entity {
		t.Fatalf("the entity nearest %q must be %s\n%s", r.Party.Name, entity, Explain(r))
	}
}

func asParty[P string | screen.Party](p P) screen.Party {
	if name, ok := any(p).(string); ok {
		return screen.Party{Name: name}
	}
	return any(p).(screen.Party)
}

func isOf(entity string) func(screen.Hit) bool {
	return func(h screen.Hit) bool { return h.Entity.ID == entity }
}

func forEntity(entity string) string {
	if entity == "" {
		return ""
	}
	return " for " + entity
}
