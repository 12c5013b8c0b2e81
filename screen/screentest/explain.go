package screentest

import (
	"fmt"
	"strings"

	"github.com/partyscreen/partyscreen/screen"
)

// Explain returns a result for people who read the failure of a test: the outcome,
// then each entity that came near, word by word.
func Explain(r screen.Result) string {
	var b strings.Builder
	fmt.Fprintf(&b, "  %s: %s\n", r.Outcome, r.Reason)
	for _, repair := range r.Repairs {
		fmt.Fprintf(&b, "  repaired: %s\n", repair)
	}
	for _, part := range []struct {
		what string
		hits []screen.Hit
	}{{"hit", r.Hits}, {"near miss", r.Nearest}, {"suppressed", r.Suppressed}} {
		for i := range part.hits {
			explainHit(&b, part.what, &part.hits[i])
		}
	}
	fmt.Fprintf(&b, "  list %s, rules %s", r.Stamp.List, r.Stamp.RulesVersion)
	return b.String()
}

func explainHit(b *strings.Builder, what string, h *screen.Hit) {
	fmt.Fprintf(b, "  %s: %s, %q, score %.2f\n", what, h.Entity.ID, h.Name.Text, h.Score)
	for _, p := range h.Alignment {
		fmt.Fprintf(b, "    %-24s %-24s %s, %s\n", quoted(p.Query), quoted(p.Listed), p.Role, p.Agreement)
	}
	for _, reason := range h.Reasons {
		fmt.Fprintf(b, "    - %s\n", reason)
	}
}

func quoted(s string) string {
	if s == "" {
		return "–"
	}
	return fmt.Sprintf("%q", s)
}
