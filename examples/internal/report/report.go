package report

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// Formatter writes findings in one format, in the order of the rows.
type Formatter interface {
	Write(Finding) error
	End() error // after the last
}

// Options say what a report has beside its findings.
type Options struct {
	Header []string // of the file of suppliers
	Mark   bool     // CSV begins with a byte order mark
	Width  int      // of a table, in columns of a terminal; 0 means 110
}

// formats are the ways to write findings, by name.
var formats = []struct {
	name string
	make func(io.Writer, Options) Formatter
}{
	{"table", func(w io.Writer, opts Options) Formatter { return newTableOutput(w, opts.Width) }},
	{"csv", func(w io.Writer, opts Options) Formatter { return newCSVOutput(w, opts) }},
	{"jsonl", func(w io.Writer, opts Options) Formatter { return newJSONOutput(w, opts) }},
}

// Formats returns the names of the formats.
func Formats() []string {
	var names []string
	for _, f := range formats {
		names = append(names, f.name)
	}
	return names
}

// New returns a Formatter that writes a format to w.
func New(format string, w io.Writer, opts Options) (Formatter, error) {
	for _, f := range formats {
		if f.name == format {
			return f.make(w, opts), nil
		}
	}
	return nil, CheckFormat(format)
}

// CheckFormat returns an error for a format that there is not.
func CheckFormat(format string) error {
	if names := Formats(); !slices.Contains(names, format) {
		return fmt.Errorf("-format is one of %s, not %q", strings.Join(names, ", "), format)
	}
	return nil
}
