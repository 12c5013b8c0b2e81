package screen

import (
	"hash/maphash"
	"slices"
)

// hashParty returns a hash of what decides the result of a party.
func hashParty(seed maphash.Seed, p *Party) uint64 {
	const factor = 0x9E3779B97F4A7C15 // odd, with as many ones as zeros
	h := uint64(p.Kind)
	add := func(s string) { h = (h ^ maphash.String(seed, s)) * factor }
	add(p.Name)
	add(p.BirthDate)
	add(p.Address)
	for _, s := range p.OtherNames {
		add(s)
	}
	h++
	for _, s := range p.Countries {
		add(s)
	}
	for i := range p.Identifiers {
		add(p.Identifiers[i].Number)
	}
	return h
}

// sameParty reports whether two parties are equal in all that decides their
// results: in all but Reference.
func sameParty(p, q *Party) bool {
	return p.Name == q.Name && p.BirthDate == q.BirthDate && p.Address == q.Address && p.Kind == q.Kind &&
		slices.Equal(p.OtherNames, q.OtherNames) && slices.Equal(p.Countries, q.Countries) && slices.Equal(p.Identifiers, q.Identifiers)
}

// textOf returns the bytes of the text of a party.
func textOf(p *Party) int {
	n := len(p.Name) + len(p.BirthDate) + len(p.Address) + len(p.Reference)
	for _, texts := range [...][]string{p.OtherNames, p.Countries} {
		for _, s := range texts {
			n += textSize + len(s)
		}
	}
	for _, id := range p.Identifiers {
		n += 4*textSize + len(id.Type) + len(id.Number) + len(id.Country) + len(id.Source)
	}
	return n
}

// Sizes in bytes, about, of what is remembered of a party, and of its parts.
const (
	answerSize     = 560
	textSize       = 16
	hitSize        = 300
	detailSize     = 120
	generationSize = 16 << 20
)

// answer is the result of parties that differ in nothing that decides it.
type answer struct {
	party  Party  // the first of them
	result Result // once its group is done
	size   int    // in bytes, about; with hits when the first row is yielded
}

func newAnswer(p Party) *answer { return &answer{party: p, size: answerSize + textOf(&p)} }

// recall remembers answers in two generations, so that its memory is bounded
// without a list of what was used when: when the recent generation has reached
// its size, it takes the place of the older one, which is forgotten, but for
// what was asked for since. Rows of one vendor often stand close together in a
// file, and the vendors with the most rows are always asked for soon enough.
// Of parties with one hash it remembers the last.
type recall struct {
	recent, older map[uint64]*answer // by hash
	size          int                // of recent
	seed          maphash.Seed
}

func newRecall() recall {
	return recall{recent: make(map[uint64]*answer), older: make(map[uint64]*answer), seed: maphash.MakeSeed()}
}

// of returns the answer for a party, and whether it is a new one that is still
// to be filled in.
func (m *recall) of(p *Party) (a *answer, fresh bool) {
	hash := hashParty(m.seed, p)
	if a := m.recent[hash]; a != nil && sameParty(&a.party, p) {
		return a, false
	}
	a = m.older[hash]
	if fresh = a == nil || !sameParty(&a.party, p); fresh {
		a = newAnswer(*p)
	}
	if m.size > generationSize {
		clear(m.older)
		m.recent, m.older, m.size = m.older, m.recent, 0
	}
	m.recent[hash] = a
	m.size += a.size
	return a, fresh
}

// grow notes that an answer became known and has so many bytes more.
func (m *recall) grow(a *answer, bytes int) {
	a.size += bytes
	m.size += bytes
}
