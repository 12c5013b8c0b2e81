package screen

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

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
func (e *evidence) align() {
	e.agreements()
	slices.SortStableFunc(e.possible, func(a, b agreement) int {
		return cmp.Or(
			cmp.Compare(e.gain(b), e.gain(a)),
			cmp.Compare(abs(a.q0-a.l0), abs(b.q0-b.l0)),
			cmp.Compare(a.q0, b.q0), cmp.Compare(a.l0, b.l0), cmp.Compare(a.q1, b.q1))
	})
	for _, a := range e.possible {
		if anyUsed(e.queryUsed[a.q0:a.q1]) || anyUsed(e.listedUsed[a.l0:a.l1]) {
			continue
		}
		setUsed(e.queryUsed[a.q0:a.q1])
		setUsed(e.listedUsed[a.l0:a.l1])
		e.pairs = append(e.pairs, a)
	}
}

// gain is the weight on both sides that an agreement covers. Exact agreement
// comes before fuzzy, and a single word before a join of the same worth.
func (e *evidence) gain(a agreement) float64 {
	w := sum(e.listed.weights[a.l0:a.l1]) + sum(e.query.weights[a.q0:a.q1])
	g := (w + 0.01) * a.similarity * a.similarity
	switch {
	case a.how == Translated && e.query.terms[a.q0].script == e.listed.terms[a.l0].script:
		return g * exactRun // Coffee Kave: each word agrees with itself
	case a.q1-a.q0+a.l1-a.l0 == 2:
		return g
	case a.similarity < 1:
		return g * fuzzyRun
	}
	return g * exactRun
}

// Runs take in words that might agree better one by one: Comandante R is not a
// misspelt Comandante.
const (
	exactRun = 0.999
	fuzzyRun = 0.85
)

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

// agreements notes every pair of words, or of a word and a run of words, that
// could agree.
func (e *evidence) agreements() {
	e.possible = e.possible[:0]
	for j, l := range e.listed.terms {
		if e.lookup == nil {
			for i, q := range e.query.terms {
				e.agree(i, j, q, l)
				e.cutOff(i, j)
			}
			continue
		}
		// What the lookup did not find does not agree.
		e.lookup.eachComparison(l.id, func(c *comparison) { e.possibly(c.word, j, c.similarity, c.how) })
		for i, q := range e.query.terms {
			if (q.concept != 0 || q.near != 0 || q.role == normalize.Initial || l.role == normalize.Initial) && !isLookedUp(q, l) {
				e.agree(i, j, q, l)
			}
		}
		for _, i := range e.query.shortened {
			e.cutOff(i, j)
		}
	}
	e.joined()
	e.acronyms()
}

// agree compares word i of the query with listed word j.
func (e *evidence) agree(i, j int, q, l *term) {
	if s, how := compareTerms(q, l); s > 0 {
		e.possibly(i, j, s, how)
	}
}

// possibly notes that word i of the query and listed word j agree. Words that agree
// by their letters agree with all that the letters mean.
func (e *evidence) possibly(i, j int, similarity float64, how Agreement) {
	a := agreement{i, i + 1, j, j + 1, similarity, how}
	if how != Related && !sameConcept(e.query.terms[i], e.listed.terms[j]) {
		a.q1, a.l1 = phraseEnd(e.query, i), phraseEnd(e.listed, j)
	}
	e.possible = append(e.possible, a)
}

// isLookedUp reports words that are compared by their letters or numbers. The
// others, of which meanings and initials agree, are quicker to compare than to
// look up.
func isLookedUp(q, l *term) bool {
	return (q.concept == 0 || l.concept == 0) && (q.near == 0 || q.near != l.concept) &&
		q.role != normalize.Initial && l.role != normalize.Initial
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
	case q.script == normalize.Han && l.script == normalize.Han:
		return characters(q.native, l.native)
	}
	if q.script == normalize.Han && l.role == normalize.Place || l.script == normalize.Han && q.role == normalize.Place {
		return 0, "" // 新绛 is not Xinjiang: the characters of places are known
	}
	if q.manner == asPerson && otherSex(q.text, l.text) {
		return 0, ""
	}
	foreign := q.script != l.script
	// Two Mandarin words are told apart by their vowels. SenseTime is one by
	// chance, and so is its rendering in kana.
	bySyllable := q.chinese && l.chinese && (!foreign || normalize.Syllables(l.text) <= 2)
	best, how := 0.0, Agreement("")
	for i := range q.spelt {
		for j := range l.spelt {
			a, b := &q.spelt[i], &l.spelt[j]
			s, h := compareSpelling(a, b, q.chinese && (l.chinese || l.role == normalize.Place))
			if s < similarSound && !bySyllable && q.script != normalize.Han && l.script != normalize.Han {
				if bySound, sounds := sounding(a, b, foreign); bySound > s+plainTyping {
					s, h = bySound, sounds
				}
			}
			if s > best {
				best, how = s, h
			}
		}
	}
	if best < similarNameForm && q.manner == asPerson && shareName(q, l) {
		best, how = similarNameForm, NameForm
	}
	if foreign && how == Same {
		how = Romanised
	}
	return best, how
}

