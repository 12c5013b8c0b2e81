package spelling

import "slices"

// Table finds numbers by the hash of a key. It keeps no keys, so keys whose
// hashes collide find each other's numbers: whoever searches must check what
// comes back. The zero Table is empty and ready for Add.
type Table struct {
	entries []uint64 // hash <<32 | number, sorted
	buckets []uint32 // by the top bits of the hash: where its entries begin
	shift   uint
}

// Hash returns the hash of a key.
func Hash(key string) uint32 {
	const offset, prime = 14695981039346656037, 1099511628211 // FNV-1a
	h := uint64(offset)
	for i := 0; i < len(key); i++ {
		h = (h ^ uint64(key[i])) * prime
	}
	return mix(h)
}

// Add enters a number under a hash.
func (t *Table) Add(hash uint32, number int32) {
	t.entries = append(t.entries, uint64(hash)<<32|uint64(uint32(number)))
}

// Build sorts what Add entered. It comes once, after the last Add and before
// the first search; from then on the Table is immutable and safe for
// concurrent use.
func (t *Table) Build() {
	slices.Sort(t.entries)
	t.entries = slices.Clone(slices.Compact(t.entries))
	bits := uint(1)
	for 1<<bits < len(t.entries) {
		bits++
	}
	t.shift = 32 - bits
	t.buckets = make([]uint32, 1<<bits+1)
	next := 0
	for b := range t.buckets {
		for next < len(t.entries) && int(t.entries[next]>>32>>t.shift) < b {
			next++
		}
		t.buckets[b] = uint32(next)
	}
}

// Each calls found with every number under a hash, ascending, each once.
func (t *Table) Each(hash uint32, found func(number int32)) {
	if len(t.entries) == 0 {
		return
	}
	b := hash >> t.shift
	for _, e := range t.entries[t.buckets[b]:t.buckets[b+1]] {
		if uint32(e>>32) == hash {
			found(int32(uint32(e)))
		}
	}
}
