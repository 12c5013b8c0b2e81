package screentest_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/partyscreen/partyscreen/screen"
	"github.com/partyscreen/partyscreen/screen/screentest"
)

// failing is a test that is expected to fail.
type failing struct {
	testing.TB
	message string
}

func (f *failing) Helper() {}

func (f *failing) Fatalf(format string, args ...any) {
	f.message = fmt.Sprintf(format, args...)
	panic(f)
}

// messageOf returns how a test fails, and the empty string if it does not.
func messageOf(t *testing.T, test func(testing.TB)) string {
	f := &failing{TB: t}
	func() {
		defer func() {
			if p := recover(); p != nil && p != any(f) {
				panic(p)
			}
		}()
		test(f)
	}()
	return f.message
}

func TestMust(t *testing.T) {
	acme := screentest.Entity("acme", "Acme Rocket Works", "ARW Group")
	acme.Countries = []string{"RU"}
	s := screentest.Screener(t, screen.Options{}, acme, screentest.Entity("kunlun", "Kunlun Bank"))
	for _, test := range []struct {
		reason string
		test   func(testing.TB)
		fails  []string // what the message says; nil if the test passes
	}{
		{"a listed name", func(t testing.TB) { screentest.MustAlert(t, s, "Acme Rocket Works", "acme") }, nil},
		{"whatever the entity", func(t testing.TB) { screentest.MustAlert(t, s, "Acme Rocket Works", "") }, nil},
		{"a party with more than a name", func(t testing.TB) {
			screentest.MustAlert(t, s, screen.Party{Name: "Works", OtherNames: []string{"Acme Rocket Works"}}, "acme")
		}, nil},
		{"another entity", func(t testing.TB) { screentest.MustAlert(t, s, "Acme Rocket Works", "kunlun") },
			[]string{`"Acme Rocket Works" must alert for kunlun`, "hit: acme", "distinctive, same"}},
		{"no alert", func(t testing.TB) { screentest.MustAlert(t, s, "Acme Rocket Bakery", "acme") },
			[]string{"must alert for acme", "no_match", `near miss: acme, "Acme Rocket Works"`, `"Bakery"`, "below the review threshold"}},
		{"an ordinary name", func(t testing.TB) { screentest.MustNotAlert(t, s, "Siemens AG") }, nil},
		{"an alert", func(t testing.TB) { screentest.MustNotAlert(t, s, "Acme Rocket Works Ltd") },
			[]string{`"Acme Rocket Works Ltd" must not alert`, "score 1.00"}},
		{"nothing was compared", func(t testing.TB) { screentest.MustNotAlert(t, s, "Ltd.") }, []string{"not_screened"}},
		{"the nearest is a hit", func(t testing.TB) { screentest.MustBeNearest(t, s, "Acme Rocket", "acme") }, nil},
		{"the nearest is a near miss", func(t testing.TB) { screentest.MustBeNearest(t, s, "Kunlun Tea House", "kunlun") }, nil},
		{"the nearest is another", func(t testing.TB) { screentest.MustBeNearest(t, s, "Kunlun Tea House", "acme") },
			[]string{`the entity nearest "Kunlun Tea House" must be acme`, "near miss: kunlun"}},
		{"the embedded list", func(t testing.TB) { screentest.MustAlert(t, screentest.Embedded(t), "海康威视", "hikvision") }, nil},
	} {
		t.Run(test.reason, func(t *testing.T) {
			message := messageOf(t, test.test)
			if (message == "") != (test.fails == nil) {
				t.Fatalf("message %q", message)
			}
			for _, want := range test.fails {
				if !strings.Contains(message, want) {
					t.Errorf("the message lacks %q:\n%s", want, message)
				}
			}
		})
	}
}

func ExampleExplain() {
	result := screen.Screen("Hangzhou Hikvison Digital Tech.")
	result.Stamp = screen.Stamp{List: "bis-2019-10-09", RulesVersion: "as of the day"}
	fmt.Println(screentest.Explain(result))
	// Output:
	//   match: match with "Hangzhou Hikvision Digital Technology" (hikvision), score 0.94: same: Hangzhou, Digital; "Hikvison" for "Hikvision" (typing error); "Tech" for "Technology" (same meaning)
	//   hit: hikvision, "Hangzhou Hikvision Digital Technology", score 0.94
	//     "Hangzhou"               "Hangzhou"               place, same
	//     "Hikvison"               "Hikvision"              distinctive, typing error
	//     "Digital"                "Digital"                industry, same
	//     "Tech"                   "Technology"             industry, same meaning
	//     - same: Hangzhou, Digital
	//     - "Hikvison" for "Hikvision" (typing error)
	//     - "Tech" for "Technology" (same meaning)
	//   list bis-2019-10-09, rules as of the day
}
