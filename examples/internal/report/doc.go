// Package report writes what was found of the rows of a file of suppliers.
//
//	report.go   the formats
//	finding.go  a result, with the listing that holds
//	table.go    the alerts, for people at a terminal
//	csv.go      all rows, for spreadsheets
//	jsonl.go    all rows, for programs
//	stamp.go    what a result was made with, on a line
package report
