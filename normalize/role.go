package normalize

import (
	"strings"
	"unicode/utf8"

	"github.com/partyscreen/partyscreen/normalize/internal/compiled"
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

// tokensOf gives every word its role. It marks the words that it takes.
//
// Well-known bodies (China Mobile, Bank Melli) become one token each, unless
// literal says to take them word by word.
func (w *Workspace) tokensOf(ws []word, literal bool) []Token {
	markNoise(ws)
	markForms(ws)
	markTerms(ws)
	pinyin := isPinyinName(ws)
	begin := len(w.tokens)
	for i := 0; i < len(ws); {
		if ws[i].noise {
			w.addToken(ws[i:i+1], Noise)
			i++
			continue
		}
		if n := int(ws[i].formWords); n > 0 {
			w.addToken(ws[i:i+n], LegalForm).Concept = ws[i].form.concept
			i += n
			continue
		}
		if isArticle(ws, i) {
			w.addToken(ws[i:i+1], Particle)
			i++
			continue
		}
		if n, means := phrase(ws[i:], literal); n > 0 {
			w.addMeaning(ws[i:i+n], means)
			i += n
			continue
		}
		if pinyin {
			if n, means := pinyinPhrase(ws[i:]); n > 0 {
				w.addMeaning(ws[i:i+n], means)
				i += n
				continue
			}
		}
		w.addUnknown(ws[i:i+1], i == 0)
		i++
	}
	out := w.tokens[begin:len(w.tokens):len(w.tokens)]
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

// addToken adds a token of words that stand side by side.
func (w *Workspace) addToken(ws []word, role Role) *Token {
	first, last := &ws[0], &ws[len(ws)-1]
	w.tokens = append(w.tokens, Token{Role: role, Script: first.script, Text: first.text, Native: first.native, Others: first.others,
		Start: first.start, End: last.end, Cut: last.cut, before: first.before, depth: int(first.depth)})
	t := &w.tokens[len(w.tokens)-1]
	t.Initials = w.initials(ws)
	if role == LegalForm && len(ws) == 1 && len(first.text) <= 3 {
		t.Initials = first.text // S.A.
	}
	if len(ws) > 1 {
		t.Text, t.Native = w.together(ws)
		t.Others = nil
	}
	if t.Script == Latin {
		t.Native = ""
	}
	return t
}

// together returns the texts of words as one, and their native letters.
func (w *Workspace) together(ws []word) (text, native string) {
	end := ws[0].at
	for i := range ws {
		if ws[i].at == apart || ws[i].at != end {
			end = apart
			break
		}
		end += int32(len(ws[i].text))
	}
	if end != apart {
		text = w.letters[ws[0].at:end]
		return text, text
	}
	for i := range ws {
		text += ws[i].text
		native += ws[i].native
	}
	return text, native
}

// initials returns the first letters of words in their own script, without
// the particles among them.
func (w *Workspace) initials(ws []word) string {
	if len(ws) == 1 {
		_, size := utf8.DecodeRuneInString(ws[0].native)
		return ws[0].native[:size]
	}
	end := ws[0].first // of the initials in the letters of a plain name
	for i := range ws {
		if ws[i].first == apart || ws[i].first != end {
			end = apart
			break
		}
		if !isConnective(&ws[i]) {
			end++
		}
	}
	if end != apart {
		return w.letters[ws[0].first:end]
	}
	var out []byte
	for i := range ws {
		if !isConnective(&ws[i]) {
			_, size := utf8.DecodeRuneInString(ws[i].native)
			out = append(out, ws[i].native[:size]...)
		}
	}
	return string(out)
}

// isConnective reports the words that initials leave out.
func isConnective(w *word) bool { return w.fact.connective() }

// addMeaning adds one token for each concept of a phrase.
func (w *Workspace) addMeaning(ws []word, means meaning) {
	t := w.addToken(ws, 0)
	t.Concept, t.Role = means.at(0), means.at(0).Role()
	if t.Script == Latin {
		f := ws[0].fact
		if len(ws) > 1 {
			f = find(t.Text)
		}
		t.Bits = latinBits(t.Text, f)
	} else {
		t.Bits = t.Concept.row().Bits()
	}
	for i := 1; i < means.len(); i++ {
		next := w.tokens[len(w.tokens)-1]
		next.Concept, next.Role = means.at(i), means.at(i).Role()
		next.Bits = 0
		next.Text, next.Native, next.Initials, next.Others, next.before = "", "", "", nil, none
		w.tokens = append(w.tokens, next)
	}
}

// phrase returns the longest vocabulary phrase at the start of ws and what it
// means.
func phrase(ws []word, literal bool) (n int, means meaning) {
	var key compiled.Digest
	size := 0                  // of the key in bytes
	tight, form := true, false // no space within; a legal form within
	for i := 0; i < len(ws) && i < phraseWords; i++ {
		if i > 0 && (ws[i].before >= comma || ws[i].noise) {
			break
		}
		form = form || ws[i].formWords > 0
		tight = tight && (i == 0 || ws[i].before <= dot)
		key = key.Then(ws[i].key)
		size += len(ws[i].native)
		if i > 0 && (!tight && size < minPhrase || size < minTight) || i == 0 && size == 1 && isLetter(&ws[0]) && !ws[0].lower {
			continue
		}
		// United Shipbuilding Corporation is one name, Technology Company none.
		known := ws[0].fact
		if i > 0 {
			known = findKey(key)
		}
		if !known.isWord() {
			continue
		}
		if body := known.role() == Distinctive; body && !(literal && i > 0) || !body && !form {
			n, means = i+1, known.meaning()
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
		if m := misread(w); m != "" {
			return 1, m
		}
	}
	return 0, ""
}

// romanised returns the meaning of a romanisation. Places are not heard behind
// Chinese characters, because their own are known: 新绛 is not Xinjiang.
func romanised(text string, s Script) meaning {
	f := find(text)
	if !f.isWord() || len(text) < minShape || s == Han && f.role() == Place {
		return ""
	}
	return f.meaning()
}

// minReversed is the length from which two words are a phrase in reverse order
// too: Security Public.
const minReversed = 12

// reversed returns the meaning of the first two words in reverse order.
func reversed(ws []word) meaning {
	if len(ws) < 2 || ws[0].script != Latin || ws[1].before >= comma || ws[1].noise || ws[0].formWords+ws[1].formWords > 0 ||
		len(ws[0].text)+len(ws[1].text) < minReversed || ws[0].fact.isWord() && !ws[1].fact.isWord() {
		return ""
	}
	f := findKey(ws[1].key.Then(ws[0].key))
	if !f.isWord() || f.role() == Distinctive {
		return ""
	}
	return f.meaning()
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
		if stem, ok := strings.CutPrefix(w.native, c.prefix); ok && c.script == w.script && utf8.RuneCountInString(stem) >= minStem && find(stem).isWord() {
			return stem
		}
	}
	return ""
}

// correctWords notes of which vocabulary words unknown words are probably
// typing errors.
func (w *Workspace) correctWords(ws []word) {
	for i := range ws {
		if next := &ws[i]; next.script == Latin && len(next.text) >= minCorrected && !next.fact.known() {
			if next.corrected = w.corrected(next); next.corrected == "" && next.digits {
				next.corrected = outlined(next.text) // Pub1ic
			}
		}
	}
}

// correctedPhrase is phrase for words with typing errors in them. It takes
// phrases of several words only (Public Securuty Bureau): a single word that is
// near one of the vocabulary may well be a name.
func correctedPhrase(ws []word) (n int, means meaning) {
	if !hasCorrected(ws) {
		return 0, ""
	}
	var key compiled.Digest
	wrong := false
	for i := 0; i < len(ws) && i < phraseWords; i++ {
		if i > 0 && (ws[i].before >= comma || ws[i].formWords > 0 || ws[i].noise) {
			break
		}
		if ws[i].corrected != "" {
			key = key.Then(compiled.Of(ws[i].corrected))
			wrong = true
		} else {
			key = key.Then(usual(&ws[i]))
		}
		if i == 0 || !wrong {
			continue
		}
		if f := findKey(key); f.isWord() {
			n, means = i+1, f.meaning()
		}
	}
	return n, means
}

// hasCorrected reports a word with a typing error that a phrase may have.
func hasCorrected(ws []word) bool {
	for i := range ws[:min(len(ws), phraseWords)] {
		if ws[i].corrected != "" {
			return true
		}
	}
	return false
}

// usual returns the usual English spelling of a vocabulary word, or the word:
// phrases are spelt with it.
func usual(w *word) compiled.Digest {
	if c := w.fact.only(); c != 0 && c.row().Usual() {
		return compiled.Of(c.Name())
	}
	return w.key
}

// addUnknown adds the token of a word that the vocabulary does not have.
func (w *Workspace) addUnknown(ws []word, first bool) {
	next, t := &ws[0], w.addToken(ws, Distinctive)
	if next.before >= comma && next.upper && !first {
		if c := next.textFact().country(); c != 0 {
			t.Role, t.Concept = Place, c // Urumqi, CN
			return
		}
	}
	if digits := number(next); digits != "" {
		t.Role, t.Number = Number, digits
		return
	}
	if len(t.Text) == 1 && next.script == Latin {
		t.Role = Initial
		return
	}
	t.Bits = wordBits(next)
	t.Number = firstWord(t.Text)
	if next.corrected == "" {
		return
	}
	if c := find(next.corrected).only(); c != 0 && c.Role() != Distinctive && (len(next.text) >= minNear || c.Role() == Place && len(next.text) >= minNearPlace) {
		t.Near = c
	}
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
