package normalize

// kanaLetters gives the katakana from ァ to ヺ in the Hepburn manner. Small
// letters join the syllable before them; see kanaSmall.
var kanaLetters = [...]string{
	0: "a", 'ア' - 'ァ': "a", 'ィ' - 'ァ': "i", 'イ' - 'ァ': "i", 'ゥ' - 'ァ': "u", 'ウ' - 'ァ': "u",
	'ェ' - 'ァ': "e", 'エ' - 'ァ': "e", 'ォ' - 'ァ': "o", 'オ' - 'ァ': "o",
	'カ' - 'ァ': "ka", 'ガ' - 'ァ': "ga", 'キ' - 'ァ': "ki", 'ギ' - 'ァ': "gi", 'ク' - 'ァ': "ku", 'グ' - 'ァ': "gu",
	'ケ' - 'ァ': "ke", 'ゲ' - 'ァ': "ge", 'コ' - 'ァ': "ko", 'ゴ' - 'ァ': "go",
	'サ' - 'ァ': "sa", 'ザ' - 'ァ': "za", 'シ' - 'ァ': "shi", 'ジ' - 'ァ': "ji", 'ス' - 'ァ': "su", 'ズ' - 'ァ': "zu",
	'セ' - 'ァ': "se", 'ゼ' - 'ァ': "ze", 'ソ' - 'ァ': "so", 'ゾ' - 'ァ': "zo",
	'タ' - 'ァ': "ta", 'ダ' - 'ァ': "da", 'チ' - 'ァ': "chi", 'ヂ' - 'ァ': "ji", 'ッ' - 'ァ': "", 'ツ' - 'ァ': "tsu", 'ヅ' - 'ァ': "zu",
	'テ' - 'ァ': "te", 'デ' - 'ァ': "de", 'ト' - 'ァ': "to", 'ド' - 'ァ': "do",
	'ナ' - 'ァ': "na", 'ニ' - 'ァ': "ni", 'ヌ' - 'ァ': "nu", 'ネ' - 'ァ': "ne", 'ノ' - 'ァ': "no",
	'ハ' - 'ァ': "ha", 'バ' - 'ァ': "ba", 'パ' - 'ァ': "pa", 'ヒ' - 'ァ': "hi", 'ビ' - 'ァ': "bi", 'ピ' - 'ァ': "pi",
	'フ' - 'ァ': "fu", 'ブ' - 'ァ': "bu", 'プ' - 'ァ': "pu", 'ヘ' - 'ァ': "he", 'ベ' - 'ァ': "be", 'ペ' - 'ァ': "pe",
	'ホ' - 'ァ': "ho", 'ボ' - 'ァ': "bo", 'ポ' - 'ァ': "po",
	'マ' - 'ァ': "ma", 'ミ' - 'ァ': "mi", 'ム' - 'ァ': "mu", 'メ' - 'ァ': "me", 'モ' - 'ァ': "mo",
	'ャ' - 'ァ': "ya", 'ヤ' - 'ァ': "ya", 'ュ' - 'ァ': "yu", 'ユ' - 'ァ': "yu", 'ョ' - 'ァ': "yo", 'ヨ' - 'ァ': "yo",
	'ラ' - 'ァ': "ra", 'リ' - 'ァ': "ri", 'ル' - 'ァ': "ru", 'レ' - 'ァ': "re", 'ロ' - 'ァ': "ro",
	'ヮ' - 'ァ': "wa", 'ワ' - 'ァ': "wa", 'ヰ' - 'ァ': "i", 'ヱ' - 'ァ': "e", 'ヲ' - 'ァ': "o", 'ン' - 'ァ': "n",
	'ヴ' - 'ァ': "vu", 'ヵ' - 'ァ': "ka", 'ヶ' - 'ァ': "ga", 'ヷ' - 'ァ': "va", 'ヸ' - 'ァ': "vi", 'ヹ' - 'ァ': "ve", 'ヺ' - 'ァ': "vo",
}

// kanaManner is a way to read kana.
type kanaManner struct {
	short    bool // long vowels as one letter, m before labials: Tokyo, shimbun
	chinese  bool // ファ and フア are the hua of Chinese names: ファーウェイ is Huawei
	clusters bool // leave out the vowels that kana puts after consonants
	distinct bool // v, l and zh, for which kana has no letters of its own
}

// romaniseKana reads kana in the Hepburn manner without long marks, then as
// customary in names, then, for katakana, near the foreign word that it may
// stand for: ハイクビジョン is haikubijon, haikbijon and haikvizhon.
func romaniseKana(word []rune) []string {
	usual, ok := readKana(word, kanaManner{})
	if !ok {
		return nil
	}
	out := addForm(nil, usual)
	for _, m := range [...]kanaManner{
		{short: true, chinese: true},
		{clusters: true},
		{clusters: true, distinct: true},
	} {
		if m.clusters && !isKatakana(word) {
			break
		}
		text, _ := readKana(word, m)
		out = addForm(out, text)
	}
	return out
}

// isKatakana reports a word with katakana, which foreign words are written in.
func isKatakana(word []rune) bool {
	for _, r := range word {
		if 'ァ' <= r && r <= 'ヺ' {
			return true
		}
	}
	return false
}

