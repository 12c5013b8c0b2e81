package vendorfile

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
)

// sampleSize is what is looked at of a file that cannot be read twice.
const sampleSize = 1 << 16

// source is the bytes of a file.
type source struct {
	name   string
	reader *bufio.Reader // holds at least a sample
	seeker io.ReadSeeker // nil if the bytes come only once
	start  int64         // where the file begins in seeker
	file   *os.File      // nil if it is none, or not ours to close
	size   int64         // in bytes, 0 if not known
	read   int64         // of them
}

// openSource opens a file and refuses what cannot hold a table.
func openSource(name string) (*source, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	info, err := file.Stat()
	if err == nil && info.IsDir() {
		err = fmt.Errorf("%s is a directory", name)
	}
	if err != nil {
		file.Close()
		return nil, err
	}
	s := newSource(name, file)
	s.file = file
	return s, nil
}

// newSource reads from r. It can look at all of r before if r can seek.
func newSource(name string, r io.Reader) *source {
	s := &source{name: name}
	if seeker, ok := r.(io.ReadSeeker); ok {
		if start, err := seeker.Seek(0, io.SeekCurrent); err == nil {
			s.seek(seeker, start)
		}
	}
	s.reader = bufio.NewReaderSize(counter{r, &s.read}, sampleSize)
	return s
}

// seek finds out the size, which a pipe or a terminal does not have.
func (s *source) seek(seeker io.ReadSeeker, start int64) {
	end, err := seeker.Seek(0, io.SeekEnd)
	if err != nil || end <= start {
		return
	}
	if _, err := seeker.Seek(start, io.SeekStart); err == nil {
		s.seeker, s.start, s.size = seeker, start, end-start
	}
}

// sample returns the first bytes.
func (s *source) sample() ([]byte, error) {
	sample, err := s.reader.Peek(sampleSize)
	if errors.Is(err, io.EOF) {
		return sample, nil
	}
	return sample, err
}

// survey writes the whole file to w, or the sample if it can be read only once.
func (s *source) survey(w io.Writer) error {
	sample, err := s.sample()
	if err != nil {
		return err
	}
	if s.seeker == nil || s.size <= int64(len(sample)) {
		_, err = w.Write(sample)
		return err
	}
	if _, err = io.Copy(w, s.reader); err != nil {
		return err
	}
	_, err = s.seeker.Seek(s.start, io.SeekStart)
	s.read = 0
	s.reader.Reset(counter{s.seeker, &s.read})
	return err
}

// kind says what the first bytes are the beginning of.
func (s *source) kind() (workbook bool, err error) {
	sample, err := s.sample()
	if err != nil {
		return false, err
	}
	for _, other := range []struct{ start, what, advice string }{
		{"\xd0\xcf\x11\xe0", "a workbook of the old kind (.xls), or one with a password", "save it as .xlsx without a password"},
		{"%PDF", "a PDF", "ask for the table it was made from, as .xlsx or CSV"},
		{"\x1f\x8b", "compressed (gzip)", "unpack it"},
		{"BZh", "compressed (bzip2)", "unpack it"},
		{"\xfd7zXZ", "compressed (xz)", "unpack it"},
		{"7z\xbc\xaf", "an archive (7z)", "unpack it"},
		{"{\\rtf", "a text document (RTF)", "save the table as .xlsx or CSV"},
		{"<html", "a web page", "open it in a spreadsheet and save it as .xlsx"},
		{"<!DOCTYPE html", "a web page", "open it in a spreadsheet and save it as .xlsx"},
		{"<?xml", "XML", "open it in a spreadsheet and save it as .xlsx"},
	} {
		if bytes.HasPrefix(sample, []byte(other.start)) {
			return false, fmt.Errorf("the file is %s; %s and screen that", other.what, other.advice)
		}
	}
	return bytes.HasPrefix(sample, []byte("PK\x03\x04")) || bytes.HasPrefix(sample, []byte("PK\x05\x06")), nil
}

// close closes the file if it was opened here.
func (s *source) close() {
	if s.file != nil {
		s.file.Close()
	}
}

// counter counts the bytes read, for the progress.
type counter struct {
	io.Reader
	n *int64
}

func (c counter) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	*c.n += int64(n)
	return n, err
}
