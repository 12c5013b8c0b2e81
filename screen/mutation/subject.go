package mutation

import (
	"slices"
	"strings"
	"unicode"

	"github.com/partyscreen/partyscreen/lists"
)

// subject is a name to be changed, with what the kinds ask of it.
type subject struct {
	entity *lists.Entity
	name   lists.Name
	kind   lists.Kind
	text   string
	fields []field
	words  []word
	census *census
}

// field is what stands between spaces.
type field struct {
	start, end int
	legal      bool // part of a legal form
}

// word is a run of letters.
type word struct {
	start, end int
	letters    int
	latin      bool // all letters are Latin
	legal      bool
}

const typeable = 4 // letters of a word in which a typing error is made

func (w word) typeable() bool { return w.latin && !w.legal && w.letters >= typeable }

func newSubject(e *lists.Entity, n lists.Name, c *census) subject {
	s := subject{entity: e, name: n, kind: e.Kind, text: n.Text, census: c}
	s.fields = fieldsOf(n.Text)
	for _, f := range s.fields {
		s.addWords(f)
	}
	return s
}

// fieldsOf splits a text at spaces and marks legal forms, the longest first.
func fieldsOf(text string) []field {
	var fields []field
	start := -1
	for i, c := range text + " " {
		switch {
		case !unicode.IsSpace(c) && start < 0:
			start = i
		case unicode.IsSpace(c) && start >= 0:
			fields = append(fields, field{start: start, end: i})
			start = -1
		}
	}
	for i := 0; i < len(fields); {
		n := 1
		for length := min(formFields, len(fields)-i); length > 0; length-- {
			if formAt(text, fields[i:i+length]) != nil {
				for j := range length {
					fields[i+j].legal = true
				}
				n = length
				break
			}
		}
		i += n
	}
	return fields
}

// addWords appends the runs of letters in a field.
func (s *subject) addWords(f field) {
	w := word{start: -1}
	for i, c := range s.text[f.start:f.end] + " " {
		switch {
		case unicode.IsLetter(c) || unicode.IsMark(c) && w.start >= 0:
			if w.start < 0 {
				w = word{start: f.start + i, latin: true, legal: f.legal}
			}
			w.letters++
			w.latin = w.latin && (unicode.IsMark(c) || unicode.Is(unicode.Latin, c))
		case w.start >= 0:
			w.end = f.start + i
			s.words = append(s.words, w)
			w = word{start: -1}
		}
	}
}

// of returns the text of a word.
func (s *subject) of(w word) string { return s.text[w.start:w.end] }

// with returns the name with one word replaced.
func (s *subject) with(w word, replacement string) string {
	return s.text[:w.start] + replacement + s.text[w.end:]
}

// isLatin reports a name whose words are all Latin.
func (s *subject) isLatin() bool {
	for _, w := range s.words {
		if !w.latin {
			return false
		}
	}
	return len(s.words) > 0
}

// isDistinctive reports a word by which a reader would know the party: at
// least four letters, no part of a legal form, no generic word, and borne by
// few entities of the list.
func (s *subject) isDistinctive(w word) bool {
	return w.letters >= typeable && !w.legal && !isGeneric(s.of(w)) && s.census.isRare(s.of(w))
}

// isPerson reports a natural person, as far as the list says.
func isPerson(s *subject) bool { return s.kind == lists.Individual }

// isParty reports a name that can stand in a vendor file: no ship and no
// aircraft.
func isParty(s *subject) bool { return s.kind != lists.Vessel && s.kind != lists.Aircraft }

// isOrganization reports a company or body. Many rows of official lists do not
// say; a legal form or a word of business then does.
func isOrganization(s *subject) bool {
	switch s.kind {
	case lists.Organization, lists.Government:
		return true
	case lists.Unknown:
		return slices.ContainsFunc(s.words, func(w word) bool { return w.legal || isGeneric(s.of(w)) })
	}
	return false
}

// isCompany reports an organisation that may bear a legal form, and whose name
// is more than one.
func isCompany(s *subject) bool {
	return s.kind != lists.Government && isOrganization(s) && slices.ContainsFunc(s.fields, func(f field) bool { return !f.legal })
}

// isNoPerson reports whatever is not said to be a natural person.
func isNoPerson(s *subject) bool { return !isPerson(s) }

// census counts the entities that bear a word.
type census struct {
	bearers  map[string]int
	entities int
}

// count enters the words of an entity, given in all its names.
func (c *census) count(words map[string]bool) {
	c.entities++
	for w := range words {
		c.bearers[w]++
	}
}

// isRare reports a word borne by no more than one in a thousand entities of
// the list, or by three.
func (c *census) isRare(text string) bool {
	return c.bearers[strings.ToLower(text)] <= max(3, c.entities/1000)
}
