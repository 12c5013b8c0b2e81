package screen

import (
	"encoding/csv"
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/normalize"
)

var fit = flag.Bool("fit", false, "print every step that isotonic regression makes of the raw scores of the project's labelled pairs")

// scored is a labelled pair with its raw score.
type scored struct {
	manner manner
	raw    float64
	same   bool
}

// rawScore is the raw score of Compare.
func rawScore(query, listed string, m manner) float64 {
	best := 0.0
	readings := normalize.Listed(listed).Readings
	for _, lr := range readings {
		if !isListedPart(lr, readings[0]) || !suits(lr.Part, m) {
			continue
		}
		l := prepareListed(lr, m)
		for _, qr := range normalize.Name(query).Readings {
			if !suits(qr.Part, m) {
				continue
			}
			q := prepare(qr, m)
			e := match(&q, &l)
			best = max(best, e.raw)
		}
	}
	return best
}

func labelledPairs(t *testing.T, pattern string) []scored {
	t.Helper()
	var out []scored
	paths, _ := filepath.Glob(pattern)
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(strings.NewReader(string(text))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows[1:] {
			kind := map[string]lists.Kind{"person": lists.Individual, "vessel": lists.Vessel}[row[2]]
			p := scored{mannerOf(kind), rawScore(row[0], row[1], mannerOf(kind)), row[3] == "match"}
			if c := Compare(row[0], row[1], kind); math.Abs(calibrate(p.raw)-c.Score) > 1e-9 {
				t.Errorf("Compare(%q, %q) scores %v, the raw score %v gives %v", row[0], row[1], c.Score, p.raw, calibrate(p.raw))
			}
			out = append(out, p)
		}
	}
	return out
}

// forecast is a score and whether it was of the same party.
type forecast struct {
	score float64
	same  bool
}

// calibrationError is the expected calibration error over ten bins: how far the
// share of true pairs is from the score, on average.
func calibrationError(forecasts []forecast) float64 {
	var n, same, sum [10]float64
	for _, p := range forecasts {
		b := min(9, int(p.score*10))
		n[b]++
		sum[b] += p.score
		if p.same {
			same[b]++
		}
	}
	e := 0.0
	for b := range n {
		if n[b] > 0 {
			e += math.Abs(same[b]-sum[b]) / float64(len(forecasts))
		}
	}
	return e
}

// asScored takes the scores as they are.
func asScored(pairs []scored) []forecast {
	var out []forecast
	for _, p := range pairs {
		out = append(out, forecast{calibrate(p.raw), p.same})
	}
	return out
}

// TestCalibration measures how well the score is a probability: as it is, and
// as a rising curve that is fitted to it would make it, cross-validated. What
// the project's own pairs give stands in testdata/calibration.golden; of the
// shared pairs it is only reported. With -fit it prints the steps of the curve.
//
//	go test -run TestCalibration -v ./screen
func TestCalibration(t *testing.T) {
	own := labelledPairs(t, "testdata/quality/pairs-*.csv")
	if e := calibrationError(asScored(own)); e > 0.15 {
		t.Errorf("calibration error %.3f on the project's own pairs", e)
	}
	summary := calibration("own pairs", own)
	t.Log(summary)
	checkCalibration(t, summary)
	if shared := labelledPairs(t, "../../shared/eval/pairs.csv"); len(shared) > 0 {
		t.Log(calibration("shared pairs", shared))
		t.Logf("own pairs, curve fitted to the shared pairs: %.3f; shared pairs, curve fitted to the own: %.3f",
			calibrationError(isotonic(shared).apply(own)), calibrationError(isotonic(own).apply(shared)))
	} else {
		t.Log("the shared pairs are absent: only the project's own are measured")
	}
	if *fit {
		for m := range manners {
			t.Logf("%s:\n%s", m, isotonic(of(own, m)))
		}
	}
}

func checkCalibration(t *testing.T, got string) {
	t.Helper()
	const golden = "testdata/calibration.golden"
	if update := flag.Lookup("update"); update != nil && update.Value.String() == "true" {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("%s differs (-want +got); -update rewrites it:\n%s", golden, diff)
	}
}

func of(pairs []scored, m manner) []scored {
	return slices.DeleteFunc(slices.Clone(pairs), func(p scored) bool { return p.manner != m })
}

// calibration sums up pairs of all kinds, and of each.
func calibration(title string, pairs []scored) string {
	var b strings.Builder
	row := func(kind string, pairs []scored) {
		mean, pooled := crossValidate(pairs)
		fmt.Fprintf(&b, "%s, %s: %d pairs, calibration error %.3f as scored; cross-validated %.3f (mean of %d folds), %.3f (all folds together)\n",
			title, kind, len(pairs), calibrationError(asScored(pairs)), mean, folds, pooled)
		fmt.Fprintf(&b, "  raw score → share true: %s\n", isotonic(pairs).points())
	}
	row("all kinds", pairs)
	for m := range manners {
		row(m.String(), of(pairs, m))
	}
	return b.String()
}

