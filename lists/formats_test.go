package lists

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestGolden holds what each reader makes of a hand-made excerpt of its format,
// fact by fact.
func TestGolden(t *testing.T) {
	for _, name := range []string{"dpl.txt", "un.xml", "sdn.xml", "enhanced.xml", "advanced.xml", "ofac", "uk.csv", "conlist.csv", "eu.csv", "eu.xml", "targets.csv", "ftm.json", "private.csv", "private.json"} {
		t.Run(name, func(t *testing.T) {
			l, err := Open(filepath.Join("testdata", name))
			if err != nil {
				t.Fatal(err)
			}
			var got bytes.Buffer
			e := json.NewEncoder(&got)
			e.SetEscapeHTML(false)
			e.SetIndent("", " ")
			for _, v := range []any{l.ID(), l.Title(), l.AsOf(), l.Notes()} {
				e.Encode(v)
			}
			for entity := range l.All() {
				e.Encode(entity)
			}
			golden := filepath.Join("testdata", name+".golden")
			if *update {
				if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got.String()); diff != "" {
				t.Errorf("go test -run TestGolden -update rewrites it (-want +got):\n%s", diff)
			}
		})
	}
}

// TestXMLRejects holds that what is wrong with a file is said with its place.
func TestXMLRejects(t *testing.T) {
	all := samples(t)
	deep := strings.Repeat("<a>", maxDepth+2) + strings.Repeat("</a>", maxDepth+2)
	for _, tt := range []struct {
		reason   string
		format   Format
		old, new string
		want     error
		record   int
		field    string
	}{
		{"a count that is not that of the entries", OFACXML, "<Record_Count>2<", "<Record_Count>3<", ErrInvalid, 2, "Record_Count"},
		{"no count", OFACXML, "<Record_Count>2<", "<Record_Count><", ErrInvalid, 0, "Record_Count"},
		{"a date in another form", OFACXML, "07/31/2026", "2026-07-31", ErrInvalid, 0, "Publish_Date"},
		{"an entry without number", OFACXML, "<uid>36</uid>", "", ErrInvalid, 1, "uid"},
		{"two entries of one number", OFACXML, "<uid>37</uid>", "<uid>36</uid>", ErrDuplicate, 2, ""},
		{"an entry without name", OFACXML, "<lastName>EXAMPLE AIRLINES</lastName>", "", ErrInvalid, 1, ""},
		{"an entry without reference", UNXML, "<REFERENCE_NUMBER>KPe.901</REFERENCE_NUMBER>", "", ErrInvalid, 2, "REFERENCE_NUMBER"},
		{"a date that is none", UNXML, "2018-03-30", "soon", ErrInvalid, 2, "LISTED_ON"},
		{"elements without end", UNXML, "<GENDER>Male</GENDER>", deep, ErrTooLarge, 1, "a"},
		{"a text without end", UNXML, "Male", strings.Repeat("x", maxField+1), ErrTooLarge, 1, "GENDER"},
		{"an entity that would expand", UNXML, "Male", "&lol;", ErrSyntax, 1, ""},
		{"a tag that is not closed", UNXML, "</GENDER>", "", ErrSyntax, 1, ""},
		{"another encoding", UNXML, "Male", "M\xe4le", ErrSyntax, 1, ""},
		{"a tag without end", UNXML, "<GENDER>", "<GENDER a=\"" + strings.Repeat("x", 2*maxToken) + "\">", ErrTooLarge, 1, ""},
		{"attributes without end", UNXML, "<GENDER>", "<GENDER" + strings.Repeat(" a=\">\"", maxToken/4) + ">", ErrTooLarge, 1, ""},
		{"a comment without end", UNXML, "<GENDER>", "<!--" + strings.Repeat("x", 2*maxToken) + "--><GENDER>", ErrTooLarge, 1, ""},
		{"elements without end outside the records", UNXML, "<INDIVIDUALS>", deep + "<INDIVIDUALS>", ErrTooLarge, 0, "a"},
		{"text behind the end", UNXML, "</CONSOLIDATED_LIST>", "</CONSOLIDATED_LIST>\nmore", ErrSyntax, 2, ""},
		{"text behind the end", OFACXML, "</sdnList>", "</sdnList>more", ErrSyntax, 2, ""},
		{"text behind the end", OFACEnhanced, "</sanctionsData>", "</sanctionsData><!-- -->more", ErrSyntax, 1, ""},
		{"text behind the end", OFACAdvanced, "</Sanctions>", "</Sanctions><![CDATA[more]]>", ErrSyntax, 2, ""},
		{"text behind the end", EUXML, "</export>", "</export>&#64;", ErrSyntax, 2, ""},
		{"two files put together", UNXML, "</CONSOLIDATED_LIST>", "</CONSOLIDATED_LIST><CONSOLIDATED_LIST></CONSOLIDATED_LIST>", ErrSyntax, 2, ""},
		{"a listing of nobody", OFACAdvanced, `ProfileID="9002" ListID`, `ProfileID="9009" ListID`, ErrInvalid, 2, "ProfileID"},
		{"a listing on an unknown list", OFACAdvanced, `ProfileID="9002" ListID="1550"`, `ProfileID="9002" ListID="1551"`, ErrInvalid, 2, "ListID"},
		{"a party that no list has", OFACAdvanced, `ProfileID="9002" ListID`, `ProfileID="9001" ListID`, ErrInvalid, 2, "SanctionsEntry"},
		{"a party without number", OFACAdvanced, `<Profile ID="9002"`, "<Profile", ErrInvalid, 2, "Profile"},
		{"a date that is none", OFACAdvanced, "<Month>7</Month>", "<Month>17</Month>", ErrInvalid, 0, "DateOfIssue"},
		{"an entry of no number", EUXML, ` logicalId="9001"`, "", ErrInvalid, 1, "logicalId"},
		{"no date of the list", EUXML, `generationDate="2026-07-31T00:00:00"`, "", ErrColumns, 2, "generationDate"},
		{"another declared encoding", UNXML, `encoding="UTF-8"`, `encoding="windows-1251"`, ErrEncoding, 0, ""},
		{"no date of the list", OFACEnhanced, "<dataAsOf>2025-01-10T00:00:00</dataAsOf>", "", ErrColumns, 1, "dataAsOf"},
		{"no date of a listing in any form", OFACEnhanced, "2006-04-12", "12 April", ErrInvalid, 1, "datePublished"},
		{"an entity without number", OFACEnhanced, ` id="9001"`, "", ErrInvalid, 1, "id"},
	} {
		data := strings.Replace(string(all[tt.format]), tt.old, tt.new, 1)
		if data == string(all[tt.format]) {
			t.Fatalf("%s: %q is not in the sample", tt.reason, tt.old)
		}
		l, err := Read(strings.NewReader(data), FormatUnknown)
		var at *ParseError
		if l != nil || !errors.As(err, &at) || !errors.Is(err, tt.want) || at.Format != tt.format || at.Record != tt.record || at.Field != tt.field {
			t.Errorf("%s: %v, %v; want %v in record %d, field %q", tt.reason, l, err, tt.want, tt.record, tt.field)
		}
	}
}

