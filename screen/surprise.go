package screen

import (
	"math"
	"unicode/utf8"

	"github.com/partyscreen/partyscreen/normalize"
)

// How surprising an agreement would be between strangers, in bits (see
// normalize/rarity.go for words), and what a difference takes away.
const (
	// From identity on strangers are out of the question: one in 16 million.
	identity = 24.0

	// A typing error in a word of n letters leads to one of some 50 n others, of
	// which several are words: Lion and Liton, Samaria and Savaria.
	editBits    = 7.0
	soundBits   = 4.0
	shortSound  = 7 // letters
	otherScript = 0.3

	misspeltBody = 24.0 // Gasprom, Gazprom: a well-known body with a typing error

	// Words for trades and kinds of body go together: a bank is national and
	// gives credit.
	commonShare = 0.6

	// Words of the language go together too, and in any order: Golden Star, Best
	// Buy, Sense About Time.
	ordinaryBits    = 14.0
	furtherOrdinary = 0.5

	acronymBits    = 3.5 // a letter
	relatedBits    = 1.0
	sameLanguage   = 4.0  // Melli, Melli: more than Melli, National,
	foreignBits    = 14.0 // because strangers would use the English word
	digitBits      = 3.0
	mostNumberBits = 12.0
	initialBits    = 3.0
)

// strength returns how much the agreement tells, in [0, 1]: how surprising it
// would be between strangers.
func (e *evidence) strength() float64 {
	bits, ordinary, rarest := 0.0, 0.0, 0.0
	for _, p := range e.pairs {
		b := e.bits(p)
		if t := e.listed.terms[p.l0]; t.role == normalize.Distinctive && math.Min(t.bits, e.query.terms[p.q0].bits) <= ordinaryBits && p.q1-p.q0 == 1 && p.l1-p.l0 == 1 {
			ordinary += b
			rarest = math.Max(rarest, b)
			continue
		}
		bits += b
	}
	bits += rarest + (ordinary-rarest)*furtherOrdinary
	return math.Max(0, math.Min(1, bits/identity))
}

// bits returns what one agreement tells: what its words tell, less what their
// difference costs.
func (e *evidence) bits(p agreement) float64 {
	told, length := 0.0, 0
	byLetters := p.isSlip()
	for _, t := range e.listed.terms[p.l0:p.l1] {
		if byLetters && t.concept != 0 && t.role == normalize.Distinctive {
			told += math.Max(misspeltBody, t.spelling)
		} else {
			told += t.bits
		}
		length += utf8.RuneCountInString(t.text)
	}
	q, l := e.query.terms[p.q0], e.listed.terms[p.l0]
	switch {
	case p.how == Acronym:
		acronym := l.text
		if p.q1-p.q0 == 1 && (p.l1-p.l0 > 1 || len(q.text) < len(acronym)) {
			acronym = q.text
		}
		return math.Min(told, float64(len(acronym))*acronymBits)
	case p.how == Related:
		return relatedBits
	case p.how == Same && p.l1-p.l0 == 1 && l.role != normalize.Distinctive && l.spelling >= foreignBits:
		return told + sameLanguage
	case p.similarity == 1:
		return told
	}
	if l.role != normalize.Distinctive && l.concept != 0 {
		return told * p.similarity // nobody else is called Tecnology
	}
	if byLetters && q.script == l.script {
		own, letters := 0.0, 0 // Victoria tells little, whatever Viktoriya does
		for _, t := range e.query.terms[p.q0:p.q1] {
			own += t.bits
			letters += utf8.RuneCountInString(t.text)
		}
		told, length = math.Min(told, own), max(length, letters)
	}
	cost := editBits * (1 - p.similarity) * float64(length)
	switch {
	case p.how == Misspelt && q.script == normalize.Latin && l.script == normalize.Latin:
		cost = editBits * editCost(letters(e.query.terms[p.q0:p.q1]), letters(e.listed.terms[p.l0:p.l1]))
	case p.how == Sounds && p.similarity == similarSound:
		cost = soundBits // one name romanised twice
		if length < shortSound {
			cost += soundBits // or two short ones by chance: Cenit, Zenit
		}
	case p.how == Sounds && q.script == l.script:
		cost += soundBits
	}
	if l.manner != asOrganisation {
		cost /= 2 // the other names of a person or ship tell as well
	}
	if q.script != l.script {
		cost *= otherScript // which explains a difference
	}
	return math.Max(0, told-cost)
}

// isSlip reports words that agree by their letters, but not in all of them.
func (a *agreement) isSlip() bool {
	switch a.how {
	case Misspelt, Sounds, LookAlike:
		return true
	case Spaced:
		return a.similarity < 1
	}
	return false
}

// letters returns the letters of words side by side.
func letters(terms []*term) string {
	if len(terms) == 1 {
		return terms[0].text
	}
	text := ""
	for _, t := range terms {
		text += t.text
	}
	return text
}
