package normalize

import (
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

// numberWord returns the digits for the number words that number bodies of one
// kind: Plant Number Nine, Second Academy. One and first are left out: they
// are names (First Bank, Bank One).
func numberWord(s string) string {
	switch s {
	case "two", "second":
		return "2"
	case "three", "third":
		return "3"
	case "four", "fourth":
		return "4"
	case "five", "fifth":
		return "5"
	case "six", "sixth":
		return "6"
	case "seven", "seventh":
		return "7"
	case "eight", "eighth":
		return "8"
	case "nine", "ninth":
		return "9"
	case "ten", "tenth":
		return "10"
	case "eleven", "eleventh":
		return "11"
	case "twelve", "twelfth":
		return "12"
	}
	return ""
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
