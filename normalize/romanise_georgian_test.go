package normalize

import "testing"

func TestRomaniseGeorgian(t *testing.T) {
	testRomanise(t, Georgian, []romaniseTest{
		{"საქართველოს", "sakartvelos", "both manners agree"},
		{"ბანკი", "banki", "a foreign word"},
		{"ყაზბეგი", "qazbegi kazbegi", "ყ is k in older spellings"},
		{"ფირმა", "pirma firma", "ფ stands for foreign f"},
		{"ჯორჯია", "jorjia dzhordzhia", "by way of Russian"},
		{"Ⴀ", "a", "an old capital, whose small letter is in another block"},
		{"საქ1", "", "a digit is no letter"},
	})
}
