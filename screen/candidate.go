package screen

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"github.com/partyscreen/partyscreen/normalize"
	"github.com/partyscreen/partyscreen/normalize/spelling"
)

// lookup is what the words of one query agree with in one index, and the memory
// for it, which is reused for one query after another.
type lookup struct {
	ix          *index
	query       *query
	round       uint32
	drivers     []reach // by driver, where it agrees
	agreeing    bitset  // drivers
	driving     []int32 // those that lead to names
	chains      []chain // by term
	comparisons []comparison
	runs        []joint
	current     run                   // of the query, that is looked up
	letters     [letterClasses]uint64 // by first letter: words of the query, for the initials of persons
	initials    [letterClasses]uint64 // and its initials
	hasLetters  bool                  // letters and initials are known
	hasInitials bool                  // some word is an initial
	joined      marks                 // names of which a run of words is one of the query
	found       []int32               // the candidates
	tried       marks                 // terms that were compared with the present word
	ids         []int32
	finder      spelling.Finder
}

// chain is where the comparisons of a term and the runs that may agree with it
// begin.
type chain struct {
	round       uint32
	comparisons int32 // the last, +1
	runs        int32 // the last, +1
}

// comparison is the agreement of a word of the query with a term.
type comparison struct {
	word       int
	similarity float64
	how        Agreement
	next       int32 // of the same term, +1
}

// joint is a run of the query, words begin to end.
type joint struct {
	begin, end int
	next       int32 // of the same term, +1
}

// candidates returns the names that query could agree with far enough,
// ascending. See index for why no other name can reach the review threshold.
func (l *lookup) candidates(ix *index, q *query) []int32 {
	l.begin(ix, q)
	plain := q.as(asOrganisation)
	for i := range plain.name.terms {
		l.word(i)
		l.run(&plain.name, i)
	}
	for _, m := range [...]manner{asOrganisation, asVessel} {
		if ix.manners[m] {
			l.acronyms(&q.as(m).name)
		}
	}
	for _, d := range l.driving {
		l.look(ix.drivers.of(d))
	}
	l.byPairs()
	l.beginning(&plain.name)
	slices.Sort(l.found)
	l.found = slices.Compact(l.found)
	return l.found
}

// look takes the names that can reach the threshold, of which the records are at
// some places.
func (l *lookup) look(places []int32) {
	for _, at := range places {
		if r := l.ix.record(at); l.reaches(r) {
			l.found = append(l.found, r.id())
		}
	}
}

// byPairs looks at the names to which two drivers lead together.
func (l *lookup) byPairs() {
	paired := l.driving[:0]
	for _, d := range l.driving {
		if l.ix.paired[d] {
			paired = append(paired, d)
		}
	}
	for i, d := range paired {
		for _, other := range paired[:i] {
			l.ids = l.ix.pairs.Append(l.ids[:0], pairKey(d, other))
			l.look(l.ids)
		}
	}
}

// begin empties the memory for another query.
func (l *lookup) begin(ix *index, q *query) {
	if l.ix != ix {
		*l = lookup{ix: ix, drivers: make([]reach, len(ix.leads)), agreeing: newBitset(len(ix.leads)), chains: make([]chain, len(ix.terms))}
	}
	if l.round++; l.round == 0 {
		clear(l.drivers)
		clear(l.chains)
		l.round = 1
	}
	l.query = q
	l.agreeing.clear()
	l.comparisons, l.runs, l.driving, l.found = l.comparisons[:0], l.runs[:0], l.driving[:0], l.found[:0]
	l.joined.reset(len(ix.names))
	l.hasInitials, l.hasLetters = q.as(asOrganisation).name.hasInitial(), false
}

