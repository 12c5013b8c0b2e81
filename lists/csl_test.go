package lists

import (
	"bytes"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
)

func excerpt(t testing.TB) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/csl.csv")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func readExcerpt(t testing.TB) *List {
	t.Helper()
	l, err := Read(bytes.NewReader(excerpt(t)), CSLCSV)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestCSLTraps(t *testing.T) {
	l := readExcerpt(t)
	if l.ID() != "csl" || l.Title() != "Consolidated Screening List" || !l.AsOf().IsZero() || l.Len() != 10 {
		t.Errorf("got %q, %q of %q with %d entities", l.ID(), l.Title(), l.AsOf(), l.Len())
	}
	texts := func(e *Entity) (texts []string) {
		for _, n := range e.Names {
			texts = append(texts, n.Kind.String()+" "+n.Text)
		}
		return texts
	}
	for _, tt := range []struct {
		reason string
		id     string
		get    func(*Entity) any
		want   any
	}{
		{"'and' before the last alias is no part of it, and a repeated alias is one", "a1", func(e *Entity) any { return texts(e) },
			[]string{"primary Example Rocket Institute", "alias 46 TsNII", "alias 46 TsNII MO RF", "alias The Virology Center"}},
		{"an address field holds two, of which only the last ends with the country", "a1", func(e *Entity) any { return e.Addresses },
			[]Address{{"21 Changsheng Street, Shijiazhuang, Hebei, China", "CN", "csl"}, {"21 Changsheng Road, Shijiazhuang, Hebei, China., Shijiazhuang, CN", "CN", "csl"}}},
		{"the source is list, abbreviation and authority; citations are parted by semicolons", "a1", func(e *Entity) any { return e.Listings },
			[]Listing{{"Bureau of Industry and Security", "Entity List", []string{"83 FR 37423", "87 FR 77505"}, Date{2018, 8, 1}, Date{},
				"For all items subject to the EAR. (See §744.11 of the EAR)", "Presumption of denial", "https://www.bis.gov/regulations/ear/744#supplement-4-744"}}},
		{"BIS rows have no type", "a1", func(e *Entity) any { return e.Kind }, Unknown},
		{"a space before the name is no part of it", "a2", func(e *Entity) any { return e.Names[0].Text }, "I. EXAMPLE"},
		{"citations with nothing between them", "a2", func(e *Entity) any { return e.Listings[0].Citations }, []string{"67 F.R. 56530 9/4/02", "67 F.R. 10890 3/11/02"}},
		{"the end of a denial order", "a2", func(e *Entity) any { return e.Listings[0].Until }, Date{2056, 6, 29}},
		{"a state is no country, and none is guessed", "a2", func(e *Entity) any { return e.Addresses[1] }, Address{"7405 SW 79CT, MIAMI, FL, 33143", "", "csl"}},
		{"columns without a field of their own are kept", "a2", func(e *Entity) any { return e.Remarks }, "FR NOTICE ADDED; Standard order: Y"},
		{"programs", "1001", func(e *Entity) any { return e.Programs }, []string{"VENEZUELA-EO13850", "UKRAINE-EO13662"}},
		{"birth dates as printed", "1001", func(e *Entity) any { return e.BirthDates }, []string{"circa 1961", "1973-03-25"}},
		{"citizenships, nationalities and addresses name each country once", "1001", func(e *Entity) any { return e.Countries }, []string{"SY", "LB"}},
		{"an individual", "1001", func(e *Entity) any { return e.Kind }, Individual},
		{"a feature is no identifier", "1001", func(e *Entity) any { return e.Identifiers },
			[]Identifier{{"Passport", "BP5191731", "CO", "csl"}, {"Tax ID No.", "7704010041", "RU", "csl"}}},
		{"… and is not lost, nor is the date of a passport", "1001", func(e *Entity) any { return e.Remarks },
			"Title: Major General; Commander; Place of birth: Damascus, Syria; Male, Gender; CO, 2012-05-12, BP5191731, Passport; Subject to Secondary Sanctions, Additional Sanctions Information -"},
		{"IMO numbers decide everything about a vessel", "1002", func(e *Entity) any { return e.Identifiers },
			[]Identifier{{"Call sign", "5IM 597", "", "csl"}, {"IMO number", "9165803", "", "csl"}, {"MMSI", "677049700", "", "csl"}}},
		{"a vessel without address has no country", "1002", func(e *Entity) any { return len(e.Countries) }, 0},
		{"what else is known of a vessel", "1002", func(e *Entity) any { return e.Remarks }, "Vessel type: Crude Oil Tanker; Gross tonnage: 318000; Vessel flag: Panama; Vessel owner: NITC"},
		{"OFAC has a party on two lists under one number", "1003:SDN", func(e *Entity) any { return e.Listings[0].List }, "Specially Designated Nationals"},
		{"… the other one", "1003:CAP", func(e *Entity) any { return e.Listings[0].List }, "Capta List"},
		{"newer files have type, number, country", "1003:SDN", func(e *Entity) any { return e.Identifiers },
			[]Identifier{{"Tax ID No.", "7736640919", "RU", "csl"}, {"SWIFT/BIC", "EXMPLBIC", "", "csl"}}},
		{"UK is GB in ISO 3166; an address that is only a country has no text", "1003:SDN", func(e *Entity) any { return e.Addresses }, []Address{{"", "GB", "csl"}}},
		{"an organization", "1003:CAP", func(e *Entity) any { return e.Kind }, Organization},
		{"the abbreviation may itself say List", "1004", func(e *Entity) any { return e.Listings[0].List }, "Non-SDN Menu-Based Sanctions List"},
		{"an aircraft", "1004", func(e *Entity) any { return e.Kind }, Aircraft},
		{"the abbreviation may stand in the middle", "b3", func(e *Entity) any { return e.Listings[0].List }, "Military End User List"},
		{"a name is kept as printed", "b1", func(e *Entity) any { return e.Names[0].Text }, "Example Works, and any successor, sub-unit, or subsidiary thereof"},
		{"a citation by volume, number and date", "b1", func(e *Entity) any { return e.Listings[0].Citations }, []string{"Vol. 88, No. 151, 08/08/2023"}},
		{"an address alone is listed; a place without code has no country", "b2", func(e *Entity) any { return e.Addresses },
			[]Address{{"Room 1, 1 Example Road, Hong Kong, HK", "HK", "csl"}, {"REGION: KAFIA KINGI", "", "csl"}}},
		{"a line break in a name is layout", "b3", func(e *Entity) any { return e.Names[0].Text }, "Gaobeidian Example Co. Ltd"},
		{"quotes", "b3", func(e *Entity) any { return e.Remarks }, `says "quoted", and more`},
	} {
		e := l.ByID(tt.id)
		if e == nil {
			t.Errorf("%s: no entity %q", tt.reason, tt.id)
		} else if got := tt.get(e); !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%s:\ngot  %#v\nwant %#v", tt.reason, got, tt.want)
		}
	}
}

