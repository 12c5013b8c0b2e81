// Command suppliers screens a file of suppliers against restricted-party
// lists:
//
//	go run ./examples/suppliers examples/suppliers/suppliers.csv
//
// A row walks through these files:
//
//	main.go      the run, from arguments to exit status
//	settings.go  the flags
//	lists.go     the lists to screen against
//	output.go    where findings go
//	progress.go  how far it is, on a terminal
//	summary.go   what came of it
//
// The file is read by package vendorfile, and the findings are written by package
// report, both in examples/internal.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
	"time"

	"github.com/partyscreen/partyscreen/examples/internal/report"
	"github.com/partyscreen/partyscreen/examples/internal/vendorfile"
	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/screen"
)

// The exit statuses.
const (
	statusNoAlert    = 0 // every row was screened and none is an alert
	statusAlerts     = 1 // every row was screened, at least one is an alert
	statusIncomplete = 2 // wrong use, or something could not be screened
)

func main() {
	// Loading a large list leaves much garbage beside it. Collecting it early
	// keeps a run within 150 MB, at a tenth more time.
	debug.SetGCPercent(30)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends the program at once
	os.Exit(run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run is the program without its process. It returns the exit status.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	set, err := parseSettings(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprintf(stdout, usage, screen.DefaultMatch, screen.DefaultReview)
		return statusNoAlert
	case err != nil:
		fmt.Fprintf(stderr, "suppliers: %v\nFor help: suppliers -h\n", err)
		return statusIncomplete
	}
	total, err := screenFile(ctx, set, stdin, stdout, stderr)
	if err != nil {
		fmt.Fprintf(stderr, "suppliers: %v\n", err)
		return statusIncomplete
	}
	return total.status()
}

// screenFile does what the settings say. It returns an error for what stopped
// it; what rows could not be screened is in the summary.
func screenFile(ctx context.Context, set settings, stdin io.Reader, stdout, stderr io.Writer) (*summary, error) {
	progress := newProgress(stderr)
	defer progress.clear()
	progress.say("loading the list …")
	sources, err := loadLists(set.lists)
	if err != nil {
		return nil, err
	}
	screener, err := screen.New(sources.merged, set.options)
	if err != nil {
		return nil, err
	}
	in, err := vendorfile.Open(set.file, stdin, set.reading)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	out, err := newOutput(set, in, sources, screener, stdout, progress)
	if err != nil {
		return nil, err
	}
	total := newSummary(set, sources, screener, in)
	progress.clear()
	fmt.Fprintf(stderr, "Reading %s\n\n", in)

	day := set.options.AsOf
	if day.IsZero() {
		day = today()
	}
	err = screenRows(ctx, screener, in, func(r vendorfile.Row, result screen.Result) error {
		f := report.NewFinding(r, result, day)
		total.count(f)
		progress.rows(in, total)
		if f.Row.Problem != "" {
			progress.clear()
			fmt.Fprintf(stderr, "row %d: %s\n", r.Number, f.Row.Problem)
		}
		return out.Write(f)
	})
	if closing := out.close(err); err == nil {
		err = closing
	}
	progress.clear()
	total.printEnd(stderr)
	return total, total.explain(err)
}

// screenRows screens the rows in their order and gives each, with its result,
// to done. ScreenAll reads a little ahead of the results: those rows wait.
func screenRows(ctx context.Context, screener *screen.Screener, in *vendorfile.File, done func(vendorfile.Row, screen.Result) error) error {
	var waiting []vendorfile.Row
	parties := func(yield func(screen.Party) bool) {
		for r := range in.Rows() {
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
	return in.Err()
}

func today() lists.Date {
	now := time.Now()
	return lists.Date{Year: int16(now.Year()), Month: uint8(now.Month()), Day: uint8(now.Day())}
}
