package lists

import (
	"bytes"
	"fmt"
	"io"
	"strings"
)

// The EU's consolidated list of financial sanctions, version 1.1, as CSV and XML:
// https://webgate.ec.europa.eu/fsd/fsf/public/files/csvFullSanctionsList_1_1/content
// and xmlFullSanctionsList_1_1, with the public token that the Commission's page
// gives. Entries are identified by their logical ID. Only the XML marks which
// aliases are strong, but remarks of both speak of low quality.

const (
	euAuthority = "European Union"
	euList      = "Consolidated list of financial sanctions"
)

func looksLikeEUCSV(data []byte) bool {
	line, _, _ := bytes.Cut(data[:min(len(data), maxField)], []byte("\n"))
	return bytes.Contains(line, []byte(";")) && bytes.Contains(line, []byte("Entity_LogicalId")) && bytes.Contains(line, []byte("NameAlias_WholeName"))
}

func looksLikeEUXML(data []byte) bool {
	return bytes.Contains(data, []byte("http://eu.europa.ec/fpi/fsd/export"))
}

// isLowQuality reports a remark that calls an alias weak, in the spellings that
// occur: low quality, lo quality, Low quality a.k.a.
func isLowQuality(remark string) bool {
	remark = strings.ToLower(remark)
	return strings.Contains(remark, "low qual") || strings.Contains(remark, "lo qual") || strings.Contains(remark, "lowquality") || strings.Contains(remark, "weak alias")
}

func euKind(code string) (Kind, bool) {
	switch strings.ToLower(code) {
	case "p", "person":
		return Individual, true
	case "e", "enterprise":
		return Organization, true
	}
	return Unknown, false
}

// euCSV reads one row a name, address, birth, number or citizenship.
func readEUCSV(file string, data []byte) (*parsed, error) {
	t, err := newTable(file, EUCSV, data, ';')
	if err != nil {
		return nil, err
	}
	t.csv.LazyQuotes = true // bare quotes occur
	if err := t.require("entity_logicalid", "entity_subjecttype", "namealias_wholename"); err != nil {
		return nil, err
	}
	get := func(column string) string {
		return strings.Join(strings.Fields(t.cell(t.column(column))), " ")
	}
	var j joiner
	var asOf Date
	for {
		if err := t.next(); err == io.EOF {
			break
		} else if err != nil {
			return nil, err
		}
		id := get("entity_logicalid")
		if id == "" {
			return nil, t.failAt(t.column("entity_logicalid"), ErrInvalid, "the record has no number of an entry")
		}
		if asOf.IsZero() {
			if asOf, err = euDate(get("filegenerationdate")); err != nil {
				return nil, t.failAt(t.column("filegenerationdate"), ErrInvalid, "%v", err)
			}
		}
		e, isNew := j.entity(id, place{t.record, t.line})
		if isNew {
			from, err := euDate(get("entity_designationdate"))
			if err != nil {
				return nil, t.failAt(t.column("entity_designationdate"), ErrInvalid, "%v", err)
			}
			e.Listings = []Listing{{Authority: euAuthority, List: euList, From: from, URL: get("entity_regulation_publicationurl")}}
			addText(&e.Listings[0].Citations, get("entity_regulation_numbertitle"))
			known := false
			if e.Kind, known = euKind(get("entity_subjecttype")); !known {
				j.notes.add(fmt.Sprintf("Entity_SubjectType %q is not known here: taken as unknown", get("entity_subjecttype")), t.record)
			}
			e.addIdentifier(Identifier{Type: "EU reference number", Number: get("entity_eu_referencenumber"), Source: "eu"})
			e.addIdentifier(Identifier{Type: "UN reference number", Number: get("entity_unitednationid"), Source: "eu"})
			e.addRemark("", get("entity_remark"))
			e.addRemark("", get("entity_designationdetails"))
		}
		addText(&e.Programs, get("entity_regulation_programme"))
		kind := Alias
		switch {
		case isLowQuality(get("namealias_remark")):
			kind = WeakAlias
		case len(e.Names) == 0:
			kind = Primary
		}
		name := get("namealias_wholename")
		if name == "" {
			name = strings.Join(strings.Fields(get("namealias_firstname")+" "+get("namealias_middlename")+" "+get("namealias_lastname")), " ")
		}
		e.addName(Name{Text: name, Kind: kind, Lang: strings.ToLower(get("namealias_namelanguage")), Source: "eu"})
		e.addRemark("Title", get("namealias_title"))
		e.addRemark("Function", get("namealias_function"))
		e.addEUAddress(get("address_countryiso2code"), get("address_street"), get("address_pobox"), get("address_zipcode"), get("address_city"), get("address_region"), get("address_place"), get("address_countrydescription"))
		addText(&e.BirthDates, get("birthdate_birthdate"))
		e.addIdentifier(Identifier{Type: euIdentifier(get("identification_typedescription")), Number: get("identification_number"), Country: get("identification_countryiso2code"), Source: "eu"})
		e.addEUCountry(get("citizenship_countryiso2code"))
	}
	p := j.done(file, EUCSV)
	p.asOf = asOf
	return p, nil
}

