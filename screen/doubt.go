package screen

import (
	"github.com/partyscreen/partyscreen/normalize"
)

// Doubt: names that differ somewhere and agree only in what strangers share.
// Optima Bank is not OPTIMA, OOO; Optima is.
const (
	doubtful          = 0.30 // of identity
	trusted           = 0.85
	mostDoubt         = 0.25
	mostDoubtComplete = 0.50 // all words agree, but some only in their meaning

	// Where all that agrees has typing errors in it, other words explain it
	// better: Avista, Avisma.
	doubtfulMisspelt = 0.45
	trustedMisspelt  = 0.90
	mostMisspelt     = 0.20
)

// doubt returns the factor for what strangers would explain as well.
func (e *evidence) doubt(strength float64) float64 {
	complete := e.isComplete()
	switch {
	case complete && e.isLiteral():
		return 1
	case e.listed.manner == asOrganisation && e.isMisspelt():
		return between(mostMisspelt, 1, (strength-doubtfulMisspelt)/(trustedMisspelt-doubtfulMisspelt))
	case complete:
		return leastDoubt(strength)
	}
	return doubtFrom(mostDoubt, strength)
}

// doubtFrom is the factor between the most doubt and none.
func doubtFrom(most, strength float64) float64 {
	return between(most, 1, (strength-doubtful)/(trusted-doubtful))
}

// leastDoubt is the factor that doubt comes to at best where not all words of
// the names are the same.
func leastDoubt(strength float64) float64 { return doubtFrom(mostDoubtComplete, strength) }

// isMisspelt reports that no distinctive word agrees letter by letter.
func (e *evidence) isMisspelt() bool {
	misspelt := false
	for _, p := range e.pairs {
		if e.listed.terms[p.l0].role != normalize.Distinctive {
			continue
		}
		if p.similarity == 1 || e.query.terms[p.q0].script != e.listed.terms[p.l0].script {
			return false
		}
		misspelt = misspelt || p.how == Misspelt || p.how == Sounds && p.similarity < similarSound
	}
	return misspelt
}

// isLiteral reports that all that agrees is written alike. Words of one meaning
// are not the same words (Banco Modal is not Sarmayeh Bank) unless another
// script leaves no other way to write them.
func (e *evidence) isLiteral() bool {
	for _, p := range e.pairs {
		sameScript := e.query.terms[p.q0].script == e.listed.terms[p.l0].script
		if p.similarity < 1 || p.how == Translated && e.listed.weights[p.l0] > 0 && sameScript {
			return false
		}
	}
	return true
}

// isComplete reports that every word of either name that says something has
// found another.
func (e *evidence) isComplete() bool {
	for _, p := range e.pairs {
		if p.how == Related {
			return false
		}
	}
	for i, used := range e.queryUsed {
		if !used && e.query.weights[i] > 0 && e.isNew(i) {
			return false
		}
	}
	return e.isCovered() && !e.cut
}

// isCovered reports that every listed word that says something has found
// another.
func (e *evidence) isCovered() bool {
	for j, used := range e.listedUsed {
		if !used && e.listed.weights[j] > 0 {
			return false
		}
	}
	return true
}
