package screen

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode"

	"github.com/partyscreen/partyscreen/lists"
)

// nearestReview is the score down to which Nearest looks. Names below it share
// too little to be worth a word.
const nearestReview = 0.1

// Screener compares names with one list under one set of options. It is
// immutable and safe for concurrent use.
type Screener struct {
	options   Options
	stamp     Stamp
	entities  []*lists.Entity
	twins     []*lists.Entity           // by entity: what another edition says of it; see state
	places    func() map[string][]int32 // in entities, by ID; decisions alone ask
	index     *index
	asOf      string          // how far the list's dates tell who was on it on Options.AsOf
	scratch   *sync.Pool      // of *search
	addresses []listedAddress // of entities that are nothing else
}

// New makes a Screener. It fails if options are out of range, or if the list
// is older than Options.MaxAge. It costs some 17 µs a
// name of the list on two cores, once, and 540 bytes a name.
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
	if _, err := lists.ParseDate(opts.Today.String()); err != nil {
		return nil, fmt.Errorf("screen: Options.Today: %w", err)
	}
	if err := checkAge(list, opts.MaxAge); err != nil {
		return nil, err
	}
	var states []state
	for e := range list.All() {
		if listedOn(e, opts.AsOf) {
			states = append(states, state{entity: e})
		}
	}
	return newScreener(states, newStamp(list, opts), opts), nil
}

// state is what a list says of an entity, with what another edition says if that
// has the same names, so that the same search finds both.
type state struct {
	entity, twin *lists.Entity
}

// newScreener makes a Screener for what one or two editions of a list say.
func newScreener(states []state, stamp Stamp, opts Options) *Screener {
	s := &Screener{options: opts, stamp: stamp}
	reach := opts.Review
	if opts.Nearest > 0 {
		reach = min(reach, nearestReview)
	}
	for _, state := range states {
		s.entities, s.twins = append(s.entities, state.entity), append(s.twins, state.twin)
	}
	s.addresses = addressesOf(s.entities)
	s.asOf = asOfNote(s.entities, opts.AsOf)
	ix := newIndexer(reach)
	prepareAll(s.entities, opts, ix.add)
	s.index = ix.build()
	s.index.identifiers(s.entities)
	s.index.identifiers(s.twins)
	s.places = sync.OnceValue(func() map[string][]int32 { return placesOf(s.entities, s.twins) })
	s.scratch = &sync.Pool{New: func() any { return newSearch() }}
	return s
}

// placesOf returns where entities and their twins are, by ID.
func placesOf(entities, twins []*lists.Entity) map[string][]int32 {
	places := make(map[string][]int32, len(entities))
	for i, e := range entities {
		places[e.ID] = append(places[e.ID], int32(i))
		if twin := twins[i]; twin != nil && twin.ID != e.ID {
			places[twin.ID] = append(places[twin.ID], int32(i))
		}
	}
	return places
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
	return Stamp{
		List: list.ID(), ListAsOf: list.AsOf(), ListDigest: list.Digest(),
		OptionsDigest: opts.Digest(), Decisions: opts.Decisions.Digest(), AsOf: opts.AsOf,
		RulesVersion: RulesVersion, UnicodeVersion: unicode.Version,
	}
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

// Stamp returns the stamp that every result of s carries at the moment.
func (s *Screener) Stamp() Stamp {
	stamp := s.stamp
	if s.options.Decisions.Len() > 0 {
		stamp.Today = s.options.today()
	}
	return stamp
}

// Options returns the options of s with the defaults filled in.
func (s *Screener) Options() Options { return s.options }

// WithDecisions returns a Screener with the list and the options of s and with other
// decisions, which it judges on the day today; zero means the day of each call. It
// shares the index and costs nothing, so that a service takes up new decisions at
// once.
func (s *Screener) WithDecisions(decisions *Ledger, today lists.Date) *Screener {
	with := *s
	with.options.Decisions, with.options.Today = decisions, today
	with.stamp.Decisions, with.stamp.OptionsDigest = decisions.Digest(), with.options.Digest()
	return &with
}

// ScreenParty compares a party with the list: each of its names, then what
// else is known of it. If one of its names cannot be screened and no other is
// an alert, the party is NotScreened.
func (s *Screener) ScreenParty(p Party) Result {
	mem := s.scratch.Get().(*search)
	defer s.scratch.Put(mem)
	r := Result{Party: p, Stamp: s.Stamp()}
	clear(mem.best)
	problem := s.searchName(&r, mem, p.Name)
	for _, text := range p.OtherNames {
		if strings.TrimSpace(text) != "" { // an empty cell for other names says nothing
			problem = cmp.Or(problem, s.searchName(&r, mem, text))
		}
	}
	s.identify(&p, mem.best)
	s.searchAddress(p, mem.best)
	s.collect(&r, mem.best)
	if problem != "" && !r.Outcome.Alert() {
		r.Outcome = NotScreened
		r.Reason = "not screened: " + problem
	}
	return r
}

// searchName adds what one name comes near, or returns why it cannot be
// screened.
func (s *Screener) searchName(r *Result, mem *search, text string) (problem string) {
	c := mem.workspace.Name(text)
	for _, repair := range c.Repairs {
		if !slices.Contains(r.Repairs, repair) {
			r.Repairs = append(r.Repairs, repair)
		}
	}
	if c.Problem == "" {
		mem.search(s.index, c)
	}
	return c.Problem
}
