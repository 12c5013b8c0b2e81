package report

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/screen"
)

// Formatter writes findings in one format, in the order of the rows.
type Formatter interface {
	Write(Finding) error

	// End completes the output after the last finding. Formats that are one
	// document are only written then. If something stopped the run before the last
	// row, it is in stopped, and the document says so; nil otherwise.
	End(stopped error) error
}

// Options say what a report has beside its findings.
type Options struct {
	Header []string // of the file of suppliers
	Mark   bool     // CSV begins with a byte order mark
	Resume bool     // rows that were written before come first: CSV needs no header
	Width  int      // of a table, in columns of a terminal; 0 means 110

	// What documents say of the run that made them.
	File      string           // name of the file of suppliers
	Started   time.Time        // when screening began
	Now       func() time.Time // nil means time.Now
	Lists     []*lists.List    // that were screened against
	Screening screen.Options   // with the defaults filled in
	Stamp     screen.Stamp
}

// formats are the ways to write findings, by name.
var formats = []struct {
	name string
	make func(io.Writer, Options) (Formatter, error)
}{
	{"table", newTableOutput},
	{"csv", newCSVOutput},
	{"jsonl", newJSONOutput},
	{"junit", newJUnitOutput},
	{"xlsx", newXLSXOutput},
	{"html", newHTMLOutput},
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
			if opts.Now == nil {
				opts.Now = time.Now
			}
			return f.make(w, opts)
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
