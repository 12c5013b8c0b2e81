package normalize

import (
	_ "embed"
	"math"
	"strings"
	"unicode/utf8"
)

// How much a distinctive word tells is how surprising it is that two unrelated
// parties both bear it, in bits: a word that one in 1,024 names has is worth
// ten. What is known of a word is used in this order:
//
//   - how many of 23,389 names of companies on stock exchanges have it;
//   - whether it is a word of the English dictionary, which anybody may choose:
//     of such words on the Consolidated Screening List, one in two (Phoenix) to
//     one in four (Aquarius) is in one of those names too, of all others one in
//     sixteen;
//   - how many Mandarin syllables it has: of two-syllable words on that list a
//     quarter is also in one of those names, of four-syllable words a tenth;
//   - its letters: anybody may arrive at Visco or Astron, hardly at Hikvision;
//   - its length: every combination of three letters is in use.
var (
	dictionaryBits = [...]float32{'1': 12, '2': 13, '3': 14} // by class in english.txt
	pinyinBits     = [...]float32{1: 8, 2: 14.5, 3: 19, 4: 22}
	letterCeiling  = [...]float32{1: 3, 2: 7, 3: 10, 4: 14.5} // by length
	hanBits        = [...]float32{0, 7, 14, 20, 24}           // by number of characters
)

const (
	maxWordBits    = 40 // no word is rarer
	minUnknownBits = 13 // no unknown word of five letters is commoner
	letterShare    = 0.9
	maxCommonBits  = 11 // of a word in several names, which are a sample only

	// A body that the vocabulary names is told by that alone.
	wellKnownBits = 30
	// A legal form, particle or number that is all of a name.
	loneBits = 9
)

// wordBits returns how much a distinctive word tells.
func (l *lexicon) wordBits(w *word) float32 {
	if w.script == Han {
		return hanBits[min(utf8.RuneCountInString(w.native), len(hanBits)-1)]
	}
	return l.latinBits(w.text)
}

func (l *lexicon) latinBits(text string) float32 {
	if names := l.common[text]; names > 0 {
		return min(maxCommonBits, float32(math.Log2(float64(l.ordinary)/float64(names))))
	}
	bits := float32(maxWordBits)
	if isASCII(text) {
		if class := dictionaryClass(text); class != 0 {
			bits = dictionaryBits[class]
		}
		if isPinyin(text) {
			bits = min(bits, pinyinBits[min(pinyinSyllables(text), len(pinyinBits)-1)])
		}
		bits = min(bits, max(minUnknownBits, letterShare*lettersBits(text)))
	}
	if n := utf8.RuneCountInString(text); n < len(letterCeiling) {
		bits = min(bits, letterCeiling[n])
	}
	return bits
}

// lettersBits returns how surprising the sequence of letters of a word is.
func lettersBits(text string) float32 {
	const boundary, alphabet, unit = 26, 27, 16
	sum := 0
	a, b := boundary, boundary
	for i := 0; i <= len(text); i++ {
		c := boundary
		if i < len(text) {
			if c = int(text[i]) - 'a'; c < 0 || c >= boundary {
				c = int('x' - 'a') // a digit is as rare as the rarest letters
			}
		}
		sum += int(letterBits[(a*alphabet+b)*alphabet+c])
		a, b = b, c
	}
	return float32(sum) / unit
}

// conceptBits bounds what a word of the vocabulary tells, by its role: below by
// what any word does, above because a meaning that no company of the sample has
// in English may be usual in another language.
var conceptBits = [...]struct{ least, most float32 }{
	Distinctive: {wellKnownBits, wellKnownBits},
	Industry:    {2, 8},
	Head:        {2, 8},
	Place:       {3, 11},
	Generic:     {1, 4},
	LegalForm:   {0, 0},
}

// weighConcepts works out what the meanings of the vocabulary tell, from how
// many ordinary companies have a word for them.
func (l *lexicon) weighConcepts() {
	names := make([]int32, len(l.concepts))
	for word, n := range l.common {
		if m := l.words[word]; len(m) == 1 {
			names[m[0]] += n
		}
	}
	for i := range l.concepts {
		c := &l.concepts[i]
		if int(c.role) >= len(conceptBits) {
			continue
		}
		c.bits = conceptBits[c.role].most
		if names[i] > 0 && c.role != Distinctive {
			c.bits = min(c.bits, max(conceptBits[c.role].least, float32(math.Log2(float64(l.ordinary)/float64(names[i])))))
		}
	}
}

// english has the words of a dictionary of English with names of people and
// places: sorted lines of a word and its class.
//
//go:embed data/english.txt
var english string

// dictionaryClass returns the class of a word in english.txt, or 0. Inflected
// forms count as the word that they come from.
func dictionaryClass(word string) byte {
	if class := lookUp(word); class != 0 {
		return class
	}
	for _, form := range [...]struct{ ending, instead string }{
		{"s", ""}, {"es", ""}, {"ies", "y"}, {"ed", ""}, {"ed", "e"}, {"ing", ""}, {"ing", "e"}, {"ly", ""},
	} {
		if stem, ok := strings.CutSuffix(word, form.ending); ok && len(stem) >= 3 {
			if class := lookUp(stem + form.instead); class != 0 {
				return class
			}
		}
	}
	return 0
}

// lookUp searches the lines of english by halves.
func lookUp(word string) byte {
	low, high := 0, len(english) // lines that begin in [low, high)
	for low < high {
		mid := (low + high) / 2
		begin := strings.LastIndexByte(english[low:mid], '\n') + low + 1
		end := begin + strings.IndexByte(english[begin:], '\n')
		switch c := strings.Compare(english[begin:end-1], word); {
		case c == 0:
			return english[end-1]
		case c < 0:
			low = end + 1
		default:
			high = begin
		}
	}
	return 0
}

// ordinaryNames is the number of ordinary company names from which a word that
// they share is an ordinary word.
const ordinaryNames = 8

// IsOrdinary reports whether a lower-case word is in use: in the vocabulary,
// or in several names of ordinary companies.
func IsOrdinary(word string) bool {
	l := vocabulary()
	return l.common[word] >= ordinaryNames || l.words[word] != nil
}
