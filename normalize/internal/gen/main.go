// Command gen writes the generated files of package normalize:
//
//   - zhan.go, the readings of Chinese characters and the folding of
//     traditional and Japanese forms, from the Unicode Character Database;
//   - data/common.csv, how often a word stands in ordinary company names, and
//     this only when a file of names is given.
//
// It runs in the directory of the package, as go generate does. Debian's
// package unicode-data installs the files it reads.
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	dir := flag.String("ucd", "/usr/share/unicode", "`directory` of the Unicode Character Database")
	names := flag.String("names", "", "tab-separated `file` of company names; rewrites data/common.csv")
	flag.Parse()
	if err := run(*dir, *names); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func run(dir, names string) error {
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
	if names == "" {
		return nil
	}
	table, err := commonWords(names)
	if err != nil {
		return err
	}
	return os.WriteFile("data/common.csv", table, 0o644)
}