// TestAdvancedNotes holds that what a file refers to and does not hold is counted.
func TestAdvancedNotes(t *testing.T) {
	sample := string(samples(t)[OFACAdvanced])
	for _, tt := range []struct{ reason, old, new, note string }{
		{"a kind of alias", `ID="1401">F.K.A.`, `ID="1409">F.K.A.`, "a number of AliasType that the file does not explain"},
		{"a kind of alias of a new name", ">F.K.A.<", ">P.K.A.<", `kind of alias "P.K.A." is not known here`},
		{"a country", `CountryID="11206"/>`, `CountryID="11209"/>`, "a number of Country that the file does not explain"},
		{"a detail", `DetailReferenceID="91526"`, `DetailReferenceID="91529"`, "a number of DetailReference that the file does not explain"},
		{"a place", `<VersionLocation LocationID="25"/>`, `<VersionLocation LocationID="29"/>`, "a number of a place that the file does not explain"},
		{"a party", `To-ProfileID="9001"`, `To-ProfileID="9009"`, "a relation with a party that the file lacks"},
		{"a day of birth that is none", "<Year>1961</Year>", "<Year>c. 1961</Year>", "a period that begins on no day of the calendar"},
	} {
		data := strings.Replace(sample, tt.old, tt.new, 1)
		if data == sample {
			t.Fatalf("%s: %q is not in the sample", tt.reason, tt.old)
		}
		notes := strings.Join(mustRead(t, []byte(data)).Notes(), "\n")
		if !strings.Contains(notes, tt.note) {
			t.Errorf("%s: notes %q, want %q", tt.reason, notes, tt.note)
		}
	}
}

