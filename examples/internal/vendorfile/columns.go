package vendorfile

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// The headers that suppliers' files use, as foldHeader leaves them, the surest
// first. "vendor name" stands before "name", which can be a contact's, and
// "name" before "vendor", which can be a number.
var (
	nameHeaders = []string{
		"supplier name", "vendor name", "name of supplier", "name of vendor", "supplier company name", "vendor company name",
		"company name", "legal name", "legal entity name", "registered name", "business name", "organization name", "organisation name",
		"party name", "partner name", "business partner name", "counterparty name", "account name", "customer name", "entity name",
		"beneficiary name", "payee name", "manufacturer name", "firm name", "creditor name", "name 1", "name1", "name", "full name",
		"lieferantenname", "name des lieferanten", "firmenname", "firma", "kreditorname", "lieferant", "kreditor",
		"nom du fournisseur", "nom fournisseur", "raison sociale", "denomination sociale", "nom", "fournisseur", "societe",
		"nombre del proveedor", "nombre proveedor", "razon social", "nombre", "proveedor", "empresa",
		"nome do fornecedor", "nome fornecedor", "razao social", "nome", "fornecedor",
		"nome fornitore", "nome del fornitore", "ragione sociale", "fornitore", "azienda",
		"naam leverancier", "leveranciersnaam", "bedrijfsnaam", "naam", "leverancier", "bedrijf",
		"nazwa dostawcy", "nazwa firmy", "nazwa", "dostawca", "nazev dodavatele", "nazev", "dodavatel", "tedarikci adi", "tedarikci", "firma adi", "unvan",
		"leverantor", "leverandor", "toimittaja", "naziv", "dobavljac", "nev", "szallito",
		"наименование поставщика", "название поставщика", "наименование контрагента", "наименование организации", "наименование", "название", "поставщик", "контрагент", "организация", "наименування", "постачальник",
		"供应商名称", "供应商全称", "供应商名", "公司名称", "企业名称", "单位名称", "厂商名称", "客户名称", "名称", "供应商", "公司", "厂商", "單位名稱",
		"供應商名稱", "廠商名稱", "公司名稱", "企業名稱", "名稱", "供應商", "廠商",
		"仕入先名", "取引先名", "会社名", "企業名", "商号", "名前", "仕入先", "取引先",
		"공급업체명", "거래처명", "회사명", "업체명", "상호", "공급업체", "거래처",
		"اسم المورد", "اسم الشركة", "المورد", "الشركة", "נפק", "שם הספק", "שם חברה", "ספק",
		"ten nha cung cap", "nha cung cap", "nama pemasok", "nama perusahaan", "pemasok",
		"supplier", "vendor", "company", "party", "partner", "counterparty", "business partner", "organization", "organisation",
		"manufacturer", "beneficiary", "payee", "creditor", "customer", "consignee", "shipper", "exporter", "seller", "entity", "business", "firm",
	}
	continuedHeaders = []string{"name 2", "name2", "name 3", "name3", "name 4", "name4", "supplier name 2", "vendor name 2"}
	otherHeaders     = []string{
		"other names", "other name", "alias", "aliases", "aka", "a k a", "also known as", "trade name", "trading name", "trading as", "doing business as", "dba",
		"former name", "former names", "short name", "search term", "local name", "name local", "native name", "name in local language", "english name", "name english", "name en", "name cn", "name zh",
		"chinese name",
		"英文名称", "英文名", "中文名称", "中文名", "简称", "曾用名", "别名", "nom commercial", "nombre comercial", "nome fantasia", "handelsname", "краткое наименование",
	}
	countryHeaders = []string{
		"country", "country code", "country region", "country region key", "country of origin", "country iso", "iso country", "ctry", "land", "lander", "landercode", "pays", "pais", "paese", "kraj", "zeme", "ulke",
		"страна", "краіна", "国家", "国别", "国家 地区", "國家", "国", "국가", "الدولة", "ארץ",
	}
	addressHeaders = []string{
		"address", "street", "street address", "address 1", "address1", "address line 1", "address 2", "address2", "address line 2", "address 3", "address line 3",
		"postal code", "zip", "zip code", "postcode", "city", "town", "state", "province", "region",
		"adresse", "anschrift", "strasse", "ort", "stadt", "plz", "ville", "rue", "code postal", "direccion", "ciudad", "calle", "endereco", "cidade", "indirizzo", "citta", "adres", "miasto",
		"адрес", "город", "地址", "城市", "省份", "住所", "주소",
	}
	referenceHeaders = []string{
		"vendor id", "vendor no", "vendor number", "vendor code", "supplier id", "supplier no", "supplier number", "supplier code", "account number", "account no", "account", "creditor no",
		"reference", "ref", "id", "no", "number", "code", "key", "vendor", "supplier", "bp number", "business partner", "partner id",
		"lieferantennummer", "lieferanten nr", "lieferantennr", "kreditorennummer", "kreditor", "nummer", "nr", "numero", "numero fournisseur", "codigo", "codice",
		"код", "код поставщика", "номер", "供应商编号", "供应商代码", "编号", "编码", "代码", "供應商編號", "仕入先コード", "取引先コード", "거래처코드",
	}
	identifierHeaders = []string{
		"tax id", "tax number", "tax no", "tax code", "vat", "vat id", "vat no", "vat number", "vat registration number", "ein", "tin", "duns", "d u n s", "duns number", "lei", "isin", "imo", "imo number",
		"registration number", "registration no", "company number", "company registration number", "business registration number", "uscc", "unified social credit code", "cr number",
		"ust id", "ust idnr", "steuernummer", "handelsregisternummer", "siren", "siret", "nif", "cif", "rfc", "rut", "cnpj", "partita iva", "nip", "regon", "kvk",
		"инн", "огрн", "统一社会信用代码", "税号", "纳税人识别号", "法人番号", "사업자등록번호",
	}
)

