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

// rows shows a few times a second how many rows are done, how fast, and how long
// the rest will take.
func (p *progress) rows(in *vendorfile.File, s *summary) {
	if p.w == nil || time.Now().Before(p.next) {
		return
	}
	p.next = time.Now().Add(200 * time.Millisecond)
	share, rest := "", ""
	if read, size := in.Read(); size > 0 && read > 0 {
		share = fmt.Sprintf("%d %%, ", 100*read/size)
		left := time.Since(s.start).Seconds() * float64(size-read) / float64(read)
		rest = fmt.Sprintf(", %s left", time.Duration(left*float64(time.Second)).Round(time.Second))
	}
	p.say(fmt.Sprintf("%s%d rows, %d alerts, %.0f rows/s%s", share, s.rows, s.alerts(), s.rate(), rest))
}
