package vendorfile

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// must ends the test on an error.
func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// vendorBook is a workbook as people send it: a cover, a title over merged cells,
// a hidden table of a program.
func vendorBook(t *testing.T) []byte {
	t.Helper()
	book := excelize.NewFile()
	defer book.Close()
	must(t, book.SetSheetName("Sheet1", "Cover"))
	must(t, book.SetCellStr("Cover", "B3", "Please see the next sheet"))
	for _, name := range []string{"Lookup", "Vendors", "Old vendors"} {
		_, err := book.NewSheet(name)
		must(t, err)
	}
	must(t, book.SetSheetRow("Lookup", "A1", &[]any{"Name", "Code"}))
	must(t, book.SetSheetRow("Lookup", "A2", &[]any{"30 days net", "N30"}))
	must(t, book.SetSheetVisible("Lookup", false))

	set := func(cell string, values ...any) { must(t, book.SetSheetRow("Vendors", cell, &values)) }
	must(t, book.MergeCell("Vendors", "A1", "E1"))
	set("A1", "Vendor list as of 1 May")
	set("A4", "Vendor ID", "Vendor Name", "Country", "Since", "Balance")
	set("A5", 100022, "Nestlé Suisse S.A.", "CH", time.Date(2024, 3, 5, 0, 0, 0, 0, time.UTC), 1234.5)
	set("A7", 100023, "海康威视", "CN", "", -0.5, "a remark")
	must(t, book.SetCellRichText("Vendors", "B8", []excelize.RichTextRun{{Text: "Zhejiang "}, {Text: "Dahua", Font: &excelize.Font{Bold: true}}}))
	must(t, book.SetCellFormula("Vendors", "C8", `=HYPERLINK("http://example.com")`))
	money, err := book.NewStyle(&excelize.Style{NumFmt: 4})
	must(t, err)
	must(t, book.SetCellStyle("Vendors", "E5", "E5", money))
	must(t, book.SetSheetRow("Old vendors", "A1", &[]any{"Supplier"}))
	must(t, book.SetSheetRow("Old vendors", "A2", &[]any{"Megvii"}))
	return written(t, book)
}

func written(t *testing.T, book *excelize.File) []byte {
	t.Helper()
	var b bytes.Buffer
	must(t, book.Write(&b))
	return b.Bytes()
}

// listing returns each row with its number.
func listing(t *testing.T, f *File) []string {
	t.Helper()
	var rows []string
	for r := range f.Rows() {
		line := fmt.Sprintf("%d: %s", r.Number, strings.Join(r.Cells, "|"))
		if r.Problem != "" {
			line += " !"
		}
		rows = append(rows, line)
	}
	must(t, f.Err())
	return rows
}

