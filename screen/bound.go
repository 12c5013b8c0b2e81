package screen

import (
	"cmp"
	"math"
	"slices"

	"github.com/partyscreen/partyscreen/normalize"
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
// Left aside are names of which a run of words is a word of the query, or of
// which the query is the beginning: they are few and are compared in full.

// fact is what the bound needs to know of a term.
type fact struct {
	driver  int32      // what leads to the names that have it
	bits    float32    // at most what its agreement tells
	weights [2]float32 // within names without and with a distinctive word
	concept normalize.Concept
	letter  uint8 // class of the first letter; see letterClass
	flags   termFlags
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

func letterClass(text string) uint8 { return text[0] % letterClasses }

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

// weighTerms works out the facts of the terms.
func (ix *indexer) weighTerms() {
	ix.facts = make([]fact, len(ix.terms))
	ix.meanings, ix.families = make(map[normalize.Concept]int32), make(map[string][]int32)
	next := int32(0)
	for i := range ix.terms {
		t := &ix.terms[i]
		f := fact{driver: next, bits: float32(bitsAtMost(t)), weights: [2]float32{float32(weigh(t, false)), float32(weigh(t, true))}, concept: t.concept}
		family := t.concept.Family()
		if known, ok := ix.meanings[t.concept]; ok && t.concept != 0 {
			f.driver = known
		} else {
			if t.concept != 0 {
				ix.meanings[t.concept] = next
				if family != "" {
					ix.families[family] = append(ix.families[family], next)
				}
			}
			next++
		}
		for _, is := range [...]struct {
			is   bool
			flag termFlags
		}{
			{t.role == normalize.Distinctive, distinctiveTerm}, {t.role == normalize.Initial, initialTerm}, {t.text == "", silentTerm},
			{family != "", familyTerm}, {t.manner == asVessel && len(t.number) == imoDigits, decidesTerm},
		} {
			if is.is {
				f.flags |= is.flag
			}
		}
		if t.text != "" {
			f.letter = letterClass(t.text)
		}
		ix.facts[i] = f
	}
	ix.drivers.ends = make([]uint32, next)
}

// post enters every name under its drivers.
func (ix *indexer) post() {
	frequency := make([]int32, len(ix.drivers.ends))
	for _, t := range ix.words {
		frequency[ix.facts[t].driver]++
	}
	var found []int32
	each := func(f func(driver, id int32)) {
		for id := range ix.names {
			found = ix.driversOf(found[:0], int32(id), frequency)
			for _, d := range found {
				f(d, int32(id))
			}
		}
	}
	each(func(d, _ int32) { ix.drivers.ends[d]++ })
	begin := uint32(0)
	for d, n := range ix.drivers.ends {
		ix.drivers.ends[d] = begin
		begin += n
	}
	ix.drivers.ids = make([]int32, begin)
	each(func(d, id int32) {
		ix.drivers.ids[ix.drivers.ends[d]] = id
		ix.drivers.ends[d]++
	})
}

// driversOf appends what must lead to a name: its words but the commonest, which
// together cannot bring it to the threshold.
func (ix *indexer) driversOf(dst []int32, id int32, frequency []int32) []int32 {
	n := &ix.names[id]
	words := ix.wordsOf(id)
	commonest := make([]int, 0, 16)
	for i := range words {
		commonest = append(commonest, i)
	}
	slices.SortStableFunc(commonest, func(a, b int) int {
		return cmp.Compare(frequency[ix.facts[words[b]].driver], frequency[ix.facts[words[a]].driver])
	})
	left := make([]bool, len(words)) // left out
	for _, i := range commonest {
		left[i] = true
		if !ix.mayLeave(n, words, left) {
			left[i] = false
		}
	}
	for i, t := range words {
		f := &ix.facts[t]
		if !left[i] && !(n.manner == asPerson && n.flags&distinctName != 0 && (f.flags&initialTerm != 0 || ix.weight(n, words, i) == 0)) && !slices.Contains(dst, f.driver) {
			dst = append(dst, f.driver)
		}
	}
	return dst
}

// weight returns the weight of word i of a name; see name.weigh.
func (ix *index) weight(n *listedName, words []int32, i int) float32 {
	f := &ix.facts[words[i]]
	if n.flags&repeatingName != 0 && slices.ContainsFunc(words[:i], func(t int32) bool { return f.concept != 0 && ix.facts[t].concept == f.concept }) {
		return 0
	}
	if n.flags&distinctName != 0 {
		return f.weights[1]
	}
	return f.weights[0]
}

// relatedAlone is the most that words of related meanings come to by themselves.
const relatedAlone = similarFamily * mostDoubt * relatedOnly

// mayLeave reports that a name stays below the threshold if of its words only
// those left out agree, and words of related meanings with the others.
func (ix *indexer) mayLeave(n *listedName, words []int32, left []bool) bool {
	if n.manner == asPerson || ix.review <= relatedAlone {
		return false
	}
	var covered, total, bits, rest float64
	distinctive, silentLeft := false, true
	for i, t := range words {
		f := &ix.facts[t]
		w := float64(ix.weight(n, words, i))
		total += w
		if f.flags&silentTerm == 0 {
			silentLeft = left[i] // the letters of a phrase agree for all that it means
		} else if silentLeft && !left[i] {
			return false
		}
		switch {
		case left[i]:
			if f.flags&decidesTerm != 0 {
				return false
			}
			covered += w
			bits += float64(f.bits)
			distinctive = distinctive || f.flags&distinctiveTerm != 0
		default:
			rest += w
			if f.flags&familyTerm != 0 {
				covered += w * similarFamily
				bits += relatedBits
			}
		}
	}
	if rest == 0 {
		return false
	}
	score := covered / total * doubtFrom(mostDoubt, bits/identity)
	if n.flags&distinctName != 0 && !distinctive {
		score *= noDistinctive
	}
	return score < ix.review*(1-rounding)
}

// rounding is what sums of small numbers may be off.
const rounding = 1e-4

// reach is how far a term, or every term of a meaning, agrees with a query.
type reach struct {
	round   uint32
	first   int32   // of its comparisons, +1
	runs    int32   // of the runs that agree with it, +1
	cover   float32 // how far, at most
	words   uint64  // of the query that may be what agrees
	related bool    // in a related meaning
}

// reaches reports whether the words of a name that agree are enough for the
// review threshold.
func (l *lookup) reaches(id int32) bool {
	ix := l.ix
	n := &ix.names[id]
	var total, covered, agreeing, bits float32
	var words uint64
	var phrase reach
	all, every, literal, distinctive := true, true, true, false
	listed := ix.wordsOf(id)
	for i, t := range listed {
		f := &ix.facts[t]
		a := l.agreement(t, f, n.manner)
		if f.flags&silentTerm == 0 {
			phrase = reach{}
			if r := &l.terms[t]; r.round == l.round {
				phrase = *r
			}
		} else if phrase.cover > a.cover {
			a.cover, a.related = phrase.cover, false
			a.words |= phrase.words
		}
		w := ix.weight(n, listed, i)
		total += w
		if a.cover == 0 {
			every = false
			all = all && w == 0
			continue
		}
		words |= a.words
		covered += w * a.cover
		agreeing += w
		literal = literal && (a.cover == 1 || w == 0)
		if a.related {
			all = false
			bits += relatedBits
			continue
		}
		if f.flags&decidesTerm != 0 {
			return true
		}
		bits += f.bits
		distinctive = distinctive || f.flags&distinctiveTerm != 0
	}
	q := l.query.as(n.manner)
	added := q.added(words)
	b := bound{coverage: float64(covered / total), agreeing: float64(agreeing), bits: float64(bits), added: added, complete: all && added == 0, literal: literal}
	if n.manner == asPerson && added == 0 {
		b.coverage += (1 - b.coverage) * omittedName
	}
	if n.flags&distinctName != 0 && !distinctive {
		b.contradicted = noDistinctive
	} else {
		b.contradicted = 1
	}
	if n.manner == asPerson && q.corporate&^words != 0 || n.manner == asVessel && q.name.corporate && n.flags&corporateName == 0 {
		if every {
			b.contradicted *= namedAfter
		} else {
			b.contradicted *= otherForm
		}
	}
	return b.reaches(ix.review)
}

// agreement returns how far a listed word agrees by its letters or its meaning.
func (l *lookup) agreement(t int32, f *fact, m manner) reach {
	var a reach
	if r := &l.terms[t]; r.round == l.round {
		a = *r
	}
	if f.concept != 0 {
		if r := &l.meanings[f.driver]; r.round == l.round {
			if r.cover > a.cover {
				a.cover, a.related = r.cover, r.related
			}
			a.words |= r.words
		}
	}
	if m == asPerson && a.cover < similarInitial {
		letters := l.letters[f.letter]
		if f.flags&initialTerm == 0 {
			letters = l.initials[f.letter]
		}
		if letters != 0 {
			a.cover = similarInitial
			a.words |= letters
		}
	}
	return a
}

// bound is what the agreement of two names can come to.
type bound struct {
	coverage     float64
	agreeing     float64 // weight of the listed words that agree
	added        float64 // weight of words that only the query has, at least
	bits         float64
	complete     bool // no word may be left over
	literal      bool // all may be written alike
	contradicted float64
}

func (b *bound) reaches(review float64) bool {
	score := b.coverage * b.contradicted
	least := review * (1 - rounding)
	if score < least {
		return false
	}
	switch strength := b.bits / identity; {
	case !b.complete:
		score *= doubtFrom(mostDoubt, strength)
	case !b.literal:
		score *= leastDoubt(strength)
	}
	if score < least || b.added == 0 {
		return score >= least
	}
	return score*math.Pow(b.agreeing/(b.agreeing+b.added), queryExponent) >= least
}
