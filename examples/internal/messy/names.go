package messy

import (
	"encoding/csv"
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// Name is a name that a supplier may have.
type Name struct {
	Text   string
	Entity string // that it names, of the 28; empty if none
}

// ReadNames reads names from the labelled files of package screen, its directory
// testdata/quality, in a fixed order.
func ReadNames(quality fs.FS) ([]Name, error) {
	paths, err := fs.Glob(quality, "*.csv")
	if err != nil {
		return nil, err
	}
	var names []Name
	for _, path := range paths {
		rows, err := readRows(quality, path)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		for _, row := range rows[1:] {
			names = append(names, namesOf(path, row)...)
		}
	}
	slices.SortFunc(names, func(a, b Name) int {
		return strings.Compare(a.Text+"\x00"+a.Entity, b.Text+"\x00"+b.Entity)
	})
	names = slices.CompactFunc(names, func(a, b Name) bool { return a.Text == b.Text })
	if len(names) == 0 {
		return nil, fmt.Errorf("no names: is this the directory screen/testdata/quality?")
	}
	return names, nil
}

func readRows(quality fs.FS, path string) ([][]string, error) {
	file, err := quality.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	reader := csv.NewReader(file)
	reader.FieldsPerRecord = -1
	return reader.ReadAll()
}

// namesOf returns the names of a row: a query with what it is expected to be, or a
// pair of names.
func namesOf(path string, row []string) []Name {
	if strings.HasPrefix(path, "pairs") {
		return []Name{{Text: row[0]}, {Text: row[1]}}
	}
	if row[1] == "match" {
		return []Name{{row[0], row[2]}}
	}
	return []Name{{Text: row[0]}}
}