// TestPrivateRoundTrip holds that JSON keeps all of a list, and the table what it
// has room for.
func TestPrivateRoundTrip(t *testing.T) {
	for _, l := range []*List{Embedded(), mustRead(t, excerpt(t))} {
		var text bytes.Buffer
		if err := l.WriteJSON(&text); err != nil {
			t.Fatal(err)
		}
		again := mustRead(t, text.Bytes())
		if again.Digest() != l.Digest() || again.ID() != l.ID() || again.Title() != l.Title() || again.AsOf() != l.AsOf() {
			t.Errorf("%s as JSON is another list", l.ID())
		}
		text.Reset()
		if err := l.WriteCSV(&text); err != nil {
			t.Fatal(err)
		}
		again = mustRead(t, text.Bytes())
		for e := range l.All() {
			got := again.ByID(e.ID)
			if got == nil || got.Kind != e.Kind || got.PrimaryName().Text != e.PrimaryName().Text || got.Remarks != e.Remarks || len(got.Identifiers) != len(e.Identifiers) {
				t.Errorf("%s as CSV: %+v became %+v", l.ID(), e, got)
			}
		}
	}
}

// TestApplyDelta holds that a delta adds, replaces and removes parties, and that a
// broken one changes nothing.
func TestApplyDelta(t *testing.T) {
	l := mustRead(t, samples(t)[OpenSanctionsFTM])
	after, err := l.ApplyDelta(strings.NewReader(`{"op":"MOD","entity":{"id":"NK-1","caption":"Example Bank","schema":"Company","properties":{"name":["Example Bank Group"]},"target":true}}
{"op":"DEL","entity":{"id":"NK-2"}}

{"op":"ADD","entity":{"id":"NK-3","caption":"New Works","schema":"Company","properties":{},"target":true}}
{"op":"ADD","entity":{"id":"S-3","schema":"Sanction","properties":{"entity":["NK-3"],"authority":["UN"],"program":["DPRK"],"startDate":["2026-07-01"]}}}
{"op":"ADD","entity":{"id":"S-4","schema":"Sanction","properties":{"entity":["NK-9"]}}}
`))
	if err != nil {
		t.Fatal(err)
	}
	if c := Diff(l, after); c.String() != "+ NK-3 New Works\n- NK-2 John Doe\n~ NK-1 Example Bank: names, countries, addresses, identifiers, remarks\n" {
		t.Errorf("the delta makes\n%s", c.String())
	}
	if got := after.ByID("NK-3").Listings[0]; got.Authority != "UN" || got.From.String() != "2026-07-01" {
		t.Errorf("the listing of the new party is %+v", got)
	}
	if got := after.ByID("NK-1").Listings; len(got) != 1 || got[0].Authority != ofacAuthority {
		t.Errorf("the listings of the changed party are %+v", got)
	}
	if l.Len() != 2 || len(after.Notes()) != len(l.Notes())+1 {
		t.Errorf("the list before has %d, notes %q", l.Len(), after.Notes())
	}
	for reason, text := range map[string]string{
		"no operation": `{"entity":{"id":"x","schema":"Person"}}`, "cut short": `{"op":"ADD","ent`, "no ID": `{"op":"ADD","entity":{}}`,
		"a date that is none": `{"op":"ADD","entity":{"id":"NK-3","caption":"N","schema":"Company"}}
{"op":"ADD","entity":{"id":"S","schema":"Sanction","properties":{"entity":["NK-3"],"startDate":["2026-99-99"]}}}`,
	} {
		var at *ParseError
		if got, err := l.ApplyDelta(strings.NewReader(text)); got != nil || !errors.As(err, &at) || at.Line == 0 {
			t.Errorf("%s: %v, %v", reason, got, err)
		}
	}
	if _, err := l.ApplyDelta(strings.NewReader(`{"op":"DEL","entity":{"id":"NK-1"}}
{"op":"DEL","entity":{"id":"NK-2"}}`)); !errors.Is(err, ErrEmpty) {
		t.Errorf("everything removed: %v", err)
	}
}

