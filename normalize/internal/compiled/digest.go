package compiled

// Digest is the hash of a spelling before it is mixed. The digest of two
// spellings, one behind the other, follows from theirs, so that a phrase is
// looked up without being written out.
type Digest struct {
	sum   uint64 // of the bytes, as digits of a number in base, modulo 2^64
	power uint64 // base to the number of bytes
}

// base is an odd number without pattern.
const base uint64 = 0x9E3779B97F4A7C15

// Of returns the digest of a spelling.
func Of[S string | []byte](spelling S) Digest {
	d := Digest{0, 1}
	for i := 0; i < len(spelling); i++ {
		d.sum = d.sum*base + uint64(spelling[i])
		d.power *= base
	}
	return d
}

// Then returns the digest of the spelling of d with that of e behind it.
func (d Digest) Then(e Digest) Digest {
	return Digest{d.sum*e.power + e.sum, d.power * e.power}
}

// mixed spreads the sum over all bits. It gives no two sums the same bits.
func (d Digest) mixed() uint64 {
	h := d.sum
	h ^= h >> 32
	h *= 0xD6E8FEB86659FD93
	h ^= h >> 32
	h *= 0xD6E8FEB86659FD93
	return h ^ h>>32
}
