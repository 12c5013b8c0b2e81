package normalize

import "testing"

func TestRomaniseKorean(t *testing.T) {
	testRomanise(t, Hangul, []romaniseTest{
		{"김정은", "kimjeongeun kimjongun kimchongun", "a person: Kim in all forms; the northern spelling"},
		{"박봉주", "bakbongju pakpongju parkbongju", "no voice after k; a customary surname"},
		{"리명수", "rimyeongsu rimyongsu leemyeongsu", "northern Ri, southern Lee"},
		{"이재용", "ijaeyong ichaeyong leejaeyong", "a surname without consonant"},
		{"김포", "gimpo kimpo", "a place, not a person"},
		{"한국전력", "hangukjeollyeok hangukchollyok", "n and r are ll"},
		{"독립", "dongnip tongnip", "k and r are ngn"},
		{"백마", "baengma paengma", "k before m is ng"},
		{"신라", "silla", "n before r"},
		{"설날", "seollal sollal", "n after l"},
		{"좋다", "jota chota", "h and d are t"},
		{"좋아", "joa choa", "h before a vowel is silent"},
		{"같이", "gachi kachi gaqi", "t before i"},
		{"읽어", "ilgeo ilgo", "two final consonants before a vowel"},
		{"고려", "goryeo koryo", "g is k at the beginning"},
		{"하이크비전", "haikeubijeon haikubijon haikvizon", "a foreign name: no vowel after k, v and z"},
		{"아이플라이텍", "aipeullaitek aipullaitek aiflaitek", "fl"},
		{"센스타임", "senseutaim sensutaim senstaim", "s before t"},
		{"다후아", "dahua tahua", "Dahua"},
		{"ㅋㅋ", "", "letters that are no syllables"},
	})
}
