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

// What OFAC calls the columns of the four files.
var (
	ofacMainColumns    = []string{"ent_num", "SDN_Name", "SDN_Type", "Program", "Title", "Call_Sign", "Vess_type", "Tonnage", "GRT", "Vess_flag", "Vess_owner", "Remarks"}
	ofacAliasColumns   = []string{"ent_num", "alt_num", "alt_type", "alt_name", "alt_remarks"}
	ofacAddressColumns = []string{"ent_num", "Add_num", "Address", "City/State/Province/Postal Code", "Country", "Add_remarks"}
	ofacCommentColumns = []string{"ent_num", "Remarks"}
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
		columns []string
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
func (r *ofacReader) each(file string, columns []string, f func(ofacPlace, []string) error) error {
	t := table{file: filepath.Join(r.dir, file), format: OFACCSV, header: columns}
	data, err := t.text(r.files[file])
	if err != nil {
		return err
	}
	data, completed := completeEnd(data)
	if completed {
		r.notes.add(file+": the file ends within -0-, an empty field, which was completed", 0)
	}
	data = bytes.TrimRight(data, " \r\n\x1a") // the last is an end of file of DOS
	if len(data) == 0 {
		return r.fail(file, 0, 0, ErrEmpty, "the file is empty; download it again")
	}
	t.csv = csv.NewReader(bytes.NewReader(data))
	t.csv.FieldsPerRecord, t.csv.ReuseRecord = -1, true
	for {
		row, err := t.csv.Read()
		if err == io.EOF {
			return nil
		}
		t.record++
		if err != nil {
			e := t.syntax(err, len(row))
			e.Field = columns[min(len(row), len(columns)-1)] // row has those before it
			return e
		}
		ends := t.csv.InputOffset() >= int64(len(data))
		if n := len(row); n < len(columns) {
			return t.failAt(n-1, ErrSyntax, "the record ends in its field %d of %d%s", n, len(columns), cutShort(ends))
		} else if n > len(columns) {
			return t.failAt(len(columns), ErrSyntax, "the record has %d fields, not %d", n, len(columns))
		}
		if last := len(row) - 1; ends && !bytes.HasSuffix(data, []byte(`"`)) && row[last] != "-0-" {
			return t.failAt(last, ErrSyntax, "the field is neither in quotes nor -0-%s", cutShort(true))
		}
		for i := range row {
			switch text := strings.TrimSpace(row[i]); {
			case text == "-0-":
				row[i] = ""
			case i < len(row)-1:
				row[i] = text
			}
			if len(row[i]) > maxField {
				return t.failAt(i, ErrTooLarge, "the field has %d bytes, no more than %d are allowed; is a quote missing?", len(row[i]), maxField)
			}
		}
		if row[0] == "" {
			return t.failAt(0, ErrInvalid, "the record has no number of an entry")
		}
		t.line, _ = t.csv.FieldPos(0)
		if err := f(ofacPlace{file, t.record, t.line}, row); err != nil {
			return err
		}
	}
}

// cutShort says what to do about the last record of a file.
func cutShort(last bool) string {
	if last {
		return ": the file was cut short, download it again"
	}
	return ""
}

// completeEnd completes an empty field in which the file ends, as OFAC's add.csv has
// been seen to. Nothing is lost there: a field that begins with a hyphen outside
// quotes can be no other.
func completeEnd(data []byte) (whole []byte, completed bool) {
	for _, part := range [...]string{",-0", ",-"} {
		if before, ok := bytes.CutSuffix(data, []byte(part)); ok {
			return append(before[:len(before):len(before)], ",-0-"...), true
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
		e := r.fail(p.file, p.record, p.line, ErrDuplicate, "entry %s is there twice", row[0])
		e.Field = "ent_num"
		return e
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
	e := r.fail(p.file, p.record, p.line, ErrInvalid, "it belongs to entry %s, which %s lacks: are the files of one day?", number, s.main)
	e.Field = "ent_num"
	return e
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
