package report

import (
	"bufio"
	"errors"
	"io"
	"os"
)

// spool keeps on disk what is only written after the last row, below a head that
// counts the rows: memory stays the same however many there are. The zero value
// is empty.
type spool struct {
	file   *os.File // nil while nothing was written
	buffer *bufio.Writer
	size   int64
}

func (s *spool) Write(p []byte) (int, error) {
	if s.file == nil {
		file, err := os.CreateTemp("", "suppliers-*")
		if err != nil {
			return 0, err
		}
		os.Remove(file.Name()) // where the system lets it now, so that no crash leaves it behind
		s.file, s.buffer = file, bufio.NewWriterSize(file, 1<<16)
	}
	n, err := s.buffer.Write(p)
	s.size += int64(n)
	return n, err
}

// extent is a part of a spool.
type extent struct {
	at, size int64
}

// copyTo writes parts of the spool to w, after the last Write.
func (s *spool) copyTo(w io.Writer, parts ...extent) error {
	if s.file == nil {
		return nil
	}
	if err := s.buffer.Flush(); err != nil {
		return err
	}
	for _, p := range parts {
		if _, err := io.Copy(w, io.NewSectionReader(s.file, p.at, p.size)); err != nil {
			return err
		}
	}
	return nil
}

// all is the whole of the spool.
func (s *spool) all() extent { return extent{0, s.size} }

// close gives the room on disk back.
func (s *spool) close() error {
	if s.file == nil {
		return nil
	}
	err := s.file.Close()
	if removed := os.Remove(s.file.Name()); removed != nil && !errors.Is(removed, os.ErrNotExist) && err == nil {
		err = removed
	}
	return err
}
