package normalize

// thaiLetters gives the consonants at the beginning of a syllable and at its
// end, both in the Royal Thai General System, and at the end by the letter, as
// names of Indian origin are spelt (Shinawatra, Bhumibol).
var thaiLetters = [...]struct{ initial, final, spelt string }{
	0:         {"k", "k", "k"},
	'ข' - 'ก': {"kh", "k", "k"},
	'ฃ' - 'ก': {"kh", "k", "k"},
	'ค' - 'ก': {"kh", "k", "k"},
	'ฅ' - 'ก': {"kh", "k", "k"},
	'ฆ' - 'ก': {"kh", "k", "k"},
	'ง' - 'ก': {"ng", "ng", "ng"},
	'จ' - 'ก': {"ch", "t", "j"},
	'ฉ' - 'ก': {"ch", "t", "ch"},
	'ช' - 'ก': {"ch", "t", "ch"},
	'ซ' - 'ก': {"s", "t", "s"},
	'ฌ' - 'ก': {"ch", "t", "ch"},
	'ญ' - 'ก': {"y", "n", "n"},
	'ฎ' - 'ก': {"d", "t", "d"},
	'ฏ' - 'ก': {"t", "t", "t"},
	'ฐ' - 'ก': {"th", "t", "t"},
	'ฑ' - 'ก': {"th", "t", "t"},
	'ฒ' - 'ก': {"th", "t", "t"},
	'ณ' - 'ก': {"n", "n", "n"},
	'ด' - 'ก': {"d", "t", "d"},
	'ต' - 'ก': {"t", "t", "t"},
	'ถ' - 'ก': {"th", "t", "t"},
	'ท' - 'ก': {"th", "t", "t"},
	'ธ' - 'ก': {"th", "t", "t"},
	'น' - 'ก': {"n", "n", "n"},
	'บ' - 'ก': {"b", "p", "b"},
	'ป' - 'ก': {"p", "p", "p"},
	'ผ' - 'ก': {"ph", "p", "p"},
	'ฝ' - 'ก': {"f", "p", "f"},
	'พ' - 'ก': {"ph", "p", "p"},
	'ฟ' - 'ก': {"f", "p", "f"},
	'ภ' - 'ก': {"ph", "p", "p"},
	'ม' - 'ก': {"m", "m", "m"},
	'ย' - 'ก': {"y", "i", "y"},
	'ร' - 'ก': {"r", "n", "r"},
	'ฤ' - 'ก': {"r", "", "r"},
	'ล' - 'ก': {"l", "n", "l"},
	'ฦ' - 'ก': {"l", "", "l"},
	'ว' - 'ก': {"w", "o", "w"},
	'ศ' - 'ก': {"s", "t", "s"},
	'ษ' - 'ก': {"s", "t", "s"},
	'ส' - 'ก': {"s", "t", "s"},
	'ห' - 'ก': {"h", "", "h"},
	'ฬ' - 'ก': {"l", "n", "l"},
	'อ' - 'ก': {"", "", ""},
	'ฮ' - 'ก': {"h", "", "h"},
}

// thaiManner is a way to read Thai.
type thaiManner struct {
	spelt  bool // ends of syllables by the letter, and silent letters at the end
	silent bool // letters marked as silent, too: foreign words have sounds there
	plain  bool // aspirated consonants without h, จ as j, ว as v
}

// romaniseThai reads Thai in the Royal Thai General System, then with the ends
// of syllables as they are spelt, then as many people write their names.
func romaniseThai(word []rune) []string {
	usual, ok := readThai(word, thaiManner{})
	if !ok {
		return nil
	}
	spelt, _ := readThai(word, thaiManner{spelt: true, silent: true})
	plain, _ := readThai(word, thaiManner{spelt: true, plain: true})
	return addForm(addForm(addForm(nil, usual), spelt), plain)
}

// thaiReader walks a word syllable by syllable.
type thaiReader struct {
	word []rune // as thaiBare leaves it
	at   int
	out  []byte
	m    thaiManner
}

func readThai(word []rune, m thaiManner) (string, bool) {
	var buf [64]rune
	t := thaiReader{word: thaiBare(buf[:0], word, m.silent), out: make([]byte, 0, 3*len(word)), m: m}
	for t.at < len(t.word) {
		if !t.syllable() {
			return "", false
		}
	}
	return string(t.out), true
}

