// Package compiled is the form that the vocabulary has within the program: one
// string that is read in place, without maps and without work at the start.
// Beside each part that reads stands the part that writes it, which the command
// compile uses and a program that only reads leaves out.
//
// Spellings themselves are not kept, only 58 of the 64 bits of their hash. The
// writer makes sure that no two spellings agree in these. That a word which is
// none of the 179,000 spellings is taken for one of them has a probability below
// 2^-40: a filter lets one in seven pass, which is compared with some five
// spellings in 40 bits.
package compiled

import (
	"math"
	"strings"
)

// Vocabulary is the compiled vocabulary. It is immutable. The zero Vocabulary has
// nothing and cannot be searched.
type Vocabulary struct {
	spellings     string // table from spellings to Facts
	spellingBits  filter
	formBits      filter // of the spellings of legal forms
	outlines      string // table from outlines to strings
	outlineBits   filter
	facts         string // rows of Facts
	lists         string // rows of two bytes, of which a Ref takes several
	concepts      string // rows of Concepts
	text          string // of which a Ref takes a part
	words         string // Refs of the words that are found with typing errors
	nearOnce      string // their remainders within one edit
	nearOnceBits  filter
	nearTwice     string // and within two
	nearTwiceBits filter
	longest       int
}

// Longest returns the number of runes of the longest spelling.
func (v *Vocabulary) Longest() int { return v.longest }

// sections are the parts of a Vocabulary in their order. Before them stand the
// format, Longest and the length of each, as four bytes, little end first like
// all numbers.
func (v *Vocabulary) sections() [14]*string {
	return [...]*string{&v.spellings, (*string)(&v.spellingBits), (*string)(&v.formBits), &v.outlines, (*string)(&v.outlineBits),
		&v.facts, &v.lists, &v.concepts, &v.text, &v.words, &v.nearOnce, (*string)(&v.nearOnceBits), &v.nearTwice, (*string)(&v.nearTwiceBits)}
}

// format begins a compiled vocabulary. It changes with what follows.
const format = "vocabulary 1\n"

// Open returns the Vocabulary that was written as data, of which it takes parts.
// If data has another format, it returns the zero Vocabulary, so that a program
// can write it anew that has the vocabulary itself.
func Open(data string) Vocabulary {
	var v Vocabulary
	data, ok := strings.CutPrefix(data, format)
	if !ok {
		return v
	}
	v.longest = int(u32(data))
	sections := v.sections()
	at := 4 + 4*uint32(len(sections))
	for i, s := range sections {
		end := at + u32(data[4+4*i:])
		*s, at = data[at:end], end
	}
	return v
}

// The lengths from which a spelling is entered by its outline, and a word as one
// that is found with typing errors.
const (
	MinOutline   = 3
	MinCorrected = 5
)

// Ref is a part of a section: an offset in rows and a number of rows. Zero is
// none.
type Ref uint32

const (
	maxRefOffset = 1<<24 - 1
	maxRefLength = 1<<8 - 1
)

func (r Ref) of(section string, width int) string {
	at := int(r>>8) * width
	return section[at : at+int(r&maxRefLength)*width]
}

// List is a list of numbers.
type List string

// Len returns the number of numbers.
func (l List) Len() int { return len(l) / 2 }

// At returns number i.
func (l List) At(i int) uint16 { return u16(l[2*i:]) }

// Fact is what the tables say about a spelling: the row that says it, and what
// is asked most. Zero is a spelling that they do not have.
type Fact uint32

// The parts of a Fact.
const (
	rowBits      = 16
	maxRow       = 1<<rowBits - 1
	roleShift    = rowBits // the role of the first meaning and one, or zero
	roleBits     = 4
	isOne        = 1 << (roleShift + roleBits) // one meaning
	isForm       = isOne << 1
	isConnective = isOne << 2
	isCommon     = isOne << 3
)

// IsWord reports whether the spelling has a meaning.
func (f Fact) IsWord() bool { return f>>roleShift&(1<<roleBits-1) != 0 }

// Role returns the role of the first meaning of a spelling that has one.
func (f Fact) Role() uint8 { return uint8(f>>roleShift&(1<<roleBits-1)) - 1 }

// IsOne reports whether the spelling has one meaning alone.
func (f Fact) IsOne() bool { return f&isOne != 0 }

