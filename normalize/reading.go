package normalize

// readings takes the tokens of a cell as the name of one party in every way
// that the cell's punctuation and scripts suggest. A bracket that holds only a
// place or a legal form belongs to the name around it.
func readings(all []Token) []Reading {
	whole := keep(all, everything)
	out := []Reading{{Whole, whole}}
	add := func(part Part, tokens []Token) {
		if len(tokens) < len(whole) && (identifies(tokens) || part == Segment && says(tokens)) && !(part == Segment && isCode(tokens)) {
			out = append(out, Reading{part, tokens})
		}
	}
	if isSimple(all) {
		return out
	}
	segment, bracket, segments, brackets := cut(all)
	named := make([]bool, brackets+1) // brackets that hold a name of their own
	for b := 1; b <= brackets; b++ {
		inside := keep(all, func(i int) bool { return bracket[i] == b })
		named[b] = identifies(inside)
		add(Inside, inside)
	}
	outside := func(i int) bool { return !named[bracket[i]] }
	add(Outside, keep(all, outside))
	if segments > 1 {
		for s := range segments {
			add(Segment, keep(all, func(i int) bool { return segment[i] == s && outside(i) }))
		}
	}
	for s := OtherScript; s <= Indic; s++ {
		if some, others := scripts(all, s); some && others {
			add(OneScript, keep(all, func(i int) bool { return all[i].Script == s || all[i].Role == Number }))
		}
	}
	return out
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

// cut numbers the parts of a cell: for each token its segment between strong
// separators, from 0, and its outermost bracket, from 1, or 0 outside.
func cut(all []Token) (segment, bracket []int, segments, brackets int) {
	segment, bracket = make([]int, len(all)), make([]int, len(all))
	for i, t := range all {
		if i > 0 && t.before == strong && t.depth == 0 {
			segments++
		}
		segment[i] = segments
		if t.depth > 0 {
			if i == 0 || all[i-1].depth == 0 || t.before == openBracket && t.depth == 1 && all[i-1].depth == 1 {
				brackets++
			}
			bracket[i] = brackets
		}
	}
	return segment, bracket, segments + 1, brackets
}

// keep returns the tokens of a name among those that wanted selects.
func keep(all []Token, wanted func(i int) bool) []Token {
	out := make([]Token, 0, len(all))
	for i, t := range all {
		if t.Role != Noise && wanted(i) {
			out = append(out, t)
		}
	}
	return out
}

// hasBody reports a well-known body that is written in several words.
func hasBody(all []Token) bool {
	for _, t := range all {
		if t.Role == Distinctive && t.Concept != 0 && len(t.Initials) > 1 {
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
	for _, t := range tokens {
		switch t.Role {
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
	for _, t := range tokens {
		switch t.Role {
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
	for _, t := range all {
		switch {
		case t.Role == Number || t.Role == Noise:
		case t.Script == s:
			some = true
		default:
			others = true
		}
	}
	return some, others
}
