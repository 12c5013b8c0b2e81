package lists

import (
	"bytes"
	"errors"
	"testing"
)

// FuzzReadCSL holds the reader to its contract: a located error and no list, or
// a list that another reading of the same bytes gives again, of entities that
// can be found.
func FuzzReadCSL(f *testing.F) {
	data := excerpt(f)
	f.Add(data)
	for _, n := range []int{0, 3, 300, 500, 900, 2000} {
		f.Add(data[:n])
		f.Add(data[n:])
	}
	f.Add(bytes.ReplaceAll(data, []byte(`"`), nil))
	f.Fuzz(func(t *testing.T, data []byte) {
		l, err := Read(bytes.NewReader(data), CSLCSV)
		if err != nil {
			var at *ParseError
			if !errors.As(err, &at) || l != nil || at.Format != CSLCSV || at.Reason == "" || at.Record > 0 && at.Line == 0 {
				t.Fatalf("error without place: %v", err)
			}
			return
		}
		n := 0
		for e := range l.All() {
			n++
			if e.ID == "" || len(e.Names)+len(e.Addresses) == 0 || l.ByID(e.ID) != e || len(e.Listings) != 1 {
				t.Fatalf("entity %+v", e)
			}
			if err := validate(e); err != nil {
				t.Fatal(err)
			}
		}
		if n == 0 || n != l.Len() {
			t.Fatalf("%d entities, Len %d", n, l.Len())
		}
		again, err := Read(bytes.NewReader(data), FormatUnknown)
		if err == nil && again.Digest() != l.Digest() {
			t.Fatal("two readings, two digests")
		}
	})
}
