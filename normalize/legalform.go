package normalize

import (
	"unicode/utf8"

	"github.com/partyscreen/partyscreen/normalize/internal/compiled"
)

// form is one spelling of a legal form.
type form struct {
	concept  Concept
	position uint8 // compiled.End and so on
}

// formWordLimit bounds the words of a legal form: Gesellschaft mit beschränkter
// Haftung und Compagnie Kommanditgesellschaft.
const formWordLimit = 8

// markForms finds the legal forms among the words of a name. A short spelling
// counts only where a form can stand: at the end, before a comma or bracket,
// or, for the forms that lead in their language, at the start.
func markForms(ws []word) {
	defer keepOneName(ws)
	openForms(ws)
	for i := 0; i < len(ws); { // leading forms: OOO, PT, شركة
		n, f := formFrom(ws, i)
		if n == 0 || f.position == compiled.End || isInitials(ws[i:i+n]) {
			break
		}
		ws[i].form, ws[i].formWords = f, uint8(n)
		i += n
	}
	tail := true // whether only legal forms and places follow
	for end := len(ws); end > 0; {
		if end < len(ws) && ws[end].before >= comma {
			tail = true
		}
		n, f := formUpTo(ws, end)
		i := end - n
		switch {
		case n == 0 || n == 1 && number(&ws[end-1]) != "": // II is two, not a Lithuanian form
			tail = tail && isPlace(&ws[end-1])
			end--
		case f.position == compiled.Anywhere || tail && f.position != compiled.Start || i > 0 && isPlainForm(ws[i:end]):
			if ws[i].formWords == 0 {
				ws[i].form, ws[i].formWords = f, uint8(n)
			}
			end = i
		default:
			tail = false
			end--
		}
	}
}

// openForms takes the brackets off the middle of a legal form: Jade Machinery
// (Private) Limited.
func openForms(ws []word) {
	for i := 1; i+1 < len(ws); i++ {
		if ws[i].depth != 1 || ws[i-1].depth != 0 || ws[i+1].depth != 0 {
			continue
		}
		switch ws[i].text {
		case "private", "pvt", "pte", "pty", "proprietary", "public":
			ws[i].depth, ws[i].before, ws[i+1].before = 0, space, space
		}
	}
}

// isInitials reports letters with spaces between, as before a person's name:
// A. Q. Khan is no Kazakh stock company.
func isInitials(ws []word) bool {
	for i := range ws {
		if !isLetter(&ws[i]) || i > 0 && ws[i].before < space {
			return false
		}
	}
	return len(ws) > 1
}

// isPlainForm reports a legal form that is nothing else wherever it stands
// behind a name: Co. Ltd., GmbH, Inc. Short forms with a vowel are often words
// or names of their own (SPA, SAS, AS).
func isPlainForm(ws []word) bool {
	var buf [32]byte
	key := buf[:0]
	for i := range ws {
		key = append(key, ws[i].native...)
	}
	switch string(key) {
	case "sa", "nv", "bv", "ag", "as", "spa", "sl", "srl", "sas":
		return isDotted(ws) // Sidma S.A. Steel Products
	case "gmbh", "inc", "corp", "ooo", "oao", "zao", "pao", "pte", "ltda":
		return true
	}
	return len(key) >= 5 && len(ws) > 1 || len(key) >= 3 && !hasVowel(key) || string(key) == "limited"
}

// isDotted reports letters with full stops and without spaces: S.A.
func isDotted(ws []word) bool {
	for i := range ws {
		if len(ws[i].text) != 1 || i > 0 && ws[i].before != dot {
			return false
		}
	}
	return len(ws) > 1
}

// hasVowel reports a vowel, or a letter that may be one.
func hasVowel(s []byte) bool {
	for _, b := range s {
		switch b {
		case 'a', 'e', 'i', 'o', 'u', 'y':
			return true
		}
		if b >= utf8.RuneSelf {
			return true
		}
	}
	return false
}

// keepOneName leaves a name to a cell in which every word could be a legal
// form: in SPA Ltd the first is the name. A cell that is one legal form (Co.,
// Ltd.) has none.
func keepOneName(ws []word) {
	marked, whole := 0, compiled.Of("")
	for i := range ws {
		marked += int(ws[i].formWords)
		if !ws[i].noise {
			whole = whole.Then(ws[i].key)
		}
	}
	if len(ws) > 0 && marked == len(ws) && ws[0].form.position != compiled.Anywhere && !findForm(whole).isForm() {
		ws[0].form, ws[0].formWords = form{}, 0
	}
}

// formFrom returns the longest form that begins at word i.
func formFrom(ws []word, i int) (n int, f form) {
	var key compiled.Digest
	for j := i; j < len(ws) && j-i < formWordLimit; j++ {
		if j > i && ws[j].before >= openBracket {
			break
		}
		key = key.Then(ws[j].key)
		if found := findForm(key); found.isForm() {
			n, f = j-i+1, found.form()
		}
	}
	return n, f
}

// formUpTo returns the longest form that ends before word end.
func formUpTo(ws []word, end int) (n int, f form) {
	key := compiled.Of("")
	for i := end - 1; i >= 0 && end-i <= formWordLimit; i-- {
		key = ws[i].key.Then(key)
		if found := findForm(key); found.isForm() {
			n, f = end-i, found.form()
		}
		if ws[i].before >= openBracket {
			break
		}
	}
	return n, f
}

func isPlace(w *word) bool {
	return w.fact.is(Place) && w.fact.only() != 0
}
