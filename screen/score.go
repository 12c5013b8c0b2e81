package screen

import (
	"math"
	"slices"

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
	// A name is told by its distinctive words. The weakest still count a third,
	// so that Dahua Technology is not told by technology.
	weightDistinctive = 1.0
	weakestShare      = 0.35

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
	strongWord          = 0.80 // from this strength on agreement is strong
	strongLetters       = 7.0  // letters of several words that are as strong as one
	besideWord          = 0.13 // what a place, body or industry adds to the strength of the word it stands beside
	otherRest           = 0.75 // Hansa Shipping, Hansa Resources: each goes on in another way
	otherForm           = 0.60 // a company, where a ship or a person is listed
	fullBody            = 2.0  // the weight from which a name without distinctive words is an identity
	thinRest            = 0.50 // Optima Bank, where only Bank is listed
	missingPlace        = 0.80 // Public Security Bureau, of nowhere
	partOfPlace         = 0.80 // Xinjiang, Bazhou Public Security Bureau
	otherCharacters     = 0.60 // 亿图, where the entity is known to write 依图
	missingWeak         = 0.88 // PBS, where PBS Construction is listed
	noDistinctive       = 0.50 // only the common words agree: Beijing … Technology Development
	plainAddition       = 0.60 // the strength from which an added word counts in full
	elsewhere           = 0.50 // Aksu …, Antalya: a body of a place of the same name
	addedWordStrong     = 0.92
	addedWordWeak       = 0.55
	addedBodyStrong     = 0.85 // Caterpillar Club
	addedIndustryStrong = 0.93 // Elbit Imaging
	addedBodyWeak       = 0.60 // Shanghai Dahua Hospital
	addedIndustryWeak   = 0.65 // Dahua Certified Public Accountants
	addedPlaceWeak      = 0.85 // Dahua Technology Italy
	otherLegalClass     = 0.97
	addedNumberPenalty  = 0.85
)

// Rules of persons, ships and short words.
const (
	// A person who gives fewer names than the list has, all of them right,
	// contradicts nothing: Delcy Rodríguez, Delcy Eloína Rodríguez Gómez.
	omittedName = 0.5

	loneMisspelt  = 0.60 // Valeo, Vale
	loneLetters   = 7
	addedShipName = 0.65 // Pablo, Pablo Neruda: a ship's name is complete
	otherIMO      = 0.20
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
	for _, p := range e.pairs {
		// A word of the query weighs what it weighs in the listed name:
		// technolgy is technology.
		w := sum(e.listed.weights[p.l0:p.l1])
		covered += w * p.similarity
		queryCovered += w * p.similarity
		queryTotal += w
	}
	if covered == 0 || !e.hasWholeWord() {
		return
	}
	e.oppose(e.strength(covered / e.listed.total))
	for i, used := range e.queryUsed {
		if !used && !e.repeats(i) {
			queryTotal += addedWeight(e.query, i)
		}
	}
	e.raw = covered / e.listed.total
	if e.listed.manner == asPerson && queryCovered == queryTotal && len(e.pairs) > 1 {
		e.raw += (1 - e.raw) * omittedName
	}
	if queryTotal > 0 {
		e.raw *= math.Pow(queryCovered/queryTotal, queryExponent)
	}
	for _, c := range e.contradicted {
		e.raw *= c.factor
	}
	if e.isLoneMisspelt() {
		e.raw *= loneMisspelt
	}
	if e.listed.manner == asVessel {
		e.byIMO()
	}
	e.score = calibrate(e.raw, e.listed.manner)
}

// hasWholeWord reports whether more than initials agree.
func (e *evidence) hasWholeWord() bool {
	for _, p := range e.pairs {
		if p.how == Acronym || p.how == Spaced || !isInitialOf(e.query.terms[p.q0], e.listed.terms[p.l0]) {
			return true
		}
	}
	return false
}

// needed returns the share of a listed name's weight that must agree for a raw
// score of review, whatever else is true, if that many of its words agree.
func needed(m manner, agreeing int, review float64) float64 {
	if m == asPerson && agreeing > 1 {
		return (review - omittedName) / (1 - omittedName)
	}
	return review
}

// isLoneMisspelt reports that all the agreement is one short word with a typing
// error in it: Valeo and Vale, Hamax and Hamas.
func (e *evidence) isLoneMisspelt() bool {
	words := 0
	for _, p := range e.pairs {
		t := e.listed.terms[p.l0]
		if t.role == normalize.LegalForm || t.role == normalize.Particle {
			continue
		}
		if e.query.terms[p.q0].script != t.script {
			return false // another script explains the difference
		}
		words++
		if p.how != Sounds && (p.how != Misspelt || len(t.text) >= loneLetters) || p.l1-p.l0 > 1 {
			return false
		}
	}
	return words == 1
}

