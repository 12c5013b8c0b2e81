package normalize

import "strings"

// simplify returns the standard simplified form of a Chinese character: of a
// traditional one (華 gives 华), a variant (峯 gives 峰), a Japanese form (鉄
// gives 铁) or a radical symbol as PDF text holds it (⻓ gives 长). Any other rune
// is returned as it is, and so is a standard form that is also the traditional
// form of another (乾, 著). Simplifying twice changes nothing more.
func simplify(r rune) rune {
	switch {
	case r < 0x2E80: // before the CJK radicals
		return r
	case hanFirst <= r && r <= hanLast && hanEntry(r)&hanFolds == 0:
		return r
	case 0xA000 <= r && r < 0xF900: // Yi, Hangul, private use
		return r
	}
	at := searchHan(hanSimplified, 8, r)
	if at < 0 {
		return r
	}
	return unpaddedHan(hanSimplified[at+4 : at+8])
}

// A syllable is one reading of a Chinese character: a Mandarin syllable and its
// tone. Equal syllables sound exactly alike. Zero is no syllable.
type syllable uint16

// letters returns the syllable in ASCII letters. It writes ü as u, as most
// Latin names do, so 绿 (lǜ) and 路 (lù) have the same letters though they are
// different syllables; [isPinyin] knows the other spellings.
func (s syllable) letters() string {
	at := int(s>>3) * syllableNameWidth
	name := syllableNames[at : at+syllableNameWidth]
	if end := strings.IndexByte(name, ' '); end >= 0 {
		name = name[:end]
	}
	return name
}

// tone returns 1 to 4, or 0 for the neutral tone.
func (s syllable) tone() int { return int(s & 7) }

// appendReadings appends the readings of a Chinese character to dst, the one
// most frequent in names first: 长 is chang, then zhang. It appends at most
// hanMaxReadings, and nothing for a rune that is no Chinese character or has no
// Mandarin reading.
//
// Which one holds is for the words around it to say (厦门 is xiamen, 大厦 dasha).
func appendReadings(dst []syllable, r rune) []syllable {
	if r < hanFirst || r > hanLast {
		r = simplify(r)
	}
	if hanFirst <= r && r <= hanLast {
		entry := hanEntry(r)
		s := syllable(entry &^ (hanMore | hanFolds))
		if s == 0 {
			return dst
		}
		if entry&hanMore == 0 {
			return append(dst, s)
		}
	}
	const width = 4 + 2*hanMaxReadings
	at := searchHan(hanHeteronyms, width, r)
	if at < 0 {
		return dst
	}
	for i := at + 4; i < at+width; i += 2 {
		s := syllable(hanHeteronyms[i])<<8 | syllable(hanHeteronyms[i+1])
		if s == 0 {
			break
		}
		dst = append(dst, s)
	}
	return dst
}

// hanEntry returns the flags and the first reading of a code point from
// hanFirst to hanLast.
func hanEntry(r rune) uint16 {
	i := 2 * int(r-hanFirst)
	return uint16(hanReadings[i])<<8 | uint16(hanReadings[i+1])
}

// searchHan returns where the row of r begins in a table of rows of the given
// width, sorted by the padded character at their front, or -1.
func searchHan(table string, width int, r rune) int {
	key := paddedHan(r)
	lo, hi := 0, len(table)/width
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		at := mid * width
		switch k := keyHan(table[at : at+4]); {
		case k == key:
			return at
		case k < key:
			lo = mid + 1
		default:
			hi = mid
		}
	}
	return -1
}

// keyHan reads a padded character as a number, big end first.
func keyHan(s string) uint32 {
	return uint32(s[0])<<24 | uint32(s[1])<<16 | uint32(s[2])<<8 | uint32(s[3])
}

// paddedHan returns the UTF-8 bytes of r as a number, after a space if they are
// three. The tables hold characters so, which keeps them legible.
func paddedHan(r rune) uint32 {
	low := uint32(0x80|r>>6&0x3F)<<8 | uint32(0x80|r&0x3F)
	if r < 0x10000 {
		return ' '<<24 | uint32(0xE0|r>>12)<<16 | low
	}
	return uint32(0xF0|r>>18)<<24 | uint32(0x80|r>>12&0x3F)<<16 | low
}

// unpaddedHan returns the character that s holds.
func unpaddedHan(s string) rune {
	for _, r := range s {
		if r != ' ' {
			return r
		}
	}
	return 0
}

// pinyinMaxLetters is the longest word that [isPinyin] splits. Ten syllables of
// six letters are more than any place or company strings together.
const pinyinMaxLetters = 64

// isPinyin tells whether a word of the letters a to z consists of Mandarin
// syllables: dahua, haikangweishi. The syllables are those of the standard
// dictionary, with ü as u, v or yu. A vowel alone counts only in front (akesu):
// pinyin writes an apostrophe before such a syllable within a word, and without
// this rule nearly every word of open syllables would pass (da-ju-a).
//
// Words of other languages may pass by chance (panda, china).
func isPinyin(word string) bool { return pinyinSyllables(word) > 0 }

// pinyinSyllables returns the smallest number of Mandarin syllables that make
// up the word (xian is one, though 西安 has two), or 0 if [isPinyin] is false.
func pinyinSyllables(word string) int {
	if len(word) > pinyinMaxLetters {
		return 0
	}
	// fewest[i] is one more than the smallest number for word[:i], 0 for none.
	var fewest [pinyinMaxLetters + 1]uint8
	fewest[0] = 1
	for start := range len(word) {
		if fewest[start] == 0 {
			continue
		}
		state := 1
		for i := start; i < len(word); i++ {
			c := word[i] - 'a'
			if c >= 26 {
				return 0
			}
			if state = int(pinyinSteps[state*26+int(c)]); state == 0 {
				break
			}
			lone := i == start && start > 0 // a, e or o: no other letter accepts alone
			if n := fewest[start] + 1; state >= pinyinAccept && !lone && (fewest[i+1] == 0 || n < fewest[i+1]) {
				fewest[i+1] = n
			}
		}
	}
	if len(word) == 0 || fewest[len(word)] == 0 {
		return 0
	}
	return int(fewest[len(word)]) - 1
}
