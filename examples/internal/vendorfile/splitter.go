package vendorfile

import "strings"

// splitter splits lines into cells.
type splitter struct {
	dialect
	cells   []string
	cell    strings.Builder
	quoted  bool // inside quotes
	stray   bool // a quote inside a quoted cell neither closes it nor is doubled
	opened  int  // where on its line the quote was opened
	escaped bool // a backslash before a quote makes it text
}

// add splits a line, which may begin inside quotes.
func (s *splitter) add(line string) {
	for i := 0; i < len(line); i++ {
		switch b := line[i]; {
		case s.quoted && s.escaped && b == '\\' && i+1 < len(line) && (line[i+1] == s.quote || line[i+1] == '\\'):
			i++
			s.cell.WriteByte(line[i])
		case s.quoted && b == s.quote:
			i = s.closing(line, i)
		case s.quoted:
			s.cell.WriteByte(b)
		case s.delimits(line[i:]):
			s.cells = append(s.cells, s.cell.String())
			s.cell.Reset()
			i += len(s.delimiter) - 1
		case b == s.quote && strings.TrimLeft(s.cell.String(), " ") == "":
			s.cell.Reset()
			s.quoted, s.opened = true, i
		default:
			s.cell.WriteByte(b)
		}
	}
}

// delimits reports whether text begins with the delimiter.
func (s *splitter) delimits(text string) bool {
	return s.delimiter != noDelimiter && text[0] == s.delimiter[0] && strings.HasPrefix(text, s.delimiter)
}

// closing handles a quote inside a quoted cell and returns the index to go on
// after.
func (s *splitter) closing(line string, i int) int {
	if i+1 < len(line) && line[i+1] == s.quote {
		s.cell.WriteByte(s.quote)
		return i + 1
	}
	end := i + 1 + len(line[i+1:]) - len(strings.TrimLeft(line[i+1:], " "))
	if end == len(line) || s.delimits(line[end:]) {
		s.quoted = false
		return end - 1
	}
	s.stray = true
	s.cell.WriteByte(s.quote) // as in "The "Best" Company"
	return i
}

func (s *splitter) finish() []string { return append(s.cells, s.cell.String()) }

// splitLine splits a line on its own; a quote that is not closed there is part
// of the text.
func splitLine(line string, d dialect) []string {
	s := splitter{dialect: d}
	if s.add(line); !s.quoted {
		return s.finish()
	}
	if d.delimiter == noDelimiter {
		return []string{line}
	}
	return append(s.cells, strings.Split(line[s.opened:], d.delimiter)...)
}

// splitEscaped splits a line in which a backslash stands before a quote that is
// text, as databases write it; nil if that does not give cells cells.
func splitEscaped(line string, d dialect, cells int) []string {
	s := splitter{dialect: d, escaped: true}
	if s.add(line); s.quoted || s.stray || cells > 0 && len(s.cells)+1 != cells {
		return nil
	}
	return s.finish()
}

// splitLiteral splits a line in which the quote at opened begins a name, such as
// "Best" Trading without quotes around it; nil if the quotes of that cell do not
// pair, or the line does not give cells cells.
func splitLiteral(line string, d dialect, opened, cells int) []string {
	if d.delimiter == noDelimiter {
		return nil
	}
	cell, _, _ := strings.Cut(line[opened:], d.delimiter)
	all := splitLine(line[:opened], d)
	rest := strings.Split(line[opened:], d.delimiter)
	all[len(all)-1] += rest[0]
	all = append(all, rest[1:]...)
	if len(all) != cells || strings.Count(cell, string(d.quote))%2 != 0 || strings.Count(line[opened:], string(d.quote)) != strings.Count(cell, string(d.quote)) {
		return nil
	}
	return all
}
