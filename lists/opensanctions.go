package lists

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// OpenSanctions publishes its collections as targets.simple.csv, one record a
// party, and as entities.ftm.json, one object a line in the FollowTheMoney model:
// https://www.opensanctions.org/datasets/. The data is free for non-commercial use.

func looksLikeTargets(data []byte) bool {
	line, _, _ := bytes.Cut(data[:min(len(data), maxField)], []byte("\n"))
	line = bytes.ReplaceAll(line, []byte(`"`), nil)
	return bytes.Contains(line, []byte("id,schema,name,aliases,birth_date"))
}

// ftmKind returns the kind of a party by its schema. Links between parties have
// other schemas.
func ftmKind(schema string) (Kind, bool) {
	switch schema {
	case "Person":
		return Individual, true
	case "Company", "Organization", "LegalEntity":
		return Organization, true
	case "PublicBody":
		return Government, true
	case "Vessel":
		return Vessel, true
	case "Airplane":
		return Aircraft, true
	}
	return Unknown, false
}

func readTargets(file string, data []byte) (*parsed, error) {
	t, err := newTable(file, OpenSanctionsCSV, data, ',')
	if err != nil {
		return nil, err
	}
	if err := t.require("id", "schema", "name", "aliases", "birth_date", "countries", "addresses", "identifiers"); err != nil {
		return nil, err
	}
	var j joiner
	for {
		if err := t.next(); err == io.EOF {
			break
		} else if err != nil {
			return nil, err
		}
		get := func(column string) string { return strings.Clone(t.cell(t.column(column))) }
		id := get("id")
		if id == "" {
			return nil, t.failAt(t.column("id"), ErrInvalid, "the record has no ID")
		}
		e, isNew := j.entity(id, place{t.record, t.line})
		if !isNew {
			return nil, t.failAt(t.column("id"), ErrDuplicate, "entity %s is there twice", id)
		}
		known := false
		if e.Kind, known = ftmKind(get("schema")); !known {
			j.notes.add(fmt.Sprintf("schema %q is not of a party known here: taken as unknown", get("schema")), t.record)
		}
		e.addName(Name{Text: get("name"), Kind: Primary, Source: "opensanctions"})
		for _, c := range [...]struct {
			column string
			add    func(string)
		}{
			{"aliases", func(v string) { e.addName(Name{Text: v, Kind: Alias, Source: "opensanctions"}) }},
			{"birth_date", func(v string) { addText(&e.BirthDates, v) }},
			{"countries", e.addFTMCountry},
			{"addresses", func(v string) { e.addNewAddress("", "opensanctions", v) }},
			{"identifiers", func(v string) { e.addIdentifier(Identifier{Type: "Identifier", Number: v, Source: "opensanctions"}) }},
			{"program_ids", func(v string) { addText(&e.Programs, v) }},
		} {
			values, err := splitValues(get(c.column))
			if err != nil {
				return nil, t.failAt(t.column(c.column), ErrSyntax, "%v", err)
			}
			for _, v := range values {
				c.add(v)
			}
		}
		from, err := ftmDate(get("first_seen"))
		if err != nil {
			return nil, t.failAt(t.column("first_seen"), ErrInvalid, "%v", err)
		}
		e.Listings = []Listing{{Authority: "OpenSanctions", List: get("dataset")}}
		if !from.IsZero() {
			e.addRemark("First seen by OpenSanctions", from.String()) // not the day of listing
		}
		e.addRemark("Sanctions", get("sanctions"))
		e.addRemark("Phones", get("phones"))
		e.addRemark("Emails", get("emails"))
	}
	return j.done(file, OpenSanctionsCSV), nil
}

// splitValues splits a cell that holds several values as a record of CSV with
// semicolons.
func splitValues(cell string) ([]string, error) {
	if cell == "" {
		return nil, nil
	}
	r := csv.NewReader(strings.NewReader(cell))
	r.Comma = ';'
	values, err := r.Read()
	if err != nil {
		return nil, fmt.Errorf("the values between semicolons are not quoted as in CSV: %w", err)
	}
	for i := range values {
		values[i] = strings.TrimSpace(values[i])
	}
	return values, nil
}

func (e *Entity) addFTMCountry(code string) {
	if code = strings.ToUpper(code); isCountry(code) {
		e.addCountry(isoCountry(code))
	}
}

func ftmDate(text string) (Date, error) {
	day, _, _ := strings.Cut(text, "T")
	return ParseDate(day)
}

