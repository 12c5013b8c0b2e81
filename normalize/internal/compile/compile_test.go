package main

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/partyscreen/partyscreen/normalize/internal/compiled"
)

// TestVocabularyIsCurrent holds that the committed vocabulary is what the tables
// say, and that two runs give the same bytes.
func TestVocabularyIsCurrent(t *testing.T) {
	committed, err := os.ReadFile("../../data/vocabulary.bin")
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		binary, err := compile(os.DirFS("../../data"))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(binary, committed) {
			t.Fatal("data/vocabulary.bin is not current: run go generate in normalize")
		}
	}
}

// small has tables of a few rows.
var small = map[string]string{
	"concepts.csv":    "concept,role,family\nbank,head,\npublic-security,industry,force\nbureau,head,\n",
	"words.csv":       "spelling,language,concepts\nBank,en,bank\nPSB,en,public-security bureau\n公安,zh,public-security\nоружейный,ru,bureau\n",
	"places.csv":      "place,parent,country,language,spelling\nxinjiang,china,CN,en,Xinjiang\nchina,,CN,en,China\n",
	"legalforms.csv":  "form,class,position,country,spelling\ngmbh,limited,any,DE,GmbH\n",
	"common.csv":      "word,count\n*,1024\nbank,256\n",
	"personnames.csv": "name,group,kind,language\nigor,igor,full,ru\nihor,igor,full,uk\n",
	"english.txt":     "bank1\nzulu3\n",
}

func tables(changed, text string) fstest.MapFS {
	dir := make(fstest.MapFS)
	for file, rows := range small {
		if file == changed {
			rows = text
		}
		dir[file] = &fstest.MapFile{Data: []byte(rows)}
	}
	return dir
}

// TestCompile holds what the rows of each table become.
func TestCompile(t *testing.T) {
	binary, err := compile(tables("", ""))
	if err != nil {
		t.Fatal(err)
	}
	v := compiled.Open(string(binary))
	say := func(spelling string) string {
		f := v.Find(compiled.Of(spelling))
		var out []string
		name := func(kind string, c uint16) {
			if c != 0 {
				out = append(out, kind+" "+v.Text(v.Concept(c).Name()))
			}
		}
		for i := range v.Meaning(f).Len() {
			name("means", v.Meaning(f).At(i))
		}
		for i := range v.Pinyin(f).Len() {
			name("pinyin", v.Pinyin(f).At(i))
		}
		name("form", v.Form(f))
		name("country", v.Country(f))
		if n := v.Names(f); n > 0 {
			out = append(out, fmt.Sprintf("names %d bits %v", n, v.Bits(f)))
		}
		if c := v.Class(f); c > 0 {
			out = append(out, fmt.Sprintf("english %d", c))
		}
		for i := range v.Groups(f).Len() {
			out = append(out, fmt.Sprintf("group %d", v.Groups(f).At(i)))
		}
		return strings.Join(out, ", ")
	}
	for _, tt := range []struct{ spelling, want, reason string }{
		{"bank", "means bank, names 256 bits 2, english 1", "a word of three tables"},
		{"psb", "means public-security, means bureau", "a word of two concepts"},
		{"公安", "means public-security", "a Chinese word"},
		{"gongan", "pinyin public-security", "its pinyin"},
		{"oruzheynyy", "means bureau", "a Cyrillic word in Latin letters"},
		{"oruzheiny", "means bureau", "the same with other endings"},
		{"xinjiang", "means xinjiang", "a place"},
		{"cn", "country china", "the code of a country"},
		{"gmbh", "form gmbh", "a legal form"},
		{"ihor", "group 1", "a form of a personal name"},
		{"zulu", "english 3", "a word of the dictionary"},
		{"other", "", "no word of any table"},
	} {
		if got := say(tt.spelling); got != tt.want {
			t.Errorf("%s: %q: %s; want %s", tt.reason, tt.spelling, got, tt.want)
		}
	}
	place := v.Concept(v.Meaning(v.Find(compiled.Of("xinjiang"))).At(0))
	if got := v.Text(v.Concept(place.Within()).Name()); got != "china" {
		t.Errorf("xinjiang is within %q, want china", got)
	}
	if bank := v.Concept(1); bank.Bits() != 2 || !bank.Usual() {
		t.Errorf("bank tells %v bits, is its own usual spelling: %v; want 2, true", bank.Bits(), bank.Usual())
	}
	if got := v.Outlined(compiled.Of("ghlna")); got != "" {
		t.Errorf("an outline of nothing is of %q", got)
	}
	if got := v.Outlined(compiled.Of("chlma")); got != "" {
		t.Errorf("an outline of nothing is of %q", got)
	}
	if got := v.Outlined(compiled.Of("chlna")); got != "china" {
		t.Errorf("the outline of China is of %q", got)
	}
}

