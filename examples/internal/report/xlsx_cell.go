package report

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"github.com/partyscreen/partyscreen/screen"
)

// xlsxStyles are the looks of the cells of a workbook.
type xlsxStyles struct {
	header, score, label, text int
	outcomes                   map[string]int
}

func newXLSXStyles(book *excelize.File) (xlsxStyles, error) {
	styles := xlsxStyles{outcomes: make(map[string]int)}
	fill := func(colour string) excelize.Fill {
		return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
	}
	top := excelize.Alignment{Vertical: "top", WrapText: true}
	for _, s := range []struct {
		id    *int
		style excelize.Style
	}{
		{&styles.header, excelize.Style{Font: &excelize.Font{Bold: true, Color: "FFFFFF"}, Fill: fill("33475B")}},
		{&styles.score, excelize.Style{NumFmt: 2}}, // 0.00
		{&styles.label, excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: &top}},
		{&styles.text, excelize.Style{Alignment: &top}},
	} {
		var err error
		if *s.id, err = book.NewStyle(&s.style); err != nil {
			return styles, err
		}
	}
	for outcome, colours := range map[screen.Outcome][2]string{
		screen.Match: {"F8D3D0", "7A1212"}, screen.Review: {"FBE8C0", "5E4300"}, screen.NotScreened: {"DFE4EA", "24303C"},
	} {
		id, err := book.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true, Color: colours[1]}, Fill: fill(colours[0]), Alignment: &top})
		if err != nil {
			return styles, err
		}
		styles.outcomes[outcome.String()] = id
	}
	return styles, nil
}

// widths chooses the widths of columns, so that most cells show as a whole and
// no column takes the screen.
func widths(header []string, rows [][]string) []float64 {
	const least, most = 9, 48
	out := make([]float64, len(header))
	for i, h := range header {
		w := textWidth(h) + 4 // beside the arrow of the filter
		for _, cells := range rows {
			w = max(w, textWidth(cells[i])+1)
		}
		out[i] = float64(min(max(w, least), most))
	}
	return out
}

// number is the number that a cell has, nothing if it has none.
func number(cell string, style int) any {
	n, err := strconv.ParseFloat(cell, 64)
	if err != nil {
		return nil
	}
	return excelize.Cell{Value: n, StyleID: style}
}

// cellText is a text as a cell can hold it. What XML forbids becomes a mark, and
// a text longer than a cell may be is cut off there and says so.
func cellText(text string) string {
	const room = excelize.TotalCellChars - len("[… 1000000000 more characters]")
	var b strings.Builder
	units := 0
	for i, r := range text {
		_, size := utf8.DecodeRuneInString(text[i:])
		shown := text[i : i+size]
		if !inXML(r) || r == utf8.RuneError && size == 1 {
			shown = markFor(r, ' ', shown)
		}
		for _, s := range shown {
			units += utf16.RuneLen(s)
		}
		if units > room {
			fmt.Fprintf(&b, "[… %d more characters]", utf8.RuneCountInString(text[i:]))
			break
		}
		b.WriteString(shown)
	}
	return b.String()
}

// inXML reports the characters that XML 1.0 can hold.
func inXML(r rune) bool {
	switch {
	case r < ' ':
		return r == '\t' || r == '\n' || r == '\r'
	case r == '\ufffe' || r == '\uffff':
		return false
	}
	return true
}
