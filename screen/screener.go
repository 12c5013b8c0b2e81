package screen

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode"

	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/normalize"
)

// nearestReview is the score down to which Nearest looks. Names below it share
// too little to be worth a word.
const nearestReview = 0.25

// Screener compares names with one list under one set of options. It is
// immutable and safe for concurrent use.
type Screener struct {
	options  Options
	stamp    Stamp
	entities []*lists.Entity
	index    *index
	scratch  sync.Pool // of *search
}

// New makes a Screener. It fails if options are out of range, or if the list
// is older than Options.MaxAge. It costs some 25 µs a name of the list, once.
func New(list *lists.List, opts Options) (*Screener, error) {
	if list == nil {
		return nil, fmt.Errorf("screen: the list is nil")
	}
	opts, err := opts.withDefaults()
	if err != nil {
		return nil, err
	}
	if _, err := lists.ParseDate(opts.AsOf.String()); err != nil {
		return nil, fmt.Errorf("screen: Options.AsOf: %w", err)
	}
	if err := checkAge(list, opts.MaxAge); err != nil {
		return nil, err
	}
	s := &Screener{options: opts, stamp: newStamp(list, opts)}
	reach := opts.Review
	if opts.Nearest > 0 {
		reach = min(reach, nearestReview)
	}
	ix := newIndexer(reach)
	for e := range list.All() {
		if !listedOn(e, opts.AsOf) {
			continue
		}
		s.entities = append(s.entities, e)
		for _, n := range prepareNames(e, len(s.entities)-1, opts) {
			ix.add(&n)
		}
	}
	s.index = ix.build()
	s.index.identifiers(s.entities)
	s.scratch.New = func() any { return new(search) }
	return s, nil
}

func checkAge(list *lists.List, limit time.Duration) error {
	switch age := time.Since(list.AsOf().Time()); {
	case limit == 0:
		return nil
	case list.AsOf().IsZero():
		return fmt.Errorf("screen: list %s does not say when it was published, so Options.MaxAge cannot be checked", list.ID())
	case age > limit:
		return fmt.Errorf("screen: list %s was published on %s, %d days ago; Options.MaxAge allows %d: get the current edition",
			list.ID(), list.AsOf(), int(age.Hours()/24), int(limit.Hours()/24))
	}
	return nil
}

// newStamp records what a re-run needs.
func newStamp(list *lists.List, opts Options) Stamp {
	encoded, _ := json.Marshal(opts) // a struct of numbers: cannot fail
	digest := sha256.Sum256(encoded)
	return Stamp{
		List: list.ID(), ListAsOf: list.AsOf(), ListDigest: list.Digest(),
		OptionsDigest: hex.EncodeToString(digest[:]), AsOf: opts.AsOf,
		RulesVersion: RulesVersion, UnicodeVersion: unicode.Version,
	}
}

// listedOn reports whether e was listed on a day. Listings without dates hold
// always, and so do entities without listings.
func listedOn(e *lists.Entity, day lists.Date) bool {
	if day.IsZero() || len(e.Listings) == 0 {
		return true
	}
	return slices.ContainsFunc(e.Listings, func(l lists.Listing) bool { return holds(l.From, l.Until, day) })
}

// holds reports whether a fact with these dates stood on a day; a zero day
// means now.
func holds(from, until, day lists.Date) bool {
	if day.IsZero() {
		return true
	}
	return (from.IsZero() || from.Compare(day) <= 0) && (until.IsZero() || day.Compare(until) < 0)
}

// prepareNames prepares the names of an entity. Former names stay, because
// suppliers' files keep them longer than the authority; only a day of the past
// leaves out what came later.
func prepareNames(e *lists.Entity, id int, opts Options) []preparedName {
	var names []preparedName
	hasHan := false
	for which, n := range e.Names {
		if !opts.compares(n) || opts.standsAgain(e, n) {
			continue
		}
		all := normalize.Listed(n.Text).Readings
		for reading, r := range all {
			if !isListedPart(r, all[0]) || !suits(r.Part, mannerOf(e.Kind)) {
				continue
			}
			prepared := prepareListed(r, mannerOf(e.Kind))
			prepared.weak = prepared.weak || n.Kind == lists.WeakAlias
			if prepared.total > 0 {
				names = append(names, preparedName{prepared, id, which, reading})
				hasHan = hasHan || prepared.terms[0].script == normalize.Han
			}
		}
	}
	for i := range names {
		names[i].hasHan = hasHan
	}
	return names
}

