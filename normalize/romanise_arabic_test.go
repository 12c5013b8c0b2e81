package normalize

import (
	"strings"
	"testing"
)

func TestRomaniseArabic(t *testing.T) {
	testRomanise(t, Arabic, []romaniseTest{
		{"ماهان", "mahan", "written in full"},
		{"ایر", "ir air", "a foreign word in Persian"},
		{"حزب", "hizb hezb", "a word with known vowels"},
		{"الله", "allah ullah", "God"},
		{"نعمتالله", "namtallah", "names that end in God's"},
		{"رامي", "rami", "Arabic yeh"},
		{"مخلوف", "mkhluf makhluf mekhlov makhlouf", "the written letters, filled in, as a foreign word, as customary"},
		{"القذافي", "alqadhafi qadhafi gaddafi qaddafi", "the article; a name with known spellings"},
		{"التجاري", "altjari tjari tajari", "the article; an unwritten a"},
		{"للطيران", "liltiran tiran", "for, and the article"},
		{"السورية", "alsuriya suriya souriyah", "feminine"},
		{"هيكفيجن", "hikfijn hikfijan hikvizhen", "a foreign name: f for v, j for the sound in vision"},
		{"هایک", "hayk", "y after a vowel"},
		{"ویژن", "vizhn vizhen vizhan", "a Persian letter: w is v"},
		{"پتروشیمی", "ptrushimi petroshimi patroushimi", "Persian"},
		{"داهوا", "dahwa dahua", "w or u between consonant and vowel"},
		{"سعودي", "saudi saodi saoudi", "ayn between consonants"},
		{"جامعة", "jama jameh jamah", "ayn before the ending"},
		{"رضا", "rida reza raza", "Persian reads the same letters otherwise"},
		{"قاضي", "qadi ghazi", "likewise, without known spellings"},
		{"بڑے", "bre bare", "Urdu letters"},
		{"ھەولێر", "hawler", "Kurdish, not Uyghur"},
		{"بانک٧", "", "a digit is no letter"},
	})
}

func TestRomaniseUyghur(t *testing.T) {
	tests := []romaniseTest{
		{"ئاقسۇ", "aqsu aksu", "a carrier before the first vowel"},
		{"ئالتاي", "altay", "known as Uyghur by its carrier alone"},
		{"ئۇيغۇر", "uyghur", "y after a vowel"},
		{"ئىلى", "ili", "i at both ends"},
		{"يەكەن", "yeken yakan", "y at the beginning"},
		{"جامائەت", "jamaet jamaat", "a carrier within the word"},
		{"قەشقەر", "qeshqer qashqar kashkar", "ە and ق in established names"},
		{"خوتەن", "xoten khotan", "likewise خ"},
		{"شىنجاڭ", "shinjang", "ng"},
		{"یاقسۇ", "aqsu aksu yaqsu", "folded: the letter at the beginning is a carrier"},
		{"یەکەن", "eken akan yeken", "folded: or it is y"},
		{"شینجاڭ", "shinjang", "folded: i between consonants"},
		{"یۇیغۇر", "uyghur yuyghur", "folded: y after a vowel"},
		{"بایینغولیڭ", "bayingholing", "folded: y and i together"},
		{"جامایەت", "jamayet jamayat", "folded: the carrier within the word is lost"},
	}
	for _, test := range tests {
		if got := strings.Join(romaniseArabic([]rune(test.in)), " "); got != test.want {
			t.Errorf("romaniseArabic(%s) = %s, want %s: %s", test.in, got, test.want, test.reason)
		}
	}
}
