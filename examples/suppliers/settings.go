package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/partyscreen/partyscreen/examples/internal/report"
	"github.com/partyscreen/partyscreen/examples/internal/vendorfile"
	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/screen"
)

// settings is what the command line says.
type settings struct {
	file    string
	columns repeated
	reading vendorfile.Options
	lists   repeated
	format  string
	mark    bool
	output  string
	resume  bool
	options screen.Options

	decisions string
	evidence  string
	decide    string
	decision  screen.Decision // what -decide puts down, without party and entity
	before    repeated
	verify    string
	anchor    string
	explain   string
}

// repeated is a flag that may be given several times.
type repeated []string

func (r *repeated) String() string { return strings.Join(*r, ",") }

func (r *repeated) Set(value string) error {
	if value == "" {
		return errors.New("it is empty")
	}
	*r = append(*r, value)
	return nil
}

// parseSettings reads the arguments. Flags may stand before and after FILE.
func parseSettings(args []string) (settings, error) {
	var set settings
	var asOf, verdict, expires string
	flags := flag.NewFlagSet("suppliers", flag.ContinueOnError)
	flags.SetOutput(io.Discard) // run prints the error
	flags.Var(&set.columns, "column", "")
	flags.Var(&set.lists, "list", "")
	flags.StringVar(&set.format, "format", "table", "")
	flags.BoolVar(&set.mark, "bom", false, "")
	flags.StringVar(&set.output, "output", "", "")
	flags.StringVar(&set.reading.Encoding, "encoding", "", "")
	flags.StringVar(&set.reading.Sheet, "sheet", "", "")
	flags.BoolVar(&set.reading.NoHeader, "no-header", false, "")
	flags.Float64Var(&set.options.Match, "match", screen.DefaultMatch, "")
	flags.Float64Var(&set.options.Review, "review", screen.DefaultReview, "")
	flags.StringVar(&asOf, "as-of", "", "")
	flags.BoolVar(&set.resume, "resume", false, "")
	flags.StringVar(&set.decisions, "decisions", "", "")
	flags.StringVar(&set.evidence, "evidence", "", "")
	flags.StringVar(&set.decide, "decide", "", "")
	flags.StringVar(&verdict, "verdict", "", "")
	flags.StringVar(&set.decision.Author, "author", "", "")
	flags.StringVar(&set.decision.Reason, "reason", "", "")
	flags.StringVar(&expires, "expires", "", "")
	flags.Var(&set.before, "before", "")
	flags.StringVar(&set.verify, "verify", "", "")
	flags.StringVar(&set.anchor, "anchor", "", "")
	flags.StringVar(&set.explain, "explain", "", "")
	var files []string
	for rest := args; ; {
		if err := flags.Parse(rest); err != nil {
			return set, err
		}
		if flags.NArg() == 0 {
			break
		}
		files = append(files, flags.Arg(0))
		rest = flags.Args()[1:]
	}
	if err := set.setFile(files); err != nil {
		return set, err
	}
	if err := set.complete(asOf); err != nil {
		return set, err
	}
	return set, set.completeDecision(verdict, expires)
}

// setFile takes the one FILE, which some kinds of work do without.
func (set *settings) setFile(files []string) error {
	want, other := 1, ""
	switch {
	case set.verify != "":
		want, other = 0, "-verify"
	case set.explain != "":
		want, other = 0, "-explain"
	}
	switch {
	case want == 0 && len(files) > 0:
		return fmt.Errorf("%s needs no FILE, have %q", other, files)
	case len(files) != want:
		return fmt.Errorf("one FILE is needed, have %d", len(files))
	case want == 1:
		set.file, set.reading.Columns = files[0], set.columns
	}
	return nil
}

// completeDecision checks the flags of -decide.
func (set *settings) completeDecision(verdict, expires string) error {
	d := &set.decision
	if set.decide == "" {
		if verdict+d.Author+d.Reason+expires != "" {
			return errors.New("-verdict, -author, -reason and -expires go with -decide")
		}
		return nil
	}
	if set.decisions == "" {
		return errors.New("-decide needs the file to write to: -decisions FILE")
	}
	if err := d.Verdict.UnmarshalText([]byte(strings.ReplaceAll(verdict, "-", "_"))); err != nil {
		return fmt.Errorf("-verdict %q: it is not-the-same-party, confirmed or withdrawn", verdict)
	}
	d.Date = lists.DateOf(time.Now())
	d.Expires = lists.Date{Year: d.Date.Year + 1, Month: d.Date.Month, Day: min(d.Date.Day, 28)}
	if expires != "" {
		var err error
		if d.Expires, err = lists.ParseDate(expires); err != nil {
			return fmt.Errorf("-expires %q is not a date such as 2027-01-31", expires)
		}
	}
	return nil
}

// complete checks what flag does not.
func (set *settings) complete(asOf string) error {
	if err := report.CheckFormat(set.format); err != nil {
		return err
	}
	if set.mark && set.format != "csv" {
		return fmt.Errorf("-bom goes with -format csv, not with %s", set.format)
	}
	if set.resume && (set.output == "" || set.format != "csv" && set.format != "jsonl") {
		return errors.New("-resume goes on with an -output of -format csv or jsonl")
	}
	if len(set.before) > 0 && set.format != "table" && set.format != "jsonl" {
		return fmt.Errorf("-before shows changes as table or jsonl, not as %s", set.format)
	}
	if set.anchor != "" && set.verify == "" {
		return errors.New("-anchor goes with -verify")
	}
	if set.format == "html" {
		set.options.Nearest = max(set.options.Nearest, 3) // the page shows near misses
	}
	if set.options.Match <= 0 || set.options.Match > 1 || set.options.Review <= 0 || set.options.Review > set.options.Match {
		return fmt.Errorf("scores must be 0 < -review ≤ -match ≤ 1, have -review %v and -match %v", set.options.Review, set.options.Match)
	}
	var err error
	if set.options.AsOf, err = lists.ParseDate(asOf); err != nil {
		return fmt.Errorf("-as-of %q is not a date such as 2020-01-31", asOf)
	}
	return nil
}
