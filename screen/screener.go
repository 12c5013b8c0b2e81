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

// RulesVersion changes whenever the rules or tables change a score. It is part
// of every Stamp.
const RulesVersion = "2026-11-23"

// The default thresholds. A score is the share of pairs with that score that
// are the same party, so Review at a half means: more likely than not.
const (
	DefaultMatch  = 0.85
	DefaultReview = 0.50
)

// DefaultMaxHits bounds Result.Hits. Nobody reviews more entities for a name.
const DefaultMaxHits = 25

// Options are the settings of a Screener. The zero value means the defaults.
type Options struct {
	// Match and Review are the scores from which a hit is a Match or a Review,
	// in (0, 1], Review ≤ Match; zero means DefaultMatch and DefaultReview.
	Match  float64 `json:"match"`
	Review float64 `json:"review"`

	// AsOf screens against the names and listings that stood on that day, as
	// far as the list gives dates; zero means the list as it stands.
	AsOf lists.Date `json:"as_of,omitzero"`

	// MaxAge makes New fail if the list was published longer ago, or does not
	// say when; zero means no limit.
	MaxAge time.Duration `json:"max_age,omitempty"`

	// OfficialOnly leaves curated variants out: only names that the authority
	// prints are compared.
	OfficialOnly bool `json:"official_only,omitempty"`

	// MaxHits bounds Result.Hits; zero means DefaultMaxHits.
	MaxHits int `json:"max_hits"`

	// Nearest is how many entities below the review threshold a Result names
	// in Nearest, of those that score 0.25 or more; zero means none.
	Nearest int `json:"nearest,omitempty"`
}

// withDefaults fills in the zero fields and checks the rest.
func (o Options) withDefaults() (Options, error) {
	o.Match, o.Review, o.MaxHits = cmp.Or(o.Match, DefaultMatch), cmp.Or(o.Review, DefaultReview), cmp.Or(o.MaxHits, DefaultMaxHits)
	switch {
	case !(o.Review > 0 && o.Match <= 1 && o.Review <= o.Match):
		return o, fmt.Errorf("screen: thresholds must be 0 < Review ≤ Match ≤ 1, have Review %v and Match %v", o.Review, o.Match)
	case o.MaxHits < 0 || o.Nearest < 0 || o.MaxAge < 0:
		return o, fmt.Errorf("screen: MaxHits, Nearest and MaxAge must not be negative")
	}
	return o, nil
}

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
	find     func(*queries, *search) []int32 // index.candidates, or every name in the reference
	scratch  sync.Pool                       // of *marks
}

