package spelling

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Dictionary finds words within the typing errors that MaxEdits tolerates. It
// keeps, for every word, the hashes of what is left when one letter is deleted
// (two from eight letters on): two words within that many edits have such
// a remainder in common. The zero Dictionary is empty and ready for Add.
type Dictionary struct {
	words      []string // in alphabetical order
	numbers    []int32  // of all words, word by word
	ends       []uint32 // by word: where its numbers end
	remainders Table    // words by the hashes of what is left of them

	added []numbered // while it is built
}

// numbered is a word with a number that it was added with.
type numbered struct {
	word   string
	number int32
}

// Add enters a word with a number that stands for where it was found.
func (d *Dictionary) Add(word string, number int32) {
	d.added = append(d.added, numbered{word, number})
}

// Build sorts what Add entered. It comes once, after the last Add and before
// the first search; from then on the Dictionary is immutable and safe for
// concurrent use.
func (d *Dictionary) Build() {
	slices.SortFunc(d.added, func(a, b numbered) int {
		if c := strings.Compare(a.word, b.word); c != 0 {
			return c
		}
		return int(a.number) - int(b.number)
	})
	d.added = slices.Compact(d.added)
	total := 0
	var hashes []uint64
	for i, a := range d.added {
		if i == 0 || a.word != d.added[i-1].word {
			d.words, d.ends = append(d.words, a.word), append(d.ends, 0)
			total += len(appendRemainders(hashes[:0], a.word, Most))
		}
		d.numbers = append(d.numbers, a.number)
		d.ends[len(d.ends)-1] = uint32(len(d.numbers))
	}
	d.added = nil
	d.words, d.ends, d.numbers = slices.Clone(d.words), slices.Clone(d.ends), slices.Clone(d.numbers)
	d.remainders.Grow(total)
	for id, w := range d.words {
		hashes = appendRemainders(hashes[:0], w, Most)
		for _, h := range hashes {
			d.remainders.Add(h, int32(id))
		}
	}
	d.remainders.Build()
}

// of returns the numbers of a word.
func (d *Dictionary) of(id int32) []int32 {
	begin := uint32(0)
	if id > 0 {
		begin = d.ends[id-1]
	}
	return d.numbers[begin:d.ends[id]]
}

// Finder is the memory of searches in dictionaries. It is reused from search to
// search, by one goroutine at a time. The zero Finder is ready.
type Finder struct {
	hashes  []uint64
	ids     []int32
	pattern pattern
}

// Near appends to dst the numbers of every word within limit edits of word, as
// far as MaxEdits tolerates them. Words in other than Latin letters tolerate one
// edit from two characters on, for Chinese. Its cost grows with the square of the
// length of word at most, and hardly with the number of words.
func (d *Dictionary) Near(f *Finder, dst []int32, word string, limit int) []int32 {
	f.hashes = appendRemainders(f.hashes[:0], word, limit)
	f.ids = d.remainders.AppendAll(f.ids[:0], f.hashes)
	if len(f.ids) == 0 {
		return dst
	}
	slices.Sort(f.ids)
	f.ids = slices.Compact(f.ids)
	latin := f.pattern.set(word)
	limit = min(limit, tolerance(word))
	for _, id := range f.ids {
		if w := d.words[id]; d.isNear(f, word, w, latin, min(limit, tolerance(w))) {
			dst = append(dst, d.of(id)...)
		}
	}
	return dst
}

// isNear reports whether two words are within limit edits.
func (d *Dictionary) isNear(f *Finder, a, b string, latin bool, limit int) bool {
	if latin && isASCII(b) {
		return f.pattern.distance(b, limit) <= limit
	}
	return Distance(a, b, limit) <= limit
}

// CutOff appends to dst the numbers of every word that begins with prefix.
func (d *Dictionary) CutOff(dst []int32, prefix string) []int32 {
	at, _ := slices.BinarySearch(d.words, prefix)
	end := at
	for end < len(d.words) && strings.HasPrefix(d.words[end], prefix) {
		end++
	}
	if at == end {
		return dst
	}
	begin := uint32(0)
	if at > 0 {
		begin = d.ends[at-1]
	}
	return append(dst, d.numbers[begin:d.ends[end-1]]...)
}

// tolerance is the number of edits that a word tolerates.
func tolerance(word string) int {
	n, ascii := 0, true
	for _, r := range word {
		ascii = ascii && r < utf8.RuneSelf
		n++
	}
	switch {
	case n >= maxLetters:
		return 0
	case !ascii && n >= 2:
		return max(1, MaxEdits(n, n))
	}
	return MaxEdits(n, n)
}

// appendRemainders appends to dst the hash of word and of what is left of it
// without one letter or two, as far as limit and the word's tolerance go. Words
// of maxLetters or more are found whole.
func appendRemainders(dst []uint64, word string, limit int) []uint64 {
	// sums[i] is the hash of the first i letters, a polynomial of which any
	// letter can be taken out in constant time.
	var sums [maxLetters + 1]uint64
	n, power := 0, uint64(1)
	for _, r := range word {
		if n == maxLetters {
			return append(dst, Hash(word))
		}
		sums[n+1] = sums[n] + uint64(r)*power
		power *= hashBase
		n++
	}
	dst = append(dst, Mix(sums[n]))
	deletions := min(tolerance(word), limit)
	if deletions == 0 {
		return dst
	}
	for i := range n {
		dst = append(dst, Mix(sums[i]+(sums[n]-sums[i+1])*hashInverse))
		if deletions < 2 {
			continue
		}
		for k := i + 1; k < n; k++ {
			dst = append(dst, Mix(sums[i]+(sums[k]-sums[i+1])*hashInverse+(sums[n]-sums[k+1])*hashInverse*hashInverse))
		}
	}
	return dst
}

// hashBase is odd, so that it has an inverse modulo 2^64, with which the
// letters behind a deleted one move up.
const (
	hashBase    uint64 = 0x9E3779B97F4A7C15
	hashInverse uint64 = 0xF1DE83E19937733D
)
