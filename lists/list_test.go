package lists

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"
)

func TestNewListRejects(t *testing.T) {
	day := func(y int16, m, d uint8) Date { return Date{y, m, d} }
	named := func(names ...Name) []Entity { return []Entity{{ID: "a", Names: names}} }
	ok := Name{Text: "A"}
	for _, tt := range []struct {
		reason   string
		entities []Entity
		want     error
	}{
		{"an empty list matches nobody and looks like good news", nil, ErrEmpty},
		{"hits are reported by ID", []Entity{{Names: []Name{ok}}}, ErrInvalid},
		{"white space in an ID gets lost in logs", []Entity{{ID: " a", Names: []Name{ok}}}, ErrInvalid},
		{"two entities of one ID cannot be told apart", []Entity{{ID: "a", Names: []Name{ok}}, {ID: "a", Names: []Name{ok}}}, ErrDuplicate},
		{"nothing to match by", []Entity{{ID: "a"}}, ErrInvalid},
		{"an empty name matches nobody", named(Name{Text: " \u3000"}), ErrInvalid},
		{"bytes that are no characters", named(Name{Text: "\xff"}), ErrInvalid},
		{"a NUL ends strings in other systems", named(Name{Text: "a\x00b"}), ErrInvalid},
		{"a kind that is no constant", []Entity{{ID: "a", Kind: 99, Names: []Name{ok}}}, ErrInvalid},
		{"a kind of name that is no constant", named(Name{Text: "A", Kind: 99}), ErrInvalid},
		{"a period that ends before it starts", named(Name{Text: "A", From: day(2020, 1, 2), Until: day(2020, 1, 1)}), ErrInvalid},
		{"no such day", named(Name{Text: "A", From: day(2020, 2, 30)}), ErrInvalid},
		{"no such month", named(Name{Text: "A", Until: day(2020, 13, 1)}), ErrInvalid},
		{"two primary names without dates", named(ok, Name{Text: "B"}), ErrInvalid},
		{"two primary names overlap by a day", named(Name{Text: "A", Until: day(2020, 1, 2)}, Name{Text: "B", From: day(2020, 1, 1)}), ErrInvalid},
		{"countries are codes", []Entity{{ID: "a", Names: []Name{ok}, Countries: []string{"China"}}}, ErrInvalid},
		{"country of an address", []Entity{{ID: "a", Addresses: []Address{{Text: "x", Country: "cn"}}}}, ErrInvalid},
		{"empty address", []Entity{{ID: "a", Addresses: []Address{{}}}}, ErrInvalid},
		{"identifier without number", []Entity{{ID: "a", Names: []Name{ok}, Identifiers: []Identifier{{Type: "ISIN"}}}}, ErrInvalid},
		{"listing that ends before it starts", []Entity{{ID: "a", Names: []Name{ok}, Listings: []Listing{{From: day(2020, 1, 2), Until: day(2019, 1, 1)}}}}, ErrInvalid},
	} {
		l, err := NewList("test", "Test", Date{}, tt.entities)
		if l != nil || !errors.Is(err, tt.want) || !strings.HasPrefix(err.Error(), "lists: ") {
			t.Errorf("%s: got %v, %v; want %v", tt.reason, l, err, tt.want)
		}
	}
	if _, err := NewList("", "", Date{}, named(ok)); err == nil {
		t.Error("a list without ID was accepted")
	}
	if _, err := NewList("a", "", day(2020, 2, 30), named(ok)); err == nil {
		t.Error("a list of 30 February was accepted")
	}
}

func TestNewListAccepts(t *testing.T) {
	day := Date{2020, 1, 1}
	for _, tt := range []struct {
		reason string
		entity Entity
	}{
		{"the Entity List has bare addresses", Entity{ID: "a", Addresses: []Address{{Country: "HK"}}}},
		{"one primary name follows another on the same day", Entity{ID: "a", Names: []Name{{Text: "A", Until: day}, {Text: "B", From: day}}}},
		{"aliases overlap freely", Entity{ID: "a", Names: []Name{{Text: "A"}, {Text: "B", Kind: Alias}, {Text: "C", Kind: Alias}}}},
		{"XK is not in ISO 3166, but lists use it", Entity{ID: "a", Names: []Name{{Text: "A"}}, Countries: []string{"XK"}}},
		{"an end without a beginning", Entity{ID: "a", Names: []Name{{Text: "A", Until: day}}}},
	} {
		if _, err := NewList("test", "", Date{}, []Entity{tt.entity}); err != nil {
			t.Errorf("%s: %v", tt.reason, err)
		}
	}
}

func testList(t *testing.T, id string, asOf Date, ids ...string) *List {
	t.Helper()
	var entities []Entity
	for _, e := range ids {
		entities = append(entities, Entity{ID: e, Names: []Name{{Text: "Name of " + e}}})
	}
	l, err := NewList(id, "Title of "+id, asOf, entities)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestListIsSortedAndSearchable(t *testing.T) {
	l := testList(t, "x", Date{2026, 1, 1}, "c", "a", "b")
	for range 2 { // All may be ranged over again
		var ids []string
		for e := range l.All() {
			ids = append(ids, e.ID)
			if l.ByID(e.ID) != e {
				t.Errorf("ByID(%q) is another entity than in All", e.ID)
			}
		}
		if !slices.Equal(ids, []string{"a", "b", "c"}) {
			t.Errorf("All yields %q", ids)
		}
	}
	for range l.All() {
		break // must not panic
	}
	if l.ByID("") != nil || l.ByID("aa") != nil || l.ByID("d") != nil {
		t.Error("ByID found what is not there")
	}
	if l.Len() != 3 || l.ID() != "x" || l.Title() != "Title of x" || l.Notes() != nil {
		t.Errorf("got %d, %q, %q, %q", l.Len(), l.ID(), l.Title(), l.Notes())
	}
}

func TestListIsImmutable(t *testing.T) {
	entities := []Entity{fullEntity()}
	l, err := NewList("x", "", Date{}, entities)
	if err != nil {
		t.Fatal(err)
	}
	e := &entities[0]
	e.Names[0].Text, e.Countries[0], e.Addresses[0].Text = "changed", "ZZ", "changed"
	e.Identifiers[0].Number, e.BirthDates[0], e.Programs[0] = "changed", "changed", "changed"
	e.Listings[0].List, e.Listings[0].Citations[0] = "changed", "changed"
	if want := fullEntity(); !reflect.DeepEqual(*l.ByID("id"), want) {
		t.Errorf("the caller's slice shows through:\n%+v\n%+v", *l.ByID("id"), want)
	}
	dated := l.WithAsOf(Date{2026, 1, 1})
	if !l.AsOf().IsZero() || dated.AsOf() != (Date{2026, 1, 1}) || dated.Digest() != l.Digest() || dated.ByID("id") == nil {
		t.Error("WithAsOf must return the same list with another date")
	}
}
