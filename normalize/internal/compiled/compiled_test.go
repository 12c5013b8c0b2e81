package compiled

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/partyscreen/partyscreen/normalize/spelling"
)

// TestVocabulary holds that a vocabulary says what it was written from.
func TestVocabulary(t *testing.T) {
	source := Source{
		Spellings: map[string]*Spelling{
			"bank":    {Meaning: []uint16{1}, Names: 700, Bits: 5.5, Class: 1},
			"psb":     {Meaning: []uint16{2, 1}},
			"gongan":  {Pinyin: []uint16{2}},
			"gmbh":    {Form: 3, Position: End},
			"cn":      {Country: 2},
			"igor":    {Groups: []uint16{7, 9}},
			"公安":      {Meaning: []uint16{2}},
			"same":    {Class: 1},
			"another": {Class: 1},
		},
		Outlines: map[string]string{"bank": "bank", "dlgltal": "digital"},
		Concepts: []Meant{{}, {Name: "bank", Connective: true, Family: "finance", Role: 2, Usual: true, Bits: 2}, {Name: "police", Country: "CN", Within: 1}, {Name: "gmbh", Class: "limited"}},
		Words:    []string{"securities", "digital"},
		Longest:  7,
	}
	binary, err := source.Write()
	if err != nil {
		t.Fatal(err)
	}
	data := string(binary)
	if n := testing.AllocsPerRun(10, func() { Open(data) }); n > 0 {
		t.Errorf("opening costs %v allocations", n)
	}
	v := Open(data)
	for key, want := range source.Spellings {
		f := v.Find(Of(key))
		got := Spelling{numbers(v.Meaning(f)), numbers(v.Pinyin(f)), numbers(v.Groups(f)), v.Bits(f), v.Form(f), v.Country(f), v.Names(f), v.Position(f), v.Class(f)}
		said := fmt.Sprint(f.IsWord(), f.IsOne(), f.IsForm(), f.IsConnective(), f.IsCommon())
		if is := fmt.Sprint(len(want.Meaning) > 0, len(want.Meaning) == 1, want.Form != 0, key == "bank", want.Names > 0); said != is {
			t.Errorf("%q: word, one, form, connective, common are %s, want %s", key, said, is)
		}
		if f.IsWord() && f.Role() != source.Concepts[want.Meaning[0]].Role {
			t.Errorf("%q has role %d", key, f.Role())
		}
		if want.Form != 0 && !v.MayBeForm(Of(key)) {
			t.Errorf("%q is not found as a legal form", key)
		}
		if fmt.Sprint(got) != fmt.Sprint(*want) {
			t.Errorf("%q is %v, want %v", key, got, *want)
		}
	}
	if v.Find(Of("same")) != v.Find(Of("another")) {
		t.Error("equal facts stand twice")
	}
	for _, key := range []string{"", "ban", "banks", "\x00", "bank\x00", strings.Repeat("x", 1000)} {
		if f := v.Find(Of(key)); f != 0 {
			t.Errorf("%q is found", key)
		}
	}
	for i, want := range source.Concepts {
		c := v.Concept(uint16(i))
		got := Meant{v.Text(c.Name()), v.Text(c.Family()), v.Text(c.Class()), v.Text(c.Country()), c.Bits(), c.Within(), c.Role(), c.Usual(), want.Connective}
		if got != want {
			t.Errorf("concept %d is %v, want %v", i, got, want)
		}
	}
	if v.Concept(4) != v.Concept(0) {
		t.Error("a concept beyond the last is one")
	}
	for outline, want := range map[string]string{"bank": "bank", "dlgltal": "digital", "digital": "", "": ""} {
		if got := v.Outlined(Of(outline)); got != want {
			t.Errorf("outline %q is of %q, want %q", outline, got, want)
		}
	}
	if got := v.Longest(); got != 7 {
		t.Errorf("the longest spelling has %d runes, want 7", got)
	}
}

func numbers(l List) []uint16 {
	var out []uint16
	for i := range l.Len() {
		out = append(out, l.At(i))
	}
	return out
}

// TestOpenOthers holds that what is no vocabulary of this format has nothing.
func TestOpenOthers(t *testing.T) {
	for _, data := range []string{"", "vocabulary 0\nxxxx", "word,count\n"} {
		if v := Open(data); v != (Vocabulary{}) {
			t.Errorf("%q is a vocabulary", data)
		}
	}
}

// TestWriteRefuses holds that what does not fit is an error.
func TestWriteRefuses(t *testing.T) {
	for _, tt := range []struct {
		source Source
		want   string
		reason string
	}{
		{Source{Spellings: map[string]*Spelling{"a": {Names: 1 << 16}}}, "65536 names", "a count of more than two bytes"},
		{Source{Spellings: map[string]*Spelling{"a": {Groups: make([]uint16, 256)}}}, "too long", "a list of more than a byte"},
		{Source{Concepts: []Meant{{Name: strings.Repeat("x", 256)}}}, "too long", "a text of more than a byte"},
		{Source{Words: make([]string, maxWords+1)}, "more than 16383", "more words than their number can say"},
	} {
		if _, err := tt.source.Write(); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: error %v, want one with %q", tt.reason, err, tt.want)
		}
	}
	if _, err := writeTable([]entry{{"a", 1}, {"a", 2}}); err == nil {
		t.Error("two keys of one hash are written")
	}
}

// FuzzDigest holds that the digest of a whole follows from those of its parts,
// wherever it is cut.
func FuzzDigest(f *testing.F) {
	f.Add("public", "security")
	f.Add("", "\x00")
	f.Add("公安", "局")
	f.Fuzz(func(t *testing.T, a, b string) {
		if got, want := Of(a).Then(Of(b)), Of(a+b); got != want {
			t.Errorf("%q and %q give %v, together %v", a, b, got, want)
		}
		var p Parts
		p.Take("another")
		p.Take(a + b)
		if got, want := p.Of(len(a), p.Len()), Of(b); got != want {
			t.Errorf("%q behind %q gives %v, alone %v", b, a, got, want)
		}
		if got, want := Of([]byte(a)), Of(a); got != want {
			t.Errorf("the bytes of %q give %v, the string %v", a, got, want)
		}
	})
}

// TestNear holds that every word within one edit or two is found: words and
// queries are drawn from few letters, so that many are near each other.
func TestNear(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	draw := func() string {
		w := make([]byte, 5+random.IntN(9))
		for i := range w {
			w[i] = 'a' + byte(random.IntN(3))
		}
		return string(w)
	}
	var source Source
	for range 2000 {
		source.Words = append(source.Words, draw())
	}
	slices.Sort(source.Words)
	source.Words = slices.Compact(source.Words)
	binary, err := source.Write()
	if err != nil {
		t.Fatal(err)
	}
	v := Open(string(binary))
	var parts Parts
	near := 0
	for range 300 {
		query := draw()
		for _, twice := range []bool{false, true} {
			limit := 1
			if twice {
				limit = 2
			}
			found := make(map[string]bool)
			parts.Take(query)
			v.Near(&parts, twice, func(w string) { found[w] = true })
			for _, w := range source.Words {
				if spelling.Distance(query, w, limit) > limit || twice && len(w) < MinTwice {
					continue
				}
				if near++; !found[w] {
					t.Errorf("%q is within %d of %q and not found", w, limit, query)
				}
			}
		}
	}
	if near < 1000 {
		t.Errorf("only %d pairs were near", near)
	}
}