func looksLikeFTM(data []byte) bool {
	line, _, _ := bytes.Cut(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")), []byte("\n"))
	return bytes.HasPrefix(line, []byte("{")) && bytes.Contains(line, []byte(`"schema"`)) && bytes.Contains(line, []byte(`"properties"`))
}

// ftmObject is a party, or a link that says something of one.
type ftmObject struct {
	ID         string              `json:"id"`
	Caption    string              `json:"caption"`
	Schema     string              `json:"schema"`
	Properties map[string][]string `json:"properties"`
	Datasets   []string            `json:"datasets"`
	Target     *bool               `json:"target"`
}

// maxFTMLine bounds a line. The longest objects have some hundred thousand bytes.
const maxFTMLine = 1 << 24

// streamFTM reads parties, and what the links of schema Sanction say of them.
// Parties that are no target, such as the relatives of one, are passed over.
func streamFTM(file string, r io.Reader) (*parsed, error) {
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, maxFTMLine)
	var j joiner
	sanctions := make(map[string][]ftmObject)
	line := 0
	fail := func(kind error, field, format string, args ...any) error {
		return &ParseError{File: file, Format: OpenSanctionsFTM, Record: line, Line: line, Field: field, Reason: fmt.Sprintf(format, args...), Err: kind}
	}
	for lines.Scan() {
		line++
		text := bytes.TrimSpace(bytes.TrimPrefix(lines.Bytes(), []byte("\xef\xbb\xbf")))
		if len(text) == 0 {
			continue
		}
		var o ftmObject
		if err := json.Unmarshal(text, &o); err != nil {
			return nil, fail(ErrSyntax, "", "%v; if it is the last line, the file was cut short: download it again", err)
		}
		if o.ID == "" {
			return nil, fail(ErrInvalid, "id", "the object has no ID")
		}
		if o.Schema == "Sanction" {
			for _, of := range o.Properties["entity"] {
				sanctions[of] = append(sanctions[of], o)
			}
			continue
		}
		kind, party := ftmKind(o.Schema)
		if !party {
			j.notes.add("objects of schema "+o.Schema+" passed over: they are no parties", line)
			continue
		}
		if o.Target != nil && !*o.Target {
			j.notes.add("parties that are no target passed over", line)
			continue
		}
		e, isNew := j.entity(o.ID, place{line, line})
		if !isNew {
			return nil, fail(ErrDuplicate, "id", "entity %s is there twice", o.ID)
		}
		e.Kind = kind
		e.takeFTM(&o)
	}
	if err := lines.Err(); errors.Is(err, bufio.ErrTooLong) {
		line++
		return nil, fail(ErrTooLarge, "", "the line has more than %d bytes", maxFTMLine)
	} else if err != nil {
		return nil, readError(file, OpenSanctionsFTM, err)
	}
	for _, e := range j.entities {
		for _, s := range sanctions[e.ID] {
			if err := e.takeFTMSanction(&s); err != nil {
				return nil, fail(ErrInvalid, "startDate", "sanction %s: %v", s.ID, err)
			}
		}
		if len(e.Listings) == 0 {
			e.Listings = []Listing{{Authority: "OpenSanctions", List: "targets"}}
		}
	}
	return j.done(file, OpenSanctionsFTM), nil
}

// takeFTM takes the properties of a party.
func (e *Entity) takeFTM(o *ftmObject) {
	e.addName(Name{Text: o.Caption, Kind: Primary, Source: "opensanctions"})
	for _, p := range [...]struct {
		property string
		kind     NameKind
	}{{"name", Alias}, {"alias", Alias}, {"weakAlias", WeakAlias}, {"previousName", FormerName}} {
		for _, v := range o.Properties[p.property] {
			e.addName(Name{Text: v, Kind: p.kind, Source: "opensanctions"})
		}
	}
	for _, p := range [...]string{"country", "nationality", "citizenship", "jurisdiction", "flag"} {
		for _, v := range o.Properties[p] {
			e.addFTMCountry(v)
		}
	}
	for _, v := range o.Properties["address"] {
		e.addNewAddress("", "opensanctions", v)
	}
	for _, v := range o.Properties["birthDate"] {
		addText(&e.BirthDates, v)
	}
	for _, p := range [...]struct{ property, kind string }{{"imoNumber", "IMO number"}, {"mmsi", "MMSI"}, {"passportNumber", "Passport"}, {"idNumber", "National ID"}, {"registrationNumber", "Registration number"},
		{"taxNumber", "Tax ID"}, {"innCode", "Tax ID (INN)"}, {"ogrnCode", "Registration number (OGRN)"}, {"leiCode", "LEI"}, {"swiftBic", "SWIFT/BIC"}, {"isinCode", "ISIN"}, {"callSign", "Call sign"}} {
		for _, v := range o.Properties[p.property] {
			e.addIdentifier(Identifier{Type: p.kind, Number: v, Source: "opensanctions"})
		}
	}
	for _, p := range [...]struct{ property, label string }{{"topics", "Topic"}, {"notes", ""}, {"position", "Position"}, {"gender", "Gender"}, {"birthPlace", "Place of birth"}} {
		for _, v := range o.Properties[p.property] {
			e.addRemark(p.label, v)
		}
	}
	for _, d := range o.Datasets {
		e.addRemark("Dataset", d)
	}
}

// takeFTMSanction takes a listing.
func (e *Entity) takeFTMSanction(o *ftmObject) error {
	first := func(property string) string {
		if v := o.Properties[property]; len(v) > 0 {
			return v[0]
		}
		return ""
	}
	l := Listing{Authority: first("authority"), List: first("program"), URL: first("sourceUrl")}
	var err error
	if l.From, err = ftmDay(first("startDate")); err != nil {
		return err
	}
	if l.Until, err = ftmDay(first("endDate")); err != nil {
		return err
	}
	if l.Authority == "" {
		l.Authority = "OpenSanctions"
	}
	if l.List == "" {
		l.List = "targets"
	}
	e.Listings = append(e.Listings, l)
	for _, p := range o.Properties["program"] {
		addText(&e.Programs, p)
	}
	return nil
}

// ftmDay reads a day; a month or year alone is none.
func ftmDay(text string) (Date, error) {
	if len(text) < len("2006-01-02") {
		return Date{}, nil
	}
	return ftmDate(text)
}
