package lists

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
)

func parseCSV(t testing.TB, data []byte) [][]string { return parseTable(t, data, ',') }

func parseTable(t testing.TB, data []byte, separator rune) [][]string {
	t.Helper()
	r := csv.NewReader(bytes.NewReader(data))
	r.Comma = separator
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func writeCSV(t testing.TB, rows [][]string) []byte { return writeTable(t, rows, ',') }

func writeTable(t testing.TB, rows [][]string, separator rune) []byte {
	t.Helper()
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Comma = separator
	if err := w.WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func mustRead(t testing.TB, data []byte) *List {
	t.Helper()
	l, err := Read(bytes.NewReader(data), FormatUnknown)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// samples has a good file for each format: a format without one fails here.
func samples(t testing.TB) map[Format][]byte {
	s := map[Format][]byte{CSLCSV: excerpt(t), CSLTSV: writeTable(t, parseCSV(t, excerpt(t)), '\t'), CSLJSON: cslAsJSON(t, excerpt(t))}
	for f, file := range map[Format]string{DPL: "dpl.txt", OFACXML: "sdn.xml", OFACEnhanced: "enhanced.xml", OFACAdvanced: "advanced.xml", UNXML: "un.xml", UKSanctionsList: "uk.csv", OFSIConList: "conlist.csv", EUCSV: "eu.csv", EUXML: "eu.xml", OpenSanctionsCSV: "targets.csv", OpenSanctionsFTM: "ftm.json", PrivateCSV: "private.csv", PrivateJSON: "private.json"} {
		data, err := os.ReadFile(filepath.Join("testdata", file))
		if err != nil {
			t.Fatal(err)
		}
		s[f] = data
	}
	for f := FormatUnknown + 1; f.row().name != ""; f++ {
		if s[f] == nil && f.row().looksLike != nil {
			t.Errorf("%v has no sample", f)
		}
	}
	return s
}

func TestFormatsTolerate(t *testing.T) {
	all := samples(t)
	for format, separator := range map[Format]rune{CSLCSV: ',', CSLTSV: '\t', DPL: '\t'} {
		data := all[format]
		want := mustRead(t, data).Digest()
		parse := func() [][]string { return parseTable(t, data, separator) }
		shuffled := parse()
		slices.Reverse(shuffled[1:])
		columns := parse()
		for _, row := range columns {
			slices.Reverse(row)
		}
		extra := parse()
		for i := range extra {
			extra[i] = append(extra[i], "new")
		}
		capitals := parse()
		for i := range capitals[0] {
			capitals[0][i] = " " + strings.ToUpper(capitals[0][i]) + " "
		}
		for _, tt := range []struct {
			reason string
			data   []byte
		}{
			{"byte order mark", append([]byte("\xef\xbb\xbf"), data...)},
			{"line breaks of Windows", bytes.ReplaceAll(data, []byte("\n"), []byte("\r\n"))},
			{"rows in another order", writeTable(t, shuffled, separator)},
			{"columns in another order", writeTable(t, columns, separator)},
			{"a column that the publisher has added", writeTable(t, extra, separator)},
			{"header in capitals, with spaces", writeTable(t, capitals, separator)},
		} {
			for _, f := range []Format{format, FormatUnknown} {
				l, err := Read(bytes.NewReader(tt.data), f)
				if err != nil || l.Digest() != want {
					t.Errorf("%v read as %v, %s: %v", format, f, tt.reason, err)
				}
			}
		}
	}
}

// cslAsJSON writes the list as trade.gov writes it in JSON.
func cslAsJSON(t testing.TB, data []byte) []byte {
	t.Helper()
	rows := parseCSV(t, data)
	var results []map[string]any
	for _, row := range rows[1:] {
		record := map[string]any{}
		for i, cell := range row {
			switch name := rows[0][i]; name {
			case "_id":
				record["id"] = cell
			case "alt_names", "programs", "citizenships", "dates_of_birth", "nationalities", "places_of_birth":
				record[name] = []string{}
				if cell != "" {
					record[name] = strings.Split(cell, "; ")
				}
			case "title", "end_date":
				if record[name] = any(cell); cell == "" {
					record[name] = nil
				}
			default:
				record[name] = cell
			}
		}
		results = append(results, record)
	}
	out, err := json.Marshal(map[string]any{"generated": map[string]any{"at": 1}, "results": results})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestCSLFormatsAgree holds that the list is the same in all its formats.
func TestCSLFormatsAgree(t *testing.T) {
	all := samples(t)
	want := mustRead(t, all[CSLCSV])
	for _, f := range []Format{CSLTSV, CSLJSON} {
		l := mustRead(t, all[f])
		if l.Digest() == want.Digest() {
			continue
		}
		for e := range want.All() {
			if diff := cmp.Diff(e, l.ByID(e.ID)); diff != "" {
				t.Errorf("%v (-csv +other):\n%s", f, diff)
			}
		}
	}
}

// TestCSLJSONObjects holds that addresses and identifiers in objects are read as
// those of the CSV.
func TestCSLJSONObjects(t *testing.T) {
	l := mustRead(t, []byte(`{"results":[{"id":"1","source":"Entity List (EL) - Bureau of Industry and Security","name":"EXAMPLE","type":null,"source_list_url":"u",
		"addresses":[{"address":"1 Road","city":"Town","state":null,"postal_code":"100","country":"CN"},{"country":"HK"}],
		"ids":[{"type":"Passport","number":"X1","country":"DE","issue_date":null,"expiration_date":null}],"alt_names":["A; B","C"]}]}`))
	e := l.ByID("1")
	if len(e.Addresses) != 2 || e.Addresses[0].Text != "1 Road, Town, 100, CN" || e.Addresses[1].Country != "HK" {
		t.Errorf("addresses: %+v", e.Addresses)
	}
	if len(e.Identifiers) != 1 || e.Identifiers[0].Number != "X1" || e.Identifiers[0].Country != "DE" {
		t.Errorf("identifiers: %+v", e.Identifiers)
	}
	if len(e.Names) != 4 {
		t.Errorf("aliases are split at semicolons too: %+v", e.Names)
	}
}

// TestFormatsTruncated holds that a file cut at any byte (of the larger ones at every
// seventh) is a located error, or a
// list of whole records where the format does not say how many there are.
func TestFormatsTruncated(t *testing.T) {
	for format, data := range samples(t) {
		whole := mustRead(t, data)
		step := 1
		if len(data) > 2000 {
			step = 7
		}
		for n := 0; n < len(data); n += step {
			for i, f := range []Format{format, FormatUnknown} {
				if i > 0 && n%16 > 0 { // telling the format is the same for nearly all
					continue
				}
				l, err := Read(bytes.NewReader(data[:n]), f)
				var at *ParseError
				switch {
				case err != nil && (!errors.As(err, &at) || l != nil):
					t.Fatalf("%v cut at %d: %v, %v", format, n, l, err)
				case err == nil && format.row().stream != nil && format != OpenSanctionsFTM && l.Digest() != whole.Digest():
					t.Fatalf("%v cut at %d gave a list of %d", format, n, l.Len())
				}
			}
		}
	}
}

// TestFormatsCompressed holds that gzip and ZIP are unpacked, and that what unpacks
// without end is refused.
func TestFormatsCompressed(t *testing.T) {
	data := excerpt(t)
	want := mustRead(t, data).Digest()
	var zipped bytes.Buffer
	w := zip.NewWriter(&zipped)
	f, _ := w.Create("consolidated.csv")
	f.Write(data)
	w.Close()
	for reason, packed := range map[string][]byte{"gzip": gzipped(t, data), "zip": zipped.Bytes()} {
		if l := mustRead(t, packed); l.Digest() != want {
			t.Errorf("%s: another list", reason)
		}
		for _, n := range []int{12, len(packed) / 2, len(packed) - 3} {
			var at *ParseError
			if l, err := Read(bytes.NewReader(packed[:n]), FormatUnknown); !errors.As(err, &at) || l != nil {
				t.Errorf("%s cut at %d: %v, %v", reason, n, l, err)
			}
		}
	}
	if _, err := Read(bytes.NewReader(gzipped(t, gzipped(t, data))), FormatUnknown); !errors.Is(err, ErrFormat) {
		t.Errorf("gzip in gzip: %v", err)
	}
}

// TestBounded holds that what goes on beyond a bound is refused, and what ends at
// it is not.
func TestBounded(t *testing.T) {
	for _, tt := range []struct {
		size, bound int
		err         error
	}{{0, 3, nil}, {3, 3, nil}, {4, 3, errBound}, {9000, 3, errBound}} {
		got, err := io.ReadAll(&bounded{r: bytes.NewReader(make([]byte, tt.size)), left: int64(tt.bound)})
		if err != tt.err || len(got) != min(tt.size, tt.bound) {
			t.Errorf("%d bytes within %d: %d, %v", tt.size, tt.bound, len(got), err)
		}
	}
	var at *ParseError
	if err := readError("list.csv.gz", FormatUnknown, errBound); !errors.As(err, &at) || at.Err != ErrTooLarge {
		t.Errorf("the bound is worded %v", err)
	}
}

func gzipped(t testing.TB, data []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	w.Close()
	return b.Bytes()
}

func utf16le(data []byte) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(string(data))) {
		b = append(b, byte(u), byte(u>>8))
	}
	return b
}

// TestUTF16 holds that a list in UTF-16 is refused by the name of its format.
func TestUTF16(t *testing.T) {
	for format, data := range samples(t) {
		little := utf16le(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")))
		big := bytes.Clone(little)
		for i := 0; i < len(big); i += 2 {
			big[i], big[i+1] = big[i+1], big[i]
		}
		for reason, data := range map[string][]byte{
			"little-endian, with mark": append([]byte("\xff\xfe"), little...), "little-endian": little,
			"big-endian, with mark": append([]byte("\xfe\xff"), big...), "big-endian": big,
		} {
			for _, f := range []Format{format, FormatUnknown} {
				l, err := Read(bytes.NewReader(data), f)
				var at *ParseError
				if l != nil || !errors.As(err, &at) || at.Format != format || !errors.Is(err, ErrEncoding) {
					t.Errorf("%v as %v, %s: %v", format, f, reason, err)
				}
			}
		}
	}
}

func TestReadRejects(t *testing.T) {
	data := excerpt(t)
	text := string(data)
	header, records, _ := strings.Cut(text, "\n")
	drop := func(column string) string {
		rows := parseCSV(t, data)
		i := slices.Index(rows[0], column)
		for r := range rows {
			rows[r] = slices.Delete(rows[r], i, i+1)
		}
		return string(writeCSV(t, rows))
	}
	set := func(record int, column, value string) string {
		rows := parseCSV(t, data)
		rows[record][slices.Index(rows[0], column)] = value
		return string(writeCSV(t, rows))
	}
	for _, tt := range []struct {
		reason string
		data   string
		want   error
		record int
		line   int
		field  string
	}{
		{"nothing at all", "", ErrEmpty, 0, 0, ""},
		{"white space", " \n\n", ErrEmpty, 0, 0, ""},
		{"a header and no record", header + "\n", ErrEmpty, 0, 0, ""},
		{"an error page saved as a list", "<!DOCTYPE html><html>503</html>", ErrFormat, 0, 0, ""},
		{"the same list as JSON", `{"results":[]}`, ErrFormat, 0, 0, ""},
		{"a damaged archive", "PK\x03\x04\x00\xff", ErrSyntax, 0, 0, ""},
		{"a compressed file cut short", "\x1f\x8b\x08\x00", ErrSyntax, 0, 0, ""},
		{"UTF-16 with mark", "\xff\xfe" + string(utf16le(data)), ErrEncoding, 0, 0, ""},
		{"UTF-16 without", string(utf16le(data)), ErrEncoding, 0, 1, ""},
		{"Latin-1", strings.Replace(text, "§744", "\xa7744", 1), ErrEncoding, 0, 2, ""},
		{"a NUL", strings.Replace(text, "EXAMPLE STAR", "EXAMPLE\x00STAR", 1), ErrEncoding, 0, 5, ""},
		{"column of names is missing", drop("name"), ErrColumns, 0, 1, "name"},
		{"column of aliases is missing", drop("alt_names"), ErrColumns, 0, 1, "alt_names"},
		{"a column twice", strings.Replace(text, ",title,", ",name,", 1), ErrColumns, 0, 1, ""},
		{"a record with too few fields", header + "\n\"a\",\"b\"\n" + records, ErrSyntax, 1, 2, ""},
		{"cut in a quoted field", text[:len(text)-20], ErrSyntax, 10, 12, ""},
		{"cut after the last field, or within it: nobody can tell", strings.TrimSuffix(string(writeCSV(t, parseCSV(t, data))), "\n"), ErrSyntax, 10, 11, ""},
		{"a quote that nobody doubled", strings.Replace(text, `"Address 01"`, `"Address "01""`, 1), ErrSyntax, 9, 10, ""},
		{"neither name nor address", set(4, "name", ""), ErrInvalid, 4, 5, "name"},
		{"no source", set(4, "source", ""), ErrInvalid, 4, 5, "source"},
		{"a date of another form", set(1, "start_date", "08/01/2018"), ErrInvalid, 1, 2, "start_date"},
		{"a day that is not in the calendar", set(1, "end_date", "2018-02-30"), ErrInvalid, 1, 2, "end_date"},
		{"an end before the beginning", set(1, "end_date", "2017-01-01"), ErrInvalid, 1, 2, "end_date"},
		{"two parties under one ID", set(4, "_id", "1001"), ErrDuplicate, 4, 5, ""},
		{"a row twice", text + strings.SplitAfter(text, "\n")[4], ErrDuplicate, 11, 13, ""},
		{"a field without end", set(1, "remarks", strings.Repeat("x", maxField+1)), ErrTooLarge, 1, 2, "remarks"},
	} {
		l, err := Read(strings.NewReader(tt.data), FormatUnknown)
		var at *ParseError
		if l != nil || !errors.As(err, &at) || !errors.Is(err, tt.want) {
			t.Errorf("%s: got %v, %v; want %v", tt.reason, l, err, tt.want)
			continue
		}
		if at.Record != tt.record || at.Line != tt.line || tt.field != "" && at.Field != tt.field {
			t.Errorf("%s: at record %d, line %d, field %q: %v", tt.reason, at.Record, at.Line, at.Field, err)
		}
		if !strings.HasPrefix(err.Error(), "lists: ") {
			t.Errorf("%s: %v", tt.reason, err)
		}
	}
}

func TestReadOfNamedFormat(t *testing.T) {
	var two bytes.Buffer
	w := zip.NewWriter(&two)
	w.Create("sdn.csv")
	w.Create("sdn.xml")
	w.Close()
	for _, tt := range []struct {
		reason, data string
		want         error
	}{
		{"the header says nothing of the list: name what is missing", "a,b\n1,2\n", ErrColumns},
		{"an error page", "<html>", ErrFormat},
		{"a damaged archive", "PK\x03\x04\x00\xff", ErrSyntax},
		{"a compressed file cut short", "\x1f\x8b\x08\x00", ErrSyntax},
		{"a file that is compressed twice", string(gzipped(t, gzipped(t, []byte("a,b\n")))), ErrFormat},
		{"an archive of two files, of which one is meant", two.String(), ErrFormat},
		{"another encoding", "\xff\xfea\x00", ErrEncoding},
	} {
		_, err := Read(strings.NewReader(tt.data), CSLCSV)
		var at *ParseError
		if !errors.Is(err, tt.want) || !errors.As(err, &at) || at.Format != CSLCSV {
			t.Errorf("%s: %v", tt.reason, err)
		}
	}
	if _, err := Read(strings.NewReader("a,b\n"), Format(99)); !errors.Is(err, ErrFormat) {
		t.Errorf("Format(99): %v", err)
	}
	broken := errors.New("broken")
	if _, err := Read(iotest.ErrReader(broken), CSLCSV); !errors.Is(err, broken) {
		t.Errorf("error of the reader: %v", err)
	}
}

// A file cut at any byte is an error or a list of the records that are whole.
func TestReadTruncated(t *testing.T) {
	data := excerpt(t)
	whole := readExcerpt(t)
	for n := range data {
		l, err := Read(bytes.NewReader(data[:n]), CSLCSV)
		var at *ParseError
		if err != nil {
			if !errors.As(err, &at) || l != nil {
				t.Errorf("cut at %d: %v, %v", n, l, err)
			}
			continue
		}
		if data[n-1] != '\n' && data[n-1] != '"' {
			t.Errorf("cut at %d, within a record, gave a list of %d", n, l.Len())
		}
		for e := range l.All() {
			base, _, _ := strings.Cut(e.ID, ":")
			if whole.ByID(e.ID) == nil && whole.ByID(base+":SDN") == nil {
				t.Errorf("cut at %d: entity %q is not in the whole list", n, e.ID)
			}
		}
	}
}

func TestOpen(t *testing.T) {
	path := filepath.Join(t.TempDir(), "export.txt") // the name does not matter
	if err := os.WriteFile(path, excerpt(t), 0o600); err != nil {
		t.Fatal(err)
	}
	l, err := Open(path)
	if err != nil || l.Len() != 10 {
		t.Fatal(l, err)
	}
	if err := os.WriteFile(path, []byte("supplier,city\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	var at *ParseError
	if _, err := Open(path); !errors.As(err, &at) || at.File != path || !strings.Contains(err.Error(), "supplier,city") {
		t.Errorf("another file: %v", err)
	}
	if _, err := Open(filepath.Join(t.TempDir(), "none.csv")); !errors.Is(err, os.ErrNotExist) || !strings.HasPrefix(err.Error(), "lists: ") {
		t.Errorf("no file: %v", err)
	}
	if _, err := Open(t.TempDir()); err == nil {
		t.Error("a folder was read as a list")
	}
}

func TestFormatString(t *testing.T) {
	for f, want := range map[Format]string{FormatUnknown: "unknown format", CSLCSV: "CSL CSV", 99: "Format(99)"} {
		if f.String() != want {
			t.Errorf("got %q, want %q", f.String(), want)
		}
	}
}
