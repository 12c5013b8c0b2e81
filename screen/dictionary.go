package screen

import (
	"slices"
	"unicode/utf8"
)

// dictionary finds words within the typing errors that spelling tolerates. It
// keeps, for every word, the hashes of what is left when one letter is deleted
// (two from minTwoEdit letters on): two words within that many edits have such
// a remainder in common. Hashes may collide, so what it finds is a superset.
type dictionary struct {
	ids      map[string]int32
	words    []string
	postings [][]int32 // names by word, ascending
	entries  []uint64  // hash of a remainder <<32 | word, sorted by bucket
	buckets  []uint32  // by the top bits of the hash: where its entries begin
	shift    uint
	sorted   []int32 // words in alphabetical order, for words that are cut off
}

// add enters a word of a name.
func (d *dictionary) add(word string, name int32) {
	if d.ids == nil {
		d.ids = make(map[string]int32)
	}
	id, ok := d.ids[word]
	if !ok {
		id = int32(len(d.words))
		d.ids[word] = id
		d.words = append(d.words, word)
		d.postings = append(d.postings, nil)
	}
	if p := d.postings[id]; len(p) == 0 || p[len(p)-1] != name {
		d.postings[id] = append(p, name)
	}
}

// build sorts what add entered.
func (d *dictionary) build() {
	for id, w := range d.words {
		remainders(w, func(h uint32) { d.entries = append(d.entries, uint64(h)<<32|uint64(id)) })
	}
	slices.Sort(d.entries)
	d.entries = slices.Clip(slices.Compact(d.entries))
	bits := uint(1)
	for 1<<bits < len(d.entries) {
		bits++
	}
	d.shift = 32 - bits
	d.buckets = make([]uint32, 1<<bits+1)
	next := 0
	for b := range d.buckets {
		for next < len(d.entries) && int(d.entries[next]>>32>>d.shift) < b {
			next++
		}
		d.buckets[b] = uint32(next)
	}
	d.sorted = make([]int32, len(d.words))
	for i := range d.sorted {
		d.sorted[i] = int32(i)
	}
	slices.SortFunc(d.sorted, func(a, b int32) int { return compareStrings(d.words[a], d.words[b]) })
}

func compareStrings(a, b string) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// near calls found with the names of every word within the tolerated edits of
// word, and of some others.
func (d *dictionary) near(word string, found func(names []int32)) {
	if id, ok := d.ids[word]; ok {
		found(d.postings[id])
	}
	if len(d.entries) == 0 {
		return
	}
	remainders(word, func(h uint32) {
		b := h >> d.shift
		for _, e := range d.entries[d.buckets[b]:d.buckets[b+1]] {
			if uint32(e>>32) == h {
				found(d.postings[uint32(e)])
			}
		}
	})
}

// cutOff calls found with the names of every word that begins with prefix.
func (d *dictionary) cutOff(prefix string, found func(names []int32)) {
	at, _ := slices.BinarySearchFunc(d.sorted, prefix, func(id int32, p string) int { return compareStrings(d.words[id], p) })
	for ; at < len(d.sorted); at++ {
		w := d.words[d.sorted[at]]
		if len(w) < len(prefix) || w[:len(prefix)] != prefix {
			return
		}
		found(d.postings[d.sorted[at]])
	}
}

// remainders calls f with the hash of word and of what is left of it without
// one letter or two, as far as maxEdits tolerates for its length. Words in
// Chinese characters tolerate one from two characters on.
func remainders(word string, f func(hash uint32)) {
	if !isASCII(word) {
		runes := []rune(word)
		n := maxEdits(len(runes), len(runes))
		if len(runes) >= 2 {
			n = max(n, 1)
		}
		withoutLetters(runes, n, f)
		return
	}
	var buf [64]rune
	runes := buf[:0]
	for i := 0; i < len(word); i++ {
		runes = append(runes, rune(word[i]))
	}
	withoutLetters(runes, maxEdits(len(runes), len(runes)), f)
}

func withoutLetters(runes []rune, n int, f func(hash uint32)) {
	f(hashWithout(runes, -1, -1))
	if n == 0 {
		return
	}
	for i := range runes {
		f(hashWithout(runes, i, -1))
		if n < 2 {
			continue
		}
		for k := i + 1; k < len(runes); k++ {
			f(hashWithout(runes, i, k))
		}
	}
}

// hashWithout is FNV-1a over the letters except two.
func hashWithout(runes []rune, i, k int) uint32 {
	h := uint32(2166136261)
	for at, r := range runes {
		if at == i || at == k {
			continue
		}
		for r >= utf8.RuneSelf {
			h = (h ^ uint32(r&0xFF)) * 16777619
			r >>= 8
		}
		h = (h ^ uint32(r)) * 16777619
	}
	return h ^ h>>15
}
