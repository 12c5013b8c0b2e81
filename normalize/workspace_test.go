package normalize

import (
	"encoding/csv"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// difference returns how two results differ; nothing and empty are one.
func difference(a, b *Canonical) string {
	return cmp.Diff(a, b, cmpopts.EquateEmpty(), cmp.AllowUnexported(Token{}))
}

// TestWorkspace holds that a name is read alike whatever was read before it in
// the same memory.
func TestWorkspace(t *testing.T) {
	var w Workspace
	for _, name := range append(latinNames(t), ordinaryChinese...) {
		fresh := Name(name)
		if diff := difference(&fresh, w.Name(name)); diff != "" {
			t.Errorf("%q differs in a used workspace:\n%s", name, diff)
		}
		fresh = Listed(name)
		if diff := difference(&fresh, w.Listed(name)); diff != "" {
			t.Errorf("%q, listed, differs in a used workspace:\n%s", name, diff)
		}
	}
}

// checkPlain holds that the short way to take a name gives what the long one
// does.
func checkPlain(t *testing.T, raw string) bool {
	t.Helper()
	var short, long Workspace
	short.name.Raw, long.name.Raw = raw, raw
	if !short.takePlain(raw) {
		if len(short.words) > 0 || len(short.humps) > 0 {
			t.Errorf("%q is not taken the short way, but words are", raw)
		}
		return false
	}
	long.take(raw)
	short.read(false)
	long.read(false)
	if diff := difference(&short.name, &long.name); diff != "" {
		t.Errorf("%q differs when it is taken the short way:\n%s", raw, diff)
	}
	return true
}

func FuzzPlain(f *testing.F) {
	for _, s := range append(ordinaryLatin, "A/S B & C", "a  b\tc", "H I K", "AB&amp;C", "(x) [y] {z}", "x.y. z", "DahuaTech", "No. 9 - 14th", "a%41", "&&&") {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		if len(raw) <= MaxBytes {
			checkPlain(t, raw)
		}
	})
}

func TestPlain(t *testing.T) {
	names := latinNames(t)
	plain := 0
	for _, name := range names {
		if checkPlain(t, name) {
			plain++
		}
	}
	t.Logf("%d of %d names are taken the short way", plain, len(names))
	for _, tt := range []struct {
		name   string
		want   bool
		reason string
	}{
		{"Hikvision Co., Ltd.", true, "ordinary"},
		{"AT&T; B", false, "what may be a character reference"},
		{"AT&T Inc.", true, "an ampersand"},
		{"Macy's", false, "an apostrophe"},
		{"D@hua", false, "a sign for a letter"},
		{"100%", false, "what may be an escape"},
		{"Würth", false, "a letter that is not ASCII"},
		{"a\tb", false, "a control character"},
		{strings.Repeat("a ", maxWords+1), false, "too many words"},
	} {
		if got := checkPlain(t, tt.name); got != tt.want {
			t.Errorf("%s: %q is taken the short way: %v, want %v", tt.reason, tt.name, got, tt.want)
		}
	}
}

// TestAllocations holds that an ordinary name costs the letters of its words, in
// a workspace that names were read in before.
func TestAllocations(t *testing.T) {
	var w Workspace
	for _, name := range ordinaryLatin {
		w.Name(name)
	}
	for _, name := range ordinaryLatin {
		if n := testing.AllocsPerRun(10, func() { w.Name(name) }); n > 1 {
			t.Errorf("%q costs %v allocations, want 1", name, n)
		}
	}
}

// TestShortcuts holds, for every rune, that what is decided early is what the
// tables say.
func TestShortcuts(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if isPlainRune(r) {
			c := cleaner{}
			c.addOther(r, 0, 1)
			if len(c.chars) != 1 || c.chars[0].r != r || len(c.repairs) > 0 {
				t.Fatalf("%q is no plain letter: %v, %q", r, c.chars, c.repairs)
			}
		}
		if 0x4E00 <= r && r <= 0x9FFF && (!unicode.IsLetter(r) || !unicode.Is(unicode.Han, r)) {
			t.Fatalf("%q is no Chinese character", r)
		}
		if pairs := []rune(lookalikes); r >= 0x0250 {
			var want rune
			if i := slices.Index(pairs, r); i >= 0 {
				want = pairs[i+1]
			}
			if got := lookalike(r); got != want {
				t.Fatalf("%q looks like %q, want %q", r, got, want)
			}
		}
	}
}

