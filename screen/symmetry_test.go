package screen_test

import (
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/normalize"
	"github.com/partyscreen/partyscreen/screen"
)

// TestTypingErrorsAreSymmetric holds that it does not matter on which side a
// typing error is: for names with equally many words, all of which agree, and
// which differ in one slip in a distinctive word, the score is the same both
// ways.
func TestTypingErrorsAreSymmetric(t *testing.T) {
	const slips = 4 // for each name
	r := rand.New(rand.NewPCG(3, 28))
	var count tally
	for _, n := range drawNames(t) {
		for range slips {
			p := drawn{slip(r, n.listed), n.listed, n.kind}
			back := drawn{p.listed, p.query, p.kind}
			there, again := p.compare(), back.compare()
			if p.query == p.listed || !differInSpelling(p.query, p.listed) || !allAgree(there) || !allAgree(again) {
				continue
			}
			broken := math.Abs(there.Score-again.Score) > tolerance
			switch {
			case agreesBy(there, screen.NameForm) || agreesBy(again, screen.NameForm):
				// A defect: forms of one name weigh what the listed one does, unlike
				// words that are misspelt: SIN, Yong Il; SHIN, Yong Il.
				count.except("forms of one name", broken, step(p, back, there, again))
			case agreesBy(there, screen.Spaced) || agreesBy(again, screen.Spaced) || len(normalize.Name(n.listed).Readings) > 1:
				// A defect: InterlapsevTechnologies is parted where it is the query,
				// and taken as a whole where it is listed.
				count.except("a word written apart, or read in two ways", broken, step(p, back, there, again))
			default:
				if count.held++; broken {
					t.Errorf("%s\n%q\n%q", step(p, back, there, again), there.Reasons, again.Reasons)
				}
			}
		}
	}
	t.Log(&count)
}

// differInSpelling reports names that are read as words of the same roles and
// differ in distinctive words alone. A typing error in another (technolgy) is
// mended in a query, but not in a listed name, because an authority's print is
// taken as it stands.
func differInSpelling(a, b string) bool {
	na, nb := normalize.Name(a), normalize.Name(b)
	return na.Problem == "" && nb.Problem == "" && len(na.Readings) == len(nb.Readings) &&
		slices.EqualFunc(na.Readings[0].Tokens, nb.Readings[0].Tokens, func(x, y normalize.Token) bool {
			slipped := x.Role == normalize.Distinctive && x.Concept == 0 && x.Near == 0 && y.Near == 0
			return x.Role == y.Role && x.Concept == y.Concept && (slipped || x.Text == y.Text)
		})
}

// allAgree reports a comparison that left no word over and took none for cut off.
func allAgree(c screen.Comparison) bool {
	return c.Outcome != screen.NotScreened && !isCutOff(c) &&
		!agreesBy(c, screen.Missing, screen.Additional, screen.Contradicts, screen.Abbreviated, screen.Acronym)
}

// TestEveryComparison holds what must be true of any: a score in [0, 1], an
// outcome that the thresholds give, spans that are the words they show, and a
// reason for every alert.
func TestEveryComparison(t *testing.T) {
	pairs := drawPairs(t)
	for _, p := range pairs {
		c := p.compare()
		checkScore(t, p.String(), c)
		for _, pair := range c.Alignment {
			checkSpan(t, p.query, pair.QuerySpan, pair.Query)
			checkSpan(t, p.listed, pair.ListedSpan, pair.Listed)
			if pair.Query == "" && pair.Listed == "" || !(0 <= pair.Similarity && pair.Similarity <= 1) {
				t.Errorf("%v: pair %+v", p, pair)
			}
		}
		for _, h := range screen.Screen(p.query).Hits {
			checkScore(t, p.query, screen.Comparison{Score: h.Score, Outcome: h.Outcome, Alignment: h.Alignment, Reasons: h.Reasons})
			for _, pair := range h.Alignment {
				checkSpan(t, h.Query, pair.QuerySpan, pair.Query)
				checkSpan(t, h.Name.Text, pair.ListedSpan, pair.Listed)
			}
		}
	}
	t.Logf("%d pairs", len(pairs))
}

