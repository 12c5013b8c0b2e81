package screen

import (
	"fmt"
	"time"

	"github.com/partyscreen/partyscreen/lists"
)

// today returns the day on which decisions are judged.
func (o *Options) today() lists.Date {
	if !o.Today.IsZero() {
		return o.Today
	}
	return lists.DateOf(time.Now().UTC())
}

// remember enters the entities that a reviewer has confirmed the party to be, in
// case it comes near them no more: by other rules, or a higher threshold.
func (s *Screener) remember(p *Party, decisions map[string]*Decision, best map[int32]found) {
	for id, d := range decisions {
		if d.Verdict != Confirmed || d.otherFact(p) != "" {
			continue
		}
		for _, at := range s.places()[id] {
			enter(best, at)
		}
	}
}

// decisionOn returns the decision on an entity or, because some lists number their
// entries anew, on another of the same name; nil if there is none.
func (h *hit) decisionOn(decisions map[string]*Decision) *Decision {
	if d := decisions[h.Entity.ID]; d != nil {
		return d
	}
	var namesake *Decision
	for id, d := range decisions {
		if d.Listed == h.Name.Text && (namesake == nil || id < namesake.Entity) {
			namesake = d
		}
	}
	return namesake
}

// decide applies what a reviewer decided of the party and the entity, if anything.
func (h *hit) decide(p *Party, decisions map[string]*Decision, day lists.Date) {
	d := h.decisionOn(decisions)
	if d == nil || d.Verdict == Withdrawn {
		return
	}
	lapsed := d.lapsed(p, h.Entity, h.Name.Text, day)
	if d.Verdict == Confirmed {
		switch {
		case lapsed == "":
			h.Outcome, h.Score = Match, 1
		case d.otherFact(p) == "":
			h.Outcome = max(h.Outcome, Review) // who was the entity once is looked at again
		}
	}
	if h.Outcome.Alert() {
		h.Decision, h.Lapsed = d, lapsed
	}
}

// isSetAside reports a hit that a reviewer has decided is another party.
func (h *Hit) isSetAside() bool {
	return h.Decision != nil && h.Decision.Verdict == NotTheSameParty && h.Lapsed == ""
}

// decisionReason says what was decided, and why that holds no more.
func (h *Hit) decisionReason() string {
	if h.Lapsed != "" {
		return fmt.Sprintf("an earlier decision does not hold (%s): %s", h.Decision, h.Lapsed)
	}
	return h.Decision.String()
}

// asideSummary says how many hits decisions have set aside.
func asideSummary(suppressed []Hit) string {
	switch len(suppressed) {
	case 0:
		return ""
	case 1:
		h := &suppressed[0]
		return fmt.Sprintf(" (set aside: %q (%s), %s)", h.Name.Text, h.Entity.ID, h.Decision)
	}
	return fmt.Sprintf(" (set aside by decisions: %d hits)", len(suppressed))
}
