package lists

import (
	"fmt"
	"regexp"
	"strings"
)

// Names stand within other names: X. Affiliated Entity: Y; X, a.k.a. Y; X (XYZ).
// The field stays as printed, and what stands in it becomes a name of its own
// with a Source that says where it stood, because suppliers bear one of the two.
//
// What is known of such fields comes from the Consolidated Screening List of July
// 2026: of 3,420 records of the Entity List, 67 name a subordinate or affiliated
// body behind its parent, 30 names of all lists have a.k.a. or f.k.a. in them, 12
// end in "and any successor, sub-unit, or subsidiary thereof".
var hidden = []struct {
	pattern *regexp.Regexp // the first group is what stands before, the second the name, the third what follows
	kind    NameKind       // of the second group
	before  bool           // what stands before, with what follows, is a name of the entity too
	source  string
}{
	{regexp.MustCompile(`^(.+?)[.,;]? (?:Affiliated [Ee]ntity|Subordinate [Ii]nstitution|and [Ss]ubordinate [Ee]ntity)(?:: | - | )(\p{Lu}.*)()$`), Alias, false, "subordinate or affiliated entity"},
	{regexp.MustCompile(inBrackets(formerly)), FormerName, true, "f.k.a."},
	{regexp.MustCompile(between(formerly)), FormerName, true, "f.k.a."},
	{regexp.MustCompile(inBrackets(also)), Alias, true, "a.k.a."},
	{regexp.MustCompile(between(also)), Alias, true, "a.k.a."},
	{regexp.MustCompile(`^(.+) \((\p{Lu}{3,10})\)()$`), Alias, true, "acronym"},
	{regexp.MustCompile(`^(.+?)[,;]? and any successor, sub-unit, or subsidiary thereof()()$`), Alias, true, "with successors, sub-units and subsidiaries"},
}

// notAcronyms are words that stand in brackets behind names as acronyms do, and say
// what form the body has or where it is.
var notAcronyms = map[string]bool{
	"JSC": true, "CJSC": true, "OJSC": true, "PJSC": true, "OOO": true, "OAO": true, "ZAO": true, "PAO": true, "LLC": true, "LLP": true, "LTD": true, "LIMITED": true,
	"INC": true, "PLC": true, "GMBH": true, "PTE": true, "PVT": true, "SARL": true, "HOLDING": true, "HOLDINGS": true, "GROUP": true, "COMPANY": true, "OFFSHORE": true,
	"USA": true, "UAE": true, "PRC": true, "DPRK": true, "UKRAINE": true, "KIEV": true, "RUSSIA": true, "CHINA": true, "IRAN": true, "SYRIA": true,
}

// What stands before a former name and before another one.
const (
	formerly = `f\.?k\.?a|formerly known as`
	also     = `a\.?k\.?a|also known as|d/b/a|doing business as`
)

// inBrackets matches a name in brackets within another, behind some words.
func inBrackets(words string) string {
	return `(?i)^(.*?) ?\((?:` + words + `)\b[ ,:;.]*([^()]+)\)(.*)$`
}

// between matches two names with some words between them.
func between(words string) string { return `(?i)^([^()]+?)[ ,;-]+(?:` + words + `)\b[ ,:;.-]*(.+)()$` }

// hiddenNames returns the names that stand within a name.
func hiddenNames(n Name) []Name {
	if !mayHide(n.Text) {
		return nil
	}
	for _, h := range hidden {
		found := h.pattern.FindStringSubmatch(n.Text)
		if found == nil {
			continue
		}
		var out []Name
		add := func(text string, kind NameKind) {
			if text = strings.Trim(text, " ,;"); hasTwoLetters(text) && text != n.Text {
				name := n
				name.Text, name.Kind, name.Source = text, kind, "within the name: "+h.source
				out = append(out, name)
			}
		}
		if h.before {
			add(found[1]+found[3], max(n.Kind, Alias))
		}
		if !notAcronyms[found[2]] {
			add(found[2], max(n.Kind, h.kind))
		}
		return out
	}
	return nil
}

// mayHide reports whether some pattern may match a text, which is quick to tell
// of nearly all.
func mayHide(text string) bool {
	for _, part := range [...]string{"(", "k.a", "K.A", "ka", "KA", "nown", "NOWN", "/b/", "/B/", "doing", "DOING", "ffiliated", "ubordinate", "successor"} {
		if strings.Contains(text, part) {
			return true
		}
	}
	return false
}

// hasTwoLetters reports a text that can be a name.
func hasTwoLetters(s string) bool {
	n := 0
	for _, r := range s {
		if r > ' ' {
			n++
		}
	}
	return n >= 2
}

// addHiddenNames gives entities the names that stand within their names, and
// returns a note of how many.
func addHiddenNames(entities []*Entity) []string {
	total := 0
	for _, e := range entities {
		known := make(map[string]bool, len(e.Names))
		for _, n := range e.Names {
			known[n.Text] = true
		}
		for _, n := range e.Names {
			for _, h := range hiddenNames(n) {
				if !known[h.Text] {
					known[h.Text] = true
					e.Names = append(e.Names, h)
					total++
				}
			}
		}
	}
	if total == 0 {
		return nil
	}
	return []string{fmt.Sprintf("names that stand within other names, added as names of their own: %d", total)}
}
