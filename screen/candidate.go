package screen

import (
	"cmp"
	"slices"

	"github.com/partyscreen/partyscreen/normalize"
	"github.com/partyscreen/partyscreen/normalize/spelling"
)

// search is the scratch memory of one query against one index.
type search struct {
	ix      *index
	queries *queries
	names   marks
	certain marks     // names that are compared whatever their terms say
	terms   marks     // terms that agree with some word of the query
	agree   []float64 // by term: how far, at best
	whole   marks     // terms that agree by more than an initial
	tried   marks     // terms that were compared with the present word
}

// candidates returns the names that query could agree with far enough,
// ascending. See index for why no other name can reach the review threshold.
func (ix *index) candidates(q *queries, s *search) []int32 {
	s.ix, s.queries = ix, q
	s.names.reset(len(ix.names))
	s.certain.reset(len(ix.names))
	s.terms.reset(len(ix.terms))
	s.whole.reset(len(ix.terms))
	if len(s.agree) < len(ix.terms) {
		s.agree = make([]float64, len(ix.terms))
	}
	plain := q.as(asOrganisation)
	for i := range plain.terms {
		s.word(i)
		s.runs(plain, i)
	}
	s.acronyms(plain)
	s.beginning(plain)
	for _, t := range s.terms.ids {
		for _, id := range ix.postings[t] {
			if s.names.add(id) && !s.reaches(&ix.names[id].name) {
				s.names.ids = s.names.ids[:len(s.names.ids)-1]
			}
		}
	}
	s.names.ids = append(s.names.ids, s.certain.ids...)
	slices.Sort(s.names.ids)
	return slices.Compact(s.names.ids)
}

// reaches reports whether the terms of n that agree are enough for the review
// threshold, even if nothing contradicts.
func (s *search) reaches(n *name) bool {
	covered, phrase := 0.0, 0.0 // phrase: how far the letters of a phrase agree
	agreeing, whole := 0, false
	bits, literal := 0.0, true // at most what the agreement tells; all words may be the same
	for i, t := range n.terms {
		agree := 0.0
		if s.terms.has(t.id) {
			agree = s.agree[t.id]
		}
		if t.text != "" {
			phrase = agree
		}
		if agree > 0 && decides(n, t) {
			return true
		}
		similarity := max(agree, phrase)
		covered += n.weights[i] * similarity
		if similarity > 0 {
			bits += t.bits + sameLanguage
		}
		literal = literal && (similarity == 1 || n.weights[i] == 0)
		if agree > 0 {
			agreeing++
			whole = whole || s.whole.has(t.id)
		}
	}
	if !whole {
		return false
	}
	if n.manner == asOrganisation && !literal {
		covered *= leastDoubt(bits / identity)
	}
	return covered >= needed(n.manner, agreeing, s.ix.review)*n.total*(1-1e-9) // sums round
}

// found notes that a listed term agrees.
func (s *search) found(id int32, similarity float64) {
	if similarity <= 0 {
		return
	}
	if s.terms.add(id) {
		s.agree[id] = 0
	}
	s.agree[id] = max(s.agree[id], similarity)
}

func (s *search) foundWhole(id int32, similarity float64) {
	s.found(id, similarity)
	if similarity > 0 {
		s.whole.add(id)
	}
}

// word finds the listed terms that word i of the query agrees with by itself.
func (s *search) word(i int) {
	ix := s.ix
	q := s.queries.as(asOrganisation)
	t := q.terms[i]
	last, stop := i == len(q.terms)-1, q.tokens[i].Cut
	s.tried.reset(len(ix.terms))
	tryOne := func(id int32) {
		if !s.tried.add(id) {
			return
		}
		l := ix.terms[id]
		own := s.queries.as(l.manner).terms[i]
		similarity, _ := compareTerms(own, l)
		cut, _ := compareCutOff(own, l, last, stop)
		s.found(id, max(similarity, cut))
		if similarity > 0 && !isInitialOf(own, l) || cut > 0 {
			s.whole.add(id)
		}
	}
	try := func(ids []int32) {
		for _, id := range ids {
			tryOne(id)
		}
	}
	tryKey := func(key string) { ix.keys.Each(spelling.Hash(key), tryOne) }
	if t.number != "" {
		tryKey(keyNumber + t.number)
	}
	if t.concept != 0 {
		tryKey(conceptKey(t.concept))
		if f := t.concept.Family(); f != "" {
			tryKey(keyFamily + f)
		}
	}
	if t.near != 0 {
		tryKey(conceptKey(t.near))
	}
	if t.text == "" {
		return
	}
	if t.script == normalize.Han && t.native != "" {
		ix.han.Near(t.native, spelling.Most, try)
		for i := range t.native {
			if i > 0 {
				ix.han.Near(t.native[:i], 0, try) // characters: begins with
			}
		}
	}
	for _, spelt := range t.spelt {
		ix.words.Near(spelt.text, spelling.Most, try)
		tryKey(keyShape + normalize.Shape(spelt.text))
		s.sure(keyRun + spelt.text)
		for _, g := range normalize.NameGroups(spelt.text) {
			tryKey(nameKey(g))
		}
		for _, o := range spelt.outlines {
			tryKey(keySound + o)
			tryKey(keySkeleton + skeleton(o))
			if len(spelt.text) >= minSoundingRun {
				s.sure(keySound + o)
			}
		}
	}
	if t.role == normalize.Initial {
		tryKey(keyInitial + t.text)
	} else {
		ix.words.Near(firstLetter(t.text), 0, try) // a listed initial
	}
	if (last || stop) && len(t.text) >= minAbbreviation {
		ix.words.CutOff(t.text, try)
	}
	s.sure(keyAcronym + cmp.Or(t.native, t.text))
}

