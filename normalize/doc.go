// Package normalize turns a raw name, as it stands in an invoice or a vendor
// file, into canonical tokens with roles. It decides what each word is, not
// whom the name belongs to. It cannot fail: text that cannot be read as a name
// yields no tokens and says why.
//
// # The pass
//
// [Name], and [Workspace.Name] in memory of its own, walk a raw name through
// these files, each of which calls only files further down:
//
//	name.go       the pass itself
//	reading.go    the ways to take a cell: one party, several, in two scripts
//	plain.go      the short way for plain ASCII past the next two files
//	clean.go      repair: encoding damage, entities, width, invisible characters
//	mojibake.go   text that was read in another encoding than its own
//	word.go       words of one script, with what separates them
//	script.go     scripts; look-alike letters within a mixed word
//	romanise.go   other scripts to Latin letters, one file a script
//	fold.go       case, diacritics, outlines of misread letters
//	person.go     names of persons: forms of one name, surnames in characters
//	pinyin.go     Chinese words in Latin letters
//	compound.go   words run together, letters spaced out, scripts without spaces
//	role.go       what each word is: tokens
//	noise.go      what stands in a cell but is not part of a name
//	number.go     numbers as digits, ordinals, words and Roman numerals
//	legalform.go  legal forms (ISO 20275), by class and country
//	rarity.go     how much a word tells: its rarity in bits
//	lexicon.go    the vocabulary: which spelling means what, in which language
//	token.go      a token with its byte span into the raw name
//
// Package spelling beneath finds words within typing errors.
//
// Vocabulary is data, one fact a row, in the directory data: concepts.csv says
// what a concept is, words.csv how it is spelt in each language, places.csv
// and legalforms.csv likewise. Files whose name begins with z, common.csv and
// english.txt are generated; internal/gen says from what. The program has these
// tables as one file, vocabulary.bin, which internal/compile writes and checks
// and internal/compiled reads in place: go generate after a change of a table.
//
// # What a token carries
//
// 浙江大华技术股份有限公司 and "Zhejiang Dahua Technology Co., Ltd." both become
//
//	place zhejiang · distinctive dahua · industry technology · legal form
//
// The first also keeps the characters 大华, because characters tell names
// apart that sound the same.
package normalize
