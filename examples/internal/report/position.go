package report

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/partyscreen/partyscreen/examples/internal/vendorfile"
	"github.com/partyscreen/partyscreen/screen"
)

// Position is how far an interrupted output of csv or jsonl got.
type Position struct {
	Offset   int64                 // bytes of whole rows
	Row      int                   // number of the last of them; 0 if there is none
	Outcomes [screen.Match + 1]int // of the rows
	Problems int                   // rows that were ragged or damaged
	name     string                // of the supplier in the last row, jsonl
	cells    []string              // of the last row, csv
}

// FindPosition reads an output that was written with opts up to the last whole row,
// or up to the row numbered limit if that comes first. It fails if the output is
// not one that can go on: it has other columns, or was made with another list, other
// options, decisions or rules.
func FindPosition(format string, r io.Reader, opts Options, limit int) (Position, error) {
	if format == "csv" {
		return findCSVPosition(r, opts, limit)
	}
	return findJSONPosition(r, opts, limit)
}

// IsAt reports whether a row is what the output has for its last row: if not, the
// file of suppliers is another one. width is the number of its columns.
func (p *Position) IsAt(r vendorfile.Row, width int) bool {
	if p.cells == nil {
		return p.name == string([]rune(r.Party.Name)) // JSON holds UTF-8 alone
	}
	for i, cell := range r.Cells[:width] {
		if p.cells[i] != strings.ReplaceAll(inert(cell), "\r\n", "\n") { // as encoding/csv reads it
			return false
		}
	}
	return true
}

// take counts a row that ends at an offset.
func (p *Position) take(row int, outcome screen.Outcome, problem string, offset int64) {
	p.Row, p.Offset = row, offset
	p.Outcomes[outcome]++
	if problem != "" {
		p.Problems++
	}
}

func findJSONPosition(r io.Reader, opts Options, limit int) (Position, error) {
	var p Position
	lines := bufio.NewReader(r)
	for offset := int64(0); ; {
		line, err := lines.ReadBytes('\n')
		if errors.Is(err, io.EOF) {
			return p, nil // what has no line end is not whole
		} else if err != nil {
			return p, err
		}
		var row struct {
			Row     int
			Party   struct{ Name string }
			Outcome screen.Outcome
			Problem string
			Stamp   screen.Stamp
		}
		offset += int64(len(line))
		if err := json.Unmarshal(line, &row); err != nil || row.Row <= p.Row {
			return p, fmt.Errorf("after row %d it is not what this program writes", p.Row)
		}
		if err := sameStamp(stampLine(row.Stamp), opts); err != nil {
			return p, err
		}
		if row.Row > limit {
			return p, nil
		}
		p.take(row.Row, row.Outcome, row.Problem, offset)
		p.name = row.Party.Name
	}
}

func findCSVPosition(r io.Reader, opts Options, limit int) (Position, error) {
	var p Position
	lines := &wholeLines{r: bufio.NewReader(r)}
	var mark int64
	if start, _ := lines.r.Peek(3); string(start) == "\ufeff" {
		mark = 3
		lines.r.Discard(3)
	}
	reader := csv.NewReader(lines)
	header, err := reader.Read()
	if errors.Is(err, io.EOF) {
		return p, nil
	}
	want := headerOf(opts)
	for i := range want {
		want[i] = inert(want[i])
	}
	if err != nil || !slices.Equal(header, want) {
		return p, errors.New("its columns are not those of this file")
	}
	p.Offset = mark + reader.InputOffset()
	for {
		cells, err := reader.Read()
		if err != nil {
			return p, nil // the end, or a row that is not whole
		}
		added := cells[len(opts.Header):]
		row, err := strconv.Atoi(added[rowColumn])
		var outcome screen.Outcome
		if err != nil || outcome.UnmarshalText([]byte(added[outcomeColumn])) != nil || row <= p.Row {
			return p, fmt.Errorf("after row %d it is not what this program writes", p.Row)
		}
		if err := sameStamp(added[len(added)-1], opts); err != nil {
			return p, err
		}
		if row > limit {
			return p, nil
		}
		p.take(row, outcome, added[problemColumn], mark+reader.InputOffset())
		p.cells = cells
	}
}

func sameStamp(was string, opts Options) error {
	if is := stampLine(opts.Stamp); was != is {
		return fmt.Errorf("it was made with %q, now it would be %q: begin anew, without -resume", was, is)
	}
	return nil
}

// wholeLines reads lines that have an end.
type wholeLines struct {
	r    *bufio.Reader
	line []byte // what is left of the current one
}

func (l *wholeLines) Read(p []byte) (int, error) {
	if len(l.line) == 0 {
		line, err := l.r.ReadBytes('\n')
		if err != nil {
			return 0, err
		}
		l.line = line
	}
	n := copy(p, l.line)
	l.line = l.line[n:]
	return n, nil
}
