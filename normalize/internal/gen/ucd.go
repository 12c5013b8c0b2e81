package main

import (
	"bufio"
	"compress/bzip2"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// ucd holds the properties read from the Unicode Character Database.
type ucd struct {
	version  string
	unihan   map[rune]map[string]string // code point, property, value
	radicals map[rune]rune              // radical symbol to the character that looks the same
}

// sources are the files read, in the order in which the header of zhan.go
// names them.
var sources = []string{
	"Unihan_Readings.txt.bz2",
	"Unihan_Variants.txt.bz2",
	"Unihan_OtherMappings.txt.bz2",
	"EquivalentUnifiedIdeograph.txt",
}

// versionLine finds the version in a Unihan header ("# Unicode version:
// 15.0.0") or in the first line of other files ("# Name-15.0.0.txt").
var versionLine = regexp.MustCompile(`^# (?:Unicode version: |\w+-)(\d+\.\d+\.\d+)`)

func readUCD(dir string) (*ucd, error) {
	db := &ucd{unihan: map[rune]map[string]string{}, radicals: map[rune]rune{}}
	for _, name := range sources {
		if err := db.readFile(dir, name); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	return db, nil
}

func (db *ucd) readFile(dir, name string) error {
	f, err := os.Open(filepath.Join(dir, name))
	if err != nil {
		return err
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(name, ".bz2") {
		r = bzip2.NewReader(f)
	}
	version := ""
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		line := lines.Text()
		if m := versionLine.FindStringSubmatch(line); m != nil {
			version = m[1]
		}
		line, _, _ = strings.Cut(line, "#")
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if err := db.readLine(line); err != nil {
			return err
		}
	}
	if db.version == "" {
		db.version = version
	}
	if version == "" || version != db.version {
		return fmt.Errorf("version %q beside %q", version, db.version)
	}
	return lines.Err()
}

func (db *ucd) readLine(line string) error {
	if strings.HasPrefix(line, "U+") {
		fields := strings.SplitN(line, "\t", 3)
		if len(fields) != 3 {
			return fmt.Errorf("not three fields: %q", line)
		}
		r, err := codePoint(fields[0])
		if err != nil {
			return err
		}
		if db.unihan[r] == nil {
			db.unihan[r] = map[string]string{}
		}
		db.unihan[r][fields[1]] = fields[2]
		return nil
	}
	from, to, ok := strings.Cut(line, ";")
	if !ok {
		return fmt.Errorf("not two fields: %q", line)
	}
	first, last, ranged := strings.Cut(strings.TrimSpace(from), "..")
	if !ranged {
		last = first
	}
	lo, err1 := codePoint(first)
	hi, err2 := codePoint(last)
	target, err3 := codePoint(strings.TrimSpace(to))
	for _, err := range []error{err1, err2, err3} {
		if err != nil {
			return err
		}
	}
	for r := lo; r <= hi; r++ {
		db.radicals[r] = target
	}
	return nil
}

// codePoint reads "U+4E00" or "4E00".
func codePoint(s string) (rune, error) {
	n, err := strconv.ParseUint(strings.TrimPrefix(s, "U+"), 16, 21)
	return rune(n), err
}

// runes reads a property whose value lists code points, each perhaps followed
// by the dictionaries that say so: "U+9435<kLau,kMatthews U+9295<kMatthews".
func (db *ucd) runes(r rune, property string) []rune {
	var list []rune
	for _, field := range strings.Fields(db.unihan[r][property]) {
		field, _, _ = strings.Cut(field, "<")
		if v, err := codePoint(field); err == nil {
			list = append(list, v)
		}
	}
	return list
}

// standard tells whether r is one of the 8,105 characters of the Table of
// General Standard Chinese Characters (2013), the official forms of simplified
// Chinese. The dictionary behind kTGHZ2013 holds exactly these.
func (db *ucd) standard(r rune) bool { return db.unihan[r]["kTGHZ2013"] != "" }

// sortedRunes returns all code points of Unihan in order.
func (db *ucd) sortedRunes() []rune {
	list := make([]rune, 0, len(db.unihan))
	for r := range db.unihan {
		list = append(list, r)
	}
	slices.Sort(list)
	return list
}
