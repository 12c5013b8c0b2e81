// Command gen writes the generated files of package normalize:
//
//   - zhan.go, the readings of Chinese characters and the folding of
//     traditional and Japanese forms, from the Unicode Character Database;
//   - data/common.csv and zletters.go, which words and which letters are usual
//     in ordinary company names, and this only when a file of names is given;
//   - data/english.txt, the words of an English dictionary with names of people
//     and places, and this only when the directory of SCOWL is given.
//
// It runs in the directory of the package, as go generate does. Debian's
// package unicode-data installs the first, its
// package scowl the last.
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	dir := flag.String("ucd", "/usr/share/unicode", "`directory` of the Unicode Character Database")
	names := flag.String("names", "", "tab-separated `file` of company names; rewrites data/common.csv and zletters.go")
	words := flag.String("scowl", "", "`directory` of the word lists SCOWL; rewrites data/english.txt")
	flag.Parse()
	if err := run(*dir, *names, *words); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func run(dir, names, words string) error {
	db, err := readUCD(dir)
	if err != nil {
		return err
	}
	code, err := source(db)
	if err != nil {
		return err
	}
	if err := os.WriteFile("zhan.go", code, 0o644); err != nil {
		return err
	}
	if names != "" {
		if err := writeNames(names); err != nil {
			return err
		}
	}
	if words == "" {
		return nil
	}
	table, err := dictionary(words)
	if err != nil {
		return err
	}
	return os.WriteFile("data/english.txt", table, 0o644)
}

// writeNames writes what is counted in the names of ordinary companies.
func writeNames(file string) error {
	counts, names, err := countWords(file)
	if err != nil {
		return err
	}
	if err := os.WriteFile("data/common.csv", commonTable(counts, names), 0o644); err != nil {
		return err
	}
	letters, err := newLetterModel(counts).source()
	if err != nil {
		return err
	}
	return os.WriteFile("zletters.go", letters, 0o644)
}
