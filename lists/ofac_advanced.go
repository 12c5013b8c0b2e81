package lists

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// SDN_ADVANCED.XML and CONS_ADVANCED.XML, some 120 MB:
// https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/SDN_ADVANCED.XML.
// They are normalised as a database is: reference values first, then places and
// documents, then parties, then relations, and last since when and under which
// programme each party is listed. One record is in memory at a time, beside what
// later ones refer to.

func looksLikeOFACAdvanced(data []byte) bool {
	return bytes.Contains(data, []byte("<Sanctions ")) && bytes.Contains(data, []byte("ADVANCED_XML")) ||
		bytes.Contains(data, []byte("<DateOfIssue")) && bytes.Contains(data, []byte("<ReferenceValueSets"))
}

// advancedReader joins the parts of a party.
type advancedReader struct {
	*xmlFile
	values    map[string]string       // reference values, by set and number
	places    map[string]string       // addresses, by number
	documents map[string][]Identifier // by identity
	profiles  map[string]*Entity      // by number
	entities  []*Entity
	asOf      Date
}

func streamOFACAdvanced(file string, r io.Reader) (*parsed, error) {
	a := &advancedReader{xmlFile: newXMLFile(file, OFACAdvanced, r), values: make(map[string]string), places: make(map[string]string),
		documents: make(map[string][]Identifier), profiles: make(map[string]*Entity)}
	sections := map[string]func(*element) error{
		"DateOfIssue": a.date, "Location": a.location, "IDRegDocument": a.document, "DistinctParty": a.party,
		"ProfileRelationship": a.relationship, "SanctionsEntry": a.entry,
	}
	for {
		start, err := a.next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		name := start.Name.Local
		if section := sections[name]; section != nil {
			a.line, _ = a.decoder.InputPos()
			record, err := a.read(start)
			if err == nil {
				err = section(record)
			}
			if err != nil {
				return nil, err
			}
			continue
		}
		if set, ok := strings.CutSuffix(name, "Values"); ok && set != "ReferenceValueSet" {
			record, err := a.read(start)
			if err != nil {
				return nil, err
			}
			for _, v := range record.children {
				a.values[v.name+v.attr("ID")] = v.text
			}
		}
	}
	if a.asOf.IsZero() {
		return nil, a.fail("DateOfIssue", ErrColumns, "the file does not state its date; is it the whole file?")
	}
	for i, e := range a.entities {
		if len(e.Listings) == 0 {
			a.line, a.record = a.lines[i], i+1
			return nil, a.fail("SanctionsEntry", ErrInvalid, "profile %s is on no list: the file was cut short, download it again", e.ID)
		}
	}
	p := a.done(a.entities)
	p.asOf = a.asOf
	return p, nil
}

// value returns what a number stands for in a set of values of the file.
func (a *advancedReader) value(set, number string) string {
	text, ok := a.values[set+number]
	if !ok && number != "" {
		a.note(fmt.Sprintf("a number of %s that the file does not explain: taken as empty", set))
	}
	return text
}

// day reads a day in parts: Year, Month, Day. Missing parts make none.
func (a *advancedReader) day(e *element) Date {
	year, err1 := strconv.Atoi(e.get("Year"))
	month, err2 := strconv.Atoi(e.get("Month"))
	day, err3 := strconv.Atoi(e.get("Day"))
	if err1 != nil || err2 != nil || err3 != nil {
		return Date{}
	}
	d, err := ParseDate(fmt.Sprintf("%04d-%02d-%02d", year, month, day))
	if err != nil {
		return Date{}
	}
	return d
}

func (a *advancedReader) date(r *element) error {
	if a.asOf = a.day(r); a.asOf.IsZero() {
		return a.fail("DateOfIssue", ErrInvalid, "the date of the list is not in the calendar")
	}
	return nil
}

// location keeps an address: its parts, then its country.
func (a *advancedReader) location(r *element) error {
	var parts []string
	for _, part := range r.all("LocationPart") {
		for _, v := range part.all("LocationPartValue") {
			addText(&parts, v.get("Value"))
		}
	}
	addText(&parts, a.value("Country", r.child("LocationCountry").attr("CountryID")))
	a.places[r.attr("ID")] = strings.Join(parts, ", ")
	return nil
}

func (a *advancedReader) document(r *element) error {
	if number := r.get("IDRegistrationNo"); number != "" {
		of := r.attr("IdentityID")
		id := ofacIdentifier(a.value("IDRegDocType", r.attr("IDRegDocTypeID")), number, a.value("Country", r.attr("IssuedBy-CountryID")), "ofac")
		a.documents[of] = append(a.documents[of], id)
	}
	return nil
}

// party takes a profile: its identities with their names, and its features.
func (a *advancedReader) party(r *element) error {
	a.record++
	profile := r.child("Profile")
	e := &Entity{ID: profile.attr("ID")}
	if e.ID == "" {
		return a.fail("Profile", ErrInvalid, "the party has no number")
	}
	switch strings.ToLower(a.value("PartySubType", profile.attr("PartySubTypeID"))) {
	case "vessel":
		e.Kind = Vessel
	case "aircraft":
		e.Kind = Aircraft
	case "unknown": // of persons and organisations, whose type says it
		e.Kind = Organization
	}
	for _, identity := range profile.all("Identity") {
		if a.isPerson(identity) {
			e.Kind = Individual
		}
		for _, alias := range identity.all("Alias") {
			a.alias(e, identity, alias)
		}
		for _, id := range a.documents[identity.attr("ID")] {
			e.addIdentifier(id)
		}
	}
	for _, f := range profile.all("Feature") {
		a.feature(e, f)
	}
	e.addRemark("", r.get("Comment"))
	a.profiles[e.ID] = e
	a.entities = append(a.entities, e)
	a.took()
	return nil
}

