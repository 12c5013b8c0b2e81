package procurement_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log"
	"slices"
	"testing"
	"time"

	"github.com/partyscreen/partyscreen/examples/procurement"
	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/screen"
	"github.com/partyscreen/partyscreen/screen/evidence"
	"github.com/partyscreen/partyscreen/screen/screentest"
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

func TestVendors(t *testing.T) {
	s := screentest.Screener(t, screen.Options{}, screentest.Entity("acme", "Acme Rocket Works", "ARW Group"))
	screentest.MustAlert(t, s, "Acme Rockets Works Ltd", "acme")
	screentest.MustNotAlert(t, s, "Acme Bakery")
	screentest.MustBeNearest(t, s, "Acme Rocket Bakery", "acme")
}

func Example_decision() {
	vendor := screen.Party{Name: "Hikvision Optik Bremen", Countries: []string{"DE"}}
	decision := screen.NewDecision(vendor, screen.Screen(vendor.Name).Hits[0])
	decision.Verdict = screen.NotTheSameParty
	decision.Author, decision.Reason = "A. Reviewer", "an optician, register number seen"
	decision.Date, decision.Expires = lists.Date{Year: 2026, Month: 11, Day: 2}, lists.Date{Year: 2099, Month: 1, Day: 1}
	var file bytes.Buffer // or a file that is opened to append
	if err := screen.AppendDecision(&file, decision); err != nil {
		log.Fatal(err)
	}

	decisions, err := screen.ReadLedger(&file)
	if err != nil {
		log.Fatal(err)
	}
	screener, err := screen.New(lists.Embedded(), screen.Options{Decisions: decisions})
	if err != nil {
		log.Fatal(err)
	}
	result := screener.ScreenParty(vendor)
	fmt.Println(result.Outcome, len(result.Suppressed), "set aside:", result.Suppressed[0].Decision)
	vendor.Countries = []string{"CN"} // not what the reviewer saw
	result = screener.ScreenParty(vendor)
	fmt.Println(result.Outcome, "because", result.Hits[0].Lapsed)
	// Output:
	// no_match 1 set aside: not the same party, decided by A. Reviewer on 2026-11-02: an optician, register number seen
	// review because it was made on a party of this name that differs in its countries
}

func Example_rescreen() {
	monday, err := lists.Open("testdata/monday.csv")
	if err != nil {
		log.Fatal(err)
	}
	tuesday, err := lists.Open("testdata/tuesday.csv")
	if err != nil {
		log.Fatal(err)
	}
	vendors := []screen.Party{{Name: "Zarya Optics Ltd"}, {Name: "Hansa Rockets"}, {Name: "Siemens AG"}}
	for change, err := range screen.Rescreen(context.Background(), lists.Diff(monday, tuesday), screen.Options{}, slices.Values(vendors)) {
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(change.Party.Name, "is", change.Effect())
	}
	// Output:
	// Zarya Optics Ltd is newly alerted
	// Hansa Rockets is no longer alerted
}

func Example_evidence() {
	screener, err := screen.New(lists.Embedded(), screen.Options{})
	if err != nil {
		log.Fatal(err)
	}
	var file bytes.Buffer // or a file that is opened to append
	chain := evidence.NewChain(&file, "")
	result := screener.Screen("Hikvision")
	if err := chain.Append(evidence.NewRecord(result, screener.Options(), time.Now())); err != nil {
		log.Fatal(err)
	}
	for verdict, err := range evidence.Verify(&file, lists.Embedded()) { // years later
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(verdict.Record.Party.Name, verdict.State)
	}
	// Output:
	// Hikvision reproduced
}
