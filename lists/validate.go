package lists

import (
	"bytes"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"
)

// validate returns what no entity of a list may have: the one gate for
// embedded, loaded and private lists alike. Its error wraps [ErrInvalid] and
// says nothing of where the entity stands.
func validate(e *Entity) error {
	if e.ID == "" || strings.TrimSpace(e.ID) != e.ID {
		return invalid("ID %q is empty or has white space around it", e.ID)
	}
	if int(e.Kind) >= len(kindTexts) {
		return invalid("%v is no kind of party", e.Kind)
	}
	if len(e.Names) == 0 && len(e.Addresses) == 0 {
		return invalid("neither a name nor an address: nothing could ever match")
	}
	if err := validateNames(e.Names); err != nil {
		return err
	}
	for i, c := range e.Countries {
		if !isCountry(c) {
			return invalid("country %d: %q is not an ISO 3166-1 alpha-2 code such as CN", i+1, c)
		}
	}
	for i, a := range e.Addresses {
		if a.Text == "" && a.Country == "" {
			return invalid("address %d is empty", i+1)
		}
		if a.Country != "" && !isCountry(a.Country) {
			return invalid("address %d: country %q is not an ISO 3166-1 alpha-2 code such as CN", i+1, a.Country)
		}
	}
	for i, id := range e.Identifiers {
		if strings.TrimSpace(id.Number) == "" {
			return invalid("identifier %d (%s) has no number", i+1, id.Type)
		}
	}
	for i, l := range e.Listings {
		if err := validatePeriod(l.From, l.Until); err != nil {
			return invalid("listing %d: %v", i+1, err)
		}
	}
	return validateText(e)
}

func validateNames(names []Name) error {
	for i, n := range names {
		if strings.TrimSpace(n.Text) == "" {
			return invalid("name %d is empty", i+1)
		}
		if int(n.Kind) >= len(nameKindTexts) {
			return invalid("name %q: %v is no kind of name", n.Text, n.Kind)
		}
		if err := validatePeriod(n.From, n.Until); err != nil {
			return invalid("name %q: %v", n.Text, err)
		}
		if n.Kind != Primary {
			continue
		}
		for _, other := range names[:i] {
			if other.Kind == Primary && overlap(n, other) {
				return invalid("names %q and %q are primary on the same day", other.Text, n.Text)
			}
		}
	}
	return nil
}

// overlap reports whether some day lies in the periods of both names.
func overlap(a, b Name) bool {
	return (a.Until.IsZero() || b.From.Compare(a.Until) < 0) &&
		(b.Until.IsZero() || a.From.Compare(b.Until) < 0)
}

func validatePeriod(from, until Date) error {
	for _, d := range []Date{from, until} {
		if !isDate(d) {
			return fmt.Errorf("%s is not in the calendar", d)
		}
	}
	if !until.IsZero() && from.Compare(until) > 0 {
		return fmt.Errorf("from %s is after until %s", from, until)
	}
	return nil
}

// isDate reports whether d is a day of the calendar, or not stated.
func isDate(d Date) bool {
	t := d.Time() // time.Date turns 31 April into 1 May
	return d.IsZero() || d.Year > 0 && t.Month() == time.Month(d.Month) && t.Day() == int(d.Day)
}

// validateText holds every string to UTF-8 without NUL, by way of the canonical
// form, which has them all.
func validateText(e *Entity) error {
	b := appendEntity(nil, e)
	if !utf8.Valid(b) {
		return invalid("it holds bytes that are not UTF-8")
	}
	if bytes.IndexByte(b, 0) >= 0 {
		return invalid("it holds a NUL")
	}
	return nil
}

// isCountry reports whether s has the shape of an ISO 3166-1 alpha-2 code.
func isCountry(s string) bool {
	return len(s) == 2 && 'A' <= s[0] && s[0] <= 'Z' && 'A' <= s[1] && s[1] <= 'Z'
}

func invalid(format string, args ...any) error {
	return fmt.Errorf("%w: %s", ErrInvalid, fmt.Sprintf(format, args...))
}
