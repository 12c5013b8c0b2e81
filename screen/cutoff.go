package screen

import (
	"math"
)

// cutOffRest sets aside what a field of limited length cut off, if the query is
// the beginning of the listed name, and returns the weight that is left of the
// listed name: LIMITED LIABILITY COMPANY MECHEL IN.
func (e *evidence) cutOffRest() float64 {
	total := e.listed.total
	if !isCutOff(e.query, e.listed) {
		return total
	}
	letters, last := len(e.query.letters), len(e.queryUsed)-1
	for j, t := range e.listed.terms {
		if letters -= len(t.text); letters >= 0 || e.listedUsed[j] || e.listed.weights[j] == 0 {
			continue
		}
		e.cut, e.listedUsed[j] = true, true
		total -= e.listed.weights[j]
	}
	if e.cut {
		e.queryUsed[last] = true // what is left of a word
	}
	return math.Max(total, weightGeneric)
}

// isCutOff reports that a query is long and the beginning of a listed name.
func isCutOff(query, listed *name) bool {
	if len(query.letters) < minCutOff || len(query.letters) >= listed.lettersIn(0, len(listed.terms)) {
		return false
	}
	j, k := 0, 0 // in the listed terms, in the letters of one
	for _, t := range query.terms {
		for i := range len(t.text) {
			for k == len(listed.terms[j].text) {
				j, k = j+1, 0
			}
			if listed.terms[j].text[k] != t.text[i] {
				return false
			}
			k++
		}
	}
	return k < len(listed.terms[j].text) // who ends with a whole word left the rest out
}

// minCutOff is the length in letters from which the beginning of a name is known
// for one. The shortest fields in use hold 20 characters.
const minCutOff = 16
