package lists

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestHiddenNames(t *testing.T) {
	for _, tt := range []struct {
		text   string
		want   map[string]NameKind
		reason string
	}{
		{"Huawei Technologies Co., Ltd. (Huawei). Affiliated Entity: Hangzhou Huawei Enterprises", map[string]NameKind{"Hangzhou Huawei Enterprises": Alias}, "the listed party is the affiliate"},
		{"China Electronics Technology Group Corporation 13th Research Institute (CETC 13). Subordinate Institution - Hebei Medicines Health", map[string]NameKind{"Hebei Medicines Health": Alias}, "an institution below another"},
		{"Pakistan Atomic Energy Commission (PAEC), and subordinate entity National Development Complex (NDC)", map[string]NameKind{"National Development Complex (NDC)": Alias}, "joined by and"},
		{"KOW SENG LIM -AKA- ERIC LIM", map[string]NameKind{"KOW SENG LIM": Alias, "ERIC LIM": Alias}, "between hyphens"},
		{"PEARL (A.K.A. NEI-CHIEN CHU) LI", map[string]NameKind{"PEARL LI": Alias, "NEI-CHIEN CHU": Alias}, "within a person's name"},
		{"KOLOKOL (AKA: ALDRICH AMES)", map[string]NameKind{"KOLOKOL": Alias, "ALDRICH AMES": Alias}, "with a colon"},
		{"Yichang Testing Technology Research Institute a.k.a. Yichang Institute of Testing Technology", map[string]NameKind{"Yichang Testing Technology Research Institute": Alias, "Yichang Institute of Testing Technology": Alias}, "without brackets"},
		{"LTS Holding Limited (f.k.a. IPP-International Petroleum Products Ltd.)", map[string]NameKind{"LTS Holding Limited": Alias, "IPP-International Petroleum Products Ltd.": FormerName}, "a former name"},
		{"JSC NIIP, f.k.a., Otkrytoe Aktsionernoe Obshchestvo Nauchno", map[string]NameKind{"JSC NIIP": Alias, "Otkrytoe Aktsionernoe Obshchestvo Nauchno": FormerName}, "with commas"},
		{"AVIATION SERVICES INTERNATIONAL, B.V. ALSO KNOWN AS DELTA LOGISTICS, B.V.", map[string]NameKind{"AVIATION SERVICES INTERNATIONAL, B.V.": Alias, "DELTA LOGISTICS, B.V.": Alias}, "in words"},
		{"SIBERIAN AIRLINES D/B/A S7 AIRLINES", map[string]NameKind{"SIBERIAN AIRLINES": Alias, "S7 AIRLINES": Alias}, "a trading name"},
		{"EuroAsia and any successor, sub-unit, or subsidiary thereof", map[string]NameKind{"EuroAsia": Alias}, "the words of the State Department"},
		{"PMC Wagner; and any successor, sub-unit, or subsidiary thereof", map[string]NameKind{"PMC Wagner": Alias}, "behind a semicolon"},
		{"APPLIED SYSTEMS METHODS AND TECHNOLOGY (ASMAT)", map[string]NameKind{"APPLIED SYSTEMS METHODS AND TECHNOLOGY": Alias, "ASMAT": Alias}, "an acronym at the end"},
		{"Trading House Meridian (JSC)", map[string]NameKind{"Trading House Meridian": Alias}, "a legal form in capitals is none either"},
		{"CHINA COMMUNICATIONS CONSTRUCTION GROUP (LIMITED)", map[string]NameKind{"CHINA COMMUNICATIONS CONSTRUCTION GROUP": Alias}, "nor one in full"},
		{"INTRA-CHEM TRADING CO. (GMBH)", map[string]NameKind{"INTRA-CHEM TRADING CO.": Alias}, "nor one of Germany"},
		{"NOURI PETROCHEMICAL COMPANY (LLP)", map[string]NameKind{"NOURI PETROCHEMICAL COMPANY": Alias}, "nor a partnership"},
		{"GOLDEN FISH S.A.L. (OFFSHORE)", map[string]NameKind{"GOLDEN FISH S.A.L.": Alias}, "nor a form of Lebanon"},
		{"RUSSIAN SPACE SYSTEMS (RKS)", map[string]NameKind{"RUSSIAN SPACE SYSTEMS": Alias, "RKS": Alias}, "three letters that are no form"},
		{"Meridian Shipping (UAE)", map[string]NameKind{"Meridian Shipping": Alias}, "nor is a country"},
		{"China Communications Construction Group (Limited)", nil, "a legal form is no acronym"},
		{"Alaka Airways", nil, "aka within a word"},
		{"Hikvision (Beijing) Co., Ltd.", nil, "a place in brackets"},
	} {
		got := map[string]NameKind{}
		for _, n := range hiddenNames(Name{Text: tt.text}) {
			got[n.Text] = n.Kind
			if n.Source == "" {
				t.Errorf("%s: %q has no source", tt.reason, n.Text)
			}
		}
		if tt.want == nil {
			tt.want = map[string]NameKind{}
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s: %q (-want +got):\n%s", tt.reason, tt.text, diff)
		}
	}
}
