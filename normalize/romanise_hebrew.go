package normalize

// hebrewManner is a way to read the Hebrew alphabet.
type hebrewManner struct {
	soft bool   // ב v and כ kh after a vowel, פ f, ח ch
	vav  string // ו as a vowel
	heh  string // ה at the end
	fill string // the short vowels that are not written
}

// romaniseHebrew reads Hebrew. The first form has the written letters alone,
// unless the word is a name that everyone spells alike; the others fill in
// short vowels and take the letters with two sounds for the softer one.
func romaniseHebrew(word []rune) []string {
	var out []string
	for _, m := range [...]hebrewManner{
		{vav: "o", heh: "a"},
		{vav: "o", heh: "a", fill: "a"},
		{soft: true, vav: "u", heh: "ah", fill: "e"},
		{soft: true, vav: "o", heh: "a", fill: "a"},
	} {
		var buf [32]abjadSound
		sounds, ok := hebrewSounds(buf[:0], word, &m)
		if !ok {
			return nil
		}
		if len(out) == 0 {
			for _, name := range hebrewName(word) {
				out = addForm(out, name)
			}
		}
		out = addForm(out, fillVowels(sounds, m.fill))
	}
	return out
}

// hebrewSounds appends the sounds of a word. Which letter is a vowel depends on
// its neighbours.
func hebrewSounds(dst []abjadSound, word []rune, m *hebrewManner) ([]abjadSound, bool) {
	for i := 0; i < len(word); i++ {
		r, next := word[i], letterAt(word, i+1)
		last := i == len(word)-1
		afterVowel := endsInVowel(dst)
		s := abjadSound{"", true}
		switch r {
		case 'א':
			if next == 'ו' && letterAt(word, i+2) != 'ו' {
				continue // the vav says which vowel
			}
			if afterVowel && !last {
				continue
			}
			s.letters = "a"
			if i == 0 && next == 'י' {
				s.letters = "i"
				i++
			}
		case 'ע':
			if next == 'ו' || next == 'י' || next == 'א' || afterVowel && last {
				continue
			}
			s.letters = "a"
		case 'ו':
			switch {
			case next == 'ו':
				s = abjadSound{"v", false}
				i++
			case i == 0 && !last, next == 'א', next == 'ה' && i+2 == len(word), afterVowel && word[i-1] != 'א' && word[i-1] != 'ע':
				s = abjadSound{"v", false}
			default:
				s.letters = m.vav
			}
		case 'ױ':
			s.letters = "oi"
		case 'ײ':
			s.letters = "ai"
		case 'װ':
			s = abjadSound{"v", false}
		case 'י':
			switch {
			case i == len(word)-3 && string(word[i:]) == "יהו":
				// Names that end in that of God: Netanyahu.
				return append(dst, abjadSound{"y", false}, abjadSound{"a", true}, abjadSound{"h", false}, abjadSound{"u", true}), true
			case next == 'י':
				s.letters = "ai"
				i++
			case i == 0, afterVowel, next == 'ו', next == 'א', next == 'ה' && i+2 == len(word):
				s = abjadSound{"y", false}
			default:
				s.letters = "i"
			}
			if next == 'ה' && i+2 == len(word) && !s.vowel && !afterVowel {
				dst = append(dst, abjadSound{"i", true})
			}
		case 'ה':
			if last && i > 0 && !afterVowel {
				s.letters = m.heh
			} else {
				s = abjadSound{"h", false}
			}
		default:
			s = abjadSound{hebrewConsonant(r, m.soft && i > 0), false}
			if s.letters == "" {
				return nil, false
			}
		}
		dst = append(dst, s)
	}
	return dst, true
}

func hebrewConsonant(r rune, soft bool) string {
	switch r {
	case 'ב':
		if soft {
			return "v"
		}
		return "b"
	case 'ג':
		return "g"
	case 'ד':
		return "d"
	case 'ז':
		return "z"
	case 'ח':
		if soft {
			return "ch"
		}
		return "h"
	case 'ט', 'ת':
		return "t"
	case 'כ':
		if soft {
			return "kh"
		}
		return "k"
	case 'ך':
		return "kh"
	case 'ק':
		return "k"
	case 'ל':
		return "l"
	case 'מ', 'ם':
		return "m"
	case 'נ', 'ן':
		return "n"
	case 'ס':
		return "s"
	case 'פ':
		if soft {
			return "f"
		}
		return "p"
	case 'ף':
		return "f"
	case 'צ', 'ץ':
		return "tz"
	case 'ר':
		return "r"
	case 'ש':
		return "sh"
	}
	return ""
}

// hebrewName gives the spellings of frequent names.
func hebrewName(word []rune) [2]string {
	if len(word) > 7 {
		return [2]string{}
	}
	switch string(word) {
	case "בנימין":
		return [2]string{"binyamin", "benjamin"}
	case "נתניהו":
		return [2]string{"netanyahu"}
	case "משה":
		return [2]string{"moshe"}
	case "דוד":
		return [2]string{"david"}
	case "יוסף":
		return [2]string{"yosef", "joseph"}
	case "אברהם":
		return [2]string{"avraham", "abraham"}
	case "יעקב":
		return [2]string{"yaakov", "jacob"}
	case "יצחק":
		return [2]string{"yitzhak", "isaac"}
	case "ישראל":
		return [2]string{"yisrael", "israel"}
	case "שלמה":
		return [2]string{"shlomo", "solomon"}
	case "שמעון":
		return [2]string{"shimon", "simon"}
	case "שמואל":
		return [2]string{"shmuel", "samuel"}
	case "אהרן", "אהרון":
		return [2]string{"aharon", "aaron"}
	case "חיים":
		return [2]string{"haim", "chaim"}
	case "יהודה":
		return [2]string{"yehuda", "judah"}
	case "מיכאל":
		return [2]string{"michael", "mikhael"}
	case "דניאל":
		return [2]string{"daniel"}
	case "גבריאל":
		return [2]string{"gabriel", "gavriel"}
	case "כהן":
		return [2]string{"cohen", "kohen"}
	case "לוי":
		return [2]string{"levi", "levy"}
	case "בן":
		return [2]string{"ben"}
	case "בר":
		return [2]string{"bar"}
	case "בת":
		return [2]string{"bat"}
	case "שרה":
		return [2]string{"sara", "sarah"}
	case "רחל":
		return [2]string{"rachel", "rahel"}
	case "מרים":
		return [2]string{"miriam"}
	case "אסתר":
		return [2]string{"ester", "esther"}
	}
	return [2]string{}
}
