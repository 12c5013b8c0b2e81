package screen

import (
	"cmp"
	"slices"
	"strings"

	"github.com/partyscreen/partyscreen/normalize"
	"github.com/partyscreen/partyscreen/normalize/spelling"
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

// gain is the weight on both sides that an agreement covers. Exact agreement
// comes before fuzzy, and a single word before a join of the same worth.
func (e *evidence) gain(a agreement) float64 {
	w := sum(e.listed.weights[a.l0:a.l1]) + sum(e.query.weights[a.q0:a.q1])
	g := (w + 0.01) * a.similarity * a.similarity
	if a.q1-a.q0+a.l1-a.l0 > 2 {
		g *= 0.999
	}
	return g
}

func sum(weights []float64) float64 {
	total := 0.0
	for _, w := range weights {
		total += w
	}
	return total
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
			if s, how := compareTerms(e.query.terms[i], e.listed.terms[j]); s > 0 {
				a := agreement{i, i + 1, j, j + 1, s, how}
				if !sameConcept(e.query.terms[i], e.listed.terms[j]) {
					a.q1, a.l1 = phraseEnd(e.query, i), phraseEnd(e.listed, j)
				}
				found = append(found, a)
			}
			if s, how := e.cutOff(i, j); s > 0 {
				found = append(found, agreement{i, i + 1, j, phraseEnd(e.listed, j), s, how})
			}
		}
	}
	found = e.joined(found, e.query, e.listed, maxJoin, false)
	found = e.joined(found, e.listed, e.query, maxListedJoin, true)
	return e.acronyms(found)
}

// phraseEnd returns the end of the phrase that term i begins. Words that agree
// by their letters agree with all that the letters mean: gonganjv is
// gonganju, public security and bureau.
func phraseEnd(n *name, i int) int {
	for i++; i < len(n.terms) && n.terms[i].text == ""; i++ {
	}
	return i
}

func sameConcept(q, l *term) bool { return q.concept != 0 && q.concept == l.concept }