// noteLetters notes the first letters of the words, for the initials of persons.
func (l *lookup) noteLetters() {
	if l.hasLetters {
		return
	}
	l.hasLetters = true
	clear(l.letters[:])
	clear(l.initials[:])
	for i, t := range l.query.as(asPerson).name.terms {
		class := letterClass(t.text)
		switch t.role {
		case normalize.Initial:
			l.initials[class] |= wordBits(i, i+1)
			l.letters[class] |= wordBits(i, i+1)
		case normalize.Distinctive:
			l.letters[class] |= wordBits(i, i+1)
		}
	}
}

// drive notes that words begin to end of the query agree with terms of a driver
// of which f says what that tells, and whether it leads to their names.
func (l *lookup) drive(f *fact, begin, end int, cover float32, leads bool) {
	r := &l.drivers[f.driver]
	if l.agreeing.add(f.driver) {
		*r = reach{}
	}
	if leads && !r.leads {
		r.leads = true
		l.driving = append(l.driving, f.driver)
	}
	r.cover, r.bits = max(r.cover, cover), max(r.bits, f.bits)
	r.words |= wordBits(begin, end)
	r.distinctive = r.distinctive || f.flags&distinctiveTerm != 0
	r.decides = r.decides || f.flags&decidesTerm != 0
}

// chain returns the chain of a term, to be added to.
func (l *lookup) chain(term int32) *chain {
	c := &l.chains[term]
	if c.round != l.round {
		*c = chain{round: l.round}
	}
	return c
}

// agrees notes that words begin to end of the query agree with a term.
func (l *lookup) agrees(id int32, begin, end int, similarity float64, how Agreement) {
	t, f := &l.ix.terms[id], &l.ix.facts[id]
	cover := float32(similarity)
	slip := agreement{how: how, similarity: similarity}
	if slip.isSlip() && (t.role != normalize.Distinctive || sum(l.query.as(t.manner).name.weights[begin:end]) < weigh(t, true)) {
		cover = 1 // a typing error may take weight off both names
	}
	l.drive(f, begin, end, cover, true)
}

// means notes that words begin to end of the query agree with every term of a
// meaning.
func (l *lookup) means(driver int32, begin, end int) {
	l.drive(&l.ix.leads[driver], begin, end, 1, true)
}

// meansNearly is means for a related meaning.
func (l *lookup) meansNearly(driver int32, begin, end int) {
	l.drive(&fact{driver: driver, bits: relatedBits}, begin, end, similarFamily, l.ix.review <= relatedAlone)
}

// wordBits returns the bits that stand for words begin to end. The words beyond
// have none; see query.added.
func wordBits(begin, end int) uint64 {
	if begin >= maxWordBits {
		return 0
	}
	return (1<<min(end, maxWordBits) - 1) &^ (1<<begin - 1)
}

// maxWordBits is the number of words of a query that a bit stands for.
const maxWordBits = 64

// eachComparison calls f with the words of the query that agree with a term, as
// word found them.
func (l *lookup) eachComparison(term int32, f func(*comparison)) {
	if c := &l.chains[term]; c.round == l.round {
		for at := c.comparisons; at > 0; at = l.comparisons[at-1].next {
			f(&l.comparisons[at-1])
		}
	}
}

// eachRun calls f with the runs of the query that may agree with a term.
func (l *lookup) eachRun(term int32, f func(begin, end int)) {
	if c := &l.chains[term]; c.round == l.round {
		for at := c.runs; at > 0; at = l.runs[at-1].next {
			f(l.runs[at-1].begin, l.runs[at-1].end)
		}
	}
}

// hasRun reports whether a run of words of a name may be a word of the query.
func (l *lookup) hasRun(id int32) bool { return l.joined.has(id) }

