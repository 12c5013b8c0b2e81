package report

import (
	"cmp"
	"slices"

	"github.com/partyscreen/partyscreen/screen"
)

// textRun is a part of a name: words that agree in one way with those of the
// other name, or what stands between.
type textRun struct {
	Pieces []piece
	Class  string // of the mark, empty for none
	Note   string // the agreement in words
	Hint   bool   // the note must be heard: it does not go without saying
}

// plainName is a name without marks.
func plainName(text, lang string) nameView {
	return nameView{lang, []textRun{{Pieces: pieces(text)}}}
}

// comparedNames returns both names of a hit with their words marked.
func comparedNames(h screen.Hit) (query, listed nameView) {
	var inQuery, inListed []span
	for _, p := range h.Alignment {
		inQuery = append(inQuery, span{p.QuerySpan, p.Agreement})
		inListed = append(inListed, span{p.ListedSpan, p.Agreement})
	}
	lang := h.Name.Lang
	if lang == "" && isASCII(h.Name.Text) {
		lang = "en"
	}
	return nameView{"", runs(h.Query, inQuery)}, nameView{lang, runs(h.Name.Text, inListed)}
}

// span is where in a name words agree.
type span struct {
	screen.Span
	agreement screen.Agreement
}

// runs cuts a text at its spans. Of spans that overlap the first counts.
func runs(text string, spans []span) []textRun {
	slices.SortStableFunc(spans, func(a, b span) int { return cmp.Compare(a.Start, b.Start) })
	var out []textRun
	at := 0
	for _, s := range spans {
		if s.Start < at || s.End <= s.Start || s.End > len(text) {
			continue
		}
		if s.Start > at {
			out = append(out, textRun{Pieces: pieces(text[at:s.Start])})
		}
		class := classOf(s.agreement)
		out = append(out, textRun{pieces(text[s.Start:s.End]), class, string(s.agreement), class != "same"})
		at = s.End
	}
	if at < len(text) {
		out = append(out, textRun{Pieces: pieces(text[at:])})
	}
	return out
}

// classOf returns how an agreement is marked.
func classOf(a screen.Agreement) string {
	switch a {
	case screen.Same:
		return "same"
	case screen.Translated, screen.Related:
		return "meaning"
	case screen.Missing:
		return "missing"
	case screen.Additional:
		return "additional"
	case screen.Contradicts:
		return "contradicts"
	}
	return "near" // typing errors, other spacing, romanisation, abbreviations …
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}
