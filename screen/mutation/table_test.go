package mutation

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestKindsAreComplete(t *testing.T) {
	groups := []string{"typing", "shape", "field", "character", "word", "noise"}
	seen := make(map[string]bool)
	for _, k := range Kinds() {
		if k.Name == "" || k.Reason == "" || k.mutate == nil || !slices.Contains(groups, k.Group) {
			t.Errorf("kind %q of group %q lacks something", k.Name, k.Group)
		}
		if seen[k.Name] {
			t.Errorf("two kinds are called %q", k.Name)
		}
		seen[k.Name] = true
	}
}

// A key is the neighbour of its neighbours.
func TestNeighbours(t *testing.T) {
	for a := 'a'; a <= 'z'; a++ {
		for _, b := range neighbours(a) {
			if !strings.ContainsRune(neighbours(b), a) || a == b {
				t.Errorf("%c lies beside %c, but not the other way round", b, a)
			}
		}
	}
	if neighbours('ä') != "" || neighbours('Q') != neighbours('q') {
		t.Error("neighbours of a letter that has no key, or of a capital")
	}
}

// A letter of another alphabet in the wrong column would disguise nothing.
func TestLookAlikes(t *testing.T) {
	for _, tt := range []struct {
		shapes string
		script *unicode.RangeTable
	}{{cyrillicShapes, unicode.Cyrillic}, {greekShapes, unicode.Greek}} {
		letters := []rune(tt.shapes)
		if len(letters) != len(latinShapes) {
			t.Errorf("%d letters for %d", len(letters), len(latinShapes))
			continue
		}
		for i, c := range letters {
			if c != ' ' && (!unicode.Is(tt.script, c) || unicode.IsUpper(c) != unicode.IsUpper(rune(latinShapes[i]))) {
				t.Errorf("%q stands for %q", c, latinShapes[i])
			}
		}
	}
}

func TestNumbers(t *testing.T) {
	for n := 1; n <= 99; n++ {
		for _, text := range []string{inDigits(n), inWords(n), strings.ToUpper(inWords(n))} {
			if got := ordinalOf(text); got != n {
				t.Errorf("%q is read as %d", text, got)
			}
		}
	}
	for _, tt := range []struct {
		n                      int
		digits, words, numeral string
	}{
		{1, "1st", "First", "I"}, {2, "2nd", "Second", "II"}, {3, "3rd", "Third", "III"}, {11, "11th", "Eleventh", "XI"},
		{14, "14th", "Fourteenth", "XIV"}, {20, "20th", "Twentieth", "XX"}, {42, "42nd", "Forty-second", "XLII"}, {99, "99th", "Ninety-ninth", "XCIX"},
	} {
		if inDigits(tt.n) != tt.digits || inWords(tt.n) != tt.words || roman(tt.n) != tt.numeral {
			t.Errorf("%d: %q, %q, %q", tt.n, inDigits(tt.n), inWords(tt.n), roman(tt.n))
		}
	}
}

// A spelling that two classes share would be changed into another form.
func TestFormClasses(t *testing.T) {
	owner := make(map[string]int)
	for i, class := range formClasses {
		for _, spelling := range class.spellings {
			if n := len(strings.Fields(spelling)); n > formFields {
				t.Errorf("%q has %d fields: formFields must grow", spelling, n)
			}
			key := formKey(spelling)
			if j, ok := owner[key]; ok && j != i {
				t.Errorf("%q is in two classes", spelling)
			}
			owner[key] = i
		}
	}
}

func TestGenerics(t *testing.T) {
	if !slices.IsSortedFunc(generics, func(a, b generic) int { return strings.Compare(a.singular, b.singular) }) {
		t.Error("the generic words are not sorted")
	}
	for _, g := range generics {
		for _, form := range append([]string{g.singular, g.plural}, g.short...) {
			if form != strings.ToLower(form) || !utf8.ValidString(form) {
				t.Errorf("%q of %q is not in small letters", form, g.singular)
			}
		}
	}
	for _, pair := range british {
		if pair[0] == pair[1] {
			t.Errorf("%q is spelt alike on both sides", pair[0])
		}
	}
}

func TestSites(t *testing.T) {
	if !slices.IsSortedFunc(sites, func(a, b site) int { return strings.Compare(a.country, b.country) }) {
		t.Error("the sites are not sorted by country")
	}
	if s := siteOf([]string{"XX", "DE"}); s == nil || s.city != "Hamburg" {
		t.Errorf("the first country that has a site: %v", s)
	}
	if siteOf(nil) != nil {
		t.Error("a site of no country")
	}
}
