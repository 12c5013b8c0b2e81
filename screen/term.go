package screen

import (
	"math"
	"slices"
	"strings"

	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/normalize"
)

// manner is how a name is read: a bank is a kind of body, a Mr Bank has a
// surname. It follows from the kind of the listed entity.
type manner uint8

const (
	asOrganisation manner = iota // also where the kind is not stated
	asPerson
	asVessel
	manners
)

// String returns what the name is of, in words.
func (m manner) String() string {
	return [...]string{"company", "person", "ship"}[m]
}

func mannerOf(kind lists.Kind) manner {
	switch kind {
	case lists.Individual:
		return asPerson
	case lists.Vessel:
		return asVessel
	}
	return asOrganisation
}

// term is one word of a name as the alignment sees it. Names of a list share
// equal terms.
type term struct {
	text      string // lower-case Latin letters, or native ones where no romanisation is known
	native    string // the letters as written, if not Latin
	number    string
	initials  string
	spelt     []spelt // every spelling to compare: the text, then other romanisations
	bits      float64 // how surprising it is that two unrelated parties bear it
	spelling  float64 // bits of the spelling, where bits are of the meaning
	concept   normalize.Concept
	near      normalize.Concept // the vocabulary word that it may be a typing error of
	script    normalize.Script
	role      normalize.Role
	manner    manner
	corporate bool  // a legal form or a word for a body or a trade, whatever its role here
	chinese   bool  // all distinctive words of the name are pinyin, this one too
	and       bool  // means and, which acronyms leave out
	id        int32 // in its index
}

// spelt is one spelling of a word, with its outline and its sounds.
type spelt struct {
	text   string
	shape  uint64 // hash of normalize.Shape
	sounds []sound
}

// name is one reading of a name, ready to be compared.
type name struct {
	terms     []*term
	weights   []float64         // what each word contributes to the name's identity
	total     float64           // sum of the weights
	tokens    []normalize.Token // the words as written; an index does not keep them
	shortened []int             // words of a query that may be cut off: the last, and those with a full stop
	letters   string            // the words' letters side by side; of a listed name in an index once needed
	manner    manner
	distinct  bool // has a distinctive word
	hasHan    bool // its entity has a name in Chinese characters
	corporate bool // has a legal form or a word for a body or a trade
	weak      bool // a weak alias by OFAC's tests
}

// memory is where prepared names lie. It is reused for one name after another.
type memory struct {
	terms   []term
	order   []*term
	weights []float64
	spelt   []spelt
	sounds  []sound
}

// reset makes room for names of n words in all. What was prepared before is
// gone.
func (m *memory) reset(n int) {
	m.terms, m.order, m.weights = slices.Grow(m.terms[:0], n), slices.Grow(m.order[:0], n), slices.Grow(m.weights[:0], n)
	m.spelt, m.sounds = m.spelt[:0], m.sounds[:0]
}

// prepare weighs the words of a reading.
func prepare(r normalize.Reading, m manner) name {
	mem := new(memory)
	mem.reset(len(r.Tokens))
	n := mem.prepare(r, m, mem.spell(r))
	n.letters = letters(n.terms)
	return n
}

// spell returns what the words of a reading are compared by.
func (mem *memory) spell(r normalize.Reading) [][]spelt {
	all := make([][]spelt, len(r.Tokens))
	for i := range r.Tokens {
		all[i] = mem.spellWord(&r.Tokens[i])
	}
	return all
}

func (mem *memory) spellWord(t *normalize.Token) []spelt {
	if t.Text == "" {
		return nil
	}
	begin := len(mem.spelt)
	mem.spelt = append(mem.spelt, mem.newSpelt(t.Text))
	for _, other := range t.Others {
		mem.spelt = append(mem.spelt, mem.newSpelt(other))
	}
	return mem.spelt[begin:len(mem.spelt):len(mem.spelt)]
}

func (mem *memory) newSpelt(text string) spelt {
	begin := len(mem.sounds)
	mem.sounds = appendSounds(mem.sounds, text)
	return spelt{text, shapeHash(text), mem.sounds[begin:len(mem.sounds):len(mem.sounds)]}
}

// shapeHash returns a hash of the outline of a word.
func shapeHash(text string) uint64 {
	var outline outlineBuffer
	return hashBytes(normalize.AppendShape(outline[:0], text))
}

