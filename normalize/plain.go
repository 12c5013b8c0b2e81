package normalize

import (
	"slices"
	"strings"

	"github.com/partyscreen/partyscreen/normalize/internal/compiled"
)

// takePlain is take for a name in ASCII without escapes, apostrophes and signs
// that may stand for letters, as most names are: characters are bytes. It
// reports false and takes nothing for others. All its words lie side by side in
// one string, and behind them the first letters of those that have initials, so
// that the text of words together and their initials are parts of it.
func (w *Workspace) takePlain(raw string) bool {
	folded := w.folded[:0]
	sep, depth, wide := none, int32(0), false
	for i := 0; i < len(raw); {
		c := raw[i]
		if isPlainLetter(c) {
			next := w.addPlain(i, len(folded), sep, depth)
			next.wide, next.upper, next.lower = wide, true, true
			if len(w.words) == 1 {
				next.before = strong
			}
			folded = w.foldPlain(folded, next, raw)
			sep, wide, i = none, false, next.end
			continue
		}
		switch {
		case c == ' ':
			wide = wide || i > 0 && raw[i-1] == ' '
			sep = max(sep, space)
		case !isPlainSign(c) || c == '&' && strings.IndexByte(raw[i:min(len(raw), i+maxEntity)], ';') > 0:
			w.words, w.humps = w.words[:0], w.humps[:0]
			return false
		default:
			sep, depth = widen(sep, depth, rune(c), [...]rune{plainAt(raw, i-2), plainAt(raw, i-1), plainAt(raw, i+1), plainAt(raw, i+2)})
			if n := len(w.words); c == '.' && n > 0 && w.words[n-1].end == i {
				w.words[n-1].cut = true
			}
			if c == '&' {
				w.addPlain(i, len(folded), max(sep, joint), depth).end = i + 1
				folded = append(folded, "and"...)
				sep = joint
			}
		}
		i++
	}
	if len(w.words) > maxWords {
		w.words, w.humps = w.words[:0], w.humps[:0]
		return false // take says what is wrong with it
	}
	w.settlePlain(folded)
	return true
}

// foldPlain appends the letters of a word that begins at its start in raw.
func (w *Workspace) foldPlain(folded []byte, next *word, raw string) []byte {
	humps, i := len(w.humps), next.start
	for last := byte(0); i < len(raw) && isPlainLetter(raw[i]); i++ {
		c := raw[i]
		switch {
		case c >= 'a':
			next.upper = false
		case c >= 'A':
			next.lower = false
			if last >= 'a' {
				w.humps = append(w.humps, int32(i-next.start))
			}
		default:
			next.digits = true
		}
		last = c
		folded = append(folded, lowerPlain(c))
	}
	next.end, next.humps = i, w.humps[humps:]
	return folded
}

// settlePlain looks the words up whose letters are folded, and makes a string of
// the letters and the initials.
func (w *Workspace) settlePlain(folded []byte) {
	end := len(folded)
	for i := range w.words {
		next := &w.words[i]
		next.key = compiled.Of(folded[next.at:w.plainEnd(i, end)])
		next.fact, next.first = findKey(next.key), int32(len(folded))
		if !isConnective(next) {
			folded = append(folded, folded[next.at])
		}
	}
	w.folded, w.letters = folded, string(folded)
	for i := range w.words {
		next := &w.words[i]
		next.text = w.letters[next.at:w.plainEnd(i, end)]
		next.native = next.text
	}
}

// plainEnd returns where word i ends in the letters, in which the words end at
// end.
func (w *Workspace) plainEnd(i, end int) int {
	if i+1 < len(w.words) {
		return int(w.words[i+1].at)
	}
	return end
}

// addPlain adds a word that begins at byte start of the name and at byte at of
// the letters.
func (w *Workspace) addPlain(start, at int, before separator, depth int32) *word {
	n := len(w.words)
	w.words = slices.Grow(w.words, 1)[:n+1]
	next := &w.words[n]
	*next = word{}
	next.script, next.start, next.at, next.before, next.depth = Latin, start, int32(at), before, depth
	return next
}

func isPlainLetter(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

func lowerPlain(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

// isPlainSign reports the signs of ASCII that only separate words.
func isPlainSign(c byte) bool {
	switch c {
	case '%', '@', '$', '!', '|', '\'', '`', '?':
		return false
	}
	return ' ' < c && c < 0x7F
}

func plainAt(raw string, i int) rune {
	if i < 0 || i >= len(raw) {
		return ' '
	}
	return rune(raw[i])
}
