package vendorfile

import (
	"bufio"
	"bytes"
	"fmt"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
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
