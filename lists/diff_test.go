package lists

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestDiff(t *testing.T) {
	dpl := []Listing{{Authority: "BIS", List: "DPL"}}
	base := []Entity{
		{ID: "1", Names: []Name{{Text: "First Works"}, {Text: "FW", Kind: Alias}}, Programs: []string{"A", "B"}},
		{ID: "2", Names: []Name{{Text: "Second Works"}}, Countries: []string{"RU"}},
		{ID: "hash-a", Names: []Name{{Text: "Numberless Trader"}}, Listings: dpl, Remarks: "old"},
		{ID: "hash-b", Names: []Name{{Text: "Old Name"}, {Text: "Nickname", Kind: Alias}}, Listings: dpl, Addresses: []Address{{Text: "1 Road"}}},
	}
	list := func(change func([]Entity) []Entity) *List {
		entities := slices.Clone(base)
		if change != nil {
			entities = change(entities)
		}
		l, err := NewList("example", "example", Date{}, entities)
		if err != nil {
			t.Fatal(err)
		}
		return l
	}
	for _, tt := range []struct {
		reason string
		change func([]Entity) []Entity
		want   string
	}{
		{"nothing", nil, ""},
		{"another order of records and values", func(e []Entity) []Entity {
			slices.Reverse(e)
			e[3].Programs = []string{"B", "A"}
			return e
		}, ""},
		{"one more", func(e []Entity) []Entity { return append(e, Entity{ID: "3", Names: []Name{{Text: "Third"}}}) }, "+ 3 Third\n"},
		{"one less", func(e []Entity) []Entity { return e[1:] }, "- 1 First Works\n"},
		{"renamed", func(e []Entity) []Entity { e[1].Names = []Name{{Text: "Zarya"}}; return e }, "~ 2 Second Works: names; now Zarya\n"},
		{"several fields", func(e []Entity) []Entity { e[1].Countries, e[1].Remarks = []string{"BY"}, "new"; return e }, "~ 2 Second Works: countries, remarks\n"},
		{"a hash for an ID, and the remarks changed", func(e []Entity) []Entity { e[2].ID, e[2].Remarks = "hash-c", "new"; return e }, "~ hash-a Numberless Trader: id, remarks\n"},
		{"a hash for an ID, renamed, an alias and address the same", func(e []Entity) []Entity {
			e[3].ID, e[3].Names = "hash-d", []Name{{Text: "New Name"}, {Text: "Nickname", Kind: Alias}}
			return e
		}, "~ hash-b Old Name: id, names; now New Name\n"},
		{"a hash for an ID, of another list", func(e []Entity) []Entity {
			e[2].ID, e[2].Listings = "hash-e", []Listing{{Authority: "BIS", List: "Entity List"}}
			return e
		}, "+ hash-e Numberless Trader\n- hash-a Numberless Trader\n"},
	} {
		c := Diff(list(nil), list(tt.change))
		if diff := cmp.Diff(tt.want, c.String()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.reason, diff)
		}
		if c.Empty() != (tt.want == "") {
			t.Errorf("%s: Empty is %v", tt.reason, c.Empty())
		}
	}
}

// TestSharedDiff holds Diff on two editions that are four years apart: what is
// added less what is removed is the growth, and going back is the reverse.
func TestSharedDiff(t *testing.T) {
	before, err := Open(sharedFile(t, "csl-2022-05.csv"))
	if err != nil {
		t.Fatal(err)
	}
	after, err := Open(sharedFile(t, "csl-2026-07-31.csv"))
	if err != nil {
		t.Fatal(err)
	}
	c, back := Diff(before, after), Diff(after, before)
	if got := len(c.Added) - len(c.Removed); got != after.Len()-before.Len() {
		t.Errorf("%d added, %d removed, want a growth of %d", len(c.Added), len(c.Removed), after.Len()-before.Len())
	}
	if len(back.Added) != len(c.Removed) || len(back.Removed) != len(c.Added) || len(back.Changed) != len(c.Changed) {
		t.Errorf("back: %d, %d, %d, there: %d, %d, %d", len(back.Added), len(back.Removed), len(back.Changed), len(c.Added), len(c.Removed), len(c.Changed))
	}
	if len(c.Changed) < before.Len()/2 {
		t.Errorf("only %d of %d entities are known again", len(c.Changed), before.Len())
	}
	t.Logf("%d added, %d removed, %d changed", len(c.Added), len(c.Removed), len(c.Changed))
}

func ExampleDiff() {
	before, _ := NewList("watch", "watch list", Date{}, []Entity{{ID: "1", Names: []Name{{Text: "Zarya"}}}})
	after, _ := NewList("watch", "watch list", Date{}, []Entity{{ID: "1", Names: []Name{{Text: "Zarya Works"}}}, {ID: "2", Names: []Name{{Text: "Kvant"}}}})
	changes := Diff(before, after)
	fmt.Print(changes.String())
	// Output:
	// + 2 Kvant
	// ~ 1 Zarya: names; now Zarya Works
}
