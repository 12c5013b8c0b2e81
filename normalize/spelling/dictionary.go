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
	words   []string                 // in alphabetical order
	numbers []int32                  // of all words, word by word
	ends    []uint32                 // by word: where its numbers end
	near    Table                    // words by their hashes and those without one letter
	far     Table                    // and without two
	begins  [letters * letters]int32 // by two letters: the first word that begins with them, or comes behind

	added []numbered // while it is built
}

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
			d.words, d.ends = append(d.words, a.word), append(d.ends, 0)
		}
		d.numbers = append(d.numbers, a.number)
		d.ends[len(d.ends)-1] = uint32(len(d.numbers))
	}
	d.added = nil
	d.words, d.ends, d.numbers = slices.Clone(d.words), slices.Clone(d.ends), slices.Clone(d.numbers)
	d.enter()
	for i := range d.begins {
		at, _ := slices.BinarySearch(d.words, string([]byte{'a' + byte(i/letters), 'a' + byte(i%letters)}))
		d.begins[i] = int32(at)
	}
}

// enter enters the words in the tables.
func (d *Dictionary) enter() {
	var l spelled
	near, far := 0, 0
	var hashes []uint64
	each := func(f func(id int32, near, far []uint64)) {
		for id, w := range d.words {
			l.set(w)
			hashes = l.appendNear(hashes[:0], Most)
			n := len(hashes)
			hashes = l.appendEntries(hashes)
			f(int32(id), hashes[:n], hashes[n:])
		}
	}
	each(func(_ int32, n, f []uint64) { near, far = near+len(n), far+len(f) })
	d.near.Grow(near)
	d.far.Grow(far)
	each(func(id int32, n, f []uint64) {
		for _, h := range n {
			d.near.Add(h, id)
		}
		for _, h := range f {
			d.far.Add(h, id)
		}
	})
	d.near.Build()
	d.far.Build()
}

// Len returns the number of different words.
func (d *Dictionary) Len() int { return len(d.words) }

// Word returns a word by its place, from 0 to Len, in alphabetical order.
func (d *Dictionary) Word(place int32) string { return d.words[place] }

// Numbers returns the numbers of a word by its place. The result is shared: do
// not modify it.
func (d *Dictionary) Numbers(place int32) []int32 {
	begin := uint32(0)
	if place > 0 {
		begin = d.ends[place-1]
	}
	return d.numbers[begin:d.ends[place]]
}

// Finder is the memory of searches in dictionaries. It is reused from search to
// search, by one goroutine at a time. The zero Finder is ready.
type Finder struct {
	spelled spelled
	hashes  []uint64
	ids     []int32
	pattern pattern
}

// Find returns the place of a word, if the dictionary has it.
func (d *Dictionary) Find(f *Finder, word string) (place int32, ok bool) {
	f.spelled.set(word)
	f.ids = d.near.Append(f.ids[:0], f.spelled.hash())
	for _, id := range f.ids {
		if d.words[id] == word {
			return id, true
		}
	}
	return 0, false
}

// Near appends to dst the numbers of every word within limit edits of word, as
// far as MaxEdits tolerates them. Words in other than Latin letters tolerate one
// edit from two characters on, for Chinese. Its cost grows with the square of the
// length of word at most, and hardly with the number of words.
func (d *Dictionary) Near(f *Finder, dst []int32, word string, limit int) []int32 {
	if limit == 0 {
		if id, ok := d.Find(f, word); ok {
			dst = append(dst, d.Numbers(id)...)
		}
		return dst
	}
	f.spelled.set(word)
	f.hashes = f.spelled.appendNear(f.hashes[:0], limit)
	if limit = min(limit, f.spelled.tolerance()); limit == Most {
		f.hashes = f.spelled.appendSearches(f.hashes)
	}
	f.ids = d.near.AppendAll(f.ids[:0], f.hashes)
	if limit == Most {
		f.ids = d.far.AppendAll(f.ids, f.hashes)
	}
	if len(f.ids) == 0 {
		return dst
	}
	slices.Sort(f.ids)
	f.ids = slices.Compact(f.ids)
	latin := f.pattern.set(word)
	for _, id := range f.ids {
		if w := d.words[id]; f.isNear(word, w, latin, min(limit, tolerance(w))) {
			dst = append(dst, d.Numbers(id)...)
		}
	}
	return dst
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
		dst = append(dst, d.Numbers(id)...)
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
	return tolerated(n, ascii)
}

// tolerated is tolerance for a word of n letters.
func tolerated(n int, ascii bool) int {
	switch {
	case n >= maxLetters:
		return 0
	case !ascii && n >= 2:
		return max(1, MaxEdits(n, n))
	}
	return MaxEdits(n, n)
}