func TestCSLNotes(t *testing.T) {
	want := []string{
		`alt_names: "and " before the last alias passed over (1 times, first in record 1)`,
		`alt_names: alias that repeats another name of the record passed over (1 times, first in record 1)`,
		`addresses: no country code, none taken (2 times, first in record 2)`,
		`ids: features, and identifiers with dates, kept in the remarks (5 times, first in record 3)`,
		`addresses: nothing between two separators, passed over (1 times, first in record 9)`,
		`name: line break or tab inside replaced by a space (1 times, first in record 10)`,
		`_id of several records: the list or a hash was appended (2 times, first in record 5)`,
		`names that stand within other names, added as names of their own: 1`,
	}
	if got := readExcerpt(t).Notes(); !slices.Equal(got, want) {
		t.Errorf("got %s", strings.Join(got, "\n"))
	}
}

func TestSplitNotices(t *testing.T) {
	for _, tt := range []struct {
		reason, cell string
		want         []string
	}{
		{"semicolons", "84 FR 54002; 85 FR 44159", []string{"84 FR 54002", "85 FR 44159"}},
		{"commas", "84 FR 54002, 85 FR 44159 ", []string{"84 FR 54002", "85 FR 44159"}},
		{"and", "67 F.R. 56530 9/4/02 and 67 F.R. 10890 3/11/02", []string{"67 F.R. 56530 9/4/02", "67 F.R. 10890 3/11/02"}},
		{"nothing between, after a date", "68 F.R. 38290 6/27/03 71 F.R. 38843 7/10/06", []string{"68 F.R. 38290 6/27/03", "71 F.R. 38843 7/10/06"}},
		{"a date after a semicolon belongs to what precedes", "70 FR 1; 9/9/05; 71 FR 2", []string{"70 FR 1; 9/9/05", "71 FR 2"}},
		{"the month is no volume", "76 FR No. 197 (10/12/2011)", []string{"76 FR No. 197 (10/12/2011)"}},
		{"a volume without space, and one with a stop", "68.F.R. 1 71F.R. 2", []string{"68.F.R. 1", "71F.R. 2"}},
		{"volumes and numbers", "Vol. 79, No. 184 , 09/23/14", []string{"Vol. 79, No. 184 , 09/23/14"}},
		{"a page range", "82 F.R. 16789, 16790 4/6/2017", []string{"82 F.R. 16789, 16790 4/6/2017"}},
		{"separators alone", " ; , ", nil},
		{"letters beyond ASCII", "84 FR 1ÿ", []string{"84 FR 1ÿ"}},
	} {
		if got := splitNotices(tt.cell); !slices.Equal(got, tt.want) {
			t.Errorf("%s: splitNotices(%q) = %q", tt.reason, tt.cell, got)
		}
	}
}

