package report

import (
	"fmt"
	"io"
	"slices"

	"github.com/xuri/excelize/v2"

	"github.com/partyscreen/partyscreen/screen"
)

// The sheets of a workbook.
const (
	resultsSheet = "Results"
	summarySheet = "Summary"
)

// xlsxOutput writes every row, as the CSV has it, to a workbook. Its cells are
// text or numbers and never formulas, whatever they begin with.
type xlsxOutput struct {
	w      io.Writer
	opts   Options
	book   *excelize.File
	styles xlsxStyles
	sheet  *excelize.StreamWriter // of results, nil before the first
	sheets int                    // of results
	rows   int                    // of sheet
	header []string
	first  [][]string // rows that wait until they are enough to choose the widths by
	tally  tally
	most   int // rows of a sheet
}

// widthRows is by how many rows the widths are chosen.
const widthRows = 200

func newXLSXOutput(w io.Writer, opts Options) (Formatter, error) {
	o := &xlsxOutput{w: w, opts: opts, book: excelize.NewFile(), header: headerOf(opts), most: excelize.TotalRows}
	err := o.book.SetSheetName("Sheet1", resultsSheet)
	if err == nil {
		o.styles, err = newXLSXStyles(o.book)
	}
	return o, err
}

func (o *xlsxOutput) Write(f Finding) error {
	o.tally.add(f)
	cells := cellsOf(f, len(o.opts.Header))
	if o.sheet != nil {
		return o.row(cells)
	}
	if o.first = append(o.first, cells); len(o.first) < widthRows {
		return nil
	}
	return o.start()
}

// start begins the first sheet with the rows that waited.
func (o *xlsxOutput) start() error {
	if err := o.begin(resultsSheet); err != nil {
		return err
	}
	for _, cells := range o.first {
		if err := o.row(cells); err != nil {
			return err
		}
	}
	return nil
}

// begin begins a sheet of results: its header stays in sight.
func (o *xlsxOutput) begin(name string) error {
	if err := o.book.SetSheetDimension(name, ""); err != nil { // how many rows will come is not known
		return err
	}
	sheet, err := o.book.NewStreamWriter(name)
	if err != nil {
		return err
	}
	o.sheet, o.rows = sheet, 0
	o.sheets++
	for i, width := range slices.Backward(widths(o.header, o.first)) { // each is put before those that were set
		if err := sheet.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
	}
	if err := sheet.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	header := make([]any, len(o.header))
	for i, h := range o.header {
		header[i] = excelize.Cell{Value: cellText(h), StyleID: o.styles.header}
	}
	return o.set(header)
}

// row writes a row. A sheet that is full is followed by another.
func (o *xlsxOutput) row(cells []string) error {
	if o.rows == o.most {
		if err := o.finish(); err != nil {
			return err
		}
		name := fmt.Sprintf("%s %d", resultsSheet, o.sheets+1)
		if _, err := o.book.NewSheet(name); err != nil {
			return err
		}
		if err := o.begin(name); err != nil {
			return err
		}
	}
	return o.set(o.typed(cells))
}

// typed gives the cells their types and colours.
func (o *xlsxOutput) typed(cells []string) []any {
	out := make([]any, len(cells))
	for i, cell := range cells {
		switch i - len(o.opts.Header) {
		case rowColumn:
			out[i] = number(cell, 0)
		case outcomeColumn:
			out[i] = excelize.Cell{Value: cell, StyleID: o.styles.outcomes[cell]}
		case scoreColumn:
			out[i] = number(cell, o.styles.score)
		default:
			if cell != "" {
				out[i] = cellText(cell)
			}
		}
	}
	return out
}

func (o *xlsxOutput) set(cells []any) error {
	o.rows++
	at, err := excelize.CoordinatesToCellName(1, o.rows)
	if err != nil {
		return err
	}
	return o.sheet.SetRow(at, cells)
}

// finish ends a sheet of results: it can be filtered by every column.
func (o *xlsxOutput) finish() error {
	last, err := excelize.CoordinatesToCellName(len(o.header), o.rows)
	if err != nil {
		return err
	}
	if err := o.book.AutoFilter(o.sheet.Sheet, "A1:"+last, nil); err != nil {
		return err
	}
	return o.sheet.Flush()
}

func (o *xlsxOutput) End(stopped error) error {
	defer o.book.Close()
	if o.sheet == nil {
		if err := o.start(); err != nil {
			return err
		}
	}
	if err := o.finish(); err != nil {
		return err
	}
	if err := o.summary(stopped); err != nil {
		return err
	}
	_, err := o.book.WriteTo(o.w)
	return err
}

// summary writes the sheet of what was screened with what.
func (o *xlsxOutput) summary(stopped error) error {
	if _, err := o.book.NewSheet(summarySheet); err != nil {
		return err
	}
	lines := append(facts(o.opts, &o.tally, stopped), fact{"Note", noClearance})
	for i, f := range lines {
		at := fmt.Sprint("A", i+1)
		if err := o.book.SetSheetRow(summarySheet, at, &[]any{f.Label, cellText(f.Value)}); err != nil {
			return err
		}
		style := o.styles.text
		if f.Label == completeLabel && stopped != nil {
			style = o.styles.outcomes[screen.Match.String()]
		}
		if err := o.book.SetCellStyle(summarySheet, fmt.Sprint("B", i+1), fmt.Sprint("B", i+1), style); err != nil {
			return err
		}
	}
	if err := o.book.SetColStyle(summarySheet, "A", o.styles.label); err != nil {
		return err
	}
	if err := o.book.SetColWidth(summarySheet, "A", "A", 32); err != nil {
		return err
	}
	return o.book.SetColWidth(summarySheet, "B", "B", 90)
}
