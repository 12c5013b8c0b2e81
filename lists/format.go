package lists

import (
	"bufio"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
)

// Format is a file format of an official list.
type Format uint8

// The formats that [Read] and [Open] know.
const (
	// FormatUnknown lets Read tell the format by the content.
	FormatUnknown Format = iota

	// CSLCSV is the Consolidated Screening List of trade.gov, comma-separated,
	// with or without its column _id. Each record is an entity with one
	// Listing, whose Until is the end_date as printed. A number that OFAC
	// gives to records of several lists is followed by the abbreviation of the
	// list, as in "34616:CAP"; a record without _id is identified by a hash of
	// its content.
	CSLCSV

	// CSLTSV is the same with tabs, as trade.gov publishes it too.
	CSLTSV

	// CSLJSON is the same as JSON, as trade.gov publishes it too.
	CSLJSON

	// DPL is the Denied Persons List of the Bureau of Industry and Security,
	// dpl.txt. Each record is an entity, identified by a hash of its content.
	DPL

	// OFACCSV is a set of files of the Office of Foreign Assets Control without
	// headers: sdn.csv, alt.csv, add.csv and sdn_comments.csv, or cons_prim.csv and
	// its three. Open reads it from a directory or a ZIP archive.
	OFACCSV

	// OFACXML is SDN.XML or CONSOLIDATED.XML of the same office.
	OFACXML

	// OFACEnhanced is SDN_ENHANCED.XML or CONS_ENHANCED.XML of the same office.
	OFACEnhanced

	// OFACAdvanced is SDN_ADVANCED.XML or CONS_ADVANCED.XML of the same office.
	OFACAdvanced

	// UNXML is the consolidated list of the United Nations Security Council.
	UNXML

	// UKSanctionsList is the UK Sanctions List as CSV.
	UKSanctionsList

	// OFSIConList is the Consolidated List of the Office of Financial Sanctions
	// Implementation, which closed on 28 January 2026.
	OFSIConList

	// EUCSV is the EU's consolidated list of financial sanctions, version 1.1, as
	// CSV, and EUXML as XML, which also marks weak aliases.
	EUCSV
	EUXML

	// OpenSanctionsCSV is targets.simple.csv of OpenSanctions, and
	// OpenSanctionsFTM its entities.ftm.json.
	OpenSanctionsCSV
	OpenSanctionsFTM

	// PrivateCSV is a table of one's own: id and name, and any of kind, aliases,
	// weak_aliases, former_names, countries, addresses, identifiers, birth_dates,
	// programs, authority, list, from, until and remarks. Several values of a cell
	// are separated by semicolons, as in CSV.
	PrivateCSV

	// PrivateJSON is what List.WriteJSON writes.
	PrivateJSON
)

// formatRow is all that Read needs to know of a format. A further format is a
// row here and a file of its own. It has one of the two readers.
type formatRow struct {
	name      string // for people
	id, title string // of the lists read from it, unless they say otherwise
	looksLike func(beginning []byte) bool
	read      func(file string, data []byte) (*parsed, error) // of a whole file
	stream    func(file string, r io.Reader) (*parsed, error) // of one too large for that
}

// parsed is what a reader made of a file.
type parsed struct {
	entities  []*Entity
	id, title string // empty for those of the format
	asOf      Date   // the day of publication, if the file states it
	notes     []string
	locate    func(i int, err error) error // says in which record entity i stands
}