// IsForm reports whether the spelling is a legal form.
func (f Fact) IsForm() bool { return f&isForm != 0 }

// IsConnective reports whether the spelling means no more than a particle or
// and.
func (f Fact) IsConnective() bool { return f&isConnective != 0 }

// IsCommon reports whether ordinary companies have the spelling as a word.
func (f Fact) IsCommon() bool { return f&isCommon != 0 }

// factSize is the width of a row of a Fact: Meaning, Pinyin, Groups, Bits, Form,
// Country, Names, Position, Class.
const factSize = 24

func (v *Vocabulary) fact(f Fact) string {
	return v.facts[int(f&maxRow)*factSize:][:factSize]
}

// Meaning returns the concepts that the spelling means.
func (v *Vocabulary) Meaning(f Fact) List { return v.list(v.fact(f)) }

// Pinyin returns the concepts that the spelling means in a name that is pinyin.
func (v *Vocabulary) Pinyin(f Fact) List { return v.list(v.fact(f)[4:]) }

// Groups returns the groups of forms of a personal name.
func (v *Vocabulary) Groups(f Fact) List { return v.list(v.fact(f)[8:]) }

func (v *Vocabulary) list(row string) List {
	r := Ref(u32(row))
	if r == 0 {
		return ""
	}
	return List(r.of(v.lists, 2))
}

// Bits returns how much the spelling tells by the number of ordinary companies
// that have it, if Names is not zero.
func (v *Vocabulary) Bits(f Fact) float32 { return math.Float32frombits(u32(v.fact(f)[12:])) }

// Form returns the concept of the legal form that the spelling is, or zero.
func (v *Vocabulary) Form(f Fact) uint16 { return u16(v.fact(f)[16:]) }

// Country returns the concept of the country whose code the spelling is, or
// zero.
func (v *Vocabulary) Country(f Fact) uint16 { return u16(v.fact(f)[18:]) }

// Names returns the number of ordinary companies that have the spelling.
func (v *Vocabulary) Names(f Fact) int { return int(u16(v.fact(f)[20:])) }

// Where a legal form stands in a name.
const (
	End      = iota + 1 // behind it: Ltd.
	Start               // before it: OOO
	Both                // either
	Anywhere            // also within it
)

// Position returns where the legal form stands in a name, if there is one.
func (v *Vocabulary) Position(f Fact) uint8 { return v.fact(f)[22] }

// Class returns the class of the spelling in the English dictionary, or zero.
func (v *Vocabulary) Class(f Fact) uint8 { return v.fact(f)[23] }

// conceptSize is the width of a Concept: Name, Family, Class, Country, Bits,
// Within, Role, Usual.
const conceptSize = 24

// Concept is a row of concepts. The zero row is no concept.
type Concept string

// Concept returns row i, or the zero row.
func (v *Vocabulary) Concept(i uint16) Concept {
	at := int(i) * conceptSize
	if at >= len(v.concepts) {
		at = 0
	}
	return Concept(v.concepts[at:][:conceptSize])
}

// Text returns the text of a Ref.
func (v *Vocabulary) Text(r Ref) string { return r.of(v.text, 1) }

// Name, Family, Class and Country are texts.
func (c Concept) Name() Ref { return Ref(u32(c)) }

// Family is the group of concepts near each other; of places: the country.
func (c Concept) Family() Ref { return Ref(u32(c[4:])) }

// Class is the class of a legal form.
func (c Concept) Class() Ref { return Ref(u32(c[8:])) }

// Country has the codes of the countries of a place or legal form.
func (c Concept) Country() Ref { return Ref(u32(c[12:])) }

// Bits is how much a word with this meaning tells.
func (c Concept) Bits() float32 { return math.Float32frombits(u32(c[16:])) }

// Within is the place around a place.
func (c Concept) Within() uint16 { return u16(c[20:]) }

// Role is the role of words with this meaning.
func (c Concept) Role() uint8 { return c[22] }

// Usual reports whether the name is also the usual English spelling.
func (c Concept) Usual() bool { return c[23] != 0 }

func u16[S ~string](s S) uint16 {
	_ = s[1]
	return uint16(s[0]) | uint16(s[1])<<8
}

func u32[S ~string](s S) uint32 {
	_ = s[3]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

func u64(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}
