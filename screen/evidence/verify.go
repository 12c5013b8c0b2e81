package evidence

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
	"unicode"

	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/screen"
)

// State is what verification says of a record.
type State string

// The states.
const (
	Reproduced State = "reproduced" // screening again gives the same
	Differs    State = "differs"    // it gives something else; Verdict.Why says what
	Tampered   State = "tampered"   // the line is not what was written, or not where it was written
)

// Verdict is what verification says of one line of a file of evidence.
type Verdict struct {
	Line   int      `json:"line"`
	Record Record   `json:"record"` // as far as it could be read
	State  State    `json:"state"`
	Why    []string `json:"why,omitempty"` // empty for Reproduced
}

// Verify reads a file of evidence, screens every party of it again with a list under
// the options and decisions of its record, and says of each line what came of it.
// The list must be the edition that was used then, else every record differs in
// that. An error ends the sequence: the file cannot be read, or the options of a
// record are none.
//
// It costs an index of the list for each set of options in the file, and a search
// for each record.
func Verify(r io.Reader, list *lists.List) iter.Seq2[Verdict, error] {
	return func(yield func(Verdict, error) bool) {
		v := verifier{list: list, screeners: make(map[string]*screen.Screener)}
		err := eachLine(r, func(number int, line []byte) error {
			verdict, err := v.verify(line)
			verdict.Line = number
			if err != nil {
				return fmt.Errorf("evidence: line %d: %w", number, err)
			}
			if !yield(verdict, nil) {
				return errStop
			}
			return nil
		})
		if err != nil && !errors.Is(err, errStop) {
			yield(Verdict{}, err)
		}
	}
}

var errStop = errors.New("evidence: nobody reads on")

// verifier is one pass over a file.
type verifier struct {
	list      *lists.List
	screeners map[string]*screen.Screener // by digest of the options
	last      string                      // hash of the line before
}

func (v *verifier) verify(line []byte) (Verdict, error) {
	verdict := Verdict{State: Tampered}
	content, hash, ok := split(line)
	previous := v.last
	v.last = hash // of a line that is no record: empty, so that the next shows too
	if !ok {
		verdict.Why = []string{"the line is not a record with a hash at its end"}
		return verdict, nil
	}
	if err := json.Unmarshal(line, &verdict.Record); err != nil {
		verdict.Why = append(verdict.Why, "the line is no record: "+err.Error())
	}
	if hashOf(content) != hash {
		verdict.Why = append(verdict.Why, "the hash is not that of the record: the record was changed")
	}
	if verdict.Record.Previous != previous {
		verdict.Why = append(verdict.Why, "the record does not follow on the line before: a record was changed, taken out, put in or moved")
	}
	if len(verdict.Why) > 0 {
		return verdict, nil
	}
	if f := verdict.Record.Format; f != Format {
		return verdict, fmt.Errorf("the format is %q, this version reads %q", f, Format)
	}
	why, err := v.screenAgain(&verdict.Record)
	if verdict.Why, verdict.State = why, Reproduced; len(why) > 0 {
		verdict.State = Differs
	}
	return verdict, err
}

// screenAgain returns in what a new screening differs from a record.
func (v *verifier) screenAgain(r *Record) ([]string, error) {
	s, err := v.screener(r)
	if err != nil {
		return nil, err
	}
	decisions, err := screen.NewLedger(r.Decisions...)
	if err != nil {
		return nil, err
	}
	again := NewRecord(s.WithDecisions(decisions, r.Stamp.Today).ScreenParty(r.party()), r.Options, r.Time)
	return differences(r, &again), nil
}

// screener returns the Screener for the options of a record.
func (v *verifier) screener(r *Record) (*screen.Screener, error) {
	opts := r.Options
	opts.MaxAge = 0 // it was met then
	digest := opts.Digest()
	if s := v.screeners[digest]; s != nil {
		return s, nil
	}
	s, err := screen.New(v.list, opts)
	v.screeners[digest] = s
	return s, err
}

// differences says in what two records of one party differ.
func differences(then, now *Record) []string {
	var out []string
	note := func(what string, then, now any) {
		if a, b := fmt.Sprint(then), fmt.Sprint(now); a != b {
			out = append(out, fmt.Sprintf("%s: was %s, is %s", what, orNone(a), orNone(b)))
		}
	}
	note("list", then.Stamp.List, now.Stamp.List)
	note("date of the list", then.Stamp.ListAsOf, now.Stamp.ListAsOf)
	note("digest of the list", then.Stamp.ListDigest, now.Stamp.ListDigest)
	note("digest of the options", then.Stamp.OptionsDigest, then.Options.Digest())
	note("rules", then.Stamp.RulesVersion, screen.RulesVersion)
	note("Unicode", then.Stamp.UnicodeVersion, unicode.Version)
	note("outcome", then.Outcome, now.Outcome)
	note("reason", then.Reason, now.Reason)
	note("repairs", strings.Join(then.Repairs, "; "), strings.Join(now.Repairs, "; "))
	for _, part := range []struct {
		what      string
		then, now []Hit
	}{{"hit", then.Hits, now.Hits}, {"near miss", then.Nearest, now.Nearest}, {"suppressed hit", then.Suppressed, now.Suppressed}} {
		for i := range max(len(part.then), len(part.now)) {
			note(fmt.Sprintf("%s %d", part.what, i+1), at(part.then, i), at(part.now, i))
		}
	}
	return slices.Clip(out)
}

// at returns a hit as JSON, the empty string where there is none.
func at(hits []Hit, i int) string {
	if i >= len(hits) {
		return ""
	}
	encoded, _ := json.Marshal(hits[i]) // of strings and numbers: cannot fail
	return string(encoded)
}

func orNone(s string) string {
	if s == "" {
		return "none"
	}
	return s
}
