package screen

import (
	"cmp"

	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/normalize"
)

// Compare compares two names without a list, under the default thresholds.
// kind is that of the listed name, Unknown if not known. Text that cannot be
// screened has the outcome NotScreened.
//
// Compare is symmetric in typing errors, but not in extra words: a listed name
// inside a longer query is an alert, a query that is a fragment of common
// words of a listed name is not.
func Compare(query, listed string, kind lists.Kind) Comparison {
	q, l := normalize.Name(query), normalize.Listed(listed)
	if problem := cmp.Or(q.Problem, l.Problem); problem != "" {
		return Comparison{Reasons: []string{problem}}
	}
	best := evidence{}
	for _, lr := range l.Readings {
		if !isListedPart(lr, l.Readings[0]) || !suits(lr.Part, mannerOf(kind)) {
			continue
		}
		listed := prepareListed(lr, mannerOf(kind))
		for _, qr := range q.Readings {
			if !suits(qr.Part, mannerOf(kind)) {
				continue
			}
			query := prepare(qr, mannerOf(kind))
			if e := match(&query, &listed); best.listed == nil || e.score > best.score {
				best = e
			}
		}
	}
	c := Comparison{Score: best.score, Alignment: pairs(&best, query, listed)}
	c.Reasons = reasons(c.Alignment, &best)
	o, _ := Options{}.withDefaults()
	if c.Outcome = o.outcome(c.Score); c.Outcome == Match && best.listed.weak {
		c.Outcome = Review
		c.Reasons = append(c.Reasons, weakReason)
	}
	return c
}
