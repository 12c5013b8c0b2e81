package screen

import (
	"fmt"

	"github.com/partyscreen/partyscreen/lists"
)

// Outcome is what screening says of a party. A name that is not found is never
// called clear: the list may be incomplete, and so may the name.
type Outcome uint8

// The outcomes. NotScreened is the zero value, so that a Result nobody filled
// in does not read as a pass.
const (
	NotScreened Outcome = iota // nothing could be compared; Result.Reason says why
	NoMatch                    // nothing on the list is near enough
	Review                     // a person must look
	Match                      // as good as certain to be the listed party
)

var outcomeNames = [...]string{"not_screened", "no_match", "review", "match"}

// String returns "not_screened", "no_match", "review" or "match".
func (o Outcome) String() string {
	if int(o) < len(outcomeNames) {
		return outcomeNames[o]
	}
	return fmt.Sprintf("outcome(%d)", uint8(o))
}

// MarshalText implements [encoding.TextMarshaler] with the form of String.
func (o Outcome) MarshalText() ([]byte, error) { return []byte(o.String()), nil }

// UnmarshalText implements [encoding.TextUnmarshaler] for the form of String.
func (o *Outcome) UnmarshalText(text []byte) error {
	for i, name := range outcomeNames {
		if name == string(text) {
			*o = Outcome(i)
			return nil
		}
	}
	return fmt.Errorf("screen: %q is not an outcome", text)
}

// Alert reports whether somebody must act: o is Review or Match.
func (o Outcome) Alert() bool { return o == Review || o == Match }

// Party is a counterparty to screen. Only Name is required; what is absent
// moves no score.
type Party struct {
	Name        string             `json:"name"`
	OtherNames  []string           `json:"other_names,omitempty"` // each is screened; the best counts
	Kind        lists.Kind         `json:"kind,omitzero"`
	Countries   []string           `json:"countries,omitempty"` // ISO 3166-1 alpha-2
	Address     string             `json:"address,omitempty"`   // compared with entries that are an address and nothing else
	Identifiers []lists.Identifier `json:"identifiers,omitempty"`
	BirthDate   string             `json:"birth_date,omitempty"` // 1964-03-25, or only the year
	Reference   string             `json:"reference,omitempty"`  // the caller's own key, returned untouched
}

// Result is the answer for one party, with all that is needed to prove it
// later.
type Result struct {
	Party      Party    `json:"party"`
	Outcome    Outcome  `json:"outcome"`
	Hits       []Hit    `json:"hits,omitempty"`       // by score, best first, then by entity ID; one an entity
	Nearest    []Hit    `json:"nearest,omitempty"`    // the best below the review threshold, if Options.Nearest asks for them
	Suppressed []Hit    `json:"suppressed,omitempty"` // hits that Options.Decisions set aside, each with its decision
	Stamp      Stamp    `json:"stamp"`
	Reason     string   `json:"reason"`            // the outcome in a sentence
	Repairs    []string `json:"repairs,omitempty"` // what was repaired in the text of the name
}

// Hit is one entity that the party may be.
type Hit struct {
	Entity    *lists.Entity `json:"entity"` // shared: do not modify
	Name      lists.Name    `json:"name"`   // the entity's name that came nearest
	Query     string        `json:"query"`  // the party's name that came nearest
	Score     float64       `json:"score"`  // in [0, 1]; see the package documentation
	Outcome   Outcome       `json:"outcome"`
	Alignment []Pair        `json:"alignment"`
	Reasons   []string      `json:"reasons"`
	Decision  *Decision     `json:"decision,omitempty"` // what a reviewer decided of it, if anything; shared: do not modify
	Lapsed    string        `json:"lapsed,omitempty"`   // why Decision holds no more; empty if it holds
}

// Pair is one step of an alignment: words of the query and words of the listed
// name that agree, or words of one side that found nothing on the other.
type Pair struct {
	Query      string    `json:"query,omitempty"`  // as written in the query, or one meaning of a phrase there; empty if only listed
	Listed     string    `json:"listed,omitempty"` // the same of the listed name; empty if only in the query
	QuerySpan  Span      `json:"query_span,omitzero"`
	ListedSpan Span      `json:"listed_span,omitzero"`
	Role       string    `json:"role"` // such as "distinctive", "place", "legal form"
	Agreement  Agreement `json:"agreement"`
	Similarity float64   `json:"similarity"` // in [0, 1]
}

// Span is a range of bytes [Start, End) of a raw name.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Agreement says what makes the words of a Pair agree, or why they stand
// alone.
type Agreement string

// The agreements.
const (
	Same        Agreement = "same"
	Misspelt    Agreement = "typing error"
	LookAlike   Agreement = "look-alike letters"
	Spaced      Agreement = "other spacing"
	Romanised   Agreement = "romanisation"
	Sounds      Agreement = "sounds alike"
	NameForm    Agreement = "form of one name"
	Translated  Agreement = "same meaning"
	Related     Agreement = "related meaning"
	Beginning   Agreement = "begins with the name"
	Abbreviated Agreement = "abbreviation"
	Acronym     Agreement = "acronym"
	Missing     Agreement = "missing"     // the query lacks a listed word
	Additional  Agreement = "additional"  // the query has a word that the listed name lacks
	Contradicts Agreement = "contradicts" // both have another place, number, body …
)

// Stamp says which list, options and rules made a result. The same input with
// the same stamp gives the same result, byte for byte.
type Stamp struct {
	List           string     `json:"list"`
	ListAsOf       lists.Date `json:"list_as_of,omitzero"` // publication date; zero if the list states none
	ListDigest     string     `json:"list_digest"`
	OptionsDigest  string     `json:"options_digest"`
	Decisions      string     `json:"decisions_digest,omitempty"` // Ledger.Digest
	Today          lists.Date `json:"today,omitzero"`             // on which decisions were judged, if there are any
	AsOf           lists.Date `json:"as_of,omitzero"`             // Options.AsOf
	RulesVersion   string     `json:"rules_version"`
	UnicodeVersion string     `json:"unicode_version"`
}

// Comparison is the answer for two names without a list.
type Comparison struct {
	Score     float64  `json:"score"`
	Outcome   Outcome  `json:"outcome"`
	Alignment []Pair   `json:"alignment"`
	Reasons   []string `json:"reasons"`
}
