package spelling

import "unicode/utf8"

// spelled is a word as the hashes of its beginnings: polynomials, of which any
// letters can be taken out in constant time. Words of maxLetters or more have one
// hash, of the whole.
type spelled struct {
	sums  [maxLetters + 1]uint64 // by number of letters
	n     int                    // letters
	ascii bool
	long  string // the word, if it is too long
}

// hashBase is odd, so that it has an inverse modulo 2^64, with which the
// letters behind a deleted one move up.
const (
	hashBase    uint64 = 0x9E3779B97F4A7C15
	hashInverse uint64 = 0xF1DE83E19937733D
)

// inverses are the powers of hashInverse.
var inverses = func() (powers [maxLetters]uint64) {
	powers[0] = 1
	for i := 1; i < len(powers); i++ {
		powers[i] = powers[i-1] * hashInverse
	}
	return powers
}()

func (w *spelled) set(word string) {
	w.n, w.ascii, w.long = 0, true, ""
	power := uint64(1)
	for _, r := range word {
		if w.n == maxLetters {
			w.long = word
			return
		}
		w.ascii = w.ascii && r < utf8.RuneSelf
		w.sums[w.n+1] = w.sums[w.n] + uint64(r)*power
		power *= hashBase
		w.n++
	}
}

func (w *spelled) tolerance() int { return tolerated(w.n, w.ascii) }

// hash returns the hash of the whole word.
func (w *spelled) hash() uint64 {
	if w.long != "" {
		return Hash(w.long)
	}
	return Mix(w.sums[w.n])
}

// appendNear appends to dst the hash of the word and, as far as limit and the
// word's tolerance go, of what is left of it without one letter.
func (w *spelled) appendNear(dst []uint64, limit int) []uint64 {
	dst = append(dst, w.hash())
	if min(w.tolerance(), limit) == 0 {
		return dst
	}
	for i := range w.n {
		dst = append(dst, Mix(w.sums[i]+(w.sums[w.n]-w.sums[i+1])*hashInverse))
	}
	return dst
}

// appendFar appends to dst the hashes of what is left of the word without two
// letters.
func (w *spelled) appendFar(dst []uint64) []uint64 {
	for i := range w.n {
		for k := i + 1; k < w.n; k++ {
			dst = append(dst, Mix(w.sums[i]+(w.sums[k]-w.sums[i+1])*hashInverse+(w.sums[w.n]-w.sums[k+1])*inverses[2]))
		}
	}
	return dst
}

// The remainders of a long word without two letters are too many. It is found by
// pieces instead: an edit changes two neighbouring pieces at most, so two edits
// leave one of five as it is, and move it by two letters at most.
const (
	longWord     = 28 // letters
	pieces       = 5
	pieceLetters = 5
)

// piece returns the hash of the letters from i on.
func (w *spelled) piece(i int) uint64 {
	return Mix(^((w.sums[i+pieceLetters] - w.sums[i]) * inverses[i]))
}

// appendEntries appends to dst what a word is entered under so that words two
// edits away find it. Where a word within reach may be long and this one is not,
// it is entered both ways.
func (w *spelled) appendEntries(dst []uint64) []uint64 {
	if w.tolerance() < Most {
		return dst
	}
	if w.n < longWord+Most {
		dst = w.appendFar(dst)
	}
	if w.n >= longWord-Most {
		for i := range pieces {
			dst = append(dst, w.piece(i*pieceLetters))
		}
	}
	return dst
}

// appendSearches appends to dst, which has what appendNear appends, what finds
// the words two edits away.
func (w *spelled) appendSearches(dst []uint64) []uint64 {
	if w.n < longWord {
		return w.appendFar(dst)
	}
	for i := range (pieces-1)*pieceLetters + Most + 1 {
		dst = append(dst, w.piece(i))
	}
	return dst
}
