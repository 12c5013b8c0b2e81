package lists

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// The Consolidated Screening List as JSON has the facts of the CSV in objects and
// arrays. Each record is written as a row of the CSV, so that both are read by the
// same rules: {"results":[{"id":…,"source":…,"addresses":[{"address":…}],…}]}.

func looksLikeCSLJSON(data []byte) bool {
	text := bytes.TrimLeft(data, "\xef\xbb\xbf \t\r\n")
	return bytes.HasPrefix(text, []byte("{")) && bytes.Contains(data, []byte(`"results"`)) && bytes.Contains(data, []byte(`"source_list_url"`))
}

func streamCSLJSON(file string, r io.Reader) (*parsed, error) {
	decoder := json.NewDecoder(r)
	record := 0
	fail := func(err error) error {
		var known *ParseError
		if errors.As(err, &known) {
			return err
		}
		if errors.Is(err, errBound) {
			return readError(file, CSLJSON, err)
		}
		return &ParseError{File: file, Format: CSLJSON, Record: record, Reason: fmt.Sprintf("%v (byte %d); if the file was cut short, download it again", err, decoder.InputOffset()), Err: ErrSyntax}
	}
	var rows bytes.Buffer
	w := csv.NewWriter(&rows)
	header := make([]string, cslColumns)
	for i, c := range cslColumn {
		header[i] = c.name
	}
	w.Write(header)
	if err := enterResults(decoder); err != nil {
		return nil, fail(err)
	}
	for decoder.More() {
		record++
		var fields map[string]json.RawMessage
		if err := decoder.Decode(&fields); err != nil {
			return nil, fail(err)
		}
		row := make([]string, cslColumns)
		for i, c := range cslColumn {
			raw, ok := fields[c.name]
			if i == cslID && !ok {
				raw = fields["id"]
			}
			cell, err := cslCell(c.name, raw)
			if err != nil {
				return nil, &ParseError{File: file, Format: CSLJSON, Record: record, Field: c.name, Reason: err.Error(), Err: ErrInvalid}
			}
			row[i] = cell
		}
		w.Write(row)
	}
	for range 2 { // the end of the array and of the object, whatever stands between
		if _, err := decoder.Token(); err != nil {
			return nil, fail(err)
		}
	}
	w.Flush()
	p, err := readCSLTable(file, CSLJSON, rows.Bytes(), ',')
	var at *ParseError
	if errors.As(err, &at) { // the line is one of rows
		at.Line, at.Column = 0, 0
	}
	return p, err
}

// enterResults reads up to the first record.
func enterResults(d *json.Decoder) error {
	if t, err := d.Token(); err != nil {
		return err
	} else if t != json.Delim('{') {
		return errors.New("the file is no object with results")
	}
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return err
		}
		if name != "results" {
			var skipped json.RawMessage
			if err := d.Decode(&skipped); err != nil {
				return err
			}
			continue
		}
		if t, err := d.Token(); err != nil {
			return err
		} else if t != json.Delim('[') {
			return errors.New("results is no array")
		}
		return nil
	}
	return errors.New("the object has no results")
}

// cslCell writes a value as the CSV has it: values of an array with semicolons
// between them, parts of an object with commas.
func cslCell(column string, raw json.RawMessage) (string, error) {
	var value any
	if len(raw) > 0 {
		if err := json.Unmarshal(raw, &value); err != nil {
			return "", err
		}
	}
	switch value := value.(type) {
	case nil:
		return "", nil
	case string:
		return value, nil
	case json.Number, float64, bool:
		return strings.Trim(string(raw), `"`), nil
	case []any:
		parts := make([]string, 0, len(value))
		for _, v := range value {
			switch v := v.(type) {
			case string:
				parts = append(parts, v)
			case map[string]any:
				parts = append(parts, cslObject(column, v))
			default:
				return "", fmt.Errorf("%v is neither text nor object", v)
			}
		}
		return strings.Join(parts, "; "), nil
	}
	return "", fmt.Errorf("%.80s is neither text nor array", raw)
}

// cslObject writes an address or identifier as the CSV has it.
func cslObject(column string, object map[string]any) string {
	keys := []string{"address", "city", "state", "postal_code", "country"}
	if column == cslColumn[cslIDs].name {
		keys = []string{"type", "number", "country", "issue_date", "expiration_date"}
	}
	var parts []string
	for _, k := range keys {
		if s, ok := object[k].(string); ok && s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, ", ")
}