// isPerson reports an identity with a last or first name.
func (a *advancedReader) isPerson(identity *element) bool {
	for _, group := range identity.child("NamePartGroups").all("MasterNamePartGroup") {
		for _, part := range group.all("NamePartGroup") {
			switch a.value("NamePartType", part.attr("NamePartTypeID")) {
			case "Last Name", "First Name":
				return true
			}
		}
	}
	return false
}

// alias takes a name in each of its scripts, with its parts in the order of other
// formats: SURNAME, Given.
func (a *advancedReader) alias(e *Entity, identity, alias *element) {
	partType := make(map[string]string)
	for _, group := range identity.child("NamePartGroups").all("MasterNamePartGroup") {
		for _, part := range group.all("NamePartGroup") {
			partType[part.attr("ID")] = a.value("NamePartType", part.attr("NamePartTypeID"))
		}
	}
	kind := Primary
	if alias.attr("Primary") != "true" {
		text, known := a.value("AliasType", alias.attr("AliasTypeID")), false
		if kind, known = ofacAlias(text, alias.attr("LowQuality") == "true"); !known {
			a.note("kind of alias \"" + text + "\" is not known here: taken as an alias")
		}
	}
	for _, name := range alias.all("DocumentedName") {
		var last, rest []string
		script := ""
		for _, part := range name.all("DocumentedNamePart") {
			v := part.child("NamePartValue")
			script = a.value("Script", v.attr("ScriptID"))
			if partType[v.attr("NamePartGroupID")] == "Last Name" {
				last = append(last, v.text)
			} else {
				rest = append(rest, v.text)
			}
		}
		text, source := strings.Join(last, " "), "ofac"
		if len(rest) > 0 {
			text = strings.TrimPrefix(text+", "+strings.Join(rest, " "), ", ")
		}
		if script != "" && script != "Latin" {
			source += ": " + script + " script"
		}
		e.addName(Name{Text: text, Kind: kind, Source: source})
	}
}

// feature takes a date of birth, an address, or a remark.
func (a *advancedReader) feature(e *Entity, f *element) {
	name := a.value("FeatureType", f.attr("FeatureTypeID"))
	for _, v := range f.all("FeatureVersion") {
		period := v.child("DatePeriod")
		from, to := a.day(period.child("Start").child("From")), a.day(period.child("End").child("To"))
		switch {
		case from.IsZero() && len(period.children) > 0:
			a.note("a period that begins on no day of the calendar: passed over")
		case from.IsZero():
		case from == to || to.IsZero():
			e.addFeatureDate(name, from.String())
		case from.Month == 1 && from.Day == 1 && to.Month == 12 && to.Day == 31 && from.Year == to.Year:
			e.addFeatureDate(name, strconv.Itoa(int(from.Year)))
		default:
			e.addFeatureDate(name, from.String()+" to "+to.String())
		}
		for _, l := range v.all("VersionLocation") {
			text, ok := a.places[l.attr("LocationID")]
			switch {
			case !ok:
				a.note("a number of a place that the file does not explain: passed over")
			case strings.HasPrefix(name, "Location"):
				e.addNewAddress("", "ofac", text)
			default:
				e.addRemark(name, text)
			}
		}
		for _, d := range v.all("VersionDetail") {
			text := d.text
			if text == "" {
				text = a.value("DetailReference", d.attr("DetailReferenceID"))
			}
			e.addRemark(name, text)
		}
	}
}

func (e *Entity) addFeatureDate(name, text string) {
	if name == "Birthdate" {
		addText(&e.BirthDates, text)
		return
	}
	e.addRemark(name, text)
}

// relationship notes what one party is to another.
func (a *advancedReader) relationship(r *element) error {
	from, to := a.profiles[r.attr("From-ProfileID")], a.profiles[r.attr("To-ProfileID")]
	if from == nil || to == nil {
		a.note("a relation with a party that the file lacks: passed over")
		return nil
	}
	from.addRemark(a.value("RelationType", r.attr("RelationTypeID")), to.PrimaryName().Text)
	return nil
}

// entry takes since when a party is listed, and under which programmes. The list
// of all lists always stands beside another.
func (a *advancedReader) entry(r *element) error {
	e := a.profiles[r.attr("ProfileID")]
	if e == nil {
		return a.fail("ProfileID", ErrInvalid, "the entry is of profile %s, which the file lacks", r.attr("ProfileID"))
	}
	l := Listing{Authority: ofacAuthority, List: a.values["List"+r.attr("ListID")]}
	if l.List == "" {
		return a.fail("ListID", ErrInvalid, "the entry is of list %q, which the file does not explain", r.attr("ListID"))
	}
	for _, event := range r.all("EntryEvent") {
		if day := a.day(event.child("Date")); l.From.IsZero() || !day.IsZero() && day.Compare(l.From) < 0 {
			l.From = day
		}
	}
	e.Listings = append(e.Listings, l)
	for _, m := range r.all("SanctionsMeasure") {
		if a.value("SanctionsType", m.attr("SanctionsTypeID")) == "Program" || m.get("Comment") != "" {
			addText(&e.Programs, m.get("Comment"))
		}
	}
	return nil
}
