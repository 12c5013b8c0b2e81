package vendorfile

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"os"

	"github.com/partyscreen/partyscreen/screen"
)

// Options say how a file is to be read. The zero value finds everything out.
type Options struct {
	Columns  []string // headers or numbers of the columns that hold names; nil: found by the header
	NoHeader bool     // the first row is a supplier already
	Encoding string   // such as "big5"; empty: found by the content
	Sheet    string   // name or number of a workbook's sheet; empty: the first that has a header
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

	source    *source
	table     table
	layout    layout
	headerRow int
	titles    titles
	begun     *record    // the first row, if it is no header
	countries *countries // nil until a row has one
	counts    Counts
	marked    bool
	last      int   // row that was read last
	err       error // why reading stopped, if not at the end
}

// table is the rows of a file, whatever it is.
type table interface {
	first() []record                         // among which the header is
	begin(width int)                         // the header has been read
	next() (record, error)                   // io.EOF after the last
	ragged(cells []string, width int) string // what is wrong with their number
	pushed() bool                            // a name can have gone on into the next cell
	String() string                          // how the file is read
	close()
}

// Counts says what became of the rows of a file that were read so far. Rows, Blank,
// Titles and the header are all there are.
type Counts struct {
	Rows             int    // given
	Blank            int    // without content, which are no suppliers
	Titles           int    // above the header
	UnknownCountries int    // of rows whose country was not understood
	UnknownAt        string // the first of them
}

// Open opens a file, or stdin for "-", and finds out what its columns are.
func Open(name string, stdin io.Reader, opts Options) (*File, error) {
	if name == "-" {
		return Read("standard input", stdin, opts)
	}
	s, err := openSource(name)
	if err != nil {
		return nil, err
	}
	return open(s, opts)
}

// Read reads a file from r and finds out what its columns are. The name is for
// people. If r is an io.Seeker, all of it is looked at for the encoding, else only
// its beginning; a workbook that is none is put into a temporary file.
func Read(name string, r io.Reader, opts Options) (*File, error) {
	return open(newSource(name, r), opts)
}

func open(s *source, opts Options) (*File, error) {
	f := &File{source: s}
	err := f.open(opts)
	if err != nil {
		f.Close()
		return nil, fmt.Errorf("%s: %w", s.name, err)
	}
	return f, nil
}

func (f *File) open(opts Options) error {
	workbook, err := f.source.kind()
	if err != nil {
		return err
	}
	find := newHeaderFinder(opts.Columns)
	if workbook {
		err = f.openSheet(opts, find)
	} else {
		err = f.openText(opts, find)
	}
	if err != nil {
		return err
	}
	return f.readHeader(opts, find)
}

func (f *File) openText(opts Options, find headerFinder) error {
	if opts.Sheet != "" {
		return errors.New("-sheet is for workbooks, and this is a text; leave it out")
	}
	t, err := decode(f.source, opts.Encoding)
	if err != nil {
		return err
	}
	f.marked = t.marked
	f.table, err = newRecordReader(t, find, opts.NoHeader)
	return err
}

func (f *File) openSheet(opts Options, find headerFinder) error {
	if opts.Encoding != "" {
		return errors.New("-encoding is for texts, and this is a workbook; leave it out")
	}
	book, err := openWorkbook(f.source)
	if err != nil {
		return err
	}
	sheet, err := book.choose(opts, find)
	if err != nil {
		book.close()
		return err
	}
	f.table = sheet
	return nil
}

// Close closes the file.
func (f *File) Close() {
	if f.table != nil {
		f.table.close()
	}
	f.source.close()
}

// Name returns the name of the file for people.
func (f *File) Name() string { return f.source.name }

// Marked reports UTF-8 with a byte order mark, as spreadsheets save it.
func (f *File) Marked() bool { return f.marked }

// Counts returns what became of the rows that were read so far.
func (f *File) Counts() Counts { return f.counts }

// Err returns why the rows ended before the file did, nil if they did not.
func (f *File) Err() error { return f.err }

// Read returns how many bytes of the file were read, and of how many; 0 if that is
// not known.
func (f *File) Read() (read, size int64) { return f.source.read, f.source.size }

// IsAt reports whether the file is the one at a path.
func (f *File) IsAt(path string) bool {
	if f.source.file == nil {
		return false
	}
	a, errA := f.source.file.Stat()
	b, errB := os.Stat(path)
	return errA == nil && errB == nil && os.SameFile(a, b)
}

// Rows reads the rows one by one. It can be ranged over once; Err says afterwards
// why it ended.
func (f *File) Rows() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		if f.begun != nil && !f.give(*f.begun, yield) {
			return
		}
		for {
			rec, err := f.next()
			switch {
			case errors.Is(err, io.EOF):
				return
			case err != nil:
				f.err = fmt.Errorf("%s: after row %d: %w", f.source.name, f.last, err)
				return
			case rec.blank():
				f.counts.Blank++
			case !f.give(rec, yield):
				return
			}
		}
	}
}

// next reads the next row.
func (f *File) next() (record, error) {
	rec, err := f.table.next()
	if err == nil {
		f.last = rec.row
	}
	return rec, err
}

func (f *File) give(rec record, yield func(Row) bool) bool {
	f.counts.Rows++
	return yield(f.row(rec))
}
