package check

import (
	"fmt"
	"strings"

	"golang.org/x/text/language"

	"example.org/graphgen/internal/entities"
)

// officialCodes are the alpha-2 codes that ISO 3166-1 assigns. What is reserved, such as UK
// and EU, or left to users, such as XK, is not among them.
const officialCodes = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ " +
	"CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR " +
	"GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP " +
	"KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ " +
	"NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW " +
	"SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ " +
	"UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW"

// isCountryCode tells whether ISO 3166-1 assigns the code. Spaces keep the codes of the
// list apart, so that two letters side by side are one code.
func isCountryCode(code string) bool {
	return len(code) == 2 && !strings.Contains(code, " ") && strings.Contains(officialCodes, code)
}

// intendedCode returns the official code that someone probably meant: the same in upper
// case, the successor of a withdrawn or reserved one, or the one for three letters or digits.
func intendedCode(code string) string {
	upper := strings.ToUpper(strings.TrimSpace(code))
	if isCountryCode(upper) {
		return upper
	}
	if upper == "EL" { // what the European Union writes for Greece
		return "GR"
	}
	region, err := language.ParseRegion(upper)
	if err != nil {
		return ""
	}
	if meant := region.Canonicalize().String(); isCountryCode(meant) {
		return meant
	}
	return ""
}

// CountryCode returns the ISO 3166-1 alpha-2 code that someone who wrote a code meant, or
// nothing.
func CountryCode(typed string) string { return intendedCode(typed) }

func unknownCountry(s *subject, report report) {
	look := func(code string, at ...any) {
		if code == "" || isCountryCode(code) {
			return
		}
		message := fmt.Sprintf("unknown country code %q", code)
		if meant := intendedCode(code); meant != "" {
			message += fmt.Sprintf("; did you mean %q?", meant)
		}
		report(pointer(at...), message, "want two upper-case letters of ISO 3166-1, as TH")
	}
	for i, e := range s.file.Case.Entities {
		look(e.Country, "entities", i, "country")
		look(e.Code, "entities", i, "code")
	}
}

func misplacedCode(s *subject, report report) {
	for i, e := range s.file.Case.Entities {
		if e.Code != "" && e.Type != entities.Country {
			report(pointer("entities", i, "code"), fmt.Sprintf("%s %q has a country's own code", e.Type, e.ID), "the country that it belongs to stands in country")
		}
	}
}

func countryWithoutCode(s *subject, report report) {
	for i, e := range s.file.Case.Entities {
		if e.Type == entities.Country && e.Code == "" {
			report(pointer("entities", i), fmt.Sprintf("country %q has no code", e.ID), "")
		}
	}
}
