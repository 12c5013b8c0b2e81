package main

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/partyscreen/partyscreen/normalize"
	"github.com/partyscreen/partyscreen/normalize/internal/compiled"
)

// addConcept takes a row concept,role,family.
func (c *compiler) addConcept(row []string) error {
	role, ok := roleByName(row[1])
	if !ok {
		return fmt.Errorf("role %q is not known", row[1])
	}
	if row[0] == "" {
		return fmt.Errorf("concept is empty")
	}
	if c.named[row[0]] != 0 {
		return fmt.Errorf("concept %q stands twice", row[0])
	}
	c.named[row[0]] = c.add(compiled.Meant{Name: row[0], Role: uint8(role), Family: row[2]})
	return nil
}

func roleByName(name string) (normalize.Role, bool) {
	for r := normalize.Distinctive; r <= normalize.Noise; r++ {
		if r.String() == name {
			return r, true
		}
	}
	return 0, false
}

// addWord takes a row spelling,language,concepts. Where languages share a
// spelling, the first row has it.
func (c *compiler) addWord(row []string) error {
	var meaning []uint16
	for name := range strings.FieldsSeq(row[2]) {
		concept := c.named[name]
		if concept == 0 {
			return fmt.Errorf("concept %q is not in concepts.csv", name)
		}
		meaning = append(meaning, concept)
	}
	key := c.key(row[0])
	if key == "" || len(meaning) == 0 {
		return fmt.Errorf("spelling %q or its concepts are empty", row[0])
	}
	if row[1] == "zh" {
		c.addPinyin(key, meaning)
	}
	if !c.mean(key, meaning) {
		return nil
	}
	for _, concept := range meaning {
		c.spelt[concept] = true
	}
	c.addRomanised(key, meaning)
	if len(key) >= compiled.MinCorrected && isASCII(key) && (row[1] == "en" || row[1] == "zh-Latn") && !strings.Contains(strings.TrimSpace(row[0]), " ") {
		c.Words = append(c.Words, key)
	}
	return nil
}

// minRomanised is the length from which the romanisation of a Cyrillic word is
// vocabulary too: shorter ones are words of other languages (или, ili).
const minRomanised = 6

// addRomanised enters a Cyrillic word as it is written in Latin letters, with
// the endings of adjectives in full and short: oruzheynyy, oruzheiny.
func (c *compiler) addRomanised(key string, meaning []uint16) {
	script, latin := normalize.Romanise(key)
	if script != normalize.Cyrillic {
		return
	}
	short := shortEndings.Replace(latin[0])
	for _, spelt := range [...]string{latin[0], short, strings.ReplaceAll(short, "ey", "ei")} {
		if len(spelt) >= minRomanised {
			c.mean(spelt, meaning)
		}
	}
}

var shortEndings = strings.NewReplacer("yy", "y", "iy", "y")

// minBodyCharacters is the length from which the pinyin of a well-known body is
// its own: Qingdao Pijiu. Shorter ones sound like others.
const minBodyCharacters = 3

// addPinyin enters the pinyin of a Chinese word of several characters.
func (c *compiler) addPinyin(key string, meaning []uint16) {
	script, latin := normalize.Romanise(key)
	characters := utf8.RuneCountInString(key)
	if script != normalize.Han || characters < 2 || len(latin) == 0 || normalize.Syllables(latin[0]) == 0 {
		return
	}
	if normalize.Role(c.Concepts[meaning[0]].Role) == normalize.Distinctive && characters < minBodyCharacters {
		return
	}
	if s := c.spelling(latin[0]); s.Pinyin == nil {
		s.Pinyin = meaning
	}
}

// addEnglish takes a line of english.txt: a word and its class.
func (c *compiler) addEnglish(line string) error {
	word, class := line[:max(0, len(line)-1)], line[max(0, len(line)-1):]
	if word == "" || class < "1" || class > "3" {
		return fmt.Errorf("%q is no word with a class from 1 to 3", line)
	}
	s := c.spelling(word)
	if s.Class != 0 {
		return fmt.Errorf("%q stands twice", word)
	}
	s.Class = class[0] - '0'
	return nil
}
