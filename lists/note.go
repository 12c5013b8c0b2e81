package lists

import "fmt"

// noteBook counts what a reader repairs or passes over.
type noteBook struct {
	order []string
	tally map[string]*noteTally
}

type noteTally struct{ n, first int }

// add counts one case of what, in a record, or in the header if record is 0.
func (b *noteBook) add(what string, record int) {
	if t := b.tally[what]; t != nil {
		t.n++
		return
	}
	if b.tally == nil {
		b.tally = make(map[string]*noteTally)
	}
	b.tally[what] = &noteTally{1, record}
	b.order = append(b.order, what)
}

// lines returns the notes in the order in which their first cases came up.
func (b *noteBook) lines() []string {
	var lines []string
	for _, what := range b.order {
		if t := b.tally[what]; t.first > 0 {
			what += fmt.Sprintf(" (%d times, first in record %d)", t.n, t.first)
		}
		lines = append(lines, what)
	}
	return lines
}
