package vendorfile

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"
)

// What a survey keeps of a file, which can be of any size.
const (
	maxWords      = 1000 // different ones
	maxWordLength = 60   // bytes
)

// survey looks at all bytes of a file and gathers what tells its encoding.
type survey struct {
	bytes     int
	last      byte
	ends      int    // bytes that are a line end or a delimiter
	halved    [2]int // of them, those before and after a NUL: the halves of UTF-16
	sequences int    // valid UTF-8 sequences of several bytes
	invalid   int    // bytes that are not UTF-8
	escapes   bool   // the sequence that begins Japanese in 7 bits
	seen      map[string]bool
	words     [][]byte // that have bytes beyond ASCII, in their order
	word      []byte   // at hand
	foreign   bool     // it has such bytes
}

func (s *survey) Write(p []byte) (int, error) {
	for _, b := range p {
		s.halve(b)
		s.bytes++
		s.escapes = s.escapes || b == '$' && s.last == escape
		s.last = b
		if separates(b) {
			s.endWord()
			continue
		}
		s.foreign = s.foreign || b >= 0x80
		s.word = append(s.word, b)
	}
	return len(p), nil
}

// halve looks for the line ends and delimiters of UTF-16, which are ASCII in any
// language. A single NUL inside a cell is none.
func (s *survey) halve(b byte) {
	ends := func(b byte) bool { return b == '\n' || b == '\r' || b == '\t' || b == ',' || b == ';' }
	if ends(b) {
		s.ends++
	}
	switch second := s.bytes%2 == 1; {
	case second && ends(s.last) && b == 0:
		s.halved[0]++
	case second && s.last == 0 && ends(b):
		s.halved[1]++
	}
}

// separates reports whether a byte ends a word in all encodings but UTF-16: none of
// them has it as the second byte of a letter.
func separates(b byte) bool { return b < 0x30 || 0x3a <= b && b <= 0x3f }

const escape = 0x1b

// endWord counts the word at hand.
func (s *survey) endWord() {
	word := s.word
	if s.foreign {
		s.countUTF8(word)
		if word = word[:min(len(word), maxWordLength)]; len(s.words) < maxWords && !s.seen[string(word)] {
			if s.seen == nil {
				s.seen = make(map[string]bool)
			}
			s.seen[string(word)] = true
			s.words = append(s.words, bytes.Clone(word))
		}
	}
	s.word, s.foreign = s.word[:0], false
}

func (s *survey) countUTF8(word []byte) {
	for len(word) > 0 {
		r, size := utf8.DecodeRune(word)
		if r == utf8.RuneError && size == 1 {
			s.invalid++
		} else if size > 1 {
			s.sequences++
		}
		word = word[size:]
	}
}

// encoding returns the likeliest encoding; nil is UTF-8.
func (s *survey) encoding() (e encoding.Encoding, name string, guessed bool) {
	s.endWord()
	switch {
	case 2*s.halved[0] > s.ends:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "utf-16le", true
	case 2*s.halved[1] > s.ends:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "utf-16be", true
	case s.invalid == 0 && s.sequences == 0 && s.escapes:
		return japanese.ISO2022JP, "iso-2022-jp", true
	case s.invalid == 0:
		return nil, "utf-8", false
	case s.sequences > 2*s.invalid:
		return nil, "utf-8", true // with damaged cells
	}
	e, name = newGuesser().guess(s.words)
	return e, name, true
}
