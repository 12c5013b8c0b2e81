package main

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// dictionaryClasses are the levels of SCOWL, the Spell Checker Oriented Word
// Lists, by how well the words of a level are known: 35 is the small dictionary
// of a word processor, 50 the medium one, 60 the usual one. Higher levels have
// words that few people know.
var dictionaryClasses = [...]struct {
	class  byte
	levels []string
}{
	{'1', []string{"10", "20", "35"}},
	{'2', []string{"40", "50"}},
	{'3', []string{"55", "60"}},
}

// Words of other lengths say nothing by being in a dictionary: short ones are
// judged by their length, long ones are no brands.
const (
	minDictionary = 3
	maxDictionary = 12
)

// dictionary condenses the word lists of SCOWL in dir, with the names of people
// and places in them, to a line a word: the word and its class. Inflected forms
// are left out where the word that they come from is there.
func dictionary(dir string) ([]byte, error) {
	classes := map[string]byte{}
	for _, c := range dictionaryClasses {
		for _, level := range c.levels {
			files, err := filepath.Glob(filepath.Join(dir, "*-*."+level))
			if err != nil {
				return nil, err
			}
			for _, file := range files {
				if err := readDictionary(classes, file, c.class); err != nil {
					return nil, err
				}
			}
		}
	}
	if len(classes) == 0 {
		return nil, fmt.Errorf("no word lists in %s", dir)
	}
	var b bytes.Buffer
	for _, w := range slices.Sorted(maps.Keys(classes)) {
		if !isInflected(w, classes) {
			fmt.Fprintf(&b, "%s%c\n", w, classes[w])
		}
	}
	return b.Bytes(), nil
}

// readDictionary enters the words of one list, in Latin-1, that are not known
// yet.
func readDictionary(classes map[string]byte, file string, class byte) error {
	switch variety, kind, _ := strings.Cut(strings.TrimSuffix(filepath.Base(file), filepath.Ext(file)), "-"); {
	case variety != "english" && variety != "american" && variety != "british":
		return nil
	case kind != "words" && kind != "upper" && kind != "proper-names":
		return nil
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	latin1 := make([]rune, len(text))
	for i, b := range text {
		latin1[i] = rune(b)
	}
	for line := range strings.Lines(string(latin1)) {
		line = strings.TrimSpace(line)
		w := foldName(line)
		if strings.Contains(line, "'") || strings.Contains(w, " ") || len(w) < minDictionary || len(w) > maxDictionary || !isASCII(w) {
			continue
		}
		if _, known := classes[w]; !known {
			classes[w] = class
		}
	}
	return nil
}

// isInflected reports a plural, participle or adverb whose word is known.
func isInflected(w string, classes map[string]byte) bool {
	for _, form := range [...]struct{ ending, instead string }{
		{"s", ""}, {"es", ""}, {"ies", "y"}, {"ed", ""}, {"ed", "e"}, {"ing", ""}, {"ing", "e"}, {"ly", ""},
	} {
		if stem, ok := strings.CutSuffix(w, form.ending); ok && classes[stem+form.instead] != 0 {
			return true
		}
	}
	return false
}
