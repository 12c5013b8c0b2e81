package lists

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
)

// The UK Sanctions List, https://sanctionslist.fcdo.gov.uk/docs/UK-Sanctions-List.csv,
// and the Consolidated List of the Office of Financial Sanctions Implementation,
// ConList.csv, which closed on 28 January 2026. Both state their date above the
// header, and have a record for every name, address and number of an entry.
type ukFormat struct {
	format      Format
	list        string
	id          string // the column that the records of an entry share
	date        string // what stands before the date above the header
	layouts     []string
	nameType    string // "Primary Name", "Alias", "Primary Name Variation"
	strength    string
	kind        string
	program     string
	listed      string
	original    string // the name in its own script
	addresses   []string
	country     string
	born        string
	identifiers [][2]string // column and type
	remarks     [][2]string // column and label
}

var ukSanctionsList = ukFormat{
	format: UKSanctionsList, list: "UK Sanctions List", id: "unique id", date: "Report Date:", layouts: []string{"2-Jan-2006", "02/01/2006"},
	nameType: "name type", strength: "alias strength", kind: "designation type", program: "regime name", listed: "date designated", original: "name non-latin script",
	addresses: []string{"address line 1", "address line 2", "address line 3", "address line 4", "address line 5", "address line 6", "address postal code", "address country"},
	country:   "address country", born: "d.o.b",
	identifiers: [][2]string{{"passport number", "Passport"}, {"national identifier number", "National identifier"}, {"business registration number (s)", "Business registration number"},
		{"imo number", "IMO number"}, {"hull identification number (hin)", "Hull identification number"}, {"ofsi group id", "OFSI Group ID"}, {"un reference number", "UN reference number"}},
	remarks: [][2]string{{"other information", ""}, {"uk statement of reasons", "Reasons"}, {"sanctions imposed", "Sanctions"}, {"title", "Title"}, {"position", "Position"}, {"gender", "Gender"}, {"nationality(/ies)", "Nationality"},
		{"town of birth", "Town of birth"}, {"country of birth", "Country of birth"}, {"type of entity", "Type of entity"}, {"subsidiaries", "Subsidiaries"}, {"parent company", "Parent company"},
		{"phone number", "Phone"}, {"website", "Website"}, {"email address", "Email"}, {"current owner/operator (s)", "Owner"}, {"previous owner/operator (s)", "Previous owner"},
		{"current believed flag of ship", "Flag"}, {"previous flags", "Previous flags"}, {"type of ship", "Type of ship"}},
}

var ofsiList = ukFormat{
	format: OFSIConList, list: "Consolidated List of Financial Sanctions Targets", id: "group id", date: "Last Updated,", layouts: []string{"02/01/2006"},
	nameType: "alias type", strength: "alias quality", kind: "group type", program: "regime", listed: "listed on", original: "name non-latin script",
	addresses: []string{"address 1", "address 2", "address 3", "address 4", "address 5", "address 6", "post/zip code", "country"},
	country:   "country", born: "dob",
	identifiers: [][2]string{{"passport number", "Passport"}, {"national identification number", "National identification"}},
	remarks: [][2]string{{"other information", ""}, {"title", "Title"}, {"position", "Position"}, {"nationality", "Nationality"}, {"town of birth", "Town of birth"}, {"country of birth", "Country of birth"},
		{"passport details", "Passport details"}, {"national identification details", "National identification details"}},
}

func looksLikeUK(data []byte) bool { return ukSanctionsList.looksLike(data) }

func looksLikeOFSI(data []byte) bool { return ofsiList.looksLike(data) }