// sure notes the names under a key of runs: they must be compared in full.
func (s *search) sure(key string) {
	s.ix.runs.Each(spelling.Hash(key), func(id int32) { s.certain.add(id) })
}

// runs finds the listed terms that a run of words from word i, joined, agrees
// with.
func (s *search) runs(q *name, i int) {
	if !mayJoin(q.terms[i]) {
		return
	}
	run, unknown := q.terms[i].text, unknownWord(q.terms[i])
	if s.ix.personal {
		unknown++
	}
	for k := i + 1; k < len(q.terms) && k-i < maxJoin; k++ {
		if q.terms[k].text == "" {
			continue
		}
		if !mayJoin(q.terms[k]) {
			break
		}
		unknown += unknownWord(q.terms[k])
		if run += q.terms[k].text; len(run) > s.ix.longest+maxSoundingGap {
			break
		}
		if len(run) < minJoined {
			continue
		}
		if k == len(q.terms)-1 && len(run) >= minTruncated {
			s.ix.words.CutOff(run, func(ids []int32) {
				for _, id := range ids {
					similarity, _ := compareRunCutOff(run, s.ix.terms[id], true)
					s.foundWhole(id, similarity)
				}
			})
		}
		joint := newRun(q.terms[i:k+1], run, unknown, false)
		s.ix.words.Near(run, min(unknown, joinedEdits), func(ids []int32) {
			for _, id := range ids {
				similarity, _ := joint.compare(s.ix.terms[id])
				s.foundWhole(id, similarity)
			}
		})
		tryOne := func(id int32) {
			similarity, _ := joint.compare(s.ix.terms[id])
			s.foundWhole(id, similarity)
		}
		if joint.chinese != "" {
			s.ix.words.Near(joint.chinese, 0, func(ids []int32) {
				for _, id := range ids {
					tryOne(id)
				}
			})
		}
		for _, o := range joint.sounds() {
			s.ix.keys.Each(spelling.Hash(keySound+o), tryOne)
			if joint.foreign {
				s.ix.keys.Each(spelling.Hash(keySkeleton+skeleton(o)), tryOne)
			}
		}
	}
}

// mayJoin is joinable for every manner of reading: what is a legal form to a
// company is a part of a ship's name.
func mayJoin(t *term) bool { return t.text != "" && t.role != normalize.Number }

// acronyms finds the listed terms that are the initials of the query.
func (s *search) acronyms(q *name) {
	for _, a := range q.acronyms() {
		s.ix.keys.Each(spelling.Hash(keyAcronym+a), func(id int32) { s.foundWhole(id, similarAcronym(a, true)) })
	}
}

// beginning finds the names that begin as the query does.
func (s *search) beginning(q *name) {
	key := q.key()
	if n := len(key); n >= minCutOff {
		s.sure(keyBeginning + key[:n-(n-minCutOff)%beginningStep])
	}
}

// marks is a set of small numbers that is emptied in constant time.
type marks struct {
	ids  []int32  // what it has, in the order in which it came
	mark []uint32 // by number: the round in which it was added
	now  uint32
}

func (m *marks) reset(size int) {
	if len(m.mark) < size {
		m.mark = make([]uint32, size)
		m.now = 0
	}
	if m.now++; m.now == 0 {
		clear(m.mark)
		m.now = 1
	}
	m.ids = m.ids[:0]
}

// add puts id into the set and reports whether it was not there.
func (m *marks) add(id int32) bool {
	if m.mark[id] == m.now {
		return false
	}
	m.mark[id] = m.now
	m.ids = append(m.ids, id)
	return true
}

func (m *marks) has(id int32) bool { return m.mark[id] == m.now }
