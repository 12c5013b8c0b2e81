package normalize

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzName holds what must be true of every name.
func FuzzName(f *testing.F) {
	for _, s := range []string{
		"Hikvision Co., Ltd.", "浙江大华技术股份有限公司", "ООО «Ромашка»", "a/b (c) d/b/a e", "\xff\x80", "&#x6D77;%E5", "H I K", "第十四研究所", "Ã¼", "14th",
		"SURNAME, Given", "e\u0301\u0301\u0301\u0301\u0301\u0301", "ATTN: A c/o B", "ﷺ", "ﬁ", "１４", "한국", "ภาษา", "$en$eTime", "Thirty-third", "\u202eab\u200b",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		checkCanonical(t, Name(raw), raw)
		listed := Listed(raw)
		checkCanonical(t, listed, raw)
		if c := Name(raw); c.Problem == "" && listed.Problem != "" {
			t.Errorf("%q can be screened and not listed: %s", raw, listed.Problem)
		}
	})
}

func checkCanonical(t *testing.T, c Canonical, raw string) {
	t.Helper()
	if (c.Problem == "") != (len(c.Readings) > 0) {
		t.Fatalf("problem %q with %d readings", c.Problem, len(c.Readings))
	}
	if c.Raw != raw {
		t.Errorf("the raw name is %q, not %q", c.Raw, raw)
	}
	for i, r := range c.Readings {
		if (r.Part == Whole) != (i == 0) {
			t.Errorf("reading %d takes part %d", i, r.Part)
		}
		if len(r.Tokens) == 0 {
			t.Errorf("reading %d of %q has no tokens", i, raw)
		}
		for _, tok := range r.Tokens {
			checkToken(t, &tok, raw)
		}
	}
}

func checkToken(t *testing.T, tok *Token, raw string) {
	t.Helper()
	switch {
	case tok.Start < 0 || tok.Start >= tok.End || tok.End > len(raw):
		t.Errorf("token %q spans [%d, %d) of %d bytes", tok.Text, tok.Start, tok.End, len(raw))
	case utf8.ValidString(raw) && !utf8.ValidString(raw[tok.Start:tok.End]):
		t.Errorf("token %q cuts a character of %q", tok.Text, raw)
	}
	if tok.Role == Noise || tok.Role > Noise {
		t.Errorf("token %q is %v", tok.Text, tok.Role)
	}
	if tok.Role == Distinctive && !(tok.Bits > 0 && tok.Bits <= maxWordBits) {
		t.Errorf("distinctive word %q tells %v bits", tok.Text, tok.Bits)
	}
	if tok.Role == Number && tok.Number == "" {
		t.Errorf("number %q has no digits", tok.Text)
	}
	if tok.Text == "" && tok.Concept == 0 {
		t.Error("a token has neither text nor concept")
	}
	if !utf8.ValidString(tok.Text) || strings.ContainsAny(tok.Text, " \x00") {
		t.Errorf("token text %q", tok.Text)
	}
}

// TestNormalisingTwice holds where a name is a fixed point: the texts of the
// tokens of a name in small Latin letters, joined with spaces, are read as the
// same texts in the same roles. Capitals say where words begin (HengLi) and what
// is a numeral, so names that have them are made small first. What else the
// texts no longer have makes the exceptions, which are named by it.
func TestNormalisingTwice(t *testing.T) {
	names := latinNames(t)
	exceptions, examples := make(map[string]int), make(map[string]string)
	held := 0
	for _, name := range names {
		name = strings.ToLower(name)
		once := Name(name)
		if once.Problem != "" || len(once.Readings) > 1 {
			continue // several names, or brackets and slashes
		}
		tokens := once.Readings[0].Tokens
		if slices.ContainsFunc(tokens, func(t Token) bool { return t.Script != Latin }) {
			continue
		}
		text := joined(tokens)
		twice := Name(text)
		if twice.Problem == "" && slices.EqualFunc(tokens, twice.Readings[0].Tokens, func(a, b Token) bool { return a.Text == b.Text && a.Role == b.Role }) {
			held++
			continue
		}
		why := notFixed(name, tokens)
		if why == "" {
			t.Errorf("%q is read as %s, and %q as %s", name, describe(once.Readings[0]), text, describeAll(twice))
			continue
		}
		exceptions[why]++
		examples[why] = name
	}
	t.Logf("%d names are fixed points", held)
	for why, n := range exceptions {
		t.Logf("%d are not: %s, such as %q", n, why, examples[why])
	}
}

