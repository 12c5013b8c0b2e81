package normalize

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"
)

// char is one repaired character and the bytes of the raw name it stands for.
type char struct {
	r          rune
	start, end int
}

// maxMarks bounds the combining marks kept on one letter. No living
// orthography stacks more than three; "zalgo" text stacks dozens.
const maxMarks = 4

// clean repairs the text of a raw name: damaged encodings, escapes, width
// forms and invisible characters. Every character keeps its place in raw. The
// second result says what was repaired, in words, without repetition.
func clean(raw string) ([]char, []string) {
	c := cleaner{chars: make([]char, 0, len(raw))}
	c.take(raw)
	return c.chars, c.repairs
}

// cleaner is the memory in which names are cleaned, one after the other.
type cleaner struct {
	raw     string
	chars   []char
	marks   int // combining marks on the last letter
	repairs []string
	gbk     *encoding.Encoder // made when it is needed
}

// take cleans a raw name into chars and repairs.
func (c *cleaner) take(raw string) {
	c.raw, c.chars, c.marks, c.repairs = raw, c.chars[:0], 0, nil
	for at := 0; at < len(raw); {
		at = c.next(at)
	}
}

func (c *cleaner) repaired(what string) {
	for _, r := range c.repairs {
		if r == what {
			return
		}
	}
	c.repairs = append(c.repairs, what)
}

// next reads what stands at byte at and returns where the rest begins.
func (c *cleaner) next(at int) int {
	b := c.raw[at]
	switch {
	case b == '&':
		if n := c.entity(at); n > 0 {
			return at + n
		}
	case b == '%':
		if n := c.percent(at); n > 0 {
			return at + n
		}
	case b >= utf8.RuneSelf:
		if n := c.mojibake(at); n > 0 {
			return at + n
		}
		if n := c.chineseMojibake(at); n > 0 {
			return at + n
		}
		r, size := utf8.DecodeRuneInString(c.raw[at:])
		if r == utf8.RuneError && size <= 1 {
			r = charmap.Windows1252.DecodeByte(b)
			c.repaired("bytes that are not UTF-8 were read as Windows-1252")
		}
		c.add(r, at, at+size)
		return at + size
	}
	c.add(rune(b), at, at+1)
	return at + 1
}

// entity reads an HTML character reference such as &amp; or &#x6D77;.
func (c *cleaner) entity(at int) int {
	end := strings.IndexByte(c.raw[at:min(len(c.raw), at+maxEntity)], ';')
	if end < 2 {
		return 0
	}
	written := c.raw[at : at+end+1]
	text := html.UnescapeString(written)
	if text == written {
		return 0
	}
	c.repaired("HTML character references were resolved")
	for _, r := range text {
		c.add(r, at, at+len(written))
	}
	return len(written)
}

// maxEntity bounds the bytes of a character reference.
const maxEntity = 12

// percent reads a run of percent escapes that together are UTF-8.
func (c *cleaner) percent(at int) int {
	var decoded []byte
	n := 0
	for at+n+2 < len(c.raw) && c.raw[at+n] == '%' {
		hi, lo := unhex(c.raw[at+n+1]), unhex(c.raw[at+n+2])
		if hi < 0 || lo < 0 {
			break
		}
		decoded = append(decoded, byte(hi<<4|lo))
		n += 3
	}
	if n == 0 || !utf8.Valid(decoded) {
		return 0
	}
	c.repaired("percent escapes were resolved")
	for _, r := range string(decoded) {
		c.add(r, at, at+n)
	}
	return n
}

func unhex(b byte) int {
	switch {
	case '0' <= b && b <= '9':
		return int(b - '0')
	case 'a' <= b && b <= 'f':
		return int(b-'a') + 10
	case 'A' <= b && b <= 'F':
		return int(b-'A') + 10
	}
	return -1
}

// add appends one character, folded to its plain width and composed with the
// letter before it where the two have one code point.
func (c *cleaner) add(r rune, start, end int) {
	if r < utf8.RuneSelf {
		c.addASCII(r, start, end)
		return
	}
	if isPlainRune(r) {
		c.put(r, start, end)
		return
	}
	c.addOther(r, start, end)
}

// addOther is add for the characters that it may have to change.
func (c *cleaner) addOther(r rune, start, end int) {
	switch {
	case r == utf8.RuneError || invisible(r):
		c.repaired("invisible characters were removed")
		c.extend(end)
		return
	case unicode.IsSpace(r) || unicode.Is(unicode.Zs, r):
		c.put(' ', start, end)
		return
	case unicode.Is(unicode.M, r) || isJamo(r):
		c.addMark(r, start, end)
		return
	}
	if folded := width.LookupRune(r).Folded(); folded != 0 {
		c.add(folded, start, end)
		return
	}
	if d := norm.NFKC.PropertiesString(string(r)).Decomposition(); d != nil && compatible(r) {
		for _, part := range norm.NFKC.String(string(r)) {
			c.put(part, start, end)
		}
		return
	}
	c.put(r, start, end)
}

func (c *cleaner) addASCII(r rune, start, end int) {
	if r < ' ' || r == 0x7F {
		if r != '\t' && r != '\n' && r != '\r' {
			c.repaired("control characters were removed")
			c.extend(end)
			return
		}
		r = ' '
	}
	c.put(r, start, end)
}

// isPlainRune reports the usual letters that stand for themselves: addOther
// changes none of them.
func isPlainRune(r rune) bool {
	return 0x4E00 <= r && r <= 0x9FFF || 0xAC00 <= r && r <= 0xD7A3 || 0x0410 <= r && r <= 0x044F || 0x00C0 <= r && r <= 0x00FF
}

// compatible reports whether r is a letter or digit in another dress (ligature,
// mathematical, circled, presentation form), as opposed to a letter with a
// mark, which the romanisation takes as it is.
func compatible(r rune) bool {
	return r >= 0x2000 && (r < 0x3040 || r > 0x30FF) || norm.NFD.String(string(r)) == string(r)
}

func (c *cleaner) addMark(r rune, start, end int) {
	if n := len(c.chars); n > 0 {
		last := &c.chars[n-1]
		if pair := []rune(norm.NFC.String(string([]rune{last.r, r}))); len(pair) == 1 {
			last.r, last.end = pair[0], end
			return
		}
	}
	if c.marks++; c.marks > maxMarks {
		c.repaired("combining marks beyond four on a letter were removed")
		c.extend(end)
		return
	}
	c.chars = append(c.chars, char{r, start, end})
}

func (c *cleaner) put(r rune, start, end int) {
	c.marks = 0
	c.chars = append(c.chars, char{r, start, end})
}

// extend lets the last character's span take in bytes that were removed.
func (c *cleaner) extend(end int) {
	if n := len(c.chars); n > 0 {
		c.chars[n-1].end = end
	}
}

// invisible reports characters that show nothing: format and control
// characters, variation selectors, fillers, private use and unassigned code.
func invisible(r rune) bool {
	switch {
	case r == 0x034F, r == 0x115F, r == 0x1160, r == 0x3164, r == 0xFFA0:
		return true
	case 0xFE00 <= r && r <= 0xFE0F, 0xE0100 <= r && r <= 0xE01EF, r == 0x180E:
		return true
	}
	return unicode.In(r, unicode.Cf, unicode.Cc, unicode.Co, unicode.Cs)
}

// isJamo reports vowels and final consonants of Hangul that compose with the
// letter before them.
func isJamo(r rune) bool { return 0x1161 <= r && r <= 0x11FF }
