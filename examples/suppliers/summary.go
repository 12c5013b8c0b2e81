package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/partyscreen/partyscreen/examples/internal/listfile"
	"github.com/partyscreen/partyscreen/examples/internal/report"
	"github.com/partyscreen/partyscreen/examples/internal/vendorfile"
	"github.com/partyscreen/partyscreen/screen"
)

// summary counts what came of the rows.
type summary struct {
	set      settings
	sources  listfile.Lists
	stamp    screen.Stamp
	options  screen.Options
	in       *vendorfile.File
	start    time.Time
	rows     int
	resumed  int // rows of an interrupted run before this one
	last     int // number of the last row
	outcomes [screen.Match + 1]int
	problems int // rows that were ragged or damaged
}

func newSummary(set settings, s listfile.Lists, screener *screen.Screener, in *vendorfile.File) *summary {
	return &summary{set: set, sources: s, stamp: screener.Stamp(), options: screener.Options(), in: in, start: time.Now()}
}

// resume takes over what an interrupted run counted.
func (s *summary) resume(from *report.Position) {
	if from == nil {
		return
	}
	s.last, s.outcomes, s.problems = from.Row, from.Outcomes, from.Problems
	for _, n := range from.Outcomes {
		s.resumed += n
	}
}

func (s *summary) count(f report.Finding) {
	s.rows++
	s.last = f.Row.Number
	s.outcomes[f.Outcome]++
	if f.Row.Problem != "" {
		s.problems++
	}
}

func (s *summary) alerts() int { return s.outcomes[screen.Match] + s.outcomes[screen.Review] }

func (s *summary) rate() float64 { return float64(s.rows) / time.Since(s.start).Seconds() }

// status returns the exit status if nothing stopped the run.
func (s *summary) status() int {
	switch {
	case s.outcomes[screen.NotScreened] > 0:
		return statusIncomplete
	case s.alerts() > 0:
		return statusAlerts
	}
	return statusNoAlert
}

// explain says what err means for the output. A file without rows is an error
// too: it would look like good news.
func (s *summary) explain(err error) error {
	switch {
	case errors.Is(err, context.Canceled):
		return fmt.Errorf("interrupted: the output is complete up to row %d, what follows was not screened%s", s.last, s.advice())
	case err != nil:
		return err
	case s.rows+s.resumed == 0:
		return fmt.Errorf("%s has a header but no rows", s.in.Name())
	case s.rows+s.resumed != s.in.Counts().Rows:
		return fmt.Errorf("%d rows were read but %d results given: do not rely on this output", s.in.Counts().Rows, s.rows+s.resumed)
	}
	return nil
}

// advice says how an interrupted run can go on.
func (s *summary) advice() string {
	if s.set.output != "" && (s.set.format == "csv" || s.set.format == "jsonl") {
		return "; go on with the same command and -resume"
	}
	return ""
}

// printEnd says what came of it, and what is needed to do it again.
func (s *summary) printEnd(w io.Writer) {
	seconds := time.Since(s.start).Seconds()
	fmt.Fprintf(w, "%d rows read, %d answered in %.2f s (%.0f rows/s): %d match, %d review, %d no match, %d not screened\n",
		s.in.Counts().Rows, s.rows+s.resumed, seconds, s.rate(), s.outcomes[screen.Match], s.outcomes[screen.Review], s.outcomes[screen.NoMatch], s.outcomes[screen.NotScreened])
	if s.resumed > 0 {
		fmt.Fprintf(w, "  of these %d rows by the run before, which was interrupted\n", s.resumed)
	}
	if s.problems > 0 {
		fmt.Fprintf(w, "  ragged or damaged rows, named above: %d\n", s.problems)
	}
	if n := s.in.Counts().Titles; n > 0 {
		fmt.Fprintf(w, "  rows above the header: %d\n", n)
	}
	if n := s.in.Counts().Blank; n > 0 {
		fmt.Fprintf(w, "  blank rows: %d\n", n)
	}
	if c := s.in.Counts(); c.UnknownCountries > 0 {
		fmt.Fprintf(w, "  countries not understood, left out: %d, first in %s\n", c.UnknownCountries, c.UnknownAt)
	}
	for _, l := range s.sources.Parts {
		edition := "edition not dated"
		if !l.AsOf().IsZero() {
			edition = "edition of " + l.AsOf().String()
		}
		fmt.Fprintf(w, "  list %s: %d entities, %s, digest %.12s\n", l.ID(), l.Len(), edition, l.Digest())
		for _, note := range l.Notes() {
			fmt.Fprintf(w, "    %s\n", note)
		}
	}
	fmt.Fprintf(w, "  rules %s, match from %v, review from %v", s.stamp.RulesVersion, s.options.Match, s.options.Review)
	if !s.stamp.AsOf.IsZero() {
		fmt.Fprintf(w, ", as of %s", s.stamp.AsOf)
	}
	if s.set.output != "" {
		fmt.Fprintf(w, "\n  output in %s", s.set.output)
	}
	fmt.Fprintln(w, "\nNo match is not a clearance: a list does not name every subsidiary, and names can be disguised.")
}