// New makes a Screener. It fails if options are out of range, or if the list
// is older than Options.MaxAge. It costs some 20 µs a name of the list, once.
func New(list *lists.List, opts Options) (*Screener, error) {
	if list == nil {
		return nil, fmt.Errorf("screen: the list is nil")
	}
	opts, err := opts.withDefaults()
	if err != nil {
		return nil, err
	}
	if err := checkAge(list, opts.MaxAge); err != nil {
		return nil, err
	}
	s := &Screener{options: opts, stamp: newStamp(list, opts)}
	var names []listedName
	for e := range list.All() {
		if !listedOn(e, opts.AsOf) {
			continue
		}
		id := int32(len(s.entities))
		s.entities = append(s.entities, e)
		names = appendNames(names, e, id, opts)
	}
	reach := opts.Review
	if opts.Nearest > 0 {
		reach = min(reach, nearestReview)
	}
	s.index = newIndex(names, rawThreshold(reach))
	s.index.identifiers(s.entities)
	s.find = s.index.candidates
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

// appendNames prepares the names of an entity. Former names stay, because
// suppliers' files keep them longer than the authority; only a day of the past
// leaves out what came later.
func appendNames(names []listedName, e *lists.Entity, id int32, opts Options) []listedName {
	first, hasHan := len(names), false
	for which, n := range e.Names {
		if !opts.compares(n) || opts.standsAgain(e, n) {
			continue
		}
		for reading, r := range normalize.Name(n.Text).Readings {
			switch r.Part {
			case normalize.Inside, normalize.Segment, normalize.OneScript:
				continue // what stands in the brackets of a listed name is not another party
			}
			prepared := prepareListed(r, mannerOf(e.Kind))
			prepared.weak = prepared.weak || n.Kind == lists.WeakAlias
			if prepared.total > 0 {
				names = append(names, listedName{prepared, id, int32(which), int32(reading)})
				hasHan = hasHan || prepared.terms[0].script == normalize.Han
			}
		}
	}
	for i := range names[first:] {
		names[first+i].hasHan = hasHan
	}
	return names
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
// else is known of it.
func (s *Screener) ScreenParty(p Party) Result {
	r := Result{Party: p, Stamp: s.stamp}
	best := make(map[int32]found)
	var problem string
	for i, text := range append([]string{p.Name}, p.OtherNames...) {
		c := normalize.Name(text)
		if i == 0 {
			r.Repairs = c.Repairs
		}
		if c.Problem != "" {
			problem = cmp.Or(problem, c.Problem)
			continue
		}
		r.Outcome = NoMatch
		s.search(&c, best)
	}
	s.identify(p, best)
	if r.Outcome == NotScreened && len(best) == 0 {
		r.Reason = "not screened: " + problem
		return r
	}
	s.collect(&r, best)
	return r
}

// found is the best evidence for one entity.
type found struct {
	score      float64
	pairs      int
	canonical  *normalize.Canonical // of the query
	reading    int                  // of the query
	listed     *listedName
	identified lists.Identifier // equal in party and entity
}

// search enters the best evidence for every entity that a name comes near.
func (s *Screener) search(c *normalize.Canonical, best map[int32]found) {
	scratch := s.scratch.Get().(*search)
	defer s.scratch.Put(scratch)
	for i, reading := range c.Readings {
		q := &queries{reading: reading}
		for _, id := range s.find(q, scratch) {
			listed := &s.index.names[id]
			e := match(q.as(listed.manner), &listed.name)
			f := found{score: e.score, pairs: len(e.pairs), canonical: c, reading: i, listed: listed}
			if b, ok := best[listed.entity]; e.score > 0 && (!ok || f.better(&b)) {
				best[listed.entity] = f
			}
		}
	}
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
	return other.listed != nil && len(f.listed.terms) < len(other.listed.terms)
}

// match aligns and judges two prepared names.
func match(query, listed *name) evidence {
	e := align(query, listed)
	e.judge()
	return e
}

// queries is one reading of a query, prepared for each manner of reading when
// first needed.
type queries struct {
	reading  normalize.Reading
	prepared [manners]*name
}

func (q *queries) as(m manner) *name {
	if q.prepared[m] == nil {
		n := prepare(q.reading, m)
		q.prepared[m] = &n
	}
	return q.prepared[m]
}

// identify enters the entities that share an identifier with the party.
func (s *Screener) identify(p Party, best map[int32]found) {
	for _, id := range p.Identifiers {
		k := identifierKey(id.Number)
		if k == "" {
			continue
		}
		for _, entity := range s.index.identity[k] {
			b := best[entity]
			b.identified = id
			best[entity] = b
		}
	}
}

// collect turns evidence into hits.
func (s *Screener) collect(r *Result, best map[int32]found) {
	for id, b := range best {
		h := s.hit(r.Party, s.entities[id], b)
		switch {
		case h.Outcome.Alert():
			r.Hits = append(r.Hits, h)
		case s.options.Nearest > 0:
			r.Nearest = append(r.Nearest, h)
		}
	}
	r.Hits = sortHits(r.Hits, s.options.MaxHits)
	r.Nearest = sortHits(r.Nearest, s.options.Nearest)
	r.Outcome = NoMatch
	if len(r.Hits) > 0 {
		r.Outcome = r.Hits[0].Outcome
		for _, h := range r.Hits {
			r.Outcome = max(r.Outcome, h.Outcome)
		}
	}
	r.Reason = summary(r)
}

func sortHits(hits []Hit, limit int) []Hit {
	slices.SortFunc(hits, func(a, b Hit) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), strings.Compare(a.Entity.ID, b.Entity.ID))
	})
	return hits[:min(len(hits), limit)]
}