// isListedPart reports whether a reading of a listed name is a name of the
// entity: the whole, what stands before and behind a.k.a. or a slash, and a
// single word in brackets at the end, which is an acronym or a short name.
// Longer text in brackets says something about the entity (a subsidiary of …),
// and an acronym in the middle stands for a part of the name.
func isListedPart(r, whole normalize.Reading) bool {
	switch r.Part {
	case normalize.OneScript:
		return false
	case normalize.Inside:
		last := len(whole.Tokens) - 1
		for last > 0 && whole.Tokens[last].Role == normalize.LegalForm {
			last--
		}
		return len(r.Tokens) == 1 && len(r.Tokens[0].Text) >= minAcronym && r.Tokens[0].End == whole.Tokens[last].End
	}
	return true
}

// compares reports whether the options take a name.
func (o *Options) compares(n lists.Name) bool {
	known := o.AsOf.IsZero() || n.From.Compare(o.AsOf) <= 0 // no date is before all others
	return known && (n.Kind.Official() || !o.OfficialOnly)
}

// standsAgain reports a name that was printed in one kind until some day and is
// compared in another since: Hikvision was a primary name and is an alias.
func (o *Options) standsAgain(e *lists.Entity, n lists.Name) bool {
	return !n.Until.IsZero() && slices.ContainsFunc(e.Names, func(other lists.Name) bool {
		return other.Text == n.Text && other.From == n.Until && o.compares(other)
	})
}

var embedded = sync.OnceValue(func() *Screener {
	s, err := New(lists.Embedded(), Options{})
	if err != nil { // the embedded list and the defaults are tested
		return nil
	}
	return s
})

// Screen compares name with the 28 embedded entities under default options. It
// never fails and is safe for concurrent use; the first call builds the index.
func Screen(name string) Result { return embedded().Screen(name) }

// Screen compares one name with the list.
func (s *Screener) Screen(name string) Result { return s.ScreenParty(Party{Name: name}) }

// Stamp returns the stamp that every result of s carries.
func (s *Screener) Stamp() Stamp { return s.stamp }

// Options returns the options of s with the defaults filled in.
func (s *Screener) Options() Options { return s.options }

// ScreenParty compares a party with the list: each of its names, then what
// else is known of it. If one of its names cannot be screened and no other is
// an alert, the party is NotScreened.
func (s *Screener) ScreenParty(p Party) Result {
	r := Result{Party: p, Stamp: s.stamp}
	best := make(map[int32]found)
	var problem string
	for i, text := range append([]string{p.Name}, p.OtherNames...) {
		if i > 0 && strings.TrimSpace(text) == "" {
			continue // an empty cell for other names says nothing
		}
		c := normalize.Name(text)
		for _, repair := range c.Repairs {
			if !slices.Contains(r.Repairs, repair) {
				r.Repairs = append(r.Repairs, repair)
			}
		}
		if c.Problem != "" {
			problem = cmp.Or(problem, c.Problem)
			continue
		}
		s.search(&c, best)
	}
	s.identify(p, best)
	s.collect(&r, best)
	if problem != "" && !r.Outcome.Alert() {
		r.Outcome = NotScreened
		r.Reason = "not screened: " + problem
	}
	return r
}

// found is the best evidence for one entity.
type found struct {
	score      float64
	pairs      int
	canonical  *normalize.Canonical // of the query
	reading    int                  // of the query
	listed     *listedName
	words      int              // of the listed name
	identified lists.Identifier // equal in party and entity
}

// search is the memory of one search, reused for the next.
type search struct {
	query    query
	lookup   lookup
	listed   name
	evidence evidence
	plain    bool // compare with every name, word by word, as the tests do to check the index
}

