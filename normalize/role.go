package normalize

import (
	"strings"
	"unicode/utf8"
)

// phraseWords bounds the words of a vocabulary phrase: 巴音郭楞 spelt Ba Yin
// Guo Leng Meng Gu Zi Zhi Zhou.
const phraseWords = 10

// minPhrase is the length from which words are read as one vocabulary word
// across the spaces between them. Shorter pairs (As Sets, In Fo) are
// coincidence.
const minPhrase = 5

// minTight is minPhrase without spaces: X.P.C.C., Ak-su; D.I is two initials.
const minTight = 3

// tokens gives every word its role. It marks the words that it takes.
//
// Well-known bodies (China Mobile, Bank Melli) become one token each, unless
// literal says to take them word by word.
func tokens(ws []word, literal bool) []Token {
	markNoise(ws)
	markForms(ws)
	markTerms(ws)
	pinyin := isPinyinName(ws)
	out := make([]Token, 0, len(ws)+2)
	for i := 0; i < len(ws); {
		if ws[i].noise {
			out = append(out, newToken(ws[i:i+1], Noise))
			i++
			continue
		}
		if n := ws[i].formWords; n > 0 {
			t := newToken(ws[i:i+n], LegalForm)
			t.Concept = ws[i].form.concept
			out = append(out, t)
			i += n
			continue
		}
		if isArticle(ws, i) {
			out = append(out, newToken(ws[i:i+1], Particle))
			i++
			continue
		}
		if n, means := phrase(ws[i:], literal); n > 0 {
			out = appendMeaning(out, ws[i:i+n], means)
			i += n
			continue
		}
		if pinyin {
			if n, means := pinyinPhrase(ws[i:]); n > 0 {
				out = appendMeaning(out, ws[i:i+n], means)
				i += n
				continue
			}
		}
		out = append(out, unknown(&ws[i], i == 0))
		i++
	}
	cutForm(out)
	keepAcronym(out)
	markTrailing(out)
	return out
}

// isArticle reports the Arabic article in its spoken forms, joined to the next
// word by a hyphen (Ansar al-Sharia, Jabhat an-Nusra), and what is left of an
// article before an apostrophe (de l'Air).
func isArticle(ws []word, i int) bool {
	if i+1 >= len(ws) || ws[i+1].before != joint {
		return false
	}
	switch ws[i].text {
	case "d", "l", "qu":
		return ws[i].lower
	case "al", "el", "ul", "as", "ash", "asch", "an", "ad", "ed", "at", "ar", "az":
		return true
	}
	return false
}

// newToken makes a token of words that stand side by side.
func newToken(ws []word, role Role) Token {
	last := ws[len(ws)-1]
	t := Token{Role: role, Script: ws[0].script, Text: ws[0].text, Native: ws[0].native, Others: ws[0].others,
		Start: ws[0].start, End: last.end, Cut: last.cut, before: ws[0].before, depth: ws[0].depth}
	t.Initials = initials(ws)
	if role == LegalForm && len(ws) == 1 && len(ws[0].text) <= 3 {
		t.Initials = ws[0].text // S.A.
	}
	if len(ws) > 1 {
		t.Others = nil
		for _, w := range ws[1:] {
			t.Text += w.text
			t.Native += w.native
		}
	}
	if t.Script == Latin {
		t.Native = ""
	}
	return t
}

// initials returns the first letters of words in their own script, without
// the particles among them.
func initials(ws []word) string {
	out := ""
	for _, w := range ws {
		if c := find(w.native).meaning().only(); len(ws) > 1 && c != 0 && (c.Role() == Particle || c.Name() == "and") {
			continue
		}
		_, size := utf8.DecodeRuneInString(w.native)
		out += w.native[:size]
	}
	return out
}

// appendMeaning appends one token for each concept of a phrase.
func appendMeaning(out []Token, ws []word, means meaning) []Token {
	t := newToken(ws, 0)
	for i := range means.len() {
		c := means.at(i)
		t.Concept, t.Role = c, c.Role()
		switch {
		case i > 0:
			t.Bits = 0
		case t.Script == Latin:
			t.Bits = latinBits(t.Text)
		default:
			t.Bits = c.row().Bits()
		}
		if i > 0 {
			t.Text, t.Native, t.Initials, t.Others, t.before = "", "", "", nil, none
		}
		out = append(out, t)
	}
	return out
}

