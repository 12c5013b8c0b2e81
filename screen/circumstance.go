package screen

import (
	"fmt"
	"slices"
	"strings"

	"github.com/partyscreen/partyscreen/lists"
)

// What else is known moves a score a little: branches stand in other
// countries, and files have wrong ones.
const (
	otherKind      = 0.85
	otherCountry   = 0.95
	otherBirthYear = 0.60
)

// circumstances compares kind, country and birth date where both sides state
// them.
func circumstances(p Party, e *lists.Entity) (float64, []string) {
	factor := 1.0
	var notes []string
	if p.Kind != lists.Unknown && e.Kind != lists.Unknown && isNatural(p.Kind) != isNatural(e.Kind) {
		factor *= otherKind
		notes = append(notes, fmt.Sprintf("the party is of kind %s, the entity %s", p.Kind, e.Kind))
	}
	if len(p.Countries) > 0 && len(e.Countries) > 0 {
		if shared := sharedCountry(p.Countries, e.Countries); shared != "" {
			notes = append(notes, "both are of country "+shared)
		} else {
			factor *= otherCountry
			notes = append(notes, fmt.Sprintf("the party is of country %s, the entity of %s", strings.Join(p.Countries, ", "), strings.Join(e.Countries, ", ")))
		}
	}
	if y := birthYear(p.BirthDate); y != "" && len(e.BirthDates) > 0 {
		if slices.ContainsFunc(e.BirthDates, func(d string) bool { return birthYear(d) == y || strings.Contains(d, y) }) {
			notes = append(notes, "both were born in "+y)
		} else {
			factor *= otherBirthYear
			notes = append(notes, fmt.Sprintf("the party was born in %s, the entity %s", y, strings.Join(e.BirthDates, " or ")))
		}
	}
	return factor, notes
}

func isNatural(k lists.Kind) bool { return k == lists.Individual }

func sharedCountry(a, b []string) string {
	for _, x := range a {
		for _, y := range b {
			if strings.EqualFold(x, y) {
				return y
			}
		}
	}
	return ""
}

// birthYear finds the year in a date that is written in any way.
func birthYear(date string) string {
	digits := 0
	for i := 0; i < len(date); i++ {
		if date[i] < '0' || date[i] > '9' {
			digits = 0
			continue
		}
		if digits++; digits == 4 && (i+1 == len(date) || date[i+1] < '0' || date[i+1] > '9') {
			return date[i-3 : i+1]
		}
	}
	return ""
}

// sharesIdentifier reports whether an entity has an identifier with the same
// key, of the same type and country where both sides state them.
func sharesIdentifier(e *lists.Entity, id lists.Identifier, key string) bool {
	return slices.ContainsFunc(e.Identifiers, func(listed lists.Identifier) bool {
		return identifierKey(listed.Number) == key && !isListKey(listed) &&
			agree(id.Country, listed.Country) && agree(identifierClass(id.Type), identifierClass(listed.Type))
	})
}

// sharedIdentifier returns the number of an identifier that a party and an entity
// share, and the empty string if they share none.
func sharedIdentifier(p *Party, e *lists.Entity) string {
	for _, id := range p.Identifiers {
		if k := identifierKey(id.Number); k != "" && sharesIdentifier(e, id, k) {
			return id.Number
		}
	}
	return ""
}

// agree reports that two statements do not differ: they are equal, or one of
// them is missing.
func agree(a, b string) bool { return a == "" || b == "" || strings.EqualFold(a, b) }

// isListKey reports a number that a list gave its own entries.
func isListKey(id lists.Identifier) bool {
	return strings.Contains(strings.ToLower(id.Type), "entity number")
}

// identifierClass folds the many names of the types of identifiers to a few
// classes; empty for types that are not known, which agree with all.
func identifierClass(kind string) string {
	kind = strings.ToLower(kind)
	if strings.Contains(kind, "vessel") { // Vessel Registration Identification is the IMO number
		return "imo"
	}
	for _, class := range [...]string{"passport", "imo", "isin", "ticker", "tax", "national id", "registration", "swift", "lei"} {
		if strings.Contains(kind, class) {
			return class
		}
	}
	if strings.Contains(kind, "vat") || strings.Contains(kind, "inn") {
		return "tax"
	}
	return ""
}
