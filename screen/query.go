package screen

import (
	"math/bits"

	"github.com/partyscreen/partyscreen/normalize"
)

// query is one reading of a party's name, prepared for each manner of reading
// when first needed.
type query struct {
	reading  *normalize.Reading
	spelt    [][]spelt
	letters  string // of all words side by side
	cut      []int  // words that may be cut off
	prepared [manners]preparedQuery
	memory   memory
}

// preparedQuery is a query in one manner of reading.
type preparedQuery struct {
	ready     bool
	name      name
	weights   [maxWordBits]float64 // of words that are an addition if nothing agrees with them
	additions uint64               // those words
	names     uint64               // those of them that are distinctive
	corporate uint64               // words of a company
}

// begin makes q the query of a reading, in the memory of the one before.
func (q *query) begin(r *normalize.Reading) {
	q.reading = r
	q.memory.reset(int(manners) * len(r.Tokens))
	q.spelt, q.letters, q.cut = q.spelt[:0], "", q.cut[:0]
	for i := range r.Tokens {
		q.spelt = append(q.spelt, q.memory.spellWord(&r.Tokens[i]))
		if i == len(r.Tokens)-1 || r.Tokens[i].Cut {
			q.cut = append(q.cut, i)
		}
	}
	for m := range q.prepared {
		q.prepared[m].ready = false
	}
}

// as returns the query in a manner of reading.
func (q *query) as(m manner) *preparedQuery {
	p := &q.prepared[m]
	if !p.ready {
		p.ready = true
		p.name = q.memory.prepare(*q.reading, m, q.spelt)
		if q.letters == "" {
			q.letters = letters(p.name.terms)
		}
		p.name.letters, p.name.shortened = q.letters, q.cut
		p.weighAdditions()
	}
	return p
}

// weighAdditions finds the words that are additions, whatever the listed name,
// if it has nothing that agrees with them; see evidence.isNew.
func (p *preparedQuery) weighAdditions() {
	p.additions, p.names, p.corporate = 0, 0, 0
	n := &p.name
	for i, t := range n.terms {
		if i >= maxWordBits {
			break
		}
		if t.corporate {
			p.corporate |= wordBits(i, i+1)
		}
		if n.weights[i] > 0 && !n.mayRepeat(i) && !isBranchWord(n, i) && !n.mayBeLocation(i) {
			p.additions |= wordBits(i, i+1)
			p.weights[i] = addedWeight(n, i)
			if t.role == normalize.Distinctive && t.near == 0 {
				p.names |= wordBits(i, i+1)
			}
		}
	}
}

// mayRepeat reports a word of which another says the same.
func (n *name) mayRepeat(i int) bool {
	for j := range n.terms {
		if j != i && n.saysAgain(i, j) {
			return true
		}
	}
	return false
}

// mayBeLocation reports a place that may say where the party is; see
// evidence.isLocation.
func (n *name) mayBeLocation(i int) bool {
	return n.terms[i].role == normalize.Place && (n.tokens[i].Trailing || isBranchWord(n, i-1) || isBranchWord(n, i+1))
}

// added returns the weight of the additions among the words that do not agree.
func (p *preparedQuery) added(agreeing uint64) float64 {
	total := 0.0
	for rest := p.additions &^ agreeing; rest != 0; rest &= rest - 1 {
		total += p.weights[bits.TrailingZeros64(rest)]
	}
	return total
}

// strongestAddition returns the strength of the strongest distinctive word that
// is an addition.
func (p *preparedQuery) strongestAddition(agreeing uint64) float64 {
	strongest := 0.0
	for rest := p.names &^ agreeing; rest != 0; rest &= rest - 1 {
		strongest = max(strongest, p.name.terms[bits.TrailingZeros64(rest)].strength())
	}
	return strongest
}
