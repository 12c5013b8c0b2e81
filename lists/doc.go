// Package lists holds official restricted-party lists: facts, unchanged, with
// their sources. It knows nothing of matching, so a change of matching rules
// never edits evidence.
//
// # What is here
//
// [Embedded] returns the 28 entities that the US Bureau of Industry and
// Security added to the Entity List on 9 October 2019 (84 FR 54002), with
// their aliases as printed, their former spellings, addresses, both licence
// columns over time, and curated variants that are marked as such. [Open] and
// [Read] load lists as their publishers publish them; [Merge] joins several
// into one.
//
// # The way of a fact
//
// A file walks from the top of this list to its end:
//
//	format.go    which format is it? Open looks at the content, not the name
//	csl.go       one file a format: the publisher's fields become entities
//	archive.go   compressed files, archives and directories
//	csl_*.go     the fields that hold several facts, taken apart
//	dpl.go, ofac*.go, un.go, uk.go, eu.go, opensanctions.go, private.go  the other formats
//	joined.go    records that each state a part of one entity
//	xml.go       files of elements, a record at a time
//	embedded.go  the embedded CSV files, one fact a row, take the same way
//	hidden.go    names that stand within other names
//	table.go     rows by header name, with the line and column of each field
//	note.go      what a reader repaired or passed over, counted
//	merge.go     several lists become one
//	diff.go      what one edition has and another has not
//	check.go     what a list must satisfy before it is used
//	list.go      validated once, sorted, digested: a List, immutable from here
//	validate.go  what no entity may have, wherever it comes from
//	digest.go    the canonical form of an entity, and its hash
//	entity.go    what a list consists of: Entity, Name, Listing, Address …
//	kind.go      the texts of Kind and NameKind
//	date.go      calendar dates, where the zero Date is "not stated"
//	error.go     ParseError: what was wrong, where, and what to do
//
// A reader returns the whole list or an error, never half of it.
//
// # What a list does not say
//
// BIS and State Department lists give no party type, so Kind is often
// [Unknown] and nothing may depend on it. An absent date means that the source
// states none, not that there is none.
package lists