// phrase returns the longest vocabulary phrase at the start of ws and what it
// means.
func phrase(ws []word, literal bool) (n int, means meaning) {
	var buf [96]byte
	key := buf[:0]
	tight, form := true, false // no space within; a legal form within
	for i := 0; i < len(ws) && i < phraseWords; i++ {
		if i > 0 && (ws[i].before >= comma || ws[i].noise) {
			break
		}
		form = form || ws[i].formWords > 0
		tight = tight && (i == 0 || ws[i].before <= dot)
		key = append(key, ws[i].native...)
		if len(key) > vocabulary.Longest()*4 {
			break
		}
		if i > 0 && (!tight && len(key) < minPhrase || len(key) < minTight) || i == 0 && len(key) == 1 && isLetter(ws[0]) && !ws[0].lower {
			continue
		}
		// United Shipbuilding Corporation is one name, Technology Company none.
		m := find(string(key)).meaning()
		if m == "" {
			continue
		}
		if body := m.at(0).Role() == Distinctive; body && !(literal && i > 0) || !body && !form {
			n, means = i+1, m
		}
	}
	if k, m := correctedPhrase(ws); k > n {
		n, means = k, m
	}
	if n <= 1 {
		if m := reversed(ws); m != "" {
			return 2, m
		}
	}
	if n > 0 {
		return n, means
	}
	w := &ws[0]
	if stem := withoutPrefix(w); stem != "" {
		return 1, find(stem).meaning()
	}
	if w.text != w.native {
		if m := romanised(w.text, w.script); m != "" {
			return 1, m
		}
	}
	for _, other := range w.others {
		if m := romanised(other, w.script); m != "" {
			return 1, m
		}
	}
	if w.script == Latin {
		if m := misread(w.text); m != "" {
			return 1, m
		}
	}
	return 0, ""
}

// romanised returns the meaning of a romanisation. Places are not heard behind
// Chinese characters, because their own are known: 新绛 is not Xinjiang.
func romanised(text string, s Script) meaning {
	m := find(text).meaning()
	if m == "" || len(text) < minShape || s == Han && m.at(0).Role() == Place {
		return ""
	}
	return m
}

// minReversed is the length from which two words are a phrase in reverse order
// too: Security Public.
const minReversed = 12

// reversed returns the meaning of the first two words in reverse order.
func reversed(ws []word) meaning {
	if len(ws) < 2 || ws[0].script != Latin || ws[1].before >= comma || ws[1].noise || ws[0].formWords+ws[1].formWords > 0 ||
		len(ws[0].text)+len(ws[1].text) < minReversed || find(ws[0].native).meaning() != "" && find(ws[1].native).meaning() == "" {
		return ""
	}
	m := find(ws[1].native + ws[0].native).meaning()
	if m == "" || m.at(0).Role() == Distinctive {
		return ""
	}
	return m
}

// clinging are the words for the, of, for and and that Arabic and Hebrew write
// together with the next word, longest first: للنفط is for the petroleum.
var clinging = [...]struct {
	script Script
	prefix string
}{
	{Arabic, "وال"}, {Arabic, "بال"}, {Arabic, "ال"}, {Arabic, "لل"}, {Arabic, "و"}, {Arabic, "ل"},
	{Hebrew, "וה"}, {Hebrew, "ה"}, {Hebrew, "ל"}, {Hebrew, "ו"}, {Hebrew, "ב"},
}

// minStem is the length in letters of a vocabulary word behind a clinging word.
const minStem = 3

// withoutPrefix returns the vocabulary word that a word is with one of the
// clinging words before it, or the empty string.
func withoutPrefix(w *word) string {
	if w.script != Arabic && w.script != Hebrew {
		return ""
	}
	for _, c := range clinging {
		if stem, ok := strings.CutPrefix(w.native, c.prefix); ok && c.script == w.script && utf8.RuneCountInString(stem) >= minStem && find(stem).meaning() != "" {
			return stem
		}
	}
	return ""
}

// correctWords notes of which vocabulary words unknown words are probably
// typing errors.
func correctWords(ws []word) {
	for i := range ws {
		if w := &ws[i]; w.script == Latin && len(w.text) >= minCorrected && !find(w.text).known() {
			if w.corrected = corrected(w.text); w.corrected == "" && hasDigit(w.text) {
				w.corrected = outlined(w.text) // Pub1ic
			}
		}
	}
}

