package normalize

import "slices"

// addReadings takes the tokens of a cell as the name of one party in every way
// that the cell's punctuation and scripts suggest. A bracket that holds only a
// place or a legal form belongs to the name around it.
func (w *Workspace) addReadings(all []Token) {
	whole := w.keep(all, everything)
	w.addReading(Whole, whole)
	if isSimple(all) {
		return
	}
	add := func(part Part, tokens []Token) {
		if len(tokens) < len(whole) && (identifies(tokens) || part == Segment && says(tokens)) && !(part == Segment && isCode(tokens)) {
			w.addReading(part, tokens)
		}
	}
	segments, brackets := w.cutCell(all)
	w.named = slices.Grow(w.named[:0], brackets+1)[:brackets+1]
	w.named[0] = false
	parts, named := w.cell, w.named
	for b := 1; b <= brackets; b++ {
		inside := w.keep(all, func(i int) bool { return parts[i].bracket == b })
		named[b] = identifies(inside)
		add(Inside, inside)
	}
	outside := func(i int) bool { return !named[parts[i].bracket] }
	add(Outside, w.keep(all, outside))
	if segments > 1 {
		for s := range segments {
			add(Segment, w.keep(all, func(i int) bool { return parts[i].segment == s && outside(i) }))
		}
	}
	for s := OtherScript; s <= Indic; s++ {
		if some, others := scripts(all, s); some && others {
			add(OneScript, w.keep(all, func(i int) bool { return all[i].Script == s || all[i].Role == Number }))
		}
	}
}

// isSimple reports a cell without brackets, strong separators and second script,
// as most are: it has one reading.
func isSimple(all []Token) bool {
	for i := range all {
		t := &all[i]
		if t.depth > 0 || i > 0 && t.before == strong || t.Script != all[0].Script && t.Role != Number && t.Role != Noise {
			return false
		}
	}
	return true
}

// cellPart says in which part of a cell a token stands: its segment between
// strong separators, from 0, and its outermost bracket, from 1, or 0 outside.
type cellPart struct{ segment, bracket int }

// cutCell finds the parts of a cell in which its tokens stand, and counts the
// segments and the brackets.
func (w *Workspace) cutCell(all []Token) (segments, brackets int) {
	w.cell = w.cell[:0]
	for i := range all {
		t := &all[i]
		if i > 0 && t.before == strong && t.depth == 0 {
			segments++
		}
		part := cellPart{segment: segments}
		if t.depth > 0 {
			if i == 0 || all[i-1].depth == 0 || t.before == openBracket && t.depth == 1 && all[i-1].depth == 1 {
				brackets++
			}
			part.bracket = brackets
		}
		w.cell = append(w.cell, part)
	}
	return segments + 1, brackets
}

// keep returns the tokens of a name among those that wanted selects.
func (w *Workspace) keep(all []Token, wanted func(i int) bool) []Token {
	begin := 0
	for begin < len(all) && all[begin].Role != Noise && wanted(begin) {
		begin++
	}
	if begin == len(all) {
		return all
	}
	from := len(w.tokens)
	w.tokens = append(w.tokens, all[:begin]...)
	for i := begin; i < len(all); i++ {
		if all[i].Role != Noise && wanted(i) {
			w.tokens = append(w.tokens, all[i])
		}
	}
	return w.tokens[from:len(w.tokens):len(w.tokens)]
}

// hasBody reports a well-known body that is written in several words.
func hasBody(all []Token) bool {
	for i := range all {
		if t := &all[i]; t.Role == Distinctive && t.Concept != 0 && len(t.Initials) > 1 {
			return true
		}
	}
	return false
}

func everything(int) bool { return true }

// identifies reports whether tokens can name a party: by a distinctive word,
// or as the body of a place.
func identifies(tokens []Token) bool {
	place, body := false, false
	for i := range tokens {
		switch tokens[i].Role {
		case Distinctive:
			return true
		case Place:
			place = true
		case Head, Industry:
			body = true
		}
	}
	return place && body
}

// says reports whether the tokens between two separators say something: of two
// parties in a cell one may be called Business Lab.
func says(tokens []Token) bool {
	words, form := 0, 0
	for i := range tokens {
		switch tokens[i].Role {
		case Industry, Head, Generic, Place, Number:
			words++
		case LegalForm:
			form = 1
		}
	}
	return words > 0 && words+form >= 2
}

// isCode reports a single short word, such as a bookkeeper sets behind a dash: it
// is not a party. A legal form beside it makes it one.
func isCode(tokens []Token) bool {
	return len(tokens) == 1 && tokens[0].Script == Latin && len(tokens[0].Text) <= maxCode
}

// maxCode is the length of the codes that bookkeepers use.
const maxCode = 3

// scripts reports whether words of script s and words of another script are
// among the tokens.
func scripts(all []Token, s Script) (some, others bool) {
	for i := range all {
		switch t := &all[i]; {
		case t.Role == Number || t.Role == Noise:
		case t.Script == s:
			some = true
		default:
			others = true
		}
	}
	return some, others
}
