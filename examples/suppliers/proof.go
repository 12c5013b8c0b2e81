package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/partyscreen/partyscreen/examples/internal/report"
	"github.com/partyscreen/partyscreen/screen"
	"github.com/partyscreen/partyscreen/screen/evidence"
)

// proof is the file of evidence of a run; nil writes none.
type proof struct {
	file    *os.File
	chain   *evidence.Chain
	options screen.Options
	lastRow int // of the last record before this run
	records int
}

// openProof opens a file of evidence to go on with its chain; without a name there
// is none. Records are written one by one, so that a crash leaves whole ones.
func openProof(name string, s *screen.Screener) (*proof, error) {
	if name == "" {
		return nil, nil
	}
	file, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o666)
	if err != nil {
		return nil, fmt.Errorf("-evidence: %w", err)
	}
	last, err := evidence.Last(file)
	if err != nil {
		file.Close()
		return nil, fmt.Errorf("-evidence %s: %w; begin another file, and keep this one", name, err)
	}
	return &proof{file: file, chain: evidence.NewChain(file, last.Hash), options: s.Options(), lastRow: last.Row}, nil
}

func (p *proof) write(f report.Finding) error {
	if p == nil {
		return nil
	}
	record := evidence.NewRecord(f.Result, p.options, time.Now())
	record.Row, record.Note = f.Row.Number, f.Row.Problem
	p.records++
	if err := p.chain.Append(record); err != nil {
		return fmt.Errorf("-evidence: %w", err)
	}
	return nil
}

// print says what to keep elsewhere.
func (p *proof) print(w io.Writer) {
	if p != nil && p.records > 0 {
		fmt.Fprintf(w, "  evidence: %d records in %s; keep this hash of the last one elsewhere: %s\n", p.records, p.file.Name(), p.chain.Last())
	}
}

func (p *proof) close() {
	if p != nil {
		p.file.Close()
	}
}
