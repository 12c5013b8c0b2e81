// Package vendorfile reads files of suppliers as purchasing systems write them:
// workbooks, and texts of any encoding, delimiter and quoting.
//
// A row walks through these files:
//
//	file.go          the file as rows, each with its party
//	row.go           the party of a row
//	parties.go       several parties in a cell
//	description.go   how the file is read, for people
//	header.go        the row that is the header, and the titles above it
//	source.go        the bytes, and what they are
//	archive.go       workbooks that are damaged, or none, or too large
//	workbook.go      the sheet of a workbook
//	sheet.go         its rows
//	decode.go        any encoding to UTF-8
//	survey.go        what all bytes of a file tell of its encoding
//	guess.go         the encoding in which the words are likeliest
//	model.go         how likely letters are in a language
//	words.go         words that company names have
//	delimiter.go     what stands between cells and around them
//	record.go        lines to records; quotes that are not closed
//	splitter.go      a line to cells
//	columns.go       which column is what
//	headers.go       the headers that files use
//	countries.go     country names to codes
//
// # Quotes
//
// Cells may stand in double quotes, as RFC 4180 has it: a quote inside is doubled.
// What exports do beyond that is understood too: spaces around the quotes, quotes
// inside that were not doubled (15" monitor, "The "Best" Company"), and where a
// row makes no sense otherwise, quotes with a backslash before them. Single quotes
// are quotes only if every header stands in them: Dutch names and towns begin with
// an apostrophe ('s-Hertogenbosch).
//
// # Encodings
//
// A byte order mark decides; else the file is UTF-8 if all of it is valid; else
// the words that are not ASCII are read in every encoding, and the one in which
// their letters stand as the language has them is taken. TestGuess has the figures.
// What is left out: of a stream that cannot be read twice only the beginning is
// looked at.
//
// # Delimiters
//
// Comma, semicolon, tab, bar and the likes of "||" and "|~|" are found by the
// header and by how evenly they split the rows; ^ ~ : # ! ¦ § and the control
// characters 1 and 31 only where the header shows two columns that are known. A
// first line "sep=X" names any other.
package vendorfile
