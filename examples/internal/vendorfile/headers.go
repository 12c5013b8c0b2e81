package vendorfile

// The headers that suppliers' files use, as foldHeader leaves them, the surest
// first within a language. "vendor name" stands before "name", which can be a
// contact's, and "name" before "vendor", which can be a number.
var (
	nameHeaders = []string{
		// English
		"supplier name", "vendor name", "name of supplier", "name of vendor", "supplier s name", "vendor s name", "supplier company name",
		"vendor company name", "supplier legal name", "vendor legal name", "supplier full name", "vendor full name", "vendor display name",
		"supplier vendor name", "vendor supplier name", "company name", "legal name", "legal entity name", "legal business name", "registered name",
		"registered company name", "business name", "organization name", "organisation name", "party name", "partner name", "business partner name",
		"counterparty name", "trading partner name", "third party name", "account name", "customer name", "client name", "entity name", "beneficiary name",
		"payee name", "manufacturer name", "contractor name", "subcontractor name", "distributor name", "consignee name", "firm name", "creditor name",
		"screened name", "name 1", "name1", "name", "full name", "display name",
		// systems: SAP, Oracle, Dynamics, NetSuite, DATEV
		"name org1", "mcod1", "vendorname", "suppliername", "vendname", "vendororganizationname", "vendordisplayname", "companyname", "legalname", "cardname",
		"name adressattyp unternehmen",
		// German
		"lieferantenname", "name des lieferanten", "lieferantenbezeichnung", "firmenname", "firmenbezeichnung", "unternehmensname", "geschaftspartnername",
		"name des geschaftspartners", "kreditorname", "kreditorenname", "kreditorenbezeichnung", "bezeichnung des lieferanten", "firma", "unternehmen",
		"lieferant", "geschaftspartner", "kreditor",
		// French
		"nom du fournisseur", "nom fournisseur", "libelle fournisseur", "raison sociale du fournisseur", "raison sociale", "denomination sociale",
		"denomination", "nom de la societe", "nom de l entreprise", "intitule", "nom du tiers", "nom", "fournisseur", "societe", "entreprise", "tiers",
		// Spanish
		"nombre del proveedor", "nombre proveedor", "nombre de proveedor", "razon social", "razon social del proveedor", "denominacion social",
		"nombre de la empresa", "nombre empresa", "nombre fiscal", "nombre del acreedor", "nombre", "proveedor", "empresa", "acreedor",
		// Portuguese
		"nome do fornecedor", "nome fornecedor", "razao social", "razao social do fornecedor", "denominacao social", "nome da empresa", "nome empresarial",
		"nome", "fornecedor", "designacao social",
		// Italian
		"nome fornitore", "nome del fornitore", "denominazione fornitore", "ragione sociale", "ragione sociale fornitore", "denominazione",
		"denominazione sociale", "nome azienda", "fornitore", "azienda", "creditore",
		// Dutch
		"naam leverancier", "leveranciersnaam", "leverancier naam", "bedrijfsnaam", "naam bedrijf", "crediteurnaam", "naam crediteur", "crediteur naam",
		"firmanaam", "handelsnaam", "naam", "leverancier", "bedrijf", "crediteur",
		// Polish
		"nazwa dostawcy", "nazwa kontrahenta", "nazwa firmy", "nazwa przedsiebiorstwa", "nazwa podmiotu", "nazwa", "dostawca", "kontrahent",
		// Czech, Slovak
		"nazev dodavatele", "nazev firmy", "nazev spolecnosti", "obchodni firma", "nazev", "dodavatel", "nazov dodavatela", "nazov firmy", "obchodne meno",
		"nazov",
		// Turkish
		"tedarikci adi", "tedarikci unvani", "satici adi", "satici unvani", "firma adi", "firma unvani", "sirket adi", "cari adi", "cari unvani",
		"cari hesap unvani", "ticari unvan", "ticaret unvani", "unvan", "tedarikci", "satici", "sirket",
		// Swedish, Norwegian, Danish
		"leverantorsnamn", "leverantorens namn", "foretagsnamn", "foretag", "bolagsnamn", "namn", "leverantor", "leverandornavn", "leverandorens navn",
		"leverandor navn", "firmanavn", "virksomhedsnavn", "virksomhed", "selskapsnavn", "kreditornavn", "navn", "leverandor",
		// Finnish
		"toimittajan nimi", "yrityksen nimi", "toiminimi", "nimi", "toimittaja", "yritys",
		// Estonian, Latvian, Lithuanian
		"tarnija nimi", "ettevotte nimi", "tarnija", "piegadataja nosaukums", "uznemuma nosaukums", "nosaukums", "piegadatajs", "tiekejo pavadinimas",
		"imones pavadinimas", "pavadinimas", "tiekejas",
		// Hungarian
		"szallito neve", "beszallito neve", "cegnev", "partner neve", "partnernev", "nev", "szallito", "beszallito",
		// Romanian
		"nume furnizor", "numele furnizorului", "denumire furnizor", "denumirea furnizorului", "denumire firma", "denumire societate", "denumire", "nume",
		"furnizor",
		// Croatian, Serbian, Slovenian
		"naziv dobavljaca", "naziv partnera", "naziv tvrtke", "naziv firme", "naziv dobavitelja", "naziv podjetja", "naziv", "dobavljac", "dobavitelj",
		"назив добављача", "назив", "добављач",
		// Greek
		"επωνυμια προμηθευτη", "ονομα προμηθευτη", "επωνυμια", "επωνυμια εταιρειασ", "ονομα εταιρειασ", "ονομα", "προμηθευτησ", "εταιρεια",
		// Russian
		"наименование поставщика", "название поставщика", "наименование контрагента", "название контрагента", "наименование организации",
		"название организации", "название компании", "наименование компании", "полное наименование", "наименование полное", "наименование юридического лица",
		"наименование", "название", "поставщик", "контрагент", "организация", "компания",
		// Ukrainian, Bulgarian, Belarusian
		"наименування постачальника", "назва постачальника", "наименування контрагента", "назва контрагента", "повна назва", "повне наименування",
		"назва компаніі", "назва організаціі", "наименування", "назва", "постачальник", "наименование на доставчика", "име на доставчика", "име на фирма",
		"доставчик", "наименне пастаушчыка", "пастаушчык",
		// Arabic
		"اسم المورد", "اسم المورّد", "إسم المورد", "اسم الشركة", "إسم الشركة", "اسم المنشأة", "اسم المؤسسة", "اسم الجهة", "الاسم التجاري", "اسم البائع",
		"الاسم", "المورد", "الشركة",
		// Hebrew
		"שם הספק", "שם ספק", "שם החברה", "שם חברה", "שם העסק", "שם", "ספק", "חברה",
		// Persian, Urdu
		"نام تامین کننده", "نام تأمین کننده", "نام تامین\u200cکننده", "نام فروشنده", "نام شرکت", "نام طرف حساب", "نام", "تامین کننده", "فروشنده", "شرکت",
		"سپلائر کا نام", "کمپنی کا نام",
		// Hindi
		"आपूर्तिकर्ता का नाम", "विक्रेता का नाम", "कंपनी का नाम", "फर्म का नाम", "नाम", "आपूर्तिकर्ता", "विक्रेता",
		// Thai
		"ชื่อผู้ขาย", "ชื่อผู้จําหน่าย", "ชื่อผู้จัดจําหน่าย", "ชื่อซัพพลายเออร์", "ชื่อเจ้าหนี้", "ชื่อบริษัท", "ชื่อ", "ผู้ขาย", "ผู้จําหน่าย", "บริษัท",
		// Vietnamese
		"ten nha cung cap", "ten cong ty", "ten doanh nghiep", "ten đoi tac", "ten đon vi", "ten", "nha cung cap", "cong ty",
		// Indonesian, Malay
		"nama pemasok", "nama supplier", "nama vendor", "nama perusahaan", "nama rekanan", "nama pembekal", "nama syarikat", "nama", "pemasok", "perusahaan",
		"pembekal",
		// Chinese
		"供应商名称", "供应商全称", "供应商名", "供方名称", "供货商名称", "供应商", "公司名称", "公司全称", "企业名称", "单位名称", "往来单位名称", "往来单位", "厂商名称", "厂家名称", "商户名称", "客户名称", "客商名称", "交易对手名称",
		"交易对手", "合作方名称", "卖方名称", "名称", "全称", "公司", "厂商", "供货商", "供應商名稱", "供應商全稱", "供應商全名", "供貨商名稱", "廠商名稱", "廠商全名", "廠商全稱", "公司名稱", "公司全名", "企業名稱", "單位名稱",
		"客戶名稱", "名稱", "供應商", "廠商",
		// Japanese
		"仕入先名", "仕入先名称", "仕入先名1", "取引先名", "取引先名称", "支払先名", "支払先名称", "発注先名", "購買先名", "ベンダー名", "サプライヤー名", "会社名", "企業名", "法人名", "商号", "氏名又は名称", "名前", "仕入先",
		"取引先", "支払先", "ベンダー", "サプライヤー",
		// Korean
		"공급업체명", "공급업체 이름", "공급자명", "공급사명", "거래처명", "거래처 이름", "협력업체명", "협력사명", "매입처명", "구매처명", "회사명", "업체명", "상호명", "상호", "법인명", "기업명", "명칭", "공급업체", "공급사",
		"거래처", "협력업체", "벤더명",
		// words that can be a number
		"supplier", "vendor", "company", "party", "partner", "counterparty", "business partner", "trading partner", "organization", "organisation",
		"manufacturer", "beneficiary", "payee", "creditor", "contractor", "customer", "consignee", "shipper", "exporter", "seller", "entity", "business",
		"firm",
	}
	continuedHeaders = []string{
		"name 2", "name2", "name 3", "name3", "name 4", "name4", "name org2", "name org3", "name org4", "supplier name 2", "vendor name 2",
		"lieferantenname 2", "firma 2", "firmenname 2", "仕入先名2", "取引先名2",
	}
	otherHeaders = []string{
		// English
		"other names", "other name", "alias", "aliases", "alias name", "aka", "a k a", "also known as", "trade name", "trading name", "trading as",
		"doing business as", "dba", "dba name", "d b a", "former name", "former names", "formerly known as", "previous name", "short name", "search term",
		"search term 1", "search term 2", "search name", "local name", "name local", "native name", "name in local language", "english name", "name english",
		"name en", "name cn", "name zh", "chinese name", "alternate name", "alternative name", "legal name", "legal entity name", "registered name",
		"business name", "company name", "company", "vendor name", "supplier name", "display name", "print on check as", "print on check name",
		"remit to name", "remit to supplier", "payee name", "beneficiary name", "account holder", "account holder name", "bank account name", "parent company",
		"parent name", "ultimate parent", "parent supplier", "parent vendor", "manufacturer", "manufacturer name", "brand", "brand name",
		// systems
		"sortl", "mcod2", "mcod3", "vendor name alt", "vendorsearchname", "vendorknownasname", "legalname", "companyname", "cardfname", "kurzbezeichnung",
		// languages
		"nom commercial", "sigle", "enseigne", "nombre comercial", "nome fantasia", "nome comercial", "nome commerciale", "handelsname", "kurzname",
		"suchbegriff", "suchname", "matchcode", "zoeknaam", "handelsnaam", "nazwa skrocona", "zkraceny nazev", "kisa ad", "kisa unvan", "handelsnamn",
		"binavn", "aputoiminimi", "rovid nev", "διακριτικοσ τιτλοσ", "краткое наименование", "сокращенное наименование", "торговое наименование",
		"коротка назва", "скорочена назва", "скорочене наименування", "англииское наименование", "الاسم بالإنجليزية", "الاسم بالعربية", "שם מסחרי",
		"שם באנגלית", "ten viet tat", "ten tieng anh", "ten giao dich", "nama dagang", "ชื่อภาษาอังกฤษ",
		"英文名称", "英文名", "英文全称", "中文名称", "中文名", "中文全称", "外文名称", "简称", "供应商简称", "公司简称", "企业简称", "曾用名", "别名", "英文名稱", "中文名稱", "簡稱", "廠商簡稱", "供應商簡稱", "公司簡稱", "略称",
		"仕入先略称", "取引先略称", "英語名", "英文社名", "屋号", "영문명", "영문상호", "약칭", "거래처약칭",
		// the company, where the name stands in another column
		"firma", "firmenname", "unternehmen", "raison sociale", "societe", "entreprise", "razon social", "empresa", "razao social",
		"ragione sociale", "azienda", "bedrijf", "bedrijfsnaam", "nazwa firmy", "nazev firmy", "firma adi", "sirket", "foretag", "foretagsnamn",
		"virksomhed", "yritys", "cegnev", "организация", "компания", "наименование", "название", "公司名称", "公司", "企业名称", "公司名稱", "会社名", "회사명", "اسم الشركة", "שם חברה",
	}
	countryHeaders = []string{
		"country", "country code", "country region", "country region code", "country region key", "country key", "country name", "country of origin",
		"country of incorporation", "country of registration", "country iso", "iso country", "iso country code", "ctry", "ctry code", "cntry",
		"supplier country", "vendor country", "billing country", "bill country", "billcountry", "taxpayer country", "primary address country",
		"address country", "addresscountryregionid", "land1", "land", "lander", "landercode", "landerkennzeichen", "landerschlussel", "landeskennzeichen",
		"eu land", "staat",
		"pays", "code pays", "pais", "codigo pais", "codigo de pais", "codigo do pais", "paese", "codice paese", "nazione", "landcode", "kraj", "kod kraju",
		"zeme", "stat", "kod zeme", "krajina", "ulke", "ulke kodu", "landkod", "landekode", "landkode", "maa", "maakoodi", "maatunnus", "riik", "valsts",
		"salis", "orszag", "orszagkod", "tara", "cod tara", "drzava", "zemlja", "држава", "земља", "χωρα", "страна", "код страны", "держава", "държава",
		"краіна", "код краіни",
		"الدولة", "البلد", "بلد", "رمز الدولة", "ארץ", "מדינה", "کشور", "ملک", "देश", "ประเทศ", "quoc gia", "nuoc", "negara", "国家", "国别", "国家 地区", "国家地区",
		"国家代码", "所在国家", "國家", "國別", "国", "国名", "国コード", "국가", "국가명", "국가코드", "국적",
	}
	addressHeaders = []string{
		"address", "street", "street address", "street house number", "house number", "address 1", "address1", "address line 1", "address line1", "address 2",
		"address2", "address line 2", "address line2", "address 3", "address3", "address line 3", "address line3", "address 4", "billing address",
		"billing street", "billing city", "billing state", "billing zip", "bill from", "bill from 1", "bill from 2", "bill from 3", "bill from 4",
		"postal code", "zip", "zip code", "postcode", "post code", "po box", "city", "town", "district", "county", "state", "state province", "province",
		"region", "stras", "ort01", "ort02", "pstlz", "regio", "pfach", "adresse", "anschrift", "strasse", "hausnummer", "strasse und hausnummer", "ort",
		"stadt", "plz", "postleitzahl", "postfach", "bundesland", "ville", "rue", "code postal", "direccion", "domicilio", "ciudad", "poblacion", "provincia",
		"calle", "codigo postal", "endereco", "morada", "cidade", "rua", "cep", "estado", "indirizzo", "citta", "via", "cap", "adres", "straat", "plaats",
		"woonplaats", "miasto", "ulica", "kod pocztowy", "mesto", "ulice", "psc", "sehir", "il", "ilce", "posta kodu", "adress", "gatuadress", "postnummer",
		"postadress", "by", "sted", "poststed", "vej", "osoite", "katuosoite", "postinumero", "kaupunki", "postitoimipaikka", "cim", "varos", "iranyitoszam",
		"utca", "adresa", "oras", "localitate", "judet", "strada", "grad", "διευθυνση", "πολη", "οδοσ", "τκ", "адрес", "юридическии адрес",
		"фактическии адрес", "город", "индекс", "улица", "регион", "адреса", "місто", "юридична адреса", "град",
		"العنوان", "المدينة", "الشارع", "כתובת", "עיר", "רחוב", "מיקוד", "آدرس", "نشانی", "شهر", "पता", "शहर", "ที่อยู่", "เมือง", "จังหวัด", "รหัสไปรษณีย์",
		"đia chi", "thanh pho", "tinh", "alamat", "kota", "kode pos", "地址", "公司地址", "注册地址", "联系地址", "城市", "省份", "省", "市", "邮编", "地區", "縣市", "郵遞區號", "住所",
		"住所1", "住所2", "所在地", "都道府県", "市区町村", "郵便番号", "주소", "사업장주소", "도시", "우편번호",
	}
	referenceHeaders = []string{
		// English
		"vendor id", "vendor no", "vendor number", "vendor num", "vendor code", "vendor account", "vendor", "supplier id", "supplier no", "supplier number",
		"supplier code", "supplier account", "sm vendor id", "erp vendor id", "erp supplier id", "an id", "anid", "account number", "account no", "account",
		"creditor no", "creditor number", "party number", "party id", "entity id", "internal id", "external id", "reference", "ref", "id", "no", "number",
		"code", "key", "supplier", "bp number", "bp code", "business partner", "business partner number", "partner", "partner id", "partner number",
		// systems
		"lifnr", "segment1", "vendaccount", "accountnum", "vendoraccountnumber", "entityid", "cardcode", "vendorid", "supplierid", "konto",
		// languages
		"lieferantennummer", "lieferanten nr", "lieferantennr", "lieferanten id", "kreditorennummer", "kreditoren nr", "kreditor", "geschaftspartnernummer",
		"nummer", "nr", "numero", "numero fournisseur", "n° fournisseur", "code fournisseur", "compte", "code tiers", "codigo", "codigo de proveedor",
		"codigo proveedor", "numero de proveedor", "codigo do fornecedor", "codigo fornecedor", "codice", "codice fornitore", "leveranciersnummer",
		"leverancierscode", "crediteurnummer", "kod dostawcy", "kod kontrahenta", "kod", "cislo dodavatele", "cislo", "tedarikci kodu", "satici kodu",
		"cari kodu", "cari kod", "leverantorsnummer", "leverandornummer", "leverandornr", "toimittajanumero", "szallito kodja", "partnerkod", "cod furnizor",
		"sifra", "sifra dobavljaca", "κωδικοσ", "κωδικοσ προμηθευτη", "код", "код поставщика", "код контрагента", "номер", "код постачальника",
		"رقم المورد", "كود المورد", "رمز المورد", "الرقم", "מספר ספק", "מס ספק", "קוד ספק", "کد تامین کننده", "کد", "รหัสผู้ขาย", "รหัสเจ้าหนี้", "รหัส",
		"ma nha cung cap", "ma ncc", "ma", "kode pemasok", "kode vendor", "kode supplier", "kode", "供应商编号", "供应商编码", "供应商代码", "供应商号", "往来单位编码", "编号", "编码",
		"代码", "供應商編號", "供應商代碼", "廠商編號", "廠商代號", "編號", "代號", "仕入先コード", "仕入先番号", "取引先コード", "支払先コード", "コード", "거래처코드", "거래처번호", "공급업체코드", "공급업체 코드", "업체코드", "코드",
	}
	identifierHeaders = []string{
		"tax id", "tax number", "tax no", "tax code", "tax id number", "tax identification number", "taxpayer id", "tax registration number", "tax reg number",
		"federal tax id", "vat", "vat id", "vat no", "vat number", "vat registration number", "vat registration no", "vat registration num", "vat reg number",
		"vatregnumber", "vatnum", "ein", "tin", "gstin", "pan", "abn", "acn", "uen", "brn", "duns", "d u n s", "duns number", "duns no", "d u n s number",
		"lei", "isin", "imo", "imo number", "registration number", "registration no", "company number", "company registration number", "company reg no",
		"business registration number", "trade registry number", "cage code", "uscc", "unified social credit code", "cr number", "stcd1", "stcd2", "stcd3",
		"stcd4", "stceg", "num 1099",
		"ust id", "ust idnr", "eu ustid", "umsatzsteuer id", "steuernummer", "handelsregisternummer", "hrb", "siren", "siret", "n° tva", "numero de tva",
		"tva intracommunautaire", "nif", "cif", "rfc", "rut", "ruc", "cuit", "nit", "cnpj", "nipc", "partita iva", "p iva", "codice fiscale", "nip", "regon",
		"krs", "ico", "ic", "dic", "kvk", "kvk nummer", "btw nummer", "vergi no", "vergi numarasi", "vkn", "organisationsnummer", "org nr", "orgnr", "cvr",
		"cvr nummer", "y tunnus", "adoszam", "cegjegyzekszam", "cui", "cif cui", "oib", "pib", "αφμ", "инн", "кпп", "огрн", "огрнип", "егрпоу", "єдрпоу",
		"код єдрпоу", "іпн", "еик", "унп",
		"الرقم الضريبي", "السجل التجاري", "رقم السجل التجاري", "ח פ", "עוסק מורשה", "شناسه ملی", "کد اقتصادی", "เลขประจําตัวผู้เสียภาษี", "ma so thue", "mst",
		"npwp", "统一社会信用代码", "社会信用代码", "税号", "纳税人识别号", "纳税识别号", "统一编号", "統一編號", "統編", "法人番号", "登録番号", "사업자등록번호", "사업자번호", "법인등록번호",
	}
)
