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
//
// Of its own words it knows the neighbours, so that only a search for another
// word goes by remainders.
type Dictionary struct {
	words      []string                 // in alphabetical order
	numbers    lists                    // by word
	neighbours lists                    // by word: others within the tolerated edits
	whole      Table                    // words by their hashes
	remainders Table                    // words by the hashes of what is left of them
	begins     [letters * letters]int32 // by two letters: the first word that begins with them, or comes behind

	added []numbered // while it is built
}

// lists are lists of numbers by number.
type lists struct {
	all  []int32
	ends []uint32
}

func (l *lists) of(i int32) []int32 {
	begin := uint32(0)
	if i > 0 {
		begin = l.ends[i-1]
	}
	return l.all[begin:l.ends[i]]
}

// end ends the list of the next number.
func (l *lists) end() { l.ends = append(l.ends, uint32(len(l.all))) }

// clip gives back what the lists have room for.
func (l *lists) clip() { l.all, l.ends = slices.Clone(l.all), slices.Clone(l.ends) }

// letters are the Latin ones.
const letters = 26

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
	for i, a := range d.added {
		if i == 0 || a.word != d.added[i-1].word {
			if i > 0 {
				d.numbers.end()
			}
			d.words = append(d.words, a.word)
		}
		d.numbers.all = append(d.numbers.all, a.number)
	}
	d.numbers.end()
	d.added = nil
	d.words = slices.Clone(d.words)
	d.numbers.clip()
	d.enter()
	for i := range d.begins {
		at, _ := slices.BinarySearch(d.words, string([]byte{'a' + byte(i/letters), 'a' + byte(i%letters)}))
		d.begins[i] = int32(at)
	}
	var f Finder
	for id, w := range d.words {
		for _, other := range d.search(&f, w, Most) {
			if other != int32(id) {
				d.neighbours.all = append(d.neighbours.all, other)
			}
		}
		d.neighbours.end()
	}
	d.neighbours.clip()
}

// enter enters the words in the tables.
func (d *Dictionary) enter() {
	var hashes []uint64
	total := 0
	for _, w := range d.words {
		hashes = appendRemainders(hashes[:0], w, Most)
		total += len(hashes)
	}
	d.whole.Grow(len(d.words))
	d.remainders.Grow(total)
	for id, w := range d.words {
		hashes = appendRemainders(hashes[:0], w, Most)
		d.whole.Add(hashes[0], int32(id))
		for _, h := range hashes {
			d.remainders.Add(h, int32(id))
		}
	}
	d.whole.Build()
	d.remainders.Build()
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
	own, known := d.find(f, word)
	if known {
		dst = append(dst, d.numbers.of(own)...)
	}
	switch {
	case limit == 0:
	case known && limit >= Most:
		for _, id := range d.neighbours.of(own) {
			dst = append(dst, d.numbers.of(id)...)
		}
	default:
		for _, id := range d.search(f, word, limit) {
			if !known || id != own {
				dst = append(dst, d.numbers.of(id)...)
			}
		}
	}
	return dst
}

// find returns the number of word, if the dictionary has it.
func (d *Dictionary) find(f *Finder, word string) (int32, bool) {
	f.hashes = appendRemainders(f.hashes[:0], word, 0)
	f.ids = d.whole.Append(f.ids[:0], f.hashes[0])
	for _, id := range f.ids {
		if d.words[id] == word {
			return id, true
		}
	}
	return 0, false
}

// search returns the words within limit edits of word.
func (d *Dictionary) search(f *Finder, word string, limit int) []int32 {
	f.hashes = appendRemainders(f.hashes[:0], word, limit)
	f.ids = d.remainders.AppendAll(f.ids[:0], f.hashes)
	if len(f.ids) == 0 {
		return nil
	}
	slices.Sort(f.ids)
	f.ids = slices.Compact(f.ids)
	latin := f.pattern.set(word)
	limit = min(limit, tolerance(word))
	near := f.ids[:0]
	for _, id := range f.ids {
		if w := d.words[id]; f.isNear(word, w, latin, min(limit, tolerance(w))) {
			near = append(near, id)
		}
	}
	return near
}

// isNear reports whether two words are within limit edits.
func (f *Finder) isNear(a, b string, latin bool, limit int) bool {
	if latin && isASCII(b) {
		return f.pattern.distance(b, limit) <= limit
	}
	return Distance(a, b, limit) <= limit
}

// CutOff appends to dst the numbers of every word that begins with prefix.
func (d *Dictionary) CutOff(dst []int32, prefix string) []int32 {
	low, high := int32(0), int32(len(d.words))
	if len(prefix) >= 2 && isLetter(prefix[0]) && isLetter(prefix[1]) {
		pair := int(prefix[0]-'a')*letters + int(prefix[1]-'a')
		low = d.begins[pair]
		if prefix[1] < 'z' {
			high = d.begins[pair+1]
		}
	}
	at, _ := slices.BinarySearch(d.words[low:high], prefix)
	for id := low + int32(at); id < high && strings.HasPrefix(d.words[id], prefix); id++ {
		dst = append(dst, d.numbers.of(id)...)
	}
	return dst
}

func isLetter(b byte) bool { return 'a' <= b && b <= 'z' }

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
