package lists

import (
	"errors"
	"slices"
	"testing"
)

func TestMerge(t *testing.T) {
	old, recent := Date{2024, 1, 1}, Date{2026, 1, 1}
	a := testList(t, "a", recent, "1", "2")
	b := testList(t, "b", old, "2", "3")
	c := testList(t, "c", Date{}, "4")
	for _, tt := range []struct {
		reason string
		lists  []*List
		id     string
		asOf   Date
		want   []string
	}{
		{"one list is itself", []*List{a}, "a", recent, []string{"1", "2"}},
		{"only the ID that both have is prefixed; the older date counts", []*List{a, b}, "a+b", old, []string{"1", "3", "a:2", "b:2"}},
		{"nobody knows how old the whole is when one part does not say", []*List{a, b, c}, "a+b+c", Date{}, []string{"1", "3", "4", "a:2", "b:2"}},
	} {
		m, err := Merge(tt.lists...)
		if err != nil {
			t.Errorf("%s: %v", tt.reason, err)
			continue
		}
		var ids []string
		for e := range m.All() {
			ids = append(ids, e.ID)
		}
		if m.ID() != tt.id || m.AsOf() != tt.asOf || !slices.Equal(ids, tt.want) {
			t.Errorf("%s: got %q of %v with %q", tt.reason, m.ID(), m.AsOf(), ids)
		}
	}
	if a.ByID("2") == nil {
		t.Error("Merge changed its argument")
	}
	ab, err := Merge(a, b)
	if err != nil {
		t.Fatal(err)
	}
	ba, err := Merge(b, a)
	if err != nil || ab.Digest() != ba.Digest() {
		t.Errorf("the order of lists changes the digest; %v", err)
	}
	if _, err := Merge(ab, b); !errors.Is(err, ErrDuplicate) {
		t.Errorf("a list merged with one that contains it: %v", err)
	}
}

func TestMergeRejects(t *testing.T) {
	a := testList(t, "a", Date{}, "1")
	for _, tt := range []struct {
		reason string
		lists  []*List
		want   error
	}{
		{"nothing to merge", nil, nil},
		{"a list that failed to load", []*List{a, nil}, nil},
		{"the same list twice", []*List{a, a}, ErrDuplicate},
		{"another edition of the same list", []*List{a, testList(t, "a", Date{2026, 1, 1}, "9")}, ErrDuplicate},
	} {
		if m, err := Merge(tt.lists...); m != nil || err == nil || tt.want != nil && !errors.Is(err, tt.want) {
			t.Errorf("%s: got %v, %v", tt.reason, m, err)
		}
	}
	// "x" has taken the name that a collision would give.
	x := testList(t, "x", Date{}, "a:1", "1")
	if _, err := Merge(a, x); !errors.Is(err, ErrDuplicate) {
		t.Errorf("prefixed ID that is taken: %v", err)
	}
}

func TestMergeKeepsNotes(t *testing.T) {
	l := readExcerpt(t)
	m, err := Merge(l, testList(t, "a", Date{}, "1"))
	if err != nil {
		t.Fatal(err)
	}
	if len(m.Notes()) != len(l.Notes()) || m.Notes()[0] != "csl: "+l.Notes()[0] {
		t.Errorf("got %q", m.Notes())
	}
}
