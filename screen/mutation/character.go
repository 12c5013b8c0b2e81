package mutation

import (
	"fmt"
	"html"
	"math/rand/v2"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

func characterKinds() []Kind {
	kinds := []Kind{
		{Name: "upper case", Reason: "systems that know capitals only", mutate: byText(strings.ToUpper)},
		{Name: "lower case", Reason: "systems that compare in small letters", mutate: byText(strings.ToLower)},
		{Name: "punctuation dropped", Reason: "fields that admit letters and digits only", mutate: byText(punctuation(func(rune) string { return "" }))},
		{Name: "punctuation to spaces", Reason: "the same, with a space for each mark", mutate: byText(punctuation(func(rune) string { return " " }))},
		{Name: "punctuation changed", Reason: "another keyboard, or a word processor's marks", mutate: byText(punctuation(otherMark))},
		{Name: "diacritics stripped", Reason: "systems that know ASCII only", applies: (*subject).isLatin, mutate: byText(stripDiacritics)},
		{Name: "combining marks added", Reason: "marks put on letters to break a comparison", mutate: marksAdded},
		{Name: "look-alike, one letter", Reason: "a Cyrillic or Greek letter, typed on another keyboard or to deceive", mutate: lookAlikeLetter},
		{Name: "look-alike, several letters", Reason: "all Cyrillic or Greek letters that fit in a word, to deceive", mutate: lookAlikeWord},
		{Name: "zero-width characters", Reason: "copied from a web page, or to deceive", mutate: zeroWidth},
		{Name: "full-width letters", Reason: "typed on a Chinese or Japanese keyboard", mutate: byText(fullWidth)},
		{Name: "HTML entities", Reason: "a name taken from a web page's source", mutate: byText(entities)},
		{Name: "letters as HTML entities", Reason: "the same, letters included", mutate: letterEntities},
		{Name: "percent escapes", Reason: "a name taken from a link", mutate: byText(url.PathEscape)},
		{Name: "form escapes", Reason: "a name taken from a form: + for a space", mutate: byText(url.QueryEscape)},
		{Name: "UTF-8 as Windows-1252", Reason: "a file opened in the wrong encoding; names with other than ASCII", mutate: misread(keepByte)},
		{Name: "UTF-8 as Windows-1252, lossy", Reason: "the same, where bytes without a character were lost", mutate: misread(loseByte)},
	}
	for i := range kinds {
		kinds[i].Group = "character"
	}
	return kinds
}

// byText makes a mutator of a function that knows the text alone.
func byText(change func(string) string) func(*subject, *rand.Rand) string {
	return func(s *subject, _ *rand.Rand) string { return change(s.text) }
}

// punctuation returns the change of each mark of punctuation, with spaces made
// single.
func punctuation(other func(rune) string) func(string) string {
	return func(text string) string {
		var b strings.Builder
		for _, c := range text {
			if unicode.IsPunct(c) && c != '&' && c != '@' {
				b.WriteString(other(c))
			} else {
				b.WriteRune(c)
			}
		}
		if b.String() == text {
			return ""
		}
		return strings.Join(strings.Fields(b.String()), " ")
	}
}

func otherMark(c rune) string {
	switch c {
	case '-':
		return "–"
	case '\'':
		return "’"
	case ',':
		return ";"
	case '.':
		return "·"
	case '"':
		return "”"
	case '(', ')':
		return "|"
	}
	return "_"
}

// stripDiacritics also writes letters that do not decompose as ASCII systems
// do.
func stripDiacritics(text string) string {
	var b strings.Builder
	for _, c := range norm.NFD.String(text) {
		if !unicode.Is(unicode.Mn, c) {
			b.WriteRune(c)
		}
	}
	return strings.NewReplacer("ø", "o", "Ø", "O", "ł", "l", "Ł", "L", "đ", "d", "Đ", "D", "ß", "ss", "ı", "i", "æ", "ae", "Æ", "AE").Replace(b.String())
}

// marksAdded puts marks on one to three letters.
func marksAdded(s *subject, r *rand.Rand) string {
	marks := []rune("\u0301\u0300\u0308\u0327\u0332\u0336")
	return scattered(s, r, func(letter rune) string { return string(letter) + string(pick(r, marks)) })
}

// zeroWidth puts characters of no width behind one to three letters.
func zeroWidth(s *subject, r *rand.Rand) string {
	invisible := []rune("\u200b\u200c\u200d\u2060\ufeff\u00ad")
	return scattered(s, r, func(letter rune) string { return string(letter) + string(pick(r, invisible)) })
}

func letterEntities(s *subject, r *rand.Rand) string {
	return scattered(s, r, func(letter rune) string { return fmt.Sprintf(pick(r, []string{"&#%d;", "&#x%X;"}), letter) })
}

// The letters that look the same in Latin, Cyrillic and Greek; a space where
// an alphabet has none.
const (
	latinShapes    = "aceijopsxyABCEHIKMNOPTXYZv"
	cyrillicShapes = "асеіјорѕхуАВСЕНІКМ ОРТХУ ѵ"
	greekShapes    = "α  ι ορ χγΑΒ ΕΗΙΚΜΝΟΡΤΧΥΖν"
)

// lookAlike returns the letter of another alphabet, or "".
func lookAlike(c rune, alphabet []rune) string {
	i := strings.IndexRune(latinShapes, c)
	if i < 0 || alphabet[i] == ' ' {
		return ""
	}
	return string(alphabet[i])
}

func lookAlikeLetter(s *subject, r *rand.Rand) string {
	alphabet := []rune(pick(r, []string{cyrillicShapes, greekShapes}))
	for _, p := range s.places(0, r) {
		out := s.at(p, func(letters []rune, at int, _ *rand.Rand) []rune {
			if other := lookAlike(letters[at], alphabet); other != "" {
				return splice(letters, at, 1, []rune(other)...)
			}
			return nil
		}, r)
		if out != "" {
			return out
		}
	}
	return ""
}

// lookAlikeWord disguises a word in at least two letters.
func lookAlikeWord(s *subject, r *rand.Rand) string {
	alphabet := []rune(pick(r, []string{cyrillicShapes, greekShapes}))
	return disguise(s, r, 2, func(c rune) string { return lookAlike(c, alphabet) })
}

func fullWidth(text string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case c == ' ':
			return '\u3000'
		case c > ' ' && c <= '~':
			return c - '!' + '！'
		}
		return c
	}, text)
}

// entities escapes what a web page must escape, and other than ASCII.
func entities(text string) string {
	var b strings.Builder
	for _, c := range html.EscapeString(text) {
		if c < utf8.RuneSelf {
			b.WriteRune(c)
		} else {
			fmt.Fprintf(&b, "&#%d;", c)
		}
	}
	return b.String()
}

// misread takes the bytes of UTF-8 for Windows-1252, in which five bytes have
// no character.
func misread(undefined func(byte) rune) func(*subject, *rand.Rand) string {
	return func(s *subject, _ *rand.Rand) string {
		var b strings.Builder
		lost := false
		for i := range len(s.text) {
			c := charmap.Windows1252.DecodeByte(s.text[i])
			if c == utf8.RuneError {
				c = undefined(s.text[i])
			}
			lost = lost || c == utf8.RuneError
			b.WriteRune(c)
		}
		if loses := undefined(0) == utf8.RuneError; loses && !lost {
			return "" // the same as without loss
		}
		return b.String()
	}
}

// keepByte does as browsers and Windows do: a control character.
func keepByte(b byte) rune { return rune(b) }

func loseByte(byte) rune { return utf8.RuneError }
