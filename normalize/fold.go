package normalize

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// foldLatin appends to dst the plain lower-case letters of r.
func foldLatin(dst []byte, r rune) []byte {
	switch {
	case 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
		return append(dst, byte(r))
	case 'A' <= r && r <= 'Z':
		return append(dst, byte(r)+'a'-'A')
	case r < 0x80:
		return dst
	}
	r = unicode.ToLower(r)
	if spelt := spellLatin(r); spelt != "" {
		return append(dst, spelt...)
	}
	for _, d := range norm.NFKD.String(string(r)) {
		if d = unicode.ToLower(d); 'a' <= d && d <= 'z' || '0' <= d && d <= '9' {
			dst = append(dst, byte(d))
		}
	}
	return dst
}

// spellLatin spells the Latin letters that do not decompose into an ASCII
// letter and a mark.
func spellLatin(r rune) string {
	switch r {
	case 'ß':
		return "ss"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'ø', 'ɔ':
		return "o"
	case 'đ', 'ð', 'ɖ', 'ɗ':
		return "d"
	case 'þ':
		return "th"
	case 'ł', 'ɫ':
		return "l"
	case 'ħ':
		return "h"
	case 'ŧ':
		return "t"
	case 'ŋ':
		return "ng"
	case 'ı', 'ɩ':
		return "i"
	case 'ə', 'ɛ', 'ǝ':
		return "e"
	case 'ƙ', 'ĸ':
		return "k"
	case 'ɓ':
		return "b"
	case 'ȷ':
		return "j"
	case 'ƶ':
		return "z"
	}
	return ""
}

// foldNative folds a letter within its own script: case, marks that writers
// leave out, simplified characters, Arabic letter forms.
func foldNative(dst []rune, r rune, s Script) []rune {
	switch s {
	case Han:
		return append(dst, simplify(r))
	case Cyrillic:
		if r = unicode.ToLower(r); r == 'ё' {
			r = 'е'
		}
		return append(dst, r)
	case Greek:
		for _, d := range norm.NFD.String(string(unicode.ToLower(r))) {
			if d == 'ς' {
				d = 'σ'
			}
			if !unicode.Is(unicode.M, d) {
				dst = append(dst, d)
			}
		}
		return dst
	case Arabic:
		return foldArabic(dst, r)
	case Hebrew:
		if unicode.Is(unicode.M, r) {
			return dst
		}
	}
	return append(dst, unicode.ToLower(r))
}

// foldArabic unifies the forms in which one Arabic letter is typed: hamza
// carriers, the Arabic and Persian yeh and kaf, teh marbuta, and drops vowel
// marks and the tatweel.
func foldArabic(dst []rune, r rune) []rune {
	switch r {
	case 'أ', 'إ', 'آ', 'ٱ':
		r = 'ا'
	case 'ى', 'ي', 'ئ':
		r = 'ی'
	case 'ك':
		r = 'ک'
	case 'ة':
		r = 'ه'
	case 'ؤ':
		r = 'و'
	case 'ـ', 'ء':
		return dst
	}
	if unicode.Is(unicode.M, r) {
		return dst
	}
	return append(dst, r)
}

// FoldKey returns the spelling under which the vocabulary knows a word or
// phrase: letters and digits only, folded within their script, with & read as
// and.
func FoldKey(s string) string {
	if key, ok := foldASCII(s); ok {
		return key
	}
	return foldText(s)
}

// foldASCII is foldText for plain ASCII without escapes, as most spellings are.
func foldASCII(s string) (string, bool) {
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		switch b := s[i]; {
		case b >= utf8.RuneSelf || b == '&' || b == '%':
			return "", false
		case 'A' <= b && b <= 'Z':
			out = append(out, b+'a'-'A')
		case 'a' <= b && b <= 'z' || '0' <= b && b <= '9':
			out = append(out, b)
		}
	}
	return string(out), true
}

func foldText(s string) string {
	var latin []byte
	var out []rune
	chars, _ := clean(s)
	for _, c := range chars {
		switch {
		case c.r == '&':
			out = append(out, 'a', 'n', 'd')
		case !isWordRune(c.r):
		case scriptOf(c.r) == Latin:
			latin = foldLatin(latin[:0], c.r)
			for _, b := range latin {
				out = append(out, rune(b))
			}
		default:
			out = foldNative(out, c.r, scriptOf(c.r))
		}
	}
	return string(out)
}

// isWordRune reports characters that words consist of.
func isWordRune(r rune) bool {
	if r < 0x80 {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return 0x4E00 <= r && r <= 0x9FFF || unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r) || r == 'ー' || r == '〇'
}

// Shape returns the outline of an ASCII word: letters, digits and pairs of
// letters that optical character recognition and people confuse because they
// look alike have one form. Words of equal shape may be the same word misread.
func Shape(word string) string {
	plain := true
	for i := 0; i < len(word) && plain; i++ {
		switch word[i] {
		case '0', '1', '3', '4', '5', '6', '7', '8', '9', 'i', 'n', 'l', 'v', 'd':
			plain = false
		}
	}
	if plain {
		return word
	}
	return string(AppendShape(make([]byte, 0, len(word)), word))
}

// AppendShape appends the outline of an ASCII word to dst.
func AppendShape(dst []byte, word string) []byte {
	begin := len(dst)
	for i := 0; i < len(word); i++ {
		b := shapeOf[word[i]]
		if b == 0 {
			b = word[i]
		}
		if n := len(dst); n > begin {
			switch last := dst[n-1]; {
			case last == 'r' && word[i] == 'n':
				dst[n-1] = 'm'
				continue
			case last == 'c' && b == 'l':
				dst[n-1] = 'd'
				continue
			case last == 'v' && word[i] == 'v':
				dst[n-1] = 'w'
				continue
			}
		}
		dst = append(dst, b)
	}
	return dst
}

// shapeOf folds single characters by look: I, l and 1; O and 0; and the digits
// that stand for letters.
var shapeOf = [256]byte{
	'0': 'o', '1': 'l', 'i': 'l', '3': 'e', '4': 'a', '5': 's', '6': 'g', '7': 't', '8': 'b', '9': 'g',
}
