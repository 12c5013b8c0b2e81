package lists

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// embeddedDigest holds the evidence still. When a fact in data/*.csv changes,
// say why in the commit, and put the digest that the test prints here.
const embeddedDigest = "4d9f6f55f1be52a40b7f505024153b5325cb992d8c03303862fbea7f21dc8482"

func TestEmbeddedDigest(t *testing.T) {
	l, err := readEmbedded(embeddedData)
	if err != nil {
		t.Fatal(err)
	}
	if l.Digest() != embeddedDigest || Embedded().Digest() != embeddedDigest {
		t.Errorf("data/*.csv have changed. If that is meant, set embeddedDigest to\n%s", l.Digest())
	}
}

func TestEmbedded(t *testing.T) {
	l := Embedded()
	if l != Embedded() {
		t.Error("built twice")
	}
	if l.ID() != "bis-2019-10-09" || l.AsOf() != (Date{2026, 7, 9}) || l.Len() != 28 {
		t.Errorf("got %q of %v with %d entities", l.ID(), l.AsOf(), l.Len())
	}
	kinds, names, periods := map[Kind]int{}, map[NameKind]int{}, map[int]int{}
	for e := range l.All() {
		kinds[e.Kind]++
		periods[len(e.Listings)]++
		if !slices.Equal(e.Countries, []string{"CN"}) || len(e.Addresses) == 0 {
			t.Errorf("%s: countries %q, %d addresses", e.ID, e.Countries, len(e.Addresses))
		}
		for _, n := range e.Names {
			names[n.Kind]++
			if n.Source == "" || n.Lang == "" || n.Kind.Official() && n.From != (Date{2019, 10, 9}) && n.From != (Date{2020, 6, 5}) {
				t.Errorf("%s: %+v", e.ID, n)
			}
		}
		for i, p := range e.Listings {
			if p.List != "Entity List" || !slices.Contains(p.Citations, "84 FR 54002") || p.LicenseRequirement == "" || p.LicenseReviewPolicy == "" {
				t.Errorf("%s: %+v", e.ID, p)
			}
			if last := i == len(e.Listings)-1; last != p.Until.IsZero() || !last && p.Until != e.Listings[i+1].From {
				t.Errorf("%s: period %d leaves a gap or overlaps", e.ID, i)
			}
		}
	}
	if kinds[Government] != 20 || kinds[Organization] != 8 {
		t.Errorf("kinds %v", kinds)
	}
	if names[Primary] != 30 || names[Alias] != 19 || names[FormerName] != 2 { // 28 primary today, and two of 2019
		t.Errorf("names %v", names)
	}
	if periods[2] != 23 || periods[3] != 5 {
		t.Errorf("entities by number of periods: %v", periods)
	}
}

func primaryOn(e *Entity, d Date) string {
	for _, n := range e.Names {
		if n.Kind == Primary && n.From.Compare(d) <= 0 && (n.Until.IsZero() || d.Compare(n.Until) < 0) {
			return n.Text
		}
	}
	return ""
}

func TestEmbeddedOverTime(t *testing.T) {
	for _, tt := range []struct {
		reason, id string
		day        Date
		want       string
	}{
		{"the rule named the brand", "hikvision", Date{2019, 12, 1}, "Hikvision"},
		{"the last day", "hikvision", Date{2020, 6, 4}, "Hikvision"},
		{"since 5 June 2020 the company", "hikvision", Date{2020, 6, 5}, "Hangzhou Hikvision Digital Technology Co., Ltd."},
		{"the rule named the brand", "sensetime", Date{2019, 12, 1}, "Sense Time"},
		{"since 5 June 2020 the company", "sensetime", Date{2026, 7, 1}, "Beijing Sensetime Technology Development Co., Ltd."},
		{"never renamed on the list", "meiya-pico", Date{2026, 7, 1}, "Xiamen Meiya Pico Information Co. Ltd."},
	} {
		if got := primaryOn(Embedded().ByID(tt.id), tt.day); got != tt.want {
			t.Errorf("%s on %s, %s: %q", tt.id, tt.day, tt.reason, got)
		}
	}
	dahua := Embedded().ByID("dahua").Listings
	if dahua[2].LicenseReviewPolicy != "Presumption of denial" || dahua[2].From != (Date{2022, 10, 13}) ||
		!strings.Contains(dahua[1].LicenseReviewPolicy, "infectious disease") || strings.Contains(dahua[0].LicenseReviewPolicy, "infectious disease") {
		t.Errorf("review policies of dahua: %+v", dahua)
	}
	if !strings.Contains(dahua[2].LicenseRequirement, "734.9(e)") || strings.Contains(dahua[1].LicenseRequirement, "734.9") {
		t.Errorf("licence requirements of dahua: %+v", dahua)
	}
	want := []string{"84 FR 54002", "85 FR 34503", "85 FR 44159", "87 FR 62186"}
	if got := Embedded().ByID("sensetime").Listings[2].Citations; !slices.Equal(got, want) {
		t.Errorf("citations of sensetime: %q", got)
	}
}

