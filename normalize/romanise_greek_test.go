package normalize

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func TestRomaniseGreek(t *testing.T) {
	testRomanise(t, Greek, []romaniseTest{
		{"Ελληνικά", "ellinika ellenika", "accents and double consonants; η is e in older spellings"},
		{"Πετρέλαια", "petrelaia petrelea petrelaea", "αι is spoken e"},
		{"Τσίπρας", "tsipras", "all manners agree; final sigma"},
		{"Ευρώπη", "evropi europe", "ευ before a voiced letter"},
		{"Αυτοκίνητο", "aftokinito autokineto", "αυ before a voiceless one"},
		{"Ζευ", "zef zeu", "ευ at the end"},
		{"Αγγελόπουλος", "angelopoulos angelopulos", "γγ is ng, ου one vowel"},
		{"Μπάνκα", "banka", "μπ at the beginning is b"},
		{"Ντάχουα", "ntachoua dahua dachoua", "a foreign name, by ear"},
		{"Χικβίζιον", "chikvizion hikvizion chikbizion", "likewise Hikvision"},
		{"Θεόφιλος", "theofilos theophilos", "an older spelling"},
		{"Δ7", "", "a digit is no letter"},
		{"Αδ", "ad", "the shortest word"},
	})
}

type romaniseTest struct{ in, want, reason string }

// testRomanise folds words as the pass does and compares all their forms.
func testRomanise(t *testing.T, script Script, tests []romaniseTest) {
	t.Helper()
	for _, test := range tests {
		var word []rune
		chars, _ := clean(test.in)
		for _, c := range chars {
			word = foldNative(word, c.r, script)
		}
		if got := strings.Join(romanise(word, script), " "); got != test.want {
			t.Errorf("romanise(%s) = %s, want %s: %s", test.in, got, test.want, test.reason)
		}
	}
}

// TestRomaniseForms holds for every script what romanise promises: at most
// four forms, all different, of the letters a to z, for words of any letters
// in any order.
func TestRomaniseForms(t *testing.T) {
	blocks := []struct {
		script      Script
		first, last rune
		reason      string
	}{
		{Greek, 0x0370, 0x03FF, "Greek and archaic letters"},
		{Armenian, 0x0530, 0x058F, "with punctuation"},
		{Hebrew, 0x0590, 0x05FF, "with points"},
		{Arabic, 0x0600, 0x077F, "letters of all languages, digits, signs"},
		{Indic, 0x0900, 0x0DFF, "letters of several scripts in one word"},
		{Indic, 0x0900, 0x097F, "Devanagari alone"},
		{Indic, 0x0A00, 0x0A7F, "Gurmukhi alone"},
		{Indic, 0x0B80, 0x0BFF, "Tamil alone"},
		{Indic, 0x0D80, 0x0DFF, "Sinhala alone"},
		{Thai, 0x0E00, 0x0E7F, "vowels anywhere"},
		{Georgian, 0x10A0, 0x10FF, "capitals without small letters here"},
		{Kana, 0x3040, 0x30FF, "marks anywhere"},
		{Hangul, 0xAC00, 0xD7A3, "syllables"},
		{Hangul, 0x1100, 0x11FF, "letters alone"},
	}
	random := rand.New(rand.NewPCG(1, 2))
	for _, block := range blocks {
		read := 0
		for range 20000 {
			word := make([]rune, random.IntN(9))
			for i := range word {
				word[i] = block.first + random.Int32N(block.last-block.first+1)
			}
			forms := romanise(word, block.script)
			if len(forms) > 0 {
				read++
			}
			if len(forms) > maxForms {
				t.Errorf("%s: %d forms: %s", string(word), len(forms), block.reason)
			}
			for i, form := range forms {
				if form == "" || strings.Trim(form, "abcdefghijklmnopqrstuvwxyz") != "" || slices.Contains(forms[:i], form) {
					t.Errorf("%s (%U): %q: %s", string(word), word, forms, block.reason)
				}
			}
		}
		if read == 0 && block.first != 0x1100 {
			t.Errorf("%s: no word was read: %s", block.script, block.reason)
		}
	}
}

func BenchmarkRomanise(b *testing.B) {
	for _, test := range []struct {
		script Script
		word   string
	}{
		{Greek, "πετρελαια"}, {Arabic, "مخلوف"}, {Arabic, "محمد"}, {Arabic, "قەشقەر"}, {Hebrew, "הפועלים"}, {Armenian, "պետրոսյան"},
		{Georgian, "საქართველოს"}, {Hangul, "하이크비전"}, {Kana, "ハイクビジョン"}, {Thai, "สุวรรณภูมิ"}, {Indic, "नरेन्द्र"},
	} {
		word := []rune(test.word)
		b.Run(test.word, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				romanise(word, test.script)
			}
		})
	}
}