// TestUKRejects holds that errors of the British lists are placed in the file as it
// is, with the line above the header.
func TestUKRejects(t *testing.T) {
	all := samples(t)
	for _, tt := range []struct {
		reason   string
		old, new string
		want     error
		record   int
		line     int
		field    string
	}{
		{"no date above the header", "Report Date: 13-Feb-2026", "Report Date: soon", ErrInvalid, 0, 0, ""},
		{"a column is missing", "Unique ID,", "Unique number,", ErrFormat, 0, 0, ""},
		{"no number of an entry", "\n,RUS9001,19001,,EXAMPLE BANK", "\n,,19001,,EXAMPLE BANK", ErrInvalid, 1, 3, "unique id"},
		{"a date that is none", "30/03/2018", "2018", ErrInvalid, 6, 9, "date designated"},
		{"a field too many", "\n,AFG9002,", "\n,,AFG9002,", ErrSyntax, 4, 6, ""},
	} {
		data := strings.Replace(string(all[UKSanctionsList]), tt.old, tt.new, 1)
		if data == string(all[UKSanctionsList]) {
			t.Fatalf("%s: %q is not in the sample", tt.reason, tt.old)
		}
		l, err := Read(strings.NewReader(data), FormatUnknown)
		var at *ParseError
		if l != nil || !errors.As(err, &at) || !errors.Is(err, tt.want) || at.Record != tt.record || at.Line != tt.line || at.Field != tt.field {
			t.Errorf("%s: %v, %v; want %v in record %d, line %d, field %q", tt.reason, l, err, tt.want, tt.record, tt.line, tt.field)
		}
	}
}

// TestOFACSetRejects holds that a set that is not of one piece is refused.
func TestOFACSetRejects(t *testing.T) {
	for _, tt := range []struct {
		reason, file string
		change       func(string) string // nil leaves the file out
		want         error
		where        string
	}{
		{"no aliases", "alt.csv", nil, ErrColumns, "sdn.csv"},
		{"a field too many", "sdn.csv", func(s string) string { return strings.Replace(s, "36,", "36,36,", 1) }, ErrSyntax, "sdn.csv"},
		{"cut within a record", "sdn.csv", func(s string) string { return s[:len(s)/2] }, ErrSyntax, "sdn.csv"},
		{"a number twice", "sdn.csv", func(s string) string { return strings.Replace(s, "37,", "36,", 1) }, ErrDuplicate, "sdn.csv"},
		{"an alias of nobody", "alt.csv", func(s string) string { return strings.Replace(s, "36,12", "99,12", 1) }, ErrInvalid, "alt.csv"},
		{"an address of nobody", "add.csv", func(s string) string { return strings.Replace(s, "36,25", "99,25", 1) }, ErrInvalid, "add.csv"},
		{"an empty file", "add.csv", func(string) string { return "" }, ErrEmpty, "add.csv"},
		{"a byte of another encoding", "sdn.csv", func(s string) string { return strings.Replace(s, "AIRLINES", "A\xcdRLINES", 1) }, ErrEncoding, "sdn.csv"},
		{"a field without end", "sdn.csv", func(s string) string { return strings.Replace(s, "General", strings.Repeat("x", maxField+1), 1) }, ErrTooLarge, "sdn.csv"},
	} {
		dir := t.TempDir()
		for _, name := range []string{"sdn.csv", "alt.csv", "add.csv", "sdn_comments.csv"} {
			data, err := os.ReadFile(filepath.Join("testdata", "ofac", name))
			if err != nil {
				t.Fatal(err)
			}
			if name == tt.file {
				if tt.change == nil {
					continue
				}
				data = []byte(tt.change(string(data)))
			}
			if err := os.WriteFile(filepath.Join(dir, strings.ToUpper(name)), data, 0o600); err != nil { // as OFAC spells them
				t.Fatal(err)
			}
		}
		l, err := Open(dir)
		var at *ParseError
		if l != nil || !errors.As(err, &at) || !errors.Is(err, tt.want) || filepath.Base(at.File) != tt.where {
			t.Errorf("%s: %v, %v; want %v in %s", tt.reason, l, err, tt.want, tt.where)
		}
	}
}

