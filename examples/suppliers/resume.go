package main

import (
	"fmt"
	"io"
	"math"
	"os"

	"github.com/partyscreen/partyscreen/examples/internal/report"
	"github.com/partyscreen/partyscreen/examples/internal/vendorfile"
)

// openResumed opens an output to go on behind its last whole row. What a crash left
// of another is cut off, and so are rows that the evidence lacks. Of an output that
// is not there it returns a new one and no position.
func openResumed(set settings, opts report.Options, proof *proof) (*os.File, *report.Position, error) {
	file, err := os.OpenFile(set.output, os.O_RDWR|os.O_CREATE, 0o666)
	if err != nil {
		return nil, nil, fmt.Errorf("-output: %w", err)
	}
	limit := math.MaxInt
	if proof != nil {
		limit = proof.lastRow
	}
	at, err := report.FindPosition(set.format, file, opts, limit)
	if err == nil {
		err = file.Truncate(at.Offset)
	}
	if err == nil {
		_, err = file.Seek(at.Offset, io.SeekStart)
	}
	switch {
	case err != nil:
		file.Close()
		return nil, nil, fmt.Errorf("-resume: cannot go on with %s: %w", set.output, err)
	case at.Offset == 0:
		return file, nil, nil
	}
	return file, &at, nil
}

// checkResumed compares the row at which an interrupted run ended with that of the
// file.
func checkResumed(from *report.Position, r vendorfile.Row, width int) error {
	if r.Number == from.Row && !from.IsAt(r, width) {
		return fmt.Errorf("-resume: row %d is not the one that the output has: is it another file? begin anew, without -resume", r.Number)
	}
	return nil
}