// FuzzShape holds that words without confusable letters are their own outline.
func FuzzShape(f *testing.F) {
	for _, s := range []string{"cloud", "barn", "vvv", "0IL", "plain", "", "rrn", "cl"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, word string) {
		if got, want := Shape(word), string(AppendShape(nil, word)); got != want {
			t.Errorf("the outline of %q is %q, want %q", word, got, want)
		}
	})
}

// Names of the kinds that a benchmark reads.
var (
	ordinaryLatin = []string{
		"01 Communique Laboratory Inc.", "Zhejiang Dahua Technology Co., Ltd.", "Microsoft Corporation", "Siemens AG", "Tata Motors Limited",
		"Petroleo Brasileiro SA Petrobras", "Johnson & Johnson", "Mitsubishi Heavy Industries, Ltd.", "Deutsche Lufthansa AG", "Toyota Motor Corp",
		"Grupo Financiero Banorte SAB de CV", "Samsung Electronics Co Ltd", "Hangzhou Hikvision Digital Technology Co., Ltd.", "BHP Group Ltd",
		"Vodafone Idea Limited", "Marathon Petroleum Corp", "China Merchants Bank Co Ltd", "Royal Caribbean Cruises Ltd", "Advanced Micro Devices, Inc.",
		"Kawasaki Kisen Kaisha Ltd", "PT Bank Central Asia Tbk", "Novo Nordisk A/S", "Sumitomo Chemical Company, Limited", "Yandex N.V.",
		"Empresa Nacional de Telecomunicaciones S.A.", "Nippon Steel Trading Corporation", "Evergreen Marine Corp (Taiwan) Ltd", "Ping An Insurance Group Company of China Ltd",
		"Orascom Construction PLC", "Emirates Telecommunications Group Company PJSC", "Krakatau Steel (Persero) Tbk", "Aurubis AG", "Gazprom Neft PJSC",
		"Xiamen Meiya Pico Information Co., Ltd.", "Sinotruk Hong Kong Ltd", "Bajaj Auto Limited",
	}
	ordinaryChinese = []string{
		"浙江大华技术股份有限公司", "杭州海康威视数字技术股份有限公司", "北京旷视科技有限公司", "厦门市美亚柏科信息股份有限公司", "新疆维吾尔自治区公安厅", "乌鲁木齐市公安局",
		"上海依图网络科技有限公司", "深圳市商汤科技有限公司", "科大讯飞股份有限公司", "中国石油化工集团公司", "招商银行股份有限公司", "青岛啤酒股份有限公司",
		"第十四研究所", "哈尔滨工业大学", "廣東美的集團股份有限公司", "阿里巴巴集团控股有限公司",
	}
)

// BenchmarkName reads names of one kind after the other in one workspace, and
// each in memory of its own: those above, or the ordinary company names and the
// Chinese names of the labelled sets, where they are present.
func BenchmarkName(b *testing.B) {
	latin, chinese := sharedNames()
	if latin == nil || chinese == nil {
		b.Log("the shared names are absent: a few dozen of the project's own are read")
		latin, chinese = ordinaryLatin, ordinaryChinese
	}
	var mixed []string
	for i, name := range latin {
		mixed = append(mixed, name)
		if i%4 == 3 {
			mixed = append(mixed, chinese[i/4%len(chinese)])
		}
	}
	for _, bb := range []struct {
		kind  string
		names []string
	}{{"latin", latin}, {"chinese", chinese}, {"mixed", mixed}} {
		b.Run("names="+bb.kind, func(b *testing.B) {
			b.ReportAllocs()
			var w Workspace
			for i := 0; b.Loop(); i++ {
				w.Name(bb.names[i%len(bb.names)])
			}
		})
	}
	b.Run("names=latin/alone", func(b *testing.B) {
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			Name(latin[i%len(latin)])
		}
	})
}

func sharedNames() (latin, chinese []string) {
	text, err := os.ReadFile("../../shared/names/companies.tsv")
	if err != nil {
		return nil, nil
	}
	for line := range strings.Lines(string(text)) {
		name, _, _ := strings.Cut(line, "\t")
		latin = append(latin, name)
	}
	for _, file := range []string{"entities28.csv", "pairs.csv"} {
		f, err := os.Open("../../shared/eval/" + file)
		if err != nil {
			return nil, nil
		}
		defer f.Close()
		rows, err := csv.NewReader(f).ReadAll()
		if err != nil {
			return nil, nil
		}
		for _, row := range rows {
			for _, cell := range row[:2] {
				if strings.ContainsFunc(cell, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
					chinese = append(chinese, cell)
				}
			}
		}
	}
	return latin, chinese
}
