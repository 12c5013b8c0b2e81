package lists

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Private lists: a table for people who keep a watch list in a spreadsheet, and
// JSON for programs, which has all that a list has.

// privateColumns are the columns of the table. Only id and name must be there.
// Cells with several values are written as a record of CSV with semicolons between
// its fields: Example Bank;"Bank; of Examples".
var privateColumns = [...]string{"id", "kind", "name", "aliases", "weak_aliases", "former_names", "countries", "addresses", "identifiers", "birth_dates", "programs", "authority", "list", "from", "until", "remarks"}

func looksLikePrivateCSV(data []byte) bool {
	line, _, _ := strings.Cut(strings.ToLower(string(data[:min(len(data), maxField)])), "\n")
	header := strings.Split(strings.TrimPrefix(line, "\xef\xbb\xbf"), ",")
	known := 0
	for i, name := range header {
		header[i] = strings.Trim(name, " \r\"")
		if slices.Contains(privateColumns[:], header[i]) {
			known++
		}
	}
	return slices.Contains(header, "id") && slices.Contains(header, "name") && known == len(header)
}

func readPrivateCSV(file string, data []byte) (*parsed, error) {
	t, err := newTable(file, PrivateCSV, data, ',')
	if err != nil {
		return nil, err
	}
	if err := t.require("id", "name"); err != nil {
		return nil, err
	}
	for i, name := range t.header {
		if !slices.Contains(privateColumns[:], name) {
			return nil, t.failAt(i, ErrColumns, "the column %q is none of %s", name, strings.Join(privateColumns[:], ", "))
		}
	}
	var j joiner
	for {
		if err := t.next(); err == io.EOF {
			break
		} else if err != nil {
			return nil, err
		}
		id := t.cell(t.column("id"))
		if id == "" {
			return nil, t.failAt(t.column("id"), ErrInvalid, "the record has no ID")
		}
		e, isNew := j.entity(id, place{t.record, t.line})
		if !isNew {
			return nil, t.failAt(t.column("id"), ErrDuplicate, "entity %s is there twice", id)
		}
		if err := e.takePrivate(t); err != nil {
			return nil, err
		}
	}
	return j.done(file, PrivateCSV), nil
}

// takePrivate takes a row.
func (e *Entity) takePrivate(t *table) error {
	get := func(column string) string { return strings.Clone(t.cell(t.column(column))) }
	fail := func(column string, err error) error {
		return t.failAt(t.column(column), ErrInvalid, "%s", strings.TrimPrefix(err.Error(), "lists: "))
	}
	if kind := get("kind"); kind != "" {
		if err := e.Kind.UnmarshalText([]byte(kind)); err != nil {
			return fail("kind", err)
		}
	}
	e.addName(Name{Text: get("name"), Kind: Primary})
	for _, c := range [...]struct {
		column string
		add    func(string)
	}{
		{"aliases", func(v string) { e.addName(Name{Text: v, Kind: Alias}) }},
		{"weak_aliases", func(v string) { e.addName(Name{Text: v, Kind: WeakAlias}) }},
		{"former_names", func(v string) { e.addName(Name{Text: v, Kind: FormerName}) }},
		{"countries", func(v string) { addText(&e.Countries, v) }},
		{"addresses", func(v string) { e.Addresses = append(e.Addresses, Address{Text: v}) }},
		{"identifiers", func(v string) {
			kind, number, ok := strings.Cut(v, ":")
			if !ok {
				kind, number = "Number", v
			}
			e.addIdentifier(Identifier{Type: strings.TrimSpace(kind), Number: strings.TrimSpace(number)})
		}},
		{"birth_dates", func(v string) { addText(&e.BirthDates, v) }},
		{"programs", func(v string) { addText(&e.Programs, v) }},
	} {
		values, err := splitValues(get(c.column))
		if err != nil {
			return fail(c.column, err)
		}
		for _, v := range values {
			c.add(v)
		}
	}
	l := Listing{Authority: cmp.Or(get("authority"), "private"), List: cmp.Or(get("list"), "watch list")}
	for _, d := range [...]struct {
		column string
		date   *Date
	}{{"from", &l.From}, {"until", &l.Until}} {
		var err error
		if *d.date, err = ParseDate(get(d.column)); err != nil {
			return fail(d.column, err)
		}
	}
	e.Listings = []Listing{l}
	e.Remarks = get("remarks")
	return nil
}

