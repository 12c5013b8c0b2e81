package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"golang.org/x/term"

	"github.com/partyscreen/partyscreen/examples/internal/vendorfile"
)

// progress shows on a terminal how far the work is. Elsewhere it is silent.
type progress struct {
	w     io.Writer // nil if there is no terminal
	next  time.Time // when to show it again
	shown bool
}

func newProgress(w io.Writer) *progress {
	if file, ok := w.(*os.File); ok && term.IsTerminal(int(file.Fd())) {
		return &progress{w: w}
	}
	return &progress{}
}

func (p *progress) say(text string) {
	if p.w != nil {
		fmt.Fprintf(p.w, "\r\x1b[K%s", text)
		p.shown = true
	}
}

// clear takes the progress off the terminal.
func (p *progress) clear() {
	if p.shown {
		fmt.Fprint(p.w, "\r\x1b[K")
		p.shown = false
	}
}

// rows shows the count of rows, a few times a second.
func (p *progress) rows(in *vendorfile.File, s *summary) {
	if p.w == nil || time.Now().Before(p.next) {
		return
	}
	p.next = time.Now().Add(200 * time.Millisecond)
	share := ""
	if read, size := in.Read(); size > 0 {
		share = fmt.Sprintf("%d %%, ", 100*read/size)
	}
	p.say(fmt.Sprintf("%s%d rows, %d alerts, %.0f rows/s", share, s.rows, s.alerts(), s.rate()))
}
