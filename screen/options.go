package screen

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"time"

	"github.com/partyscreen/partyscreen/lists"
)

// RulesVersion changes whenever the rules or tables change a score. It is part
// of every Stamp.
const RulesVersion = "2026-11-25"

// The default thresholds. A score is the share of pairs with that score that
// are the same party, so Review at a half means: more likely than not.
const (
	DefaultMatch  = 0.85
	DefaultReview = 0.50
)

// DefaultMaxHits bounds Result.Hits. Nobody reviews more entities for a name.
const DefaultMaxHits = 25

// Options are the settings of a Screener. The zero value means the defaults.
type Options struct {
	// Match and Review are the scores from which a hit is a Match or a Review,
	// in (0, 1], Review ≤ Match; zero means DefaultMatch and DefaultReview.
	Match  float64 `json:"match"`
	Review float64 `json:"review"`

	// AsOf screens against the names and listings that stood on that day, as
	// far as the list gives dates; zero means the list as it stands. Entities
	// that state no day of listing are taken as listed, and Result.Reason says
	// how many. Who was taken off the list before it was published is not on it:
	// for that screen against an edition of the day.
	AsOf lists.Date `json:"as_of,omitzero"`

	// MaxAge makes New fail if the list was published longer ago, or does not
	// say when; zero means no limit.
	MaxAge time.Duration `json:"max_age,omitempty"`

	// OfficialOnly leaves curated variants out: only names that the authority
	// prints are compared. The vocabulary still reads them: it knows what
	// well-known bodies are called in other languages.
	OfficialOnly bool `json:"official_only,omitempty"`

	// MaxHits bounds Result.Hits; zero means DefaultMaxHits.
	MaxHits int `json:"max_hits"`

	// Nearest is how many entities below the review threshold a Result names
	// in Nearest, of those that score 0.1 or more; zero means none.
	Nearest int `json:"nearest,omitempty"`

	// Decisions are what reviewers decided earlier; nil means none. A hit that is
	// not the same party moves to Result.Suppressed and alerts no more; one that
	// is confirmed is a Match. A decision binds to the party (its names, kind,
	// countries, birth date and identifiers), to the entity and to what the list
	// says of it. Where one of these has changed, or the decision has expired, the
	// hit is an alert as before, and Hit.Lapsed says why; a confirmed one stays for
	// Review then, whatever its score.
	Decisions *Ledger `json:"-"`

	// Today is the day on which decisions are judged; zero means the day of the
	// call, in UTC. Set it to get a result of the past again.
	Today lists.Date `json:"today,omitzero"`
}

// withDefaults fills in the zero fields and checks the rest.
func (o Options) withDefaults() (Options, error) {
	o.Match, o.Review, o.MaxHits = cmp.Or(o.Match, DefaultMatch), cmp.Or(o.Review, DefaultReview), cmp.Or(o.MaxHits, DefaultMaxHits)
	switch {
	case !(o.Review > 0 && o.Match <= 1 && o.Review <= o.Match):
		return o, fmt.Errorf("screen: thresholds must be 0 < Review ≤ Match ≤ 1, have Review %v and Match %v", o.Review, o.Match)
	case o.MaxHits < 0 || o.Nearest < 0 || o.MaxAge < 0:
		return o, fmt.Errorf("screen: MaxHits, Nearest and MaxAge must not be negative")
	}
	return o, nil
}

// Digest returns the hexadecimal SHA-256 of the JSON of the options, the decisions
// left out. It is the Stamp's OptionsDigest if the defaults are filled in, as
// [Screener.Options] returns them.
func (o Options) Digest() string {
	encoded, _ := json.Marshal(o) // a struct of numbers: cannot fail
	digest := sha256.Sum256(encoded)
	return hex.EncodeToString(digest[:])
}

// outcome cuts a score by the thresholds.
func (o *Options) outcome(score float64) Outcome {
	switch {
	case score >= o.Match:
		return Match
	case score >= o.Review:
		return Review
	}
	return NoMatch
}
