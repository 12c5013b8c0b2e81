package lists

import (
	"errors"
	"fmt"
	"strings"
)

// The sorts of error, to be told apart with [errors.Is].
var (
	ErrFormat    = errors.New("not a known list format")        // another sort of file
	ErrEncoding  = errors.New("not UTF-8 text")                 // UTF-16, another code page, binary
	ErrColumns   = errors.New("missing or repeated column")     // the header is not the format's
	ErrSyntax    = errors.New("malformed record")               // ragged, or a quote that is not closed
	ErrInvalid   = errors.New("invalid entry")                  // a value that no entry may have
	ErrDuplicate = errors.New("repeated ID")                    // two entries that cannot be told apart
	ErrEmpty     = errors.New("no entries")                     // an empty list would match nobody
	ErrTooLarge  = errors.New("larger than any published list") // a bound on memory
)

// ParseError says what is wrong with a list, where, and what to do about it.
type ParseError struct {
	File   string // the path given to Open; empty from Read
	Format Format // FormatUnknown if it could not be told
	Record int    // 1 for the first below the header; 0 for the header or the whole file
	Line   int    // 1-based; 0 for the whole file
	Column int    // 1-based, in bytes; 0 for the whole line
	Field  string // name of the column, if one is to blame
	Reason string // what is wrong and what to do
	Err    error  // one of the errors above
}

// Error returns, for example, `lists: csl.csv, CSL CSV, record 3, line 4,
// column 17, field "start_date": invalid entry: …`.
func (e *ParseError) Error() string {
	var where []string
	add := func(stated bool, format string, a any) {
		if stated {
			where = append(where, fmt.Sprintf(format, a))
		}
	}
	add(e.File != "", "%s", e.File)
	add(e.Format != FormatUnknown, "%v", e.Format)
	add(e.Record > 0, "record %d", e.Record)
	add(e.Line > 0, "line %d", e.Line)
	add(e.Column > 0, "column %d", e.Column)
	add(e.Field != "", "field %q", e.Field)
	if where == nil {
		return fmt.Sprintf("lists: %v: %s", e.Err, e.Reason)
	}
	return fmt.Sprintf("lists: %s: %v: %s", strings.Join(where, ", "), e.Err, e.Reason)
}

// Unwrap returns the sort of error.
func (e *ParseError) Unwrap() error { return e.Err }

// sentinel returns which of the errors above err wraps.
func sentinel(err error) error {
	for _, s := range []error{ErrDuplicate, ErrInvalid, ErrEmpty} {
		if errors.Is(err, s) {
			return s
		}
	}
	return err
}
