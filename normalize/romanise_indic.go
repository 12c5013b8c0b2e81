package normalize

// The Brahmic blocks from U+0900 to U+0D7F have 128 places each, with like
// letters in like places: क, ক, ਕ and க are all the sixteenth from their
// block's 05. Sinhala, the block after them, has an order of its own.
const (
	indicFirst   = 0x0900
	indicBlock   = 0x80
	sinhalaFirst = 0x0D80
)

// indicScript is the number of a block.
type indicScript int

const (
	devanagari indicScript = iota
	bengali
	gurmukhi
	gujarati
	odia
	tamil
	telugu
	kannada
	malayalam
	sinhala
)

// deletesSchwa reports the scripts of languages that leave off the unwritten a
// at the end of a word: Ram, not Rama.
func (s indicScript) deletesSchwa() bool { return s <= gujarati }

// Places in the parallel layout.
const (
	indicCandrabindu = 0x01
	indicAnusvara    = 0x02
	indicVisarga     = 0x03
	indicNukta       = 0x3C
	indicVirama      = 0x4D
	indicTippi       = 0x70 // Gurmukhi only
	indicAddak       = 0x71
)

// indicVowels gives the vowels that stand alone and the signs of vowels after
// consonants, by place.
var indicVowels = [indicBlock]string{
	0x04: "a", 0x05: "a", 0x06: "a", 0x07: "i", 0x08: "i", 0x09: "u", 0x0A: "u", 0x0B: "ri", 0x0C: "li",
	0x0D: "e", 0x0E: "e", 0x0F: "e", 0x10: "ai", 0x11: "o", 0x12: "o", 0x13: "o", 0x14: "au",
	0x3A: "o", 0x3B: "o",
	0x3E: "a", 0x3F: "i", 0x40: "i", 0x41: "u", 0x42: "u", 0x43: "ri", 0x44: "ri",
	0x45: "e", 0x46: "e", 0x47: "e", 0x48: "ai", 0x49: "o", 0x4A: "o", 0x4B: "o", 0x4C: "au", 0x4E: "e", 0x4F: "au",
	0x50: "om", 0x55: "e", 0x56: "ai", 0x57: "au", 0x60: "ri", 0x61: "li", 0x62: "li", 0x63: "li", 0x72: "e",
}

// indicConsonants gives the consonants by place.
var indicConsonants = [indicBlock]string{
	0x15: "k", 0x16: "kh", 0x17: "g", 0x18: "gh", 0x19: "n",
	0x1A: "ch", 0x1B: "chh", 0x1C: "j", 0x1D: "jh", 0x1E: "n",
	0x1F: "t", 0x20: "th", 0x21: "d", 0x22: "dh", 0x23: "n",
	0x24: "t", 0x25: "th", 0x26: "d", 0x27: "dh", 0x28: "n", 0x29: "n",
	0x2A: "p", 0x2B: "ph", 0x2C: "b", 0x2D: "bh", 0x2E: "m",
	0x2F: "y", 0x30: "r", 0x31: "r", 0x32: "l", 0x33: "l", 0x34: "zh", 0x35: "v",
	0x36: "sh", 0x37: "sh", 0x38: "s", 0x39: "h",
	0x58: "q", 0x59: "kh", 0x5A: "gh", 0x5B: "z", 0x5C: "r", 0x5D: "rh", 0x5E: "f", 0x5F: "y",
}

// sinhalaVowels and sinhalaConsonants are likewise for Sinhala.
var sinhalaVowels = [indicBlock]string{
	0x05: "a", 0x06: "a", 0x07: "a", 0x08: "a", 0x09: "i", 0x0A: "i", 0x0B: "u", 0x0C: "u", 0x0D: "ri", 0x0E: "ri",
	0x0F: "li", 0x10: "li", 0x11: "e", 0x12: "e", 0x13: "ai", 0x14: "o", 0x15: "o", 0x16: "au",
	0x4F: "a", 0x50: "a", 0x51: "a", 0x52: "i", 0x53: "i", 0x54: "u", 0x56: "u", 0x58: "ru",
	0x59: "e", 0x5A: "e", 0x5B: "ai", 0x5C: "o", 0x5D: "o", 0x5E: "au", 0x5F: "li", 0x72: "ru", 0x73: "li",
}

var sinhalaConsonants = [indicBlock]string{
	0x1A: "k", 0x1B: "kh", 0x1C: "g", 0x1D: "gh", 0x1E: "n", 0x1F: "ng",
	0x20: "ch", 0x21: "chh", 0x22: "j", 0x23: "jh", 0x24: "n", 0x25: "gn", 0x26: "nj",
	0x27: "t", 0x28: "th", 0x29: "d", 0x2A: "dh", 0x2B: "n", 0x2C: "nd",
	0x2D: "th", 0x2E: "th", 0x2F: "d", 0x30: "dh", 0x31: "n", 0x33: "nd",
	0x34: "p", 0x35: "ph", 0x36: "b", 0x37: "bh", 0x38: "m", 0x39: "mb",
	0x3A: "y", 0x3B: "r", 0x3D: "l", 0x40: "w", 0x41: "sh", 0x42: "sh", 0x43: "s", 0x44: "h", 0x45: "l", 0x46: "f",
}

