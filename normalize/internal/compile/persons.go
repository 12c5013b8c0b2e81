package main

import (
	"fmt"

	"github.com/partyscreen/partyscreen/normalize"
)

// personReader takes rows name,group,kind,language.
func (c *compiler) personReader() func([]string) error {
	groups := make(map[string]uint16)
	return func(row []string) error {
		if row[0] != normalize.FoldKey(row[0]) || row[0] == "" || row[1] == "" {
			return fmt.Errorf("name %q is not in lower-case letters, or group %q is empty", row[0], row[1])
		}
		group, ok := groups[row[1]]
		if !ok {
			group = uint16(len(groups) + 1)
			groups[row[1]] = group
		}
		s := c.spelling(row[0])
		s.Groups = append(s.Groups, group)
		return nil
	}
}
