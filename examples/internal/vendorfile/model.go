package vendorfile

import (
	"math"
	"unicode"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// model says how likely letters are in a language, beside their neighbours. It is
// made of the names that the language has for countries and languages, from the
// Unicode tables, and of words that company names have.
type model struct {
	letters map[rune]float64 // how often each occurs
	pairs   map[[2]rune]float64
	total   float64
}

func newModel(tag string) *model {
	m := &model{letters: make(map[rune]float64), pairs: make(map[[2]rune]float64)}
	in := language.MustParse(tag)
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			if region, err := language.ParseRegion(string([]rune{a, b})); err == nil {
				m.learn(display.Regions(in).Name(region), 1)
			}
		}
	}
	for _, other := range display.Supported.Tags() {
		m.learn(display.Languages(in).Name(other), 1)
	}
	m.learn(companyWords()[tag], 20)
	return m
}

// learn counts the letters of a text and their pairs, with a space as the letter
// between words.
func (m *model) learn(text string, times float64) {
	before := ' '
	for _, r := range text + " " {
		if r = unicode.ToLower(r); !isLetter(r) {
			r = ' '
		}
		m.pairs[[2]rune{before, r}] += times
		m.letters[r] += times
		m.total += times
		before = r
	}
}

// score returns how likely a word is.
func (m *model) score(letters []rune) float64 {
	score := 0.0
	at := func(i int) rune {
		if i < 0 || i >= len(letters) || !isLetter(letters[i]) {
			return ' '
		}
		return unicode.ToLower(letters[i])
	}
	for i := range letters {
		if at(i) != ' ' {
			score += (m.after(at(i-1), at(i)) + m.before(at(i), at(i+1))) / 2
		}
	}
	return score
}

func (m *model) after(before, r rune) float64 { return m.blend(m.pairs[[2]rune{before, r}], before, r) }

func (m *model) before(r, after rune) float64 { return m.blend(m.pairs[[2]rune{r, after}], after, r) }

// blend returns the logarithm of how likely r is beside a letter: by their pair as
// far as it is known, by r alone, and by what any letter may be.
func (m *model) blend(pair float64, beside, r rune) float64 {
	p := .2 * m.letters[r] / m.total
	if n := m.letters[beside]; n > 0 {
		p += .7 * pair / n
	}
	return math.Log(p + .1*unseen(r))
}

// unseen returns how likely a letter is of which the language shows no example.
func unseen(r rune) float64 {
	switch {
	case r < 0x80:
		return 1. / 26
	case unicode.Is(unicode.Han, r):
		return 1. / 6000
	}
	return 1. / 2000
}
