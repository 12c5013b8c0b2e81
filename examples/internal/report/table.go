package report

import (
	"cmp"
	"fmt"
	"io"
	"strings"
	"unicode"

	"golang.org/x/text/width"

	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/screen"
)

// The table in columns of a terminal: row, outcome and score, then the names
// side by side.
const (
	defaultWidth = 110
	leftWidth    = 26 // row, outcome and score with the spaces after them
	gap          = 2
	labelIndent  = 7 // what stands below the names: under the outcome
	labelWidth   = 9
)

// tableOutput writes the alerts, and the rows that could not be screened.
type tableOutput struct {
	w     io.Writer
	width int
	begun bool
}

func newTableOutput(w io.Writer, opts Options) (Formatter, error) {
	return &tableOutput{w: w, width: cmp.Or(opts.Width, defaultWidth)}, nil
}

func (t *tableOutput) Write(f Finding) error {
	if f.Outcome == screen.NoMatch {
		return nil
	}
	var b strings.Builder
	half := (t.width - leftWidth - gap) / 2
	if !t.begun {
		t.begun = true
		fmt.Fprintf(&b, "%5s  %-10s%5s    %s%s\n\n", "ROW", "OUTCOME", "SCORE", pad("SUPPLIER", half+gap), "LISTED PARTY")
	}
	left := fmt.Sprintf("%5d  %-10s%5s    ", f.Row.Number, strings.ReplaceAll(f.Outcome.String(), "_", " "), score(f))
	supplier := append(wrap(f.Row.Party.Name, half), wrap(about(f.Row.Party), half)...)
	var listed []string
	if len(f.Hits) > 0 {
		e := f.Hits[0].Entity
		listed = append(wrap(e.PrimaryName().Text, half), wrap(e.ID, half)...)
	}
	for i := range max(len(supplier), len(listed)) {
		line := left + pad(at(supplier, i), half+gap) + at(listed, i)
		b.WriteString(strings.TrimRight(line, " ") + "\n")
		left = strings.Repeat(" ", leftWidth)
	}
	t.details(&b, f)
	b.WriteByte('\n')
	_, err := io.WriteString(t.w, b.String())
	return err
}

// details writes what does not fit beside the names.
func (t *tableOutput) details(b *strings.Builder, f Finding) {
	if len(f.Hits) == 0 {
		t.detail(b, "why", f.Reason)
		return
	}
	h := &f.Hits[0]
	if h.Name.Text != h.Entity.PrimaryName().Text {
		t.detail(b, "matched", h.Name.Text+" ("+kindOf(h.Name)+")")
	}
	t.detail(b, "why", strings.Join(h.Reasons, "; "))
	t.detail(b, "rule", h.citation())
	t.detail(b, "licence", shorten(h.requirement(), t.width-labelIndent-labelWidth))
	t.detail(b, "also", f.others())
}

func (t *tableOutput) detail(b *strings.Builder, label, text string) {
	for i, line := range wrap(text, t.width-labelIndent-labelWidth) {
		if i > 0 {
			label = ""
		}
		fmt.Fprintf(b, "%*s%-*s%s\n", labelIndent, "", labelWidth, label, line)
	}
}

func kindOf(n lists.Name) string {
	kind := strings.ReplaceAll(n.Kind.String(), "_", " ")
	if n.Kind == lists.Variant {
		kind += ", not official"
	}
	return kind
}

func (t *tableOutput) End(error) error {
	if t.begun {
		return nil
	}
	_, err := io.WriteString(t.w, "No alerts.\n")
	return err
}

// about returns what tells a supplier from its namesakes.
func about(p screen.Party) string {
	parts := p.Countries
	if p.Reference != "" {
		parts = append([]string{p.Reference}, parts...)
	}
	return strings.Join(parts, ", ")
}

func score(f Finding) string {
	if len(f.Hits) == 0 {
		return ""
	}
	return fmt.Sprintf("%.2f", f.Hits[0].Score)
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return ""
}

// cellWidth returns how many columns a character takes: Chinese, Japanese and
// Korean ones take two, combining marks none.
func cellWidth(r rune) int {
	switch {
	case unicode.In(r, unicode.Mn, unicode.Me):
		return 0
	case width.LookupRune(r).Kind() == width.EastAsianWide, width.LookupRune(r).Kind() == width.EastAsianFullwidth:
		return 2
	}
	return 1
}

func textWidth(s string) int {
	n := 0
	for _, r := range s {
		n += cellWidth(r)
	}
	return n
}

func pad(s string, width int) string { return s + strings.Repeat(" ", max(0, width-textWidth(s))) }

// printable replaces what would move the cursor, change the direction of the
// text or hide: a name from a file must not write on the terminal.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case !unicode.IsGraphic(r):
			return '\ufffd'
		}
		return r
	}, s)
}

// wrap breaks text into lines of at most width columns, at spaces where it
// can, and after any character where not. No text makes no lines.
func wrap(text string, width int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(printable(text)) {
		if line != "" && textWidth(line)+1+textWidth(word) <= width {
			line += " " + word
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		for textWidth(word) > width {
			head := cut(word, width)
			lines, word = append(lines, head), word[len(head):]
		}
		line = word
	}
	if line == "" {
		return lines
	}
	return append(lines, line)
}

// cut returns the beginning of s that takes at most width columns.
func cut(s string, width int) string {
	n := 0
	for i, r := range s {
		if n += cellWidth(r); n > width && i > 0 {
			return s[:i]
		}
	}
	return s
}

// shorten cuts text to width columns and shows that it did.
func shorten(text string, width int) string {
	text = strings.Join(strings.Fields(printable(text)), " ")
	if textWidth(text) <= width {
		return text
	}
	return cut(text, width-2) + " …"
}
