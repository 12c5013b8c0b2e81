package report

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// piece is a part of a text: either as it stands, or a mark for a character that
// one could not see.
type piece struct {
	Text string
	Mark bool
}

// maxText bounds how many characters of a text a document shows.
const maxText = 2000

// pieces takes a text apart for people. What would change the direction of the
// text, hide, or be no character at all becomes a mark such as [U+202E]: a name
// must not read otherwise than it is.
func pieces(text string) []piece {
	var out []piece
	start, n, before := 0, 0, ' '
	plain := func(end int) {
		if end > start {
			out = append(out, piece{Text: text[start:end]})
		}
	}
	for i, r := range text {
		if n++; n > maxText {
			plain(i)
			left := utf8.RuneCountInString(text[i:])
			return append(out, piece{fmt.Sprintf("[… %d more characters]", left), true})
		}
		_, size := utf8.DecodeRuneInString(text[i:])
		if mark := markFor(r, before, text[i:i+size]); mark != "" {
			plain(i)
			out = append(out, piece{mark, true})
			start = i + size
		}
		before = r
	}
	plain(len(text))
	return out
}

// markFor returns what stands for a character that one cannot see, and nothing
// for those that one can.
func markFor(r, before rune, raw string) string {
	switch {
	case r == utf8.RuneError && len(raw) == 1:
		return fmt.Sprintf("[byte %02X]", raw[0])
	case r == '\n':
		return "[line break]"
	case r == '\t':
		return "[tab]"
	case unicode.IsGraphic(r), isJoiner(r) && joins(before):
		return ""
	}
	return fmt.Sprintf("[U+%04X]", r)
}

// isJoiner reports the characters that decide the shape of the letters around
// them, which is spelling in some scripts and a disguise in others.
func isJoiner(r rune) bool { return r == '\u200c' || r == '\u200d' }

func joins(r rune) bool {
	return unicode.In(r, unicode.Arabic, unicode.Devanagari, unicode.Bengali, unicode.Gurmukhi, unicode.Gujarati, unicode.Oriya,
		unicode.Tamil, unicode.Telugu, unicode.Kannada, unicode.Malayalam, unicode.Sinhala)
}

// visible is the text of pieces in one.
func visible(text string) string {
	var b strings.Builder
	for _, p := range pieces(text) {
		b.WriteString(p.Text)
	}
	return b.String()
}