func TestParseIdentifier(t *testing.T) {
	for _, tt := range []struct {
		reason, piece string
		want          Identifier
		whole         bool
	}{
		{"country first, type last", "CO, 10002061, Cedula No.", Identifier{"Cedula No.", "10002061", "CO", "csl"}, true},
		{"type first, country last", "Cedula No., 10002061, CO", Identifier{"Cedula No.", "10002061", "CO", "csl"}, true},
		{"dates of expiry and issue", "CD, 2017-06-07, 2012-06-08, DB0004470, Passport", Identifier{"Passport", "DB0004470", "CD", "csl"}, false},
		{"no country", "L 945660, Passport", Identifier{"Passport", "L 945660", "", "csl"}, true},
		{"a comma in the number", "PA, 467323, Doc. 694710, Public Registration Number", Identifier{"Public Registration Number", "467323, Doc. 694710", "PA", "csl"}, true},
		{"letters alone are a bank code", "CKLBCNBJ, SWIFT/BIC", Identifier{"SWIFT/BIC", "CKLBCNBJ", "", "csl"}, true},
		{"gender", "Male, Gender", Identifier{}, false},
		{"gender, the other order", "Gender, Male", Identifier{}, false},
		{"a feature of a type not known: it has no digit", "Marital Status, Single", Identifier{}, false},
		{"a date is not a number", "16 Jan 2017, Organization Established Date", Identifier{}, false},
		{"a colon ends the type of a feature", "31 CFR 589.201, Secondary sanctions risk:", Identifier{}, false},
		{"the number of a company is not that of a vessel", "IMO 5980332, Company Number", Identifier{"Company Number", "IMO 5980332", "", "csl"}, true},
		{"one part", "Passport", Identifier{}, false},
		{"nothing", "", Identifier{}, false},
	} {
		if got, whole := parseIdentifier(tt.piece); got != tt.want || whole != tt.whole {
			t.Errorf("%s: parseIdentifier(%q) = %+v, %v", tt.reason, tt.piece, got, whole)
		}
	}
}

// A file without _id gives each record an ID that does not depend on its place.
func TestCSLWithoutID(t *testing.T) {
	rows := parseCSV(t, excerpt(t))
	for i := range rows {
		rows[i] = rows[i][1:]
	}
	l := mustRead(t, writeCSV(t, rows))
	slices.Reverse(rows[1:])
	reversed := mustRead(t, writeCSV(t, rows))
	if l.Len() != 10 || l.Digest() != reversed.Digest() {
		t.Errorf("%d entities; digest depends on the order of rows", l.Len())
	}
	for e := range l.All() {
		if len(e.ID) != 32 {
			t.Errorf("ID %q of %q", e.ID, e.Names)
		}
	}
}

// One list may have one party twice, in other words (as the file of 2022 has
// the Bank of Kunlun).
func TestCSLSamePartyTwiceOnAList(t *testing.T) {
	rows := parseCSV(t, excerpt(t))
	again := slices.Clone(rows[4])
	again[7] = "PA"
	l := mustRead(t, writeCSV(t, append(rows, again)))
	var ids []string
	for e := range l.All() {
		if strings.HasPrefix(e.ID, "1002") {
			ids = append(ids, e.ID)
		}
	}
	if len(ids) != 2 || !strings.HasPrefix(ids[0], "1002:SDN:") {
		t.Errorf("got %q", ids)
	}
}
