package vendorfile

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// What a record may measure. A quote that is never closed would otherwise
// swallow the file.
const (
	maxLine      = 4 << 20 // bytes
	maxCellLines = 200     // lines of a cell in quotes
)

// record is a row as it stands in the file.
type record struct {
	row    int // as a spreadsheet counts, from 1
	cells  []string
	damage string // why the cells cannot be trusted; empty if they can
	rest   string // of a damaged record, the text from the damage on
}

// blank reports whether no cell has content.
func (r *record) blank() bool {
	return r.damage == "" && !slices.ContainsFunc(r.cells, func(c string) bool { return strings.TrimSpace(c) != "" })
}

// recordReader splits text into records. Unlike encoding/csv it goes on after
// a quote that is never closed: only that row is damaged.
type recordReader struct {
	source    *bufio.Reader
	delimiter byte
	lineEnd   byte
	width     int      // cells of the header; 0 before it was read
	row       int      // of the record that was read last
	ahead     []string // lines that were read ahead
}

func newRecordReader(source *bufio.Reader) (*recordReader, error) {
	r := &recordReader{source: bufio.NewReaderSize(source, 1<<16), lineEnd: '\n'}
	peeked, err := r.source.Peek(1 << 16)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	sample := string(peeked)
	if !strings.Contains(sample, "\n") && strings.Contains(sample, "\r") {
		r.lineEnd = '\r'
	}
	hint, ok := excelHint(sample)
	if r.delimiter = hint; !ok {
		r.delimiter = detectDelimiter(sample)
		return r, nil
	}
	_, err = r.line()
	return r, err
}

// next returns the next record, and io.EOF after the last.
func (r *recordReader) next() (record, error) {
	line, err := r.line()
	if err != nil {
		return record{}, err
	}
	r.row++
	rec := record{row: r.row}
	if len(line) > maxLine {
		rec.cells, rec.rest = []string{line[:100]}, line[:maxLine]
		rec.damage = fmt.Sprintf("the row is longer than %d bytes and was cut off there", maxLine)
		return rec, nil
	}
	s := splitter{delimiter: r.delimiter}
	s.add(line)
	at, opened := len(s.cells)+1, s.opened
	if s.quoted {
		cells, err := r.continued(&s)
		if cells != nil || err != nil {
			rec.cells = cells
			return rec, err
		}
		rec.cells, rec.rest = splitLine(line, r.delimiter), line[opened:]
		rec.damage = fmt.Sprintf("the quote that opens cell %d is never closed: close it, or double it if it belongs to the text", at)
		return rec, nil
	}
	stray := s.stray
	if rec.cells = s.finish(); stray && r.width > 0 && len(rec.cells) != r.width {
		rec.rest = line
		rec.damage = fmt.Sprintf("%d cells, the header has %d, and a quote stands inside a quoted cell: double it, or close the one before", len(rec.cells), r.width)
	}
	return rec, nil
}

// continued looks for the end of a cell in quotes in the lines that follow. It
// returns nil and takes none of them if there is no end that makes sense: a
// stray quote on the way is the beginning of another row's cell.
func (r *recordReader) continued(s *splitter) ([]string, error) {
	used, size := 0, 0
	for s.stray = false; s.quoted && !s.stray && used < maxCellLines && size < maxLine; used++ {
		if used == len(r.ahead) {
			line, err := r.read()
			if errors.Is(err, io.EOF) {
				return nil, nil
			} else if err != nil {
				return nil, err
			}
			r.ahead = append(r.ahead, line)
		}
		s.cell.WriteByte('\n')
		s.add(r.ahead[used])
		size += len(r.ahead[used])
	}
	if s.quoted || s.stray {
		return nil, nil
	}
	cells := s.finish()
	if r.width > 0 && len(cells) > r.width {
		return nil, nil // it has swallowed another row
	}
	r.ahead = r.ahead[used:]
	return cells, nil
}

// line returns the next line without its end.
func (r *recordReader) line() (string, error) {
	if len(r.ahead) > 0 {
		line := r.ahead[0]
		r.ahead = r.ahead[1:]
		return line, nil
	}
	return r.read()
}

// read reads a line from the source. Of a line that is too long it returns
// maxLine bytes and one.
func (r *recordReader) read() (string, error) {
	var line []byte
	for {
		part, err := r.source.ReadSlice(r.lineEnd)
		line = append(line, part[:min(len(part), maxLine+2-len(line))]...)
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case errors.Is(err, io.EOF) && len(line) > 0:
		case err != nil:
			return "", err
		}
		line = bytes.TrimSuffix(line, []byte{r.lineEnd})
		return string(bytes.TrimSuffix(line[:min(len(line), maxLine+1)], []byte("\r"))), nil
	}
}

// splitter splits lines into cells.
type splitter struct {
	delimiter byte
	cells     []string
	cell      strings.Builder
	quoted    bool // inside quotes
	stray     bool // a quote inside a quoted cell neither closes it nor is doubled
	opened    int  // where on its line the quote was opened
}

// add splits a line, which may begin inside quotes.
func (s *splitter) add(line string) {
	for i := 0; i < len(line); i++ {
		switch b := line[i]; {
		case s.quoted && b == '"':
			i = s.quote(line, i)
		case s.quoted:
			s.cell.WriteByte(b)
		case b == s.delimiter && b != noDelimiter:
			s.cells = append(s.cells, s.cell.String())
			s.cell.Reset()
		case b == '"' && strings.TrimLeft(s.cell.String(), " ") == "":
			s.cell.Reset()
			s.quoted, s.opened = true, i
		default:
			s.cell.WriteByte(b)
		}
	}
}

// quote handles a quote inside a quoted cell and returns the index to go on
// after.
func (s *splitter) quote(line string, i int) int {
	if strings.HasPrefix(line[i+1:], `"`) {
		s.cell.WriteByte('"')
		return i + 1
	}
	end := i + 1 + len(line[i+1:]) - len(strings.TrimLeft(line[i+1:], " "))
	if end == len(line) || line[end] == s.delimiter && s.delimiter != noDelimiter {
		s.quoted = false
		return end - 1
	}
	s.stray = true
	s.cell.WriteByte('"') // as in "The "Best" Company"
	return i
}

func (s *splitter) finish() []string { return append(s.cells, s.cell.String()) }

// splitLine splits a line on its own; a quote that is not closed there is part
// of the text.
func splitLine(line string, delimiter byte) []string {
	s := splitter{delimiter: delimiter}
	if s.add(line); !s.quoted {
		return s.finish()
	}
	if delimiter == noDelimiter {
		return []string{line}
	}
	return append(s.cells, strings.Split(line[s.opened:], string(delimiter))...)
}
