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
func (e *evidence) joined(found []agreement, split, whole *name, listedSplit bool) []agreement {
	compare := func(r *run) {
		for j, w := range whole.terms {
			if !joinable(w) || w.role == normalize.Initial {
				continue
			}
			s, how := r.compare(w)
			if !listedSplit && s == 0 {
				s, how = compareRunCutOff(r.text, w, r.end == len(split.terms))
			}
			if s == 0 {
				continue
			}
			a := agreement{r.begin, phraseEnd(split, r.end-1), j, phraseEnd(whole, j), s, how}
			if listedSplit {
				a.q0, a.q1, a.l0, a.l1 = a.l0, a.l1, a.q0, a.q1
			}
			found = append(found, a)
		}
	}
	if listedSplit {
		split.eachRun(maxListedJoin, true, whole.longestSpelling()+maxSoundingGap, compare)
		return found
	}
	if split.runs == nil { // they serve for all listed names
		split.runs = make([]*run, 0, len(split.terms))
		split.eachRun(maxJoin, false, math.MaxInt, func(r *run) { kept := *r; split.runs = append(split.runs, &kept) })
	}
	for _, r := range split.runs {
		compare(r)
	}
	return found
}

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
	var r run
	for i := range n.terms {
		if !joinable(n.terms[i]) {
			continue
		}
		text, unknown := n.terms[i].text, unknownWord(n.terms[i])
		for k := i + 1; k < len(n.terms) && k-i < limit; k++ {
			t := n.terms[k]
			if t.text == "" {
				continue
			}
			if !joinable(t) {
				break
			}
			if len(text)+len(t.text) > most {
				break
			}
			text += t.text
			unknown += unknownWord(t)
			r = newRun(n.terms[i:k+1], text, unknown, listed)
			r.begin, r.end = i, k+1
			f(&r)
		}
	}
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
	outlines   []string // of the text; see sounds
	heard      bool     // outlines are known
	chinese    string   // the same in pinyin, if the words were written in another script
	unknown    int      // words that no table has
	foreign    bool     // not in Latin letters
	pinyin     bool     // of a name whose words are all Chinese in sound
	listed     bool     // of a listed name
}

func newRun(terms []*term, text string, unknown int, listed bool) run {
	r := run{text: text, unknown: unknown, listed: listed, foreign: terms[0].script != normalize.Latin, pinyin: terms[0].chinese}
	if terms[0].script == normalize.Cyrillic {
		for _, t := range terms {
			if t.text != "" {
				r.chinese += t.spelt[len(t.spelt)-1].text
			}
		}
	}
	return r
}

// sounds returns the outlines of the run, worked out when first needed; none if
// it is short or known word by word.
func (r *run) sounds() []string {
	if !r.heard {
		r.heard = true
		if len(r.text) >= minSoundingRun && r.unknown > 0 {
			r.outlines = outlines(r.text)
		}
	}
	return r.outlines
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
	if s, _ := compareSpelling(r.text, w.text, r.pinyin && w.chinese); s > 0 && len(w.text) >= spelling.MinOneEdit+2 && spelling.Distance(r.text, w.text, joinedEdits) <= joinedEdits {
		return s, Spaced
	}
	return 0, ""
}

// sounding compares the sound of a run with that of a word.
func (r *run) sounding(w *term) float64 {
	if len(w.text) < minSoundingRun || abs(len(w.text)-len(r.text)) > maxSoundingGap {
		return 0
	}
	for _, o := range r.sounds() {
		for _, other := range w.spelt[0].outlines {
			if o == other && (sameVowels(r.text, w.text) || len(skeleton(o)) > minOwnVowels) {
				return similarVowels
			}
			if r.foreign && !r.listed && w.script == normalize.Latin && skeleton(o) == skeleton(other) {
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
