package report

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// addedHeaders are the columns that follow those of the input.
var addedHeaders = []string{
	"row", "outcome", "score", "entity", "matched_name", "reason", "citation", "license_requirement",
	"other_entities", "set_aside", "row_problem", "screened_against",
}

// The places of those that are no mere text.
const (
	rowColumn = iota
	outcomeColumn
	scoreColumn
	problemColumn = 10
)

// headerOf returns the headers of a table of all rows: those of the input, and the
// added ones under names that it does not have.
func headerOf(opts Options) []string {
	header := slices.Clone(opts.Header)
	for _, h := range addedHeaders {
		if slices.Contains(opts.Header, h) {
			h = "screening_" + h
		}
		header = append(header, h)
	}
	return header
}

// cellsOf returns the row of such a table for an input of width columns.
func cellsOf(f Finding, width int) []string {
	problem := f.Row.Problem
	if extra := f.Row.Cells[width:]; len(extra) > 0 {
		problem += fmt.Sprintf("; the further cells are %q", extra)
	}
	best := []string{"", "", "", f.Reason, "", ""}
	if len(f.Hits) > 0 {
		h := &f.Hits[0]
		best = []string{fmt.Sprintf("%.2f", h.Score), h.Entity.ID, h.Name.Text, strings.Join(h.Reasons, "; "), h.citation(), h.requirement()}
	}
	return slices.Concat(f.Row.Cells[:width], []string{strconv.Itoa(f.Row.Number), f.Outcome.String()}, best,
		[]string{f.others(), f.setAside(), problem, stampLine(f.Result.Stamp)})
}
