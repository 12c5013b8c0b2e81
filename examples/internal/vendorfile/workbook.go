package vendorfile

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"github.com/xuri/excelize/v2"
)

// workbook is an .xlsx file.
type workbook struct {
	book   *excelize.File
	folder string // of the parts that are too large for the memory
}

// openWorkbook opens a workbook. What arrives once, such as standard input, is
// put into a file, because a workbook is read from its end.
func openWorkbook(s *source) (w *workbook, err error) {
	defer func() { err = recovered(recover(), err) }()
	w = &workbook{}
	if w.folder, err = os.MkdirTemp("", "vendorfile-"); err != nil {
		return nil, err
	}
	path := s.name
	if s.file == nil {
		if path, err = w.spool(s); err != nil {
			w.close()
			return nil, err
		}
	}
	if err = checkArchive(path); err != nil {
		w.close()
		return nil, err
	}
	w.book, err = excelize.OpenFile(path, excelize.Options{
		TmpDir:            w.folder,
		UnzipSizeLimit:    maxUnpacked,
		UnzipXMLSizeLimit: maxInMemory,
		ShortDatePattern:  "yyyy-mm-dd", // what the reader's country would decide
	})
	if err != nil {
		w.close()
		return nil, damaged(err)
	}
	return w, nil
}

// spool puts the source into a file.
func (w *workbook) spool(s *source) (path string, err error) {
	file, err := os.Create(filepath.Join(w.folder, "workbook.xlsx"))
	if err != nil {
		return "", err
	}
	n, err := io.Copy(file, io.LimitReader(s.reader, maxUnpacked+1))
	if closed := file.Close(); err == nil {
		err = closed
	}
	if err == nil && n > maxUnpacked {
		err = errTooLarge
	}
	return file.Name(), err
}

func (w *workbook) close() {
	if w.book != nil {
		w.book.Close()
	}
	os.RemoveAll(w.folder)
}

// choose returns the sheet that opts name, or else the first that has a header,
// and its first rows. Hidden sheets hold a program's own tables more often than
// suppliers, so they come last.
func (w *workbook) choose(opts Options, find headerFinder) (*sheet, error) {
	names := w.names()
	if opts.Sheet != "" {
		name, err := w.named(names, opts.Sheet)
		if err != nil {
			return nil, err
		}
		names = []string{name}
	}
	var filled *sheet // the first that has rows at all
	for _, name := range names {
		s, err := w.sheet(name)
		if err != nil {
			return nil, err
		}
		if !slices.ContainsFunc(s.ahead, func(r record) bool { return !r.blank() }) {
			continue
		}
		if filled == nil {
			filled = s
		}
		if _, known := find.among(s.ahead); known > 0 || opts.NoHeader {
			return s, nil
		}
	}
	if filled == nil {
		return nil, errEmpty
	}
	return filled, nil // to read its header will fail and show its columns
}

// names returns the sheets, the hidden ones last.
func (w *workbook) names() []string {
	var visible, hidden []string
	for _, name := range w.book.GetSheetList() {
		if shown, err := w.book.GetSheetVisible(name); err == nil && !shown {
			hidden = append(hidden, name)
		} else {
			visible = append(visible, name)
		}
	}
	return append(visible, hidden...)
}

// named returns the sheet of a name or number.
func (w *workbook) named(names []string, want string) (string, error) {
	for _, equal := range []func(a, b string) bool{
		func(a, b string) bool { return a == b },
		func(a, b string) bool { return foldHeader(a) == foldHeader(b) },
	} {
		for _, name := range names {
			if equal(name, want) {
				return name, nil
			}
		}
	}
	inOrder := w.book.GetSheetList()
	if n, err := strconv.Atoi(want); err == nil && 1 <= n && n <= len(inOrder) {
		return inOrder[n-1], nil
	}
	return "", fmt.Errorf("-sheet %q: there is no such sheet\nThe sheets are: %s", want, listed(inOrder))
}

// sheet opens a sheet and reads its first rows ahead.
func (w *workbook) sheet(name string) (*sheet, error) {
	s := &sheet{book: w, name: name}
	rows, err := w.book.Rows(name)
	if errors.As(err, new(excelize.ErrSheetNotExist)) {
		return s, nil // it is a chart
	} else if err != nil {
		return nil, fmt.Errorf("sheet %q: %w", name, err)
	}
	s.rows = rows
	return s, s.readAhead()
}
