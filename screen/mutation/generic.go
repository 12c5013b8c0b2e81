package mutation

import (
	"slices"
	"strings"
	"sync"
)

// generic is a word of business or of institutions, in small letters, with
// its plural and abbreviations. Those without either are there because they
// tell no party from another.
type generic struct {
	singular, plural string
	short            []string
}

var generics = []generic{
	{"academy", "academies", []string{"acad."}},
	{"administration", "", []string{"admin."}},
	{"aerospace", "", nil},
	{"agency", "agencies", nil},
	{"agricultural", "", []string{"agri.", "agric."}},
	{"airline", "airlines", nil},
	{"and", "", []string{"&"}},
	{"associate", "associates", []string{"assoc."}},
	{"association", "associations", []string{"assn."}},
	{"autonomous", "", nil},
	{"aviation", "", nil},
	{"bank", "banks", nil},
	{"branch", "branches", []string{"br."}},
	{"brother", "brothers", []string{"bros."}},
	{"building", "buildings", []string{"bldg."}},
	{"bureau", "bureaus", nil},
	{"business", "businesses", nil},
	{"center", "centers", []string{"ctr."}},
	{"centre", "centres", []string{"ctr."}},
	{"chemical", "chemicals", []string{"chem."}},
	{"college", "colleges", nil},
	{"commercial", "", nil},
	{"committee", "committees", nil},
	{"communication", "communications", []string{"comm."}},
	{"company", "companies", []string{"co."}},
	{"component", "components", nil},
	{"computer", "computers", nil},
	{"construction", "constructions", []string{"const.", "constr."}},
	{"corporation", "corporations", []string{"corp."}},
	{"department", "departments", []string{"dept."}},
	{"design", "designs", nil},
	{"development", "developments", []string{"dev."}},
	{"digital", "", nil},
	{"district", "districts", []string{"dist."}},
	{"division", "divisions", []string{"div."}},
	{"electric", "", []string{"elec."}},
	{"electrical", "", []string{"elec."}},
	{"electronic", "electronics", []string{"elec.", "electron."}},
	{"energy", "", nil},
	{"engineering", "", []string{"eng.", "engg."}},
	{"enterprise", "enterprises", []string{"ent."}},
	{"equipment", "equipments", []string{"equip.", "eqpt."}},
	{"establishment", "establishments", []string{"est."}},
	{"exchange", "exchanges", nil},
	{"export", "exports", []string{"exp."}},
	{"factory", "factories", []string{"fty."}},
	{"federal", "", []string{"fed."}},
	{"finance", "", []string{"fin."}},
	{"financial", "", []string{"fin."}},
	{"foundation", "foundations", nil},
	{"fund", "funds", nil},
	{"general", "", []string{"gen."}},
	{"global", "", nil},
	{"government", "", []string{"govt."}},
	{"group", "groups", []string{"grp."}},
	{"holding", "holdings", nil},
	{"import", "imports", []string{"imp."}},
	{"industrial", "", []string{"ind."}},
	{"industry", "industries", []string{"ind."}},
	{"information", "", []string{"info."}},
	{"institute", "institutes", []string{"inst."}},
	{"institution", "institutions", []string{"inst."}},
	{"instrument", "instruments", []string{"instr."}},
	{"international", "", []string{"intl.", "int'l"}},
	{"investment", "investments", []string{"inv."}},
	{"laboratory", "laboratories", []string{"lab."}},
	{"line", "lines", nil},
	{"logistic", "logistics", []string{"log."}},
	{"machine", "machines", nil},
	{"machinery", "", []string{"mach.", "mchy."}},
	{"maintenance", "", []string{"maint."}},
	{"management", "", []string{"mgmt."}},
	{"manufacturing", "", []string{"mfg."}},
	{"marine", "", nil},
	{"maritime", "", nil},
	{"market", "markets", []string{"mkt."}},
	{"material", "materials", []string{"mat."}},
	{"mechanical", "", []string{"mech."}},
	{"medical", "", []string{"med."}},
	{"military", "", []string{"mil."}},
	{"ministry", "ministries", []string{"min."}},
	{"municipal", "", []string{"mun."}},
	{"municipality", "municipalities", nil},
	{"national", "", []string{"nat.", "natl."}},
	{"navigation", "", []string{"nav."}},
	{"network", "networks", nil},
	{"office", "offices", nil},
	{"organization", "organizations", []string{"org."}},
	{"people", "", nil},
	{"petrochemical", "petrochemicals", []string{"petrochem."}},
	{"petroleum", "", []string{"petr."}},
	{"pharmaceutical", "pharmaceuticals", []string{"pharm."}},
	{"plant", "plants", nil},
	{"police", "", nil},
	{"power", "", nil},
	{"precision", "", []string{"prec."}},
	{"prefecture", "prefectures", []string{"pref."}},
	{"private", "", nil},
	{"product", "products", []string{"prod."}},
	{"production", "productions", []string{"prod."}},
	{"province", "provinces", []string{"prov."}},
	{"public", "", []string{"pub."}},
	{"region", "regions", []string{"reg."}},
	{"republic", "", []string{"rep."}},
	{"research", "", []string{"res."}},
	{"school", "schools", nil},
	{"science", "sciences", []string{"sci."}},
	{"scientific", "", []string{"sci."}},
	{"security", "", []string{"sec."}},
	{"semiconductor", "semiconductors", []string{"semicon."}},
	{"service", "services", []string{"svc.", "serv."}},
	{"shipping", "", []string{"shpg."}},
	{"shipyard", "shipyards", nil},
	{"society", "societies", []string{"soc."}},
	{"solution", "solutions", nil},
	{"state", "", nil},
	{"supply", "supplies", nil},
	{"system", "systems", []string{"sys."}},
	{"technical", "", []string{"tech."}},
	{"technology", "technologies", []string{"tech.", "technol."}},
	{"telecommunication", "telecommunications", []string{"telecom."}},
	{"trade", "trades", nil},
	{"trading", "", []string{"tdg.", "trdg."}},
	{"transport", "transports", []string{"transp."}},
	{"transportation", "", []string{"transp."}},
	{"university", "universities", []string{"univ."}},
	{"works", "", nil},
}

