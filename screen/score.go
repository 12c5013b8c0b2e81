package screen

import (
	"math"
	"unicode/utf8"

	"github.com/partyscreen/partyscreen/normalize"
)

// The score of an alignment is
//
//	listed coverage × query coverage ^ queryExponent × contradictions × doubt
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
	otherIndustry = 0.55 // Urumqi Education, Public Security Bureau
	otherName     = 0.30 // Boris, Arkady Rotenberg
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

// Doubt: names that differ somewhere and agree only in what strangers share.
// Optima Bank is not OPTIMA, OOO; Optima is.
const (
	doubtful          = 0.30 // of identity
	trusted           = 0.85
	mostDoubt         = 0.25
	mostDoubtComplete = 0.50 // all words agree, but some only in their meaning

	// Where all that agrees has typing errors in it, other words explain it
	// better: Avista, Avisma.
	doubtfulMisspelt = 0.45
	trustedMisspelt  = 0.90
	mostMisspelt     = 0.20
)

// Additions: words that only the query has, beside what agrees. A strong
// agreement makes the rest a branch (Hikvision Italy), a weak one makes it a
// namesake (Yitu Lanxi Tea House).
const (
	strongWord          = 0.90 // from this strength on agreement is strong
	weakWord            = 0.50 // up to this it is weak
	otherRest           = 0.75 // Hansa Shipping, Hansa Resources: each goes on in another way
	otherForm           = 0.40 // a company, where a ship or a person is listed
	namedAfter          = 0.60 // and bears the whole name: Tarik Nasser Trading
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
	relatedOnly         = 0.80 // Institute of Semiconductors, of Microelectronics
	otherLegalClass     = 0.97
	addedNumberPenalty  = 0.85
)

// Rules of persons, ships and short words.
const (
	// A person who gives fewer names than the list has, all of them right,
	// contradicts nothing: Delcy Rodríguez, Delcy Eloína Rodríguez Gómez.
	omittedName = 0.5

	addedShipName = 0.65 // Pablo, Pablo Neruda: a ship's name is complete
	otherIMO      = 0.20
)

