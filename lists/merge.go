package lists

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Merge returns the union of lists. The same company on several lists stays
// several entities, because the legal effects differ. An ID that only one list
// has is kept; one that several have is prefixed with the ID of its list and a
// colon, as in "csl:15268" and "dpl:15268".
//
// The merged list is as old as the oldest of its parts: it cannot show what
// that authority has published since. So it is undated as soon as one part is.
//
// Merging nothing, or a list with one of the same ID, is an error; two editions
// of a list cannot hold at once.
func Merge(lists ...*List) (*List, error) {
	if len(lists) == 0 || slices.Contains(lists, nil) {
		return nil, errors.New("lists: Merge needs lists, and none of them nil")
	}
	var (
		all      List
		entities []*Entity
		ids      []string
		titles   []string
		count    = make(map[string]int)
	)
	all.asOf = lists[0].asOf
	for _, l := range lists {
		for _, part := range l.parts {
			if slices.Contains(all.parts, part) {
				return nil, fmt.Errorf("lists: Merge: %w: list %q is there twice", ErrDuplicate, part)
			}
		}
		all.parts = append(all.parts, l.parts...)
		ids, titles = append(ids, l.id), append(titles, l.title)
		if l.asOf.Compare(all.asOf) < 0 {
			all.asOf = l.asOf
		}
		for _, note := range l.notes {
			all.notes = append(all.notes, l.id+": "+note)
		}
		for e := range l.All() {
			count[e.ID]++
		}
	}
	for _, l := range lists {
		for e := range l.All() {
			if count[e.ID] > 1 {
				renamed := *e
				renamed.ID = l.id + ":" + e.ID
				e = &renamed
			}
			entities = append(entities, e)
		}
	}
	all.id, all.title = strings.Join(ids, "+"), strings.Join(titles, "; ")
	return build(all, entities, func(i int, err error) error {
		return fmt.Errorf("lists: Merge: entity %q: %w", entities[i].ID, err)
	})
}