// ofacSample is a small set.
func ofacSample(t testing.TB) map[string][]byte {
	t.Helper()
	files := make(map[string][]byte)
	for _, name := range []string{"sdn.csv", "alt.csv", "add.csv", "sdn_comments.csv"} {
		data, err := os.ReadFile(filepath.Join("testdata", "ofac", name))
		if err != nil {
			t.Fatal(err)
		}
		files[name] = data
	}
	return files
}

// TestOFACSetCut holds that a file of a set that was cut short anywhere is refused
// with its place, or gives the entities of its records that are whole.
func TestOFACSetCut(t *testing.T) {
	whole := ofacSample(t)
	for name, data := range whole {
		for _, breaks := range []string{"\n", "\r\n"} {
			data := bytes.ReplaceAll(data, []byte("\n"), []byte(breaks))
			files := maps.Clone(whole)
			for size := range data {
				files[name] = data[:size:size]
				got, err := readOFACSet("dir", files)
				if err != nil {
					var at *ParseError
					if !errors.As(err, &at) || at.Format != OFACCSV || at.File == "" {
						t.Fatalf("%s cut to %d bytes: %v", name, size, err)
					}
					placed := at.Record > 0 && at.Line > 0 && at.Field != "" && at.File == filepath.Join("dir", name)
					if !placed && !errors.Is(err, ErrEmpty) && !strings.Contains(at.Reason, "which sdn.csv lacks") {
						t.Errorf("%s cut to %d bytes, behind %q: no place in %v", name, size, data[max(0, size-20):size], err)
					}
					continue
				}
				// The record at hand is whole if but the rest of -0- or of the line is missing.
				end := size
				if i := bytes.IndexByte(data[size:], '\n'); i >= 0 && !bytes.HasSuffix(data[:size], []byte("\n")) {
					end += i + 1
				}
				files[name] = data[:end]
				want, err := readOFACSet("dir", files)
				if err != nil {
					t.Fatalf("%s cut behind a record, at %d bytes: %v", name, end, err)
				}
				if diff := cmp.Diff(want.entities, got.entities); diff != "" {
					t.Errorf("%s cut to %d bytes, behind %q (-want +got):\n%s", name, size, data[max(0, size-20):size], diff)
				}
			}
		}
	}
}