// layout says which column is what. Columns are indices from 0.
type layout struct {
	names       []int // the first holds the name, the others further names
	continued   []int // further lines of the name
	otherNames  []int
	country     []int
	address     []int
	reference   []int
	identifiers []int
}

// newLayout finds the columns by the header. Requested columns are the names.
func newLayout(header, requested []string, noHeader bool) (layout, error) {
	var l layout
	folded := make([]string, len(header))
	for i, h := range header {
		folded[i] = foldHeader(h)
	}
	for _, want := range requested {
		i, err := find(header, folded, want)
		if err != nil {
			return l, err
		}
		l.names = append(l.names, i)
	}
	if noHeader {
		if len(l.names) == 0 {
			l.names = []int{0}
		}
		return l, nil
	}
	if len(l.names) == 0 {
		if l.names = ranked(folded, nameHeaders, nil); len(l.names) == 0 {
			return l, fmt.Errorf("no column looks like the supplier's name; name it with -column, or say -no-header if the first row is a supplier\nThe columns are: %s", listed(header))
		}
		l.continued = all(folded, continuedHeaders, l.names)
	}
	l.country = ranked(folded, countryHeaders, l.names)
	l.reference = ranked(folded, referenceHeaders, l.names)
	l.otherNames = all(folded, otherHeaders, l.names)
	l.address = all(folded, addressHeaders, l.names)
	l.identifiers = all(folded, identifierHeaders, l.names)
	return l, nil
}

// find returns the column that the user named, by header or by number.
func find(header, folded []string, want string) (int, error) {
	for _, equal := range []func(i int) bool{
		func(i int) bool { return header[i] == want },
		func(i int) bool { return folded[i] == foldHeader(want) },
	} {
		var found []int
		for i := range header {
			if equal(i) {
				found = append(found, i)
			}
		}
		if len(found) > 1 {
			return 0, fmt.Errorf("-column %q: columns %d and %d have this header; give the number", want, found[0]+1, found[1]+1)
		} else if len(found) == 1 {
			return found[0], nil
		}
	}
	if n, err := strconv.Atoi(want); err == nil && 1 <= n && n <= len(header) {
		return n - 1, nil
	}
	return 0, fmt.Errorf("-column %q: there is no such column\nThe columns are: %s", want, listed(header))
}

// ranked returns the column whose header stands first in headers, if any does.
func ranked(folded, headers []string, taken []int) []int {
	for _, h := range headers {
		if i := slices.Index(folded, h); i >= 0 && !slices.Contains(taken, i) {
			return []int{i}
		}
	}
	return nil
}

// all returns the columns whose header is among headers.
func all(folded, headers []string, taken []int) []int {
	var found []int
	for i, h := range folded {
		if slices.Contains(headers, h) && !slices.Contains(taken, i) {
			found = append(found, i)
		}
	}
	return found
}

// join returns the cells of the columns that are not empty.
func join(cells []string, columns []int, separator string) string {
	var parts []string
	for _, i := range columns {
		if cell := strings.TrimSpace(cells[i]); cell != "" {
			parts = append(parts, cell)
		}
	}
	return strings.Join(parts, separator)
}

// foldHeader makes "Vendor_Name *", "VENDOR NAME" and "vendor-name" equal.
func foldHeader(s string) string {
	if s == "" {
		return "" // of which a ragged file has many
	}
	s = cases.Fold().String(norm.NFKC.String(s))
	var b strings.Builder
	for _, r := range norm.NFD.String(s) {
		switch {
		case strings.ContainsRune("_-./*:#()[]'\"", r):
			b.WriteByte(' ')
		case '\u0300' <= r && r <= '\u036f': // é is e
		case r == 'ı' || r == 'ł' || r == 'ø':
			b.WriteRune(map[rune]rune{'ı': 'i', 'ł': 'l', 'ø': 'o'}[r])
		default:
			b.WriteRune(r)
		}
	}
	return norm.NFC.String(strings.Join(strings.Fields(b.String()), " "))
}

func listed(header []string) string {
	quoted := make([]string, len(header))
	for i, h := range header {
		quoted[i] = strconv.Quote(h)
	}
	return strings.Join(quoted, ", ")
}
