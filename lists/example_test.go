package lists_test

import (
	"fmt"
	"log"
	"strings"
	"time"

	"github.com/partyscreen/partyscreen/lists"
)

func ExampleEmbedded() {
	l := lists.Embedded()
	fmt.Println(l.Len(), "entities as of", l.AsOf())
	dahua := l.ByID("dahua")
	fmt.Println(dahua.PrimaryName().Text, dahua.Listings[0].Citations)
	// Output:
	// 28 entities as of 2026-07-09
	// Dahua Technology [84 FR 54002]
}

func ExampleOpen() {
	l, err := lists.Open("testdata/csl.csv")
	if err != nil {
		log.Fatal(err)
	}
	l = l.WithAsOf(lists.Date{Year: 2026, Month: 7, Day: 31}) // the file does not state its date
	fmt.Println(l.Title(), l.AsOf(), l.Len())
	// Output: Consolidated Screening List 2026-07-31 10
}

func ExampleRead() {
	_, err := lists.Read(strings.NewReader("<html>Service unavailable</html>"), lists.CSLCSV)
	fmt.Println(err)
	// Output: lists: CSL CSV: not a known list format: the file is HTML or XML: perhaps an error page instead of the list; download it again
}

func ExampleNewList() {
	l, err := lists.NewList("blocked", "Blocked by our legal department", lists.Date{Year: 2026, Month: 1, Day: 15}, []lists.Entity{
		{ID: "7", Kind: lists.Organization, Names: []lists.Name{
			{Text: "Example Trading FZE"},
			{Text: "Example Trade", Kind: lists.Alias},
		}},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(l.ID(), l.ByID("7").PrimaryName().Text)
	// Output: blocked Example Trading FZE
}

func ExampleMerge() {
	csl, err := lists.Open("testdata/csl.csv")
	if err != nil {
		log.Fatal(err)
	}
	all, err := lists.Merge(lists.Embedded(), csl.WithAsOf(lists.Date{Year: 2026, Month: 7, Day: 31}))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(all.ID(), all.Len(), "as of", all.AsOf()) // as old as its oldest part
	// Output: bis-2019-10-09+csl 38 as of 2026-07-09
}

func ExampleList_All() {
	for e := range lists.Embedded().All() {
		if e.Kind == lists.Organization {
			fmt.Println(e.ID, "-", e.PrimaryName().Text)
		}
	}
	// Output:
	// dahua - Dahua Technology
	// hikvision - Hangzhou Hikvision Digital Technology Co., Ltd.
	// iflytek - IFLYTEK
	// megvii - Megvii Technology
	// meiya-pico - Xiamen Meiya Pico Information Co. Ltd.
	// sensetime - Beijing Sensetime Technology Development Co., Ltd.
	// yitu - Yitu Technologies
	// yixin - Yixin Science and Technology Co. Ltd.
}

func ExampleDateOf() {
	late := time.Date(2026, 11, 25, 23, 30, 0, 0, time.UTC)
	fmt.Println(lists.DateOf(late), lists.DateOf(late.In(time.FixedZone("Beijing", 8*60*60))))
	// Output: 2026-11-25 2026-11-26
}
