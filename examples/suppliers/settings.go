package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"

	"github.com/partyscreen/partyscreen/examples/internal/report"
	"github.com/partyscreen/partyscreen/examples/internal/vendorfile"
	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/screen"
)

const usage = `Usage: suppliers [flags] FILE.csv

Screens every supplier of a CSV file against restricted-party lists: by
default the 28 entities that the US Bureau of Industry and Security listed on
9 October 2019. FILE may be "-" for standard input. Comma, semicolon, tab or
pipe; UTF-8, UTF-16, GB18030 and Windows code pages are told by the content.

  -column HEADER   column with the supplier's name; repeat it for other names.
                   A number counts columns. Default: found by the header.
  -list FILE       list to screen against, such as the Consolidated Screening
                   List as CSV; repeat it for several. "embedded" is the 28.
  -format FORMAT   table (alerts only; the default), csv, xlsx or jsonl (every row),
                   or junit (a test case a row, so that a build fails on alerts).
  -bom             csv begins with a byte order mark, so that Excel reads it as
                   UTF-8. It does anyway if FILE has one and -output is given.
  -output FILE     write there instead of to standard output.
  -match SCORE     score from which a hit is a match. Default %v.
  -review SCORE    score from which a hit is for review. Default %v.
  -as-of DATE      screen as the list stood on that day, such as 2020-01-31.
  -no-header       the first row is a supplier already.
  -encoding NAME   encoding of FILE, such as big5 or shift_jis, where the
                   guess is wrong.

Row numbers are those of a spreadsheet: the header is row 1.
In CSV output a cell that a spreadsheet could take for a formula gets a leading
apostrophe.

Exit status:
  0  all rows screened, no alert
  1  all rows screened, at least one alert
  2  wrong use, or something could not be screened
("go run" turns 2 into 1; build the program to tell them apart.)

Examples:
  suppliers vendors.csv
  suppliers -list embedded -list consolidated.csv -format jsonl -output result.jsonl vendors.csv
`

// settings is what the command line says.
type settings struct {
	file    string
	columns repeated
	reading vendorfile.Options
	lists   repeated
	format  string
	mark    bool
	output  string
	options screen.Options
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
	var asOf string
	flags := flag.NewFlagSet("suppliers", flag.ContinueOnError)
	flags.SetOutput(io.Discard) // run prints the error
	flags.Var(&set.columns, "column", "")
	flags.Var(&set.lists, "list", "")
	flags.StringVar(&set.format, "format", "table", "")
	flags.BoolVar(&set.mark, "bom", false, "")
	flags.StringVar(&set.output, "output", "", "")
	flags.StringVar(&set.reading.Encoding, "encoding", "", "")
	flags.BoolVar(&set.reading.NoHeader, "no-header", false, "")
	flags.Float64Var(&set.options.Match, "match", screen.DefaultMatch, "")
	flags.Float64Var(&set.options.Review, "review", screen.DefaultReview, "")
	flags.StringVar(&asOf, "as-of", "", "")
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
	if len(files) != 1 {
		return set, fmt.Errorf("one FILE is needed, have %d", len(files))
	}
	set.file, set.reading.Columns = files[0], set.columns
	return set, set.complete(asOf)
}

// complete checks what flag does not.
func (set *settings) complete(asOf string) error {
	if err := report.CheckFormat(set.format); err != nil {
		return err
	}
	if set.mark && set.format != "csv" {
		return fmt.Errorf("-bom goes with -format csv, not with %s", set.format)
	}
	if len(set.lists) == 0 {
		set.lists = repeated{"embedded"}
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
