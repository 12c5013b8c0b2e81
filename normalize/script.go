package normalize

import (
	"slices"
	"unicode"
)

// Script is the writing system of a token.
type Script uint8

// The scripts that the pass tells apart. OtherScript takes the rest: such a
// token is compared letter by letter in its own script.
const (
	OtherScript Script = iota
	Latin
	Han
	Kana
	Hangul
	Cyrillic
	Greek
	Arabic
	Hebrew
	Armenian
	Georgian
	Thai
	Indic
)

var scriptNames = [...]string{
	"other", "latin", "han", "kana", "hangul", "cyrillic", "greek", "arabic",
	"hebrew", "armenian", "georgian", "thai", "indic",
}

// String returns the script's English name in lower case.
func (s Script) String() string {
	if int(s) < len(scriptNames) {
		return scriptNames[s]
	}
	return scriptNames[OtherScript]
}

// unspaced reports whether the script writes words without spaces between
// them, so that a word list must find where they end.
func (s Script) unspaced() bool { return s == Han || s == Kana || s == Hangul || s == Thai }

// scriptOf returns the script of a letter.
func scriptOf(r rune) Script {
	switch {
	case r < 0x0250:
		return Latin
	case 0x4E00 <= r && r <= 0x9FFF:
		return Han
	case 0x0370 <= r && r <= 0x03FF, 0x1F00 <= r && r <= 0x1FFF:
		return Greek
	case 0x0400 <= r && r <= 0x052F:
		return Cyrillic
	case 0x0530 <= r && r <= 0x058F:
		return Armenian
	case 0x0590 <= r && r <= 0x05FF:
		return Hebrew
	case 0x0600 <= r && r <= 0x077F, 0x08A0 <= r && r <= 0x08FF:
		return Arabic
	case 0x0900 <= r && r <= 0x0DFF:
		return Indic
	case 0x0E00 <= r && r <= 0x0E7F:
		return Thai
	case 0x10A0 <= r && r <= 0x10FF:
		return Georgian
	case 0x3040 <= r && r <= 0x30FF:
		return Kana
	case 0xAC00 <= r && r <= 0xD7A3, 0x1100 <= r && r <= 0x11FF, 0x3130 <= r && r <= 0x318F:
		return Hangul
	case r == '々', unicode.Is(unicode.Han, r):
		return Han
	case unicode.Is(unicode.Latin, r):
		return Latin
	}
	return OtherScript
}

// lookalikes pairs letters of other scripts with the Latin letters that they
// are drawn like (Unicode Technical Standard 39, the letters in use in names).
// A word is folded with it only when it mixes scripts: a purely Cyrillic word
// is romanised instead.
const lookalikes = "" +
	"АAВBЕEЅSІIЈJКKМMНHОOРPСCТTУYХXЬbаaсcеeоoрpхxуyіiјjѕsԁdһhԛqԝwкkтtмmнhвbӏlӀIҮYүyԚQԜW" + // Cyrillic
	"ΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXαaεeηnιiκkνvοoρpτtυuχxωwϲcϹCϳj" + // Greek
	"ɑaɡgɩiɪiʀrɴnᴀaᴄcᴅdᴇeᴋkᴍmᴏoᴛtᴜuᴠvᴡwᴢzʟlʙbɢgʜhᴊjᴘpꜱsʏy" + // phonetic letters
	"օoոnսuցgհhզq" // Armenian

// lookalike returns the Latin letter that r is drawn like, or 0.
func lookalike(r rune) rune {
	if r < 0x0250 || r > 0x058F && r < 0x1D00 || r > 0x1D7F && r != 'ꜱ' {
		return 0
	}
	take := false
	for _, l := range lookalikes {
		if take {
			return l
		}
		if l == r {
			take = true
		}
	}
	return 0
}

// unmask folds look-alike letters within one word that mixes Latin with
// another alphabet, and returns the word, its script and whether it was folded. A word is taken for
// Latin only if every letter of it can be: Дахуа with one Latin a stays
// Cyrillic, and its Latin letter is folded the other way.
func unmask(word []char) ([]char, Script, bool) {
	var latin, foreign, unfoldable int
	script := OtherScript
	for _, c := range word {
		if !unicode.IsLetter(c.r) {
			continue
		}
		s := scriptOf(c.r)
		if s == Latin && c.r < 0x0250 {
			latin++
			continue
		}
		foreign++
		script = s
		if lookalike(c.r) == 0 {
			unfoldable++
		}
	}
	switch {
	case foreign == 0:
		return word, Latin, false
	case latin == 0 && script != Latin:
		return word, script, false
	case unfoldable == 0:
		word = slices.Clone(word)
		for i, c := range word {
			if l := lookalike(c.r); l != 0 {
				word[i].r = l
			}
		}
		return word, Latin, true
	case script == Cyrillic:
		word = slices.Clone(word)
		for i, c := range word {
			if c.r < 0x0250 {
				word[i].r = cyrillicLookalike(c.r)
			}
		}
		return word, Cyrillic, true
	}
	if latin >= foreign {
		return word, Latin, false
	}
	return word, script, false
}

// cyrillicLookalike is the inverse of lookalike for Cyrillic letters.
func cyrillicLookalike(r rune) rune {
	var before rune
	for i, l := range lookalikes {
		if l == r && i > 0 && scriptOf(before) == Cyrillic {
			return before
		}
		before = l
	}
	return r
}
