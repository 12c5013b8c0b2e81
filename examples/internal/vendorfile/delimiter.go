package vendorfile

import (
	"bufio"
	"strconv"
	"strings"
)

// What may stand between cells. Of two that split a file equally well the one
// further ahead is taken, so "||" stands before "|".
var (
	delimiters = []string{",", ";", "\t", "|~|", "^|^", "~|~", "||", "|"}

	// rareDelimiters also stand inside cells, so the header must show two columns
	// that are known before one of them is believed.
	rareDelimiters = []string{"^", "~", ":", "\x01", "\x1f", "¦", "§", "#", "!"}
)

// noDelimiter is that of a file of one column, in which a comma is part of a
// name.
const noDelimiter = ""

// dialect is how the cells of a text are told apart.
type dialect struct {
	delimiter string
	quote     byte
	lineEnd   byte
}

// sampled is a sample of a text as one dialect reads it.
type sampled struct {
	dialect
	rows  []record
	index int // of the header
	known int // cells of the header that are known
	even  int // rows that have as many cells as the header
}

// detect returns the sample as the likeliest dialect reads it: the one in whose
// header most columns are known, and then the one that splits the rows most
// evenly. Without a header the first row stands for it.
func detect(sample string, find headerFinder, noHeader bool) sampled {
	lineEnd := byte('\n')
	if !strings.Contains(sample, "\n") && strings.Contains(sample, "\r") {
		lineEnd = '\r'
	}
	if hint, ok := excelHint(sample); ok {
		return newSampled(sample, dialect{hint, '"', lineEnd}, find, noHeader)
	}
	best := newSampled(sample, dialect{noDelimiter, '"', lineEnd}, find, noHeader)
	best.even = 0
	for i, candidates := range [][]string{delimiters, rareDelimiters} {
		for _, delimiter := range candidates {
			if !strings.Contains(sample, delimiter) {
				continue
			}
			s := newSampled(sample, dialect{delimiter, '"', lineEnd}, find, noHeader)
			rare := i == 1
			if s.even == 0 || rare && s.known < 2 {
				continue
			}
			if s.known > best.known || s.known == best.known && s.even > best.even {
				best = s
			}
		}
	}
	if best.apostrophes() {
		best.quote = '\''
		return newSampled(sample, best.dialect, find, noHeader)
	}
	return best
}

// newSampled reads the first rows of a sample.
func newSampled(sample string, d dialect, find headerFinder, noHeader bool) sampled {
	s := sampled{dialect: d}
	r := &recordReader{source: bufio.NewReader(strings.NewReader(sample)), dialect: d}
	if _, ok := excelHint(sample); ok {
		r.line()
	}
	const enough = 200
	for len(s.rows) < enough {
		rec, err := r.next()
		if err != nil {
			break
		}
		s.rows = append(s.rows, rec)
	}
	if n := len(s.rows); n > 1 && n < enough && len(sample) >= sampleSize {
		s.rows = s.rows[:n-1] // it may be cut off
	}
	for s.index < len(s.rows)-1 && s.rows[s.index].blank() {
		s.index++
	}
	if index, known := find.among(s.rows); known > 0 && !noHeader {
		s.index, s.known = index, known
	}
	s.even = s.evenRows()
	return s
}

// evenRows returns how many rows from the header on have as many cells as it; 0
// if it has only one.
func (s *sampled) evenRows() int {
	n := 0
	for i := s.index; i < len(s.rows) && len(s.rows[s.index].cells) > 1; i++ {
		if len(s.rows[i].cells) == len(s.rows[s.index].cells) {
			n++
		}
	}
	return n
}

// apostrophes reports whether all cells of the header stand in single quotes.
// Only then are these quotes: 's-Hertogenbosch begins with one, too.
func (s *sampled) apostrophes() bool {
	if len(s.rows) == 0 {
		return false
	}
	for _, cell := range s.rows[s.index].cells {
		if cell = strings.TrimSpace(cell); len(cell) < 2 || cell[0] != '\'' || cell[len(cell)-1] != '\'' {
			return false
		}
	}
	return true
}

// excelHint returns the delimiter of a first line such as "sep=;", which some
// spreadsheets write before the header, and whether there is one.
func excelHint(sample string) (delimiter string, ok bool) {
	line, _, _ := strings.Cut(sample, "\n")
	line = strings.Trim(line, "\r\"")
	if value, found := strings.CutPrefix(strings.ToLower(line), "sep="); found && value != "" && len(value) <= 4 {
		return value, true
	}
	return "", false
}

func delimiterName(d string) string {
	switch d {
	case noDelimiter:
		return "one column"
	case ",":
		return "separated by commas"
	case ";":
		return "separated by semicolons"
	case "\t":
		return "separated by tabs"
	case "|":
		return "separated by |"
	}
	return "separated by " + strings.Trim(strconv.Quote(d), `"`)
}
