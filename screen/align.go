package screen

import (
	"cmp"
	"slices"
	"strings"

	"github.com/partyscreen/partyscreen/normalize"
)

// agreement is words query[q0:q1] and listed[l0:l1] that agree; one of the
// ranges is a single word, the other may be several where a name was split,
// joined or shortened to its initials.
type agreement struct {
	q0, q1, l0, l1 int
	similarity     float64
	how            Agreement
}

// maxJoin bounds the words that are joined to one: Hai Kang Wei Shi. Listed
// names are joined less far, because each joined run is a key of the index.
const (
	maxJoin       = 5
	maxListedJoin = 3
)

// align finds which words of a query and a listed name agree: of all words
// that could agree, the best pair first, then the best of the rest. Order is
// free. Equal pairs are taken from the left, so the result is the same
// whatever the order in which pairs were found.
func align(query, listed *name) evidence {
	e := evidence{query: query, listed: listed,
		queryUsed: make([]bool, len(query.terms)), listedUsed: make([]bool, len(listed.terms))}
	found := e.agreements()
	slices.SortStableFunc(found, func(a, b agreement) int {
		return cmp.Or(
			cmp.Compare(e.gain(b), e.gain(a)),
			cmp.Compare(abs(a.q0-a.l0), abs(b.q0-b.l0)),
			cmp.Compare(a.q0, b.q0), cmp.Compare(a.l0, b.l0), cmp.Compare(a.q1, b.q1))
	})
	for _, a := range found {
		if anyUsed(e.queryUsed[a.q0:a.q1]) || anyUsed(e.listedUsed[a.l0:a.l1]) {
			continue
		}
		setUsed(e.queryUsed[a.q0:a.q1])
		setUsed(e.listedUsed[a.l0:a.l1])
		e.pairs = append(e.pairs, a)
	}
	return e
}

// gain is the listed weight that an agreement covers. Exact agreement comes
// before fuzzy, and a single word before a join of the same worth.
func (e *evidence) gain(a agreement) float64 {
	w := 0.0
	for j := a.l0; j < a.l1; j++ {
		w += e.listed.terms[j].weight
	}
	g := (w + 0.01) * a.similarity * a.similarity
	if a.q1-a.q0+a.l1-a.l0 > 2 {
		g *= 0.999
	}
	return g
}

func anyUsed(used []bool) bool { return slices.Contains(used, true) }

func setUsed(used []bool) {
	for i := range used {
		used[i] = true
	}
}

func abs(n int) int { return max(n, -n) }

// agreements returns every pair of words, or of a word and a run of words,
// that could agree.
func (e *evidence) agreements() []agreement {
	var found []agreement
	for i := range e.query.terms {
		for j := range e.listed.terms {
			if s, how := compareTerms(&e.query.terms[i], &e.listed.terms[j]); s > 0 {
				found = append(found, agreement{i, i + 1, j, j + 1, s, how})
			}
			if s, how := e.cutOff(i, j); s > 0 {
				found = append(found, agreement{i, i + 1, j, j + 1, s, how})
			}
		}
	}
	found = e.joined(found, e.query, e.listed, maxJoin, false)
	found = e.joined(found, e.listed, e.query, maxListedJoin, true)
	return e.acronyms(found)
}

// compareTerms compares one word of a query with one of a listed name.
func compareTerms(q, l *term) (float64, Agreement) {
	switch {
	case q.Role == normalize.Number || l.Role == normalize.Number:
		if q.Number != "" && q.Number == l.Number {
			if q.Text == l.Text {
				return 1, Same
			}
			return 1, Translated
		}
		return 0, ""
	case q.Concept != 0 && l.Concept != 0:
		return compareConcepts(q, l)
	case q.Text == "" || l.Text == "":
		return 0, ""
	case q.Role == normalize.Initial || l.Role == normalize.Initial:
		return compareInitials(q, l)
	case q.Concept != 0 && l.Role == normalize.Distinctive:
		// A known word is what it is: sharia is not a misspelt company.
		if q.Text == l.Text {
			return 1, Same
		}
		return 0, ""
	case q.Script == normalize.Han && l.Script == normalize.Han && q.Concept == 0 && l.Concept == 0:
		return characters(q.Native, l.Native)
	}
	foreign := q.Script != l.Script
	best, how := 0.0, Agreement("")
	for i, a := range q.spelt {
		for j, b := range l.spelt {
			s, h := spelling(a, b, foreign)
			if s == 0 && !(foreign && (q.Script == normalize.Han || l.Script == normalize.Han)) && !(q.Script == normalize.Latin && l.Script == normalize.Latin && normalize.Syllables(a) > 0 && normalize.Syllables(b) > 0) {
				s, h = sounding(q.sounds[i], l.sounds[j], foreign)
			}
			if s > best {
				best, how = s, h
			}
		}
	}
	if foreign && how == Same {
		how = Romanised
	}
	return best, how
}

// similarFamily is the agreement of two words of one family: college and
// academy, petroleum and petrochemical.
const similarFamily = 0.6

func compareConcepts(q, l *term) (float64, Agreement) {
	switch {
	case q.Concept == l.Concept:
		if q.Text == l.Text {
			return 1, Same
		}
		return 1, Translated
	case related(q, l):
		return similarFamily, Related
	}
	return 0, ""
}

