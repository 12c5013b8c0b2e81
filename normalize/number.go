package normalize

import (
	"slices"
	"strconv"
	"strings"
)

// number returns the digits that a word stands for: 014, 14th, 14-ya, XIV,
// seven, 第十四. It returns the empty string if the word is no number.
//
// Single Roman letters are initials. A Roman numeral must be in capitals and
// stand alone, and it keeps its letters, so that Meg Vii stays what it is.
func number(w word) string {
	if w.script == Han {
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
	if w.upper {
		if n := roman(w.text); n > 1 && len(w.text) > 1 {
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
	units := [...]string{"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"}
	for i, u := range units {
		if s == u {
			return tens*10 + i
		}
	}
	return 0
}

// unitWords and tenWords are the number words that number bodies of one kind:
// Plant Number Nine, Thirty-eighth Institute. One and first are names too (First
// Bank, Bank One) and stay words; firstWord has their digit.
var (
	unitWords = [...][]string{2: {"two", "second"}, 3: {"three", "third"}, 4: {"four", "fourth"}, 5: {"five", "fifth"}, 6: {"six", "sixth"},
		7: {"seven", "seventh"}, 8: {"eight", "eighth"}, 9: {"nine", "ninth"}, 10: {"ten", "tenth"}, 11: {"eleven", "eleventh"}, 12: {"twelve", "twelfth"},
		13: {"thirteen", "thirteenth"}, 14: {"fourteen", "fourteenth"}, 15: {"fifteen", "fifteenth"}, 16: {"sixteen", "sixteenth"},
		17: {"seventeen", "seventeenth"}, 18: {"eighteen", "eighteenth"}, 19: {"nineteen", "nineteenth"}}
	tenWords = [...][]string{2: {"twenty", "twentieth"}, 3: {"thirty", "thirtieth"}, 4: {"forty", "fortieth"}, 5: {"fifty", "fiftieth"},
		6: {"sixty", "sixtieth"}, 7: {"seventy", "seventieth"}, 8: {"eighty", "eightieth"}, 9: {"ninety", "ninetieth"}}
)

// numberWord returns the digits for a number word, or the empty string.
func numberWord(s string) string {
	if n := wordIn(unitWords[:], s); n > 0 {
		return strconv.Itoa(n)
	}
	if n := wordIn(tenWords[:], s); n > 0 {
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

func wordIn(words [][]string, s string) int {
	for n, forms := range words {
		if slices.Contains(forms, s) {
			return n
		}
	}
	return 0
}

// joinNumbers makes one word of tens and units: thirty-third is 33.
func joinNumbers(ws []word) []word {
	out := ws[:0]
	for i := 0; i < len(ws); i++ {
		w := ws[i]
		if i+1 < len(ws) && w.script == Latin && ws[i+1].before <= space {
			if tens, unit := wordIn(tenWords[:], w.text), unitAfterTens(ws[i+1].text); tens > 0 && unit > 0 {
				w.text = strconv.Itoa(10*tens + unit)
				w.native, w.others, w.end = w.text, nil, ws[i+1].end
				i++
			}
		}
		out = append(out, w)
	}
	return out
}

func unitAfterTens(s string) int {
	if firstWord(s) != "" {
		return 1
	}
	if n := wordIn(unitWords[:], s); n < 10 {
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
