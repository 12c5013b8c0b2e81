package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/partyscreen/partyscreen/examples/internal/vendorfile"
	"github.com/partyscreen/partyscreen/screen"
)

// decideHit puts a reviewer's decision on a hit of a row into the file of decisions.
func decideHit(_ context.Context, set settings, stdin io.Reader, stdout, stderr io.Writer) (int, error) {
	at, entity, ok := strings.Cut(set.decide, ":")
	number, err := strconv.Atoi(at)
	if !ok || err != nil || entity == "" {
		return 0, fmt.Errorf("-decide %q is not ROW:ENTITY, such as 12:hikvision", set.decide)
	}
	_, screener, err := newScreener(set, newProgress(stderr))
	if err != nil {
		return 0, err
	}
	party, err := partyAt(set, stdin, number)
	if err != nil {
		return 0, err
	}
	hit, err := hitOf(screener.ScreenParty(party), entity)
	if err != nil {
		return 0, fmt.Errorf("row %d, %q: %w", number, party.Name, err)
	}
	decision := screen.NewDecision(party, hit)
	decision.Verdict, decision.Author, decision.Reason = set.decision.Verdict, set.decision.Author, set.decision.Reason
	decision.Date, decision.Expires = set.decision.Date, set.decision.Expires
	if err := decision.Validate(); err != nil {
		return 0, fmt.Errorf("-decide: %w: give -author, -reason and -expires", err)
	}
	if err := appendDecision(set.decisions, decision); err != nil {
		return 0, err
	}
	fmt.Fprintf(stdout, "%q is %s (%s): %s; until %s\n", party.Name, hit.Entity.ID, hit.Name.Text, &decision, decision.Expires)
	return statusNoAlert, nil
}

// partyAt returns the party of a row.
func partyAt(set settings, stdin io.Reader, number int) (screen.Party, error) {
	in, err := vendorfile.Open(set.file, stdin, set.reading)
	if err != nil {
		return screen.Party{}, err
	}
	defer in.Close()
	for r := range in.Rows() {
		if r.Number == number {
			return r.Party, nil
		}
	}
	if in.Err() != nil {
		return screen.Party{}, in.Err()
	}
	return screen.Party{}, fmt.Errorf("%s has no supplier in row %d", in.Name(), number)
}

// hitOf returns the hit of an entity, whether it alerts or was set aside before.
func hitOf(r screen.Result, entity string) (screen.Hit, error) {
	var ids []string
	for _, h := range slices.Concat(r.Hits, r.Suppressed) {
		if h.Entity.ID == entity {
			return h, nil
		}
		ids = append(ids, h.Entity.ID)
	}
	if len(ids) == 0 {
		return screen.Hit{}, fmt.Errorf("it has no hit: %s", r.Reason)
	}
	return screen.Hit{}, fmt.Errorf("it has no hit with %q; its hits are %s", entity, strings.Join(ids, ", "))
}

// appendDecision adds a line to the file of decisions, and first a line end if
// somebody has left the last line without one.
func appendDecision(name string, d screen.Decision) error {
	file, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_APPEND, 0o666)
	if err != nil {
		return fmt.Errorf("-decisions: %w", err)
	}
	defer file.Close()
	last := []byte{'\n'}
	if info, err := file.Stat(); err == nil && info.Size() > 0 {
		if _, err := file.ReadAt(last, info.Size()-1); err != nil {
			return fmt.Errorf("-decisions: %w", err)
		}
	}
	if last[0] != '\n' {
		if _, err := file.WriteString("\n"); err != nil {
			return fmt.Errorf("-decisions: %w", err)
		}
	}
	if err := screen.AppendDecision(file, d); err != nil {
		return fmt.Errorf("-decisions: %w", err)
	}
	return file.Close()
}
