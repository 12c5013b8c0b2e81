package screen_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/screen"
)

func TestGroups(t *testing.T) {
	hit := func(id string, number string, names ...string) screen.Hit {
		e := &lists.Entity{ID: id}
		for _, n := range names {
			e.Names = append(e.Names, lists.Name{Text: n})
		}
		if number != "" {
			e.Identifiers = []lists.Identifier{{Type: "IMO number", Number: number}}
		}
		return screen.Hit{Entity: e}
	}
	for _, tt := range []struct {
		reason string
		hits   []screen.Hit
		want   [][]string
	}{
		{"no hit", nil, nil},
		{"two parties", []screen.Hit{hit("a", "", "Beijing Sensetime"), hit("b", "", "Yitu Technology")}, [][]string{{"a"}, {"b"}}},
		{"one name, in other case and punctuation", []screen.Hit{hit("a", "", "SenseTime Group Ltd."), hit("b", "", "Yitu Technology"), hit("c", "", "SENSETIME GROUP LTD")}, [][]string{{"a", "c"}, {"b"}}},
		{"one IMO number", []screen.Hit{hit("a", "IMO 9187629", "GRACE 1"), hit("b", "9187629", "ADRIAN DARYA")}, [][]string{{"a", "b"}}},
		{"a third that links two", []screen.Hit{hit("a", "", "First Name"), hit("b", "", "Second Name"), hit("c", "", "First Name", "Second Name")}, [][]string{{"a", "b", "c"}}},
		{"short names are many parties'", []screen.Hit{hit("a", "", "ABC"), hit("b", "", "ABC")}, [][]string{{"a"}, {"b"}}},
	} {
		r := screen.Result{Hits: tt.hits}
		var got [][]string
		for _, g := range r.Groups() {
			var ids []string
			for _, h := range g {
				ids = append(ids, h.Entity.ID)
			}
			got = append(got, ids)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.reason, diff)
		}
	}
}

func ExampleResult_Groups() {
	bis, _ := lists.NewList("entity-list", "Entity List", lists.Date{}, []lists.Entity{{ID: "el-1", Names: []lists.Name{{Text: "SenseTime Group Limited"}}}})
	ofac, _ := lists.NewList("cmic", "Chinese Military-Industrial Complex Companies", lists.Date{}, []lists.Entity{{ID: "ns-7", Names: []lists.Name{{Text: "SENSETIME GROUP LTD."}, {Text: "SenseTime Group Limited", Kind: lists.Alias}}}})
	both, _ := lists.Merge(bis, ofac)
	s, _ := screen.New(both, screen.Options{})
	r := s.Screen("SenseTime Group Ltd")
	for _, g := range r.Groups() {
		for _, h := range g {
			fmt.Println(h.Entity.ID, h.Outcome)
		}
	}
	// Output:
	// el-1 match
	// ns-7 match
}
