package vendorfile

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/screen"
)

func TestPartiesOf(t *testing.T) {
	for _, test := range []struct {
		cell   string
		want   []string
		reason string
	}{
		{"Siemens AG", nil, "one party"},
		{"ABB / Bosch f/k/a Robert Bosch, Inc. and Sons", nil, "what package normalize splits, and what belongs to names"},
		{"ABB\nMegvii", []string{"ABB", "Megvii"}, "two lines"},
		{"ABB\r\n\r\n Megvii \r", []string{"ABB", "Megvii"}, "line ends of other systems, an empty line"},
		{"ABB\u2028Megvii\vYitu", []string{"ABB", "Megvii", "Yitu"}, "line ends of text programs"},
		{"ABB<br/>Megvii", []string{"ABB", "Megvii"}, "line ends of web pages"},
		{"ABB; Megvii；Yitu;", []string{"ABB", "Megvii", "Yitu"}, "semicolons, Chinese ones too, and one at the end"},
		{"AT&amp;T; Nestl&eacute;", []string{"AT&T", "Nestlé"}, "the semicolon of an entity separates nothing"},
		{"1. ABB\n2. Megvii", []string{"ABB", "Megvii"}, "a numbered list"},
		{"1) ABB 2) Megvii 3) Yitu", []string{"ABB", "Megvii", "Yitu"}, "on one line"},
		{"Both: (1) ABB, (2) Megvii", []string{"Both:", "ABB", "Megvii"}, "in brackets"},
		{"- ABB\n• Megvii", []string{"ABB", "Megvii"}, "bullets"},
		{"1. FC Köln", []string{"FC Köln"}, "a number that belongs to the name, which stays whole beside it"},
		{"Studio 54) Ltd 7) Inc", nil, "numbers that do not count"},
		{"ABB;ABB;;--;", []string{"ABB"}, "repetitions, and what is no name"},
		{";", nil, "nothing"},
		{"Siemens\nAG", []string{"Siemens"}, "a legal form is no name"},
	} {
		if got := partiesOf(test.cell); !slices.Equal(got, test.want) {
			t.Errorf("%q: %q, want %q: %s", test.cell, got, test.want, test.reason)
		}
	}
}

// A listed party alerts wherever it stands in a cell, however many stand there.
func TestPartiesAlert(t *testing.T) {
	screener, err := screen.New(lists.Embedded(), screen.Options{})
	must(t, err)
	ordinary := strings.Repeat("Ordinary Trading House 17 Ltd\n", 300)
	var different strings.Builder
	for i := range 2 * maxParties {
		fmt.Fprintf(&different, "Trading House %d Ltd\n", i)
	}
	for _, test := range []struct{ cell, reason string }{
		{"Siemens AG\nZhejiang Dahua Technology\nABB Ltd", "lines"},
		{"1. Siemens AG\n2. Megvii Technology Ltd\n3. ABB", "a numbered list"},
		{"Hangzhou Hikvision\nDigital Technology Co., Ltd.", "one name on two lines"},
		{"Siemens AG\vMegvii Technology", "an odd line end"},
		{"Siemens AG / Megvii Technology", "a slash"},
		{ordinary + "Hikvision", "at the end of more than a name may be long"},
		{different.String()[:20] + "Hikvision\n" + different.String(), "among a thousand"},
	} {
		text := "name\n\"" + test.cell + "\"\n"
		if strings.Count(test.cell, "\n") >= maxCellLines {
			text = strings.ReplaceAll("name\n\""+test.cell, "\n", ";")
			text = strings.Replace(text, "name;", "name\n", 1) + "\"\n"
		}
		f, err := Read("v.csv", strings.NewReader(text), Options{})
		must(t, err)
		for r := range f.Rows() {
			if result := screener.ScreenParty(r.Party); result.Outcome != screen.Match {
				t.Errorf("%.60q…: %v %s, want a match: %s", test.cell, result.Outcome, result.Reason, test.reason)
			}
			if r.Party.Name != strings.TrimSuffix(strings.Split(text, "\"")[1], "\"") {
				t.Errorf("the name is %q", r.Party.Name)
			}
		}
		f.Close()
	}
}
