package procurement

import (
	"fmt"

	"github.com/partyscreen/partyscreen/screen"
)

// Vendor is a row of the vendor master.
type Vendor struct {
	ID      string
	Name    string
	Country string // ISO 3166-1 alpha-2
	// Cleared holds the entities that a reviewer found this vendor not to be.
	// A decision is about one entity: another one holds the vendor again.
	Cleared []string
}

// Party is the vendor as the library sees it.
func (v Vendor) Party() screen.Party {
	p := screen.Party{Name: v.Name, Reference: v.ID}
	if v.Country != "" {
		p.Countries = []string{v.Country}
	}
	return p
}

// HeldError says why one may not buy from a vendor until somebody has looked.
type HeldError struct {
	Vendor Vendor
	Result screen.Result // keep it: it is the evidence
}

func (e *HeldError) Error() string {
	return fmt.Sprintf("vendor %s (%s) is held: %s", e.Vendor.ID, e.Vendor.Name, e.Result.Reason)
}