// TestOFACSetEnds holds what a file may end in.
func TestOFACSetEnds(t *testing.T) {
	for _, tt := range []struct {
		reason, file, end string
		field             string // that the error names; empty if the file is whole
		note              bool   // whether the end is one to be told
	}{
		{"a field in quotes", "sdn.csv", `"Remarks."`, "", false},
		{"a line break", "sdn.csv", "\"Remarks.\"\r\n", "", false},
		{"the end of file of DOS", "sdn.csv", "\"Remarks.\"\r\n\x1a", "", false},
		{"a line break behind that", "sdn.csv", "\"Remarks.\"\x1a\r\n", "", false},
		{"an empty field", "sdn.csv", `-0- `, "", false},
		{"an empty field without its space", "sdn.csv", `-0-`, "", false},
		{"an empty field cut short, as in OFAC's own add.csv", "sdn.csv", `-0`, "", true},
		{"the same one byte earlier", "sdn.csv", `-`, "", true},
		{"nothing of the last field", "sdn.csv", ``, "Remarks", false},
		{"a quote that is not closed", "sdn.csv", `"Rema`, "Remarks", false},
		{"text without quotes", "sdn.csv", `Remarks`, "Remarks", false},
		{"a line break, and nothing of the last field", "sdn.csv", "\n", "Remarks", false},
		{"nothing of the last field of another file", "sdn_comments.csv", ``, "Remarks", false},
		{"nothing of the last field of an address", "add.csv", ``, "Add_remarks", false},
		{"nothing of the last field of an alias", "alt.csv", ``, "alt_remarks", false},
	} {
		files := ofacSample(t)
		data := bytes.TrimSpace(files[tt.file])
		cut := max(bytes.LastIndex(data, []byte(`,"`)), bytes.LastIndex(data, []byte(",-0-")))
		files[tt.file] = append(bytes.Clone(data[:cut+1]), tt.end...)
		p, err := readOFACSet("dir", files)
		if tt.field == "" {
			if err != nil || tt.note != strings.Contains(strings.Join(p.notes, "\n"), "ends within -0-") {
				t.Errorf("%s: %v", tt.reason, err)
			}
			continue
		}
		var at *ParseError
		if !errors.As(err, &at) || at.Field != tt.field || at.Record == 0 || at.Line == 0 || !errors.Is(err, ErrSyntax) || !strings.Contains(at.Reason, "cut short") {
			t.Errorf("%s: %v", tt.reason, err)
		}
	}
}

// TestOFACXMLList holds that the two lists of OFAC are told by their programmes, and
// by the name of the file where those are of both.
func TestOFACXMLList(t *testing.T) {
	for _, tt := range []struct{ file, programs, want, reason string }{
		{"list.xml", "CUBA SDGT", sdnList, "a programme that blocks"},
		{"list.xml", "UKRAINE-EO13662 CMIC-EO13959", consolidatedList, "a programme that forbids to buy shares"},
		{"SDN.XML", "561-Related", consolidatedList, "what the file holds weighs more than its name"},
		{"dir/SDN.XML", "SDGT", sdnList, "a programme of both lists, and the name that OFAC gives"},
		{"consolidated.xml", "NS-PLC", consolidatedList, "members of parliament, of whom the SDN list has some"},
		{"CONS.XML.gz", "UKRAINE-EO13662", consolidatedList, "packed"},
		{"", "UKRAINE-EO13662", eitherList, "a stream without a name"},
		{"sdn.xml", "CUBA CMIC-EO13959", eitherList, "both lists in one file"},
	} {
		programs := "<program>" + strings.Join(strings.Fields(tt.programs), "</program><program>") + "</program>"
		p, err := streamOFACXML(tt.file, strings.NewReader(`<sdnList><publshInformation><Publish_Date>07/31/2026</Publish_Date><Record_Count>1</Record_Count></publshInformation>
			<sdnEntry><uid>1</uid><lastName>A</lastName><sdnType>Entity</sdnType><programList>`+programs+`</programList></sdnEntry></sdnList>`))
		if err != nil {
			t.Fatal(err)
		}
		if got := p.entities[0].Listings; len(got) != 1 || got[0].List != tt.want || (len(p.notes) > 0) != (tt.want == eitherList) {
			t.Errorf("%s: it is on %v, notes %q; want %q", tt.reason, got, p.notes, tt.want)
		}
	}
}

// The comments go on where the remarks end, spaces included, and what they repeat is
// counted.
func TestOFACRemarks(t *testing.T) {
	files := map[string][]byte{
		"sdn.csv":          []byte(`36,"A",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"a.k.a. 'B'; a.k.a. 'A'; Government "` + "\n"),
		"alt.csv":          []byte(`36,1,"aka","C",-0- `),
		"add.csv":          []byte(`36,1,-0- ,-0- ,"Cuba",-0`),
		"sdn_comments.csv": []byte(`36,"Gazette Number 123456 (Cuba)."`),
	}
	p, err := readOFACSet("dir", files)
	if err != nil {
		t.Fatal(err)
	}
	e := p.entities[0]
	if want := "Government Gazette Number 123456 (Cuba)."; !strings.HasSuffix(e.Remarks, want) || len(e.Identifiers) != 1 {
		t.Errorf("remarks %q, want …%q; identifiers %v", e.Remarks, want, e.Identifiers)
	}
	if notes := strings.Join(p.notes, "\n"); !strings.Contains(notes, "weak alias in the remarks") || !strings.Contains(notes, "ends within -0-") || e.Addresses[0].Text != "Cuba" {
		t.Errorf("address %v; notes:\n%s", e.Addresses, notes)
	}
}

