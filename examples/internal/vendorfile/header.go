package vendorfile

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

var (
	errEmpty     = errors.New("the file is empty")
	errSwallowed = errors.New("a quote above the header is not closed; close it or take those rows out")
)

// headerReach is how many rows with content the header is looked for in: above it may stand a
// title, a date, a filter that the report was made with.
const headerReach = 50

// maxHeader is how long a header can be, in bytes.
const maxHeader = 200

// headerFinder finds the row that is the header.
type headerFinder struct {
	columns []string        // that the user named
	known   map[string]bool // headers of all kinds, folded
}

func newHeaderFinder(columns []string) headerFinder {
	h := headerFinder{columns: columns, known: make(map[string]bool)}
	for _, table := range [][]string{nameHeaders, continuedHeaders, otherHeaders, countryHeaders, addressHeaders, referenceHeaders, identifierHeaders} {
		for _, header := range table {
			h.known[header] = true
		}
	}
	return h
}

// among returns the index of the header, and how many of its cells are known; 0
// if no row has a column of names. It is the first of the rows that have the
// most: "Company: ACME" above the header has one too. A row of one cell, such as
// the title "Supplier", gives way to any other.
func (h headerFinder) among(rows []record) (index, known int) {
	looked := 0
	for i := range rows {
		if rows[i].blank() {
			continue
		}
		n := h.count(&rows[i])
		if n > known || n > 0 && n == known && rows[index].filled() == 1 && rows[i].filled() > 1 {
			index, known = i, n
		}
		if looked++; looked == headerReach {
			break
		}
	}
	return index, known
}

// count returns how many cells of a row are known headers; 0 if none of them
// can be the supplier's name.
func (h headerFinder) count(r *record) int {
	if r.damage != "" {
		return 0
	}
	n := 0
	for _, cell := range r.cells {
		if len(cell) <= maxHeader && h.known[foldHeader(cell)] {
			n++
		}
	}
	if len(h.columns) == 0 && n == 0 {
		return 0 // spares the search for the name
	}
	if _, err := newLayout(r.cells, h.columns, false); err != nil {
		return 0
	}
	return max(n, 1)
}

// titles are the rows above the header.
type titles struct {
	count int
	texts []string // the first of them
}

func (t *titles) add(r *record) {
	const shown, width = 3, 60
	if t.count++; t.count > shown {
		return
	}
	text := []rune(strings.Join(strings.Fields(strings.Join(r.cells, " ")), " "))
	if len(text) > width {
		text = append(text[:width], '…')
	}
	t.texts = append(t.texts, string(text))
}

// readHeader reads the rows up to the header.
func (f *File) readHeader(opts Options, find headerFinder) error {
	first := f.table.first()
	filled := func(r record) bool { return !r.blank() }
	index, known := find.among(first)
	if known == 0 || opts.NoHeader {
		index = slices.IndexFunc(first, filled)
	}
	for n := 0; ; n++ {
		rec, err := f.next()
		switch {
		case errors.Is(err, io.EOF) && index < 0:
			return errEmpty
		case errors.Is(err, io.EOF):
			return errSwallowed
		case err != nil:
			return err
		case n < index || index < 0 && rec.blank():
			f.passOver(&rec)
			continue
		case rec.damage != "":
			return fmt.Errorf("row %d: %s", rec.row, rec.damage)
		case index >= 0 && !slices.Equal(rec.cells, first[index].cells):
			return errSwallowed
		}
		return f.setHeader(rec, opts)
	}
}

// passOver counts a row above the header.
func (f *File) passOver(r *record) {
	if r.blank() {
		f.counts.Blank++
		return
	}
	f.counts.Titles++
	f.titles.add(r)
}

func (f *File) setHeader(rec record, opts Options) error {
	f.Header, f.headerRow = rec.cells, rec.row
	if opts.NoHeader {
		f.begun = &rec
		f.Header = make([]string, len(rec.cells))
		for i := range f.Header {
			f.Header[i] = fmt.Sprintf("column %d", i+1)
		}
	}
	f.table.begin(len(f.Header))
	var err error
	f.layout, err = newLayout(f.Header, opts.Columns, opts.NoHeader)
	return err
}
