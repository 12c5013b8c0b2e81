package screen

import (
	"slices"

	"github.com/partyscreen/partyscreen/normalize"
)

// candidates returns the names that query could agree with in a key word,
// ascending. See index for why no other name can reach the review threshold.
func (ix *index) candidates(query *name, seen *marks) []int32 {
	seen.reset(len(ix.names))
	add := func(names []int32) { seen.add(names) }
	last := len(query.terms) - 1
	for i := range query.terms {
		t := &query.terms[i]
		if t.Number != "" {
			add(ix.exact[key(keyNumber, t.Number)])
		}
		if t.Concept != 0 {
			add(ix.exact[conceptKey(t.Concept)])
			if f := t.Concept.Family(); f != "" {
				add(ix.exact[key(keyFamily, f)])
			}
		}
		if t.Text == "" {
			continue
		}
		ix.spelt(t, add)
		if t.Role == normalize.Initial {
			add(ix.exact[key(keyInitial, t.Text)])
		} else {
			ix.words.near(t.Text[:1], add) // a listed initial
		}
		if t.Cut || i == last {
			if len(t.Text) >= minAbbreviation {
				ix.words.cutOff(t.Text, add)
			}
		}
		if len(t.Text) >= minAcronym && len(t.Text) <= maxAcronym {
			add(ix.exact[key(keyAcronym, t.Text)])
		}
		ix.joins(query, i, add)
	}
	add(ix.exact[key(keyAcronym, "="+query.initials)])
	add(ix.exact[key(keyAcronym, "="+query.allWords)])
	slices.Sort(seen.ids)
	return seen.ids
}

// spelt adds the names with a word that t may be a spelling of.
func (ix *index) spelt(t *term, add func([]int32)) {
	if t.Script == normalize.Han && t.Native != "" {
		ix.han.near(t.Native, add)
	}
	for k, s := range t.spelt {
		ix.words.near(s, add)
		add(ix.exact[key(keyJoin, s)])
		add(ix.exact[key(keyShape, normalize.Shape(s))])
		if t.sounds[k] == "" {
			continue
		}
		add(ix.exact[key(keySound, t.sounds[k])])
		// Skeletons meet only across scripts, and Latin names are most of a
		// list: a Latin query finds the few others by their sound spelt out.
		add(ix.exact[key(keySkeleton, skeleton(t.sounds[k]))])
	}
}

// joins adds the names with a word that a run of words from word i is.
func (ix *index) joins(query *name, i int, add func([]int32)) {
	if !joinable(&query.terms[i]) {
		return
	}
	run := query.terms[i].Text
	for k := i + 1; k < len(query.terms) && k-i < maxJoin && joinable(&query.terms[k]); k++ {
		run += query.terms[k].Text
		if len(run) >= minJoined {
			ix.words.near(run, add)
		}
	}
}

// marks collects names without repetition.
type marks struct {
	ids  []int32
	mark []uint32 // by name: the round in which it was added
	now  uint32
}

func (m *marks) reset(names int) {
	if len(m.mark) < names {
		m.mark = make([]uint32, names)
		m.now = 0
	}
	if m.now++; m.now == 0 {
		clear(m.mark)
		m.now = 1
	}
	m.ids = m.ids[:0]
}

func (m *marks) add(names []int32) {
	for _, id := range names {
		if m.mark[id] != m.now {
			m.mark[id] = m.now
			m.ids = append(m.ids, id)
		}
	}
}