// thaiBare leaves out tones, marks of shortness and, unless they are to be
// read, letters marked as silent.
func thaiBare(dst, word []rune, silent bool) []rune {
	for _, r := range word {
		switch {
		case r == '์' && silent:
			if n := len(dst); n > 0 && isThaiConsonant(dst[n-1]) {
				dst = append(dst, r)
			}
		case r == '์': // the letter before is silent, with its vowel sign
			if n := len(dst); n > 0 && (dst[n-1] == 'ิ' || dst[n-1] == 'ุ') {
				dst = dst[:n-1]
			}
			if n := len(dst); n > 2 && dst[n-1] == 'ร' && (dst[n-2] == 'ท' || dst[n-2] == 'ต') {
				dst = dst[:n-2] // จันทร์
			} else if n > 0 {
				dst = dst[:n-1]
			}
		case '็' <= r && r <= '๎', r == 'ฯ', r == 'ๆ', r == 'ฺ':
		default:
			dst = append(dst, r)
		}
	}
	return dst
}

func (t *thaiReader) peek(ahead int) rune { return letterAt(t.word, t.at+ahead) }

func isThaiConsonant(r rune) bool { return 'ก' <= r && r <= 'ฮ' }

// isThaiLead reports the vowels that are written before the consonant after
// which they sound.
func isThaiLead(r rune) bool { return 'เ' <= r && r <= 'ไ' }

// isThaiSign reports the vowels that are written after, over or under it.
func isThaiSign(r rune) bool { return 'ะ' <= r && r <= 'ู' || r == 'ๅ' }

// syllable reads one syllable, or one silent consonant at the end.
func (t *thaiReader) syllable() bool {
	switch {
	case t.peek(0) == '์': // the letter before has been read
		t.at++
		return true
	case isThaiConsonant(t.peek(0)) && t.peek(1) == '์':
		t.final(t.peek(0))
		t.at += 2
		return true
	}
	lead := rune(0)
	if isThaiLead(t.peek(0)) {
		lead = t.peek(0)
		t.at++
	}
	if !isThaiConsonant(t.peek(0)) {
		return false
	}
	if lead == 0 && len(t.out) > 0 && t.silent() {
		if t.m.spelt {
			t.final(t.peek(0))
		}
		t.at++
		return true
	}
	t.onset(lead)
	vowel, closed := t.vowel(lead)
	t.out = append(t.out, vowel...)
	if !closed && t.closes(vowel) {
		t.final(t.peek(0))
		t.at++
		if next := t.peek(0); (next == 'ิ' || next == 'ุ') && t.at == len(t.word)-1 {
			if t.m.spelt { // a vowel of the Indian word: ภูมิ, ชาติ
				t.out = append(t.out, thaiVowel(next)...)
			}
			t.at++
		}
	}
	return true
}

// silent reports a consonant at the end that is left over from the syllable
// before: the ร of วัตร.
func (t *thaiReader) silent() bool {
	return t.at == len(t.word)-1 || t.at == len(t.word)-2 && isThaiConsonant(t.peek(1)) && t.peek(1) == 'ร' && t.peek(0) != 'ก' && t.peek(0) != 'ค' && t.peek(0) != 'พ'
}

// onset reads the consonants at the beginning of a syllable.
func (t *thaiReader) onset(lead rune) {
	first, second := t.peek(0), t.peek(1)
	t.at++
	if first == 'ฤ' || first == 'ฦ' {
		t.initial(first)
		return
	}
	third := t.peek(1)
	carries := isThaiSign(third) || lead != 0 && isThaiConsonant(third) ||
		isThaiConsonant(third) && !isThaiSign(t.peek(2)) && second == 'ร'
	switch {
	case second == 'ร' && third == 'ร': // รร is a vowel
	case second == 'ว' && lead == 0 && !isThaiSign(third): // ว is one, too
	case first == 'ห' && isThaiLow(second) && (third != 0 || lead != 0), first == 'อ' && second == 'ย' && carries:
		first = second
		t.at++
	case first == 'ท' && second == 'ร' && carries && lead == 0 && third == 'า':
		first = 'ซ'
		t.at++
	case carries && isThaiCluster(first, second):
		t.initial(first)
		t.at++
		if silent := first == 'ส' || first == 'ศ'; silent && !t.m.spelt {
			return // ศรี is si
		}
		first = second
	}
	t.initial(first)
}

// isThaiCluster reports two consonants that begin a syllable together.
func isThaiCluster(first, second rune) bool {
	switch first {
	case 'ก', 'ข', 'ค':
		return second == 'ร' || second == 'ล' || second == 'ว'
	case 'ป', 'ผ', 'พ', 'ฟ', 'บ':
		return second == 'ร' || second == 'ล'
	case 'ต', 'ด', 'ท', 'ส', 'ศ':
		return second == 'ร'
	}
	return false
}

// isThaiLow reports the consonants before which ห is silent.
func isThaiLow(r rune) bool {
	switch r {
	case 'ง', 'ญ', 'น', 'ม', 'ย', 'ร', 'ล', 'ว':
		return true
	}
	return false
}

func (t *thaiReader) initial(r rune) {
	text := thaiLetters[r-'ก'].initial
	if t.m.plain {
		switch text {
		case "kh", "th", "ph":
			text = text[:1]
		case "w":
			text = "v"
		}
		if r == 'จ' {
			text = "j"
		}
	}
	t.out = append(t.out, text...)
}

