package lists

import (
	"embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"sync"
)

//go:embed data/*.csv
var embeddedData embed.FS

var embedded = sync.OnceValue(func() *List {
	l, _ := readEmbedded(embeddedData) // the data are constant, and tested
	return l
})

// Embedded returns the 28 entities that the Bureau of Industry and Security
// added to the Entity List on 9 October 2019 (84 FR 54002), as they stand in
// the regulation of 9 July 2026, which is its AsOf. It is built once; all calls
// return the same list. Its data are in data/*.csv, one fact a row, and
// data/README.md tells what their sources are.
//
// Names are dated: "Hikvision" and "Sense Time" were primary names until
// 5 June 2020. Each entity has a [Listing] for each period of its licence
// terms, citing what had been published when the period began. Names of kind
// [Variant] are curated and not official; "recalled" in their source marks
// common knowledge that no document here confirms.
func Embedded() *List { return embedded() }

// readEmbedded reads the list from the files of the folder data in fsys.
func readEmbedded(fsys fs.FS) (*List, error) {
	r := embeddedReader{fsys: fsys, byID: make(map[string]*Entity), texts: make(map[string]string)}
	r.readEntities()
	r.readNames()
	r.readAddresses()
	r.readIdentifiers()
	r.readListings()
	r.readCitations()
	if r.err != nil {
		return nil, r.err
	}
	l := List{
		id:    "bis-2019-10-09",
		title: "BIS Entity List additions of 9 October 2019 (84 FR 54002)",
		asOf:  Date{2026, 7, 9},
	}
	return build(l, r.entities, func(i int, err error) error {
		return fmt.Errorf("lists: embedded entity %q: %w", r.entities[i].ID, err)
	})
}

// embeddedReader reads the files in turn and keeps the first error.
type embeddedReader struct {
	fsys     fs.FS
	entities []*Entity
	byID     map[string]*Entity
	texts    map[string]string // licence texts by key
	err      error
}

// embeddedRow is one row of a file. Its get returns the field of a column.
type embeddedRow struct {
	*table
	failed *error
}

func (r embeddedRow) get(column string) string { return r.cell(r.column(column)) }

func (r embeddedRow) date(column string) Date {
	d, err := ParseDate(r.get(column))
	if err != nil {
		r.fail(column, err)
	}
	return d
}

func (r embeddedRow) fail(column string, err error) {
	if *r.failed == nil {
		*r.failed = r.failAt(r.column(column), ErrInvalid, "%v", err)
	}
}

// each calls row for each row of a file that has the columns.
func (r *embeddedReader) each(name string, columns []string, row func(embeddedRow)) {
	if r.err != nil {
		return
	}
	data, err := fs.ReadFile(r.fsys, "data/"+name)
	if err != nil {
		r.err = fmt.Errorf("lists: %w", err)
		return
	}
	t, err := newTable(name, FormatUnknown, data, ',')
	if err == nil {
		err = t.require(columns...)
	}
	for err == nil {
		if err = t.next(); err == nil {
			row(embeddedRow{t, &r.err})
			err = r.err
		}
	}
	if err != io.EOF {
		r.err = err
	}
}

// eachOf calls row for each row of a file about entities, with its entity.
func (r *embeddedReader) eachOf(name string, columns []string, row func(embeddedRow, *Entity)) {
	r.each(name, append(columns, "entity"), func(f embeddedRow) {
		if e := r.byID[f.get("entity")]; e != nil {
			row(f, e)
		} else {
			f.fail("entity", errors.New("no such entity in entities.csv"))
		}
	})
}

func (r *embeddedReader) readEntities() {
	r.each("entities.csv", []string{"id", "kind", "country", "remarks"}, func(f embeddedRow) {
		e := &Entity{ID: f.get("id"), Countries: []string{f.get("country")}, Remarks: f.get("remarks")}
		if err := e.Kind.UnmarshalText([]byte(f.get("kind"))); err != nil {
			f.fail("kind", err)
		}
		if r.byID[e.ID] != nil {
			f.fail("id", errors.New("the entity is there twice"))
		}
		r.entities = append(r.entities, e)
		r.byID[e.ID] = e
	})
}

func (r *embeddedReader) readNames() {
	columns := []string{"text", "kind", "language", "source", "from", "until"}
	r.eachOf("names.csv", columns, func(f embeddedRow, e *Entity) {
		n := Name{Text: f.get("text"), Lang: f.get("language"), Source: f.get("source"), From: f.date("from"), Until: f.date("until")}
		if err := n.Kind.UnmarshalText([]byte(f.get("kind"))); err != nil {
			f.fail("kind", err)
		}
		e.Names = append(e.Names, n)
	})
}

func (r *embeddedReader) readAddresses() {
	r.eachOf("addresses.csv", []string{"text", "country", "source"}, func(f embeddedRow, e *Entity) {
		e.Addresses = append(e.Addresses, Address{Text: f.get("text"), Country: f.get("country"), Source: f.get("source")})
	})
}

func (r *embeddedReader) readIdentifiers() {
	r.eachOf("identifiers.csv", []string{"type", "number", "country", "source"}, func(f embeddedRow, e *Entity) {
		e.Identifiers = append(e.Identifiers, Identifier{
			Type: f.get("type"), Number: f.get("number"), Country: f.get("country"), Source: f.get("source"),
		})
	})
}

func (r *embeddedReader) readListings() {
	r.each("texts.csv", []string{"key", "text"}, func(f embeddedRow) { r.texts[f.get("key")] = f.get("text") })
	text := func(f embeddedRow, column string) string {
		t, ok := r.texts[f.get(column)]
		if !ok {
			f.fail(column, errors.New("no such key in texts.csv"))
		}
		return t
	}
	columns := []string{"from", "until", "authority", "list", "license_requirement", "license_review_policy", "url"}
	r.eachOf("listings.csv", columns, func(f embeddedRow, e *Entity) {
		e.Listings = append(e.Listings, Listing{
			Authority: f.get("authority"), List: f.get("list"), URL: f.get("url"),
			From: f.date("from"), Until: f.date("until"),
			LicenseRequirement:  text(f, "license_requirement"),
			LicenseReviewPolicy: text(f, "license_review_policy"),
		})
	})
}

// readCitations gives each listing the citations of its entity that had been
// published when its period began.
func (r *embeddedReader) readCitations() {
	r.eachOf("citations.csv", []string{"citation", "date"}, func(f embeddedRow, e *Entity) {
		date := f.date("date")
		for i := range e.Listings {
			if l := &e.Listings[i]; date.Compare(l.From) <= 0 {
				l.Citations = append(l.Citations, f.get("citation"))
			}
		}
	})
}
