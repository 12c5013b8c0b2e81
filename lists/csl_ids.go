package lists

import (
	"slices"
	"strings"
)

// identifiers splits the ids column. Its pieces are of two orders, "Passport,
// A0139243, DE" and, in older files, "DE, A0139243, Passport", both with dates
// of expiry and issue where known. Features that identify nobody are mixed in,
// such as "Male, Gender": they go into the remarks as printed, and so does a
// piece with dates, which an Identifier has no room for.
func (r *cslReader) identifiers(remarks *remarks) []Identifier {
	var ids []Identifier
	if callSign := r.get(cslCallSign); callSign != "" {
		ids = append(ids, Identifier{Type: "Call sign", Number: strings.Clone(callSign), Source: "csl"})
	}
	number := r.get(cslEntityNumber)
	if id := r.get(cslID); number != "" && number != id {
		ids = append(ids, Identifier{Type: "Entity number", Number: strings.Clone(number), Source: "csl"})
	}
	cell := r.get(cslIDs)
	if cell == "" {
		return ids
	}
	for piece := range strings.SplitSeq(strings.Clone(cell), "; ") {
		id, whole := parseIdentifier(piece)
		if id.Number != "" {
			id.Type = r.intern(id.Type)
			ids = append(ids, id)
		}
		if !whole {
			remarks.add("", strings.TrimSpace(piece))
			r.notes.add("ids: features, and identifiers with dates, kept in the remarks", r.record)
		}
	}
	return ids
}

// parseIdentifier returns the identifier in a piece, if there is one, and
// whether it holds all that the piece says.
func parseIdentifier(piece string) (id Identifier, whole bool) {
	parts := strings.Split(piece, ", ")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	first, last := parts[0], parts[len(parts)-1]
	if len(parts) < 2 || isFeature(first) || isFeature(last) {
		return Identifier{}, false
	}
	typ, rest := last, parts[:len(parts)-1]
	if hasDigit(last) || isCountry(last) || hasLetterCode(first) {
		typ, rest = first, parts[1:]
	}
	whole = true
	var number []string
	for i, part := range rest {
		switch _, err := ParseDate(part); {
		case isCountry(part) && id.Country == "" && (i == 0 || i == len(rest)-1) && len(rest) > 1:
			id.Country = part
		case err == nil && len(rest) > 1:
			whole = false
		default:
			number = append(number, part)
		}
	}
	id.Type, id.Number, id.Source = typ, strings.Join(number, ", "), "csl"
	if id.Number == "" || !hasDigit(id.Number) && !hasLetterCode(typ) {
		return Identifier{}, false
	}
	if imo, ok := strings.CutPrefix(id.Number, "IMO "); ok && typ == "Vessel Registration Identification" {
		id.Type, id.Number = "IMO number", imo
	}
	return id, whole
}

// isFeature reports whether the type of a piece says something about a party
// that others share, so that it is no identifier.
func isFeature(typ string) bool {
	if strings.HasSuffix(typ, ":") || strings.HasSuffix(typ, "-") {
		return true // "Secondary sanctions risk:"
	}
	for _, start := range []string{"Executive Order ", "Listing Date", "Effective Date", "Purchase/Sales"} {
		if strings.HasPrefix(typ, start) {
			return true
		}
	}
	return slices.Contains([]string{
		"Gender", "Website", "Email Address", "Phone Number", "Target Type", "Issuer Name",
		"Organization Established Date", "Organization Type", "Nationality of Registration", "Registration Country",
		"Aircraft Manufacture Date", "Aircraft Model", "Aircraft Operator",
		"Former Vessel Flag", "Other Vessel Flag", "Other Vessel Type",
	}, typ)
}

// hasLetterCode reports whether numbers of the type may consist of letters
// alone. All others have a digit.
func hasLetterCode(typ string) bool {
	return slices.Contains([]string{"SWIFT/BIC", "Equity Ticker", "MICEX Code", "UN/LOCODE", "Aircraft Tail Number", "Previous Aircraft Tail Number", "Other Vessel Call Sign"}, typ)
}

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }
