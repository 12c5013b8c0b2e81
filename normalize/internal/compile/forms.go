package main

import (
	"fmt"
	"slices"
	"unicode/utf8"

	"github.com/partyscreen/partyscreen/normalize"
	"github.com/partyscreen/partyscreen/normalize/internal/compiled"
)

// positions are the values of the column position, by number.
var positions = []string{compiled.End: "end", compiled.Start: "start", compiled.Both: "both", compiled.Anywhere: "any"}

// formReader takes rows form,class,position,country,spelling, condensed from
// the ISO 20275 entity legal forms.
func (c *compiler) formReader() func([]string) error {
	byName := make(map[string]uint16)
	return func(row []string) error {
		position := slices.Index(positions, row[2])
		if position <= 0 {
			return fmt.Errorf("position %q is none of end, start, both, any", row[2])
		}
		form, ok := byName[row[0]]
		if !ok {
			form = c.add(compiled.Meant{Name: row[0], Role: uint8(normalize.LegalForm), Class: row[1], Country: row[3]})
			byName[row[0]] = form
		}
		key := normalize.FoldKey(row[4])
		if key == "" {
			return fmt.Errorf("spelling of %q is empty", row[0])
		}
		c.Longest = max(c.Longest, utf8.RuneCountInString(key))
		if s := c.spelling(key); s.Form == 0 {
			s.Form, s.Position = form, uint8(position)
		}
		return nil
	}
}
