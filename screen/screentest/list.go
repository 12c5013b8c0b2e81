package screentest

import (
	"testing"

	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/screen"
)

// Entity returns an entity with a primary name and aliases. What else a test needs
// of it is set in its fields.
func Entity(id, name string, aliases ...string) lists.Entity {
	e := lists.Entity{ID: id, Names: []lists.Name{{Text: name}}}
	for _, a := range aliases {
		e.Names = append(e.Names, lists.Name{Text: a, Kind: lists.Alias})
	}
	return e
}

// List returns a list of entities, named after the test. Entities that no list may
// have end the test.
func List(t testing.TB, entities ...lists.Entity) *lists.List {
	t.Helper()
	list, err := lists.NewList(t.Name(), "a list of "+t.Name(), lists.Date{}, entities)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// Screener returns a screener for a list of entities. It names near misses, so that
// a test that fails shows them.
func Screener(t testing.TB, opts screen.Options, entities ...lists.Entity) *screen.Screener {
	t.Helper()
	if opts.Nearest == 0 {
		opts.Nearest = nearest
	}
	return newScreener(t, List(t, entities...), opts)
}

func newScreener(t testing.TB, list *lists.List, opts screen.Options) *screen.Screener {
	t.Helper()
	s, err := screen.New(list, opts)
	if err != nil {
		t.Fatal(err)
	}
	return s
}
