package screen

import (
	"strings"

	"github.com/partyscreen/partyscreen/normalize/spelling"
)

// The sound of a word is an outline in which the romanisations of one name by
// different peoples fall together: Uralwagonsawod and Uralvagonzavod,
// Prigojine and Prigozhin, Kabajewa and Kabaeva. Consonants are kept by class,
// every run of vowels and semivowels is one mark, so that syllables count but
// their quality does not; the quality is kept beside, because Hassan is not
// Hussein.

// sound is an outline as it is compared: outlines are equal if their hashes are.
type sound struct {
	outline    uint64
	skeleton   uint64 // of the consonants alone; see skeleton
	vowels     uint8  // runs of vowels
	consonants uint8
	bones      uint8 // consonants of the skeleton
}

// vowelMark stands for a run of vowels.
const vowelMark = '.'

// appendSounds appends the sounds of a word to dst: the usual one, and a second
// one where a letter has two values (j is a semivowel or a sibilant, q and gh
// are nearer to k or to g), and a third for ch, which is a sibilant, kh or k.
func appendSounds(dst []sound, word string) []sound {
	if len(word) < spelling.MinOneEdit || !isASCII(word) {
		return dst
	}
	dst = append(dst, newSound(outline(word, usualLetters)))
	if strings.Contains(word, "ch") {
		return append(dst, newSound(outline(word, otherLetters)), newSound(outline(word, hardLetters))) // Buchari, Bukhari; Flytech, Flytek
	}
	if strings.ContainsAny(word, "jq") || strings.Contains(word, "gh") {
		return append(dst, newSound(outline(word, otherLetters)))
	}
	return dst
}

// letterValues is how letters with several values are read.
type letterValues uint8

const (
	usualLetters letterValues = iota
	otherLetters
	hardLetters // ch is k
)

// outlineBuffer holds an outline.
type outlineBuffer [64]byte

// outline returns the outline of a word and its length.
func outline(word string, values letterValues) (outlineBuffer, int) {
	word = withoutSilentE(word)
	if n := len(word); word[n-1] == 'h' && isVowel(word[n-2]) {
		word = word[:n-1] // Nusrah
	}
	var out outlineBuffer
	n, last := 0, byte(0)
	for i := 0; i < len(word) && n < len(out)-1; {
		if plain := plainSounds[word[i]]; plain != 0 {
			if plain != last {
				out[n], last = plain, plain
				n++
			}
			i++
			continue
		}
		s, letters := soundAt(word[i:], values)
		i += letters
		for k := 0; k < len(s) && n < len(out); k++ {
			if s[k] != last {
				out[n], last = s[k], s[k]
				n++
			}
		}
	}
	if n > 2 && out[n-1] == 'r' && out[n-2] == vowelMark {
		out[n-2] = 'r' // Alexander, Aleksandr
		n--
	}
	return out, n
}

// plainSounds are the sounds of letters that have one only, whatever follows.
var plainSounds = [256]byte{
	'a': vowelMark, 'e': vowelMark, 'i': vowelMark, 'o': vowelMark, 'u': vowelMark, 'y': vowelMark,
	'b': 'b', 'f': 'f', 'h': 'h', 'l': 'l', 'm': 'm', 'n': 'n', 'r': 'r', 'v': 'v', 'w': 'v',
}

func newSound(out outlineBuffer, n int) sound {
	var s sound
	for _, b := range out[:n] {
		if b == vowelMark {
			s.vowels++
		} else {
			s.consonants++
		}
	}
	s.outline = hashBytes(out[:n])
	bones := skeleton(&out, n)
	s.bones, s.skeleton = uint8(bones), hashBytes(out[:bones])
	return s
}

func hashBytes(b []byte) uint64 {
	h := uint64(len(b))
	for _, c := range b {
		h = (h ^ uint64(c)) * 0x9E3779B97F4A7C15
	}
	return spelling.Mix(h)
}

// withoutSilentE drops the e that French writes behind a last consonant:
// Prigojine.
func withoutSilentE(word string) string {
	if n := len(word); n > 3 && word[n-1] == 'e' && !isVowel(word[n-2]) {
		return word[:n-1]
	}
	return word
}

