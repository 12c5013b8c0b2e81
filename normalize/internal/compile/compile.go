package main

import (
	"encoding/csv"
	"fmt"
	"io"
	"io/fs"
	"math"
	"slices"
	"unicode/utf8"

	"github.com/partyscreen/partyscreen/normalize"
	"github.com/partyscreen/partyscreen/normalize/internal/compiled"
)

// compiler collects what the tables say.
type compiler struct {
	compiled.Source
	named    map[string]uint16 // rows of concepts.csv
	spelt    map[uint16]bool   // concepts that have a spelling
	ordinary int               // ordinary companies that common.csv counts
}

// compile returns the vocabulary that the tables in dir make. Its errors name
// file and line.
func compile(dir fs.FS) ([]byte, error) {
	c := &compiler{named: make(map[string]uint16), spelt: make(map[uint16]bool)}
	c.Spellings = make(map[string]*compiled.Spelling)
	c.Outlines = make(map[string]string)
	c.Concepts = make([]compiled.Meant, 1)
	for _, table := range [...]struct {
		file    string
		columns int
		row     func(row []string) error
	}{
		{"concepts.csv", 3, c.addConcept},
		{"words.csv", 3, c.addWord},
		{"places.csv", 5, c.placeReader()},
		{"legalforms.csv", 5, c.formReader()},
		{"common.csv", 2, c.addCommon},
		{"personnames.csv", 4, c.personReader()},
	} {
		if err := readTable(dir, table.file, table.columns, table.row); err != nil {
			return nil, err
		}
	}
	if err := readLines(dir, "english.txt", c.addEnglish); err != nil {
		return nil, err
	}
	if err := c.check(); err != nil {
		return nil, err
	}
	c.weigh()
	return c.Write()
}

// readTable calls row for every row below the header of a table.
func readTable(dir fs.FS, file string, columns int, row func([]string) error) error {
	f, err := dir.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.FieldsPerRecord = columns
	if _, err := r.Read(); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	for {
		fields, err := r.Read()
		if err == io.EOF {
			return nil
		}
		if err != nil { // says the line itself
			return fmt.Errorf("%s: %w", file, err)
		}
		if err := row(fields); err != nil {
			line, _ := r.FieldPos(0)
			return fmt.Errorf("%s:%d: %w", file, line, err)
		}
	}
}

// check looks at the whole of the tables.
func (c *compiler) check() error {
	if len(c.Concepts)-1 > math.MaxUint16 {
		return fmt.Errorf("%d concepts, places and legal forms: more than %d", len(c.Concepts)-1, math.MaxUint16)
	}
	if c.ordinary == 0 {
		return fmt.Errorf("common.csv: no row * with the number of names")
	}
	for name, i := range c.named {
		if !c.spelt[i] {
			return fmt.Errorf("concepts.csv: %q has no spelling in words.csv", name)
		}
	}
	return nil
}

// add enters a concept. Beyond 65,535 its number wraps, which check refuses.
func (c *compiler) add(m compiled.Meant) uint16 {
	c.Concepts = append(c.Concepts, m)
	return uint16(len(c.Concepts) - 1)
}

// spelling returns the entry of a folded spelling.
func (c *compiler) spelling(key string) *compiled.Spelling {
	s := c.Spellings[key]
	if s == nil {
		s = &compiled.Spelling{}
		c.Spellings[key] = s
	}
	return s
}

// mean gives a folded spelling its meaning unless it has one. It reports whether
// it had none.
func (c *compiler) mean(key string, meaning []uint16) bool {
	s := c.spelling(key)
	if s.Meaning != nil {
		return false
	}
	s.Meaning = meaning
	return true
}

// key folds a spelling of a word or place and enters its outline.
func (c *compiler) key(spelling string) string {
	key := normalize.FoldKey(spelling)
	c.Longest = max(c.Longest, utf8.RuneCountInString(key))
	if len(key) >= compiled.MinOutline && isASCII(key) {
		if outline := normalize.Shape(key); c.Outlines[outline] == "" {
			c.Outlines[outline] = key
		}
	}
	return key
}

func isASCII(s string) bool {
	return !slices.ContainsFunc([]byte(s), func(b byte) bool { return b >= utf8.RuneSelf })
}
