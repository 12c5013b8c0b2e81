package lists

// Kind says what sort of party an entity is. Many official rows do not say:
// they are Unknown.
type Kind uint8

// The kinds of party. Unknown is the zero value.
const (
	Unknown Kind = iota
	Organization
	Government
	Individual
	Vessel
	Aircraft
)

// NameKind says what a name is to its entity.
type NameKind uint8

// The kinds of name. Primary, Alias, WeakAlias and FormerName are printed by
// the authority. Variant is curated by this project and not official: a
// Chinese name, a brand, a spelling of the press; its Source says from where.
const (
	Primary NameKind = iota
	Alias
	WeakAlias
	FormerName
	Variant
)

// Official reports whether the authority itself prints names of this kind.
func (k NameKind) Official() bool { return k != Variant }

// Name is one name of an entity, as its source prints it.
type Name struct {
	Text   string   `json:"text"`
	Kind   NameKind `json:"kind"`
	Lang   string   `json:"lang,omitempty"`   // BCP 47, such as "zh-Hans"; empty if not stated
	Source string   `json:"source,omitempty"` // where the name stands
	From   Date     `json:"from,omitzero"`    // first day the source prints it; zero if not stated
	Until  Date     `json:"until,omitzero"`   // first day it no longer does; zero while it stands
}

// Address is one address of an entity, as printed.
type Address struct {
	Text    string `json:"text,omitempty"`    // the whole address as printed
	Country string `json:"country,omitempty"` // ISO 3166-1 alpha-2; empty if not stated
	Source  string `json:"source,omitempty"`
}

// Identifier is a number or code that an authority or register gave a party.
type Identifier struct {
	Type    string `json:"type"` // such as "Passport", "IMO number", "ISIN"
	Number  string `json:"number"`
	Country string `json:"country,omitempty"` // issuing country, as printed
	Source  string `json:"source,omitempty"`
}

// Listing is one entry of an authority's list and its legal effect over one
// period. Where the authority changed the terms, the entity has a Listing for
// each period.
type Listing struct {
	Authority           string   `json:"authority"` // such as "Bureau of Industry and Security"
	List                string   `json:"list"`      // such as "Entity List"
	Citations           []string `json:"citations,omitempty"`
	From                Date     `json:"from,omitzero"`  // zero if not stated
	Until               Date     `json:"until,omitzero"` // first day it no longer holds; zero while it holds
	LicenseRequirement  string   `json:"license_requirement,omitempty"`
	LicenseReviewPolicy string   `json:"license_review_policy,omitempty"`
	URL                 string   `json:"url,omitempty"`
}

// Entity is one listed party, as one list has it. The same company on several
// lists is several entities, because the legal effects differ.
//
// Entities of a [List] are shared and must not be modified.
type Entity struct {
	ID          string       `json:"id"` // unique in its list
	Kind        Kind         `json:"kind"`
	Names       []Name       `json:"names"`
	Countries   []string     `json:"countries,omitempty"` // ISO 3166-1 alpha-2
	Addresses   []Address    `json:"addresses,omitempty"`
	Identifiers []Identifier `json:"identifiers,omitempty"`
	BirthDates  []string     `json:"birth_dates,omitempty"` // as printed: "1960", "circa 1961", "1973-03-25"
	Programs    []string     `json:"programs,omitempty"`
	Listings    []Listing    `json:"listings,omitempty"`
	Remarks     string       `json:"remarks,omitempty"`
}

// PrimaryName returns the primary name that stands now: the last Primary
// without an Until, or else the first name. It returns the zero Name for an
// entity without names.
func (e *Entity) PrimaryName() Name {
	for i := len(e.Names) - 1; i >= 0; i-- {
		if e.Names[i].Kind == Primary && e.Names[i].Until.IsZero() {
			return e.Names[i]
		}
	}
	if len(e.Names) > 0 {
		return e.Names[0]
	}
	return Name{}
}
