// Package mutation measures how much of a list is still found when its names
// arrive changed: misspelt, misread, cut off, disguised, or with the noise of a
// vendor file around them.
//
// A labelled file tells how well the changes are found that its author thought
// of. This package makes every change to every name, and so says which kinds of
// change a screener sees through, and on how many names that rests. It knows
// nothing of the matching rules: it uses the public API of screen and lists.
//
//	s, err := screen.New(list, screen.Options{})
//	…
//	mutants := mutation.Of(list, 1, 200) // 200 names of the list for each kind
//	fmt.Println(mutation.Measure(s, mutants))
//
// # The table
//
// The tests print it for the 28 entities and, where the shared folder has it,
// for the Consolidated Screening List, and compare it with the golden files:
//
//	go test -run TestMutation -v ./screen/mutation
//	go test ./screen/mutation -run TestMutation -update
//
// A row is a [Kind]. Made counts its mutants; a name that it cannot be applied
// to is not counted. Found counts those that alert for the entity of the name,
// First those for which no other entity has a better score. The share found
// has its 95 % Wilson interval: of 200 mutants, a difference of a few is
// chance. Where the mutants are all that a list allows, as for the 28, it says
// what other names of that sort would give.
//
// Beneath the table stand missed queries of each kind, to be read: not each is
// a fault. A letter changed in a common word, or a name cut down to words that
// many parties bear, may rightly be no alert.
//
// # The pass
//
// The files, each of which calls only files further down:
//
//	draw.go       which names of a list are changed: [Of]
//	kind.go       what a kind is, and all of them
//	typing.go     slips of the fingers, and respelling by ear
//	shape.go      what looks alike to a scanner, and digits for letters
//	field.go      fields too short, spaces, order of words
//	character.go  case, punctuation, alphabets, encodings
//	word.go       generic words and legal forms in another form
//	number.go     ordinals and numerals in another form
//	noise.go      what a vendor file adds to a name
//	edit.go       a change at a letter, and where to make it
//	subject.go    a name, its words, and what sort of party bears it
//	legalform.go, generic.go, place.go  tables
//
// and from mutants to figures:
//
//	measure.go    what a screener finds: [Measure]
//	report.go     the table
//
// The same list, seed and number give the same mutants, byte for byte, on any
// machine. Chance depends on the seed, the kind and the name alone, so that a
// new kind moves no mutant of the others, and two sets of rules are compared on
// the same queries.
package mutation