const sinhalaVirama = 0x4A

// indicLetter gives what a letter is read as in its script, and whether that is
// a consonant.
func indicLetter(s indicScript, place rune) (string, bool) {
	switch s {
	case sinhala:
		if c := sinhalaConsonants[place]; c != "" {
			return c, true
		}
		return sinhalaVowels[place], false
	case bengali:
		switch place {
		case 0x4E: // ৎ, a t without vowel; see readIndic
			return "t", true
		case 0x70:
			return "r", true
		case 0x71:
			return "w", true
		}
	case odia:
		switch place {
		case 0x5C:
			return "d", true
		case 0x71:
			return "w", true
		}
	case gurmukhi:
		if place >= indicTippi && place != 0x74 {
			return "", false
		}
	case tamil:
		switch place {
		case 0x1E:
			return "nj", true
		case 0x24:
			return "th", true
		}
	case malayalam:
		if 0x7A <= place && place <= 0x7F { // letters without vowel
			return [...]string{"n", "n", "r", "l", "l", "k"}[place-0x7A], true
		}
	}
	if c := indicConsonants[place]; c != "" {
		return c, true
	}
	return indicVowels[place], false
}

// dottedIndic gives a consonant with a dot below.
func dottedIndic(place rune, s indicScript) string {
	switch place {
	case 0x15:
		return "q"
	case 0x16:
		return "kh"
	case 0x17:
		return "gh"
	case 0x1C:
		return "z"
	case 0x21:
		if s == odia { // Odisha
			return "d"
		}
		return "r"
	case 0x22:
		return "rh"
	case 0x2B:
		return "f"
	case 0x2F:
		return "y"
	case 0x38:
		return "sh"
	}
	text, _ := indicLetter(s, place)
	return text
}

// An akshara is a consonant with the vowel after it, or a vowel alone.
type akshara struct {
	consonant, vowel string
	inherent         bool   // the vowel is the unwritten a
	after            string // nasal or breath
}

// indicManner is a way to write a word out.
type indicManner struct {
	final    bool   // leave off the unwritten a at the end
	medial   bool   // and within the word between a vowel and a syllable
	inherent string // what the unwritten a is written as
	voiced   bool   // Tamil k, t, p as g, d, b where they sound so
}

// romaniseIndic reads the Brahmic scripts as names in them are listed: first
// without the unwritten a at the end where the language leaves it off, then
// without those within the word that it swallows (Manmohan), then with all.
func romaniseIndic(word []rune) []string {
	var buf [32]akshara
	list, s, ok := readIndic(buf[:0], word)
	if !ok {
		return nil
	}
	var out []string
	write := func(m indicManner) { out = addForm(out, spellIndic(list, s, m)) }
	switch {
	case s.deletesSchwa():
		write(indicManner{final: true, inherent: "a"})
		write(indicManner{final: true, medial: true, inherent: "a"})
		write(indicManner{inherent: "a"})
		if s == bengali {
			write(indicManner{final: true, medial: true, inherent: "o"})
		}
	case s == tamil:
		write(indicManner{inherent: "a", voiced: true})
		write(indicManner{inherent: "a"})
	default:
		write(indicManner{inherent: "a"})
		if s != sinhala {
			write(indicManner{final: true, inherent: "a"})
		}
	}
	return out
}

