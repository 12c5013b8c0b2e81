package main

import (
	"fmt"
	"slices"
	"strings"
)

// automaton is the smallest automaton that accepts a set of words of the
// letters a to z. State 0 is dead, state 1 is the start, and the states from
// accept on accept.
type automaton struct {
	next   [][26]byte
	accept int
}

// node is a state while the automaton is built.
type node struct {
	final bool
	next  [26]*node
}

func newAutomaton(words []string) (automaton, error) {
	root := &node{}
	for _, w := range words {
		n := root
		for i := range len(w) {
			c := w[i] - 'a'
			if n.next[c] == nil {
				n.next[c] = &node{}
			}
			n = n.next[c]
		}
		n.final = true
	}
	var order []*node
	root = share(root, map[node]*node{}, &order)
	return number(root, order)
}

// share merges nodes from which the same words lead on, deepest first, and
// records in order the nodes that remain.
func share(n *node, known map[node]*node, order *[]*node) *node {
	for c, child := range n.next {
		if child != nil {
			n.next[c] = share(child, known, order)
		}
	}
	if same := known[*n]; same != nil {
		return same
	}
	known[*n] = n
	*order = append(*order, n)
	return n
}

func number(root *node, order []*node) (automaton, error) {
	states := []*node{nil, root}
	for _, n := range order {
		if !n.final && n != root {
			states = append(states, n)
		}
	}
	a := automaton{accept: len(states)}
	for _, n := range order {
		if n.final {
			states = append(states, n)
		}
	}
	if root.final || len(states) > 256 {
		return a, fmt.Errorf("automaton of %d states does not fit", len(states))
	}
	a.next = make([][26]byte, len(states))
	for i, n := range states[1:] {
		for c, child := range n.next {
			if child != nil {
				a.next[i+1][c] = byte(slices.Index(states, child))
			}
		}
	}
	return a, nil
}

// spellings returns every ASCII spelling of the syllables. Names write ü as u
// or v, passports as yu: 绿 is lu, lv or lyu.
func spellings(syllables []string) []string {
	var list []string
	for _, s := range syllables {
		for _, u := range []string{"u", "v", "yu"} {
			list = append(list, strings.Replace(s, "ü", u, 1))
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}
