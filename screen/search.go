package screen

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/normalize"
)

// search is the memory of one search, reused for the next.
type search struct {
	workspace normalize.Workspace
	query     query
	lookup    lookup
	listed    name
	evidence  evidence
	best      map[int32]found // by entity
	plain     bool            // compare with every name, word by word, as the tests do to check the index
}

func newSearch() *search { return &search{best: make(map[int32]found)} }

// found is the best evidence for one entity.
type found struct {
	score   float64
	pairs   int
	query   string
	reading int // of the query
	listed  *listedName
	words   int    // of the listed name
	address string // that of the party, where an address is all that is listed
}

// search enters the best evidence for every entity that a name comes near.
func (mem *search) search(ix *index, c *normalize.Canonical) {
	mem.each(ix, c, func(reading int, e *evidence) {
		listed := &ix.names[e.id]
		f := found{score: e.score, pairs: len(e.pairs), query: c.Raw, reading: reading, listed: listed, words: len(e.listed.terms)}
		if b, ok := mem.best[listed.entity]; e.score >= ix.review && (!ok || f.better(&b)) {
			mem.best[listed.entity] = f
		}
	})
}

// each compares every reading of a name with the names to compare it with. The
// evidence lasts until the next comparison.
func (mem *search) each(ix *index, c *normalize.Canonical, compared func(reading int, e *evidence)) {
	for i := range c.Readings {
		mem.query.begin(&c.Readings[i])
		for _, id := range mem.find(ix) {
			if suits(c.Readings[i].Part, ix.names[id].manner) {
				compared(i, mem.match(ix, id))
			}
		}
	}
}

// find returns the names to compare the query with.
func (mem *search) find(ix *index) []int32 {
	if !mem.plain {
		mem.evidence.lookup = &mem.lookup
		return mem.lookup.candidates(ix, &mem.query)
	}
	all := make([]int32, len(ix.names))
	for i := range all {
		all[i] = int32(i)
	}
	return all
}

// match compares the query with a listed name.
func (mem *search) match(ix *index, id int32) *evidence {
	ix.load(id, &mem.listed)
	mem.evidence.id = id
	mem.evidence.match(&mem.query.as(mem.listed.manner).name, &mem.listed)
	return &mem.evidence
}

// better orders the evidence of several names of one entity: the higher score,
// then the name that explains more of the query, then the shorter name. Of what is
// equal the first counts, so that it does not matter who else is on the list.
func (f *found) better(other *found) bool {
	return cmp.Or(
		cmp.Compare(other.score, f.score), cmp.Compare(other.pairs, f.pairs), cmp.Compare(f.words, other.words),
		cmp.Compare(f.listed.which, other.listed.which), cmp.Compare(f.reading, other.reading), cmp.Compare(f.listed.reading, other.listed.reading),
	) < 0
}

// suits reports whether a reading of a query can be a name of that manner.
func suits(part normalize.Part, m manner) bool { return part != normalize.Personal || m == asPerson }

// identify enters the entities that share an identifier with the party.
func (s *Screener) identify(p *Party, best map[int32]found) {
	for _, id := range p.Identifiers {
		for _, entity := range s.index.identity[identifierKey(id.Number)] {
			enter(best, entity)
		}
	}
}

// enter makes an entity one to look at, though no name came near it.
func enter(best map[int32]found, entity int32) {
	if _, ok := best[entity]; !ok {
		best[entity] = found{}
	}
}

// hit is a Hit before it is explained.
type hit struct {
	Hit
	found
	identified string // the number that is the same in party and entity
}

