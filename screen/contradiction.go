package screen

import (
	"math"
	"slices"

	"github.com/partyscreen/partyscreen/normalize"
)

// oppose finds what the names say against each other: of each role, the
// heaviest word left over on either side, and then what they say as wholes.
func (e *evidence) oppose(strength float64) {
	if e.listed.distinct && !e.hasDistinctivePair() {
		e.contradicted = append(e.contradicted, whole("no distinctive word agrees", noDistinctive))
	}
	for _, role := range [...]normalize.Role{normalize.Number, normalize.Place, normalize.Head, normalize.Industry, normalize.Distinctive, normalize.Initial} {
		if role == normalize.Initial && e.listed.manner != asVessel {
			continue // Lady M is not Lady R, but a person may leave out initials
		}
		q, l := e.leftOver(e.query, e.queryUsed, role), e.leftOver(e.listed, e.listedUsed, role)
		if role == normalize.Industry && q < 0 && l >= 0 && !e.listed.distinct {
			q = e.leftOver(e.query, e.queryUsed, normalize.Generic) // Civil Affairs, where Public Security is listed
		}
		switch {
		case q >= 0 || l < 0:
		case role == normalize.Place && !e.listed.distinct:
			e.contradicted = append(e.contradicted, contradiction{query: -1, listed: l, factor: missingPlace})
		case role != normalize.Place && strength < strongWord:
			e.contradicted = append(e.contradicted, contradiction{query: -1, listed: l, factor: between(missingWeak, 1, firmness(strength))})
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
			e.contradicted = append(e.contradicted, contradiction{query: q, listed: l, factor: factor})
		}
	}
	if len(e.contradicted) == 0 || !e.opposed() {
		if e.hasRest(e.query, e.queryUsed) && e.hasRest(e.listed, e.listedUsed) {
			e.contradicted = append(e.contradicted, whole("each name goes on in another way", otherRest))
		}
	}
	if slices.ContainsFunc(e.pairs, func(p agreement) bool { return p.how == Related }) {
		e.contradicted = append(e.contradicted, whole("a related trade or body is not the same", relatedOnly))
	}
	if e.listed.hasHan && slices.ContainsFunc(e.pairs, e.bySoundOnly) {
		e.contradicted = append(e.contradicted, whole("the entity writes other Chinese characters", otherCharacters))
	}
	if !e.listed.distinct && e.hasPart() {
		e.contradicted = append(e.contradicted, whole("a body of a part of the place", partOfPlace))
	}
	if e.listed.manner == asPerson && e.hasCorporateRest() || e.listed.manner == asVessel && e.query.corporate && !e.listed.corporate {
		factor := otherForm
		if len(e.pairs) > 1 && !slices.Contains(e.listedUsed, false) {
			factor = namedAfter
		}
		e.contradicted = append(e.contradicted, whole("a company, where a "+e.listed.manner.String()+" is listed", factor))
	}
	if f := e.legalForms(); f < 1 {
		e.contradicted = append(e.contradicted, whole("another class of legal form", f))
	}
}

// whole is a contradiction of the names as wholes.
func whole(why string, factor float64) contradiction {
	return contradiction{query: -1, listed: -1, why: why, factor: factor}
}

// hasCorporateRest reports a word of a company in the query, beside the words
// that agree: a Mr Bank has a surname.
func (e *evidence) hasCorporateRest() bool {
	for i, t := range e.query.terms {
		if t.corporate && !e.queryUsed[i] {
			return true
		}
	}
	return false
}

// hasDistinctivePair reports whether some distinctive word agrees.
func (e *evidence) hasDistinctivePair() bool {
	return slices.ContainsFunc(e.pairs, func(p agreement) bool {
		return slices.ContainsFunc(e.listed.terms[p.l0:p.l1], func(t *term) bool { return t.role == normalize.Distinctive })
	})
}

// bySoundOnly reports a distinctive word in Chinese characters that agrees with
// a listed word in Latin letters. Where the entity's characters are known, they
// would have agreed.
func (e *evidence) bySoundOnly(p agreement) bool {
	q, l := e.query.terms[p.q0], e.listed.terms[p.l0]
	return q.script == normalize.Han && q.role == normalize.Distinctive && q.concept == 0 && l.script == normalize.Latin
}

