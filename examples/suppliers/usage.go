package main

const usage = `Usage: suppliers [flags] FILE
       suppliers -decide ROW:ENTITY -decisions FILE … FILE
       suppliers -before LIST [-list LIST] FILE
       suppliers -verify EVIDENCE [-list LIST]
       suppliers -explain NAME [-list LIST]

Screens every supplier of a file against restricted-party lists: by default the
28 entities that the US Bureau of Industry and Security listed on 9 October 2019.
FILE is CSV or a workbook (.xlsx), or "-" for standard input. Delimiter and
encoding are told by the content.

Reading FILE:
  -column HEADER   column with the supplier's name; repeat it for other names.
                   A number counts columns. Default: found by the header.
  -no-header       the first row is a supplier already.
  -sheet NAME      sheet of a workbook. Default: the first one with suppliers.
  -encoding NAME   encoding of FILE, such as big5 or shift_jis, where the
                   guess is wrong.

Screening:
  -list FILE       list to screen against, such as the Consolidated Screening
                   List as CSV; repeat it for several. "embedded" is the 28.
  -match SCORE     score from which a hit is a match. Default %v.
  -review SCORE    score from which a hit is for review. Default %v.
  -as-of DATE      screen as the list stood on that day, such as 2020-01-31.
  -decisions FILE  what reviewers decided earlier, a JSON object a line: their
                   hits are set aside while party and list entry stay the same.

Results:
  -format FORMAT   table (alerts only; the default), csv, xlsx or jsonl (every row),
                   html (a page of the alerts, for reading and printing) or junit
                   (a test case a row, so that a build fails on alerts).
  -bom             csv begins with a byte order mark, so that Excel reads it as
                   UTF-8. It does anyway if FILE has one and -output is given.
  -output FILE     write there instead of to standard output.
  -resume          go on with an output of csv or jsonl that was interrupted.
  -evidence FILE   append a record of every row there, for -verify.

Other work:
  -decide ROW:ENTITY  put a decision on a hit of that row into the -decisions
                   file: with -verdict (not-the-same-party, confirmed or
                   withdrawn), -author, -reason and -expires DATE (default: in a
                   year).
  -before LIST     an earlier edition of -list: show what the changes since change
                   for FILE. Repeat it as -list. -format is table or jsonl.
  -verify FILE     screen the records of a file of evidence again, and say of each
                   whether it is reproduced, differs or was tampered with.
  -anchor HASH     with -verify: a hash that was kept elsewhere must be in FILE.
  -explain NAME    show the whole way of one name to its result.

Row numbers are those of a spreadsheet: the header is row 1.
In CSV output a cell that a spreadsheet could take for a formula gets a leading
apostrophe.

Exit status:
  0  all rows screened, no alert; all evidence reproduced
  1  all rows screened, at least one alert; -before: one that is new or changed;
     -verify: a record that differs
  2  wrong use, or something could not be screened; evidence that was tampered with
("go run" turns 2 into 1; build the program to tell them apart.)

Examples:
  suppliers vendors.csv
  suppliers -list embedded -list consolidated.csv -format jsonl -output result.jsonl vendors.csv
  suppliers -decide 12:dahua -decisions decisions.jsonl -author "A. Reviewer" \
            -verdict not-the-same-party -reason "register number differs" vendors.csv
  suppliers -before consolidated-monday.csv -list consolidated.csv vendors.csv
`
