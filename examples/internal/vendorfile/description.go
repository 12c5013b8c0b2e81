package vendorfile

import (
	"fmt"
	"slices"
	"strings"
)

// String says in a few lines how the file is read, so that a wrong guess shows.
func (f *File) String() string {
	var b strings.Builder
	b.WriteString(f.source.name + ": " + f.table.String())
	if n := f.titles.count; n > 0 {
		fmt.Fprintf(&b, "\n  header in row %d; above it, not screened: %s", f.headerRow, listed(f.titles.texts))
		if more := n - len(f.titles.texts); more > 0 {
			fmt.Fprintf(&b, " and %d more rows", more)
		}
	}
	l := &f.layout
	b.WriteString("\n  name from " + f.quoted(l.names[:1]))
	for _, part := range []struct {
		what    string
		columns []int
	}{
		{"other names", slices.Concat(l.names[1:], l.continued, l.otherNames)},
		{"country", l.country}, {"address", l.address}, {"reference", l.reference}, {"identifiers", l.identifiers},
	} {
		if len(part.columns) > 0 {
			b.WriteString("; " + part.what + " from " + f.quoted(part.columns))
		}
	}
	return b.String()
}

// quoted returns the headers of columns.
func (f *File) quoted(columns []int) string {
	names := make([]string, len(columns))
	for i, c := range columns {
		names[i] = f.Header[c]
	}
	return listed(names)
}
