package screen_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/screen"
)

var (
	decidedOn = lists.Date{Year: 2026, Month: 3, Day: 2}
	expiresOn = lists.Date{Year: 2027, Month: 3, Day: 2}
	someDay   = lists.Date{Year: 2026, Month: 11, Day: 25}
)

// listed is an entity with a name that other companies bear too.
func listed() lists.Entity {
	return lists.Entity{
		ID: "dahua", Names: []lists.Name{{Text: "Zhejiang Dahua Technology Co., Ltd."}, {Text: "Dahua Technology", Kind: lists.Alias}},
		Countries: []string{"CN"},
	}
}

// screenerOf screens against entities with decisions.
func screenerOf(t *testing.T, opts screen.Options, entities ...lists.Entity) *screen.Screener {
	t.Helper()
	list, err := lists.NewList("test", "a list of the test", someDay, entities)
	if err != nil {
		t.Fatal(err)
	}
	s, err := screen.New(list, opts)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// decide returns what a reviewer decided of the first hit of a party.
func decide(t *testing.T, s *screen.Screener, p screen.Party, v screen.Verdict) screen.Decision {
	t.Helper()
	r := s.ScreenParty(p)
	if len(r.Hits) == 0 {
		t.Fatalf("%q has no hit to decide on", p.Name)
	}
	d := screen.NewDecision(p, r.Hits[0])
	d.Verdict, d.Author, d.Reason, d.Date, d.Expires = v, "A. Reviewer", "another registration number", decidedOn, expiresOn
	return d
}

func ledger(t *testing.T, decisions ...screen.Decision) *screen.Ledger {
	t.Helper()
	l, err := screen.NewLedger(decisions...)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// A decision holds while party and entry are what the reviewer saw, and until it
// expires; whatever changes brings the alert back.
func TestDecisionLapses(t *testing.T) {
	vendor := screen.Party{Name: "Dahua Technology Gmbh", Countries: []string{"DE"}, Reference: "V-1"}
	d := decide(t, screenerOf(t, screen.Options{}, listed()), vendor, screen.NotTheSameParty)
	for _, test := range []struct {
		reason string
		party  func(*screen.Party)
		entity func(*lists.Entity)
		day    lists.Date
		lapsed string // empty: the hit is suppressed
	}{
		{reason: "nothing has changed"},
		{reason: "another row of the same vendor", party: func(p *screen.Party) { p.Reference = "V-2" }},
		{reason: "spaces say nothing", party: func(p *screen.Party) { p.Name = " Dahua  Technology Gmbh" }},
		{reason: "ledgers write addresses in ever new ways", party: func(p *screen.Party) { p.Address = "Hauptstr. 1" }},
		{reason: "the day before it expires", day: lists.Date{Year: 2027, Month: 3, Day: 1}},
		{reason: "the day on which it expires", day: expiresOn, lapsed: "it expired on 2027-03-02"},
		{reason: "a namesake in the country of the entity", party: func(p *screen.Party) { p.Countries = []string{"CN"} }, lapsed: "differs in its countries"},
		{reason: "more is known of the vendor", party: func(p *screen.Party) { p.OtherNames = []string{"Zhejiang Dahua"} }, lapsed: "differs in its other names"},
		{reason: "a number came to light", party: func(p *screen.Party) { p.Identifiers = []lists.Identifier{{Type: "Tax ID", Number: "12345678"}} }, lapsed: "differs in its identifiers"},
		{reason: "the entry gained an alias that is nearer", entity: func(e *lists.Entity) {
			e.Names = append(e.Names, lists.Name{Text: "Dahua Technology GmbH", Kind: lists.Alias})
		}, lapsed: `its name "Dahua Technology GmbH" comes nearest now`},
		{reason: "the entry gained an alias of another kind", entity: func(e *lists.Entity) {
			e.Names = append(e.Names, lists.Name{Text: "Imou", Kind: lists.Alias})
		}, lapsed: "the list entry has changed since"},
		{reason: "the list has other numbers", entity: func(e *lists.Entity) { e.ID = "4711" }, lapsed: "it was made on the entity dahua of this name"},
		{reason: "the entry lost the name that came near", entity: func(e *lists.Entity) { e.Names = e.Names[:1] }, lapsed: `it has the name "Dahua Technology" no more`},
		{reason: "the terms of the entry changed", entity: func(e *lists.Entity) {
			e.Listings = []lists.Listing{{Authority: "BIS", List: "Entity List"}}
		}, lapsed: "the list entry has changed since"},
	} {
		t.Run(test.reason, func(t *testing.T) {
			p, e, day := vendor, listed(), someDay
			if test.party != nil {
				test.party(&p)
			}
			if test.entity != nil {
				test.entity(&e)
			}
			if !test.day.IsZero() {
				day = test.day
			}
			r := screenerOf(t, screen.Options{Decisions: ledger(t, d), Today: day}, e).ScreenParty(p)
			if test.lapsed == "" {
				if r.Outcome != screen.NoMatch || len(r.Hits) != 0 || len(r.Suppressed) != 1 || r.Suppressed[0].Decision == nil {
					t.Fatalf("%s: %s; suppressed %v", r.Outcome, r.Reason, r.Suppressed)
				}
				if !strings.Contains(r.Reason, "another registration number") {
					t.Errorf("the result does not say why nothing alerts: %s", r.Reason)
				}
				return
			}
			if !r.Outcome.Alert() || len(r.Hits) != 1 || len(r.Suppressed) != 0 {
				t.Fatalf("%s: %s; suppressed %v", r.Outcome, r.Reason, r.Suppressed)
			}
			if h := r.Hits[0]; !strings.Contains(h.Lapsed, test.lapsed) || !strings.Contains(r.Reason, h.Lapsed) {
				t.Errorf("lapsed because %q, want %q; reason: %s", h.Lapsed, test.lapsed, r.Reason)
			}
		})
	}
}

// Of several decisions on one party and entity the latest counts, and of one day
// the strictest, in whatever order they stand in the file.
func TestDecisionsInOrder(t *testing.T) {
	vendor := screen.Party{Name: "Dahua Tech Solutions"}
	first := decide(t, screenerOf(t, screen.Options{}, listed()), vendor, screen.NotTheSameParty)
	later := func(v screen.Verdict, month uint8) screen.Decision {
		d := first
		d.Verdict, d.Date = v, lists.Date{Year: 2026, Month: month, Day: 2}
		return d
	}
	for _, test := range []struct {
		reason    string
		decisions []screen.Decision
		outcome   screen.Outcome
	}{
		{"one decision", []screen.Decision{first}, screen.NoMatch},
		{"the same twice, as after a merge", []screen.Decision{first, first}, screen.NoMatch},
		{"taken back later", []screen.Decision{first, later(screen.Withdrawn, 4)}, screen.Review},
		{"and made once more", []screen.Decision{first, later(screen.Withdrawn, 4), later(screen.NotTheSameParty, 5)}, screen.NoMatch},
		{"confirmed on the same day", []screen.Decision{first, later(screen.Confirmed, 3)}, screen.Match},
		{"confirmed later", []screen.Decision{first, later(screen.Confirmed, 4)}, screen.Match},
		{"confirmed, then cleared", []screen.Decision{later(screen.Confirmed, 4), later(screen.NotTheSameParty, 5)}, screen.NoMatch},
		{"a decision of the future counts for nothing yet", []screen.Decision{first, later(screen.Withdrawn, 12)}, screen.NoMatch},
	} {
		for range 2 {
			s := screenerOf(t, screen.Options{Decisions: ledger(t, test.decisions...), Today: someDay}, listed())
			if r := s.ScreenParty(vendor); r.Outcome != test.outcome {
				t.Errorf("%s: %s, want %s (%s)", test.reason, r.Outcome, test.outcome, r.Reason)
			}
			slices.Reverse(test.decisions)
		}
	}
}

// Who was confirmed alerts whatever becomes of the score, the entry and the date.
func TestConfirmedStays(t *testing.T) {
	vendor := screen.Party{Name: "Dahua Tech Solutions"}
	d := decide(t, screenerOf(t, screen.Options{}, listed()), vendor, screen.Confirmed)
	renamed := listed()
	renamed.Names = []lists.Name{{Text: "Imou Network"}}
	for _, test := range []struct {
		reason  string
		entity  lists.Entity
		opts    screen.Options
		outcome screen.Outcome
	}{
		{"as decided", listed(), screen.Options{}, screen.Match},
		{"a threshold that the score does not reach", listed(), screen.Options{Match: 1, Review: 1}, screen.Match},
		{"expired", listed(), screen.Options{Today: expiresOn}, screen.Review},
		{"the entry has another name altogether", renamed, screen.Options{}, screen.Review},
	} {
		test.opts.Decisions = ledger(t, d)
		if test.opts.Today.IsZero() {
			test.opts.Today = someDay
		}
		r := screenerOf(t, test.opts, test.entity).ScreenParty(vendor)
		if r.Outcome != test.outcome || len(r.Hits) != 1 || r.Hits[0].Decision == nil {
			t.Errorf("%s: %s, want %s (%s)", test.reason, r.Outcome, test.outcome, r.Reason)
		}
	}
	gone := listed()
	gone.ID, gone.Names = "other", gone.Names[:1]
	if r := screenerOf(t, screen.Options{Decisions: ledger(t, d), Today: someDay}, gone).ScreenParty(vendor); r.Hits[0].Decision != nil {
		t.Error("a decision on an entity that is not on the list was applied to another")
	}
}

// Decisions hide nothing else: with them or without, a party has the same hits,
// and those set aside make room for others.
func TestDecisionsLoseNothing(t *testing.T) {
	var entities []lists.Entity
	for i := range 30 {
		entities = append(entities, lists.Entity{ID: fmt.Sprintf("e%02d", i), Names: []lists.Name{{Text: "Hikvision"}}})
	}
	vendor := screen.Party{Name: "Hikvision"}
	all := screenerOf(t, screen.Options{MaxHits: 100}, entities...).ScreenParty(vendor)
	var decisions []screen.Decision
	for _, h := range all.Hits[:25] {
		d := screen.NewDecision(vendor, h)
		d.Verdict, d.Author, d.Reason, d.Date, d.Expires = screen.NotTheSameParty, "A", "B", decidedOn, expiresOn
		decisions = append(decisions, d)
	}
	r := screenerOf(t, screen.Options{Decisions: ledger(t, decisions...), Today: someDay}, entities...).ScreenParty(vendor)
	if r.Outcome != screen.Match || len(r.Hits) != 5 || len(r.Suppressed) != 25 {
		t.Errorf("%s, %d hits and %d suppressed, want match, 5 and 25", r.Outcome, len(r.Hits), len(r.Suppressed))
	}
}

func TestReadLedger(t *testing.T) {
	d := decide(t, screenerOf(t, screen.Options{}, listed()), screen.Party{Name: "Dahua <Technology>", Countries: []string{"DE"}}, screen.NotTheSameParty)
	var file bytes.Buffer
	if err := screen.AppendDecision(&file, d); err != nil {
		t.Fatal(err)
	}
	line := file.String()
	for _, test := range []struct{ text, wrong, reason string }{
		{line, "", "a line"},
		{"\ufeff\r\n" + line + "\n" + strings.TrimSuffix(line, "\n"), "", "a byte order mark, blank lines, no line end at the end, a line twice"},
		{"<<<<<<< ours\n" + line, "line 1: a merge was left unfinished", "a conflict"},
		{line + "{}\n", "line 2: party.name is missing", "an empty decision"},
		{line + strings.Replace(line, `"reason":"another registration number"`, `"reason":" "`, 1), "line 2: reason is missing", "no reason"},
		{strings.Replace(line, `"not_the_same_party"`, `"ok"`, 1), "line 1", "no verdict"},
		{strings.Replace(line, "2027-03-02", "2026-03-02", 1), "expires 2026-03-02 is not after date 2026-03-02", "no time to hold"},
		{strings.Replace(line, `"author"`, `"athor"`, 1), `unknown field "athor"`, "a misspelt field must not be taken for a missing one"},
		{strings.TrimSuffix(line, "\n") + line, "more than one decision on the line", "a lost line end"},
		{line[:40], "line 1", "cut off"},
	} {
		l, err := screen.ReadLedger(strings.NewReader(test.text))
		if test.wrong == "" {
			if err != nil || l.Len() != 1 {
				t.Errorf("%s: %d decisions, %v", test.reason, l.Len(), err)
				continue
			}
			if diff := cmp.Diff([]screen.Decision{d}, slices.Collect(l.All())); diff != "" {
				t.Errorf("%s: decision differs (-want +got):\n%s", test.reason, diff)
			}
			continue
		}
		if err == nil || !strings.Contains(err.Error(), test.wrong) {
			t.Errorf("%s: error %v, want %q", test.reason, err, test.wrong)
		}
	}
	if err := screen.AppendDecision(&file, screen.Decision{}); err == nil || file.String() != line {
		t.Error("an empty decision was written")
	}
}

// Whatever a file of decisions holds, reading it gives an error or decisions that
// are written and read back as they were.
func FuzzReadLedger(f *testing.F) {
	f.Add(`{"party":{"name":"A"},"entity":"e","entity_digest":"0","listed_name":"A","verdict":"confirmed","author":"B","reason":"C","date":"2026-01-01","expires":"2027-01-01"}`)
	f.Add("{}\n")
	f.Add("=======")
	f.Fuzz(func(t *testing.T, text string) {
		l, err := screen.ReadLedger(strings.NewReader(text))
		if err != nil {
			return
		}
		var again bytes.Buffer
		for d := range l.All() {
			if err := screen.AppendDecision(&again, d); err != nil {
				t.Fatal(err)
			}
		}
		second, err := screen.ReadLedger(&again)
		if err != nil || second.Digest() != l.Digest() {
			t.Errorf("read %q as %d decisions, then %d: %v", text, l.Len(), second.Len(), err)
		}
	})
}

func ExampleNewDecision() {
	vendor := screen.Party{Name: "Dahua Technology Gmbh", Countries: []string{"DE"}}
	hit := screen.Screen(vendor.Name).Hits[0]

	decision := screen.NewDecision(vendor, hit)
	decision.Verdict = screen.NotTheSameParty
	decision.Author, decision.Reason = "A. Reviewer", "a joiner in Bremen, register number seen"
	decision.Date, decision.Expires = decidedOn, expiresOn
	decisions, err := screen.NewLedger(decision) // or ReadLedger, of a file that AppendDecision wrote
	if err != nil {
		fmt.Println(err)
	}
	screener, _ := screen.New(lists.Embedded(), screen.Options{Decisions: decisions, Today: someDay})
	result := screener.ScreenParty(vendor)
	fmt.Println(result.Outcome, len(result.Hits), "hits,", len(result.Suppressed), "suppressed")
	fmt.Println(result.Suppressed[0].Decision)
	// Output:
	// no_match 0 hits, 1 suppressed
	// not the same party, decided by A. Reviewer on 2026-03-02: a joiner in Bremen, register number seen
}
