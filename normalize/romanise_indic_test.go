package normalize

import "testing"

func TestRomaniseIndic(t *testing.T) {
	testRomanise(t, Indic, []romaniseTest{
		{"नरेन्द्र", "narendra", "a is spoken after several consonants"},
		{"मोदी", "modi", "vowel signs"},
		{"भारतीय", "bharatiya bhartiya", "a is spoken after iy"},
		{"मनमोहन", "manamohan manmohan manamohana", "a swallowed within the word"},
		{"अमित", "amit amita", "and at the end"},
		{"सिंह", "singh singha", "a nasal before h"},
		{"मुंबई", "mumbai", "and before b"},
		{"हिंदी", "hindi", "and elsewhere"},
		{"ज्ञान", "gyan gyana", "j and n together"},
		{"फ़ज़ल", "fazal fazala", "letters with a dot"},
		{"हाँ", "han", "a nasal at the end"},
		{"বাংলাদেশ", "bangladesh bangladesha", "Bengali: ng before l"},
		{"শেখ", "shekh shekha", "Bengali: a swallowed"},
		{"সৎ", "sat sot", "Bengali: a letter without vowel; the a is o"},
		{"ਸਿੰਘ", "singh singha", "Gurmukhi: its own nasal"},
		{"ਅੱਕ", "akk akka", "Gurmukhi: its own doubling"},
		{"ਪੰਜਾਬ", "panjab panjaba", "Gurmukhi"},
		{"ગુજરાત", "gujarat gujrat gujarata", "Gujarati"},
		{"ଓଡ଼ିଶା", "odisha", "Odia: d with a dot"},
		{"சென்னை", "sennai chennai", "Tamil: one letter for s and ch"},
		{"முருகன்", "murugan murukan", "Tamil: k between vowels"},
		{"சுந்தர்", "sundar chunthar", "Tamil: t after n"},
		{"முத்து", "muthu muththu", "Tamil: doubled t"},
		{"ஃபா", "fa", "Tamil: f in two letters"},
		{"హైదరాబాద్", "haidarabad", "Telugu"},
		{"ಬೆಂಗಳೂರು", "bengaluru", "Kannada"},
		{"മലയാളം", "malayalam", "Malayalam: a nasal at the end"},
		{"അവൻ", "avan", "Malayalam: a letter without vowel"},
		{"ලංකා", "lanka", "Sinhala, in its own order"},
		{"श्री१", "", "a digit is no letter"},
		{"कক", "", "letters of two scripts"},
	})
}
