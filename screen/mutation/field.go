package mutation

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/partyscreen/partyscreen/lists"
)

func fieldKinds() []Kind {
	var kinds []Kind
	for _, length := range []int{20, 30, 35, 40} {
		kinds = append(kinds, Kind{
			Name:   fmt.Sprintf("cut at %d", length),
			Reason: fmt.Sprintf("a field of %d characters; the name keeps at least one distinctive word whole", length),
			mutate: cut(length),
		})
	}
	kinds = append(kinds,
		Kind{Name: "space dropped", Reason: "two words run together, neither of a legal form", mutate: spaceDropped},
		Kind{Name: "space inserted", Reason: "a word broken in two, each of two letters or more", mutate: spaceInserted},
		Kind{Name: "all spaces dropped", Reason: "a key built from the name, a user name, a domain", mutate: spacesDropped},
		Kind{Name: "letters spaced out", Reason: "a letterhead or a PDF; names of up to 16 letters, words further apart", mutate: spacedOut("  ")},
		Kind{Name: "letters spaced evenly", Reason: "the same, where the system made one space of several", mutate: spacedOut(" ")},
		Kind{Name: "words reversed", Reason: "text of another direction, or an index; the legal form keeps its place", applies: isOrganization, mutate: reversed},
		Kind{Name: "first word moved behind", Reason: "a name filed under its second word; the legal form keeps its place", applies: isOrganization, mutate: moved(1)},
		Kind{Name: "a word moved behind", Reason: "a name typed as it was remembered; the legal form keeps its place", applies: isOrganization, mutate: moved(0)},
		Kind{Name: "given name first", Reason: "SURNAME, Given written as it is spoken", applies: isPerson, mutate: givenFirst},
		Kind{Name: "surname first, comma", Reason: "a name filed by its last word", applies: isPerson, mutate: surnameFirst(", ")},
		Kind{Name: "surname first", Reason: "the same without the comma", applies: isPerson, mutate: surnameFirst(" ")},
	)
	for i := range kinds {
		kinds[i].Group = "field"
	}
	return kinds
}

// cut keeps so many characters. Of a name that keeps no distinctive word whole
// nobody could say whose it was; nor of a government body that keeps less than
// all words but the last, because its place is that of many bodies.
func cut(length int) func(*subject, *rand.Rand) string {
	return func(s *subject, _ *rand.Rand) string {
		letters := []rune(s.text)
		if len(letters) <= length {
			return ""
		}
		out := strings.TrimRightFunc(string(letters[:length]), unicode.IsSpace)
		kept := slices.DeleteFunc(slices.Clone(s.words), func(w word) bool { return w.end > len(out) })
		if s.kind == lists.Government && len(kept) < len(s.words)-1 || !slices.ContainsFunc(kept, s.isDistinctive) {
			return ""
		}
		return out
	}
}

func spaceDropped(s *subject, r *rand.Rand) string {
	var all []string
	for i := 1; i < len(s.fields); i++ {
		before, after := s.fields[i-1], s.fields[i]
		last, _ := utf8.DecodeLastRuneInString(s.text[before.start:before.end])
		first, _ := utf8.DecodeRuneInString(s.text[after.start:])
		if !before.legal && !after.legal && unicode.IsLetter(last) && unicode.IsLetter(first) {
			all = append(all, s.text[:before.end]+s.text[after.start:])
		}
	}
	return oneOf(r, all)
}

func spaceInserted(s *subject, r *rand.Rand) string {
	return anywhere(func(letters []rune, at int, _ *rand.Rand) []rune {
		if at < 2 || at > len(letters)-2 {
			return nil
		}
		return splice(letters, at, 0, ' ')
	})(s, r)
}

func spacesDropped(s *subject, _ *rand.Rand) string {
	return strings.Join(strings.Fields(s.text), "")
}

// spacedOut separates all characters by a space, and words by a wider gap or
// none.
func spacedOut(gap string) func(*subject, *rand.Rand) string {
	const short = 16
	return func(s *subject, _ *rand.Rand) string {
		letters := 0
		for _, w := range s.words {
			letters += w.letters
		}
		if letters < typeable || letters > short || gap == " " && len(s.fields) == 1 {
			return ""
		}
		var out []string
		for _, f := range s.fields {
			out = append(out, strings.Join(strings.Split(s.text[f.start:f.end], ""), " "))
		}
		return strings.Join(out, gap)
	}
}

// reordered returns the name with the fields that are no legal form in
// another order. A comma that stood before a legal form is left out.
func reordered(s *subject, order func([]string)) string {
	var movable []string
	for _, f := range s.fields {
		if !f.legal {
			movable = append(movable, strings.TrimRight(s.text[f.start:f.end], ",;"))
		}
	}
	if len(movable) < 2 {
		return ""
	}
	order(movable)
	var out []string
	for _, f := range s.fields {
		if f.legal {
			out = append(out, s.text[f.start:f.end])
		} else {
			out = append(out, movable[0])
			movable = movable[1:]
		}
	}
	return strings.Join(out, " ")
}

func reversed(s *subject, _ *rand.Rand) string { return reordered(s, slices.Reverse[[]string]) }

// moved moves one of the first few words behind the others; of all but the
// last if few is zero.
func moved(few int) func(*subject, *rand.Rand) string {
	return func(s *subject, r *rand.Rand) string {
		return reordered(s, func(fields []string) {
			i := r.IntN(cmp.Or(few, len(fields)-1))
			word := fields[i]
			copy(fields[i:], fields[i+1:])
			fields[len(fields)-1] = word
		})
	}
}

func givenFirst(s *subject, _ *rand.Rand) string {
	surname, given, ok := strings.Cut(s.text, ", ")
	if !ok || given == "" || strings.Contains(given, ",") {
		return ""
	}
	return given + " " + surname
}

// surnameFirst takes the last of two to four words for the surname.
func surnameFirst(separator string) func(*subject, *rand.Rand) string {
	return func(s *subject, _ *rand.Rand) string {
		if strings.Contains(s.text, ",") || len(s.fields) < 2 || len(s.fields) > 4 {
			return ""
		}
		last := s.fields[len(s.fields)-1]
		return s.text[last.start:last.end] + separator + strings.TrimSpace(s.text[:last.start])
	}
}
