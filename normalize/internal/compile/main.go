// Command compile writes data/vocabulary.bin, the form in which the tables of
// the directory data are part of the program. It needs nothing but these
// tables. It runs in the directory of package normalize, as go generate does.
//
// It folds spellings as package normalize does, whose vocabulary it does not
// use: any file of that name, the old one or an empty one, lets it build.
package main

import (
	"fmt"
	"os"
)

func main() {
	if err := run("data"); err != nil {
		fmt.Fprintln(os.Stderr, "compile:", err)
		os.Exit(1)
	}
}

func run(dir string) error {
	binary, err := compile(os.DirFS(dir))
	if err != nil {
		return err
	}
	return os.WriteFile(dir+"/vocabulary.bin", binary, 0o644)
}
