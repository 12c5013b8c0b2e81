package screen

import (
	"fmt"
	"runtime"
	"slices"

	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/normalize"
)

// listedOn reports whether e was listed on a day. Listings without dates hold
// always, and so do entities without listings.
func listedOn(e *lists.Entity, day lists.Date) bool {
	if day.IsZero() || len(e.Listings) == 0 {
		return true
	}
	return slices.ContainsFunc(e.Listings, func(l lists.Listing) bool { return holds(l.From, l.Until, day) })
}

// asOfNote says how far the dates of a list tell who was on it on a day: of
// entities that state no day of listing it is not known since when they are.
func asOfNote(entities []*lists.Entity, day lists.Date) string {
	if day.IsZero() {
		return ""
	}
	undated := 0
	for _, e := range entities {
		if !slices.ContainsFunc(e.Listings, func(l lists.Listing) bool { return !l.From.IsZero() }) {
			undated++
		}
	}
	if undated == 0 {
		return ""
	}
	return fmt.Sprintf(" (as of %s; %d of %d entities state no day of listing and are taken as listed)", day, undated, len(entities))
}

// holds reports whether a fact with these dates stood on a day; a zero day
// means now.
func holds(from, until, day lists.Date) bool {
	if day.IsZero() {
		return true
	}
	return (from.IsZero() || from.Compare(day) <= 0) && (until.IsZero() || day.Compare(until) < 0)
}

// preparedName is a name of an entity, ready for an index.
type preparedName struct {
	name
	entity, which, reading int
}

// prepareAll prepares the names of entities over all cores, and calls add with
// each in their order.
func prepareAll(entities []*lists.Entity, opts Options, add func(*preparedName)) {
	const size = 8 // entities at a time
	done := make(chan chan []preparedName, runtime.GOMAXPROCS(0))
	go func() {
		defer close(done)
		for begin := 0; begin < len(entities); begin += size {
			some := make(chan []preparedName, 1)
			done <- some // waits while as many are under way
			go func() {
				var names []preparedName
				var w normalize.Workspace
				for id := begin; id < min(len(entities), begin+size); id++ {
					names = prepareNames(names, &w, entities[id], id, opts)
				}
				some <- names
			}()
		}
	}()
	for some := range done {
		for _, n := range <-some {
			add(&n)
		}
	}
}

// prepareNames appends the names of an entity, prepared, to dst. Former names
// stay, because suppliers' files keep them longer than the authority; only a day
// of the past leaves out what came later.
func prepareNames(dst []preparedName, w *normalize.Workspace, e *lists.Entity, id int, opts Options) []preparedName {
	begin, hasHan := len(dst), false
	for which, n := range e.Names {
		if !opts.compares(n) || opts.standsAgain(e, n) {
			continue
		}
		all := w.Listed(n.Text).Readings
		for reading, r := range all {
			if !isListedPart(r, all[0]) || !suits(r.Part, mannerOf(e.Kind)) {
				continue
			}
			prepared := prepareListed(r, mannerOf(e.Kind))
			prepared.tokens = nil // they lie in the workspace
			prepared.weak = prepared.weak || n.Kind == lists.WeakAlias
			if prepared.total > 0 {
				dst = append(dst, preparedName{prepared, id, which, reading})
				hasHan = hasHan || prepared.terms[0].script == normalize.Han
			}
		}
	}
	for i := range dst[begin:] {
		dst[begin+i].hasHan = hasHan
	}
	return dst
}

// isListedPart reports whether a reading of a listed name is a name of the
// entity: the whole, what stands before and behind a.k.a. or a slash, and a
// single word in brackets at the end, which is an acronym or a short name.
// Longer text in brackets says something about the entity (a subsidiary of …),
// and an acronym in the middle stands for a part of the name.
func isListedPart(r, whole normalize.Reading) bool {
	switch r.Part {
	case normalize.OneScript:
		return false
	case normalize.Inside:
		last := len(whole.Tokens) - 1
		for last > 0 && whole.Tokens[last].Role == normalize.LegalForm {
			last--
		}
		return len(r.Tokens) == 1 && len(r.Tokens[0].Text) >= minAcronym && r.Tokens[0].End == whole.Tokens[last].End
	}
	return true
}

// compares reports whether the options take a name.
func (o *Options) compares(n lists.Name) bool {
	known := o.AsOf.IsZero() || n.From.Compare(o.AsOf) <= 0 // no date is before all others
	return known && (n.Kind.Official() || !o.OfficialOnly)
}

// standsAgain reports a name that was printed in one kind until some day and is
// compared in another since: Hikvision was a primary name and is an alias.
func (o *Options) standsAgain(e *lists.Entity, n lists.Name) bool {
	return !n.Until.IsZero() && slices.ContainsFunc(e.Names, func(other lists.Name) bool {
		return other.Text == n.Text && other.From == n.Until && o.compares(other)
	})
}
