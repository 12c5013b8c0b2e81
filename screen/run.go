package screen

import (
	"math"
	"strings"

	"github.com/partyscreen/partyscreen/normalize"
	"github.com/partyscreen/partyscreen/normalize/spelling"
)

// joined finds runs of words of one name that are one word of the other: Hik
// Vision and Hikvision. The run is compared letter by letter as written, even
// where its words have a meaning of their own.
func (e *evidence) joined() {
	if e.lookup == nil {
		e.query.eachRun(maxJoin, false, math.MaxInt, func(r *run) {
			for j := range e.listed.terms {
				e.joinedQuery(r, j)
			}
		})
	} else {
		for j, w := range e.listed.terms {
			e.lookup.eachRun(w.id, func(begin, end int) {
				if e.query.canJoin(begin, end) {
					r := e.query.join(begin, end, false)
					e.joinedQuery(&r, j)
				}
			})
		}
	}
	if e.lookup != nil && !e.lookup.hasRun(e.id) {
		return
	}
	e.listed.eachRun(maxListedJoin, true, e.query.longestSpelling()+maxSoundingGap, func(r *run) {
		for i, w := range e.query.terms {
			if s, how := r.compareWord(w); s > 0 {
				e.possible = append(e.possible, agreement{i, phraseEnd(e.query, i), r.begin, phraseEnd(e.listed, r.end-1), s, how})
			}
		}
	})
}

// joinedQuery compares a run of the query with listed word j.
func (e *evidence) joinedQuery(r *run, j int) {
	w := e.listed.terms[j]
	s, how := r.compareWord(w)
	if s == 0 && isPartOfRun(w) {
		s, how = compareRunCutOff(r.text, w, r.end == len(e.query.terms))
	}
	if s > 0 {
		e.possible = append(e.possible, agreement{r.begin, phraseEnd(e.query, r.end-1), j, phraseEnd(e.listed, j), s, how})
	}
}

// isPartOfRun reports a word that a run of the other name may be.
func isPartOfRun(w *term) bool { return joinable(w) && w.role != normalize.Initial }

// longestSpelling returns the bytes of the longest spelling of a word.
func (n *name) longestSpelling() int {
	longest := 0
	for _, t := range n.terms {
		for i := range t.spelt {
			longest = max(longest, len(t.spelt[i].text))
		}
	}
	return longest
}

// eachRun calls f with every run of up to limit words and most letters that may
// be joined. The run is f's until it returns.
func (n *name) eachRun(limit int, listed bool, most int, f func(*run)) {
	for begin := range n.terms {
		for end := begin + 2; end <= len(n.terms) && end-begin <= limit; end++ {
			if n.terms[end-1].text == "" {
				continue
			}
			if !n.canJoin(begin, end) || n.lettersIn(begin, end) > most {
				break
			}
			r := n.join(begin, end, listed)
			f(&r)
		}
	}
}

// canJoin reports whether the words in a range are all joinable, apart from
// those without letters.
func (n *name) canJoin(begin, end int) bool {
	for i, t := range n.terms[begin:end] {
		if !joinable(t) && (t.text != "" || i == 0) {
			return false
		}
	}
	return true
}

// lettersIn counts the letters of the words in a range.
func (n *name) lettersIn(begin, end int) int {
	size := 0
	for _, t := range n.terms[begin:end] {
		size += len(t.text)
	}
	return size
}

// unknownWord counts a word that no table has.
func unknownWord(t *term) int {
	if t.concept == 0 && t.role == normalize.Distinctive {
		return 1
	}
	return 0
}

// joinable reports a word that may be a part of another. A legal form is one
// where it is a Chinese syllable: Tu Mu Shu Ke.
func joinable(t *term) bool {
	return t.text != "" && t.role != normalize.Number && (t.role != normalize.LegalForm || normalize.Syllables(t.text) == 1)
}

// minJoined is the length from which a joined run means something, and
// joinedEdits the typing errors tolerated on top of the joint.
const (
	minJoined   = 4
	joinedEdits = 1
)

