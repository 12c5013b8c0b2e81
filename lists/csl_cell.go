package lists

import "strings"

// cslOrigin is the source column taken apart: "Entity List (EL) - Bureau of
// Industry and Security".
type cslOrigin struct{ list, short, authority string }

func (r *cslReader) origin(cell string) cslOrigin {
	s, ok := r.sources[cell]
	if ok {
		return s
	}
	cell = strings.Clone(cell)
	list, authority, _ := cutLast(cell, " - ")
	s = cslOrigin{list: list, short: list, authority: authority}
	if head, rest, ok := strings.Cut(list, "("); ok {
		if short, tail, ok := strings.Cut(rest, ")"); ok {
			s.short = strings.TrimSuffix(short, " List") // "NS-MBS List"
			s.list = strings.TrimSpace(strings.TrimSpace(head) + " " + strings.TrimSpace(tail))
		}
	}
	r.sources[cell] = s
	return s
}

// names returns the name as printed and the aliases. The separator of aliases
// is a semicolon; where the regulation's list ends with "and", so does the
// cell: "A; B; and C".
func (r *cslReader) names() []Name {
	cell := r.get(cslAltNames)
	names := make([]Name, 0, 2+strings.Count(cell, ";"))
	if name := r.oneLine(cslName); name != "" {
		names = append(names, Name{Text: name, Kind: Primary, Source: "csl"})
	}
	for alias := range strings.SplitSeq(r.oneLine(cslAltNames), ";") {
		alias = strings.TrimSpace(alias)
		if trimmed, ok := strings.CutPrefix(alias, "and "); ok {
			alias = strings.TrimSpace(trimmed)
			r.notes.add(`alt_names: "and " before the last alias passed over`, r.record)
		}
		switch {
		case alias == "" && cell == "":
		case alias == "":
			r.notes.add("alt_names: nothing between two separators, passed over", r.record)
		case hasName(names, alias):
			r.notes.add("alt_names: alias that repeats another name of the record passed over", r.record)
		default:
			names = append(names, Name{Text: alias, Kind: Alias, Source: "csl"})
		}
	}
	return names
}

func hasName(names []Name, text string) bool {
	for _, n := range names {
		if n.Text == text {
			return true
		}
	}
	return false
}

// oneLine returns a copy of a cell with line breaks and tabs, of which 2022 has
// some, as spaces.
func (r *cslReader) oneLine(column int) string {
	cell := r.get(column)
	if !strings.ContainsAny(cell, "\r\n\t") {
		return strings.Clone(cell)
	}
	r.notes.add(cslColumn[column].name+": line break or tab inside replaced by a space", r.record)
	return strings.Join(strings.Fields(cell), " ")
}

// addresses splits "street, city, state, postcode, CN; street, …". A field may
// itself hold several: "21 X Street, China; and 21 Y Road, China., City, CN";
// a piece before "; and" shares the country of what follows. No country is
// guessed where no code is printed.
func (r *cslReader) addresses() []Address {
	cell := r.oneLine(cslAddresses)
	if cell == "" {
		return nil
	}
	addresses := make([]Address, 0, 1+strings.Count(cell, ";"))
	shared := 0 // addresses before this one do not share what comes
	for piece := range strings.SplitSeq(cell, ";") {
		piece = strings.TrimSpace(piece)
		rest, joined := strings.CutPrefix(piece, "and ")
		if !joined {
			shared = len(addresses)
		}
		a := cslAddress(strings.TrimSpace(rest))
		if a.Text == "" && a.Country == "" {
			r.notes.add("addresses: nothing between two separators, passed over", r.record)
			continue
		}
		addresses = append(addresses, a)
		for i := shared; i < len(addresses)-1; i++ {
			if addresses[i].Country == "" {
				addresses[i].Country = a.Country
			}
		}
	}
	for _, a := range addresses {
		if a.Country == "" {
			r.notes.add("addresses: no country code, none taken", r.record)
		}
	}
	return addresses
}

// cslAddress takes the country code from the end of an address. Most addresses
// of recent files are a country code and nothing else.
func cslAddress(text string) Address {
	a := Address{Text: text, Source: "csl"}
	_, last, found := cutLast(text, ",")
	if !found {
		last = text
	}
	if code := strings.TrimSpace(last); isCountry(code) {
		a.Country = isoCountry(code)
		if !found {
			a.Text = ""
		}
	}
	return a
}

// isoCountry mends the one code of the list that is not ISO's.
func isoCountry(code string) string {
	if code == "UK" {
		return "GB"
	}
	return code
}

// countries returns those of citizenship, nationality and address.
func (r *cslReader) countries(addresses []Address, remarks *remarks) []string {
	var countries []string
	add := func(code string) {
		for _, c := range countries {
			if c == code {
				return
			}
		}
		countries = append(countries, code)
	}
	for _, column := range []int{cslCitizenships, cslNationalities} {
		for _, country := range r.split(column) {
			if code := strings.ToUpper(country); isCountry(code) {
				add(isoCountry(code))
				continue
			}
			r.notes.add(cslColumn[column].name+": not a country code, kept in the remarks", r.record)
			remarks.add("Country", country)
		}
	}
	for _, a := range addresses {
		if a.Country != "" {
			add(a.Country)
		}
	}
	return countries
}

// split returns the pieces of a plain list: "RUSSIA-EO14024; SYRIA".
func (r *cslReader) split(column int) []string {
	cell := r.get(column)
	if cell == "" {
		return nil
	}
	var pieces []string
	for piece := range strings.SplitSeq(cell, ";") {
		if piece = strings.TrimSpace(piece); piece != "" {
			pieces = append(pieces, r.intern(piece))
		}
	}
	return pieces
}

// remarks returns the printed remarks, the identifying features that are no
// identifiers, and the columns that have no field of their own.
func (r *cslReader) remarks(extra *remarks) string {
	all := remarks{}
	all.add("", r.get(cslRemarks))
	for i, c := range cslColumn {
		if c.label != "" {
			all.add(c.label, r.get(i))
		}
	}
	return r.intern(strings.Join(append(all, *extra...), "; "))
}

// remarks are pieces of Entity.Remarks.
type remarks []string

func (r *remarks) add(label, text string) {
	switch {
	case text == "":
	case label == "":
		*r = append(*r, text)
	default:
		*r = append(*r, label+": "+text)
	}
}

// intern returns s in memory of its own, the same for the same s: the licence
// texts, URLs and programs of a list are a few, repeated thousands of times.
func (r *cslReader) intern(s string) string {
	if s == "" {
		return ""
	}
	if i, ok := r.interned[s]; ok {
		return i
	}
	s = strings.Clone(s)
	r.interned[s] = s
	return s
}

// cutLast is strings.Cut at the last separator. Without one, it returns s, "".
func cutLast(s, sep string) (before, after string, found bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}
