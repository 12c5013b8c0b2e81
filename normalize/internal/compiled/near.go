package compiled

import (
	"encoding/binary"
	"fmt"
	"math/bits"
)

// Words within typing errors are found by what is left of a word when letters
// are deleted: words within one edit have a remainder in common in which one
// letter or none is missing from each, words within two edits one with two. A
// slot of four bytes has 18 bits of the hash of a remainder and the number of
// the word, from 1.
const (
	nearSize   = 4
	wordBits   = 14
	maxWords   = 1<<wordBits - 1
	maxLetters = 64 // of a word that is found
)

// Near calls found with every word within an edit of the one that word has the
// parts of, or within two, and with some others, some of them repeatedly. For two
// edits only words of MinTwice letters are found.
func (v *Vocabulary) Near(word *Parts, twice bool, found func(string)) {
	table, filter := v.nearOnce, v.nearOnceBits
	if twice {
		table, filter = v.nearTwice, v.nearTwiceBits
	}
	slots := uint64(len(table) / nearSize)
	word.remainders(twice, func(d Digest) {
		h := d.mixed()
		if !filter.mayHave(h) {
			return
		}
		at, _ := bits.Mul64(h, slots)
		for {
			slot := u32(table[at*nearSize:])
			if slot == 0 {
				return
			}
			if (slot^uint32(h)<<wordBits)>>wordBits == 0 {
				id := slot & maxWords
				found(v.Text(Ref(u32(v.words[(id-1)*4:]))))
			}
			if at++; at == slots {
				at = 0
			}
		}
	})
}

// MinTwice is the length from which words are found within two edits.
const MinTwice = 9

// remainders calls f with the digest of a word and of what is left of it without
// one letter, or without two.
func (p *Parts) remainders(twice bool, f func(Digest)) {
	n := p.Len()
	if n > maxLetters {
		return
	}
	f(p.Of(0, n))
	for i := range n {
		f(p.Of(0, i).Then(p.Of(i+1, n)))
		if !twice {
			continue
		}
		for k := i + 1; k < n; k++ {
			f(p.Of(0, i).Then(p.Of(i+1, k)).Then(p.Of(k+1, n)))
		}
	}
}

// writeNear returns the table of the remainders of words, and their filter.
func writeNear(words []string, twice bool) (string, filter, error) {
	if len(words) > maxWords {
		return "", "", fmt.Errorf("%d words to be found with typing errors: more than %d", len(words), maxWords)
	}
	var parts Parts
	var keys []Digest
	type remainder struct {
		sum  uint64
		word int
	}
	var all []remainder
	known := make(map[remainder]bool)
	for i, w := range words {
		if twice && len(w) < MinTwice {
			continue
		}
		parts.Take(w)
		parts.remainders(twice, func(d Digest) {
			if r := (remainder{d.sum, i + 1}); !known[r] {
				known[r] = true
				all = append(all, r)
			}
		})
	}
	slots := uint64(float64(len(all))*slotsPerKey) + 1
	table := make([]byte, slots*nearSize)
	for _, r := range all {
		keys = append(keys, Digest{sum: r.sum})
		h := Digest{sum: r.sum}.mixed()
		at, _ := bits.Mul64(h, slots)
		for binary.LittleEndian.Uint32(table[at*nearSize:]) != 0 {
			at = (at + 1) % slots
		}
		binary.LittleEndian.PutUint32(table[at*nearSize:], uint32(h)<<wordBits|uint32(r.word))
	}
	return string(table), writeFilter(keys), nil
}
