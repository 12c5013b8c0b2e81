package lists

import (
	"bytes"
	"io"
	"strings"
)

// The consolidated list of the United Nations Security Council:
// https://scsanctions.un.org/resources/xml/en/consolidated.xml. Entries are
// identified by their reference number, such as CDi.001.
const unAuthority = "United Nations Security Council"

func looksLikeUN(data []byte) bool { return bytes.Contains(data, []byte("<CONSOLIDATED_LIST")) }

func streamUN(file string, r io.Reader) (*parsed, error) {
	x := newXMLFile(file, UNXML, r)
	var entities []*Entity
	var asOf Date
	whole := false
	for {
		start, err := x.next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		kind := Individual
		switch start.Name.Local {
		case "CONSOLIDATED_LIST":
			whole = true
			for _, a := range start.Attr {
				if a.Name.Local == "dateGenerated" {
					if asOf, err = x.date("dateGenerated", a.Value); err != nil {
						return nil, err
					}
				}
			}
			continue
		case "ENTITY":
			kind = Organization
		case "INDIVIDUAL":
		default:
			continue
		}
		record, err := x.readRecord(start)
		if err != nil {
			return nil, err
		}
		e, err := x.unEntry(record, kind)
		if err != nil {
			return nil, err
		}
		entities = append(entities, e)
		x.took()
	}
	if !whole {
		return nil, x.fail("CONSOLIDATED_LIST", ErrColumns, "the file has no such element; is it the consolidated list?")
	}
	p := x.done(entities)
	p.asOf = asOf
	return p, nil
}

// unEntry makes an entity of an entry. Elements of persons and of entities differ
// in their prefix.
func (x *xmlFile) unEntry(r *element, kind Kind) (*Entity, error) {
	prefix := r.name + "_"
	from, err := x.date("LISTED_ON", r.get("LISTED_ON"))
	if err != nil {
		return nil, err
	}
	e := &Entity{ID: r.get("REFERENCE_NUMBER"), Kind: kind,
		Listings: []Listing{{Authority: unAuthority, List: "Consolidated List", From: from}}}
	if e.ID == "" {
		return nil, x.fail("REFERENCE_NUMBER", ErrInvalid, "the entry has no reference number")
	}
	var parts []string
	for _, name := range [...]string{"FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"} {
		if part := r.get(name); part != "" {
			parts = append(parts, part)
		}
	}
	e.Names = append(e.Names, Name{Text: strings.Join(parts, " "), Kind: Primary, Source: "un"})
	if original := r.get("NAME_ORIGINAL_SCRIPT"); original != "" && !hasName(e.Names, original) {
		e.Names = append(e.Names, Name{Text: original, Kind: Alias, Source: "un: name in the original script"})
	}
	if program := r.get("UN_LIST_TYPE"); program != "" {
		e.Programs = []string{program}
	}
	x.unAliases(e, r.all(prefix+"ALIAS"))
	for _, a := range r.all(prefix + "ADDRESS") {
		e.addAddress("", "un", a.get("STREET"), a.get("CITY"), a.get("STATE_PROVINCE"), a.get("ZIP_CODE"), a.get("COUNTRY"), a.get("NOTE"))
	}
	for _, b := range r.all(prefix + "DATE_OF_BIRTH") {
		if born := unBirthDate(b); born != "" {
			e.BirthDates = append(e.BirthDates, born)
		}
	}
	for _, d := range r.all(prefix + "DOCUMENT") {
		if number := d.get("NUMBER"); number != "" {
			country := d.get("ISSUING_COUNTRY")
			if country == "" {
				country = d.get("COUNTRY_OF_ISSUE")
			}
			e.Identifiers = append(e.Identifiers, Identifier{Type: d.get("TYPE_OF_DOCUMENT"), Number: number, Country: country, Source: "un"})
		}
	}
	e.Remarks = unRemarks(r, prefix)
	return e, nil
}

// unAliases adds the aliases. Those of low quality are weak; f.k.a. are former
// names. Many entries have one empty alias.
func (x *xmlFile) unAliases(e *Entity, aliases []*element) {
	for _, a := range aliases {
		text, kind := a.get("ALIAS_NAME"), Alias
		switch quality := a.get("QUALITY"); strings.ToLower(strings.ReplaceAll(quality, ".", "")) {
		case "low":
			kind = WeakAlias
		case "fka":
			kind = FormerName
		case "good", "aka", "":
		default:
			x.note("quality of an alias \"" + quality + "\" is not known here: taken as an alias")
		}
		switch {
		case text == "":
			x.note("alias without text passed over")
		case hasName(e.Names, text):
			x.note("alias that repeats another name of the entry passed over")
		default:
			e.Names = append(e.Names, Name{Text: text, Kind: kind, Source: "un"})
		}
	}
}

// unBirthDate returns a date of birth in words.
func unBirthDate(b *element) string {
	born := b.get("DATE")
	if born == "" {
		born = b.get("YEAR")
	}
	switch b.get("TYPE_OF_DATE") {
	case "BETWEEN":
		return b.get("FROM_YEAR") + " to " + b.get("TO_YEAR")
	case "APPROXIMATELY":
		if born != "" {
			born = "circa " + born
		}
	}
	return born
}

func unRemarks(r *element, prefix string) string {
	var all remarks
	all.add("", r.get("COMMENTS1"))
	all.add("Gender", r.get("GENDER"))
	for _, list := range [...]struct{ element, label string }{{"TITLE", "Title"}, {"DESIGNATION", "Designation"}, {"NATIONALITY", "Nationality"}} {
		for _, v := range r.child(list.element).all("VALUE") {
			all.add(list.label, v.text)
		}
	}
	for _, place := range r.all(prefix + "PLACE_OF_BIRTH") {
		var parts []string
		for _, name := range [...]string{"CITY", "STATE_PROVINCE", "COUNTRY"} {
			if part := place.get(name); part != "" {
				parts = append(parts, part)
			}
		}
		all.add("Place of birth", strings.Join(parts, ", "))
	}
	return strings.Join(all, "; ")
}