func (t *thaiReader) final(r rune) {
	if t.m.spelt {
		t.out = append(t.out, thaiLetters[r-'ก'].spelt...)
		return
	}
	t.out = append(t.out, thaiLetters[r-'ก'].final...)
}

// vowel reads the vowel after an onset and reports whether it ends the
// syllable by itself.
func (t *thaiReader) vowel(lead rune) (string, bool) {
	next, after := t.peek(0), t.peek(1)
	own := isThaiSign(after) // next begins a syllable of its own
	take := func(n int, vowel string, closed bool) (string, bool) {
		t.at += n
		if t.peek(0) == 'ะ' && n < 3 { // short
			t.at++
			closed = true
		}
		return vowel, closed
	}
	if onset := letterAt(t.word, t.at-1); onset == 'ฤ' || onset == 'ฦ' {
		if len(t.out) > 1 {
			return "i", false
		}
		return "ue", false
	}
	switch lead {
	case 'เ':
		switch {
		case next == 'ี' && after == 'ย':
			return take(2, "ia", false)
		case next == 'ื' && after == 'อ':
			return take(2, "uea", false)
		case next == 'า':
			return take(1, "ao", true)
		case next == 'ิ':
			return take(1, "oe", false)
		case next == 'อ' && !own:
			return take(1, "oe", false)
		case next == 'ย' && !own:
			return take(1, "oei", true)
		}
		return take(0, "e", false)
	case 'แ':
		return take(0, "ae", false)
	case 'โ':
		return take(0, "o", false)
	case 'ใ':
		return "ai", true
	case 'ไ':
		if next == 'ย' && !own {
			t.at++
		}
		return "ai", true
	}
	switch {
	case next == 'ั' && after == 'ว' && !isThaiSign(t.peek(2)) || next == 'ั' && after == 'ว' && t.peek(2) == 'ะ':
		return take(2, "ua", false)
	case next == 'ื' && after == 'อ':
		return take(2, "ue", true)
	case next == 'ะ':
		return take(1, "a", true)
	case next == 'ำ':
		return take(1, "am", true)
	case isThaiSign(next):
		return take(1, thaiVowel(next), false)
	case next == 'ร' && after == 'ร':
		t.at += 2
		if isThaiConsonant(t.peek(0)) && !isThaiSign(t.peek(1)) {
			return "a", false
		}
		return "an", true
	case next == 'อ' && !own:
		return take(1, "o", false)
	case next == 'ว' && isThaiConsonant(after) && !isThaiSign(t.peek(2)):
		return take(1, "ua", false)
	case isThaiConsonant(next) && after == '์' && len(t.out) > 2:
		return "", true
	case isThaiConsonant(next) && !own && !isThaiLead(after) && !t.startsSyllable():
		return "o", false
	}
	return "a", true
}

// startsSyllable reports whether what follows an onset without vowel is a
// cluster with a vowel, or a syllable of two bare consonants as in นคร.
func (t *thaiReader) startsSyllable() bool {
	next, after, third := t.peek(0), t.peek(1), t.peek(2)
	if !isThaiConsonant(after) {
		return false
	}
	if isThaiSign(third) {
		return isThaiCluster(next, after) || next == 'ห' && isThaiLow(after)
	}
	return third == 0 && after == 'ร'
}

// closes reports whether the consonant at hand ends the syllable just read.
func (t *thaiReader) closes(vowel string) bool {
	next, after, third := t.peek(0), t.peek(1), t.peek(2)
	switch {
	case !isThaiConsonant(next), thaiLetters[next-'ก'].final == "":
		return false
	case letterAt(t.word, t.at-1) == 'ั': // never without a consonant after it
		return true
	case isThaiSign(after):
		return (after == 'ิ' || after == 'ุ') && third == 0 && len(vowel) > 0 && (next == 'ต' || next == 'ม')
	case after == 0, isThaiLead(after):
		return true
	case after == 'อ' && third != 0 || after == 'ร' && third == 'ร' || after == 'ว' && isThaiConsonant(third) && !isThaiSign(letterAt(t.word, t.at+3)):
		return false
	case isThaiSign(third):
		return !isThaiCluster(next, after) || after == 'ว'
	case third == 0 && isThaiConsonant(after): // บุตร and พุทธ, but พิมล
		return after == 'ร' || thaiLetters[next-'ก'].final == thaiLetters[after-'ก'].final
	}
	return true
}

func thaiVowel(r rune) string {
	switch r {
	case 'ิ', 'ี':
		return "i"
	case 'ึ', 'ื':
		return "ue"
	case 'ุ', 'ู':
		return "u"
	case 'ำ':
		return "am"
	}
	return "a"
}
