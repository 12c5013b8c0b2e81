// Package vendorfile reads files of suppliers as purchasing systems write them.
//
// A row walks through these files:
//
//	file.go          the file as rows, each with its party
//	description.go   how the file is read, for people
//	decode.go        any encoding to UTF-8
//	delimiter.go     comma, semicolon, tab or pipe
//	record.go        lines to cells; ragged rows and lost quotes
//	columns.go       which column is what
//	countries.go     country names to codes
package vendorfile
