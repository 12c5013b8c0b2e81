package lists

import (
	"bytes"
	"io"
	"strings"
)

// SDN_ENHANCED.ZIP and CONS_ENHANCED.ZIP, the successors of the older XML:
// https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/SDN_ENHANCED.ZIP.
// They state of each list since when an entry is on it, mark aliases of low
// quality, and give names in their own scripts.

func looksLikeOFACEnhanced(data []byte) bool { return bytes.Contains(data, []byte("<sanctionsData")) }

func streamOFACEnhanced(file string, r io.Reader) (*parsed, error) {
	x := newXMLFile(file, OFACEnhanced, r)
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
		case "publicationInfo":
			info, err := x.read(start)
			if err != nil {
				return nil, err
			}
			if asOf, err = x.date("dataAsOf", info.get("dataAsOf")); err != nil {
				return nil, err
			}
		case "referenceValues":
			if err := x.skip(); err != nil {
				return nil, err
			}
		case "entity":
			record, err := x.readRecord(start)
			if err != nil {
				return nil, err
			}
			e, err := x.enhancedEntry(record)
			if err != nil {
				return nil, err
			}
			entities = append(entities, e)
			x.took()
		}
	}
	if asOf.IsZero() {
		return nil, x.fail("dataAsOf", ErrColumns, "the file does not state its date; is it the whole file?")
	}
	p := x.done(entities)
	p.asOf = asOf
	return p, nil
}

func (x *xmlFile) enhancedEntry(r *element) (*Entity, error) {
	kind, known := ofacKind(r.get("generalInfo/entityType"))
	if !known {
		x.note("entityType \"" + r.get("generalInfo/entityType") + "\" is not known here: taken as unknown")
	}
	e := &Entity{ID: r.attr("id"), Kind: kind}
	if e.ID == "" {
		return nil, x.fail("id", ErrInvalid, "the entity has no number")
	}
	for _, l := range r.child("sanctionsLists").all("sanctionsList") {
		from, err := x.date("datePublished", l.attr("datePublished"))
		if err != nil {
			return nil, err
		}
		e.Listings = append(e.Listings, Listing{Authority: ofacAuthority, List: l.text, From: from})
	}
	for _, p := range r.child("sanctionsPrograms").all("sanctionsProgram") {
		e.Programs = append(e.Programs, p.text)
	}
	for _, n := range r.child("names").all("name") {
		x.enhancedName(e, n)
	}
	for _, a := range r.child("addresses").all("address") {
		country := a.get("country")
		for _, t := range a.child("translations").all("translation") {
			var parts []string
			for _, part := range t.child("addressParts").all("addressPart") {
				parts = append(parts, part.get("value"))
			}
			e.addAddress("", "ofac", append(parts, country)...)
		}
	}
	var all remarks
	all.add("", r.get("generalInfo/remarks"))
	all.add("Title", r.get("generalInfo/title"))
	for _, f := range r.child("features").all("feature") {
		switch name, value := f.get("type"), f.get("value"); name {
		case "Birthdate":
			e.BirthDates = append(e.BirthDates, value)
		case "Vessel Call Sign", "SWIFT/BIC", "MMSI", "D-U-N-S Number", "Website", "Digital Currency Address":
			e.addOFACIdentifier(name, value, "", "ofac")
		default:
			all.add(name, value)
		}
	}
	for _, d := range r.child("identityDocuments").all("identityDocument") {
		e.addOFACIdentifier(d.get("type"), d.get("documentNumber"), d.get("issuingCountry"), "ofac")
	}
	for _, rel := range r.child("relationships").all("relationship") {
		all.add(rel.get("type"), rel.get("relatedEntity"))
	}
	e.Remarks = strings.Join(all, "; ")
	return e, nil
}

// enhancedName adds a name in each of its scripts.
func (x *xmlFile) enhancedName(e *Entity, n *element) {
	kind := Primary
	if n.get("isPrimary") != "true" {
		known := false
		if kind, known = ofacAlias(n.get("aliasType"), n.get("isLowQuality") == "true"); !known {
			x.note("aliasType \"" + n.get("aliasType") + "\" is not known here: taken as an alias")
		}
	}
	for i, t := range n.child("translations").all("translation") {
		text, as := t.get("formattedFullName"), kind
		if i > 0 && kind == Primary {
			as = Alias // a name has one primary form
		}
		switch {
		case text == "":
			x.note("name without text passed over")
		case hasName(e.Names, text):
			x.note("name that repeats another of the entry passed over")
		default:
			source := "ofac"
			if script := t.get("script"); script != "" && script != "Latin" {
				source += ": " + script + " script"
			}
			e.Names = append(e.Names, Name{Text: text, Kind: as, Source: source})
		}
	}
}
