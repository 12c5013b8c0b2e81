package normalize

import "github.com/partyscreen/partyscreen/normalize/internal/compiled"

// MaxBytes is the longest name that is read, in bytes. The longest name on the
// Consolidated Screening List has 349; a longer cell is a text, and is reported
// rather than cut.
const MaxBytes = 4096

// Canonical is a name after the pass.
type Canonical struct {
	Raw      string
	Readings []Reading // the ways to take the name; the first is the whole of it
	Repairs  []string  // what was repaired in the text, in words
	Problem  string    // why the name cannot be screened, in words; empty if it can
}

// Reading is one way to take a raw name as the name of one party: the whole,
// one of several parties in a cell, the part in one script.
type Reading struct {
	Part   Part
	Tokens []Token
}

// Part says which part of the raw name a reading takes.
type Part uint8

// The parts.
const (
	Whole     Part = iota
	Outside        // without what stands in brackets
	Inside         // what stands in one pair of brackets
	Segment        // between slashes, semicolons, spaced dashes, "formerly", "c/o"
	OneScript      // the words in one script of a name that is written in two
	Literal        // the whole, with well-known bodies taken word by word
	Unsplit        // the whole, with words that seem run together left as they are
	Personal       // a person's name in Chinese characters, as surname and given name
)

// String says in words which part it is.
func (p Part) String() string {
	return [...]string{
		"the whole", "without what is in brackets", "what is in brackets", "one of several parties", "the words in one script",
		"the whole, word by word", "the whole, with no word split", "as a person's name",
	}[min(p, Personal)]
}

// Name walks raw through the pass. It never fails: where nothing can be
// screened, Problem says why. Its time is bounded by MaxBytes. It is safe for
// concurrent use.
func Name(raw string) Canonical { return *newWorkspace().Name(raw) }

// Listed is Name for a name that an authority printed: whatever it is, it is a
// name. Where Name would find nothing but legal forms, particles or a
// placeholder (an alias NA), Listed takes the words for distinctive.
func Listed(raw string) Canonical { return *newWorkspace().Listed(raw) }

// Workspace is the memory in which names are walked through the pass, one after
// the other: an ordinary name costs one allocation, for the letters of its
// words. The zero Workspace is ready. It is not for concurrent use.
type Workspace struct {
	name    Canonical
	cleaner cleaner
	folded  []byte  // letters of a plain name
	letters string  // the same: its words, then the initials of these
	words   []word  // as they were written
	cut     []word  // of scripts without spaces, cut into words
	split   []word  // words run together, split
	humps   []int32 // of all words
	runes   []rune  // of a word
	ends    []int   // and their ends in bytes
	parts   compiled.Parts
	tokens  []Token    // of the readings, one behind the other
	cell    []cellPart // of the tokens
	named   []bool     // brackets that hold a name of their own
}

// usualWords is the number of words that few names have more of.
const usualWords = 8

// newWorkspace returns a Workspace for one usual name.
func newWorkspace() *Workspace {
	return &Workspace{
		folded: make([]byte, 0, 64),
		words:  make([]word, 0, usualWords),
		tokens: make([]Token, 0, usualWords),
	}
}

// Name is the function Name in the memory of w: what it returns holds until the
// next call, and the strings in it for good.
func (w *Workspace) Name(raw string) *Canonical { return w.walk(raw, false) }

// Listed is the function Listed in the memory of w, as Name is Name.
func (w *Workspace) Listed(raw string) *Canonical { return w.walk(raw, true) }

func (w *Workspace) walk(raw string, listed bool) *Canonical {
	w.name = Canonical{Raw: raw, Readings: w.name.Readings[:0]}
	w.words, w.tokens, w.humps = w.words[:0], w.tokens[:0], w.humps[:0]
	if len(raw) > MaxBytes {
		w.name.Problem = "the name is longer than 4096 bytes: screen the parties in it one by one"
		return &w.name
	}
	if !w.takePlain(raw) {
		w.take(raw)
	}
	w.read(listed)
	return &w.name
}

