package normalize

// Hangul syllables are numbered by their initial, vowel and final.
const (
	hangulFirst  = 0xAC00
	hangulLast   = 0xD7A3
	hangulVowels = 21
	hangulFinals = 28
)

// koreanManner is a way to read Hangul.
type koreanManner struct {
	initials, voiced *[19]string // at the beginning; between vowels, m, n, ng, l
	vowels           *[hangulVowels]string
	loan             bool // leave out the vowel ㅡ where other languages have none
}

var (
	// Revised Romanization, official in the south.
	koreanRevised = koreanManner{initials: &koreanInitials, voiced: &koreanInitials, vowels: &koreanVowels}
	// McCune-Reischauer without its marks, nearly as the north writes: Pak
	// Pong Ju, Kim Jong Un.
	koreanNorth = koreanManner{initials: &koreanInitialsNorth, voiced: &koreanVoicedNorth, vowels: &koreanVowelsNorth}
	// Foreign words read back: 하이크비전, haikvizon, is Hikvision.
	koreanLoan = koreanManner{initials: &koreanInitialsLoan, voiced: &koreanInitialsLoan, vowels: &koreanVowelsNorth, loan: true}
)

var (
	koreanInitials      = [19]string{"g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"}
	koreanInitialsNorth = [19]string{"k", "kk", "n", "t", "tt", "r", "m", "p", "pp", "s", "ss", "", "ch", "tch", "ch", "k", "t", "p", "h"}
	koreanVoicedNorth   = [19]string{"g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "tch", "ch", "k", "t", "p", "h"}
	koreanInitialsLoan  = [19]string{"g", "k", "n", "d", "t", "r", "m", "v", "p", "s", "s", "", "z", "z", "ch", "k", "t", "f", "h"}

	koreanVowels      = [hangulVowels]string{"a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu", "ui", "i"}
	koreanVowelsNorth = [hangulVowels]string{"a", "ae", "ya", "yae", "o", "e", "yo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "u", "ui", "i"}

	// koreanFinals gives a final before a consonant and at the end.
	koreanFinals = [hangulFinals]string{"", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng", "t", "t", "k", "t", "p", "t"}
	// koreanLinked gives a final before a vowel, to which it moves.
	koreanLinked = [hangulFinals]string{"", "g", "kk", "ks", "n", "nj", "n", "d", "r", "lg", "lm", "lb", "ls", "lt", "lp", "r", "m", "b", "ps", "s", "ss", "ng", "j", "ch", "k", "t", "p", ""}
)

// Numbers of the letters that the rules name.
const (
	initialGiyeok   = 0
	initialNieun    = 2
	initialDigeut   = 3
	initialRieul    = 5
	initialMieum    = 6
	initialNone     = 11
	initialJieut    = 12
	vowelEu         = 18
	vowelI          = 20
	finalNieunHieut = 6
	finalRieul      = 8
	finalRieulHieut = 15
	finalHieut      = 27
)

// romaniseKorean reads Hangul in the Revised Romanization, then in the
// northern manner, then with the customary spelling of a surname, then as a
// foreign word. What looks like a name of surname and two syllables has Kim,
// which no one spells Gim, in every form.
func romaniseKorean(word []rune) []string {
	for _, r := range word {
		if r < hangulFirst || r > hangulLast {
			return nil
		}
	}
	const name = 3 // syllables
	revised := readKorean(word, &koreanRevised)
	customs := ""
	if len(word) == 1 || len(word) == name {
		customs = koreanSurname(word[0])
	}
	if customs == "kim" {
		revised = "k" + revised[len("g"):]
	}
	out := addForm(nil, revised)
	out = addForm(out, readKorean(word, &koreanNorth))
	if len(word) == name { // the given name begins anew: Ri Pyong Chol
		out = addForm(out, readKorean(word[:1], &koreanNorth)+readKorean(word[1:], &koreanNorth))
	}
	if customs != "" && len(word) > 1 {
		customs += readKorean(word[1:], &koreanRevised)
	}
	out = addForm(out, customs)
	if koreanCluster(word) {
		out = addForm(out, readKorean(word, &koreanLoan))
	}
	return out
}

// koreanCluster reports a syllable such as 크 or 스, which foreign words have
// for a consonant without vowel, or 플 before another l.
func koreanCluster(word []rune) bool {
	for i := range word {
		if bareKorean(word, i) {
			return true
		}
	}
	return false
}

// bareKorean reports whether the syllable at i may write a consonant alone.
func bareKorean(word []rune, i int) bool {
	initial, vowel, final := splitKorean(word[i])
	if vowel != vowelEu || initial == initialNone {
		return false
	}
	if final != finalRieul || i+1 == len(word) {
		return final == 0
	}
	next, _, _ := splitKorean(word[i+1])
	return next == initialRieul
}

// splitKorean returns the numbers of a syllable's letters.
func splitKorean(r rune) (initial, vowel, final int) {
	n := int(r - hangulFirst)
	return n / hangulFinals / hangulVowels, n / hangulFinals % hangulVowels, n % hangulFinals
}

func readKorean(word []rune, m *koreanManner) string {
	out := make([]byte, 0, 4*len(word))
	final := 0 // of the syllable before
	for i, r := range word {
		initial, vowel, next := splitKorean(r)
		out = joinKorean(out, final, initial, vowel, i == 0, m)
		final = next
		if !m.loan || !bareKorean(word, i) {
			out = append(out, m.vowels[vowel]...)
		}
	}
	return string(append(out, koreanFinals[final]...))
}

// joinKorean writes what a final and the initial after it become together.
func joinKorean(out []byte, final, initial, vowel int, first bool, m *koreanManner) []byte {
	before := koreanFinals[final]
	switch {
	case first:
		return append(out, m.initials[initial]...)
	case initial == initialNone:
		switch linked := koreanLinked[final]; {
		case linked == "d" && vowel == vowelI:
			return append(out, 'j')
		case linked == "t" && vowel == vowelI:
			return append(out, "ch"...)
		default:
			return append(out, linked...)
		}
	case final == finalHieut || final == finalNieunHieut || final == finalRieulHieut:
		if final != finalHieut {
			out = append(out, before...)
		}
		switch initial {
		case initialGiyeok:
			return append(out, 'k')
		case initialDigeut:
			return append(out, 't')
		case initialJieut:
			return append(out, "ch"...)
		}
		return append(out, m.voiced[initial]...)
	}
	after := m.initials[initial]
	switch before {
	case "", "n", "m", "ng", "l":
		after = m.voiced[initial]
	}
	if initial == initialRieul {
		switch before {
		case "n", "l":
			before, after = "l", "l"
			if m.loan {
				before = ""
			}
		case "k", "t", "p", "m", "ng":
			after = "n"
		}
	}
	if initial == initialNieun && before == "l" {
		after = "l"
	}
	if initial == initialNieun || initial == initialMieum || initial == initialRieul && before != "l" {
		switch before {
		case "k":
			before = "ng"
		case "t":
			before = "n"
		case "p":
			before = "m"
		}
	}
	return append(append(out, before...), after...)
}

// koreanSurname returns the spelling that most bearers of a surname use, where
// it differs from both systems or there is but one.
func koreanSurname(r rune) string {
	switch r {
	case '김':
		return "kim"
	case '이', '리':
		return "lee"
	case '박':
		return "park"
	case '최':
		return "choi"
	case '정':
		return "jung"
	case '강':
		return "kang"
	case '조':
		return "cho"
	case '윤':
		return "yoon"
	case '임', '림':
		return "lim"
	case '오':
		return "oh"
	case '서':
		return "suh"
	case '신':
		return "shin"
	case '권':
		return "kwon"
	case '안':
		return "ahn"
	case '유':
		return "yoo"
	case '류':
		return "ryoo"
	case '전':
		return "jun"
	case '고':
		return "koh"
	case '문':
		return "moon"
	case '허':
		return "hur"
	case '심':
		return "shim"
	case '노', '로':
		return "roh"
	case '곽':
		return "kwak"
	case '주':
		return "joo"
	case '우':
		return "woo"
	case '구':
		return "koo"
	case '배':
		return "bae"
	case '백':
		return "paik"
	case '성':
		return "sung"
	case '현':
		return "hyun"
	case '변':
		return "byun"
	case '엄':
		return "um"
	case '여':
		return "yeo"
	}
	return ""
}