// plainTyping is how much nearer two words must be by sound than by letters to be
// taken for two romanisations: Hikvison is a typing error, Gasprom is not.
const plainTyping = 0.03

// similarNameForm is the agreement of two forms of one personal name: Igor, Ihar.
const similarNameForm = 0.85

// shareName reports whether two words are forms of one personal name.
func shareName(q, l *term) bool {
	for i := range q.spelt {
		if shareNameForm(&q.spelt[i], l.spelt) {
			return true
		}
	}
	return false
}

// shareNameForm is shareName for one spelling of a word.
func shareNameForm(s *spelt, others []spelt) bool {
	for g := range normalize.NameGroups(s.text) {
		for i := range others {
			for other := range normalize.NameGroups(others[i].text) {
				if other == g {
					return true
				}
			}
		}
	}
	return false
}

// otherSex reports surnames of a man and a woman: Ivanov, Ivanova; Nikitin,
// Nikitina. There the letter is never a typing error, but Hamz is Hamza.
func otherSex(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if b != a+"a" || len(a) < 4 {
		return false
	}
	switch a[len(a)-2:] {
	case "ov", "ev", "in", "yn", "dr", "an", "il", "el": // Aleksandr, Ivan, Mikhail, Daniel
		return true
	}
	return false
}

// similarFamily is the agreement of two words of one family: college and
// academy, petroleum and petrochemical.
const similarFamily = 0.6

func compareConcepts(q, l *term) (float64, Agreement) {
	switch {
	case q.concept == l.concept:
		if q.script == l.script && isInflection(q.text, l.text) {
			return 1, Same
		}
		return 1, Translated
	case related(q, l):
		return similarFamily, Related
	}
	return 0, ""
}

// isInflection reports two forms of one word: the same, singular and plural,
// Organisation and Organization.
func isInflection(a, b string) bool {
	const stem, ending = 5, 3
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	rest := max(len(a), len(b)) - n
	return a == b || n >= stem && (rest <= ending || len(a) == len(b) && a[n+1:] == b[n+1:])
}

// similarNear is the agreement of a word with what it is a typing error of.
const similarNear = 0.9

// similarInitial is the agreement of an initial with the given name that it
// may stand for. Of organisations an initial is a word of its own.
const similarInitial = 0.7

// isInitialOf reports an initial and the word that it may stand for. Initials
// alone make no agreement of two names.
func isInitialOf(q, l *term) bool {
	return l.manner == asPerson && q.text != "" && l.text != "" && firstLetter(l.text) == firstLetter(q.text) &&
		(q.role == normalize.Initial && l.role == normalize.Distinctive || q.role == normalize.Distinctive && l.role == normalize.Initial)
}

func firstLetter(s string) string {
	_, size := utf8.DecodeRuneInString(s)
	return s[:size]
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

// wholeWord is the bits up to which a word is a known one and so no part of
// another: Genomic Vision is not cut off VisionLabs.
const wholeWord = 13

// cutOff compares a query word that may be shortened with the whole listed word.
func (e *evidence) cutOff(i, j int) {
	if s, how := compareCutOff(e.query.terms[i], e.listed.terms[j], i == len(e.query.terms)-1, e.query.tokens[i].Cut); s > 0 {
		e.possible = append(e.possible, agreement{i, i + 1, j, phraseEnd(e.listed, j), s, how})
	}
}

// compareCutOff compares a word that is the last of its name, or has a full
// stop behind it, with the whole listed word.
func compareCutOff(q, l *term, last, stop bool) (float64, Agreement) {
	if q.concept != 0 && !stop || q.text == "" || len(q.text) >= len(l.text) || !strings.HasPrefix(l.text, q.text) {
		return 0, ""
	}
	switch {
	case l.role == normalize.Distinctive && last && len(q.text) >= minTruncated && 2*len(q.text) > len(l.text) && q.spelling > wholeWord,
		l.role != normalize.Distinctive && len(q.text) >= minAbbreviation && (stop || last):
		return similarPrefix, Abbreviated
	}
	return 0, ""
}
