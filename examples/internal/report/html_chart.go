package report

import (
	"fmt"
	"math"
	"strings"

	"github.com/partyscreen/partyscreen/screen"
)

// bins is into how many parts of equal width the scores fall.
const bins = 20

// histogram counts rows by the score of their best hit, or nearest miss.
type histogram struct {
	counts [bins]int
	none   int // rows that come near nothing
}

func (h *histogram) add(f Finding) {
	best := 0.0
	for _, hits := range [...][]Hit{f.Hits, f.Aside, f.Nearest} {
		if len(hits) > 0 {
			best = max(best, hits[0].Score)
		}
	}
	switch {
	case f.Outcome == screen.NotScreened:
	case best == 0:
		h.none++
	default:
		h.counts[min(int(best*bins), bins-1)]++
	}
}

// The measures of the chart, in its own units.
const (
	chartWidth, chartHeight = 520, 190
	chartLeft, chartRight   = 34, 506
	chartTop, chartBottom   = 20, 166
)

// chartView is the histogram drawn.
type chartView struct {
	Width, Height, Left, Right, Top, Bottom, Inner int
	ZoneName, CountsAt, ScoresAt                   int
	Zones, Lines, Bars, Thresholds, Scores         []shape
	Words, Note                                    string
}

// shape is a part of the drawing.
type shape struct {
	X, Y, Width, Height, Middle float64
	Class, Label, Title         string
}

func newChart(h *histogram, opts screen.Options) chartView {
	v := chartView{
		Width: chartWidth, Height: chartHeight, Left: chartLeft, Right: chartRight, Top: chartTop, Bottom: chartBottom,
		Inner: chartBottom - chartTop, ZoneName: chartTop - 7, CountsAt: chartLeft - 5, ScoresAt: chartBottom + 15,
	}
	most := 1
	for _, n := range h.counts {
		most = max(most, n)
	}
	for power := 1; power <= most; power *= 10 {
		v.Lines = append(v.Lines, shape{Y: countAt(power, most), Label: short(power)})
	}
	for _, zone := range []struct {
		class, label string
		from, to     float64
	}{{"below", "below the thresholds", 0, opts.Review}, {"review", "review", opts.Review, opts.Match}, {"match", "match", opts.Match, 1}} {
		s := shape{X: scoreAt(zone.from), Width: round1(scoreAt(zone.to) - scoreAt(zone.from)), Class: zone.class}
		if s.Middle = round1(s.X + s.Width/2); s.Width >= 40 {
			s.Label = zone.label
		}
		v.Zones = append(v.Zones, s)
	}
	v.Thresholds = []shape{{X: scoreAt(opts.Review)}, {X: scoreAt(opts.Match)}}
	for i := 0; i <= bins; i += bins / 10 {
		score := float64(i) / bins
		v.Scores = append(v.Scores, shape{X: scoreAt(score), Label: fmt.Sprintf("%.1f", score)})
	}
	v.drawBars(h, most)
	v.describe(h, opts)
	return v
}

func (v *chartView) drawBars(h *histogram, most int) {
	for i, n := range h.counts {
		if n == 0 {
			continue
		}
		from, to := scoreAt(float64(i)/bins), scoreAt(float64(i+1)/bins)
		y := countAt(n, most)
		v.Bars = append(v.Bars, shape{
			X: round1(from + 1.5), Y: y, Width: round1(to - from - 3), Height: round1(chartBottom - y), Middle: round1((from + to) / 2),
			Label: short(n), Title: binWords(i, n),
		})
	}
}

// describe says what the drawing shows.
func (v *chartView) describe(h *histogram, opts screen.Options) {
	words := []string{fmt.Sprintf("Review begins at %s and match at %s.", score2(opts.Review), score2(opts.Match))}
	for i, n := range h.counts {
		if n > 0 {
			words = append(words, binWords(i, n)+".")
		}
	}
	v.Note = "The counts grow tenfold from line to line."
	if h.none > 0 {
		near := fmt.Sprintf("%s came near no entity and %s not drawn.", count(h.none, "row"), isOrAre(h.none))
		words, v.Note = append(words, near), v.Note+" "+near
	}
	v.Words = strings.Join(words, " ")
}

func isOrAre(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

func binWords(i, n int) string {
	return fmt.Sprintf("Score %.2f to %.2f: %s", float64(i)/bins, float64(i+1)/bins, count(n, "row"))
}

// scoreAt returns where a score stands.
func scoreAt(score float64) float64 { return round1(chartLeft + score*(chartRight-chartLeft)) }

// countAt returns how high a count reaches: by its logarithm, or a few alerts would
// not be seen beside thousands of rows.
func countAt(n, most int) float64 {
	share := math.Log10(1+float64(n)) / math.Log10(1+float64(max(most, 9)))
	return round1(chartBottom - share*(chartBottom-chartTop-12))
}

func round1(x float64) float64 { return math.Round(10*x) / 10 }

// short writes a count in four characters.
func short(n int) string {
	switch {
	case n < 1000:
		return fmt.Sprint(n)
	case n < 9950:
		return strings.Replace(fmt.Sprintf("%.1fk", float64(n)/1e3), ".0k", "k", 1)
	case n < 999500:
		return fmt.Sprintf("%.0fk", float64(n)/1e3)
	}
	return fmt.Sprintf("%.1fM", float64(n)/1e6)
}
