package messy

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// Kind is what a row is.
type Kind uint8

// The kinds of rows.
const (
	Supplier Kind = iota
	Title         // above the header
	Header
	Blank
	Broken // a quote is opened and never closed; in a workbook nothing is wrong
	Ragged // too few or too many cells; in a workbook too few are nothing wrong
)

// Row is a row of the file, and the truth about it.
type Row struct {
	Number int // as a spreadsheet counts
	Kind   Kind
	Name   string // as it stands in the cell
	Entity string // that the cell names, of the 28; empty if none
	Cells  []string
}

// header is that of the file. The name stands neither first nor last.
var header = [...]string{"Vendor ID", "Vendor Name", "Street", "City", "Country", "Tax ID"}

// Rows returns n rows of suppliers and blanks, below titles and a header.
func Rows(names []Name, n int, seed uint64) []Row {
	m := maker{names: names, random: rand.New(rand.NewPCG(seed, 0))}
	m.add(Row{Kind: Title, Cells: []string{"Vendor list as of 1 May 2024"}})
	m.add(Row{Kind: Title, Cells: []string{"Company: ACME; confidential, internal use"}})
	m.add(Row{Kind: Blank})
	m.add(Row{Kind: Header, Cells: header[:]})
	for range n {
		m.add(m.row())
	}
	return m.rows
}

type maker struct {
	names  []Name
	random *rand.Rand
	rows   []Row
	given  []Name // that were used already
}

func (m *maker) add(r Row) {
	r.Number = len(m.rows) + 1
	m.rows = append(m.rows, r)
}

func (m *maker) chance(percent int) bool { return m.random.IntN(100) < percent }

func pick[T any](m *maker, from ...T) T { return from[m.random.IntN(len(from))] }

// row makes a row. The parts of the hundred are what a bad export has.
func (m *maker) row() Row {
	switch n := m.random.IntN(100); {
	case n < 3:
		return Row{Kind: Blank, Cells: make([]string, m.random.IntN(2)*len(header))}
	case n < 5:
		r := m.supplier(m.name())
		r.Kind = Broken
		return r
	case n < 8:
		r := m.supplier(m.name())
		r.Kind, r.Cells = Ragged, r.Cells[:2+m.random.IntN(3)]
		return r
	case n < 10:
		r := m.supplier(m.name())
		r.Kind, r.Cells = Ragged, append(r.Cells, "see file", "x")
		return r
	case n < 14:
		return m.supplier(m.several())
	case n < 17:
		return m.supplier(m.disguised())
	}
	return m.supplier(m.name())
}

// name returns a name; a third were there before.
func (m *maker) name() Name {
	if len(m.given) > 0 && m.chance(33) {
		return pick(m, m.given...)
	}
	name := pick(m, m.names...)
	m.given = append(m.given, name)
	return name
}

// several puts parties into one cell.
func (m *maker) several() Name {
	a, b := m.name(), m.name()
	text := pick(m, a.Text+"\n"+b.Text, a.Text+"; "+b.Text, a.Text+" / "+b.Text, a.Text+" f/k/a "+b.Text, "1. "+a.Text+"\n2. "+b.Text)
	if a.Entity == "" {
		a.Entity = b.Entity
	}
	return Name{text, a.Entity}
}

// disguised makes a cell that does harm to what shows or reads it.
func (m *maker) disguised() Name {
	name := m.name()
	half := strings.IndexByte(name.Text, ' ') + 1
	return pick(m,
		Name{`=HYPERLINK("http://example.com";"pay")`, ""},
		Name{"+1+1|cmd", ""},
		Name{"<script>alert('" + strings.ReplaceAll(name.Text, "'", "") + "')</script>", ""},
		Name{name.Text[:half] + "\u202e" + name.Text[half:], ""},
		Name{name.Text[:half] + "\x00" + name.Text[half:], name.Entity},
		Name{strings.Repeat("Trading ", 10_000/8), ""},
		Name{"The \"Best\" " + name.Text, ""},
		Name{"  " + name.Text + " ", name.Entity},
	)
}

// supplier fills the other cells.
func (m *maker) supplier(name Name) Row {
	number := 100_000 + 7*len(m.rows)
	return Row{Name: name.Text, Entity: name.Entity, Cells: []string{
		fmt.Sprintf("V%d", number),
		name.Text,
		pick(m, "1 Harbour Road", "Unit 7, Park West", "Via Roma 12; scala B", "", "P.O. Box 1120\n2nd floor", "Suite 5 | Gate 2"),
		pick(m, "Leeds", "Graz", "Osaka", "", "'s-Hertogenbosch"),
		pick(m, "", "", "DE", "Freedonia"),
		pick(m, "", fmt.Sprintf("TX-%d", number)),
	}}
}
