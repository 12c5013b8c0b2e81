package normalize

import (
	"strings"
	"unicode/utf8"
)

// Companies in China write their names in pinyin too: Biren Xinxi Keji Youxian
// Gongsi. The pinyin of a Chinese word is the pinyin of names as well, so it has
// the word's meaning only within a name that is pinyin as a whole.

// minBodyCharacters is the length from which the pinyin of a well-known body is
// its own: Qingdao Pijiu. Shorter ones sound like others.
const minBodyCharacters = 3

// addPinyin enters the pinyin of a Chinese word.
func (l *lexicon) addPinyin(key string, meaning []Concept) {
	if r, _ := utf8.DecodeRuneInString(key); scriptOf(r) != Han || utf8.RuneCountInString(key) < 2 {
		return
	}
	if l.concepts[meaning[0]].role == Distinctive && utf8.RuneCountInString(key) < minBodyCharacters {
		return
	}
	latin := romaniseHan([]rune(key))
	if len(latin) == 0 || !isPinyin(latin[0]) {
		return
	}
	if _, twice := l.pinyin[latin[0]]; !twice {
		l.pinyin[latin[0]] = meaning
	}
}

// isPinyinName reports a name whose words are all pinyin, with the legal form of
// a Chinese company or after a place.
func (l *lexicon) isPinyinName(ws []word) bool {
	words, form := 0, false
	for i := range ws {
		w := &ws[i]
		switch {
		case w.noise:
			continue
		case w.script != Latin:
			return false
		case w.formWords > 0 && strings.Contains(l.concepts[w.form.concept].country, "CN"):
			form = true
		case !isPinyin(w.text) && w.formWords == 0 && !hasDigit(w.text):
			return false
		}
		words++
	}
	return words > 1 && (form || l.isPlace(ws[0]))
}

// pinyinPhrase returns the longest run of words at the start of ws that is the
// pinyin of a Chinese word, and what it means.
func (l *lexicon) pinyinPhrase(ws []word) (n int, meaning []Concept) {
	key := ""
	for i := 0; i < len(ws) && i < phraseWords; i++ {
		if i > 0 && ws[i].before >= comma || ws[i].noise || ws[i].formWords > 0 {
			break
		}
		key += ws[i].native
		if m := l.pinyin[key]; m != nil {
			n, meaning = i+1, m
		}
	}
	return n, meaning
}
