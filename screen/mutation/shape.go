package mutation

import (
	"math/rand/v2"
	"slices"
	"strings"
)

// Shapes are confused in the same words in which typing errors are made. A
// pair holds in the cases in which it looks alike: rn and m, but not RN and M.
func shapeKinds() []Kind {
	const scanned = "a scanned invoice: "
	kinds := []Kind{
		{Name: "rn and m", Reason: scanned + "rn and m touch", mutate: shapes("rn", "m", "m", "rn")},
		{Name: "cl and d", Reason: scanned + "cl and d touch", mutate: shapes("cl", "d", "d", "cl")},
		{Name: "vv and w", Reason: scanned + "vv and w touch", mutate: shapes("vv", "w", "w", "vv", "VV", "W", "W", "VV")},
		{Name: "0 for O", Reason: scanned + "zero and O", mutate: shapes("o", "0", "O", "0")},
		{Name: "1, l and I", Reason: scanned + "one, small L and capital I", mutate: shapes("l", "1", "l", "I", "I", "l", "I", "1")},
		{Name: "5 for S", Reason: scanned + "five and S", mutate: shapes("s", "5", "S", "5")},
		{Name: "8 for B", Reason: scanned + "eight and capital B", mutate: shapes("B", "8")},
		{Name: "leet, one letter", Reason: "a name disguised by a digit or sign", mutate: leetLetter},
		{Name: "leet, a whole word", Reason: "a name disguised by digits and signs", mutate: leetWord},
	}
	for i := range kinds {
		kinds[i].Group = "shape"
	}
	return kinds
}

// shapes replaces one occurrence of one shape, given in pairs of what is
// there and what it is taken for.
func shapes(pairs ...string) func(*subject, *rand.Rand) string {
	return func(s *subject, r *rand.Rand) string {
		var all []string
		for _, w := range s.words {
			if !w.typeable() {
				continue
			}
			text := s.of(w)
			for pair := range slices.Chunk(pairs, 2) {
				for at := range text {
					if strings.HasPrefix(text[at:], pair[0]) {
						all = append(all, s.with(w, text[:at]+pair[1]+text[at+len(pair[0]):]))
					}
				}
			}
		}
		return oneOf(r, all)
	}
}

// leet returns the signs for a letter, or "".
func leet(letter rune) string {
	switch letter {
	case 'a', 'A':
		return "4@"
	case 'e', 'E':
		return "3"
	case 'i', 'I':
		return "1"
	case 'o', 'O':
		return "0"
	case 's', 'S':
		return "$5"
	}
	return ""
}

func toLeet(letters []rune, at int, r *rand.Rand) []rune {
	signs := leet(letters[at])
	if signs == "" {
		return nil
	}
	return splice(letters, at, 1, rune(signs[r.IntN(len(signs))]))
}

func leetLetter(s *subject, r *rand.Rand) string {
	for _, p := range s.places(0, r) {
		if out := s.at(p, toLeet, r); out != "" {
			return out
		}
	}
	return ""
}

// leetWord disguises all letters that it can of a word, at least two.
func leetWord(s *subject, r *rand.Rand) string {
	return disguise(s, r, 2, func(c rune) string {
		if signs := leet(c); signs != "" {
			return string(signs[r.IntN(len(signs))])
		}
		return ""
	})
}
