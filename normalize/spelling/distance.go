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
// count one. It returns limit+1 if the distance exceeds limit, and for
// different words of 64 letters or more. It is symmetric and does not allocate
// for words of ASCII letters.
func Distance(a, b string, limit int) int {
	if a == b {
		return 0
	}
	var p pattern
	if isASCII(a) && isASCII(b) {
		if !p.set(a) {
			return limit + 1
		}
		return p.distance(b, limit)
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

// pattern is a word of ASCII letters, ready to be compared with many others.
type pattern struct {
	places [utf8.RuneSelf]uint64 // by letter: where in the word it stands, as bits
	word   string
}

// set makes p the pattern of a word and reports whether it can be one. It costs
// as little as the word is short.
func (p *pattern) set(word string) bool {
	for i := 0; i < len(p.word); i++ {
		p.places[p.word[i]] = 0
	}
	p.word = ""
	if len(word) >= maxLetters || !isASCII(word) {
		return false
	}
	p.word = word
	for i := 0; i < len(word); i++ {
		p.places[word[i]] |= 1 << i
	}
	return true
}

// distance is the distance of the pattern and another word of ASCII letters. A
// column of the table of edits is kept as the bits at which it goes up and down
// (Hyyrö 2003, A Bit-Vector Algorithm for Computing Levenshtein and Damerau
// Edit Distances, section 4), so that a letter costs some fifteen operations.
func (p *pattern) distance(b string, limit int) int {
	if n := len(p.word) - len(b); n > limit || -n > limit || len(b) >= maxLetters {
		return limit + 1
	}
	if p.word == "" {
		return len(b)
	}
	up, down, diagonal, before := ^uint64(0), uint64(0), uint64(0), uint64(0)
	last, d := uint64(1)<<(len(p.word)-1), len(p.word)
	for i := 0; i < len(b); i++ {
		same := p.places[b[i]]
		swapped := (^diagonal & same) << 1 & before
		diagonal = (same&up + up) ^ up | same | down | swapped
		right, left := down|^(diagonal|up), diagonal&up
		if right&last != 0 {
			d++
		}
		if left&last != 0 {
			d--
		}
		right, left = right<<1|1, left<<1
		up, down = left|^(diagonal|right), right&diagonal
		before = same
	}
	return min(d, limit+1)
}

// distance fills the table of edits row by row.
func distance(a, b []rune, limit int) int {
	if len(a) < len(b) {
		a, b = b, a
	}
	if len(a)-len(b) > limit || len(b) >= maxLetters {
		return limit + 1
	}
	var rows [3][maxLetters]int
	before, last, row := &rows[0], &rows[1], &rows[2]
	for j := 0; j <= len(b); j++ {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			d := last[j-1]
			if a[i-1] != b[j-1] {
				d = 1 + min(d, last[j], row[j-1])
				if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
					d = min(d, before[j-2]+1)
				}
			}
			row[j] = d
		}
		before, last, row = last, row, before
	}
	return min(last[len(b)], limit+1)
}
