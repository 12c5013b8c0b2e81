package normalize

import (
	"strings"

	"github.com/partyscreen/partyscreen/normalize/internal/compiled"
)

// Companies in China write their names in pinyin too: Biren Xinxi Keji Youxian
// Gongsi. The pinyin of a Chinese word is the pinyin of names as well, so it has
// the word's meaning only within a name that is pinyin as a whole.

// isPinyinName reports a name whose words are all pinyin, with the legal form of
// a Chinese company or after a place.
func isPinyinName(ws []word) bool {
	if len(ws) == 0 || !isPlace(&ws[0]) && !hasChineseForm(ws) {
		return false
	}
	words := 0
	for i := range ws {
		w := &ws[i]
		if w.noise {
			continue
		}
		if w.script != Latin || w.formWords == 0 && !w.digits && !isPinyin(w.text) {
			return false
		}
		words++
	}
	return words > 1
}

// hasChineseForm reports a legal form of China.
func hasChineseForm(ws []word) bool {
	for i := range ws {
		if w := &ws[i]; w.formWords > 0 && !w.noise && strings.Contains(w.form.concept.country(), "CN") {
			return true
		}
	}
	return false
}

// pinyinPhrase returns the longest run of words at the start of ws that is the
// pinyin of a Chinese word, and what it means.
func pinyinPhrase(ws []word) (n int, means meaning) {
	var key compiled.Digest
	for i := 0; i < len(ws) && i < phraseWords; i++ {
		if i > 0 && ws[i].before >= comma || ws[i].noise || ws[i].formWords > 0 {
			break
		}
		key = key.Then(ws[i].key)
		if m := findKey(key).pinyin(); m != "" {
			n, means = i+1, m
		}
	}
	return n, means
}
