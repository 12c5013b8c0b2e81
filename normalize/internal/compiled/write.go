package compiled

import (
	"encoding/binary"
	"fmt"
	"maps"
	"math"
	"slices"
)

// Spelling is what the tables say about a spelling.
type Spelling struct {
	Meaning, Pinyin, Groups []uint16
	Bits                    float32
	Form, Country           uint16
	Names                   int
	Position, Class         uint8
}

// Meant is what the tables say about a concept.
type Meant struct {
	Name, Family, Class, Country string
	Bits                         float32
	Within                       uint16
	Role                         uint8
	Usual                        bool // the name is the usual English spelling
	Connective                   bool // it means no more than a particle or and
}

// Source is what a Vocabulary is written from.
type Source struct {
	Spellings map[string]*Spelling
	Outlines  map[string]string // outline to spelling
	Concepts  []Meant           // the first is none
	Words     []string          // that are found with typing errors
	Longest   int               // runes of the longest spelling
}

// Write returns the Vocabulary. It is the same for the same source.
func (s *Source) Write() ([]byte, error) {
	w := writer{texts: make(map[string]Ref), lists: make(map[string]Ref), facts: make(map[string]int)}
	w.text = append(w.text, 0) // no Ref of a text is zero
	w.list = append(w.list, 0, 0)
	w.fact(&Spelling{})
	for _, c := range s.Concepts {
		w.concept(&c)
	}
	var known, outlined []entry
	var bits, forms, outlinedBits []Digest
	for _, key := range slices.Sorted(maps.Keys(s.Spellings)) {
		known = append(known, entry{key, w.fact(s.Spellings[key]) | s.flags(s.Spellings[key])})
		bits = append(bits, Of(key))
		if s.Spellings[key].Form != 0 {
			forms = append(forms, Of(key))
		}
	}
	for _, outline := range slices.Sorted(maps.Keys(s.Outlines)) {
		outlinedBits = append(outlinedBits, Of(outline))
		outlined = append(outlined, entry{outline, int(w.ref(s.Outlines[outline]) >> 8)})
	}
	var list []byte
	for _, word := range s.Words {
		list = binary.LittleEndian.AppendUint32(list, uint32(w.ref(word)))
	}
	if w.err != nil {
		return nil, w.err
	}
	v := Vocabulary{
		spellingBits: writeFilter(bits), formBits: writeFilter(forms), outlineBits: writeFilter(outlinedBits),
		facts: string(w.factRows), lists: string(w.list), concepts: string(w.conceptRows), text: string(w.text), words: string(list),
	}
	var err error
	if v.spellings, err = writeTable(known); err != nil {
		return nil, err
	}
	if v.outlines, err = writeTable(outlined); err != nil {
		return nil, err
	}
	if v.nearOnce, v.nearOnceBits, err = writeNear(s.Words, false); err != nil {
		return nil, err
	}
	if v.nearTwice, v.nearTwiceBits, err = writeNear(s.Words, true); err != nil {
		return nil, err
	}
	out := []byte(format)
	out = binary.LittleEndian.AppendUint32(out, uint32(s.Longest))
	sections := v.sections()
	for _, s := range sections {
		out = binary.LittleEndian.AppendUint32(out, uint32(len(*s)))
	}
	for _, s := range sections {
		out = append(out, *s...)
	}
	return out, nil
}

// writer collects the sections. Equal texts, lists and facts stand once.
type writer struct {
	text, list, factRows, conceptRows []byte
	texts, lists                      map[string]Ref
	facts                             map[string]int
	err                               error // the first
}

func (w *writer) makeRef(offset, length int, of string) Ref {
	if (offset > maxRefOffset || length > maxRefLength) && w.err == nil {
		w.err = fmt.Errorf("%q is too long or too far behind", of)
	}
	return Ref(offset<<8 | length)
}

// ref returns the Ref of a text, before which its length stands.
func (w *writer) ref(s string) Ref {
	r, ok := w.texts[s]
	if !ok && s != "" {
		w.text = append(w.text, byte(len(s)))
		r = w.makeRef(len(w.text), len(s), s)
		w.text = append(w.text, s...)
		w.texts[s] = r
	}
	return r
}

func (w *writer) listRef(numbers []uint16) Ref {
	if len(numbers) == 0 {
		return 0
	}
	var row []byte
	for _, n := range numbers {
		row = binary.LittleEndian.AppendUint16(row, n)
	}
	r, ok := w.lists[string(row)]
	if !ok {
		r = w.makeRef(len(w.list)/2, len(numbers), fmt.Sprint(numbers))
		w.list = append(w.list, row...)
		w.lists[string(row)] = r
	}
	return r
}

func (w *writer) fact(s *Spelling) int {
	if s.Names > math.MaxUint16 && w.err == nil {
		w.err = fmt.Errorf("a word of %d names: more than %d", s.Names, math.MaxUint16)
	}
	var row []byte
	for _, list := range [...][]uint16{s.Meaning, s.Pinyin, s.Groups} {
		row = binary.LittleEndian.AppendUint32(row, uint32(w.listRef(list)))
	}
	row = binary.LittleEndian.AppendUint32(row, math.Float32bits(s.Bits))
	for _, n := range [...]uint16{s.Form, s.Country, uint16(s.Names)} {
		row = binary.LittleEndian.AppendUint16(row, n)
	}
	row = append(row, s.Position, s.Class)
	i, ok := w.facts[string(row)]
	if !ok {
		i = len(w.facts)
		if i > maxRow && w.err == nil {
			w.err = fmt.Errorf("more than %d different facts", maxRow)
		}
		w.facts[string(row)] = i
		w.factRows = append(w.factRows, row...)
	}
	return i
}

// flags returns what a Fact says itself.
func (s *Source) flags(of *Spelling) int {
	flags := 0
	if len(of.Meaning) > 0 {
		flags |= (int(s.Concepts[of.Meaning[0]].Role) + 1) << roleShift
	}
	if len(of.Meaning) == 1 {
		flags |= isOne
		if s.Concepts[of.Meaning[0]].Connective {
			flags |= isConnective
		}
	}
	if of.Form != 0 {
		flags |= isForm
	}
	if of.Names > 0 {
		flags |= isCommon
	}
	return flags
}

func (w *writer) concept(c *Meant) {
	row := w.conceptRows
	for _, s := range [...]string{c.Name, c.Family, c.Class, c.Country} {
		row = binary.LittleEndian.AppendUint32(row, uint32(w.ref(s)))
	}
	row = binary.LittleEndian.AppendUint32(row, math.Float32bits(c.Bits))
	row = binary.LittleEndian.AppendUint16(row, c.Within)
	usual := byte(0)
	if c.Usual {
		usual = 1
	}
	w.conceptRows = append(row, c.Role, usual)
}
