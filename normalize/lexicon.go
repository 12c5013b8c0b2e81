package normalize

import (
	"embed"
	"encoding/csv"
	"fmt"
	"io"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/partyscreen/partyscreen/normalize/spelling"
)

//go:embed data/*.csv
var data embed.FS

// Concept is what a vocabulary word means, independent of language: a kind of
// body, an industry, a place, a legal form. Concepts compare with ==; the zero
// Concept is none. The numbers hold within one build of the library only.
type Concept uint16

// concept is one row of concepts.csv, a place, or a legal form.
type concept struct {
	name    string
	role    Role
	family  string  // of places: the country
	within  Concept // of places: the place around it
	bits    float32 // how much a word with this meaning tells; of vocabulary words and places
	class   string  // of legal forms
	country string  // of places and legal forms: ISO 3166-1 alpha-2, several separated by spaces
}

// lexicon is the vocabulary, read once from the embedded tables.
type lexicon struct {
	concepts  []concept            // by Concept
	words     map[string][]Concept // words and places, by folded spelling
	forms     map[string]form
	countries map[string]Concept     // by ISO 3166-1 alpha-2 code in lower case
	shapes    map[string]string      // outline of a word or place to its key
	persons   map[string][]NameGroup // names of persons, by romanised spelling
	pinyin    map[string][]Concept   // Chinese words by their pinyin, where it is no spelling of words
	near      spelling.Dictionary    // single words, by typing errors; numbers are indexes of correct
	correct   []string               // keys that near finds
	common    map[string]int32       // names per word among ordinary companies
	ordinary  int                    // names counted for common
	longest   int                    // runes of the longest key
}

// form is one spelling of a legal form.
type form struct {
	concept  Concept
	position string // end, start, both, any
}

// vocabulary reads the tables on first use. They are part of the program and
// tested, so an error in them cannot reach a user; the words that were read
// before it still serve.
var vocabulary = sync.OnceValue(func() *lexicon {
	l, _ := readLexicon()
	return l
})

// Name returns the concept's name in English, such as "public-security", or
// the empty string for none.
func (c Concept) Name() string { return c.row().name }

// Role returns the role of words that mean c.
func (c Concept) Role() Role { return c.row().role }

// Family names a group of concepts that are near each other, such as oil for
// petroleum and petrochemical; empty if c has none.
func (c Concept) Family() string { return c.row().family }

// Bits returns how surprising it is that two unrelated parties both have a word
// that means c, in bits.
func (c Concept) Bits() float64 { return float64(c.row().bits) }

// Class returns the class of a legal form, such as "limited" or "stock".
func (c Concept) Class() string { return c.row().class }

// Contains reports whether place c is around place other, at any distance.
func (c Concept) Contains(other Concept) bool {
	for range 8 { // the tables nest four deep
		other = other.row().within
		if other == 0 {
			return false
		}
		if other == c {
			return true
		}
	}
	return false
}

func (c Concept) row() *concept {
	rows := vocabulary().concepts
	if int(c) < len(rows) {
		return &rows[c]
	}
	return &rows[0]
}

// readLexicon reads and checks the vocabulary.
func readLexicon() (*lexicon, error) {
	l := &lexicon{
		concepts:  make([]concept, 1, 8192),
		words:     make(map[string][]Concept, 1<<17),
		forms:     make(map[string]form, 2048),
		countries: make(map[string]Concept, 256),
		shapes:    make(map[string]string, 1<<16),
		common:    make(map[string]int32, 4096),
		pinyin:    make(map[string][]Concept, 4096),
		persons:   make(map[string][]NameGroup, 1024),
	}
	byName := make(map[string]Concept, 1024)
	steps := []struct {
		file string
		row  func(row []string) error
	}{
		{"concepts.csv", func(row []string) error { return l.addConcept(byName, row) }},
		{"words.csv", func(row []string) error { return l.addWord(byName, row) }},
		{"places.csv", l.placeReader()},
		{"legalforms.csv", l.formReader()},
		{"common.csv", l.addCommon},
		{"personnames.csv", l.personReader()},
	}
	for _, s := range steps {
		if err := readTable(s.file, s.row); err != nil {
			return l, err
		}
	}
	l.near.Build()
	l.weighConcepts()
	return l, nil
}

// readTable calls row for every row below the header of an embedded table.
func readTable(file string, row func([]string) error) error {
	f, err := data.Open("data/" + file)
	if err != nil {
		return fmt.Errorf("normalize: %w", err)
	}
	r := csv.NewReader(f)
	r.ReuseRecord = true
	if _, err := r.Read(); err != nil {
		return fmt.Errorf("normalize: %s: %w", file, err)
	}
	for {
		fields, err := r.Read()
		if err == io.EOF {
			return nil
		}
		if err == nil {
			err = row(fields)
		}
		if err != nil {
			line, _ := r.FieldPos(0)
			return fmt.Errorf("normalize: %s:%d: %w", file, line, err)
		}
	}
}

func (l *lexicon) add(c concept) Concept {
	l.concepts = append(l.concepts, c)
	return Concept(len(l.concepts) - 1)
}

// addConcept takes a row concept,role,family.
func (l *lexicon) addConcept(byName map[string]Concept, row []string) error {
	role, ok := roleByName(row[1])
	if !ok {
		return fmt.Errorf("role %q is not known", row[1])
	}
	if byName[row[0]] != 0 {
		return fmt.Errorf("concept %q stands twice", row[0])
	}
	name := strings.Clone(row[0])
	byName[name] = l.add(concept{name: name, role: role, family: strings.Clone(row[2])})
	return nil
}

