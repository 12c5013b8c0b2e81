package mutation

// site is an address that a party of a country might have.
type site struct{ country, name, city, street string }

// sites has the countries that stand most often in the lists.
var sites = []site{
	{"AE", "United Arab Emirates", "Dubai", "Office 1204, Al Maktoum Road, Deira"},
	{"AF", "Afghanistan", "Kabul", "House 14, Wazir Akbar Khan"},
	{"BG", "Bulgaria", "Sofia", "12 Vitosha Blvd."},
	{"BY", "Belarus", "Minsk", "ul. Nezavisimosti 58"},
	{"CH", "Switzerland", "Zug", "Bahnhofstrasse 21"},
	{"CN", "China", "Shenzhen", "Room 1503, Building 2, No. 88 Renmin Road"},
	{"CO", "Colombia", "Bogota", "Carrera 15 No. 93-60"},
	{"CU", "Cuba", "Havana", "Calle 23 No. 105"},
	{"CY", "Cyprus", "Limassol", "28 Makarios Avenue"},
	{"DE", "Germany", "Hamburg", "Hafenstr. 12"},
	{"ES", "Spain", "Madrid", "Calle de Alcala 50"},
	{"FR", "France", "Paris", "18 rue de la Gare"},
	{"GB", "United Kingdom", "London", "Unit 4, 20 Station Road"},
	{"HK", "Hong Kong", "Kowloon", "Flat B, 7/F, 30 Nathan Road"},
	{"IN", "India", "Mumbai", "204 Link Road, Andheri"},
	{"IQ", "Iraq", "Baghdad", "Street 14, Karrada"},
	{"IR", "Iran", "Tehran", "No. 23, Valiasr Street"},
	{"IT", "Italy", "Milan", "Via Roma 15"},
	{"JO", "Jordan", "Amman", "P.O. Box 1045, Mecca Street"},
	{"KP", "Korea, North", "Pyongyang", "Central District"},
	{"LB", "Lebanon", "Beirut", "3rd floor, Hamra Street"},
	{"MM", "Myanmar", "Yangon", "No. 5, Pyay Road"},
	{"MT", "Malta", "Valletta", "147 Republic Street"},
	{"MX", "Mexico", "Guadalajara", "Av. Juarez 210"},
	{"MY", "Malaysia", "Kuala Lumpur", "12 Jalan Ampang"},
	{"PA", "Panama", "Panama City", "Calle 50, Edificio Global"},
	{"PK", "Pakistan", "Karachi", "Plot 7, Shahrah-e-Faisal"},
	{"RS", "Serbia", "Belgrade", "Knez Mihailova 6"},
	{"RU", "Russia", "Moscow", "ul. Tverskaya, d. 12, str. 1"},
	{"SD", "Sudan", "Khartoum", "P.O. Box 331"},
	{"SG", "Singapore", "Singapore", "10 Anson Road #12-05"},
	{"SY", "Syria", "Damascus", "P.O. Box 5849, Mezzeh"},
	{"TH", "Thailand", "Bangkok", "99 Sukhumvit Road"},
	{"TR", "Turkey", "Istanbul", "Ataturk Cad. No: 14/3"},
	{"TW", "Taiwan", "Taipei", "3F, No. 25, Sec. 2, Nanjing E. Rd."},
	{"UA", "Ukraine", "Kyiv", "vul. Khreshchatyk 10"},
	{"VE", "Venezuela", "Caracas", "Av. Libertador"},
	{"YE", "Yemen", "Sanaa", "Hadda Street"},
	{"ZA", "South Africa", "Johannesburg", "45 Main Road"},
}

// siteOf returns the site of the first of the countries that has one, or nil.
func siteOf(countries []string) *site {
	for _, c := range countries {
		for i := range sites {
			if sites[i].country == c {
				return &sites[i]
			}
		}
	}
	return nil
}
