package screen

import (
	"math"

	"github.com/partyscreen/partyscreen/normalize"
)

// The score of an alignment is
//
//	listed coverage × query coverage ^ queryExponent × contradictions
//
// mapped to a probability by calibrate. Coverage is the share of a name's
// weight that agrees. The listed name must be covered almost wholly; the query
// may say more (Hikvision Trading FZE), at a small price.

// Weights of a word by its role. A distinctive word of full strength is 1.
const (
	// A name is told by its distinctive words. The weakest still count half,
	// so that Dahua Technology is not told by technology.
	weightDistinctive = 1.0
	weakestShare      = 0.5

	// Hangzhou says where, Hangzhou Hikvision and Zhejiang Dahua are known
	// without it.
	weightPlace = 0.4

	// In Kashgar Prefecture Public Security Bureau nothing is distinctive: the
	// place and the kind of body are the name.
	weightSolePlace = 1.0

	weightHead         = 0.45
	weightSoleHead     = 0.5
	weightIndustry     = 0.25
	weightSoleIndustry = 0.6
	weightGeneric      = 0.12
	weightNumber       = 0.6 // 14th Research Institute: the number is the name
	weightInitial      = 0.15
	weightPersonal     = 0.4 // an initial in a person's name
)

// queryExponent tempers the price of words that only the query has. At 0.35 a
// query of which half agrees keeps 78 %: Hikvision UK Sales Office.
const queryExponent = 0.35

// Contradictions: both names have a word of one role, and they differ.
const (
	otherNumber   = 0.30 // CETC 14th, CETC 38th Research Institute
	otherPlace    = 0.35 // Beijing, Urumqi Municipal Public Security Bureau
	otherWord     = 0.35 // Bank Refah Kargaran, Refah Chain Stores
	otherHead     = 0.45 // Urumqi Education Bureau, Urumqi Bank
	otherIndustry = 0.60 // Urumqi Education, Public Security Bureau
	otherName     = 0.30 // Boris, Arkady Rotenberg
)

// Additions: words that only the query has, beside a shared distinctive word.
// A strong word makes the rest a branch (Hikvision Italy), a weak one makes it
// a namesake (Yitu Lanxi Tea House).
const (
	strongWord         = 0.85 // from this strength on a word is strong
	addedWordStrong    = 0.92
	addedWordWeak      = 0.55
	addedBodyWeak      = 0.70 // Shanghai Dahua Hospital
	addedIndustryWeak  = 0.75 // Dahua Certified Public Accountants
	addedPlaceWeak     = 0.85 // Dahua Technology Italy
	otherLegalClass    = 0.97
	addedNumberPenalty = 0.85
)

// weigh returns the weight of a word within a name that has distinctive words,
// or has none.
func weigh(t *term, distinct bool) float64 {
	switch t.role {
	case normalize.Distinctive:
		return weightDistinctive * (weakestShare + (1-weakestShare)*t.strength)
	case normalize.Place:
		if !distinct {
			return weightSolePlace
		}
		return weightPlace
	case normalize.Head:
		if !distinct {
			return weightSoleHead
		}
		return weightHead
	case normalize.Industry:
		if !distinct {
			return weightSoleIndustry
		}
		return weightIndustry
	case normalize.Generic:
		return weightGeneric
	case normalize.Number:
		return weightNumber
	case normalize.Initial:
		if t.manner == asPerson {
			return weightPersonal
		}
		return weightInitial
	}
	return 0
}

// isWeak infers a weak alias by the tests of OFAC FAQ 124: a name of one short
// or common word, a number, or nothing but places. It alone never makes a
// Match.
func isWeak(n *name) bool {
	words, strength := 0, 0.0
	for _, t := range n.terms {
		switch t.role {
		case normalize.Distinctive:
			words++
			strength = math.Max(strength, t.strength)
		case normalize.Head, normalize.Industry:
			words++
		}
	}
	return words == 0 || words == 1 && strength < weakAlias
}

// weakAlias is the strength under which a single word is a weak alias: XPC,
// Dahua.
const weakAlias = 0.5

// evidence is what a comparison found, before it is put into words.
type evidence struct {
	query, listed *name
	pairs         []agreement
	queryUsed     []bool
	listedUsed    []bool
	contradicted  []contradiction
	raw           float64
	score         float64
}

// contradiction is a role in which the names differ, or in which the query
// says more, with the factor that it costs.
type contradiction struct {
	role   normalize.Role
	query  int // term, or -1
	listed int // term, or -1
	factor float64
}

// judge weighs an alignment.
func (e *evidence) judge() {
	var covered, queryCovered, queryTotal float64
	strength := 0.0 // of the strongest shared distinctive word
	for _, p := range e.pairs {
		for j := p.l0; j < p.l1; j++ {
			covered += e.listed.weights[j] * p.similarity
		}
		// A word of the query weighs what it weighs in the listed name where
		// that says more of it: technolgy is technology.
		for i := p.q0; i < p.q1; i++ {
			w := e.query.weights[i]
			if p.q1-p.q0 == 1 && p.l1-p.l0 == 1 {
				w = e.listed.weights[p.l0]
			}
			queryTotal += w
			queryCovered += w * p.similarity
		}
		strength = math.Max(strength, e.strengthOf(p))
	}
	if covered == 0 {
		return
	}
	e.oppose(strength)
	for i := range e.query.terms {
		if !e.queryUsed[i] {
			queryTotal += e.query.weights[i]
		}
	}
	e.raw = covered / e.listed.total
	if queryTotal > 0 {
		e.raw *= math.Pow(queryCovered/queryTotal, queryExponent)
	}
	for _, c := range e.contradicted {
		e.raw *= c.factor
	}
	e.score = calibrate(e.raw, e.listed.manner)
}

