package screen

import (
	"strings"
	"unicode/utf8"

	"github.com/xrash/smetrics"

	"github.com/partyscreen/partyscreen/normalize"
	"github.com/partyscreen/partyscreen/normalize/spelling"
)

// jaroWinkler guards smetrics, which compares bytes and returns NaN and panics
// at the edges: only words of ASCII letters reach it.
func jaroWinkler(a, b string) float64 {
	if a == "" || b == "" || !isASCII(a) || !isASCII(b) {
		return 0
	}
	return smetrics.JaroWinkler(a, b, 0.7, 4)
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// Similarities of words that agree without being equal.
const (
	similarShape     = 0.96 // HlKVlSlON
	similarSound     = 0.92 // Sewmasch, Sevmash: one name romanised twice
	similarVoice     = 0.86 // Hussein, Husain: the vowels are nearly the same
	similarVowels    = 0.80 // Hifter, Haftar: the consonants and the syllables
	similarConsonant = 0.80 // Хиквижн: from another script, vowels apart
	similarHomophone = 0.85 // 旷世, 旷视: the same sound and tone, half the characters
	similarBeginning = 0.75 // 大华智联, 大华: a subsidiary, or another name
	similarPrefix    = 0.85 // Technolo: cut off
)

// compareSpelling compares two spellings of one word each. It returns a similarity in
// [0, 1], where 0 says that they are different words, and what makes them
// agree. It is symmetric. chinese says that both stand in names whose words are
// all Chinese in sound.
func compareSpelling(one, other *spelt, chinese bool) (float64, Agreement) {
	a, b := one.text, other.text
	if a == b {
		return 1, Same
	}
	if a == "" || b == "" {
		return 0, ""
	}
	la, lb := utf8.RuneCountInString(a), utf8.RuneCountInString(b)
	limit := spelling.MaxEdits(la, lb)
	if limit == 0 || la-lb > limit || lb-la > limit {
		return 0, ""
	}
	if !isASCII(a) || !isASCII(b) {
		if d := spelling.Distance(a, b, limit); d <= limit {
			return 1 - float64(d)/float64(max(la, lb)), Misspelt
		}
		return 0, ""
	}
	if one.shape == other.shape {
		return similarShape, LookAlike
	}
	if isAcronym(a) && isAcronym(b) {
		return 0, ""
	}
	d := spelling.Distance(a, b, limit)
	if d > limit || chinese && otherPinyin(a, b) {
		return 0, ""
	}
	// Where both end or begin with one ordinary word, they differ in the rest:
	// Hik and Hai of Hikvision and Haivision, peru and pars of Petroperu and
	// Petropars.
	if n := commonEnding(a, b); n > 0 {
		a, b = a[:len(a)-n], b[:len(b)-n]
	} else if n := commonBeginning(a, b); n > 0 {
		a, b = a[n:], b[n:]
	}
	s := 1 - editSlope*editCost(a, b)/float64(max(len(a), len(b)))
	if s < minSimilarity {
		return 0, ""
	}
	return (s + jaroWinkler(a, b)) / 2, Misspelt
}

// editSlope is how much of a word's letters an edit puts in doubt; what falls
// under minSimilarity is another word.
const (
	editSlope     = 1.3
	minSimilarity = 0.60
)

// commonEnding returns the length of an ordinary word that two words both end
// in, or 0.
func commonEnding(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	for ; n >= minEnding; n-- {
		if normalize.IsOrdinary(a[len(a)-n:]) && n < len(a) && n < len(b) {
			return n
		}
	}
	return 0
}

// commonBeginning returns the length of an ordinary word that two words both
// begin with, or 0.
func commonBeginning(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	for ; n >= minBeginning; n-- {
		if normalize.IsOrdinary(a[:n]) && n+minOwnRest <= min(len(a), len(b)) {
			return n
		}
	}
	return 0
}

// minOwnRest is what a word must have behind an ordinary beginning to be made
// of two: collge is no coll and ge.
const minOwnRest = 3

// Lengths from which an ending or a beginning is a word of its own. Beginnings are
// abbreviations too: coll of collage.
const (
	minEnding    = 4
	minBeginning = 5
)

// closeness returns how near two spellings are, in [0, 1], where they were not
// near enough to be taken for one word.
func closeness(a, b string) float64 {
	if len(a) < spelling.MinOneEdit || len(b) < spelling.MinOneEdit || !isASCII(a) || !isASCII(b) || spelling.Distance(a, b, 1) > 1 {
		return 0
	}
	return 1 - editCost(a, b)/float64(max(len(a), len(b)))
}

// isAcronym reports a word that cannot be spoken: one other letter makes
// another acronym (DHTech, DPtech), not a typing error.
func isAcronym(s string) bool {
	vowels := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case 'a', 'e', 'i', 'o', 'u', 'y':
			vowels++
		}
	}
	return vowels*4 < len(s) && len(s) <= 6
}

