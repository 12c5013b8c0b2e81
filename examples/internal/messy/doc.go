// Package messy makes files of suppliers for tests: names in many scripts, a third
// of them repeated, and everything wrong that purchasing systems and people do to a
// file. The same seed gives the same rows in every encoding and format, and with
// them the truth.
//
//	messy.go     the rows and the truth
//	names.go     the names, from the repository
//	text.go      the rows as text of an encoding and a delimiter
//	workbook.go  the rows as a workbook
package messy
