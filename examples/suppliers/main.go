// Command suppliers screens a file of suppliers against restricted-party
// lists:
//
//	go run ./examples/suppliers examples/suppliers/suppliers.csv
//
// A row walks through these files:
//
//	main.go       the run, from arguments to exit status
//	usage.go      the help
//	settings.go   the flags
//	lists.go      what to screen with: lists, decisions, options
//	screening.go  a file against the lists
//	output.go     where findings go
//	resume.go     and where they went on
//	proof.go      the file of evidence
//	progress.go   how far it is, on a terminal
//	summary.go    what came of it
//	decide.go     a reviewer's decision on a row
//	rescreen.go   what a new edition of a list changes
//	verify.go     evidence, screened again
//	explain.go    the whole way of one name
//
// Lists are loaded by package listfile, the file is read by package vendorfile, and
// the findings are written by package report, all in examples/internal.
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

	"github.com/partyscreen/partyscreen/screen"
)

// The exit statuses.
const (
	statusNoAlert    = 0 // every row was screened and none is an alert
	statusAlerts     = 1 // every row was screened, at least one is an alert
	statusIncomplete = 2 // wrong use, or something could not be screened
)

// garbage is how much of it may lie beside what is used, in percent. Loading a large
// list leaves much: collecting it early keeps a run within 150 MB, at a tenth more
// time.
const garbage = 30

func main() {
	debug.SetGCPercent(garbage)
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
	status, err := work(set)(ctx, set, stdin, stdout, stderr)
	if err != nil {
		fmt.Fprintf(stderr, "suppliers: %v\n", err)
		return statusIncomplete
	}
	return status
}

// work returns what the settings ask for. An error is what stopped it; what rows
// could not be screened is in the status.
func work(set settings) func(context.Context, settings, io.Reader, io.Writer, io.Writer) (status int, err error) {
	switch {
	case set.verify != "":
		return verifyEvidence
	case set.explain != "":
		return explainName
	case set.decide != "":
		return decideHit
	case len(set.before) > 0:
		return rescreenFile
	}
	return screenFile
}
