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

// Parts gives the digests of the parts of a spelling.
type Parts struct {
	sums   []uint64 // of the first bytes
	powers []uint64 // of base, of which there may be more
}

// usualLength is the number of bytes that few words have.
const usualLength = 32

// Take takes another spelling.
func (p *Parts) Take(spelling string) {
	if len(p.powers) == 0 {
		usual := make([]uint64, 2*usualLength)
		p.sums, p.powers = usual[:0:usualLength], append(usual[usualLength:usualLength], 1)
	}
	for len(p.powers) <= len(spelling) {
		p.powers = append(p.powers, p.powers[len(p.powers)-1]*base)
	}
	sum := uint64(0)
	p.sums = append(p.sums[:0], sum)
	for i := range len(spelling) {
		sum = sum*base + uint64(spelling[i])
		p.sums = append(p.sums, sum)
	}
}

// Of returns the digest of the bytes from begin to end.
func (p *Parts) Of(begin, end int) Digest {
	power := p.powers[end-begin]
	return Digest{p.sums[end] - p.sums[begin]*power, power}
}

// Len returns the number of bytes of the spelling.
func (p *Parts) Len() int { return len(p.sums) - 1 }

// mixed spreads the sum over all bits. It gives no two sums the same bits.
func (d Digest) mixed() uint64 {
	h := d.sum
	h ^= h >> 32
	h *= 0xD6E8FEB86659FD93
	return h ^ h>>32
}
