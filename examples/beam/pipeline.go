package main

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"github.com/partyscreen/partyscreen/lists"
)

// The metrics, counted by rows.
const (
	metrics           = "suppliers"
	rowsMetric        = "rows"
	repeatedMetric    = "repeated"
	alertsMetric      = "alerts"
	notScreenedMetric = "not-screened"
	badRowsMetric     = "bad-rows"
)

func init() { // Beam's way to make types and functions known to workers
	beam.RegisterCoder(reflect.TypeFor[Row](), encodeRow, decodeRow)
	register.DoFn5x1[context.Context, Shard, func([]byte, Row), func(Row), func(int, Line), error](&readFn{})
	register.DoFn5x1[context.Context, []byte, func(*Row) bool, func(*Row) bool, func(int, Line), error](&screenFn{})
	register.DoFn3x1[context.Context, int, func(*Line) bool, error](&writeFn{})
	register.Emitter2[[]byte, Row]()
	register.Emitter1[Row]()
	register.Emitter2[int, Line]()
	register.Iter1[Row]()
	register.Iter1[Line]()
}

// job is a pipeline before it is built.
type job struct {
	screening screening
	started   time.Time
	output    string
	evidence  bool
}

// newJob stages the list and notes all that workers need to know.
func newJob(ctx context.Context, list *lists.List, set settings) (*job, error) {
	staged, err := stage(ctx, list, set.staging)
	if err != nil {
		return nil, err
	}
	now := time.Now()
	day := set.options.AsOf
	if day.IsZero() {
		day = lists.DateOf(now)
	}
	s := screening{
		List: staged, Digest: list.Digest(), Day: day.String(),
		Match: set.options.Match, Review: set.options.Review, AsOf: set.options.AsOf.String(),
	}
	if _, err := s.screener(ctx); err != nil { // what no worker could make, the user learns at once
		return nil, err
	}
	return &job{screening: s, started: now, output: set.output, evidence: set.evidence}, nil
}

// findShards lists the files of all patterns, in the order of their paths.
func findShards(ctx context.Context, patterns []string) ([]Shard, error) {
	var paths []string
	for _, pattern := range patterns {
		fs, err := filesystem.New(ctx, pattern)
		if err != nil {
			return nil, fmt.Errorf("-input %s: %w", pattern, err)
		}
		found, err := fs.List(ctx, pattern)
		if err != nil {
			return nil, fmt.Errorf("-input %s: %w", pattern, err)
		}
		if len(found) == 0 {
			return nil, fmt.Errorf("-input %s: there is no such file", pattern)
		}
		paths = append(paths, found...)
	}
	slices.Sort(paths)
	var shards []Shard
	for i, path := range slices.Compact(paths) {
		shards = append(shards, Shard{i, path})
	}
	return shards, nil
}

// build adds the steps to a pipeline. Rows are grouped by what decides their
// result, so that a party is screened once however many shards have it; then lines
// are grouped by shard.
//
// A worker that fails loses and repeats nothing: the runner gives its bundle to
// another, and what the failed one had passed on before is discarded with it. Only
// writing acts on the outside. It does so once for a whole shard, under a name that
// depends on nothing else and that a file gets when it is complete, with lines in the
// order of the rows; and a second time writes the same bytes over the first, as no
// step looks at the clock: evidence has the time at which the job was started.
func (j *job) build(s beam.Scope, shards []Shard) {
	files := beam.Reshuffle(s, beam.CreateList(s, shards))
	rows, headers, bad := beam.ParDo3(s, &readFn{}, files)
	lines := beam.ParDo(s, &screenFn{Screening: j.screening, Evidence: j.evidence, Started: j.started}, beam.GroupByKey(s, rows), beam.SideInput{Input: headers})
	all := beam.Flatten(s, lines, bad)
	beam.ParDo0(s, &writeFn{Folder: j.output, Shards: len(shards), Evidence: j.evidence}, beam.GroupByKey(s, all))
}
