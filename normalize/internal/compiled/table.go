package compiled

import (
	"encoding/binary"
	"fmt"
	"math/bits"
)

// A table has slots of eight bytes: 40 bits of the hash and 24 of a number that
// is not zero. The top bits of the hash say where the search begins; it goes on
// to an empty slot.
const (
	slotSize    = 8
	numberBits  = 24
	numberMask  = 1<<numberBits - 1
	slotsPerKey = 1.5
)

// search returns the number of a spelling with a hash in a table, or zero.
func search(table string, h uint64) uint32 {
	slots := uint64(len(table) / slotSize)
	at, _ := bits.Mul64(h, slots)
	for {
		slot := u64(table[at*slotSize:])
		switch {
		case slot == 0:
			return 0
		case (slot^h<<numberBits)>>numberBits == 0:
			return uint32(slot & numberMask)
		}
		if at++; at == slots {
			at = 0
		}
	}
}

// Find returns what the tables say about a spelling.
func (v *Vocabulary) Find(d Digest) Fact {
	h := d.mixed()
	if !v.spellingBits.mayHave(h) {
		return 0
	}
	return Fact(search(v.spellings, h))
}

// MayBeForm reports whether a spelling may be that of a legal form, as most
// others are not.
func (v *Vocabulary) MayBeForm(d Digest) bool { return v.formBits.mayHave(d.mixed()) }

// Outlined returns the spelling that an outline is one of, or nothing.
func (v *Vocabulary) Outlined(d Digest) string {
	h := d.mixed()
	if !v.outlineBits.mayHave(h) {
		return ""
	}
	at := search(v.outlines, h)
	if at == 0 {
		return ""
	}
	return v.text[at:][:v.text[at-1]] // its length stands before it
}

// filter has a bit for the hash of each key. Most of what is looked up in a name
// is none, and a filter is so much smaller than its table that it stays near the
// processor.
type filter string

const bitsPerKey = 6

// mayHave reports whether there may be a key with a hash.
func (f filter) mayHave(h uint64) bool {
	bit, _ := bits.Mul64(h, uint64(len(f))*8)
	return f[bit/8]>>(bit%8)&1 != 0
}

// writeFilter returns the filter of keys.
func writeFilter(keys []Digest) filter {
	f := make([]byte, len(keys)*bitsPerKey/8+1)
	for _, d := range keys {
		bit, _ := bits.Mul64(d.mixed(), uint64(len(f))*8)
		f[bit/8] |= 1 << (bit % 8)
	}
	return filter(f)
}

// entry is a key of a table and its number.
type entry struct {
	key    string
	number int
}

// writeTable returns the table of entries, which must have different keys.
func writeTable(entries []entry) (string, error) {
	slots := uint64(float64(len(entries))*slotsPerKey) + 1
	table := make([]byte, slots*slotSize)
	known := make(map[[2]uint64]string, len(entries))
	for _, e := range entries {
		if e.number <= 0 || e.number > numberMask {
			return "", fmt.Errorf("number %d of %q does not fit in %d bits", e.number, e.key, numberBits)
		}
		h := Of(e.key).mixed()
		at, _ := bits.Mul64(h, slots)
		id := [2]uint64{at, h << numberBits}
		if other, twice := known[id]; twice {
			return "", fmt.Errorf("%q and %q have one hash", other, e.key)
		}
		known[id] = e.key
		for binary.LittleEndian.Uint64(table[at*slotSize:]) != 0 {
			at = (at + 1) % slots
		}
		binary.LittleEndian.PutUint64(table[at*slotSize:], h<<numberBits|uint64(e.number))
	}
	return string(table), nil
}
