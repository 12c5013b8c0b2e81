package lists

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// What a compressed file begins with, and how much of a file tells its format.
const (
	gzipMagic = "\x1f\x8b"
	zipMagic  = "PK\x03\x04"
	sniffed   = 1 << 16
)

// errBound says that a file goes on beyond the bound.
var errBound = errors.New("too large")

// bounded reads up to so many bytes, and fails if there are more: a compressed
// file of a few kilobytes may unpack to terabytes.
type bounded struct {
	r    io.Reader
	left int64
}

func (b *bounded) Read(p []byte) (int, error) {
	if b.left <= 0 {
		if n, err := b.r.Read(make([]byte, 1)); n == 0 {
			return 0, err
		}
		return 0, errBound
	}
	n, err := b.r.Read(p[:min(int64(len(p)), b.left)])
	b.left -= int64(n)
	return n, err
}

// readError words an error of reading.
func readError(file string, format Format, err error) error {
	if errors.Is(err, errBound) {
		return &ParseError{File: file, Format: format, Reason: fmt.Sprintf("more than %d bytes", maxFile), Err: ErrTooLarge}
	}
	var corrupt flate.CorruptInputError
	if errors.As(err, &corrupt) || errors.Is(err, gzip.ErrChecksum) || errors.Is(err, zip.ErrChecksum) || errors.Is(err, io.ErrUnexpectedEOF) {
		return damaged(file, format, err)
	}
	return fmt.Errorf("lists: reading %s: %w", strings.TrimSpace(file+" "+format.String()), err)
}

// readGzip reads the list in a file that gzip compressed.
func readGzip(file string, r io.Reader, format Format) (*List, error) {
	unpacked, err := gzip.NewReader(r)
	if err != nil {
		return nil, damaged(file, format, err)
	}
	beginning := make([]byte, len(gzipMagic))
	n, err := io.ReadFull(unpacked, beginning)
	if err != nil && err != io.ErrUnexpectedEOF && err != io.EOF {
		return nil, damaged(file, format, err)
	}
	if string(beginning[:n]) == gzipMagic {
		return nil, &ParseError{File: file, Format: format, Reason: "the file is compressed twice; unpack it", Err: ErrFormat}
	}
	return read(file, io.MultiReader(bytes.NewReader(beginning[:n]), unpacked), format)
}

func damaged(file string, format Format, err error) error {
	return &ParseError{File: file, Format: format, Reason: fmt.Sprintf("the compressed file is damaged (%v); download it again", err), Err: ErrSyntax}
}

// readZip reads the list in a ZIP archive: of one file, or of a set.
func readZip(file string, r io.Reader, format Format) (*List, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, readError(file, format, err)
	}
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, damaged(file, format, err)
	}
	members := slices.DeleteFunc(archive.File, func(f *zip.File) bool { return f.FileInfo().IsDir() })
	names := make([]string, len(members))
	for i, f := range members {
		names[i] = f.Name
	}
	open := func(i int) (io.ReadCloser, error) { return members[i].Open() }
	switch {
	case len(members) == 1:
	case format == FormatUnknown || format == OFACCSV:
		return readSet(file, format, names, open)
	default:
		return nil, &ParseError{File: file, Format: format, Reason: fmt.Sprintf("the archive holds %d files; unpack the one that has the list", len(members)), Err: ErrFormat}
	}
	member, err := open(0)
	if err != nil {
		return nil, damaged(file, format, err)
	}
	defer member.Close()
	if strings.HasSuffix(strings.ToLower(names[0]), ".zip") {
		return nil, &ParseError{File: file, Format: format, Reason: "the archive holds another archive; unpack it", Err: ErrFormat}
	}
	return read(file+":"+names[0], member, format)
}

// openDirectory reads the set of files in a directory.
func openDirectory(path string) (*List, error) {
	entries, err := os.ReadDir(path)
	if err != nil {
		return nil, fmt.Errorf("lists: %w", err)
	}
	var names []string
	for _, e := range entries {
		if !e.IsDir() {
			names = append(names, e.Name())
		}
	}
	return readSet(path, FormatUnknown, names, func(i int) (io.ReadCloser, error) { return os.Open(filepath.Join(path, names[i])) })
}

// readSet reads a list that is published as several files, in the format that was
// asked for, if any.
func readSet(file string, format Format, names []string, open func(i int) (io.ReadCloser, error)) (*List, error) {
	if !looksLikeOFACSet(names) {
		return nil, &ParseError{File: file, Format: format, Reason: fmt.Sprintf("among the %d files is no set that is known here, such as sdn.csv with alt.csv and add.csv; open one file", len(names)), Err: ErrFormat}
	}
	files := make(map[string][]byte)
	total := int64(0)
	for i, name := range names {
		base := strings.ToLower(filepath.Base(name))
		if !isOFACFile(base) {
			continue
		}
		f, err := open(i)
		if err != nil {
			return nil, damaged(file+":"+name, OFACCSV, err)
		}
		data, err := io.ReadAll(&bounded{r: f, left: maxFile - total})
		f.Close()
		if err != nil {
			return nil, readError(file+":"+name, OFACCSV, err)
		}
		if files[base] != nil {
			return nil, &ParseError{File: file, Format: OFACCSV, Reason: fmt.Sprintf("two files are called %s", base), Err: ErrDuplicate}
		}
		total += int64(len(data))
		files[base] = data
	}
	return finish(file, OFACCSV)(readOFACSet(file, files))
}
