package normalize

import (
	"slices"
	"strings"
)

// cyrillic gives the letters of the Cyrillic alphabets of Russia, Ukraine,
// Belarus, Bulgaria, Serbia, North Macedonia, Kazakhstan, Kyrgyzstan,
// Tajikistan and Mongolia in the manner of the BGN/PCGN romanisations, without
// apostrophes. Where those differ between countries, the Russian value stands
// here and cyrillicUkrainian has the other.
var cyrillic = map[rune]string{
	'а': "a", 'б': "b", 'в': "v", 'г': "g", 'д': "d", 'е': "e", 'ё': "e", 'ж': "zh", 'з': "z",
	'и': "i", 'й': "y", 'к': "k", 'л': "l", 'м': "m", 'н': "n", 'о': "o", 'п': "p", 'р': "r",
	'с': "s", 'т': "t", 'у': "u", 'ф': "f", 'х': "kh", 'ц': "ts", 'ч': "ch", 'ш': "sh",
	'щ': "shch", 'ъ': "", 'ы': "y", 'ь': "", 'э': "e", 'ю': "yu", 'я': "ya",
	'і': "i", 'ї': "yi", 'є': "ye", 'ґ': "g", 'ў': "u",
	'ђ': "dj", 'ј': "j", 'љ': "lj", 'њ': "nj", 'ћ': "c", 'џ': "dz", 'ѓ': "gj", 'ќ': "kj", 'ѕ': "dz",
	'ә': "a", 'ғ': "g", 'қ': "q", 'ң': "ng", 'ө': "o", 'ұ': "u", 'ү': "u", 'һ': "h", 'ҳ': "h", 'ҷ': "j", 'ӣ': "i", 'ӯ': "u",
}

// cyrillicUkrainian replaces the Russian values in a word with a letter that
// only Ukrainian has.
var cyrillicUkrainian = map[rune]string{'г': "h", 'и': "y", 'х': "kh"}

// romaniseCyrillic returns the Russian romanisation, the Ukrainian one for
// words with a letter of that language, and the pinyin of a Chinese name in
// Russian spelling.
func romaniseCyrillic(word []rune) []string {
	plain := spellCyrillic(word)
	out := []string{plain}
	if slices.ContainsFunc(word, isUkrainian) {
		if ukrainian := spellUkrainian(word); ukrainian != plain {
			out = append(out, ukrainian)
		}
	}
	if chinese := palladius(word); chinese != "" && chinese != plain {
		out = append(out, chinese)
	}
	return out
}

func spellCyrillic(word []rune) string {
	var b strings.Builder
	for _, r := range word {
		b.WriteString(cyrillic[r])
	}
	return b.String()
}

func spellUkrainian(word []rune) string {
	var b strings.Builder
	for _, r := range word {
		if u, ok := cyrillicUkrainian[r]; ok {
			b.WriteString(u)
		} else {
			b.WriteString(cyrillic[r])
		}
	}
	return b.String()
}

func isUkrainian(r rune) bool { return r == 'і' || r == 'ї' || r == 'є' || r == 'ґ' }
