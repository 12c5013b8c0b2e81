// Package screen says whether a counterparty is on a restricted-party list:
// whom it may be, how sure, why, and under which rule.
//
//	result := screen.Screen("Hangzhou Hik-vision Digital Tech.")
//	fmt.Println(result.Outcome, result.Hits[0].Entity.ID)
//	// match hikvision
//
// # Three doors
//
// [Screen] compares a name with the embedded list of the 28 entities that the
// US Bureau of Industry and Security listed on 9 October 2019. [New] makes a
// [Screener] for any list and any options. [Compare] compares two names.
//
// # What an outcome means
//
// Match and Review are alerts. NoMatch says that nothing on this list is near
// enough; it is not a clearance, because lists do not name every subsidiary
// and names can be disguised. NotScreened says that there was nothing to
// compare, and Result.Reason says why.
//
// # What the score means
//
// The score is in [0, 1] and orders pairs by how likely a reviewer would say
// "this is the same party, or a branch of it". What carries the evidence is
// the distinctive words; places, legal forms and words such as technology
// count little when they agree and much when they contradict. The weights and
// factors stand in score.go, each with the example that needs it; tolerances
// stand beside the comparison that uses them.
//
// # The walk of a name
//
// A name passes through these files, each of which calls only files further
// down:
//
//	screener.go   Screen, New; a party in, a Result out
//	options.go    the settings and their defaults
//	circumstance.go  kind, country and birth date of a party
//	compare.go    Compare: two names without a list
//	batch.go      ScreenAll: many parties in order, over all cores
//	walk.go       the whole way of one name, for who asks why
//	rescreen.go   what a new edition of the list changes
//	repeat.go     parties that come again in a batch
//	search.go     one name against the list, and what it comes near as hits
//	decided.go    what reviewers decided of a hit
//	ledger.go     the file of their decisions
//	decision.go   one decision, and whether it still holds
//	address.go    entries that are an address and nothing else
//	group.go      hits of one party on several lists
//	listed.go     which names of an entity are compared
//	index.go      the list's names, and the promise that none is overlooked
//	candidate.go  the names that could reach the review threshold: a superset
//	bound.go      what the agreement of some words can come to at most
//	query.go      a name that is looked up, in each manner of reading
//	align.go      which words of the two names agree
//	run.go        words written apart here and together there
//	acronym.go    initials and the words behind them
//	measure.go    how far two words agree in their letters
//	sound.go      how far they agree in their sound
//	score.go      the constants, and what agreement and absence add up to
//	cutoff.go     names that a field of limited length cut off
//	doubt.go      what strangers would explain as well
//	surprise.go   what an agreement tells, in bits
//	contradiction.go  what the names say against each other
//	term.go       a normalised name with the weight of each word
//	weight.go     what a word contributes to the identity of a name
//	explain.go    the alignment in words
//	result.go     what a caller gets
//
// What the words are (places, legal forms, translations, romanisations) was
// decided before, in package normalize; what the list says, in package lists.
package screen
