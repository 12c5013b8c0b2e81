// Package screentest helps the unit tests of programs that screen their
// counterparties: it says what must alert and what must not, and a test that fails
// shows why the screening decided as it did.
//
//	func TestVendors(t *testing.T) {
//		s := screentest.Screener(t, screen.Options{}, screentest.Entity("acme", "Acme Rocket Works", "ARW"))
//		screentest.MustAlert(t, s, "Acme Rockets Works Ltd", "acme")
//		screentest.MustNotAlert(t, s, "Acme Bakery")
//	}
//
//	must.go     what a test demands
//	explain.go  what a failed one shows
//	list.go     lists made for a test
package screentest
