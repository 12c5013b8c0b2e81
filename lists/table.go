package lists

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// maxField bounds a cell. The longest ever seen in an official list has 8,241
// bytes.
const maxField = 1 << 16

// table reads rows of separated values by the names in their header, and
// knows the line and column of every field. A row must have as many fields as
// the header.
type table struct {
	file   string
	format Format
	csv    *csv.Reader
	header []string
	row    []string // valid until the next call of next
	whole  bool     // the file ends with a line break
	record int      // of row; 0 for the header
	line   int      // where row starts
}

// newTable checks the encoding of data and reads the header. Separator stands
// between fields.
func newTable(file string, format Format, data []byte, separator rune) (*table, error) {
	t := &table{file: file, format: format}
	data, err := t.text(data)
	if err != nil {
		return nil, err
	}
	// Behind a quote that is closed nothing of the last field is missing.
	t.whole = bytes.HasSuffix(data, []byte("\n")) || bytes.HasSuffix(data, []byte(`"`))
	t.csv = csv.NewReader(bytes.NewReader(data))
	t.csv.ReuseRecord, t.csv.Comma = true, separator
	header, err := t.csv.Read()
	if err == io.EOF {
		return nil, t.fail(ErrEmpty, "the file is empty; download it again")
	}
	if err != nil {
		return nil, t.syntax(err, 0)
	}
	for i, name := range header {
		name = strings.ToLower(strings.TrimSpace(name))
		if j := t.column(name); j >= 0 {
			return nil, t.failAt(i, ErrColumns, "columns %d and %d are both called %q", j+1, i+1, name)
		}
		t.header = append(t.header, name)
	}
	return t, nil
}

// text returns data without byte order mark, if it is UTF-8.
func (t *table) text(data []byte) ([]byte, error) {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
		return nil, t.fail(ErrEncoding, "the file is UTF-16; save it as UTF-8")
	}
	bad, reason := bytes.IndexByte(data, 0), "a NUL; the file may be UTF-16, which is to be saved as UTF-8, or not text at all"
	if i := invalidAt(data); i >= 0 && (bad < 0 || i < bad) {
		bad, reason = i, "a byte that is not UTF-8; the file is damaged or in another encoding: save it as UTF-8"
	}
	if bad < 0 {
		return data, nil
	}
	err := t.fail(ErrEncoding, reason)
	err.Line = 1 + bytes.Count(data[:bad], []byte("\n"))
	err.Column = bad - bytes.LastIndexByte(data[:bad], '\n')
	return nil, err
}

// invalidAt returns the index of the first byte that is not UTF-8.
func invalidAt(data []byte) int {
	if utf8.Valid(data) {
		return -1
	}
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}

// column returns the index of the column with the name, or -1.
func (t *table) column(name string) int {
	for i, h := range t.header {
		if h == name {
			return i
		}
	}
	return -1
}

// require returns an error that names the columns that are missing.
func (t *table) require(names ...string) error {
	var missing []string
	for _, name := range names {
		if t.column(name) < 0 {
			missing = append(missing, name)
		}
	}
	if missing == nil {
		return nil
	}
	err := t.fail(ErrColumns, fmt.Sprintf("the header lacks %q; is this the whole file as published?", missing))
	err.Line, err.Field = 1, missing[0]
	return err
}

// next reads the next row. It returns [io.EOF] at the end. A file that was cut
// within its last field looks whole but for the missing line break, so that
// alone is an error: the rest of an alias would be missing.
func (t *table) next() error {
	row, err := t.csv.Read()
	if err == io.EOF && !t.whole {
		e := t.fail(ErrSyntax, "the file does not end with a line break: it was cut short, download it again; or add the line break")
		e.Line = max(t.line, 1)
		return e
	}
	if err == io.EOF {
		return err
	}
	t.record++
	if err != nil {
		return t.syntax(err, len(row))
	}
	t.row = row
	t.line, _ = t.csv.FieldPos(0)
	for i, cell := range row {
		if len(cell) > maxField {
			return t.failAt(i, ErrTooLarge, "the field has %d bytes, no more than %d are allowed; is a quote missing?", len(cell), maxField)
		}
	}
	return nil
}

// cell returns the field of a column, trimmed, and nothing for column -1.
func (t *table) cell(column int) string {
	if column < 0 {
		return ""
	}
	return strings.TrimSpace(t.row[column])
}

// syntax words an error of encoding/csv for a row of n fields.
func (t *table) syntax(err error, n int) *ParseError {
	e := t.fail(ErrSyntax, err.Error())
	var at *csv.ParseError
	if !errors.As(err, &at) {
		return e
	}
	e.Line, e.Column = at.Line, at.Column
	switch {
	case errors.Is(err, csv.ErrFieldCount):
		e.Line, e.Column = at.StartLine, 0
		e.Reason = fmt.Sprintf("the record has %d fields, the header %d; if it is the last, the file was cut short: download it again", n, len(t.header))
	case errors.Is(err, csv.ErrQuote):
		e.Reason = fmt.Sprintf("a quoted field that opened at or after line %d is not closed properly; if the file was cut short, download it again", at.StartLine)
	case errors.Is(err, csv.ErrBareQuote):
		e.Reason = `a quote inside an unquoted field; quote the field and double the quote`
	}
	return e
}

// failAt returns an error about a field of the row.
func (t *table) failAt(column int, kind error, format string, args ...any) *ParseError {
	e := t.fail(kind, fmt.Sprintf(format, args...))
	e.Line, e.Column = t.csv.FieldPos(column)
	if column < len(t.header) {
		e.Field = t.header[column]
	}
	return e
}

// fail returns an error about the record or, before the first one, the file.
func (t *table) fail(kind error, reason string) *ParseError {
	return &ParseError{File: t.file, Format: t.format, Record: t.record, Reason: reason, Err: kind}
}
