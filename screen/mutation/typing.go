package mutation

import (
	"math/rand/v2"
	"strings"
	"unicode"
)

// Typing errors are made in Latin words of at least four letters that are not
// part of a legal form: in shorter words an error often makes another word.
// They are made behind the first letter, which has kinds of its own because
// indexes and phonetic codes lean on it.
func typingKinds() []Kind {
	kinds := []Kind{
		{Name: "letter dropped", Reason: "a key not pressed far enough", mutate: anywhere(drop)},
		{Name: "letter doubled", Reason: "a key pressed too long", mutate: anywhere(double)},
		{Name: "letter inserted", Reason: "a finger on two keys at once", mutate: anywhere(insert)},
		{Name: "letter replaced", Reason: "a finger on the key beside", mutate: anywhere(replace)},
		{Name: "letters swapped", Reason: "two hands out of step", mutate: anywhere(transpose)},
		{Name: "first letter dropped", Reason: "a field that was copied from its second character", mutate: atFirst(drop)},
		{Name: "letter before the first", Reason: "a stray key at the start of a word", mutate: atFirst(prefix)},
		{Name: "two errors", Reason: "long names hold more than one error: twelve letters or more, the errors in different words or five letters apart", mutate: twice},
		{Name: "consonant respelt", Reason: "a name taken down by ear: ph for f, k for c, v for w", mutate: respelt(consonantRespellings)},
		{Name: "vowel respelt", Reason: "a name taken down by ear or romanised otherwise: oo for u, i for ee", mutate: respelt(vowelRespellings)},
		{Name: "consonant doubled or single", Reason: "romanisations differ on doubled consonants", mutate: anywhere(geminate)},
	}
	for i := range kinds {
		kinds[i].Group = "typing"
	}
	return kinds
}

func drop(letters []rune, at int, _ *rand.Rand) []rune {
	out := splice(letters, at, 1)
	if at == 0 {
		out[0] = inCaseOf(letters[0], out[0])
	}
	return out
}

func double(letters []rune, at int, _ *rand.Rand) []rune {
	return splice(letters, at, 0, letters[at])
}

func insert(letters []rune, at int, r *rand.Rand) []rune {
	near := neighbours(letters[at])
	if near == "" {
		return nil
	}
	return splice(letters, at, 0, inCaseOf(letters[at], rune(near[r.IntN(len(near))])))
}

func replace(letters []rune, at int, r *rand.Rand) []rune {
	near := neighbours(letters[at])
	if near == "" {
		return nil
	}
	return splice(letters, at, 1, inCaseOf(letters[at], rune(near[r.IntN(len(near))])))
}

func transpose(letters []rune, at int, _ *rand.Rand) []rune {
	if at+1 == len(letters) || unicode.ToLower(letters[at]) == unicode.ToLower(letters[at+1]) {
		return nil
	}
	return splice(letters, at, 2, letters[at+1], letters[at])
}

func prefix(letters []rune, at int, r *rand.Rand) []rune {
	stray := inCaseOf(letters[at], 'a'+rune(r.IntN(26)))
	return splice(letters, at, 1, stray, inCaseOf(letters[at+1], letters[at]))
}

// geminate makes one consonant of two and two of one that stands between
// vowels.
func geminate(letters []rune, at int, _ *rand.Rand) []rune {
	if at+1 == len(letters) || isVowel(letters[at]) {
		return nil
	}
	switch {
	case letters[at] == letters[at+1]:
		return splice(letters, at, 1)
	case isVowel(letters[at-1]) && isVowel(letters[at+1]):
		return splice(letters, at, 0, letters[at])
	}
	return nil
}

func isVowel(r rune) bool { return strings.ContainsRune("aeiouy", unicode.ToLower(r)) }

// atFirst makes an edit at the first letter of a word.
func atFirst(e edit) func(*subject, *rand.Rand) string {
	return func(s *subject, r *rand.Rand) string {
		for _, p := range s.places(0, r) {
			if p.at == 0 {
				return s.at(p, e, r)
			}
		}
		return ""
	}
}

const (
	longName = 12 // letters in which two errors are no longer a feat
	farApart = 5  // letters between two errors in one word
)