func roleByName(name string) (Role, bool) {
	for i, n := range roleNames {
		if n == name {
			return Role(i), true
		}
	}
	return 0, false
}

// addWord takes a row spelling,language,concepts.
func (l *lexicon) addWord(byName map[string]Concept, row []string) error {
	var meaning []Concept
	for name := range strings.FieldsSeq(row[2]) {
		c := byName[name]
		if c == 0 {
			return fmt.Errorf("concept %q is not in concepts.csv", name)
		}
		meaning = append(meaning, c)
	}
	key := l.key(row[0])
	if key == "" || len(meaning) == 0 {
		return fmt.Errorf("spelling %q or its concepts are empty", row[0])
	}
	if row[1] == "zh" {
		l.addPinyin(key, meaning)
	}
	if _, twice := l.words[key]; twice {
		return nil
	}
	l.words[key] = meaning
	l.addRomanised(key, meaning)
	if len(key) >= minCorrected && isASCII(key) && (row[1] == "en" || row[1] == "zh-Latn") && !strings.Contains(strings.TrimSpace(row[0]), " ") {
		l.addNear(key)
	}
	return nil
}

// addNear enters a word that is found with typing errors.
func (l *lexicon) addNear(key string) {
	l.near.Add(key, int32(len(l.correct)))
	l.correct = append(l.correct, key)
}

// minRomanised is the length from which the romanisation of a Cyrillic word is
// vocabulary too: shorter ones are words of other languages (или, ili).
const minRomanised = 6

// addRomanised enters a Cyrillic word as it is written in Latin letters, with
// the endings of adjectives in full and short: oruzheynyy, oruzheiny.
func (l *lexicon) addRomanised(key string, meaning []Concept) {
	if r, _ := utf8.DecodeRuneInString(key); scriptOf(r) != Cyrillic {
		return
	}
	latin := spellCyrillic([]rune(key))
	short := shortEndings.Replace(latin)
	for _, spelt := range [...]string{latin, short, strings.ReplaceAll(short, "ey", "ei")} {
		if _, twice := l.words[spelt]; !twice && len(spelt) >= minRomanised {
			l.words[spelt] = meaning
		}
	}
}

var shortEndings = strings.NewReplacer("yy", "y", "iy", "y")

// addCommon takes a row word,count; the row * has the number of names.
func (l *lexicon) addCommon(row []string) error {
	n := 0
	if _, err := fmt.Sscan(row[1], &n); err != nil {
		return err
	}
	if row[0] == "*" {
		l.ordinary = n
		return nil
	}
	l.common[strings.Clone(row[0])] = int32(n)
	return nil
}

// key folds a spelling of the tables and enters its outline.
func (l *lexicon) key(spelling string) string {
	key := FoldKey(spelling)
	l.longest = max(l.longest, utf8.RuneCountInString(key))
	if len(key) >= minLeet && isASCII(key) {
		if shape := Shape(key); l.shapes[shape] == "" {
			l.shapes[shape] = key
		}
	}
	return key
}

// minShape is the length from which a misread vocabulary word is recognised by
// its outline: shorter words turn into one another (bam, barn).
const minShape = 5

// minLeet is minShape for words with a digit among the letters, which no other
// word has: 0IL, 8ANK.
const minLeet = 3

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// meaning returns the concepts of a word or phrase.
func (l *lexicon) meaning(key string) []Concept {
	return l.words[key]
}

// minCorrected is the length from which a word with a typing error is taken
// for the vocabulary word that it is near. Below, vocabulary words lie too
// close to names. Only words of English and pinyin are corrected, in which most
// names on lists and invoices are written: of all languages together, some word
// is near every name.
const minCorrected = 5

// corrected returns the vocabulary word that an unknown word is probably a
// typing error of, or the empty string: securuty, autonomus. Words in use
// among companies are no errors.
func (l *lexicon) corrected(word string) string {
	if len(word) < minCorrected || !isASCII(word) || hasDigit(word) || l.common[word] > 0 {
		return ""
	}
	limit, best := 1, ""
	if len(word) >= minCorrectedTwice {
		limit = 2
	}
	distance := limit + 1
	for _, id := range l.near.Near(new(spelling.Finder), nil, word, limit) {
		key := l.correct[id]
		d := spelling.Distance(word, key, limit)
		if d < distance || d == distance && d <= limit && nearer(word, key, best) {
			distance, best = d, key
		}
	}
	return best
}

// nearer orders two words as far from a third by typing errors: hardly anybody
// errs in the first letter, so Xingjiang is rather Xinjiang than Jingjiang.
func nearer(word, key, best string) bool {
	if own, other := key[0] == word[0], best[0] == word[0]; own != other {
		return own
	}
	return key < best
}

// minCorrectedTwice is the length from which two errors are corrected.
const minCorrectedTwice = 11

// misread returns the concepts of a word that optical character recognition,
// or someone who writes digits for letters, made of a vocabulary word.
func (l *lexicon) misread(key string) []Concept {
	if !isASCII(key) || len(key) < minShape && (len(key) < minLeet || !hasDigit(key) || isDigits(key)) {
		return nil
	}
	if known := l.shapes[Shape(key)]; known != "" {
		return l.meaning(known)
	}
	return nil
}