// run is words side by side, written as one.
type run struct {
	text       string
	begin, end int      // the terms
	heard      [3]sound // of the text; see sounds
	sounds     []sound  // of heard; none if the run is short or known word by word
	chinese    string   // the same in pinyin, if the words were written in another script
	unknown    int      // words that no table has
	foreign    bool     // not in Latin letters
	pinyin     bool     // of a name whose words are all Chinese in sound
	listed     bool     // of a listed name
}

// join makes a run of the words in a range.
func (n *name) join(begin, end int, listed bool) run {
	first := n.terms[begin]
	r := run{begin: begin, end: end, listed: listed, foreign: first.script != normalize.Latin, pinyin: first.chinese}
	if n.letters == "" {
		r.text = letters(n.terms[begin:end])
	} else {
		from := n.lettersIn(0, begin)
		r.text = n.letters[from : from+n.lettersIn(begin, end)]
	}
	for _, t := range n.terms[begin:end] {
		if t.text == "" {
			continue
		}
		r.unknown += unknownWord(t)
		if first.script == normalize.Cyrillic {
			r.chinese += t.spelt[len(t.spelt)-1].text
		}
	}
	return r
}

// hear works out the sounds of a run, unless it is short or known word by word.
func (r *run) hear() []sound {
	if r.sounds == nil && len(r.text) >= minSoundingRun && r.unknown > 0 {
		r.sounds = appendSounds(r.heard[:0], r.text)
	}
	return r.sounds
}

// compareWord is compare for a word that may be a run at all.
func (r *run) compareWord(w *term) (float64, Agreement) {
	if !isPartOfRun(w) {
		return 0, ""
	}
	return r.compare(w)
}

// compare compares a run with one word. Only a run with unknown words in it
// may have typing errors: Bank of is not a misspelt Bankoff.
func (r *run) compare(w *term) (float64, Agreement) {
	if len(r.text) < minJoined || w.concept != 0 && w.role != normalize.Distinctive && r.text != w.text && len(r.text) < spelling.MinTwoEdits {
		return 0, ""
	}
	for i := range w.spelt {
		if r.text == w.spelt[i].text || r.chinese == w.spelt[i].text {
			return 1, Spaced
		}
	}
	if w.script == normalize.Han {
		return 0, ""
	}
	if s := r.sounding(w); s > 0 {
		return s, Sounds
	}
	if r.listed || r.unknown == 0 {
		return 0, ""
	}
	own := spelt{text: r.text, shape: shapeHash(r.text)}
	if s, _ := compareSpelling(&own, &w.spelt[0], r.pinyin && w.chinese); s > 0 && len(w.text) >= spelling.MinOneEdit+2 && spelling.Distance(r.text, w.text, joinedEdits) <= joinedEdits {
		return s, Spaced
	}
	return 0, ""
}

// sounding compares the sound of a run with that of a word.
func (r *run) sounding(w *term) float64 {
	if len(w.text) < minSoundingRun || abs(len(w.text)-len(r.text)) > maxSoundingGap {
		return 0
	}
	for _, own := range r.hear() {
		for _, other := range w.spelt[0].sounds {
			if own.outline == other.outline && (own.bones > minOwnVowels || sameVowels(r.text, w.text)) {
				return similarVowels
			}
			if r.foreign && !r.listed && w.script == normalize.Latin && own.bones >= minSkeleton && own.skeleton == other.skeleton {
				return similarConsonant
			}
		}
	}
	return 0
}

// minSoundingRun is the length from which a joined run is also compared by
// sound: Abd al-Aziz and Abdulaziz. Their lengths differ by so much at most.
const (
	minSoundingRun = 7
	maxSoundingGap = 3
)

// compareRunCutOff compares the last words of a query, joined, with a listed
// phrase that a field of limited length cut off: Public Securit.
func compareRunCutOff(run string, w *term, last bool) (float64, Agreement) {
	if last && w.concept != 0 && len(run) >= minTruncated && (2*len(run) > len(w.text) || len(run) >= spelling.MinTwoEdits) && len(run) < len(w.text) && strings.HasPrefix(w.text, run) {
		return similarPrefix, Abbreviated
	}
	return 0, ""
}
