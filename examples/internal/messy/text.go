package messy

import (
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
)

// WriteText writes rows in an encoding, such as "utf-8" or "big5", and with a
// delimiter. A mark at the beginning is written for "utf-8 bom" and "utf-16". What
// the encoding cannot hold becomes question marks, as exports have it: Holds says
// of which names that is so.
func WriteText(w io.Writer, rows []Row, name, delimiter string) error {
	e, err := find(name)
	if err != nil {
		return err
	}
	var b strings.Builder
	for _, r := range rows {
		b.WriteString(line(r, delimiter) + "\r\n")
	}
	text, err := encode(e, b.String())
	if err == nil {
		_, err = io.WriteString(w, text)
	}
	return err
}

// Holds reports whether an encoding can hold a text.
func Holds(name, text string) bool {
	e, err := find(name)
	if err != nil {
		return false
	}
	_, err = e.NewEncoder().String(text)
	return err == nil
}

func find(name string) (encoding.Encoding, error) {
	switch name {
	case "utf-8 bom":
		return unicode.UTF8BOM, nil
	case "utf-16":
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), nil
	case "utf-16le", "utf-16be": // which htmlindex writes as UTF-8
		endian := unicode.LittleEndian
		if name == "utf-16be" {
			endian = unicode.BigEndian
		}
		return unicode.UTF16(endian, unicode.IgnoreBOM), nil
	}
	e, err := htmlindex.Get(name)
	if err != nil {
		return nil, fmt.Errorf("encoding %q: %w", name, err)
	}
	return e, nil
}

// encode writes what cannot be encoded as a question mark.
func encode(e encoding.Encoding, text string) (string, error) {
	if whole, err := e.NewEncoder().String(text); err == nil {
		return whole, nil
	}
	known := make(map[rune]bool)
	text = strings.Map(func(r rune) rune {
		holds, seen := known[r]
		if !seen {
			_, err := e.NewEncoder().String(string(r))
			holds = err == nil
			known[r] = holds
		}
		if !holds {
			return '?'
		}
		return r
	}, text)
	return e.NewEncoder().String(text)
}

// line writes a row. Cells are quoted where they must be; quotes within a name are
// doubled only there.
func line(r Row, delimiter string) string {
	if r.Kind == Title {
		return `"` + strings.Join(r.Cells, "") + `"`
	}
	cells := make([]string, len(r.Cells))
	for i, cell := range r.Cells {
		if cells[i] = cell; strings.ContainsAny(cell, delimiter+"\n") || strings.HasPrefix(cell, `"`) {
			cells[i] = `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
		}
	}
	if r.Kind == Broken {
		cells[1] = `"` + strings.NewReplacer(`"`, "", "\n", " ").Replace(r.Name)
		cells[2] = "1 Harbour Road"
	}
	return strings.Join(cells, delimiter)
}
