package vendorfile

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

// Options say how a file is to be read. The zero value finds everything out.
type Options struct {
	Columns  []string // headers or numbers of the columns that hold names; nil: found by the header
	NoHeader bool     // the first row is a supplier already
	Encoding string   // such as "big5"; empty: found by the content
}

// Row is one row of a file, and the party it names.
type Row struct {
	Number  int      // as a spreadsheet counts: the header is row 1
	Cells   []string // as many as the header has, or more
	Party   screen.Party
	Problem string // what is wrong with the row; empty if nothing
	Damaged bool   // the cells cannot be trusted, so finding nothing means nothing
}

// File is a file of suppliers.
type File struct {
	Header []string

	text      *text
	records   *recordReader
	layout    layout
	first     *record // the first row, if it is no header
	countries *countries
	counts    Counts
	err       error // why reading stopped, if not at the end
}

// Counts says what became of the rows of a file that were read so far.
type Counts struct {
	Rows             int    // given
	Blank            int    // without content, which are no suppliers
	UnknownCountries int    // of rows whose country was not understood
	UnknownAt        string // the first of them
}

// Open opens a file, or stdin for "-", and finds out what its columns are.
func Open(name string, stdin io.Reader, opts Options) (*File, error) {
	t, err := openText(name, opts.Encoding, stdin)
	if err != nil {
		return nil, err
	}
	f := &File{text: t, countries: newCountries()}
	f.records, err = newRecordReader(t.reader)
	if err == nil {
		err = f.readHeader(opts)
	}
	if err != nil {
		t.close()
		return nil, fmt.Errorf("%s: %w", t.name, err)
	}
	return f, nil
}

// Close closes the file.
func (f *File) Close() { f.text.close() }

// Name returns the name of the file for people.
func (f *File) Name() string { return f.text.name }

// Marked reports UTF-8 with a byte order mark, as spreadsheets save it.
func (f *File) Marked() bool { return f.text.marked }

// Counts returns what became of the rows that were read so far.
func (f *File) Counts() Counts { return f.counts }

// Err returns why the rows ended before the file did, nil if they did not.
func (f *File) Err() error { return f.err }

// Read returns how many bytes of the file were read, and of how many; 0 if that is
// not known.
func (f *File) Read() (read, size int64) { return f.text.read, f.text.size }

// IsAt reports whether the file is the one at a path.
func (f *File) IsAt(path string) bool {
	if f.text.file == nil {
		return false
	}
	a, errA := f.text.file.Stat()
	b, errB := os.Stat(path)
	return errA == nil && errB == nil && os.SameFile(a, b)
}

// readHeader reads the first row that has content.
func (f *File) readHeader(opts Options) error {
	rec, err := f.records.next()
	for err == nil && rec.blank() {
		rec, err = f.records.next()
	}
	if errors.Is(err, io.EOF) {
		return errors.New("the file is empty")
	} else if err != nil {
		return err
	}
	if rec.damage != "" {
		return fmt.Errorf("row %d: %s", rec.row, rec.damage)
	}
	f.Header = rec.cells
	if opts.NoHeader {
		f.first = &rec
		f.Header = make([]string, len(rec.cells))
		for i := range f.Header {
			f.Header[i] = fmt.Sprintf("column %d", i+1)
		}
	}
	f.records.width = len(f.Header)
	f.layout, err = newLayout(f.Header, opts.Columns, opts.NoHeader)
	return err
}

// Rows reads the rows one by one. It can be ranged over once; Err says afterwards
// why it ended.
func (f *File) Rows() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		if f.first != nil && !f.give(*f.first, yield) {
			return
		}
		for {
			rec, err := f.records.next()
			switch {
			case errors.Is(err, io.EOF):
				return
			case err != nil:
				f.err = fmt.Errorf("%s: after row %d: %w", f.text.name, f.records.row, err)
				return
			case rec.blank():
				f.counts.Blank++
			case !f.give(rec, yield):
				return
			}
		}
	}
}

func (f *File) give(rec record, yield func(Row) bool) bool {
	f.counts.Rows++
	return yield(f.row(rec))
}

// row makes a party of a record.
func (f *File) row(rec record) Row {
	l := &f.layout
	r := Row{Number: rec.row, Cells: rec.cells}
	switch n := len(rec.cells); {
	case rec.damage != "":
		r.Damaged, r.Problem = true, rec.damage
	case n < len(f.Header):
		r.Problem = fmt.Sprintf("%d cells, the header has %d: the missing ones are taken as empty", n, len(f.Header))
	case n > len(f.Header):
		r.Problem = fmt.Sprintf("%d cells, the header has %d: is a %q inside a name without quotes around it?", n, len(f.Header), string(f.records.delimiter))
	}
	for len(r.Cells) < len(f.Header) {
		r.Cells = append(r.Cells, "")
	}
	r.Party = screen.Party{
		Name:       r.Cells[l.names[0]],
		OtherNames: f.otherNames(&r),
		Address:    join(r.Cells, l.address, ", "),
		Reference:  join(r.Cells, l.reference, " "),
	}
	if r.Damaged {
		r.Party.OtherNames = append(r.Party.OtherNames, rec.rest)
	}
	for _, i := range l.identifiers {
		if number := strings.TrimSpace(r.Cells[i]); number != "" {
			r.Party.Identifiers = append(r.Party.Identifiers, lists.Identifier{Type: f.Header[i], Number: number})
		}
	}
	f.setCountries(&r)
	return r
}

// otherNames returns the further names of a row, and its name together with
// the lines that continue it.
func (f *File) otherNames(r *Row) []string {
	l := &f.layout
	var names []string
	if more := join(r.Cells, l.continued, " "); more != "" {
		names = append(names, r.Cells[l.names[0]]+" "+more, more)
	}
	for _, i := range slices.Concat(l.names[1:], l.otherNames) {
		if name := strings.TrimSpace(r.Cells[i]); name != "" {
			names = append(names, name)
		}
	}
	if extra := r.Cells[len(f.Header):]; len(extra) > 0 {
		// A delimiter inside the name has pushed its end into the next cells.
		at := l.names[0]
		names = append(names, strings.Join(r.Cells[at:at+len(extra)+1], " "))
	}
	return names
}

func (f *File) setCountries(r *Row) {
	for _, i := range f.layout.country {
		cell := strings.TrimSpace(r.Cells[i])
		if cell == "" {
			continue
		}
		if code := f.countries.code(cell); code != "" {
			r.Party.Countries = append(r.Party.Countries, code)
			continue
		}
		if f.counts.UnknownCountries++; f.counts.UnknownCountries == 1 {
			f.counts.UnknownAt = fmt.Sprintf("row %d, %q", r.Number, cell)
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