func readKana(word []rune, m kanaManner) (string, bool) {
	out := make([]byte, 0, 3*len(word))
	double := false // after ッ
	var before, r rune
	for i, letter := range word {
		before, r = r, letter
		if 'ぁ' <= r && r <= 'ゖ' {
			r += 'ァ' - 'ぁ'
		}
		if r == 'ー' {
			continue
		}
		if r < 'ァ' || r > 'ヺ' {
			return "", false
		}
		if r == 'ッ' {
			double = true
			continue
		}
		syllable := kanaLetters[r-'ァ']
		if joined := joinKana(out, before, r, syllable, m); joined != nil {
			out = joined
			continue
		}
		if m.distinct {
			switch syllable[0] {
			case 'b':
				syllable = "v" + syllable[1:]
			case 'r':
				syllable = "l" + syllable[1:]
			case 'j':
				syllable = "zh" + syllable[1:]
			}
		}
		if double {
			out = doubleKana(out, syllable[0], m)
			double = false
		}
		if m.short {
			out = shortenKana(out, syllable)
			if n := len(out); n > 0 && len(syllable) == 1 && longKana(out[n-1], syllable[0]) {
				continue
			}
		}
		if m.clusters && bareKana(r) && bareBefore(word[i+1:]) {
			syllable = syllable[:len(syllable)-1]
		}
		out = append(out, syllable...)
	}
	return string(out), true
}

// joinKana joins a small letter to the syllable before it, or returns nil:
// ki and small yo are kyo, fu and small a are fa, te and small i are ti, u and
// small e are we.
func joinKana(out []byte, before, r rune, letter string, m kanaManner) []byte {
	n := len(out)
	switch {
	case before == 'ウ' && (r == 'ィ' || r == 'ェ' || r == 'ォ') && n > 0:
		return append(append(out[:n-1], 'w'), letter...)
	case before == 'イ' && r == 'ェ' && n > 0:
		return append(out[:n-1], "ye"...)
	case n < 2:
		return nil
	}
	last := out[n-1]
	head := out[:n-1]
	switch r {
	case 'ャ', 'ュ', 'ョ':
		switch {
		case last != 'i' && last != 'u' && last != 'e':
			return nil
		case head[n-2] == 'h' && n > 2 && (head[n-3] == 's' || head[n-3] == 'c' || head[n-3] == 'z'), head[n-2] == 'j':
			return append(head, letter[1:]...) // sha, cha, ja
		}
		return append(head, letter...)
	case 'ァ', 'ィ', 'ゥ', 'ェ', 'ォ', 'ヮ':
		switch {
		case m.chinese && head[n-2] == 'f' && letter == "a":
			return append(head[:n-2], "hua"...)
		case last == 'u' && (head[n-2] == 'k' || head[n-2] == 'g'):
			return append(append(head, 'w'), letter[len(letter)-1])
		case last == 'u', last == 'e' && letter == "i", last == 'o' && letter == "u",
			last == 'i' && (letter == "e" || letter == "i"):
			return append(head, letter...)
		}
	}
	return nil
}

// doubleKana doubles the consonant that follows ッ, except where kana doubles
// the last consonant of a foreign word: tekku is tech.
func doubleKana(out []byte, next byte, m kanaManner) []byte {
	switch {
	case m.clusters || len(out) == 0:
		return out
	case next == 'c':
		return append(out, 't')
	case next == 'a' || next == 'i' || next == 'u' || next == 'e' || next == 'o':
		return out
	}
	return append(out, next)
}

// shortenKana writes n as m before a labial.
func shortenKana(out []byte, syllable string) []byte {
	if n := len(out); n > 0 && out[n-1] == 'n' && (syllable[0] == 'b' || syllable[0] == 'm' || syllable[0] == 'p') {
		out[n-1] = 'm'
	}
	return out
}

// longKana reports a vowel that only lengthens the one before it: ou, oo, uu.
func longKana(last, vowel byte) bool {
	return vowel == 'u' && (last == 'o' || last == 'u') || vowel == 'o' && last == 'o'
}

// bareKana reports the syllables that write a consonant without vowel in
// foreign words.
func bareKana(r rune) bool {
	switch r {
	case 'ク', 'グ', 'ス', 'ズ', 'ツ', 'フ', 'ブ', 'プ', 'ム', 'ル', 'ヴ', 'ト', 'ド':
		return true
	}
	return false
}

// bareBefore reports whether a syllable before rest may have lost its vowel:
// at the end, and before a consonant, unless a long mark or small letter
// shows that the vowel is spoken.
func bareBefore(rest []rune) bool {
	if len(rest) == 0 {
		return true
	}
	switch r := rest[0]; r {
	case 'ー', 'ッ', 'ァ', 'ィ', 'ゥ', 'ェ', 'ォ', 'ャ', 'ュ', 'ョ', 'ヮ', 'ン', 'ア', 'イ', 'ウ', 'エ', 'オ', 'ヤ', 'ユ', 'ヨ':
		return false
	}
	return true
}
