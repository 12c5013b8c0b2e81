package screen_test

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/screen"
)

// TestScreen asks for one rendering of each kind, and for its near miss.
func TestScreen(t *testing.T) {
	for _, tt := range []struct {
		name, reason string
		outcome      screen.Outcome
		entity       string
	}{
		{"Hikvision", "an alias as printed", screen.Match, "hikvision"},
		{"HANGZHOU HIKVISION DIGITAL TECHNOLOGY CO LTD", "case and punctuation", screen.Match, "hikvision"},
		{"Hikvison", "a letter too few", screen.Match, "hikvision"},
		{"Hik Vision", "another spacing", screen.Match, "hikvision"},
		{"杭州海康威视数字技术股份有限公司", "the registered name in Chinese", screen.Match, "hikvision"},
		{"杭州海康威視數字技術股份有限公司", "traditional characters", screen.Match, "hikvision"},
		{"Hangzhou Haikang Weishi Shuzi Jishu", "pinyin", screen.Match, "hikvision"},
		{"Urumqi Municipal Public Security Bureau", "as printed", screen.Match, "urumqi-psb"},
		{"Public Security Bureau, Urumqi", "order", screen.Match, "urumqi-psb"},
		{"乌鲁木齐市公安局", "Chinese", screen.Match, "urumqi-psb"},
		{"Beijing Municipal Public Security Bureau", "the same body elsewhere", screen.NoMatch, ""},
		{"Urumqi Municipal Education Bureau", "another body of the same place", screen.NoMatch, ""},
		{"Uniview Technologies Co., Ltd.", "a competitor", screen.NoMatch, ""},
		{"Siemens AG", "nothing in common", screen.NoMatch, ""},
		{"", "empty", screen.NotScreened, ""},
		{"-- // ..", "only punctuation", screen.NotScreened, ""},
		{"Co., Ltd.", "only a legal form", screen.NotScreened, ""},
		{"\u200b\u200d", "only invisible characters", screen.NotScreened, ""},
		{"Hik\xffvision", "invalid UTF-8 is repaired", screen.Review, "hikvision"},
		{"Hik\x00vision", "NUL is repaired", screen.Match, "hikvision"},
		{strings.Repeat("Hikvision ", 110_000), "a megabyte", screen.NotScreened, ""},
		{"Hikvision" + strings.Repeat("\u0301", 900), "combining marks without end", screen.Match, "hikvision"},
	} {
		r := screen.Screen(tt.name)
		entity := ""
		if len(r.Hits) > 0 {
			entity = r.Hits[0].Entity.ID
		}
		if r.Outcome != tt.outcome || entity != tt.entity {
			t.Errorf("%s: Screen(%.40q) = %v %s (%s), want %v %s", tt.reason, tt.name, r.Outcome, entity, r.Reason, tt.outcome, tt.entity)
		}
		if r.Reason == "" {
			t.Errorf("Screen(%.40q) gives no reason", tt.name)
		}
	}
}

// TestOwnNames holds that every name of the embedded list finds its entity,
// and that changes which mean nothing lose nothing.
func TestOwnNames(t *testing.T) {
	changes := map[string]func(string) string{
		"as printed":     func(s string) string { return s },
		"upper case":     strings.ToUpper,
		"lower case":     strings.ToLower,
		"no punctuation": strings.NewReplacer(",", "", ".", "", "'", "", "(", "", ")", "").Replace,
		"GmbH":           func(s string) string { return s + " GmbH" },
		"last word first": func(s string) string {
			words := strings.Fields(s)
			return strings.Join(append(words[len(words)-1:], words[:len(words)-1]...), " ")
		},
	}
	for e := range lists.Embedded().All() {
		for _, n := range e.Names {
			for what, change := range changes {
				r := screen.Screen(change(n.Text))
				if len(r.Hits) == 0 || r.Hits[0].Entity.ID != e.ID {
					t.Errorf("%s: %q does not find %s: %s", what, change(n.Text), e.ID, r.Reason)
				}
			}
		}
	}
}

