package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/partyscreen/partyscreen/screen"
)

// summary counts what came of the rows.
type summary struct {
	set      settings
	sources  sources
	stamp    screen.Stamp
	options  screen.Options
	in       *input
	start    time.Time
	rows     int
	last     int // number of the last row
	outcomes [screen.Match + 1]int
	problems int // rows that were ragged or damaged
}

func newSummary(set settings, s sources, screener *screen.Screener, in *input) *summary {
	return &summary{set: set, sources: s, stamp: screener.Stamp(), options: screener.Options(), in: in, start: time.Now()}
}

func (s *summary) count(f finding) {
	s.rows++
	s.last = f.row.number
	s.outcomes[f.outcome]++
	if f.row.problem != "" {
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
		return fmt.Errorf("interrupted: the output is complete up to row %d, what follows was not screened", s.last)
	case err != nil:
		return err
	case s.rows == 0:
		return fmt.Errorf("%s has a header but no rows", s.in.text.name)
	case s.rows != s.in.read:
		return fmt.Errorf("%d rows were read but %d results given: do not rely on this output", s.in.read, s.rows)
	}
	return nil
}

// printStart says how the file is read.
func (s *summary) printStart(w io.Writer) {
	l := &s.in.layout
	fmt.Fprintf(w, "Reading %s: %s, %s", s.in.text.name, s.in.text.encoding, delimiterName(s.in.records.delimiter))
	if s.in.text.guessed {
		fmt.Fprint(w, " (encoding guessed; -encoding corrects it)")
	}
	fmt.Fprintf(w, "\n  name from %s", columnNames(l.header, l.names[:1]))
	for _, part := range []struct {
		what    string
		columns []int
	}{
		{"other names", slices.Concat(l.names[1:], l.continued, l.otherNames)},
		{"country", l.country}, {"address", l.address}, {"reference", l.reference}, {"identifiers", l.identifiers},
	} {
		if len(part.columns) > 0 {
			fmt.Fprintf(w, "; %s from %s", part.what, columnNames(l.header, part.columns))
		}
	}
	fmt.Fprint(w, "\n\n")
}

// printEnd says what came of it, and what is needed to do it again.
func (s *summary) printEnd(w io.Writer) {
	seconds := time.Since(s.start).Seconds()
	fmt.Fprintf(w, "%d rows read, %d answered in %.2f s (%.0f rows/s): %d match, %d review, %d no match, %d not screened\n",
		s.in.read, s.rows, seconds, s.rate(), s.outcomes[screen.Match], s.outcomes[screen.Review], s.outcomes[screen.NoMatch], s.outcomes[screen.NotScreened])
	if s.problems > 0 {
		fmt.Fprintf(w, "  ragged or damaged rows, named above: %d\n", s.problems)
	}
	if s.in.blank > 0 {
		fmt.Fprintf(w, "  blank rows: %d\n", s.in.blank)
	}
	if s.in.unknown > 0 {
		fmt.Fprintf(w, "  countries not understood, left out: %d, first in %s\n", s.in.unknown, s.in.unknownAt)
	}
	for _, l := range s.sources.parts {
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

// stampLine is the stamp of a result on one line.
func stampLine(s screen.Stamp) string {
	edition := "undated"
	if !s.ListAsOf.IsZero() {
		edition = s.ListAsOf.String()
	}
	line := fmt.Sprintf("%s %s %.12s; rules %s; options %.12s", s.List, edition, s.ListDigest, s.RulesVersion, s.OptionsDigest)
	if !s.AsOf.IsZero() {
		line += "; as of " + s.AsOf.String()
	}
	return line
}

func delimiterName(d byte) string {
	switch d {
	case noDelimiter:
		return "one column"
	case ',':
		return "separated by commas"
	case ';':
		return "separated by semicolons"
	case '\t':
		return "separated by tabs"
	case '|':
		return "separated by |"
	}
	return "separated by " + strconv.QuoteRune(rune(d))
}

func columnNames(header []string, columns []int) string {
	names := make([]string, len(columns))
	for i, c := range columns {
		names[i] = strconv.Quote(header[c])
	}
	return strings.Join(names, ", ")
}
