package main

import (
	"fmt"
	"strings"

	"github.com/partyscreen/partyscreen/normalize"
	"github.com/partyscreen/partyscreen/normalize/internal/compiled"
)

// minNearPlace is the length from which a word may be a typing error of a place in
// China: Bayngolin, Xingjiang. Places of other countries lie too close to names.
const minNearPlace = 7

// placeReader takes rows place,parent,country,language,spelling. Parents may
// stand below their children, so they are tied by name as they come up. A
// spelling that is also a word is read as the word.
func (c *compiler) placeReader() func([]string) error {
	byName := make(map[string]uint16)
	named := func(name string) uint16 {
		if _, ok := byName[name]; !ok {
			byName[name] = c.add(compiled.Meant{Name: name, Role: uint8(normalize.Place)})
		}
		return byName[name]
	}
	return func(row []string) error {
		if row[0] == "" {
			return fmt.Errorf("place is empty")
		}
		place := named(row[0])
		if row[1] != "" && c.Concepts[place].Within == 0 {
			parent := named(row[1]) // may move the rows
			c.Concepts[place].Within = parent
		}
		c.Concepts[place].Country = row[2]
		if row[1] == "" && len(row[2]) == 2 {
			c.spelling(strings.ToLower(row[2])).Country = place
		}
		key := c.key(row[4])
		if key == "" {
			return fmt.Errorf("spelling of %q is empty", row[0])
		}
		meaning := []uint16{place}
		if !c.mean(key, meaning) {
			return nil
		}
		c.addRomanised(key, meaning)
		if row[2] == "CN" && len(key) >= minNearPlace && isASCII(key) && !strings.Contains(row[4], " ") {
			c.Words = append(c.Words, key)
		}
		return nil
	}
}