// read finds the readings of the words.
func (w *Workspace) read(listed bool) {
	c := &w.name
	uncut := w.words
	if !listed && isPlaceholder(uncut) {
		c.Problem = "the name is a placeholder: find out who the party is"
		return
	}
	ws := uncut
	if len(ws) <= maxWords {
		ws = joinNumbers(w.joinLetters(w.segment(ws)))
	}
	if len(ws) > maxWords {
		c.Problem = "the name has more than 64 words: screen the parties in it one by one"
		return
	}
	w.correctWords(ws)
	split := w.splitCompounds(ws)
	all := w.tokensOf(split, false)
	if c.Problem = problem(c.Raw, all); c.Problem != "" {
		if len(all) == 0 || !listed && !isName(all) {
			return
		}
		c.Problem = ""
		makeDistinctive(all)
	}
	w.addReadings(all)
	if len(split) != len(ws) {
		w.addReading(Unsplit, w.keep(w.tokensOf(ws, false), everything))
	}
	if hasKana(uncut) && len(uncut) != len(ws) {
		romaniseWords(uncut)
		w.addReading(Unsplit, w.keep(w.tokensOf(uncut, false), everything))
	}
	if personal := personal(all); personal != nil {
		w.addReading(Personal, personal)
	}
	if hasBody(all) {
		w.addReading(Literal, w.keep(w.tokensOf(split, true), everything))
	}
}

func (w *Workspace) addReading(part Part, tokens []Token) {
	w.name.Readings = append(w.name.Readings, Reading{part, tokens})
}

// hasKana reports a word in kana, in which foreign names are written without
// spaces: the tech of アイフライテック is part of the name.
func hasKana(ws []word) bool {
	for i := range ws {
		if ws[i].script == Kana {
			return true
		}
	}
	return false
}

// isName reports words that are a legal form, a particle or a title somewhere,
// but are all of a name here: ALE, El Para, Its LLC. Ltd., AG and Company are
// no names, and neither is ATTN.
func isName(all []Token) bool {
	const shortest, longest = 3, 5 // letters of a legal form that may be a name
	forms, others := 0, 0
	for i := range all {
		switch all[i].Role {
		case LegalForm:
			forms++
		case Particle:
			others++
		}
	}
	if others > 0 || forms > 0 && forms < len(all) {
		return true
	}
	t := &all[0]
	return forms == 1 && len(all) == 1 && t.Script == Latin && t.End-t.Start == len(t.Text) &&
		shortest <= len(t.Text) && len(t.Text) <= longest && !isWellKnownForm(t.Text)
}

// isWellKnownForm reports the legal forms that nobody takes for a name.
func isWellKnownForm(s string) bool {
	switch s {
	case "ltd", "llc", "llp", "plc", "inc", "gmbh", "corp", "jsc", "pjsc", "cjsc", "ojsc", "pty", "pvt", "pte", "bhd", "srl", "ltda", "sarl",
		"ooo", "oao", "zao", "pao", "kft", "doo", "coltd", "ltdco":
		return true
	}
	return false
}

// makeDistinctive takes every word for distinctive.
func makeDistinctive(all []Token) {
	for i := range all {
		if t := &all[i]; t.Text != "" && (t.Role != LegalForm || len(all) == 1) {
			t.Role, t.Concept, t.Bits = Distinctive, 0, loneBits
		}
	}
}

// problem says why tokens cannot be screened, or nothing.
func problem(raw string, all []Token) string {
	if len(all) == 0 {
		if raw == "" {
			return "the name is empty"
		}
		return "the name has no letters or digits"
	}
	for i := range all {
		switch all[i].Role {
		case LegalForm, Particle, Noise:
		default:
			return ""
		}
	}
	return "the name is only a legal form or a remark"
}
