package normalize

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// describe writes a reading in one line: text/role=concept for each token.
func describe(r Reading) string {
	var parts []string
	for _, t := range r.Tokens {
		s := t.Text + "/" + t.Role.String()
		if t.Concept != 0 {
			s += "=" + t.Concept.Name()
		}
		if t.Number != "" {
			s += "=" + t.Number
		}
		if t.Native != "" {
			s = t.Native + ":" + s
		}
		parts = append(parts, s)
	}
	return strings.Join(parts, " ")
}

// TestNames walks the names of testdata/names.txt and compares with the golden
// file beside it. A line of names.txt is a reason, a tab and a Go-quoted name.
func TestNames(t *testing.T) {
	text, err := os.ReadFile("testdata/names.txt")
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for line := range strings.Lines(string(text)) {
		reason, quoted, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok {
			t.Fatalf("names.txt: %q has no reason and name with a tab between", line)
		}
		var name string
		if _, err := fmt.Sscanf(quoted, "%q", &name); err != nil {
			t.Fatalf("names.txt: %s: %v", quoted, err)
		}
		c := Name(name)
		fmt.Fprintf(&got, "%s — %s\n", quoted, reason)
		if c.Problem != "" {
			fmt.Fprintf(&got, "    problem: %s\n", c.Problem)
		}
		for _, r := range c.Repairs {
			fmt.Fprintf(&got, "    repair: %s\n", r)
		}
		for _, r := range c.Readings {
			fmt.Fprintf(&got, "    %s\n", describe(r))
		}
	}
	const golden = "testdata/names.golden"
	if *update {
		if err := os.WriteFile(golden, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got.String()); diff != "" {
		t.Errorf("names.golden differs (-want +got); -update rewrites it:\n%s", diff)
	}
}

// TestEqualReadings pairs spellings that must become the same tokens.
func TestEqualReadings(t *testing.T) {
	for _, tt := range []struct{ a, b, reason string }{
		{"Dahua Technology Co., Ltd.", "DAHUA TECHNOLOGY CO LTD", "case and punctuation"},
		{"Ürümqi Municipal Public Security Bureau", "Urumqi Municipal Public Security Bureau", "diacritics"},
		{"乌鲁木齐市公安局", "烏魯木齊市公安局", "traditional characters"},
		{"ＨＩＫＶＩＳＩＯＮ", "Hikvision", "full width"},
		{"Hik\u200bvision", "Hikvision", "zero-width space"},
		{"H I K V I S I O N", "Hikvision", "letters spaced out"},
		{"Нikvision", "Hikvision", "a Cyrillic letter that looks like H"},
		{"Johnson &amp; Johnson", "Johnson & Johnson", "HTML character reference"},
		{"WÃ¼rth GmbH", "Würth GmbH", "UTF-8 read as Windows-1252"},
		{"W\xfcrth GmbH", "Würth GmbH", "Windows-1252 bytes"},
		{"%E5%A4%A7%E5%8D%8E", "大华", "percent escapes"},
		{"º£¿µÍþÊÓ", "海康威视", "GBK read as Windows-1252"},
		{"娴欐睙澶у崕", "浙江大华", "UTF-8 read as GBK"},
		{"D@hu@ Technology", "Dahua Technology", "signs for letters, the last one too"},
		{"Gong'anju", "gong an ju", "pinyin with and without spaces"},
		{"ATTN: Megvii", "Megvii", "a remark of the mail room"},
	} {
		a, b := Name(tt.a), Name(tt.b)
		if len(a.Readings) == 0 || len(b.Readings) == 0 {
			t.Errorf("%s: %q: %s; %q: %s", tt.reason, tt.a, a.Problem, tt.b, b.Problem)
			continue
		}
		if diff := cmp.Diff(describe(a.Readings[0]), describe(b.Readings[0])); diff != "" {
			t.Errorf("%s: %q and %q differ:\n%s", tt.reason, tt.a, tt.b, diff)
		}
	}
}

func TestProblems(t *testing.T) {
	for _, tt := range []struct{ name, raw, problem string }{
		{"empty", "", "empty"},
		{"punctuation", " -- / . ", "no letters or digits"},
		{"invisible", "\u200b\u200e\ufeff", "no letters or digits"},
		{"legal form", "Co., Ltd.", "only a legal form"},
		{"Chinese legal form", "股份有限公司", "only a legal form"},
		{"a megabyte", strings.Repeat("Hikvision ", 100_000), "longer than"},
		{"too many words", strings.Repeat("a b ", 200), "words"},
	} {
		if c := Name(tt.raw); !strings.Contains(c.Problem, tt.problem) || c.Problem == "" || len(c.Readings) > 0 {
			t.Errorf("%s: problem %q with %d readings, want %q and none", tt.name, c.Problem, len(c.Readings), tt.problem)
		}
	}
	if c := Name("Hikvision" + strings.Repeat("\u0301", 1000)); c.Problem != "" || len(c.Repairs) == 0 {
		t.Errorf("combining marks without end: problem %q, repairs %q", c.Problem, c.Repairs)
	}
}

func TestSequences(t *testing.T) {
	for _, s := range append(remarks[:], introducers[:]...) {
		if !beginsSequence(s[0]) {
			t.Errorf("beginsSequence does not know %q", s[0])
		}
	}
}

func ExampleName() {
	c := Name("浙江大华技术股份有限公司")
	for _, t := range c.Readings[0].Tokens {
		fmt.Println(c.Raw[t.Start:t.End], t.Text, t.Role)
	}
	// Output:
	// 浙江 zhejiang place
	// 大华 dahua distinctive
	// 技术 jishu industry
	// 股份有限公司 gufenyouxiangongsi legal form
}
