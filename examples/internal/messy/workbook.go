package messy

import (
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"
)

// WriteWorkbook writes rows as the second sheet of a workbook, whose first is a
// cover. Characters that a workbook cannot hold are left out.
func WriteWorkbook(w io.Writer, rows []Row) (err error) {
	book := excelize.NewFile()
	defer func() {
		if closed := book.Close(); err == nil {
			err = closed
		}
	}()
	if err := book.SetCellStr("Sheet1", "A1", "The vendors are on the next sheet"); err != nil {
		return err
	}
	if _, err := book.NewSheet("Vendors"); err != nil {
		return err
	}
	sheet, err := book.NewStreamWriter("Vendors")
	if err != nil {
		return err
	}
	for _, r := range rows {
		values := make([]any, len(r.Cells))
		for i, cell := range r.Cells {
			values[i] = strings.ReplaceAll(cell, "\x00", "")
		}
		if len(values) == 0 {
			continue
		}
		if err := sheet.SetRow(fmt.Sprintf("A%d", r.Number), values); err != nil {
			return err
		}
	}
	if err := sheet.Flush(); err != nil {
		return err
	}
	return book.Write(w)
}
