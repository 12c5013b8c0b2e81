package normalize

import (
	"fmt"
	"strings"
)

// minNearPlace is the length from which a word may be a typing error of a place in
// China: Bayngolin, Xingjiang. Places of other countries lie too close to names.
const minNearPlace = 7

// placeReader takes rows place,parent,country,language,spelling. Parents may
// stand below their children, so they are tied by name as they come up.
func (l *lexicon) placeReader() func([]string) error {
	byName := make(map[string]Concept, 4096)
	named := func(name string) Concept {
		if c, ok := byName[name]; ok {
			return c
		}
		name = strings.Clone(name)
		c := l.add(concept{name: name, role: Place})
		byName[name] = c
		return c
	}
	return func(row []string) error {
		if row[0] == "" {
			return fmt.Errorf("place is empty")
		}
		c := named(row[0])
		if row[1] != "" && l.concepts[c].within == 0 {
			parent := named(row[1])
			l.concepts[c].within = parent
		}
		l.concepts[c].country = strings.Clone(row[2])
		if row[1] == "" && len(row[2]) == 2 {
			l.countries[strings.ToLower(row[2])] = c
		}
		key := l.key(row[4])
		if key == "" {
			return fmt.Errorf("spelling of %q is empty", row[0])
		}
		if l.words[key] == nil { // a word that is also a place is read as the word
			l.words[key] = []Concept{c}
			l.addRomanised(key, l.words[key])
			if row[2] == "CN" && len(key) >= minNearPlace && isASCII(key) && !strings.Contains(row[4], " ") {
				l.addNear(key)
			}
		}
		return nil
	}
}
