package screen

import (
	"strings"

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

func (e *evidence) acronyms(found []agreement) []agreement {
	for i, t := range e.query.terms {
		if isAcronymOf(t, e.listed) {
			found = append(found, agreement{i, i + 1, 0, len(e.listed.terms), similarAcronym(t.text, false), Acronym})
		}
	}
	for j, t := range e.listed.terms {
		if isAcronymOf(t, e.query) {
			found = append(found, agreement{0, len(e.query.terms), j, j + 1, similarAcronym(t.text, true), Acronym})
		}
	}
	return found
}

// acronyms returns what isAcronymOf takes for the acronym of n.
func (n *name) acronyms() []string {
	if len(n.initials) < minAcronymWords {
		return nil
	}
	out := []string{n.allWords}
	for end := len(n.initials); end <= len(n.withForm); end++ {
		if strings.HasPrefix(n.withForm, n.initials) {
			out = append(out, n.withForm[:end])
		}
	}
	return out
}

func isAcronymLength(s string) bool { return minAcronym <= len(s) && len(s) <= maxAcronym }

func isAcronymOf(t *term, n *name) bool {
	if t.role != normalize.Distinctive || !isAcronymLength(t.text) || len(n.initials) < minAcronymWords || n.manner == asPerson {
		return false
	}
	letters := t.text
	if t.native != "" {
		letters = t.native
	}
	return letters == n.allWords || strings.HasPrefix(letters, n.initials) && strings.HasPrefix(n.withForm, letters) && len(letters) <= len(n.initials)+2
}
