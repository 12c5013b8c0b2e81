package screen

import (
	"fmt"
	"strings"

	"github.com/partyscreen/partyscreen/normalize"
)

// pairs writes an alignment out, in the order of the listed name, then what
// only the query has.
func pairs(e *evidence, query, listed string) []Pair {
	var out []Pair
	for j := range e.listed.terms {
		for _, p := range e.pairs {
			if p.l0 != j {
				continue
			}
			// A phrase of several concepts is several terms over the same words.
			if pair := newPair(e, p, query, listed); len(out) == 0 || out[len(out)-1].QuerySpan != pair.QuerySpan || out[len(out)-1].ListedSpan != pair.ListedSpan {
				out = append(out, pair)
			}
		}
		if t := &e.listed.tokens[j]; !e.listedUsed[j] && e.listed.weights[j] > 0 {
			span := Span{t.Start, t.End}
			out = append(out, Pair{Listed: listed[t.Start:t.End], ListedSpan: span, Role: e.listed.terms[j].role.String(), Agreement: Missing})
		}
	}
	for i := range e.query.terms {
		if t := &e.query.tokens[i]; !e.queryUsed[i] && e.query.weights[i] > 0 {
			out = append(out, Pair{Query: query[t.Start:t.End], QuerySpan: Span{t.Start, t.End}, Role: e.query.terms[i].role.String(), Agreement: Additional})
		}
	}
	for _, c := range e.contradicted {
		if c.query >= 0 && c.listed >= 0 {
			out = oppose(out, e.query.tokens[c.query].Start, e.listed.tokens[c.listed].Start)
		}
	}
	return out
}

// oppose puts the two sides of a contradiction into one pair.
func oppose(out []Pair, query, listed int) []Pair {
	q, l := -1, -1
	for i, p := range out {
		if p.Agreement == Additional && p.QuerySpan.Start == query {
			q = i
		}
		if p.Agreement == Missing && p.ListedSpan.Start == listed {
			l = i
		}
	}
	if q < 0 || l < 0 {
		return out
	}
	out[l].Agreement = Contradicts
	out[l].Query, out[l].QuerySpan = out[q].Query, out[q].QuerySpan
	return append(out[:q], out[q+1:]...)
}

func newPair(e *evidence, p agreement, query, listed string) Pair {
	q, l := spanOf(e.query.tokens[p.q0:p.q1]), spanOf(e.listed.tokens[p.l0:p.l1])
	return Pair{Query: query[q.Start:q.End], Listed: listed[l.Start:l.End], QuerySpan: q, ListedSpan: l,
		Role: e.listed.terms[p.l0].role.String(), Agreement: p.how, Similarity: p.similarity}
}

func spanOf(terms []normalize.Token) Span {
	s := Span{terms[0].Start, terms[0].End}
	for _, t := range terms {
		s.Start, s.End = min(s.Start, t.Start), max(s.End, t.End)
	}
	return s
}

// reasons says in words what made the score.
func reasons(alignment []Pair) []string {
	var out, same, missing, additional []string
	for _, p := range alignment {
		if p.Role == normalize.Particle.String() || p.Role == normalize.LegalForm.String() {
			continue
		}
		switch p.Agreement {
		case Same, Spaced, LookAlike, Romanised:
			if strings.EqualFold(p.Query, p.Listed) {
				same = append(same, p.Listed)
			} else {
				out = append(out, fmt.Sprintf("%q is %q (%s)", p.Query, p.Listed, p.Agreement))
			}
		case Missing:
			missing = append(missing, p.Listed)
		case Additional:
			additional = append(additional, p.Query)
		case Contradicts:
			out = append(out, fmt.Sprintf("%q against %q: another %s", p.Query, p.Listed, roleWord(p.Role)))
		default:
			out = append(out, fmt.Sprintf("%q for %q (%s)", p.Query, p.Listed, p.Agreement))
		}
	}
	if len(same) > 0 {
		out = append([]string{"same: " + strings.Join(same, ", ")}, out...)
	}
	if len(missing) > 0 {
		out = append(out, "missing: "+strings.Join(missing, ", "))
	}
	if len(additional) > 0 {
		out = append(out, "additional: "+strings.Join(additional, ", "))
	}
	return out
}

func roleWord(role string) string {
	switch role {
	case normalize.Distinctive.String():
		return "name"
	case normalize.Head.String():
		return "kind of body"
	}
	return role
}

const cutOffReason = "the name is cut off"

// summary is the outcome of a result in a sentence.
func summary(r *Result) string {
	if len(r.Hits) == 0 {
		return "no name on the list is near enough; this is not a clearance"
	}
	h := r.Hits[0]
	more := ""
	if n := len(r.Hits) - 1; n > 0 {
		more = fmt.Sprintf(" and %d more", n)
	}
	return fmt.Sprintf("%s with %q (%s)%s, score %.2f: %s", r.Outcome, h.Name.Text, h.Entity.ID, more, h.Score, strings.Join(h.Reasons, "; "))
}