func isVowel(b byte) bool {
	switch b {
	case 'a', 'e', 'i', 'o', 'u', 'y':
		return true
	}
	return false
}

// soundAt returns the sound that a word begins with and how many letters it
// takes, longer groups of letters before shorter ones. S is any hushing sibilant,
// with or without a stop.
func soundAt(w string, values letterValues) (string, int) {
	second := byte(0)
	if len(w) > 1 {
		second = w[1]
	}
	switch w[0] {
	case 'j':
		if values == otherLetters {
			return "S", 1
		}
		return string(vowelMark), 1
	case 'c':
		switch second {
		case 'h':
			switch values {
			case otherLetters:
				return "h", 2
			case hardLetters:
				return "k", 2
			}
			return "S", 2
		case 'z':
			return "S", 2
		case 'k':
			return "k", 2
		case 'e', 'i':
			return "z.", 2
		}
		return "k", 1
	case 'd':
		switch {
		case values != hardLetters && strings.HasPrefix(w, "dsch"):
			return "S", 4
		case strings.HasPrefix(w, "dzh"):
			return "S", 3
		case second == 'j':
			return "S", 2
		case second == 'h':
			return "d", 2
		}
	case 'g':
		switch {
		case second == 'h' && values == otherLetters:
			return "k", 2
		case second == 'h':
			return "g", 2
		case strings.HasPrefix(w, "gue"), strings.HasPrefix(w, "gui"):
			return "g.", 3
		}
	case 'k':
		if second == 'h' {
			return "h", 2
		}
	case 'p':
		if second == 'h' {
			return "f", 2
		}
	case 'q':
		switch {
		case second == 'u':
			return "k", 2
		case values == otherLetters:
			return "g", 1
		}
		return "k", 1
	case 's':
		switch {
		case values != hardLetters && strings.HasPrefix(w, "shch"):
			return "S", 4
		case values != hardLetters && strings.HasPrefix(w, "sch"):
			return "S", 3
		case second == 'h', second == 'z':
			return "S", 2
		}
		return "z", 1
	case 't':
		switch {
		case values != hardLetters && strings.HasPrefix(w, "tsch"):
			return "S", 4
		case values != hardLetters && strings.HasPrefix(w, "tch"):
			return "S", 3
		case second == 'h':
			return "t", 2
		case second == 's', second == 'z':
			return "z", 2
		}
	case 'x':
		return "kz", 1
	case 'z':
		if second == 'h' {
			return "S", 2
		}
	}
	return w[:1], 1
}

// skeleton keeps the consonants of an outline, with all sibilants alike, and
// returns their number: other scripts render those of foreign names as they can
// (Хиквижн).
func skeleton(out *outlineBuffer, n int) int {
	kept := 0
	for _, b := range out[:n] {
		if b == 'S' {
			b = 'z'
		}
		if b != vowelMark && (kept == 0 || out[kept-1] != b) {
			out[kept] = b
			kept++
		}
	}
	return kept
}

// Numbers of consonants from which sounds tell.
const (
	minSkeleton   = 3 // a word and its rendering in another script
	minConsonants = 3 // two words in Latin letters, with the same vowels
	minOwnVowels  = 4 // with other vowels in the same places
	minVoiced     = 5 // letters of words with one consonant fewer: Taiba, Tayyiba
)

// sounding compares two spellings by their outlines.
func sounding(a, b *spelt, foreign bool) (float64, Agreement) {
	best := 0.0
	for _, x := range a.sounds {
		for _, y := range b.sounds {
			if x.vowels == 0 {
				continue // Q.S.P.C. has no sound
			}
			same := x.outline == y.outline
			switch {
			case same && x.consonants >= minConsonants && equalVowels(a.text, b.text):
				best = max(best, similarSound)
			case same && x.consonants >= minConsonants && sameVowels(a.text, b.text),
				same && x.consonants >= minConsonants-1 && min(len(a.text), len(b.text)) >= minVoiced && equalVowels(a.text, b.text):
				best = max(best, similarVoice)
			case same && x.consonants >= minOwnVowels, same && foreign && x.consonants >= minSkeleton-1:
				best = max(best, similarVowels)
			case foreign && x.bones >= minSkeleton && x.skeleton == y.skeleton:
				best = max(best, similarConsonant)
			}
		}
	}
	if best == 0 {
		return 0, ""
	}
	return best, Sounds
}