func describeAll(c Canonical) string {
	if c.Problem != "" {
		return c.Problem
	}
	return describe(c.Readings[0])
}

func joined(tokens []Token) string {
	var texts []string
	for _, t := range tokens {
		if t.Text != "" { // a further concept of the phrase before it
			texts = append(texts, t.Text)
		}
	}
	return strings.Join(texts, " ")
}

// notFixed says what the texts of a name no longer have, or nothing.
func notFixed(name string, tokens []Token) string {
	for i, t := range tokens {
		written := name[t.Start:t.End]
		switch {
		case len(t.Initials) > 1 || i+1 < len(tokens) && tokens[i+1].Start == t.Start || strings.ContainsAny(written, " -.&'’"):
			return "a phrase, which is one text without its spaces"
		case t.Role == Initial:
			return "an initial, which is joined to its neighbour"
		}
	}
	return ""
}

// latinNames returns the names of testdata/names.txt, and one in twenty of the
// shared company names where they are present.
func latinNames(t *testing.T) []string {
	t.Helper()
	text, err := os.ReadFile("testdata/names.txt")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for line := range strings.Lines(string(text)) {
		var name string
		_, quoted, _ := strings.Cut(strings.TrimSpace(line), "\t")
		if _, err := fmt.Sscanf(quoted, "%q", &name); err == nil {
			names = append(names, name)
		}
	}
	shared, err := os.ReadFile("../../shared/names/companies.tsv")
	if err != nil {
		t.Log("the shared company names are absent: only the project's own are tried")
		return names
	}
	i := 0
	for line := range strings.Lines(string(shared)) {
		if i++; i%20 == 0 {
			name, _, _ := strings.Cut(line, "\t")
			names = append(names, name)
		}
	}
	return names
}

// TestLongNames holds that names of the greatest length come back, whatever
// they are made of. It asserts no time: work that grows beyond all measure does
// not end.
func TestLongNames(t *testing.T) {
	for _, tt := range []struct{ unit, reason string }{
		{"a", "one letter"}, {"A", "one capital"}, {"a ", "letters with spaces"}, {"中", "one character"}, {"公司", "a word of the vocabulary"},
		{"一", "numerals"}, {"zhong", "syllables run together"}, {"international", "words run together"}, {"e\u0301", "a mark on every letter"},
		{"\u0301", "marks alone"}, {"aяあ中한", "scripts that alternate"}, {"(", "brackets that open"}, {"()", "empty brackets"}, {"(a) ", "brackets"},
		{"/", "slashes"}, {"a/", "letters with slashes"}, {"&", "ampersands"}, {"A&", "a chain of names"}, {"%41", "percent escapes"}, {"%E4%B8%AD", "percent escapes of Chinese"},
		{"%E4%", "broken escapes"}, {"&#65;", "character references"}, {"&amp;", "references to ampersands"}, {"Ã¼", "UTF-8 read as Windows-1252"}, {"\xff", "no UTF-8"},
		{"14", "digits"}, {"a-", "hyphens"}, {"a'", "apostrophes"}, {"aB", "capitals within words"}, {"$@", "signs for letters"}, {"x.", "letters with full stops"},
		{"\u200b", "invisible characters"}, {"あ", "kana"}, {"ا", "Arabic"}, {"ก", "Thai"}, {"한", "Hangul"}, {"ॐ", "Devanagari"}, {"א", "Hebrew"}, {"я", "Cyrillic"},
	} {
		name := strings.Repeat(tt.unit, MaxBytes/len(tt.unit))
		checkCanonical(t, Name(name), name)
		checkCanonical(t, Listed(name), name)
		if c := Name(name + strings.Repeat("a", len(tt.unit))); len(name) == MaxBytes && c.Problem == "" {
			t.Errorf("%s: a name of more than %d bytes has %d readings", tt.reason, MaxBytes, len(c.Readings))
		}
	}
}
