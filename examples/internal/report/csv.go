package report

import (
	"encoding/csv"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// csvOutput writes every row as it came, with what was found of it.
type csvOutput struct {
	writer *csv.Writer
	width  int      // columns of the input
	header []string // nil once it was written
}

func newCSVOutput(w io.Writer, opts Options) (Formatter, error) {
	c := &csvOutput{writer: csv.NewWriter(w), width: len(opts.Header), header: headerOf(opts)}
	switch {
	case opts.Resume:
		c.header = nil
	case opts.Mark:
		io.WriteString(w, "\ufeff") // an error comes back at the next write
	}
	return c, nil
}

func (c *csvOutput) Write(f Finding) error {
	if err := c.start(); err != nil {
		return err
	}
	return c.record(cellsOf(f, c.width))
}

// start writes the header before the first row.
func (c *csvOutput) start() error {
	if c.header == nil {
		return nil
	}
	header := c.header
	c.header = nil
	return c.record(header)
}

func (c *csvOutput) record(cells []string) error {
	for i, cell := range cells {
		cells[i] = inert(cell)
	}
	return c.writer.Write(cells)
}

func (c *csvOutput) End(error) error {
	if err := c.start(); err != nil {
		return err
	}
	c.writer.Flush()
	return c.writer.Error()
}

// inert keeps a spreadsheet from taking a cell for a formula: a supplier named
// =HYPERLINK(…) must not run on the reviewer's desk. An apostrophe makes it text.
// It stands before each of the signs that OWASP lists (CSV Injection) where a
// cell begins. A cell begins also inside another: where the list separator is
// a semicolon, a spreadsheet splits cells there, and then at the line ends that
// quotes no longer protect.
func inert(cell string) string {
	var b strings.Builder
	begins := true // only blanks since a cell began
	for i, r := range cell {
		switch {
		case i == 0 && strings.ContainsRune("\t\r\n", r):
			b.WriteByte('\'') // OWASP: may be stripped, with what follows left
		case isSeparator(r):
			begins = true
		case begins && isBlank(r):
		default:
			if begins && isFormula(cell[i:]) {
				b.WriteByte('\'')
			}
			begins = false
		}
		_, size := utf8.DecodeRuneInString(cell[i:])
		b.WriteString(cell[i : i+size])
	}
	return b.String()
}

func isSeparator(r rune) bool { return strings.ContainsRune(";\t\r\n", r) }

// isBlank reports what a spreadsheet may pass over at the beginning of a cell.
func isBlank(r rune) bool { return r == '"' || unicode.IsSpace(r) || !unicode.IsGraphic(r) }

// isFormula reports text that a spreadsheet would compute. Amounts and telephone
// numbers, such as -12.50 and +49 30 123-45, consist of digits and punctuation, can
// call nothing, and stay.
func isFormula(text string) bool {
	first, size := utf8.DecodeRuneInString(text)
	switch first {
	case '=', '@', '＝', '＋', '－', '＠':
		return true
	case '+', '-':
		rest := text[size:]
		if end := strings.IndexFunc(rest, isSeparator); end >= 0 {
			rest = rest[:end]
		}
		return strings.Trim(rest, "0123456789 .,()/-") != ""
	}
	return false
}
