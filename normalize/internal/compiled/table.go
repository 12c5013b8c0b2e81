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

// search returns the number of a spelling in a table, or zero.
func search(table string, d Digest) uint32 {
	h := d.mixed()
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
func (v Vocabulary) Find(d Digest) Fact { return Fact(search(v.section(spellings), d)) }

// Outlined returns the spelling that an outline is one of, or nothing.
func (v Vocabulary) Outlined(d Digest) string {
	at := search(v.section(outlines), d)
	if at == 0 {
		return ""
	}
	s := v.section(text)
	return s[at:][:s[at-1]] // its length stands before it
}

// entry is a key of a table and its number.
type entry struct {
	key    string
	number int
}

// writeTable returns the table of entries, which must have different keys.
func writeTable(entries []entry) ([]byte, error) {
	slots := uint64(float64(len(entries))*slotsPerKey) + 1
	table := make([]byte, slots*slotSize)
	known := make(map[[2]uint64]string, len(entries))
	for _, e := range entries {
		if e.number <= 0 || e.number > numberMask {
			return nil, fmt.Errorf("number %d of %q does not fit in %d bits", e.number, e.key, numberBits)
		}
		h := Of(e.key).mixed()
		at, _ := bits.Mul64(h, slots)
		id := [2]uint64{at, h << numberBits}
		if other, twice := known[id]; twice {
			return nil, fmt.Errorf("%q and %q have one hash", other, e.key)
		}
		known[id] = e.key
		for binary.LittleEndian.Uint64(table[at*slotSize:]) != 0 {
			at = (at + 1) % slots
		}
		binary.LittleEndian.PutUint64(table[at*slotSize:], h<<numberBits|uint64(e.number))
	}
	return table, nil
}
