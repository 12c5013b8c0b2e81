package normalize

import "testing"

func TestRomaniseThai(t *testing.T) {
	testRomanise(t, Thai, []romaniseTest{
		{"ทักษิณ", "thaksin taksin", "a consonant closes the syllable"},
		{"ชินวัตร", "chinwat chinwatr chinvatr", "silent letters at the end (Shinawatra)"},
		{"กรุงเทพ", "krungthep krungtep", "a cluster; a vowel before its consonant"},
		{"ธนาคาร", "thanakhan thanakhar tanakar tanakan", "a consonant alone has an a; r ends as n"},
		{"จำกัด", "chakat chakad jakad", "a nasal vowel"},
		{"สุวรรณภูมิ", "suwanphum suwanphumi suvanpumi suwanpumi", "รร; a silent vowel at the end"},
		{"ประยุทธ์", "prayut prayutt", "a letter marked as silent"},
		{"เซนส์ไทม์", "senthai sensthaim sentai", "but not in foreign words (SenseTime)"},
		{"จันทร์โอชา", "chanocha chanthrocha janocha", "two letters silent under one mark"},
		{"ภูมิพล", "phumiphon phumiphol pumipol", "two bare consonants are a syllable"},
		{"นคร", "nakhon nakhor nakor", "a syllable of two bare consonants at the end"},
		{"ตลาด", "talat talad", "no cluster"},
		{"หลวง", "luang", "silent h"},
		{"สวน", "suan", "ว as a vowel"},
		{"ศรี", "si sri", "silent r"},
		{"ทราย", "sai say", "ทร as s"},
		{"เชียงใหม่", "chiangmai zhiangmai", "a vowel around its consonant; a tone"},
		{"แม่", "mae", "an open syllable"},
		{"ะ", "", "a vowel without consonant"},
		{"๑", "", "a digit is no letter"},
	})
}
