package mutation

import (
	"math/rand/v2"
	"strings"
	"unicode"
	"unicode/utf8"
)

// edit changes a word at one of its letters. It returns nil where it cannot,
// and does not keep or change letters.
type edit func(letters []rune, at int, r *rand.Rand) []rune

// place is a letter of a name: its word and where in it.
type place struct {
	word word
	at   int
}

// places returns the letters of typeable words from a given one on, shuffled.
func (s *subject) places(from int, r *rand.Rand) []place {
	var all []place
	for _, w := range s.words {
		for at := from; w.typeable() && at < w.letters; at++ {
			all = append(all, place{w, at})
		}
	}
	r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return all
}

// at applies an edit to a place. It returns "" where that changes nothing.
func (s *subject) at(p place, e edit, r *rand.Rand) string {
	letters := []rune(s.of(p.word))
	out := e(letters, p.at, r)
	if out == nil || string(out) == string(letters) {
		return ""
	}
	return s.with(p.word, string(out))
}

// anywhere makes an edit behind the first letter of a word.
func anywhere(e edit) func(*subject, *rand.Rand) string {
	return func(s *subject, r *rand.Rand) string {
		for _, p := range s.places(1, r) {
			if out := s.at(p, e, r); out != "" {
				return out
			}
		}
		return ""
	}
}

// disguise replaces all letters of one word for which there is another
// character, if they are at least as many as asked for.
func disguise(s *subject, r *rand.Rand, least int, other func(rune) string) string {
	var all []string
	for _, w := range s.words {
		if !w.typeable() {
			continue
		}
		var b strings.Builder
		replaced := 0
		for _, c := range s.of(w) {
			if o := other(c); o != "" {
				b.WriteString(o)
				replaced++
				continue
			}
			b.WriteRune(c)
		}
		if replaced >= least {
			all = append(all, s.with(w, b.String()))
		}
	}
	return oneOf(r, all)
}

// scattered changes one to three letters of typeable words, but not the last
// of a word.
func scattered(s *subject, r *rand.Rand, change func(rune) string) string {
	chosen := make(map[int]bool) // by where the letter stands in the text
	many := 1 + r.IntN(3)
	for _, p := range s.places(0, r) {
		if p.at+1 < p.word.letters && len(chosen) < many {
			offset := p.word.start
			for range p.at {
				_, size := utf8.DecodeRuneInString(s.text[offset:])
				offset += size
			}
			chosen[offset] = true
		}
	}
	var b strings.Builder
	for i, c := range s.text {
		if chosen[i] {
			b.WriteString(change(c))
		} else {
			b.WriteRune(c)
		}
	}
	return b.String()
}

// splice returns letters with some from at on replaced by others.
func splice(letters []rune, at, length int, others ...rune) []rune {
	out := make([]rune, 0, len(letters)+len(others))
	out = append(out, letters[:at]...)
	out = append(out, others...)
	return append(out, letters[at+length:]...)
}

// inCaseOf returns a letter in the case of another.
func inCaseOf(model, letter rune) rune {
	if unicode.IsUpper(model) {
		return unicode.ToUpper(letter)
	}
	return unicode.ToLower(letter)
}

// inCaseOfText returns new in the case of the old text within a word: capitals
// where the word is in capitals, a first capital where old has one.
func inCaseOfText(old, within, new string) string {
	switch {
	case isUpper(within):
		return strings.ToUpper(new)
	case old != "" && unicode.IsUpper([]rune(old)[0]):
		letters := []rune(new)
		letters[0] = unicode.ToUpper(letters[0])
		return string(letters)
	}
	return new
}

// isUpper reports a text of capitals, at least two.
func isUpper(text string) bool {
	capitals := 0
	for _, c := range text {
		if unicode.IsLower(c) {
			return false
		}
		if unicode.IsUpper(c) {
			capitals++
		}
	}
	return capitals > 1
}

// pick returns one of the choices.
func pick[T any](r *rand.Rand, choices []T) T { return choices[r.IntN(len(choices))] }

// oneOf returns one of the mutants, or "" if there are none.
func oneOf(r *rand.Rand, mutants []string) string {
	if len(mutants) == 0 {
		return ""
	}
	return pick(r, mutants)
}
