package lists

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"path/filepath"
	"strings"
)

// The files of a set have no header: columns are told by their number. Each
// file of the main names has one record an entry, the others any number, which
// refer to it by its number.
//
// Published at
// https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ as
// SDN.CSV, ALT.CSV, ADD.CSV and SDN_COMMENTS.CSV, and CONS_PRIM.CSV and its three.
var ofacSets = [...]ofacSet{
	{id: "sdn", list: sdnList, main: "sdn.csv", aliases: "alt.csv", addresses: "add.csv", comments: "sdn_comments.csv"},
	{id: "ofac-cons", list: consolidatedList, main: "cons_prim.csv", aliases: "cons_alt.csv", addresses: "cons_add.csv", comments: "cons_comments.csv"},
}

type ofacSet struct{ id, list, main, aliases, addresses, comments string }

// Numbers of columns.
const (
	ofacMainColumns    = 12
	ofacAliasColumns   = 5
	ofacAddressColumns = 6
	ofacCommentColumns = 2
)

// looksLikeOFACSet reports whether the names are those of a set.
func looksLikeOFACSet(names []string) bool {
	for _, s := range ofacSets {
		for _, n := range names {
			if strings.EqualFold(filepath.Base(n), s.main) {
				return true
			}
		}
	}
	return false
}

// isOFACFile reports a file of a set, by its name in lower case.
func isOFACFile(base string) bool {
	for _, s := range ofacSets {
		switch base {
		case s.main, s.aliases, s.addresses, s.comments:
			return true
		}
	}
	return false
}

// ofacReader reads the sets of a directory.
type ofacReader struct {
	dir      string
	files    map[string][]byte
	notes    noteBook
	interned map[string]string
	taken    map[string]bool // IDs
	entities []*Entity
	places   []ofacPlace // by entity
	printed  []string    // remarks, by entity
	byNumber map[string]*Entity
	comments map[string]string
}

type ofacPlace struct {
	file         string
	record, line int
}

func readOFACSet(dir string, files map[string][]byte) (*parsed, error) {
	r := &ofacReader{dir: dir, files: files, interned: make(map[string]string), taken: make(map[string]bool)}
	var ids, titles []string
	for _, s := range ofacSets {
		if files[s.main] == nil {
			continue
		}
		if err := r.readSet(s); err != nil {
			return nil, err
		}
		ids, titles = append(ids, s.id), append(titles, s.list)
	}
	return &parsed{entities: r.entities, id: strings.Join(ids, "+"), title: strings.Join(titles, "; "), notes: r.notes.lines(), locate: r.locate}, nil
}

func (r *ofacReader) readSet(s ofacSet) error {
	r.byNumber, r.comments = make(map[string]*Entity), make(map[string]string)
	for _, f := range []string{s.aliases, s.addresses, s.comments} {
		if r.files[f] == nil {
			return r.fail(s.main, 0, 0, ErrColumns, "%s is not beside it: without it aliases, addresses or remarks are missing; download the whole set", f)
		}
	}
	first := len(r.entities)
	steps := []struct {
		file    string
		columns int
		row     func(place ofacPlace, row []string) error
	}{
		{s.comments, ofacCommentColumns, func(_ ofacPlace, row []string) error { r.comments[strings.Clone(row[0])] += row[1]; return nil }},
		{s.main, ofacMainColumns, func(p ofacPlace, row []string) error { return r.addEntry(s, p, row) }},
		{s.aliases, ofacAliasColumns, func(p ofacPlace, row []string) error { return r.addAlias(s, p, row) }},
		{s.addresses, ofacAddressColumns, func(p ofacPlace, row []string) error { return r.addAddress(s, p, row) }},
	}
	for _, step := range steps {
		if err := r.each(step.file, step.columns, step.row); err != nil {
			return err
		}
	}
	for number := range r.comments {
		if r.byNumber[number] == nil {
			r.notes.add(fmt.Sprintf("%s: remarks of an entry that %s lacks passed over; are the files of one day?", s.comments, s.main), 0)
		}
	}
	for i, e := range r.entities[first:] { // behind the aliases, so that weak ones come last
		for range e.takeRemarks(r.printed[first+i], s.id) {
			r.notes.add(s.main+": weak alias in the remarks that repeats another name of the entry passed over", r.places[first+i].record)
		}
	}
	return nil
}

