package vendorfile

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/partyscreen/partyscreen/examples/internal/messy"
	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/screen"
)

// messyRows is how many rows the messy file has, beside titles and header.
const messyRows = 5000

func messyNames(t *testing.T) []messy.Name {
	t.Helper()
	names, err := messy.ReadNames(os.DirFS("../../../screen/testdata/quality"))
	must(t, err)
	return names
}

// answers screens the rows of a file and returns the entity that each alerts for,
// or its outcome. Names that are repeated are screened once.
type answers struct {
	screener *screen.Screener
	known    map[string]string
}

func (a *answers) of(p screen.Party) string {
	key := fmt.Sprintf("%q %q %q", p.Name, p.OtherNames, p.Countries)
	if _, ok := a.known[key]; !ok {
		result := a.screener.ScreenParty(p)
		a.known[key] = result.Outcome.String()
		if len(result.Hits) > 0 {
			a.known[key] = result.Hits[0].Entity.ID
		}
	}
	return a.known[key]
}

// Every row of a messy file is a supplier, blank, a title or the header, whatever
// the encoding and the delimiter, and a listed party alerts as it does in UTF-8.
func TestMessy(t *testing.T) {
	rows := messy.Rows(messyNames(t), messyRows, 2019)
	screener, err := screen.New(lists.Embedded(), screen.Options{})
	must(t, err)
	a := &answers{screener, make(map[string]string)}
	want := checkMessy(t, a, rows, "utf-8", ",", nil)
	alerts := 0
	for _, r := range rows {
		if r.Entity != "" && want[r.Number] == r.Entity {
			alerts++
		}
	}
	if alerts < messyRows/10 {
		t.Errorf("only %d rows alert", alerts)
	}
	// Two are named: in EUC-JP the Chinese names, which are the most, look Korean, and
	// in Windows-1252 a disguise such as Technologý, which is there often, Turkish.
	for _, test := range []struct{ encoding, delimiter string }{
		{"utf-8", ";"}, {"utf-8 bom", "\t"}, {"utf-16", "\t"}, {"utf-16le", "|"}, {"utf-16be", ","}, {"utf-8", "^"},
		{"gb18030", ","}, {"gbk", ","}, {"big5", ";"}, {"shift_jis", ","}, {"euc-jp", ";"}, {"euc-kr", "|"},
		{"windows-1250", ";"}, {"windows-1251", ";"}, {"windows-1252", ","}, {"windows-1253", ","},
		{"windows-1254", ";"}, {"windows-1255", ","}, {"windows-1256", ","}, {"xlsx", ""},
	} {
		t.Run(strings.TrimSpace(test.encoding+" "+test.delimiter), func(t *testing.T) {
			checkMessy(t, a, rows, test.encoding, test.delimiter, want)
		})
	}
}

// checkMessy reads the rows from a file and returns the answers by row number. If
// want is given the answers must be the same, as far as the encoding has the name.
func checkMessy(t *testing.T, a *answers, rows []messy.Row, encoding, delimiter string, want map[int]string) map[int]string {
	t.Helper()
	var b bytes.Buffer
	if encoding == "xlsx" {
		must(t, messy.WriteWorkbook(&b, rows))
	} else {
		must(t, messy.WriteText(&b, rows, encoding, delimiter))
	}
	opts := Options{}
	if encoding == "euc-jp" || encoding == "windows-1252" {
		opts.Encoding = encoding
	}
	f, err := Read("messy", bytes.NewReader(b.Bytes()), opts)
	must(t, err)
	defer f.Close()
	got, problem := make(map[int]string), make(map[int]string)
	for r := range f.Rows() {
		got[r.Number], problem[r.Number] = a.of(r.Party), r.Problem
	}
	must(t, f.Err())
	account(t, f, Options{})
	errors := 0
	fail := func(r messy.Row, format string, arguments ...any) {
		if errors++; errors <= 5 {
			t.Errorf("row %d, %.60q: %s", r.Number, r.Name, fmt.Sprintf(format, arguments...))
		}
	}
	for _, r := range rows {
		answer, given := got[r.Number]
		supplier := r.Kind != messy.Title && r.Kind != messy.Header && r.Kind != messy.Blank
		if given != supplier {
			fail(r, "given %v, want %v", given, supplier)
		}
		if encoding != "xlsx" && (r.Kind == messy.Broken || r.Kind == messy.Ragged) && problem[r.Number] == "" {
			fail(r, "no problem is named")
		}
		if r.Kind == messy.Supplier && problem[r.Number] != "" {
			fail(r, "%s", problem[r.Number])
		}
		held := encoding == "xlsx" || messy.Holds(encoding, r.Name)
		if want != nil && r.Kind != messy.Broken && held && answer != want[r.Number] {
			fail(r, "%s, in UTF-8 it is %s", answer, want[r.Number])
		}
	}
	if errors > 0 {
		t.Errorf("%d errors in %s", errors, f)
	}
	return got
}
