package screen

import (
	"math"

	"github.com/partyscreen/partyscreen/normalize"
)

// Weights of a word by its role. A distinctive word of full strength is 1.
const (
	// A name is told by its distinctive words. The weakest still count a third,
	// so that Dahua Technology is not told by technology.
	weightDistinctive = 1.0
	weakestShare      = 0.35

	// Hangzhou says where, Hangzhou Hikvision and Zhejiang Dahua are known
	// without it.
	weightPlace = 0.4

	// In Kashgar Prefecture Public Security Bureau nothing is distinctive: the
	// place and the kind of body are the name.
	weightSolePlace = 1.0

	weightHead         = 0.45
	weightSoleHead     = 0.5
	weightIndustry     = 0.25
	weightSoleIndustry = 0.6
	weightGeneric      = 0.12
	weightNumber       = 0.6 // 14th Research Institute: the number is the name
	weightInitial      = 0.15
	weightPersonal     = 0.4 // an initial in a person's name
)

// weigh returns the weight of a word within a name that has distinctive words,
// or has none.
func weigh(t *term, distinct bool) float64 {
	switch t.role {
	case normalize.Distinctive:
		return weightDistinctive * (weakestShare + (1-weakestShare)*t.strength())
	case normalize.Place:
		if !distinct {
			return weightSolePlace
		}
		return weightPlace
	case normalize.Head:
		if !distinct {
			return weightSoleHead
		}
		return weightHead
	case normalize.Industry:
		if !distinct {
			return weightSoleIndustry
		}
		return weightIndustry
	case normalize.Generic:
		return weightGeneric
	case normalize.Number:
		return weightNumber
	case normalize.Initial:
		if t.manner == asPerson {
			return weightPersonal
		}
		return weightInitial
	}
	return 0
}

// isWeak infers a weak alias by the tests of OFAC FAQ 124: a name of one short
// or common word, a number, or nothing but places. It alone never makes a
// Match.
func isWeak(n *name) bool {
	words, bits := 0, 0.0
	for _, t := range n.terms {
		switch t.role {
		case normalize.Distinctive:
			words++
			bits = math.Max(bits, t.bits)
		case normalize.Head, normalize.Industry:
			words++
		}
	}
	return words == 0 || words == 1 && bits < weakAlias
}

// weakAlias is the bits under which a single word is a weak alias: XPC,
// Phoenix.
const weakAlias = 13.5