// weigh returns the weight of a word within a name that has distinctive words,
// or has none.
func weigh(t *term, distinct bool) float64 {
	switch t.role {
	case normalize.Distinctive:
		return weightDistinctive * (weakestShare + (1-weakestShare)*t.strength())
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
	words, bits := 0, 0.0
	for _, t := range n.terms {
		switch t.role {
		case normalize.Distinctive:
			words++
			bits = math.Max(bits, t.bits)
		case normalize.Head, normalize.Industry:
			words++
		}
	}
	return words == 0 || words == 1 && bits < weakAlias
}

// weakAlias is the bits under which a single word is a weak alias: XPC,
// Phoenix.
const weakAlias = 13.5

// evidence is what a comparison found, before it is put into words.
type evidence struct {
	query, listed *name
	pairs         []agreement
	queryUsed     []bool
	listedUsed    []bool
	cut           bool    // the query is the beginning of the listed name
	missing       float64 // factor for the weight of what the query lacks
	additional    float64 // factor for the weight of what only the query has
	doubted       float64 // factor for what strangers would explain as well
	contradicted  []contradiction
	raw           float64
	score         float64
}

// contradiction is a word in which the names differ, a word that only one of
// them has, or something that the names say as wholes, with the factor that it
// costs.
type contradiction struct {
	query  int    // term, or -1
	listed int    // term, or -1
	why    string // in words, if of the names as wholes
	factor float64
}

// judge weighs an alignment.
func (e *evidence) judge() {
	var covered, queryCovered, queryTotal, misspelt float64
	for _, p := range e.pairs {
		// A word of the query weighs what it weighs in the listed name:
		// technolgy is technology.
		w := sum(e.listed.weights[p.l0:p.l1])
		if spare := w - sum(e.query.weights[p.q0:p.q1]); spare > 0 && p.isSlip() {
			// A listed word with a typing error is a rare word, but tells no more
			// than the common one that is meant, on whichever side it stands.
			w -= spare
			misspelt += spare
		}
		covered += w * p.similarity
		queryCovered += w * p.similarity
		queryTotal += w
	}
	if covered == 0 || !e.hasWholeWord() {
		return
	}
	total := e.cutOffRest() - misspelt
	strength := e.strength()
	e.oppose(strength)
	added := false
	for i, used := range e.queryUsed {
		if !used && !e.repeats(i) && !e.isLocation(i) && !isBranchWord(e.query, i) {
			queryTotal += addedWeight(e.query, i)
			added = added || e.query.weights[i] > 0
		}
	}
	e.raw = covered / total
	if e.listed.manner == asPerson && !added && len(e.pairs) > 1 {
		e.raw += (queryCovered/queryTotal - e.raw) * omittedName
	}
	e.missing, e.additional, e.doubted = e.raw, 1, e.doubt(strength)
	if queryTotal > 0 {
		e.additional = math.Pow(queryCovered/queryTotal, queryExponent)
	}
	e.raw *= e.additional * e.doubted
	for _, c := range e.contradicted {
		e.raw *= c.factor
	}
	if e.listed.manner == asVessel {
		e.byIMO()
	}
	e.score = calibrate(e.raw)
}

// hasWholeWord reports whether more than initials agree.
func (e *evidence) hasWholeWord() bool {
	for _, p := range e.pairs {
		q, l := e.query.terms[p.q0], e.listed.terms[p.l0]
		initials := isInitialOf(q, l) || l.manner == asPerson && q.role == normalize.Initial && l.role == normalize.Initial
		if p.how == Acronym || p.how == Spaced || !initials || !e.listed.distinct {
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

// cutOffRest sets aside what a field of limited length cut off, if the query is
// the beginning of the listed name, and returns the weight that is left of the
// listed name: LIMITED LIABILITY COMPANY MECHEL IN.
func (e *evidence) cutOffRest() float64 {
	total := e.listed.total
	if !isCutOff(e.query, e.listed) {
		return total
	}
	letters, last := e.query.letters, len(e.queryUsed)-1
	for j, t := range e.listed.terms {
		if letters -= len(t.text); letters >= 0 || e.listedUsed[j] || e.listed.weights[j] == 0 {
			continue
		}
		e.cut, e.listedUsed[j] = true, true
		total -= e.listed.weights[j]
	}
	if e.cut {
		e.queryUsed[last] = true // what is left of a word
	}
	return math.Max(total, weightGeneric)
}

// isCutOff reports that a query is long and the beginning of a listed name.
func isCutOff(query, listed *name) bool {
	if query.letters < minCutOff || query.letters >= listed.letters {
		return false
	}
	j, k := 0, 0 // in the listed terms, in the letters of one
	for _, t := range query.terms {
		for i := range len(t.text) {
			for k == len(listed.terms[j].text) {
				j, k = j+1, 0
			}
			if listed.terms[j].text[k] != t.text[i] {
				return false
			}
			k++
		}
	}
	return k < len(listed.terms[j].text) // who ends with a whole word left the rest out
}

// minCutOff is the length in letters from which the beginning of a name is known
// for one. The shortest fields in use hold 20 characters.
const minCutOff = 16

// doubt returns the factor for what strangers would explain as well.
func (e *evidence) doubt(strength float64) float64 {
	complete := e.isComplete()
	switch {
	case complete && e.isLiteral():
		return 1
	case e.listed.manner == asOrganisation && e.isMisspelt():
		return between(mostMisspelt, 1, (strength-doubtfulMisspelt)/(trustedMisspelt-doubtfulMisspelt))
	case complete:
		return leastDoubt(strength)
	}
	return between(mostDoubt, 1, (strength-doubtful)/(trusted-doubtful))
}

// leastDoubt is the factor that doubt comes to at best where not all words of
// the names are the same.
func leastDoubt(strength float64) float64 {
	return between(mostDoubtComplete, 1, (strength-doubtful)/(trusted-doubtful))
}

// isMisspelt reports that no distinctive word agrees letter by letter.
func (e *evidence) isMisspelt() bool {
	misspelt := false
	for _, p := range e.pairs {
		if e.listed.terms[p.l0].role != normalize.Distinctive {
			continue
		}
		if p.similarity == 1 || e.query.terms[p.q0].script != e.listed.terms[p.l0].script {
			return false
		}
		misspelt = misspelt || p.how == Misspelt || p.how == Sounds && p.similarity < similarSound
	}
	return misspelt
}

// isLiteral reports that all that agrees is written alike. Words of one meaning
// are not the same words (Banco Modal is not Sarmayeh Bank) unless another
// script leaves no other way to write them.
func (e *evidence) isLiteral() bool {
	for _, p := range e.pairs {
		sameScript := e.query.terms[p.q0].script == e.listed.terms[p.l0].script
		if p.similarity < 1 || p.how == Translated && e.listed.weights[p.l0] > 0 && sameScript {
			return false
		}
	}
	return true
}

// isComplete reports that every word of either name that says something has
// found another.
func (e *evidence) isComplete() bool {
	for _, p := range e.pairs {
		if p.how == Related {
			return false
		}
	}
	for i, used := range e.queryUsed {
		if !used && e.query.weights[i] > 0 && !e.repeats(i) && !e.isLocation(i) && !isBranchWord(e.query, i) {
			return false
		}
	}
	for j, used := range e.listedUsed {
		if !used && e.listed.weights[j] > 0 {
			return false
		}
	}
	return !e.cut
}

// between returns the value at a share of the way from low to high.
func between(low, high, share float64) float64 {
	return low + (high-low)*math.Max(0, math.Min(1, share))
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
		if p.l1-p.l0 > 1 {
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

// calibrate maps a raw score to the share of pairs with that score that are the
// same party. The constants above were chosen so that the raw score is near
// that share already; TestCalibration measures how near. It keeps the range.
func calibrate(raw float64) float64 { return math.Max(0, math.Min(1, raw)) }
