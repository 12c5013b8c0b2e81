package vendorfile

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// sheet is the rows of a sheet of a workbook.
type sheet struct {
	book  *workbook
	name  string
	rows  *excelize.Rows // nil if it has none
	row   int            // that was read last
	ahead []record       // that were read ahead of next
}

// readAhead reads the rows among which the header is looked for.
func (s *sheet) readAhead() error {
	for filled := 0; filled < headerReach && len(s.ahead) < 10*headerReach; {
		rec, err := s.read()
		if errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		if s.ahead = append(s.ahead, rec); !rec.blank() {
			filled++
		}
	}
	return nil
}

func (s *sheet) first() []record { return s.ahead }

func (s *sheet) begin(int) {}

// next returns the next row; those that the sheet leaves out are blank.
func (s *sheet) next() (record, error) {
	if len(s.ahead) == 0 {
		return s.read()
	}
	rec := s.ahead[0]
	s.ahead = s.ahead[1:]
	return rec, nil
}

func (s *sheet) read() (rec record, err error) {
	defer func() { err = recovered(recover(), err) }()
	if s.rows == nil {
		return rec, io.EOF
	}
	if !s.rows.Next() {
		if err = s.rows.Error(); err == nil {
			err = io.EOF
		}
		return rec, err
	}
	if rec.cells, err = s.rows.Columns(); err != nil {
		return rec, fmt.Errorf("sheet %q: %w", s.name, err)
	}
	s.row++
	rec.row = s.row
	for n := len(rec.cells); n > 0 && strings.TrimSpace(rec.cells[n-1]) == ""; n-- {
		rec.cells = rec.cells[:n-1]
	}
	return rec, nil
}

// ragged says what is wrong with the number of cells. A sheet leaves out empty
// cells at the end of a row.
func (s *sheet) ragged(cells []string, width int) string {
	if len(cells) <= width {
		return ""
	}
	return fmt.Sprintf("%d cells, the header has %d: the further ones are not screened", len(cells), width)
}

// pushed: cells of a sheet stay where they are.
func (s *sheet) pushed() bool { return false }

// String names the sheet, and those that are not read.
func (s *sheet) String() string {
	text := fmt.Sprintf("workbook, sheet %q", s.name)
	others := slices.DeleteFunc(s.book.book.GetSheetList(), func(name string) bool { return name == s.name })
	if len(others) > 0 {
		text += fmt.Sprintf(" (-sheet takes another: %s)", listed(others))
	}
	return text
}

func (s *sheet) close() {
	if s.rows != nil {
		s.rows.Close()
	}
	s.book.close()
}
