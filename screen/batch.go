package screen

import (
	"context"
	"iter"
	"runtime"
	"slices"
	"sync"
)

// Parties are handed over to the workers in groups, because handing over costs
// as much as a short search does: a microsecond or so. Of groups there are some
// for every worker, so that none waits while another has a slow name.
const (
	groupSize       = 32
	groupsPerWorker = 4
)

// ScreenAll screens parties over all cores. Results come in the order of the
// parties and are those of ScreenParty, each the consumer's own. A party is
// screened once, however often it comes: one that equals an earlier party in
// all but Reference, which decides nothing, gets the result of that one with
// itself as Result.Party.
//
// Memory is bounded: parties are read at most 128 a core ahead of the results
// that are consumed, and the results that are remembered for repeated parties
// take some 32 MB. A party that comes again after tens of thousands of others
// may be forgotten and screened anew. Results come in bursts, 32 at a time; who
// waits for each had better call ScreenParty.
//
// When ctx is cancelled, the sequence yields one last pair with the context's
// error and ends. Parties is read in the caller's goroutine and not after the
// sequence has ended; neither does a worker outlast it. The slices of a party
// must not be modified before its result has come. The sequence may be ranged
// over again if parties may.
func (s *Screener) ScreenAll(ctx context.Context, parties iter.Seq[Party]) iter.Seq2[Result, error] {
	return screenAll(ctx, parties, s.ScreenParty)
}

// screenAll is ScreenAll with any way to screen a party.
func screenAll(ctx context.Context, parties iter.Seq[Party], screen func(Party) Result) iter.Seq2[Result, error] {
	return func(yield func(Result, error) bool) {
		working, stop := context.WithCancel(ctx)
		b := batch{ctx: ctx, yield: yield, screen: screen, working: working, limit: runtime.GOMAXPROCS(0), recall: newRecall()}
		b.groups = make(chan *group, b.limit*groupsPerWorker)
		defer b.workers.Wait()
		defer close(b.groups)
		defer stop()
		b.run(parties)
	}
}

// batch is one pass over parties. All but the searches happens in the goroutine
// of the consumer: it reads, remembers and yields. So nothing is locked, and a
// party that comes twice is never under way twice. It costs a microsecond a
// party, about what reading it from a file does, which is no more done in
// parallel.
type batch struct {
	ctx     context.Context
	yield   func(Result, error) bool
	broken  bool // the consumer wants no more
	filling *group
	waiting []*group // handed over and not yet yielded, oldest first
	spare   []*group
	recall  recall

	screen  func(Party) Result
	working context.Context // ends with the pass
	groups  chan *group
	workers sync.WaitGroup
	started int
	limit   int // of workers
}

// group is parties side by side.
type group struct {
	rows  []row
	fresh []*answer     // those of the rows that nobody asked for before
	done  chan struct{} // closed when they are known
}

// row is a party and its answer, which a row before it may share.
type row struct {
	party  Party
	answer *answer
	first  bool // of those with that answer
}

// over reports whether the pass has ended early.
func (b *batch) over() bool { return b.broken || b.ctx.Err() != nil }

func (b *batch) run(parties iter.Seq[Party]) {
	if !b.over() {
		b.read(parties)
	}
	b.handOver()
	b.deliver(0)
	if err := b.ctx.Err(); err != nil && !b.broken {
		b.yield(Result{}, err)
	}
}

func (b *batch) read(parties iter.Seq[Party]) {
	for p := range parties {
		b.add(p)
		if len(b.filling.rows) == groupSize {
			b.handOver()
			b.deliver(cap(b.groups) - 1)
		}
		if b.over() {
			return
		}
	}
}

// add puts a party into the group that is being filled.
func (b *batch) add(p Party) {
	g := b.filling
	if g == nil {
		g = b.newGroup()
		b.filling = g
	}
	a, fresh := b.recall.of(&p)
	if fresh {
		g.fresh = append(g.fresh, a)
	}
	g.rows = append(g.rows, row{p, a, fresh})
}

// newGroup returns an empty group, in the memory of one that was yielded if
// there is any.
func (b *batch) newGroup() *group {
	n := len(b.spare)
	if n == 0 {
		return &group{rows: make([]row, 0, groupSize), fresh: make([]*answer, 0, groupSize), done: make(chan struct{})}
	}
	g := b.spare[n-1]
	b.spare = b.spare[:n-1]
	g.rows, g.fresh, g.done = g.rows[:0], g.fresh[:0], make(chan struct{})
	return g
}

// handOver gives the group that was filled to the workers, and begins a worker
// while there are too few.
func (b *batch) handOver() {
	g := b.filling
	if g == nil || b.over() {
		return
	}
	b.filling, b.waiting = nil, append(b.waiting, g)
	if len(g.fresh) == 0 {
		close(g.done)
		return
	}
	if b.started < b.limit {
		b.started++
		b.workers.Go(b.work)
	}
	b.groups <- g // there is room: as many groups are waiting at most
}

func (b *batch) work() {
	for g := range b.groups {
		for _, a := range g.fresh {
			if b.working.Err() != nil {
				return
			}
			a.result = b.screen(a.party)
		}
		close(g.done)
	}
}

// deliver yields the results of groups while more than limit are waiting, and of
// those that are ready.
func (b *batch) deliver(limit int) {
	for len(b.waiting) > 0 && !b.over() {
		g := b.waiting[0]
		if len(b.waiting) <= limit && !g.isDone() {
			return
		}
		select {
		case <-g.done:
		case <-b.ctx.Done():
			return
		}
		b.waiting = b.waiting[1:]
		for i := range g.rows {
			if b.over() {
				return
			}
			b.broken = !b.yield(b.answer(&g.rows[i]), nil)
		}
		b.spare = append(b.spare, g)
	}
}

func (g *group) isDone() bool {
	select {
	case <-g.done:
		return true
	default:
		return false
	}
}

// answer returns the result of a row: a copy, because consumers may change
// theirs and the next row of that answer must not have it.
func (b *batch) answer(r *row) Result {
	result := r.answer.result
	result.Party = r.party
	result.Repairs = slices.Clone(result.Repairs)
	for _, hits := range [...]*[]Hit{&result.Hits, &result.Nearest, &result.Suppressed} {
		*hits = slices.Clone(*hits)
		for i := range *hits {
			h := &(*hits)[i]
			h.Alignment, h.Reasons = slices.Clone(h.Alignment), slices.Clone(h.Reasons)
			if r.first {
				b.recall.grow(r.answer, hitSize+detailSize*(len(h.Alignment)+len(h.Reasons)))
			}
		}
	}
	return result
}
