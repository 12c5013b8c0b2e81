package vendorfile

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// layout says which column is what. Columns are indices from 0.
type layout struct {
	names       []int // the first holds the name, the others further names
	continued   []int // further lines of the name
	otherNames  []int
	country     []int
	address     []int
	reference   []int
	identifiers []int
}

// newLayout finds the columns by the header. Requested columns are the names.
func newLayout(header, requested []string, noHeader bool) (layout, error) {
	var l layout
	folded := make([]string, len(header))
	for i, h := range header {
		folded[i] = foldHeader(h)
	}
	for _, want := range requested {
		i, err := find(header, folded, want)
		if err != nil {
			return l, err
		}
		l.names = append(l.names, i)
	}
	if noHeader {
		if len(l.names) == 0 {
			l.names = []int{0}
		}
		return l, nil
	}
	if len(l.names) == 0 {
		if l.names = ranked(folded, nameHeaders, nil); len(l.names) == 0 {
			return l, fmt.Errorf("no column looks like the supplier's name; name it with -column, or say -no-header if the first row is a supplier\nThe columns are: %s", listed(header))
		}
		l.continued = all(folded, continuedHeaders, l.names)
	}
	l.country = ranked(folded, countryHeaders, l.names)
	l.reference = ranked(folded, referenceHeaders, l.names)
	l.otherNames = all(folded, otherHeaders, l.names)
	l.address = all(folded, addressHeaders, l.names)
	l.identifiers = all(folded, identifierHeaders, l.names)
	return l, nil
}

// find returns the column that the user named, by header or by number.
func find(header, folded []string, want string) (int, error) {
	for _, equal := range []func(i int) bool{
		func(i int) bool { return header[i] == want },
		func(i int) bool { return folded[i] == foldHeader(want) },
	} {
		var found []int
		for i := range header {
			if equal(i) {
				found = append(found, i)
			}
		}
		if len(found) > 1 {
			return 0, fmt.Errorf("-column %q: columns %d and %d have this header; give the number", want, found[0]+1, found[1]+1)
		} else if len(found) == 1 {
			return found[0], nil
		}
	}
	if n, err := strconv.Atoi(want); err == nil && 1 <= n && n <= len(header) {
		return n - 1, nil
	}
	return 0, fmt.Errorf("-column %q: there is no such column\nThe columns are: %s", want, listed(header))
}

// ranked returns the column whose header stands first in headers, if any does.
func ranked(folded, headers []string, taken []int) []int {
	for _, h := range headers {
		if i := slices.Index(folded, h); i >= 0 && !slices.Contains(taken, i) {
			return []int{i}
		}
	}
	return nil
}

// all returns the columns whose header is among headers.
func all(folded, headers []string, taken []int) []int {
	var found []int
	for i, h := range folded {
		if slices.Contains(headers, h) && !slices.Contains(taken, i) {
			found = append(found, i)
		}
	}
	return found
}

// join returns the cells of the columns that are not empty.
func join(cells []string, columns []int, separator string) string {
	var parts []string
	for _, i := range columns {
		if cell := strings.TrimSpace(cells[i]); cell != "" {
			parts = append(parts, cell)
		}
	}
	return strings.Join(parts, separator)
}

// foldHeader makes "Vendor_Name *", "VENDOR NAME" and "vendor-name" equal.
func foldHeader(s string) string {
	if s == "" {
		return "" // of which a ragged file has many
	}
	s = cases.Fold().String(norm.NFKC.String(s))
	var b strings.Builder
	for _, r := range norm.NFD.String(s) {
		switch {
		case strings.ContainsRune("_-./*:#()[]'\"", r):
			b.WriteByte(' ')
		case '\u0300' <= r && r <= '\u036f': // é is e
		case r == 'ı' || r == 'ł' || r == 'ø':
			b.WriteRune(map[rune]rune{'ı': 'i', 'ł': 'l', 'ø': 'o'}[r])
		default:
			b.WriteRune(r)
		}
	}
	return norm.NFC.String(strings.Join(strings.Fields(b.String()), " "))
}

func listed(header []string) string {
	quoted := make([]string, len(header))
	for i, h := range header {
		quoted[i] = strconv.Quote(h)
	}
	return strings.Join(quoted, ", ")
}
