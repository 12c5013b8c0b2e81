package normalize

// greekManner is a way to read Greek letters.
type greekManner uint8

const (
	greekUsual     greekManner = iota // ELOT 743, as in Greek passports
	greekSpoken                       // by ear, as names of other languages are read back: Ντάχουα is Dahua
	greekClassical                    // as in older European spellings: Theophilos, Europe
	greekManners
)

// greekLetters gives the letters from α to ω, folded, in each manner.
var greekLetters = [...][greekManners]string{
	0:         {"a", "a", "a"},
	'β' - 'α': {"v", "v", "b"},
	'γ' - 'α': {"g", "g", "g"},
	'δ' - 'α': {"d", "d", "d"},
	'ε' - 'α': {"e", "e", "e"},
	'ζ' - 'α': {"z", "z", "z"},
	'η' - 'α': {"i", "i", "e"},
	'θ' - 'α': {"th", "th", "th"},
	'ι' - 'α': {"i", "i", "i"},
	'κ' - 'α': {"k", "k", "k"},
	'λ' - 'α': {"l", "l", "l"},
	'μ' - 'α': {"m", "m", "m"},
	'ν' - 'α': {"n", "n", "n"},
	'ξ' - 'α': {"x", "x", "x"},
	'ο' - 'α': {"o", "o", "o"},
	'π' - 'α': {"p", "p", "p"},
	'ρ' - 'α': {"r", "r", "r"},
	'ς' - 'α': {"s", "s", "s"},
	'σ' - 'α': {"s", "s", "s"},
	'τ' - 'α': {"t", "t", "t"},
	'υ' - 'α': {"y", "i", "y"},
	'φ' - 'α': {"f", "f", "ph"},
	'χ' - 'α': {"ch", "h", "ch"},
	'ψ' - 'α': {"ps", "ps", "ps"},
	'ω' - 'α': {"o", "o", "o"},
}

// greekInitials and greekPairs give two letters that are read as one, at the
// beginning of a word and anywhere. A capital V is v or f, by what follows.
func greekInitials(pair [2]rune) [greekManners]string {
	switch pair {
	case [2]rune{'μ', 'π'}:
		return [greekManners]string{"b", "b", "b"}
	case [2]rune{'ν', 'τ'}:
		return [greekManners]string{"nt", "d", "d"}
	case [2]rune{'γ', 'κ'}:
		return [greekManners]string{"gk", "g", "g"}
	}
	return [greekManners]string{}
}

func greekPairs(pair [2]rune) [greekManners]string {
	switch pair {
	case [2]rune{'α', 'υ'}:
		return [greekManners]string{"aV", "aV", "au"}
	case [2]rune{'ε', 'υ'}:
		return [greekManners]string{"eV", "eV", "eu"}
	case [2]rune{'η', 'υ'}:
		return [greekManners]string{"iV", "iV", "eu"}
	case [2]rune{'ο', 'υ'}:
		return [greekManners]string{"ou", "u", "ou"}
	case [2]rune{'α', 'ι'}:
		return [greekManners]string{"ai", "e", "ae"}
	case [2]rune{'ε', 'ι'}:
		return [greekManners]string{"ei", "i", "ei"}
	case [2]rune{'ο', 'ι'}:
		return [greekManners]string{"oi", "i", "oe"}
	case [2]rune{'γ', 'γ'}:
		return [greekManners]string{"ng", "ng", "ng"}
	case [2]rune{'γ', 'κ'}:
		return [greekManners]string{"gk", "ng", "nk"}
	case [2]rune{'γ', 'ξ'}:
		return [greekManners]string{"nx", "nx", "nx"}
	case [2]rune{'γ', 'χ'}:
		return [greekManners]string{"nch", "nh", "nch"}
	case [2]rune{'μ', 'π'}:
		return [greekManners]string{"mp", "mb", "mp"}
	case [2]rune{'ν', 'τ'}:
		return [greekManners]string{"nt", "nd", "nt"}
	case [2]rune{'τ', 'ζ'}:
		return [greekManners]string{"tz", "j", "tz"}
	}
	return [greekManners]string{}
}

// romaniseGreek reads Greek in the three manners.
func romaniseGreek(word []rune) []string {
	var out []string
	for m := range greekManners {
		text, ok := readGreek(word, m)
		if !ok {
			return nil
		}
		out = addForm(out, text)
	}
	return out
}

func readGreek(word []rune, m greekManner) (string, bool) {
	out := make([]byte, 0, 2*len(word))
	for i := 0; i < len(word); i++ {
		if i+1 < len(word) {
			pair := [2]rune{word[i], word[i+1]}
			both := greekPairs(pair)[m]
			if first := greekInitials(pair)[m]; i == 0 && first != "" {
				both = first
			}
			if n := len(both); n > 0 {
				out = append(out, both...)
				if both[n-1] == 'V' {
					out[len(out)-1] = greekUpsilon(word[i+2:])
				}
				i++
				continue
			}
		}
		r := word[i]
		if r < 'α' || r > 'ω' {
			return "", false
		}
		out = append(out, greekLetters[r-'α'][m]...)
	}
	return string(out), true
}

// greekUpsilon reads the υ of αυ, ευ and ηυ: f before a voiceless consonant
// and at the end, otherwise v.
func greekUpsilon(rest []rune) byte {
	if len(rest) == 0 {
		return 'f'
	}
	switch rest[0] {
	case 'θ', 'κ', 'ξ', 'π', 'σ', 'τ', 'φ', 'χ', 'ψ':
		return 'f'
	}
	return 'v'
}

// maxForms bounds the romanisations of one word.
const maxForms = 4

// addForm appends a romanisation if it is new and there is room.
func addForm(forms []string, form string) []string {
	if form == "" || len(forms) == maxForms {
		return forms
	}
	for _, other := range forms {
		if other == form {
			return forms
		}
	}
	return append(forms, form)
}
