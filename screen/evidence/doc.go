// Package evidence keeps the results of screening so that they can be proved years
// later: that they were these, and that the same list, options and rules give them
// again.
//
// # The format
//
// A file of evidence is UTF-8 text with one [Record] a line, a JSON object with the
// fields in the order in which they are declared. The field format names the
// version, [Format]; a later version changes that name.
//
// Records form a chain. The last field of a line is hash: the hexadecimal SHA-256
// of the bytes of the line before `,"hash":`. The field before it, previous, has
// the hash of the line above; it is empty in the first line, with which a chain
// begins. So a line that was changed, moved, put in or taken out shows, and any
// program can check it:
//
//	sed 's/,"hash":"[0-9a-f]*"}$//' line | tr -d '\n' | sha256sum
//
// Who can write the file can make a new chain of other records, or cut off its end.
// The hash of the last record therefore belongs somewhere else too: in a ticket, in
// a letter, with a time-stamping authority (RFC 3161). [Verify] tells whether such
// an anchor stands in the chain.
//
// # What a record holds
//
// A record holds what the caller gave of the party, the options, the decisions that
// were applied, the stamp with the digests of list and decisions, the outcome, the
// hits with their reasons, and the time. It holds nothing of a person that the
// caller did not give or the list does not print. The list itself is not in it:
// keep its file beside the evidence.
//
//	record.go  what is kept of a result
//	chain.go   records to lines, each bound to the one before
//	verify.go  lines to verdicts
package evidence
