package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/partyscreen/partyscreen/examples/internal/listfile"
	"github.com/partyscreen/partyscreen/screen/evidence"
)

// verifyEvidence screens the records of a file of evidence again and prints those
// that are not reproduced, then the counts.
func verifyEvidence(ctx context.Context, set settings, _ io.Reader, stdout, stderr io.Writer) (int, error) {
	progress := newProgress(stderr)
	progress.say("loading the list …")
	defer progress.clear()
	s, err := listfile.Load("-list", set.lists)
	if err != nil {
		return 0, err
	}
	file, err := os.Open(set.verify)
	if err != nil {
		return 0, fmt.Errorf("-verify: %w", err)
	}
	defer file.Close()
	states := make(map[evidence.State]int)
	records, last, anchored := 0, "", set.anchor == ""
	for v, err := range evidence.Verify(file, s.Merged) {
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return 0, fmt.Errorf("-verify %s: %w", set.verify, err)
		}
		records++
		states[v.State]++
		last = v.Record.Hash
		anchored = anchored || last == set.anchor && v.State != evidence.Tampered
		if v.State == evidence.Reproduced {
			continue
		}
		progress.clear()
		fmt.Fprintf(stdout, "line %d: row %d, %q: %s\n", v.Line, v.Record.Row, v.Record.Party.Name, v.State)
		for _, why := range v.Why {
			fmt.Fprintf(stdout, "  %s\n", why)
		}
	}
	progress.clear()
	if records == 0 {
		return 0, fmt.Errorf("-verify %s: the file is empty", set.verify)
	}
	fmt.Fprintf(stdout, "%d records: %d reproduced, %d differ, %d tampered; hash of the last one %s\n",
		records, states[evidence.Reproduced], states[evidence.Differs], states[evidence.Tampered], last)
	switch {
	case !anchored:
		return 0, errors.New("-anchor: no record of the file has that hash: its end was cut off, or its records are other ones")
	case states[evidence.Tampered] > 0:
		return statusIncomplete, nil
	case states[evidence.Differs] > 0:
		return statusAlerts, nil
	}
	return statusNoAlert, nil
}
