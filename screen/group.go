package screen

import (
	"slices"

	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/normalize"
)

// Groups returns the hits in groups that are probably one party each, listed by
// several authorities: their entities share an identifier of one type, or a name
// that reads the same. The best hit of a group is its first, and groups come in
// the order of their best hits. Nothing is merged: every hit keeps the legal effect
// of its own listing, and a licence may be needed under each.
func (r *Result) Groups() [][]Hit {
	var groups [][]Hit
	known := make(map[string]int) // group by what its entities are known by
	for _, h := range r.Hits {
		keys := partyKeys(h.Entity)
		at := len(groups)
		for _, k := range keys {
			if g, ok := known[k]; ok {
				at = min(at, g)
			}
		}
		if at == len(groups) {
			groups = append(groups, nil)
		}
		for _, k := range keys {
			if g, ok := known[k]; ok && g != at { // h is the link between two groups
				groups[at], groups[g] = append(groups[at], groups[g]...), nil
				for other, of := range known {
					if of == g {
						known[other] = at
					}
				}
			}
			known[k] = at
		}
		groups[at] = append(groups[at], h)
	}
	return slices.DeleteFunc(groups, func(g []Hit) bool { return g == nil })
}

// partyKeys returns what entities of one party have in common: folded names that
// the authority prints, and identifiers with their class.
func partyKeys(e *lists.Entity) []string {
	var keys []string
	for _, n := range e.Names {
		if k := normalize.FoldKey(n.Text); n.Kind.Official() && n.Kind != lists.WeakAlias && len(k) >= minPartyKey {
			keys = append(keys, "name "+k)
		}
	}
	for _, id := range e.Identifiers {
		if k := identifierKey(id.Number); k != "" && !isListKey(id) && identifierClass(id.Type) != "" {
			keys = append(keys, identifierClass(id.Type)+" "+k)
		}
	}
	return keys
}

// minPartyKey is the length of a name, in bytes of its letters, that tells a
// party from others.
const minPartyKey = 6
