// Package listfile loads the lists that a flag of a program names.
package listfile

import (
	"fmt"

	"github.com/partyscreen/partyscreen/lists"
)

// Lists are the lists to screen against, and their union.
type Lists struct {
	Parts  []*lists.List
	Merged *lists.List
}

// Load opens the files that a flag names; "embedded" names the 28, and so does no
// name at all.
func Load(flag string, names []string) (Lists, error) {
	if len(names) == 0 {
		names = []string{"embedded"}
	}
	var l Lists
	for _, name := range names {
		list := lists.Embedded()
		if name != "embedded" {
			var err error
			if list, err = lists.Open(name); err != nil {
				return l, fmt.Errorf("%s %s: %w", flag, name, err)
			}
		}
		l.Parts = append(l.Parts, list)
	}
	if l.Merged = l.Parts[0]; len(l.Parts) == 1 {
		return l, nil
	}
	var err error
	if l.Merged, err = lists.Merge(l.Parts...); err != nil {
		return l, fmt.Errorf("%s: %w", flag, err)
	}
	return l, nil
}
