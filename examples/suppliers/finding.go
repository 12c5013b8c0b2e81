package main

import (
	"fmt"
	"strings"

	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/screen"
)

// finding is what screening says of a row.
type finding struct {
	row     row
	result  screen.Result
	outcome screen.Outcome
	reason  string // the outcome in words
	hits    []hit  // the best first
}

// hit is one entity that the row may be, with its legal effect on the day.
type hit struct {
	screen.Hit
	listing lists.Listing // zero if the list gives none
}

// newFinding completes a result. A damaged row in which nothing was found
// counts as not screened: the name may be what is damaged.
func newFinding(r row, result screen.Result, day lists.Date) finding {
	f := finding{row: r, result: result, outcome: result.Outcome, reason: result.Reason}
	if r.damaged && !f.outcome.Alert() {
		f.outcome, f.reason = screen.NotScreened, "not screened: "+r.problem
	}
	for _, h := range result.Hits {
		f.hits = append(f.hits, hit{h, listingOn(h.Entity, day)})
	}
	return f
}

// listingOn returns the listing of an entity that holds on a day, and the last
// one if none does.
func listingOn(e *lists.Entity, day lists.Date) lists.Listing {
	for _, l := range e.Listings {
		if l.From.Compare(day) <= 0 && (l.Until.IsZero() || day.Compare(l.Until) < 0) {
			return l
		}
	}
	if n := len(e.Listings); n > 0 {
		return e.Listings[n-1]
	}
	return lists.Listing{}
}

// citation returns the rules that the listing rests on; for lists that print
// none, the list itself and the sanctions programmes.
func (h *hit) citation() string {
	rules := h.listing.Citations
	if len(rules) == 0 && h.listing.List != "" {
		rules = append([]string{h.listing.List}, h.Entity.Programs...)
	}
	return strings.Join(rules, "; ")
}

// requirement returns what the listing demands. Many lists say it for all
// their entries at once and not with each.
func (h *hit) requirement() string {
	if h.listing.LicenseRequirement == "" {
		return "not stated in the entry: the rules of the list apply"
	}
	return h.listing.LicenseRequirement
}

// others returns the further hits in a line.
func (f *finding) others() string {
	var others []string
	for _, h := range f.hits[min(1, len(f.hits)):] {
		others = append(others, fmt.Sprintf("%s (%s, %s %.2f)", h.Entity.ID, h.listing.List, h.Outcome, h.Score))
	}
	return strings.Join(others, "; ")
}
