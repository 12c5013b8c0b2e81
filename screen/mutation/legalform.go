package mutation

import (
	"strings"
	"sync"
	"unicode"
)

// formClass holds spellings and translations of one legal form.
type formClass struct {
	front     bool // it also stands before the name
	spellings []string
}

// formFields is the most fields that a form of the table has.
const formFields = 5

var formClasses = []formClass{
	{false, []string{"Co., Ltd.", "Co. Ltd.", "Co Ltd", "Company Limited", "Company Ltd.", "Co., Limited", "Ltd.", "Limited"}},
	{false, []string{"Pvt. Ltd.", "(Pvt) Ltd", "Private Limited", "(Private) Limited", "Pvt Limited"}},
	{false, []string{"Pte. Ltd.", "Pte Ltd", "Pte. Limited"}},
	{false, []string{"Pty Ltd", "Pty. Ltd.", "Proprietary Limited"}},
	{true, []string{"LLC", "L.L.C.", "Limited Liability Company", "OOO", "Obshchestvo S Ogranichennoi Otvetstvennostyu"}},
	{true, []string{"JSC", "AO", "Joint Stock Company", "Joint-Stock Company", "Aktsionernoe Obshchestvo"}},
	{true, []string{"OJSC", "OAO", "Open Joint Stock Company", "Otkrytoe Aktsionernoe Obshchestvo"}},
	{true, []string{"PJSC", "PAO", "Public Joint Stock Company", "Publichnoe Aktsionernoe Obshchestvo"}},
	{true, []string{"CJSC", "ZAO", "Closed Joint Stock Company", "Zakrytoe Aktsionernoe Obshchestvo"}},
	{true, []string{"FGUP", "Federal State Unitary Enterprise", "Federalnoe Gosudarstvennoe Unitarnoe Predpriyatie"}},
	{false, []string{"Inc.", "Incorporated"}},
	{false, []string{"Corp.", "Corporation"}},
	{false, []string{"Company", "Co."}},
	{false, []string{"PLC", "P.L.C.", "Public Limited Company"}},
	{false, []string{"LLP", "L.L.P.", "Limited Liability Partnership"}},
	{false, []string{"LP", "L.P.", "Limited Partnership"}},
	{false, []string{"GmbH", "G.m.b.H.", "Gesellschaft mbH"}},
	{false, []string{"GmbH & Co. KG", "GmbH und Co. KG", "GmbH & Co KG"}},
	{false, []string{"AG", "Aktiengesellschaft"}},
	{false, []string{"S.A.", "SA"}},
	{false, []string{"S.A. de C.V.", "SA de CV", "Sociedad Anonima de Capital Variable"}},
	{false, []string{"S. de R.L. de C.V.", "S de RL de CV"}},
	{false, []string{"S.A.S.", "SAS"}},
	{false, []string{"C.A.", "CA", "Compania Anonima"}},
	{false, []string{"S.R.L.", "SRL"}},
	{false, []string{"S.p.A.", "SPA", "Societa per Azioni"}},
	{false, []string{"SARL", "S.A.R.L."}},
	{false, []string{"SAL", "S.A.L."}},
	{false, []string{"Ltda.", "Limitada"}},
	{false, []string{"FZE", "F.Z.E.", "Free Zone Establishment"}},
	{false, []string{"FZCO", "FZC", "Free Zone Company"}},
	{false, []string{"FZ-LLC", "FZ LLC", "FZ L.L.C."}},
	{false, []string{"DMCC"}},
	{false, []string{"Limited Sirketi", "Ltd. Sti.", "Ltd Sti"}},
	{false, []string{"Anonim Sirketi", "A.S."}},
	{false, []string{"Sdn. Bhd.", "Sdn Bhd", "Sendirian Berhad"}},
	{false, []string{"Bhd", "Berhad"}},
	{true, []string{"PT", "P.T.", "Perseroan Terbatas"}},
	{false, []string{"d.o.o.", "DOO"}},
	{false, []string{"a.d.", "AD"}},
	{false, []string{"OOD", "O.O.D."}},
	{false, []string{"EOOD", "E.O.O.D."}},
	{false, []string{"Sp. z o.o.", "Sp z oo", "Spolka z ograniczona odpowiedzialnoscia"}},
	{false, []string{"s.r.o.", "SRO"}},
	{false, []string{"Kft.", "Korlatolt felelossegu tarsasag"}},
	{false, []string{"B.V.", "BV"}},
	{false, []string{"N.V.", "NV"}},
	{false, []string{"Oy", "Osakeyhtio"}},
	{false, []string{"AB", "Aktiebolag"}},
	{false, []string{"ApS", "Anpartsselskab"}},
	{false, []string{"K.K.", "Kabushiki Kaisha"}},
}

// hanForms stand at the end of Chinese names, without a space. A form comes
// before those that it ends in.
var hanForms = []formClass{
	{false, []string{"股份有限公司"}},
	{false, []string{"有限责任公司", "有限公司"}},
}

// formKeys returns the classes by the key of each spelling, as it stands and
// without spaces ("Co.,Ltd.").
var formKeys = sync.OnceValue(func() map[string]*formClass {
	keys := make(map[string]*formClass)
	for i := range formClasses {
		for _, spelling := range formClasses[i].spellings {
			key := formKey(spelling)
			for _, k := range []string{key, strings.ReplaceAll(key, " ", "")} {
				if keys[k] == nil {
					keys[k] = &formClasses[i]
				}
			}
		}
	}
	return keys
})

// formKey is the letters of a text in small, its fields one space apart.
func formKey(text string) string {
	var b strings.Builder
	for _, c := range text {
		switch {
		case unicode.IsLetter(c) || unicode.IsDigit(c) || c == '&':
			b.WriteRune(unicode.ToLower(c))
		case unicode.IsSpace(c):
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// formAt returns the class of the legal form that fields of a text are, or
// nil.
func formAt(text string, fields []field) *formClass {
	const longest = 60 // bytes, beyond all keys: spares building a key
	start, end := fields[0].start, fields[len(fields)-1].end
	if end-start > longest {
		return nil
	}
	return formKeys()[formKey(text[start:end])]
}
