package lists

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
)

// Errors of [List.Check], to be told apart with [errors.Is].
var (
	ErrStale    = errors.New("the list is stale")
	ErrShrunken = errors.New("the list has shrunken")
	ErrMissing  = errors.New("the list lacks what it must have")
)

// Checks say what a list must satisfy before it replaces another. A reader finds
// a file that is broken; a file that is whole, but of last year or of the wrong
// list, only its user can tell. The zero Checks demand nothing.
type Checks struct {
	// MaxAge is how long ago the list may have been published. A list that does
	// not say when fails; zero means no limit.
	MaxAge time.Duration

	// Previous is the edition before, and MaxShrink the share of its entities, in
	// [0, 1], that may be gone: 0.1 lets a list of 1,000 shrink to 900. Authorities
	// take off a few in a hundred a year; a half that is missing is a mistake.
	Previous  *List
	MaxShrink float64

	// AtLeast is the number of entities that the list must have.
	AtLeast int

	// MustHave are names, as printed, or IDs of entities that must be there: well-
	// known entries that stand for their part of the list.
	MustHave []string
}

// Check returns an error that says everything in which the list fails the checks,
// by how much, and what to do; nil if it fails none. now is the time of the check.
func (l *List) Check(c Checks, now time.Time) error {
	var failed []error
	fail := func(kind error, format string, args ...any) {
		failed = append(failed, fmt.Errorf("lists: list %s: %w: %s", l.id, kind, fmt.Sprintf(format, args...)))
	}
	if age := now.Sub(l.asOf.Time()); c.MaxAge > 0 {
		switch {
		case l.asOf.IsZero():
			fail(ErrStale, "it does not say when it was published; give the date with WithAsOf")
		case age > c.MaxAge:
			fail(ErrStale, "it was published on %s, %d days ago, no more than %d are allowed; get the current edition", l.asOf, days(age), days(c.MaxAge))
		}
	}
	if p := c.Previous; p != nil {
		if lost := 1 - float64(l.Len())/float64(p.Len()); lost > c.MaxShrink {
			fail(ErrShrunken, "it has %d entities, the edition before %d: %.1f %% are gone, no more than %.1f %% are allowed; download it again, or look at Diff", l.Len(), p.Len(), 100*lost, 100*c.MaxShrink)
		}
	}
	if l.Len() < c.AtLeast {
		fail(ErrShrunken, "it has %d entities, at least %d are expected; is it the whole list?", l.Len(), c.AtLeast)
	}
	if missing := l.lacks(c.MustHave); len(missing) > 0 {
		fail(ErrMissing, "%s; is it the right list, and are the right columns read?", strings.Join(missing, ", "))
	}
	return errors.Join(failed...)
}

func days(d time.Duration) int { return int(d.Hours() / 24) }

// lacks returns which of some names and IDs no entity has.
func (l *List) lacks(wanted []string) []string {
	missing := slices.DeleteFunc(slices.Clone(wanted), func(w string) bool { return l.ByID(w) != nil })
	for _, e := range l.entities {
		if len(missing) == 0 {
			break
		}
		missing = slices.DeleteFunc(missing, func(w string) bool {
			return slices.ContainsFunc(e.Names, func(n Name) bool { return strings.EqualFold(n.Text, w) })
		})
	}
	return missing
}
