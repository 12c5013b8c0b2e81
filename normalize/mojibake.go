package normalize

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// mojibake undoes UTF-8 that was read as Windows-1252: WÃ¼rth, å¤§å\u008d\u008e.
// It takes one character at a time: a lead byte's letter followed by the right
// number of continuation bytes' letters. Names in which such letters really
// meet (Ã followed by a fraction or currency sign) do not occur.
func (c *cleaner) mojibake(at int) int {
	var encoded [utf8.UTFMax]byte
	n, size, want := 0, 0, 1
	for n < want {
		r, width := utf8.DecodeRuneInString(c.raw[at+size:])
		b, ok := windows1252Byte(r)
		if !ok || width < 2 {
			return 0
		}
		if n == 0 {
			switch {
			case b >= 0xC3 && b < 0xE0, b == 0xC2:
				want = 2
			case b >= 0xE0 && b < 0xF0:
				want = 3
			case b >= 0xF0 && b < 0xF5:
				want = 4
			default:
				return 0
			}
		} else if b&0xC0 != 0x80 {
			return 0
		}
		encoded[n] = b
		n++
		size += width
	}
	r, width := utf8.DecodeRune(encoded[:n])
	if r == utf8.RuneError || width != n {
		return 0
	}
	c.repaired("UTF-8 that had been read as Windows-1252 was restored")
	c.add(r, at, at+size)
	return size
}

// windows1252Byte is the byte that r stands for in Windows-1252, or in Latin-1
// where Windows-1252 has none.
func windows1252Byte(r rune) (byte, bool) {
	const last = '™' // of Windows-1252
	if r < utf8.RuneSelf || r > last {
		return 0, false
	}
	if b, ok := charmap.Windows1252.EncodeRune(r); ok {
		return b, true
	}
	if r <= 0xFF {
		return byte(r), true
	}
	return 0, false
}

// minChinese is the number of bytes of Chinese text from which damage is told
// from what is meant: four accented letters side by side, none of them plain.
const minChinese = 4

// chineseMojibake undoes GBK that was read as Windows-1252 (º£¿µ for 海康) and
// UTF-8 that was read as GBK (娴峰悍). It takes a whole run of such letters, of
// which every pair or triple of bytes must be a common Chinese character.
func (c *cleaner) chineseMojibake(at int) int {
	if at > 0 && c.raw[at-1] >= utf8.RuneSelf {
		return 0 // within a run that was looked at
	}
	first, _ := utf8.DecodeRuneInString(c.raw[at:])
	if unicode.Is(unicode.Han, first) {
		return c.utf8AsGBK(at)
	}
	if _, ok := windows1252Byte(first); !ok {
		return 0
	}
	if next, _ := utf8.DecodeRuneInString(c.raw[at+utf8.RuneLen(first):]); next < utf8.RuneSelf || first < 0xA1 {
		return 0 // as most accented letters
	}
	var encoded []byte
	var ends []int // of each letter, in raw
	for end := at; end < len(c.raw); {
		r, size := utf8.DecodeRuneInString(c.raw[end:])
		b, ok := windows1252Byte(r)
		if !ok || b < 0xA1 || size < 2 {
			break
		}
		end += size
		encoded, ends = append(encoded, b), append(ends, end)
	}
	if len(encoded) < minChinese || len(encoded)%2 != 0 {
		return 0
	}
	for i := 0; i < len(encoded); i += 2 {
		if encoded[i] < 0xB0 || encoded[i] > 0xF7 || encoded[i+1] > 0xFE { // the characters of GB 2312
			return 0
		}
	}
	decoded, err := simplifiedchinese.GBK.NewDecoder().Bytes(encoded)
	if err != nil || utf8.RuneCount(decoded) != len(encoded)/2 {
		return 0
	}
	c.repaired("Chinese text that had been read as Windows-1252 was restored")
	begin := at
	for i, r := range []rune(string(decoded)) {
		c.add(r, begin, ends[2*i+1])
		begin = ends[2*i+1]
	}
	return begin - at
}

// gbkLead returns the first byte of the character at byte at in GBK, or 0.
func (c *cleaner) gbkLead(at int) byte {
	if c.gbk == nil {
		c.gbk = simplifiedchinese.GBK.NewEncoder()
	}
	_, size := utf8.DecodeRuneInString(c.raw[at:])
	var character, encoded [utf8.UTFMax]byte
	copy(character[:], c.raw[at:at+size])
	c.gbk.Reset()
	if n, _, err := c.gbk.Transform(encoded[:], character[:size], true); err != nil || n == 0 {
		return 0
	}
	return encoded[0]
}

// utf8AsGBK is chineseMojibake for a run that begins with a Chinese character
// and is UTF-8 read as GBK. Every character of the result spans the whole run, because three
// bytes of one became one and a half of the other.
func (c *cleaner) utf8AsGBK(at int) int {
	end := at
	for end < len(c.raw) {
		r, size := utf8.DecodeRuneInString(c.raw[end:])
		if r < utf8.RuneSelf {
			break
		}
		end += size
	}
	if lead := c.gbkLead(at); lead < 0xE4 || lead > 0xE9 {
		return 0 // as most Chinese characters, which begin no UTF-8 of others
	}
	encoded, err := c.gbk.Bytes([]byte(c.raw[at:end]))
	if err != nil || len(encoded) <= minChinese || len(encoded)%3 != 0 || !utf8.Valid(encoded) {
		return 0
	}
	restored := []rune(string(encoded))
	for _, r := range restored {
		if r < 0x4E00 || r > 0x9FFF {
			return 0
		}
	}
	c.repaired("UTF-8 that had been read as GBK was restored")
	for _, r := range restored {
		c.add(r, at, end)
	}
	return end - at
}
