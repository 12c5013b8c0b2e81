package main

import (
	"context"
	"encoding/json"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"

	"github.com/partyscreen/partyscreen/examples/internal/vendorfile"
)

// readFn reads a shard. It gives every row under the key of its party; what is
// wrong with a row goes to the bad rows too.
type readFn struct {
	rows, bad beam.Counter
}

func (f *readFn) Setup() {
	f.rows, f.bad = beam.NewCounter(metrics, rowsMetric), beam.NewCounter(metrics, badRowsMetric)
}

// badRow is a line of the bad rows.
type badRow struct {
	Shard  string `json:"shard"`
	Row    int    `json:"row"`
	Reason string `json:"reason"`
}

// ProcessElement fails if the shard cannot be read to its end, and with it the
// pipeline: rows of which nobody knows cannot be told apart from clear ones.
func (f *readFn) ProcessElement(ctx context.Context, shard Shard, rows func([]byte, Row), headers func(Row), bad func(int, Line)) error {
	fs, err := filesystem.New(ctx, shard.Path)
	if err != nil {
		return err
	}
	defer fs.Close()
	content, err := fs.OpenRead(ctx, shard.Path)
	if err != nil {
		return err
	}
	defer content.Close()
	file, err := vendorfile.Read(shard.Path, content, vendorfile.Options{})
	if err != nil {
		return err
	}
	defer file.Close()
	headers(Row{shard.Number, vendorfile.Row{Cells: file.Header}})
	bad(shard.Number, Line{Kind: noLine})
	for r := range file.Rows() {
		f.rows.Inc(ctx, 1)
		key, err := keyOf(r.Party)
		if err != nil {
			return err
		}
		rows(key, Row{shard.Number, r})
		if r.Problem == "" {
			continue
		}
		f.bad.Inc(ctx, 1)
		text, err := json.Marshal(badRow{shard.Path, r.Number, r.Problem})
		if err != nil {
			return err
		}
		bad(shard.Number, Line{r.Number, badRowLine, text})
	}
	return file.Err()
}
