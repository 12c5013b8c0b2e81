package mutation

import (
	"context"
	"iter"
	"slices"
	"strings"

	"github.com/partyscreen/partyscreen/screen"
)

// missesKept is how many missed queries of a kind a report shows.
const missesKept = 5

// equal is how far two scores may lie apart that count as one: they are sums
// whose last digits depend on the order of words.
const equal = 1e-9

// Measure screens mutants, their queries alone, and counts by kind those that
// are found. A mutant is found if an alert names its entity, or one that bears
// the same name but for case: official lists have many parties twice. Found
// depends on the options of s: their thresholds, and the number of hits that a
// result shows.
//
// Measure uses all cores and holds only a few mutants at a time; the report
// does not depend on the number of cores. It costs what [screen.Screener.Screen]
// costs, once a mutant. It is safe for concurrent use if mutants is.
func Measure(s *screen.Screener, mutants iter.Seq[Mutant]) Report {
	var waiting []Mutant // those whose results are still to come, in order
	parties := func(yield func(screen.Party) bool) {
		for m := range mutants {
			waiting = append(waiting, m)
			if !yield(screen.Party{Name: m.Query}) {
				return
			}
		}
	}
	var report Report
	rows := make(map[string]int)
	for result := range s.ScreenAll(context.Background(), parties) {
		m := waiting[0]
		waiting = waiting[1:]
		i, ok := rows[m.Kind.Name]
		if !ok {
			i = len(report.Rows)
			rows[m.Kind.Name] = i
			report.Rows = append(report.Rows, Row{Kind: m.Kind})
		}
		report.Rows[i].count(m, result)
	}
	return report
}

// count enters the result of a mutant.
func (r *Row) count(m Mutant, result screen.Result) {
	r.Made++
	at := slices.IndexFunc(result.Hits, func(h screen.Hit) bool { return m.isOf(h) })
	if at < 0 {
		if len(r.Missed) < missesKept {
			r.Missed = append(r.Missed, m)
		}
		return
	}
	r.Found++
	if result.Hits[at].Score >= result.Hits[0].Score-equal {
		r.First++
	}
}

// isOf reports a hit on the entity of the mutant, or on its namesake.
func (m *Mutant) isOf(h screen.Hit) bool {
	if h.Entity.ID == m.Entity.ID {
		return true
	}
	for _, n := range h.Entity.Names {
		if strings.EqualFold(n.Text, m.Name.Text) {
			return true
		}
	}
	return false
}