// related reports whether two words mean nearly the same.
func related(q, l *term) bool {
	return q.Concept != 0 && l.Concept != 0 && q.Role == l.Role && q.Concept.Family() != "" && q.Concept.Family() == l.Concept.Family()
}

// similarInitial is the agreement of an initial with the word it may stand
// for.
const similarInitial = 0.7

func compareInitials(q, l *term) (float64, Agreement) {
	switch {
	case q.Text == l.Text:
		return 1, Same
	case q.Role == normalize.Initial && l.Role == normalize.Distinctive && l.Text[0] == q.Text[0],
		l.Role == normalize.Initial && q.Role == normalize.Distinctive && l.Text[0] == q.Text[0]:
		return similarInitial, Abbreviated
	}
	return 0, ""
}

// Lengths from which a word that is cut off is still recognised: with a full
// stop behind it (Constr.), or as the last word of a field of limited length.
const (
	minAbbreviation = 3
	minTruncated    = 5
)

// cutOff compares a query word that was shortened with the whole listed word.
func (e *evidence) cutOff(i, j int) (float64, Agreement) {
	q, l := &e.query.terms[i], &e.listed.terms[j]
	if q.Concept != 0 || q.Text == "" || len(q.Text) >= len(l.Text) || !strings.HasPrefix(l.Text, q.Text) {
		return 0, ""
	}
	last := i == len(e.query.terms)-1
	switch {
	case l.Role == normalize.Distinctive && last && len(q.Text) >= minTruncated && 2*len(q.Text) > len(l.Text),
		l.Role != normalize.Distinctive && len(q.Text) >= minAbbreviation && (q.Cut || last),
		l.Role != normalize.Distinctive && last && len(q.Text) > 0 && len(e.query.terms) > 2:
		return similarPrefix, Abbreviated
	}
	return 0, ""
}

// joined finds runs of words of one name that are one word of the other: Hik
// Vision and Hikvision. The run is compared letter by letter as written, even
// where its words have a meaning of their own.
func (e *evidence) joined(found []agreement, split, whole *name, limit int, listedSplit bool) []agreement {
	for i := range split.terms {
		run := split.terms[i].Text
		if !joinable(&split.terms[i]) {
			continue
		}
		for k := i + 1; k < len(split.terms) && k-i < limit; k++ {
			t := &split.terms[k]
			if !joinable(t) {
				break
			}
			run += t.Text
			for j := range whole.terms {
				w := &whole.terms[j]
				if !joinable(w) || w.Role == normalize.Initial {
					continue
				}
				s, how := joinedSpelling(run, w, listedSplit)
				if s == 0 {
					continue
				}
				a := agreement{i, k + 1, j, j + 1, s, how}
				if listedSplit {
					a = agreement{j, j + 1, i, k + 1, s, how}
				}
				found = append(found, a)
			}
		}
	}
	return found
}

func joinable(t *term) bool {
	return t.Text != "" && t.Role != normalize.LegalForm && t.Role != normalize.Number
}

// minJoined is the length from which a joined run means something.
const minJoined = 4

// joinedSpelling compares a joined run with one word.
func joinedSpelling(run string, w *term, listedSplit bool) (float64, Agreement) {
	if len(run) < minJoined || w.Concept != 0 && w.Role != normalize.Distinctive && run != w.Text && len(run) < minTwoEdit {
		return 0, ""
	}
	for _, text := range w.spelt {
		if run == text {
			return 1, Spaced
		}
	}
	if listedSplit || w.Script == normalize.Han {
		return 0, ""
	}
	if s, _ := spelling(run, w.Text, false); s > 0 && len(w.Text) >= minOneEdit+2 && edits([]byte(run), []byte(w.Text), 1) <= 1 {
		return s, Spaced
	}
	return 0, ""
}

// Acronyms: a single word of the query that is the initials of the listed
// name, or the other way round.
const (
	minAcronym = 3
	maxAcronym = 8
)

// similarAcronym is the agreement of an acronym with the words behind it, by
// its letters. Three letters are the initials of some listed name nearly
// always, five hardly ever by chance.
func similarAcronym(letters int) float64 {
	switch {
	case letters <= 3:
		return 0.6
	case letters == 4:
		return 0.75
	}
	return 0.9
}

func (e *evidence) acronyms(found []agreement) []agreement {
	for i := range e.query.terms {
		if t := &e.query.terms[i]; isAcronymOf(t, e.listed) {
			found = append(found, agreement{i, i + 1, 0, len(e.listed.terms), similarAcronym(len(t.Text)), Acronym})
		}
	}
	for j := range e.listed.terms {
		if t := &e.listed.terms[j]; isAcronymOf(t, e.query) {
			found = append(found, agreement{0, len(e.query.terms), j, j + 1, similarAcronym(len(t.Text)), Acronym})
		}
	}
	return found
}

func isAcronymOf(t *term, n *name) bool {
	if t.Role != normalize.Distinctive || t.Concept != 0 || len(t.Text) < minAcronym || len(t.Text) > maxAcronym || isPerson(n.kind) {
		return false
	}
	return t.Text == n.initials || t.Text == n.allWords
}
