package mutation_test

import (
	"fmt"
	"os"
	"slices"

	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/screen"
	"github.com/partyscreen/partyscreen/screen/mutation"
)

func ExampleKinds() {
	for _, k := range mutation.Kinds()[:3] {
		fmt.Printf("%s, %s: %s\n", k.Group, k.Name, k.Reason)
	}
	// Output:
	// typing, letter dropped: a key not pressed far enough
	// typing, letter doubled: a key pressed too long
	// typing, letter inserted: a finger on two keys at once
}

func ExampleOf() {
	list, err := lists.NewList("watch", "Our watch list", lists.Date{}, []lists.Entity{
		{ID: "1", Kind: lists.Organization, Names: []lists.Name{{Text: "Novgorod Rocket Works Ltd."}}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for m := range mutation.Of(list, 1, 200) {
		if m.Kind.Group == "shape" {
			fmt.Printf("%s: %s\n", m.Kind, m.Query)
		}
	}
	// Output:
	// cl and d: Novgorocl Rocket Works Ltd.
	// vv and w: Novgorod Rocket VVorks Ltd.
	// 0 for O: Novg0rod Rocket Works Ltd.
	// 5 for S: Novgorod Rocket Work5 Ltd.
	// leet, one letter: Novg0rod Rocket Works Ltd.
	// leet, a whole word: Novgorod Rocket W0rk5 Ltd.
}

// A program that releases rules only if they still see through capitals.
func ExampleMeasure() {
	s, err := screen.New(lists.Embedded(), screen.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	report := mutation.Measure(s, mutation.Of(lists.Embedded(), 1, 10))
	for _, row := range report.Rows {
		if row.Kind.Name == "upper case" {
			fmt.Printf("%d of %d found\n", row.Found, row.Made)
		}
	}
	// Output:
	// 10 of 10 found
}

// Misspellings that were seen in practice are measured like those made here.
func ExampleReport_WriteTo() {
	s, err := screen.New(lists.Embedded(), screen.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	seen := mutation.Kind{Group: "own", Name: "seen last year"}
	dahua := lists.Embedded().ByID("dahua")
	report := mutation.Measure(s, slices.Values([]mutation.Mutant{
		{Kind: seen, Entity: dahua, Name: dahua.PrimaryName(), Query: "DAHUA TECHN0L0GY"},
		{Kind: seen, Entity: dahua, Name: dahua.PrimaryName(), Query: "D.H."},
	}))
	if _, err := report.WriteTo(os.Stdout); err != nil {
		fmt.Println(err)
	}
	// Output:
	// group      kind              made   found   first  found %  95 % interval
	// own        seen last year       2       1       1     50.0    9.5 –  90.5
	//            total                2       1       1     50.0    9.5 –  90.5
	//
	// seen last year, missed 1:
	//   "D.H." of "Dahua Technology"
}

func ExampleReport_Total() {
	report := mutation.Report{Rows: []mutation.Row{{Made: 200, Found: 197}, {Made: 100, Found: 40}}}
	fmt.Println(report.Total().Found, "of", report.Total().Made)
	// Output:
	// 237 of 300
}

func ExampleRow_Share() {
	share, low, high := mutation.Row{Made: 200, Found: 197}.Share()
	fmt.Printf("%.3f, between %.3f and %.3f\n", share, low, high)
	// Output:
	// 0.985, between 0.957 and 0.995
}
