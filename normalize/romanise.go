package normalize

import "unicode/utf8"

// Romanise returns the script of a word, by its first letter, and its spellings
// in Latin letters, the most usual one first. It returns no spellings for a
// script without romanisation, nor for a word in Latin letters.
func Romanise(word string) (Script, []string) {
	r, _ := utf8.DecodeRuneInString(word)
	s := scriptOf(r)
	return s, romanise([]rune(word), s)
}

// romanise returns the Latin letters for a word of another alphabet, the most
// usual romanisation first. Each script has a file of its own, named
// romanise_ and the script; a script without one yields nothing and its words
// are compared in their own letters.
func romanise(word []rune, s Script) []string {
	switch s {
	case Cyrillic:
		return romaniseCyrillic(word)
	case Han:
		return romaniseHan(word)
	case Kana:
		return withPinyin(romaniseKana(word), kanaPinyin)
	case Hangul:
		return withPinyin(romaniseKorean(word), koreanPinyin)
	case Greek:
		return romaniseGreek(word)
	case Arabic:
		return romaniseArabic(word)
	case Hebrew:
		return romaniseHebrew(word)
	case Armenian:
		return romaniseArmenian(word)
	case Georgian:
		return romaniseGeorgian(word)
	case Thai:
		return withPinyin(romaniseThai(word), thaiPinyin)
	case Indic:
		return romaniseIndic(word)
	}
	return nil
}

// romaniseHan reads Chinese characters in Mandarin: first with the commonest
// reading of each, then with each further reading of one of them. It returns
// nothing if a character has no reading.
func romaniseHan(word []rune) []string {
	var buf [64]syllable
	var first []byte
	for _, r := range word {
		all := appendReadings(buf[:0], r)
		if len(all) == 0 {
			return nil
		}
		first = append(first, all[0].letters()...)
	}
	out := []string{string(first)}
	at := 0
	for _, r := range word {
		all := appendReadings(buf[:0], r)
		size := len(all[0].letters())
		for _, other := range all[1:] {
			if spelt := other.letters(); len(out) < maxReadingsHan && spelt != all[0].letters() {
				out = append(out, string(first[:at])+spelt+string(first[at+size:]))
			}
		}
		at += size
	}
	return out
}

// maxReadingsHan bounds the romanisations of one word of characters with
// several readings.
const maxReadingsHan = 4

// Syllables returns the number of Mandarin syllables that a lower-case word
// consists of, in pinyin without tones, or 0 if it does not.
func Syllables(word string) int { return pinyinSyllables(word) }

// Homophones reports whether two Chinese characters share a reading, tone
// included.
func Homophones(a, b rune) bool {
	var bufA, bufB [16]syllable
	for _, x := range appendReadings(bufA[:0], a) {
		for _, y := range appendReadings(bufB[:0], b) {
			if x == y {
				return true
			}
		}
	}
	return false
}