// row returns the row of f, the zero row for FormatUnknown and any other value.
func (f Format) row() formatRow {
	switch f {
	case CSLCSV:
		return formatRow{name: "CSL CSV", id: "csl", title: "Consolidated Screening List", looksLike: looksLikeCSL, read: readCSL}
	case CSLTSV:
		return formatRow{name: "CSL TSV", id: "csl", title: "Consolidated Screening List", looksLike: looksLikeCSLTSV, read: readCSLTSV}
	case CSLJSON:
		return formatRow{name: "CSL JSON", id: "csl", title: "Consolidated Screening List", looksLike: looksLikeCSLJSON, stream: streamCSLJSON}
	case DPL:
		return formatRow{name: "BIS Denied Persons List", id: "dpl", title: "Denied Persons List", looksLike: looksLikeDPL, read: readDPL}
	case OFACCSV:
		return formatRow{name: "OFAC CSV set", id: "ofac", title: "Sanctions lists of the Office of Foreign Assets Control"}
	case OFACXML:
		return formatRow{name: "OFAC XML", id: "ofac-xml", title: "Sanctions list of the Office of Foreign Assets Control", looksLike: looksLikeOFACXML, stream: streamOFACXML}
	case OFACEnhanced:
		return formatRow{name: "OFAC ENHANCED_XML", id: "ofac-enhanced", title: "Sanctions list of the Office of Foreign Assets Control", looksLike: looksLikeOFACEnhanced, stream: streamOFACEnhanced}
	case OFACAdvanced:
		return formatRow{name: "OFAC ADVANCED_XML", id: "ofac-advanced", title: "Sanctions list of the Office of Foreign Assets Control", looksLike: looksLikeOFACAdvanced, stream: streamOFACAdvanced}
	case UNXML:
		return formatRow{name: "UN XML", id: "un", title: "United Nations Security Council Consolidated List", looksLike: looksLikeUN, stream: streamUN}
	case UKSanctionsList:
		return formatRow{name: "UK Sanctions List CSV", id: "uk", title: "UK Sanctions List", looksLike: looksLikeUK, read: readUK}
	case OFSIConList:
		return formatRow{name: "OFSI ConList", id: "ofsi", title: "Consolidated List of Financial Sanctions Targets", looksLike: looksLikeOFSI, read: readOFSI}
	case EUCSV:
		return formatRow{name: "EU CSV 1.1", id: "eu", title: euList, looksLike: looksLikeEUCSV, read: readEUCSV}
	case EUXML:
		return formatRow{name: "EU XML 1.1", id: "eu", title: euList, looksLike: looksLikeEUXML, stream: streamEUXML}
	case OpenSanctionsCSV:
		return formatRow{name: "OpenSanctions targets.simple.csv", id: "opensanctions", title: "OpenSanctions", looksLike: looksLikeTargets, read: readTargets}
	case OpenSanctionsFTM:
		return formatRow{name: "OpenSanctions FollowTheMoney", id: "opensanctions", title: "OpenSanctions", looksLike: looksLikeFTM, stream: streamFTM}
	case PrivateCSV:
		return formatRow{name: "private CSV", id: "private", title: "Private list", looksLike: looksLikePrivateCSV, read: readPrivateCSV}
	case PrivateJSON:
		return formatRow{name: "private JSON", id: "private", title: "Private list", looksLike: looksLikePrivateJSON, read: readPrivateJSON}
	}
	return formatRow{}
}

// String returns the name of the format, such as "CSL CSV".
func (f Format) String() string {
	switch f {
	case FormatUnknown:
		return "unknown format"
	}
	if name := f.row().name; name != "" {
		return name
	}
	return fmt.Sprintf("Format(%d)", uint8(f))
}

// maxFile bounds a file. The largest official CSV has some 10 MB.
const maxFile = 1 << 29

// Read reads a whole list; [FormatUnknown] tells its format by the content. An
// error about the content is a [*ParseError], and then no list is returned:
// never half of it. What had to be repaired stands in [List.Notes].
//
// A list that does not state its own day of publication, as the Consolidated
// Screening List does not, is undated: see [List.WithAsOf].
func Read(r io.Reader, format Format) (*List, error) { return read("", r, format) }

// Open reads the list in a file as [Read] does. It tells the format by the
// content; the name of the file does not matter, nor does a byte order mark. A file
// that gzip compressed is unpacked, and so is a ZIP archive of one file or of one
// of OFAC's sets, which Open also finds in a directory.
func Open(path string) (*List, error) {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return openDirectory(path)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("lists: %w", err)
	}
	defer f.Close()
	return read(path, f, FormatUnknown)
}