// TestBadRows holds that a bad row is refused, and where it stands is said.
func TestBadRows(t *testing.T) {
	for _, tt := range []struct{ file, rows, want, reason string }{
		{"concepts.csv", "concept,role,family\nbank,head,\nx,king,\n", `concepts.csv:3: role "king"`, "an unknown role"},
		{"concepts.csv", "concept,role,family\nbank,head,\nbank,head,\n", `concepts.csv:3: concept "bank" stands twice`, "a concept twice"},
		{"concepts.csv", "concept,role,family\n,head,\n", "concepts.csv:2: concept is empty", "a concept without name"},
		{"concepts.csv", small["concepts.csv"] + "plant,head,\n", `concepts.csv: "plant" has no spelling`, "a concept without spelling"},
		{"words.csv", small["words.csv"] + "Zavod,ru,plant\n", `words.csv:6: concept "plant" is not in concepts.csv`, "an unknown concept"},
		{"words.csv", small["words.csv"] + "...,en,bank\n", `words.csv:6: spelling "..."`, "a spelling without letters"},
		{"words.csv", small["words.csv"] + "Banque,fr,\n", `words.csv:6: spelling "Banque" or its concepts are empty`, "a word without meaning"},
		{"words.csv", small["words.csv"] + "Banque\n", "words.csv: record on line 6: wrong number of fields", "a row too short"},
		{"places.csv", small["places.csv"] + ",,CN,en,Beijing\n", "places.csv:4: place is empty", "a place without name"},
		{"places.csv", small["places.csv"] + "beijing,china,CN,en,--\n", `places.csv:4: spelling of "beijing" is empty`, "a place without spelling"},
		{"legalforms.csv", "form,class,position,country,spelling\nag,stock,behind,DE,AG\n", `legalforms.csv:2: position "behind"`, "an unknown position"},
		{"legalforms.csv", "form,class,position,country,spelling\nag,stock,end,DE,\n", `legalforms.csv:2: spelling of "ag" is empty`, "a form without spelling"},
		{"common.csv", "word,count\n*,1024\nbank,many\n", `common.csv:3: count "many"`, "no number"},
		{"common.csv", "word,count\nbank,3\n", "common.csv: no row *", "no number of names"},
		{"personnames.csv", "name,group,kind,language\nIgor,igor,full,ru\n", `personnames.csv:2: name "Igor"`, "capitals"},
		{"personnames.csv", "name,group,kind,language\nigor,,full,ru\n", "personnames.csv:2:", "no group"},
		{"english.txt", "bank1\nzulu\n", "english.txt:2:", "no class"},
		{"english.txt", "bank1\nbank2\n", `english.txt:2: "bank" stands twice`, "a word twice"},
		{"english.txt", "bank1\n\n", "english.txt:2:", "an empty line"},
	} {
		if _, err := compile(tables(tt.file, tt.rows)); err == nil || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%s: error %v, want %s", tt.reason, err, tt.want)
		}
	}
	dir := tables("", "")
	delete(dir, "places.csv")
	if _, err := compile(dir); err == nil {
		t.Error("a missing table is no error")
	}
}

// TestTooManyConcepts holds that a concept beyond the last number is refused.
func TestTooManyConcepts(t *testing.T) {
	var rows strings.Builder
	rows.WriteString(small["places.csv"])
	for i := range 1 << 16 {
		fmt.Fprintf(&rows, "place-%d,,XX,en,Place %d\n", i, i)
	}
	if _, err := compile(tables("places.csv", rows.String())); err == nil || !strings.Contains(err.Error(), "more than 65535") {
		t.Errorf("error %v, want one about 65535", err)
	}
}
