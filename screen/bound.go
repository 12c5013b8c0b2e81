package screen

import (
	"cmp"
	"math"
	"slices"

	"github.com/partyscreen/partyscreen/normalize"
	"github.com/partyscreen/partyscreen/normalize/spelling"
)

// A bound of the score from above, from the words of a listed name that agree.
//
// The score is coverage × additions × contradictions × doubt (score.go), and of
// each factor the words that agree tell the most that it can be:
//
//   - Coverage is the share of the name's weight that agrees, by how far. Where a
//     typing error may take weight off both sides (judge), the word counts in
//     full, because a share grows if the same is taken off both its sides. The
//     names of a person count a half of what they lack, unless the query adds
//     something (omittedName).
//   - Additions: a word of the query that agrees with none of the name's words and
//     does not say what another said, is an addition.
//   - Of contradictions only those count that follow from what agrees: no
//     distinctive word, a company where a person or a ship is listed.
//   - Doubt is by the bits that all agreements tell together. It is the less if the
//     names are complete.
//
// What is known of the words is known by what leads to them, their drivers, so
// words of one meaning count as the one of them that agrees best.
//
// Left aside are names of which a run of words is a word of the query, or of
// which the query is the beginning: they are few and are compared in full.

// fact is what the bound needs to know of a term.
type fact struct {
	driver int32   // what leads to the names that have it
	bits   float32 // at most what its agreement tells
	letter uint8   // class of the first letter; see letterClass
	flags  termFlags
}

type termFlags uint8

const (
	distinctiveTerm termFlags = 1 << iota
	initialTerm
	silentTerm  // a further meaning of the phrase before it
	familyTerm  // its meaning is near others
	decidesTerm // see decides
)

// letterClasses is the number of classes of first letters.
const letterClasses = 64

func letterClass(text string) uint8 {
	if text == "" {
		return 0
	}
	return text[0] % letterClasses
}

// A record is a name as the bound sees it, so that a look at a name is a look at
// one place in memory: its number, its weight, what is known of it as a whole and
// how many words it has, and a mark for each.
type record []uint32

const recordHead = 3 // numbers before the marks

func appendRecord(dst []uint32, id int32, l *listedName, n *name, facts []fact) []uint32 {
	dst = append(dst, uint32(id), math.Float32bits(float32(n.total)), uint32(len(n.terms))<<16|uint32(l.flags)<<8|uint32(l.manner))
	for i, t := range n.terms {
		dst = append(dst, uint32(newMark(&facts[t.id], n.weights[i]/n.total)))
	}
	return dst
}

func (r record) id() int32        { return int32(r[0]) }
func (r record) total() float64   { return float64(math.Float32frombits(r[1])) }
func (r record) manner() manner   { return manner(r[2] & 0xFF) }
func (r record) flags() nameFlags { return nameFlags(r[2] >> 8) }
func (r record) words() int       { return int(r[2] >> 16) }
func (r record) mark(i int) mark  { return mark(r[recordHead+i]) }

// record returns the record at a place.
func (ix *index) record(at int32) record {
	r := record(ix.records[at:])
	return r[:recordHead+r.words()]
}

// mark is a word of a listed name as the bound sees it: its driver, whether it
// is distinctive or silent, and its share of the name's weight.
type mark uint32

const (
	shareBits       = 7
	wholeShare      = 1<<shareBits - 1
	silentMark      = 1 << shareBits
	distinctiveMark = 1 << (shareBits + 1)
	driverShift     = shareBits + 2
	maxDriver       = 1<<(32-driverShift) - 1
)

func newMark(f *fact, share float64) mark {
	m := mark(f.driver)<<driverShift | mark(math.Ceil(share*wholeShare))
	if f.flags&silentTerm != 0 {
		m |= silentMark
	}
	if f.flags&distinctiveTerm != 0 {
		m |= distinctiveMark
	}
	return m
}

func (m mark) driver() int32     { return int32(m >> driverShift) }
func (m mark) silent() bool      { return m&silentMark != 0 }
func (m mark) distinctive() bool { return m&distinctiveMark != 0 }
func (m mark) share() float32    { return float32(m & wholeShare) }

