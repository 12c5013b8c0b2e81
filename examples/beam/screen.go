package main

import (
	"bytes"
	"context"
	"encoding/json"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"github.com/partyscreen/partyscreen/examples/internal/report"
	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/screen"
	"github.com/partyscreen/partyscreen/screen/evidence"
)

// screenFn screens a party once and gives each of its rows the result.
type screenFn struct {
	Screening screening
	Evidence  bool
	Started   time.Time // of the job: that of all evidence

	screener *screen.Screener
	day      lists.Date
	writers  map[int]*lineWriter // by shard

	repeated, alerts, notScreened beam.Counter
}

func (f *screenFn) Setup(ctx context.Context) error {
	f.repeated, f.alerts, f.notScreened = beam.NewCounter(metrics, repeatedMetric), beam.NewCounter(metrics, alertsMetric), beam.NewCounter(metrics, notScreenedMetric)
	var err error
	if f.day, err = lists.ParseDate(f.Screening.Day); err != nil {
		return err
	}
	f.screener, err = f.Screening.screener(ctx)
	return err
}

func (f *screenFn) ProcessElement(ctx context.Context, _ []byte, rows func(*Row) bool, headers func(*Row) bool, emit func(int, Line)) error {
	if f.writers == nil {
		if err := f.prepare(headers); err != nil {
			return err
		}
	}
	var row Row
	var result *screen.Result
	for rows(&row) {
		if result == nil {
			r := f.screener.ScreenParty(row.Row.Party)
			result = &r
		} else {
			f.repeated.Inc(ctx, 1)
		}
		result.Party = row.Row.Party // the references differ
		finding := report.NewFinding(row.Row, *result, f.day)
		if err := f.emit(ctx, row.Shard, finding, emit); err != nil {
			return err
		}
	}
	return nil
}

// emit gives the lines of one row.
func (f *screenFn) emit(ctx context.Context, shard int, finding report.Finding, emit func(int, Line)) error {
	number := finding.Row.Number
	if finding.Outcome != screen.NoMatch {
		kind := notScreenedLine
		if finding.Outcome.Alert() {
			f.alerts.Inc(ctx, 1)
			kind = alertLine
		} else {
			f.notScreened.Inc(ctx, 1)
		}
		text, err := f.writers[shard].line(finding)
		if err != nil {
			return err
		}
		emit(shard, Line{number, kind, text})
	}
	if f.Evidence {
		record := evidence.NewRecord(finding.Result, f.screener.Options(), f.Started)
		record.Row, record.Note = number, finding.Row.Problem
		text, err := json.Marshal(record)
		if err != nil {
			return err
		}
		emit(shard, Line{number, evidenceLine, text})
	}
	return nil
}

// prepare makes a writer for each shard, because their columns differ.
func (f *screenFn) prepare(headers func(*Row) bool) error {
	f.writers = make(map[int]*lineWriter)
	var h Row
	for headers(&h) {
		w := &lineWriter{}
		var err error
		if w.formatter, err = report.New("jsonl", &w.buffer, report.Options{Header: h.Row.Cells}); err != nil {
			return err
		}
		f.writers[h.Shard] = w
	}
	return nil
}

// lineWriter writes the findings of a shard as the program suppliers does.
type lineWriter struct {
	buffer    bytes.Buffer
	formatter report.Formatter
}

func (w *lineWriter) line(f report.Finding) ([]byte, error) {
	w.buffer.Reset()
	err := w.formatter.Write(f)
	return bytes.Clone(bytes.TrimSuffix(w.buffer.Bytes(), []byte("\n"))), err
}
