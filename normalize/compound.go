package normalize

import "slices"

// joinLetters makes one word of letters that are spaced out: H I K V I S I O N,
// X.P.C.C. Two letters, or three with full stops, may be a person's initials
// and stay. Where some gaps are wider, words end there: J S C  K A M A Z.
func joinLetters(ws []word) []word {
	gaps := slices.ContainsFunc(ws, func(w word) bool { return w.wide })
	out := ws[:0]
	for i := 0; i < len(ws); {
		j := i + 1
		dots := true // X.P.C.C. without spaces
		for j < len(ws) && isLetter(ws[i]) && isLetter(ws[j]) && ws[j].before <= space && ws[j].script == ws[i].script && !ws[j].wide {
			dots = dots && ws[j].before <= dot
			j++
		}
		initials := ws[i].cut && !dots // J. R. R. Tolkien
		if n := j - i; (n >= 3 || n == 2 && gaps) && !initials {
			w := ws[i]
			for _, next := range ws[i+1 : j] {
				w.text += next.text
				w.native += next.native
			}
			w.end, w.cut, w.upper = ws[j-1].end, false, true
			out = append(out, w)
		} else {
			out = append(out, ws[i:j]...)
		}
		i = j
	}
	return out
}

func isLetter(w word) bool {
	return len(w.text) == 1 && 'a' <= w.text[0] && w.text[0] <= 'z'
}

// The lengths from which a vocabulary word is cut off a longer one. The cut
// must leave a name of some length, or nothing.
const (
	minCompound = 8 // of the whole
	minPart     = 5 // of a vocabulary word within it
	minHumpPart = 3 // where a capital marks the boundary: DahuaTech
	minRest     = 4

	minPlacePart = 7  // of a place within a word
	longCompound = 16 // that is shorter than this
	minLongForm  = 12 // of a legal form before the name: LIMITEDLIABILITYCOMPANYNKT

	maxCompound = 160 // letters; longer runs are no names
	maxPart     = 48
)

// splitCompounds takes vocabulary words off the ends of words run together:
// ZHEJIANGDAHUATECHNOLOGYCOLTD, MegviiTechnology, Uralvagonzavod. The parts
// keep their letters side by side, so that the alignment can join them again
// where the other name is written as one word.
func splitCompounds(ws []word) []word {
	long := false
	for _, w := range ws {
		long = long || w.script == Latin && len(w.text) >= minCompound
	}
	if !long {
		return ws
	}
	out := make([]word, 0, len(ws)+4)
	for _, w := range ws {
		if w.script != Latin || len(w.text) < minCompound || len(w.text) > maxCompound || w.corrected != "" || find(w.text).known() || misread(w.text) != "" || hasDigit(w.text) || isWhole(&w) {
			out = append(out, w)
			continue
		}
		out = split(out, w)
	}
	return out
}

// isWhole reports a word of English that is no compound, whatever stands in it:
// Chamberlin, Experian. Where capitals mark the parts it is one.
func isWhole(w *word) bool { return len(w.humps) == 0 && dictionaryClass(w.text) != 0 }

func split(out []word, w word) []word {
	var front, back []string
	rest := w.text
	for {
		n := prefix(rest, w, len(w.text)-len(rest)-lengths(back))
		if n == 0 {
			break
		}
		front = append(front, rest[:n])
		rest = rest[n:]
	}
	for rest != "" {
		n := suffix(rest, w, lengths(front))
		if n == 0 {
			break
		}
		back = append(back, rest[len(rest)-n:])
		rest = rest[:len(rest)-n]
	}
	if len(front)+len(back) == 0 {
		return append(out, w)
	}
	parts := front
	if rest != "" {
		parts = append(parts, rest)
	}
	for i := len(back) - 1; i >= 0; i-- {
		parts = append(parts, back[i])
	}
	at := 0
	for i, text := range parts {
		part := word{text: text, native: text, script: Latin, before: none, start: w.start, end: w.end, depth: w.depth, upper: w.upper}
		if w.end-w.start == len(w.text) { // plain ASCII: the parts have spans of their own
			part.start, part.end = w.start+at, w.start+at+len(text)
		}
		if i == 0 {
			part.before = w.before
		}
		part.cut = w.cut && i == len(parts)-1
		out = append(out, part)
		at += len(text)
	}
	return out
}

func lengths(parts []string) int {
	n := 0
	for _, p := range parts {
		n += len(p)
	}
	return n
}