// byIMO lets the IMO number of a ship, which it keeps for life under every
// name, decide where both names state one.
func (e *evidence) byIMO() {
	q, l := imoNumber(e.query), imoNumber(e.listed)
	switch {
	case q == "" || l == "":
	case q == l:
		e.raw = 1
	default:
		e.raw *= otherIMO
	}
}

// imoDigits is the length of an IMO ship identification number (IMO Resolution
// A.1117(30)).
const imoDigits = 7

// decides reports a word that alone makes a score, whatever its weight.
func decides(n *name, t *term) bool { return n.manner == asVessel && len(t.number) == imoDigits }

func imoNumber(n *name) string {
	for _, t := range n.terms {
		if decides(n, t) {
			return t.number
		}
	}
	return ""
}

// addedWeight is the weight of a word that only the query has. A typing error
// of a common word is that word.
func addedWeight(n *name, i int) float64 {
	if n.terms[i].near != 0 {
		return weightGeneric
	}
	return n.weights[i]
}

// repeats reports whether a word of the query that found nothing only says
// again what another said: Hami (Kumul), Shihezi PSB, Shihezi City.
func (e *evidence) repeats(i int) bool {
	t := e.query.terms[i]
	for j, used := range e.queryUsed {
		if o := e.query.terms[j]; used && (t.concept != 0 && t.concept == o.concept || t.concept == 0 && t.text != "" && t.text == o.text) {
			return true
		}
	}
	return false
}

// strength returns how much the agreement tells, in [0, 1]: the distinctive
// words that agree, each a further reason to believe, and the other words
// beside them. A name without distinctive words tells as much as it says:
// place, industry and kind of body are an identity (Urumqi Public Security
// Bureau), one of them is none (Technology LLC).
func (e *evidence) strength(coverage float64) float64 {
	if !e.listed.distinct {
		return coverage * math.Min(1, e.listed.total/fullBody)
	}
	doubt, letters, words := 1.0, 0, 0.0
	for _, p := range e.pairs {
		for j := p.l0; j < p.l1; j++ {
			switch t := e.listed.terms[j]; t.role {
			case normalize.Distinctive:
				s := t.strength * p.similarity
				if p.l1-p.l0 > 1 {
					letters += len(t.text)
					s = math.Max(s, math.Min(1, float64(letters)/strongLetters)*p.similarity) // Sense Time is as strong as SenseTime
				}
				doubt *= 1 - math.Min(1, s)
			case normalize.Place, normalize.Head, normalize.Industry:
				words += p.similarity
			}
		}
	}
	if doubt == 1 {
		return 0
	}
	return math.Min(1, 1-doubt+besideWord*words)
}

