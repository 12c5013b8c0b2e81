package lists

import (
	"errors"
	"io"
	"runtime"
	"testing"
)

// endless reads a beginning, and then the same text again and again up to a size,
// without holding it.
type endless struct {
	beginning, again string
	size, given      int
}

func (e *endless) Read(p []byte) (int, error) {
	p = p[:min(len(p), e.size-e.given)]
	if len(p) == 0 {
		return 0, io.EOF
	}
	for i := range p {
		if at := e.given + i; at < len(e.beginning) {
			p[i] = e.beginning[at]
		} else {
			p[i] = e.again[(at-len(e.beginning))%len(e.again)]
		}
	}
	e.given += len(p)
	return len(p), nil
}

// TestXMLEndless holds that a file of 200 MB that never comes to the end of something
// is refused before much of it is read.
func TestXMLEndless(t *testing.T) {
	const size = 200 << 20
	list := `<CONSOLIDATED_LIST dateGenerated="2026-07-31"><INDIVIDUALS>`
	record := list + `<INDIVIDUAL><DATAID>1</DATAID>`
	for _, tt := range []struct{ reason, beginning, again string }{
		{"text outside the records", list, "x"},
		{"white space outside the records", list, "\n"},
		{"text of a field", record + "<FIRST_NAME>", "x"},
		{"text of a field with comments in it", record + "<FIRST_NAME>", "x<!-- -->"},
		{"text with entities", record + "<FIRST_NAME>", "&amp;"},
		{"unparsed text", record + "<FIRST_NAME><![CDATA[", "x"},
		{"attributes", list + "<INDIVIDUAL", ` a="1>"`},
		{"the value of an attribute", list + `<INDIVIDUAL a="`, ">"},
		{"attributes outside the records", `<CONSOLIDATED_LIST`, ` a="1>"`},
		{"the name of an element", list + "<", "x"},
		{"a comment", list + "<!--", "->"},
		{"a processing instruction", list + "<?x", " ?"},
		{"a declaration", "<!DOCTYPE x [ <CONSOLIDATED_LIST ", "<>"},
		{"elements in each other", list, "<a>"},
		{"elements in each other within a record", record, "<a>"},
		{"elements beside each other within a record", record, "<a></a>"},
		{"attributes of elements within a record", record, `<a b=""/>`},
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		r := &endless{beginning: tt.beginning, again: tt.again, size: size}
		l, err := Read(r, FormatUnknown)
		runtime.ReadMemStats(&after)
		var at *ParseError
		if l != nil || !errors.As(err, &at) || !errors.Is(err, ErrTooLarge) || at.Format != UNXML {
			t.Errorf("%s: %v, %v", tt.reason, l, err)
		}
		if taken := after.TotalAlloc - before.TotalAlloc; taken > 2*size {
			t.Errorf("%s: %d bytes of memory were taken", tt.reason, taken)
		}
		if r.given > maxRecord+maxToken+2*sniffed {
			t.Errorf("%s: %d bytes were read", tt.reason, r.given)
		}
	}
}
