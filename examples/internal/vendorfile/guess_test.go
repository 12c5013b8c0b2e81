package vendorfile

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
)

// writable reports whether a name has a letter of a set and is whole in an encoding.
func writable(name string, e encoding.Encoding, typical func(r rune) bool) bool {
	if !strings.ContainsFunc(name, typical) {
		return false
	}
	for word := range strings.FieldsSeq(name) {
		if shape([]rune(word)) < 0 || word == "Technologý" {
			return false // look-alikes and mojibake, which the names are full of
		}
	}
	_, err := e.NewEncoder().String(name)
	return err == nil
}

func oneOf(letters string) func(rune) bool {
	return func(r rune) bool { return strings.ContainsRune(letters, unicode.ToLower(r)) }
}

func in(script *unicode.RangeTable) func(rune) bool {
	return func(r rune) bool { return unicode.Is(script, r) }
}

// The encoding is found in files of which most names are ASCII. The figures are
// the per cent of 20 files that are read letter by letter as they were written.
func TestGuess(t *testing.T) {
	g := newGuesser()
	var names, ascii []string
	for _, messy := range messyNames(t) {
		name := messy.Text
		names = append(names, name)
		if !strings.ContainsFunc(name, func(r rune) bool { return r >= 0x80 }) {
			ascii = append(ascii, name)
		}
	}
	for _, test := range []struct {
		encoding string
		typical  func(r rune) bool
		want     [4]int // files with 1, 2, 4 and 8 foreign names
	}{
		{"gb18030", in(unicode.Han), [4]int{90, 100, 100, 100}},
		{"big5", in(unicode.Han), [4]int{90, 100, 100, 100}},
		{"shift_jis", in(unicode.Katakana), [4]int{100, 100, 100, 100}},
		{"euc-jp", in(unicode.Katakana), [4]int{100, 100, 100, 100}},
		{"euc-kr", in(unicode.Hangul), [4]int{95, 100, 100, 100}},
		{"windows-1250", oneOf("ąęłśźżćńěščřžůőűăâîșț"), [4]int{95, 95, 100, 100}},
		{"iso-8859-2", oneOf("ąęłśźżćńěščřžůőűăâîșț"), [4]int{85, 95, 100, 100}},
		{"windows-1251", in(unicode.Cyrillic), [4]int{100, 100, 100, 100}},
		{"koi8-r", in(unicode.Cyrillic), [4]int{100, 100, 100, 100}},
		{"ibm866", in(unicode.Cyrillic), [4]int{100, 100, 100, 100}},
		{"windows-1252", oneOf("äöüßéèçñóãåøæ"), [4]int{100, 100, 100, 100}},
		{"windows-1253", in(unicode.Greek), [4]int{100, 100, 100, 100}},
		{"windows-1254", oneOf("ğışöüç"), [4]int{100, 100, 100, 100}},
		{"windows-1255", in(unicode.Hebrew), [4]int{100, 100, 100, 100}},
		{"windows-1256", in(unicode.Arabic), [4]int{95, 100, 100, 100}},
		{"windows-874", in(unicode.Thai), [4]int{100, 100, 100, 100}},
	} {
		t.Run(test.encoding, func(t *testing.T) {
			e, err := htmlindex.Get(test.encoding)
			must(t, err)
			var foreign []string
			for _, name := range names {
				if writable(name, e, test.typical) {
					foreign = append(foreign, name)
				}
			}
			var got [4]int
			for i := range got {
				const files = 20
				r := rand.New(rand.NewPCG(2019, uint64(i)))
				for range files {
					text := mixedFile(r, foreign, ascii, 1<<i)
					raw, err := e.NewEncoder().String(text)
					must(t, err)
					var s survey
					s.Write([]byte(raw))
					s.endWord()
					guessed, _ := g.guess(s.words)
					back, err := guessed.NewDecoder().String(raw)
					if err == nil && back == text {
						got[i]++
					}
				}
				got[i] = 100 * got[i] / files
			}
			t.Logf("%d names: %v", len(foreign), got)
			for i := range got {
				if got[i] < test.want[i] {
					t.Errorf("%v per cent of the files were read right, want %v", got, test.want)
					break
				}
			}
		})
	}
}

// mixedFile returns a file of suppliers of which n have foreign names.
func mixedFile(r *rand.Rand, foreign, ascii []string, n int) string {
	rows := []string{}
	for i := range 40 {
		name := ascii[r.IntN(len(ascii))]
		if i < n {
			name = foreign[r.IntN(len(foreign))]
		}
		rows = append(rows, fmt.Sprintf("V%d;%s;DE\r\n", r.IntN(1e6), name))
	}
	r.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
	return "Vendor ID;Vendor Name;Country\r\n" + strings.Join(rows, "")
}
