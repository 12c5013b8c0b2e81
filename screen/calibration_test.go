package screen

import (
	"encoding/csv"
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/normalize"
)

var fit = flag.Bool("fit", false, "print what isotonic regression would make of the raw scores of the project's labelled pairs")

// scored is a labelled pair with its raw score.
type scored struct {
	manner manner
	raw    float64
	same   bool
}

// rawScore is the raw score of Compare.
func rawScore(query, listed string, m manner) float64 {
	best := 0.0
	for _, lr := range normalize.Name(listed).Readings {
		l := prepareListed(lr, m)
		for _, qr := range normalize.Name(query).Readings {
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
			m := mannerOf(map[string]lists.Kind{"person": lists.Individual, "vessel": lists.Vessel}[row[2]])
			out = append(out, scored{m, rawScore(row[0], row[1], m), row[3] == "match"})
		}
	}
	return out
}

// calibrationError is the expected calibration error over ten bins: how far the
// share of true pairs is from the score, on average.
func calibrationError(pairs []scored) float64 {
	var n, same, sum [10]float64
	for _, p := range pairs {
		s := calibrate(p.raw)
		b := min(9, int(s*10))
		n[b]++
		sum[b] += s
		if p.same {
			same[b]++
		}
	}
	e := 0.0
	for b := range n {
		if n[b] > 0 {
			e += math.Abs(same[b]-sum[b]) / float64(len(pairs))
		}
	}
	return e
}

// TestCalibration reports how well the score is a probability, on the
// project's pairs and on the shared ones. With -fit it prints what isotonic regression would
// make of the project's pairs.
//
//	go test -run TestCalibration -v ./screen
func TestCalibration(t *testing.T) {
	own := labelledPairs(t, "testdata/quality/pairs-*.csv")
	if e := calibrationError(own); e > 0.15 {
		t.Errorf("calibration error %.3f on the project's own pairs", e)
	} else {
		t.Logf("calibration error %.3f on %d pairs of the project's own", e, len(own))
	}
	if shared := labelledPairs(t, "../../shared/eval/pairs.csv"); len(shared) > 0 {
		t.Logf("calibration error %.3f on %d shared pairs", calibrationError(shared), len(shared))
	}
	if *fit {
		for m := range manners {
			t.Logf("manner %d:\n%s", m, isotonic(own, m))
		}
	}
}

// isotonic fits a rising step function to the pairs of a manner by pooling
// adjacent violators.
func isotonic(pairs []scored, m manner) string {
	pairs = slices.DeleteFunc(slices.Clone(pairs), func(p scored) bool { return p.manner != m })
	sort.Slice(pairs, func(i, j int) bool { return pairs[i].raw < pairs[j].raw })
	type block struct{ from, to, n, same float64 }
	var blocks []block
	for _, p := range pairs {
		b := block{p.raw, p.raw, 1, 0}
		if p.same {
			b.same = 1
		}
		blocks = append(blocks, b)
		for k := len(blocks) - 1; k > 0 && blocks[k-1].same*blocks[k].n >= blocks[k].same*blocks[k-1].n; k-- {
			x, y := blocks[k-1], blocks[k]
			blocks = append(blocks[:k-1], block{x.from, y.to, x.n + y.n, x.same + y.same})
		}
	}
	var out strings.Builder
	for _, b := range blocks {
		fmt.Fprintf(&out, "  raw %.2f to %.2f: %3.0f pairs, %.2f the same\n", b.from, b.to, b.n, b.same/b.n)
	}
	return out.String()
}