// folds is the number of parts into which pairs are drawn: a curve is fitted to
// all but one and measured on that.
const folds = 5

// crossValidate returns the calibration error of curves on the pairs that they
// were not fitted to: the mean over the folds, and of all forecasts together. A
// fold of a hundred pairs has ten in a bin, so that chance alone makes an error
// of some hundredths; together they have less of it.
func crossValidate(pairs []scored) (mean, pooled float64) {
	order := rand.New(rand.NewPCG(10, 28)).Perm(len(pairs))
	var all []forecast
	for fold := range folds {
		var train, test []scored
		for k, i := range order {
			if k%folds == fold {
				test = append(test, pairs[i])
			} else {
				train = append(train, pairs[i])
			}
		}
		forecasts := isotonic(train).apply(test)
		mean += calibrationError(forecasts) / folds
		all = append(all, forecasts...)
	}
	return mean, calibrationError(all)
}

// block is a step of a curve: raw scores [from, to] of n pairs, of which same
// are of the same party.
type block struct{ from, to, n, same float64 }

// curve is a rising step function, its steps in order.
type curve []block

// isotonic fits the rising step function that is nearest to the pairs, by
// pooling adjacent violators: each pair begins as a step of its own, and a step
// that is no higher than the one before it is joined to that.
func isotonic(pairs []scored) curve {
	pairs = slices.Clone(pairs)
	sort.SliceStable(pairs, func(i, j int) bool { return pairs[i].raw < pairs[j].raw })
	var blocks curve
	for _, p := range pairs {
		b := block{p.raw, p.raw, 1, 0}
		if p.same {
			b.same = 1
		}
		blocks = append(blocks, b)
		for k := len(blocks) - 1; k > 0; k-- {
			x, y := blocks[k-1], blocks[k]
			if x.to < y.from && x.same*y.n < y.same*x.n {
				break
			}
			blocks = append(blocks[:k-1], block{x.from, y.to, x.n + y.n, x.same + y.same})
		}
	}
	return blocks
}

// at returns the share of a raw score: that of its step, and between two steps
// on the line from one to the other.
func (c curve) at(raw float64) float64 {
	for i, b := range c {
		share := b.same / b.n
		switch {
		case raw < b.from && i == 0, b.from <= raw && raw <= b.to:
			return share
		case raw < b.from:
			before := c[i-1]
			return between(before.same/before.n, share, (raw-before.to)/(b.from-before.to))
		}
	}
	if len(c) == 0 {
		return raw
	}
	last := c[len(c)-1]
	return last.same / last.n
}

// apply returns the forecasts of the curve for pairs.
func (c curve) apply(pairs []scored) []forecast {
	var out []forecast
	for _, p := range pairs {
		out = append(out, forecast{c.at(p.raw), p.same})
	}
	return out
}

// points writes the curve as ten points.
func (c curve) points() string {
	var out []string
	for _, raw := range [...]float64{0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95} {
		out = append(out, fmt.Sprintf("%.2f→%.2f", raw, c.at(raw)))
	}
	return strings.Join(out, " ")
}

// String writes the steps of the curve.
func (c curve) String() string {
	var out strings.Builder
	for _, b := range c {
		fmt.Fprintf(&out, "  raw %.2f to %.2f: %3.0f pairs, %.2f the same\n", b.from, b.to, b.n, b.same/b.n)
	}
	return out.String()
}

// TestIsotonic holds the fit to an example worked by hand: 0.2 and 0.3 violate
// the order and are pooled, and so are equal raw scores.
func TestIsotonic(t *testing.T) {
	c := isotonic([]scored{{raw: 0.1}, {raw: 0.3}, {raw: 0.2, same: true}, {raw: 0.5, same: true}, {raw: 0.5}, {raw: 0.9, same: true}})
	for _, tt := range []struct {
		raw, want float64
		reason    string
	}{
		{0, 0, "below all"},
		{0.25, 0.5, "within a pooled step"},
		{0.15, 0.25, "half way between two steps"},
		{0.5, 0.5, "equal raw scores"},
		{0.9, 1, "the last"},
		{1, 1, "above all"},
	} {
		if got := c.at(tt.raw); math.Abs(got-tt.want) > 1e-9 {
			t.Errorf("%s: %v gives %v, want %v\n%s", tt.reason, tt.raw, got, tt.want, c)
		}
	}
}
