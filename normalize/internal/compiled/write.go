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
	Usual                        bool
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
	for _, key := range slices.Sorted(maps.Keys(s.Spellings)) {
		known = append(known, entry{key, w.fact(s.Spellings[key])})
	}
	for _, outline := range slices.Sorted(maps.Keys(s.Outlines)) {
		outlined = append(outlined, entry{outline, int(w.ref(s.Outlines[outline]) >> 8)})
	}
	var list []byte
	for _, word := range s.Words {
		list = binary.LittleEndian.AppendUint32(list, uint32(w.ref(word)))
	}
	if w.err != nil {
		return nil, w.err
	}
	var parts [sections][]byte
	parts[facts], parts[lists], parts[concepts], parts[text], parts[words] = w.factRows, w.list, w.conceptRows, w.text, list
	for _, table := range [...]struct {
		section int
		write   func() ([]byte, error)
	}{
		{spellings, func() ([]byte, error) { return writeTable(known) }},
		{outlines, func() ([]byte, error) { return writeTable(outlined) }},
		{nearOnce, func() ([]byte, error) { return writeNear(s.Words, false) }},
		{nearTwice, func() ([]byte, error) { return writeNear(s.Words, true) }},
	} {
		var err error
		if parts[table.section], err = table.write(); err != nil {
			return nil, err
		}
	}
	out := make([]byte, 0, 1<<22)
	at := 4 * (sections + 2)
	for _, p := range parts {
		out = binary.LittleEndian.AppendUint32(out, uint32(at))
		at += len(p)
	}
	out = binary.LittleEndian.AppendUint32(out, uint32(at))
	out = binary.LittleEndian.AppendUint32(out, uint32(s.Longest))
	for _, p := range parts {
		out = append(out, p...)
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
		w.facts[string(row)] = i
		w.factRows = append(w.factRows, row...)
	}
	return i
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
