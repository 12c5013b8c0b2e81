package vendorfile

import (
	"strings"
	"testing"
)

func TestLayout(t *testing.T) {
	for _, test := range []struct {
		header, name, country, reference, reason string
	}{
		{"Vendor,Name,Ctry", "Name", "Ctry", "Vendor", "in a ledger Vendor is a number"},
		{"Vendor ID,Vendor Name,Country", "Vendor Name", "Country", "Vendor ID", "the usual header"},
		{"SUPPLIER_NAME,COUNTRY-CODE", "SUPPLIER_NAME", "COUNTRY-CODE", "", "case and underscores do not matter"},
		{"Contact,Name,Supplier Name", "Supplier Name", "", "", "the surer header wins wherever it stands"},
		{"Supplier,Country Code", "Supplier", "Country Code", "", "only then is Supplier the name"},
		{"Lieferant,Land", "Lieferant", "Land", "", "German"},
		{"Kreditor,Name 1,Länder", "Name 1", "Länder", "Kreditor", "a German ledger"},
		{"Code,Raison sociale,Pays", "Raison sociale", "Pays", "Code", "French"},
		{"Código,Razón Social,País", "Razón Social", "País", "Código", "Spanish"},
		{"Codice,Ragione sociale,Paese", "Ragione sociale", "Paese", "Codice", "Italian"},
		{"Nome do Fornecedor,País", "Nome do Fornecedor", "País", "", "Portuguese"},
		{"Nazwa dostawcy,Kraj", "Nazwa dostawcy", "Kraj", "", "Polish"},
		{"Код,Найменування,Країна", "Найменування", "Країна", "Код", "Ukrainian"},
		{"編號,供應商名稱,國家", "供應商名稱", "國家", "", "traditional Chinese"},
		{"仕入先コード,仕入先名,国", "仕入先名", "国", "仕入先コード", "Japanese"},
		{"거래처코드,거래처명,국가", "거래처명", "국가", "거래처코드", "Korean"},
		{"اسم المورد,الدولة", "اسم المورد", "الدولة", "", "Arabic"},
		{"* Company name (legal):,Country", "", "", "", "a header that nobody foresaw is an error, not a guess"},
	} {
		t.Run(test.reason, func(t *testing.T) {
			header := strings.Split(test.header, ",")
			l, err := newLayout(header, nil, false)
			if test.name == "" {
				if err == nil {
					t.Errorf("name from %q, want an error", header[l.names[0]])
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			for _, column := range []struct {
				what, want string
				got        []int
			}{{"name", test.name, l.names}, {"country", test.country, l.country}, {"reference", test.reference, l.reference}} {
				got := ""
				if len(column.got) > 0 {
					got = header[column.got[0]]
				}
				if got != column.want {
					t.Errorf("%s from %q, want %q", column.what, got, column.want)
				}
			}
		})
	}
}

// Headers are compared after foldHeader, so the tables must be folded too.
func TestHeadersAreFolded(t *testing.T) {
	for _, table := range [][]string{nameHeaders, continuedHeaders, otherHeaders, countryHeaders, addressHeaders, referenceHeaders, identifierHeaders} {
		for _, h := range table {
			if folded := foldHeader(h); folded != h {
				t.Errorf("%q must be %q", h, folded)
			}
		}
	}
}

func TestCountries(t *testing.T) {
	c := newCountries()
	for _, test := range []struct{ cell, want, reason string }{
		{"CN", "CN", "two letters"},
		{"chn", "CN", "three letters"},
		{"P.R. China", "CN", "as on letterheads"},
		{"中国", "CN", "Chinese"},
		{"Deutschland", "DE", "German"},
		{"États-Unis", "US", "French"},
		{"Российская Федерация", "RU", "official"},
		{"Türkiye", "TR", "the new name"},
		{"Hong Kong", "HK", "without SAR"},
		{"UK", "GB", "not the ISO code, but usual"},
		{"Côte d’Ivoire", "CI", "typographic apostrophe"},
		{"Freedonia", "", "none"},
		{"XX", "", "no code"},
		{"Europe", "", "no country"},
	} {
		if got := c.code(test.cell); got != test.want {
			t.Errorf("code(%q) = %q, want %q: %s", test.cell, got, test.want, test.reason)
		}
	}
}
