package spelling

import (
	"math/bits"
	"slices"
)

// Table finds numbers by the hash of a key, in some seven bytes an entry. It
// keeps no keys and only a part of each hash, so it also finds a few numbers of
// other keys: whoever searches must check what comes back. The zero Table is
// empty and ready for Add.
type Table struct {
	entries []uint32 // bucket by bucket: a part of the hash above the number
	ends    []uint32 // by bucket: where its entries end
	filter  []uint64 // as bits: which hashes there are, roughly
	shift   uint     // what is left of a hash above this is the bucket
	width   uint     // bits of a number

	hashes  []uint64 // while it is built
	numbers []int32
}

// Hash returns the hash of a key.
func Hash[T string | []byte](key T) uint64 {
	const offset, prime = 14695981039346656037, 1099511628211 // FNV-1a
	h := uint64(offset)
	for i := 0; i < len(key); i++ {
		h = (h ^ uint64(key[i])) * prime
	}
	return Mix(h)
}

// Mix makes a hash of a number that tells keys apart. A Table needs all bits
// of a hash to depend on all of the key.
func Mix(h uint64) uint64 {
	const factor = 0xD6E8FEB86659FD93
	h ^= h >> 32
	h *= factor
	h ^= h >> 32
	h *= factor
	return h ^ h>>32
}

// Grow makes room for n more entries.
func (t *Table) Grow(n int) {
	t.hashes, t.numbers = slices.Grow(t.hashes, n), slices.Grow(t.numbers, n)
}

// Add enters a number, not negative, under a hash.
func (t *Table) Add(hash uint64, number int32) {
	t.hashes, t.numbers = append(t.hashes, hash), append(t.numbers, number)
}

// A bucket has few entries, which few bits tell apart. The filter has this many
// bits for each hash, of which two in one word are set: nearly all searches for
// what is not there end at it.
const (
	entriesPerBucket = 4
	filterPerEntry   = 10
)

// Build sorts what Add entered. It comes once, after the last Add and before
// the first search; from then on the Table is immutable and safe for
// concurrent use.
func (t *Table) Build() {
	if len(t.hashes) == 0 {
		return
	}
	bucketBits := bits.Len(uint(len(t.hashes) / entriesPerBucket))
	t.shift = 64 - uint(bucketBits)
	t.width = uint(bits.Len32(uint32(slices.Max(t.numbers))))
	t.filter = make([]uint64, 1+len(t.hashes)*filterPerEntry/64)
	t.ends = make([]uint32, 1<<bucketBits)
	for _, h := range t.hashes {
		t.ends[h>>t.shift]++
		word, two := t.filterBits(h)
		t.filter[word] |= two
	}
	begin := uint32(0)
	for b, n := range t.ends {
		t.ends[b] = begin
		begin += n
	}
	t.entries = make([]uint32, len(t.hashes))
	for i, h := range t.hashes {
		end := &t.ends[h>>t.shift]
		t.entries[*end] = t.tag(h) | uint32(t.numbers[i])
		*end++
	}
	t.hashes, t.numbers = nil, nil
	t.compact()
}

// compact sorts each bucket and drops what stands in it twice.
func (t *Table) compact() {
	begin, kept := uint32(0), uint32(0)
	for b, end := range t.ends {
		bucket := t.entries[begin:end]
		slices.Sort(bucket)
		kept += uint32(copy(t.entries[kept:], slices.Compact(bucket)))
		begin, t.ends[b] = end, kept
	}
	t.entries = slices.Clone(t.entries[:kept])
}

// tag returns the part of a hash that an entry keeps, in its place above the
// number. It comes from the bits below those of the bucket.
func (t *Table) tag(hash uint64) uint32 { return uint32(hash<<(64-t.shift)>>32) >> t.width << t.width }

func (t *Table) filterBits(hash uint64) (word, two uint64) {
	word, _ = bits.Mul64(hash<<12, uint64(len(t.filter))) // in proportion, as the bucket is by other bits
	return word, 1<<(hash&63) | 1<<(hash>>6&63)
}

// has reports whether there may be something under a hash.
func (t *Table) has(hash uint64) bool {
	word, two := t.filterBits(hash)
	return t.filter[word]&two == two
}

// Append appends the numbers under a hash to dst, ascending, each once.
func (t *Table) Append(dst []int32, hash uint64) []int32 {
	if len(t.entries) == 0 || !t.has(hash) {
		return dst
	}
	return t.appendBucket(dst, hash)
}

// AppendAll is Append for several hashes. The numbers come hash by hash. It is
// quicker than one by one, because the searches of memory overlap.
func (t *Table) AppendAll(dst []int32, hashes []uint64) []int32 {
	if len(t.entries) == 0 {
		return dst
	}
	for _, h := range hashes {
		if t.has(h) {
			dst = t.appendBucket(dst, h)
		}
	}
	return dst
}

func (t *Table) appendBucket(dst []int32, hash uint64) []int32 {
	b := hash >> t.shift
	begin := uint32(0)
	if b > 0 {
		begin = t.ends[b-1]
	}
	tag, number := t.tag(hash), uint32(1)<<t.width-1
	for _, e := range t.entries[begin:t.ends[b]] {
		if e&^number == tag {
			dst = append(dst, int32(e&number))
		}
	}
	return dst
}
