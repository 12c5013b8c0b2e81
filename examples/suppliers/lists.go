package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/partyscreen/partyscreen/examples/internal/listfile"
	"github.com/partyscreen/partyscreen/screen"
)

// newScreener loads the lists and the decisions that the settings name.
func newScreener(set settings, p *progress) (listfile.Lists, *screen.Screener, error) {
	p.say("loading the list …")
	s, err := listfile.Load("-list", set.lists)
	if err != nil {
		return s, nil, err
	}
	if set.options.Decisions, err = loadDecisions(set); err != nil {
		return s, nil, err
	}
	screener, err := screen.New(s.Merged, set.options)
	return s, screener, err
}

// loadDecisions reads the decisions of reviewers. Only the first decision may find
// no file.
func loadDecisions(set settings) (*screen.Ledger, error) {
	if set.decisions == "" {
		return nil, nil
	}
	file, err := os.Open(set.decisions)
	if errors.Is(err, fs.ErrNotExist) && set.decide != "" {
		return nil, nil
	} else if err != nil {
		return nil, fmt.Errorf("-decisions: %w", err)
	}
	defer file.Close()
	ledger, err := screen.ReadLedger(file)
	if err != nil {
		return nil, fmt.Errorf("-decisions %s: %w", set.decisions, err)
	}
	return ledger, nil
}
