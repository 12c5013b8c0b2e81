package screen

import (
	"math"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/normalize"
)

// checkPairs holds what must be true of every alignment: spans lie in the names,
// between characters of valid text, and show the words that the pair has, or are
// a phrase that means them.
func checkPairs(t *testing.T, alignment []Pair, query, listed string) {
	t.Helper()
	for _, p := range alignment {
		for _, side := range [...]struct {
			name, text string
			span       Span
		}{{query, p.Query, p.QuerySpan}, {listed, p.Listed, p.ListedSpan}} {
			s := side.span
			switch {
			case s.Start < 0 || s.Start > s.End || s.End > len(side.name):
				t.Errorf("span %+v of %+v leaves %q", s, p, side.name)
			case side.name[s.Start:s.End] != side.text && !isMeaning(side.text):
				t.Errorf("span %+v of %q is not %q", s, side.name, side.text)
			case utf8.ValidString(side.name) && !utf8.ValidString(side.name[s.Start:s.End]):
				t.Errorf("span %+v cuts a character of %q", s, side.name)
			}
		}
		if !(0 <= p.Similarity && p.Similarity <= 1) {
			t.Errorf("the similarity of %+v is not in [0, 1]", p)
		}
	}
}

// isMeaning reports a text that is the name of a meaning: small letters.
func isMeaning(text string) bool {
	return text != "" && strings.Trim(text, "abcdefghijklmnopqrstuvwxyz ") == ""
}

// checkOutcome holds that an outcome is what the thresholds make of a score, or
// less for a weak alias.
func checkOutcome(t *testing.T, score float64, outcome Outcome, reasons []string) {
	t.Helper()
	o, _ := Options{}.withDefaults()
	want := o.outcome(score)
	if weak := strings.Contains(strings.Join(reasons, "; "), weakReason); outcome != want && !(weak && want == Match && outcome == Review) {
		t.Errorf("a score of %v is %v, want %v", score, outcome, want)
	}
}

// FuzzScreen holds what must be true of every result.
func FuzzScreen(f *testing.F) {
	s, err := New(lists.Embedded(), Options{Nearest: 3})
	if err != nil {
		f.Fatal(err)
	}
	for _, seed := range []string{"", "Hikvision", "公安局", "A / B", "\xff\xfe", "M&amp;M", "%E6%B5%B7", "(((", strings.Repeat("a ", 200)} {
		f.Add(seed)
	}
	for _, n := range nasty {
		f.Add(n.name[:min(len(n.name), 200)])
	}
	f.Fuzz(func(t *testing.T, query string) { checkResult(t, s.Screen(query), query) })
}

func checkResult(t *testing.T, r Result, query string) {
	t.Helper()
	if r.Reason == "" || (r.Outcome == NotScreened) != strings.HasPrefix(r.Reason, "not screened") {
		t.Errorf("outcome %v with reason %q", r.Outcome, r.Reason)
	}
	if r.Outcome == NotScreened && len(r.Hits) > 0 {
		t.Errorf("not screened, with %d hits", len(r.Hits))
	}
	last := 1.0
	for i, h := range append(append([]Hit{}, r.Hits...), r.Nearest...) {
		if !(0 <= h.Score && h.Score <= last) && i != len(r.Hits) {
			t.Errorf("score %v after %v", h.Score, last)
		}
		last = h.Score
		checkOutcome(t, h.Score, h.Outcome, h.Reasons)
		checkPairs(t, h.Alignment, query, h.Name.Text)
		if alert := i < len(r.Hits); alert != h.Outcome.Alert() {
			t.Errorf("%v among the hits: %v", h.Outcome, alert)
		}
	}
	if len(r.Hits) > 0 && r.Outcome < r.Hits[0].Outcome {
		t.Errorf("outcome %v below the first hit's %v", r.Outcome, r.Hits[0].Outcome)
	}
}

// FuzzCompare holds range and identity: a name of letters is itself, with
// certainty, or cannot be screened.
func FuzzCompare(f *testing.F) {
	f.Add("Hikvision", "Hik Vision")
	f.Add("Игорь Сечин", "Igor Sechin")
	f.Add("AO ISS", "AOISS")
	f.Add("Li Li (Li)", "Li / Li Li")
	f.Add("Завод № 9", "Plant No. 9")
	f.Fuzz(func(t *testing.T, a, b string) {
		for kind := lists.Unknown; kind <= lists.Aircraft; kind++ {
			c := Compare(a, b, kind)
			if !(0 <= c.Score && c.Score <= 1) {
				t.Errorf("Compare(%q, %q, %v) scores %v", a, b, kind, c.Score)
			}
			if c.Outcome == NotScreened {
				if c.Score != 0 || len(c.Reasons) == 0 || len(c.Alignment) > 0 {
					t.Errorf("Compare(%q, %q, %v) is not screened and scores %v for %q", a, b, kind, c.Score, c.Reasons)
				}
				continue
			}
			checkOutcome(t, c.Score, c.Outcome, c.Reasons)
			checkPairs(t, c.Alignment, a, b)
		}
		c := Compare(a, a, lists.Unknown)
		if least := leastIdentity(a); c.Outcome != NotScreened && c.Score < least {
			t.Errorf("Compare(%q, itself) scores %v, want %v: %v", a, c.Score, least, c.Reasons)
		}
	})
}

