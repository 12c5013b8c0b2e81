package main

import (
	"bytes"
	"os"
	"strings"
	"testing"
)

// TestGeneratedIsCurrent holds that the committed tables are what the sources
// give, and that two runs give the same bytes.
func TestGeneratedIsCurrent(t *testing.T) {
	const dir = "/usr/share/unicode"
	if _, err := os.Stat(dir + "/" + sources[0]); err != nil {
		t.Skip("the package unicode-data is not installed")
	}
	committed, err := os.ReadFile("../../zhan.go")
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		db, err := readUCD(dir)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(committed), `unihanVersion = "`+db.version+`"`) {
			t.Skipf("unicode-data is version %s here", db.version)
		}
		code, err := source(db)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(code, committed) {
			t.Fatal("zhan.go is not current: run go generate in normalize")
		}
	}
}

func TestParseSyllable(t *testing.T) {
	tests := []struct {
		in, reason string
		want       spoken
	}{
		{"cháng", "second tone", spoken{"chang", 2}},
		{"lǜ", "mark above the diaeresis", spoken{"lü", 4}},
		{"nüè", "mark beside the diaeresis", spoken{"nüe", 4}},
		{"de", "neutral tone", spoken{"de", 0}},
		{"ā", "first tone", spoken{"a", 1}},
		{"ǎi", "third tone", spoken{"ai", 3}},
	}
	for _, test := range tests {
		if got := parseSyllable(test.in); got != test.want {
			t.Errorf("parseSyllable(%q) = %v, want %v: %s", test.in, got, test.want, test.reason)
		}
	}
}

func TestAutomaton(t *testing.T) {
	words := []string{"a", "an", "ban", "bang", "lu", "lv"}
	a, err := newAutomaton(words)
	if err != nil {
		t.Fatal(err)
	}
	accepts := func(w string) bool {
		state := 1
		for i := range len(w) {
			state = int(a.next[state][w[i]-'a'])
		}
		return state >= a.accept
	}
	for _, w := range words {
		if !accepts(w) {
			t.Errorf("%q is not accepted", w)
		}
	}
	for _, w := range []string{"", "b", "ba", "l", "lan", "bann", "z", "za"} {
		if accepts(w) {
			t.Errorf("%q is accepted", w)
		}
	}
}

func TestFoldName(t *testing.T) {
	tests := []struct{ in, reason, want string }{
		{"Telefónica, S.A.", "accents fall, initials join", "telefonica sa"},
		{"Macy's S.p.A.", "an apostrophe divides nothing", "macys spa"},
		{"Straße & Søn", "letters without decomposition", "strasse and son"},
		{"Amazon.com", "a full stop after a word divides", "amazon com"},
		{"1&1 AG", "the ampersand is a word", "1 and 1 ag"},
		{"İş Bankası", "dotted and dotless i", "is bankasi"},
	}
	for _, test := range tests {
		if got := strings.Join(strings.Fields(foldName(test.in)), " "); got != test.want {
			t.Errorf("foldName(%q) = %q, want %q: %s", test.in, got, test.want, test.reason)
		}
	}
}

func TestCommonWords(t *testing.T) {
	file := t.TempDir() + "/names.tsv"
	rows := "Alpha Ltd\tIndia\tA\nALPHA LTD.\tGermany\tB\nBeta Ltd\t\t\nAlpha Alpha 2000 Ltd\t\t\nГамма Ltd\t\t\nX Ltd\t\t\n\t\t\n"
	if err := os.WriteFile(file, []byte(rows), 0o644); err != nil {
		t.Fatal(err)
	}
	counts, names, err := countWords(file)
	if err != nil {
		t.Fatal(err)
	}
	// Five distinct names; only ltd stands in as many as four of them.
	got := commonTable(counts, names)
	if want := "word,count\n*,5\nltd,5\n"; string(got) != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
