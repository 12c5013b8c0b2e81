package normalize

import "slices"

// markNoise marks the words that stand in a cell but are no part of a name,
// and turns the words between two names (formerly, d/b/a, c/o) into strong
// separators.
func markNoise(ws []word) {
	digits := false
	for i := range ws {
		digits = digits || ws[i].digits
		if ws[i].noise || !beginsSequence(ws[i].native) {
			continue
		}
		if n := remark(ws[i:]); n > 0 && n < len(ws) {
			markRun(ws, i, n)
		}
		if n := introducer(ws[i:]); n > 0 && (i > 0 || n < len(ws)) {
			markRun(ws, i, n)
			if i+n < len(ws) {
				ws[i+n].before = strong
			}
		}
	}
	if digits {
		markVendorNumbers(ws)
	}
	markAddress(ws, digits)
	if digits {
		markReference(ws)
		markContacts(ws)
	}
	for i := 1; i < len(ws); i++ {
		if isNumberSign(ws[i-1].native) && number(&ws[i]) != "" {
			ws[i-1].noise = true
		}
	}
}

// markReference marks the number of an order or invoice and what follows it.
func markReference(ws []word) {
	for i := 1; i+1 < len(ws); i++ {
		switch ws[i].text {
		case "ref", "reference", "inv", "invoice", "po", "order", "contract", "bl", "swift", "iban", "acc", "acct":
			if ws[i+1].digits || i+2 < len(ws) && ws[i+2].before == joint && ws[i+2].digits {
				markRun(ws, i, len(ws)-i)
				return
			}
		}
	}
}

// markContacts marks a telephone number and what follows it.
func markContacts(ws []word) {
	for i := 1; i+1 < len(ws); i++ {
		switch ws[i].text {
		case "tel", "telephone", "phone", "fax", "mob", "mobile":
			if ws[i+1].digits {
				markRun(ws, i, len(ws)-i)
				return
			}
		}
	}
}

// markTerms marks terms of payment and other codes behind the legal form.
func markTerms(ws []word) {
	for i := range ws {
		if end := i + int(ws[i].formWords); i > 0 && end > i && end < len(ws) && ws[end].digits && number(&ws[end]) == "" {
			ws[end].noise = true
		}
	}
}

// isNumberSign reports the words for number before one: Plant No. 9.
func isNumberSign(s string) bool {
	switch s {
	case "no", "nr", "num", "number", "numero", "nummer", "nomer", "номер":
		return true
	}
	return false
}

func markRun(ws []word, i, n int) {
	for k := i; k < i+n; k++ {
		ws[k].noise = true
	}
}

// remarks are notes of bookkeepers within a name. Each is a sequence of words;
// a slash stands for a slash between them.
var remarks = [...][]string{
	{"do", "not", "use"}, {"do", "not", "use", "see"}, {"do", "not", "pay"}, {"use", "new", "vendor"}, {"inactive"}, {"obsolete"}, {"duplicate"}, {"dupl"},
	{"consignee"}, {"shipper"}, {"notify", "party"}, {"notify"}, {"end", "user"}, {"messrs"},
	{"m", "/s"}, {"vendor"}, {"vendor", "no"}, {"vendor", "code"}, {"supplier"}, {"supplier", "no"}, {"lieferant"},
	{"beneficiary"}, {"bnf"}, {"payee"}, {"bill", "to"}, {"ship", "to"}, {"sold", "to"}, {"remit", "to"}, {"acct", "no"}, {"a", "/c"}, {"account", "no"},
	{"mr"}, {"mrs"}, {"dr"}, {"prof"}, {"herr"}, {"frau"}, {"mme"}, {"monsieur"}, {"sr"}, {"sra"},
	{"usd"}, {"eur"}, {"gbp"}, {"cny"}, {"rmb"}, {"blocked"}, {"blocked", "vendor"}, {"on", "hold"}, {"accounts", "payable"},
	{"bid", "no"}, {"invoice", "no"}, {"po", "no"}, {"ref", "no"},
}

