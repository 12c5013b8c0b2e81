package main

import (
	"fmt"
	"slices"
	"strings"
)

// firstStroke begins the strokes among the radical symbols. They have no use in
// names.
const firstStroke = 0x31C0

// folding says for each character that is not a standard simplified form
// which standard form it stands for. In falling order of trust:
//
//  1. the hand-argued pairs (handFolds);
//  2. kSimplifiedVariant;
//  3. kJinmeiyoKanji, which links the old and new forms of Japanese name
//     characters: 亜 is 亞, and 亞 simplifies to 亚;
//  4. kSemanticVariant and kZVariant, if they lead to one standard form alone
//     and it shares a reading (峯 and 峰, but not 埼 and 崎 for 碕);
//  5. the radical symbols that PDF text holds instead of characters (⻓ for 长).
//
// Only standard forms are targets, and no standard form folds unless the hand
// list says so: 乾 stays although 乾燥 is written 干燥, because 乾坤 stays; 瑙
// stays although Unihan has it simplify to a character nobody writes. A fold
// therefore never needs a second step.
func folding(db *ucd) (map[rune]rune, error) {
	folds := map[rune]rune{}
	kanji := kanjiLinks(db)
	for _, r := range db.sortedRunes() {
		if db.standard(r) {
			continue
		}
		if t, ok := simplified(db, r); ok {
			folds[r] = t
			continue
		}
		if t, ok := onlyStandard(db, kanji[r]); ok {
			folds[r] = t
			continue
		}
		if t, ok := variant(db, r); ok {
			folds[r] = t
		}
	}
	if err := addHandFolds(db, folds); err != nil {
		return nil, err
	}
	for radical, r := range db.radicals {
		if t, ok := onlyStandard(db, []rune{r}); ok && radical < firstStroke {
			folds[radical] = t
		}
	}
	return folds, nil
}

// simplified follows kSimplifiedVariant to the first standard form. It stays
// put if the character is listed as its own simplified form.
func simplified(db *ucd, r rune) (rune, bool) {
	targets := db.runes(r, "kSimplifiedVariant")
	if slices.Contains(targets, r) {
		return r, false
	}
	for _, t := range targets {
		if db.standard(t) {
			return t, true
		}
	}
	return r, false
}

// onlyStandard simplifies each candidate and returns the standard form if they
// lead to one alone.
func onlyStandard(db *ucd, candidates []rune) (rune, bool) {
	var found []rune
	for _, c := range candidates {
		if t, ok := simplified(db, c); ok {
			c = t
		}
		if db.standard(c) && !slices.Contains(found, c) {
			found = append(found, c)
		}
	}
	if len(found) != 1 {
		return 0, false
	}
	return found[0], true
}

// kanjiLinks joins the new and old forms of kJinmeiyoKanji ("2010:U+4E9C") in
// both directions.
func kanjiLinks(db *ucd) map[rune][]rune {
	links := map[rune][]rune{}
	for _, r := range db.sortedRunes() {
		_, form, ok := strings.Cut(db.unihan[r]["kJinmeiyoKanji"], ":")
		if !ok {
			continue
		}
		if other, err := codePoint(form); err == nil {
			links[r] = append(links[r], other)
			links[other] = append(links[other], r)
		}
	}
	return links
}

// variant follows kSemanticVariant and kZVariant. A simplified character that
// the standard table left out keeps its form.
func variant(db *ucd, r rune) (rune, bool) {
	if len(db.runes(r, "kTraditionalVariant")) > 0 {
		return 0, false
	}
	candidates := append(db.runes(r, "kZVariant"), db.runes(r, "kSemanticVariant")...)
	t, ok := onlyStandard(db, candidates)
	if !ok || !shareReading(db, r, t) {
		return 0, false
	}
	return t, true
}

// shareReading asks the large dictionaries too, since rare forms have no entry
// in the others.
func shareReading(db *ucd, a, b rune) bool {
	for _, s := range dictionaryReadings(db, a) {
		if slices.Contains(dictionaryReadings(db, b), s) {
			return true
		}
	}
	return false
}

func addHandFolds(db *ucd, folds map[rune]rune) error {
	var useless []string
	for _, pair := range strings.Fields(handFolds) {
		p := []rune(pair)
		if len(p) != 2 || !db.standard(p[1]) || folds[p[0]] == p[1] {
			useless = append(useless, pair)
			continue
		}
		folds[p[0]] = p[1]
	}
	if useless != nil {
		return fmt.Errorf("hand-argued pairs that Unihan has already, or that lead to no standard form: %q", useless)
	}
	// A pair may have given a target a fold of its own.
	for r, t := range folds {
		if u, ok := folds[t]; ok {
			folds[r] = u
		}
	}
	return nil
}
