// Command beam screens files of suppliers on as many machines as there are, as a
// pipeline of Apache Beam:
//
//	go run . -input '../suppliers/suppliers.csv' -output /tmp/screened
//
// For a hundred million counterparties the list is tiny and the names are many, so
// the pipeline is a map and no join: every worker has the whole list.
//
// A row walks through these files:
//
//	main.go      the run, from arguments to exit status
//	pipeline.go  the steps
//	element.go   what passes between them
//	read.go      a shard, which is a file, to rows
//	screen.go    rows of one party, gathered from all shards, to findings
//	worker.go    the one screener of a worker, from the list that was staged
//	write.go     the findings of a shard to its files
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"

	"github.com/partyscreen/partyscreen/examples/internal/listfile"
	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/screen"
)

// The exit statuses, those of the program suppliers.
const (
	statusNoAlert    = 0 // every row was screened and none is an alert
	statusAlerts     = 1 // every row was screened, at least one is an alert
	statusIncomplete = 2 // wrong use, or something could not be screened
)

// settings is what the command line says.
type settings struct {
	inputs          []string // paths or patterns
	output, staging string
	lists           []string
	options         screen.Options
	evidence        bool
}

func main() {
	set, err := parseSettings()
	beam.Init() // on a worker it does not return
	if err == nil {
		var status int
		if status, err = run(context.Background(), set); err == nil {
			os.Exit(status)
		}
	}
	fmt.Fprintln(os.Stderr, "beam:", err)
	os.Exit(statusIncomplete)
}

func parseSettings() (settings, error) {
	var set settings
	var asOf string
	flag.Func("input", "files of suppliers: a path or quoted pattern on this machine or gs://; repeat it for several", appendTo(&set.inputs))
	flag.StringVar(&set.output, "output", "", "folder for the results")
	flag.StringVar(&set.staging, "list_staging", "", "folder from which workers read the list; by default -output")
	flag.Func("list", "list to screen against, repeat it for several; by default the embedded 28", appendTo(&set.lists))
	flag.Float64Var(&set.options.Match, "match", screen.DefaultMatch, "score from which a hit is a match")
	flag.Float64Var(&set.options.Review, "review", screen.DefaultReview, "score from which a hit is for review")
	flag.StringVar(&asOf, "as_of", "", "screen as the list stood on that day, such as 2020-01-31")
	flag.BoolVar(&set.evidence, "evidence", false, "write a record of every row, for suppliers -verify")
	flag.Parse()
	switch {
	case flag.NArg() > 0:
		return set, fmt.Errorf("%q belongs to no flag; put the pattern of -input into quotes, so that the shell leaves it alone", flag.Arg(0))
	case len(set.inputs) == 0 || set.output == "":
		return set, errors.New("-input and -output are needed; for help: -h")
	case set.staging == "":
		set.staging = set.output
	}
	var err error
	if set.options.AsOf, err = lists.ParseDate(asOf); err != nil {
		return set, fmt.Errorf("-as_of %q is not a date such as 2020-01-31", asOf)
	}
	return set, nil
}

// appendTo takes a flag that may be repeated.
func appendTo(values *[]string) func(string) error {
	return func(value string) error {
		*values = append(*values, value)
		return nil
	}
}

// run screens and prints the counts.
func run(ctx context.Context, set settings) (status int, err error) {
	start := time.Now()
	loaded, err := listfile.Load("-list", set.lists)
	if err != nil {
		return 0, err
	}
	shards, err := findShards(ctx, set.inputs)
	if err != nil {
		return 0, err
	}
	job, err := newJob(ctx, loaded.Merged, set)
	if err != nil {
		return 0, err
	}
	p := beam.NewPipeline()
	job.build(p.Root(), shards)
	result, err := beamx.RunWithMetrics(ctx, p)
	if err != nil {
		return 0, err
	}
	count := make(map[string]int64)
	for _, c := range result.Metrics().AllMetrics().Counters() {
		count[c.Name()] += c.Result()
	}
	seconds := time.Since(start).Seconds()
	fmt.Fprintf(os.Stderr, "%d rows of %d shards in %.1f s (%.0f rows/s): %d repeated, %d alerts, %d not screened, %d ragged or damaged\n",
		count[rowsMetric], len(shards), seconds, float64(count[rowsMetric])/seconds, count[repeatedMetric], count[alertsMetric], count[notScreenedMetric], count[badRowsMetric])
	switch {
	case count[rowsMetric] == 0:
		return 0, errors.New("no rows were screened, or the runner tells no counts")
	case count[notScreenedMetric] > 0:
		return statusIncomplete, nil
	case count[alertsMetric] > 0:
		return statusAlerts, nil
	}
	return statusNoAlert, nil
}
