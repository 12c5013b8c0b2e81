package screen

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/normalize"
	"github.com/partyscreen/partyscreen/normalize/spelling"
)

// index has the names of a list by their words. Equal words of different names
// are one term, so that a query's word is compared with each of them once.
//
// # The promise
//
// Candidates are a superset of the names that can reach the review threshold.
// The argument has two steps.
//
// The raw score is at most the listed coverage, the share of a name's weight
// that agrees. For every name, keyTerms marks words, heaviest first, until
// what is left weighs less than the threshold's share. A query that agrees
// with none of them stays below the threshold, so it is enough to post a name
// under those.
//
// Of the names so found, search.reaches leaves out those whose agreeing words
// weigh or tell too little, with what doubt leaves of them at best (leastDoubt).
//
// A listed word agrees with a query by itself (compareTerms, compareCutOff),
// with a run of the query's words (run.compare, compareRunCutOff), as the
// query's acronym, within a run of listed words, or within a listed name whose
// acronym the query is, or the query is the beginning of the name. The first three are found term by term: addTerm enters
// a term under one key for each clause of those functions, and search.word and
// search.runs in candidate.go look them up. The others are found name by
// name: postRuns.
//
// TestIndexAgreesWithReference and FuzzIndexAgreesWithReference hold the promise.
type index struct {
	names    []listedName
	terms    []*term
	postings [][]int32           // by term: the names in which it is marked
	keys     spelling.Table      // terms, by meaning, number, outline: a key with a letter before it
	words    spelling.Dictionary // terms by spelling, found with typing errors
	han      spelling.Dictionary // terms by Chinese characters
	runs     spelling.Table      // names, by joined run and by initials
	longest  int                 // bytes of the longest spelling of a term
	identity map[string][]int32  // entities by identifier
	personal bool                // has names of persons or ships, of which every word may be unknown
	review   float64             // the raw score that candidates can reach
}

// listedName is one reading of one name of an entity.
type listedName struct {
	name
	entity  int32 // in Screener.entities
	which   int32 // in Entity.Names
	reading int32 // in the readings of that name
}

// A letter before a key says what it is.
const (
	keyConcept   = "c"
	keyFamily    = "f"
	keyNumber    = "n"
	keyShape     = "p"
	keySound     = "s"
	keySkeleton  = "k"
	keyInitial   = "i"
	keyName      = "g"
	keyAcronym   = "a"
	keyRun       = "j"
	keyBeginning = "b"
)

func conceptKey(c normalize.Concept) string { return keyConcept + strconv.Itoa(int(c)) }

func nameKey(g normalize.NameGroup) string { return keyName + strconv.Itoa(int(g)) }

// indexer builds an index.
type indexer struct {
	*index
	known map[string]int32 // terms by all that makes them equal
}

// newIndexer begins an index. review is the raw score that candidates must be
// able to reach.
func newIndexer(review float64) *indexer {
	return &indexer{&index{review: review}, make(map[string]int32)}
}

// add enters a name. It keeps the name's terms, shared with equal ones, and not
// its tokens.
func (ix *indexer) add(n listedName) {
	for i, t := range n.terms {
		n.terms[i] = ix.share(t)
	}
	n.tokens = nil
	ix.names = append(ix.names, n)
	ix.post(int32(len(ix.names)-1), &n.name)
}

// build sorts what add entered.
func (ix *indexer) build() *index {
	ix.keys.Build()
	ix.runs.Build()
	ix.words.Build()
	ix.han.Build()
	return ix.index
}

// share returns the one term that equals t.
func (ix *indexer) share(t *term) *term {
	identity := strings.Join([]string{t.text, t.native, t.number, spellings(t), t.initials,
		string([]byte{byte(t.role), byte(t.manner), byte(t.script), byte(t.concept >> 8), byte(t.concept), byte(t.near >> 8), byte(t.near), bit(t.chinese)})}, "\x00")
	if id, ok := ix.known[identity]; ok {
		return ix.terms[id]
	}
	t.id = int32(len(ix.terms))
	shared := new(term)
	*shared = *t // not within the array of its name
	ix.known[identity] = t.id
	ix.personal = ix.personal || t.manner != asOrganisation
	ix.terms = append(ix.terms, shared)
	ix.postings = append(ix.postings, nil)
	ix.addTerm(shared)
	return shared
}

func bit(b bool) byte {
	if b {
		return 1
	}
	return 0
}

