package mutation

import (
	"math/rand/v2"
	"slices"
)

// Kind is one way in which a name changes on its way from a list into a vendor
// file. The kinds of this package come from [Kinds]; a caller that has mutants
// from elsewhere may label them with a Kind of its own, which has a Group and
// a Name and makes nothing.
type Kind struct {
	Group  string // "typing", "shape", "field", "character", "word" or "noise"
	Name   string // unique, such as "letter dropped"
	Reason string // what does this in practice, in a line

	applies func(*subject) bool               // which names it is meant for; nil for all
	mutate  func(*subject, *rand.Rand) string // the mutant; "" where the name has no place for it
}

// String returns the name of the kind.
func (k Kind) String() string { return k.Name }

// Kinds returns all kinds in the order of a [Report]. The caller owns the
// slice.
func Kinds() []Kind {
	return slices.Concat(typingKinds(), shapeKinds(), fieldKinds(), characterKinds(), wordKinds(), noiseKinds())
}

// change makes the mutant of a name. It reports false where the kind does not
// apply, or would leave the name as it is.
func (k *Kind) change(s *subject, r *rand.Rand) (string, bool) {
	if k.applies != nil && !k.applies(s) {
		return "", false
	}
	query := k.mutate(s, r)
	return query, query != "" && query != s.text
}
