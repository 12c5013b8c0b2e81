package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/partyscreen/partyscreen/normalize"
	"github.com/partyscreen/partyscreen/screen"
)

// explainName prints the whole way of one name: what is read in it, what the index
// gives to compare, and how each score comes about.
func explainName(_ context.Context, set settings, _ io.Reader, stdout, stderr io.Writer) (int, error) {
	const steps = 5
	set.options.Nearest = steps // so that near misses are compared
	progress := newProgress(stderr)
	_, screener, err := newScreener(set, progress)
	progress.clear()
	if err != nil {
		return 0, err
	}
	result := screener.Screen(set.explain)
	walk := screener.Walk(set.explain, steps)
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s\n", strings.ReplaceAll(result.Outcome.String(), "_", " "), result.Reason)
	explainReadings(&b, &walk.Canonical)
	fmt.Fprintf(&b, "\n%d names of the list were compared.\n", walk.Candidates)
	for i := range walk.Steps {
		explainStep(&b, &walk.Steps[i], screener.Options())
	}
	if _, err := io.WriteString(stdout, b.String()); err != nil {
		return 0, err
	}
	switch {
	case result.Outcome.Alert():
		return statusAlerts, nil
	case result.Outcome == screen.NotScreened:
		return statusIncomplete, nil
	}
	return statusNoAlert, nil
}

func explainReadings(b *strings.Builder, c *normalize.Canonical) {
	for _, repair := range c.Repairs {
		fmt.Fprintf(b, "repaired: %s\n", repair)
	}
	for i, r := range c.Readings {
		fmt.Fprintf(b, "\nreading %d (%s)\n", i+1, r.Part)
		for _, t := range r.Tokens {
			text := t.Text
			if text == "" {
				text = t.Number
			}
			fmt.Fprintf(b, "  %-24s %-20s %s\n", text, t.Role, strings.Join(t.Others, ", "))
		}
	}
}

func explainStep(b *strings.Builder, step *screen.Step, opts screen.Options) {
	fmt.Fprintf(b, "\n%.2f %s: %q (%s), by reading %d\n", step.Score, step.Entity.ID, step.Name.Text, step.Name.Kind, step.Reading+1)
	for _, p := range step.Alignment {
		fmt.Fprintf(b, "  %-24s %-24s %s, %s\n", orDash(p.Query), orDash(p.Listed), p.Role, p.Agreement)
	}
	for _, t := range step.Terms {
		fmt.Fprintf(b, "  × %.2f %s\n", t.Factor, t.What)
	}
	if step.Score < opts.Review {
		fmt.Fprintf(b, "  below the review threshold %.2f\n", opts.Review)
	}
}

func orDash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}
