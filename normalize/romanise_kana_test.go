package normalize

import "testing"

func TestRomaniseKana(t *testing.T) {
	testRomanise(t, Kana, []romaniseTest{
		{"ハイクビジョン", "haikubijon haikbijon haikvizhon", "Hikvision: a bare k, b for v, j for the sound in vision"},
		{"センスタイム", "sensutaimu senstaim", "SenseTime: bare s and m"},
		{"アイフライテック", "aifuraitekku aifraitek aiflaitek", "iFLYTEK: l, doubled k"},
		{"メグビー", "megubi megbi megvi", "Megvii: a long vowel"},
		{"ﾒｸﾞﾋﾞｰ", "megubi megbi megvi", "half width"},
		{"ファーウェイ", "fawei huawei", "the hua of Chinese names"},
		{"イートゥ", "itu yitu", "a small vowel after t; Yitu"},
		{"ヴィトン", "viton", "v with a small vowel"},
		{"ジェット", "jetto jet zhet", "j with a small vowel"},
		{"マッチ", "matchi machi maqi", "doubled ch; pinyin by chance"},
		{"トヨタ", "toyota", "to before y has its vowel"},
		{"トウキョウ", "toukyou tokyo", "long vowels as in customary spelling"},
		{"シンブン", "shinbun shimbun shinvun", "n before b"},
		{"ちょうせん", "chousen chosen", "hiragana is not foreign"},
		{"しゃかい", "shakai xiakai", "sh and a small vowel; pinyin by chance"},
		{"りょく", "ryoku", "r and a small vowel"},
		{"ッ", "", "a mark alone has no sound"},
		{"カ゜", "", "a mark that is no kana"},
	})
}
