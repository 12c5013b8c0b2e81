package main

import (
	"bufio"
	"fmt"
	"io/fs"
	"math"
	"strconv"

	"github.com/partyscreen/partyscreen/normalize"
)

// maxCommonBits bounds what a word in several names tells: they are a sample
// only.
const maxCommonBits = 11

// conceptBits bounds what a word of the vocabulary tells, by its role: below by
// what any word does, above because a meaning that no company of the sample has
// in English may be usual in another language.
var conceptBits = [...]struct{ least, most float32 }{
	normalize.Distinctive: {30, 30}, // a body that the vocabulary names is told by that alone
	normalize.Industry:    {2, 8},
	normalize.Head:        {2, 8},
	normalize.Place:       {3, 11},
	normalize.Generic:     {1, 4},
	normalize.LegalForm:   {0, 0},
}

// addCommon takes a row word,count; the row * has the number of names.
func (c *compiler) addCommon(row []string) error {
	n, err := strconv.Atoi(row[1])
	if err != nil || n <= 0 {
		return fmt.Errorf("count %q of %q is no positive number", row[1], row[0])
	}
	if row[0] == "*" {
		c.ordinary = n
		return nil
	}
	c.spelling(row[0]).Names = n
	return nil
}

// weigh works out what the words of ordinary companies and the meanings of the
// vocabulary tell, from how many of the companies have them.
func (c *compiler) weigh() {
	names := make([]int, len(c.Concepts))
	for _, s := range c.Spellings {
		if s.Names == 0 {
			continue
		}
		s.Bits = min(maxCommonBits, c.rarity(s.Names))
		if len(s.Meaning) == 1 {
			names[s.Meaning[0]] += s.Names
		}
	}
	for i := range c.Concepts {
		m := &c.Concepts[i]
		s := c.Spellings[m.Name]
		m.Usual = i > 0 && s != nil && len(s.Meaning) == 1 && int(s.Meaning[0]) == i
		m.Connective = m.Role == uint8(normalize.Particle) || m.Name == "and"
		if int(m.Role) >= len(conceptBits) {
			continue
		}
		bounds := conceptBits[m.Role]
		m.Bits = bounds.most
		if names[i] > 0 {
			m.Bits = min(m.Bits, max(bounds.least, c.rarity(names[i])))
		}
	}
}

// rarity returns how surprising it is, in bits, that a company is one of n.
func (c *compiler) rarity(n int) float32 {
	return float32(math.Log2(float64(c.ordinary) / float64(n)))
}

// readLines calls line for every line of a file.
func readLines(dir fs.FS, file string, line func(string) error) error {
	f, err := dir.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		if err := line(lines.Text()); err != nil {
			return fmt.Errorf("%s:%d: %w", file, n, err)
		}
	}
	return lines.Err()
}
