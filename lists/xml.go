package lists

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// maxDepth bounds how deep the elements of a file nest. Official lists nest a
// dozen deep.
const maxDepth = 64

// element is an element with all that is in it, as far as it is kept.
type element struct {
	name     string
	attrs    []xml.Attr
	text     string
	children []*element
}

// child returns the first child with a name, or an empty element: what is not
// there has no text and no children.
func (e *element) child(name string) *element {
	for _, c := range e.children {
		if c.name == name {
			return c
		}
	}
	return &element{}
}

// all returns the children with a name.
func (e *element) all(name string) []*element {
	var out []*element
	for _, c := range e.children {
		if c.name == name {
			out = append(out, c)
		}
	}
	return out
}

// get returns the text at a path of children: "title/value".
func (e *element) get(path string) string {
	for name := range strings.SplitSeq(path, "/") {
		e = e.child(name)
	}
	return e.text
}

// attr returns the attribute with a name, or the empty string.
func (e *element) attr(name string) string {
	for _, a := range e.attrs {
		if a.Name.Local == name {
			return strings.TrimSpace(a.Value)
		}
	}
	return ""
}

// xmlFile reads a file element by element: one record is in memory at a time.
type xmlFile struct {
	file    string
	format  Format
	source  *source
	decoder *xml.Decoder
	open    int   // elements that were begun
	closed  bool  // the root element has ended
	end     int64 // offset that the record may not go beyond
	record  int   // of the record that is read
	line    int   // where it begins
	notes   noteBook
	lines   []int // of the records that became entities
}

func newXMLFile(file string, format Format, r io.Reader) *xmlFile {
	x := &xmlFile{file: file, format: format, source: &source{r: r}}
	x.decoder = xml.NewDecoder(x.source)
	x.decoder.CharsetReader = func(label string, _ io.Reader) (io.Reader, error) {
		return nil, fmt.Errorf("%w: it says that it is in %.20q", ErrEncoding, label)
	}
	return x
}

// source remembers why a file could not be read on, to tell that from what is wrong
// with its content.
type source struct {
	r    io.Reader
	err  error
	left int // bytes that the token at hand may still take
}

func (s *source) Read(p []byte) (int, error) {
	if s.left <= 0 {
		return 0, errLongToken
	}
	n, err := s.r.Read(p)
	s.left -= n
	if err != nil && err != io.EOF {
		s.err = err
	}
	return n, err
}

// maxToken bounds what the decoder holds at once: a text, or a tag with all its
// attributes. Some of it is read ahead. maxRecord bounds what is kept of a file at
// once: a record of ever so many small elements takes many times its size. The longest
// seen is one of OFAC's with 41 KB, and its reference values have 116 KB.
const (
	maxToken  = 4 * maxField
	maxRecord = 64 * maxField
)

var errLongToken = errors.New("a text or tag is too long")

// token returns the next token.
func (x *xmlFile) token() (xml.Token, error) {
	x.source.left = maxToken
	token, err := x.decoder.Token()
	if err != nil {
		return nil, err
	}
	switch token := token.(type) {
	case xml.StartElement:
		if x.open++; x.open > maxDepth {
			return nil, x.fail(token.Name.Local, ErrTooLarge, "elements nest more than %d deep", maxDepth)
		}
		if x.closed {
			return nil, x.fail("", ErrSyntax, "a second root element: the file is several files put together")
		}
	case xml.EndElement:
		x.open--
		x.closed = x.open == 0
	case xml.CharData:
		if x.closed && len(bytes.TrimSpace(token)) > 0 {
			return nil, x.fail("", ErrSyntax, "text behind the root element")
		}
	}
	return token, nil
}

// next returns the next element that begins anywhere outside a record, or io.EOF.
// The caller reads it with read or goes on into it.
func (x *xmlFile) next() (*xml.StartElement, error) {
	for {
		token, err := x.token()
		if err == io.EOF {
			return nil, err
		}
		if err != nil {
			return nil, x.syntax(err)
		}
		if start, ok := token.(xml.StartElement); ok {
			return &start, nil
		}
	}
}