// word finds the listed terms that word i of the query agrees with by itself.
func (l *lookup) word(i int) {
	ix := l.ix
	q := &l.query.as(asOrganisation).name
	t := q.terms[i]
	l.tried.reset(len(ix.terms))
	l.meaning(t, i)
	l.number(i, t.number)
	if ix.manners[asVessel] && t.role == normalize.Initial {
		l.number(i, l.query.as(asVessel).name.terms[i].number) // Grace I
	}
	if t.text == "" {
		return
	}
	if t.script == normalize.Han && t.native != "" {
		l.characters(t.native, i)
	}
	for k := range t.spelt {
		l.spelling(&t.spelt[k], i)
	}
	if stop := q.tokens[i].Cut; (i == len(q.terms)-1 || stop) && len(t.text) >= minAbbreviation && (t.concept == 0 || stop || ix.manners[asPerson] || ix.manners[asVessel]) {
		l.ids = ix.spelt.CutOff(l.ids[:0], t.text)
		for _, id := range l.ids {
			l.cutOff(id, i)
		}
	}
	if isAcronymLength(t) {
		l.acronymOf(i, t)
	}
}

// meaning finds the terms that mean what word i means, or nearly.
func (l *lookup) meaning(t *term, i int) {
	end := phraseEnd(&l.query.as(asOrganisation).name, i)
	if t.concept != 0 {
		if d, ok := l.ix.meanings[t.concept]; ok {
			l.means(d, i, end)
		}
		if f := t.concept.Family(); f != "" {
			for _, d := range l.ix.families[f] {
				l.meansNearly(d, i, end)
			}
		}
	}
	if t.near != 0 {
		if d, ok := l.ix.meanings[t.near]; ok {
			l.means(d, i, end)
		}
	}
}

// number compares word i with the terms of its number.
func (l *lookup) number(i int, number string) {
	if number != "" {
		l.ids = l.ix.keys.Append(l.ids[:0], textKey(keyNumber, number))
		l.try(i)
	}
}

// key compares word i with the terms under a key.
func (l *lookup) key(i int, key uint64) {
	l.ids = l.ix.keys.Append(l.ids[:0], key)
	l.try(i)
}

// try compares word i with the terms that were found.
func (l *lookup) try(i int) {
	for _, id := range l.ids {
		if !l.tried.add(id) {
			continue
		}
		t := &l.ix.terms[id]
		own := l.query.as(t.manner).name.terms[i]
		if !isLookedUp(own, t) && own.role != normalize.Initial && t.role != normalize.Initial {
			continue
		}
		similarity, how := compareTerms(own, t)
		if similarity == 0 || isInitialOf(own, t) {
			continue
		}
		c := l.chain(id)
		l.comparisons = append(l.comparisons, comparison{i, similarity, how, c.comparisons})
		c.comparisons = int32(len(l.comparisons))
		l.agrees(id, i, phraseEnd(&l.query.as(t.manner).name, i), similarity, how)
	}
}

// characters finds the terms in Chinese characters that are a slip away, or that
// the word begins with.
func (l *lookup) characters(native string, i int) {
	l.ids = l.ids[:0]
	if len(native) <= l.ix.longestHan+spelling.Most*utf8.UTFMax {
		l.ids = l.ix.han.Near(&l.finder, l.ids, native, spelling.Most)
	}
	for end := range native {
		if end > l.ix.longestHan {
			break
		}
		if end > 0 {
			l.ids = l.ix.han.Near(&l.finder, l.ids, native[:end], 0)
		}
	}
	l.try(i)
}

// spelling finds the terms that are alike word i in one of its spellings.
func (l *lookup) spelling(s *spelt, i int) {
	ix := l.ix
	if place, ok := ix.spelt.Find(&l.finder, s.text); ok {
		l.ids = append(l.ids[:0], ix.alike.of(place)...)
	} else {
		l.ids = l.appendAlike(l.ids[:0], s)
	}
	l.try(i)
	if len(s.text) >= minJoined {
		l.joins(textKey(keyRun, s.text))
	}
	t := l.query.as(asOrganisation).name.terms[i]
	for k := range s.sounds {
		sound := &s.sounds[k]
		if sound.vowels > 0 && (ix.foreign || t.script != normalize.Latin) {
			l.key(i, hashKey(keySound, sound.outline))
			l.key(i, hashKey(keySkeleton, sound.skeleton))
		}
		if s.text == t.text && len(t.text) >= minSoundingRun {
			l.joins(joinKey(sound, t.text))
		}
	}
}

