package vendorfile

import "strings"

// delimiters are what may stand between cells, the likelier first.
const delimiters = ",;\t|"

// noDelimiter is that of a file of one column, in which a comma is part of a
// name.
const noDelimiter = 0

// detectDelimiter returns the delimiter that splits the rows of sample most
// evenly. The first row, which is the header, must have it.
func detectDelimiter(sample string) byte {
	lines := strings.FieldsFunc(sample, func(r rune) bool { return r == '\n' || r == '\r' })
	if len(lines) > 1 {
		lines = lines[:len(lines)-1] // the last may be cut off
	}
	best, bestEven := byte(noDelimiter), 0
	for _, d := range []byte(delimiters) {
		even, want := 0, 0
		for i, line := range lines {
			n := len(splitLine(line, d))
			if i == 0 {
				want = n
			}
			if n == want {
				even++
			}
		}
		if want > 1 && even > bestEven {
			best, bestEven = d, even
		}
	}
	return best
}

// excelHint returns the delimiter of a first line such as "sep=;", which some
// spreadsheets write before the header, and whether there is one.
func excelHint(sample string) (delimiter byte, ok bool) {
	line, _, _ := strings.Cut(sample, "\n")
	line = strings.Trim(line, "\r\"")
	if value, found := strings.CutPrefix(strings.ToLower(line), "sep="); found && len(value) == 1 {
		return value[0], true
	}
	return 0, false
}
