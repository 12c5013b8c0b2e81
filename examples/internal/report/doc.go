// Package report writes what was found of the rows of a file of suppliers.
//
//	report.go   the formats
//	finding.go  a result, with the listing that holds
//	table.go    the alerts, for people at a terminal
//	columns.go  the columns of tables of all rows
//	csv.go      such a table as text
//	xlsx.go     and as a workbook
//	jsonl.go    all rows, for programs
//	position.go how far an interrupted output got
//	html.go     the alerts, for people: html_view.go what its parts show, html_name.go
//	            names with their words marked, html_chart.go the scores, page/ its looks
//	junit.go    a test case a row, for builds
//	summary.go  what was screened with what, and the counts
//	stamp.go    what a result was made with, on a line
//	spool.go    what waits for the last row
//	visible.go  marks for characters that one cannot see
package report
