package mutation_test

import (
	"testing"

	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/screen/mutation"
)

// mutantOf returns what a kind makes of one name, or "" if it does not apply.
func mutantOf(t *testing.T, kind string, e lists.Entity) string {
	t.Helper()
	e.ID = "x"
	list, err := lists.NewList("x", "x", lists.Date{}, []lists.Entity{e})
	if err != nil {
		t.Fatal(err)
	}
	for m := range mutation.Of(list, seed, 1) {
		if m.Kind.Name == kind {
			return m.Query
		}
	}
	return ""
}

// TestKinds asks of each kind for a mutant, and for names that it leaves alone.
// Which letter is changed is chance, and held by the seed.
func TestKinds(t *testing.T) {
	const (
		unknown    = lists.Unknown
		company    = lists.Organization
		government = lists.Government
		person     = lists.Individual
		vessel     = lists.Vessel
	)
	covered := make(map[string]bool)
	for _, tt := range []struct {
		kind, name string
		party      lists.Kind
		want       string // empty if the kind does not apply
		reason     string
	}{
		{"letter dropped", "Hikvision", company, "Hikvison", "one letter too few"},
		{"letter dropped", "Sun Co., Limited", company, "", "no word of four letters but the legal form"},
		{"letter dropped", "海康威视", company, "", "no Latin word"},
		{"letter doubled", "Hikvision", company, "Hikvisioon", "one letter twice"},
		{"letter inserted", "Hikvision", company, "Hoikvision", "a letter from the keyboard beside"},
		{"letter inserted", "HIKVISION", company, "HIKGVISION", "in capitals where the word is"},
		{"letter replaced", "Hikvision", company, "Hikvizion", "a letter of the keyboard beside"},
		{"letters swapped", "Hikvision", company, "Hikvsiion", "two neighbours"},
		{"letters swapped", "Aaaa", company, "", "neighbours that are equal cannot be swapped"},
		{"first letter dropped", "Hikvision", company, "Ikvision", "the capital moves on"},
		{"letter before the first", "Hikvision", company, "Chikvision", "the capital moves forward"},
		{"two errors", "Hikvision Digital", company, "Hikvisoin Diggital", "in different words"},
		{"two errors", "Rosoboronexport", company, "Rsoboroneexport", "far apart in one word"},
		{"two errors", "Hikvision", company, "", "too short for two"},
		{"consonant respelt", "Phoenix", company, "Foenix", "ph, x"},
		{"consonant respelt", "Anna", person, "", "nothing that is written otherwise"},
		{"vowel respelt", "Moon", company, "Mun", "oo"},
		{"vowel respelt", "Park", company, "", "no such vowel"},
		{"consonant doubled or single", "Hassan", person, "Hasan", "two become one"},
		{"consonant doubled or single", "Tehran", company, "", "no consonant between vowels"},
		{"rn and m", "Northern Modern", company, "Northern Modem", "rn taken for m"},
		{"rn and m", "NORTHERN MODERN", company, "", "capitals do not touch"},
		{"cl and d", "Clark Nuclear", company, "Clark Nudear", "cl taken for d"},
		{"vv and w", "Wave", company, "VVave", "W taken for VV"},
		{"0 for O", "Rosneft", company, "R0sneft", "a zero"},
		{"1, l and I", "Rostell", company, "RostelI", "one of three"},
		{"1, l and I", "ROSNEFT", company, "", "none of them"},
		{"5 for S", "Rosneft", company, "Ro5neft", "a five"},
		{"8 for B", "Bank", company, "8ank", "an eight"},
		{"8 for B", "Sberrbank", company, "", "a small b is no eight"},
		{"leet, one letter", "Rosneft", company, "R0sneft", "one sign"},
		{"leet, a whole word", "Hikvision", company, "H1kv1510n", "all letters that have a sign"},
		{"leet, a whole word", "Rzhd Kkb", company, "", "no two letters that have one"},
		{"cut at 20", "Rosoboronexport International Trading", company, "Rosoboronexport Inte", "the word before the cut tells who it is"},
		{"cut at 20", "Rosneft Oil", company, "", "short enough"},
		{"cut at 20", "International Trading Rosoboronexport", company, "", "only generic words are left"},
		{"cut at 20", "Urumqi Municipal Public Security Bureau", government, "", "a place is left, and of a government that is not enough"},
		{"cut at 30", "Urumqi Municipal Public Security Bureau", government, "", "the same"},
		{"cut at 35", "Urumqi Municipal Public Security Bureau", government, "Urumqi Municipal Public Security Bu", "only the last word is cut"},
		{"cut at 40", "Rosoboronexport International Trading and Engineering", company, "Rosoboronexport International Trading an", "in the middle of a word"},
		{"space dropped", "Hik Vision Digital Co., Ltd.", company, "Hik VisionDigital Co., Ltd.", "not before the legal form"},
		{"space dropped", "Hikvision Ltd.", company, "", "only the legal form follows"},
		{"space inserted", "Hikvision", company, "Hik vision", "two letters on each side, or more"},
		{"all spaces dropped", "Hik Vision Co., Ltd.", company, "HikVisionCo.,Ltd.", "all"},
		{"all spaces dropped", "Hikvision", company, "", "none there"},
		{"letters spaced out", "Dahua Tech", company, "D a h u a  T e c h", "wider between words"},
		{"letters spaced out", "Rosoboronexport International", company, "", "too long to be spaced out"},
		{"letters spaced evenly", "Dahua Tech", company, "D a h u a T e c h", "words are not told apart"},
		{"letters spaced evenly", "Dahua", company, "", "one word: the same as spaced out"},
		{"words reversed", "Northern Design Bureau LLC", company, "Bureau Design Northern LLC", "but for the legal form"},
		{"words reversed", "Northern LLC", company, "", "one word"},
		{"words reversed", "Ivan Petrov", person, "", "persons have kinds of their own"},
		{"first word moved behind", "Urumqi Public Security Bureau", government, "Public Security Bureau Urumqi", "the place behind"},
		{"a word moved behind", "Urumqi Public Security Bureau", government, "Urumqi Security Bureau Public", "one of the words"},
		{"given name first", "PETROV, Ivan Ivanovich", person, "Ivan Ivanovich PETROV", "as it is spoken"},
		{"given name first", "Ivan Petrov", person, "", "it is so already"},
		{"given name first", "PETROV, Ivan", company, "", "only of persons"},
		{"surname first, comma", "Ivan Ivanovich Petrov", person, "Petrov, Ivan Ivanovich", "the last word for the surname"},
		{"surname first, comma", "PETROV, Ivan", person, "", "it is so already"},
		{"surname first", "Ivan Petrov", person, "Petrov Ivan", "without the comma"},
		{"upper case", "Hikvision", company, "HIKVISION", "capitals"},
		{"upper case", "HIKVISION", company, "", "it is so already"},
		{"lower case", "Hikvision", company, "hikvision", "small letters"},
		{"punctuation dropped", "Al-Aqsa Co., Ltd.", company, "AlAqsa Co Ltd", "words run together"},
		{"punctuation dropped", "Hikvision", company, "", "none there"},
		{"punctuation to spaces", "Al-Aqsa Co., Ltd.", company, "Al Aqsa Co Ltd", "words come apart"},
		{"punctuation changed", "Al-Aqsa Co., Ltd.", company, "Al–Aqsa Co·; Ltd·", "other marks"},
		{"diacritics stripped", "Société Générale", company, "Societe Generale", "letters that decompose"},
		{"diacritics stripped", "Ørsted Łódź", company, "Orsted Lodz", "letters that do not decompose"},
		{"diacritics stripped", "Общество Йод", company, "", "only of Latin names"},
		{"combining marks added", "Hikvision", company, "Hikvi\u0336si\u0332o\u0332n", "on one to three letters"},
		{"look-alike, one letter", "Hikvision", company, "\u041dikvision", "Cyrillic or Greek"},
		{"look-alike, several letters", "Hikvision", company, "\u041d\u0456k\u0475\u0456\u0455\u0456\u043en", "Cyrillic or Greek"},
		{"zero-width characters", "Hikvision", company, "H\u200bi\u200bkvis\u00adion", "within the word"},
		{"full-width letters", "Hikvision Co.", company, "Ｈｉｋｖｉｓｉｏｎ\u3000Ｃｏ．", "with its space"},
		{"HTML entities", "Smith & Sons", company, "Smith &amp; Sons", "what must be escaped"},
		{"HTML entities", "海康", company, "&#28023;&#24247;", "what is not ASCII"},
		{"HTML entities", "Hikvision", company, "", "nothing to escape"},
		{"letters as HTML entities", "Hikvision", company, "Hi&#107;&#118;is&#x69;on", "letters too"},
		{"percent escapes", "Hik Vision", company, "Hik%20Vision", "a space"},
		{"percent escapes", "Hikvision", company, "", "nothing to escape"},
		{"form escapes", "Hik Vision", company, "Hik+Vision", "a plus"},
		{"UTF-8 as Windows-1252", "Société", company, "SociÃ©tÃ©", "two bytes for one letter"},
		{"UTF-8 as Windows-1252", "Hikvision", company, "", "ASCII is the same in both"},
		{"UTF-8 as Windows-1252, lossy", "依图", company, "ä¾�å›¾", "a byte without a character"},
		{"UTF-8 as Windows-1252, lossy", "Société", company, "", "no such byte"},
		{"legal form dropped", "Hikvision Co., Ltd.", company, "Hikvision", "with its comma"},
		{"legal form dropped", "OOO Transoil", unknown, "Transoil", "before the name"},
		{"legal form dropped", "Martyn Caulfield", unknown, "", "no sign of a company"},
		{"legal form dropped", "Co., Ltd.", company, "", "nothing would be left"},
		{"legal form dropped", "浙江大华技术股份有限公司", company, "浙江大华技术", "Chinese forms follow without a space"},
		{"legal form added", "浙江大华", company, "", "nobody writes Ltd. behind Chinese characters"},
		{"legal form changed", "商汤科技有限公司", company, "商汤科技有限责任公司", "the long form"},
		{"legal form added", "Hikvision", company, "Hikvision Ltd.", "a form of some country"},
		{"legal form added", "Hikvision Ltd.", company, "", "it has one"},
		{"legal form added", "Urumqi Public Security Bureau", government, "", "no form for a government"},
		{"legal form changed", "Hikvision Co., Ltd.", company, "Hikvision Ltd.", "another spelling"},
		{"legal form changed", "OOO Transoil", company, "LLC Transoil", "translated, before the name"},
		{"legal form changed", "LUFINDO HOLDING LIMITED", company, "LUFINDO HOLDING COMPANY LTD.", "in capitals where the name is"},
		{"legal form changed", "Orbit DMCC", company, "", "there is no other"},
		{"generic word abbreviated", "Dahua Technology", company, "Dahua Technol.", "with a full stop"},
		{"generic word abbreviated", "Dahua", company, "", "no such word"},
		{"generic word abbreviated", "Ivan General", person, "", "only of organisations"},
		{"abbreviation written out", "Dahua Tech.", company, "Dahua Technical", "technical and technology"},
		{"abbreviation written out", "SMITH & SONS", company, "SMITH AND SONS", "in capitals where the name is"},
		{"abbreviation written out", "Avia Fed Service", company, "", "a short word may be a name"},
		{"generic word in the plural", "Dahua Technology", company, "Dahua Technologies", "one word"},
		{"generic word in the plural", "DAHUA INDUSTRIES", company, "DAHUA INDUSTRY", "and back"},
		{"generic word in the plural", "Dahua", company, "", "no such word"},
		{"British or American", "Ministry of Defence", government, "Ministry of Defense", "American"},
		{"British or American", "Control Center", company, "Control Centre", "British"},
		{"British or American", "Dahua", company, "", "no such word"},
		{"ordinal in digits", "Fourteenth Research Institute", company, "14th Research Institute", "from words"},
		{"ordinal in digits", "Research Institute No. 14", company, "Research Institute 14th", "from a number"},
		{"ordinal in digits", "14th Research Institute", company, "", "it is so already"},
		{"ordinal in words", "38TH RESEARCH INSTITUTE", company, "THIRTY-EIGHTH RESEARCH INSTITUTE", "in capitals where the name is"},
		{"ordinal as a Roman numeral", "14th Research Institute", company, "XIV Research Institute", "Roman"},
		{"ordinal as a Roman numeral", "First Bank", company, "", "First is no number"},
		{"ordinal as a number", "14th Research Institute", company, "No. 14 Research Institute", "with its sign"},
		{"Roman or Arabic numeral", "DINO I", vessel, "DINO 1", "to Arabic"},
		{"Roman or Arabic numeral", "MISTRAL 4", vessel, "MISTRAL IV", "to Roman"},
		{"Roman or Arabic numeral", "FU YUAN YU 7601", vessel, "", "nobody writes that in Roman numerals"},
		{"Roman or Arabic numeral", "Fouad I", person, "", "an initial"},
		{"ATTN a department", "Hikvision", company, "Hikvision Attn. Purchasing Dept.", "behind"},
		{"ATTN a department", "GRACE 1", vessel, "", "a ship is no vendor"},
		{"ATTN a person", "Hikvision", company, "Hikvision Attn. Ms. Maria Keller", "behind"},
		{"c/o before", "Hikvision", company, "c/o Hikvision", "before"},
		{"M/S before", "Hikvision", company, "MESSRS Hikvision", "before"},
		{"vendor number before", "Hikvision", company, "0000100234 Hikvision", "before"},
		{"vendor number behind", "Hikvision", company, "Hikvision / 0000100234", "behind"},
		{"DO NOT USE", "Hikvision", company, "Hikvision - DO NOT USE", "in one of the ways"},
		{"country appended", "Hikvision", company, "Hikvision Russia", "that of the entity"},
		{"city and country appended", "Hikvision", company, "Hikvision, Moscow, Russia", "in the country of the entity"},
		{"city and country appended", "Urumqi Public Security Bureau", government, "", "another city would be another body"},
		{"address appended", "Hikvision", company, "Hikvision, ul. Tverskaya, d. 12, str. 1, Moscow, Russia", "in the country of the entity"},
		{"address appended", "Urumqi Public Security Bureau", government, "", "another city would be another body"},
		{"two parties", "Hikvision", company, "Lindqvist Papper AB / Hikvision", "the second is meant"},
		{"two parties, second behind", "Hikvision", company, "Hikvision / Fratelli Bianchi S.r.l.", "the first is meant"},
		{"d/b/a", "Hikvision", company, "Lindqvist Papper AB DBA Hikvision", "the second is meant"},
		{"d/b/a, behind", "Hikvision", company, "Hikvision d/b/a Lindqvist Papper AB", "the first is meant"},
		{"f/k/a", "Hikvision", company, "Fratelli Bianchi S.r.l. f/k/a Hikvision", "the second is meant"},
		{"f/k/a, behind", "Hikvision", company, "Hikvision f/k/a Acme Bakery Supplies Inc.", "the first is meant"},
	} {
		covered[tt.kind] = true
		e := lists.Entity{Kind: tt.party, Names: []lists.Name{{Text: tt.name}}, Countries: []string{"RU"}}
		if got := mutantOf(t, tt.kind, e); got != tt.want {
			t.Errorf("%s of %q: %q, want %q: %s", tt.kind, tt.name, got, tt.want, tt.reason)
		}
	}
	for _, k := range mutation.Kinds() {
		if !covered[k.Name] {
			t.Errorf("no row for %q", k.Name)
		}
	}
}
