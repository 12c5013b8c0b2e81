package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"time"

	"golang.org/x/term"

	"github.com/partyscreen/partyscreen/examples/internal/listfile"
	"github.com/partyscreen/partyscreen/examples/internal/report"
	"github.com/partyscreen/partyscreen/examples/internal/vendorfile"
	"github.com/partyscreen/partyscreen/screen"
)

// output is where findings go, in the order of the rows.
type output struct {
	report.Formatter
	buffer *bufio.Writer
	file   *os.File         // nil for standard output
	from   *report.Position // of an output that was interrupted, nil for a new one
}

// newOutput opens the output. It is the last step before screening, so that a
// wrong argument does not empty a file.
func newOutput(set settings, in *vendorfile.File, s listfile.Lists, screener *screen.Screener, evidence *proof, stdout io.Writer, p *progress) (*output, error) {
	if set.output != "" && in.IsAt(set.output) {
		return nil, fmt.Errorf("-output %s is the file to screen", set.output)
	}
	opts := report.Options{
		Header: in.Header,
		Mark:   set.mark || set.output != "" && in.Marked(), // the spreadsheet that the file came from needs it to read UTF-8

		File: in.Name(), Started: time.Now(),
		Lists: s.Parts, Screening: screener.Options(), Stamp: screener.Stamp(),
	}
	o := &output{}
	var err error
	switch {
	case set.resume:
		o.file, o.from, err = openResumed(set, opts, evidence)
		opts.Resume = o.from != nil
	case set.output != "":
		if o.file, err = os.Create(set.output); err != nil {
			err = fmt.Errorf("-output: %w", err)
		}
	}
	if err != nil {
		return nil, err
	}
	target := stdout
	if o.file != nil {
		target = o.file
	}
	opts.Width = tableWidth(target)
	o.buffer = bufio.NewWriter(target)
	var w io.Writer = o.buffer
	if set.format == "table" {
		w = pausing{o.buffer, p}
	}
	o.Formatter, err = report.New(set.format, w, opts)
	return o, err
}

// close writes what is still in the buffer, so that the last row is complete.
// stopped is what ended the run before the last row, nil if nothing did.
func (o *output) close(stopped error) error {
	err := o.End(stopped)
	if flushed := o.buffer.Flush(); err == nil {
		err = flushed
	}
	if o.file != nil {
		if closed := o.file.Close(); err == nil {
			err = closed
		}
	}
	return err
}

// tableWidth returns the width for a table on w, 0 for the usual one.
func tableWidth(w io.Writer) int {
	if file, ok := w.(*os.File); ok {
		if width, _, err := term.GetSize(int(file.Fd())); err == nil && width > 0 {
			return min(max(width, 90), 160)
		}
	}
	return 0
}

// pausing takes the progress off the terminal before it shows a row there.
type pausing struct {
	buffer   *bufio.Writer
	progress *progress
}

func (p pausing) Write(text []byte) (int, error) {
	p.progress.clear()
	n, err := p.buffer.Write(text)
	if err == nil {
		err = p.buffer.Flush()
	}
	return n, err
}
