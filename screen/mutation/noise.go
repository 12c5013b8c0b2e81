package mutation

import (
	"fmt"
	"math/rand/v2"

	"github.com/partyscreen/partyscreen/lists"
)

// Noise is what stands beside names in the fields of purchasing systems. Ships
// and aircraft are no vendors.
func noiseKinds() []Kind {
	const column = "the vendor file has no column for it: "
	kinds := []Kind{
		{Name: "ATTN a department", Reason: column + "a contact", mutate: around("%s ATTN: Accounts Payable", "%s, ATTN Accounts Payable", "%s Attn. Purchasing Dept.")},
		{Name: "ATTN a person", Reason: column + "a contact", mutate: around("%s ATTN: John Smith", "%s, ATTN John Smith", "%s Attn. Ms. Maria Keller")},
		{Name: "c/o before", Reason: column + "where the post goes", mutate: around("c/o %s", "C/O: %s")},
		{Name: "M/S before", Reason: "South Asian and Gulf invoices", mutate: around("M/S %s", "M/s. %s", "MESSRS %s")},
		{Name: "vendor number before", Reason: column + "a number", mutate: around("100234 %s", "V-100234 - %s", "0000100234 %s", "[4711] %s")},
		{Name: "vendor number behind", Reason: column + "a number", mutate: around("%s (100234)", "%s - 100234", "%s #4711", "%s / 0000100234")},
		{Name: "DO NOT USE", Reason: column + "a blocked record", mutate: around("%s - DO NOT USE", "DO NOT USE %s", "*** DO NOT USE *** %s", "%s (DO NOT USE, see 4711)")},
		{Name: "country appended", Reason: column + "the country of the entity", mutate: withCountry},
		{Name: "city and country appended", Reason: column + "city and country; no governments, whose city is their name", mutate: withCity},
		{Name: "address appended", Reason: column + "the address: the entity's own, or one in its country; no governments without their own", mutate: withAddress},
		{Name: "two parties", Reason: "one cell for two parties", mutate: beside("%s / %s")},
		{Name: "two parties, second behind", Reason: "one cell for two parties", mutate: behind("%s / %s")},
		{Name: "d/b/a", Reason: "a company and the name it trades under", mutate: beside("%s d/b/a %s", "%s DBA %s")},
		{Name: "d/b/a, behind", Reason: "a company that trades under another name", mutate: behind("%s d/b/a %s", "%s DBA %s")},
		{Name: "f/k/a", Reason: "a company and the name it had", mutate: beside("%s f/k/a %s", "%s (formerly known as %s)")},
		{Name: "f/k/a, behind", Reason: "a company that had another name", mutate: behind("%s f/k/a %s", "%s (formerly known as %s)")},
	}
	for i := range kinds {
		kinds[i].Group = "noise"
		kinds[i].applies = isParty
	}
	return kinds
}

// around puts the name into one of the formats.
func around(formats ...string) func(*subject, *rand.Rand) string {
	return func(s *subject, r *rand.Rand) string { return fmt.Sprintf(pick(r, formats), s.text) }
}

// otherParty returns an ordinary company that is on no list.
func otherParty(r *rand.Rand) string {
	return pick(r, []string{"Muster Handel GmbH", "Northgate Freight Services Ltd", "Lindqvist Papper AB", "Fratelli Bianchi S.r.l.", "Acme Bakery Supplies Inc."})
}

// beside puts another party before the name.
func beside(formats ...string) func(*subject, *rand.Rand) string {
	return func(s *subject, r *rand.Rand) string { return fmt.Sprintf(pick(r, formats), otherParty(r), s.text) }
}

// behind puts another party behind the name.
func behind(formats ...string) func(*subject, *rand.Rand) string {
	return func(s *subject, r *rand.Rand) string { return fmt.Sprintf(pick(r, formats), s.text, otherParty(r)) }
}

func withCountry(s *subject, r *rand.Rand) string {
	at := siteOf(s.entity.Countries)
	if at == nil {
		return ""
	}
	return s.text + pick(r, []string{", ", " ", " - "}) + at.name
}

func withCity(s *subject, r *rand.Rand) string {
	at := siteOf(s.entity.Countries)
	if at == nil || s.kind == lists.Government {
		return ""
	}
	return s.text + pick(r, []string{", ", " "}) + at.city + ", " + at.name
}

func withAddress(s *subject, _ *rand.Rand) string {
	for _, a := range s.entity.Addresses {
		if len(a.Text) > 2 { // more than a code of a country
			return s.text + ", " + a.Text
		}
	}
	at := siteOf(s.entity.Countries)
	if at == nil || s.kind == lists.Government {
		return ""
	}
	return s.text + ", " + at.street + ", " + at.city + ", " + at.name
}