// oppose finds what the names say against each other: of each role, the
// heaviest word left over on either side.
func (e *evidence) oppose(strength float64) {
	thin := e.listed.weak || !e.listed.distinct && strength < strongWord
	if thin && (e.hasRest(e.query, e.queryUsed) || e.hasRelatedPair()) {
		e.contradicted = append(e.contradicted, contradiction{normalize.Generic, -1, -1, thinRest})
	}
	if e.listed.distinct && strength == 0 {
		e.contradicted = append(e.contradicted, contradiction{normalize.Distinctive, -1, -1, noDistinctive})
	}
	for _, role := range [...]normalize.Role{normalize.Number, normalize.Place, normalize.Head, normalize.Industry, normalize.Distinctive, normalize.Initial} {
		if role == normalize.Initial && e.listed.manner != asVessel {
			continue // Lady M is not Lady R, but a person may leave out initials
		}
		q, l := e.leftOver(e.query, e.queryUsed, role), e.leftOver(e.listed, e.listedUsed, role)
		switch {
		case q >= 0 || l < 0:
		case role == normalize.Place && !e.listed.distinct:
			e.contradicted = append(e.contradicted, contradiction{role, -1, l, missingPlace})
		case role != normalize.Place && strength < strongWord:
			e.contradicted = append(e.contradicted, contradiction{role, -1, l, missingWeak})
		}
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
	if len(e.contradicted) == 0 || !e.opposed() {
		if e.hasRest(e.query, e.queryUsed) && e.hasRest(e.listed, e.listedUsed) {
			e.contradicted = append(e.contradicted, contradiction{normalize.Generic, -1, -1, otherRest})
		}
	}
	if e.listed.hasHan && slices.ContainsFunc(e.pairs, e.bySoundOnly) {
		e.contradicted = append(e.contradicted, contradiction{normalize.Distinctive, -1, -1, otherCharacters})
	}
	if !e.listed.distinct && e.hasPart() {
		e.contradicted = append(e.contradicted, contradiction{normalize.Place, -1, -1, partOfPlace})
	}
	if e.query.corporate && !e.listed.corporate && e.listed.manner != asOrganisation {
		e.contradicted = append(e.contradicted, contradiction{normalize.LegalForm, -1, -1, otherForm})
	}
	if f := e.legalForms(); f < 1 {
		e.contradicted = append(e.contradicted, contradiction{normalize.LegalForm, -1, -1, f})
	}
}

// hasRelatedPair reports whether some words agree in their field only.
func (e *evidence) hasRelatedPair() bool {
	return slices.ContainsFunc(e.pairs, func(p agreement) bool { return p.how == Related })
}

// bySoundOnly reports a distinctive word in Chinese characters that agrees with
// a listed word in Latin letters. Where the entity's characters are known, they
// would have agreed.
func (e *evidence) bySoundOnly(p agreement) bool {
	q, l := e.query.terms[p.q0], e.listed.terms[p.l0]
	return q.script == normalize.Han && q.role == normalize.Distinctive && q.concept == 0 && l.script == normalize.Latin
}

// hasPart reports whether the query names a place within the listed one beside
// it: the bureau of a part is another bureau.
func (e *evidence) hasPart() bool {
	for i, t := range e.query.terms {
		if e.queryUsed[i] || t.role != normalize.Place {
			continue
		}
		for j, l := range e.listed.terms {
			if e.listedUsed[j] && l.role == normalize.Place && l.concept.Contains(t.concept) {
				return true
			}
		}
	}
	return false
}

// opposed reports whether a word of each side stands against the other.
func (e *evidence) opposed() bool {
	for _, c := range e.contradicted {
		if c.query >= 0 && c.listed >= 0 {
			return true
		}
	}
	return false
}

// hasRest reports whether a name has words that say something and found
// nothing on the other side.
func (e *evidence) hasRest(n *name, used []bool) bool {
	for i, t := range n.terms {
		switch t.role {
		case normalize.Industry, normalize.Head, normalize.Distinctive, normalize.Generic, normalize.Initial:
			if !used[i] && t.near == 0 && !e.isRelatedTo(n, t) && !(n == e.query && e.repeats(i)) {
				return true
			}
		}
	}
	return false
}

// isRelatedTo reports whether the other name has a word that means nearly the
// same as t, which stands in n.
func (e *evidence) isRelatedTo(n *name, t *term) bool {
	other := e.listed
	if n == e.listed {
		other = e.query
	}
	for _, o := range other.terms {
		if related(t, o) {
			return true
		}
	}
	return false
}

// leftOver returns the heaviest term of a role that found nothing on the other
// side, or -1.
func (e *evidence) leftOver(n *name, used []bool, role normalize.Role) int {
	best := -1
	for i, t := range n.terms {
		if used[i] || t.role != role || n.weights[i] == 0 || t.near != 0 || e.isAround(n, t) || n == e.query && e.repeats(i) {
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
	case normalize.Number, normalize.Initial:
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
	// evidence, and so is one that is nearly the other (Maiya, Meiya).
	s := math.Min(e.query.terms[q].strength, e.listed.terms[l].strength)
	return 1 - (1-otherWord)*math.Min(1, s+0.2)*(1-closeness(e.query.terms[q].text, e.listed.terms[l].text))
}

// addition returns the factor for a word that only the query has.
func (e *evidence) addition(role normalize.Role, q int, strength float64) float64 {
	strong := strength >= strongWord
	added := e.query.terms[q]
	switch {
	case role == normalize.Number || role == normalize.Initial:
		return addedNumberPenalty
	case role == normalize.Place && !e.listed.distinct:
		return elsewhere
	case role == normalize.Distinctive && e.listed.manner == asVessel:
		return addedShipName
	case role == normalize.Distinctive:
		f := addedWordWeak
		if strong {
			f = addedWordStrong
		}
		if strong || !e.bothChinese(added) { // Li Dahua is not Dahua
			f = 1 - (1-f)*math.Min(1, added.strength/plainAddition)
		}
		return f
	case e.isRelatedTo(e.query, added):
		return 1
	case strong && role == normalize.Head && e.listed.distinct:
		return addedBodyStrong
	case strong && role == normalize.Industry && e.listed.distinct:
		return addedIndustryStrong
	case strong:
		return 1
	case role == normalize.Head:
		return addedBodyWeak
	case role == normalize.Industry:
		return addedIndustryWeak
	}
	return addedPlaceWeak
}

// bothChinese reports whether an added word and the distinctive words that
// agree are all Chinese in sound: together they are another name.
func (e *evidence) bothChinese(added *term) bool {
	if normalize.Syllables(added.text) == 0 {
		return false
	}
	for _, p := range e.pairs {
		if t := e.listed.terms[p.l0]; t.role == normalize.Distinctive && normalize.Syllables(t.text) == 0 {
			return false
		}
	}
	return true
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