// prepare is prepare for words whose spellings are known.
func (mem *memory) prepare(r normalize.Reading, m manner, spelt [][]spelt) name {
	size := len(r.Tokens)
	first := len(mem.terms)
	n := name{tokens: r.Tokens, manner: m}
	for i := range r.Tokens {
		mem.terms = append(mem.terms, newTerm(&r.Tokens[i], spelt[i]))
		t := &mem.terms[first+i]
		t.corporate = isCorporate(t) && !(m == asVessel && (isVesselPrefix(t.text) || isVesselType(t.text)))
		t.manner = m
		if m != asOrganisation {
			t.asPersonal(i)
		}
		mem.order = append(mem.order, t)
		mem.weights = append(mem.weights, 0)
	}
	n.terms, n.weights = mem.order[len(mem.order)-size:], mem.weights[len(mem.weights)-size:]
	if m == asOrganisation {
		n.promote()
	}
	n.markChinese()
	n.weigh()
	if n.total == 0 {
		n.weighParticles()
	}
	n.weak = isWeak(&n)
	return n
}

// weigh weighs the words of a name by their roles, and tells what kinds of words
// it has.
func (n *name) weigh() {
	n.distinct, n.corporate, n.total = false, false, 0
	for _, t := range n.terms {
		n.distinct = n.distinct || t.role == normalize.Distinctive
		n.corporate = n.corporate || t.corporate
	}
	for i, t := range n.terms {
		n.weights[i] = weigh(t, n.distinct)
		n.total += n.weights[i]
	}
}

// isCorporate reports a word that people and ships have not in their names.
func isCorporate(t *term) bool {
	return t.role == normalize.LegalForm || t.role == normalize.Head || t.role == normalize.Industry
}

// weighParticles makes the particles of a name that has nothing else its
// distinctive words: the alias Ben.
func (n *name) weighParticles() {
	for i, t := range n.terms {
		if t.role == normalize.Particle && t.text != "" {
			t.role, t.bits = normalize.Distinctive, particleBits
			n.weights[i] = weigh(t, true)
			n.total += n.weights[i]
			n.distinct = true
		}
	}
}

// particleBits is what a particle tells that is all of a name.
const particleBits = 9

// promote makes the only word of a name its distinctive word, whatever it
// means: Salute, Technology LLC. It is compared by its letters then, because
// nobody translates it.
func (n *name) promote() {
	var sole *term
	for _, t := range n.terms {
		switch t.role {
		case normalize.LegalForm, normalize.Particle, normalize.Initial:
			continue
		}
		if sole != nil || t.role == normalize.Distinctive || t.role == normalize.Number || t.text == "" {
			return
		}
		sole = t
	}
	if sole != nil {
		sole.role, sole.concept, sole.bits = normalize.Distinctive, 0, sole.spelling
		n.distinct = true
	}
}

// markChinese marks the distinctive words of a name that can all be Mandarin.
// Nuri and Maiya are pinyin by chance, as Maliki and Pico beside them tell.
func (n *name) markChinese() {
	chinese := true
	for _, t := range n.terms {
		chinese = chinese && (t.role != normalize.Distinctive || t.script == normalize.Han || normalize.Syllables(t.text) > 0)
	}
	for _, t := range n.terms {
		t.chinese = chinese && t.role == normalize.Distinctive
	}
}

// prepareListed weighs the words of a listed name. What an authority prints is
// not taken for a typing error.
func prepareListed(r normalize.Reading, m manner) name {
	n := prepare(r, m)
	for _, t := range n.terms {
		t.near = 0
	}
	n.dropRepeatedPlaces()
	return n
}

// dropRepeatedPlaces takes the weight off places that a listed name has twice:
// Xinjiang Uyghur Autonomous Region (XUAR).
func (n *name) dropRepeatedPlaces() {
	for i, t := range n.terms {
		if t.role == normalize.Place && slices.ContainsFunc(n.terms[:i], func(o *term) bool { return o.concept == t.concept }) {
			n.total -= n.weights[i]
			n.weights[i] = 0
		}
	}
}

func newTerm(token *normalize.Token, spelt []spelt) term {
	t := term{
		text: token.Text, native: token.Native, script: token.Script, role: token.Role, concept: token.Concept, near: token.Near,
		number: token.Number, initials: token.Initials, spelling: float64(token.Bits), spelt: spelt,
	}
	t.and = t.concept != 0 && t.concept.Name() == "and"
	t.bits = t.meaningBits()
	return t
}