// genericKeys returns the rows by each of their forms.
var genericKeys = sync.OnceValue(func() map[string][]*generic {
	keys := make(map[string][]*generic)
	for i := range generics {
		g := &generics[i]
		for _, form := range append([]string{g.singular, g.plural}, g.short...) {
			if form != "" {
				form = strings.TrimSuffix(form, ".")
				keys[form] = append(keys[form], g)
			}
		}
	}
	return keys
})

// genericsOf returns the rows that have a word, in small letters and without a
// full stop, as one of their forms: "tech" is technical and technology.
func genericsOf(word string) []*generic { return genericKeys()[word] }

// isWritten reports a form written out, singular or plural.
func (g *generic) isWritten(word string) bool { return word == g.singular || word == g.plural }

// isGeneric reports a generic word written out, in any case.
func isGeneric(text string) bool {
	word := strings.ToLower(text)
	return slices.ContainsFunc(genericsOf(word), func(g *generic) bool { return g.isWritten(word) })
}

// british pairs British and American spellings.
var british = [][2]string{
	{"aeroplane", "airplane"}, {"aluminium", "aluminum"}, {"analogue", "analog"}, {"armour", "armor"}, {"armoured", "armored"},
	{"catalogue", "catalog"}, {"centre", "center"}, {"centres", "centers"}, {"colour", "color"}, {"defence", "defense"},
	{"fibre", "fiber"}, {"fertiliser", "fertilizer"}, {"grey", "gray"}, {"harbour", "harbor"}, {"jewellery", "jewelry"},
	{"labour", "labor"}, {"licence", "license"}, {"metre", "meter"}, {"mould", "mold"}, {"moulding", "molding"},
	{"modernisation", "modernization"}, {"organisation", "organization"}, {"organisations", "organizations"},
	{"orthopaedic", "orthopedic"}, {"paediatric", "pediatric"}, {"plough", "plow"}, {"programme", "program"},
	{"programmes", "programs"}, {"specialised", "specialized"}, {"sulphur", "sulfur"}, {"theatre", "theater"}, {"tyre", "tire"},
}
