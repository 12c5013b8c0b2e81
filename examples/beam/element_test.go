package main

import (
	"bytes"
	"reflect"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/core/graph/coder"

	"github.com/partyscreen/partyscreen/examples/internal/vendorfile"
	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/screen"
)

var party = screen.Party{
	Name: "Hik\xffvision", OtherNames: []string{"Dahua", "\xfe"}, Kind: lists.Vessel, Countries: []string{"CN"}, Address: "Binjiang",
	Identifiers: []lists.Identifier{{Type: "IMO number", Number: "9187629", Country: "China", Source: "paper"}}, BirthDate: "1964", Reference: "V-1",
}

// A row comes out of its coder as it went in, whatever its bytes are.
func TestRowCoder(t *testing.T) {
	for _, test := range []struct {
		row    Row
		reason string
	}{
		{Row{3, vendorfile.Row{Number: 7, Cells: []string{"a\xff", "", "中"}, Party: party, Problem: "ragged", Damaged: true}}, "everything"},
		{Row{0, vendorfile.Row{Cells: []string{"id", "n\xe4me"}}}, "a header"},
		{Row{}, "nothing"},
	} {
		text, err := encodeRow(test.row)
		if err != nil {
			t.Fatalf("%s: %v", test.reason, err)
		}
		if got, err := decodeRow(text); err != nil || !reflect.DeepEqual(got, test.row) {
			t.Errorf("%s: %+v, %v, want %+v", test.reason, got, err, test.row)
		}
	}
	if _, err := decodeRow([]byte{1}); err == nil {
		t.Error("half a row is no error")
	}
}

// Runners know no more of rows than that they are bytes.
func TestRowsHaveTheirCoder(t *testing.T) {
	if coder.LookupCustomCoder(reflect.TypeFor[Row]()) == nil {
		t.Error("rows have the coder of structs, and a runner may repair their texts")
	}
}

// Every field of a party decides its key, but for the reference; so does one that
// is added later.
func TestKey(t *testing.T) {
	key := func(p screen.Party) []byte {
		k, err := keyOf(p)
		if err != nil {
			t.Fatal(err)
		}
		return k
	}
	for i := range reflect.TypeFor[screen.Party]().NumField() {
		field := reflect.TypeFor[screen.Party]().Field(i)
		other := party
		value := reflect.ValueOf(&other).Elem().Field(i)
		if value.IsZero() {
			t.Errorf("the party of this test has no %s", field.Name)
		}
		value.SetZero()
		if same := bytes.Equal(key(party), key(other)); same != (field.Name == "Reference") {
			t.Errorf("without %s the key is the same: %v", field.Name, same)
		}
	}
	for _, test := range []struct {
		a, b   screen.Party
		reason string
	}{
		{screen.Party{Name: "a", Address: "b"}, screen.Party{Name: "ab"}, "text moves from one field to the next"},
		{screen.Party{OtherNames: []string{"a", "b"}}, screen.Party{OtherNames: []string{"ab"}}, "and from one element to the next"},
		{screen.Party{OtherNames: []string{"CN"}}, screen.Party{Countries: []string{"CN"}}, "and from list to list"},
		{screen.Party{Name: "\xff"}, screen.Party{Name: "\xfe"}, "bytes that are not UTF-8 differ"},
	} {
		if bytes.Equal(key(test.a), key(test.b)) {
			t.Errorf("%+v and %+v have one key: %s", test.a, test.b, test.reason)
		}
	}
}
