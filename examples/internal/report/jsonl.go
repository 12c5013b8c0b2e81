package report

import (
	"bytes"
	"encoding/json"
	"io"
	"strconv"

	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/screen"
)

// jsonOutput writes every row as a JSON object on a line of its own.
type jsonOutput struct {
	encoder *json.Encoder
	keys    []string // of the input columns, all different
}

// jsonRow is a line. Its fields are documented in README.md.
type jsonRow struct {
	Row        int            `json:"row"`
	Party      screen.Party   `json:"party"`
	Outcome    screen.Outcome `json:"outcome"`
	Hits       []jsonHit      `json:"hits"`
	Suppressed []jsonHit      `json:"suppressed,omitempty"`
	Nearest    []jsonHit      `json:"nearest,omitempty"`
	Reason     string         `json:"reason"`
	Repairs    []string       `json:"repairs,omitempty"`
	Problem    string         `json:"problem,omitempty"`
	Input      cells          `json:"input"`
	Stamp      screen.Stamp   `json:"stamp"`
}

type jsonHit struct {
	Entity              string         `json:"entity"`
	PrimaryName         string         `json:"primary_name"`
	Name                string         `json:"name"`
	NameKind            lists.NameKind `json:"name_kind"`
	Query               string         `json:"query"`
	Score               float64        `json:"score"`
	Outcome             screen.Outcome `json:"outcome"`
	Reasons             []string       `json:"reasons"`
	Alignment           []screen.Pair  `json:"alignment"`
	Authority           string         `json:"authority,omitempty"`
	List                string         `json:"list,omitempty"`
	Citations           []string       `json:"citations,omitempty"`
	LicenseRequirement  string         `json:"license_requirement,omitempty"`
	LicenseReviewPolicy string         `json:"license_review_policy,omitempty"`
	URL                 string         `json:"url,omitempty"`

	Decision *screen.Decision `json:"decision,omitempty"`
	Lapsed   string           `json:"lapsed,omitempty"`
}

func newJSONOutput(w io.Writer, opts Options) (Formatter, error) {
	o := &jsonOutput{encoder: json.NewEncoder(w)}
	o.encoder.SetEscapeHTML(false)
	seen := make(map[string]int)
	for _, h := range opts.Header {
		if seen[h]++; seen[h] > 1 {
			h += " (" + strconv.Itoa(seen[h]) + ")"
		}
		o.keys = append(o.keys, h)
	}
	return o, nil
}

func (o *jsonOutput) Write(f Finding) error {
	line := jsonRow{
		Row: f.Row.Number, Party: f.Result.Party, Outcome: f.Outcome,
		Hits: append([]jsonHit{}, jsonHits(f.Hits)...), Suppressed: jsonHits(f.Aside), Nearest: jsonHits(f.Nearest),
		Reason: f.Reason, Repairs: f.Result.Repairs, Problem: f.Row.Problem, Input: cells{o.keys, f.Row.Cells}, Stamp: f.Result.Stamp,
	}
	return o.encoder.Encode(line)
}

func (o *jsonOutput) End(error) error { return nil }

func jsonHits(hits []Hit) []jsonHit {
	var out []jsonHit
	for _, h := range hits {
		l := h.Listing
		out = append(out, jsonHit{
			Entity: h.Entity.ID, PrimaryName: h.Entity.PrimaryName().Text, Name: h.Name.Text, NameKind: h.Name.Kind, Query: h.Query,
			Score: h.Score, Outcome: h.Outcome, Reasons: h.Reasons, Alignment: h.Alignment,
			Authority: l.Authority, List: l.List, Citations: l.Citations,
			LicenseRequirement: l.LicenseRequirement, LicenseReviewPolicy: l.LicenseReviewPolicy, URL: l.URL,
			Decision: h.Decision, Lapsed: h.Lapsed,
		})
	}
	return out
}

// cells marshal to an object with the columns in the order of the file.
type cells struct {
	keys, values []string
}

func (c cells) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	for i, value := range c.values {
		key := "column " + strconv.Itoa(i+1) // a cell beyond the header
		if i < len(c.keys) {
			key = c.keys[i]
		}
		b.WriteByte("{,"[min(i, 1)])
		encoder.Encode(key) // a string cannot fail
		b.Truncate(b.Len() - 1)
		b.WriteByte(':')
		encoder.Encode(value)
		b.Truncate(b.Len() - 1)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}
