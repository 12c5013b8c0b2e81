package lists

import (
	"errors"
	"fmt"
	"testing"
	"time"
)

func TestCheck(t *testing.T) {
	list := func(n int, asOf Date) *List {
		var entities []Entity
		for i := range n {
			entities = append(entities, Entity{ID: fmt.Sprint(i), Names: []Name{{Text: fmt.Sprintf("Example %d", i)}}})
		}
		l, err := NewList("example", "example", asOf, entities)
		if err != nil {
			t.Fatal(err)
		}
		return l
	}
	day := Date{2026, 7, 31}
	now := day.Time().Add(10 * 24 * time.Hour)
	for _, tt := range []struct {
		reason string
		list   *List
		checks Checks
		want   []error
	}{
		{"no checks", list(1, Date{}), Checks{}, nil},
		{"young enough", list(1, day), Checks{MaxAge: 11 * 24 * time.Hour}, nil},
		{"too old", list(1, day), Checks{MaxAge: 9 * 24 * time.Hour}, []error{ErrStale}},
		{"of no known day", list(1, Date{}), Checks{MaxAge: 9 * 24 * time.Hour}, []error{ErrStale}},
		{"grown", list(11, day), Checks{Previous: list(10, day)}, nil},
		{"shrunken by what is allowed", list(9, day), Checks{Previous: list(10, day), MaxShrink: 0.1}, nil},
		{"shrunken further", list(8, day), Checks{Previous: list(10, day), MaxShrink: 0.1}, []error{ErrShrunken}},
		{"too few", list(8, day), Checks{AtLeast: 9}, []error{ErrShrunken}},
		{"a known name and a known ID, in other case", list(8, day), Checks{MustHave: []string{"EXAMPLE 3", "4"}}, nil},
		{"a name that is missing", list(8, day), Checks{MustHave: []string{"Example 3", "Example 9"}}, []error{ErrMissing}},
		{"all at once", list(2, day), Checks{MaxAge: time.Hour, AtLeast: 3, MustHave: []string{"x"}}, []error{ErrStale, ErrShrunken, ErrMissing}},
	} {
		err := tt.list.Check(tt.checks, now)
		if (err != nil) != (tt.want != nil) {
			t.Errorf("%s: %v", tt.reason, err)
		}
		for _, want := range tt.want {
			if !errors.Is(err, want) {
				t.Errorf("%s: %v, want %v", tt.reason, err, want)
			}
		}
	}
}

func ExampleList_Check() {
	l := Embedded()
	err := l.Check(Checks{AtLeast: 28, MustHave: []string{"Hikvision", "dahua"}}, time.Now())
	fmt.Println(err)
	// Output: <nil>
}
