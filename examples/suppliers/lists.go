package main

import (
	"fmt"

	"github.com/partyscreen/partyscreen/lists"
)

// sources are the lists to screen against, and their union.
type sources struct {
	parts  []*lists.List
	merged *lists.List
}

// loadLists opens the named files; "embedded" names the 28.
func loadLists(names []string) (sources, error) {
	var s sources
	for _, name := range names {
		list := lists.Embedded()
		if name != "embedded" {
			var err error
			if list, err = lists.Open(name); err != nil {
				return s, fmt.Errorf("-list %s: %w", name, err)
			}
		}
		s.parts = append(s.parts, list)
	}
	if s.merged = s.parts[0]; len(s.parts) == 1 {
		return s, nil
	}
	var err error
	if s.merged, err = lists.Merge(s.parts...); err != nil {
		return s, fmt.Errorf("-list: %w", err)
	}
	return s, nil
}
