package screen

import (
	"cmp"
	"slices"
	"strings"

	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/normalize"
)

// Walk is the whole way of one name through a Screener, for who asks why it alerts,
// or why it does not.
type Walk struct {
	Canonical  normalize.Canonical `json:"-"`          // the readings of the name, with the roles of their words; normalize.Name gives it again
	Candidates int                 `json:"candidates"` // names of the list that the index gave to compare
	Steps      []Step              `json:"steps"`      // the comparisons that came to more than nothing, best first
}

// Step is the comparison of one reading of the name with one name of the list.
type Step struct {
	Entity    *lists.Entity `json:"entity"` // shared: do not modify
	Name      lists.Name    `json:"name"`
	Reading   int           `json:"reading"` // in Canonical.Readings
	Score     float64       `json:"score"`
	Alignment []Pair        `json:"alignment"`
	Terms     []Term        `json:"terms"` // their product is the score
	Reasons   []string      `json:"reasons"`

	listed *listedName
}

// Term is one factor of a score.
type Term struct {
	What   string  `json:"what"`
	Factor float64 `json:"factor"`
}

// Walk compares a name as [Screener.Screen] does and keeps all that led to its
// result: the steps, at most limit of them. The index leaves out names that cannot
// reach the review threshold or, if Options.Nearest is set, 0.1. It costs a few
// searches.
func (s *Screener) Walk(name string, limit int) Walk {
	w := Walk{Canonical: normalize.Name(name)}
	if w.Canonical.Problem != "" {
		return w
	}
	mem := s.scratch.Get().(*search)
	defer s.scratch.Put(mem)
	seen := make(map[int32]bool)
	mem.each(s.index, &w.Canonical, func(reading int, e *evidence) {
		seen[e.id] = true
		if e.score > 0 {
			listed := &s.index.names[e.id]
			entity := s.entities[listed.entity]
			w.Steps = append(w.Steps, Step{Entity: entity, Name: entity.Names[listed.which], Reading: reading, Score: e.score, listed: listed})
		}
	})
	w.Candidates = len(seen)
	slices.SortStableFunc(w.Steps, func(a, b Step) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), strings.Compare(a.Entity.ID, b.Entity.ID), strings.Compare(a.Name.Text, b.Name.Text))
	})
	w.Steps = w.Steps[:min(len(w.Steps), limit)]
	for i := range w.Steps {
		w.Steps[i].explain(&w.Canonical)
	}
	return w
}

// explain aligns the two names once more and puts that in words.
func (t *Step) explain(c *normalize.Canonical) {
	e := t.listed.compare(t.Name.Text, c.Readings[t.Reading])
	t.Alignment = pairs(&e, c.Raw, t.Name.Text)
	t.Reasons = reasons(t.Alignment, &e)
	t.Terms = e.terms(t.Alignment)
}

// terms takes a score apart into its factors.
func (e *evidence) terms(alignment []Pair) []Term {
	out := []Term{
		{"share of the listed name that agrees", e.missing},
		{"words that only the query has", e.additional},
		{doubtReason, e.doubted},
	}
	product := e.missing * (e.additional * e.doubted)
	for _, c := range e.contradicted {
		out = append(out, Term{e.contradictionWords(c, alignment), c.factor})
		product *= c.factor
	}
	if e.listed.manner == asVessel && product > 0 && e.raw != product {
		out = append(out, Term{"the IMO number decides", e.raw / product})
	}
	if e.raw > e.score {
		out = append(out, Term{"no score is above 1", e.score / e.raw})
	}
	return slices.DeleteFunc(out, func(t Term) bool { return t.Factor == 1 && t.What == doubtReason })
}

// contradictionWords says what contradicts.
func (e *evidence) contradictionWords(c contradiction, alignment []Pair) string {
	if c.why != "" {
		return c.why
	}
	for _, p := range alignment {
		query := c.query < 0 || p.QuerySpan.Start == e.query.tokens[c.query].Start
		listed := c.listed < 0 || p.ListedSpan.Start == e.listed.tokens[c.listed].Start
		if query && listed {
			return strings.TrimSpace(quotedOrEmpty(p.Query)+" "+quotedOrEmpty(p.Listed)) + ": " + string(p.Agreement)
		}
	}
	return "the names differ"
}

func quotedOrEmpty(s string) string {
	if s == "" {
		return ""
	}
	return `"` + s + `"`
}
