package vendorfile

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/encoding/htmlindex"
)

// What a workbook may measure, so that a small file cannot fill the disk or the
// memory.
const (
	maxUnpacked = 2 << 30  // bytes of all parts, of which sheets go to disk
	maxInMemory = 8 << 20  // of one part
	maxSmall    = 64 << 20 // of all parts that are held in memory
	maxParts    = 10_000
)

var errTooLarge = fmt.Errorf("the workbook unpacks to more than %d MB; save the sheet as CSV (UTF-8) and screen that", maxUnpacked>>20)

// checkArchive reads the parts of a workbook through. The library that reads the
// rows takes a part that breaks off for one that ends, and those rows would be
// lost without a word.
func checkArchive(path string) error {
	archive, err := zip.OpenReader(path)
	if err != nil {
		return damaged(err)
	}
	defer archive.Close()
	if err := checkContent(archive.File); err != nil {
		return err
	}
	for _, part := range archive.File {
		if err := checkPart(part); err != nil {
			return damaged(fmt.Errorf("%s: %w", part.Name, err))
		}
	}
	return nil
}

// checkContent refuses what is no workbook, or too large a one.
func checkContent(parts []*zip.File) error {
	if len(parts) > maxParts {
		return errTooLarge
	}
	book := false
	var all, small uint64
	for _, part := range parts {
		size := part.UncompressedSize64
		if all += size; size > maxUnpacked || all > maxUnpacked {
			return errTooLarge
		}
		if !isTable(part.Name) {
			if small += size; small > maxSmall {
				return fmt.Errorf("the workbook holds more than %d MB beside its sheets; save the sheet as CSV (UTF-8) and screen that", maxSmall>>20)
			}
		}
		switch name := strings.ToLower(part.Name); {
		case name == "xl/workbook.xml":
			book = true
		case name == "xl/workbook.bin":
			return errors.New("the file is a binary workbook (.xlsb); save it as .xlsx and screen that")
		case name == "content.xml":
			return errors.New("the file is an OpenDocument file (.ods); save it as .xlsx and screen that")
		case strings.HasPrefix(name, "word/"):
			return errors.New("the file is a text document (.docx); save the table as .xlsx or CSV and screen that")
		}
	}
	if !book {
		return errors.New("the file is an archive (.zip) and no workbook; unpack it and screen what it holds")
	}
	return nil
}

// isTable reports whether a part holds cells, so that it may be large.
func isTable(name string) bool {
	name = strings.ToLower(name)
	return strings.HasPrefix(name, "xl/worksheets/sheet") || name == "xl/sharedstrings.xml"
}

// checkPart reads a part to its end.
func checkPart(part *zip.File) error {
	r, err := part.Open()
	if err != nil {
		return err
	}
	defer r.Close()
	limited := &io.LimitedReader{R: r, N: int64(part.UncompressedSize64) + 1}
	if strings.HasSuffix(strings.ToLower(part.Name), ".xml") {
		err = checkXML(limited)
	}
	if err == nil {
		_, err = io.Copy(io.Discard, limited) // a wrong checksum is an error at the end
	}
	if err == nil && limited.N == 0 {
		err = errors.New("it is longer than it says")
	}
	return err
}

func checkXML(r io.Reader) error {
	decoder := xml.NewDecoder(r)
	decoder.CharsetReader = func(label string, in io.Reader) (io.Reader, error) {
		enc, err := htmlindex.Get(label)
		if err != nil {
			return nil, err
		}
		return enc.NewDecoder().Reader(in), nil
	}
	for {
		if _, err := decoder.Token(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}

func damaged(err error) error {
	return fmt.Errorf("the workbook is damaged (%w); open it in a spreadsheet and save it again", err)
}

// recovered makes an error of a panic that a damaged workbook caused in the
// library.
func recovered(panicked any, err error) error {
	if panicked == nil {
		return err
	}
	return damaged(fmt.Errorf("%v", panicked))
}
