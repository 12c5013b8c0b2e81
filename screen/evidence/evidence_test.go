package evidence_test

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/screen"
	"github.com/partyscreen/partyscreen/screen/evidence"
)

var at = time.Date(2026, 11, 25, 9, 30, 0, 0, time.UTC)

var parties = []screen.Party{
	{Name: "Hangzhou Hikvison", Countries: []string{"CN"}, Reference: "V-1"},
	{Name: "Siemens AG"},
	{Name: "Co., Ltd."},
	{Name: "Hik\xffvision", OtherNames: []string{"x\xfey", "Dahua"}},
	{Name: "<b>Megvii</b> & \u202eSöhne", Identifiers: []lists.Identifier{{Type: "Tax ID", Number: "12345678"}}},
	{Name: "Dahua Technology"},
}

// file returns evidence of the parties under some options.
func file(t testing.TB, opts screen.Options) string {
	t.Helper()
	s, err := screen.New(lists.Embedded(), opts)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	chain := evidence.NewChain(&b, "")
	for i, p := range parties {
		r := evidence.NewRecord(s.ScreenParty(p), s.Options(), at)
		r.Row = i + 2
		if err := chain.Append(r); err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}

// states returns what verification says of each line.
func states(t testing.TB, text string, list *lists.List) (states []evidence.State, why []string) {
	t.Helper()
	for v, err := range evidence.Verify(strings.NewReader(text), list) {
		if err != nil {
			t.Fatal(err)
		}
		states = append(states, v.State)
		why = append(why, strings.Join(v.Why, "; "))
	}
	return states, why
}

func TestReproduces(t *testing.T) {
	hit := screen.Screen("Dahua Technology").Hits[0]
	decision := screen.NewDecision(screen.Party{Name: "Dahua Technology"}, hit)
	decision.Verdict, decision.Author, decision.Reason = screen.NotTheSameParty, "A. Reviewer", "seen the register"
	decision.Date, decision.Expires = lists.Date{Year: 2026, Month: 1, Day: 1}, lists.Date{Year: 2027, Month: 1, Day: 1}
	decisions, err := screen.NewLedger(decision)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		opts   screen.Options
		reason string
	}{
		{screen.Options{}, "defaults"},
		{screen.Options{Review: .4, Nearest: 3, OfficialOnly: true}, "other options"},
		{screen.Options{AsOf: lists.Date{Year: 2020, Month: 1, Day: 1}}, "a day of the past"},
		{screen.Options{MaxAge: 100 * 365 * 24 * time.Hour}, "an age that the list may exceed by now"},
		{screen.Options{Decisions: decisions, Today: lists.Date{Year: 2026, Month: 11, Day: 25}}, "a decision, which has expired by the time somebody verifies"},
	} {
		got, why := states(t, file(t, test.opts), lists.Embedded())
		for i, state := range got {
			if state != evidence.Reproduced {
				t.Errorf("%s: record of %q %s: %s", test.reason, parties[i].Name, state, why[i])
			}
		}
		if len(got) != len(parties) {
			t.Errorf("%s: %d verdicts for %d records", test.reason, len(got), len(parties))
		}
	}
}

func TestDiffers(t *testing.T) {
	var entities []lists.Entity
	for e := range lists.Embedded().All() {
		if e.ID != "hikvision" {
			entities = append(entities, *e)
		}
	}
	shorter, err := lists.NewList("shorter", "without one", lists.Embedded().AsOf(), entities)
	if err != nil {
		t.Fatal(err)
	}
	got, why := states(t, file(t, screen.Options{}), shorter)
	for i := range got {
		if got[i] != evidence.Differs || !strings.Contains(why[i], "digest of the list: was ") {
			t.Errorf("record %d with another list: %s: %s", i+1, got[i], why[i])
		}
	}
	if !strings.Contains(why[0], "outcome: was match, is no_match") {
		t.Errorf("what differs is not said: %s", why[0])
	}
}

