package normalize

import (
	_ "embed"

	"github.com/partyscreen/partyscreen/normalize/internal/compiled"
	"github.com/partyscreen/partyscreen/normalize/spelling"
)

//go:generate go run ./internal/gen
//go:generate go run ./internal/compile

// vocabulary is what the tables in the directory data say, as internal/compile
// writes it. It is read in place: the program does nothing for it at the start.
var vocabulary = compiled.Open(vocabularyData)

//go:embed data/vocabulary.bin
var vocabularyData string

// Concept is what a vocabulary word means, independent of language: a kind of
// body, an industry, a place, a legal form. Concepts compare with ==; the zero
// Concept is none. The numbers hold within one build of the library only.
type Concept uint16

// Name returns the concept's name in English, such as "public-security", or
// the empty string for none.
func (c Concept) Name() string { return vocabulary.Text(c.row().Name()) }

// Role returns the role of words that mean c.
func (c Concept) Role() Role { return Role(c.row().Role()) }

// Family names a group of concepts that are near each other, such as oil for
// petroleum and petrochemical; empty if c has none.
func (c Concept) Family() string { return vocabulary.Text(c.row().Family()) }

// Bits returns how surprising it is that two unrelated parties both have a word
// that means c, in bits.
func (c Concept) Bits() float64 { return float64(c.row().Bits()) }

// Class returns the class of a legal form, such as "limited" or "stock".
func (c Concept) Class() string { return vocabulary.Text(c.row().Class()) }

// country returns the codes of the countries of a place or legal form in ISO
// 3166-1 alpha-2, several separated by spaces.
func (c Concept) country() string { return vocabulary.Text(c.row().Country()) }

// Contains reports whether place c is around place other, at any distance.
func (c Concept) Contains(other Concept) bool {
	for range 8 { // the tables nest four deep
		other = Concept(other.row().Within())
		if other == 0 {
			return false
		}
		if other == c {
			return true
		}
	}
	return false
}

func (c Concept) row() compiled.Concept { return vocabulary.Concept(uint16(c)) }

// fact is what the vocabulary says about a spelling. The zero fact is that of a
// spelling that it does not have.
type fact compiled.Fact

// find looks a folded spelling up.
func find(spelling string) fact { return fact(vocabulary.Find(compiled.Of(spelling))) }

// findKey is find for a digest.
func findKey(key compiled.Digest) fact { return fact(vocabulary.Find(key)) }

// findForm returns what findKey does for a legal form.
func findForm(key compiled.Digest) fact {
	if !vocabulary.MayBeForm(key) {
		return 0
	}
	return findKey(key)
}

// meaning is the concepts that a spelling means; empty if it is no vocabulary.
type meaning compiled.List

func (m meaning) len() int         { return compiled.List(m).Len() }
func (m meaning) at(i int) Concept { return Concept(compiled.List(m).At(i)) }

// isWord reports whether the spelling means something, and is reports whether
// its first meaning has a role.
func (f fact) isWord() bool     { return compiled.Fact(f).IsWord() }
func (f fact) is(r Role) bool   { return f.isWord() && f.role() == r }
func (f fact) role() Role       { return Role(compiled.Fact(f).Role()) }
func (f fact) isForm() bool     { return compiled.Fact(f).IsForm() }
func (f fact) isCommon() bool   { return compiled.Fact(f).IsCommon() }
func (f fact) connective() bool { return compiled.Fact(f).IsConnective() }

// only returns the concept of a spelling that means one alone, or none.
func (f fact) only() Concept {
	if compiled.Fact(f).IsOne() {
		return f.meaning().at(0)
	}
	return 0
}

func (f fact) meaning() meaning { return meaning(vocabulary.Meaning(compiled.Fact(f))) }

// pinyin returns the meaning of the spelling in a name that is pinyin.
func (f fact) pinyin() meaning { return meaning(vocabulary.Pinyin(compiled.Fact(f))) }

// form returns the legal form that the spelling is.
func (f fact) form() form {
	return form{Concept(vocabulary.Form(compiled.Fact(f))), vocabulary.Position(compiled.Fact(f))}
}

// country returns the country whose code the spelling is, or none.
func (f fact) country() Concept { return Concept(vocabulary.Country(compiled.Fact(f))) }

// names returns how many ordinary companies have the spelling as a word.
func (f fact) names() int { return vocabulary.Names(compiled.Fact(f)) }

// commonBits returns how much a word tells that names companies have.
func (f fact) commonBits() float32 { return vocabulary.Bits(compiled.Fact(f)) }

// english returns the class of the spelling in english.txt, or 0.
func (f fact) english() uint8 { return vocabulary.Class(compiled.Fact(f)) }

// known reports whether the spelling is vocabulary of any kind.
func (f fact) known() bool { return f.isWord() || f.isForm() }

// minShape is the length from which a misread vocabulary word is recognised by
// its outline: shorter words turn into one another (bam, barn).
const minShape = 5

// minLeet is minShape for words with a digit among the letters, which no other
// word has: 0IL, 8ANK.
const minLeet = compiled.MinOutline

// minCorrected is the length from which a word with a typing error is taken
// for the vocabulary word that it is near. Below, vocabulary words lie too
// close to names. Only words of English and pinyin are corrected, in which most
// names on lists and invoices are written: of all languages together, some word
// is near every name.
const minCorrected = compiled.MinCorrected

// corrected returns the vocabulary word that an unknown word is probably a
// typing error of, or the empty string: securuty, autonomus. Words in use
// among companies are no errors.
func (w *Workspace) corrected(unknown *word) string {
	text := unknown.text
	if len(text) < minCorrected || !isASCII(text) || unknown.digits || unknown.fact.isCommon() {
		return ""
	}
	limit, best := 1, ""
	if len(text) >= minCorrectedTwice {
		limit = 2
	}
	distance := limit + 1
	w.parts.Take(text)
	vocabulary.Near(&w.parts, limit == 2, func(key string) {
		d := spelling.Distance(text, key, limit)
		if d < distance || d == distance && d <= limit && nearer(text, key, best) {
			distance, best = d, key
		}
	})
	return best
}

// nearer orders two words as far from a third by typing errors: hardly anybody
// errs in the first letter, so Xingjiang is rather Xinjiang than Jingjiang.
func nearer(word, key, best string) bool {
	if own, other := key[0] == word[0], best[0] == word[0]; own != other {
		return own
	}
	return key < best
}

// minCorrectedTwice is the length from which two errors are corrected.
const minCorrectedTwice = compiled.MinTwice + 2

// outlined returns the vocabulary word that has the outline of a word, or the
// empty string.
func outlined(word string) string {
	var buf [maxOutline]byte
	return vocabulary.Outlined(compiled.Of(AppendShape(buf[:0], word)))
}

// maxOutline is the length of words whose outline costs no allocation.
const maxOutline = 64

// misread returns the concepts of a word that optical character recognition,
// or someone who writes digits for letters, made of a vocabulary word.
func misread(w *word) meaning {
	key := w.text
	if !isASCII(key) || len(key) < minShape && (len(key) < minLeet || !w.digits || isDigits(key)) {
		return ""
	}
	if w.asIs {
		return ""
	}
	if known := outlined(key); known != "" {
		return find(known).meaning()
	}
	w.asIs = true
	return ""
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

func hasDigit(s string) bool {
	for i := 0; i < len(s); i++ {
		if '0' <= s[i] && s[i] <= '9' {
			return true
		}
	}
	return false
}

func isDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}
