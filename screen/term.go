package screen

import (
	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/normalize"
)

// term is one word of a name as the alignment sees it.
type term struct {
	normalize.Token
	weight float64  // what the word contributes to its name's identity
	spelt  []string // every spelling to compare: the text, then other romanisations
	sounds []string // the outline of the sound of each spelling
}

// name is one reading of a name, ready to be compared.
type name struct {
	terms    []term
	total    float64 // sum of the weights
	distinct bool    // has a distinctive word
	weak     bool    // a weak alias by OFAC's tests
	kind     lists.Kind
	part     normalize.Part
	initials string // of the words that an acronym takes
	allWords string // initials with the particles: University of Science
}

// prepare weighs the words of a reading.
func prepare(r normalize.Reading, kind lists.Kind) name {
	n := name{terms: make([]term, len(r.Tokens)), kind: kind, part: r.Part}
	for i, t := range r.Tokens {
		n.terms[i].Token = t
		if isPerson(kind) || kind == lists.Vessel {
			asPersonal(&n.terms[i].Token, i, kind)
		}
		n.distinct = n.distinct || n.terms[i].Role == normalize.Distinctive
	}
	for i := range n.terms {
		t := &n.terms[i]
		t.weight = weigh(&t.Token, &n)
		n.total += t.weight
		if t.Text == "" {
			continue
		}
		t.spelt = append(append(make([]string, 0, 1+len(t.Others)), t.Text), t.Others...)
		t.sounds = make([]string, len(t.spelt))
		for k, s := range t.spelt {
			t.sounds[k] = sound(s)
		}
		if t.Role != normalize.LegalForm && t.Role != normalize.Number {
			n.allWords += t.Initials
			if t.Role != normalize.Particle {
				n.initials += t.Initials
			}
		}
	}
	n.weak = isWeak(&n)
	return n
}

func isPerson(kind lists.Kind) bool { return kind == lists.Individual }

// asPersonal gives a word of a person's or vessel's name the role that it has
// there: Bank is a surname and Ocean a ship. Only numbers, initials and the
// particles of names keep theirs.
func asPersonal(t *normalize.Token, i int, kind lists.Kind) {
	if kind == lists.Vessel && i == 0 && isVesselPrefix(t.Text) {
		t.Role, t.Concept = normalize.Particle, 0
		return
	}
	switch t.Role {
	case normalize.Number, normalize.Initial:
		return
	case normalize.Particle:
		t.Concept = 0
		return
	}
	if t.Text == "" { // a further concept of a phrase
		t.Role = normalize.Particle
		return
	}
	t.Role, t.Concept = normalize.Distinctive, 0
	if isPerson(kind) && isNameParticle(t.Text) {
		t.Role = normalize.Particle
	}
	if t.Strength == 0 {
		t.Strength = 0.8
	}
}

// isNameParticle reports the articles and particles of personal names. Their
// absence says nothing: Bashar Assad, Bashar al-Assad.
func isNameParticle(s string) bool {
	switch s {
	case "al", "el", "ul", "ur", "as", "ash", "an", "ar", "az", "ad", "at", "bin", "ibn", "ben", "bint", "van", "von", "der", "den", "de", "da", "do", "dos", "del", "la", "di", "y", "e", "jr", "sr":
		return true
	}
	return false
}

// isVesselPrefix reports the letters before a ship's name: motor vessel, motor
// tanker, steam ship.
func isVesselPrefix(s string) bool {
	switch s {
	case "mv", "mt", "ms", "ss", "mts", "fv", "hmt", "tug", "lpg", "mtanker":
		return true
	}
	return false
}
