package messy

import (
	"os"
	"reflect"
	"testing"
)

// The file is what the package says: the same every time, a third of the names
// repeated, some of every kind of row.
func TestRows(t *testing.T) {
	names, err := ReadNames(os.DirFS("../../../screen/testdata/quality"))
	if err != nil {
		t.Fatal(err)
	}
	rows := Rows(names, 5000, 1)
	if !reflect.DeepEqual(rows, Rows(names, 5000, 1)) {
		t.Error("the same seed gave other rows")
	}
	kinds, seen := make(map[Kind]int), make(map[string]bool)
	repeated, listed := 0, 0
	for i, r := range rows {
		if r.Number != i+1 {
			t.Fatalf("row %d has the number %d", i+1, r.Number)
		}
		if kinds[r.Kind]++; r.Name != "" && seen[r.Name] {
			repeated++
		}
		if seen[r.Name] = true; r.Entity != "" {
			listed++
		}
	}
	for _, kind := range []Kind{Supplier, Title, Header, Blank, Broken, Ragged} {
		if kinds[kind] == 0 {
			t.Errorf("no rows of kind %d", kind)
		}
	}
	if repeated < len(rows)/3 || listed < len(rows)/10 {
		t.Errorf("of %d rows %d repeat a name and %d name a listed party", len(rows), repeated, listed)
	}
}