// bitsAtMost returns the most that the agreement of a listed word tells; see
// evidence.bits.
func bitsAtMost(t *term) float64 {
	switch {
	case t.role == normalize.Distinctive && t.concept != 0:
		return max(t.bits, misspeltBody, t.spelling)
	case t.role != normalize.Distinctive && t.spelling >= foreignBits:
		return t.bits + sameLanguage
	}
	return t.bits
}

// noteFacts works out the facts of the terms.
func (ix *indexer) noteFacts() {
	ix.facts = make([]fact, len(ix.terms))
	ix.meanings, ix.families = make(map[normalize.Concept]int32), make(map[string][]int32)
	for i := range ix.terms {
		t := &ix.terms[i]
		f := &ix.facts[i]
		f.driver, f.bits, f.letter = ix.driverOf(t), float32(bitsAtMost(t)), letterClass(t.text)
		for _, is := range [...]struct {
			is   bool
			flag termFlags
		}{
			{t.role == normalize.Distinctive, distinctiveTerm}, {t.role == normalize.Initial, initialTerm}, {t.text == "", silentTerm},
			{t.concept.Family() != "", familyTerm}, {t.manner == asVessel && len(t.number) == imoDigits, decidesTerm},
		} {
			if is.is {
				f.flags |= is.flag
			}
		}
		lead := &ix.leads[f.driver]
		lead.bits, lead.flags = max(lead.bits, f.bits), lead.flags|f.flags
	}
	ix.drivers.ends = make([]uint32, len(ix.leads))
}

// driverOf returns the driver of a term: its own, or that of its meaning. Words
// beyond the numbers that a mark holds share the last.
func (ix *indexer) driverOf(t *term) int32 {
	if known, ok := ix.meanings[t.concept]; ok {
		return known
	}
	if len(ix.leads) > maxDriver {
		return maxDriver
	}
	driver := int32(len(ix.leads))
	ix.leads = append(ix.leads, fact{driver: driver})
	if t.concept != 0 {
		ix.meanings[t.concept] = driver
		if family := t.concept.Family(); family != "" {
			ix.families[family] = append(ix.families[family], driver)
		}
	}
	return driver
}

// noteRecords writes the records of the names, and where each begins.
func (ix *indexer) noteRecords() {
	ix.records = make([]uint32, 0, len(ix.words)+recordHead*len(ix.names))
	var n name
	for id := range ix.names {
		ix.load(int32(id), &n)
		ix.records = appendRecord(ix.records, int32(id), &ix.names[id], &n, ix.facts)
	}
}

// eachRecord calls f with every record and its place.
func (ix *index) eachRecord(f func(at int32, r record)) {
	for at := 0; at < len(ix.records); {
		r := ix.record(int32(at))
		f(int32(at), r)
		at += len(r)
	}
}

// post enters the record of every name under its drivers.
func (ix *indexer) post() {
	frequency := make([]int32, len(ix.leads))
	ix.paired = make([]bool, len(ix.leads))
	ix.eachRecord(func(_ int32, r record) {
		for i := range r.words() {
			frequency[r.mark(i).driver()]++
		}
	})
	var alone []int32 // driver and place by turns
	ix.eachRecord(func(at int32, r record) {
		singles, pairs := ix.driversOf(r, frequency)
		for _, d := range singles {
			ix.drivers.ends[d]++
			alone = append(alone, d, at)
		}
		for i, d := range pairs {
			for _, other := range pairs[:i] {
				ix.pairs.Add(pairKey(d, other), at)
			}
			ix.paired[d] = true
		}
	})
	ix.drivers.ids = make([]int32, ix.drivers.begin())
	for i := 0; i < len(alone); i += 2 {
		end := &ix.drivers.ends[alone[i]]
		ix.drivers.ids[*end] = alone[i+1]
		*end++
	}
	ix.pairs.Build()
}

// pairKey is the key of two drivers.
func pairKey(a, b int32) uint64 {
	return spelling.Mix(uint64(max(a, b))<<32 | uint64(min(a, b)))
}

