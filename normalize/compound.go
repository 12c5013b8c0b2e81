package normalize

import (
	"slices"
	"unicode/utf8"

	"github.com/partyscreen/partyscreen/normalize/internal/compiled"
)

// joinLetters makes one word of letters that are spaced out: H I K V I S I O N,
// X.P.C.C. Two letters, or three with full stops, may be a person's initials
// and stay. Where some gaps are wider, words end there: J S C  K A M A Z.
func (w *Workspace) joinLetters(ws []word) []word {
	gaps := false
	for i := range ws {
		gaps = gaps || ws[i].wide
	}
	out := ws[:0]
	for i := 0; i < len(ws); {
		j := i + 1
		dots := true // X.P.C.C. without spaces
		for j < len(ws) && isLetter(&ws[i]) && isLetter(&ws[j]) && ws[j].before <= space && ws[j].script == ws[i].script && !ws[j].wide {
			dots = dots && ws[j].before <= dot
			j++
		}
		initials := ws[i].cut && !dots // J. R. R. Tolkien
		if n := j - i; (n >= 3 || n == 2 && gaps) && !initials {
			next := ws[i]
			next.text, next.native = w.together(ws[i:j])
			next.end, next.cut, next.upper, next.first = ws[j-1].end, false, true, apart
			next.lookUp()
			out = append(out, next)
		} else {
			for k := i; k < j; k++ {
				out = put(out, &ws[k])
			}
		}
		i = j
	}
	return out
}

