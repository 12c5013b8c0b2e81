package main

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// spoken is one toned syllable: letters in Unihan's spelling with ü, and a tone
// of 1 to 4, or 0 for the neutral tone.
type spoken struct {
	letters string
	tone    int
}

// toneMarks are the combining marks of tones 1 to 4.
const toneMarks = "\u0304\u0301\u030c\u0300"

// parseSyllable splits "lǚ" into lü and 3.
func parseSyllable(s string) spoken {
	var out spoken
	var letters strings.Builder
	for _, r := range norm.NFD.String(s) {
		if i := strings.IndexRune(toneMarks, r); i >= 0 {
			out.tone = i/2 + 1 // each mark takes two bytes
			continue
		}
		letters.WriteRune(r)
	}
	out.letters = norm.NFC.String(letters.String())
	return out
}

// parseNumbered reads "lü3", the spelling of the hand-argued tables.
func parseNumbered(s string) spoken {
	tone, err := strconv.Atoi(s[len(s)-1:])
	if err != nil {
		return spoken{letters: s}
	}
	return spoken{s[:len(s)-1], tone}
}

// notLetters is what stands around the syllables of kTGHZ2013, kXHC1983 and
// kHanyuPinyin: page numbers and separators ("0149.100,0151.020:chóng").
var notLetters = regexp.MustCompile(`[\d.,*:]+`)

func listed(db *ucd, r rune, property string) []spoken {
	var list []spoken
	for _, word := range strings.Fields(notLetters.ReplaceAllString(db.unihan[r][property], " ")) {
		list = append(list, parseSyllable(word))
	}
	return list
}

// counted reads kHanyuPinlu, "zhǎng(1879) cháng(1179)", most frequent first.
func counted(db *ucd, r rune) []spoken {
	type frequency struct {
		spoken
		n int
	}
	var list []frequency
	for _, field := range strings.Fields(db.unihan[r]["kHanyuPinlu"]) {
		word, count, _ := strings.Cut(strings.TrimSuffix(field, ")"), "(")
		n, _ := strconv.Atoi(count)
		list = append(list, frequency{parseSyllable(word), n})
	}
	// The neutral tone is a way of speaking the full one in some words (东西),
	// so it counts for that.
	for i, f := range list {
		for j, full := range list {
			if f.tone == 0 && full.tone != 0 && full.letters == f.letters {
				list[j].n += f.n
				list[i].n = 0
				break
			}
		}
	}
	slices.SortStableFunc(list, func(a, b frequency) int { return cmp.Compare(b.n, a.n) })
	out := make([]spoken, len(list))
	for i, f := range list {
		out[i] = f.spoken
	}
	return out
}

// dictionaryReadings returns every reading of any dictionary, old and rare ones
// among them.
func dictionaryReadings(db *ucd, r rune) []spoken {
	list := counted(db, r)
	for _, p := range []string{"kMandarin", "kTGHZ2013", "kXHC1983", "kHanyuPinyin"} {
		list = append(list, listed(db, r, p)...)
	}
	return list
}

// modernReadings returns the readings of today's dictionaries, most frequent
// first: by the counts of kHanyuPinlu, then the customary one of kMandarin, then
// the others of kTGHZ2013 and kXHC1983. The unabridged kHanyuPinyin gives old
// readings too; it serves only characters that have no other.
func modernReadings(db *ucd, r rune) []spoken {
	list := counted(db, r)
	for _, p := range []string{"kMandarin", "kTGHZ2013", "kXHC1983"} {
		list = append(list, listed(db, r, p)...)
	}
	if len(list) == 0 {
		list = listed(db, r, "kHanyuPinyin")
		list = list[:min(1, len(list))]
	}
	return dropSandhi(list, listed(db, r, "kTGHZ2013"))
}

// dropSandhi drops tones that the standard dictionary does not give for a
// syllable it has: how 一 changes before other words (yī, yí, yì), and
// Taiwan's tones (期 qí). Kept, they would make 一 an exact homophone of 易.
func dropSandhi(list, standard []spoken) []spoken {
	return slices.DeleteFunc(list, func(s spoken) bool {
		same := func(o spoken) bool { return o.letters == s.letters }
		return slices.ContainsFunc(standard, same) && !slices.Contains(standard, s)
	})
}

// standardSyllables are those that the standard dictionary knows, without the
// interjections that have no vowel (ng, hm) or no spelling in ASCII (ê). The
// rest of Unihan adds a few that occur in dialect words only (fiao, biang).
func standardSyllables(db *ucd) []string {
	seen := map[string]bool{}
	for r := range db.unihan {
		for _, s := range listed(db, r, "kTGHZ2013") {
			if strings.ContainsAny(s.letters, "aeiouü") {
				seen[s.letters] = true
			}
		}
	}
	list := make([]string, 0, len(seen))
	for s := range seen {
		list = append(list, s)
	}
	slices.Sort(list)
	return list
}

// rank returns the readings of all characters, the one most frequent in names
// first, each at most maxReadings.
func rank(db *ucd, folds map[rune]rune, syllables []string) (map[rune][]spoken, error) {
	all := map[rune][]spoken{}
	for r := range db.unihan {
		if list := tidy(modernReadings(db, r), syllables); len(list) > 0 {
			all[r] = list
		}
	}
	if err := addPreferred(all); err != nil {
		return nil, err
	}
	for r, t := range folds {
		all[r] = inherit(dictionaryReadings(db, r), all[t])
	}
	return all, nil
}

// tidy drops what is no standard syllable, repetitions, and the neutral tone of
// a syllable that has a full one.
func tidy(list []spoken, syllables []string) []spoken {
	var out []spoken
	for _, s := range list {
		full := func(o spoken) bool { return o.letters == s.letters && o.tone != 0 }
		_, known := slices.BinarySearch(syllables, s.letters)
		if !known || slices.Contains(out, s) || s.tone == 0 && slices.ContainsFunc(list, full) {
			continue
		}
		out = append(out, s)
	}
	return out[:min(len(out), maxReadings)]
}

// inherit gives a character that folds the readings of the standard form, but
// only those that it has itself: 发 is fā and fà, but 髮, one of the two
// characters that are simplified so, is fà alone. A Japanese form whose own entry is an older character of
// that shape (鉄 zhí, 価 sì) shares none and gets them all.
func inherit(own, standard []spoken) []spoken {
	var out []spoken
	for _, s := range standard {
		if slices.Contains(own, s) {
			out = append(out, s)
		}
	}
	if len(out) == 0 {
		return standard
	}
	return out
}

// addPreferred moves the preferred readings to the front.
func addPreferred(all map[rune][]spoken) error {
	var useless []string
	for _, entry := range strings.Fields(preferred) {
		r, size := utf8.DecodeRuneInString(entry)
		first := parseNumbered(entry[size:])
		i := slices.Index(all[r], first)
		if i <= 0 {
			useless = append(useless, entry)
			continue
		}
		all[r] = slices.Insert(slices.Delete(all[r], i, i+1), 0, first)
	}
	if useless != nil {
		return fmt.Errorf("preferred readings that are first already, or that no dictionary has: %q", useless)
	}
	return nil
}
