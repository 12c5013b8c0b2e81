package screen_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/normalize"
	"github.com/partyscreen/partyscreen/screen"
)

// rewritings change how a name is written and not whose it is. Each returns
// false for a name that it cannot change, or of which the change would make
// another name.
var rewritings = []struct {
	name    string
	reason  string
	rewrite func(name string, kind lists.Kind) (string, bool)
}{
	{"as printed", "the list itself", func(s string, _ lists.Kind) (string, bool) { return s, true }},
	{"upper case", "old systems know no other", always(strings.ToUpper)},
	{"lower case", "people type so", always(strings.ToLower)},
	{"no punctuation", "forms forbid it", withoutPunctuation},
	{"more punctuation", "it is put behind every word by some exports", everyWordStopped},
	{"rotated", "word order is free for organisations; the legal form stays where it is", rotated},
	{"given name first", "a person's surname stands in front of a comma or last", givenNameFirst},
	{"no legal form", "it is lost most often of all", withoutForm},
	{"another spelling of the form", "OOO is LLC abroad", withOtherForm},
}

func always(change func(string) string) func(string, lists.Kind) (string, bool) {
	return func(s string, _ lists.Kind) (string, bool) {
		changed := change(s)
		return changed, changed != s
	}
}

// structural has the signs that say which words of a cell belong together: names
// that have them are several names, or a name with a remark.
const structural = "()[]{}<>/\\;:|*\"«»“”„《》（）【】、；："

// withoutPunctuation takes out full stops, apostrophes, commas and brackets.
// Letters with full stops between them (S.p.A.) stay together.
func withoutPunctuation(s string, _ lists.Kind) (string, bool) {
	if strings.ContainsAny(s, structural) {
		return "", false
	}
	changed := strings.Join(strings.Fields(strings.NewReplacer(",", " ", ".", "", "'", "", "’", "").Replace(s)), " ")
	return changed, changed != s
}

// everyWordStopped puts a comma behind every word of an organisation's name.
func everyWordStopped(s string, kind lists.Kind) (string, bool) {
	words := strings.Fields(s)
	if kind == lists.Individual || len(words) < 2 || strings.ContainsAny(s, structural+",.") {
		return "", false
	}
	return strings.Join(words, ", "), true
}

// nameParts cuts a name into leading legal forms, the name proper, and what follows:
// trailing legal forms. ok is false where legal forms stand elsewhere too.
func nameParts(s string) (leading, proper, trailing string, forms []normalize.Token, ok bool) {
	tokens := tokensOf(s)
	isForm := func(t normalize.Token) bool { return t.Role == normalize.LegalForm }
	first := slices.IndexFunc(tokens, func(t normalize.Token) bool { return !isForm(t) })
	if first < 0 {
		return "", "", "", nil, false
	}
	last := len(tokens) - 1
	for isForm(tokens[last]) {
		last--
	}
	forms = slices.Concat(tokens[:first], tokens[last+1:])
	if slices.ContainsFunc(tokens[first:last+1], isForm) {
		return "", "", "", nil, false
	}
	start, end := 0, len(s)
	if first > 0 {
		start = tokens[first].Start
	}
	if last < len(tokens)-1 {
		end = tokens[last+1].Start
	}
	return s[:start], strings.TrimRight(s[start:end], " ,"), s[end:], forms, true
}

// rotated puts the last word of an organisation's name first. A name with
// initials, particles or a hyphen keeps its order: they belong to their
// neighbours.
func rotated(s string, kind lists.Kind) (string, bool) {
	leading, proper, trailing, _, ok := nameParts(s)
	words := strings.Fields(proper)
	if !ok || kind == lists.Individual || kind == lists.Vessel || len(words) < 2 || strings.ContainsAny(s, structural+",-") ||
		hasRole(tokensOf(s), normalize.Particle) || hasRole(tokensOf(s), normalize.Initial) {
		return "", false
	}
	words = append(words[len(words)-1:], words[:len(words)-1]...)
	return strings.TrimSpace(leading + strings.Join(words, " ") + " " + trailing), true
}

// givenNameFirst turns SURNAME, Given into Given Surname.
func givenNameFirst(s string, kind lists.Kind) (string, bool) {
	surname, given, ok := strings.Cut(s, ", ")
	if !ok || kind != lists.Individual || strings.ContainsAny(s, structural) || strings.Contains(given, ",") {
		return "", false
	}
	return given + " " + strings.ToUpper(surname[:1]) + strings.ToLower(surname[1:]), true
}

func withoutForm(s string, kind lists.Kind) (string, bool) {
	_, proper, _, forms, ok := nameParts(s)
	return proper, ok && len(forms) > 0 && kind != lists.Individual
}

// otherForms has forms of each class: one that may stand in front of a name or
// behind it, and another for names that have the first.
var otherForms = map[string][2]string{
	"limited": {"LLC", "OOO"}, "stock": {"JSC", "OAO"}, "company": {"Company", "Co."},
}

