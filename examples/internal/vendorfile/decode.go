package vendorfile

import (
	"bufio"
	"bytes"
	"fmt"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// text is a file as UTF-8.
type text struct {
	reader   *bufio.Reader // UTF-8 without byte order mark
	encoding string
	guessed  bool // the encoding is a guess that -encoding can correct
	marked   bool // UTF-8 with a byte order mark, as spreadsheets save it
}

// decode makes a source UTF-8, from the named encoding; "" finds it out: by the
// mark, then UTF-8 if all of the file is valid, then by what the letters say.
func decode(s *source, name string) (*text, error) {
	sample, err := s.sample()
	if err != nil {
		return nil, err
	}
	t := &text{}
	var decoder encoding.Encoding
	switch {
	case name != "":
		if decoder, err = htmlindex.Get(name); err != nil {
			return nil, fmt.Errorf("-encoding %q is not known; use a name such as utf-8, gb18030, big5, shift_jis, euc-kr, windows-1251", name)
		}
		t.encoding, _ = htmlindex.Name(decoder)
	case bytes.HasPrefix(sample, []byte("\xff\xfe")):
		decoder, t.encoding = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "utf-16le"
	case bytes.HasPrefix(sample, []byte("\xfe\xff")):
		decoder, t.encoding = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "utf-16be"
	case bytes.HasPrefix(sample, []byte("\xef\xbb\xbf")):
		t.encoding = "utf-8"
	default:
		var look survey
		if err := s.survey(&look); err != nil {
			return nil, err
		}
		decoder, t.encoding, t.guessed = look.encoding()
	}
	t.reader = s.reader
	if decoder != nil && t.encoding != "utf-8" { // UTF-8 is taken as it is: the library repairs and reports what is damaged
		t.reader = bufio.NewReader(decoder.NewDecoder().Reader(s.reader))
	}
	const mark = "\ufeff"
	if start, _ := t.reader.Peek(len(mark)); string(start) == mark {
		t.marked = t.encoding == "utf-8"
		_, err = t.reader.Discard(len(mark))
	}
	return t, err
}

// survey counts what tells one encoding from another.
type survey struct {
	bytes, high int    // all, and those of 0x80 and above
	zero        [2]int // NUL at even and at odd places: one half of UTF-16
	sequences   int    // valid UTF-8 sequences of several bytes
	invalid     int    // bytes that are not UTF-8
	open        int    // bytes that the sequence at hand still lacks
	cyrillic    int    // bytes that are letters in Windows-1251
	runs        int    // runs of high bytes: words in Cyrillic, single letters in Western text
	lead        bool   // the byte before began a pair of GB18030
	leadByte    byte
	common      int // pairs that are characters in daily use
	broken      int // pairs that are nothing
	last        byte
}

func (s *survey) Write(p []byte) (int, error) {
	s.add(p)
	return len(p), nil
}

func (s *survey) add(p []byte) {
	for _, b := range p {
		if b == 0 {
			s.zero[s.bytes%2]++
		}
		s.bytes++
		s.utf8(b)
		s.gb(b)
		if b >= 0x80 {
			s.high++
			if b >= 0xc0 || b == 0xa8 || b == 0xb8 {
				s.cyrillic++
			}
			if s.last < 0x80 {
				s.runs++
			}
		}
		s.last = b
	}
}

func (s *survey) utf8(b byte) {
	if s.open > 0 {
		if b&0xc0 == 0x80 {
			if s.open--; s.open == 0 {
				s.sequences++
			}
			return
		}
		s.open = 0
		s.invalid++
	}
	switch {
	case b < 0x80:
	case 0xc2 <= b && b < 0xe0:
		s.open = 1
	case 0xe0 <= b && b < 0xf0:
		s.open = 2
	case 0xf0 <= b && b < 0xf5:
		s.open = 3
	default:
		s.invalid++
	}
}

func (s *survey) gb(b byte) {
	if !s.lead {
		s.lead, s.leadByte = b >= 0x80, b
		return
	}
	s.lead = false
	switch {
	case s.leadByte == 0x80 || s.leadByte == 0xff || b < 0x30 || 0x3a <= b && b < 0x40 || b == 0x7f || b == 0xff:
		s.broken++
	case 0xb0 <= s.leadByte && s.leadByte <= 0xf7 && b >= 0xa1:
		s.common++
	}
}

// encoding returns the likeliest encoding.
func (s *survey) encoding() (e encoding.Encoding, name string, guessed bool) {
	switch high := float64(s.high); {
	case s.zero[1]*10 > s.bytes:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "utf-16le", true
	case s.zero[0]*10 > s.bytes:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "utf-16be", true
	case s.invalid == 0:
		return nil, "utf-8", false
	case s.sequences > 2*s.invalid:
		return nil, "utf-8", true // with damaged cells
	case float64(s.cyrillic) > .9*high && s.high > 3*s.runs:
		return charmap.Windows1251, "windows-1251", true
	case float64(2*s.common) > .6*high && s.broken*50 < s.common:
		return simplifiedchinese.GB18030, "gb18030", true
	}
	return charmap.Windows1252, "windows-1252", true
}