// appendAlike appends to dst the terms that are near a spelling by typing errors,
// by outline, by sound, and as forms of one name, some of them repeatedly.
func (l *lookup) appendAlike(dst []int32, s *spelt) []int32 {
	ix := l.ix
	dst = ix.spelt.Near(&l.finder, dst, s.text, spelling.Most)
	dst = ix.keys.Append(dst, hashKey(keyShape, s.shape))
	if ix.manners[asPerson] {
		for g := range normalize.NameGroups(s.text) {
			dst = ix.keys.Append(dst, nameKey(g))
		}
	}
	for k := range s.sounds {
		switch sound := &s.sounds[k]; {
		case sound.vowels == 0: // Q.S.P.C. has no sound
		case sound.consonants >= minConsonants:
			dst = ix.keys.Append(dst, hashKey(keySound, sound.outline))
		case sound.consonants == minConsonants-1:
			dst = ix.keys.Append(dst, vowelKey(sound, s.text))
		}
	}
	return dst
}

// cutOff compares word i, which may be cut off, with a term.
func (l *lookup) cutOff(id int32, i int) {
	t := &l.ix.terms[id]
	q := &l.query.as(t.manner).name
	if similarity, how := compareCutOff(q.terms[i], t, i == len(q.terms)-1, q.tokens[i].Cut); similarity > 0 {
		l.agrees(id, i, i+1, similarity, how)
	}
}

// joins notes the names of which a run of words is a word of the query.
func (l *lookup) joins(key uint64) {
	l.ids = l.ix.joins.Append(l.ids[:0], key)
	for _, id := range l.ids {
		l.joined.add(id)
		l.found = append(l.found, id)
	}
}

// acronymOf finds the names whose acronym word i of the query is.
func (l *lookup) acronymOf(i int, t *term) {
	l.ids = l.ix.joins.Append(l.ids[:0], textKey(keyAcronym, cmp.Or(t.native, t.text)))
	for _, id := range l.ids {
		q := l.query.as(l.ix.names[id].manner)
		similarity := similarAcronym(t.text, false)
		if own := q.name.terms[i]; own.role != normalize.Distinctive {
			continue
		}
		added := q.added(wordBits(i, i+1))
		b := bound{coverage: similarity, agreeing: weightDistinctive * maxWordBits, bits: float64(len(t.text)) * acronymBits, added: added, complete: added == 0, contradicted: 1}
		if b.reaches(l.ix.review) {
			l.found = append(l.found, id)
		}
	}
}

// isAcronymLength reports a word that an acronym may be, by its length.
func isAcronymLength(t *term) bool { return minAcronym <= len(t.text) && len(t.text) <= maxAcronym }

// run finds the listed terms that a run of words from word i, joined, agrees
// with. It takes in all words that are joinable in some manner of reading: what
// is a legal form to a company is a part of a ship's name.
func (l *lookup) run(q *name, i int) {
	if !mayJoin(q.terms[i]) {
		return
	}
	for end := i + 2; end <= len(q.terms) && end-i <= maxJoin; end++ {
		last := q.terms[end-1]
		if last.text == "" {
			continue
		}
		if !mayJoin(last) || q.lettersIn(i, end) > l.ix.longest+maxSoundingGap {
			break
		}
		r := &l.current
		*r = q.join(i, end, false)
		r.pinyin = false // for all that it is in some manner
		if l.ix.manners[asPerson] || l.ix.manners[asVessel] {
			r.unknown++ // of which every word may be unknown
		}
		if len(r.text) >= minJoined {
			l.joint(r, end == len(q.terms))
		}
	}
}