func TestEmbeddedNames(t *testing.T) {
	for _, tt := range []struct {
		reason, id, text string
		want             bool
	}{
		{"a Chinese name", "hikvision", "杭州海康威视数字技术股份有限公司", true},
		{"a spelling of the newspapers", "iflytek", "iFytek", true},
		{"a former spelling of the authority", "xuar-psb", "Xinjiang Uighur Autonomous Region (XUAR) People's Government Public Security Bureau", true},
		{"a name in Uyghur", "xinjiang-police-college", "شىنجاڭ ساقچى ئىنستىتۇتى", true},
		{"a typing error is found by matching", "megvii", "Magvii", false},
		{"a romanisation is found by matching", "sensetime", "Shangtang", false},
		{"traditional characters are found by matching", "hikvision", "海康威視", false},
		{"the same but for case", "iflytek", "iFlytek", false},
		{"the same but for a comma", "meiya-pico", "Xiamen Meiya Pico Information Co., Ltd.", false},
		{"a subsidiary is not the company", "hikvision", "Hikvision USA Inc.", false},
		{"a number is not a name", "hikvision", "002415.SZ", false},
	} {
		got := slices.ContainsFunc(Embedded().ByID(tt.id).Names, func(n Name) bool { return n.Text == tt.text })
		if got != tt.want {
			t.Errorf("%s: %q of %s: %v", tt.reason, tt.text, tt.id, got)
		}
	}
	ids := Embedded().ByID("hikvision").Identifiers
	if len(ids) != 3 || ids[1] != (Identifier{Type: "ISIN", Number: "CNE100000PM8", Source: "ofac-ns-cmic"}) {
		t.Errorf("identifiers of hikvision: %+v", ids)
	}
}

func TestEmbeddedDataErrors(t *testing.T) {
	for _, tt := range []struct {
		reason, file, old, new string
		want                   error
	}{
		{"a name of nobody", "names.csv", "\ndahua,", "\ndahau,", ErrInvalid},
		{"a kind that does not exist", "names.csv", ",alias,", ",aka,", ErrInvalid},
		{"a kind of party that does not exist", "entities.csv", ",government,", ",bureau,", ErrInvalid},
		{"a day that does not exist", "listings.csv", "2019-10-09", "2019-10-32", ErrInvalid},
		{"a text that does not exist", "listings.csv", "policy-2019", "policy-2018", ErrInvalid},
		{"a column with another name", "citations.csv", "citation,", "notice,", ErrColumns},
		{"an entity twice", "entities.csv", "\naltay-psb,", "\naksu-psb,government,CN,\naltay-psb,", ErrInvalid},
		{"a ragged row", "addresses.csv", ",CN,", ",", ErrSyntax},
	} {
		files := fstest.MapFS{}
		names, err := fs.Glob(embeddedData, "data/*.csv")
		if err != nil || len(names) != 7 {
			t.Fatal(names, err)
		}
		for _, name := range names {
			data, err := embeddedData.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if name == "data/"+tt.file {
				data = []byte(strings.Replace(string(data), tt.old, tt.new, 1))
			}
			files[name] = &fstest.MapFile{Data: data}
		}
		if l, err := readEmbedded(files); l != nil || !errors.Is(err, tt.want) {
			t.Errorf("%s: got %v, %v", tt.reason, l, err)
		}
	}
	if _, err := readEmbedded(fstest.MapFS{}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no files: %v", err)
	}
}
