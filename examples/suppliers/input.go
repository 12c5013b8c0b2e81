package main

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"slices"
	"strings"

	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/screen"
)

// row is one row of the file, and the party it names.
type row struct {
	number  int      // as a spreadsheet counts: the header is row 1
	cells   []string // as many as the header has, or more
	party   screen.Party
	problem string // what is wrong with the row; empty if nothing
	damaged bool   // the cells cannot be trusted, so finding nothing means nothing
}

// input is a file of suppliers.
type input struct {
	text      *text
	records   *recordReader
	layout    layout
	first     *record // the first row, if it is no header
	countries *countries
	read      int    // rows
	blank     int    // rows without content, which are no suppliers
	unknown   int    // rows whose country was not understood
	unknownAt string // the first of them
	err       error  // why reading stopped, if not at the end
}

// openInput opens the file and finds out what its columns are.
func openInput(set settings, stdin io.Reader) (*input, error) {
	t, err := openText(set.file, set.encoding, stdin)
	if err != nil {
		return nil, err
	}
	in := &input{text: t, countries: newCountries()}
	in.records, err = newRecordReader(t.reader)
	if err == nil {
		err = in.readHeader(set)
	}
	if err != nil {
		t.close()
		return nil, fmt.Errorf("%s: %w", t.name, err)
	}
	return in, nil
}

func (in *input) close() { in.text.close() }

// readHeader reads the first row that has content.
func (in *input) readHeader(set settings) error {
	rec, err := in.records.next()
	for err == nil && rec.blank() {
		rec, err = in.records.next()
	}
	if errors.Is(err, io.EOF) {
		return errors.New("the file is empty")
	} else if err != nil {
		return err
	}
	if rec.damage != "" {
		return fmt.Errorf("row %d: %s", rec.row, rec.damage)
	}
	header := rec.cells
	if set.noHeader {
		in.first = &rec
		header = make([]string, len(rec.cells))
		for i := range header {
			header[i] = fmt.Sprintf("column %d", i+1)
		}
	}
	in.records.width = len(header)
	in.layout, err = newLayout(header, set.columns, set.noHeader)
	return err
}

// rows reads the rows one by one. It can be ranged over once; in.err says
// afterwards why it ended.
func (in *input) rows() iter.Seq[row] {
	return func(yield func(row) bool) {
		if in.first != nil && !in.give(*in.first, yield) {
			return
		}
		for {
			rec, err := in.records.next()
			switch {
			case errors.Is(err, io.EOF):
				return
			case err != nil:
				in.err = fmt.Errorf("%s: after row %d: %w", in.text.name, in.records.row, err)
				return
			case rec.blank():
				in.blank++
			case !in.give(rec, yield):
				return
			}
		}
	}
}

func (in *input) give(rec record, yield func(row) bool) bool {
	in.read++
	return yield(in.row(rec))
}

// row makes a party of a record.
func (in *input) row(rec record) row {
	l := &in.layout
	r := row{number: rec.row, cells: rec.cells}
	switch n := len(rec.cells); {
	case rec.damage != "":
		r.damaged, r.problem = true, rec.damage
	case n < len(l.header):
		r.problem = fmt.Sprintf("%d cells, the header has %d: the missing ones are taken as empty", n, len(l.header))
	case n > len(l.header):
		r.problem = fmt.Sprintf("%d cells, the header has %d: is a %q inside a name without quotes around it?", n, len(l.header), string(in.records.delimiter))
	}
	for len(r.cells) < len(l.header) {
		r.cells = append(r.cells, "")
	}
	r.party = screen.Party{
		Name:       r.cells[l.names[0]],
		OtherNames: in.otherNames(&r),
		Address:    l.join(r.cells, l.address, ", "),
		Reference:  l.join(r.cells, l.reference, " "),
	}
	if r.damaged {
		r.party.OtherNames = append(r.party.OtherNames, rec.rest)
	}
	for _, i := range l.identifiers {
		if number := strings.TrimSpace(r.cells[i]); number != "" {
			r.party.Identifiers = append(r.party.Identifiers, lists.Identifier{Type: l.header[i], Number: number})
		}
	}
	in.setCountries(&r)
	return r
}

// otherNames returns the further names of a row, and its name together with
// the lines that continue it.
func (in *input) otherNames(r *row) []string {
	l := &in.layout
	var names []string
	if more := l.join(r.cells, l.continued, " "); more != "" {
		names = append(names, r.cells[l.names[0]]+" "+more, more)
	}
	for _, i := range slices.Concat(l.names[1:], l.otherNames) {
		if name := strings.TrimSpace(r.cells[i]); name != "" {
			names = append(names, name)
		}
	}
	if extra := r.cells[len(l.header):]; len(extra) > 0 {
		// A delimiter inside the name has pushed its end into the next cells.
		at := l.names[0]
		names = append(names, strings.Join(r.cells[at:at+len(extra)+1], " "))
	}
	return names
}

func (in *input) setCountries(r *row) {
	for _, i := range in.layout.country {
		cell := strings.TrimSpace(r.cells[i])
		if cell == "" {
			continue
		}
		if code := in.countries.code(cell); code != "" {
			r.party.Countries = append(r.party.Countries, code)
			continue
		}
		if in.unknown++; in.unknown == 1 {
			in.unknownAt = fmt.Sprintf("row %d, %q", r.number, cell)
		}
	}
}

// openFile opens a file for reading and refuses what cannot hold a table.
func openFile(name string) (*os.File, int64, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, 0, err
	}
	info, err := f.Stat()
	if err == nil && info.IsDir() {
		err = fmt.Errorf("%s is a directory", name)
	}
	if err != nil {
		f.Close()
		return nil, 0, err
	}
	if !info.Mode().IsRegular() {
		return f, 0, nil
	}
	return f, info.Size(), nil
}
