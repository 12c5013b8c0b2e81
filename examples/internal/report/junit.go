package report

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"github.com/partyscreen/partyscreen/screen"
)

// junitOutput writes a test case a row, as JUnit XML: a build that reads it fails
// on a listed vendor. The cases wait on disk for the head, which counts them.
type junitOutput struct {
	w     io.Writer
	opts  Options
	cases spool
	tally tally
}

// The elements, with the attributes that the strictest of the schemas in use
// demands, that of Ant.
type (
	junitSuite struct {
		XMLName  xml.Name        `xml:"testsuite"`
		ID       int             `xml:"id,attr"`
		Package  string          `xml:"package,attr"`
		Name     string          `xml:"name,attr"`
		Tests    int             `xml:"tests,attr"`
		Failures int             `xml:"failures,attr"`
		Errors   int             `xml:"errors,attr"`
		Skipped  int             `xml:"skipped,attr"`
		Time     string          `xml:"time,attr"`
		Started  string          `xml:"timestamp,attr"`
		Host     string          `xml:"hostname,attr"`
		Facts    []junitProperty `xml:"properties>property"`
	}
	junitProperty struct {
		Name  string `xml:"name,attr"`
		Value string `xml:"value,attr"`
	}
	junitCase struct {
		XMLName xml.Name      `xml:"testcase"`
		Class   string        `xml:"classname,attr"`
		Name    string        `xml:"name,attr"`
		Time    string        `xml:"time,attr"` // of a single row it is not measured
		Failure *junitProblem `xml:"failure"`
		Error   *junitProblem `xml:"error"`
	}
	junitProblem struct {
		Message string `xml:"message,attr"`
		Type    string `xml:"type,attr"`
		Text    string `xml:",chardata"`
	}
)

func newJUnitOutput(w io.Writer, opts Options) (Formatter, error) {
	return &junitOutput{w: w, opts: opts}, nil
}

func (o *junitOutput) Write(f Finding) error {
	o.tally.add(f)
	name := fmt.Sprintf("row %d: %s", f.Row.Number, cmp.Or(visible(f.Row.Party.Name), noName))
	if about := about(f.Row.Party); about != "" {
		name += " (" + visible(about) + ")"
	}
	c := junitCase{Name: name}
	switch {
	case f.Outcome.Alert():
		c.Failure = &junitProblem{visible(f.Reason), f.Outcome.String(), explanation(f)}
	case f.Outcome == screen.NotScreened:
		c.Error = &junitProblem{visible(f.Reason), f.Outcome.String(), visible(f.Row.Problem)}
	}
	return o.addCase(c)
}

func (o *junitOutput) addCase(c junitCase) error {
	c.Class, c.Time = visible(o.opts.File), "0"
	text, err := xml.MarshalIndent(c, "    ", "  ")
	if err != nil {
		return err
	}
	// Line ends are those of explanation alone: attributes have marks for theirs.
	_, err = fmt.Fprintf(&o.cases, "%s\n", bytes.ReplaceAll(text, []byte("&#xA;"), []byte("\n")))
	return err
}

func (o *junitOutput) End(stopped error) error {
	defer o.cases.close()
	suite := o.suite()
	if stopped != nil {
		why := o.tally.stoppedText(stopped)
		if err := o.addCase(junitCase{Name: "every row is screened", Error: &junitProblem{visible(why), "stopped", ""}}); err != nil {
			return err
		}
		suite.Tests++
		suite.Errors++
	}
	for _, f := range facts(o.opts, &o.tally, stopped) {
		suite.Facts = append(suite.Facts, junitProperty{f.Label, visible(f.Value)})
	}
	const end = "</testsuite>"
	head, err := xml.MarshalIndent(suite, "  ", "  ")
	if err != nil {
		return err
	}
	open := strings.TrimSuffix(strings.TrimSuffix(string(head), end), "  ")
	if _, err := fmt.Fprintf(o.w, "%s<testsuites tests=\"%d\" failures=\"%d\" errors=\"%d\" time=\"%s\">\n%s",
		xml.Header, suite.Tests, suite.Failures, suite.Errors, suite.Time, open); err != nil {
		return err
	}
	if err := o.cases.copyTo(o.w, o.cases.all()); err != nil {
		return err
	}
	_, err = io.WriteString(o.w, "    <system-out>"+noClearance+"</system-out>\n    <system-err></system-err>\n  </testsuite>\n</testsuites>\n")
	return err
}

// suite returns the head of the one suite, with what was counted.
func (o *junitOutput) suite() junitSuite {
	return junitSuite{
		Package: "suppliers", Name: "suppliers: " + visible(o.opts.File), Host: "localhost",
		Tests: o.tally.rows, Failures: o.tally.alerts(), Errors: o.tally.outcomes[screen.NotScreened],
		Time:    fmt.Sprintf("%.3f", o.opts.Now().Sub(o.opts.Started).Seconds()),
		Started: o.opts.Started.UTC().Format("2006-01-02T15:04:05"),
	}
}

// explanation says in lines whom the row may be, why, and what the law wants.
func explanation(f Finding) string {
	h := &f.Hits[0]
	lines := []fact{
		{"supplier", h.Query},
		{"listed", fmt.Sprintf("%s (%s), a name of %s", h.Name.Text, kindOf(h.Name), h.Entity.ID)},
		{"primary", h.Entity.PrimaryName().Text},
		{"score", fmt.Sprintf("%.2f", h.Score)},
	}
	for _, r := range h.Reasons {
		lines = append(lines, fact{"why", r})
	}
	lines = append(lines, fact{"rule", h.citation()}, fact{"licence", h.requirement()},
		fact{"policy", h.Listing.LicenseReviewPolicy}, fact{"source", h.Listing.URL}, fact{"also", f.others()}, fact{"row", f.Row.Problem})
	var b strings.Builder
	for _, l := range lines {
		if l.Value != "" {
			fmt.Fprintf(&b, "\n%-9s %s", l.Label, visible(l.Value))
		}
	}
	return b.String() + "\n"
}
