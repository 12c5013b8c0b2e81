package screen

import (
	"fmt"
	"math"
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
			out = append(out, Pair{Listed: wording(e.listed, j, listed[t.Start:t.End]), ListedSpan: span, Role: e.listed.terms[j].role.String(), Agreement: Missing})
		}
	}
	for i := range e.query.terms {
		if t := &e.query.tokens[i]; !e.queryUsed[i] && e.query.weights[i] > 0 {
			out = append(out, Pair{Query: wording(e.query, i, query[t.Start:t.End]), QuerySpan: Span{t.Start, t.End}, Role: e.query.terms[i].role.String(), Agreement: Additional})
		}
	}
	for _, c := range e.contradicted {
		if c.query >= 0 && c.listed >= 0 {
			out = mergeOpposed(out, e.query.tokens[c.query].Start, e.listed.tokens[c.listed].Start)
		}
	}
	return out
}

// wording returns what stands for term i in words: its letters as written, or its
// meaning where they mean several things (Police Bureau: police, bureau).
func wording(n *name, i int, written string) string {
	if t := n.terms[i]; t.concept != 0 && (t.text == "" || phraseEnd(n, i) > i+1) {
		return strings.ReplaceAll(t.concept.Name(), "-", " ")
	}
	return written
}

// mergeOpposed puts the two sides of a contradiction into one pair.
func mergeOpposed(out []Pair, query, listed int) []Pair {
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
		Role: e.heaviest(p.l0, p.l1).role.String(), Agreement: p.how, Similarity: p.similarity}
}

// heaviest returns the word that weighs most among those that agree as one: in
// El Panu it is not the article.
func (e *evidence) heaviest(from, to int) *term {
	best := from
	for j := from + 1; j < to; j++ {
		if e.listed.weights[j] > e.listed.weights[best] {
			best = j
		}
	}
	return e.listed.terms[best]
}

func spanOf(terms []normalize.Token) Span {
	s := Span{terms[0].Start, terms[0].End}
	for _, t := range terms {
		s.Start, s.End = min(s.Start, t.Start), max(s.End, t.End)
	}
	return s
}

// reasons says in words what made the score: what agrees and how, what is left
// over on each side, what the names say against each other, and what each of
// these costs.
func reasons(alignment []Pair, e *evidence) []string {
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
			out = append(out, fmt.Sprintf("%q against %q: another %s%s", p.Query, p.Listed, roleWord(p.Role), costs(e.opposition(p))))
		default:
			out = append(out, fmt.Sprintf("%q for %q (%s)", p.Query, p.Listed, p.Agreement))
		}
	}
	if len(same) > 0 {
		out = append([]string{"same: " + strings.Join(same, ", ")}, out...)
	}
	lacks, adds := e.leftOverFactors()
	if len(missing) > 0 {
		out = append(out, "missing: "+strings.Join(missing, ", ")+costs(lacks))
	}
	if len(additional) > 0 {
		out = append(out, "additional: "+strings.Join(additional, ", ")+costs(adds))
	}
	for _, c := range e.contradicted {
		if c.why != "" {
			out = append(out, c.why+costs(c.factor))
		}
	}
	if c := costs(e.doubted); c != "" && e.listed != nil {
		out = append(out, doubtReason+c)
	}
	if e.cut {
		out = append(out, cutOffReason)
	}
	if e.isBranch() {
		out = append(out, branchReason)
	}
	return out
}

const (
	doubtReason  = "strangers could share what agrees"
	cutOffReason = "the name is cut off"
	branchReason = "by its name a branch or subsidiary"
)

// isBranch reports the whole of a listed name with distinctive words beside a
// place or the word branch: Hikvision UK.
func (e *evidence) isBranch() bool {
	if e.listed == nil || !e.listed.distinct || e.listed.manner != asOrganisation || !e.hasDistinctivePair() || !e.isCovered() {
		return false
	}
	branch := false
	for i, t := range e.query.terms {
		if e.queryUsed[i] || e.repeats(i) || e.query.tokens[i].Trailing && !isBranchWord(e.query, i-1) {
			continue
		}
		switch {
		case t.role == normalize.Place || isBranchWord(e.query, i):
			branch = true
		case t.role == normalize.LegalForm || t.role == normalize.Particle || t.role == normalize.Generic:
		default:
			return false
		}
	}
	return branch
}

// costs says what a factor takes from the score, from one part in a hundred on.
func costs(factor float64) string {
	if percent := int(math.Round(100 * (1 - factor))); percent > 0 {
		return fmt.Sprintf(" (costs %d %%)", percent)
	}
	return ""
}

// opposition returns the factor of the contradiction that a pair shows.
func (e *evidence) opposition(p Pair) float64 {
	for _, c := range e.contradicted {
		if c.query >= 0 && c.listed >= 0 && e.query.tokens[c.query].Start == p.QuerySpan.Start && e.listed.tokens[c.listed].Start == p.ListedSpan.Start {
			return c.factor
		}
	}
	return 1
}

// leftOverFactors returns what the words that only the listed name has, and
// those that only the query has, do to the score.
func (e *evidence) leftOverFactors() (missing, additional float64) {
	missing, additional = e.missing, e.additional
	for _, c := range e.contradicted {
		switch {
		case c.query < 0 && c.listed >= 0:
			missing *= c.factor
		case c.listed < 0 && c.query >= 0:
			additional *= c.factor
		}
	}
	return missing, additional
}

// keptBelow says what keeps a near miss below the review threshold: the
// costliest of its reasons. circumstance is the factor for kind, country and birth
// date.
func keptBelow(e *evidence, alignment []Pair, circumstance, review float64) string {
	lacks, adds := e.leftOverFactors()
	worst, why := circumstance, "what else is known of the party differs"
	take := func(factor float64, what string) {
		if factor < worst {
			worst, why = factor, what
		}
	}
	take(lacks, "words of the listed name are missing")
	take(adds, "the name has other words")
	take(e.doubted, doubtReason)
	for _, c := range e.contradicted {
		if c.why != "" {
			take(c.factor, c.why)
		}
	}
	for _, p := range alignment {
		if p.Agreement == Contradicts {
			take(e.opposition(p), fmt.Sprintf("%q against %q", p.Query, p.Listed))
		}
	}
	return fmt.Sprintf("below the review threshold %.2f, most of all because %s", review, why)
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

// summary is the outcome of a result in a sentence.
func summary(r *Result) string {
	if len(r.Hits) == 0 && len(r.Suppressed) > 0 {
		return "no name on the list is near enough but what was decided is another party; this is not a clearance"
	}
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
