package procurement

import (
	"errors"
	"testing"

	"github.com/partyscreen/partyscreen/screen"
)

// These are the tests of a program that uses the library: they call it for
// real.

func TestApprove(t *testing.T) {
	desk := NewDesk(Embedded{})
	for _, test := range []struct {
		order   Order
		outcome screen.Outcome // why it is held; NoMatch: it is approved
		reason  string
	}{
		{Order{Vendor: Vendor{Name: "Siemens AG"}}, screen.NoMatch, "an ordinary supplier"},
		{Order{Vendor: Vendor{Name: "Hangzhou Hikvision Digital Technology Co., Ltd."}}, screen.Match, "a listed one"},
		{Order{Vendor: Vendor{Name: "Zhejiang Dahua Tecnology"}}, screen.Match, "a typing error does not help it"},
		{Order{Vendor: Vendor{Name: "杭州海康威视数字技术股份有限公司"}}, screen.Match, "nor does another script"},
		{Order{Vendor: Vendor{Name: "Siemens AG"}, ShipTo: "Xinjiang Police College"}, screen.Match, "the goods go to a listed party"},
		{Order{Vendor: Vendor{Name: "GmbH & Co. KG"}}, screen.NotScreened, "what cannot be screened is not approved"},
		{Order{Vendor: Vendor{Name: "  "}}, screen.NotScreened, "nor is a blank"},
		{Order{Vendor: Vendor{Name: "Hikvision", Cleared: []string{"hikvision"}}}, screen.NoMatch, "a reviewer has cleared it"},
		{Order{Vendor: Vendor{Name: "Hikvision", Cleared: []string{"dahua"}}}, screen.Match, "of being another one"},
	} {
		t.Run(test.reason, func(t *testing.T) {
			err := desk.Approve(test.order)
			if test.outcome == screen.NoMatch {
				if err != nil {
					t.Error(err)
				}
				return
			}
			var held *HeldError
			if !errors.As(err, &held) {
				t.Fatalf("approved, want it held (%s)", test.outcome)
			}
			if held.Result.Outcome != test.outcome {
				t.Errorf("held: %s, want %s", held.Result.Reason, test.outcome)
			}
		})
	}
}

func TestScreenIsSafeAtOnce(t *testing.T) {
	for range 8 {
		t.Run("", func(t *testing.T) {
			t.Parallel()
			if r := screen.Screen("Dahua Technology"); r.Outcome != screen.Match {
				t.Errorf("%s: %s", r.Outcome, r.Reason)
			}
		})
	}
}

// fixed answers every party alike: for the paths that the library's data
// cannot reach.
type fixed screen.Result

func (f fixed) ScreenParty(screen.Party) screen.Result { return screen.Result(f) }

func TestUnknownOutcomeIsHeld(t *testing.T) {
	desk := NewDesk(fixed{Outcome: screen.Match + 1})
	if err := desk.Approve(Order{Vendor: Vendor{Name: "Siemens AG"}}); err == nil {
		t.Error("an outcome that this program does not know was approved")
	}
	if err := NewDesk(fixed{}).Approve(Order{}); err == nil {
		t.Error("a Result that nobody filled in was approved")
	}
}
