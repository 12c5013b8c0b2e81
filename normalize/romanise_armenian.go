package normalize

// armenianLetters gives the small letters from ա to ֆ as they sound in the
// east and, where that differs, in the west and its diaspora: Petrosyan is
// Bedrosian there.
var armenianLetters = [...][2]string{
	0:         {"a"},
	'բ' - 'ա': {"b", "p"},
	'գ' - 'ա': {"g", "k"},
	'դ' - 'ա': {"d", "t"},
	'ե' - 'ա': {"e"},
	'զ' - 'ա': {"z"},
	'է' - 'ա': {"e"},
	'ը' - 'ա': {"y", "e"},
	'թ' - 'ա': {"t"},
	'ժ' - 'ա': {"zh"},
	'ի' - 'ա': {"i"},
	'լ' - 'ա': {"l"},
	'խ' - 'ա': {"kh"},
	'ծ' - 'ա': {"ts", "dz"},
	'կ' - 'ա': {"k", "g"},
	'հ' - 'ա': {"h"},
	'ձ' - 'ա': {"dz", "ts"},
	'ղ' - 'ա': {"gh"},
	'ճ' - 'ա': {"ch", "j"},
	'մ' - 'ա': {"m"},
	'յ' - 'ա': {"y", "i"},
	'ն' - 'ա': {"n"},
	'շ' - 'ա': {"sh"},
	'ո' - 'ա': {"o"},
	'չ' - 'ա': {"ch"},
	'պ' - 'ա': {"p", "b"},
	'ջ' - 'ա': {"j", "ch"},
	'ռ' - 'ա': {"r"},
	'ս' - 'ա': {"s"},
	'վ' - 'ա': {"v"},
	'տ' - 'ա': {"t", "d"},
	'ր' - 'ա': {"r"},
	'ց' - 'ա': {"ts"},
	'ւ' - 'ա': {"v"},
	'փ' - 'ա': {"p"},
	'ք' - 'ա': {"k"},
	'օ' - 'ա': {"o"},
	'ֆ' - 'ա': {"f"},
	'և' - 'ա': {"ev"},
}

// romaniseArmenian reads Armenian in the eastern manner (BGN/PCGN without
// apostrophes), then without the y and v that begin words and with -ian for
// -yan, then in the western manner.
func romaniseArmenian(word []rune) []string {
	var out []string
	for _, m := range [...]struct {
		value           int
		glides          bool // Yerevan, Voskevan
		ending, digraph string
	}{
		{0, true, "yan", "u"},
		{0, false, "ian", "ou"},
		{1, true, "ian", "ou"},
	} {
		text := make([]byte, 0, 2*len(word))
		for i := 0; i < len(word); i++ {
			r := word[i]
			at := int(r - 'ա')
			if at < 0 || at >= len(armenianLetters) {
				return nil
			}
			letter := armenianLetters[at][m.value]
			if letter == "" {
				letter = armenianLetters[at][0]
			}
			next := rune(0)
			if i+1 < len(word) {
				next = word[i+1]
			}
			switch {
			case r == 'ո' && next == 'ւ':
				letter = m.digraph
				i++
			case i == 0 && m.glides && (r == 'ե' || r == 'և'):
				letter = "y" + letter
			case i == 0 && m.glides && r == 'ո' && next != 'վ':
				letter = "vo"
			case i > 0 && r == 'յ' && i+3 == len(word) && next == 'ա' && word[i+2] == 'ն':
				letter = m.ending
				i += 2
			case i == 0 && r == 'յ':
				letter = [...]string{"y", "h"}[m.value]
			}
			text = append(text, letter...)
		}
		out = addForm(out, string(text))
	}
	return out
}
