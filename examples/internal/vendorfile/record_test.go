package vendorfile

import (
	"bufio"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// records reads all records of content.
func records(t *testing.T, content string) (all []record) {
	t.Helper()
	r, err := newRecordReader(&text{reader: bufio.NewReader(strings.NewReader(content))}, newHeaderFinder(nil), false)
	if err != nil {
		t.Fatal(err)
	}
	for {
		rec, err := r.next()
		if errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		if all = append(all, rec); len(all) == 1 {
			r.width = len(rec.cells)
		}
	}
}

func TestRecords(t *testing.T) {
	for _, test := range []struct {
		text    string
		want    [][]string
		damaged []int // rows
		reason  string
	}{
		{"a,b\n1,2\n", [][]string{{"a", "b"}, {"1", "2"}}, nil, "the plain case"},
		{"a,b\n1,\"x, y\"\n", [][]string{{"a", "b"}, {"1", "x, y"}}, nil, "a delimiter in quotes"},
		{"a,b\n1,\"say \"\"x\"\"\"\n", [][]string{{"a", "b"}, {"1", `say "x"`}}, nil, "doubled quotes"},
		{"a,b\n1, \"x, y\" \n", [][]string{{"a", "b"}, {"1", "x, y"}}, nil, "spaces around quotes, as people write them"},
		{"a,b\n1,15\" monitor\n", [][]string{{"a", "b"}, {"1", `15" monitor`}}, nil, "inches"},
		{"a,b\n1,\"x \"y\" z\"\n", [][]string{{"a", "b"}, {"1", `x "y" z`}}, nil, "quotes that were not doubled"},
		{"a,b\n1,\"x\ny\"\n2,z\n", [][]string{{"a", "b"}, {"1", "x\ny"}, {"2", "z"}}, nil, "a line end in quotes"},
		{"a,b\n1,\"x\n2,y\n", [][]string{{"a", "b"}, {"1", `"x`}, {"2", "y"}}, []int{2}, "an open quote up to the end of the file"},
		{"a,b\n1,\"x\n2,\"y\"\n3,z\n", [][]string{{"a", "b"}, {"1", `"x`}, {"2", "y"}, {"3", "z"}}, []int{2}, "the quote of the next row opens a cell, it closes none"},
		{"a,b\n1,\"x\n2,3\",y\n", [][]string{{"a", "b"}, {"1", `"x`}, {"2", `3"`, "y"}}, []int{2}, "closing there would swallow a row and give too many cells"},
		{"a,b\n1,\"x\" y\n2,z\n", [][]string{{"a", "b"}, {"1", "\"x\" y"}, {"2", "z"}}, nil, "a name that begins with a quoted word"},
		{"a,b\n1,\"x\ny\",z\n", [][]string{{"a", "b"}, {"1", "x\ny", "z"}}, nil, "too many cells, but what the quotes hold is no row"},
		{"a,b,c\n1,\"x,y\"z\",w,v\n", [][]string{{"a", "b", "c"}, {"1", `x,y"z`, "w", "v"}}, []int{2}, "a stray quote and the wrong number of cells"},
		{"a,b\n\n1,2", [][]string{{"a", "b"}, {""}, {"1", "2"}}, nil, "a blank line is a row to a spreadsheet"},
		{"a\nx, y\n", [][]string{{"a"}, {"x, y"}}, nil, "one column: no delimiter"},
	} {
		t.Run(test.reason, func(t *testing.T) {
			var got [][]string
			var damaged []int
			for _, rec := range records(t, test.text) {
				got = append(got, rec.cells)
				if rec.damage != "" {
					damaged = append(damaged, rec.row)
				}
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("cells differ (-want +got):\n%s", diff)
			}
			if !slices.Equal(damaged, test.damaged) {
				t.Errorf("damaged rows %v, want %v", damaged, test.damaged)
			}
		})
	}
}

// A row without end is cut off, and the next one is read.
func TestRecordTooLong(t *testing.T) {
	all := records(t, "a\n"+strings.Repeat("x", 3*maxLine)+"\nb\n")
	if len(all) != 3 || all[1].damage == "" || all[2].cells[0] != "b" || len(all[1].rest) != maxLine {
		t.Errorf("%d records", len(all))
	}
}

// What encoding/csv writes is read as it was; any other text is read to its
// end without losing a line.
func FuzzRecords(f *testing.F) {
	f.Add("a,b", "x\"y", "1\n2")
	f.Add("\"", ",\"", "\r")
	f.Add(" \"a", "\"b\" ", ";|\t")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		text := "h1,h2,h3\n" + a + b + c
		lines := 0
		for _, rec := range records(t, text) {
			lines++
			for _, cell := range rec.cells {
				lines += strings.Count(cell, "\n")
			}
		}
		if want := len(slices.Collect(strings.Lines(text))); !strings.Contains(text, "\r") && lines != want {
			t.Errorf("%d lines in the records, the text has %d", lines, want)
		}

		cells := []string{a, b, c}
		for _, cell := range cells {
			if strings.ContainsAny(cell, "\r") || strings.TrimSpace(cell) != cell || strings.Count(cell, "\n") >= maxCellLines {
				return // encoding/csv itself does not keep carriage returns; spaces around quotes are taken off
			}
		}
		var w strings.Builder
		writer := csv.NewWriter(&w)
		writer.Write([]string{"h1", "h2", "h3"})
		writer.Write(cells)
		writer.Flush()
		all := records(t, w.String())
		if len(all) != 2 || !slices.Equal(all[1].cells, cells) {
			t.Errorf("%q was read as %+v", cells, all)
		}
	})
}
