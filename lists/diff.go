package lists

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// Changes are what one edition of a list has and another has not.
type Changes struct {
	Added   []*Entity `json:"added,omitempty"`   // by ID
	Removed []*Entity `json:"removed,omitempty"` // by ID
	Changed []Change  `json:"changed,omitempty"` // by the ID before
}

// Change is an entity that is in both editions and differs.
type Change struct {
	Old    *Entity       `json:"old"`
	New    *Entity       `json:"new"`
	Fields []FieldChange `json:"fields"` // in the order of Entity
}

// FieldChange is what one field of an entity lost and gained.
type FieldChange struct {
	Field string   `json:"field"` // as in the JSON of Entity: "names", "listings" …
	Lost  []string `json:"lost,omitempty"`
	Got   []string `json:"got,omitempty"`
}

// Renamed reports a change of the primary name.
func (c *Change) Renamed() bool { return c.Old.PrimaryName().Text != c.New.PrimaryName().Text }

// Empty reports that two editions have the same entities.
func (c *Changes) Empty() bool { return len(c.Added)+len(c.Removed)+len(c.Changed) == 0 }

// Diff compares two editions of a list, old and new. An entity is the same in both
// if it has the same ID. Where a list numbers nothing, an ID is a hash of what is
// printed, so that of the rest those are taken for one that have the same listing
// and primary name, or else the same listing and one name and address in common.
//
// The order of records and of the values of a field does not matter. The result
// shares the entities of the lists. It costs about as much as reading them.
func Diff(before, after *List) Changes {
	var c Changes
	var gone, come []*Entity
	for e := range before.All() {
		if other := after.ByID(e.ID); other != nil {
			c.compare(e, other)
		} else {
			gone = append(gone, e)
		}
	}
	for e := range after.All() {
		if before.ByID(e.ID) == nil {
			come = append(come, e)
		}
	}
	for _, key := range []func(*Entity) []string{keysByName, keysByAddress} {
		gone, come = c.pair(gone, come, key)
	}
	c.Removed, c.Added = gone, come
	slices.SortFunc(c.Changed, func(a, b Change) int { return strings.Compare(a.Old.ID, b.Old.ID) })
	return c
}

// pair compares what has a key in common that no other has, and returns the rest.
func (c *Changes) pair(gone, come []*Entity, keys func(*Entity) []string) (stillGone, stillCome []*Entity) {
	byKey := make(map[string][]*Entity)
	for _, e := range come {
		for _, k := range keys(e) {
			byKey[k] = append(byKey[k], e)
		}
	}
	times := make(map[string]int)
	for _, e := range gone {
		for _, k := range keys(e) {
			times[k]++
		}
	}
	taken := make(map[*Entity]bool)
	for _, e := range gone {
		var other *Entity
		for _, k := range keys(e) {
			if found := byKey[k]; len(found) == 1 && times[k] == 1 && !taken[found[0]] {
				other = found[0]
				break
			}
		}
		if other == nil {
			stillGone = append(stillGone, e)
			continue
		}
		taken[other] = true
		c.compare(e, other)
	}
	return stillGone, slices.DeleteFunc(come, func(e *Entity) bool { return taken[e] })
}

// listingKey is the authority and list of an entity.
func listingKey(e *Entity) string {
	if len(e.Listings) == 0 {
		return ""
	}
	return e.Listings[0].Authority + "\x00" + e.Listings[0].List + "\x00"
}

func keysByName(e *Entity) []string {
	return []string{listingKey(e) + strings.ToLower(e.PrimaryName().Text)}
}

func keysByAddress(e *Entity) []string {
	var keys []string
	for _, n := range e.Names {
		for _, a := range e.Addresses {
			keys = append(keys, listingKey(e)+strings.ToLower(n.Text+"\x00"+a.Text+a.Country))
		}
	}
	return keys
}

// compare notes in what fields two states of an entity differ.
func (c *Changes) compare(before, after *Entity) {
	var fields []FieldChange
	for _, f := range entityFields {
		lost, got := differ(f.values(before), f.values(after))
		if len(lost)+len(got) > 0 {
			fields = append(fields, FieldChange{f.name, lost, got})
		}
	}
	if fields != nil {
		c.Changed = append(c.Changed, Change{before, after, fields})
	}
}

// entityFields are the fields of an entity as texts. An ID changes where a list
// numbers its entries anew.
var entityFields = []struct {
	name   string
	values func(*Entity) []string
}{
	{"id", func(e *Entity) []string { return []string{e.ID} }},
	{"kind", func(e *Entity) []string { return []string{e.Kind.String()} }},
	{"names", func(e *Entity) []string { return texts(e.Names) }},
	{"countries", func(e *Entity) []string { return e.Countries }},
	{"addresses", func(e *Entity) []string { return texts(e.Addresses) }},
	{"identifiers", func(e *Entity) []string { return texts(e.Identifiers) }},
	{"birth_dates", func(e *Entity) []string { return e.BirthDates }},
	{"programs", func(e *Entity) []string { return e.Programs }},
	{"listings", func(e *Entity) []string { return texts(e.Listings) }},
	{"remarks", func(e *Entity) []string { return []string{e.Remarks} }},
}

// texts returns values as JSON, which has all that they say.
func texts[T any](values []T) []string {
	out := make([]string, len(values))
	for i, v := range values {
		encoded, _ := json.Marshal(v) // of strings, kinds and dates: cannot fail
		out[i] = string(encoded)
	}
	return out
}

// differ returns what only one of two sets of texts has.
func differ(before, after []string) (lost, got []string) {
	if slices.Equal(before, after) {
		return nil, nil
	}
	without := func(a, b []string) (out []string) {
		for _, v := range a {
			if v != "" && !slices.Contains(b, v) {
				out = append(out, v)
			}
		}
		return out
	}
	return without(before, after), without(after, before)
}

// String returns the changes for people, a line each.
func (c *Changes) String() string {
	var b strings.Builder
	for _, e := range c.Added {
		fmt.Fprintf(&b, "+ %s %s\n", e.ID, cmp.Or(e.PrimaryName().Text, "(an address)"))
	}
	for _, e := range c.Removed {
		fmt.Fprintf(&b, "- %s %s\n", e.ID, cmp.Or(e.PrimaryName().Text, "(an address)"))
	}
	for _, ch := range c.Changed {
		var fields []string
		for _, f := range ch.Fields {
			fields = append(fields, f.Field)
		}
		fmt.Fprintf(&b, "~ %s %s: %s", ch.Old.ID, ch.Old.PrimaryName().Text, strings.Join(fields, ", "))
		if ch.Renamed() {
			fmt.Fprintf(&b, "; now %s", ch.New.PrimaryName().Text)
		}
		b.WriteByte('\n')
	}
	return b.String()
}
