package vendorfile

import (
	"html"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/partyscreen/partyscreen/normalize"
)

// maxParties is how many parties of one cell are screened one by one; the rest of
// the cell is one more.
const maxParties = 500

// breaks are what separates parties in a cell: line ends of all kinds, as they are
// or in HTML, and semicolons. Package normalize knows slashes, bars and f/k/a, and
// a comma or "and" belongs to a name too often.
var breaks = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n", "\f", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n",
	"<br>", "\n", "<br/>", "\n", "<br />", "\n", "<BR>", "\n", ";", "\n", "；", "\n")

// partiesOf returns the parties that a cell names, if it is several.
func partiesOf(cell string) []string {
	if !strings.ContainsAny(cell, "\r\n\v\f\u0085\u2028\u2029;；<)") && !strings.Contains(cell, "1.") {
		return nil // the usual cell
	}
	var parties []string
	lines := strings.SplitN(breaks.Replace(html.UnescapeString(cell)), "\n", maxParties+1)
	for _, line := range lines {
		for _, part := range numbered(line) {
			part = strings.Trim(part, " \t,")
			if isName(part) && !slices.Contains(parties, part) {
				parties = append(parties, part)
			}
		}
	}
	if len(parties) == 1 && parties[0] == strings.TrimSpace(cell) {
		return nil
	}
	return parties
}

// isName reports whether a part can be screened: "AG" on a line of its own belongs
// to the line above.
func isName(part string) bool { return normalize.Name(part).Problem == "" }

// marker is what a list puts before its parts.
var (
	bullet = regexp.MustCompile(`^\s*[-–•·*▪●]+\s+`)
	number = regexp.MustCompile(`(?:^|[\s,])\(?([0-9]{1,3})[.)]\s+`)
)

// numbered splits "1. ABB 2. Bosch" where the numbers count from the first on, and
// takes bullets off.
func numbered(line string) []string {
	line = bullet.ReplaceAllString(line, "")
	marks := number.FindAllStringSubmatchIndex(line, -1)
	if len(marks) == 0 {
		return []string{line}
	}
	first, _ := strconv.Atoi(line[marks[0][2]:marks[0][3]])
	parts, start := []string{line[:marks[0][0]]}, marks[0][1]
	for i, mark := range marks[1:] {
		if n, _ := strconv.Atoi(line[mark[2]:mark[3]]); n != first+i+1 {
			return []string{line}
		}
		parts = append(parts, line[start:mark[0]])
		start = mark[1]
	}
	if len(marks) == 1 && marks[0][0] > 0 {
		return []string{line} // such as "Route 66. Inc"
	}
	return append(parts, line[start:])
}
