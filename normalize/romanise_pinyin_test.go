package normalize

import (
	"slices"
	"testing"
)

// TestPinyinOfOtherScripts holds that Chinese names are found behind the letters
// of their neighbours.
func TestPinyinOfOtherScripts(t *testing.T) {
	for _, tt := range []struct {
		name   string
		script Script
		pinyin string
		reason string
	}{
		{"ダーファ", Kana, "dahua", "fa for hua"},
		{"イーシン", Kana, "yixin", "shi for xi, a vowel at the beginning"},
		{"다화", Hangul, "dahua", "a glide for a vowel"},
		{"이투", Hangul, "yitu", "a vowel at the beginning"},
		{"이신", Hangul, "yixin", "s before i"},
		{"ต้าหัว", Thai, "dahua", "t without breath"},
	} {
		if got := romanise([]rune(tt.name), tt.script); !slices.Contains(got, tt.pinyin) {
			t.Errorf("%s: romanise(%s) = %v, want %s among them", tt.reason, tt.name, got, tt.pinyin)
		}
	}
}

func TestPersonal(t *testing.T) {
	for _, tt := range []struct{ name, want, reason string }{
		{"夏宝龙", "xia baolong", "surname and given name"},
		{"欧阳修", "ouyang xiu", "a surname of two characters"},
		{"李强", "li qiang", "two characters"},
		{"浙江大华技术", "", "a company"},
		{"Xia Baolong", "", "Latin letters are split already"},
	} {
		got := ""
		for _, r := range Name(tt.name).Readings {
			if r.Part == Personal {
				for i, token := range r.Tokens {
					if i > 0 {
						got += " "
					}
					got += token.Text
				}
			}
		}
		if got != tt.want {
			t.Errorf("%s: %s is read as %q, want %q", tt.reason, tt.name, got, tt.want)
		}
	}
}

func TestDictionaryClass(t *testing.T) {
	for _, tt := range []struct {
		word   string
		known  bool
		reason string
	}{
		{"phoenix", true, "a common word"},
		{"aachen", true, "the first line"},
		{"zulu", true, "near the end"},
		{"networks", true, "a plural"},
		{"hikvision", false, "a brand"},
		{"", false, "nothing"},
		{"a", false, "too short to be there"},
		{"zzzz", false, "behind the last line"},
	} {
		if got := dictionaryClass(tt.word, find(tt.word)) != 0; got != tt.known {
			t.Errorf("%s: dictionaryClass(%q) known: %v, want %v", tt.reason, tt.word, got, tt.known)
		}
	}
}

// TestBits holds the order in which words tell: what anybody may be called tells
// least.
func TestBits(t *testing.T) {
	words := []string{"global", "phoenix", "dahua", "visco", "hikvision"}
	for i := 1; i < len(words); i++ {
		if a, b := latinBits(words[i-1], find(words[i-1])), latinBits(words[i], find(words[i])); a >= b {
			t.Errorf("%s tells %.1f bits, %s %.1f: want less", words[i-1], a, words[i], b)
		}
	}
}
