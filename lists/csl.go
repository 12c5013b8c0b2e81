package lists

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"strings"
)

// cslReader reads one file.
type cslReader struct {
	*table
	col       [cslColumns]int // in the file; -1 if it lacks the column
	interned  map[string]string
	sources   map[string]cslOrigin
	citations map[string][]string
	notes     noteBook
	rows      []cslRow
}

// cslRow is what the entity of a row does not say of it.
type cslRow struct {
	entity       *Entity
	list         string // abbreviation, such as "SDN"
	hash         string
	record, line int
}

// looksLikeCSL asks whether the header has most of the names.
func looksLikeCSL(data []byte) bool { return hasCSLHeader(data, ",") }

// looksLikeCSLTSV is looksLikeCSL for tabs.
func looksLikeCSLTSV(data []byte) bool { return hasCSLHeader(data, "\t") }

func hasCSLHeader(data []byte, separator string) bool {
	line, _, _ := strings.Cut(string(data[:min(len(data), maxField)]), "\n")
	header := make(map[string]bool)
	for name := range strings.SplitSeq(strings.ToLower(line), separator) {
		header[strings.Trim(name, " \r\"")] = true
	}
	found := 0
	for _, c := range cslColumn {
		if header[c.name] {
			found++
		}
	}
	return found > cslColumns/2
}

func readCSL(file string, data []byte) (*parsed, error) { return readCSLTable(file, CSLCSV, data, ',') }

func readCSLTSV(file string, data []byte) (*parsed, error) {
	return readCSLTable(file, CSLTSV, data, '\t')
}

func readCSLTable(file string, format Format, data []byte, separator rune) (*parsed, error) {
	t, err := newTable(file, format, data, separator)
	if err != nil {
		return nil, err
	}
	r := &cslReader{
		table:     t,
		interned:  make(map[string]string),
		sources:   make(map[string]cslOrigin),
		citations: make(map[string][]string),
	}
	if err := r.readHeader(); err != nil {
		return nil, err
	}
	for {
		if err := r.next(); err == io.EOF {
			break
		} else if err != nil {
			return nil, err
		}
		if err := r.readRow(); err != nil {
			return nil, err
		}
	}
	if len(r.rows) == 0 {
		return nil, r.fail(ErrEmpty, "there is a header but no record; download the file again")
	}
	if err := r.separateIDs(); err != nil {
		return nil, err
	}
	p := &parsed{notes: r.notes.lines(), locate: r.locate}
	for _, row := range r.rows {
		p.entities = append(p.entities, row.entity)
	}
	return p, nil
}

func (r *cslReader) readHeader() error {
	known := make(map[string]bool)
	var required []string
	for i, c := range cslColumn {
		known[c.name] = true
		r.col[i] = r.column(c.name)
		switch {
		case c.required:
			required = append(required, c.name)
		case r.col[i] < 0:
			r.notes.add(fmt.Sprintf("column %q is missing, which the list can be used without", c.name), 0)
		}
	}
	if err := r.require(required...); err != nil {
		return err
	}
	for _, name := range r.header {
		if !known[name] {
			r.notes.add(fmt.Sprintf("column %q is not known here and was passed over", name), 0)
		}
	}
	return nil
}

// get returns the trimmed field of one of the csl columns.
func (r *cslReader) get(column int) string { return r.cell(r.col[column]) }

// readRow appends the row as an entity.
func (r *cslReader) readRow() error {
	if r.get(cslName) == "" && r.get(cslAddresses) == "" {
		return r.failAt(r.col[cslName], ErrInvalid, "the record has neither a name nor an address")
	}
	if r.get(cslSource) == "" {
		return r.failAt(r.col[cslSource], ErrInvalid, "the record does not say which list it is from")
	}
	origin := r.origin(r.get(cslSource))
	listing, err := r.listing(origin)
	if err != nil {
		return err
	}
	row := cslRow{list: origin.short, hash: r.rowHash(), record: r.record, line: r.line}
	e := &Entity{
		ID:         strings.Clone(r.get(cslID)),
		Names:      r.names(),
		Addresses:  r.addresses(),
		BirthDates: r.split(cslBirthDates),
		Programs:   r.split(cslPrograms),
		Listings:   []Listing{listing},
	}
	if e.ID == "" {
		e.ID = row.hash
		r.notes.add("records without _id: identified by a hash of their content", r.record)
	}
	var remarks remarks
	e.Kind = r.kind(&remarks)
	e.Identifiers = r.identifiers(&remarks)
	e.Countries = r.countries(e.Addresses, &remarks)
	e.Remarks = r.remarks(&remarks)
	row.entity = e
	r.rows = append(r.rows, row)
	return nil
}