// prefix returns the length of the longest vocabulary word that rest begins
// with, or 0.
func prefix(rest string, w word, at int) int {
	for n := min(len(rest), maxPart); n >= minHumpPart; n-- {
		left := len(rest) - n
		hump := isHump(w, at+n)
		if n >= minLongForm && left != 1 && find(rest[:n]).form().concept != 0 {
			return n
		}
		if left != 0 && left < minRest && !(hump && left >= minHumpPart) || n < minPart && !hump {
			continue
		}
		if isPart(rest[:n], hump || len(w.text) >= longCompound) {
			return n
		}
	}
	return 0
}

// suffix returns the length of the longest vocabulary word or legal form that
// rest ends with, or 0.
func suffix(rest string, w word, at int) int {
	for n := min(len(rest)-minRest, maxPart); n >= 2; n-- {
		cut := rest[len(rest)-n:]
		boundary := isHump(w, at+len(rest)-n)
		if find(cut).form().concept != 0 && (boundary || n >= minPart || suffix(rest[:len(rest)-n], w, at) >= minPart) {
			return n
		}
		if (n >= minPart || n >= minHumpPart && boundary) && isPart(cut, boundary || len(w.text) >= longCompound) {
			return n
		}
	}
	return 0
}

// isPart reports whether a word may be a part of a longer one. Short places are
// parts of names by chance (Cham, Berlin) unless a capital or the length of the
// whole says otherwise.
func isPart(word string, sure bool) bool {
	m := find(word).meaning()
	return m != "" && (sure || len(word) >= minPlacePart || m.at(0).Role() != Place)
}

func isHump(w word, at int) bool {
	for _, h := range w.humps {
		if h == at {
			return true
		}
	}
	return false
}

func hasDigit(s string) bool {
	for i := 0; i < len(s); i++ {
		if '0' <= s[i] && s[i] <= '9' {
			return true
		}
	}
	return false
}

// segment cuts the words of scripts without spaces into vocabulary words and
// what is left between them: 浙江·大华·技术·股份有限公司. The longest vocabulary
// word from the left wins.
func segment(ws []word) []word {
	some := false
	for _, w := range ws {
		some = some || w.chars != nil
	}
	if !some {
		return ws
	}
	out := make([]word, 0, len(ws)+8)
	for _, w := range ws {
		if w.chars == nil {
			out = append(out, w)
			continue
		}
		out = segmentWord(out, w)
	}
	return out
}

func segmentWord(out []word, w word) []word {
	runes := []rune(w.native)
	before := w.before
	known := false // whether what stands before is vocabulary
	emit := func(from, to int) {
		part := word{native: string(runes[from:to]), script: w.script, before: before, depth: w.depth,
			start: w.chars[from].start, end: w.chars[to-1].end}
		part.text = part.native
		if latin := romanise(runes[from:to], w.script); len(latin) > 0 {
			part.text, part.others = latin[0], latin[1:]
		}
		out = append(out, part)
		before = none
	}
	from := 0 // of the characters not yet cut
	for i := 0; i < len(runes); {
		n := longestAt(runes, i)
		if n == 1 && !suffixCounts(runes, i, known && from == i) {
			n = 0
		}
		if n == 0 {
			i++
			continue
		}
		if from < i {
			emit(from, i)
		}
		emit(i, i+n)
		i += n
		from, known = i, true
	}
	if from < len(runes) {
		emit(from, len(runes))
	}
	return out
}

// longestAt returns the length of the longest vocabulary word at i.
func longestAt(runes []rune, i int) int {
	if n := chineseNumber(runes[i:]); n > 0 {
		return n
	}
	least := 1
	if scriptOf(runes[i]) == Kana {
		least = minKana
	}
	for n := min(vocabulary.Longest(), len(runes)-i); n >= least; n-- {
		if find(string(runes[i : i+n])).known() {
			return n
		}
	}
	return 0
}

// minKana is the length from which a word counts within a run of kana: タイ is
// Thailand, but センスタイム is SenseTime.
const minKana = 3

// suffixCounts reports whether a single character is the suffix that it can
// be: 市 and 州 after a place or before a word for a body, 局 and 厂 at the end.
// Elsewhere such characters are parts of names.
func suffixCounts(runes []rune, i int, afterKnown bool) bool {
	means := find(string(runes[i : i+1])).meaning()
	if means == "" || i == 0 {
		return false
	}
	if afterKnown {
		return true
	}
	if i < 2 {
		return false
	}
	atEnd := i+1 == len(runes)
	next := 0
	if !atEnd {
		next = longestAt(runes, i+1)
	}
	if means.at(0).Role() == Head {
		return atEnd || next > 2 && find(string(runes[i+1:i+1+next])).form().concept != 0
	}
	return next > 1
}
