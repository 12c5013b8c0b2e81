package lists

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
)

// digest implements the form that [List.Digest] documents.
func digest(entities []*Entity) string {
	h := sha256.New()
	var b []byte
	for _, e := range entities {
		b = appendEntity(b[:0], e)
		h.Write(b)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// Digest returns the hexadecimal SHA-256 of an entity, written as [List.Digest]
// documents. It tells whether two editions of a list say the same of it.
func (e *Entity) Digest() string {
	h := sha256.Sum256(appendEntity(nil, e))
	return hex.EncodeToString(h[:])
}

func appendEntity(b []byte, e *Entity) []byte {
	b = appendStrings(b, e.ID, e.Kind.String())
	b = appendCount(b, len(e.Names))
	for _, n := range e.Names {
		b = appendStrings(b, n.Text, n.Kind.String(), n.Lang, n.Source, n.From.String(), n.Until.String())
	}
	b = appendCount(b, len(e.Countries))
	b = appendStrings(b, e.Countries...)
	b = appendCount(b, len(e.Addresses))
	for _, a := range e.Addresses {
		b = appendStrings(b, a.Text, a.Country, a.Source)
	}
	b = appendCount(b, len(e.Identifiers))
	for _, i := range e.Identifiers {
		b = appendStrings(b, i.Type, i.Number, i.Country, i.Source)
	}
	b = appendCount(b, len(e.BirthDates))
	b = appendStrings(b, e.BirthDates...)
	b = appendCount(b, len(e.Programs))
	b = appendStrings(b, e.Programs...)
	b = appendCount(b, len(e.Listings))
	for _, l := range e.Listings {
		b = appendStrings(b, l.Authority, l.List)
		b = appendCount(b, len(l.Citations))
		b = appendStrings(b, l.Citations...)
		b = appendStrings(b, l.From.String(), l.Until.String(), l.LicenseRequirement, l.LicenseReviewPolicy, l.URL)
	}
	return appendStrings(b, e.Remarks)
}

// appendStrings appends each string as its length, a colon and its bytes, so
// that no two sequences of strings look alike.
func appendStrings(b []byte, ss ...string) []byte {
	for _, s := range ss {
		b = append(appendCount(b, len(s)), s...)
	}
	return b
}

func appendCount(b []byte, n int) []byte {
	return append(strconv.AppendInt(b, int64(n), 10), ':')
}