// search enters the best evidence for every entity that a name comes near.
func (s *Screener) search(c *normalize.Canonical, best map[int32]found) {
	mem := s.scratch.Get().(*search)
	defer s.scratch.Put(mem)
	for i, reading := range c.Readings {
		mem.query.begin(reading)
		for _, id := range mem.find(s.index) {
			listed := &s.index.names[id]
			if !suits(reading.Part, listed.manner) {
				continue
			}
			e := mem.match(s.index, id)
			f := found{score: e.score, pairs: len(e.pairs), canonical: c, reading: i, listed: listed, words: len(e.listed.terms)}
			if b, ok := best[listed.entity]; e.score > 0 && (!ok || f.better(&b)) {
				best[listed.entity] = f
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
// then the name that explains more of the query, then the shorter name.
func (f *found) better(other *found) bool {
	switch {
	case f.score != other.score:
		return f.score > other.score
	case f.pairs != other.pairs:
		return f.pairs > other.pairs
	}
	return other.listed != nil && f.words < other.words
}

// suits reports whether a reading of a query can be a name of that manner.
func suits(part normalize.Part, m manner) bool { return part != normalize.Personal || m == asPerson }

// identify enters the entities that share an identifier with the party.
func (s *Screener) identify(p Party, best map[int32]found) {
	for _, id := range p.Identifiers {
		k := identifierKey(id.Number)
		if k == "" {
			continue
		}
		for _, entity := range s.index.identity[k] {
			if sharesIdentifier(s.entities[entity], id, k) {
				b := best[entity]
				b.identified = id
				best[entity] = b
			}
		}
	}
}

// hit is a Hit before it is explained.
type hit struct {
	Hit
	found
}

// collect turns evidence into hits. Only those that a result shows are
// explained.
func (s *Screener) collect(r *Result, best map[int32]found) {
	r.Outcome = NoMatch
	var hits, nearest []hit
	for id, b := range best {
		h := s.weigh(r.Party, s.entities[id], b)
		switch {
		case h.Outcome.Alert():
			hits = append(hits, h)
			r.Outcome = max(r.Outcome, h.Outcome)
		case s.options.Nearest > 0:
			nearest = append(nearest, h)
		}
	}
	r.Hits = explainBest(r.Party, hits, s.options.MaxHits, s.options.Review)
	r.Nearest = explainBest(r.Party, nearest, s.options.Nearest, s.options.Review)
	r.Reason = summary(r)
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
	for _, h := range hits[:min(len(hits), limit)] {
		h.explain(p, review)
		out = append(out, h.Hit)
	}
	return out
}

// weigh adds what else is known of the party to the evidence of the names.
func (s *Screener) weigh(p Party, entity *lists.Entity, b found) hit {
	h := hit{Hit{Entity: entity, Name: entity.PrimaryName(), Query: p.Name, Score: b.score}, b}
	if b.listed != nil {
		h.Name, h.Query = entity.Names[b.listed.which], b.canonical.Raw
	}
	factor, _ := circumstances(p, entity)
	h.Score *= factor
	if b.identified.Number != "" {
		h.Score = 1
	}
	h.Outcome = s.options.outcome(h.Score)
	if h.isWeakMatch() {
		h.Outcome = Review
	}
	return h
}

// isWeakMatch reports a hit that only a weak alias makes as good as certain.
func (h *hit) isWeakMatch() bool {
	return h.Outcome == Match && h.identified.Number == "" && h.listed.isWeak()
}

const weakReason = "the listed name is a weak alias: alone it is no match"

// explain puts the evidence in words. The index does not keep where words stand
// in a listed name, so the two are aligned once more.
func (h *hit) explain(p Party, review float64) {
	factor, notes := circumstances(p, h.Entity)
	if h.listed != nil {
		listed := prepareListed(normalize.Listed(h.Name.Text).Readings[h.listed.reading], h.listed.manner)
		listed.hasHan = h.listed.flags&hanName != 0
		query := prepare(h.canonical.Readings[h.reading], h.listed.manner)
		e := match(&query, &listed)
		h.Alignment = pairs(&e, h.Query, h.Name.Text)
		h.Reasons = reasons(h.Alignment, &e)
		if !h.Outcome.Alert() {
			h.Reasons = append(h.Reasons, keptBelow(&e, h.Alignment, factor, review))
		}
	}
	h.Reasons = append(h.Reasons, notes...)
	if h.identified.Number != "" {
		h.Reasons = append(h.Reasons, fmt.Sprintf("the identifier %s is the same", h.identified.Number))
	} else if h.listed.isWeak() && h.Outcome == Review {
		h.Reasons = append(h.Reasons, weakReason)
	}
}
