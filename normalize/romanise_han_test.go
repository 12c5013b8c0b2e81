package normalize

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"
)

func TestSimplify(t *testing.T) {
	tests := []struct{ in, want, reason string }{
		{"華為技術", "华为技术", "traditional"},
		{"後臺鐘鍾發髮", "后台钟钟发发", "several traditional characters with one simplified form"},
		{"后台里面", "后台里面", "simplified forms that are traditional characters too"},
		{"乾著藉瞭徵", "乾著藉瞭徵", "standard forms that are traditional for others too"},
		{"瑙阪吒幺苧薳", "瑙阪吒幺苧薳", "standard forms for which Unihan names a form nobody writes"},
		{"於釐復裡摺", "于厘复里折", "standard or not, these have one common simplified form"},
		{"鉄広気県団図国", "铁广气县团图国", "Japanese forms"},
		{"東芝電気産業株式会社", "东芝电气产业株式会社", "a Japanese name"},
		{"両仮労営圧対帰廃択拠権歯沢済渋満発経継続脳観訳読豊軽辺鉱銭霊顔駅駆", "两假劳营压对归废择据权齿泽济涩满发经继续脑观译读丰轻边矿钱灵颜驿驱", "Japanese forms that Unihan does not connect"},
		{"芸浜弁予", "芸浜弁予", "Japanese forms that are other characters in Chinese"},
		{"峯羣啟恆溫內吳呂黃綠戶產別沒說顏真眞鎮鎭", "峰群启恒温内吴吕黄绿户产别没说颜真真镇镇", "variants of Taiwan and Hong Kong"},
		{"⻓⻢⻩", "长马黄", "radical symbols from PDF text"},
		{"﨑", "崎", "a variant among the compatibility characters"},
		{"𧹒", "𧹒", "a rare form without standard simplification"},
		{"Aé한ꀀ・ー、", "Aé한ꀀ・ー、", "no Chinese characters"},
	}
	for _, test := range tests {
		got := strings.Map(simplify, test.in)
		if got != test.want {
			t.Errorf("simplify(%s) = %s, want %s: %s", test.in, got, test.want, test.reason)
		}
	}
}

func TestSimplifyIsIdempotent(t *testing.T) {
	for r := rune(-1); r <= unicode.MaxRune+1; r++ {
		once := simplify(r)
		if twice := simplify(once); twice != once {
			t.Errorf("simplify(%U) = %U, simplified again %U", r, once, twice)
		}
		if once != r && !unicode.Is(unicode.Han, once) {
			t.Errorf("simplify(%U) = %U, no Chinese character", r, once)
		}
	}
}

func TestTablesAreSorted(t *testing.T) {
	for name, table := range map[string]struct {
		text  string
		width int
	}{"hanSimplified": {hanSimplified, 8}, "hanHeteronyms": {hanHeteronyms, 4 + 2*hanMaxReadings}} {
		if len(table.text)%table.width != 0 {
			t.Errorf("%s: %d bytes, rows of %d", name, len(table.text), table.width)
		}
		last := uint32(0)
		for at := 0; at < len(table.text); at += table.width {
			key := keyHan(table.text[at : at+4])
			if key <= last || key != paddedHan(unpaddedHan(table.text[at:at+4])) {
				t.Errorf("%s: row at %d is out of order or no character", name, at)
			}
			last = key
		}
	}
}

// spell writes readings as "chang2 zhang3".
func spell(list []syllable) string {
	var words []string
	for _, s := range list {
		words = append(words, fmt.Sprint(s.letters(), s.tone()))
	}
	return strings.Join(words, " ")
}

