package lists

import "strings"

// notices splits the federal_register_notice column into citations, as
// printed. Semicolons part them, or commas, or "and", or nothing at all:
// "67 F.R. 56530 9/4/02 67 F.R. 10890 3/11/02".
func (r *cslReader) notices() []string {
	cell := r.get(cslNotice)
	if cell == "" {
		return nil
	}
	citations, ok := r.citations[cell]
	if !ok {
		cell = strings.Clone(cell)
		citations = splitNotices(cell)
		r.citations[cell] = citations
	}
	return citations
}

func splitNotices(cell string) []string {
	var citations []string
	for piece := range strings.SplitSeq(cell, ";") {
		start := 0
		for at := range piece {
			if startsNotice(piece, at) {
				citations = appendNotice(citations, piece[start:at])
				start = at
			}
		}
		citations = appendNotice(citations, piece[start:])
	}
	return citations
}

func appendNotice(citations []string, piece string) []string {
	piece = strings.Trim(piece, " ,\t")
	piece = strings.TrimRight(strings.TrimSuffix(piece, " and"), " ,")
	switch {
	case piece == "" || piece == "and":
		return citations
	case len(citations) > 0 && strings.Trim(piece, "0123456789/") == "":
		citations[len(citations)-1] += "; " + piece // the date of the citation before it
		return citations
	}
	return append(citations, piece)
}

// startsNotice reports whether a volume and "FR" start at index i of s: "84 FR",
// "67 F.R.", "71F.R.", "68.F.R.".
func startsNotice(s string, i int) bool {
	if i > 0 && (isDigit(s[i-1]) || s[i-1] == '/') || !isDigit(s[i]) {
		return false
	}
	s = strings.TrimLeft(s[i:], "0123456789")
	s = strings.TrimLeft(s, " .")
	s, ok := strings.CutPrefix(strings.ToUpper(s[:min(len(s), 3)]), "F")
	return ok && strings.HasPrefix(strings.TrimPrefix(s, "."), "R")
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
