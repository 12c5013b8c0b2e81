package procurement

import "github.com/partyscreen/partyscreen/screen"

// Screener is what this program asks of the library. [screen.Screener]
// satisfies it.
type Screener interface {
	ScreenParty(screen.Party) screen.Result
}

// Embedded screens against the 28 entities that come with the library.
type Embedded struct{}

// ScreenParty implements [Screener].
func (Embedded) ScreenParty(p screen.Party) screen.Result { return screen.Screen(p.Name) }
