package vendorfile

import (
	"fmt"
	"slices"
	"strings"

	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/screen"
)

// row makes a party of a record.
func (f *File) row(rec record) Row {
	l := &f.layout
	r := Row{Number: rec.row, Cells: rec.cells}
	if r.Problem = f.table.ragged(rec.cells, len(f.Header)); rec.damage != "" {
		r.Damaged, r.Problem = true, rec.damage
	}
	for len(r.Cells) < len(f.Header) {
		r.Cells = append(r.Cells, "")
	}
	r.Party = screen.Party{
		Name:       r.Cells[l.names[0]],
		OtherNames: f.otherNames(&r),
		Address:    join(r.Cells, l.address, ", "),
		Reference:  join(r.Cells, l.reference, " "),
	}
	if r.Damaged {
		r.Party.OtherNames = append(r.Party.OtherNames, rec.rest)
	}
	for _, i := range l.identifiers {
		if number := strings.TrimSpace(r.Cells[i]); number != "" {
			r.Party.Identifiers = append(r.Party.Identifiers, lists.Identifier{Type: f.Header[i], Number: number})
		}
	}
	f.setCountries(&r)
	return r
}

// otherNames returns the further names of a row: the parties in its cells one by
// one, and its name together with the lines that continue it.
func (f *File) otherNames(r *Row) []string {
	l := &f.layout
	names := partiesOf(r.Cells[l.names[0]])
	if more := join(r.Cells, l.continued, " "); more != "" {
		names = append(names, r.Cells[l.names[0]]+" "+more, more)
	}
	for _, i := range slices.Concat(l.names[1:], l.otherNames) {
		if name := strings.TrimSpace(r.Cells[i]); name != "" {
			names = append(append(names, name), partiesOf(name)...)
		}
	}
	if extra := r.Cells[len(f.Header):]; len(extra) > 0 && f.table.pushed() {
		// A delimiter inside the name has pushed its end into the next cells.
		at := l.names[0]
		names = append(names, strings.Join(r.Cells[at:at+len(extra)+1], " "))
	}
	return names
}

func (f *File) setCountries(r *Row) {
	for _, i := range f.layout.country {
		cell := strings.TrimSpace(r.Cells[i])
		if cell == "" {
			continue
		}
		if f.countries == nil {
			f.countries = newCountries()
		}
		if code := f.countries.code(cell); code != "" {
			r.Party.Countries = append(r.Party.Countries, code)
			continue
		}
		if f.counts.UnknownCountries++; f.counts.UnknownCountries == 1 {
			f.counts.UnknownAt = fmt.Sprintf("row %d, %q", r.Number, cell)
		}
	}
}
