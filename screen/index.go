package screen

import (
	"cmp"
	"slices"
	"strings"
	"sync"

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
// The argument has three steps.
//
// What agrees. A listed word agrees with a query by itself (compareTerms,
// compareCutOff), with a run of the query's words (run.compare,
// compareRunCutOff), as the query's acronym, within a run of listed words, or
// within a listed name whose acronym the query is, or whose beginning. The first
// three are found term by term: addTerm enters a term under one key for each
// clause of those functions, and lookup.word, runs and acronyms in candidate.go
// look them up; words of one meaning are found by it. The others are found name
// by name: addJoins.
//
// What it can come to. lookup.reaches in bound.go bounds the score of a name from
// above by the words that agree. Names that stay below the threshold are left
// out.
//
// Where to look. Not every word leads to the names that have it: common ones are
// in too many. For every name, driversOf in bound.go leaves out the commonest
// words as long as the same bound, for all of those together, stays below the
// threshold. So a name that can reach the threshold agrees in one of the others.
// Those that bring it there with the commonest lead to it alone; of the rest
// two must agree, and so any two of them lead to it.
//
// TestIndexAgreesWithReference and FuzzIndexAgreesWithReference hold the promise.
type index struct {
	names      []listedName
	words      []int32 // the terms of all names, name by name
	terms      []term
	facts      []fact                      // by term
	records    []uint32                    // of the names; see record
	paired     []bool                      // by driver: leads to names together with another
	pairs      spelling.Table              // records, by two drivers
	drivers    postings                    // records, by what leads to them
	leads      []fact                      // by driver: at most what agreement with its terms tells, and all their flags
	meanings   map[normalize.Concept]int32 // the driver of a meaning
	families   map[string][]int32          // the drivers of the meanings of a family
	keys       spelling.Table              // terms, by number, outline, sound: a key with a letter before it
	spelt      spelling.Dictionary         // terms by spelling, found with typing errors
	alike      postings                    // by word of spelt: terms that are alike in their letters or sound
	han        spelling.Dictionary         // terms by Chinese characters
	joins      spelling.Table              // names, by joined run, initials and beginning
	longest    int                         // bytes of the longest spelling of a term
	longestHan int                         // bytes of the longest term in Chinese characters
	identity   map[string][]int32          // entities by identifier
	manners    [manners]bool               // which there are
	foreign    bool                        // some words are not in Latin letters
	review     float64                     // the score that candidates can reach
}

// listedName is one reading of one name of an entity.
type listedName struct {
	entity  int32  // in Screener.entities
	end     uint32 // of its words in index.words
	which   int32  // in Entity.Names
	reading uint8  // in the readings of that name
	manner  manner
	flags   nameFlags
}

type nameFlags uint8

const (
	weakName      nameFlags = 1 << iota
	hanName                 // its entity has a name in Chinese characters
	distinctName            // has a distinctive word
	corporateName           // has a legal form or a word for a body or a trade
	repeatingName           // has a place twice
	initialName             // has an initial
)

func (l *listedName) isWeak() bool { return l.flags&weakName != 0 }

// postings are lists of numbers by number.
type postings struct {
	ends []uint32
	ids  []int32
}

func (p *postings) of(number int32) []int32 {
	begin := uint32(0)
	if number > 0 {
		begin = p.ends[number-1]
	}
	return p.ids[begin:p.ends[number]]
}

// begin turns the lengths of the lists into where they begin, which is what their
// ends are until they are filled, and returns the length of all.
func (p *postings) begin() uint32 {
	begin := uint32(0)
	for i, n := range p.ends {
		p.ends[i] = begin
		begin += n
	}
	return begin
}

// wordsOf returns the terms of a name.
func (ix *index) wordsOf(id int32) []int32 {
	begin := uint32(0)
	if id > 0 {
		begin = ix.names[id-1].end
	}
	return ix.words[begin:ix.names[id].end]
}

// load makes n the listed name with a number, in the memory of the one before.
func (ix *index) load(id int32, n *name) {
	l := &ix.names[id]
	*n = name{terms: n.terms[:0], weights: n.weights[:0], manner: l.manner, weak: l.flags&weakName != 0, hasHan: l.flags&hanName != 0}
	for _, t := range ix.wordsOf(id) {
		n.terms = append(n.terms, &ix.terms[t])
		n.weights = append(n.weights, 0)
	}
	n.weigh()
	if l.flags&repeatingName != 0 {
		n.dropRepeatedPlaces()
	}
}

// A letter before a key says what it is.
const (
	keyNumber    = "n"
	keyShape     = "p"
	keySound     = "s"
	keyVowels    = "v"
	keySkeleton  = "k"
	keyName      = "g"
	keyAcronym   = "a"
	keyRun       = "j"
	keyBeginning = "b"
)

// hashKey returns the hash of a key that is a hash itself.
func hashKey(kind string, h uint64) uint64 { return spelling.Mix(h + uint64(kind[0])) }

// textKey returns the hash of a key of letters.
func textKey[T string | []byte](kind string, text T) uint64 {
	return hashKey(kind, spelling.Hash(text))
}

// vowelKey is the key of a sound for words with so few consonants that the vowels
// must agree too, as in sounding.
func vowelKey(s *sound, text string) uint64 {
	return hashKey(keyVowels, s.outline^plainVowelHash(text))
}

// joinKey returns the key under which a run of listed words finds a word of the
// same sound: where few consonants agree, the vowels must, as in run.sounding.
func joinKey(s *sound, text string) uint64 {
	if s.bones > minOwnVowels {
		return hashKey(keySound, s.outline)
	}
	return hashKey(keySound, s.outline^vowelHash(text))
}

func nameKey(g normalize.NameGroup) uint64 { return hashKey(keyName, uint64(g)) }

// indexer builds an index.
type indexer struct {
	*index
	known map[string]int32 // by text: the last term that has it
	same  []int32          // by term: the term before that has the same text, or -1
	spare arena
}

// newIndexer begins an index. review is the score that candidates must be able
// to reach.
func newIndexer(review float64) *indexer {
	return &indexer{index: &index{review: review}, known: make(map[string]int32)}
}

// add enters a name. It keeps none of the memory of n.
func (ix *indexer) add(n *preparedName) {
	for _, t := range n.terms {
		ix.words = append(ix.words, ix.share(t))
	}
	l := listedName{entity: int32(n.entity), end: uint32(len(ix.words)), which: int32(n.which), reading: uint8(n.reading), manner: n.manner}
	for _, f := range [...]struct {
		is   bool
		flag nameFlags
	}{{n.weak, weakName}, {n.hasHan, hanName}, {n.distinct, distinctName}, {n.corporate, corporateName}, {n.repeats(), repeatingName}, {n.hasInitial(), initialName}} {
		if f.is {
			l.flags |= f.flag
		}
	}
	ix.names = append(ix.names, l)
	ix.manners[n.manner] = true
}

// repeats reports a name that has a place twice.
func (n *name) repeats() bool {
	for i, t := range n.terms {
		if t.role == normalize.Place && n.weights[i] == 0 {
			return true
		}
	}
	return false
}

func (n *name) hasInitial() bool {
	return slices.ContainsFunc(n.terms, func(t *term) bool { return t.role == normalize.Initial })
}

// share returns the number of the one term that equals t.
func (ix *indexer) share(t *term) int32 {
	last, known := ix.known[t.text]
	if !known {
		last = -1
	}
	for id := last; id >= 0; id = ix.same[id] {
		if ix.terms[id].equals(t) {
			return id
		}
	}
	shared := ix.spare.copy(t)
	shared.id = int32(len(ix.terms))
	ix.terms = append(ix.terms, shared)
	ix.same = append(ix.same, last)
	ix.known[shared.text] = shared.id
	return shared.id
}

// equals reports terms that differ in nothing but where they stand.
func (t *term) equals(o *term) bool {
	return t.text == o.text && t.native == o.native && t.number == o.number && t.initials == o.initials &&
		t.concept == o.concept && t.role == o.role && t.manner == o.manner && t.script == o.script &&
		t.chinese == o.chinese && t.corporate == o.corporate && t.bits == o.bits && t.spelling == o.spelling &&
		slices.EqualFunc(t.spelt, o.spelt, func(a, b spelt) bool { return a.text == b.text })
}

// arena holds the parts of terms side by side, because a list has many small
// ones.
type arena struct {
	spelt  []spelt
	sounds []sound
}

// arenaSize is how many parts lie side by side.
const arenaSize = 4096

// copy returns a term that shares no memory with t.
func (a *arena) copy(t *term) term {
	c := *t
	c.text = strings.Clone(t.text)
	c.native, c.number = strings.Clone(t.native), strings.Clone(t.number)
	if c.initials = strings.Clone(t.initials); strings.HasPrefix(c.text, c.initials) {
		c.initials = c.text[:len(c.initials)]
	}
	if cap(a.spelt)-len(a.spelt) < len(t.spelt) {
		a.spelt = make([]spelt, 0, max(arenaSize, len(t.spelt)))
	}
	begin := len(a.spelt)
	for i, s := range t.spelt {
		if cap(a.sounds)-len(a.sounds) < len(s.sounds) {
			a.sounds = make([]sound, 0, arenaSize)
		}
		from := len(a.sounds)
		a.sounds = append(a.sounds, s.sounds...)
		text := c.text
		if i > 0 {
			text = strings.Clone(s.text)
		}
		a.spelt = append(a.spelt, spelt{text, s.shape, a.sounds[from:len(a.sounds):len(a.sounds)]})
	}
	c.spelt = a.spelt[begin:len(a.spelt):len(a.spelt)]
	return c
}

// build sorts what add entered.
func (ix *indexer) build() *index {
	ix.known, ix.same = nil, nil
	ix.terms, ix.words, ix.names = slices.Clone(ix.terms), slices.Clone(ix.words), slices.Clone(ix.names)
	ix.noteFacts()
	ix.noteRecords()
	var tasks sync.WaitGroup
	tasks.Go(ix.post)
	tasks.Go(ix.addTerms)
	tasks.Go(ix.addNames)
	tasks.Wait()
	return ix.index
}

// addTerms makes the terms known by all that finds them.
func (ix *indexer) addTerms() {
	for i := range ix.terms {
		ix.addTerm(&ix.terms[i])
	}
	var tasks sync.WaitGroup
	tasks.Go(ix.keys.Build)
	tasks.Go(ix.spelt.Build)
	tasks.Go(ix.han.Build)
	tasks.Wait()
	ix.noteAlike()
}

// noteAlike looks up what is alike every listed word, once for all queries that
// have the word.
func (ix *indexer) noteAlike() {
	l := lookup{ix: ix.index}
	var mem memory
	for place := range ix.spelt.Len() {
		mem.reset(0)
		s := mem.newSpelt(ix.spelt.Word(int32(place)))
		l.ids = l.appendAlike(l.ids[:0], &s)
		slices.Sort(l.ids)
		for _, id := range slices.Compact(l.ids) {
			if mayAgree(&s, &ix.terms[id]) {
				ix.alike.ids = append(ix.alike.ids, id)
			}
		}
		ix.alike.ends = append(ix.alike.ends, uint32(len(ix.alike.ids)))
	}
	ix.alike.ids, ix.alike.ends = slices.Clone(ix.alike.ids), slices.Clone(ix.alike.ends)
}

// addNames makes the names known by what finds them without their terms.
func (ix *indexer) addNames() {
	var n name
	for id := range ix.names {
		ix.load(int32(id), &n)
		ix.addJoins(int32(id), &n)
	}
	ix.joins.Build()
}

// mayAgree reports whether compareTerms may find that a word with one spelling
// agrees with a term, whatever else it is.
func mayAgree(s *spelt, t *term) bool {
	for i := range t.spelt {
		other := &t.spelt[i]
		if similarity, _ := compareSpelling(s, other, false); similarity > 0 {
			return true
		}
		if similarity, _ := sounding(s, other, true); similarity > 0 {
			return true
		}
	}
	return shareNameForm(s, t.spelt)
}

// addTerm enters a term under everything by which a query's word finds it.
func (ix *indexer) addTerm(t *term) {
	if t.number != "" {
		ix.keys.Add(textKey(keyNumber, t.number), t.id)
	}
	if t.text == "" {
		return
	}
	if t.script == normalize.Han && t.native != "" {
		ix.han.Add(t.native, t.id)
		ix.longestHan = max(ix.longestHan, len(t.native))
	}
	ix.foreign = ix.foreign || t.script != normalize.Latin
	for i := range t.spelt {
		s := &t.spelt[i]
		ix.longest = max(ix.longest, len(s.text))
		ix.spelt.Add(s.text, t.id)
		ix.keys.Add(hashKey(keyShape, s.shape), t.id)
		for k := range s.sounds {
			ix.keys.Add(hashKey(keySound, s.sounds[k].outline), t.id)
			if s.sounds[k].consonants < minConsonants {
				ix.keys.Add(vowelKey(&s.sounds[k], s.text), t.id)
			}
			if s.sounds[k].bones >= minSkeleton {
				ix.keys.Add(hashKey(keySkeleton, s.sounds[k].skeleton), t.id)
			}
		}
		if t.manner == asPerson {
			for g := range normalize.NameGroups(s.text) {
				ix.keys.Add(nameKey(g), t.id)
			}
		}
	}
	if isAcronymLength(t) {
		ix.keys.Add(textKey(keyAcronym, cmp.Or(t.native, t.text)), t.id)
	}
}

// addJoins enters a name under every run of its words that joined considers,
// and under its initials and beginnings.
func (ix *indexer) addJoins(id int32, n *name) {
	n.eachRun(maxListedJoin, true, maxRun, func(r *run) {
		if len(r.text) >= minJoined {
			ix.joins.Add(textKey(keyRun, r.text), id)
		}
		if len(r.chinese) >= minJoined {
			ix.joins.Add(textKey(keyRun, r.chinese), id)
		}
		for k := range r.hear() {
			ix.joins.Add(joinKey(&r.sounds[k], r.text), id)
		}
	})
	if n.manner != asPerson {
		var in initials
		in.of(n).each(func(acronym []byte) { ix.joins.Add(textKey(keyAcronym, acronym), id) })
	}
	for all, size := letters(n.terms), minCutOff; size <= len(all); size += beginningStep {
		ix.joins.Add(textKey(keyBeginning, all[:size]), id)
	}
}

// beginningStep is the distance between the lengths of the beginnings of a name
// that are keys of the index: many names begin with a long legal form.
const beginningStep = 8

// maxRun is the letters of the longest run of listed words that is entered.
const maxRun = normalize.MaxBytes

// identifiers enters the identifiers of the entities, those that are nil left out.
func (ix *index) identifiers(entities []*lists.Entity) {
	if ix.identity == nil {
		ix.identity = make(map[string][]int32)
	}
	for i, e := range entities {
		if e == nil {
			continue
		}
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
