package procurement

import (
	"slices"

	"github.com/partyscreen/partyscreen/screen"
)

// Order is a purchase order.
type Order struct {
	Number string
	Vendor Vendor
	ShipTo string // another party, if the goods do not come to us
	Amount int64  // in cents
}

// Desk approves purchase orders.
type Desk struct {
	screener Screener
}

// NewDesk returns a Desk that asks the screener about every party.
func NewDesk(s Screener) *Desk { return &Desk{s} }

// Approve returns nil if nothing speaks against the order, and a [*HeldError]
// if somebody must look first. What could not be screened is held too.
func (d *Desk) Approve(o Order) error {
	if err := d.check(o.Vendor); err != nil {
		return err
	}
	if o.ShipTo == "" {
		return nil
	}
	return d.check(Vendor{ID: o.Number, Name: o.ShipTo})
}

// check screens one party. Only NoMatch passes, and what a reviewer has
// cleared; a new outcome of a later version would be held.
func (d *Desk) check(v Vendor) error {
	result := d.screener.ScreenParty(v.Party())
	if result.Outcome == screen.NoMatch {
		return nil
	}
	open := func(h screen.Hit) bool { return !slices.Contains(v.Cleared, h.Entity.ID) }
	if len(result.Hits) > 0 && !slices.ContainsFunc(result.Hits, open) {
		return nil
	}
	return &HeldError{v, result}
}
