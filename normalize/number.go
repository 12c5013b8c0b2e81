package normalize

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// number returns the digits that a word stands for: 014, 14th, 14-ya, XIV,
// seven, 第十四. It returns the empty string if the word is no number.
//
// Single Roman letters are initials. A Roman numeral must be in capitals and
// stand alone, and it keeps its letters, so that Meg Vii stays what it is.
func number(w *word) string {
	if w.script == Han {
		if r, _ := utf8.DecodeRuneInString(w.native); r != '第' && chineseDigit(r) < 0 {
			return ""
		}
		return chineseDigits([]rune(w.native))
	}
	if w.script != Latin {
		return ""
	}
	digits := 0
	for digits < len(w.text) && '0' <= w.text[digits] && w.text[digits] <= '9' {
		digits++
	}
	if digits > 0 {
		switch w.text[digits:] {
		case "", "st", "nd", "rd", "th", "ya", "y", "yy", "oy", "e", "o", "a", "er", "eme", "ro", "do":
			n := strings.TrimLeft(w.text[:digits], "0")
			if n == "" {
				n = "0"
			}
			return n
		}
		return ""
	}
	if w.upper && len(w.text) > 1 {
		if n := roman(w.text); n > 1 {
			return strconv.Itoa(n)
		}
	}
	return numberWord(w.text)
}

// roman returns the value of a Roman numeral up to 39, or 0. Larger ones do
// not number units, plants or ships, but are initials: CD, MM, LC.
func roman(s string) int {
	tens := 0
	for len(s) > 0 && s[0] == 'x' && tens < 3 {
		tens++
		s = s[1:]
	}
	switch s {
	case "":
		return tens * 10
	case "i":
		return tens*10 + 1
	case "ii":
		return tens*10 + 2
	case "iii":
		return tens*10 + 3
	case "iv":
		return tens*10 + 4
	case "v":
		return tens*10 + 5
	case "vi":
		return tens*10 + 6
	case "vii":
		return tens*10 + 7
	case "viii":
		return tens*10 + 8
	case "ix":
		return tens*10 + 9
	}
	return 0
}

// unitWord returns the value of a number word from two to nineteen, or 0. Number
// words number bodies of one kind: Plant Number Nine, Thirty-eighth Institute.
// One and first are names too (First Bank, Bank One) and stay words; firstWord
// has their digit.
func unitWord(s string) int {
	switch s {
	case "two", "second":
		return 2
	case "three", "third":
		return 3
	case "four", "fourth":
		return 4
	case "five", "fifth":
		return 5
	case "six", "sixth":
		return 6
	case "seven", "seventh":
		return 7
	case "eight", "eighth":
		return 8
	case "nine", "ninth":
		return 9
	case "ten", "tenth":
		return 10
	case "eleven", "eleventh":
		return 11
	case "twelve", "twelfth":
		return 12
	case "thirteen", "thirteenth":
		return 13
	case "fourteen", "fourteenth":
		return 14
	case "fifteen", "fifteenth":
		return 15
	case "sixteen", "sixteenth":
		return 16
	case "seventeen", "seventeenth":
		return 17
	case "eighteen", "eighteenth":
		return 18
	case "nineteen", "nineteenth":
		return 19
	}
	return 0
}

// tenWord returns the tens of the word for a multiple of ten, or 0.
func tenWord(s string) int {
	switch s {
	case "twenty", "twentieth":
		return 2
	case "thirty", "thirtieth":
		return 3
	case "forty", "fortieth":
		return 4
	case "fifty", "fiftieth":
		return 5
	case "sixty", "sixtieth":
		return 6
	case "seventy", "seventieth":
		return 7
	case "eighty", "eightieth":
		return 8
	case "ninety", "ninetieth":
		return 9
	}
	return 0
}

// numberWord returns the digits for a number word, or the empty string.
func numberWord(s string) string {
	if n := unitWord(s); n > 0 {
		return strconv.Itoa(n)
	}
	if n := tenWord(s); n > 0 {
		return strconv.Itoa(10 * n)
	}
	return ""
}

// firstWord returns 1 for the words that are a number beside one in digits only.
func firstWord(s string) string {
	switch s {
	case "one", "first":
		return "1"
	}
	return ""
}

// joinNumbers makes one word of tens and units: thirty-third is 33.
func joinNumbers(ws []word) []word {
	out := ws[:0]
	for i := 0; i < len(ws); i++ {
		w := &ws[i]
		if i+1 < len(ws) && w.script == Latin && ws[i+1].before <= space {
			if tens := tenWord(w.text); tens > 0 {
				if unit := unitAfterTens(ws[i+1].text); unit > 0 {
					w.text = strconv.Itoa(10*tens + unit)
					w.native, w.others, w.end, w.at, w.first = w.text, nil, ws[i+1].end, apart, apart
					w.lookUp()
					i++
				}
			}
		}
		out = put(out, w)
	}
	return out
}

// put appends a word to out, which may be the front of the words that it is
// one of.
func put(out []word, w *word) []word {
	if n := len(out); n < cap(out) && &out[:n+1][n] == w {
		return out[:n+1]
	}
	return append(out, *w)
}

func unitAfterTens(s string) int {
	if firstWord(s) != "" {
		return 1
	}
	if n := unitWord(s); n < 10 {
		return n
	}
	return 0
}

// chineseNumber returns the length of the Chinese number that runes begin
// with: 第 and numerals, or at least two numerals. A single numeral is a part
// of a name (三一, 四川).
func chineseNumber(runes []rune) int {
	n := 0
	if runes[0] == '第' {
		n = 1
	}
	for n < len(runes) && chineseDigit(runes[n]) >= 0 {
		n++
	}
	if n < 2 {
		return 0
	}
	return n
}

func chineseDigit(r rune) int {
	return strings.IndexRune("〇一二三四五六七八九十百零", r)
}

// chineseDigits returns the value of a Chinese number as digits.
func chineseDigits(runes []rune) string {
	if len(runes) == 0 || chineseNumber(runes) != len(runes) {
		return ""
	}
	if runes[0] == '第' {
		runes = runes[1:]
	}
	total, digit, positional, plain := 0, 0, "", true
	for _, r := range runes {
		switch r {
		case '十':
			total += max(1, digit) * 10
			digit, plain = 0, false
		case '百':
			total += max(1, digit) * 100
			digit, plain = 0, false
		case '〇', '零':
			positional += "0"
			digit = 0
		default:
			digit = chineseDigit(r) / len("一")
			positional += strconv.Itoa(digit)
		}
	}
	if plain { // 二九 is said for 29, 一四 for 14
		return strings.TrimLeft(positional, "0")
	}
	return strconv.Itoa(total + digit)
}
