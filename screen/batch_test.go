package screen_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/screen"
)

// manyParties yields n parties, every seventh of them listed.
func manyParties(n int) iter.Seq[screen.Party] {
	return func(yield func(screen.Party) bool) {
		for i := range n {
			p := screen.Party{Name: fmt.Sprintf("Supplier %d Trading", i), Reference: fmt.Sprint(i)}
			if i%7 == 0 {
				p.Name = "Hikvision " + p.Name
			}
			if !yield(p) {
				return
			}
		}
	}
}

func TestScreenAllAgreesWithSingleCalls(t *testing.T) {
	s := newScreener(t, screen.Options{})
	parties := slices.Collect(manyParties(1000))
	i := 0
	for r, err := range s.ScreenAll(context.Background(), slices.Values(parties)) {
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(s.ScreenParty(parties[i]), r); diff != "" {
			t.Fatalf("party %d (-single +batch):\n%s", i, diff)
		}
		i++
	}
	if i != len(parties) {
		t.Errorf("%d results for %d parties", i, len(parties))
	}
}

func TestScreenAllStops(t *testing.T) {
	s := newScreener(t, screen.Options{})
	read := 0
	endless := func(yield func(screen.Party) bool) {
		for p := range manyParties(1 << 30) {
			read++
			if !yield(p) {
				return
			}
		}
	}
	results := 0
	for range s.ScreenAll(context.Background(), endless) {
		if results++; results == 10 {
			break
		}
	}
	if read > 10_000 {
		t.Errorf("%d parties were read for 10 results", read)
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	var last error
	results = 0
	for _, err := range s.ScreenAll(ctx, endless) {
		if last = err; err != nil {
			continue
		}
		if results++; results == 10 {
			cancel()
		}
	}
	if !errors.Is(last, context.Canceled) {
		t.Errorf("after cancelling the last error is %v", last)
	}
}

func TestScreenAllEmpty(t *testing.T) {
	s := newScreener(t, screen.Options{})
	for range s.ScreenAll(context.Background(), manyParties(0)) {
		t.Error("a result without a party")
	}
}

func ExampleScreener_ScreenAll() {
	s, err := screen.New(lists.Embedded(), screen.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	suppliers := slices.Values([]screen.Party{
		{Name: "Müller & Söhne GmbH", Reference: "row 2"},
		{Name: "大华技术", Reference: "row 3"},
		{Name: "", Reference: "row 4"},
	})
	for r, err := range s.ScreenAll(context.Background(), suppliers) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(r.Party.Reference, r.Outcome)
	}
	// Output:
	// row 2 no_match
	// row 3 match
	// row 4 not_screened
}
