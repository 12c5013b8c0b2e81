package normalize

import "strings"

// Companies in China write their names in pinyin too: Biren Xinxi Keji Youxian
// Gongsi. The pinyin of a Chinese word is the pinyin of names as well, so it has
// the word's meaning only within a name that is pinyin as a whole.

// isPinyinName reports a name whose words are all pinyin, with the legal form of
// a Chinese company or after a place.
func isPinyinName(ws []word) bool {
	words, form := 0, false
	for i := range ws {
		w := &ws[i]
		switch {
		case w.noise:
			continue
		case w.script != Latin:
			return false
		case w.formWords > 0 && strings.Contains(w.form.concept.country(), "CN"):
			form = true
		case !isPinyin(w.text) && w.formWords == 0 && !hasDigit(w.text):
			return false
		}
		words++
	}
	return words > 1 && (form || isPlace(ws[0]))
}

// pinyinPhrase returns the longest run of words at the start of ws that is the
// pinyin of a Chinese word, and what it means.
func pinyinPhrase(ws []word) (n int, means meaning) {
	key := ""
	for i := 0; i < len(ws) && i < phraseWords; i++ {
		if i > 0 && ws[i].before >= comma || ws[i].noise || ws[i].formWords > 0 {
			break
		}
		key += ws[i].native
		if m := find(key).pinyin(); m != "" {
			n, means = i+1, m
		}
	}
	return n, means
}
