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
		{"編號,供應商名稱,國家", "供應商名稱", "國家", "編號", "traditional Chinese"},
		{"仕入先コード,仕入先名,国", "仕入先名", "国", "仕入先コード", "Japanese"},
		{"거래처코드,거래처명,국가", "거래처명", "국가", "거래처코드", "Korean"},
		{"اسم المورد,الدولة", "اسم المورد", "الدولة", "", "Arabic"},
		{"LIFNR,LAND1,NAME1,NAME2,ORT01,STRAS,STCD1", "NAME1", "LAND1", "LIFNR", "SAP, table LFA1"},
		{"Partner,NAME_ORG1,NAME_ORG2", "NAME_ORG1", "", "Partner", "SAP, table BUT000"},
		{"SEGMENT1,VENDOR_NAME,VENDOR_NAME_ALT,COUNTRY", "VENDOR_NAME", "COUNTRY", "SEGMENT1", "Oracle, AP_SUPPLIERS"},
		{"VendAccount,VendName,AddressCountryRegionId", "VendName", "AddressCountryRegionId", "VendAccount", "Dynamics AX"},
		{"VendorAccountNumber,VendorOrganizationName", "VendorOrganizationName", "", "VendorAccountNumber", "Dynamics 365, data entity"},
		{"No.,Name,Name 2,Search Name,Country/Region Code", "Name", "Country/Region Code", "No.", "Business Central"},
		{"Internal ID,Company Name,Billing Country,Tax Reg. Number", "Company Name", "Billing Country", "Internal ID", "NetSuite"},
		{"Display Name,Name,Supplier Number", "Name", "", "Supplier Number", "Coupa"},
		{"SM Vendor ID,ERP Vendor ID,Supplier Name", "Supplier Name", "", "SM Vendor ID", "Ariba"},
		{"Active Status,Vendor,Balance,Company,Account No.,Print on Check as", "Vendor", "", "Account No.", "QuickBooks"},
		{"CardCode,CardName,CardFName,Country", "CardName", "Country", "CardCode", "SAP Business One"},
		{"Konto,Name (Adressattyp Unternehmen),Kurzbezeichnung,EU-Land", "Name (Adressattyp Unternehmen)", "EU-Land", "Konto", "DATEV"},
		{"Cari Kodu,Cari Ünvanı,Ülke", "Cari Ünvanı", "Ülke", "Cari Kodu", "Turkish"},
		{"Crediteurnummer,Naam crediteur,Landcode", "Naam crediteur", "Landcode", "Crediteurnummer", "Dutch"},
		{"Číslo,Název dodavatele,Země", "Název dodavatele", "Země", "Číslo", "Czech"},
		{"Leverandørnr,Leverandørens navn,Landekode", "Leverandørens navn", "Landekode", "Leverandørnr", "Norwegian"},
		{"Toimittajanumero,Toimittajan nimi,Maa", "Toimittajan nimi", "Maa", "Toimittajanumero", "Finnish"},
		{"Partnerkód,Szállító neve,Ország", "Szállító neve", "Ország", "Partnerkód", "Hungarian"},
		{"Cod furnizor,Denumire furnizor,Țara", "Denumire furnizor", "Țara", "Cod furnizor", "Romanian"},
		{"Κωδικός,Επωνυμία προμηθευτή,Χώρα", "Επωνυμία προμηθευτή", "Χώρα", "Κωδικός", "Greek"},
		{"Код постачальника,Назва постачальника,Країна", "Назва постачальника", "Країна", "Код постачальника", "Ukrainian, the other word"},
		{"מס' ספק,שם הספק,ארץ", "שם הספק", "ארץ", "מס' ספק", "Hebrew"},
		{"کد,نام شرکت,کشور", "نام شرکت", "کشور", "کد", "Persian"},
		{"आपूर्तिकर्ता का नाम,देश", "आपूर्तिकर्ता का नाम", "देश", "", "Hindi"},
		{"รหัสผู้ขาย,ชื่อผู้ขาย,ประเทศ", "ชื่อผู้ขาย", "ประเทศ", "รหัสผู้ขาย", "Thai"},
		{"Mã NCC,Tên nhà cung cấp,Quốc gia", "Tên nhà cung cấp", "Quốc gia", "Mã NCC", "Vietnamese"},
		{"Kode pemasok,Nama pemasok,Negara", "Nama pemasok", "Negara", "Kode pemasok", "Indonesian"},
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

// A second column that can hold the company is screened too.
func TestOtherNames(t *testing.T) {
	for _, test := range []struct{ header, name, others, reason string }{
		{"Name,Firma,Ort", "Name", "Firma", "Name can be that of a person"},
		{"Vendor,Company,Print on Check as", "Vendor", "Company,Print on Check as", "QuickBooks"},
		{"VENDOR_NAME,VENDOR_NAME_ALT", "VENDOR_NAME", "VENDOR_NAME_ALT", "Oracle, the local name"},
		{"供应商名称,英文名称,曾用名", "供应商名称", "英文名称,曾用名", "Chinese, with the English and the former name"},
		{"Наименование,Полное наименование,ИНН", "Полное наименование", "Наименование", "Russian, the short and the full name"},
	} {
		header := strings.Split(test.header, ",")
		l, err := newLayout(header, nil, false)
		must(t, err)
		var others []string
		for _, i := range l.otherNames {
			others = append(others, header[i])
		}
		if header[l.names[0]] != test.name || strings.Join(others, ",") != test.others {
			t.Errorf("%s: name %s, other names %s: %s", test.header, header[l.names[0]], others, test.reason)
		}
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
