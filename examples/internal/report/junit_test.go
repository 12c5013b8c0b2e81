package report

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
)

// junitDocument is the shape that readers of JUnit XML agree on.
type junitDocument struct {
	XMLName xml.Name `xml:"testsuites"`
	Tests   int      `xml:"tests,attr"`
	Suites  []struct {
		Name       string          `xml:"name,attr"`
		Tests      int             `xml:"tests,attr"`
		Failures   int             `xml:"failures,attr"`
		Errors     int             `xml:"errors,attr"`
		Time       float64         `xml:"time,attr"`
		Started    string          `xml:"timestamp,attr"`
		Properties []junitProperty `xml:"properties>property"`
		Cases      []struct {
			Name    string        `xml:"name,attr"`
			Class   string        `xml:"classname,attr"`
			Time    float64       `xml:"time,attr"`
			Failure *junitProblem `xml:"failure"`
			Error   *junitProblem `xml:"error"`
		} `xml:"testcase"`
	} `xml:"testsuite"`
}

func TestJUnit(t *testing.T) {
	r := screened(t, small)
	golden(t, "small.junit", r.write(t, "junit", nil))
}

func TestJUnitSchema(t *testing.T) {
	for _, test := range []struct {
		content, reason         string
		stopped                 error
		tests, failures, errors int
	}{
		{small, "every sort of row", nil, 8, 5, 1},
		{hostile, "names with characters that XML forbids", nil, 7, 6, 1},
		{small, "stopped: the missing rows are an error of their own", io.ErrUnexpectedEOF, 9, 5, 2},
		{"name\n", "no rows", nil, 0, 0, 0},
	} {
		t.Run(test.reason, func(t *testing.T) {
			r := screened(t, test.content)
			got := r.write(t, "junit", test.stopped)
			checkElements(t, got)
			var doc junitDocument
			if err := xml.Unmarshal(got, &doc); err != nil || len(doc.Suites) != 1 {
				t.Fatalf("%v, %d suites in:\n%s", err, len(doc.Suites), got)
			}
			s := doc.Suites[0]
			failures, errs := 0, 0
			for _, c := range s.Cases {
				if c.Failure != nil {
					failures++
				}
				if c.Error != nil {
					errs++
				}
				if c.Name == "" || c.Class == "" || c.Failure != nil && (c.Failure.Message == "" || c.Failure.Text == "") {
					t.Errorf("a case lacks what it must have: %+v", c)
				}
			}
			if len(s.Cases) != test.tests || failures != test.failures || errs != test.errors {
				t.Errorf("%d cases, %d failures, %d errors, want %d, %d, %d", len(s.Cases), failures, errs, test.tests, test.failures, test.errors)
			}
			if s.Tests != test.tests || s.Failures != test.failures || s.Errors != test.errors || doc.Tests != test.tests {
				t.Errorf("the head counts %d cases, %d failures, %d errors", s.Tests, s.Failures, s.Errors)
			}
		})
	}
}

// A row whose hits were set aside passes, but the head counts them.
func TestJUnitSuppressed(t *testing.T) {
	r := screened(t, small)
	r.setAside(2)
	got := string(r.write(t, "junit", nil))
	for _, want := range []string{`failures="4"`, `name="Hits suppressed by a decision" value="1"`} {
		if !strings.Contains(got, want) {
			t.Errorf("the document lacks %s:\n%s", want, got)
		}
	}
}

// checkElements holds a document to the order of elements of the schema of Ant.
func checkElements(t *testing.T, doc []byte) {
	t.Helper()
	allowed := map[string]string{
		"": "testsuites", "testsuites": "testsuite", "testsuite": "properties testcase system-out system-err",
		"properties": "property", "testcase": "failure error",
	}
	var stack, last []string
	parent := func() string {
		if len(stack) == 0 {
			return ""
		}
		return stack[len(stack)-1]
	}
	last = []string{""}
	for d := xml.NewDecoder(strings.NewReader(string(doc))); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatalf("%v in:\n%s", err, doc)
		}
		switch e := token.(type) {
		case xml.StartElement:
			order := " " + allowed[parent()] + " "
			here := strings.Index(order, " "+e.Name.Local+" ")
			if before := strings.Index(order, " "+last[len(last)-1]+" "); here < 0 || here < before {
				t.Errorf("%s stands after %s in %s", e.Name.Local, last[len(last)-1], parent())
			}
			last[len(last)-1] = e.Name.Local
			stack, last = append(stack, e.Name.Local), append(last, "")
		case xml.EndElement:
			stack, last = stack[:len(stack)-1], last[:len(last)-1]
		}
	}
}
