package screen

import (
	"context"
	"iter"
	"runtime"
)

// window is how many parties each worker may be ahead of the one whose result
// is awaited. It bounds the memory of ScreenAll.
const window = 32

// ScreenAll screens parties over all cores. Results come in the order of the
// parties and are the same as from ScreenParty. Memory is bounded: parties are
// read only a little ahead of the results that are consumed.
//
// When ctx is cancelled, the sequence yields one last pair with the context's
// error and ends. Parties is read in the caller's goroutine and not after the
// sequence has ended. The sequence may be ranged over again if parties may.
func (s *Screener) ScreenAll(ctx context.Context, parties iter.Seq[Party]) iter.Seq2[Result, error] {
	return func(yield func(Result, error) bool) {
		workers := runtime.GOMAXPROCS(0)
		jobs := make(chan job, workers*window)
		defer close(jobs)
		for range workers {
			go func() {
				for j := range jobs {
					j.result <- s.ScreenParty(j.party)
				}
			}()
		}
		q := queue{ctx: ctx, yield: yield}
		for p := range parties {
			if ctx.Err() != nil {
				break
			}
			j := job{p, make(chan Result, 1)}
			jobs <- j
			q.waiting = append(q.waiting, j)
			if !q.deliver(workers*window - 1) {
				return
			}
		}
		if q.deliver(0) && ctx.Err() != nil {
			yield(Result{}, ctx.Err())
		}
	}
}

// job is a party and where its result goes.
type job struct {
	party  Party
	result chan Result
}

// queue has the jobs whose results were not yet consumed, oldest first.
type queue struct {
	ctx     context.Context
	yield   func(Result, error) bool
	waiting []job
}

// deliver yields results while more than limit are waiting, and whatever is
// ready. It reports whether the consumer wants more.
func (q *queue) deliver(limit int) bool {
	for len(q.waiting) > 0 {
		var r Result
		select {
		case r = <-q.waiting[0].result:
		default:
			if len(q.waiting) <= limit {
				return true
			}
			select {
			case r = <-q.waiting[0].result:
			case <-q.ctx.Done():
				return q.yield(Result{}, q.ctx.Err()) && false
			}
		}
		q.waiting = q.waiting[1:]
		if !q.yield(r, nil) {
			return false
		}
	}
	return true
}
