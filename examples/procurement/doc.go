// Package procurement is a small purchasing program that screens its vendors.
// It shows how a program of your own uses the library, and how its tests do.
//
// The program depends on an interface of one method, so that its tests can
// put anything in the library's place; here they use the library itself,
// because it needs no server, no network and no configuration.
//
//	screener.go  what the program asks of the library
//	vendor.go    a vendor, and whether one may buy from it
//	order.go     a purchase order: approved or held
package procurement
