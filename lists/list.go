package lists

import (
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
)

// List is a restricted-party list: entities, validated once, sorted by ID. It
// is immutable and safe for use by many goroutines at once. Its zero value is
// not a list; lists come from [Embedded], [Open], [Read], [NewList] and
// [Merge].
type List struct {
	id, title string
	asOf      Date
	digest    string
	entities  []*Entity // sorted by ID
	notes     []string
	parts     []string // IDs of the lists that were merged into this one
}

// NewList returns a list of the caller's own: a private watch list, or one
// read from a format that this package does not know. It copies the entities
// and holds them to the same rules as an official list:
//
//   - an ID that no other entity of the list has;
//   - a name or, where the authority lists a bare address, an address;
//   - no empty name, and at most one [Primary] on any day;
//   - calendar dates, with From not after Until;
//   - countries in the shape of ISO 3166-1 alpha-2;
//   - UTF-8 without NUL throughout.
//
// asOf is the day of publication, from which a reader judges how stale the
// list is; zero if not known. A list without entities is an error, because it
// would match nobody and look like good news.
func NewList(id, title string, asOf Date, entities []Entity) (*List, error) {
	copies := make([]*Entity, len(entities))
	for i := range entities {
		copies[i] = entities[i].clone()
	}
	return build(List{id: id, title: title, asOf: asOf}, copies, func(i int, err error) error {
		return fmt.Errorf("lists: list %q: entity %d (ID %q): %w", id, i+1, entities[i].ID, err)
	})
}

// build completes l with entities, which it owns from here on. locate words an
// error about the entity at index i.
func build(l List, entities []*Entity, locate func(i int, err error) error) (*List, error) {
	if l.id == "" {
		return nil, errors.New("lists: a list needs an ID")
	}
	if !isDate(l.asOf) {
		return nil, fmt.Errorf("lists: list %q: its date %s is not in the calendar", l.id, l.asOf)
	}
	if len(entities) == 0 {
		return nil, fmt.Errorf("lists: list %q: %w", l.id, ErrEmpty)
	}
	seen := make(map[string]int, len(entities))
	for i, e := range entities {
		if err := validate(e); err != nil {
			return nil, locate(i, err)
		}
		if first, ok := seen[e.ID]; ok {
			return nil, locate(i, fmt.Errorf("%w: ID %q is that of entity %d too", ErrDuplicate, e.ID, first+1))
		}
		seen[e.ID] = i
	}
	slices.SortFunc(entities, func(a, b *Entity) int { return strings.Compare(a.ID, b.ID) })
	l.entities, l.digest = entities, digest(entities)
	if len(l.parts) == 0 {
		l.parts = []string{l.id}
	}
	return &l, nil
}

// ID returns the short name of the list, such as "csl".
func (l *List) ID() string { return l.id }

// Title returns the name of the list for people.
func (l *List) Title() string { return l.title }

// AsOf returns the day of publication, and the zero Date if the list does not
// state it.
func (l *List) AsOf() Date { return l.asOf }

// WithAsOf returns the same list with another day of publication, for formats
// that do not state their own.
func (l *List) WithAsOf(asOf Date) *List {
	dated := *l
	dated.asOf = asOf
	return &dated
}

// Digest returns the hexadecimal SHA-256 of the entities. Two lists have the
// same digest if and only if they have the same entities, whatever the order
// of the rows they were read from; ID, title, date and notes of the list do
// not enter.
//
// What is hashed can be written by any program: the entities in ID order (by
// bytes), each as its fields and those of its parts in order of declaration. A
// string is its length in bytes in decimal, a colon, and its bytes; a kind or
// a date is the string that its String method returns; a slice is the number
// of its elements, a colon, and the elements.
func (l *List) Digest() string { return l.digest }

// Len returns the number of entities.
func (l *List) Len() int { return len(l.entities) }

// All returns the entities sorted by ID. It may be ranged over repeatedly.
func (l *List) All() iter.Seq[*Entity] { return slices.Values(l.entities) }

// ByID returns the entity with the ID, or nil if there is none.
func (l *List) ByID(id string) *Entity {
	i, ok := slices.BinarySearchFunc(l.entities, id, func(e *Entity, id string) int { return strings.Compare(e.ID, id) })
	if !ok {
		return nil
	}
	return l.entities[i]
}

// Notes returns what the reader repaired or passed over, why, and how often,
// so that whoever loads a list can put it on record. A fact that no note
// mentions is in the list.
func (l *List) Notes() []string { return slices.Clone(l.notes) }

// clone returns a copy that shares no memory that could be written to.
func (e *Entity) clone() *Entity {
	c := *e
	c.Names = slices.Clone(e.Names)
	c.Countries = slices.Clone(e.Countries)
	c.Addresses = slices.Clone(e.Addresses)
	c.Identifiers = slices.Clone(e.Identifiers)
	c.BirthDates = slices.Clone(e.BirthDates)
	c.Programs = slices.Clone(e.Programs)
	c.Listings = slices.Clone(e.Listings)
	for i := range c.Listings {
		c.Listings[i].Citations = slices.Clone(c.Listings[i].Citations)
	}
	return &c
}