func TestTampered(t *testing.T) {
	whole := strings.SplitAfter(file(t, screen.Options{}), "\n")
	whole = whole[:len(whole)-1]
	for _, test := range []struct {
		reason  string
		change  func(lines []string) []string
		at      int    // line that shows it
		because string // of its verdict
	}{
		{"an outcome was made harmless", func(l []string) []string {
			l[0] = strings.Replace(l[0], `"outcome":"match"`, `"outcome":"no_match"`, 1)
			return l
		}, 1, "the record was changed"},
		{"a space was added", func(l []string) []string { l[1] = strings.Replace(l[1], `{"format"`, `{ "format"`, 1); return l }, 2, "the record was changed"},
		{"a line was taken out", func(l []string) []string { return slices.Delete(l, 1, 2) }, 2, "does not follow"},
		{"the first line was taken out", func(l []string) []string { return l[1:] }, 1, "does not follow"},
		{"two lines changed places", func(l []string) []string { l[1], l[2] = l[2], l[1]; return l }, 2, "does not follow"},
		{"a line stands twice", func(l []string) []string { return slices.Insert(l, 1, l[0]) }, 2, "does not follow"},
		{"a line is empty", func(l []string) []string { return slices.Insert(l, 1, "\n") }, 2, "not a record"},
		{"the last line is cut off", func(l []string) []string { l[5] = l[5][:len(l[5])-10]; return l }, 6, "not a record"},
		{"a changed record with a hash made anew", func(l []string) []string {
			var b bytes.Buffer
			r, err := evidence.Last(strings.NewReader(l[0]))
			if err != nil {
				t.Fatal(err)
			}
			r.Party.Name = "Hangzhou Hikvision Digital"
			if err := evidence.NewChain(&b, "").Append(r); err != nil {
				t.Fatal(err)
			}
			l[0] = b.String()
			return l
		}, 2, "does not follow"},
	} {
		t.Run(test.reason, func(t *testing.T) {
			got, why := states(t, strings.Join(test.change(slices.Clone(whole)), ""), lists.Embedded())
			if i := test.at - 1; got[i] != evidence.Tampered || !strings.Contains(why[i], test.because) {
				t.Errorf("line %d: %s: %s; all: %v", test.at, got[i], why[i], got)
			}
		})
	}
}

// A chain goes on where it ended, and not behind a line that is not whole.
func TestLast(t *testing.T) {
	text := file(t, screen.Options{})
	last, err := evidence.Last(strings.NewReader(text))
	if err != nil || last.Row != len(parties)+1 {
		t.Fatalf("row %d, %v", last.Row, err)
	}
	var more bytes.Buffer
	chain := evidence.NewChain(&more, last.Hash)
	if err := chain.Append(evidence.NewRecord(screen.Screen("ABB"), screen.Options{}, at)); err != nil {
		t.Fatal(err)
	}
	if got, err := evidence.Last(strings.NewReader(text + more.String())); err != nil || got.Hash != chain.Last() {
		t.Errorf("last hash %s, %v, want %s", got.Hash, err, chain.Last())
	}
	for _, broken := range []string{text[:len(text)-5], text + "x", text + text} {
		if _, err := evidence.Last(strings.NewReader(broken)); err == nil {
			t.Errorf("a broken file was taken: …%q", broken[len(broken)-20:])
		}
	}
	if empty, err := evidence.Last(strings.NewReader("")); err != nil || empty.Hash != "" {
		t.Errorf("an empty file: %v", err)
	}
}

// Whoever changes a byte of a file of evidence is found out.
func FuzzTampered(f *testing.F) {
	text := file(f, screen.Options{})
	f.Add(5, byte('x'))
	f.Add(len(text)-2, byte('"'))
	f.Fuzz(func(t *testing.T, where int, b byte) {
		if where < 0 || where >= len(text) || text[where] == b {
			return
		}
		got, _ := states(t, text[:where]+string([]byte{b})+text[where+1:], lists.Embedded())
		if !slices.Contains(got, evidence.Tampered) && where < len(text)-1 { // the last line feed says nothing
			t.Errorf("byte %d made %q: %v", where, b, got)
		}
	})
}

func ExampleVerify() {
	screener, err := screen.New(lists.Embedded(), screen.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	var file bytes.Buffer // or a file that is opened to append
	chain := evidence.NewChain(&file, "")
	for _, name := range []string{"Hikvision", "Siemens AG"} {
		record := evidence.NewRecord(screener.Screen(name), screener.Options(), time.Now())
		if err := chain.Append(record); err != nil {
			fmt.Fprintln(os.Stderr, err)
		}
	}
	for verdict, err := range evidence.Verify(&file, lists.Embedded()) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(verdict.Line, verdict.Record.Party.Name, verdict.State)
	}
	// Output:
	// 1 Hikvision reproduced
	// 2 Siemens AG reproduced
}