func (f *ukFormat) looksLike(data []byte) bool {
	lines := bytes.SplitN(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")), []byte("\n"), 3)
	return len(lines) > 1 && bytes.HasPrefix(bytes.Trim(lines[0], `"`), []byte(f.date)) && bytes.Contains(bytes.ToLower(lines[1]), []byte(f.id))
}

func readUK(file string, data []byte) (*parsed, error) { return ukSanctionsList.read(file, data) }

func readOFSI(file string, data []byte) (*parsed, error) { return ofsiList.read(file, data) }

func (f *ukFormat) read(file string, data []byte) (p *parsed, err error) {
	defer func() { // the table begins below the first line
		var at *ParseError
		if errors.As(err, &at) && at.Line > 0 {
			at.Line++
		}
	}()
	first, rest, _ := bytes.Cut(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")), []byte("\n"))
	t, err := newTable(file, f.format, rest, ',')
	if err != nil {
		return nil, err
	}
	stated := strings.Trim(strings.TrimPrefix(strings.Trim(strings.TrimSpace(string(first)), `",`), f.date), ` ",`)
	asOf, err := f.day(stated)
	if err != nil || asOf.IsZero() {
		return nil, t.fail(ErrInvalid, fmt.Sprintf("the first line must state the date of the list, but is %.80q", first))
	}
	if err := t.require(f.id, "name 1", "name 6", f.nameType, f.strength, f.kind, f.program, f.listed); err != nil {
		return nil, err
	}
	r := ukReader{f, t, joiner{}}
	for {
		if err := t.next(); err == io.EOF {
			break
		} else if err != nil {
			return nil, err
		}
		if err := r.record(); err != nil {
			return nil, err
		}
	}
	p = r.done(file, f.format)
	p.asOf = asOf
	return p, nil
}

// day reads a date in one of the layouts. Parts that are not known are zero:
// 00/00/1975 says no day.
func (f *ukFormat) day(text string) (Date, error) {
	if text == "" || strings.HasPrefix(text, "00/") {
		return Date{}, nil
	}
	for _, layout := range f.layouts {
		if t, err := time.Parse(layout, text); err == nil {
			return ParseDate(t.Format(time.DateOnly))
		}
	}
	return Date{}, fmt.Errorf("%q is not a date of the form %s", text, f.layouts[0])
}

type ukReader struct {
	*ukFormat
	*table
	joiner
}

func (r *ukReader) get(column string) string {
	text := r.cell(r.column(column))
	if strings.ContainsAny(text, "\r\n\t") {
		text = strings.Join(strings.Fields(text), " ")
	}
	return strings.Clone(text)
}

func (r *ukReader) record() error {
	id := r.get(r.id)
	if id == "" {
		return r.failAt(r.column(r.id), ErrInvalid, "the record has no number of an entry")
	}
	e, isNew := r.entity(id, place{r.table.record, r.line + 1})
	if isNew {
		from, err := r.day(r.get(r.listed))
		if err != nil {
			return r.failAt(r.column(r.listed), ErrInvalid, "%v", err)
		}
		e.Listings = []Listing{{Authority: "His Majesty's Government", List: r.list, From: from}}
		switch kind := strings.ToLower(r.get(r.ukFormat.kind)); kind {
		case "individual":
			e.Kind = Individual
		case "entity":
			e.Kind = Organization
		case "ship":
			e.Kind = Vessel
		default:
			r.notes.add(fmt.Sprintf("%s %q is not known here: taken as unknown", r.ukFormat.kind, kind), r.table.record)
		}
	}
	var parts []string
	for _, column := range [...]string{"name 1", "name 2", "name 3", "name 4", "name 5", "name 6"} {
		if part := r.get(column); part != "" {
			parts = append(parts, part)
		}
	}
	e.addName(Name{Text: strings.Join(parts, " "), Kind: r.nameKind(), Source: "uk"})
	e.addName(Name{Text: r.get(r.original), Kind: Alias, Source: "uk: name in its own script"})
	addText(&e.Programs, r.get(r.program))
	addText(&e.BirthDates, r.get(r.born))
	var address []string
	for _, column := range r.addresses {
		address = append(address, r.get(column))
	}
	e.addNewAddress("", "uk", address...)
	for _, id := range r.identifiers {
		e.addIdentifier(Identifier{Type: id[1], Number: r.get(id[0]), Source: "uk"})
	}
	for _, remark := range r.ukFormat.remarks {
		e.addRemark(remark[1], r.get(remark[0]))
	}
	return nil
}

func (r *ukReader) nameKind() NameKind {
	switch name, strength := strings.ToLower(r.get(r.nameType)), strings.ToLower(r.get(r.strength)); {
	case strings.HasPrefix(strength, "low"):
		return WeakAlias
	case name == "fka" || strings.Contains(name, "former"):
		return FormerName
	case name == "primary name":
		return Primary
	default:
		return Alias
	}
}
