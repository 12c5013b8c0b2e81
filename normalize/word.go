package normalize

import (
	"slices"
	"unicode"

	"github.com/partyscreen/partyscreen/normalize/internal/compiled"
)

// separator is what stands before a word, the strongest if several.
type separator uint8

const (
	none        separator = iota // a change of script, or nothing
	joint                        // hyphen, ampersand: parts of one word
	dot                          // a full stop without space
	space                        // also a full stop and space
	comma                        // a trailing part may begin: place, legal form
	openBracket                  // a bracket opens or closes
	strong                       // slash, semicolon, spaced dash: another party may begin
)

// word is a run of letters and digits of one script, before it is known what
// it means.
type word struct {
	text       string // Latin letters; native letters where there is no romanisation
	native     string // folded letters in its own script
	others     []string
	key        compiled.Digest // of native
	fact       fact            // what the vocabulary says about native
	start, end int
	humps      []int32 // byte offsets in text at which a capital follows a small letter
	chars      []char  // of a word in a script without spaces, which is cut further
	at         int32   // where the text begins in the letters of a plain name, or apart
	first      int32   // where its initial stands in these, or would, or apart
	depth      int32   // of the brackets around it
	script     Script
	before     separator
	form       form // set if a legal form of formWords words begins here
	formWords  uint8
	cut        bool   // an abbreviation's full stop follows
	upper      bool   // written in capitals only
	lower      bool   // written without capitals
	wide       bool   // two spaces or more stand before it
	noise      bool   // not part of a name
	digits     bool   // has digits
	asIs       bool   // known to be no misread vocabulary
	corrected  string // the vocabulary word that this is probably a typing error of
}

// apart is the place of a text that is no part of the letters of a plain name.
const apart = -1

// lookUp finds out what the vocabulary says about the word.
func (w *word) lookUp() {
	w.key = compiled.Of(w.native)
	w.fact = findKey(w.key)
	w.digits, w.asIs = hasDigit(w.text), false
}

// maxWords bounds the words of one name; what is longer is no name.
const maxWords = 64

// textFact returns what the vocabulary says about the text of the word.
func (w *word) textFact() fact {
	if w.script == Latin {
		return w.fact
	}
	return find(w.text)
}

// take repairs a raw name and cuts it into words.
func (w *Workspace) take(raw string) {
	w.cleaner.take(raw)
	chars := w.cleaner.chars
	w.name.Repairs = w.cleaner.repairs
	sep, depth, wide := none, int32(0), false
	for i := 0; i < len(chars) && len(w.words) <= maxWords; {
		c := chars[i]
		if !wordAt(chars, i) {
			wide = wide || c.r == ' ' && i > 0 && chars[i-1].r == ' '
			sep, depth = separate(sep, depth, chars, i)
			if n := len(w.words); c.r == '.' && n > 0 && c.start == w.words[n-1].end {
				w.words[n-1].cut = true
			}
			if c.r == '&' {
				w.words = append(w.words, word{text: "and", native: "and", at: apart, first: apart, script: Latin, before: max(sep, joint), depth: depth, start: c.start, end: c.end})
				w.words[len(w.words)-1].lookUp()
				sep = joint
			}
			i++
			continue
		}
		j := wordEnd(chars, i)
		next, masked := w.newWord(chars[i:j])
		if masked {
			w.name.Repairs = append(w.name.Repairs, "look-alike letters of another alphabet were folded")
		}
		next.before, next.depth, next.wide = sep, depth, wide
		if len(w.words) == 0 {
			next.before = strong
		}
		if next.text != "" {
			if next.chars == nil {
				next.lookUp()
			}
			w.words = append(w.words, next)
		}
		sep, wide, i = none, false, j
	}
}

// wordAt reports whether the character at i belongs to a word: letters,
// digits, and signs that stand for letters inside a word (D@hua, $enseTime).
func wordAt(chars []char, i int) bool {
	r := chars[i].r
	if isWordRune(r) {
		return true
	}
	if leetSign(r) == 0 {
		return false
	}
	before, behind := i > 0 && asciiWord(chars[i-1].r), i+1 < len(chars) && asciiWord(chars[i+1].r)
	switch {
	case !behind:
		return (r == '$' || r == '@') && before && disguised(chars[:i]) // H0$$31N$
	case i == 0 || chars[i-1].r == ' ' || chars[i-1].r == '-':
		return (r == '$' || r == '@') && asciiLetter(chars[i+1].r)
	}
	return before || leetSign(chars[i-1].r) != 0
}