func spellings(t *term) string {
	var b strings.Builder
	for i := range t.spelt {
		b.WriteString(t.spelt[i].text)
		b.WriteByte(' ')
	}
	return b.String()
}

// addTerm enters a term under everything by which a query's word finds it.
func (ix *indexer) addTerm(t *term) {
	add := func(key string) { ix.keys.Add(spelling.Hash(key), t.id) }
	if t.number != "" {
		add(keyNumber + t.number)
	}
	if t.concept != 0 {
		add(conceptKey(t.concept))
		if f := t.concept.Family(); f != "" {
			add(keyFamily + f)
		}
	}
	if t.near != 0 {
		add(conceptKey(t.near))
	}
	if t.text == "" {
		return
	}
	if t.script == normalize.Han && t.native != "" {
		ix.han.Add(t.native, t.id)
	}
	for _, s := range t.spelt {
		ix.longest = max(ix.longest, len(s.text))
		ix.words.Add(s.text, t.id)
		add(keyShape + normalize.Shape(s.text))
		for _, o := range s.outlines {
			add(keySound + o)
			if sk := skeleton(o); len(sk) >= minSkeleton {
				add(keySkeleton + sk)
			}
		}
	}
	if t.manner == asPerson {
		add(keyInitial + firstLetter(t.text))
		for i := range t.spelt {
			for _, g := range normalize.NameGroups(t.spelt[i].text) {
				add(nameKey(g))
			}
		}
	}
	add(keyAcronym + cmp.Or(t.native, t.text))
}

// post enters a name under its marked terms, and under its runs and initials.
func (ix *indexer) post(id int32, n *name) {
	marked := keyTerms(n, ix.review)
	for i, t := range n.terms {
		if p := ix.postings[t.id]; marked[i] && (len(p) == 0 || p[len(p)-1] != id) {
			ix.postings[t.id] = append(p, id)
		}
	}
	ix.postRuns(id, n)
}

// keyTerms marks words of n, heaviest first, until the rest weighs less than
// the share review of the whole.
func keyTerms(n *name, review float64) []bool {
	order := make([]int, len(n.terms))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(n.weights[b], n.weights[a]) })
	marked := make([]bool, len(n.terms))
	rest := n.total
	for _, i := range order {
		if rest < needed(n.manner, len(n.terms), review)*n.total {
			break
		}
		marked[i] = true
		rest -= n.weights[i]
	}
	phrase := 0 // the term that bears the letters of all that a phrase means
	for i, t := range n.terms {
		marked[i] = marked[i] || decides(n, t)
		if t.text != "" {
			phrase = i
		}
		marked[phrase] = marked[phrase] || marked[i]
	}
	return marked
}

// postRuns enters a name under every run of its words that joined considers,
// and under its initials.
func (ix *indexer) postRuns(id int32, n *name) {
	add := func(key string) { ix.runs.Add(spelling.Hash(key), id) }
	for i := range n.terms {
		if !joinable(n.terms[i]) {
			continue
		}
		run := n.terms[i].text
		for k := i + 1; k < len(n.terms) && k-i < maxListedJoin; k++ {
			if n.terms[k].text == "" {
				continue
			}
			if !joinable(n.terms[k]) {
				break
			}
			run += n.terms[k].text
			if len(run) >= minJoined {
				add(keyRun + run)
			}
			if r := newRun(n.terms[i:k+1], run, 0, true); len(r.chinese) >= minJoined {
				add(keyRun + r.chinese)
			}
			if len(run) >= minSoundingRun {
				for _, o := range outlines(run) {
					add(keySound + o)
				}
			}
		}
	}
	for _, a := range n.acronyms() {
		add(keyAcronym + a)
	}
	for key, size := n.key(), minCutOff; size <= len(key); size += beginningStep {
		add(keyBeginning + key[:size])
	}
}

// beginningStep is the distance between the lengths of the beginnings of a name
// that are keys of the index: many names begin with a long legal form.
const beginningStep = 8

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

// Identifiers that are compared: shorter numbers recur, longer ones are text.
const (
	minIdentifier = 5
	maxIdentifier = 64
)

// identifierKey folds an identifier to its letters and digits.
func identifierKey(number string) string {
	if len(number) > maxIdentifier {
		return ""
	}
	k := strings.TrimPrefix(normalize.FoldKey(number), "imo")
	if len(k) < minIdentifier {
		return ""
	}
	return k
}
