package screen_test

import (
	"strings"
	"testing"

	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/screen"
)

// TestAddressOnly holds that an entry that is an address finds who is there, for
// review, and nobody else.
func TestAddressOnly(t *testing.T) {
	list, err := lists.NewList("addresses", "addresses", lists.Date{}, []lists.Entity{
		{ID: "a1", Names: []lists.Name{{Text: "Address 01"}}, Addresses: []lists.Address{{Text: "Room 1014, 10/F, Example Commercial Centre, 5 Garden Street, Kwun Tong, Hong Kong"}}},
		{ID: "a2", Addresses: []lists.Address{{Text: "No. 12 Yildiz Sokak, Istanbul"}}},
		{ID: "named", Names: []lists.Name{{Text: "Zarya Works"}}, Addresses: []lists.Address{{Text: "77 Zarya Street, Moscow"}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	s, err := screen.New(list, screen.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		reason, address, want string
	}{
		{"as printed", "Room 1014, 10/F, Example Commercial Centre, 5 Garden Street, Kwun Tong, Hong Kong", "a1"},
		{"abbreviated, in another order", "RM 1014 10TH... Kwun Tong, 5 Garden St, 10 F Example Commercial Ctr, Hong Kong", "a1"},
		{"another room", "Room 1015, 10/F, Example Commercial Centre, 5 Garden Street, Kwun Tong, Hong Kong", ""},
		{"another house", "Room 1014, 10/F, Example Commercial Centre, 6 Garden Street, Kwun Tong, Hong Kong", ""},
		{"only the town", "Kwun Tong, Hong Kong", ""},
		{"marks left out", "12 Yıldız sokak, ISTANBUL, Türkiye", "a2"},
		{"the address of an entity that has a name says nothing", "77 Zarya Street, Moscow", ""},
		{"no address", "", ""},
	} {
		r := s.ScreenParty(screen.Party{Name: "Harmless Trading Ltd", Address: tt.address})
		got := ""
		if len(r.Hits) > 0 {
			got = r.Hits[0].Entity.ID
		}
		if got != tt.want || got != "" && (r.Outcome != screen.Review || !strings.Contains(r.Reason, "lists the address")) {
			t.Errorf("%s: %v with %q, want review with %q: %s", tt.reason, r.Outcome, got, tt.want, r.Reason)
		}
	}
}
