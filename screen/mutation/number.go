package mutation

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// ordinalAs writes an ordinal of 1 to 99 in a form. First stays in words or
// digits: it is more often a boast than a number.
func ordinalAs(form func(int) string) func(*subject, *rand.Rand) string {
	return func(s *subject, _ *rand.Rand) string {
		for i, f := range s.fields {
			bare := strings.TrimRight(s.text[f.start:f.end], ",")
			start, n := f.start, ordinalOf(bare)
			if i > 0 && isNumberSign(s.text[s.fields[i-1].start:s.fields[i-1].end]) {
				start, n = s.fields[i-1].start, cardinal(bare)
			}
			other := form(n)
			if n == 0 || n == 1 && ordinalOf(other) == 0 || strings.EqualFold(other, s.text[start:f.start+len(bare)]) {
				continue
			}
			return s.text[:start] + inCaseOfText("", s.text, other) + s.text[f.start+len(bare):]
		}
		return ""
	}
}

func inDigits(n int) string { return strconv.Itoa(n) + suffixOf(n) }

func numbered(n int) string { return "No. " + strconv.Itoa(n) }

// numeralChanged writes a number of 1 to 50, behind another word, as a Roman
// numeral, or such a numeral as a number.
func numeralChanged(s *subject, r *rand.Rand) string {
	var all []string
	for i, f := range s.fields {
		if i == 0 || isNumberSign(s.text[s.fields[i-1].start:s.fields[i-1].end]) {
			continue
		}
		text := s.text[f.start:f.end]
		var other string
		if n := cardinal(text); n > 0 && n <= mostRoman {
			other = roman(n)
		} else if n := romanNumerals()[text]; n > 0 {
			other = strconv.Itoa(n)
		}
		if other != "" {
			all = append(all, s.text[:f.start]+other+s.text[f.end:])
		}
	}
	return oneOf(r, all)
}

// mostRoman is the highest number that is written as a Roman numeral.
const mostRoman = 50

// romanNumerals returns the numbers by their numerals.
var romanNumerals = sync.OnceValue(func() map[string]int {
	numbers := make(map[string]int)
	for n := 1; n <= mostRoman; n++ {
		numbers[roman(n)] = n
	}
	return numbers
})

func isNumberSign(text string) bool {
	return slices.Contains([]string{"no.", "no", "№", "nr."}, strings.ToLower(text))
}

// cardinal reads 1 to 99, or returns 0.
func cardinal(text string) int {
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 || n > 99 || text != strconv.Itoa(n) {
		return 0
	}
	return n
}

// ordinalOf reads "14th" and "Fourteenth", or returns 0.
func ordinalOf(text string) int {
	if digits := strings.TrimRight(text, "stndrhSTNDRH"); digits != text && cardinal(digits) > 0 {
		if n := cardinal(digits); strings.EqualFold(text, inDigits(n)) {
			return n
		}
		return 0
	}
	return ordinalWords()[strings.ToLower(text)]
}

// ordinalWords returns the ordinals of 1 to 99 by their words in small letters.
var ordinalWords = sync.OnceValue(func() map[string]int {
	ordinals := make(map[string]int)
	for n := 1; n <= 99; n++ {
		ordinals[strings.ToLower(inWords(n))] = n
	}
	return ordinals
})

func suffixOf(n int) string {
	if n/10 != 1 {
		switch n % 10 {
		case 1:
			return "st"
		case 2:
			return "nd"
		case 3:
			return "rd"
		}
	}
	return "th"
}

// inWords writes 1 to 99 in words.
func inWords(n int) string {
	words := [...]string{"", "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth",
		"Eleventh", "Twelfth", "Thirteenth", "Fourteenth", "Fifteenth", "Sixteenth", "Seventeenth", "Eighteenth", "Nineteenth"}
	tens := [...]string{"", "", "Twent", "Thirt", "Fort", "Fift", "Sixt", "Sevent", "Eight", "Ninet"}
	switch {
	case n < len(words):
		return words[n]
	case n%10 == 0:
		return tens[n/10] + "ieth"
	}
	return tens[n/10] + "y-" + strings.ToLower(words[n%10])
}

func roman(n int) string {
	tens := [...]string{"", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"}
	units := [...]string{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"}
	return tens[n/10] + units[n%10]
}
