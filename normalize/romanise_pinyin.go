package normalize

import "strings"

// Chinese names are written in kana, Hangul and Thai by their sound in Mandarin:
// ダーファ, 다화 and ต้าหัว are Dahua. A romanisation that becomes pinyin by the
// rules below is read as pinyin too.
var (
	kanaPinyin = strings.NewReplacer(
		"tsu", "zu", "chi", "qi", "shi", "xi", "ji", "ji", "cha", "cha", "sha", "xia", "sho", "xiao", "shu", "xu", "fa", "hua", "wo", "guo", "uu", "u")
	koreanPinyin = strings.NewReplacer(
		"yeo", "ie", "ye", "ie", "eo", "e", "wa", "ua", "wo", "uo", "wi", "ui", "ya", "ia", "eu", "i",
		"ji", "ji", "chi", "qi", "si", "xi", "sya", "xia", "sye", "xie")
	thaiPinyin = strings.NewReplacer(
		"kh", "k", "th", "t", "ph", "p", "k", "g", "t", "d", "p", "b", "ch", "zh", "si", "xi", "ue", "e")
)

// withPinyin appends to the romanisations of a word the pinyin that the first
// of them may stand for, if it is pinyin of two syllables or more.
func withPinyin(forms []string, rules *strings.Replacer) []string {
	for _, f := range forms {
		spelt := rules.Replace(f)
		switch {
		case strings.HasPrefix(spelt, "i"):
			spelt = "y" + spelt
		case strings.HasPrefix(spelt, "u"):
			spelt = "w" + spelt
		}
		if pinyinSyllables(spelt) >= 2 {
			return addForm(forms, spelt)
		}
	}
	return forms
}