// collect turns evidence into hits. Only those that a result shows are
// explained.
func (s *Screener) collect(r *Result, best map[int32]found) {
	r.Outcome = NoMatch
	decisions := s.options.Decisions.about(&r.Party, r.Stamp.Today)
	s.remember(&r.Party, decisions, best)
	var hits, nearest, suppressed []hit
	for id, b := range best {
		for _, e := range [...]*lists.Entity{s.entities[id], s.twins[id]} {
			if e == nil {
				continue
			}
			h := s.weigh(r.Party, e, b)
			h.decide(&r.Party, decisions, r.Stamp.Today)
			switch {
			case h.isSetAside():
				suppressed = append(suppressed, h)
			case h.Outcome.Alert():
				hits = append(hits, h)
				r.Outcome = max(r.Outcome, h.Outcome)
			case s.options.Nearest > 0 && h.Score > 0:
				nearest = append(nearest, h)
			}
		}
	}
	r.Hits = explainBest(r.Party, hits, s.options.MaxHits, s.options.Review)
	r.Nearest = explainBest(r.Party, nearest, s.options.Nearest, s.options.Review)
	r.Suppressed = explainBest(r.Party, suppressed, len(suppressed), s.options.Review)
	r.Reason = summary(r) + asideSummary(r.Suppressed) + s.asOf
	if len(s.entities) == 0 {
		r.Reason = fmt.Sprintf("no entity of the list was listed on %s", s.options.AsOf)
	}
}

// explainBest sorts hits, cuts them to limit and explains the rest.
func explainBest(p Party, hits []hit, limit int, review float64) []Hit {
	slices.SortFunc(hits, func(a, b hit) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), strings.Compare(a.Entity.ID, b.Entity.ID))
	})
	var out []Hit
	var query normalize.Canonical // of nearly all hits it is the same
	for _, h := range hits[:min(len(hits), limit)] {
		if query.Raw != h.Query {
			query = normalize.Name(h.Query)
		}
		h.explain(p, &query, review)
		out = append(out, h.Hit)
	}
	return out
}

// weigh adds what else is known of the party to the evidence of the names.
func (s *Screener) weigh(p Party, entity *lists.Entity, b found) hit {
	h := hit{Hit{Entity: entity, Name: entity.PrimaryName(), Query: p.Name, Score: b.score}, b, sharedIdentifier(&p, entity)}
	if b.listed != nil {
		h.Name, h.Query = entity.Names[b.listed.which], b.query
	}
	factor, _ := circumstances(p, entity)
	h.Score *= factor
	if h.identified != "" {
		h.Score = 1
	}
	h.Outcome = s.options.outcome(h.Score)
	if h.isWeakMatch() || h.address != "" && h.identified == "" {
		h.Outcome = min(h.Outcome, Review)
	}
	return h
}

// isWeakMatch reports a hit that only a weak alias makes as good as certain.
func (h *hit) isWeakMatch() bool {
	return h.Outcome == Match && h.identified == "" && h.listed != nil && h.listed.isWeak()
}

const weakReason = "the listed name is a weak alias: alone it is no match"

// compare compares a reading of a query with a listed name, written text, from the
// letters up: the index does not keep where words stand.
func (l *listedName) compare(text string, reading normalize.Reading) evidence {
	listed := prepareListed(normalize.Listed(text).Readings[l.reading], l.manner)
	listed.hasHan = l.flags&hanName != 0
	query := prepare(reading, l.manner)
	return match(&query, &listed)
}

// explain puts the evidence in words.
func (h *hit) explain(p Party, canonical *normalize.Canonical, review float64) {
	factor, notes := circumstances(p, h.Entity)
	if h.listed != nil {
		e := h.listed.compare(h.Name.Text, canonical.Readings[h.reading])
		h.Alignment = pairs(&e, h.Query, h.Name.Text)
		h.Reasons = reasons(h.Alignment, &e)
		if !h.Outcome.Alert() {
			h.Reasons = append(h.Reasons, keptBelow(&e, h.Alignment, factor, review))
		}
	}
	h.Reasons = append(h.Reasons, notes...)
	if h.identified != "" {
		h.Reasons = append(h.Reasons, fmt.Sprintf("the identifier %s is the same", h.identified))
	} else if h.listed != nil && h.listed.isWeak() && h.Outcome == Review {
		h.Reasons = append(h.Reasons, weakReason)
	}
	if h.address != "" {
		h.Reasons = append(h.Reasons, addressReason(h.address))
	}
	if h.Decision != nil {
		h.Reasons = append(h.Reasons, h.decisionReason())
	}
}
