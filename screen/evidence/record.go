package evidence

import (
	"fmt"
	"slices"
	"time"
	"unicode/utf8"

	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/screen"
)

// Format names the version of the format of records.
const Format = "partyscreen-evidence/1"

// Record is what is kept of one result.
type Record struct {
	Format     string            `json:"format"`
	Time       time.Time         `json:"time"`          // of the screening, in UTC
	Row        int               `json:"row,omitempty"` // in the caller's file; 0 if there is none
	Party      screen.Party      `json:"party"`
	Damaged    map[string][]byte `json:"damaged,omitempty"` // texts of Party that are not UTF-8, which JSON cannot hold, by field
	Options    screen.Options    `json:"options"`           // with the defaults filled in
	Decisions  []screen.Decision `json:"decisions,omitempty"`
	Stamp      screen.Stamp      `json:"stamp"`
	Outcome    screen.Outcome    `json:"outcome"`
	Reason     string            `json:"reason"`
	Hits       []Hit             `json:"hits"`
	Nearest    []Hit             `json:"nearest,omitempty"`
	Suppressed []Hit             `json:"suppressed,omitempty"`
	Repairs    []string          `json:"repairs,omitempty"`
	Note       string            `json:"note,omitempty"` // the caller's: what was wrong with the row
	Previous   string            `json:"previous"`       // hash of the record before; empty in the first
	Hash       string            `json:"hash"`           // of the record without this field
}

// Hit is what is kept of a hit.
type Hit struct {
	Entity   string         `json:"entity"`        // ID
	Digest   string         `json:"entity_digest"` // lists.Entity.Digest
	Name     string         `json:"name"`          // of the entity
	NameKind lists.NameKind `json:"name_kind"`
	Query    string         `json:"query"` // the party's name that came nearest, with U+FFFD for what is not UTF-8
	Score    float64        `json:"score"`
	Outcome  screen.Outcome `json:"outcome"`
	Reasons  []string       `json:"reasons"`
	Lapsed   string         `json:"lapsed,omitempty"` // why a decision on it holds no more
}

// NewRecord returns the record of a result, without the place in a chain. Options
// are those of the Screener, from [screen.Screener.Options].
func NewRecord(r screen.Result, options screen.Options, at time.Time) Record {
	return Record{
		Damaged: damagedTexts(&r.Party),
		Format:  Format, Time: at.UTC().Truncate(time.Millisecond), Party: r.Party, Options: options,
		Decisions: decisionsOf(r), Stamp: r.Stamp, Outcome: r.Outcome, Reason: r.Reason,
		Hits: hits(r.Hits), Nearest: hits(r.Nearest), Suppressed: hits(r.Suppressed), Repairs: r.Repairs,
	}
}

// decisionsOf returns the decisions that were applied, or that have lapsed.
func decisionsOf(r screen.Result) (out []screen.Decision) {
	for _, some := range [...][]screen.Hit{r.Hits, r.Suppressed} {
		for _, h := range some {
			if h.Decision != nil {
				out = append(out, *h.Decision)
			}
		}
	}
	return out
}

func hits(from []screen.Hit) []Hit {
	out := make([]Hit, 0, len(from)) // none is [], not null
	for _, h := range from {
		out = append(out, Hit{
			Entity: h.Entity.ID, Digest: h.Entity.Digest(), Name: h.Name.Text, NameKind: h.Name.Kind,
			Query: string([]rune(h.Query)), Score: h.Score, Outcome: h.Outcome, Reasons: h.Reasons, Lapsed: h.Lapsed,
		})
	}
	return out
}

// damagedTexts returns the texts of a party that are not UTF-8, by field.
func damagedTexts(p *screen.Party) map[string][]byte {
	var damaged map[string][]byte
	eachText(p, func(field string, text *string) {
		if !utf8.ValidString(*text) {
			if damaged == nil {
				damaged = make(map[string][]byte)
			}
			damaged[field] = []byte(*text)
		}
	})
	return damaged
}

// party returns the party as it was given.
func (r *Record) party() screen.Party {
	p := r.Party
	p.OtherNames = slices.Clone(p.OtherNames)
	eachText(&p, func(field string, text *string) {
		if raw, ok := r.Damaged[field]; ok {
			*text = string(raw)
		}
	})
	return p
}

// eachText calls do with the texts of a party that a file can damage.
func eachText(p *screen.Party, do func(field string, text *string)) {
	do("name", &p.Name)
	do("address", &p.Address)
	for i := range p.OtherNames {
		do(fmt.Sprintf("other_names[%d]", i), &p.OtherNames[i])
	}
}