func (r *cslReader) kind(remarks *remarks) Kind {
	switch typ := r.get(cslType); strings.ToLower(typ) {
	case "":
		return Unknown
	case "entity":
		return Organization
	case "individual":
		return Individual
	case "vessel":
		return Vessel
	case "aircraft":
		return Aircraft
	default:
		r.notes.add(fmt.Sprintf("type %q is not known here: kept in the remarks", typ), r.record)
		remarks.add("Type", typ)
		return Unknown
	}
}

// listing returns the legal effect. The publisher's end_date is taken as
// printed for the first day on which the listing no longer holds.
func (r *cslReader) listing(origin cslOrigin) (Listing, error) {
	l := Listing{
		Authority:           origin.authority,
		List:                origin.list,
		Citations:           r.notices(),
		LicenseRequirement:  r.intern(r.get(cslRequirement)),
		LicenseReviewPolicy: r.intern(r.get(cslPolicy)),
		URL:                 r.intern(r.get(cslListURL)),
	}
	if l.URL == "" {
		l.URL = r.intern(r.get(cslInfoURL))
	} else if info := r.get(cslInfoURL); info != "" && info != l.URL {
		r.notes.add("source_information_url passed over where source_list_url is given", r.record)
	}
	var err error
	if l.From, err = ParseDate(r.get(cslStart)); err != nil {
		return l, r.failAt(r.col[cslStart], ErrInvalid, "%q is not a date of the form 2006-01-02", r.get(cslStart))
	}
	if l.Until, err = ParseDate(r.get(cslEnd)); err != nil {
		return l, r.failAt(r.col[cslEnd], ErrInvalid, "%q is not a date of the form 2006-01-02", r.get(cslEnd))
	}
	if !l.Until.IsZero() && l.From.Compare(l.Until) > 0 {
		return l, r.failAt(r.col[cslEnd], ErrInvalid, "it ends on %s, before it starts on %s", l.Until, l.From)
	}
	return l, nil
}

// rowHash returns a hash of the content of the row but for its _id, whatever
// the order of the columns: 32 hexadecimal digits.
func (r *cslReader) rowHash() string {
	var b []byte
	for i := cslID + 1; i < cslColumns; i++ {
		b = appendStrings(b, r.get(i))
	}
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:16])
}

// separateIDs tells rows apart that share an ID. OFAC numbers parties, so a
// party on two of its lists has two rows of one number: they get the
// abbreviation of their list ("34616:CAP"). Where one list has the same party
// twice in different words, a hash of the row follows. Rows of one number that
// do not have one name, or are the same throughout, are an error.
func (r *cslReader) separateIDs() error {
	name := func(row cslRow) string { return row.entity.PrimaryName().Text }
	for _, suffix := range []func(cslRow) string{
		func(row cslRow) string { return row.list },
		func(row cslRow) string { return row.hash[:8] },
	} {
		first := make(map[string]int, len(r.rows))
		shared := make(map[int]bool)
		for i, row := range r.rows {
			j, ok := first[row.entity.ID]
			if !ok {
				first[row.entity.ID] = i
				continue
			}
			if name(row) != name(r.rows[j]) || row.hash == r.rows[j].hash {
				return r.locate(i, fmt.Errorf("%w: %q is that of record %d too; is the file two that were joined?", ErrDuplicate, row.entity.ID, r.rows[j].record))
			}
			shared[i], shared[j] = true, true
		}
		for i, row := range r.rows {
			if shared[i] {
				row.entity.ID += ":" + suffix(row)
				r.notes.add("_id of several records: the list or a hash was appended", row.record)
			}
		}
	}
	return nil
}

// locate words an error about the entity of row i.
func (r *cslReader) locate(i int, err error) error {
	row := r.rows[i]
	kind := sentinel(err)
	reason := strings.TrimPrefix(err.Error(), kind.Error()+": ")
	return &ParseError{File: r.file, Format: r.format, Record: row.record, Line: row.line, Reason: reason, Err: kind}
}
