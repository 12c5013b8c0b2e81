package vendorfile

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// candidate is an encoding that a file may have.
type candidate struct {
	name      string
	encoding  encoding.Encoding
	languages string  // that are written in it
	rare      float64 // how much less likely it is than the usual one, as a logarithm
}

// candidates returns the encodings, the usual ones first: of several that give
// the same text the first is taken.
func candidates() []candidate {
	const western = "de fr es it pt nl sv da nb fi ca en"
	return []candidate{
		{"windows-1252", charmap.Windows1252, western + " is", 0},
		{"gb18030", simplifiedchinese.GB18030, "zh", 0},
		{"shift_jis", japanese.ShiftJIS, "ja", 0},
		{"big5", traditionalchinese.Big5, "zh-Hant", 0},
		{"euc-kr", korean.EUCKR, "ko", 0},
		{"windows-1251", charmap.Windows1251, "ru uk be bg mk sr", 0},
		{"windows-1250", charmap.Windows1250, "pl cs sk hu ro hr sl sr-Latn de", 0},
		{"windows-1254", charmap.Windows1254, "tr az " + western, 0},
		{"windows-1256", charmap.Windows1256, "ar fa ur", 0},
		{"windows-1253", charmap.Windows1253, "el", 0},
		{"windows-1255", charmap.Windows1255, "he", 0},
		{"windows-1257", charmap.Windows1257, "lv lt et de", 1},
		{"windows-874", charmap.Windows874, "th", 1},
		{"euc-jp", japanese.EUCJP, "ja", 1},
		{"iso-8859-2", charmap.ISO8859_2, "pl cs sk hu ro hr sl de", 2},
		{"iso-8859-5", charmap.ISO8859_5, "ru uk be bg mk sr", 6},
		{"iso-8859-7", charmap.ISO8859_7, "el", 3},
		{"koi8-r", charmap.KOI8R, "ru", 3},
		{"ibm866", charmap.CodePage866, "ru", 3},
	}
}

// What speaks against a decoded word in any language, as logarithms.
const (
	noText    = -16.0 // bytes that are nothing in the encoding, control characters
	inside    = -11.0 // a symbol inside a word, such as ³ in Spó³ka
	outside   = -6.0  // a symbol at its end, such as © at the end of a name
	mixed     = -7.0  // letters of two alphabets side by side, such as Mьller
	around    = -4.0  // a small letter beside a character, such as M黮ler: beside 集团 stand capitals as in TCL
	wrongCase = -4.0  // a capital after a small letter
)

// guesser guesses encodings. Its models are made when they are needed.
type guesser struct {
	models map[string]*model // by language
}

func newGuesser() *guesser { return &guesser{make(map[string]*model)} }

// guess returns the encoding in which words are likeliest.
func (g *guesser) guess(words [][]byte) (encoding.Encoding, string) {
	all := candidates()
	texts, scores, order := make([][]string, len(all)), make([]float64, len(all)), make([]int, len(all))
	for i, c := range all {
		texts[i], scores[i], order[i] = decodeWords(c.encoding, words), -c.rare, i
		for _, word := range texts[i] {
			scores[i] += shape([]rune(word))
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(scores[b], scores[a]) })
	best := order[0]
	for _, i := range order {
		for _, word := range texts[i] {
			if i != best && scores[i] < scores[best] {
				break // a score only falls, so most are out after a few words
			}
			scores[i] += g.score([]rune(word), all[i].languages)
		}
		if scores[i] > scores[best] {
			best = i
		}
	}
	for i := range best {
		if slices.Equal(texts[i], texts[best]) {
			return all[i].encoding, all[i].name
		}
	}
	return all[best].encoding, all[best].name
}

func decodeWords(e encoding.Encoding, words [][]byte) []string {
	texts := make([]string, len(words))
	decoder := e.NewDecoder()
	for i, word := range words {
		text, err := decoder.Bytes(word)
		if err != nil {
			text = []byte("\ufffd")
		}
		texts[i] = string(text)
	}
	return texts
}

// score returns how likely a word is in the likeliest of languages.
func (g *guesser) score(word []rune, languages string) float64 {
	best := math.Inf(-1)
	for language := range strings.FieldsSeq(languages) {
		if g.models[language] == nil {
			g.models[language] = newModel(language)
		}
		best = max(best, g.models[language].score(word))
	}
	return best
}

// shape returns what speaks against a word in any language.
func shape(letters []rune) float64 {
	score := 0.0
	for i, r := range letters {
		before, after := ' ', ' '
		if i > 0 {
			before = letters[i-1]
		}
		if i+1 < len(letters) {
			after = letters[i+1]
		}
		switch {
		case r < 0x80:
		case r == unicode.ReplacementChar || unicode.IsControl(r) || unicode.Is(unicode.Co, r):
			score += noText
		case isLetter(r) || r > 0x500 && r < 0x2000 && unicode.IsPunct(r):
		case isLetter(before) && isLetter(after):
			if r != '’' && r != '·' && r != '–' {
				score += inside
			}
		case (before == ' ' || after == ' ') && strings.ContainsRune("’‘“”„‚–—«»‹›…", r):
		default:
			score += outside
		}
		score += meeting(before, r)
	}
	return score
}

// meeting returns what speaks against two letters side by side.
func meeting(a, b rune) float64 {
	if a < 0x80 && b < 0x80 {
		return 0
	}
	ofA, ofB := alphabet(a), alphabet(b)
	switch {
	case ofA != nil && ofB != nil && ofA != ofB:
		return mixed
	case unicode.IsLower(a) && isCharacter(b) || isCharacter(a) && unicode.IsLower(b):
		return around
	case unicode.IsLower(a) && unicode.IsUpper(b):
		return wrongCase
	}
	return 0
}

// isLetter reports whether r belongs to a word.
func isLetter(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) }

// isCharacter reports whether r is of a script that has no small letters and
// stands in pairs of bytes.
func isCharacter(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hangul, unicode.Katakana, unicode.Hiragana)
}

// alphabet returns the script of a letter of an alphabet, nil for anything else.
func alphabet(r rune) *unicode.RangeTable {
	for _, script := range []*unicode.RangeTable{unicode.Latin, unicode.Cyrillic, unicode.Greek, unicode.Arabic, unicode.Hebrew, unicode.Thai} {
		if unicode.Is(script, r) {
			return script
		}
	}
	return nil
}