// hasPart reports whether the query names a place within the listed one beside
// it: the bureau of a part is another bureau. A place behind the body says where
// it is: Bazhou Public Security Bureau, Korla.
func (e *evidence) hasPart() bool {
	place, body := false, false
	for i, t := range e.query.terms {
		if e.queryUsed[i] {
			place = place || t.role == normalize.Place
			body = body || place && (t.role == normalize.Head || t.role == normalize.Industry)
		}
		if body {
			return false
		}
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
		if used[i] || t.role != role || n.weights[i] == 0 || t.near != 0 || e.isAround(n, t) || n == e.query && (e.repeats(i) || e.isLocation(i)) {
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
		for j, o := range other.terms {
			if o.role != normalize.Place || o.concept == t.concept {
				continue
			}
			if t.concept.Contains(o.concept) {
				return true
			}
			// The university of a city is none of the country, but Hikvision in
			// Hangzhou is Hikvision of China.
			apart := n == e.query && other == e.listed && !e.listed.distinct && !e.listedUsed[j]
			if other != n && o.concept.Contains(t.concept) && !apart {
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
	s := math.Min(e.query.terms[q].strength(), e.listed.terms[l].strength())
	return 1 - (1-otherWord)*math.Min(1, s+0.2)*(1-closeness(e.query.terms[q].text, e.listed.terms[l].text))
}

// addition returns the factor for a word that only the query has.
func (e *evidence) addition(role normalize.Role, q int, strength float64) float64 {
	strong := firmness(strength)
	added := e.query.terms[q]
	switch {
	case role == normalize.Number || role == normalize.Initial:
		return addedNumberPenalty
	case role == normalize.Place && e.isLocation(q):
		return 1
	case role == normalize.Place && !e.listed.distinct:
		return elsewhere
	case role == normalize.Distinctive && e.listed.manner == asVessel:
		return addedShipName
	case role == normalize.Distinctive:
		if e.listed.manner == asOrganisation && e.standsBetween(q) {
			strong = 0 // Sense About Time
		}
		if strong < 1 && e.bothChinese(added) {
			return addedWordFactor(strong, 1) // Li Dahua is not Dahua
		}
		return addedWordFactor(strong, added.strength())
	case e.isRelatedTo(e.query, added):
		return 1
	case role == normalize.Head:
		return between(addedBodyWeak, addedBodyStrong, strong)
	case role == normalize.Industry:
		return between(addedIndustryWeak, addedIndustryStrong, strong)
	}
	return between(addedPlaceWeak, 1, strong)
}

// addedWordFactor returns the factor for a distinctive word of some strength that
// only the query has, beside an agreement of some firmness.
func addedWordFactor(firmness, strength float64) float64 {
	return 1 - (1-between(addedWordWeak, addedWordStrong, firmness))*math.Min(1, strength/plainAddition)
}

// firmness is how far a strength has come from a weak agreement to a strong one.
func firmness(strength float64) float64 { return (strength - weakWord) / (strongWord - weakWord) }

// standsBetween reports a word of the query that parts the distinctive words that
// agree.
func (e *evidence) standsBetween(q int) bool {
	before, behind := false, false
	for _, p := range e.pairs {
		if t := e.listed.terms[p.l0]; t.role == normalize.Distinctive && t.bits <= ordinaryBits {
			before, behind = before || p.q0 < q, behind || p.q0 > q
		}
	}
	return before && behind
}

// isLocation reports a place that the query has behind its name where the
// listed name has none, or one around it: it says where the party is.
//
// So does a place beside the word branch, whatever the listed name has.
func (e *evidence) isLocation(q int) bool {
	if e.query.terms[q].role != normalize.Place {
		return false
	}
	if isBranchWord(e.query, q-1) || isBranchWord(e.query, q+1) {
		return true
	}
	place := e.query.terms[q].concept
	return e.query.tokens[q].Trailing && !slices.ContainsFunc(e.listed.terms, func(t *term) bool {
		return t.role == normalize.Place && !t.concept.Contains(place)
	})
}

// isNew reports whether a word of the query that found nothing says something
// new: it neither repeats another, nor says where the party is, nor that it is a
// branch.
func (e *evidence) isNew(i int) bool {
	return !e.repeats(i) && !e.isLocation(i) && !isBranchWord(e.query, i)
}

// isBranchWord reports the words for a branch: Paris Branch, Filiale Hamburg.
func isBranchWord(n *name, i int) bool {
	if i < 0 || i >= len(n.terms) {
		return false
	}
	switch n.terms[i].concept.Name() {
	case "branch", "subsidiary", "representative-office":
		return true
	}
	return false
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

// repeats reports whether a word of the query that found nothing only says
// again what another said: Hami (Kumul), Shihezi PSB, Shihezi City.
func (e *evidence) repeats(i int) bool {
	for j, used := range e.queryUsed {
		if used && e.query.saysAgain(i, j) {
			return true
		}
	}
	return false
}

// saysAgain reports whether word i says the same as word j.
func (n *name) saysAgain(i, j int) bool {
	t, o := n.terms[i], n.terms[j]
	return t.concept != 0 && t.concept == o.concept || t.concept == 0 && t.text != "" && t.text == o.text
}