// leastIdentity is what a name must score against itself: 1 if it is of letters
// and spaces, and nearly so otherwise.
func leastIdentity(name string) float64 {
	const identical, nearly = 1 - 1e-9, 0.99
	for _, r := range name {
		if !unicode.IsLetter(r) && r != ' ' || r == utf8.RuneError {
			return nearly
		}
	}
	return identical
}

// nasty has inputs on which time or memory could run away. Each is as long as a
// name may be, or as many words.
var nasty = []struct{ reason, name string }{
	{"one letter repeated", strings.Repeat("a", normalize.MaxBytes)},
	{"one capital repeated", strings.Repeat("A", normalize.MaxBytes)},
	{"one character repeated", fill("中")},
	{"one syllable repeated, without spaces", fill("zhong")},
	{"letters with spaces", fill("a ")},
	{"combining marks on one letter", "a" + fillTo("\u0301", normalize.MaxBytes-1)},
	{"a mark on every letter", fill("e\u0301")},
	{"scripts that alternate by the letter", fill("aяあ中한")},
	{"scripts that alternate by the word", fill("alfa альфа ")},
	{"brackets nested", fillTo("(", normalize.MaxBytes/2) + fillTo(")", normalize.MaxBytes/2)},
	{"brackets nested with words", fillTo("(Hikvision ", 300) + fillTo(") ", 60)},
	{"a bracket for every word", fillTo("(Hikvision) ", 700)},
	{"brackets that only open", fill("(")},
	{"slashes", fill("/")},
	{"a slash behind every letter", fill("a/")},
	{"parties with slashes", fillTo("Hikvision/", 600)},
	{"ampersands", fill("&")},
	{"a chain of names with ampersands", fill("A&")},
	{"words with ampersands", fillTo("Dahua & ", 500)},
	{"percent escapes", fill("%41")},
	{"percent escapes of Chinese", fill("%E4%B8%AD")},
	{"broken percent escapes", fill("%E4%")},
	{"HTML character references", fill("&#x6D77;")},
	{"UTF-8 read as Windows-1252", fill("Ã¼")},
	{"bytes that are not UTF-8", fill("\xff")},
	{"64 generic words", strings.Repeat("International ", 64)},
	{"64 words for bodies", strings.Repeat("bureau institute ", 32)},
	{"64 places", strings.Repeat("Xinjiang ", 64)},
	{"64 letters", strings.Repeat("x ", 64)},
	{"64 letters with full stops", strings.Repeat("x.", 64)},
	{"64 distinctive words", strings.Repeat("Hikvision ", 64)},
	{"64 legal forms", strings.Repeat("Ltd ", 64)},
	{"64 numbers", strings.Repeat("14 ", 64)},
	{"one name repeated", strings.Repeat("Li Li ", 32)},
	{"numerals", fill("一")},
	{"digits", fill("1")},
	{"hyphens", fill("a-")},
	{"apostrophes", fill("a'")},
	{"signs for letters", fill("$@")},
	{"a.k.a. between names", fillTo("Dahua a.k.a. ", 600)},
	{"capitals within a word", fill("aB")},
	{"NUL", fill("\x00")},
	{"invisible characters", fill("a\u200b")},
	{"a mark of right-to-left text before each letter", fill("\u202ea")},
	{"full width", fill("Ａ")},
	{"too long by a byte", strings.Repeat("a", normalize.MaxBytes+1)},
}

// fill repeats text up to the longest name that is read.
func fill(text string) string { return fillTo(text, normalize.MaxBytes) }

func fillTo(text string, length int) string { return strings.Repeat(text, length/len(text)) }

// TestNastyNames holds that none of them stops the program, and that each has an
// outcome with a reason, alone, against the names of the list and against
// itself. Time is not asserted: what is not bounded does not come back.
func TestNastyNames(t *testing.T) {
	s, err := New(lists.Embedded(), Options{Nearest: 3})
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range nasty {
		t.Run(n.reason, func(t *testing.T) {
			checkResult(t, s.Screen(n.name), n.name)
			for _, kind := range []lists.Kind{lists.Organization, lists.Individual, lists.Vessel} {
				for _, p := range [][2]string{{n.name, n.name}, {n.name, "Hikvision"}, {"Hikvision", n.name}} {
					c := Compare(p[0], p[1], kind)
					if !(0 <= c.Score && c.Score <= 1) || math.IsNaN(c.Score) || c.Outcome == NotScreened && len(c.Reasons) == 0 {
						t.Errorf("Compare(%.20q, %.20q, %v) scores %v: %v %q", p[0], p[1], kind, c.Score, c.Outcome, c.Reasons)
					}
					checkPairs(t, c.Alignment, p[0], p[1])
				}
			}
		})
	}
}