func TestOptions(t *testing.T) {
	for _, tt := range []struct {
		reason string
		opts   screen.Options
		want   string // part of the error, or empty
	}{
		{"zero means defaults", screen.Options{}, ""},
		{"review above match", screen.Options{Review: 0.9, Match: 0.8}, "0 < Review ≤ Match ≤ 1"},
		{"review above the default match", screen.Options{Review: 0.99}, "0 < Review ≤ Match ≤ 1"},
		{"beyond one", screen.Options{Match: 1.5}, "0 < Review ≤ Match ≤ 1"},
		{"negative", screen.Options{MaxHits: -1}, "must not be negative"},
		{"too old", screen.Options{MaxAge: time.Hour}, "days ago"},
		{"young enough", screen.Options{MaxAge: 200 * 365 * 24 * time.Hour}, ""},
	} {
		_, err := screen.New(lists.Embedded(), tt.opts)
		if tt.want == "" && err != nil || tt.want != "" && (err == nil || !strings.Contains(err.Error(), tt.want)) {
			t.Errorf("%s: error %v, want %q", tt.reason, err, tt.want)
		}
	}
	if _, err := screen.New(nil, screen.Options{}); err == nil {
		t.Error("New takes a nil list")
	}
}

func newScreener(t testing.TB, opts screen.Options) *screen.Screener {
	t.Helper()
	s, err := screen.New(lists.Embedded(), opts)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestAsOf(t *testing.T) {
	for _, tt := range []struct {
		day     string
		outcome screen.Outcome
		reason  string
	}{
		{"2019-10-08", screen.NoMatch, "the day before the rule"},
		{"2019-10-09", screen.Match, "the day of the rule"},
		{"2020-06-05", screen.Match, "the day on which the primary name became an alias"},
		{"", screen.Match, "now"},
	} {
		day, err := lists.ParseDate(tt.day)
		if err != nil {
			t.Fatal(err)
		}
		if r := newScreener(t, screen.Options{AsOf: day}).Screen("Hikvision"); r.Outcome != tt.outcome || r.Stamp.AsOf != day {
			t.Errorf("%s: %v, want %v", tt.reason, r.Outcome, tt.outcome)
		}
	}
}

// TestScreensEveryFormat holds that whatever format a list comes in, its names find
// their own entities.
func TestScreensEveryFormat(t *testing.T) {
	files, err := filepath.Glob("../lists/testdata/*")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	screened := 0
	for _, file := range files {
		if filepath.Ext(file) == ".golden" || filepath.Base(file) == "fuzz" {
			continue
		}
		list, err := lists.Open(file)
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		s, err := screen.New(list, screen.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for e := range list.All() {
			name := e.PrimaryName().Text
			if name == "" || strings.HasPrefix(name, "Address ") {
				continue
			}
			screened++
			r := s.Screen(name)
			if !r.Outcome.Alert() || !slices.ContainsFunc(r.Hits, func(h screen.Hit) bool { return h.Entity.ID == e.ID }) {
				t.Errorf("%s: %q does not find %s: %s", file, name, e.ID, r.Reason)
			}
		}
	}
	if screened < 20 {
		t.Errorf("only %d names in all files", screened)
	}
}

// TestAsOfSaysHowFar holds that a result as of a day says for how many entities
// the day cannot be known.
func TestAsOfSaysHowFar(t *testing.T) {
	day := lists.Date{Year: 2020, Month: 1, Day: 1}
	list, err := lists.NewList("some", "some", lists.Date{}, []lists.Entity{
		{ID: "1", Names: []lists.Name{{Text: "Zarya Works"}}, Listings: []lists.Listing{{Authority: "A", List: "L", From: lists.Date{Year: 2019, Month: 1, Day: 1}}}},
		{ID: "2", Names: []lists.Name{{Text: "Kvant Plant"}}, Listings: []lists.Listing{{Authority: "A", List: "L"}}},
		{ID: "3", Names: []lists.Name{{Text: "Later Ltd"}}, Listings: []lists.Listing{{Authority: "A", List: "L", From: lists.Date{Year: 2021, Month: 1, Day: 1}}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	s, err := screen.New(list, screen.Options{AsOf: day})
	if err != nil {
		t.Fatal(err)
	}
	const want = "(as of 2020-01-01; 1 of 2 entities state no day of listing and are taken as listed)"
	for _, name := range []string{"Kvant Plant", "Nobody At All"} {
		if r := s.Screen(name); !strings.HasSuffix(r.Reason, want) {
			t.Errorf("%s: the reason is %q, want it to end in %q", name, r.Reason, want)
		}
	}
}

func TestOfficialOnly(t *testing.T) {
	s := newScreener(t, screen.Options{OfficialOnly: true})
	if r := s.Screen("DHTech"); r.Outcome.Alert() {
		t.Errorf("a curated name is compared: %s", r.Reason)
	}
	if r := s.Screen("Hikvision"); r.Outcome != screen.Match {
		t.Errorf("an official alias is not: %s", r.Reason)
	}
}

// TestParty holds that what the caller says of a party moves the score, and
// that what he does not say moves nothing.
func TestParty(t *testing.T) {
	s := newScreener(t, screen.Options{})
	score := func(p screen.Party) float64 {
		r := s.ScreenParty(p)
		if len(r.Hits) == 0 {
			return 0
		}
		return r.Hits[0].Score
	}
	name := "Hikvision Digital Technology"
	plain := score(screen.Party{Name: name})
	if same := score(screen.Party{Name: name, Countries: []string{"cn"}, Kind: lists.Organization, Reference: "V-1"}); same != plain {
		t.Errorf("the same country and kind: %v, want %v", same, plain)
	}
	if other := score(screen.Party{Name: name, Countries: []string{"BR"}}); other >= plain {
		t.Errorf("another country: %v, want less than %v", other, plain)
	}
	if other := score(screen.Party{Name: name, Kind: lists.Individual}); other >= plain {
		t.Errorf("another kind: %v, want less than %v", other, plain)
	}
	r := s.ScreenParty(screen.Party{Name: "Unknown Ltd", Identifiers: []lists.Identifier{{Type: "ISIN", Number: "CNE1 0000 0PM8"}}})
	if r.Outcome != screen.Match || r.Hits[0].Entity.ID != "hikvision" {
		t.Errorf("an identifier: %s", r.Reason)
	}
	r = s.ScreenParty(screen.Party{Name: "Unknown Ltd", OtherNames: []string{"", "海康威视"}})
	if r.Outcome != screen.Match {
		t.Errorf("another name of the party: %s", r.Reason)
	}
}

func TestNearest(t *testing.T) {
	name := "Beijing Municipal Public Security Bureau"
	if r := newScreener(t, screen.Options{}).Screen(name); len(r.Nearest) != 0 {
		t.Errorf("%d nearest that nobody asked for", len(r.Nearest))
	}
	r := newScreener(t, screen.Options{Nearest: 2}).Screen(name)
	if len(r.Nearest) != 2 {
		t.Fatalf("%d nearest, want 2", len(r.Nearest))
	}
	if why := strings.Join(r.Nearest[0].Reasons, "; "); !strings.Contains(why, "another place") {
		t.Errorf("the nearest miss does not say that the place differs: %s", why)
	}
}

// TestConcurrent holds that results do not depend on what else is screened.
func TestConcurrent(t *testing.T) {
	want := screen.Screen("Hik Vision UK Ltd")
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 50 {
				screen.Screen("Dahua Technology")
				if diff := cmp.Diff(want, screen.Screen("Hik Vision UK Ltd")); diff != "" {
					t.Error(diff)
				}
			}
		})
	}
	wg.Wait()
}

// TestJSON holds the documented form of a result.
func TestJSON(t *testing.T) {
	r := screen.Screen("Hikvison")
	r.Stamp = screen.Stamp{List: "x"}
	r.Hits[0].Entity = &lists.Entity{ID: "hikvision"}
	text, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	checkGolden(t, "testdata/result.golden.json", string(text))
	var back screen.Result
	if err := json.Unmarshal(text, &back); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(r, back); diff != "" {
		t.Errorf("the result does not survive JSON:\n%s", diff)
	}
}

func TestCompare(t *testing.T) {
	for _, tt := range []struct {
		a, b   string
		kind   lists.Kind
		alert  bool
		reason string
	}{
		{"Rosoboronexport", "Рособоронэкспорт", lists.Organization, true, "another script"},
		{"OOO Transoil", "LLC Transoil", lists.Organization, true, "legal forms translated"},
		{"CETC 14th Research Institute", "CETC 38th Research Institute", lists.Organization, false, "another number"},
		{"Bank of Syria", "Bank of Venezuela", lists.Organization, false, "another place"},
		{"Igor Sechin", "SECHIN, Igor Ivanovich", lists.Individual, true, "order and a patronymic"},
		{"G. N. Timchenko", "Gennady Nikolayevich Timchenko", lists.Individual, true, "initials"},
		{"Boris Rotenberg", "Arkady Rotenberg", lists.Individual, false, "another given name"},
		{"M/V Grace 1", "GRACE 1", lists.Vessel, true, "a prefix"},
		{"Grace 7", "Grace 1", lists.Vessel, false, "another number"},
	} {
		c := screen.Compare(tt.a, tt.b, tt.kind)
		if c.Outcome.Alert() != tt.alert {
			t.Errorf("%s: Compare(%q, %q) = %.2f %v %q", tt.reason, tt.a, tt.b, c.Score, c.Outcome, c.Reasons)
		}
	}
	if c := screen.Compare("", "Hikvision", lists.Unknown); c.Outcome != screen.NotScreened || len(c.Reasons) == 0 {
		t.Errorf("an empty name: %v %q", c.Outcome, c.Reasons)
	}
}

func ExampleScreen() {
	r := screen.Screen("Hangzhou Hik-vision Digital Tech.")
	fmt.Println(r.Outcome, r.Hits[0].Entity.ID)
	for _, reason := range r.Hits[0].Reasons {
		fmt.Println("-", reason)
	}
	// Output:
	// match hikvision
	// - same: Hangzhou, Digital
	// - "Hik-vision" is "Hikvision" (same)
	// - "Tech" for "Technology" (same meaning)
}

func ExampleNew() {
	list, err := lists.NewList("watch", "Our watch list", lists.Date{Year: 2026, Month: 11, Day: 1}, []lists.Entity{
		{ID: "1", Kind: lists.Organization, Names: []lists.Name{{Text: "Acme Rocket Works"}}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	s, err := screen.New(list, screen.Options{Review: 0.7})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(s.Screen("ACME Rocket Plant Ltd").Outcome)
	fmt.Println(s.Screen("Acme Bakery").Outcome)
	// Output:
	// match
	// no_match
}

func ExampleScreener_ScreenParty() {
	s, err := screen.New(lists.Embedded(), screen.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	r := s.ScreenParty(screen.Party{Name: "Sense-Time Grp", Countries: []string{"SG"}, Reference: "V-1042"})
	fmt.Println(r.Party.Reference, r.Outcome, r.Hits[0].Name.Text)
	// Output:
	// V-1042 match SenseTime Group
}

func ExampleCompare() {
	c := screen.Compare("Уралвагонзавод", "Uralvagonzavod", lists.Organization)
	fmt.Printf("%.2f %v\n", c.Score, c.Outcome)
	// Output:
	// 1.00 match
}

func ExampleScreener_Stamp() {
	s, err := screen.New(lists.Embedded(), screen.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	stamp := s.Stamp()
	fmt.Println(stamp.List, stamp.ListAsOf, slices.Contains([]int{64}, len(stamp.ListDigest)))
	// Output:
	// bis-2019-10-09 2026-07-09 true
}

// TestNothingIsLost holds that what cannot be compared is not passed.
func TestNothingIsLost(t *testing.T) {
	s := newScreener(t, screen.Options{})
	many := strings.Repeat("Sony Corp / ", 20) + "Hikvision"
	if r := s.Screen(many); !r.Outcome.Alert() {
		t.Errorf("the twenty-first party of a cell: %v", r.Outcome)
	}
	long := strings.Repeat("Hikvision ", 500)
	for _, p := range []screen.Party{{Name: long, OtherNames: []string{"Acme Bakery"}}, {Name: "Acme Bakery", OtherNames: []string{long}}} {
		if r := s.ScreenParty(p); r.Outcome != screen.NotScreened {
			t.Errorf("a party one of whose names is too long: %v", r.Outcome)
		}
	}
	if r := s.ScreenParty(screen.Party{Name: "Acme Bakery", OtherNames: []string{"", " "}}); r.Outcome != screen.NoMatch {
		t.Errorf("empty other names: %v", r.Outcome)
	}
}

// TestOutcomeWithoutMaxHits holds that what is not shown still counts.
func TestOutcomeWithoutMaxHits(t *testing.T) {
	list, err := lists.NewList("x", "x", lists.Date{}, []lists.Entity{
		{ID: "a", Names: []lists.Name{{Text: "XPC"}}},
		{ID: "b", Names: []lists.Name{{Text: "XPC Rocket Works Novgorod"}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, maxHits := range []int{1, 25} {
		s, err := screen.New(list, screen.Options{MaxHits: maxHits})
		if err != nil {
			t.Fatal(err)
		}
		if r := s.Screen("XPC / XPC Rocket Works Novgorod"); r.Outcome != screen.Match || len(r.Hits) > maxHits {
			t.Errorf("MaxHits %d: %v with %d hits", maxHits, r.Outcome, len(r.Hits))
		}
	}
}

// TestListedNames holds that a name is compared whatever its words are.
func TestListedNames(t *testing.T) {
	for _, name := range []string{"NA", "Test", "ALE", "DELLA", "Company", "The", "10219452 Canada Inc.", "1"} {
		list, err := lists.NewList("x", "x", lists.Date{}, []lists.Entity{{ID: "a", Names: []lists.Name{{Text: name}}}})
		if err != nil {
			t.Fatal(err)
		}
		s, err := screen.New(list, screen.Options{})
		if err != nil {
			t.Fatal(err)
		}
		r := s.Screen(name)
		if r.Outcome != screen.NotScreened && !r.Outcome.Alert() {
			t.Errorf("%q does not find itself: %s", name, r.Reason)
		}
	}
}

func TestIdentifiers(t *testing.T) {
	list, err := lists.NewList("x", "x", lists.Date{}, []lists.Entity{{ID: "a", Kind: lists.Individual, BirthDates: []string{"1964-03-25"},
		Names:       []lists.Name{{Text: "Ivan Petrov"}},
		Identifiers: []lists.Identifier{{Type: "Passport", Number: "AB 123456", Country: "RU"}, {Type: "Vessel Registration Identification", Number: "IMO 9116412"}}}})
	if err != nil {
		t.Fatal(err)
	}
	s, err := screen.New(list, screen.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		reason string
		id     lists.Identifier
		alert  bool
	}{
		{"the same number, written otherwise", lists.Identifier{Number: "AB-123456"}, true},
		{"the same type and country", lists.Identifier{Type: "passport no.", Number: "AB123456", Country: "ru"}, true},
		{"another type", lists.Identifier{Type: "VAT number", Number: "AB123456"}, false},
		{"another country", lists.Identifier{Type: "Passport", Number: "AB123456", Country: "DE"}, false},
		{"an IMO number without its letters", lists.Identifier{Type: "IMO number", Number: "9116412"}, true},
		{"too short to tell", lists.Identifier{Number: "AB1"}, false},
		{"no number but a text", lists.Identifier{Number: strings.Repeat("%ff", 40_000)}, false},
	} {
		r := s.ScreenParty(screen.Party{Name: "Acme Bakery", Identifiers: []lists.Identifier{tt.id}})
		if r.Outcome.Alert() != tt.alert {
			t.Errorf("%s: %v", tt.reason, r.Outcome)
		}
	}
	for _, tt := range []struct {
		date string
		same bool
	}{{"1964", true}, {"25.03.1964", true}, {"n/a ", true}, {"196é", true}, {"1980-01-01", false}} {
		r := s.ScreenParty(screen.Party{Name: "Ivan Petrov", BirthDate: tt.date})
		if same := r.Outcome == screen.Match; same != tt.same {
			t.Errorf("born %q: %v %s", tt.date, r.Outcome, r.Reason)
		}
	}
}

// TestOwnNamesOfTheSharedList holds that names of the Consolidated Screening
// List find their own entity, or one of the same name, first.
func TestOwnNamesOfTheSharedList(t *testing.T) {
	csl := sharedLists(t)
	if len(csl) < 2 {
		t.Skip("the shared Consolidated Screening List is absent")
	}
	s, err := screen.New(csl[1], screen.Options{})
	if err != nil {
		t.Fatal(err)
	}
	tried, i := 0, 0
	for e := range csl[1].All() {
		for _, n := range e.Names {
			if i++; !*all && i%40 != 0 {
				continue
			}
			tried++
			r := s.Screen(n.Text)
			if r.Outcome == screen.NotScreened && len(n.Text) <= 2 {
				continue // SE, SL: two letters that are a legal form are said not to be screened
			}
			if !slices.ContainsFunc(r.Hits, func(h screen.Hit) bool { return h.Entity.ID == e.ID && h.Score > r.Hits[0].Score-1e-9 }) {
				t.Errorf("%q does not find %s first: %s", n.Text, e.ID, r.Reason)
			}
		}
	}
	t.Logf("%d names tried", tried)
}
