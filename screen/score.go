package screen

import (
	"math"
	"slices"

	"github.com/partyscreen/partyscreen/normalize"
)

// The score of an alignment is
//
//	listed coverage × query coverage ^ queryExponent × contradictions × doubt
//
// mapped to a probability by calibrate. Coverage is the share of a name's
// weight that agrees. The listed name must be covered almost wholly; the query
// may say more (Hikvision Trading FZE), at a small price.

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

// evidence is what a comparison found, before it is put into words.
type evidence struct {
	query, listed *name
	lookup        *lookup // what the query's words agree with; nil to compare them all
	id            int32   // of the listed name in the index of the lookup
	possible      []agreement
	pairs         []agreement // of the possible ones
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

// match aligns and judges two prepared names.
func match(query, listed *name) evidence {
	var e evidence
	e.match(query, listed)
	return e
}

// match is match with the memory of an earlier comparison.
func (e *evidence) match(query, listed *name) {
	*e = evidence{query: query, listed: listed, lookup: e.lookup, id: e.id, possible: e.possible[:0], pairs: e.pairs[:0], contradicted: e.contradicted[:0],
		queryUsed: unused(e.queryUsed, len(query.terms)), listedUsed: unused(e.listedUsed, len(listed.terms))}
	e.align()
	e.judge()
}

func unused(used []bool, n int) []bool {
	used = slices.Grow(used[:0], n)[:n]
	clear(used)
	return used
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
		if !used && e.isNew(i) {
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

// hasWholeWord reports whether more than initials and particles agree.
func (e *evidence) hasWholeWord() bool {
	for _, p := range e.pairs {
		q, l := e.query.terms[p.q0], e.listed.terms[p.l0]
		initials := isInitialOf(q, l) || l.manner == asPerson && (q.role == normalize.Initial && l.role == normalize.Initial || sum(e.listed.weights[p.l0:p.l1]) == 0)
		if p.how == Acronym || p.how == Spaced || !initials || !e.listed.distinct {
			return true
		}
	}
	return false
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

// calibrate maps a raw score to the share of pairs with that score that are the
// same party. The constants above were chosen so that the raw score is near
// that share already; TestCalibration measures how near. It keeps the range.
func calibrate(raw float64) float64 { return math.Max(0, math.Min(1, raw)) }