// isPlaceholder reports a cell that says that there is no name.
func isPlaceholder(ws []word) bool {
	const longest = 14
	var buf [longest]byte
	text := buf[:0]
	for i := range ws {
		if len(text)+len(ws[i].native) > longest {
			return false
		}
		text = append(text, ws[i].native...)
	}
	switch string(text) {
	case "na", "none", "nil", "null", "unknown", "tbd", "tba", "tbc", "tobedetermined", "tobeadvised", "tobeconfirmed", "notapplicable", "notavailable",
		"noname", "notknown", "various", "misc", "test", "dummy", "xx", "xxx", "xxxx", "unbekannt", "keine", "inconnu", "desconocido", "нет", "无", "不详", "未知":
		return true
	}
	return false
}

// introducers stand between two names of one cell.
var introducers = [...][]string{
	{"fka"}, {"f", "/k", "/a"}, {"formerly"}, {"formerly", "known", "as"}, {"previously"}, {"ex"}, {"nee"},
	{"aka"}, {"a", "/k", "/a"}, {"also", "known", "as"}, {"alias"}, {"dba"}, {"d", "/b", "/a"}, {"doing", "business", "as"},
	{"t", "/a"}, {"trading", "as"}, {"now"}, {"now", "known", "as"}, {"nka"}, {"n", "/k", "/a"}, {"c", "/o"}, {"care", "of"}, {"obo"},
	{"on", "behalf", "of"}, {"o", "/b", "/o"}, {"agent", "for"}, {"distributor", "of"}, {"by", "order", "of"},
	{"attn"}, {"att"}, {"attention"}, {"for", "the", "attention", "of"}, {"fao"},
	{"vormals"}, {"anciennement"}, {"antes"}, {"бывш"}, {"原名"}, {"曾用名"},
}

// remark returns the number of words of the longest remark that ws begins
// with. Titles count only with what they stand before.
func remark(ws []word) int { return longestSequence(ws, remarks[:]) }

// introducer is remark for introducers. Those that are ordinary words or names
// elsewhere (now, ex) count only in lower case.
func introducer(ws []word) int {
	n := longestSequence(ws, introducers[:])
	if n == 1 && !ws[0].lower {
		switch ws[0].text {
		case "now", "ex", "alias", "antes", "nee":
			return 0
		}
	}
	return n
}

func longestSequence(ws []word, sequences [][]string) int {
	longest := 0
	for _, s := range sequences {
		if len(s) > longest && begins(ws, s) {
			longest = len(s)
		}
	}
	return longest
}

// beginsSequence reports whether some remark or introducer begins with a word,
// which few words do. TestSequences holds that it knows them all.
func beginsSequence(word string) bool {
	switch word {
	case "a", "account", "accounts", "acct", "agent", "aka", "alias", "also", "anciennement", "antes", "att", "attention", "attn", "beneficiary", "bid", "bill", "blocked", "bnf", "by", "c", "care", "cny", "consignee", "d", "dba", "distributor", "do", "doing", "dr", "dupl", "duplicate", "end", "eur", "ex", "f", "fao", "fka", "for", "formerly", "frau", "gbp", "herr", "inactive", "invoice", "lieferant", "m", "messrs", "mme", "monsieur", "mr", "mrs", "n", "nee", "nka", "notify", "now", "o", "obo", "obsolete", "on", "payee", "po", "previously", "prof", "ref", "remit", "rmb", "ship", "shipper", "sold", "sr", "sra", "supplier", "t", "trading", "usd", "use", "vendor", "vormals", "бывш", "原名", "曾用名":
		return true
	}
	return false
}

func begins(ws []word, sequence []string) bool {
	if len(ws) < len(sequence) {
		return false
	}
	for i, want := range sequence {
		slash := want[0] == '/'
		if slash {
			want = want[1:]
		}
		if ws[i].native != want || i > 0 && slash != (ws[i].before == strong) {
			return false
		}
	}
	return true
}

// Vendor numbers: a number of this many digits at the start or end of a cell
// is a key of the file. Units and plants have shorter ones or stand after the
// word that they number.
const minVendorDigits = 5

// minSignedDigits is minVendorDigits for a number that a sign sets apart: #4711.
const minSignedDigits = 4

