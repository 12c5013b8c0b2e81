package normalize

// Russian writes Chinese names after Palladius (Kafarov), by syllable: 厦门 is
// Сямэнь and 石河子 is Шихэцзы. A word that consists of such syllables alone is
// also read back into pinyin.

// palladiusInitials pairs initial consonants, longest first.
var palladiusInitials = [...][2]string{
	{"чж", "zh"}, {"цз", "z"}, {"б", "b"}, {"п", "p"}, {"м", "m"}, {"ф", "f"}, {"д", "d"},
	{"т", "t"}, {"н", "n"}, {"л", "l"}, {"г", "g"}, {"к", "k"}, {"х", "h"}, {"ч", "ch"},
	{"ш", "sh"}, {"ж", "r"}, {"ц", "c"}, {"с", "s"}, {"в", "w"}, {"", ""},
}

// palladiusFinals pairs the rest of a syllable. A final that softens the
// initial (я, ю, и, е) turns z, c, s into j, q, x.
var palladiusFinals = [...]struct {
	russian, plain string
	soft           bool
}{
	{"янь", "ian", true}, {"ян", "iang", true}, {"яо", "iao", true}, {"я", "ia", true},
	{"юань", "uan", true}, {"юэ", "ue", true}, {"юй", "u", true}, {"юн", "iong", true}, {"юнь", "un", true}, {"ю", "iu", true},
	{"инь", "in", true}, {"ин", "ing", true}, {"и", "i", true}, {"е", "ie", true},
	{"уань", "uan", false}, {"уан", "uang", false}, {"уай", "uai", false}, {"уа", "ua", false},
	{"унь", "un", false}, {"ун", "ong", false}, {"уй", "ui", false}, {"уэй", "ui", false}, {"о", "uo", false}, {"у", "u", false},
	{"ань", "an", false}, {"ан", "ang", false}, {"ай", "ai", false}, {"ао", "ao", false}, {"а", "a", false},
	{"энь", "en", false}, {"эн", "eng", false}, {"эй", "ei", false}, {"эр", "er", false}, {"э", "e", false},
	{"оу", "ou", false}, {"ы", "i", false},
}

// palladius returns the pinyin of a Russian rendering of a Chinese word, or
// the empty string if the word does not consist of at least two such
// syllables.
func palladius(word []rune) string {
	if len(word) < 3 || len(word) > 40 {
		return ""
	}
	out, ok := palladiusRest(string(word), 0)
	if !ok {
		return ""
	}
	return out
}

func palladiusRest(word string, syllables int) (string, bool) {
	if word == "" {
		return "", syllables >= 2
	}
	if syllables > 6 {
		return "", false
	}
	for _, initial := range palladiusInitials {
		if len(word) < len(initial[0]) || word[:len(initial[0])] != initial[0] {
			continue
		}
		rest := word[len(initial[0]):]
		// The longest final that leaves readable syllables wins.
		for size := len(rest); size > 0; size-- {
			for _, final := range palladiusFinals {
				if len(final.russian) != size || rest[:size] != final.russian {
					continue
				}
				syllable := joinPinyin(initial[1], final.plain, final.soft)
				if !isPinyin(syllable) {
					continue
				}
				if tail, ok := palladiusRest(rest[size:], syllables+1); ok {
					return syllable + tail, true
				}
			}
		}
	}
	return "", false
}

// joinPinyin writes one syllable after the rules of pinyin spelling.
func joinPinyin(initial, final string, soft bool) string {
	if soft {
		switch initial {
		case "z":
			initial = "j"
		case "c":
			initial = "q"
		case "s":
			initial = "x"
		case "":
			return yInitial(final)
		}
		return initial + final
	}
	switch {
	case initial == "" && final == "u":
		return "wu"
	case initial == "w" && final == "uo", initial == "b" && final == "uo", initial == "p" && final == "uo",
		initial == "m" && final == "uo", initial == "f" && final == "uo":
		return initial + "o"
	case initial == "" && final[0] == 'u':
		return "w" + final[1:]
	}
	return initial + final
}

// yInitial spells a soft final that has no consonant before it.
func yInitial(final string) string {
	switch final {
	case "in", "ing", "i":
		return "y" + final
	case "u", "ue", "uan", "un":
		return "y" + final
	case "iu":
		return "you"
	}
	return "y" + final[1:]
}
