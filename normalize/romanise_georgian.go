package normalize

// georgianLetters gives the letters from ა to ჺ: after the national system,
// and where it differs as older and foreign custom has it (Kazbegi, firma).
var georgianLetters = [...][2]string{
	0:         {"a"},
	'ბ' - 'ა': {"b"},
	'გ' - 'ა': {"g"},
	'დ' - 'ა': {"d"},
	'ე' - 'ა': {"e"},
	'ვ' - 'ა': {"v"},
	'ზ' - 'ა': {"z"},
	'თ' - 'ა': {"t"},
	'ი' - 'ა': {"i"},
	'კ' - 'ა': {"k"},
	'ლ' - 'ა': {"l"},
	'მ' - 'ა': {"m"},
	'ნ' - 'ა': {"n"},
	'ო' - 'ა': {"o"},
	'პ' - 'ა': {"p"},
	'ჟ' - 'ა': {"zh"},
	'რ' - 'ა': {"r"},
	'ს' - 'ა': {"s"},
	'ტ' - 'ა': {"t"},
	'უ' - 'ა': {"u"},
	'ფ' - 'ა': {"p", "f"},
	'ქ' - 'ა': {"k"},
	'ღ' - 'ა': {"gh", "g"},
	'ყ' - 'ა': {"q", "k"},
	'შ' - 'ა': {"sh"},
	'ჩ' - 'ა': {"ch"},
	'ც' - 'ა': {"ts"},
	'ძ' - 'ა': {"dz"},
	'წ' - 'ა': {"ts"},
	'ჭ' - 'ა': {"ch"},
	'ხ' - 'ა': {"kh", "h"},
	'ჯ' - 'ა': {"j", "dzh"},
	'ჰ' - 'ა': {"h"},
	'ჱ' - 'ა': {"ey", "e"},
	'ჲ' - 'ა': {"y", "i"},
	'ჳ' - 'ა': {"vi", "v"},
	'ჴ' - 'ა': {"q", "kh"},
	'ჵ' - 'ა': {"o"},
	'ჶ' - 'ა': {"f"},
}

// nuskhuri is the first letter of the church alphabet, the lower case of the
// old capitals from U+10A0. Its letters stand in the order of the common ones.
const nuskhuri = 0x2D00

// romaniseGeorgian reads Georgian after the national system, then as custom
// differs from it.
func romaniseGeorgian(word []rune) []string {
	usual, custom := make([]byte, 0, 2*len(word)), make([]byte, 0, 2*len(word))
	for _, r := range word {
		if nuskhuri <= r && r <= nuskhuri+0x25 {
			r += 'ა' - nuskhuri
		}
		i := int(r - 'ა')
		if i < 0 || i >= len(georgianLetters) {
			return nil
		}
		letter := georgianLetters[i]
		usual = append(usual, letter[0]...)
		if letter[1] == "" {
			letter[1] = letter[0]
		}
		custom = append(custom, letter[1]...)
	}
	return addForm(addForm(nil, string(usual)), string(custom))
}
