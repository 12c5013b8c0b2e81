package normalize

import "testing"

func TestRomaniseHebrew(t *testing.T) {
	testRomanise(t, Hebrew, []romaniseTest{
		{"בנימין", "binyamin benjamin bnimin banimin", "a name with known spellings"},
		{"נתניהו", "netanyahu ntnyahu natnayahu netneyahu", "likewise"},
		{"הפועלים", "hpoalim hapoalim hefualim hafoalim", "the article; ayin after a vowel"},
		{"תנובה", "tnoba tanoba tenuvah tanova", "v or b, o or u; final heh"},
		{"בנק", "bnk bank benk", "no vowels at all"},
		{"אליהו", "alyahu", "names that end in -yahu"},
		{"אור", "or ur", "a vowel written after alef"},
		{"וולוו", "vlv valv velv", "doubled vav"},
		{"שָׁלוֹם", "shlom shalom shelum", "points are left out"},
		{"א1", "", "a digit is no letter"},
	})
}
