package spelling

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Dictionary finds words within the typing errors that MaxEdits tolerates. It
// keeps, for every word, the hashes of what is left when one letter is deleted
// (two from eight letters on): two words within that many edits have such
// a remainder in common. Hashes may collide, so what it finds is a superset.
type Dictionary struct {
	words      []string
	numbers    []int32  // of all words, word by word
	ends       []uint32 // by word: where its numbers end
	remainders Table    // words by the hashes of what is left of them
	sorted     []int32  // words in alphabetical order, for words that are cut off

	ids   map[string]int32 // while it is built
	pairs []uint64         // word <<32 | number, while it is built
}

// Add enters a word with a number that stands for where it was found.
func (d *Dictionary) Add(word string, number int32) {
	if d.ids == nil {
		d.ids = make(map[string]int32)
	}
	id, ok := d.ids[word]
	if !ok {
		id = int32(len(d.words))
		d.ids[word] = id
		d.words = append(d.words, word)
	}
	d.pairs = append(d.pairs, uint64(id)<<32|uint64(uint32(number)))
}

// Build sorts what Add entered. It comes once, after the last Add and before
// the first search; from then on the Dictionary is immutable and safe for
// concurrent use.
func (d *Dictionary) Build() {
	slices.Sort(d.pairs)
	d.pairs = slices.Compact(d.pairs)
	d.numbers, d.ends = make([]int32, 0, len(d.pairs)), make([]uint32, len(d.words))
	for _, p := range d.pairs {
		d.numbers = append(d.numbers, int32(uint32(p)))
		d.ends[p>>32] = uint32(len(d.numbers))
	}
	d.pairs, d.ids = nil, nil
	d.sorted = make([]int32, len(d.words))
	for id, w := range d.words {
		d.sorted[id] = int32(id)
		remaindersWithin(w, maxLetters, func(h uint32) { d.remainders.Add(h, int32(id)) })
	}
	d.remainders.Build()
	slices.SortFunc(d.sorted, func(a, b int32) int { return strings.Compare(d.words[a], d.words[b]) })
}

// of returns the numbers of a word.
func (d *Dictionary) of(id int32) []int32 {
	begin := uint32(0)
	if id > 0 {
		begin = d.ends[id-1]
	}
	return d.numbers[begin:d.ends[id]]
}

// Near calls found with the numbers of every word within limit edits of word,
// or within the edits tolerated for its length if that is less, and with those
// of some others, some of them repeatedly. Its cost grows with the square of
// the length of word at most, and hardly with the number of words.
func (d *Dictionary) Near(word string, limit int, found func(numbers []int32)) {
	remaindersWithin(word, limit, func(h uint32) {
		d.remainders.Each(h, func(id int32) { found(d.of(id)) })
	})
}

// CutOff calls found with the numbers of every word that begins with prefix.
func (d *Dictionary) CutOff(prefix string, found func(numbers []int32)) {
	at, _ := slices.BinarySearchFunc(d.sorted, prefix, func(id int32, p string) int { return strings.Compare(d.words[id], p) })
	for ; at < len(d.sorted); at++ {
		if !strings.HasPrefix(d.words[d.sorted[at]], prefix) {
			return
		}
		found(d.of(d.sorted[at]))
	}
}

// remaindersWithin calls f with the hash of word and of what is left of it
// without one letter or two, as far as limit and MaxEdits tolerate for its
// length. Words in other than Latin letters tolerate one from two characters
// on, for Chinese. Words of maxLetters or more are found whole.
func remaindersWithin(word string, limit int, f func(hash uint32)) {
	// sums[i] is the hash of the first i letters, a polynomial of which any
	// letter can be taken out in constant time.
	var sums [maxLetters + 1]uint64
	n, power, ascii := 0, uint64(1), true
	for _, r := range word {
		if n == maxLetters {
			f(Hash(word))
			return
		}
		ascii = ascii && r < utf8.RuneSelf
		sums[n+1] = sums[n] + uint64(r)*power
		power *= hashBase
		n++
	}
	deletions := MaxEdits(n, n)
	if !ascii && n >= 2 {
		deletions = max(deletions, 1)
	}
	deletions = min(deletions, limit)
	f(mix(sums[n]))
	if deletions == 0 {
		return
	}
	for i := range n {
		tail := sums[n] - sums[i+1]
		f(mix(sums[i] + tail*hashInverse))
		if deletions < 2 {
			continue
		}
		for k := i + 1; k < n; k++ {
			f(mix(sums[i] + (sums[k]-sums[i+1])*hashInverse + (sums[n]-sums[k+1])*hashInverse*hashInverse))
		}
	}
}

// hashBase is odd, so that it has an inverse modulo 2^64, with which the
// letters behind a deleted one move up.
const (
	hashBase    uint64 = 0x9E3779B97F4A7C15
	hashInverse uint64 = 0xF1DE83E19937733D
)

func mix(h uint64) uint32 {
	h ^= h >> 32
	h *= 0xD6E8FEB86659FD93
	return uint32(h >> 32)
}
