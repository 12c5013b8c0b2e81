package main

import (
	"context"
	"fmt"
	"io"
	"time"

	"github.com/partyscreen/partyscreen/examples/internal/report"
	"github.com/partyscreen/partyscreen/examples/internal/vendorfile"
	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/screen"
)

// screenFile screens a file of suppliers.
func screenFile(ctx context.Context, set settings, stdin io.Reader, stdout, stderr io.Writer) (int, error) {
	progress := newProgress(stderr)
	defer progress.clear()
	sources, screener, err := newScreener(set, progress)
	if err != nil {
		return 0, err
	}
	in, err := vendorfile.Open(set.file, stdin, set.reading)
	if err != nil {
		return 0, err
	}
	defer in.Close()
	proof, err := openProof(set.evidence, screener)
	if err != nil {
		return 0, err
	}
	defer proof.close()
	out, err := newOutput(set, in, sources, screener, proof, stdout, progress)
	if err != nil {
		return 0, err
	}
	total := newSummary(set, sources, screener, in)
	total.resume(out.from)
	progress.clear()
	fmt.Fprintf(stderr, "Reading %s\n\n", in)

	day := set.day()
	err = screenRows(ctx, screener, in, out.from, func(r vendorfile.Row, result screen.Result) error {
		f := report.NewFinding(r, result, day)
		total.count(f)
		progress.rows(in, total)
		if f.Row.Problem != "" {
			progress.clear()
			fmt.Fprintf(stderr, "row %d: %s\n", r.Number, f.Row.Problem)
		}
		if err := proof.write(f); err != nil {
			return err
		}
		return out.Write(f)
	})
	if closing := out.close(err); err == nil {
		err = closing
	}
	progress.clear()
	total.printEnd(stderr)
	proof.print(stderr)
	return total.status(), total.explain(err)
}

// screenRows screens the rows in their order and gives each, with its result, to
// done; those that an interrupted run has done already are passed over. ScreenAll
// reads a little ahead of the results: those rows wait.
func screenRows(ctx context.Context, screener *screen.Screener, in *vendorfile.File, from *report.Position, done func(vendorfile.Row, screen.Result) error) error {
	var waiting []vendorfile.Row
	var wrong error
	parties := func(yield func(screen.Party) bool) {
		for r := range in.Rows() {
			if from != nil && r.Number <= from.Row {
				wrong = checkResumed(from, r, len(in.Header))
				if wrong != nil {
					return
				}
				continue
			}
			waiting = append(waiting, r)
			if !yield(r.Party) {
				return
			}
		}
	}
	for result, err := range screener.ScreenAll(ctx, parties) {
		if err != nil {
			return err
		}
		r := waiting[0]
		waiting[0], waiting = vendorfile.Row{}, waiting[1:]
		if err := done(r, result); err != nil {
			return err
		}
	}
	if wrong != nil {
		return wrong
	}
	return in.Err()
}

// day is the day whose listings are shown.
func (set *settings) day() lists.Date {
	if set.options.AsOf.IsZero() {
		return lists.DateOf(time.Now())
	}
	return set.options.AsOf
}