// driversOf returns what must lead to a name: its words but the commonest, which
// together cannot bring it to the threshold. Of the others, those that can with
// the commonest do so alone, the rest by twos. Where a common word would do so
// alone, no word is left out: it is with another then.
func (ix *indexer) driversOf(r record, frequency []int32) (singles, pairs []int32) {
	words := ix.wordsOf(r.id())
	commonest := make([]int, 0, 16)
	for i := range words {
		commonest = append(commonest, i)
	}
	slices.SortStableFunc(commonest, func(a, b int) int {
		return cmp.Or(cmp.Compare(ix.terms[words[a]].bits, ix.terms[words[b]].bits), cmp.Compare(frequency[r.mark(b).driver()], frequency[r.mark(a).driver()]))
	})
	left := make([]bool, len(words)) // left out
	for _, i := range commonest {
		left[i] = true
		left[i] = ix.mayLeave(r, words, left)
	}
	singles, pairs = ix.lead(r, words, left)
	if least := ix.leastTold(singles); least < commonDriver && len(words) <= maxPaired {
		clear(left)
		if s, p := ix.lead(r, words, left); ix.leastTold(s) > least {
			return s, p
		}
	}
	return singles, pairs
}

// A word that tells less than commonDriver bits is in so many queries that it had
// better lead to a name together with another. Names of more than maxPaired words
// have too many pairs.
const (
	commonDriver = 12
	maxPaired    = 8
)

// leastTold returns what the commonest of some drivers tells.
func (ix *indexer) leastTold(drivers []int32) float32 {
	least := float32(math.MaxFloat32)
	for _, d := range drivers {
		least = min(least, ix.leads[d].bits)
	}
	return least
}

// lead returns the drivers of a name, alone and by twos, if some words are left
// out.
func (ix *indexer) lead(r record, words []int32, left []bool) (singles, pairs []int32) {
	with := make([]bool, len(words))
	for i := range words {
		d := r.mark(i).driver()
		// Of a person initials and particles agree with anybody's.
		anybody := r.manner() == asPerson && r.flags()&distinctName != 0 && (ix.facts[words[i]].flags&initialTerm != 0 || r.mark(i).share() == 0)
		if left[i] || anybody || slices.Contains(singles, d) {
			continue
		}
		for k := range words {
			with[k] = left[k] || r.mark(k).driver() == d
		}
		switch {
		case !ix.mayLeave(r, words, with):
			singles = append(singles, d)
		case !slices.Contains(pairs, d):
			pairs = append(pairs, d)
		}
	}
	return singles, pairs
}

// relatedAlone is the most that words of related meanings come to by themselves.
const relatedAlone = similarFamily * mostDoubt * relatedOnly

// mayLeave reports that a name stays below the threshold if of its words only
// those left out agree, and words of related meanings with the others.
func (ix *indexer) mayLeave(r record, words []int32, left []bool) bool {
	if r.manner() == asPerson || ix.review <= relatedAlone {
		return false
	}
	var covered, bits, rest float32
	distinctive, phraseLeft := false, false
	for i, t := range words {
		f, m := &ix.facts[t], r.mark(i)
		if !m.silent() {
			phraseLeft = left[i]
		} else if phraseLeft && !left[i] {
			return false // the letters of a phrase agree for all that it means
		}
		switch {
		case left[i] && f.flags&decidesTerm != 0:
			return false
		case left[i]:
			covered += m.share()
			bits += f.bits
			distinctive = distinctive || f.flags&distinctiveTerm != 0
			continue
		case f.flags&familyTerm != 0:
			covered += m.share() * similarFamily
			bits += relatedBits
		}
		rest += m.share()
	}
	if rest == 0 {
		return false
	}
	b := bound{coverage: float64(covered / wholeShare), bits: float64(bits), contradicted: 1}
	if r.flags()&distinctName != 0 && !distinctive {
		b.contradicted = noDistinctive
	}
	return !b.reaches(ix.review)
}

// rounding is what sums of small numbers may be off.
const rounding = 1e-4