func TestWorkbook(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	raw := vendorBook(t)
	vendors := []string{"5: 100022|Nestlé Suisse S.A.|CH|2024-03-05|1,234.50", "7: 100023|海康威视|CN||-0.5|a remark !", "8: |Zhejiang Dahua|||"}
	for _, test := range []struct {
		opts   Options
		want   []string
		said   string
		reason string
	}{
		{Options{}, vendors, `sheet "Vendors" (-sheet takes another: "Cover", "Lookup", "Old vendors")`, "the first visible sheet with a header; numbers and dates as shown, rows as numbered there"},
		{Options{}, vendors, `header in row 4; above it, not screened: "Vendor list as of 1 May"`, "a title over merged cells"},
		{Options{Sheet: "old VENDORS"}, []string{"2: Megvii"}, `sheet "Old vendors"`, "by name, in whatever case"},
		{Options{Sheet: "4"}, []string{"2: Megvii"}, `sheet "Old vendors"`, "by number, as the tabs stand"},
		{Options{Sheet: "Lookup"}, []string{"2: 30 days net|N30"}, `sheet "Lookup"`, "a hidden sheet if it is asked for"},
		{Options{Sheet: "Old vendors", NoHeader: true}, []string{"1: Supplier", "2: Megvii"}, `"column 1"`, "without a header"},
		{Options{Columns: []string{"Since"}}, vendors, `name from "Since"`, "the sheet that has the column asked for"},
	} {
		t.Run(test.reason, func(t *testing.T) {
			for from, open := range map[string]func() (*File, error){
				"a file": func() (*File, error) { return Open(file(t, "v.xlsx", string(raw)), nil, test.opts) },
				"a pipe": func() (*File, error) {
					return Open("-", io.MultiReader(bytes.NewReader(raw)), test.opts)
				},
			} {
				f, err := open()
				must(t, err)
				if diff := cmp.Diff(test.want, listing(t, f)); diff != "" {
					t.Errorf("from %s, rows differ (-want +got):\n%s", from, diff)
				}
				if !strings.Contains(f.String(), test.said) {
					t.Errorf("from %s, it says\n%s\nwithout %s", from, f, test.said)
				}
				f.Close()
			}
		})
	}
	if left, err := filepath.Glob(filepath.Join(os.TempDir(), "vendorfile-*")); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// repacked returns a workbook whose parts edit has changed.
func repacked(t *testing.T, raw []byte, edit func(name string, content []byte) []byte) string {
	t.Helper()
	from, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	must(t, err)
	var b bytes.Buffer
	to := zip.NewWriter(&b)
	for _, part := range from.File {
		r, err := part.Open()
		must(t, err)
		content, err := io.ReadAll(r)
		must(t, err)
		w, err := to.Create(part.Name)
		must(t, err)
		_, err = w.Write(edit(part.Name, content))
		must(t, err)
	}
	must(t, to.Close())
	return b.String()
}

// archive returns a zip file of one part that says it has a size.
func archive(t *testing.T, size uint64, names ...string) string {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range names {
		_, err := w.CreateRaw(&zip.FileHeader{Name: name, UncompressedSize64: size})
		must(t, err)
	}
	must(t, w.Close())
	return b.String()
}

// What cannot be read to its end is an error: no row is lost without a word.
func TestWorkbookErrors(t *testing.T) {
	raw := vendorBook(t)
	sheet := func(edit func(s string) string) string {
		return repacked(t, raw, func(name string, content []byte) []byte {
			if name == "xl/worksheets/sheet3.xml" {
				return []byte(edit(string(content)))
			}
			return content
		})
	}
	flipped := bytes.Clone(raw)
	at := bytes.Index(flipped, []byte("xl/worksheets/sheet3.xml")) + 60
	flipped[at] ^= 0xff
	for _, test := range []struct {
		content string
		opts    Options
		want    string
		reason  string
	}{
		{string(raw[:len(raw)/2]), Options{}, "the workbook is damaged", "a download that broke off"},
		{string(flipped), Options{}, "the workbook is damaged (xl/worksheets/sheet3.xml", "a bit that fell over"},
		{sheet(func(s string) string { return s[:strings.Index(s, `<row r="7"`)] }), Options{}, "the workbook is damaged (xl/worksheets/sheet3.xml", "a sheet without its end"},
		{sheet(func(s string) string { return strings.Replace(s, "</c>", "</x>", 3) }), Options{}, "the workbook is damaged (xl/worksheets/sheet3.xml", "a sheet that is no XML"},
		{archive(t, 3<<30, "xl/workbook.xml", "xl/worksheets/sheet1.xml"), Options{}, "more than 2048 MB", "a bomb"},
		{archive(t, 1<<30, "xl/workbook.xml", "xl/media/image1.png"), Options{}, "more than 64 MB beside its sheets", "a bomb for the memory"},
		{archive(t, 0, "word/document.xml"), Options{}, "a text document (.docx); save the table", "a letter"},
		{archive(t, 0, "mimetype", "content.xml"), Options{}, "OpenDocument", "another office program"},
		{archive(t, 0, "xl/workbook.bin"), Options{}, "(.xlsb)", "a binary workbook"},
		{archive(t, 0, "vendors.csv"), Options{}, "unpack it", "a zipped text"},
		{archive(t, 0, "xl/workbook.xml"), Options{}, "damaged", "an empty shell"},
		{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Options{}, "save it as .xlsx without a password", "an old workbook"},
		{"%PDF-1.7", Options{}, "ask for the table", "a print"},
		{string(raw), Options{Sheet: "Vendor"}, `The sheets are: "Cover", "Lookup", "Vendors", "Old vendors"`, "a sheet that is not there"},
		{string(raw), Options{Sheet: "Cover"}, `no column looks like the supplier's name`, "a sheet without suppliers"},
		{string(raw), Options{Columns: []string{"Nmae"}}, `there is no such column`, "a column that is not there"},
		{string(raw), Options{Encoding: "big5"}, "leave it out", "a workbook has no encoding to choose"},
		{"name\nABB\n", Options{Sheet: "1"}, "leave it out", "a text has no sheets"},
	} {
		t.Run(test.reason, func(t *testing.T) {
			f, err := Read("v.xlsx", strings.NewReader(test.content), test.opts)
			if err == nil {
				t.Fatalf("%s: %q", f, listing(t, f))
			}
			if !strings.Contains(err.Error(), test.want) || !strings.HasPrefix(err.Error(), "v.xlsx: ") {
				t.Errorf("error %q, want %q", err, test.want)
			}
		})
	}
}