// strengthOf returns how much the distinctive words of an agreement tell.
func (e *evidence) strengthOf(p agreement) float64 {
	s := 0.0
	letters := 0
	for j := p.l0; j < p.l1; j++ {
		if t := e.listed.terms[j]; t.role == normalize.Distinctive {
			s = math.Max(s, t.strength)
			letters += len(t.text)
		}
	}
	if p.l1-p.l0 > 1 && letters >= 7 { // Sense Time is as strong as SenseTime
		s = math.Max(s, 1)
	}
	return s * p.similarity
}

// oppose finds what the names say against each other: of each role, the
// heaviest word left over on either side.
func (e *evidence) oppose(strength float64) {
	for _, role := range [...]normalize.Role{normalize.Number, normalize.Place, normalize.Head, normalize.Industry, normalize.Distinctive} {
		q, l := e.leftOver(e.query, e.queryUsed, role), e.leftOver(e.listed, e.listedUsed, role)
		if q < 0 || role != normalize.Number && role != normalize.Place && l >= 0 && related(e.query.terms[q], e.listed.terms[l]) {
			continue
		}
		factor := 1.0
		if l >= 0 {
			factor = e.against(role, q, l)
		} else {
			factor = e.addition(role, q, strength)
		}
		if factor < 1 {
			e.contradicted = append(e.contradicted, contradiction{role, q, l, factor})
		}
	}
	if f := e.legalForms(); f < 1 {
		e.contradicted = append(e.contradicted, contradiction{normalize.LegalForm, -1, -1, f})
	}
}

// leftOver returns the heaviest term of a role that found nothing on the other
// side, or -1.
func (e *evidence) leftOver(n *name, used []bool, role normalize.Role) int {
	best := -1
	for i, t := range n.terms {
		if used[i] || t.role != role || n.weights[i] == 0 || e.isAround(n, t) {
			continue
		}
		if best < 0 || n.weights[i] > n.weights[best] {
			best = i
		}
	}
	return best
}

// isAround reports whether a place only repeats where another place of the
// two names lies, or lies around it: Altay, Xinjiang, China.
func (e *evidence) isAround(n *name, t *term) bool {
	if t.role != normalize.Place {
		return false
	}
	for _, other := range [...]*name{e.query, e.listed} {
		for _, o := range other.terms {
			if o.role == normalize.Place && o.concept != t.concept && (t.concept.Contains(o.concept) || other != n && o.concept.Contains(t.concept)) {
				return true
			}
		}
	}
	return false
}

// against returns the factor for a word of each side that found nothing on the
// other.
func (e *evidence) against(role normalize.Role, q, l int) float64 {
	switch role {
	case normalize.Number:
		return otherNumber
	case normalize.Place:
		return otherPlace
	case normalize.Head:
		return otherHead
	case normalize.Industry:
		return otherIndustry
	}
	if e.listed.manner == asPerson {
		return otherName
	}
	// A short or common word is a weaker contradiction, as it is weaker
	// evidence.
	s := math.Min(e.query.terms[q].strength, e.listed.terms[l].strength)
	return 1 - (1-otherWord)*math.Min(1, s+0.2)
}

// addition returns the factor for a word that only the query has.
func (e *evidence) addition(role normalize.Role, q int, strength float64) float64 {
	strong := strength >= strongWord
	if !e.listed.distinct && role != normalize.Distinctive && role != normalize.Number {
		strong = true // what is added to a body of a place is weighed by coverage
	}
	switch {
	case role == normalize.Number:
		return addedNumberPenalty
	case role == normalize.Distinctive && strong:
		return addedWordStrong
	case role == normalize.Distinctive:
		return addedWordWeak
	case strong:
		return 1
	case role == normalize.Head:
		return addedBodyWeak
	case role == normalize.Industry:
		return addedIndustryWeak
	}
	return addedPlaceWeak
}

// legalForms compares the classes of the legal forms. Forms get lost and are
// translated freely, so they never decide.
func (e *evidence) legalForms() float64 {
	q, l := legalClass(e.query), legalClass(e.listed)
	if q == "" || l == "" || q == l || q == "company" || l == "company" {
		return 1
	}
	return otherLegalClass
}

func legalClass(n *name) string {
	for i := len(n.terms) - 1; i >= 0; i-- {
		if n.terms[i].role == normalize.LegalForm {
			return n.terms[i].concept.Class()
		}
	}
	return ""
}

// calibrate maps a raw score to the share of pairs with that score that are
// the same party.
func calibrate(raw float64, m manner) float64 {
	return math.Max(0, math.Min(1, raw))
}
