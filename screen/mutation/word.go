package mutation

import (
	"math/rand/v2"
	"strings"
)

func wordKinds() []Kind {
	kinds := []Kind{
		{Name: "legal form dropped", Reason: "a buyer writes the name as people say it", applies: isCompany, mutate: formDropped},
		{Name: "legal form added", Reason: "a buyer completes a name that the list has without", applies: isCompany, mutate: formAdded},
		{Name: "legal form changed", Reason: "the same form in other words, or translated: OOO, LLC", applies: isCompany, mutate: formChanged},
		{Name: "generic word abbreviated", Reason: "short fields: Tech. for Technology, & for and", applies: isOrganization, mutate: abbreviated},
		{Name: "abbreviation written out", Reason: "a careful buyer: Technology for Tech.; written with a full stop, or of four letters or more", applies: isOrganization, mutate: writtenOut},
		{Name: "generic word in the plural", Reason: "Technologies for Technology, and back", applies: isOrganization, mutate: inPlural},
		{Name: "British or American", Reason: "defence and defense, centre and center", applies: isOrganization, mutate: otherEnglish},
		{Name: "ordinal in digits", Reason: "14th for Fourteenth or No. 14", applies: isNoPerson, mutate: ordinalAs(inDigits)},
		{Name: "ordinal in words", Reason: "Fourteenth for 14th or No. 14", applies: isNoPerson, mutate: ordinalAs(inWords)},
		{Name: "ordinal as a Roman numeral", Reason: "XIV for 14th, Fourteenth or No. 14", applies: isNoPerson, mutate: ordinalAs(roman)},
		{Name: "ordinal as a number", Reason: "No. 14 for 14th or Fourteenth", applies: isNoPerson, mutate: ordinalAs(numbered)},
		{Name: "Roman or Arabic numeral", Reason: "DINO I and DINO 1", applies: isNoPerson, mutate: numeralChanged},
	}
	for i := range kinds {
		kinds[i].Group = "word"
	}
	return kinds
}

// form is a legal form in front of or behind a name.
type form struct {
	fields, rest   string // the form, and the name without it
	class          []string
	inFront, found bool
}

// formOf finds the legal form of a name, the longest that leaves a name.
func formOf(s *subject) form {
	for _, class := range hanForms {
		for _, spelling := range class.spellings {
			if rest, ok := strings.CutSuffix(s.text, spelling); ok && rest != "" {
				return form{spelling, rest, class.spellings, false, true}
			}
		}
	}
	for length := min(formFields, len(s.fields)-1); length > 0; length-- {
		behind := s.fields[len(s.fields)-length:]
		if class := formAt(s.text, behind); class != nil {
			return form{s.text[behind[0].start:], strings.TrimRight(s.text[:behind[0].start], " ,;"), class.spellings, false, true}
		}
		front := s.fields[:length]
		if class := formAt(s.text, front); class != nil && class.front {
			end := front[length-1].end
			return form{s.text[:end], strings.TrimLeft(s.text[end:], " ,;"), class.spellings, true, true}
		}
	}
	return form{}
}

func formDropped(s *subject, _ *rand.Rand) string { return formOf(s).rest }

func formAdded(s *subject, r *rand.Rand) string {
	if formOf(s).found || !s.isLatin() {
		return ""
	}
	return s.text + pick(r, []string{" Ltd.", " Co., Ltd.", ", LLC", ", Inc.", " GmbH", " S.A.", " FZE"})
}

func formChanged(s *subject, r *rand.Rand) string {
	f := formOf(s)
	var others []string
	for _, spelling := range f.class {
		if !strings.EqualFold(spelling, f.fields) {
			others = append(others, spelling)
		}
	}
	other := oneOf(r, others)
	if other == "" {
		return ""
	}
	if isUpper(s.text) {
		other = strings.ToUpper(other)
	}
	if f.inFront {
		return other + s.text[len(f.fields):]
	}
	return s.text[:len(s.text)-len(f.fields)] + other
}

// exchange replaces one word of the name by what other returns for it in
// small letters. Legal forms have kinds of their own.
func exchange(s *subject, r *rand.Rand, other func(word string) []string) string {
	var all []string
	for _, w := range s.words {
		if w.legal {
			continue
		}
		text := s.of(w)
		for _, o := range other(strings.ToLower(text)) {
			if strings.HasPrefix(s.text[w.end:], ".") {
				o = strings.TrimSuffix(o, ".")
			}
			all = append(all, s.with(w, inCaseOfText(text, text, o)))
		}
	}
	return oneOf(r, all)
}

func abbreviated(s *subject, r *rand.Rand) string {
	return exchange(s, r, func(word string) []string {
		var short []string
		for _, g := range genericsOf(word) {
			if g.isWritten(word) {
				short = append(short, g.short...)
			}
		}
		return short
	})
}

// writtenOut passes over short words without a full stop, such as Fed and
// Rep, which may be names.
func writtenOut(s *subject, r *rand.Rand) string {
	var all []string
	for _, f := range s.fields {
		text := s.text[f.start:f.end]
		bare := strings.TrimSuffix(text, ".")
		if f.legal || text == bare && text != "&" && len(text) < typeable {
			continue
		}
		for _, g := range genericsOf(strings.ToLower(bare)) {
			if !g.isWritten(strings.ToLower(bare)) {
				all = append(all, s.text[:f.start]+inCaseOfText(bare, s.text, g.singular)+s.text[f.end:])
			}
		}
	}
	return oneOf(r, all)
}

func inPlural(s *subject, r *rand.Rand) string {
	return exchange(s, r, func(word string) []string {
		for _, g := range genericsOf(word) {
			switch {
			case g.plural == "":
			case word == g.singular:
				return []string{g.plural}
			case word == g.plural:
				return []string{g.singular}
			}
		}
		return nil
	})
}

func otherEnglish(s *subject, r *rand.Rand) string {
	return exchange(s, r, func(word string) []string {
		for _, pair := range british {
			switch word {
			case pair[0]:
				return []string{pair[1]}
			case pair[1]:
				return []string{pair[0]}
			}
		}
		return nil
	})
}
