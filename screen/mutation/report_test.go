package mutation_test

import (
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/screen/mutation"
)

// TestShare compares with published values of the Wilson interval.
func TestShare(t *testing.T) {
	for _, tt := range []struct {
		found, made      int
		share, low, high float64
		reason           string
	}{
		{81, 263, 0.3080, 0.2553, 0.3662, "Newcombe 1998, table I"},
		{15, 148, 0.1014, 0.0624, 0.1605, "Newcombe 1998, table I"},
		{0, 20, 0, 0, 0.1611, "Newcombe 1998, table I"},
		{1, 29, 0.0345, 0.0061, 0.1718, "Newcombe 1998, table I"},
		{20, 20, 1, 0.8389, 1, "none missed"},
		{0, 0, 0, 0, 1, "nothing is known"},
	} {
		share, low, high := mutation.Row{Made: tt.made, Found: tt.found}.Share()
		for _, d := range []float64{share - tt.share, low - tt.low, high - tt.high} {
			if math.Abs(d) > 5e-5 {
				t.Errorf("%d of %d (%s): %.4f in [%.4f, %.4f], want %.4f in [%.4f, %.4f]",
					tt.found, tt.made, tt.reason, share, low, high, tt.share, tt.low, tt.high)
				break
			}
		}
	}
}

func TestReport(t *testing.T) {
	missed := []mutation.Mutant{
		{Name: lists.Name{Text: "Hikvision"}, Query: "Hi\u200bk"},
		{Name: lists.Name{Text: "Hikvision"}, Query: "Hikvisi\u043en"},
		{Name: lists.Name{Text: "海康威视"}, Query: "海康"},
	}
	report := mutation.Report{Rows: []mutation.Row{
		{Kind: mutation.Kind{Group: "typing", Name: "letter dropped"}, Made: 200, Found: 197, First: 190, Missed: missed},
		{Kind: mutation.Kind{Group: "own", Name: "a kind of the caller's"}, Made: 1, Found: 1, First: 1},
	}}
	const want = `
group      kind                      made   found   first  found %  95 % interval
typing     letter dropped             200     197     190     98.5   95.7 –  99.5
own        a kind of the caller's       1       1       1    100.0   20.7 – 100.0
           total                      201     198     191     98.5   95.7 –  99.5

letter dropped, missed 3:
  "Hi\u200bk" of "Hikvision"
  "Hikvisi\u043en" of "Hikvision"
  "海康" of "海康威视"
`
	var b strings.Builder
	n, err := report.WriteTo(&b)
	if err != nil || n != int64(b.Len()) {
		t.Errorf("WriteTo returns %d, %v for %d bytes", n, err, b.Len())
	}
	if diff := cmp.Diff(strings.TrimPrefix(want, "\n"), b.String()); diff != "" {
		t.Errorf("the table differs (-want +got):\n%s", diff)
	}
	if got := (mutation.Report{}).String(); strings.Count(got, "\n") != 2 {
		t.Errorf("a report on no mutants: %q", got)
	}
}
