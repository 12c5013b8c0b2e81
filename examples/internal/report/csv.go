package report

import (
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// addedHeaders are the columns that follow those of the input.
var addedHeaders = []string{
	"row", "outcome", "score", "entity", "matched_name", "reason", "citation", "license_requirement",
	"other_entities", "row_problem", "screened_against",
}

// csvOutput writes every row as it came, with what was found of it.
type csvOutput struct {
	writer *csv.Writer
	width  int      // columns of the input
	header []string // nil once it was written
}

func newCSVOutput(w io.Writer, opts Options) *csvOutput {
	c := &csvOutput{writer: csv.NewWriter(w), width: len(opts.Header), header: slices.Clone(opts.Header)}
	for _, h := range addedHeaders {
		if slices.Contains(opts.Header, h) {
			h = "screening_" + h
		}
		c.header = append(c.header, h)
	}
	if opts.Mark {
		io.WriteString(w, "\ufeff") // an error comes back at the next write
	}
	return c
}

func (c *csvOutput) Write(f Finding) error {
	if err := c.start(); err != nil {
		return err
	}
	problem := f.Row.Problem
	if extra := f.Row.Cells[c.width:]; len(extra) > 0 {
		problem += fmt.Sprintf("; the further cells are %q", extra)
	}
	best := []string{"", "", "", f.Reason, "", ""}
	if len(f.Hits) > 0 {
		h := &f.Hits[0]
		best = []string{fmt.Sprintf("%.2f", h.Score), h.Entity.ID, h.Name.Text, strings.Join(h.Reasons, "; "), h.citation(), h.requirement()}
	}
	cells := slices.Concat(f.Row.Cells[:c.width], []string{strconv.Itoa(f.Row.Number), f.Outcome.String()}, best,
		[]string{f.others(), problem, stampLine(f.Result.Stamp)})
	return c.record(cells)
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

func (c *csvOutput) End() error {
	if err := c.start(); err != nil {
		return err
	}
	c.writer.Flush()
	return c.writer.Error()
}

// inert keeps a spreadsheet from taking a cell for a formula: a supplier named
// =HYPERLINK(…) must not run on the reviewer's desk. A leading apostrophe makes
// it text. Amounts and telephone numbers, such as -12.50 and +49 30 123-45,
// consist of digits and punctuation, can call nothing, and stay.
func inert(cell string) string {
	first, rest := firstRune(cell)
	switch first {
	case '+', '-':
		if strings.Trim(rest, "0123456789 .,()/-") == "" {
			return cell
		}
		return "'" + cell
	case '=', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠':
		return "'" + cell
	}
	return cell
}

func firstRune(s string) (first rune, rest string) {
	for i, r := range s {
		if i > 0 {
			return first, s[i:]
		}
		first = r
	}
	return first, ""
}
