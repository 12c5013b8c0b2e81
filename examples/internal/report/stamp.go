package report

import (
	"fmt"

	"github.com/partyscreen/partyscreen/screen"
)

// stampLine is the stamp of a result on one line.
func stampLine(s screen.Stamp) string {
	edition := "undated"
	if !s.ListAsOf.IsZero() {
		edition = s.ListAsOf.String()
	}
	line := fmt.Sprintf("%s %s %.12s; rules %s; options %.12s", s.List, edition, s.ListDigest, s.RulesVersion, s.OptionsDigest)
	if !s.AsOf.IsZero() {
		line += "; as of " + s.AsOf.String()
	}
	if s.Decisions != "" {
		line += fmt.Sprintf("; decisions %.12s", s.Decisions)
	}
	return line
}
