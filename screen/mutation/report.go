package mutation

import (
	"fmt"
	"io"
	"math"
	"strings"
	"unicode"
)

// Report is what [Measure] found. Its zero value is a report on no mutants.
type Report struct {
	Rows []Row // in the order in which the kinds first came
}

// Row is the recall of one kind.
type Row struct {
	Kind   Kind
	Made   int      // mutants screened
	Found  int      // of these, those that alert for their entity
	First  int      // of these, those for which no other entity has a better score
	Missed []Mutant // the first few that were not found
}

// Share returns the share of mutants found and its 95 % confidence interval
// after Wilson, each in [0, 1]. Without mutants the share is 0 and the interval
// everything.
func (r Row) Share() (share, low, high float64) {
	if r.Made == 0 {
		return 0, 0, 1
	}
	const z = 1.959964 // 95 % of a normal distribution lie within so many deviations
	n := float64(r.Made)
	share = float64(r.Found) / n
	center := (share + z*z/(2*n)) / (1 + z*z/n)
	half := z / (1 + z*z/n) * math.Sqrt(share*(1-share)/n+z*z/(4*n*n))
	return share, max(0, center-half), min(1, center+half)
}

// Total returns the sum of all rows, without missed queries. It weighs kinds
// by their mutants, not by how often they happen.
func (r Report) Total() Row {
	total := Row{Kind: Kind{Name: "total"}}
	for _, row := range r.Rows {
		total.Made += row.Made
		total.Found += row.Found
		total.First += row.First
	}
	return total
}

// String returns the table that WriteTo writes.
func (r Report) String() string {
	var b strings.Builder
	r.WriteTo(&b)
	return b.String()
}

// WriteTo writes a table with a row for each kind and the total, and beneath it
// the missed queries, quoted in ASCII where a reader could not see what they
// are. It implements [io.WriterTo].
func (r Report) WriteTo(w io.Writer) (int64, error) {
	width := len("total")
	for _, row := range r.Rows {
		width = max(width, len(row.Kind.Name))
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%-9s  %-*s  %6s  %6s  %6s  %7s  %s\n", "group", width, "kind", "made", "found", "first", "found %", "95 % interval")
	for _, row := range append(r.Rows[:len(r.Rows):len(r.Rows)], r.Total()) {
		share, low, high := row.Share()
		fmt.Fprintf(&b, "%-9s  %-*s  %6d  %6d  %6d  %7.1f  %5.1f – %5.1f\n",
			row.Kind.Group, width, row.Kind.Name, row.Made, row.Found, row.First, 100*share, 100*low, 100*high)
	}
	for _, row := range r.Rows {
		if len(row.Missed) > 0 {
			fmt.Fprintf(&b, "\n%s, missed %d:\n", row.Kind.Name, row.Made-row.Found)
			for _, m := range row.Missed {
				fmt.Fprintf(&b, "  %s of %s\n", quote(m.Query), quote(m.Name.Text))
			}
		}
	}
	n, err := io.WriteString(w, b.String())
	return int64(n), err
}

// quote quotes a text. A mixed text is quoted in ASCII, because a look-alike
// letter or a mark in it would not be seen.
func quote(text string) string {
	if isMixed(text) {
		return fmt.Sprintf("%+q", text)
	}
	return fmt.Sprintf("%q", text)
}

// isMixed reports letters of ASCII beside Greek or Cyrillic ones, or marks.
func isMixed(text string) bool {
	ascii, beyond := false, false
	for _, c := range text {
		ascii = ascii || c < unicode.MaxASCII && unicode.IsLetter(c)
		beyond = beyond || unicode.In(c, unicode.Greek, unicode.Cyrillic, unicode.Mn)
	}
	return ascii && beyond
}
