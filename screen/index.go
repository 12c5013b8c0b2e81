package screen

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/normalize"
)

// index has the names of a list by the words that a query must share with
// them.
//
// # The promise
//
// Candidates are a superset of the names that can reach the review threshold.
// The argument: the raw score is at most the listed coverage, the share of a
// name's weight that agrees. For every name, index marks key words, heaviest
// first, until what is left weighs less than the threshold's share. A query
// that agrees with none of them stays below the threshold. So it is enough to
// post a name under everything by which compareTerms, joined, cutOff and
// acronyms can find one of its key words to agree; keysOf does that, one
// clause for each clause there. TestIndexAgreesWithReference and
// FuzzIndexAgreesWithReference hold it.
type index struct {
	names    []listedName
	exact    map[string][]int32 // concepts, numbers, outlines, joins: by a key with a letter before it
	words    dictionary         // spellings, found with typing errors
	han      dictionary         // words in Chinese characters
	identity map[string][]int32 // entities by identifier
}

// listedName is one reading of one name of an entity.
type listedName struct {
	name
	entity int32 // in Screener.entities
	which  int32 // in Entity.Names
}

// A letter before a key says what it is.
const (
	keyConcept  = 'c'
	keyFamily   = 'f'
	keyNumber   = 'n'
	keyShape    = 'p'
	keySound    = 's'
	keySkeleton = 'k'
	keyInitial  = 'i'
	keyAcronym  = 'a'
	keyJoin     = 'j'
)

func key(kind byte, s string) string { return string(kind) + s }

func conceptKey(c normalize.Concept) string { return key(keyConcept, strconv.Itoa(int(c))) }

// newIndex posts every name under its key words. review is the raw score that
// candidates must be able to reach.
func newIndex(names []listedName, review float64) *index {
	ix := &index{names: names, exact: make(map[string][]int32, len(names))}
	for id := range names {
		ix.post(int32(id), review)
	}
	ix.words.build()
	ix.han.build()
	return ix
}

func (ix *index) post(id int32, review float64) {
	n := &ix.names[id].name
	marked := keyTerms(n, review)
	for i := range n.terms {
		if marked[i] {
			ix.postTerm(id, n, i)
		}
	}
	for i := range n.terms {
		ix.postJoins(id, n, i, marked)
	}
	for _, initials := range [...]string{n.initials, n.allWords} {
		if len(initials) >= minAcronym && len(initials) <= maxAcronym {
			ix.add(key(keyAcronym, initials), id)
		}
	}
}

// keyTerms marks words of n, heaviest first, until the rest weighs less than
// the share review of the whole.
func keyTerms(n *name, review float64) []bool {
	order := make([]int, len(n.terms))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(n.terms[b].weight, n.terms[a].weight) })
	marked := make([]bool, len(n.terms))
	rest := n.total
	for _, i := range order {
		if rest < review*n.total {
			break
		}
		marked[i] = true
		rest -= n.terms[i].weight
	}
	return marked
}

func (ix *index) add(k string, id int32) {
	ids := ix.exact[k]
	if len(ids) == 0 || ids[len(ids)-1] != id {
		ix.exact[k] = append(ids, id)
	}
}

// postTerm posts a name under one of its words.
func (ix *index) postTerm(id int32, n *name, i int) {
	t := &n.terms[i]
	if t.Number != "" {
		ix.add(key(keyNumber, t.Number), id)
	}
	if t.Concept != 0 {
		ix.add(conceptKey(t.Concept), id)
		if f := t.Concept.Family(); f != "" {
			ix.add(key(keyFamily, f), id)
		}
	}
	if t.Text == "" {
		return
	}
	if t.Native != "" && t.Script == normalize.Han {
		ix.han.add(t.Native, id)
	}
	for k, s := range t.spelt {
		ix.words.add(s, id)
		ix.add(key(keyShape, normalize.Shape(s)), id)
		if t.sounds[k] != "" {
			ix.add(key(keySound, t.sounds[k]), id)
			if sk := skeleton(t.sounds[k]); len(sk) >= minSkeleton {
				ix.add(key(keySkeleton, sk), id)
			}
		}
	}
	if t.Role == normalize.Initial || isPerson(n.kind) {
		ix.add(key(keyInitial, t.Text[:1]), id)
	}
	if len(t.Text) >= minAcronym && len(t.Text) <= maxAcronym {
		ix.add(key(keyAcronym, "="+t.Text), id)
	}
}

// postJoins posts a name under the runs of words from word i that have a key
// word in them.
func (ix *index) postJoins(id int32, n *name, i int, marked []bool) {
	run, marks := "", false
	for k := i; k < len(n.terms) && k-i < maxListedJoin && joinable(&n.terms[k]); k++ {
		run += n.terms[k].Text
		marks = marks || marked[k]
		if k > i && marks {
			ix.add(key(keyJoin, run), id)
		}
	}
}

// identifiers enters the identifiers of the entities.
func (ix *index) identifiers(entities []*lists.Entity) {
	ix.identity = make(map[string][]int32)
	for i, e := range entities {
		for _, id := range e.Identifiers {
			if k := identifierKey(id.Number); k != "" {
				ix.identity[k] = append(ix.identity[k], int32(i))
			}
		}
	}
}

// minIdentifier is the shortest identifier that is compared: shorter numbers
// recur.
const minIdentifier = 5

// identifierKey folds an identifier to its letters and digits.
func identifierKey(number string) string {
	k := normalize.FoldKey(number)
	if len(k) < minIdentifier {
		return ""
	}
	return k
}
