package vendorfile

import (
	"slices"
	"strconv"
	"strings"
)

// String says in a few lines how the file is read, so that a wrong guess shows.
func (f *File) String() string {
	var b strings.Builder
	b.WriteString(f.text.name + ": " + f.text.encoding + ", " + delimiterName(f.records.delimiter))
	if f.text.guessed {
		b.WriteString(" (encoding guessed; -encoding corrects it)")
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

func delimiterName(d byte) string {
	switch d {
	case noDelimiter:
		return "one column"
	case ',':
		return "separated by commas"
	case ';':
		return "separated by semicolons"
	case '\t':
		return "separated by tabs"
	case '|':
		return "separated by |"
	}
	return "separated by " + strconv.QuoteRune(rune(d))
}