// meaningBits returns what a word tells by its role: a distinctive word by its
// letters, one of the vocabulary by its meaning, a number by its digits.
func (t *term) meaningBits() float64 {
	switch t.role {
	case normalize.Distinctive:
		if t.concept != 0 {
			return t.concept.Bits()
		}
		return t.spelling
	case normalize.Industry, normalize.Head, normalize.Generic:
		return t.concept.Bits() * commonShare
	case normalize.Number:
		return math.Min(float64(len(t.number))*digitBits, mostNumberBits)
	case normalize.Initial:
		return initialBits
	}
	return t.concept.Bits()
}

// strength is how far a word is an identity by itself, in [0, 1].
func (t *term) strength() float64 { return math.Min(1, t.bits/identity) }

// personalBits is what a vocabulary word tells within the name of a person or
// ship.
const personalBits = 14

// asPersonal gives a word of a person's or vessel's name the role that it has
// there: Bank is a surname and Ocean a ship. Only numbers, initials and the
// particles of names keep theirs.
func (t *term) asPersonal(i int) {
	switch {
	case t.manner == asVessel && i > 0 && t.role == normalize.Initial && t.text == "i":
		t.role, t.number = normalize.Number, "1" // Grace I
	case t.manner == asVessel && i == 0 && t.text == "m": // M/V
		t.role = normalize.Particle
	case t.manner == asVessel && i == 1 && t.role == normalize.Initial && strings.Contains("vtys", t.text):
		t.role = normalize.Particle
	case t.role == normalize.Number || t.role == normalize.Initial:
	case t.role == normalize.Particle || t.text == "": // or a further concept of a phrase
		t.role, t.concept = normalize.Particle, 0
	case t.manner == asVessel && (i <= 1 && isVesselPrefix(t.text) || isVesselType(t.text)), t.manner == asPerson && (isNameParticle(t.text) || isTitle(t.text)):
		t.role, t.concept = normalize.Particle, 0
	default:
		if t.role != normalize.Distinctive {
			t.bits = personalBits
		}
		t.role, t.concept, t.near = normalize.Distinctive, 0, 0
	}
}

// isNameParticle reports the articles and particles of personal names. Their
// absence says nothing: Bashar Assad, Bashar al-Assad.
func isNameParticle(s string) bool {
	switch s {
	case "al", "el", "ul", "ur", "as", "ash", "an", "ar", "az", "ad", "at", "bin", "ibn", "ben", "bint", "van", "von", "der", "den", "de", "da", "do", "dos", "del", "la", "di", "y", "e", "jr", "sr":
		return true
	}
	return false
}

// isVesselPrefix reports the letters before a ship's name: motor vessel, motor
// tanker, steam ship.
func isVesselPrefix(s string) bool {
	switch s {
	case "mv", "mt", "ms", "ss", "my", "mts", "fv", "hmt", "tug", "lpg", "motor", "vessel", "tanker", "yacht", "ship":
		return true
	}
	return false
}

// isVesselType reports the words for kinds of ships that stand before or behind
// a name.
func isVesselType(s string) bool {
	switch s {
	case "carrier", "lng", "tanker", "bulk", "bulker", "container", "vessel":
		return true
	}
	return false
}

// isTitle reports titles and ranks before personal names.
func isTitle(s string) bool {
	switch s {
	case "general", "gen", "colonel", "col", "major", "maj", "captain", "capt", "lieutenant", "lt", "admiral", "marshal", "sergeant",
		"sheikh", "shaykh", "sheik", "shaikh", "mullah", "mulla", "maulavi", "mawlawi", "maulvi", "qari", "haji", "hajji", "hadji", "imam", "ayatollah", "hojatoleslam",
		"sayyid", "sayed", "seyed", "sayyed", "lic", "ing", "prof", "dr", "mr", "mrs", "ms", "mme", "sir", "lord", "judge", "eng", "president", "senator", "minister", "engineer":
		return true
	}
	return false
}

// related reports whether two words mean nearly the same.
func related(q, l *term) bool {
	return q.concept != 0 && l.concept != 0 && q.role == l.role && q.concept.Family() != "" && q.concept.Family() == l.concept.Family()
}

// phraseEnd returns the end of the phrase that term i begins. Words that agree
// by their letters agree with all that the letters mean: gonganjv is
// gonganju, public security and bureau.
func phraseEnd(n *name, i int) int {
	for i++; i < len(n.terms) && n.terms[i].text == ""; i++ {
	}
	return i
}