// disguised reports whether the word that chars end in has digits or signs for
// letters already.
func disguised(chars []char) bool {
	signs, letters := false, false
	for i := len(chars) - 1; i >= 0 && (asciiWord(chars[i].r) || leetSign(chars[i].r) != 0); i-- {
		letters = letters || asciiLetter(chars[i].r)
		signs = signs || !asciiLetter(chars[i].r)
	}
	return signs && letters
}

func asciiWord(r rune) bool { return asciiLetter(r) || isDigit(r) }

// leetSign returns the letter for which a sign is drawn, or 0.
func leetSign(r rune) rune {
	switch r {
	case '@':
		return 'a'
	case '$':
		return 's'
	case '!', '|':
		return 'i'
	case '€':
		return 'e'
	}
	return 0
}

func asciiLetter(r rune) bool { return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' }

// isApostrophe reports marks that stand inside words and are left out:
// People's, Gong'an, Ho-t‘ien.
func isApostrophe(r rune) bool {
	switch r {
	case '\'', '’', '‘', '`', '´', 'ʼ', 'ʻ', 'ʹ', 'ʽ', '＇', '?':
		return true
	}
	return false
}

// isElision reports what French and Italian leave of an article or preposition
// before a vowel, in lower case as they write it: de l'Intérieur, dell'Acqua.
// O'Brien and D'Angelo are one word.
func isElision(chars []char) bool {
	var buf [4]byte
	text := buf[:0]
	for _, c := range chars {
		if len(text) == len(buf) || c.r < 'a' || c.r > 'z' {
			return false
		}
		text = append(text, byte(c.r))
	}
	switch string(text) {
	case "d", "l", "dell", "nell", "sull", "dall", "all", "qu":
		return true
	}
	return false
}

// wordEnd returns the end of the word that begins at i. Unspaced scripts and
// alphabets are never in one word, other alphabets may be: they look alike.
func wordEnd(chars []char, i int) int {
	unspacedRun := scriptOf(chars[i].r).unspaced() && !isDigit(chars[i].r)
	for j := i + 1; ; j++ {
		if j >= len(chars) {
			return j
		}
		r := chars[j].r
		switch {
		case isApostrophe(r) && isElision(chars[i:j]) && j+2 < len(chars) && isWordRune(chars[j+2].r):
			return j
		case isApostrophe(r) && j+1 < len(chars) && isWordRune(chars[j+1].r) && !unspacedRun &&
			(r != '?' || asciiLetter(chars[j-1].r) && asciiLetter(chars[j+1].r)):
			continue
		case !wordAt(chars, j):
			return j
		case unicode.Is(unicode.M, r):
			continue
		}
		if unspacedRun {
			if s := scriptOf(r); isDigit(r) || !s.unspaced() || s != scriptOf(chars[i].r) && r != 'ー' {
				return j
			}
		} else if scriptOf(r).unspaced() {
			return j
		}
	}
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

// separate widens the separator before the next word by the character at i.
func separate(sep separator, depth int32, chars []char, i int) (separator, int32) {
	at := func(k int) rune {
		if k < 0 || k >= len(chars) {
			return ' '
		}
		return chars[k].r
	}
	return widen(sep, depth, chars[i].r, [...]rune{at(i - 2), at(i - 1), at(i + 1), at(i + 2)})
}

// widen widens a separator by a character with the two before it and the two
// behind it.
func widen(sep separator, depth int32, r rune, around [4]rune) (separator, int32) {
	switch r {
	case '(', '[', '{', '<', '（', '【', '「', '『', '《':
		return max(sep, openBracket), depth + 1
	case ')', ']', '}', '>', '）', '】', '」', '』', '》':
		return max(sep, openBracket), max(0, depth-1)
	case '/':
		if isSlashForm(around[0], around[1], around[2], around[3]) {
			return max(sep, joint), depth
		}
		return strong, depth
	case ';', '\\', '|', '；', '、', ':', '：', '*':
		return strong, depth
	case '-', '–', '—', '‐', '‑', '−':
		if around[1] == ' ' && around[2] == ' ' {
			return strong, depth
		}
		return max(sep, joint), depth
	case ',', '，', '#':
		return max(sep, comma), depth
	case '.':
		return max(sep, dot), depth
	case '\'', '’', '‘', '`', '´', '&', '+':
		return max(sep, joint), depth
	default:
		return max(sep, space), depth
	}
}

// isSlashForm reports the slash in a legal form: A/S, K/S, I/S, P/S, S/A. Before
// and behind stand the letters' neighbours.
func isSlashForm(before, a, b, behind rune) bool {
	if asciiWord(before) || asciiWord(behind) || behind == '/' {
		return false
	}
	switch a {
	case 'A', 'K', 'I', 'P':
		return b == 'S'
	case 'S':
		return b == 'A'
	}
	return false
}

// newWord romanises and folds one word.
func (w *Workspace) newWord(chars []char) (word, bool) {
	next := word{at: apart, first: apart, start: chars[0].start, end: chars[len(chars)-1].end}
	plain := chars
	if slices.ContainsFunc(chars, func(c char) bool { return leetSign(c.r) != 0 || isApostrophe(c.r) }) {
		plain = make([]char, 0, len(chars))
		for _, c := range chars {
			if l := leetSign(c.r); l != 0 {
				c.r = l
			}
			if !isApostrophe(c.r) {
				plain = append(plain, c)
			}
		}
	}
	var masked bool
	plain, next.script, masked = unmask(plain)
	if next.script == Latin {
		w.foldWord(&next, plain)
		if n := len(chars); n > 3 && isApostrophe(chars[n-2].r) && chars[n-1].r|0x20 == 's' {
			next.others = append(next.others, next.text[:len(next.text)-1]) // China's
		}
		return next, masked
	}
	native := w.runes[:0]
	for _, c := range plain {
		native = foldNative(native, c.r, next.script)
	}
	w.runes = native
	next.native = string(native)
	if next.script.unspaced() && len(native) == len(plain) {
		next.chars, next.text = plain, next.native // romanised when it is cut
		return next, masked
	}
	if next.script == Arabic {
		if raw := letters(plain); isUyghur(raw) {
			native = raw // the folds of Arabic would take its vowels for one another
		}
	}
	next.romanise(native)
	return next, masked
}

// foldWord folds a word in Latin letters.
func (w *Workspace) foldWord(next *word, chars []char) {
	next.upper, next.lower = true, true
	text, humps := w.folded[:0], len(w.humps)
	var last rune
	for _, c := range chars {
		if 'a' <= c.r && c.r <= 'z' {
			next.upper = false
		}
		if 'A' <= c.r && c.r <= 'Z' {
			next.lower = false
			if 'a' <= last && last <= 'z' {
				w.humps = append(w.humps, int32(len(text)))
			}
		}
		text = foldLatin(text, c.r)
		last = c.r
	}
	w.folded = text
	next.text = string(text)
	next.native = next.text
	next.humps = w.humps[humps:]
	next.others = umlautWords(chars)
}

// romanise gives a word its Latin letters.
func (w *word) romanise(native []rune) {
	if latin := romanise(native, w.script); len(latin) > 0 {
		w.text, w.others = latin[0], latin[1:]
	} else {
		w.text = w.native
	}
}

// romaniseWords romanises the words that are still to be cut as they are.
func romaniseWords(ws []word) {
	for i := range ws {
		if ws[i].chars != nil {
			ws[i].romanise([]rune(ws[i].native))
			ws[i].lookUp()
		}
	}
}

// letters returns the letters of a word without marks.
func letters(chars []char) []rune {
	out := make([]rune, 0, len(chars))
	for _, c := range chars {
		if !unicode.Is(unicode.M, c.r) {
			out = append(out, c.r)
		}
	}
	return out
}

// umlautWords returns the spelling of a word with ä, ö, ü, å and ø written as
// two letters (Mueller), if it has such a letter.
func umlautWords(chars []char) []string {
	if !slices.ContainsFunc(chars, func(c char) bool { return umlaut(c.r) != 0 }) {
		return nil
	}
	var text []byte
	for _, c := range chars {
		text = foldLatin(text, c.r)
		if second := umlaut(c.r); second != 0 {
			text = append(text, second)
		}
	}
	return []string{string(text)}
}

// umlaut returns the second of the two letters that a letter is written as, or 0.
func umlaut(r rune) byte {
	switch r {
	case 'ä', 'Ä', 'ö', 'Ö', 'ü', 'Ü', 'ø', 'Ø':
		return 'e'
	case 'å', 'Å':
		return 'a'
	}
	return 0
}