// each calls f with the fields of every record, empty where the file has -0-. The
// last field, which is remarks, keeps the spaces around it: comments go on in the
// middle of a sentence.
func (r *ofacReader) each(file string, columns int, f func(ofacPlace, []string) error) error {
	data := bytes.TrimSuffix(r.files[file], []byte("\x1a")) // an end of file of DOS
	t := table{file: filepath.Join(r.dir, file), format: OFACCSV}
	data, err := t.text(data)
	if err != nil {
		return err
	}
	data, cut := completeEnd(data)
	if cut {
		r.notes.add(file+": the file ends within -0-, an empty field, which was completed", 0)
	}
	c := csv.NewReader(bytes.NewReader(data))
	c.FieldsPerRecord, c.ReuseRecord, c.LazyQuotes = -1, true, false
	for record := 1; ; record++ {
		row, err := c.Read()
		if err == io.EOF {
			if record == 1 {
				return r.fail(file, 0, 0, ErrEmpty, "the file is empty; download it again")
			}
			if end := bytes.TrimRight(data, " \r\n"); !bytes.HasSuffix(end, []byte(`"`)) && !bytes.HasSuffix(end, []byte("-0-")) {
				return r.fail(file, record-1, 0, ErrSyntax, "the last field is not whole: the file was cut short, download it again")
			}
			return nil
		}
		if err != nil {
			t.record = record
			return t.syntax(err, len(row))
		}
		line, _ := c.FieldPos(0)
		if len(row) != columns {
			return r.fail(file, record, line, ErrSyntax, "the record has %d fields, not %d; if it is the last, the file was cut short: download it again", len(row), columns)
		}
		for i := range row {
			switch text := strings.TrimSpace(row[i]); {
			case text == "-0-":
				row[i] = ""
			case i < columns-1:
				row[i] = text
			}
			if len(row[i]) > maxField {
				return r.fail(file, record, line, ErrTooLarge, "field %d has %d bytes, no more than %d are allowed; is a quote missing?", i+1, len(row[i]), maxField)
			}
		}
		if row[0] == "" {
			return r.fail(file, record, line, ErrInvalid, "the record has no number of an entry")
		}
		if err := f(ofacPlace{file, record, line}, row); err != nil {
			return err
		}
	}
}

// completeEnd completes an empty field in which the file ends, as OFAC's add.csv has
// been seen to: nothing is lost there.
func completeEnd(data []byte) (completed []byte, cut bool) {
	for _, part := range [...]string{",-0", ",-"} {
		if bytes.HasSuffix(data, []byte(part)) {
			return append(data[:len(data)-len(part):len(data)-len(part)], ",-0-"...), true
		}
	}
	return data, false
}

