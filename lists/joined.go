package lists

import (
	"slices"
	"strings"
)

// joiner makes entities of records that each state a part of one: a name, an
// address, a date of birth.
type joiner struct {
	byID     map[string]*Entity
	entities []*Entity
	places   []place
	notes    noteBook
}

// place is where an entity comes up first.
type place struct{ record, line int }

// entity returns the entity with an ID, a new one if there is none.
func (j *joiner) entity(id string, at place) (e *Entity, isNew bool) {
	if e := j.byID[id]; e != nil {
		return e, false
	}
	if j.byID == nil {
		j.byID = make(map[string]*Entity)
	}
	e = &Entity{ID: strings.Clone(id)}
	j.byID[e.ID] = e
	j.entities, j.places = append(j.entities, e), append(j.places, at)
	return e, true
}

// done returns what a reader returns of the entities.
func (j *joiner) done(file string, format Format) *parsed {
	return &parsed{entities: j.entities, notes: j.notes.lines(), locate: func(i int, err error) error {
		kind := sentinel(err)
		return &ParseError{File: file, Format: format, Record: j.places[i].record, Line: j.places[i].line, Reason: strings.TrimPrefix(err.Error(), kind.Error()+": "), Err: kind}
	}}
}

// The add functions add what the entity has not got yet: the records of one entity
// repeat what they have in common.

func (e *Entity) addName(n Name) {
	if n.Text == "" || hasName(e.Names, n.Text) {
		return
	}
	if n.Kind == Primary && slices.ContainsFunc(e.Names, func(o Name) bool { return o.Kind == Primary }) {
		n.Kind = Alias
	}
	e.Names = append(e.Names, n)
}

func (e *Entity) addIdentifier(id Identifier) {
	if id.Number != "" && !slices.Contains(e.Identifiers, id) {
		e.Identifiers = append(e.Identifiers, id)
	}
}

func (e *Entity) addNewAddress(country, source string, parts ...string) {
	e.addAddress(country, source, parts...)
	if n := len(e.Addresses) - 1; n > 0 && slices.Contains(e.Addresses[:n], e.Addresses[n]) {
		e.Addresses = e.Addresses[:n]
	}
}

// addText adds a text to a list of texts.
func addText(list *[]string, text string) {
	if text != "" && !slices.Contains(*list, text) {
		*list = append(*list, text)
	}
}

// addRemark adds to the remarks of an entity what they do not say yet.
func (e *Entity) addRemark(label, text string) {
	if text == "" {
		return
	}
	if label != "" {
		text = label + ": " + text
	}
	switch {
	case e.Remarks == "":
		e.Remarks = text
	case !strings.Contains("; "+e.Remarks+"; ", "; "+text+"; "):
		e.Remarks += "; " + text
	}
}
