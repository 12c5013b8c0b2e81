package normalize

// Role says what a token does in a name.
type Role uint8

// The roles. Distinctive, the zero value, is what no table knows: the part of
// a name that tells its bearer from others.
const (
	Distinctive Role = iota
	Industry         // what the party does: technology, petroleum, public security
	Head             // what kind of body it is: bureau, university, bank, plant
	Place            // a country, region or city
	Generic          // says little: group, international, people's government
	Number           // digits, ordinals, numerals
	Initial          // a single letter
	LegalForm        // Co., Ltd.; GmbH; 有限公司
	Particle         // of, the, de, und
	Noise            // not part of the name: ATTN, a vendor number, a street
)

var roleNames = [...]string{
	"distinctive", "industry", "head", "place", "generic", "number", "initial", "legal form", "particle", "noise",
}

// String returns the role in words, such as "legal form".
func (r Role) String() string {
	if int(r) < len(roleNames) {
		return roleNames[r]
	}
	return "unknown"
}

// Token is one word of a name, or one concept that a phrase stands for. A
// phrase that means several concepts (PSB: public security, bureau) becomes as
// many tokens over the same bytes; the first of them bears the letters.
type Token struct {
	Text     string   // lower-case Latin letters and digits; native letters where no romanisation is known
	Others   []string // further romanisations, each a possible Text
	Native   string   // the folded letters as written, if not Latin
	Script   Script   // in which the token is written
	Initials string   // the first letters of the words that the token spans
	Role     Role
	Concept  Concept // what the word means; zero for a distinctive word
	Near     Concept // of a distinctive word: the vocabulary word that it may be a typing error of
	Number   string  // the digits of a number, without leading zeros
	Bits     float32 // how surprising it is that two unrelated parties bear the word, in bits; Concept.Bits is for its meaning
	Cut      bool    // the word may be cut off or abbreviated here
	Trailing bool    // a place behind the name, as in an address: Hikvision Ltd., Dubai
	Start    int     // the bytes raw[Start:End] of the name
	End      int

	before separator
	depth  int // of the brackets around it
}
