// Package spelling finds and measures words that differ by typing errors. It
// knows letters only: what a word means, and whether two different words may
// be one, is for its callers to say.
package spelling

import "unicode/utf8"

// Spelling tolerance grows with length: in a short word one other letter makes
// another word (Sony, Sonic), in a long one hardly ever.
const (
	MinOneEdit  = 4 // letters of the shorter word from which one edit is tolerated
	MinTwoEdits = 8 // and two
	Most        = 2
)

// MaxEdits returns the edits tolerated between words of a and b letters.
func MaxEdits(a, b int) int {
	switch n := min(a, b); {
	case n < MinOneEdit:
		return 0
	case n < MinTwoEdits:
		return 1
	}
	return Most
}

// maxLetters is the longest word that is measured and found: longer ones are
// equal or different.
const maxLetters = 64

// Distance is the optimal string alignment distance of two words: insertions,
// deletions, substitutions and transpositions of neighbouring letters each
// count one. It returns limit+1 as soon as the distance exceeds limit, and for
// different words of 64 letters or more. It is symmetric and does not allocate
// for words of ASCII letters.
func Distance(a, b string, limit int) int {
	if a == b {
		return 0
	}
	if isASCII(a) && isASCII(b) {
		return distance([]byte(a), []byte(b), limit)
	}
	return distance([]rune(a), []rune(b), limit)
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func distance[T byte | rune](a, b []T, limit int) int {
	if len(a) < len(b) {
		a, b = b, a
	}
	if len(a)-len(b) > limit {
		return limit + 1
	}
	var rows [3][maxLetters]int
	if len(b) >= len(rows[0]) {
		return limit + 1
	}
	before, last, row := &rows[0], &rows[1], &rows[2]
	for j := 0; j <= len(b); j++ {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		best := i
		for j := 1; j <= len(b); j++ {
			d := last[j-1]
			if a[i-1] != b[j-1] {
				d = 1 + min(d, last[j], row[j-1])
				if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
					d = min(d, before[j-2]+1)
				}
			}
			row[j] = d
			best = min(best, d)
		}
		if best > limit {
			return limit + 1
		}
		before, last, row = last, row, before
	}
	return min(last[len(b)], limit+1)
}
