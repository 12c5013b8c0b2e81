package mutation

import (
	"hash/fnv"
	"iter"
	"math/rand/v2"
	"strings"

	"github.com/partyscreen/partyscreen/lists"
)

// Mutant is a name of a list after one change.
type Mutant struct {
	Kind   Kind
	Entity *lists.Entity // shared with the list: not to be modified
	Name   lists.Name    // as the list has it
	Query  string        // as it arrives; never equal to Name.Text
}

// Of returns mutants of the names of a list, official names and variants,
// each text once: for each kind in the order of [Kinds], up to perKind names
// that it applies to, spread evenly over the list. A perKind of zero or less
// means all names.
//
// The same arguments give the same mutants, byte for byte. A mutant depends on
// the seed, the kind, the name and its entity alone; only whether a name may be
// cut off depends on how common its words are in the list. A larger perKind
// adds names to those of a smaller one. Queries are valid UTF-8, as names are.
//
// Of reads the names once, in some 10 µs each. A mutant costs about as much,
// but a kind that fits few names is tried on all. The sequence may be ranged
// over repeatedly, and by several goroutines at once.
func Of(list *lists.List, seed uint64, perKind int) iter.Seq[Mutant] {
	subjects := subjectsOf(list)
	return func(yield func(Mutant) bool) {
		for _, k := range Kinds() {
			made := 0
			for i := range spread(len(subjects), hash(seed, k.Name, "")) {
				s := &subjects[i]
				query, ok := k.change(s, rand.New(rand.NewPCG(seed, hash(seed, k.Name, s.text))))
				if !ok {
					continue
				}
				if !yield(Mutant{k, s.entity, s.name, query}) {
					return
				}
				if made++; made == perKind {
					break
				}
			}
		}
	}
}

// hash gives each kind and name a chance of its own.
func hash(seed uint64, kind, name string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(kind))
	h.Write([]byte{0})
	h.Write([]byte(name))
	return h.Sum64() ^ seed
}

// spread visits all indexes below n, so that any first few lie evenly: each
// step goes on by the golden section of n.
func spread(n int, start uint64) iter.Seq[int] {
	return func(yield func(int) bool) {
		if n == 0 {
			return
		}
		step := max(1, int(float64(n)*0.618034))
		for divisor(step, n) != 1 {
			step++
		}
		at := int(start % uint64(n))
		for range n {
			if !yield(at) {
				return
			}
			at = (at + step) % n
		}
	}
}

// divisor returns the greatest that a and b have in common.
func divisor(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

// subjectsOf reads the names of a list in its order, each text once.
func subjectsOf(list *lists.List) []subject {
	var subjects []subject
	c := &census{bearers: make(map[string]int)}
	seen := make(map[string]bool)
	for e := range list.All() {
		words := make(map[string]bool)
		for _, n := range e.Names {
			s := newSubject(e, n, c)
			for _, w := range s.words {
				words[strings.ToLower(s.of(w))] = true
			}
			if !seen[n.Text] {
				seen[n.Text] = true
				subjects = append(subjects, s)
			}
		}
		c.count(words)
	}
	return subjects
}
