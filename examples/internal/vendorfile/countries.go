package vendorfile

import (
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// countries knows the names of countries in the languages that suppliers'
// files are written in.
type countries struct {
	byName map[string]string // folded name to ISO 3166-1 alpha-2
}

// usual are names that the Unicode tables lack or word otherwise.
const usual = `CN=prc,p r c,p r china,china pr,china p r,peoples republic of china,people s republic of china,mainland china,中华人民共和国,中国大陆
US=usa,u s a,u s,united states of america,america
GB=uk,u k,great britain,england,scotland,wales,england wales
RU=russian federation,российская федерация,рф
KR=korea,south korea,republic of korea,korea republic of,korea south
KP=dprk
HK=hong kong,hongkong,hong kong sar,香港
TW=taiwan,taiwan roc,taiwan province of china,台湾,臺灣
MO=macau,macao,澳门
AE=uae,u a e
NL=holland,the netherlands
TR=turkey,turkiye
CZ=czech republic
VN=viet nam
CI=ivory coast
CG=republic of the congo
CD=democratic republic of the congo,dr congo,drc
IR=iran islamic republic of
MM=burma
VE=venezuela bolivarian republic of
MD=moldova republic of
TZ=tanzania united republic of
BO=bolivia plurinational state of
LA=lao peoples democratic republic
SY=syrian arab republic
DE=brd,federal republic of germany`

func newCountries() *countries {
	c := &countries{byName: make(map[string]string)}
	languages := []language.Tag{
		language.English, language.German, language.French, language.Spanish, language.Portuguese, language.Italian, language.Dutch,
		language.Polish, language.Russian, language.SimplifiedChinese, language.TraditionalChinese, language.Japanese, language.Korean,
	}
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			region, err := language.ParseRegion(string([]rune{a, b}))
			if err != nil || !region.IsCountry() || region.String() != string([]rune{a, b}) {
				continue
			}
			for _, l := range languages {
				if name := display.Regions(l).Name(region); name != "" {
					c.byName[foldHeader(name)] = region.String()
				}
			}
		}
	}
	for line := range strings.Lines(usual) {
		code, names, _ := strings.Cut(strings.TrimSpace(line), "=")
		for name := range strings.SplitSeq(names, ",") {
			c.byName[foldHeader(name)] = code
		}
	}
	return c
}

// code returns the ISO 3166-1 alpha-2 code of a country given as a code of two
// or three letters or by name, and the empty string for anything else.
func (c *countries) code(s string) string {
	if len(s) == 2 || len(s) == 3 {
		if s = strings.ToUpper(s); s == "UK" {
			return "GB"
		}
		if region, err := language.ParseRegion(s); err == nil && region.IsCountry() {
			return region.Canonicalize().String()
		}
	}
	return c.byName[foldHeader(s)]
}
