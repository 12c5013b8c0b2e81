package vendorfile

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// account checks that every row up to the last one read is counted once.
func account(t *testing.T, f *File, opts Options) {
	t.Helper()
	c, header := f.Counts(), 1
	if opts.NoHeader {
		header = 0
	}
	if got := c.Rows + c.Blank + c.Titles + header; got != f.last {
		t.Errorf("%+v and %d header make %d rows, the file has %d", c, header, got, f.last)
	}
}

// Whatever stands between cells, around them and above the header, the names are
// found.
func TestDialects(t *testing.T) {
	for _, test := range []struct {
		content string
		opts    Options
		said    string
		want    string // number and name of each row
		reason  string
	}{
		{"Vendor ID,Vendor Name\n1,ABB\n", Options{}, "commas", "2 ABB", "the plain case"},
		{"Vendor ID;Vendor Name\n1;Foo, Bar, Baz\n", Options{}, "semicolons", "2 Foo, Bar, Baz", "more commas than semicolons"},
		{"Lieferant\tLand\nABB\tCH\n", Options{}, "tabs", "2 ABB", "tabs"},
		{"id|name|country\n1|ABB|CH\n", Options{}, "separated by |", "2 ABB", "bars"},
		{"id||name||country\n1||A|B||CH\n", Options{}, "separated by ||", "2 A|B", "double bars"},
		{"id|name||country\n1|ABB||CH\n", Options{}, "separated by |", "2 ABB", "a column without a header is no double bar"},
		{"id|~|name|~|country\n1|~|ABB~|~|CH\n", Options{}, "separated by |~|", "2 ABB~", "a mainframe"},
		{"Vendor ID^Vendor Name^Country\n1^ABB, Ltd; Co^CH\n", Options{}, "separated by ^", "2 ABB, Ltd; Co", "carets"},
		{"Vendor ID~Vendor Name\n1~ABB\n", Options{}, "separated by ~", "2 ABB", "tildes"},
		{"Vendor ID:Vendor Name:Country\n1:ABB:CH\n", Options{}, "separated by :", "2 ABB", "colons with known columns"},
		{"Name: of supplier\nABB: Asea\n", Options{Columns: []string{"1"}}, "one column", "2 ABB: Asea", "a colon in a header is no delimiter"},
		{"Vendor ID\x01Vendor Name\n1\x01ABB\n", Options{}, `separated by \x01`, "2 ABB", "a data lake"},
		{"Vendor ID¦Vendor Name\n1¦ABB\n", Options{}, "separated by ¦", "2 ABB", "a broken bar, which is two bytes"},
		{"sep=*\nVendor ID*Vendor Name\n1*ABB\n", Options{}, "separated by *", "2 ABB", "named by the first line, which is no row"},

		{"'Vendor ID','Vendor Name'\n'1','O''Neil, Sons'\n", Options{}, "in single quotes", "2 O'Neil, Sons", "single quotes around every header"},
		{"Vendor ID,Vendor Name\n1,'s-Hertogenbosch BV\n2,'t Hart BV\n", Options{}, "commas", "2 's-Hertogenbosch BV, 3 't Hart BV", "apostrophes that begin a name"},
		{`"id","name"` + "\n" + `"1","The \"Best\", Inc"` + "\n", Options{}, "commas", `2 The "Best", Inc`, "backslashes, as databases write them"},
		{`"id","name"` + "\n" + `"1","Say \"Best\""` + "\n" + `"2","C:\"` + "\n", Options{}, "commas", `2 Say "Best", 3 C:\`, "a backslash at the end is none of them"},

		{"Vendor list as of 1 May 2024\nCompany: ACME, Inc\n\nVendor ID;Vendor Name\n1;ABB\n", Options{}, `header in row 4; above it, not screened: "Vendor list as of 1 May 2024", "Company: ACME, Inc"`, "5 ABB", "titles above the header"},
		{"Company;ACME\nVendor ID;Vendor Name;Country\n1;ABB;CH\n", Options{}, `header in row 2`, "3 ABB", "a title that looks like a header, but less so"},
		{"Supplier;\nKunde;Vendor Name\n1;ABB\n", Options{}, `header in row 2`, "3 ABB", "a title that is a header, but alone in its row"},
		{"Report\nPage 1\nBy me\nAt noon\nFor you\n\nSupplier\nABB\n", Options{}, `"Report", "Page 1", "By me" and 2 more rows`, "8 ABB", "only some titles are shown"},
		{"\"A \"\"title\"\"\nof two lines\"\nname,country\nABB,CH\n", Options{}, "header in row 2", "3 ABB", "a cell of two lines is one row"},
		{"Report\nKunde,Werk\nABB,CH\n", Options{Columns: []string{"werk"}}, "header in row 2", "3 CH", "the row that has the column asked for"},
		{"Export\n,,\nKunde,Werk,Ort\nABB,CH,Baden\n", Options{Columns: []string{"2"}}, "header in row 3", "4 CH", "by number: the row that has a known header"},
		{"name,country\nABB,CH\nname,country\nBBC,CH\n", Options{}, `name from "name"`, "2 ABB, 3 name, 4 BBC", "a header that is repeated is a row"},
		{"Report,x\nABB,CH\n", Options{NoHeader: true}, `name from "column 1"`, "1 Report, 2 ABB", "without a header nothing stands above it"},
		{strings.Repeat("\n", 700) + "name\nABB\n", Options{}, `name from "name"`, "702 ABB", "many blank rows"},
	} {
		t.Run(test.reason, func(t *testing.T) {
			f, err := Read("v.csv", strings.NewReader(test.content), test.opts)
			must(t, err)
			defer f.Close()
			var got []string
			for r := range f.Rows() {
				got = append(got, fmt.Sprint(r.Number, " ", r.Party.Name))
				if r.Problem != "" {
					t.Errorf("row %d: %s", r.Number, r.Problem)
				}
			}
			must(t, f.Err())
			if got := strings.Join(got, ", "); got != test.want {
				t.Errorf("rows %s, want %s", got, test.want)
			}
			if !strings.Contains(f.String(), test.said) {
				t.Errorf("it says\n%s\nwithout %s", f, test.said)
			}
			account(t, f, test.opts)
		})
	}
}

// A header that looks different once the quote above it is followed further is not
// guessed at.
func TestHeaderBelowOpenQuote(t *testing.T) {
	content := "\"Report\nname,country\n" + strings.Repeat("ABB,CH,"+strings.Repeat("x", 1000)+"\n", 100) + "the end\"\n"
	f, err := Read("v.csv", strings.NewReader(content), Options{})
	if err == nil {
		t.Fatalf("%s", f)
	}
	if !strings.Contains(err.Error(), "a quote above the header") {
		t.Error(err)
	}
}

// Any bytes are rows or an error: nothing panics, and no row is lost or counted twice.
func FuzzRead(f *testing.F) {
	f.Add([]byte("Vendor list\n\nid;name\n1;\"ABB\n2;BBC\n"), "", "utf-8", false)
	f.Add([]byte("n\x00a\x00m\x00e\x00\n\x00A\x00"), "", "utf-16le", false)
	f.Add([]byte("'id','name'\n'1','M\xfcller'\n"), "1", "big5", true)
	f.Add([]byte("id,name\n1,M\xfcller\n"), "", "", false) // slow: all encodings are tried
	f.Add([]byte("PK\x03\x04"), "", "", false)
	f.Fuzz(func(t *testing.T, content []byte, column, encoding string, noHeader bool) {
		opts := Options{NoHeader: noHeader, Encoding: encoding}
		if column != "" {
			opts.Columns = []string{column}
		}
		file, err := Read("fuzz", strings.NewReader(string(content)), opts)
		if err != nil {
			return
		}
		defer file.Close()
		var numbers []int
		for r := range file.Rows() {
			numbers = append(numbers, r.Number)
		}
		if !slices.IsSorted(numbers) || len(slices.Compact(slices.Clone(numbers))) != len(numbers) {
			t.Errorf("rows are numbered %v", numbers)
		}
		if len(numbers) != file.Counts().Rows {
			t.Errorf("%d rows were given, %d counted", len(numbers), file.Counts().Rows)
		}
		if file.Err() == nil {
			account(t, file, opts)
		}
	})
}