// readRecord reads the element that start begins as the next record.
func (x *xmlFile) readRecord(start *xml.StartElement) (*element, error) {
	x.record++
	x.line, _ = x.decoder.InputPos()
	return x.read(start)
}

// skip passes over the element that was begun last.
func (x *xmlFile) skip() error {
	for depth := x.open - 1; x.open > depth; {
		if _, err := x.token(); err != nil {
			return x.syntax(err)
		}
	}
	return nil
}

// read reads the element that start begins, which is not within another that is read.
func (x *xmlFile) read(start *xml.StartElement) (*element, error) {
	x.end = x.decoder.InputOffset() + maxRecord
	return x.element(start)
}

// element reads an element and those in it.
func (x *xmlFile) element(start *xml.StartElement) (*element, error) {
	if x.decoder.InputOffset() > x.end {
		return nil, x.fail(start.Name.Local, ErrTooLarge, "the record has more than %d bytes; is an end tag missing?", maxRecord)
	}
	e := &element{name: start.Name.Local, attrs: start.Copy().Attr}
	var text []byte
	for {
		token, err := x.token()
		if err != nil {
			return nil, x.syntax(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			child, err := x.element(&token)
			if err != nil {
				return nil, err
			}
			e.children = append(e.children, child)
		case xml.CharData:
			if text = append(text, token...); len(text) > maxField {
				return nil, x.fail(e.name, ErrTooLarge, "the field has more than %d bytes", maxField)
			}
		case xml.EndElement:
			e.text = strings.Join(strings.Fields(string(text)), " ")
			return e, nil
		}
	}
}

// note counts what was passed over or repaired.
func (x *xmlFile) note(what string) { x.notes.add(what, x.record) }

// took notes that the record became the next entity.
func (x *xmlFile) took() { x.lines = append(x.lines, x.line) }

// date reads a day, of which a time may follow.
func (x *xmlFile) date(field, text string) (Date, error) {
	day, _, _ := strings.Cut(text, "T")
	d, err := ParseDate(strings.TrimSuffix(day, "Z"))
	if err != nil && len(day) > len("2006-01-02") {
		d, err = ParseDate(day[:len("2006-01-02")]) // with a time zone: 2012-12-31-05:00
	}
	if err != nil {
		return Date{}, x.fail(field, ErrInvalid, "%q is not a date of the form 2006-01-02", text)
	}
	return d, nil
}

// syntax words an error of the decoder.
func (x *xmlFile) syntax(err error) error {
	if x.source.err != nil {
		return readError(x.file, x.format, x.source.err)
	}
	kind, reason := ErrSyntax, strings.TrimPrefix(err.Error(), "xml: ")
	var own *ParseError
	var at *xml.SyntaxError
	switch {
	case errors.As(err, &own):
		return own
	case errors.Is(err, errLongToken):
		kind, reason = ErrTooLarge, fmt.Sprintf("a text or tag has more than %d bytes", maxToken)
	case errors.Is(err, ErrEncoding):
		kind, reason = ErrEncoding, reason+"; save it as UTF-8"
	case errors.As(err, &at):
		reason = at.Msg + "; if the file was cut short, download it again"
	}
	e := x.fail("", kind, "%s", reason)
	e.Line, e.Column = x.decoder.InputPos()
	return e
}

func (x *xmlFile) fail(field string, kind error, format string, args ...any) *ParseError {
	return &ParseError{File: x.file, Format: x.format, Record: x.record, Line: x.line, Field: field, Reason: fmt.Sprintf(format, args...), Err: kind}
}

// done makes what a reader returns of the entities that it took.
func (x *xmlFile) done(entities []*Entity) *parsed {
	return &parsed{entities: entities, notes: x.notes.lines(), locate: func(i int, err error) error {
		kind := sentinel(err)
		return &ParseError{File: x.file, Format: x.format, Record: i + 1, Line: x.lines[i], Reason: strings.TrimPrefix(err.Error(), kind.Error()+": "), Err: kind}
	}}
}
