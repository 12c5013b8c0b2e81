package lists

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
)

// The Denied Persons List of the Bureau of Industry and Security:
// https://www.bis.gov/dpl/dpl.txt, fields in quotes between tabs, one record an
// address. Records of one name under one order are one entity. The list numbers
// nothing, so an entity is identified by a hash of name and order.
var dplColumns = [...]string{"name", "street_address", "city", "state", "country", "postal_code", "effective_date", "expiration_date", "standard_order", "last_update", "action", "fr_citation"}

// Numbers of dplColumns.
const (
	dplName = iota
	dplStreet
	dplCity
	dplState
	dplCountry
	dplPostcode
	dplEffective
	dplExpiration
	dplStandard
	dplUpdate
	dplAction
	dplCitation
)

func looksLikeDPL(data []byte) bool {
	line, _, _ := strings.Cut(string(data[:min(len(data), maxField)]), "\n")
	line = strings.ToLower(line)
	return strings.Contains(line, "\t") && strings.Contains(line, "standard_order") && strings.Contains(line, "fr_citation")
}

func readDPL(file string, data []byte) (*parsed, error) {
	t, err := newTable(file, DPL, data, '\t')
	if err != nil {
		return nil, err
	}
	if err := t.require(dplColumns[:]...); err != nil {
		return nil, err
	}
	var column [len(dplColumns)]int
	for i, name := range dplColumns {
		column[i] = t.column(name)
	}
	get := func(i int) string { return strings.Clone(t.cell(column[i])) }
	p := &parsed{}
	var notes noteBook
	var lines, records []int
	known := make(map[string]*Entity)
	for {
		if err := t.next(); err == io.EOF {
			break
		} else if err != nil {
			return nil, err
		}
		if get(dplName) == "" {
			return nil, t.failAt(column[dplName], ErrInvalid, "the record has no name")
		}
		l := Listing{Authority: "Bureau of Industry and Security", List: "Denied Persons List", Citations: splitNotices(get(dplCitation)), URL: "https://www.bis.gov/dpl"}
		for _, d := range [...]struct {
			column int
			date   *Date
		}{{dplEffective, &l.From}, {dplExpiration, &l.Until}} {
			if *d.date, err = parseUSDate(get(d.column)); err != nil {
				return nil, t.failAt(column[d.column], ErrInvalid, "%v", err)
			}
		}
		if get(dplStandard) == "Y" {
			l.LicenseRequirement = "Standard order: no dealings in items subject to the EAR (15 CFR 764, Supplement 1)"
		}
		key := strings.Join([]string{get(dplName), get(dplEffective), get(dplExpiration), get(dplCitation)}, "\x00")
		e := known[key]
		if e == nil {
			sum := sha256.Sum256([]byte(key))
			e = &Entity{ID: hex.EncodeToString(sum[:16]), Names: []Name{{Text: get(dplName), Kind: Primary, Source: "dpl"}}, Listings: []Listing{l}}
			var all remarks
			all.add("Action", get(dplAction))
			all.add("Last update", get(dplUpdate))
			all.add("Standard order", get(dplStandard))
			e.Remarks = strings.Join(all, "; ")
			known[key] = e
			p.entities, lines, records = append(p.entities, e), append(lines, t.line), append(records, t.record)
		} else {
			notes.add("records of one name and order, with other addresses, joined", t.record)
		}
		e.addAddress(get(dplCountry), "dpl", get(dplStreet), get(dplCity), get(dplState), get(dplPostcode), get(dplCountry))
	}
	for _, e := range p.entities { // records come in no order
		slices.SortFunc(e.Addresses, func(a, b Address) int { return strings.Compare(a.Text, b.Text) })
		slices.Sort(e.Countries)
	}
	p.notes = notes.lines()
	p.locate = func(i int, err error) error {
		kind := sentinel(err)
		return &ParseError{File: file, Format: DPL, Record: records[i], Line: lines[i], Reason: strings.TrimPrefix(err.Error(), kind.Error()+": "), Err: kind}
	}
	return p, nil
}

// addAddress adds an address of some parts, of which empty ones are left out, and
// its country, if that is a code.
func (e *Entity) addAddress(country, source string, parts ...string) {
	a := Address{Source: source}
	var stated []string
	for _, part := range parts {
		if part != "" {
			stated = append(stated, part)
		}
	}
	a.Text = strings.Join(stated, ", ")
	if code := strings.ToUpper(country); isCountry(code) {
		a.Country = isoCountry(code)
		e.addCountry(a.Country)
	}
	if a.Text != "" {
		e.Addresses = append(e.Addresses, a)
	}
}

func (e *Entity) addCountry(code string) {
	for _, c := range e.Countries {
		if c == code {
			return
		}
	}
	e.Countries = append(e.Countries, code)
}

// parseUSDate reads a day written as 10/09/2019. The empty string is the zero
// Date.
func parseUSDate(s string) (Date, error) {
	if s == "" {
		return Date{}, nil
	}
	t, err := time.Parse("01/02/2006", s)
	if err != nil {
		return Date{}, fmt.Errorf("%q is not a date of the form MM/DD/YYYY", s)
	}
	return ParseDate(t.Format(time.DateOnly))
}
