package report

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// openBook reads a workbook back.
func openBook(t *testing.T, content []byte) *excelize.File {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { book.Close() })
	return book
}

func rowsOf(t *testing.T, book *excelize.File, sheet string) [][]string {
	t.Helper()
	rows, err := book.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// Every row comes back with the cells that the CSV has.
func TestXLSXCells(t *testing.T) {
	for _, content := range []string{small, hostile, "name\n", "name\n" + strings.Repeat("Dahua Technology\n", widthRows+5)} {
		r := screened(t, content)
		want := [][]string{headerOf(r.opts)}
		for _, f := range r.findings {
			cells := cellsOf(f, len(r.opts.Header))
			score := &cells[len(r.opts.Header)+scoreColumn]
			*score = strings.TrimSuffix(strings.TrimSuffix(*score, "0"), ".0") // a number: 1.00 is 1
			for i := range cells {
				cells[i] = cellText(cells[i])
			}
			want = append(want, cells)
		}
		got := rowsOf(t, openBook(t, r.write(t, "xlsx", nil)), resultsSheet)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("cells differ from those of CSV (-want +got):\n%s", diff)
		}
	}
}

func TestXLSXTypes(t *testing.T) {
	r := screened(t, hostile)
	content := r.write(t, "xlsx", nil)
	book := openBook(t, content)
	for y, row := range rowsOf(t, book, resultsSheet) {
		for x := range row {
			at, err := excelize.CoordinatesToCellName(x+1, y+1)
			if err != nil {
				t.Fatal(err)
			}
			want := excelize.CellTypeInlineString
			if column := x - len(r.opts.Header); y > 0 && (column == rowColumn || column == scoreColumn) {
				want = excelize.CellTypeUnset // a number
			}
			got, err := book.GetCellType(resultsSheet, at)
			if err != nil || got != want && row[x] != "" {
				t.Errorf("%s %q is of type %d, want %d, %v", at, row[x], got, want, err)
			}
			if formula, err := book.GetCellFormula(resultsSheet, at); formula != "" || err != nil {
				t.Errorf("%s has the formula %q, %v", at, formula, err)
			}
		}
	}
	if sheet := part(t, content, "xl/worksheets/sheet1.xml"); strings.Contains(sheet, "<f>") || !strings.Contains(sheet, `<autoFilter ref="$A$1:$O$8"`) || !strings.Contains(sheet, `state="frozen"`) || !strings.Contains(sheet, `<cols><col min="1"`) {
		t.Errorf("a formula, or no filter, frozen header or widths in order in:\n%s", sheet)
	}
}

// part returns a file of the archive that a workbook is.
func part(t *testing.T, content []byte, name string) string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	file, err := archive.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	text, err := io.ReadAll(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestXLSXColours(t *testing.T) {
	r := screened(t, small)
	book := openBook(t, r.write(t, "xlsx", nil))
	seen := make(map[string]string)
	for i, f := range r.findings {
		id, err := book.GetCellStyle(resultsSheet, fmt.Sprint("F", i+2))
		if err != nil {
			t.Fatal(err)
		}
		style, err := book.GetStyle(id)
		if err != nil {
			t.Fatal(err)
		}
		seen[f.Outcome.String()] = strings.Join(style.Fill.Color, "")
	}
	if want := map[string]string{"match": "F8D3D0", "no_match": "", "not_screened": "DFE4EA"}; !cmp.Equal(seen, want) {
		t.Errorf("the colours of outcomes are %v, want %v", seen, want)
	}
}

func TestXLSXSummary(t *testing.T) {
	r := screened(t, small)
	r.setAside(2)
	got := make(map[string]string)
	for _, row := range rowsOf(t, openBook(t, r.write(t, "xlsx", io.ErrUnexpectedEOF)), summarySheet) {
		got[row[0]] = row[1]
	}
	for label, want := range map[string]string{
		"File": "vendors <2026>.csv", "Screened": "2026-11-25T09:30:00Z", "Rows": "8", "Match": "4", "Not screened": "1",
		"Hits suppressed by a decision": "1", "Match from score": "0.85", "Digest of all lists": r.opts.Stamp.ListDigest,
		"Complete": "Only the rows up to 9 were screened, those after it were not: unexpected EOF.", "Note": noClearance,
	} {
		if got[label] != want {
			t.Errorf("%s is %q, want %q", label, got[label], want)
		}
	}
}

// A sheet holds a million rows; the rows after that are not lost.
func TestXLSXFullSheet(t *testing.T) {
	r := screened(t, small)
	var b bytes.Buffer
	out, err := newXLSXOutput(&b, r.opts)
	if err != nil {
		t.Fatal(err)
	}
	out.(*xlsxOutput).most = 4
	for _, f := range r.findings {
		if err := out.Write(f); err != nil {
			t.Fatal(err)
		}
	}
	if err := out.End(nil); err != nil {
		t.Fatal(err)
	}
	book := openBook(t, b.Bytes())
	var got []string
	for _, sheet := range []string{resultsSheet, resultsSheet + " 2", resultsSheet + " 3"} {
		rows := rowsOf(t, book, sheet)
		if !cmp.Equal(rows[0], headerOf(r.opts)) {
			t.Errorf("%s begins with %q", sheet, rows[0])
		}
		for _, row := range rows[1:] {
			got = append(got, row[0])
		}
	}
	if want := "V1 V2 V3 V4 V5 V6 V7 V8"; strings.Join(got, " ") != want {
		t.Errorf("the rows are %v, want %s", got, want)
	}
}

func TestCellText(t *testing.T) {
	long := strings.Repeat("海", excelize.TotalCellChars)
	for _, test := range []struct{ text, want, reason string }{
		{"=1+1", "=1+1", "text may begin with any sign"},
		{"a\x01\ufffe\xffb", "a[U+0001][U+FFFE][byte FF]b", "what XML forbids"},
		{"a\nb\u202e", "a\nb\u202e", "what it allows stays as it came"},
		{long, long[:3*32735] + "[… 32 more characters]", "longer than a cell may be"},
	} {
		if got := cellText(test.text); got != test.want {
			t.Errorf("cellText(%.40q) = %.40q … %q, want %q: %s", test.text, got, got[max(0, len(got)-40):], test.want[max(0, len(test.want)-40):], test.reason)
		}
	}
}