func isLetter(w *word) bool {
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
func (w *Workspace) splitCompounds(ws []word) []word {
	w.split = w.split[:0]
	some := false
	for i := range ws {
		if mayBeCompound(&ws[i]) && w.splitWord(&ws[i]) {
			if !some {
				some = true
				w.split = slices.Insert(w.split, 0, ws[:i]...)
			}
			continue
		}
		if some {
			w.split = append(w.split, ws[i])
		}
	}
	if !some {
		return ws
	}
	return w.split
}

// mayBeCompound reports a long word that no table has.
func mayBeCompound(w *word) bool {
	return w.script == Latin && minCompound <= len(w.text) && len(w.text) <= maxCompound && w.corrected == "" && !w.digits &&
		!w.fact.known() && !isWhole(w) && misread(w) == ""
}

// isWhole reports a word of English that is no compound, whatever stands in it:
// Chamberlin, Experian. Where capitals mark the parts it is one.
func isWhole(w *word) bool { return len(w.humps) == 0 && dictionaryClass(w.text, w.fact) != 0 }

// splitWord adds the parts of a word to the split ones. It reports false and adds
// nothing if there is none to take off.
func (w *Workspace) splitWord(whole *word) bool {
	w.parts.Take(whole.text)
	var buf [16]int
	cuts := buf[:0]
	begin, end := 0, len(whole.text)
	for n := w.prefix(whole, begin, end); n > 0; n = w.prefix(whole, begin, end) {
		begin += n
		cuts = append(cuts, begin)
	}
	for n := w.suffix(whole, begin, end); n > 0; n = w.suffix(whole, begin, end) {
		end -= n
		cuts = append(cuts, end)
	}
	if len(cuts) == 0 {
		return false
	}
	slices.Sort(cuts)
	at := 0
	for _, cut := range cuts {
		w.addPart(whole, at, cut)
		at = cut
	}
	if at < len(whole.text) {
		w.addPart(whole, at, len(whole.text))
	}
	return true
}

// addPart adds a part of a word to the split ones.
func (w *Workspace) addPart(whole *word, begin, end int) {
	text := whole.text[begin:end]
	part := word{text: text, native: text, script: Latin, before: none, start: whole.start, end: whole.end, depth: whole.depth, upper: whole.upper, at: apart, first: apart}
	if whole.at != apart {
		part.at = whole.at + int32(begin)
	}
	if whole.end-whole.start == len(whole.text) { // plain ASCII: the parts have spans of their own
		part.start, part.end = whole.start+begin, whole.start+end
	}
	if begin == 0 {
		part.before = whole.before
	}
	part.cut = whole.cut && end == len(whole.text)
	part.lookUp()
	w.split = append(w.split, part)
}

// prefix returns the length of the longest vocabulary word that the rest of a
// word from begin begins with, or 0.
func (w *Workspace) prefix(whole *word, begin, end int) int {
	for n := min(end-begin, maxPart); n >= minHumpPart; n-- {
		left := end - begin - n
		hump := isHump(whole, begin+n)
		if n >= minLongForm && left != 1 && w.partFact(begin, begin+n).isForm() {
			return n
		}
		if left != 0 && left < minRest && !(hump && left >= minHumpPart) || n < minPart && !hump {
			continue
		}
		if isPart(w.partFact(begin, begin+n), n, hump || len(whole.text) >= longCompound) {
			return n
		}
	}
	return 0
}

// suffix returns the length of the longest vocabulary word or legal form that
// the rest of a word from begin to end ends with, or 0.
func (w *Workspace) suffix(whole *word, begin, end int) int {
	for n := min(end-begin-minRest, maxPart); n >= 2; n-- {
		cut := end - n
		boundary := isHump(whole, cut)
		f := w.partFact(cut, end)
		if f == 0 {
			continue
		}
		if f.isForm() && (boundary || n >= minPart || w.suffix(whole, begin, cut) >= minPart) {
			return n
		}
		if (n >= minPart || n >= minHumpPart && boundary) && isPart(f, n, boundary || len(whole.text) >= longCompound) {
			return n
		}
	}
	return 0
}

// partFact returns what the vocabulary says about a part of the word in w.parts.
func (w *Workspace) partFact(begin, end int) fact { return findKey(w.parts.Of(begin, end)) }

// isPart reports whether a word of n letters may be a part of a longer one.
// Short places are parts of names by chance (Cham, Berlin) unless a capital or
// the length of the whole says otherwise.
func isPart(f fact, n int, sure bool) bool {
	return f.isWord() && (sure || n >= minPlacePart || f.role() != Place)
}

func isHump(w *word, at int) bool { return slices.Contains(w.humps, int32(at)) }

// segment cuts the words of scripts without spaces into vocabulary words and
// what is left between them: 浙江·大华·技术·股份有限公司. The longest vocabulary
// word from the left wins.
func (w *Workspace) segment(ws []word) []word {
	some := false
	for i := range ws {
		some = some || ws[i].chars != nil
	}
	if !some {
		return ws
	}
	w.cut = w.cut[:0]
	for i := range ws {
		if ws[i].chars == nil {
			w.cut = append(w.cut, ws[i])
			continue
		}
		w.segmentWord(&ws[i])
	}
	return w.cut
}

func (w *Workspace) segmentWord(run *word) {
	t := w.takeRun(run.native)
	before := run.before
	known := false // whether what stands before is vocabulary
	emit := func(from, to int) {
		part := word{native: run.native[t.at(from):t.at(to)], script: run.script, before: before, depth: run.depth,
			start: run.chars[from].start, end: run.chars[to-1].end, at: apart, first: apart}
		part.romanise(t.runes[from:to])
		part.lookUp()
		w.cut = append(w.cut, part)
		before = none
	}
	from := 0 // of the characters not yet cut
	for i := 0; i < len(t.runes); {
		n := t.longestAt(i)
		if n == 1 && !t.suffixCounts(i, known && from == i) {
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
	if from < len(t.runes) {
		emit(from, len(t.runes))
	}
}

// run is a word of a script without spaces that is cut into words.
type run struct {
	runes []rune
	ends  []int // of the runes in bytes
	parts *compiled.Parts
}

// takeRun takes a word to be cut into the memory of w.
func (w *Workspace) takeRun(native string) *run {
	w.parts.Take(native)
	w.runes, w.ends = w.runes[:0], w.ends[:0]
	for i, r := range native {
		w.runes, w.ends = append(w.runes, r), append(w.ends, i+utf8.RuneLen(r))
	}
	return &run{w.runes, w.ends, &w.parts}
}

// at returns the byte at which rune i begins.
func (t *run) at(i int) int {
	if i == 0 {
		return 0
	}
	return t.ends[i-1]
}

// fact returns what the vocabulary says about the runes from begin to end.
func (t *run) fact(begin, end int) fact { return findKey(t.parts.Of(t.at(begin), t.at(end))) }

// longestAt returns the length of the longest vocabulary word at i.
func (t *run) longestAt(i int) int {
	if n := chineseNumber(t.runes[i:]); n > 0 {
		return n
	}
	least := 1
	if scriptOf(t.runes[i]) == Kana {
		least = minKana
	}
	for n := min(vocabulary.Longest(), len(t.runes)-i); n >= least; n-- {
		if t.fact(i, i+n).known() {
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
func (t *run) suffixCounts(i int, afterKnown bool) bool {
	suffix := t.fact(i, i+1)
	if !suffix.isWord() || i == 0 {
		return false
	}
	if afterKnown {
		return true
	}
	if i < 2 {
		return false
	}
	atEnd := i+1 == len(t.runes)
	next := 0
	if !atEnd {
		next = t.longestAt(i + 1)
	}
	if suffix.role() == Head {
		return atEnd || next > 2 && t.fact(i+1, i+1+next).isForm()
	}
	return next > 1
}