func markVendorNumbers(ws []word) {
	if len(ws) < 2 {
		return
	}
	if isVendorNumber(ws[0].text) && (ws[0].text[0] == '0' || hasUnknown(ws[1:])) {
		ws[0].noise = true
	}
	if len(ws) > 2 && len(ws[0].text) <= 2 && ws[1].before == joint && isDigits(ws[1].text) && len(ws[1].text) >= minVendorDigits {
		ws[0].noise, ws[1].noise = true, true // V-100234
	}
	if isDigits(ws[0].text) && len(ws[0].text) >= minSignedDigits && ws[0].depth > 0 && ws[1].depth == 0 {
		ws[0].noise = true // [4711]
	}
	for i := 1; i < len(ws); i++ {
		if ws[i-1].noise && isDigits(ws[i].text) && len(ws[i].text) >= 3 {
			ws[i].noise = true
		}
	}
	last := len(ws) - 1
	if ws[last].before >= comma && isDigits(ws[last].text) && len(ws[last].text) >= minSignedDigits {
		ws[last].noise = true
	}
}

// hasUnknown reports whether some word is no vocabulary: a number before such
// a word is a key, before a place alone it is the name (10219452 Canada Inc.).
func hasUnknown(ws []word) bool {
	for i := range ws {
		if w := &ws[i]; !w.noise && len(w.text) > 1 && !w.fact.known() {
			return true
		}
	}
	return false
}

// isVendorNumber reports a vendor number: many digits, or fewer behind zeros or
// letters (0042, V10023).
func isVendorNumber(s string) bool {
	digits, letters := 0, 0
	for i := 0; i < len(s); i++ {
		if '0' <= s[i] && s[i] <= '9' {
			digits++
		} else if digits > 0 {
			return false
		} else {
			letters++
		}
	}
	return digits >= minVendorDigits && letters <= 3 || digits >= 3 && letters == 0 && s[0] == '0'
}

// markAddress marks an address that trails a name: everything from the first
// part behind a comma that has a street word, or from a number that a street
// word soon follows. Places in it stay, because they tell namesakes apart.
func markAddress(ws []word, digits bool) {
	named := false
	for i := range ws {
		if !named {
			named = !ws[i].noise
			continue
		}
		if ws[i].before >= comma && (i > 1 || digits && slices.ContainsFunc(ws[i:], func(w word) bool { return w.digits })) && streetIn(ws[i:], comma) >= 0 ||
			i > 1 && ws[i].digits && streetIn(ws[i:min(len(ws), i+streetWords)], strong) > 0 {
			for k := i; k < len(ws); k++ {
				named := isPlace(&ws[k]) && streetIn(ws[k:min(len(ws), k+placeWords)], comma) < 0 // not Changsha South Road
				ws[k].noise = ws[k].noise || !named
			}
			return
		}
	}
}

// streetWords bounds the words from a house number to the word for the street.
const streetWords = 6

// placeWords bounds the words from the place that a street is named after to
// the word for the street.
const placeWords = 3

// streetIn returns the index of the first word for a street before the next
// separator of that strength, or -1.
func streetIn(ws []word, until separator) int {
	for i := range ws {
		w := &ws[i]
		if i > 0 && w.before >= until {
			return -1
		}
		if isStreet(w.text) && (i > 0 || w.digits) || i == 0 && leadsAddress(ws) {
			return i
		}
	}
	return -1
}

// leadsAddress reports a word that stands before the number or name of a street
// or of a part of a building: ul. Tverskaya, Calle 23, Unit 4.
func leadsAddress(ws []word) bool {
	if len(ws) < 2 || ws[0].before < comma {
		return false
	}
	switch ws[0].text {
	case "ul", "ulitsa", "calle", "rue", "via", "jalan", "jl", "prospekt", "pr", "avenida", "av":
		return true
	case "unit", "office", "suite", "room", "plot", "flat", "floor", "block", "building", "house", "shop", "apt", "level", "no", "d", "km", "po":
		return ws[1].digits || ws[1].text == "box"
	}
	return false
}

func isStreet(s string) bool {
	switch s {
	case "street", "str", "st", "road", "rd", "avenue", "ave", "av", "lane", "boulevard", "blvd", "building", "bldg",
		"floor", "suite", "ste", "room", "rm", "block", "box", "calle", "rue", "via", "viale", "strasse", "platz", "ulitsa", "ul",
		"prospekt", "cad", "caddesi", "sok", "sokak", "mah", "lu", "jie", "dadao", "highway", "drive", "zone", "plot", "park", "plaza", "dist":
		return true
	}
	return false
}
