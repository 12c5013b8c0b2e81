package main

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

const (
	minCount  = 4 // a word of fewer names is not known to be common
	minLength = 2 // single letters are initials
)

// countWords counts in how many names of a file each word stands, and the
// names. The names are the first column of tab-separated rows; names that
// differ in case, accents or punctuation alone count once, because exchanges
// list one company repeatedly.
func countWords(path string) (map[string]int, int, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, 0, err
	}
	defer f.Close()
	names := map[string]bool{}
	counts := map[string]int{}
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		name, _, _ := strings.Cut(lines.Text(), "\t")
		words := strings.Fields(foldName(name))
		key := strings.Join(words, " ")
		if len(words) == 0 || names[key] {
			continue
		}
		names[key] = true
		slices.Sort(words)
		for _, w := range slices.Compact(words) {
			counts[w]++
		}
	}
	return counts, len(names), lines.Err()
}

// commonTable returns rows "word,count" in the order of the words. The row of
// the word "*" comes first and holds the number of names, so that a reader can
// compute shares. Numbers are no words, and words with letters other than
// Latin ones are left out.
func commonTable(counts map[string]int, names int) []byte {
	var words []string
	for w, n := range counts {
		if n >= minCount && len(w) >= minLength && strings.ContainsFunc(w, unicode.IsLetter) && isASCII(w) {
			words = append(words, w)
		}
	}
	slices.Sort(words)
	var b bytes.Buffer
	fmt.Fprintf(&b, "word,count\n*,%d\n", names)
	for _, w := range words {
		fmt.Fprintf(&b, "%s,%d\n", w, counts[w])
	}
	return b.Bytes()
}

// plain holds the letters that have no decomposition in Unicode.
var plain = strings.NewReplacer(
	"ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "đ", "d", "ð", "d", "þ", "th",
	"ł", "l", "ı", "i", "ħ", "h", "ŧ", "t", "ŋ", "ng", "ə", "e", "&", " and ")

// foldName returns the words of a name in lower case, without accents, with
// spaces between. An apostrophe does not divide a word, nor does a full stop
// after a single letter: "Macy's S.p.A." has the words macys and spa.
func foldName(name string) string {
	var b strings.Builder
	run := 0 // letters since the last separator or full stop
	for _, r := range plain.Replace(strings.ToLower(norm.NFKD.String(name))) {
		switch {
		case unicode.Is(unicode.Mn, r) || r == '\'' || r == '’':
		case r == '.' && run == 1:
			run = 0
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(r)
			run++
		default:
			b.WriteByte(' ')
			run = 0
		}
	}
	return b.String()
}

func isASCII(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r > unicode.MaxASCII })
}
