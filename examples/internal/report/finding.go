package report

import (
	"fmt"
	"strings"

	"github.com/partyscreen/partyscreen/examples/internal/vendorfile"
	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/screen"
)

// Finding is what screening says of a row.
type Finding struct {
	Row     vendorfile.Row
	Result  screen.Result
	Outcome screen.Outcome
	Reason  string // the outcome in words
	Hits    []Hit  // the best first
	Aside   []Hit  // that earlier decisions set aside
	Nearest []Hit  // below the review threshold, if they were asked for
}

// Hit is one entity that the row may be, with its legal effect on the day.
type Hit struct {
	screen.Hit
	Listing lists.Listing // zero if the list gives none
}

// NewFinding completes the result of a row. A damaged row in which nothing was
// found counts as not screened: the name may be what is damaged.
func NewFinding(r vendorfile.Row, result screen.Result, day lists.Date) Finding {
	f := Finding{Row: r, Result: result, Outcome: result.Outcome, Reason: result.Reason}
	if r.Damaged && !f.Outcome.Alert() {
		f.Outcome, f.Reason = screen.NotScreened, "not screened: "+r.Problem
	}
	f.Hits, f.Aside, f.Nearest = listedOn(result.Hits, day), listedOn(result.Suppressed, day), listedOn(result.Nearest, day)
	return f
}

// listedOn completes hits with the listings of a day.
func listedOn(hits []screen.Hit, day lists.Date) []Hit {
	var out []Hit
	for _, h := range hits {
		out = append(out, Hit{h, listingOn(h.Entity, day)})
	}
	return out
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
func (h *Hit) citation() string {
	rules := h.Listing.Citations
	if len(rules) == 0 && h.Listing.List != "" {
		rules = append([]string{h.Listing.List}, h.Entity.Programs...)
	}
	return strings.Join(rules, "; ")
}

// requirement returns what the listing demands. Many lists say it for all
// their entries at once and not with each.
func (h *Hit) requirement() string {
	if h.Listing.LicenseRequirement == "" {
		return "not stated in the entry: the rules of the list apply"
	}
	return h.Listing.LicenseRequirement
}

// others returns the further hits in a line.
func (f *Finding) others() string {
	var others []string
	for _, h := range f.Hits[min(1, len(f.Hits)):] {
		others = append(others, fmt.Sprintf("%s (%s, %s %.2f)", h.Entity.ID, h.Listing.List, h.Outcome, h.Score))
	}
	return strings.Join(others, "; ")
}

// setAside returns the hits that earlier decisions set aside, and the decisions.
func (f *Finding) setAside() string {
	var aside []string
	for _, h := range f.Aside {
		aside = append(aside, fmt.Sprintf("%s (%s)", h.Entity.ID, h.Decision))
	}
	return strings.Join(aside, "; ")
}
