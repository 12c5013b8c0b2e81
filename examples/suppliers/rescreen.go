package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/partyscreen/partyscreen/examples/internal/listfile"
	"github.com/partyscreen/partyscreen/examples/internal/vendorfile"
	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/screen"
)

// rescreenFile prints what the changes from an earlier edition of the list to this
// one change for the suppliers of a file.
func rescreenFile(ctx context.Context, set settings, stdin io.Reader, stdout, stderr io.Writer) (int, error) {
	progress := newProgress(stderr)
	progress.say("loading the lists …")
	defer progress.clear()
	before, err := listfile.Load("-before", set.before)
	if err != nil {
		return 0, err
	}
	after, err := listfile.Load("-list", set.lists)
	if err != nil {
		return 0, err
	}
	if set.options.Decisions, err = loadDecisions(set); err != nil {
		return 0, err
	}
	in, err := vendorfile.Open(set.file, stdin, set.reading)
	if err != nil {
		return 0, err
	}
	defer in.Close()
	changes := lists.Diff(before.Merged, after.Merged)
	count := make(map[screen.Effect]int)
	for c, err := range screen.Rescreen(ctx, changes, set.options, numbered(in)) {
		if err != nil {
			return 0, err
		}
		count[c.Effect()]++
		progress.clear()
		if err := writeChange(stdout, set.format, c); err != nil {
			return 0, err
		}
	}
	if in.Err() != nil {
		return 0, in.Err()
	}
	progress.clear()
	fmt.Fprintf(stderr, "%d rows; list: %d added, %d removed, %d changed; alerts: %d newly alerted, %d no longer alerted, %d changed\n",
		in.Counts().Rows, len(changes.Added), len(changes.Removed), len(changes.Changed),
		count[screen.NewlyAlerted], count[screen.NoLongerAlerted], count[screen.StillAlerted])
	if count[screen.NewlyAlerted]+count[screen.StillAlerted] > 0 {
		return statusAlerts, nil
	}
	return statusNoAlert, nil
}

// numbered gives the parties of a file, each with its row number before its
// reference: what decides no result comes back untouched.
func numbered(in *vendorfile.File) func(func(screen.Party) bool) {
	return func(yield func(screen.Party) bool) {
		for r := range in.Rows() {
			r.Party.Reference = strconv.Itoa(r.Number) + " " + r.Party.Reference
			if !yield(r.Party) {
				return
			}
		}
	}
}

// changeLine is what a change for a supplier is as JSON.
type changeLine struct {
	Row    int           `json:"row"`
	Party  screen.Party  `json:"party"`
	Effect screen.Effect `json:"effect"`
	Entity string        `json:"entity"`
	Before *screen.Hit   `json:"before,omitempty"`
	After  *screen.Hit   `json:"after,omitempty"`
	Cause  string        `json:"cause"`
}

func writeChange(w io.Writer, format string, c screen.AlertChange) error {
	number, reference, _ := strings.Cut(c.Party.Reference, " ")
	c.Party.Reference = reference
	hit := c.After
	if hit == nil {
		hit = c.Before
	}
	if format == "jsonl" {
		row, _ := strconv.Atoi(number)
		encoder := json.NewEncoder(w)
		encoder.SetEscapeHTML(false)
		return encoder.Encode(changeLine{row, c.Party, c.Effect(), hit.Entity.ID, c.Before, c.After, cause(c.Cause)})
	}
	_, err := fmt.Fprintf(w, "row %s: %q %s: %s (%s)%s; %s\n", number, c.Party.Name, c.Effect(), hit.Name.Text, hit.Entity.ID, scores(c), cause(c.Cause))
	return err
}

// scores says how the score went.
func scores(c screen.AlertChange) string {
	switch {
	case c.Before == nil:
		return fmt.Sprintf(", %s %.2f", c.After.Outcome, c.After.Score)
	case c.After == nil:
		return fmt.Sprintf(", was %s %.2f", c.Before.Outcome, c.Before.Score)
	case c.Before.Score == c.After.Score && c.Before.Outcome == c.After.Outcome:
		return fmt.Sprintf(", %s %.2f as before", c.After.Outcome, c.After.Score)
	}
	return fmt.Sprintf(", was %s %.2f, is %s %.2f", c.Before.Outcome, c.Before.Score, c.After.Outcome, c.After.Score)
}

// cause says what changed in the list.
func cause(c lists.Change) string {
	switch {
	case c.Old == nil:
		return "the entry is new"
	case c.New == nil:
		return "the entry is gone"
	}
	var fields []string
	for _, f := range c.Fields {
		fields = append(fields, f.Field)
	}
	return "the entry changed in " + strings.Join(slices.Compact(fields), ", ")
}
