package screen

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/normalize"
)

// The Entity List has entries that are addresses and nothing else, at which many
// companies are registered (89 FR 14385): whoever is there needs a licence, whatever
// its name. Their name, if the list gives one, is "Address 01".

// listedAddress is an address of an entity that has no name.
type listedAddress struct {
	entity  int32
	text    string
	words   []string // that say something, each once
	numbers int      // of these
}

// Of a listed address all numbers and this share of the words must be in that of
// the party, and at least so many words in all.
const (
	sharedAddress   = 0.75
	minAddressWords = 3
)

// addressesOf returns the addresses of the entities that have no name.
func addressesOf(entities []*lists.Entity) []listedAddress {
	var out []listedAddress
	for i, e := range entities {
		if !isAddressOnly(e) {
			continue
		}
		for _, a := range e.Addresses {
			words := addressWords(a.Text)
			listed := listedAddress{int32(i), a.Text, words, 0}
			for _, w := range words {
				if isNumeric(w) {
					listed.numbers++
				}
			}
			if len(words) >= minAddressWords {
				out = append(out, listed)
			}
		}
	}
	return out
}

// isAddressOnly reports an entity that is an address and nothing else.
func isAddressOnly(e *lists.Entity) bool {
	return !slices.ContainsFunc(e.Names, func(n lists.Name) bool { return !isAddressName(n.Text) })
}

// isAddressName reports what stands for a name where an authority lists an address.
func isAddressName(name string) bool {
	number, ok := strings.CutPrefix(strings.ToLower(name), "address ")
	return ok && isNumeric(number)
}

func isNumeric(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsDigit(r) })
}

// addressWords returns the words of an address that tell it from others, folded,
// each once.
func addressWords(text string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) }) {
		if w = normalize.FoldKey(w); w != "" && !isAddressFiller(w) && !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

// isAddressFiller reports the words that addresses have in common and abbreviate.
func isAddressFiller(w string) bool {
	switch w {
	case "road", "rd", "street", "st", "str", "avenue", "ave", "room", "rm", "floor", "fl", "f", "flat", "unit", "suite", "block", "blk", "building", "bldg", "no", "the", "of", "and", "district", "tower", "centre", "center":
		return true
	}
	return false
}

// searchAddress enters the entities without name whose address is that of the party.
// An address alone is never a match: others are there too.
func (s *Screener) searchAddress(p Party, best map[int32]found) {
	if p.Address == "" || len(s.addresses) == 0 {
		return
	}
	words := addressWords(p.Address)
	for _, a := range s.addresses {
		shared, numbers := 0, 0
		for _, w := range a.words {
			if slices.Contains(words, w) {
				shared++
				if isNumeric(w) {
					numbers++
				}
			}
		}
		share := float64(shared) / float64(len(a.words))
		if b := best[a.entity]; shared >= minAddressWords && numbers == a.numbers && share >= sharedAddress && share > b.score {
			b.score, b.address = share, a.text
			best[a.entity] = b
		}
	}
}

// addressReason says which address agrees.
func addressReason(address string) string {
	return fmt.Sprintf("the authority lists the address %q, whoever is there", address)
}