// hit weighs what else is known of the party and puts the evidence in words.
func (s *Screener) hit(p Party, entity *lists.Entity, b found) Hit {
	h := Hit{Entity: entity, Name: entity.PrimaryName(), Query: p.Name, Score: b.score}
	if b.listed != nil {
		h.Name, h.Query = entity.Names[b.listed.which], b.canonical.Raw
		// The index does not keep where words stand in a listed name, so what
		// is shown is aligned once more.
		listed := prepareListed(normalize.Name(h.Name.Text).Readings[b.listed.reading], b.listed.manner)
		listed.hasHan = b.listed.hasHan
		query := prepare(b.canonical.Readings[b.reading], b.listed.manner)
		e := match(&query, &listed)
		h.Alignment = pairs(&e, h.Query, h.Name.Text)
		h.Reasons = reasons(h.Alignment)
	}
	factor, notes := circumstances(p, entity)
	h.Score = h.Score * factor
	h.Reasons = append(h.Reasons, notes...)
	if b.identified.Number != "" {
		h.Score = 1
		h.Reasons = append(h.Reasons, fmt.Sprintf("the identifier %s is the same", b.identified.Number))
	}
	h.Outcome = s.options.outcome(h.Score)
	if h.Outcome == Match && b.identified.Number == "" && b.listed.weak {
		h.Outcome = Review
		h.Reasons = append(h.Reasons, "the listed name is a weak alias: alone it is no match")
	}
	return h
}

func (o *Options) outcome(score float64) Outcome {
	switch {
	case score >= o.Match:
		return Match
	case score >= o.Review:
		return Review
	}
	return NoMatch
}

// What else is known moves a score a little: branches stand in other
// countries, and files have wrong ones.
const (
	otherKind      = 0.85
	otherCountry   = 0.95
	otherBirthYear = 0.60
)

// circumstances compares kind, country and birth date where both sides state
// them.
func circumstances(p Party, e *lists.Entity) (float64, []string) {
	factor := 1.0
	var notes []string
	if p.Kind != lists.Unknown && e.Kind != lists.Unknown && isNatural(p.Kind) != isNatural(e.Kind) {
		factor *= otherKind
		notes = append(notes, fmt.Sprintf("the party is of kind %s, the entity %s", p.Kind, e.Kind))
	}
	if len(p.Countries) > 0 && len(e.Countries) > 0 {
		if shared := sharedCountry(p.Countries, e.Countries); shared != "" {
			notes = append(notes, "both are of country "+shared)
		} else {
			factor *= otherCountry
			notes = append(notes, fmt.Sprintf("the party is of country %s, the entity of %s", strings.Join(p.Countries, ", "), strings.Join(e.Countries, ", ")))
		}
	}
	if y := birthYear(p.BirthDate); y != "" && len(e.BirthDates) > 0 {
		if slices.ContainsFunc(e.BirthDates, func(d string) bool { return strings.Contains(d, y) }) {
			notes = append(notes, "both were born in "+y)
		} else {
			factor *= otherBirthYear
			notes = append(notes, fmt.Sprintf("the party was born in %s, the entity %s", y, strings.Join(e.BirthDates, " or ")))
		}
	}
	return factor, notes
}

func isNatural(k lists.Kind) bool { return k == lists.Individual }

func sharedCountry(a, b []string) string {
	for _, x := range a {
		for _, y := range b {
			if strings.EqualFold(x, y) {
				return y
			}
		}
	}
	return ""
}

func birthYear(date string) string {
	if len(date) >= 4 {
		return date[:4]
	}
	return ""
}

// rawThreshold returns a raw score below which no score reaches s, whatever
// the kind of entity.
func rawThreshold(s float64) float64 {
	lo, hi := 0.0, 1.0
	for range 40 {
		mid := (lo + hi) / 2
		if max(calibrate(mid, asOrganisation), calibrate(mid, asPerson), calibrate(mid, asVessel)) >= s {
			hi = mid
		} else {
			lo = mid
		}
	}
	return lo
}
