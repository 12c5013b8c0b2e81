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

// vowelMark stands for a run of vowels.
const vowelMark = '.'

// outlines returns the sound outlines of a word: the usual one, and a second
// one where a letter has two values (j is a semivowel or a sibilant, q and gh
// are nearer to k or to g), and a third for ch, which is a sibilant, kh or k.
func outlines(word string) []string {
	if len(word) < spelling.MinOneEdit || !isASCII(word) {
		return nil
	}
	first := outline(word, false)
	if strings.Contains(word, "ch") {
		return []string{first, outline(word, true), outline(strings.ReplaceAll(word, "ch", "k"), false)} // Buchari, Bukhari; Flytech, Flytek
	}
	if strings.ContainsAny(word, "jq") || strings.Contains(word, "gh") {
		return []string{first, outline(word, true)}
	}
	return []string{first}
}

func outline(word string, second bool) string {
	word = withoutSilentE(word)
	if n := len(word); word[n-1] == 'h' && isVowel(word[n-2]) {
		word = word[:n-1] // Nusrah
	}
	var buf [64]byte
	out := buf[:0]
	for i := 0; i < len(word) && len(out) < len(buf)-1; {
		s, n := soundAt(word[i:], second)
		i += n
		for k := 0; k < len(s); k++ {
			if len(out) == 0 || out[len(out)-1] != s[k] {
				out = append(out, s[k])
			}
		}
	}
	if n := len(out); n > 2 && out[n-1] == 'r' && out[n-2] == vowelMark {
		out = append(out[:n-2], 'r') // Alexander, Aleksandr
	}
	return string(out)
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

// sounds are groups of letters with one sound, by their first letter, longer
// ones first. S is any hushing sibilant, with or without a stop.
var sounds = ['z' + 1][]struct{ letters, sound string }{
	'c': {{"ch", "S"}, {"cz", "S"}, {"ck", "k"}, {"ce", "z."}, {"ci", "z."}, {"c", "k"}},
	'd': {{"dsch", "S"}, {"dzh", "S"}, {"dj", "S"}, {"dh", "d"}},
	'g': {{"gue", "g."}, {"gui", "g."}},
	'k': {{"kh", "h"}},
	'p': {{"ph", "f"}},
	'q': {{"qu", "k"}},
	's': {{"shch", "S"}, {"sch", "S"}, {"sh", "S"}, {"sz", "S"}, {"s", "z"}},
	't': {{"tsch", "S"}, {"tch", "S"}, {"th", "t"}, {"ts", "z"}, {"tz", "z"}},
	'w': {{"w", "v"}},
	'x': {{"x", "kz"}},
	'z': {{"zh", "S"}},
}

// soundAt returns the sound that a word begins with and how many letters it
// takes.
func soundAt(w string, second bool) (string, int) {
	switch {
	case w[0] == 'j' && second:
		return "S", 1
	case w[0] == 'j' || isVowel(w[0]):
		return string(vowelMark), 1
	case second && strings.HasPrefix(w, "ch"):
		return "h", 2
	case strings.HasPrefix(w, "gh"):
		if second {
			return "k", 2
		}
		return "g", 2
	case w[0] == 'q' && !strings.HasPrefix(w, "qu"):
		if second {
			return "g", 1
		}
		return "k", 1
	}
	if int(w[0]) < len(sounds) {
		for _, g := range sounds[w[0]] {
			if strings.HasPrefix(w, g.letters) {
				return g.sound, len(g.letters)
			}
		}
	}
	return w[:1], 1
}

// skeleton keeps the consonants of an outline, with all sibilants alike:
// other scripts render those of foreign names as they can (Хиквижн).
func skeleton(outline string) string {
	var buf [64]byte
	out := buf[:0]
	for i := 0; i < len(outline); i++ {
		b := outline[i]
		if b == 'S' {
			b = 'z'
		}
		if b != vowelMark && (len(out) == 0 || out[len(out)-1] != b) {
			out = append(out, b)
		}
	}
	return string(out)
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
	for _, x := range a.outlines {
		for _, y := range b.outlines {
			vowels := strings.Count(x, string(vowelMark))
			if vowels == 0 {
				continue // Q.S.P.C. has no sound
			}
			switch consonants := len(x) - vowels; {
			case x == y && consonants >= minConsonants && equalVowels(a.text, b.text):
				best = max(best, similarSound)
			case x == y && consonants >= minConsonants && sameVowels(a.text, b.text),
				x == y && consonants >= minConsonants-1 && min(len(a.text), len(b.text)) >= minVoiced && equalVowels(a.text, b.text):
				best = max(best, similarVoice)
			case x == y && consonants >= minOwnVowels, x == y && foreign && consonants >= minSkeleton-1:
				best = max(best, similarVowels)
			case foreign && len(skeleton(x)) >= minSkeleton && skeleton(x) == skeleton(y):
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
