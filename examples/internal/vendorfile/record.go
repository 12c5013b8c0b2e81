package vendorfile

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
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

// filled returns how many cells have content.
func (r *record) filled() int {
	n := 0
	for _, cell := range r.cells {
		if strings.TrimSpace(cell) != "" {
			n++
		}
	}
	return n
}

// blank reports whether no cell has content.
func (r *record) blank() bool { return r.damage == "" && r.filled() == 0 }

// recordReader splits text into records. Unlike encoding/csv it goes on after
// a quote that is never closed: only that row is damaged.
type recordReader struct {
	dialect
	source *bufio.Reader
	text   *text    // nil in a sample
	sample []record // the first rows, as they were read to find the dialect
	width  int      // cells of the header; 0 before it was read
	row    int      // of the record that was read last
	ahead  []string // lines that were read ahead
}

func newRecordReader(t *text, find headerFinder, noHeader bool) (*recordReader, error) {
	r := &recordReader{source: bufio.NewReaderSize(t.reader, sampleSize), text: t}
	peeked, err := r.source.Peek(sampleSize)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	sample := detect(string(peeked), find, noHeader)
	r.dialect, r.sample = sample.dialect, sample.rows
	if _, ok := excelHint(string(peeked)); ok {
		_, err = r.line()
		return r, err
	}
	return r, nil
}

func (r *recordReader) first() []record { return r.sample }

// begin tells how many cells a row should have.
func (r *recordReader) begin(width int) { r.width, r.sample = width, nil }

// ragged says what is wrong with the number of cells.
func (r *recordReader) ragged(cells []string, width int) string {
	switch n := len(cells); {
	case n < width:
		return fmt.Sprintf("%d cells, the header has %d: the missing ones are taken as empty", n, width)
	case n > width:
		return fmt.Sprintf("%d cells, the header has %d: is a %q inside a name without quotes around it?", n, width, r.delimiter)
	}
	return ""
}

// pushed: a delimiter inside a cell pushes what follows into the next cells.
func (r *recordReader) pushed() bool { return true }

// String says how the text is read, so that a wrong guess shows.
func (r *recordReader) String() string {
	text := r.text.encoding + ", " + delimiterName(r.delimiter)
	if r.quote == '\'' {
		text += ", in single quotes"
	}
	if r.text.guessed {
		text += " (encoding guessed; -encoding corrects it)"
	}
	return text
}

func (r *recordReader) close() {}

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
	s := splitter{dialect: r.dialect}
	s.add(line)
	at, opened := len(s.cells)+1, s.opened
	if s.quoted && s.stray {
		if rec.cells = splitEscaped(line, r.dialect, r.width); rec.cells != nil {
			return rec, nil
		}
		if rec.cells = splitLiteral(line, r.dialect, opened, r.width); rec.cells != nil {
			return rec, nil
		}
	}
	if s.quoted {
		cells, err := r.continued(&s)
		if cells != nil || err != nil {
			rec.cells = cells
			return rec, err
		}
		if rec.cells = splitEscaped(line, r.dialect, r.width); rec.cells != nil {
			return rec, nil
		}
		rec.cells, rec.rest = splitLine(line, r.dialect), line[opened:]
		rec.damage = fmt.Sprintf("the quote that opens cell %d is never closed: close it, or double it if it belongs to the text", at)
		return rec, nil
	}
	stray := s.stray
	if rec.cells = s.finish(); stray && r.width > 0 && len(rec.cells) != r.width {
		if escaped := splitEscaped(line, r.dialect, r.width); escaped != nil {
			rec.cells = escaped
			return rec, nil
		}
		rec.rest = line
		rec.damage = fmt.Sprintf("%d cells, the header has %d, and a quote stands inside a quoted cell: double it, or close the one before", len(rec.cells), r.width)
	}
	return rec, nil
}

// continued looks for the end of a cell in quotes in the lines that follow. It
// returns nil and takes none of them if there is no end that makes sense: a
// stray quote on the way is the beginning of another row's cell.
func (r *recordReader) continued(s *splitter) ([]string, error) {
	used, size, at := 0, 0, len(s.cells)
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
	if _, further, _ := strings.Cut(cells[at], "\n"); r.width > 0 && len(cells) > r.width && strings.Contains(further, r.delimiter) {
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