// twice makes two errors of any sort.
func twice(s *subject, r *rand.Rand) string {
	letters := 0
	for _, w := range s.words {
		letters += w.letters
	}
	all := s.places(1, r)
	if letters < longName || len(all) == 0 {
		return ""
	}
	slips := []edit{drop, double, insert, replace, transpose}
	first := all[0]
	for _, second := range all[1:] {
		distance := second.at - first.at
		if second.word.start == first.word.start && max(distance, -distance) < farApart {
			continue
		}
		early, late := first, second
		if early.word.start > late.word.start || early.word.start == late.word.start && early.at > late.at {
			early, late = late, early
		}
		// The later error first, so that the place of the other still holds.
		changed := s.at(late, pick(r, slips), r)
		if changed == "" {
			continue
		}
		s := *s
		s.text = changed
		if early.word.start == late.word.start {
			early.word.end += len(changed) - len(s.name.Text)
		}
		if out := s.at(early, pick(r, slips), r); out != "" {
			return out
		}
	}
	return ""
}

// neighbours returns the letters beside one on a QWERTY keyboard, or "".
func neighbours(letter rune) string {
	letter = unicode.ToLower(letter)
	if letter < 'a' || letter > 'z' {
		return ""
	}
	return [...]string{
		"qwsz", "vghn", "xdfv", "serfcx", "wsdr", "drtgvc", "ftyhbv", "gyujnb", "ujko", "huikmn", "jiolm", "kop", "njk",
		"bhjm", "iklp", "ol", "wa", "edft", "awedxz", "rfgy", "yhji", "cfgb", "qase", "zsdc", "tghu", "asx",
	}[letter-'a']
}

// respelling writes one sound otherwise.
type respelling struct {
	from, to            string
	notBefore, notAfter string // letters beside which from has another sound
}

var consonantRespellings = []respelling{
	{"ph", "f", "", ""}, {"f", "ph", "f", "f"}, {"ck", "k", "", ""}, {"c", "k", "ceiyhk", "cs"}, {"k", "c", "eiyhkns", "cks"},
	{"x", "ks", "", ""}, {"ks", "x", "h", "c"}, {"q", "k", "u", ""}, {"qu", "kw", "", ""}, {"w", "v", "h", ""}, {"v", "w", "v", "v"},
	{"j", "y", "", "d"}, {"zh", "j", "", ""}, {"tz", "ts", "", ""}, {"ts", "tz", "ch", ""}, {"kh", "h", "", ""}, {"gh", "g", "", ""},
	{"dj", "j", "", ""}, {"th", "t", "", ""}, {"shch", "sch", "", ""}, {"z", "s", "hz", "tz"},
}

var vowelRespellings = []respelling{
	{"oo", "u", "", ""}, {"u", "oo", "aeiouy", "aeiouyqg"}, {"ou", "u", "", ""}, {"ee", "i", "", ""}, {"i", "ee", "aeiouy", "aeiouy"},
	{"iy", "y", "", ""}, {"y", "i", "aeiouy", "aeiouy"}, {"ei", "ey", "", ""}, {"ai", "ay", "", ""}, {"ay", "ai", "aeiou", ""},
	{"ya", "ia", "", "aeiou"}, {"yu", "iu", "", "aeiou"},
}

// respelt writes one sound of one word by another row of a table.
func respelt(rows []respelling) func(*subject, *rand.Rand) string {
	return func(s *subject, r *rand.Rand) string {
		var all []string
		for _, w := range s.words {
			if !w.typeable() {
				continue
			}
			letters := []rune(s.of(w))
			for at := range letters {
				for _, row := range rows {
					if row.fits(letters, at) {
						sound := letters[at : at+len(row.from)]
						out := splice(letters, at, len(sound), []rune(inCaseOfText(string(sound), string(letters), row.to))...)
						all = append(all, s.with(w, string(out)))
					}
				}
			}
		}
		return oneOf(r, all)
	}
}

// fits reports whether a row can be applied at a letter.
func (row *respelling) fits(letters []rune, at int) bool {
	for i, c := range row.from {
		if at+i >= len(letters) || unicode.ToLower(letters[at+i]) != c {
			return false
		}
	}
	next := at + len(row.from)
	if at > 0 && strings.ContainsRune(row.notAfter, unicode.ToLower(letters[at-1])) {
		return false
	}
	return next == len(letters) || !strings.ContainsRune(row.notBefore, unicode.ToLower(letters[next]))
}
