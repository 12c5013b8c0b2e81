package lists

import (
	"regexp"
	"strings"
)

// Numbers stand in the remarks of OFAC's CSV files alone: "Passport A0139243
// (Germany) expires 05 Mar 2010", "Folio Mercantil No. 22839 (Jalisco) (Mexico)",
// "Digital Currency Address - XBT 12QtD5BF…".

// ofacNumberTypes are the types of numbers that tell a party from all others, as the
// files spell them. What several parties share is not among them: telephone numbers,
// models of aircraft, and the Chinese Commercial Code, which spells a name.
var ofacNumberTypes = [...]string{
	// of persons
	"Birth Certificate Number", "Bosnian Personal ID", "British National Overseas Passport", "C.U.I.", "C.U.I.P.", "C.U.R.P.",
	"Cartilla de Servicio Militar Nacional", "Cedula", "Cedula de Ciudadania", "Citizen's Card Number", "CNP", "Credencial electoral",
	"D.N.I.", "Diplomatic Passport", "Driver's License", "Electoral Registry", "I.F.E.", "Immigration", "Italian Fiscal Code",
	"Kenyan ID", "LE Number", "Moroccan Personal ID", "N.I.E.", "NIE", "National Foreign ID Number", "National ID", "Numero de Identidad",
	"Passport", "Passport Booklet", "Personal ID Card", "Pilot License Number", "Public Security and Immigration", "Refugee ID Card",
	"Residency Number", "Romanian Permanent Resident", "SRE Permit", "SSN", "Seafarer's Identification Document", "Stateless Person ID Card",
	"Stateless Person Passport", "Tarjeta Profesional", "Tazkira National ID Card", "Travel Document Number",
	"Turkish Identificiation Number", "Turkish Identification Number", "UAE Identification", "VisaNumberID", // the first as the file spells it

	// of persons and organisations
	"C.I.F.", "C.U.I.T.", "Digital Currency Address", "Fiscal Code", "Identification Number", "License", "NIT",
	"Numero Unico de Identificacao Tributaria", "Paraguayan tax identification number", "R.F.C.", "RFC", "RIF", "RTN", "RUC", "Registration ID",
	"Romanian Tax Registration", "Serial", "Tax ID", "US FEIN", "V.A.T. Number",

	// of organisations
	"Afghan Money Service Provider License Number", "BIK", "Branch Unit Number", "Business Number", "Business Registration Document",
	"Business Registration Number", "C.R.", "Central Registration System Number", "Certificate of Incorporation Number",
	"Chamber of Commerce Number", "Commercial Registry Number", "Company Number", "D-U-N-S Number", "Dubai Chamber of Commerce Membership",
	"Economic Register Number", "Enterprise Number", "Equity Ticker", "File Number", "Folio Mercantil", "Government Gazette Number", "ISIN",
	"Istanbul Chamber of Comm.", "Legal Entity Number", "MICEX Code", "MSB Registration Number", "Matricula Mercantil",
	"Public Registration Number", "RSIN", "Registered Charity", "Registration Number", "Romanian C.R.", "SWIFT/BIC", "Tourism License",
	"Trade License", "UK Company Number", "UN/LOCODE", "Unified Social Credit Code", "United Social Credit Code Certificate",

	// of vessels and aircraft
	"Aircraft Construction Number", "Aircraft Manufacturer's Serial Number", "Aircraft Mode S Transponder Code",
	"Aircraft Serial Identification", "Aircraft Tail Number", "International Maritime Organization", "MMSI", "Other Vessel Call Sign",
	"Previous Aircraft Tail Number", "Vessel Registration Identification",
}

// numberInRemarks is what follows the type: the currency of an address, a gloss of the
// type, No. or #, a label as in "CUD: A201404"; the number itself; and behind it a
// comma or up to two brackets, the last with the country, and days.
var numberInRemarks = regexp.MustCompile(`^( - [A-Z0-9]{2,6})?(?: \([^()]*\))?(?: No\.?| #)?:?( [A-Z]{2,5}:)? (.+?)(?:, .*?)?(?: \([^()]*\))??(?: \(([^()]*)\))?(?: (?:issued|expires) .*)?$`)

// ofacNumber returns the number in a piece of the remarks, if there is one.
func ofacNumber(piece string) (id Identifier, ok bool) {
	kind := ""
	for _, t := range ofacNumberTypes {
		if rest, ok := strings.CutPrefix(piece, t); ok && len(t) > len(kind) && (strings.HasPrefix(rest, " ") || strings.HasPrefix(rest, ":")) {
			kind = t // of Passport and Passport Booklet the longer
		}
	}
	if kind == "" {
		return Identifier{}, false
	}
	found := numberInRemarks.FindStringSubmatch(piece[len(kind):])
	if found == nil || !hasDigit(found[3]) && !hasLetterCode(kind) {
		return Identifier{}, false
	}
	return ofacIdentifier(kind+found[1]+strings.TrimSuffix(found[2], ":"), found[3], found[4], ""), true
}