// addEntry takes a record ent_num, name, type, program, title, call sign, vessel
// type, tonnage, gross registered tonnage, flag, owner, remarks.
func (r *ofacReader) addEntry(s ofacSet, p ofacPlace, row []string) error {
	kind, known := ofacKind(row[2])
	if !known {
		r.notes.add(fmt.Sprintf("type %q is not known here: taken as unknown", row[2]), p.record)
	}
	if r.byNumber[row[0]] != nil {
		return r.fail(p.file, p.record, p.line, ErrDuplicate, "entry %s is there twice", row[0])
	}
	e := &Entity{ID: strings.Clone(row[0]), Kind: kind, Listings: []Listing{{Authority: ofacAuthority, List: s.list}}}
	if r.taken[e.ID] {
		e.ID += ":" + s.id
		r.notes.add("number of entries of both lists: the list was appended", p.record)
	}
	r.taken[e.ID] = true
	if row[1] != "" {
		e.Names = []Name{{Text: strings.Clone(row[1]), Kind: Primary, Source: s.id}}
	}
	for program := range strings.SplitSeq(row[3], "] [") {
		if program = strings.Trim(program, "[] "); program != "" {
			e.Programs = append(e.Programs, r.intern(program))
		}
	}
	if row[5] != "" {
		e.Identifiers = append(e.Identifiers, Identifier{Type: "Call sign", Number: strings.Clone(row[5]), Source: s.id})
	}
	printed := strings.Clone(strings.TrimSpace(row[11] + r.comments[row[0]]))
	var all remarks
	all.add("", printed)
	for _, c := range [...]struct {
		column int
		label  string
	}{{4, "Title"}, {6, "Vessel type"}, {7, "Gross tonnage"}, {8, "Gross registered tonnage"}, {9, "Vessel flag"}, {10, "Vessel owner"}} {
		all.add(c.label, row[c.column])
	}
	e.Remarks = strings.Clone(strings.Join(all, "; "))
	r.byNumber[strings.Clone(row[0])] = e
	r.entities, r.places, r.printed = append(r.entities, e), append(r.places, p), append(r.printed, printed)
	return nil
}

// addAlias takes a record ent_num, alt_num, type, name, remarks.
func (r *ofacReader) addAlias(s ofacSet, p ofacPlace, row []string) error {
	e := r.byNumber[row[0]]
	if e == nil {
		return r.orphan(s, p, row[0])
	}
	kind, known := ofacAlias(row[2], false)
	if !known {
		r.notes.add(fmt.Sprintf("%s: kind of alias %q is not known here: taken as an alias", s.aliases, row[2]), p.record)
	}
	switch {
	case row[3] == "":
		r.notes.add(s.aliases+": alias without text passed over", p.record)
	case hasName(e.Names, row[3]):
		r.notes.add(s.aliases+": alias that repeats another name of the entry passed over", p.record)
	default:
		e.Names = append(e.Names, Name{Text: strings.Clone(row[3]), Kind: kind, Source: s.id})
	}
	return nil
}

// addAddress takes a record ent_num, add_num, address, city with state and
// postcode, country, remarks. Many say nothing but that there is none.
func (r *ofacReader) addAddress(s ofacSet, p ofacPlace, row []string) error {
	e := r.byNumber[row[0]]
	if e == nil {
		return r.orphan(s, p, row[0])
	}
	var parts []string
	for _, part := range row[2:6] {
		if part = strings.TrimSpace(part); part != "" {
			parts = append(parts, part)
		}
	}
	if len(parts) > 0 {
		e.Addresses = append(e.Addresses, Address{Text: strings.Join(parts, ", "), Source: s.id})
	}
	return nil
}

func (r *ofacReader) orphan(s ofacSet, p ofacPlace, number string) error {
	return r.fail(p.file, p.record, p.line, ErrInvalid, "it belongs to entry %s, which %s lacks: are the files of one day?", number, s.main)
}

func (r *ofacReader) intern(s string) string {
	if i, ok := r.interned[s]; ok {
		return i
	}
	s = strings.Clone(s)
	r.interned[s] = s
	return s
}

func (r *ofacReader) locate(i int, err error) error {
	p, kind := r.places[i], sentinel(err)
	return r.fail(p.file, p.record, p.line, kind, "%s", strings.TrimPrefix(err.Error(), kind.Error()+": "))
}

func (r *ofacReader) fail(file string, record, line int, kind error, format string, args ...any) *ParseError {
	return &ParseError{File: filepath.Join(r.dir, file), Format: OFACCSV, Record: record, Line: line, Reason: fmt.Sprintf(format, args...), Err: kind}
}