// joint finds the listed terms that a run agrees with.
func (l *lookup) joint(r *run, last bool) {
	ix := l.ix
	l.ids = ix.spelt.Near(&l.finder, l.ids[:0], r.text, min(r.unknown, joinedEdits))
	if r.chinese != "" {
		l.ids = ix.spelt.Near(&l.finder, l.ids, r.chinese, 0)
	}
	for k := range r.hear() {
		l.ids = ix.keys.Append(l.ids, hashKey(keySound, r.sounds[k].outline))
		if r.foreign {
			l.ids = ix.keys.Append(l.ids, hashKey(keySkeleton, r.sounds[k].skeleton))
		}
	}
	for _, id := range l.ids {
		if similarity, how := r.compare(&ix.terms[id]); similarity > 0 {
			l.agreesAsRun(id, r, similarity, how)
		}
	}
	if last && len(r.text) >= minTruncated {
		l.ids = ix.spelt.CutOff(l.ids[:0], r.text)
		for _, id := range l.ids {
			if similarity, how := compareRunCutOff(r.text, &ix.terms[id], true); similarity > 0 {
				l.agreesAsRun(id, r, similarity, how)
			}
		}
	}
}

func (l *lookup) agreesAsRun(id int32, r *run, similarity float64, how Agreement) {
	c := l.chain(id)
	l.runs = append(l.runs, joint{r.begin, r.end, c.runs})
	c.runs = int32(len(l.runs))
	l.agrees(id, r.begin, phraseEnd(&l.query.as(asOrganisation).name, r.end-1), similarity, how)
}

// mayJoin is joinable for every manner of reading.
func mayJoin(t *term) bool { return t.text != "" && t.role != normalize.Number }

// acronyms finds the listed terms that are the initials of the query.
func (l *lookup) acronyms(q *name) {
	var in initials
	in.of(q).each(func(acronym []byte) {
		l.ids = l.ix.keys.Append(l.ids[:0], textKey(keyAcronym, acronym))
		for _, id := range l.ids {
			if t := &l.ix.terms[id]; t.manner == q.manner && cmp.Or(t.native, t.text) == string(acronym) {
				l.agrees(id, 0, len(q.terms), similarAcronym(t.text, true), Acronym)
			}
		}
	})
}

// beginning finds the names that begin as the query does.
func (l *lookup) beginning(q *name) {
	if n := len(q.letters); n >= minCutOff {
		l.found = l.ix.joins.Append(l.found, textKey(keyBeginning, q.letters[:n-(n-minCutOff)%beginningStep]))
	}
}

// marks is a set of small numbers that is emptied in constant time.
type marks struct {
	ids  []int32  // what it has, in the order in which it came
	mark []uint32 // by number: the round in which it was added
	now  uint32
}

func (m *marks) reset(size int) {
	if len(m.mark) < size {
		m.mark = make([]uint32, size)
		m.now = 0
	}
	if m.now++; m.now == 0 {
		clear(m.mark)
		m.now = 1
	}
	m.ids = m.ids[:0]
}

// add puts id into the set and reports whether it was not there.
func (m *marks) add(id int32) bool {
	if m.mark[id] == m.now {
		return false
	}
	m.mark[id] = m.now
	m.ids = append(m.ids, id)
	return true
}

func (m *marks) has(id int32) bool { return m.mark[id] == m.now }

// bitset is a set of small numbers in as little memory as can be.
type bitset struct {
	words []uint64
	ids   []int32 // what it has
}

func newBitset(size int) bitset { return bitset{words: make([]uint64, (size+63)/64)} }

func (b *bitset) has(id int32) bool { return b.words[id>>6]>>(id&63)&1 != 0 }

// add puts id into the set and reports whether it was not there.
func (b *bitset) add(id int32) bool {
	if b.has(id) {
		return false
	}
	b.words[id>>6] |= 1 << (id & 63)
	b.ids = append(b.ids, id)
	return true
}

func (b *bitset) clear() {
	for _, id := range b.ids {
		b.words[id>>6] = 0
	}
	b.ids = b.ids[:0]
}