// correctedPhrase is phrase for words with typing errors in them. It takes
// phrases of several words only (Public Securuty Bureau): a single word that is
// near one of the vocabulary may well be a name.
func correctedPhrase(ws []word) (n int, means meaning) {
	key, wrong := "", false
	for i := 0; i < len(ws) && i < phraseWords; i++ {
		if i > 0 && (ws[i].before >= comma || ws[i].formWords > 0 || ws[i].noise) {
			break
		}
		if ws[i].corrected != "" {
			key += ws[i].corrected
			wrong = true
		} else {
			key += usual(ws[i].native)
		}
		if i == 0 || !wrong {
			continue
		}
		if m := find(key).meaning(); m != "" {
			n, means = i+1, m
		}
	}
	return n, means
}

// usual returns the usual English spelling of a vocabulary word, or the word:
// phrases are spelt with it.
func usual(key string) string {
	if c := find(key).meaning().only(); c != 0 && c.row().Usual() {
		return c.Name()
	}
	return key
}

// unknown makes a token of a word that the vocabulary does not have.
func unknown(w *word, first bool) Token {
	t := newToken([]word{*w}, Distinctive)
	if c := find(w.text).country(); c != 0 && w.before >= comma && w.upper && !first {
		t.Role, t.Concept = Place, c // Urumqi, CN
		return t
	}
	if digits := number(*w); digits != "" {
		t.Role, t.Number = Number, digits
		return t
	}
	if len(t.Text) == 1 && w.script == Latin {
		t.Role = Initial
		return t
	}
	t.Bits = wordBits(w)
	t.Number = firstWord(t.Text)
	if c := find(w.corrected).meaning().only(); c != 0 && c.Role() != Distinctive && (len(w.text) >= minNear || c.Role() == Place && len(w.text) >= minNearPlace) {
		t.Near = c
	}
	return t
}

// minNearPlace is the length from which a word may be a typing error of a place:
// Bayngolin, Xingjiang.
const minNearPlace = 7

// minNear is the length from which a single word, outside a phrase, may be a
// typing error of a vocabulary word: Centum is not a centrum.
const minNear = 8

// markTrailing marks the places at the end of a name that a comma, a bracket or
// a legal form separates from it.
func markTrailing(out []Token) {
	first := len(out)
	for i := len(out) - 1; i > 0; i-- {
		t := &out[i]
		if t.Role != Place && t.Role != Noise {
			break
		}
		if before := out[i-1].Role; t.Role == Place && (t.before >= comma || before == LegalForm || before == Noise) {
			first = i
		}
	}
	for i := first; i < len(out); i++ {
		out[i].Trailing = out[i].Role == Place
	}
}

// keepAcronym takes the first letters of a name that has no distinctive word
// for it, whatever they mean elsewhere: AF Enterprises, SR Chemicals. Articles
// stay what they are.
func keepAcronym(out []Token) {
	for i := range out {
		if r := out[i].Role; r == Distinctive || r == Place || r == Number {
			return
		}
	}
	if len(out) < 2 {
		return
	}
	t := &out[0]
	if t.Role != Particle && t.Role != Noise || out[1].Role == Noise || t.Script != Latin || len(t.Text) > maxKept || len(t.Text) < 2 || isDefinite(t.Text) {
		return
	}
	t.Role, t.Concept, t.Bits = Distinctive, 0, letterCeiling[len(t.Text)]
}

const maxKept = 3

func isDefinite(s string) bool {
	switch s {
	case "the", "la", "le", "les", "el", "los", "las", "al", "il", "lo", "gli", "der", "die", "das", "de", "den", "det", "mr", "mrs", "ms", "dr":
		return true
	}
	return false
}

// cutForm turns the last word of a name into a legal form if it is the
// beginning of one that a field of limited length cut off: COMPA, LIMIT.
func cutForm(out []Token) {
	if len(out) < 2 {
		return
	}
	t := &out[len(out)-1]
	if t.Role != Distinctive || t.Script != Latin || len(t.Text) < minCutForm {
		return
	}
	for _, form := range [...]string{"company", "limited", "corporation", "incorporated", "gesellschaft", "aktiengesellschaft"} {
		if strings.HasPrefix(form, t.Text) {
			t.Role, t.Bits = LegalForm, 0
		}
	}
}

const minCutForm = 3
