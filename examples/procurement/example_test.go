package procurement_test

import (
	"context"
	"errors"
	"fmt"
	"log"
	"slices"

	"github.com/partyscreen/partyscreen/examples/procurement"
	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/screen"
)

func Example() {
	result := screen.Screen("Hangzhou Hikvison Digital Tech.")
	fmt.Println(result.Outcome)
	for _, hit := range result.Hits {
		fmt.Printf("%s, score %.2f\n", hit.Entity.PrimaryName().Text, hit.Score)
		for _, reason := range hit.Reasons {
			fmt.Println("-", reason)
		}
	}
	// Output:
	// match
	// Hangzhou Hikvision Digital Technology Co., Ltd., score 0.94
	// - same: Hangzhou, Digital
	// - "Hikvison" for "Hikvision" (typing error)
	// - "Tech" for "Technology" (same meaning)
}

func Example_party() {
	screener, err := screen.New(lists.Embedded(), screen.Options{Review: 0.4, Nearest: 3})
	if err != nil {
		log.Fatal(err)
	}
	result := screener.ScreenParty(screen.Party{
		Name:       "SenseTime Japan Ltd.",
		OtherNames: []string{"株式会社センスタイムジャパン"},
		Countries:  []string{"JP"},
		Reference:  "V-4711",
	})
	fmt.Println(result.Party.Reference, result.Outcome.Alert(), result.Hits[0].Entity.ID)
	// Output:
	// V-4711 true sensetime
}

func Example_file() {
	screener, err := screen.New(lists.Embedded(), screen.Options{})
	if err != nil {
		log.Fatal(err)
	}
	vendors := []screen.Party{{Name: "Siemens AG"}, {Name: "Ltd."}, {Name: "浙江大华技术股份有限公司"}}
	for result, err := range screener.ScreenAll(context.Background(), slices.Values(vendors)) {
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(result.Party.Name, result.Outcome)
	}
	// Output:
	// Siemens AG no_match
	// Ltd. not_screened
	// 浙江大华技术股份有限公司 match
}

func Example_lists() {
	csl, err := lists.Open("testdata/consolidated.csv")
	if err != nil {
		log.Fatal(err)
	}
	csl = csl.WithAsOf(lists.Date{Year: 2026, Month: 7, Day: 31}) // the file does not say it
	all, err := lists.Merge(lists.Embedded(), csl)
	if err != nil {
		log.Fatal(err)
	}
	screener, err := screen.New(all, screen.Options{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(all.Len(), "entities as of", all.AsOf(), screener.Screen("Kunlun Bank").Outcome)
	// Output:
	// 30 entities as of 2026-07-09 match
}

func Example_listing() {
	result := screen.Screen("Megvii")
	for _, listing := range result.Hits[0].Entity.Listings {
		if listing.Until.IsZero() { // it holds now
			fmt.Println(listing.List, "since", listing.From, listing.Citations)
			fmt.Println(listing.LicenseRequirement)
		}
	}
	// Output:
	// Entity List since 2022-10-13 [84 FR 54002 85 FR 44159 87 FR 62186]
	// For all items subject to the EAR. (See §§ 734.9(e) and 744.11 of the EAR)
}

func Example_compare() {
	comparison := screen.Compare("XIAMEN MEYIA PICO", "Xiamen Meiya Pico Information Co. Ltd.", lists.Organization)
	for _, pair := range comparison.Alignment {
		fmt.Printf("%q, %q: %s\n", pair.Query, pair.Listed, pair.Agreement)
	}
	// Output:
	// "XIAMEN", "Xiamen": same
	// "MEYIA", "Meiya": typing error
	// "PICO", "Pico": same
	// "", "Information": missing
}

func Example_test() {
	desk := procurement.NewDesk(procurement.Embedded{})
	err := desk.Approve(procurement.Order{Vendor: procurement.Vendor{ID: "V-1", Name: "DAHUA TECHN0L0GY"}})
	var held *procurement.HeldError
	fmt.Println(errors.As(err, &held), held.Result.Hits[0].Entity.ID)
	// Output:
	// true dahua
}