// reach is how far the terms of a driver agree with a query, at most.
type reach struct {
	cover       float32
	bits        float32
	words       uint64 // of the query that may be what agrees
	distinctive bool
	decides     bool
	leads       bool // to the names of the driver
}

// reaches reports whether the words of a name that agree are enough for the
// review threshold.
func (l *lookup) reaches(n record) bool {
	var covered, agreeing, bits float32
	var words uint64
	complete, every, literal, distinctive, rest := true, true, true, false, false
	phrase := int32(-1) // driver of the letters of a phrase, if they agree
	m, flags := n.manner(), n.flags()
	initials := m == asPerson && (l.hasInitials || flags&initialName != 0)
	for i, word := range n[recordHead:] {
		m := mark(word)
		d := m.driver()
		agrees := l.agreeing.has(d)
		switch {
		case !m.silent():
			phrase = -1
			if agrees {
				phrase = d
			}
		case !agrees && phrase >= 0:
			d, agrees = phrase, true
		}
		var byInitial uint64
		if initials {
			byInitial = l.initialsOf(&l.ix.facts[l.ix.wordsOf(n.id())[i]])
			words |= byInitial
		}
		if agrees {
			r := &l.drivers[d]
			if r.decides {
				return true
			}
			words |= r.words
			covered += m.share() * r.cover
			agreeing += m.share()
			bits += r.bits
			literal = literal && (r.cover == 1 || m.share() == 0)
			distinctive = distinctive || r.distinctive
			continue
		}
		if byInitial != 0 {
			covered += m.share() * similarInitial
			agreeing += m.share()
			bits += l.ix.facts[l.ix.wordsOf(n.id())[i]].bits
			literal = false
			distinctive = distinctive || m.distinctive()
			continue
		}
		every = false
		complete = complete && m.share() == 0
		rest = rest || m.distinctive()
	}
	q := l.query.as(m)
	b := bound{coverage: min(1, float64(covered/wholeShare)), agreeing: float64(agreeing/wholeShare) * n.total(), bits: float64(bits),
		added: q.added(words), literal: literal, contradicted: 1}
	b.complete = complete && b.added == 0
	if m == asPerson && b.added == 0 {
		b.coverage += (1 - b.coverage) * omittedName
	}
	if flags&distinctName != 0 && !distinctive {
		b.contradicted = noDistinctive
	}
	if m == asPerson && q.corporate&^words != 0 || m == asVessel && q.name.corporate && flags&corporateName == 0 {
		if every {
			b.contradicted *= namedAfter
		} else {
			b.contradicted *= otherForm
		}
	}
	if !rest {
		b.addedName = q.strongestAddition(words)
	}
	if m == asVessel && b.addedName > 0 {
		b.addedName = 0
		b.contradicted *= addedShipName
	}
	return b.reaches(l.ix.review)
}

// initialsOf returns the words of the query that may agree with a word of a
// person's name as an initial and the name that it stands for.
func (l *lookup) initialsOf(f *fact) uint64 {
	l.noteLetters()
	if f.flags&initialTerm != 0 {
		return l.letters[f.letter]
	}
	return l.initials[f.letter]
}

// bound is what the agreement of two names can come to.
type bound struct {
	coverage     float64
	agreeing     float64 // weight of the listed words that agree
	added        float64 // weight of words that only the query has, at least
	addedName    float64 // strength of a distinctive one of these, where no listed one is left over
	bits         float64
	complete     bool // no word may be left over
	literal      bool // all may be written alike
	contradicted float64
}

func (b *bound) reaches(review float64) bool {
	score, strength := b.coverage*b.contradicted, b.bits/identity
	least := review * (1 - rounding)
	if score < least {
		return false
	}
	switch {
	case !b.complete:
		score *= doubtFrom(mostDoubt, strength)
	case !b.literal:
		score *= leastDoubt(strength)
	}
	if b.addedName > 0 {
		score *= addedWordFactor(firmness(strength), b.addedName)
	}
	if score < least || b.added == 0 {
		return score >= least
	}
	return score*math.Pow(b.agreeing/(b.agreeing+b.added), queryExponent) >= least
}
