package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/screen"
)

// sources are the lists to screen against, and their union.
type sources struct {
	parts  []*lists.List
	merged *lists.List
}

// newScreener loads the lists and the decisions that the settings name.
func newScreener(set settings, p *progress) (sources, *screen.Screener, error) {
	p.say("loading the list …")
	s, err := loadLists("-list", set.lists)
	if err != nil {
		return s, nil, err
	}
	if set.options.Decisions, err = loadDecisions(set); err != nil {
		return s, nil, err
	}
	screener, err := screen.New(s.merged, set.options)
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

// loadLists opens the files that a flag names; "embedded" names the 28.
func loadLists(flag string, names []string) (sources, error) {
	var s sources
	for _, name := range names {
		list := lists.Embedded()
		if name != "embedded" {
			var err error
			if list, err = lists.Open(name); err != nil {
				return s, fmt.Errorf("%s %s: %w", flag, name, err)
			}
		}
		s.parts = append(s.parts, list)
	}
	if s.merged = s.parts[0]; len(s.parts) == 1 {
		return s, nil
	}
	var err error
	if s.merged, err = lists.Merge(s.parts...); err != nil {
		return s, fmt.Errorf("%s: %w", flag, err)
	}
	return s, nil
}
