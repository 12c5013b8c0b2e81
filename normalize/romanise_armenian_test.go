package normalize

import "testing"

func TestRomaniseArmenian(t *testing.T) {
	testRomanise(t, Armenian, []romaniseTest{
		{"Պետրոսյան", "petrosyan petrosian bedrosian", "eastern, then with -ian, then western"},
		{"Երևան", "yerevan erevan", "ե begins with y, և is two letters"},
		{"Ոսկեվան", "voskevan oskevan vosgevan", "ո begins with v"},
		{"ով", "ov", "but not before v"},
		{"Հարություն", "harutyun haroutyoun haroutioun", "ու is one vowel; յ is i in the west"},
		{"Յակոբ", "yakob hagop", "յ at the beginning is h in the west"},
		{"Բ՛", "", "a mark that is no letter"},
	})
}