// compareTerms compares one word of a query with one of a listed name.
func compareTerms(q, l *term) (float64, Agreement) {
	switch {
	case q.role == normalize.Number || l.role == normalize.Number:
		if q.number != "" && q.number == l.number {
			if q.text == l.text {
				return 1, Same
			}
			return 1, Translated
		}
		return 0, ""
	case q.concept != 0 && l.concept != 0:
		return compareConcepts(q, l)
	case q.near != 0 && q.near == l.concept:
		return similarNear, Misspelt
	case q.text == "" || l.text == "":
		return 0, ""
	case q.role == normalize.Initial || l.role == normalize.Initial:
		return compareInitials(q, l)
	case q.concept != 0 && l.role == normalize.Distinctive:
		// A known word is what it is: sharia is not a misspelt company.
		if q.text == l.text {
			return 1, Same
		}
		return 0, ""
	case q.script == normalize.Han && l.script == normalize.Han && q.concept == 0 && l.concept == 0:
		return characters(q.native, l.native)
	}
	if q.manner == asPerson && otherSex(q.text, l.text) {
		return 0, ""
	}
	foreign := q.script != l.script
	best, how := 0.0, Agreement("")
	for i := range q.spelt {
		for j := range l.spelt {
			a, b := &q.spelt[i], &l.spelt[j]
			s, h := compareSpelling(a.text, b.text, q.chinese && (l.chinese || l.role == normalize.Place))
			if s == 0 && !(q.chinese && l.chinese) && q.script != normalize.Han && l.script != normalize.Han {
				s, h = sounding(a, b, foreign)
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

// otherSex reports names of a man and a woman: Aleksandr Ivanov, Aleksandra
// Ivanova. The letter is never a typing error.
func otherSex(a, b string) bool { return a == b+"a" || b == a+"a" }

// similarFamily is the agreement of two words of one family: college and
// academy, petroleum and petrochemical.
const similarFamily = 0.6

func compareConcepts(q, l *term) (float64, Agreement) {
	switch {
	case q.concept == l.concept:
		if q.text == l.text && q.script == l.script {
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
	return q.concept != 0 && l.concept != 0 && q.role == l.role && q.concept.Family() != "" && q.concept.Family() == l.concept.Family()
}

// similarNear is the agreement of a word with what it is a typing error of.
const similarNear = 0.9

// similarInitial is the agreement of an initial with the given name that it
// may stand for. Of organisations an initial is a word of its own.
const similarInitial = 0.7

// isInitialOf reports an initial and the word that it may stand for. Initials
// alone make no agreement of two names.
func isInitialOf(q, l *term) bool {
	return l.manner == asPerson && q.text != "" && l.text != "" && l.text[0] == q.text[0] &&
		(q.role == normalize.Initial && l.role == normalize.Distinctive || q.role == normalize.Distinctive && l.role == normalize.Initial)
}

func compareInitials(q, l *term) (float64, Agreement) {
	switch {
	case q.text == l.text:
		return 1, Same
	case isInitialOf(q, l):
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
	q, l := e.query.terms[i], e.listed.terms[j]
	return compareCutOff(q, l, i == len(e.query.terms)-1, e.query.tokens[i].Cut)
}

// compareCutOff compares a word that is the last of its name, or has a full
// stop behind it, with the whole listed word.
func compareCutOff(q, l *term, last, stop bool) (float64, Agreement) {
	if q.concept != 0 || q.text == "" || len(q.text) >= len(l.text) || !strings.HasPrefix(l.text, q.text) {
		return 0, ""
	}
	switch {
	case l.role == normalize.Distinctive && last && len(q.text) >= minTruncated && 2*len(q.text) > len(l.text),
		l.role != normalize.Distinctive && len(q.text) >= minAbbreviation && (stop || last):
		return similarPrefix, Abbreviated
	}
	return 0, ""
}

// joined finds runs of words of one name that are one word of the other: Hik
// Vision and Hikvision. The run is compared letter by letter as written, even
// where its words have a meaning of their own.
func (e *evidence) joined(found []agreement, split, whole *name, limit int, listedSplit bool) []agreement {
	for i := range split.terms {
		run := split.terms[i].text
		if !joinable(split.terms[i]) {
			continue
		}
		unknown := unknownWord(split.terms[i])
		for k := i + 1; k < len(split.terms) && k-i < limit; k++ {
			t := split.terms[k]
			if t.text == "" {
				continue
			}
			if !joinable(t) {
				break
			}
			run += t.text
			unknown += unknownWord(t)
			joint := newRun(split.terms[i:k+1], run, unknown, listedSplit)
			for j, w := range whole.terms {
				if !joinable(w) || w.role == normalize.Initial {
					continue
				}
				s, how := joint.compare(w)
				if !listedSplit && s == 0 {
					s, how = compareRunCutOff(run, w, k == len(split.terms)-1)
				}
				if s == 0 {
					continue
				}
				a := agreement{i, phraseEnd(split, k), j, phraseEnd(whole, j), s, how}
				if listedSplit {
					a.q0, a.q1, a.l0, a.l1 = a.l0, a.l1, a.q0, a.q1
				}
				found = append(found, a)
			}
		}
	}
	return found
}

// unknownWord counts a word that no table has.
func unknownWord(t *term) int {
	if t.concept == 0 && t.role == normalize.Distinctive {
		return 1
	}
	return 0
}

func joinable(t *term) bool {
	return t.text != "" && t.role != normalize.LegalForm && t.role != normalize.Number
}

// minJoined is the length from which a joined run means something, and
// joinedEdits the typing errors tolerated on top of the joint.
const (
	minJoined   = 4
	joinedEdits = 1
)

// run is words side by side, written as one.
type run struct {
	text     string
	outlines []string // of the text, if it is long enough
	chinese  string   // the same in pinyin, if the words were written in another script
	unknown  int      // words that no table has
	foreign  bool     // not in Latin letters
	pinyin   bool     // of a name whose words are all Chinese in sound
	listed   bool     // of a listed name
}

func newRun(terms []*term, text string, unknown int, listed bool) run {
	r := run{text: text, unknown: unknown, listed: listed, foreign: terms[0].script != normalize.Latin, pinyin: terms[0].chinese}
	if len(text) >= minSoundingRun {
		r.outlines = outlines(text)
	}
	if terms[0].script == normalize.Cyrillic {
		for _, t := range terms {
			if t.text != "" {
				r.chinese += t.spelt[len(t.spelt)-1].text
			}
		}
	}
	return r
}

// compare compares a run with one word. Only a run with unknown words in it
// may have typing errors: Bank of is not a misspelt Bankoff.
func (r *run) compare(w *term) (float64, Agreement) {
	if len(r.text) < minJoined || w.concept != 0 && w.role != normalize.Distinctive && r.text != w.text && len(r.text) < spelling.MinTwoEdits {
		return 0, ""
	}
	for i := range w.spelt {
		if r.text == w.spelt[i].text || r.chinese == w.spelt[i].text {
			return 1, Spaced
		}
	}
	if w.script == normalize.Han {
		return 0, ""
	}
	if s := r.sounding(w); s > 0 {
		return s, Sounds
	}
	if r.listed || r.unknown == 0 {
		return 0, ""
	}
	if s, _ := compareSpelling(r.text, w.text, r.pinyin && w.chinese); s > 0 && len(w.text) >= spelling.MinOneEdit+2 && spelling.Distance(r.text, w.text, joinedEdits) <= joinedEdits {
		return s, Spaced
	}
	return 0, ""
}

// sounding compares the sound of a run with that of a word.
func (r *run) sounding(w *term) float64 {
	if len(w.text) < minSoundingRun || abs(len(w.text)-len(r.text)) > maxSoundingGap {
		return 0
	}
	for _, o := range r.outlines {
		for _, other := range w.spelt[0].outlines {
			if o == other && (sameVowels(r.text, w.text) || len(skeleton(o)) > minOwnVowels) {
				return similarVowels
			}
			if r.foreign && !r.listed && w.script == normalize.Latin && skeleton(o) == skeleton(other) {
				return similarConsonant
			}
		}
	}
	return 0
}

// minSoundingRun is the length from which a joined run is also compared by
// sound: Abd al-Aziz and Abdulaziz. Their lengths differ by so much at most.
const (
	minSoundingRun = 7
	maxSoundingGap = 3
)

// compareRunCutOff compares the last words of a query, joined, with a listed
// phrase that a field of limited length cut off: Public Securit.
func compareRunCutOff(run string, w *term, last bool) (float64, Agreement) {
	if last && w.concept != 0 && len(run) >= minTruncated && 2*len(run) > len(w.text) && len(run) < len(w.text) && strings.HasPrefix(w.text, run) {
		return similarPrefix, Abbreviated
	}
	return 0, ""
}

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
func similarAcronym(letters int, listed bool) float64 {
	s := 0.85
	switch {
	case letters <= 3:
		s = 0.5
	case letters == 4:
		s = 0.67
	}
	if listed {
		s -= 0.1
	}
	return s
}

func (e *evidence) acronyms(found []agreement) []agreement {
	for i, t := range e.query.terms {
		if isAcronymOf(t, e.listed) {
			found = append(found, agreement{i, i + 1, 0, len(e.listed.terms), similarAcronym(len(t.text), false), Acronym})
		}
	}
	for j, t := range e.listed.terms {
		if isAcronymOf(t, e.query) {
			found = append(found, agreement{0, len(e.query.terms), j, j + 1, similarAcronym(len(t.text), true), Acronym})
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
	if t.role != normalize.Distinctive || t.concept != 0 || !isAcronymLength(t.text) || len(n.initials) < minAcronymWords || n.manner == asPerson {
		return false
	}
	letters := t.text
	if t.native != "" {
		letters = t.native
	}
	return letters == n.allWords || strings.HasPrefix(letters, n.initials) && strings.HasPrefix(n.withForm, letters) && len(letters) <= len(n.initials)+2
}