func TestAppendReadings(t *testing.T) {
	tests := []struct {
		in           rune
		want, reason string
	}{
		{'华', "hua2 hua4", "the surname has another tone"},
		{'浙', "zhe4", "one reading, place name"},
		{'厦', "xia4 sha4", "厦门 before 大厦"},
		{'长', "chang2 zhang3", "长城 before 部长"},
		{'長', "chang2 zhang3", "the traditional form has the same"},
		{'重', "zhong4 chong2", "重工, 重庆"},
		{'行', "xing2 hang2 heng2", "行健, 银行"},
		{'大', "da4 dai4", "大华, 大夫"},
		{'藏', "zang4 cang2", "西藏"},
		{'伽', "jia1 ga1 qie2", "伽师, 瑜伽"},
		{'乐', "le4 yue4", "快乐, 音乐"},
		{'单', "dan1 chan2 shan4", "单位, 单县"},
		{'都', "du1 dou1", "成都"},
		{'朝', "chao2 zhao1", "朝阳"},
		{'曾', "zeng1 ceng2", "surname"},
		{'解', "jie3 jie4 xie4", "surname xie"},
		{'仇', "qiu2 chou2", "surname"},
		{'盖', "gai4 ge3", "surname ge"},
		{'区', "qu1 ou1", "surname ou"},
		{'六', "liu4 lu4", "六安 is lu'an"},
		{'台', "tai2 tai1", "台州 has the first tone"},
		{'蚌', "beng4 bang4", "蚌埠"},
		{'亳', "bo2", "亳州, unlike 毫"},
		{'番', "fan1 pan1", "番禺 is panyu"},
		{'莞', "guan3 wan3", "东莞"},
		{'丽', "li4 li2", "丽水 has the second tone"},
		{'铅', "qian1 yan2", "铅山 is yanshan"},
		{'会', "hui4 kuai4", "会计"},
		{'参', "can1 shen1 cen1", "人参"},
		{'传', "chuan2 zhuan4", "传媒"},
		{'调', "tiao2 diao4", "空调 before 调查"},
		{'数', "shu4 shu3 shuo4", "数码"},
		{'什', "shi2 shen2", "喀什"},
		{'勒', "le4 lei1", "库尔勒"},
		{'拓', "tuo4 ta4", "开拓"},
		{'尉', "wei4 yu4", "尉犁 is yuli"},
		{'龟', "gui1 jun1 qiu1", "龟兹 is qiuci"},
		{'一', "yi1", "without the tones it takes before other words"},
		{'女', "nu3", "ü is written u"},
		{'髮', "fa4", "only the reading that the traditional form has"},
		{'鉄', "tie3", "the Japanese form, not the older character zhi2"},
		{'価', "jia4 jie0", "likewise, not si4"},
		{'⻓', "chang2 zhang3", "radical symbol"},
		{'〇', "ling2", "zero, which Unihan does not treat"},
		{'𬭊', "du4", "standard character beyond the first plane"},
		{'辻', "shi2", "Japanese character with a Mandarin reading"},
		{'嗯', "", "no syllable with a vowel"},
		{'A', "", "no Chinese character"},
		{'한', "", "Hangul"},
		{-1, "", "no code point"},
	}
	for _, test := range tests {
		if got := spell(appendReadings(nil, test.in)); got != test.want {
			t.Errorf("readings of %c: %s, want %s: %s", test.in, got, test.want, test.reason)
		}
	}
}

func TestExactHomophones(t *testing.T) {
	first := func(r rune) syllable { return appendReadings(nil, r)[0] }
	if first('视') != first('世') {
		t.Error("视 and 世 sound alike")
	}
	if a, b := first('颐'), first('易'); a == b || a.letters() != b.letters() {
		t.Error("颐 and 易 have the same letters, but not the same tone")
	}
	if first('绿') == first('路') {
		t.Error("绿 and 路 have the same letters, but not the same sound")
	}
}

