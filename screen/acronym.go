package screen

import (
	"bytes"
	"cmp"

	"github.com/partyscreen/partyscreen/normalize"
)

// Acronyms: a single word of the query that is the initials of the listed
// name, or the other way round.
const (
	minAcronym      = 3
	maxAcronym      = 8
	minAcronymWords = 2 // without the legal form
)

// similarAcronym is the agreement of an acronym with the words behind it, by
// its letters. Three letters are the initials of some listed name nearly
// always, five hardly ever by chance. A listed acronym is a weaker reason to
// spell out: nobody writes the words in place of it.
//
// What can be spoken (Sparc, Magma) is a brand more often than an acronym.
func similarAcronym(acronym string, listed bool) float64 {
	s := 0.85
	switch letters := len(acronym); {
	case letters <= 3:
		s = 0.5
	case letters == 4:
		s = 0.75
	case !isAcronym(acronym):
		s = 0.65
	}
	if listed {
		s -= 0.1
	}
	return s
}

// acronyms notes the words of one name that are an acronym of the other.
func (e *evidence) acronyms() {
	var q, l initials
	for i, t := range e.query.terms {
		if mayBeAcronym(t, e.listed) && l.of(e.listed).areAcronym(t) {
			e.possible = append(e.possible, agreement{i, i + 1, 0, len(e.listed.terms), similarAcronym(t.text, false), Acronym})
		}
	}
	for j, t := range e.listed.terms {
		if mayBeAcronym(t, e.query) && q.of(e.query).areAcronym(t) {
			e.possible = append(e.possible, agreement{0, len(e.query.terms), j, j + 1, similarAcronym(t.text, true), Acronym})
		}
	}
}

// initials are the first letters of the words of a name, as acronyms take them.
// Longer names have none.
type initials struct {
	all     initialLetters // with the particles: University of Science
	form    initialLetters // with the legal form: National Iranian Oil Company
	usual   initialLetters // without
	written bool
}

// initialLetters is a short text.
type initialLetters struct {
	letters [4 * maxAcronym]byte
	size    int
}

func (l *initialLetters) bytes() []byte { return l.letters[:l.size] }

func (l *initialLetters) add(s string) { l.size += copy(l.letters[l.size:], s) }

// of writes out the initials of a name, once.
func (in *initials) of(n *name) *initials {
	if in.written {
		return in
	}
	in.written = true
	for _, t := range n.terms {
		if t.role == normalize.Number {
			continue
		}
		in.all.add(t.initials)
		if t.role != normalize.Particle && !t.and {
			in.form.add(t.initials)
			if t.role != normalize.LegalForm {
				in.usual.add(t.initials)
			}
		}
	}
	return in
}

// each calls f with every acronym of the name.
func (in *initials) each(f func(acronym []byte)) {
	usual := in.usual.bytes()
	if len(usual) < minAcronymWords {
		return
	}
	f(in.all.bytes())
	form := in.form.bytes()
	if !bytes.HasPrefix(form, usual) {
		return
	}
	for end := len(usual); end <= min(len(form), len(usual)+maxFormInitials); end++ {
		f(form[:end])
	}
}

// maxFormInitials is how many initials of a legal form an acronym takes in.
const maxFormInitials = 2

// mayBeAcronym reports a word that looks like an acronym, where the other name
// may have one.
func mayBeAcronym(t *term, other *name) bool {
	return t.role == normalize.Distinctive && minAcronym <= len(t.text) && len(t.text) <= maxAcronym && other.manner != asPerson
}

// areAcronym reports that a word is an acronym of the name.
func (in *initials) areAcronym(t *term) bool {
	if in.usual.size < minAcronymWords {
		return false
	}
	word := cmp.Or(t.native, t.text)
	usual, form := in.usual.bytes(), in.form.bytes()
	return word == string(in.all.bytes()) ||
		len(word) >= len(usual) && len(word) <= len(form) && len(word) <= len(usual)+maxFormInitials &&
			word[:len(usual)] == string(usual) && word == string(form[:len(word)])
}
