package screen_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/screen"
)

// The best step of a walk is the best hit of the result, and the terms of a step
// multiply to its score: what is shown is what decides.
func TestWalkIsTheResult(t *testing.T) {
	s := newScreener(t, screen.Options{Nearest: 1})
	for _, r := range readLabelled(t, "testdata/quality/entities28-a.csv") {
		result, walk := s.Screen(r.query), s.Walk(r.query, 20)
		hits := append(result.Hits, result.Nearest...)
		if len(hits) > 0 && (len(walk.Steps) == 0 || walk.Steps[0].Score != hits[0].Score) {
			t.Errorf("%q: the best hit scores %v, the walk has %d steps", r.query, hits[0].Score, len(walk.Steps))
			continue
		}
		for _, step := range walk.Steps {
			product := 1.0
			for _, term := range step.Terms {
				product *= term.Factor
			}
			if math.Abs(product-step.Score) > 1e-9 {
				t.Errorf("%q, %q: the terms %v multiply to %v, the score is %v", r.query, step.Name.Text, step.Terms, product, step.Score)
			}
		}
	}
}

func TestWalk(t *testing.T) {
	ship := lists.Entity{ID: "ship", Kind: lists.Vessel, Names: []lists.Name{{Text: "GRACE 1 IMO 9116412"}}}
	for _, test := range []struct {
		name, want, reason string
	}{
		{"Dahua Cangzhou Group", `"Cangzhou"`, "a place that only the query has"},
		{"Co., Ltd.", "", "nothing to compare"},
		{"ADRIAN DARYA 1 IMO 9116412", "the IMO number decides", "a ship under another name"},
	} {
		walk := screenerOf(t, screen.Options{Nearest: 1}, listed(), ship).Walk(test.name, 5)
		if test.want == "" {
			if walk.Canonical.Problem == "" || len(walk.Steps) != 0 {
				t.Errorf("%s: %+v", test.reason, walk)
			}
			continue
		}
		if len(walk.Steps) == 0 || !strings.Contains(fmt.Sprint(walk.Steps[0].Terms), test.want) {
			t.Errorf("%s: %+v lacks %s", test.reason, walk.Steps, test.want)
		}
	}
}

func ExampleScreener_Walk() {
	screener, err := screen.New(lists.Embedded(), screen.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	walk := screener.Walk("Hangzhou Hikvison", 1)
	for _, token := range walk.Canonical.Readings[0].Tokens {
		fmt.Println(token.Text, token.Role)
	}
	for _, term := range walk.Steps[0].Terms {
		fmt.Printf("%.2f %s\n", term.Factor, term.What)
	}
	// Output:
	// hangzhou place
	// hikvison distinctive
	// 0.94 share of the listed name that agrees
	// 0.98 words that only the query has
}
