package screen

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/normalize"
)

// Verdict is what a reviewer decided of a hit.
type Verdict uint8

// The verdicts, the stricter last. The zero Verdict is none.
const (
	NotTheSameParty Verdict = iota + 1 // the hit moves to Result.Suppressed
	Withdrawn                          // an earlier decision counts no more
	Confirmed                          // the party is the entity: a Match, whatever the score
)

var verdictNames = [...]string{"", "not_the_same_party", "withdrawn", "confirmed"}

// String returns "not_the_same_party", "withdrawn" or "confirmed".
func (v Verdict) String() string {
	if int(v) < len(verdictNames) {
		return verdictNames[v]
	}
	return fmt.Sprintf("verdict(%d)", uint8(v))
}

// MarshalText implements [encoding.TextMarshaler] with the form of String.
func (v Verdict) MarshalText() ([]byte, error) { return []byte(v.String()), nil }

// UnmarshalText implements [encoding.TextUnmarshaler] for the form of String.
func (v *Verdict) UnmarshalText(text []byte) error {
	for i, name := range verdictNames {
		if i > 0 && name == string(text) {
			*v = Verdict(i)
			return nil
		}
	}
	return fmt.Errorf("screen: %q is no verdict: it is one of %s", text, strings.Join(verdictNames[1:], ", "))
}

// Decision is what a reviewer decided of a party and an entity that it came near.
// It rests on what the reviewer saw: on the party with all that was known of it,
// and on the content of the list's entry. It holds from Date until the day before
// Expires while both stay as they were; see [Options.Decisions].
type Decision struct {
	Party   Party      `json:"party"`         // without Reference; its Address only if that is what came near
	Entity  string     `json:"entity"`        // ID
	Digest  string     `json:"entity_digest"` // lists.Entity.Digest
	Listed  string     `json:"listed_name"`   // the name of the entity that came nearest
	Verdict Verdict    `json:"verdict"`
	Author  string     `json:"author"`
	Reason  string     `json:"reason"`
	Date    lists.Date `json:"date"`
	Expires lists.Date `json:"expires"` // the first day on which it holds no more
}

// NewDecision returns a decision on a party and a hit of its result, of which
// Verdict, Author, Reason, Date and Expires are still to be filled in.
func NewDecision(p Party, h Hit) Decision {
	p.Reference = ""
	if !isAddressOnly(h.Entity) {
		p.Address = "" // which ledgers write in ever new ways
	}
	return Decision{Party: p, Entity: h.Entity.ID, Digest: h.Entity.Digest(), Listed: h.Name.Text}
}

// Validate returns an error that names the first field that is missing or wrong.
func (d *Decision) Validate() error {
	for _, field := range []struct{ name, value string }{
		{"party.name", d.Party.Name}, {"entity", d.Entity}, {"entity_digest", d.Digest},
		{"author", d.Author}, {"reason", d.Reason}, {"date", d.Date.String()}, {"expires", d.Expires.String()},
	} {
		if strings.TrimSpace(field.value) == "" {
			return fmt.Errorf("%s is missing", field.name)
		}
	}
	switch {
	case d.Verdict < NotTheSameParty || d.Verdict > Confirmed:
		return errors.New("verdict is missing")
	case d.Expires.Compare(d.Date) <= 0:
		return fmt.Errorf("expires %s is not after date %s", d.Expires, d.Date)
	}
	return nil
}

// String says in a sentence what was decided, by whom and why.
func (d *Decision) String() string {
	return fmt.Sprintf("%s, decided by %s on %s: %s", strings.ReplaceAll(d.Verdict.String(), "_", " "), d.Author, d.Date, d.Reason)
}

// supersedes orders decisions on one party and entity: the later one counts, and
// of one day the stricter one.
func (d *Decision) supersedes(other *Decision) bool {
	return cmp.Or(d.Date.Compare(other.Date), cmp.Compare(d.Verdict, other.Verdict), d.Expires.Compare(other.Expires)*-1) > 0
}

// lapsed says why a decision does not hold for a party and an entity on a day, of
// which listed is the name that now comes nearest; empty if it holds.
func (d *Decision) lapsed(p *Party, e *lists.Entity, listed string, day lists.Date) string {
	if what := d.otherFact(p); what != "" {
		return "it was made on a party of this name that differs in its " + what
	}
	if day.Compare(d.Expires) >= 0 {
		return fmt.Sprintf("it expired on %s", d.Expires)
	}
	switch {
	case d.Digest == e.Digest():
		return ""
	case d.Entity != e.ID:
		return fmt.Sprintf("it was made on the entity %s of this name", d.Entity)
	case listed != d.Listed && !slices.ContainsFunc(e.Names, func(n lists.Name) bool { return n.Text == d.Listed }):
		return fmt.Sprintf("the list entry has changed since: it has the name %q no more", d.Listed)
	case listed != d.Listed:
		return fmt.Sprintf("the list entry has changed since, and its name %q comes nearest now", listed)
	}
	return "the list entry has changed since"
}

// otherFact names what is known of a party and was not so when the decision was
// made; empty if all is the same.
func (d *Decision) otherFact(p *Party) string {
	was := &d.Party
	switch {
	case !sameSet(was.OtherNames, p.OtherNames, oneSpace):
		return "other names"
	case was.Kind != p.Kind:
		return "kind"
	case !sameSet(was.Countries, p.Countries, strings.ToUpper):
		return "countries"
	case was.BirthDate != p.BirthDate:
		return "birth date"
	case !sameSet(was.Identifiers, p.Identifiers, func(id lists.Identifier) string { return normalize.FoldKey(id.Number) }):
		return "identifiers"
	case was.Address != "" && oneSpace(was.Address) != oneSpace(p.Address):
		return "address"
	}
	return ""
}

// sameSet reports whether two slices have the same values, whatever their order,
// by a key.
func sameSet[T any](a, b []T, key func(T) string) bool {
	if len(a) == 0 && len(b) == 0 {
		return true
	}
	keys := func(values []T) []string {
		out := make([]string, len(values))
		for i, v := range values {
			out[i] = key(v)
		}
		slices.Sort(out)
		return slices.Compact(out)
	}
	return slices.Equal(keys(a), keys(b))
}

// oneSpace leaves one space between words and none around them.
func oneSpace(s string) string { return strings.Join(strings.Fields(s), " ") }