// privateFile is a list as JSON.
type privateFile struct {
	ID       string    `json:"id"`
	Title    string    `json:"title,omitempty"`
	AsOf     Date      `json:"as_of,omitzero"`
	Entities []*Entity `json:"entities"`
}

// WriteJSON writes the list in the form of [PrivateJSON], from which Read gives a
// list of the same ID, title, date and digest.
func (l *List) WriteJSON(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(privateFile{l.id, l.title, l.asOf, l.entities})
}

// WriteCSV writes the list in the form of [PrivateCSV]. The table has no room for
// sources and languages of names, parts of addresses, and more than one listing.
func (l *List) WriteCSV(w io.Writer) error {
	out := csv.NewWriter(w)
	out.Write(privateColumns[:]) // errors come with Flush
	for _, e := range l.entities {
		row := map[string]string{"id": e.ID, "kind": e.Kind.String(), "name": e.PrimaryName().Text, "remarks": e.Remarks}
		values := map[string][]string{"countries": e.Countries, "birth_dates": e.BirthDates, "programs": e.Programs}
		for _, n := range e.Names {
			column := map[NameKind]string{Primary: "aliases", Alias: "aliases", Variant: "aliases", WeakAlias: "weak_aliases", FormerName: "former_names"}[n.Kind]
			if n.Text != row["name"] {
				values[column] = append(values[column], n.Text)
			}
		}
		for _, a := range e.Addresses {
			values["addresses"] = append(values["addresses"], cmp.Or(a.Text, a.Country))
		}
		for _, id := range e.Identifiers {
			values["identifiers"] = append(values["identifiers"], id.Type+": "+id.Number)
		}
		if len(e.Listings) > 0 {
			first := e.Listings[0]
			row["authority"], row["list"], row["from"], row["until"] = first.Authority, first.List, first.From.String(), first.Until.String()
		}
		record := make([]string, len(privateColumns))
		for i, c := range privateColumns {
			record[i] = cmp.Or(row[c], joinValues(values[c]))
		}
		out.Write(record)
	}
	out.Flush()
	return out.Error()
}

// joinValues is the reverse of splitValues.
func joinValues(values []string) string {
	if len(values) == 0 {
		return ""
	}
	var b strings.Builder
	w := csv.NewWriter(&b)
	w.Comma = ';'
	w.Write(values)
	w.Flush()
	return strings.TrimSuffix(b.String(), "\n")
}

func looksLikePrivateJSON(data []byte) bool {
	text := bytes.TrimLeft(data, "\xef\xbb\xbf \t\r\n")
	return bytes.HasPrefix(text, []byte("{")) && bytes.Contains(text, []byte(`"entities"`)) && bytes.Contains(text, []byte(`"names"`))
}

func readPrivateJSON(file string, data []byte) (*parsed, error) {
	fail := func(kind error, format string, args ...any) *ParseError {
		return &ParseError{File: file, Format: PrivateJSON, Reason: fmt.Sprintf(format, args...), Err: kind}
	}
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	var f privateFile
	if err := d.Decode(&f); err != nil {
		e := fail(ErrSyntax, "%v; the form is that of List.WriteJSON", err)
		e.Line = 1 + bytes.Count(data[:min(int(d.InputOffset()), len(data))], []byte("\n"))
		var wrong *json.UnmarshalTypeError
		if errors.As(err, &wrong) {
			e.Field = wrong.Field
		}
		return nil, e
	}
	if rest := bytes.TrimSpace(data[d.InputOffset():]); len(rest) > 0 {
		return nil, fail(ErrSyntax, "%d bytes stand behind the list", len(rest))
	}
	if i := slices.Index(f.Entities, nil); i >= 0 {
		e := fail(ErrInvalid, "the entity is null")
		e.Record = i + 1
		return nil, e
	}
	return &parsed{entities: f.Entities, id: f.ID, title: f.Title, asOf: f.AsOf, locate: func(i int, err error) error {
		kind := sentinel(err)
		e := fail(kind, "%s", strings.TrimPrefix(err.Error(), kind.Error()+": "))
		e.Record = i + 1
		return e
	}}, nil
}