// TestReadings holds over all code points what the tables promise.
func TestReadings(t *testing.T) {
	with := 0
	for r := rune(0); r <= 0x3FFFF; r++ {
		list := appendReadings(nil, r)
		if len(list) > 0 {
			with++
		}
		for i, s := range list {
			letters := s.letters()
			if letters == "" || !isPinyin(letters) || pinyinSyllables(letters) != 1 {
				t.Errorf("%c: reading %q is no syllable", r, letters)
			}
			if s.tone() > 4 || slices.Contains(list[:i], s) {
				t.Errorf("%c: %s", r, spell(list))
			}
		}
		// A folded form may lack readings of the standard one, but adds none.
		for _, s := range list {
			if !slices.Contains(appendReadings(nil, simplify(r)), s) {
				t.Errorf("%c: %s is no reading of %c", r, spell([]syllable{s}), simplify(r))
			}
		}
	}
	if with < 25000 {
		t.Errorf("only %d characters have a reading", with)
	}
}

func TestIsPinyin(t *testing.T) {
	tests := []struct {
		word      string
		syllables int // 0: no pinyin
		reason    string
	}{
		{"dahua", 2, "da hua"},
		{"yixin", 2, "yi xin"},
		{"yitu", 2, "yi tu"},
		{"haikangweishi", 4, "hai kang wei shi"},
		{"hetian", 2, "he tian"},
		{"xian", 1, "fewest: xian, though 西安 is xi an"},
		{"changan", 2, "chang an or chan gan"},
		{"huaian", 2, "a syllable an within the word"},
		{"haier", 2, "a syllable er within the word"},
		{"akesu", 3, "a vowel alone in front"},
		{"a", 1, "a vowel alone"},
		{"lvdi", 2, "ü as v"},
		{"ludi", 2, "ü as u"},
		{"lyudi", 2, "ü as yu, in passports"},
		{"nvwa", 2, "ü as v after n"},
		{"zhuangzhuang", 2, "the longest syllables"},
		{strings.Repeat("zhuang", 10), 10, "long, but within the bound"},
		{strings.Repeat("zhuang", 11), 0, "beyond the bound"},
		{"dajua", 0, "a vowel alone within the word"},
		{"yxiin", 0, "letters transposed"},
		{"hikvision", 0, "English"},
		{"megvii", 0, "invented"},
		{"zhongxx", 0, "a syllable and more"},
		{"zhon", 0, "cut off"},
		{"ng", 0, "no vowel"},
		{"fiao", 0, "dialect"},
		{"", 0, "empty"},
		{"Dahua", 0, "a capital"},
		{"da hua", 0, "a space"},
		{"dahua3", 0, "a digit"},
		{"绿", 0, "no ASCII"},
		{"china", 2, "chance: chi na"},
	}
	for _, test := range tests {
		if got := pinyinSyllables(test.word); got != test.syllables {
			t.Errorf("pinyinSyllables(%q) = %d, want %d: %s", test.word, got, test.syllables, test.reason)
		}
		if got := isPinyin(test.word); got != (test.syllables > 0) {
			t.Errorf("isPinyin(%q) = %v: %s", test.word, got, test.reason)
		}
	}
}

func TestHanAllocations(t *testing.T) {
	var buf [hanMaxReadings]syllable
	allocs := testing.AllocsPerRun(100, func() {
		for _, s := range appendReadings(buf[:0], simplify('長')) {
			if !isPinyin(s.letters()) {
				t.Error("no pinyin")
			}
		}
	})
	if allocs != 0 {
		t.Errorf("%v allocations", allocs)
	}
}

func BenchmarkSimplify(b *testing.B) {
	for name, text := range map[string]string{"simplified": "浙江大华技术股份有限公司", "traditional": "浙江大華技術股份有限公司"} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				for _, r := range text {
					simplify(r)
				}
			}
		})
	}
}

func BenchmarkAppendReadings(b *testing.B) {
	const text = "浙江大华技术股份有限公司"
	var buf [hanMaxReadings]syllable
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		for _, r := range text {
			appendReadings(buf[:0], r)
		}
	}
}

func BenchmarkIsPinyin(b *testing.B) {
	for _, word := range []string{"dahua", "haikangweishi", "hikvision", strings.Repeat("zhuang", 10)} {
		b.Run(word[:min(len(word), 13)], func(b *testing.B) {
			b.SetBytes(int64(len(word)))
			for b.Loop() {
				isPinyin(word)
			}
		})
	}
}
