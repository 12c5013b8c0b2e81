package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
)

// output is where findings go, in the order of the rows.
type output struct {
	formatter
	buffer *bufio.Writer
	file   *os.File // nil for standard output
}

// formatter writes findings in one format.
type formatter interface {
	write(finding) error
	end() error // after the last
}

// newOutput opens the output. It is the last step before screening, so that a
// wrong argument does not empty a file.
func newOutput(set settings, in *input, stdout io.Writer, p *progress) (*output, error) {
	o := &output{}
	target := stdout
	if set.output != "" {
		if in.isFile(set.output) {
			return nil, fmt.Errorf("-output %s is the file to screen", set.output)
		}
		file, err := os.Create(set.output)
		if err != nil {
			return nil, fmt.Errorf("-output: %w", err)
		}
		o.file, target = file, file
	}
	o.buffer = bufio.NewWriter(target)
	switch set.format {
	case "csv":
		o.formatter = newCSVOutput(o.buffer, in, o.file != nil)
	case "jsonl":
		o.formatter = newJSONOutput(o.buffer, in)
	default:
		o.formatter = newTableOutput(pausing{o.buffer, p}, tableWidth(target))
	}
	return o, nil
}

// close writes what is still in the buffer, so that the last row is complete.
func (o *output) close() error {
	err := o.end()
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

func (in *input) isFile(name string) bool {
	if in.text.file == nil {
		return false
	}
	a, errA := in.text.file.Stat()
	b, errB := os.Stat(name)
	return errA == nil && errB == nil && os.SameFile(a, b)
}
