package normalize

import "unicode"

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
	script     Script
	before     separator
	start, end int
	humps      []int  // byte offsets in text at which a capital follows a small letter
	chars      []char // of a word in a script without spaces, which is cut further
	depth      int    // of the brackets around it
	cut        bool   // an abbreviation's full stop follows
	upper      bool   // written in capitals only
	form       form   // set if a legal form of formWords words begins here
	formWords  int
	noise      bool   // not part of a name
	corrected  string // the vocabulary word that this is probably a typing error of
	lower      bool   // written without capitals
	wide       bool   // two spaces or more stand before it
}

// maxWords bounds the words of one name; what is longer is no name.
const maxWords = 64

// words cuts repaired text into words.
func words(chars []char) ([]word, []string) {
	out := make([]word, 0, 8) // most names have fewer words
	var notes []string
	sep, depth, wide := none, 0, false
	for i := 0; i < len(chars); {
		c := chars[i]
		if !wordAt(chars, i) {
			wide = wide || c.r == ' ' && i > 0 && chars[i-1].r == ' '
			sep, depth = separate(sep, depth, chars, i)
			if c.r == '.' && len(out) > 0 && chars[i].start == out[len(out)-1].end {
				out[len(out)-1].cut = true
			}
			if c.r == '&' {
				out = append(out, word{text: "and", native: "and", script: Latin, before: max(sep, joint), depth: depth, start: c.start, end: c.end})
				sep = joint
				if len(out) > maxWords {
					break
				}
			}
			i++
			continue
		}
		j := wordEnd(chars, i)
		w, masked := newWord(chars[i:j])
		if masked {
			notes = append(notes, "look-alike letters of another alphabet were folded")
		}
		w.before, w.depth, w.wide = sep, depth, wide
		if len(out) == 0 {
			w.before = strong
		}
		if w.text != "" {
			out = append(out, w)
		}
		sep, wide, i = none, false, j
		if len(out) > maxWords {
			break
		}
	}
	return out, notes
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
func separate(sep separator, depth int, chars []char, i int) (separator, int) {
	at := func(k int) rune {
		if k < 0 || k >= len(chars) {
			return ' '
		}
		return chars[k].r
	}
	switch r := chars[i].r; r {
	case '(', '[', '{', '<', '（', '【', '「', '『', '《':
		return max(sep, openBracket), depth + 1
	case ')', ']', '}', '>', '）', '】', '」', '』', '》':
		return max(sep, openBracket), max(0, depth-1)
	case '/':
		if isSlashForm(at(i-2), at(i-1), at(i+1), at(i+2)) {
			return max(sep, joint), depth
		}
		return strong, depth
	case ';', '\\', '|', '；', '、', ':', '：', '*':
		return strong, depth
	case '-', '–', '—', '‐', '‑', '−':
		if at(i-1) == ' ' && at(i+1) == ' ' {
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
	switch string([]rune{a, b}) {
	case "AS", "KS", "IS", "PS", "SA":
		return true
	}
	return false
}

// newWord romanises and folds one word.
func newWord(chars []char) (word, bool) {
	w := word{start: chars[0].start, end: chars[len(chars)-1].end}
	plain := make([]char, 0, len(chars))
	for _, c := range chars {
		if l := leetSign(c.r); l != 0 {
			c.r = l
		}
		if !isApostrophe(c.r) {
			plain = append(plain, c)
		}
	}
	var masked bool
	w.script, masked = unmask(plain)
	if w.script == Latin {
		w.upper, w.lower = true, true
		var text []byte
		var last rune
		for _, c := range plain {
			if 'a' <= c.r && c.r <= 'z' {
				w.upper = false
			}
			if 'A' <= c.r && c.r <= 'Z' {
				w.lower = false
			}
			if 'A' <= c.r && c.r <= 'Z' && 'a' <= last && last <= 'z' {
				w.humps = append(w.humps, len(text))
			}
			text = foldLatin(text, c.r)
			last = c.r
		}
		w.text = string(text)
		w.native = w.text
		w.others = umlautWords(plain, w.text)
		if n := len(chars); n > 3 && isApostrophe(chars[n-2].r) && chars[n-1].r|0x20 == 's' {
			w.others = append(w.others, w.text[:len(w.text)-1]) // China's
		}
		return w, masked
	}
	var native []rune
	for _, c := range plain {
		native = foldNative(native, c.r, w.script)
	}
	w.native = string(native)
	if w.script == Arabic {
		if raw := letters(plain); isUyghur(raw) {
			native = raw // the folds of Arabic would take its vowels for one another
		}
	}
	if w.script.unspaced() && len(native) == len(plain) {
		w.chars = plain
	}
	if latin := romanise(native, w.script); len(latin) > 0 {
		w.text, w.others = latin[0], latin[1:]
	} else {
		w.text = w.native
	}
	return w, masked
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
func umlautWords(chars []char, folded string) []string {
	var text []byte
	for _, c := range chars {
		text = foldLatin(text, c.r)
		switch c.r {
		case 'ä', 'Ä', 'ö', 'Ö', 'ü', 'Ü', 'ø', 'Ø':
			text = append(text, 'e')
		case 'å', 'Å':
			text = append(text, 'a')
		}
	}
	if len(text) == len(folded) {
		return nil
	}
	return []string{string(text)}
}