// otherPinyin reports that an edit leads from one Chinese word to another:
// Dahua, Dahui. An edit that makes no Chinese word is a typing error (Dajua),
// and so is a transposition (Heitan for Hetian) and an edit in a word of three
// syllables or more, and a doubled letter.
func otherPinyin(a, b string) bool {
	const wordSyllables = 2
	sa, sb := normalize.Syllables(a), normalize.Syllables(b)
	if sa == 0 || sb == 0 || sa > wordSyllables && sb > wordSyllables {
		return false
	}
	return !isTransposition(a, b) && !isDoubled(a, b)
}

// isDoubled reports that one word has a letter doubled: Taban, Tabaan.
func isDoubled(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	for i := 1; i < len(b) && len(b) == len(a)+1; i++ {
		if b[i] == b[i-1] && a == b[:i]+b[i+1:] {
			return true
		}
	}
	return false
}

func isTransposition(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := 0; i < len(a)-1; i++ {
		if a[i] != b[i] {
			return a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
		}
	}
	return false
}

// Costs of an edit. A doubled letter, a neighbour on the keyboard and a
// transposition are what fingers do; the first letter is what they hardly ever
// miss.
const (
	costEdit          = 1.0
	costDoubled       = 0.5
	costKeyboard      = 0.7
	costTransposition = 0.7
	costFirstLetter   = 0.5 // on top
)

// editCost weighs the edits between two words that are known to be few apart.
func editCost(a, b string) float64 {
	cost := 0.0
	if a == "" || b == "" || a[0] != b[0] {
		cost = costFirstLetter
	}
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		if a[i] == b[j] {
			i++
			j++
			continue
		}
		switch {
		case len(a)-i == len(b)-j && i+1 < len(a) && a[i] == b[j+1] && a[i+1] == b[j]:
			cost += costTransposition
			i, j = i+2, j+2
		case len(a)-i > len(b)-j:
			cost += doubledOr(a, i)
			i++
		case len(b)-j > len(a)-i:
			cost += doubledOr(b, j)
			j++
		default:
			if keyboardNeighbours(a[i], b[j]) {
				cost += costKeyboard
			} else {
				cost += costEdit
			}
			i++
			j++
		}
	}
	for ; i < len(a); i++ {
		cost += doubledOr(a, i)
	}
	for ; j < len(b); j++ {
		cost += doubledOr(b, j)
	}
	return cost
}

func doubledOr(s string, i int) float64 {
	if i > 0 && s[i-1] == s[i] || i+1 < len(s) && s[i+1] == s[i] {
		return costDoubled
	}
	return costEdit
}

// keyboardNeighbours reports keys side by side on a QWERTY keyboard.
func keyboardNeighbours(a, b byte) bool {
	const rows = "1234567890 qwertyuiop asdfghjkl zxcvbnm"
	i, j := strings.IndexByte(rows, a), strings.IndexByte(rows, b)
	if i < 0 || j < 0 {
		return false
	}
	d := i - j
	return d == 1 || d == -1 || d == 11 || d == -11 || d == 10 || d == -10
}

// characters compares two words in Chinese characters. Characters tell apart
// what sounds alike (颐信, 易鑫), so only a homophone of the same tone, which an
// input method offers, counts as a slip, and only one.
//
// a begins with b where a subsidiary puts its own name behind its parent's.
func characters(a, b string) (float64, Agreement) {
	ra, rb := []rune(a), []rune(b)
	if rest, longer := strings.CutPrefix(a, b); longer && rest != "" && len(rb) >= 2 && len(ra)-len(rb) >= 2 {
		return similarBeginning, Beginning
	}
	if len(ra) != len(rb) {
		if len(ra) >= spelling.MinOneEdit-1 && len(rb) >= spelling.MinOneEdit-1 && spelling.Distance(a, b, 1) == 1 {
			return 1 - 1/float64(max(len(ra), len(rb))), Misspelt
		}
		return 0, ""
	}
	other := 0
	slip := true
	for i := range ra {
		if ra[i] != rb[i] {
			other++
			slip = slip && normalize.Homophones(ra[i], rb[i])
		}
	}
	switch {
	case other == 0:
		return 1, Same
	case other == 1 && slip && len(ra) > 1:
		return similarHomophone, Misspelt
	case other == 1 && len(ra) > spelling.MinOneEdit-1:
		return 1 - 1/float64(len(ra)), Misspelt
	}
	return 0, ""
}