func euIdentifier(kind string) string {
	if kind == "" {
		return "Number"
	}
	return kind
}

// euDate reads a day as the CSV writes it, 31/07/2026, or as ISO does.
func euDate(text string) (Date, error) {
	if day, rest, ok := strings.Cut(text, "/"); ok {
		if month, year, ok := strings.Cut(rest, "/"); ok {
			return ParseDate(year + "-" + month + "-" + day)
		}
	}
	day, _, _ := strings.Cut(text, "T")
	return ParseDate(day)
}

// addEUAddress adds an address with its country. 00 stands for a country that is
// not known.
func (e *Entity) addEUAddress(country string, parts ...string) {
	if country == "00" {
		country = ""
	}
	e.addNewAddress(country, "eu", parts...)
}

func (e *Entity) addEUCountry(code string) {
	if code = strings.ToUpper(code); isCountry(code) {
		e.addCountry(isoCountry(code))
	}
}

func streamEUXML(file string, r io.Reader) (*parsed, error) {
	x := newXMLFile(file, EUXML, r)
	var entities []*Entity
	var asOf Date
	for {
		start, err := x.next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		switch start.Name.Local {
		case "export":
			for _, a := range start.Attr {
				if a.Name.Local == "generationDate" {
					if asOf, err = x.date("generationDate", a.Value); err != nil {
						return nil, err
					}
				}
			}
		case "sanctionEntity":
			record, err := x.readRecord(start)
			if err != nil {
				return nil, err
			}
			e, err := x.euEntry(record)
			if err != nil {
				return nil, err
			}
			entities = append(entities, e)
			x.took()
		}
	}
	if asOf.IsZero() {
		return nil, x.fail("generationDate", ErrColumns, "the file does not state its date; is it the whole file?")
	}
	p := x.done(entities)
	p.asOf = asOf
	return p, nil
}

func (x *xmlFile) euEntry(r *element) (*Entity, error) {
	from, err := x.date("designationDate", r.attr("designationDate"))
	if err != nil {
		return nil, err
	}
	e := &Entity{ID: r.attr("logicalId"), Listings: []Listing{{Authority: euAuthority, List: euList, From: from}}}
	if e.ID == "" {
		return nil, x.fail("logicalId", ErrInvalid, "the entry has no number")
	}
	known := false
	if e.Kind, known = euKind(r.child("subjectType").attr("code")); !known {
		x.note("subjectType \"" + r.child("subjectType").attr("code") + "\" is not known here: taken as unknown")
	}
	e.addIdentifier(Identifier{Type: "EU reference number", Number: r.attr("euReferenceNumber"), Source: "eu"})
	e.addIdentifier(Identifier{Type: "UN reference number", Number: r.attr("unitedNationId"), Source: "eu"})
	for _, regulation := range r.all("regulation") {
		addText(&e.Programs, regulation.attr("programme"))
		addText(&e.Listings[0].Citations, regulation.attr("numberTitle"))
		if e.Listings[0].URL == "" {
			e.Listings[0].URL = regulation.get("publicationUrl")
		}
	}
	for _, remark := range r.all("remark") {
		e.addRemark("", remark.text)
	}
	for _, n := range r.all("nameAlias") {
		kind := Alias
		switch {
		case n.attr("strong") == "false" || isLowQuality(n.get("remark")):
			kind = WeakAlias
		case len(e.Names) == 0:
			kind = Primary
		}
		name := n.attr("wholeName")
		if name == "" {
			name = strings.Join(strings.Fields(n.attr("firstName")+" "+n.attr("middleName")+" "+n.attr("lastName")), " ")
		}
		e.addName(Name{Text: name, Kind: kind, Lang: strings.ToLower(n.attr("nameLanguage")), Source: "eu"})
		e.addRemark("Title", n.attr("title"))
		e.addRemark("Function", n.attr("function"))
	}
	for _, a := range r.all("address") {
		e.addEUAddress(a.attr("countryIso2Code"), a.attr("street"), a.attr("poBox"), a.attr("zipCode"), a.attr("city"), a.attr("region"), a.attr("place"), a.attr("countryDescription"))
	}
	for _, b := range r.all("birthdate") {
		born := b.attr("birthdate")
		if born == "" {
			born = b.attr("year")
		}
		addText(&e.BirthDates, born)
	}
	for _, c := range r.all("citizenship") {
		e.addEUCountry(c.attr("countryIso2Code"))
	}
	for _, id := range r.all("identification") {
		e.addIdentifier(Identifier{Type: euIdentifier(id.attr("identificationTypeDescription")), Number: id.attr("number"), Country: id.attr("countryIso2Code"), Source: "eu"})
	}
	return e, nil
}
