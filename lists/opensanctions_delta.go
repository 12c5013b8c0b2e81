package lists

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
)

// ApplyDelta returns the list after the changes of a delta file of OpenSanctions,
// entities.delta.json: a line an object, with the operation ADD, MOD or DEL. Parties
// are added, replaced and removed. A party that is replaced keeps its listings
// unless the delta has sanctions of it, which then are all of its listings; changes
// to sanctions of other parties are counted in the notes, because the list does not
// keep which sanction made which listing: load the whole file now and then.
//
// l stays as it is. An error about the content is a [*ParseError].
func (l *List) ApplyDelta(r io.Reader) (*List, error) {
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, maxFTMLine)
	entities := make(map[string]*Entity, l.Len())
	for _, e := range l.entities {
		entities[e.ID] = e
	}
	changed := make(map[string]*Entity)
	var sanctions []ftmObject
	var notes noteBook
	line := 0
	fail := func(kind error, format string, args ...any) error {
		return &ParseError{Format: OpenSanctionsFTM, Record: line, Line: line, Reason: fmt.Sprintf(format, args...), Err: kind}
	}
	for lines.Scan() {
		line++
		text := bytes.TrimSpace(lines.Bytes())
		if len(text) == 0 {
			continue
		}
		var d struct {
			Op     string    `json:"op"`
			Entity ftmObject `json:"entity"`
		}
		if err := json.Unmarshal(text, &d); err != nil {
			return nil, fail(ErrSyntax, "%v; if it is the last line, the file was cut short: download it again", err)
		}
		o := &d.Entity
		if o.ID == "" {
			return nil, fail(ErrInvalid, "the object has no ID")
		}
		kind, party := ftmKind(o.Schema)
		switch {
		case d.Op == "DEL":
			if delete(changed, o.ID); entities[o.ID] == nil {
				notes.add("delta: objects removed that are no parties of the list", line)
			}
			delete(entities, o.ID)
		case d.Op != "ADD" && d.Op != "MOD":
			return nil, fail(ErrInvalid, "the operation %q is none of ADD, MOD and DEL", d.Op)
		case o.Schema == "Sanction":
			sanctions = append(sanctions, *o)
		case !party || o.Target != nil && !*o.Target:
			notes.add("delta: objects passed over that are no listed parties", line)
		default:
			e := &Entity{ID: o.ID, Kind: kind}
			e.takeFTM(o)
			if before := entities[o.ID]; before != nil {
				e.Listings, e.Programs = before.Listings, before.Programs
			}
			entities[o.ID], changed[o.ID] = e, e
		}
	}
	if err := lines.Err(); err != nil {
		return nil, readError("", OpenSanctionsFTM, err)
	}
	replaced := make(map[string]bool) // whose listings are those of the delta
	for _, s := range sanctions {
		for _, of := range s.Properties["entity"] {
			e := changed[of]
			if e == nil {
				notes.add("delta: sanctions of parties that it does not have passed over", 0)
				continue
			}
			if !replaced[of] {
				replaced[of], e.Listings, e.Programs = true, nil, nil
			}
			if err := e.takeFTMSanction(&s); err != nil {
				return nil, fail(ErrInvalid, "sanction %s: %v", s.ID, err)
			}
		}
	}
	var all []*Entity
	for _, e := range entities {
		if len(e.Listings) == 0 {
			e.Listings = []Listing{{Authority: "OpenSanctions", List: "targets"}}
		}
		all = append(all, e)
	}
	return build(List{id: l.id, title: l.title, asOf: l.asOf, notes: append(l.Notes(), notes.lines()...)}, all, func(i int, err error) error {
		return fmt.Errorf("lists: delta: entity %s: %w", all[i].ID, err)
	})
}