func checkScore(t *testing.T, what string, c screen.Comparison) {
	t.Helper()
	if !(0 <= c.Score && c.Score <= 1) {
		t.Errorf("%s scores %v", what, c.Score)
	}
	want := screen.NoMatch
	switch {
	case c.Score >= screen.DefaultMatch:
		want = screen.Match
	case c.Score >= screen.DefaultReview:
		want = screen.Review
	}
	switch {
	case c.Outcome == screen.NotScreened && c.Score == 0:
	case want == screen.Match && c.Outcome == screen.Review && strings.Contains(strings.Join(c.Reasons, "; "), "weak alias"):
	case c.Outcome != want:
		t.Errorf("%s scores %.3f and is %v, want %v", what, c.Score, c.Outcome, want)
	}
	if len(c.Reasons) == 0 && (c.Outcome.Alert() || c.Outcome == screen.NotScreened) || slices.Contains(c.Reasons, "") {
		t.Errorf("%s: %v for the reasons %q", what, c.Outcome, c.Reasons)
	}
}

// checkSpan holds that a span stands in a name, between characters, and shows
// the text that is said to stand there, or means it as a phrase does.
func checkSpan(t *testing.T, name string, s screen.Span, text string) {
	t.Helper()
	switch {
	case s.Start < 0 || s.Start > s.End || s.End > len(name):
		t.Errorf("span %+v leaves %q", s, name)
	case name[s.Start:s.End] != text && !means(name, s, text):
		t.Errorf("span %+v of %q is %q, not %q", s, name, name[s.Start:s.End], text)
	case utf8.ValidString(name) && !utf8.ValidString(name[s.Start:s.End]):
		t.Errorf("span %+v of %q cuts a character", s, name)
	}
}

// means reports whether a phrase of a name has a meaning of that wording: Police
// Bureau is police, and a bureau.
func means(name string, s screen.Span, wording string) bool {
	for _, r := range normalize.Listed(name).Readings {
		for _, t := range r.Tokens {
			if t.Start == s.Start && t.End == s.End && strings.ReplaceAll(t.Concept.Name(), "-", " ") == wording {
				return true
			}
		}
	}
	return false
}

// mostTied is the share of pairs that may have one score, in percent
// (design: no tie band holds more).
const mostTied = 5.0

// TestTies holds that scores order pairs: no score, to four decimals, is that of
// more than mostTied of the pairs. Exact 0 and 1 are no bands: names of which
// nothing agrees, and names that are equal in all that counts, have no order
// among themselves that a reviewer would miss. The share of a band is of all
// pairs; its share of those between 0 and 1 is logged.
func TestTies(t *testing.T) {
	s, err := screen.New(lists.Embedded(), screen.Options{Nearest: 1})
	if err != nil {
		t.Fatal(err)
	}
	own, _ := filepath.Glob("testdata/quality/*.csv")
	shared, _ := filepath.Glob("../../shared/eval/*.csv")
	if len(shared) == 0 {
		t.Log("the shared labelled files are absent: only the project's own are measured")
	}
	files := make(map[string][]labelled)
	for i, path := range append(own, shared...) {
		rows := readLabelled(t, path)
		screenLabelled(s, rows)
		title := "queries against the embedded list"
		if rows[0].listed != "" {
			title = "pairs of names"
		}
		if i < len(own) {
			title += ", own"
		} else {
			title += ", shared"
		}
		files[title] = append(files[title], rows...)
	}
	for _, title := range slices.Sorted(maps.Keys(files)) {
		rows := files[title]
		bands := make(map[string][]labelled)
		extremes := 0
		for _, r := range rows {
			if r.score == 0 || r.score == 1 {
				extremes++
				continue
			}
			band := fmt.Sprintf("%.4f", r.score)
			bands[band] = append(bands[band], r)
		}
		largest := slices.MaxFunc(slices.Sorted(maps.Keys(bands)), func(a, b string) int { return len(bands[a]) - len(bands[b]) })
		tied := bands[largest]
		share, between := percent(len(tied), len(rows)), percent(len(tied), len(rows)-extremes)
		t.Logf("%s: %d score 0 or 1 of %d; the largest band is %s with %d: %.1f %% of all, %.1f %% of those between 0 and 1, such as %q, %q",
			title, extremes, len(rows), largest, len(tied), share, between, tied[0].query, tied[0].listed+tied[0].first)
		if share > mostTied {
			t.Errorf("%s: %.1f %% of the scores are %s, want at most %.0f %%", title, share, largest, mostTied)
		}
	}
}
