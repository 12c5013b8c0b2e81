package evidence

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// Chain writes records, each bound to the one before. It is not for use by several
// goroutines at once.
type Chain struct {
	w    io.Writer
	last string
}

// NewChain returns a chain that writes to w after the record with the hash last,
// which [Last] finds in a file; the empty string begins a chain.
func NewChain(w io.Writer, last string) *Chain { return &Chain{w, last} }

// Append writes a record as one line, in one write. It sets Format, Previous and
// Hash.
func (c *Chain) Append(r Record) error {
	r.Format, r.Previous, r.Hash = Format, c.last, ""
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(r); err != nil {
		return fmt.Errorf("evidence: %w", err)
	}
	b.Truncate(b.Len() - len(hashMark+`"}`+"\n"))
	hash := hashOf(b.Bytes())
	b.WriteString(hashMark + hash + `"}` + "\n")
	if _, err := c.w.Write(b.Bytes()); err != nil {
		return err
	}
	c.last = hash
	return nil
}

// Last returns the hash of the record that was written last: what to keep elsewhere.
func (c *Chain) Last() string { return c.last }

// hashMark begins the last field of a line.
const hashMark = `,"hash":"`

func hashOf(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

// split takes a line apart into what is hashed and the hash that it states.
func split(line []byte) (content []byte, hash string, ok bool) {
	at := len(line) - len(hashMark) - hex.EncodedLen(sha256.Size) - len(`"}`)
	if at < 0 || string(line[at:at+len(hashMark)]) != hashMark || string(line[len(line)-2:]) != `"}` {
		return nil, "", false
	}
	return line[:at], string(line[at+len(hashMark) : len(line)-2]), true
}

// Last reads a file of evidence to its end and returns the last record, so that the
// chain can go on there; the zero Record for an empty file. It fails if a line is
// not whole or the chain is broken.
func Last(r io.Reader) (Record, error) {
	var last Record
	err := eachLine(r, func(number int, line []byte) error {
		content, hash, ok := split(line)
		if !ok || hashOf(content) != hash {
			return fmt.Errorf("evidence: line %d is not a whole record", number)
		}
		var record Record
		if err := json.Unmarshal(line, &record); err != nil {
			return fmt.Errorf("evidence: line %d: %w", number, err)
		}
		if record.Previous != last.Hash {
			return fmt.Errorf("evidence: line %d does not follow on the line before", number)
		}
		last = record
		return nil
	})
	return last, err
}

// eachLine calls do with each line, without its end. A line without an end is given
// too: it fails as a record, unless only its line feed was lost.
func eachLine(r io.Reader, do func(number int, line []byte) error) error {
	lines := bufio.NewReader(r)
	for number := 1; ; number++ {
		line, err := lines.ReadBytes('\n')
		if len(line) > 0 {
			if err := do(number, bytes.TrimSuffix(line, []byte("\n"))); err != nil {
				return err
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return fmt.Errorf("evidence: line %d: %w", number, err)
		}
	}
}