// TestOFACComments holds that remarks go on in the comments where they break off,
// with the space that stands there and no other.
func TestOFACComments(t *testing.T) {
	for _, tt := range []struct{ remarks, comments, want, reason string }{
		{`"Government "`, `36,"Gazette Number 17254000."`, "Government Gazette Number 17254000.", "a space at the end of the remarks"},
		{`"Passport 1 (Iran);"`, `36," alt. Passport 2 (Iran)."`, "Passport 1 (Iran); alt. Passport 2 (Iran).", "a space at the beginning of the comments"},
		{`"Linked To: LA COMPA"`, `36,"NIA."`, "Linked To: LA COMPANIA.", "the middle of a word"},
		{`"One "`, "36,\"two \"\n36,\"three.\"", "One two three.", "two comments"},
		{`-0- `, `36,"All of it."`, "All of it.", "no remarks"},
		{`" One. "`, `36,-0- `, "One.", "no comments, and spaces around"},
	} {
		files := ofacSample(t)
		files["sdn.csv"] = []byte(`36,"A",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,` + tt.remarks)
		files["sdn_comments.csv"] = []byte(tt.comments)
		files["alt.csv"], files["add.csv"] = []byte(`36,1,"aka","B",-0- `), []byte(`36,1,-0- ,-0- ,"Cuba",-0- `)
		p, err := readOFACSet("dir", files)
		if err != nil || p.entities[0].Remarks != tt.want {
			t.Errorf("%s: %v; want %q", tt.reason, err, tt.want)
		}
	}
}

// FuzzOFACSet holds the reader of sets to the contract of the others.
func FuzzOFACSet(f *testing.F) {
	var files [4][]byte
	for i, name := range []string{"sdn.csv", "alt.csv", "add.csv", "sdn_comments.csv"} {
		data, err := os.ReadFile(filepath.Join("testdata", "ofac", name))
		if err != nil {
			f.Fatal(err)
		}
		files[i] = data
	}
	f.Add(files[0], files[1], files[2], files[3])
	f.Add(files[0][:100], files[1][:30], files[2], []byte{})
	f.Fuzz(func(t *testing.T, main, aliases, addresses, comments []byte) {
		p, err := readOFACSet("dir", map[string][]byte{"sdn.csv": main, "alt.csv": aliases, "add.csv": addresses, "sdn_comments.csv": comments})
		var at *ParseError
		if err != nil && (p != nil || !errors.As(err, &at) || at.Reason == "" || at.File == "") {
			t.Fatalf("error without place: %v", err)
		}
	})
}

// FuzzRead holds every reader to the contract: an error with the format and its place
// and no list, or a list of valid entities.
func FuzzRead(f *testing.F) {
	for format, data := range samples(f) {
		f.Add(data, uint8(format))
		f.Add(data[:len(data)*2/3], uint8(FormatUnknown))
		f.Add(utf16le(data), uint8(FormatUnknown))
		packed := gzipped(f, data)
		f.Add(packed[:len(packed)/2], uint8(format))
	}
	f.Fuzz(func(t *testing.T, data []byte, format uint8) {
		l, err := Read(bytes.NewReader(data), Format(format))
		if err != nil {
			want := Format(format) // what was asked for, or else what the content tells
			if want == FormatUnknown {
				want = detect(narrow(data[:min(len(data), sniffed)]))
			}
			var at *ParseError
			if !errors.As(err, &at) || l != nil || at.Reason == "" || want != FormatUnknown && at.Format != want {
				t.Fatalf("error without place or format, which is %v: %v", want, err)
			}
			return
		}
		for e := range l.All() {
			if err := validate(e); err != nil {
				t.Fatal(err)
			}
		}
	})
}