// equalVowels reports whether two words have the same vowels in the same order,
// as far as one romanisation writes them like another: y and j are i, and a
// doubled vowel is one.
func equalVowels(a, b string) bool {
	a, b = withoutSilentE(a), withoutSilentE(b)
	i, j := 0, 0
	for {
		va, na := plainVowel(a, i)
		vb, nb := plainVowel(b, j)
		if va != vb {
			return false
		}
		if va == 0 {
			return true
		}
		i, j = na, nb
	}
}

// plainVowel returns the vowel at or behind i that differs from the one before
// it, and where the search goes on; 0 at the end. An i beside another vowel is
// left out, because it is written as a semivowel too.
func plainVowel(s string, i int) (byte, int) {
	for ; i < len(s); i++ {
		if !isVowel(s[i]) && s[i] != 'j' || isSilentU(s, i) {
			continue
		}
		v := vowelClass(s[i])
		beside := i > 0 && (isVowel(s[i-1]) || s[i-1] == 'j')
		if v == 'i' && (beside || i+1 < len(s) && isVowel(s[i+1])) || beside && s[i-1] == s[i] {
			continue // Yakunin, Jakunin; Viktoriya, Viktoria; Khairia, Khayriyah
		}
		if s[i] == 'o' && i+1 < len(s) && s[i+1] == 'u' {
			continue // Oussama, Usama
		}
		return v, i + 1
	}
	return 0, i
}

func vowelClass(b byte) byte {
	if b == 'y' || b == 'j' {
		return 'i'
	}
	return b
}

// sameVowels reports whether two words of one outline have the same vowels, of
// which e and i, o and u are hardly two.
func sameVowels(a, b string) bool {
	a, b = withoutSilentE(a), withoutSilentE(b)
	i, j := 0, 0
	for {
		va, na := nextVowel(a, i)
		vb, nb := nextVowel(b, j)
		if na < 0 || nb < 0 {
			return na == nb
		}
		if va != vb {
			return false
		}
		i, j = na, nb
	}
}

// nextVowel returns the class of the run of vowels at or behind i, and where
// it ends, or -1.
func nextVowel(s string, i int) (byte, int) {
	for i < len(s) && (!isVowel(s[i]) || isSilentU(s, i)) {
		i++
	}
	if i == len(s) {
		return 0, -1
	}
	class := byte('i')
	for ; i < len(s) && (isVowel(s[i]) || s[i] == 'j'); i++ {
		switch s[i] {
		case 'a':
			class = 'a'
		case 'o', 'u':
			if class != 'a' {
				class = 'u'
			}
		}
	}
	return class, i
}

// isSilentU reports the u that keeps a g hard before e and i: Evgueni.
func isSilentU(s string, i int) bool {
	return s[i] == 'u' && i > 0 && s[i-1] == 'g' && i+1 < len(s) && (s[i+1] == 'e' || s[i+1] == 'i')
}

// plainVowelHash returns a hash that is the same for words of which equalVowels
// holds.
func plainVowelHash(word string) uint64 {
	word = withoutSilentE(word)
	h := uint64(2)
	for i := 0; ; {
		vowel, next := plainVowel(word, i)
		if vowel == 0 {
			return h
		}
		h, i = h*31+uint64(vowel), next
	}
}

// vowelHash returns a hash that is the same for words of which sameVowels holds.
func vowelHash(word string) uint64 {
	word = withoutSilentE(word)
	h := uint64(1)
	for i := 0; ; {
		class, next := nextVowel(word, i)
		if next < 0 {
			return h
		}
		h, i = h*31+uint64(class), next
	}
}
