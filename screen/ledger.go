package screen

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"github.com/partyscreen/partyscreen/lists"
)

// Ledger holds the decisions of reviewers. It is immutable and safe for concurrent
// use. A nil Ledger is empty.
//
// Its file has a decision on each line, as JSON. Lines are only ever added: a
// decision is taken back by a later one whose verdict is withdrawn. The order of
// the lines does not matter and equal lines count once, so that two copies of the
// file are merged by putting their lines together, as the union driver of Git does.
type Ledger struct {
	lines     []string               // sorted, each once
	decisions []Decision             // in the order of the lines
	byName    map[string][]*Decision // by name of the party
	digest    string
}

// NewLedger returns a ledger of decisions. It fails if one lacks a field.
func NewLedger(decisions ...Decision) (*Ledger, error) {
	l := &Ledger{byName: make(map[string][]*Decision)}
	for i := range decisions {
		line, err := decisions[i].line()
		if err != nil {
			return nil, fmt.Errorf("screen: decision %d: %w", i+1, err)
		}
		l.lines = append(l.lines, line)
	}
	slices.Sort(l.lines)
	l.lines = slices.Compact(l.lines)
	l.decisions = make([]Decision, len(l.lines))
	hash := sha256.New()
	for i, line := range l.lines {
		io.WriteString(hash, line+"\n")
		d := &l.decisions[i]
		if err := json.Unmarshal([]byte(line), d); err != nil {
			return nil, fmt.Errorf("screen: decision %q: %w", line, err)
		}
		name := oneSpace(d.Party.Name)
		l.byName[name] = append(l.byName[name], d)
	}
	l.digest = hex.EncodeToString(hash.Sum(nil))
	return l, nil
}

// ReadLedger reads the file of a ledger. An error says which line is wrong.
func ReadLedger(r io.Reader) (*Ledger, error) {
	var decisions []Decision
	lines := bufio.NewReader(r)
	for number := 1; ; number++ {
		line, err := lines.ReadBytes('\n')
		if text := bytes.TrimSpace(bytes.TrimPrefix(line, []byte("\ufeff"))); len(text) > 0 {
			d, wrong := parseDecision(text)
			if wrong != nil {
				return nil, fmt.Errorf("screen: decisions, line %d: %w", number, wrong)
			}
			decisions = append(decisions, d)
		}
		if errors.Is(err, io.EOF) {
			return NewLedger(decisions...)
		} else if err != nil {
			return nil, fmt.Errorf("screen: decisions, line %d: %w", number, err)
		}
	}
}

func parseDecision(text []byte) (Decision, error) {
	var d Decision
	for _, mark := range []string{"<<<<<<<", "=======", ">>>>>>>"} {
		if bytes.HasPrefix(text, []byte(mark)) {
			return d, errors.New("a merge was left unfinished: keep the lines of both sides and take the marks out")
		}
	}
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&d); err != nil {
		return d, err
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return d, errors.New("more than one decision on the line")
	}
	return d, d.Validate()
}

// line returns the decision as its line in the file.
func (d *Decision) line() (string, error) {
	if err := d.Validate(); err != nil {
		return "", err
	}
	var b strings.Builder
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false) // for who reads the file
	err := encoder.Encode(d)
	return strings.TrimSuffix(b.String(), "\n"), err
}

// AppendDecision writes a decision to the end of the file of a ledger, as one
// write of one line. It fails, and writes nothing, if the decision lacks a field.
func AppendDecision(w io.Writer, d Decision) error {
	line, err := d.line()
	if err != nil {
		return fmt.Errorf("screen: decision: %w", err)
	}
	_, err = io.WriteString(w, line+"\n")
	return err
}

// Len returns the number of decisions.
func (l *Ledger) Len() int {
	if l == nil {
		return 0
	}
	return len(l.decisions)
}

// All returns the decisions in the order of their lines.
func (l *Ledger) All() iter.Seq[Decision] {
	if l == nil {
		return func(func(Decision) bool) {}
	}
	return slices.Values(l.decisions)
}

// Digest returns the hexadecimal SHA-256 of the lines in their order, each with a
// line feed; empty for a ledger without decisions.
func (l *Ledger) Digest() string {
	if l.Len() == 0 {
		return ""
	}
	return l.digest
}

// about returns the decisions that count for a party on a day, one an entity: of
// those on this very party the latest, or else the latest on a party of its name,
// which has lapsed.
func (l *Ledger) about(p *Party, day lists.Date) map[string]*Decision {
	if l.Len() == 0 {
		return nil
	}
	var count map[string]*Decision
	for _, d := range l.byName[oneSpace(p.Name)] {
		if d.Date.Compare(day) > 0 {
			continue
		}
		if count == nil {
			count = make(map[string]*Decision)
		}
		best := count[d.Entity]
		if best != nil {
			own, bestOwn := d.otherFact(p) == "", best.otherFact(p) == ""
			if bestOwn && !own || bestOwn == own && !d.supersedes(best) {
				continue
			}
		}
		count[d.Entity] = d
	}
	return count
}
