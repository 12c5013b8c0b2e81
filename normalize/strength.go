package normalize

import (
	"math"
	"unicode/utf8"
)

// How much a distinctive word tells, by its length. Two letters are a
// coincidence, seven are nearly an identity: of two companies that share
// Hikvision one is the other's branch, of two that share Dahua it need not be.
var (
	latinStrength = [...]float32{0, 0.1, 0.3, 0.45, 0.6, 0.8, 0.9, 1}
	hanStrength   = [...]float32{0, 0.3, 0.55, 0.8, 1}
)

// pinyinStrength scales a word of one or two Mandarin syllables: there are
// some 160,000 pairs of syllables for millions of companies, and each is
// written with many different characters.
const pinyinStrength = 0.75

// commonDecade is what a word loses for each decade of its frequency among
// ordinary company names: of 23,000 names Alpha is in dozens.
const commonDecade = 0.35

// strength returns how much a distinctive word tells, in (0, 1].
func (l *lexicon) strength(w *word) float32 {
	if w.script == Han {
		return hanStrength[min(utf8.RuneCountInString(w.native), len(hanStrength)-1)]
	}
	n := utf8.RuneCountInString(w.text)
	s := latinStrength[min(n, len(latinStrength)-1)]
	if s == 0 {
		return latinStrength[1]
	}
	if n <= 12 && isASCII(w.text) && isPinyin(w.text) && pinyinSyllables(w.text) <= 2 {
		s *= pinyinStrength
	}
	if names := l.common[w.text]; names > 1 {
		s *= max(0.3, 1-commonDecade*float32(math.Log10(float64(names))))
	}
	return s
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