// withOtherForm writes another form of the same class in place of the legal
// forms of a name, if it has one form.
func withOtherForm(s string, kind lists.Kind) (string, bool) {
	leading, proper, trailing, forms, ok := nameParts(s)
	if !ok || kind == lists.Individual || len(forms) != 1 || leading != "" && trailing != "" {
		return "", false
	}
	spellings, ok := otherForms[forms[0].Concept.Class()]
	if !ok {
		return "", false
	}
	form := spellings[0]
	if tokensOf("Zorbexo " + form)[1].Concept == forms[0].Concept {
		form = spellings[1]
	}
	if leading != "" {
		return form + " " + proper, true
	}
	return proper + " " + form, true
}

// exception says why a name that was rewritten need not find its own entity, or
// nothing. What is called a defect is one of the rules, and the exception goes
// with it.
func exception(rewriting, name, changed string) string {
	before := tokensOf(name)
	switch {
	case lettersOf(before) <= 2:
		return "one or two letters, which are said not to be screened" // SE, SL
	case rewriting == "rotated" && lostLetters(name, before) > 0:
		return "a word before a number that is parted from it" // ZAVOD NO. 9, 9 ZAVOD NO.
	case rewriting == "lower case" && hasRole(before, normalize.Number):
		return "a Roman numeral, which is one in capitals only" // TSZL VI OOO
	case rewriting == "more punctuation" && hasRole(before, normalize.Number):
		return "a number behind a comma, which is a supplier's" // FU, YUAN, YU, 8637
	case rewriting == "no punctuation" && hasInnerStop(name):
		// A defect for initials of persons: AH Shamnad is not A.H. Shamnad.
		return "letters with full stops, written together"
	case !sameWords(before, tokensOf(changed)):
		return "the words are read otherwise" // Bank Saint Petersburg, Petersburg Bank Saint
	}
	return ""
}

func lettersOf(tokens []normalize.Token) int {
	n := 0
	for _, t := range tokens {
		n += len(t.Text)
	}
	return n
}

// lostLetters counts the letters of a name that are in no token.
func lostLetters(name string, tokens []normalize.Token) int {
	n := 0
	for at, r := range name {
		if unicode.IsLetter(r) && !slices.ContainsFunc(tokens, func(t normalize.Token) bool { return t.Start <= at && at < t.End }) {
			n++
		}
	}
	return n
}

// hasInnerStop reports a full stop between two letters.
func hasInnerStop(name string) bool {
	for i := 1; i+1 < len(name); i++ {
		if name[i] == '.' && unicode.IsLetter(rune(name[i-1])) && unicode.IsLetter(rune(name[i+1])) {
			return true
		}
	}
	return false
}

// sameWords reports whether two names have the same words in the same roles,
// apart from legal forms, in any order.
func sameWords(a, b []normalize.Token) bool {
	words := func(tokens []normalize.Token) []string {
		var out []string
		for _, t := range tokens {
			if t.Role != normalize.LegalForm {
				out = append(out, t.Text+" "+t.Role.String())
			}
		}
		slices.Sort(out)
		return out
	}
	return slices.Equal(words(a), words(b))
}

// TestRewrittenNames holds that every name of the embedded list, and every
// fiftieth of the Consolidated Screening List, find their own entity first, or
// share the first place, however they are written. With -all it is every name.
func TestRewrittenNames(t *testing.T) {
	for _, list := range sharedLists(t) {
		t.Run(list.ID(), func(t *testing.T) {
			s, err := screen.New(list, screen.Options{})
			if err != nil {
				t.Fatal(err)
			}
			counts := make([]tally, len(rewritings))
			i := 0
			for e := range list.All() {
				for _, n := range e.Names {
					i++
					for k := range rewritings {
						if list == lists.Embedded() || *all || i%50 == 0 {
							findOwn(t, s, e, n.Text, k, &counts[k])
						}
					}
				}
			}
			for k := range counts {
				t.Logf("%s: %v", rewritings[k].name, &counts[k])
			}
		})
	}
}

// findOwn rewrites a name in way k and looks for its entity.
func findOwn(t *testing.T, s *screen.Screener, e *lists.Entity, name string, k int, count *tally) {
	t.Helper()
	w := &rewritings[k]
	changed, ok := w.rewrite(name, e.Kind)
	if !ok {
		return
	}
	r := s.Screen(changed)
	found := slices.ContainsFunc(r.Hits, func(h screen.Hit) bool { return h.Entity.ID == e.ID && h.Score > r.Hits[0].Score-tolerance })
	if found {
		count.held++
	} else if why := exception(w.name, name, changed); why != "" {
		count.except(why, true, fmt.Sprintf("%q of %q", changed, name))
	} else {
		t.Errorf("%s (%s): %q does not find %q of %s first: %s", w.name, w.reason, changed, name, e.ID, r.Reason)
	}
}
