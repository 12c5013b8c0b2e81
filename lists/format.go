package lists

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
)

// Format is a file format of an official list.
type Format uint8

// The formats that [Read] and [Open] know.
const (
	// FormatUnknown lets Read tell the format by the content.
	FormatUnknown Format = iota

	// CSLCSV is the Consolidated Screening List of trade.gov, comma-separated,
	// with or without its column _id. Each record is an entity with one
	// Listing, whose Until is the end_date as printed. A number that OFAC
	// gives to records of several lists is followed by the abbreviation of the
	// list, as in "34616:CAP"; a record without _id is identified by a hash of
	// its content.
	CSLCSV
)

// formatRow is all that Read needs to know of a format. A further format is a
// row here and a file of its own.
type formatRow struct {
	name      string // for people
	id, title string // of the lists read from it
	looksLike func(data []byte) bool
	read      func(file string, data []byte) (*parsed, error)
}

// parsed is what a reader made of a file.
type parsed struct {
	entities []*Entity
	notes    []string
	locate   func(i int, err error) error // says in which record entity i stands
}

// row returns the row of f, the zero row for FormatUnknown and any other value.
func (f Format) row() formatRow {
	switch f {
	case CSLCSV:
		return formatRow{f.String(), "csl", "Consolidated Screening List", looksLikeCSL, readCSL}
	}
	return formatRow{}
}

// String returns the name of the format, such as "CSL CSV".
func (f Format) String() string {
	switch f {
	case FormatUnknown:
		return "unknown format"
	case CSLCSV:
		return "CSL CSV"
	}
	return fmt.Sprintf("Format(%d)", uint8(f))
}

// maxFile bounds a file. The largest official CSV has some 10 MB.
const maxFile = 1 << 29

// Read reads a whole list; [FormatUnknown] tells its format by the content. An
// error about the content is a [*ParseError], and then no list is returned:
// never half of it. What had to be repaired stands in [List.Notes].
//
// A list that does not state its own day of publication, as the Consolidated
// Screening List does not, is undated: see [List.WithAsOf].
func Read(r io.Reader, format Format) (*List, error) { return read("", r, format) }

// Open reads the list in a file as [Read] does. It tells the format by the
// content; the name of the file does not matter, nor does a byte order mark.
func Open(path string) (*List, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("lists: %w", err)
	}
	defer f.Close()
	return read(path, f, FormatUnknown)
}

func read(file string, r io.Reader, format Format) (*List, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxFile+1))
	if err != nil {
		return nil, fmt.Errorf("lists: reading %v: %w", format, err)
	}
	if format == FormatUnknown {
		format = detect(data)
	}
	row := format.row()
	if reason := unsuitable(data, row); reason.Err != nil {
		reason.File, reason.Format = file, format
		return nil, &reason
	}
	p, err := row.read(file, data)
	if err != nil {
		return nil, err
	}
	p.notes = append(p.notes, addHiddenNames(p.entities)...)
	return build(List{id: row.id, title: row.title, notes: p.notes}, p.entities, p.locate)
}

// detect returns the format that data looks like, or FormatUnknown.
func detect(data []byte) Format {
	for f := FormatUnknown + 1; f.row().read != nil; f++ {
		if f.row().looksLike(data) {
			return f
		}
	}
	return FormatUnknown
}

// unsuitable returns an error, without its place, for data that no reader of
// the row can make sense of, in words that tell the user what it is instead.
func unsuitable(data []byte, row formatRow) ParseError {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	text := bytes.TrimSpace(data)
	switch {
	case len(text) == 0:
		return ParseError{Err: ErrEmpty, Reason: "the file is empty; download it again"}
	case len(data) > maxFile:
		return ParseError{Err: ErrTooLarge, Reason: fmt.Sprintf("more than %d bytes", maxFile)}
	case row.read != nil && row.looksLike(data):
		return ParseError{}
	}
	for _, other := range []struct{ start, reason string }{
		{"PK\x03\x04", "the file is a ZIP archive; unpack it, or save the sheet as CSV"},
		{"\x1f\x8b", "the file is compressed by gzip; unpack it"},
		{"%PDF", "the file is a PDF; download the list as CSV"},
		{"<", "the file is HTML or XML: perhaps an error page instead of the list; download it again"},
		{"{", "the file is JSON; download the list as CSV"},
		{"[", "the file is JSON; download the list as CSV"},
	} {
		if bytes.HasPrefix(text, []byte(other.start)) {
			return ParseError{Err: ErrFormat, Reason: other.reason}
		}
	}
	if _, err := newTable("", FormatUnknown, data); errors.Is(err, ErrEncoding) {
		return *err.(*ParseError)
	}
	if row.read != nil {
		return ParseError{} // asked for by name: its reader says which columns are missing
	}
	line, _, _ := bytes.Cut(text, []byte("\n"))
	return ParseError{Err: ErrFormat, Reason: fmt.Sprintf("the file starts with %.80q, which is the header of no list known here", line)}
}
