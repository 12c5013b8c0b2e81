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

// Near calls found with every word within an edit of word, or within two, and
// with some others, some of them repeatedly. For two edits only words of
// MinTwice letters are found.
func (v Vocabulary) Near(word string, twice bool, found func(string)) {
	table := v.section(nearOnce)
	if twice {
		table = v.section(nearTwice)
	}
	list, all := v.section(words), v.section(text)
	slots := uint64(len(table) / nearSize)
	remainders(word, twice, func(d Digest) {
		h := d.mixed()
		at, _ := bits.Mul64(h, slots)
		for {
			slot := u32(table[at*nearSize:])
			if slot == 0 {
				return
			}
			if (slot^uint32(h)<<wordBits)>>wordBits == 0 {
				id := slot & maxWords
				found(Ref(u32(list[(id-1)*4:])).of(all, 1))
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
func remainders(word string, twice bool, f func(Digest)) {
	n := len(word)
	if n > maxLetters {
		return
	}
	var sums, powers [maxLetters + 1]uint64 // of the first letters
	powers[0] = 1
	for i := range n {
		sums[i+1] = sums[i]*base + uint64(word[i])
		powers[i+1] = powers[i] * base
	}
	f(Digest{sum: sums[n]})
	for i := range n {
		behind := sums[n] - sums[i+1]*powers[n-i-1]
		f(Digest{sum: sums[i]*powers[n-i-1] + behind})
		if !twice {
			continue
		}
		for k := i + 1; k < n; k++ {
			between := sums[k] - sums[i+1]*powers[k-i-1]
			behind := sums[n] - sums[k+1]*powers[n-k-1]
			f(Digest{sum: (sums[i]*powers[k-i-1]+between)*powers[n-k-1] + behind})
		}
	}
}

// writeNear returns the table of the remainders of words.
func writeNear(words []string, twice bool) ([]byte, error) {
	if len(words) > maxWords {
		return nil, fmt.Errorf("%d words to be found with typing errors: more than %d", len(words), maxWords)
	}
	type remainder struct {
		digest Digest
		word   int
	}
	var all []remainder
	known := make(map[remainder]bool)
	for i, w := range words {
		if twice && len(w) < MinTwice {
			continue
		}
		remainders(w, twice, func(d Digest) {
			if r := (remainder{d, i + 1}); !known[r] {
				known[r] = true
				all = append(all, r)
			}
		})
	}
	slots := uint64(float64(len(all))*slotsPerKey) + 1
	table := make([]byte, slots*nearSize)
	for _, r := range all {
		h := r.digest.mixed()
		at, _ := bits.Mul64(h, slots)
		for binary.LittleEndian.Uint32(table[at*nearSize:]) != 0 {
			at = (at + 1) % slots
		}
		binary.LittleEndian.PutUint32(table[at*nearSize:], uint32(h)<<wordBits|uint32(r.word))
	}
	return table, nil
}
