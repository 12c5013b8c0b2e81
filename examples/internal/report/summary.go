package report

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/screen"
)

// tally counts the findings of a document.
type tally struct {
	rows       int
	last       int // number of the last row
	outcomes   [screen.Match + 1]int
	suppressed int // hits that earlier decisions set aside
}

func (t *tally) add(f Finding) {
	t.rows++
	t.last = f.Row.Number
	t.outcomes[f.Outcome]++
	t.suppressed += len(f.Aside)
}

func (t *tally) alerts() int { return t.outcomes[screen.Match] + t.outcomes[screen.Review] }

// stoppedText says that rows are missing, and why.
func (t *tally) stoppedText(stopped error) string {
	if t.rows == 0 {
		return fmt.Sprintf("No row was screened: %v.", stopped)
	}
	return fmt.Sprintf("Only the rows up to %d were screened, those after it were not: %v.", t.last, stopped)
}

const noClearance = "No match is not a clearance: a list does not name every subsidiary, and names can be disguised."

// noName stands where a row has no name.
const noName = "(no name)"

// fact is a line of a summary.
type fact struct {
	Label, Value string
}

// IsDigest reports a value that is long and means nothing to people.
func (f fact) IsDigest() bool { return strings.HasPrefix(f.Label, "Digest") }

const completeLabel = "Complete"

// facts say what was screened, with what, and what came of it: all that is
// needed to do it again.
func facts(opts Options, t *tally, stopped error) []fact {
	complete := "yes, all rows"
	if stopped != nil {
		complete = t.stoppedText(stopped)
	}
	out := []fact{
		{"File", visible(opts.File)},
		{"Screened", opts.Started.Format(time.RFC3339)},
		{completeLabel, complete},
		{"Rows", strconv.Itoa(t.rows)},
		{"Match", strconv.Itoa(t.outcomes[screen.Match])},
		{"Review", strconv.Itoa(t.outcomes[screen.Review])},
		{"No match", strconv.Itoa(t.outcomes[screen.NoMatch])},
		{"Not screened", strconv.Itoa(t.outcomes[screen.NotScreened])},
		{"Hits suppressed by a decision", strconv.Itoa(t.suppressed)},
	}
	for _, l := range opts.Lists {
		out = append(out,
			fact{"List", fmt.Sprintf("%s: %s, %s, %d entities", l.ID(), l.Title(), edition(l.AsOf()), l.Len())},
			fact{"Digest of " + l.ID(), l.Digest()})
	}
	return append(out, settingsOf(opts)...)
}

// settingsOf returns the settings, and what else decides a score.
func settingsOf(opts Options) []fact {
	s := opts.Screening
	out := []fact{{"Match from score", score2(s.Match)}, {"Review from score", score2(s.Review)}}
	if !s.AsOf.IsZero() {
		out = append(out, fact{"Lists as they stood on", s.AsOf.String()})
	}
	if s.OfficialOnly {
		out = append(out, fact{"Names compared", "only those that the authority prints"})
	}
	if n := s.Decisions.Len(); n > 0 {
		out = append(out, fact{"Decisions of reviewers", strconv.Itoa(n)})
	}
	out = append(out,
		fact{"Most hits a row", strconv.Itoa(s.MaxHits)},
		fact{"Rules", opts.Stamp.RulesVersion},
		fact{"Unicode", opts.Stamp.UnicodeVersion},
		fact{"Digest of the options", opts.Stamp.OptionsDigest},
		fact{"Digest of all lists", opts.Stamp.ListDigest})
	if s.Decisions.Len() > 0 {
		out = append(out, fact{"Digest of the decisions", s.Decisions.Digest()})
	}
	return out
}

func edition(d lists.Date) string {
	if d.IsZero() {
		return "edition not dated"
	}
	return "edition of " + d.String()
}

// score2 writes a threshold with two decimals, or more where it has more.
func score2(s float64) string {
	text := strconv.FormatFloat(s, 'f', -1, 64)
	if len(text) < len("0.85") {
		text = fmt.Sprintf("%.2f", s)
	}
	return text
}