func readIndic(dst []akshara, word []rune) ([]akshara, indicScript, bool) {
	script := devanagari
	double := false // after addak
	for i := 0; i < len(word); i++ {
		r := word[i]
		if r < indicFirst || r >= sinhalaFirst+indicBlock {
			return nil, 0, false
		}
		s, place := indicScript((r-indicFirst)/indicBlock), (r-indicFirst)%indicBlock
		if i == 0 {
			script = s
		}
		if s != script {
			return nil, 0, false
		}
		n := len(dst)
		switch {
		case place == indicAnusvara || place == indicCandrabindu || s == gurmukhi && place == indicTippi:
			if n > 0 {
				dst[n-1].after = "n"
			}
			continue
		case place == indicVisarga:
			if s == tamil && letterAt(word, i+1) == 0x0BAA { // ஃப is f
				dst = append(dst, akshara{consonant: "f", vowel: "a", inherent: true})
				i++
			} else if n > 0 {
				dst[n-1].after = "h"
			}
			continue
		case place == indicVirama && s != sinhala || place == sinhalaVirama && s == sinhala:
			if n > 0 {
				dst[n-1].vowel, dst[n-1].inherent = "", false
			}
			continue
		case s == gurmukhi && place == indicAddak:
			double = true
			continue
		case s == gurmukhi && (place == 0x72 || place == 0x73): // carriers of a vowel sign
			dst = append(dst, akshara{})
			continue
		case place == 0x3D && s != sinhala: // a mark of elision
			continue
		}
		text, consonant := indicLetter(s, place)
		if consonant && letterAt(word, i+1) == r-place+indicNukta && s != sinhala {
			text = dottedIndic(place, s)
			i++
		}
		switch {
		case text == "":
			return nil, 0, false
		case place == 0x1E && s != sinhala && n > 0 && dst[n-1].consonant == "j" && dst[n-1].vowel == "":
			dst[n-1] = akshara{consonant: "gy", vowel: "a", inherent: true} // ज्ञ
			if !s.deletesSchwa() {
				dst[n-1].consonant = "gn"
			}
		case consonant:
			a := akshara{consonant: text, vowel: "a", inherent: true}
			if double {
				a.consonant, double = text[:1]+text, false
			}
			if s == bengali && place == 0x4E || s == malayalam && place >= 0x7A {
				a.vowel, a.inherent = "", false
			}
			dst = append(dst, a)
		case n > 0 && isIndicSign(s, place):
			dst[n-1].vowel, dst[n-1].inherent = text, false
		default:
			dst = append(dst, akshara{vowel: text})
		}
	}
	return dst, script, true
}

func isIndicSign(s indicScript, place rune) bool {
	if s == sinhala {
		return place > sinhalaVirama
	}
	return 0x3A <= place && place < 0x50 || 0x55 <= place && place <= 0x57 || place == 0x62 || place == 0x63
}

// spellIndic writes the word in one manner.
func spellIndic(list []akshara, s indicScript, m indicManner) string {
	out := make([]byte, 0, 4*len(list))
	dropped := false // the unwritten a before was left out
	for i, a := range list {
		consonant := a.consonant
		if m.voiced {
			consonant = voicedTamil(list, i)
		}
		out = append(out, consonant...)
		dropped = a.inherent && dropsSchwa(list, i, dropped, m)
		switch {
		case a.inherent && !dropped:
			out = append(out, m.inherent...)
		case !a.inherent:
			out = append(out, a.vowel...)
		}
		if a.after == "n" {
			a.after = indicNasal(list, i, s)
		}
		out = append(out, a.after...)
	}
	return string(out)
}

// dropsSchwa reports whether the unwritten a of the akshara at i is left out.
// After two consonants it is spoken, and after iy (bharatiya).
func dropsSchwa(list []akshara, i int, dropped bool, m indicManner) bool {
	if i == 0 || dropped || list[i].after != "" {
		return false
	}
	before := list[i-1]
	if before.vowel == "" {
		return false
	}
	if i == len(list)-1 {
		return m.final && !(list[i].consonant == "y" && before.vowel == "i")
	}
	next := list[i+1]
	lost := i+2 == len(list) && next.inherent && m.final
	return m.medial && next.consonant != "" && next.vowel != "" && !lost
}

// indicNasal spells the nasal after the akshara at i by what follows: Mumbai,
// Hindi, Singh.
func indicNasal(list []akshara, i int, s indicScript) string {
	if i == len(list)-1 {
		if tamil <= s && s <= malayalam {
			return "m"
		}
		return "n"
	}
	switch next := list[i+1].consonant; {
	case next == "h", s == bengali && next == "l": // Singh, Bangladesh
		return "ng"
	case next != "" && (next[0] == 'p' || next[0] == 'b' || next[0] == 'm'):
		return "m"
	}
	return "n"
}

// voicedTamil gives the consonant of the akshara at i as it sounds in Tamil,
// which has one letter each for k and g, t and d, p and b, s, ch and j.
func voicedTamil(list []akshara, i int) string {
	c := list[i].consonant
	double := i+1 < len(list) && list[i].vowel == "" && list[i+1].consonant == c
	nasal := i > 0 && list[i-1].vowel == "" && isNasal(list[i-1].consonant)
	soft := nasal || i > 0 && list[i-1].vowel != "" && list[i].vowel != ""
	second := i > 0 && list[i-1].vowel == "" && list[i-1].consonant == c
	switch c {
	case "k":
		if soft {
			return "g"
		}
	case "t":
		if soft {
			return "d"
		}
	case "p":
		if soft {
			return "b"
		}
	case "th":
		switch {
		case double: // muthu
			return ""
		case nasal:
			return "d"
		}
	case "ch":
		switch {
		case double:
			return ""
		case nasal:
			return "j"
		case !second:
			return "s"
		}
	case "nj":
		if i+1 < len(list) && list[i].vowel == "" && list[i+1].consonant == "ch" {
			return "n"
		}
	case "r":
		if double { // ற்ற
			return "t"
		}
	}
	return c
}

func isNasal(consonant string) bool {
	return consonant == "n" || consonant == "m" || consonant == "nj"
}
