package report

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestInert(t *testing.T) {
	for _, test := range []struct{ cell, want, reason string }{
		{"Siemens AG", "Siemens AG", "text"},
		{"", "", "nothing"},
		{`=HYPERLINK("http://example.com")`, `'=HYPERLINK("http://example.com")`, "a formula"},
		{"@SUM(A1)", "'@SUM(A1)", "a formula of old spreadsheets"},
		{"+1-cmd|' /C calc'!A0", "'+1-cmd|' /C calc'!A0", "a call of a program"},
		{"-A1", "'-A1", "a reference"},
		{"-12.50", "-12.50", "an amount"},
		{"+49 (30) 123-45/6", "+49 (30) 123-45/6", "a telephone number"},
		{"-", "-", "a dash for nothing"},
		{"\t=1", "'\t'=1", "a tab before it"},
		{"\r=1", "'\r'=1", "a carriage return before it"},
		{"\n=1", "'\n'=1", "a line end before it"},
		{"\tABB", "'\tABB", "a tab alone is on the list of OWASP"},
		{"＝1+1", "'＝1+1", "full-width signs work in Japanese spreadsheets"},
		{"＠SUM(A1)", "'＠SUM(A1)", "the full-width at sign too"},
		{" =1", " '=1", "a space before it"},
		{"\ufeff=1", "\ufeff'=1", "a mark that does not show before it"},
		{"ABB;=1+1", "ABB;'=1+1", "a semicolon begins a cell in half of Europe"},
		{"ABB;\"=1+1\";", "ABB;\"'=1+1\";", "quotes after it change nothing"},
		{"ABB\n=1+1", "ABB\n'=1+1", "nor do they protect line ends there"},
		{"ABB;-12.50;-A1", "ABB;-12.50;'-A1", "an amount there stays"},
		{"A=B, C@D.com + E", "A=B, C@D.com + E", "signs inside a name"},
		{"\xff=1", "\xff=1", "an invalid byte is text"},
	} {
		if got := inert(test.cell); got != test.want {
			t.Errorf("inert(%q) = %q, want %q: %s", test.cell, got, test.want, test.reason)
		}
	}
}

// Whatever stands in a cell, no formula begins one, and nothing but apostrophes is
// added.
func FuzzInert(f *testing.F) {
	for _, cell := range []string{"Siemens AG", "=1", "a;=1", "\t@", "+49 30", " \"-A1"} {
		f.Add(cell)
	}
	f.Fuzz(func(t *testing.T, cell string) {
		got := inert(cell)
		if again := inert(got); again != got {
			t.Errorf("inert(%q) = %q, and of that %q", cell, got, again)
		}
		if strings.ReplaceAll(got, "'", "") != strings.ReplaceAll(cell, "'", "") {
			t.Errorf("inert(%q) = %q: text was lost or added", cell, got)
		}
		for _, part := range strings.FieldsFunc(got, isSeparator) {
			if isFormula(strings.TrimLeftFunc(part, isBlank)) {
				t.Errorf("inert(%q) = %q, where %q is a formula", cell, got, part)
			}
		}
	})
}

func TestWrap(t *testing.T) {
	for _, test := range []struct {
		text   string
		width  int
		want   []string
		reason string
	}{
		{"", 5, nil, "nothing"},
		{"ab cd ef", 5, []string{"ab cd", "ef"}, "at spaces"},
		{"abcdefg", 3, []string{"abc", "def", "g"}, "a long word"},
		{"海康威视", 5, []string{"海康", "威视"}, "two columns a character"},
		{"a\x1b[2Jb", 20, []string{"a\ufffd[2Jb"}, "no control of the terminal"},
		{"a\u202eb", 20, []string{"a\ufffdb"}, "no change of direction"},
	} {
		if got := wrap(test.text, test.width); strings.Join(got, "\n") != strings.Join(test.want, "\n") {
			t.Errorf("wrap(%q, %d) = %q, want %q: %s", test.text, test.width, got, test.want, test.reason)
		}
	}
}

func TestCellsJSON(t *testing.T) {
	got, err := json.Marshal(cells{keys: []string{"z", "a"}, values: []string{"1", "<b>", "3"}})
	if want := `{"z":"1","a":"<b>","column 3":"3"}`; err != nil || strings.ReplaceAll(string(got), `\u003cb\u003e`, "<b>") != want {
		t.Errorf("got %s, %v, want %s", got, err, want)
	}
	if got, err := json.Marshal(cells{keys: []string{"a", "a (2)"}, values: []string{"1", "2"}}); err != nil {
		t.Errorf("got %s, %v", got, err)
	}
}
