package lists

import "testing"

func TestOFACNumber(t *testing.T) {
	for _, tt := range []struct {
		piece  string
		want   Identifier // zero if there is no number
		reason string
	}{
		{"Tax ID No. 123456 (Cuba)", Identifier{Type: "Tax ID", Number: "123456", Country: "Cuba"}, "type, number and country"},
		{"Passport A0139243 (Iran) issued 12 Nov 2008 expires 13 Nov 2013", Identifier{Type: "Passport", Number: "A0139243", Country: "Iran"}, "days behind the country"},
		{"Passport A0139243 expires 13 Nov 2013", Identifier{Type: "Passport", Number: "A0139243"}, "days without a country are no part of the number"},
		{"Passport Booklet: A5199819 (Pakistan)", Identifier{Type: "Passport Booklet", Number: "A5199819", Country: "Pakistan"}, "a type that begins as another"},
		{"Passport D0000483, Diplomatic (Syria)", Identifier{Type: "Passport", Number: "D0000483", Country: "Syria"}, "what is behind a comma is no part of the number"},
		{"Diplomatic Passport DP0001842 (Burundi)", Identifier{Type: "Diplomatic Passport", Number: "DP0001842", Country: "Burundi"}, "a type of two words"},
		{"Folio Mercantil No. 22839 (Jalisco) (Mexico)", Identifier{Type: "Folio Mercantil", Number: "22839", Country: "Mexico"}, "a register of a state"},
		{"Folio Mercantil No. 9974-2 (Mexico)", Identifier{Type: "Folio Mercantil", Number: "9974-2", Country: "Mexico"}, "a number of two parts"},
		{"Matricula Mercantil No 48131-1 (Colombia)", Identifier{Type: "Matricula Mercantil", Number: "48131-1", Country: "Colombia"}, "No without its point"},
		{"Business Registration Document # CUD: A201405281136 (Mexico)", Identifier{Type: "Business Registration Document CUD", Number: "A201405281136", Country: "Mexico"}, "a label of the number belongs to its type"},
		{"Italian Fiscal Code: DRMTMN54H07Z301T", Identifier{Type: "Italian Fiscal Code", Number: "DRMTMN54H07Z301T"}, "a colon behind the type"},
		{"BIK (RU) 044525607", Identifier{Type: "BIK", Number: "044525607"}, "a gloss of the type is no country"},
		{"C.R. No. 03-B-1620 (Lebanon)", Identifier{Type: "C.R.", Number: "03-B-1620", Country: "Lebanon"}, "a type with points"},
		{"National ID No. D489833(9) (Hong Kong)", Identifier{Type: "National ID", Number: "D489833(9)", Country: "Hong Kong"}, "a check digit in brackets"},
		{"Digital Currency Address - XBT 12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h", Identifier{Type: "Digital Currency Address - XBT", Number: "12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h"}, "the currency belongs to the type"},
		{"Aircraft Construction Number (also called L/N or S/N or F/N) 8401", Identifier{Type: "Aircraft Construction Number", Number: "8401"}, "a long gloss"},
		{"Vessel Registration Identification IMO 9187629", Identifier{Type: "IMO number", Number: "9187629"}, "the number of a ship"},
		{"SWIFT/BIC CBRFRUMM", Identifier{Type: "SWIFT/BIC", Number: "CBRFRUMM"}, "a code of letters alone"},
		{"Passport unknown", Identifier{}, "no digit, no number"},
		{"Passports of several countries, 3 of them expired", Identifier{}, "a word that begins as a type"},
		{"Telephone No. 982188526300", Identifier{}, "a telephone is shared"},
		{"Chinese Commercial Code 1728 4320", Identifier{}, "namesakes have the same"},
		{"Aircraft Model A300B4-622R", Identifier{}, "many aircraft are of a model"},
		{"Linked To: 1425 BRICKELL AVE 63-F LLC", Identifier{}, "a digit in a name"},
	} {
		if got, ok := ofacNumber(tt.piece); got != tt.want || ok != (tt.want != Identifier{}) {
			t.Errorf("%s: %q gives %+v, %v; want %+v", tt.reason, tt.piece, got, ok, tt.want)
		}
	}
}
