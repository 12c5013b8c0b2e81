package screen

import (
	"context"
	"iter"
	"math"
	"slices"

	"github.com/partyscreen/partyscreen/lists"
)

// AlertChange is what a new edition of a list changes for a party and an entity.
// Before is the alert under the old edition, After the one under the new; nil where
// there is none, or where a decision sets it aside. At least one is not nil.
type AlertChange struct {
	Party  Party        `json:"party"`
	Before *Hit         `json:"before,omitempty"`
	After  *Hit         `json:"after,omitempty"`
	Cause  lists.Change `json:"cause"` // Old is nil if the entity was added, New if it was removed
}

// Effect is what a change of a list does to an alert.
type Effect string

// The effects, in the order in which they matter.
const (
	NewlyAlerted    Effect = "newly alerted"
	NoLongerAlerted Effect = "no longer alerted"
	StillAlerted    Effect = "changed" // the party alerts as before, and the entry says something else
)

// Effect says which kind of change it is.
func (c *AlertChange) Effect() Effect {
	switch {
	case c.Before == nil:
		return NewlyAlerted
	case c.After == nil:
		return NoLongerAlerted
	}
	return StillAlerted
}

// Rescreen says what the changes from one edition of a list to the next, which
// [lists.Diff] finds, change for parties. It gives what screening every party with
// both editions and comparing the alerts would give, entity by entity, without
// looking at entities that both editions have alike: those alert as they did. Its
// cost is that of screening once with a list of what has changed.
//
// Options are those of both screenings, but that MaxHits and Nearest do not count:
// every alert is compared. Changes of a party come together, in the order of the
// parties, newly alerted ones first. Rescreen reads parties ahead, keeps memory
// bounded and ends with an error as [Screener.ScreenAll] does; a party that cannot
// be screened has no changes.
func Rescreen(ctx context.Context, changes lists.Changes, opts Options, parties iter.Seq[Party]) iter.Seq2[AlertChange, error] {
	return func(yield func(AlertChange, error) bool) {
		both, err := newBoth(changes, opts)
		if err != nil {
			yield(AlertChange{}, err)
			return
		}
		for r, err := range both.screener.ScreenAll(ctx, parties) {
			if err != nil {
				yield(AlertChange{}, err)
				return
			}
			for _, c := range both.compare(&r) {
				if !yield(c, nil) {
					return
				}
			}
		}
	}
}

// both screens with what two editions of a list have not alike.
type both struct {
	screener *Screener
	causes   []lists.Change
	cause    map[*lists.Entity]int // in causes, by the entity of either edition
}

func newBoth(changes lists.Changes, opts Options) (*both, error) {
	opts, err := opts.withDefaults()
	if err != nil {
		return nil, err
	}
	opts.MaxHits, opts.Nearest = math.MaxInt, 0
	b := &both{causes: slices.Clone(changes.Changed), cause: make(map[*lists.Entity]int)}
	for _, e := range changes.Added {
		b.causes = append(b.causes, lists.Change{New: e})
	}
	for _, e := range changes.Removed {
		b.causes = append(b.causes, lists.Change{Old: e})
	}
	listed := func(e *lists.Entity) *lists.Entity {
		if e == nil || !listedOn(e, opts.AsOf) {
			return nil
		}
		return e
	}
	var states []state
	for i, c := range b.causes {
		b.cause[c.Old], b.cause[c.New] = i, i // of an entity that is nil nobody asks
		switch before, after := listed(c.Old), listed(c.New); {
		case before != nil && after != nil && haveSameNames(before, after):
			states = append(states, state{after, before})
		default:
			states = append(states, state{entity: before}, state{entity: after})
		}
	}
	states = slices.DeleteFunc(states, func(s state) bool { return s.entity == nil })
	b.screener = newScreener(states, Stamp{}, opts)
	return b, nil
}

// haveSameNames reports entities that a search for names or addresses finds alike.
func haveSameNames(a, b *lists.Entity) bool {
	return a.Kind == b.Kind && isAddressOnly(a) == isAddressOnly(b) &&
		slices.EqualFunc(a.Names, b.Names, func(m, n lists.Name) bool {
			return m.Text == n.Text && m.Kind == n.Kind && m.From == n.From && m.Until == n.Until
		}) &&
		(!isAddressOnly(a) || slices.EqualFunc(a.Addresses, b.Addresses, func(m, n lists.Address) bool { return m.Text == n.Text }))
}

// compare pairs the alerts under the two editions.
func (b *both) compare(r *Result) []AlertChange {
	var out []AlertChange
	at := make(map[int]int) // in out, by cause
	for i := range r.Hits {
		h := &r.Hits[i]
		cause := b.cause[h.Entity]
		if _, ok := at[cause]; !ok {
			at[cause] = len(out)
			out = append(out, AlertChange{Party: r.Party, Cause: b.causes[cause]})
		}
		if c := &out[at[cause]]; h.Entity == c.Cause.Old {
			c.Before = h
		} else {
			c.After = h
		}
	}
	order := []Effect{NewlyAlerted, NoLongerAlerted, StillAlerted}
	slices.SortStableFunc(out, func(a, b AlertChange) int {
		return slices.Index(order, a.Effect()) - slices.Index(order, b.Effect())
	})
	return out
}
