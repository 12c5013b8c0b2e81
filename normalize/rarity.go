package normalize

import (
	"strings"
	"unicode/utf8"

	"github.com/partyscreen/partyscreen/normalize/internal/compiled"
)

// How much a distinctive word tells is how surprising it is that two unrelated
// parties both bear it, in bits: a word that one in 1,024 names has is worth
// ten. What is known of a word is used in this order:
//
//   - how many of 23,389 names of companies on stock exchanges have it, which
//     internal/compile turns into bits, as it does for meanings;
//   - whether it is a word of the English dictionary, which anybody may choose:
//     of such words on the Consolidated Screening List, one in two (Phoenix) to
//     one in four (Aquarius) is in one of those names too, of all others one in
//     sixteen;
//   - how many Mandarin syllables it has: of two-syllable words on that list a
//     quarter is also in one of those names, of four-syllable words a tenth;
//   - its letters: anybody may arrive at Visco or Astron, hardly at Hikvision;
//   - its length: every combination of three letters is in use.
var (
	dictionaryBits = [...]float32{1: 12, 2: 13, 3: 14} // by class in english.txt
	pinyinBits     = [...]float32{1: 8, 2: 14.5, 3: 19, 4: 22}
	letterCeiling  = [...]float32{1: 3, 2: 7, 3: 10, 4: 14.5} // by length
	hanBits        = [...]float32{0, 7, 14, 20, 24}           // by number of characters
)

const (
	maxWordBits    = 40 // no word is rarer
	minUnknownBits = 13 // no unknown word of five letters is commoner
	letterShare    = 0.9

	// A legal form, particle or number that is all of a name.
	loneBits = 9
)

// wordBits returns how much a distinctive word tells.
func wordBits(w *word) float32 {
	if w.script == Han {
		return hanBits[min(utf8.RuneCountInString(w.native), len(hanBits)-1)]
	}
	return latinBits(w.text, w.textFact())
}

func latinBits(text string, f fact) float32 {
	if f.isCommon() {
		return f.commonBits()
	}
	bits := float32(maxWordBits)
	if isASCII(text) {
		if class := dictionaryClass(text, f); class != 0 {
			bits = dictionaryBits[class]
		}
		if n := pinyinSyllables(text); n > 0 {
			bits = min(bits, pinyinBits[min(n, len(pinyinBits)-1)])
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

// dictionaryClass returns the class of a word in english.txt, or 0. Inflected
// forms count as the word that they come from.
func dictionaryClass(word string, f fact) uint8 {
	if class := f.english(); class != 0 {
		return class
	}
	if len(word) <= minEnglish {
		return 0
	}
	switch word[len(word)-1] {
	case 's', 'd', 'g', 'y':
	default:
		return 0
	}
	for _, form := range &endings {
		if stem, ok := strings.CutSuffix(word, form.ending); ok && len(stem) >= minEnglish {
			if class := findKey(compiled.Of(stem).Then(compiled.Of(form.instead))).english(); class != 0 {
				return class
			}
		}
	}
	return 0
}

// minEnglish is the length of the shortest words in english.txt.
const minEnglish = 3

// endings are those of inflected forms, with what the word has instead.
var endings = [...]struct{ ending, instead string }{
	{"s", ""}, {"es", ""}, {"ies", "y"}, {"ed", ""}, {"ed", "e"}, {"ing", ""}, {"ing", "e"}, {"ly", ""},
}

// ordinaryNames is the number of ordinary company names from which a word that
// they share is an ordinary word.
const ordinaryNames = 8

// IsOrdinary reports whether a lower-case word is in use: in the vocabulary,
// or in several names of ordinary companies.
func IsOrdinary(word string) bool {
	f := find(word)
	return f.names() >= ordinaryNames || f.isWord()
}
