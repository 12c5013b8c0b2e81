package screen_test

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/screen"
)

// BenchmarkRescreen measures what a new edition of the list costs 23,000 vendors,
// the indexes included: rescreening what has changed, and screening all with both
// editions. A night changes some sixty entries; the shared editions are four years
// apart, and nearly all their entries differ.
func BenchmarkRescreen(b *testing.B) {
	now := benchmarkLists[1].list(b)
	editions := []struct {
		name   string
		before *lists.List
	}{{"night", nightBefore(b, now)}}
	if old, err := lists.Open("../../shared/lists/csl-2022-05.csv"); err == nil {
		editions = append(editions, struct {
			name   string
			before *lists.List
		}{"years", old})
	}
	var parties []screen.Party
	for _, name := range ordinaryNames(b, 23_000) {
		parties = append(parties, screen.Party{Name: name})
	}
	for _, e := range editions {
		changes := lists.Diff(e.before, now)
		b.Run("change="+e.name+"/how=rescreen", func(b *testing.B) {
			n := 0
			for b.Loop() {
				for _, err := range screen.Rescreen(context.Background(), changes, screen.Options{}, slices.Values(parties)) {
					if err != nil {
						b.Fatal(err)
					}
					n++
				}
			}
			b.ReportMetric(float64(n)/float64(b.N), "changes")
		})
		b.Run("change="+e.name+"/how=twice", func(b *testing.B) {
			for b.Loop() {
				for _, list := range []*lists.List{e.before, now} {
					s, err := screen.New(list, screen.Options{})
					if err != nil {
						b.Fatal(err)
					}
					for _, err := range s.ScreenAll(context.Background(), slices.Values(parties)) {
						if err != nil {
							b.Fatal(err)
						}
					}
				}
			}
		})
	}
}

// nightBefore returns an edition that lacks twenty entities of a list, has twenty
// that it lacks, and differs in an alias of twenty more.
func nightBefore(b *testing.B, list *lists.List) *lists.List {
	var entities []lists.Entity
	step := list.Len() / 40
	for e := range list.All() {
		entities = append(entities, *e)
	}
	for i := len(entities) - 1; i >= 0; i -= step {
		if i/step%2 == 0 {
			entities = slices.Delete(entities, i, i+1)
			continue
		}
		entities[i].Names = append(slices.Clone(entities[i].Names), lists.Name{Text: fmt.Sprintf("Former Alias %d", i), Kind: lists.Alias})
		gone := entities[i]
		gone.ID += "-gone"
		entities = append(entities, gone)
	}
	before, err := lists.NewList(list.ID(), list.Title(), list.AsOf(), entities)
	if err != nil {
		b.Fatal(err)
	}
	return before
}
