package lists

import (
	"regexp"
	"strings"
)

// What all formats of the Office of Foreign Assets Control have in common.

const (
	ofacAuthority    = "Office of Foreign Assets Control"
	sdnList          = "Specially Designated Nationals and Blocked Persons List"
	consolidatedList = "Consolidated Sanctions List (Non-SDN)"
	eitherList       = "SDN List or Consolidated Sanctions List"
)

// ofacKind returns the kind of an entry; -0- and Entity are organisations.
func ofacKind(text string) (Kind, bool) {
	switch strings.ToLower(text) {
	case "", "entity":
		return Organization, true
	case "individual":
		return Individual, true
	case "vessel":
		return Vessel, true
	case "aircraft":
		return Aircraft, true
	}
	return Unknown, false
}

// ofacAlias returns what a kind of alias is to an entity: aka, fka and nka in CSV,
// a.k.a. and so on in XML.
func ofacAlias(kind string, weak bool) (NameKind, bool) {
	switch strings.ToLower(strings.ReplaceAll(kind, ".", "")) {
	case "fka":
		return FormerName, true
	case "aka", "nka", "name", "":
		if weak {
			return WeakAlias, true
		}
		return Alias, true
	}
	return Alias, false
}

// ofacIdentifier is a number as OFAC prints it. The IMO number of a ship stands under
// types that other numbers have too, and is told by its beginning.
func ofacIdentifier(kind, number, country, source string) Identifier {
	if imo, ok := strings.CutPrefix(number, "IMO "); ok {
		kind, number = "IMO number", imo
	}
	return Identifier{Type: kind, Number: number, Country: country, Source: source}
}

// takeRemarks takes apart what the CSV files say in remarks only: weak aliases in
// quotes, dates of birth, and numbers. Entity.Remarks has the whole beside. It returns
// how many weak aliases repeat another name.
func (e *Entity) takeRemarks(remarks, source string) (repeated int) {
	for piece := range strings.SplitSeq(strings.TrimSuffix(strings.TrimSpace(remarks), "."), "; ") {
		piece = strings.TrimPrefix(strings.TrimSpace(piece), "alt. ")
		if found := quotedAlias.FindStringSubmatch(piece); found != nil {
			kind, _ := ofacAlias(found[1], true)
			if hasName(e.Names, found[2]) {
				repeated++
			} else {
				e.Names = append(e.Names, Name{Text: found[2], Kind: kind, Source: source})
			}
			continue
		}
		if born, ok := strings.CutPrefix(piece, "DOB "); ok {
			e.BirthDates = append(e.BirthDates, born)
			continue
		}
		if id, ok := ofacNumber(piece); ok {
			id.Source = source
			e.Identifiers = append(e.Identifiers, id)
		}
	}
	return repeated
}

// quotedAlias is a weak alias, which OFAC puts in quotes (FAQ 122).
var quotedAlias = regexp.MustCompile(`^([afn]\.k\.a\.) '(.+)'$`)
