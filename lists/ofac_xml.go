package lists

import (
	"bytes"
	"io"
	"path/filepath"
	"strconv"
	"strings"
)

// SDN.XML and CONSOLIDATED.XML:
// https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/SDN.XML.
// The file states its date and how many entries it has, but not which list it is.

func looksLikeOFACXML(data []byte) bool { return bytes.Contains(data, []byte("<sdnList")) }

// programList is the list on which all parties of a programme are. Most programmes
// have parties on both; these block all that a party owns, or none of it. The
// Consolidated Screening List bears that out in May 2022 and July 2026.
var programList = map[string]string{
	"CUBA": sdnList, "GLOMAG": sdnList, "IFSR": sdnList, "NPWMD": sdnList, "SDNT": sdnList, "SDNTK": sdnList,
	"561-Related": consolidatedList, "CMIC-EO13959": consolidatedList, "FSE-IR": consolidatedList, "HKAA": consolidatedList, "MBS": consolidatedList,
}

// ofacXMLList returns the list that a file has: that of its programmes, or else the
// one that its name says.
func ofacXMLList(file string, entities []*Entity) string {
	found := ""
	for _, e := range entities {
		for _, p := range e.Programs {
			switch list := programList[p]; {
			case list == "":
			case found != "" && found != list:
				return eitherList // somebody put the two together
			default:
				found = list
			}
		}
	}
	switch name := strings.ToLower(filepath.Base(file)); {
	case found != "":
		return found
	case strings.HasPrefix(name, "sdn"):
		return sdnList
	case strings.HasPrefix(name, "cons"):
		return consolidatedList
	}
	return eitherList
}

func streamOFACXML(file string, r io.Reader) (*parsed, error) {
	x := newXMLFile(file, OFACXML, r)
	var entities []*Entity
	var asOf Date
	stated := -1
	for {
		start, err := x.next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		switch start.Name.Local {
		case "publshInformation": // as OFAC spells it
			info, err := x.read(start)
			if err != nil {
				return nil, err
			}
			if asOf, err = parseUSDate(info.get("Publish_Date")); err != nil {
				return nil, x.fail("Publish_Date", ErrInvalid, "%v", err)
			}
			if stated, err = strconv.Atoi(info.get("Record_Count")); err != nil {
				return nil, x.fail("Record_Count", ErrInvalid, "%q is no number", info.get("Record_Count"))
			}
		case "sdnEntry":
			record, err := x.readRecord(start)
			if err != nil {
				return nil, err
			}
			e, err := x.ofacEntry(record)
			if err != nil {
				return nil, err
			}
			entities = append(entities, e)
			x.took()
		}
	}
	if stated < 0 {
		return nil, x.fail("Record_Count", ErrColumns, "the file does not say how many entries it has; is it the whole file?")
	}
	if stated != len(entities) {
		return nil, x.fail("Record_Count", ErrInvalid, "the file says that it has %d entries, but has %d: download it again", stated, len(entities))
	}
	list := ofacXMLList(file, entities)
	if list == eitherList {
		x.notes.add("the programmes and the name of the file do not tell whether it is the SDN List or the Consolidated Sanctions List", 0)
	}
	for _, e := range entities {
		e.Listings = []Listing{{Authority: ofacAuthority, List: list}}
	}
	p := x.done(entities)
	p.asOf = asOf
	return p, nil
}

func (x *xmlFile) ofacEntry(r *element) (*Entity, error) {
	kind, known := ofacKind(r.get("sdnType"))
	if !known {
		x.note("sdnType \"" + r.get("sdnType") + "\" is not known here: taken as unknown")
	}
	e := &Entity{ID: r.get("uid"), Kind: kind}
	if e.ID == "" {
		return nil, x.fail("uid", ErrInvalid, "the entry has no number")
	}
	e.Names = append(e.Names, Name{Text: ofacName(r), Kind: Primary, Source: "sdn"})
	for _, p := range r.child("programList").all("program") {
		e.Programs = append(e.Programs, p.text)
	}
	for _, a := range r.child("akaList").all("aka") {
		kind, known := ofacAlias(a.get("type"), a.get("category") == "weak")
		if !known {
			x.note("kind of alias \"" + a.get("type") + "\" is not known here: taken as an alias")
		}
		switch text := ofacName(a); {
		case text == "":
			x.note("alias without text passed over")
		case hasName(e.Names, text):
			x.note("alias that repeats another name of the entry passed over")
		default:
			e.Names = append(e.Names, Name{Text: text, Kind: kind, Source: "sdn"})
		}
	}
	for _, a := range r.child("addressList").all("address") {
		e.addAddress("", "sdn", a.get("address1"), a.get("address2"), a.get("address3"), a.get("city"), a.get("stateOrProvince"), a.get("postalCode"), a.get("country"))
	}
	for _, id := range r.child("idList").all("id") {
		e.addOFACIdentifier(id.get("idType"), id.get("idNumber"), id.get("idCountry"), "sdn")
	}
	if callSign := r.get("vesselInfo/callSign"); callSign != "" {
		e.addOFACIdentifier("Call sign", callSign, "", "sdn")
	}
	for _, b := range r.child("dateOfBirthList").all("dateOfBirthItem") {
		e.BirthDates = append(e.BirthDates, b.get("dateOfBirth"))
	}
	var all remarks
	all.add("", r.get("remarks"))
	all.add("Title", r.get("title"))
	for _, list := range [...]struct{ list, item, field, label string }{
		{"placeOfBirthList", "placeOfBirthItem", "placeOfBirth", "Place of birth"}, {"nationalityList", "nationality", "country", "Nationality"}, {"citizenshipList", "citizenship", "country", "Citizenship"},
	} {
		for _, item := range r.child(list.list).all(list.item) {
			all.add(list.label, item.get(list.field))
		}
	}
	for _, v := range [...]struct{ field, label string }{{"vesselType", "Vessel type"}, {"vesselFlag", "Vessel flag"}, {"vesselOwner", "Vessel owner"}, {"tonnage", "Gross tonnage"}, {"grossRegisteredTonnage", "Gross registered tonnage"}} {
		all.add(v.label, r.get("vesselInfo/"+v.field))
	}
	e.Remarks = strings.Join(all, "; ")
	return e, nil
}

// ofacName returns a name as the other formats print it: SURNAME, Given.
func ofacName(r *element) string {
	last, first := r.get("lastName"), r.get("firstName")
	if last == "" || first == "" {
		return last + first
	}
	return last + ", " + first
}

// addOFACIdentifier adds a number. What has no number is a feature, such as
// Gender, and goes into the remarks of its own.
func (e *Entity) addOFACIdentifier(kind, number, country, source string) {
	if number == "" {
		return
	}
	e.Identifiers = append(e.Identifiers, ofacIdentifier(kind, number, country, source))
}