func read(file string, r io.Reader, format Format) (*List, error) {
	buffered := bufio.NewReaderSize(&bounded{r: r, left: maxFile}, sniffed)
	beginning, err := buffered.Peek(sniffed)
	if err != nil && err != io.EOF {
		return nil, readError(file, format, err)
	}
	switch {
	case bytes.HasPrefix(beginning, []byte(gzipMagic)):
		return readGzip(file, buffered, format)
	case bytes.HasPrefix(beginning, []byte(zipMagic)):
		return readZip(file, buffered, format)
	}
	if format == FormatUnknown {
		format = detect(narrow(beginning))
	}
	row := format.row()
	if row.stream != nil && row.looksLike(beginning) {
		return finish(file, format)(row.stream(file, buffered))
	}
	data, err := io.ReadAll(buffered)
	if err != nil {
		return nil, readError(file, format, err)
	}
	if reason := unsuitable(data, row); reason.Err != nil {
		reason.File, reason.Format = file, format
		return nil, &reason
	}
	if row.stream != nil { // asked for by name: its reader says what is missing
		return finish(file, format)(row.stream(file, bytes.NewReader(data)))
	}
	if row.read == nil {
		return nil, &ParseError{File: file, Format: format, Reason: "the format is a set of files: open their directory", Err: ErrFormat}
	}
	return finish(file, format)(row.read(file, data))
}

// finish makes the list of what a reader made of a file.
func finish(file string, format Format) func(*parsed, error) (*List, error) {
	return func(p *parsed, err error) (*List, error) {
		if err != nil {
			return nil, err
		}
		if len(p.entities) == 0 {
			return nil, &ParseError{File: file, Format: format, Reason: "the file has no entry; download it again", Err: ErrEmpty}
		}
		row := format.row()
		if format != PrivateJSON { // which has them already
			p.notes = append(p.notes, addHiddenNames(p.entities)...)
		}
		return build(List{id: cmp.Or(p.id, row.id), title: cmp.Or(p.title, row.title), asOf: p.asOf, notes: p.notes}, p.entities, p.locate)
	}
}

// detect returns the format that data looks like, or FormatUnknown.
func detect(data []byte) Format {
	for f := FormatUnknown + 1; f.row().name != ""; f++ {
		if looksLike := f.row().looksLike; looksLike != nil && looksLike(data) {
			return f
		}
	}
	return FormatUnknown
}

// isUTF16 reports data with the mark of UTF-16, or that begins with ASCII in it.
func isUTF16(data []byte) bool {
	return bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) || len(data) > 1 && (data[0] == 0) != (data[1] == 0)
}

// narrow returns the ASCII in UTF-16, which tells the format, so that an error can say
// what to save as UTF-8. It returns other data as it is.
func narrow(data []byte) []byte {
	if !isUTF16(data) {
		return data
	}
	data = bytes.TrimPrefix(bytes.TrimPrefix(data, []byte("\xff\xfe")), []byte("\xfe\xff"))
	return bytes.ReplaceAll(data, []byte{0}, nil)
}

// unsuitable returns an error, without its place, for data that no reader of
// the row can make sense of, in words that tell the user what it is instead.
func unsuitable(data []byte, row formatRow) ParseError {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	text := bytes.TrimSpace(data)
	switch {
	case len(text) == 0:
		return ParseError{Err: ErrEmpty, Reason: "the file is empty; download it again"}
	case row.looksLike != nil && row.looksLike(data):
		return ParseError{}
	}
	_, err := newTable("", FormatUnknown, data, ',')
	notText := errors.Is(err, ErrEncoding)
	if notText && isUTF16(data) { // XML too
		return *err.(*ParseError)
	}
	for _, other := range []struct{ start, reason string }{
		{"%PDF", "the file is a PDF; download the list as CSV"},
		{"<", "the file is HTML or XML: perhaps an error page instead of the list; download it again"},
		{"{", "the file is JSON of no list known here; download the list as CSV"},
		{"[", "the file is JSON of no list known here; download the list as CSV"},
	} {
		if bytes.HasPrefix(text, []byte(other.start)) {
			return ParseError{Err: ErrFormat, Reason: other.reason}
		}
	}
	if notText {
		return *err.(*ParseError)
	}
	if row.name != "" {
		return ParseError{} // asked for by name: its reader says which columns are missing
	}
	line, _, _ := bytes.Cut(text, []byte("\n"))
	return ParseError{Err: ErrFormat, Reason: fmt.Sprintf("the file starts with %.80q, which is the header of no list known here", line)}
}
