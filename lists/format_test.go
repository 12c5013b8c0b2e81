package lists

import (
	"bytes"
	"encoding/csv"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf16"
)

func parseCSV(t testing.TB, data []byte) [][]string {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func writeCSV(t testing.TB, rows [][]string) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := csv.NewWriter(&b).WriteAll(rows); err != nil {
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
func samples(t *testing.T) map[Format][]byte {
	s := map[Format][]byte{CSLCSV: excerpt(t)}
	for f := FormatUnknown + 1; f.row().read != nil; f++ {
		if s[f] == nil {
			t.Errorf("%v has no sample", f)
		}
	}
	return s
}

func TestFormatsTolerate(t *testing.T) {
	for format, data := range samples(t) {
		want := mustRead(t, data).Digest()
		shuffled := parseCSV(t, data)
		slices.Reverse(shuffled[1:])
		columns := parseCSV(t, data)
		for _, row := range columns {
			slices.Reverse(row)
		}
		extra := parseCSV(t, data)
		for i := range extra {
			extra[i] = append(extra[i], "new")
		}
		for _, tt := range []struct {
			reason string
			data   []byte
		}{
			{"byte order mark", append([]byte("\xef\xbb\xbf"), data...)},
			{"line breaks of Windows", bytes.ReplaceAll(data, []byte("\n"), []byte("\r\n"))},
			{"rows in another order", writeCSV(t, shuffled)},
			{"columns in another order", writeCSV(t, columns)},
			{"a column that the publisher has added", writeCSV(t, extra)},
			{"header in capitals, with spaces", bytes.Replace(data, []byte(",source,"), []byte(", SOURCE ,"), 1)},
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

func utf16le(data []byte) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(string(data))) {
		b = append(b, byte(u), byte(u>>8))
	}
	return b
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
		{"a spreadsheet", "PK\x03\x04\x00\xff", ErrFormat, 0, 0, ""},
		{"compressed", "\x1f\x8b\x08\x00", ErrFormat, 0, 0, ""},
		{"UTF-16 with mark", "\xff\xfe" + string(utf16le(data)), ErrEncoding, 0, 0, ""},
		{"UTF-16 without", string(utf16le(data)), ErrEncoding, 0, 1, ""},
		{"Latin-1", strings.Replace(text, "§744", "\xa7744", 1), ErrEncoding, 0, 2, ""},
		{"a NUL", strings.Replace(text, "EXAMPLE STAR", "EXAMPLE\x00STAR", 1), ErrEncoding, 0, 5, ""},
		{"column of names is missing", drop("name"), ErrColumns, 0, 1, "name"},
		{"column of aliases is missing", drop("alt_names"), ErrColumns, 0, 1, "alt_names"},
		{"a column twice", strings.Replace(text, ",title,", ",name,", 1), ErrColumns, 0, 1, ""},
		{"a record with too few fields", header + "\n\"a\",\"b\"\n" + records, ErrSyntax, 1, 2, ""},
		{"cut in a quoted field", text[:len(text)-20], ErrSyntax, 10, 12, ""},
		{"cut after the last field, or within it: nobody can tell", text[:len(text)-1], ErrSyntax, 10, 11, ""},
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
	for _, tt := range []struct {
		reason, data string
		want         error
	}{
		{"the header says nothing of the list: name what is missing", "a,b\n1,2\n", ErrColumns},
		{"an error page", "<html>", ErrFormat},
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
		if data[n-1] != '\n' {
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
