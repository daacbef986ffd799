package check

import (
	"fmt"

	"example.org/graphgen/internal/country"
	"example.org/graphgen/internal/entities"
)

func unknownCountry(s *subject, report report) {
	look := func(code string, at ...any) {
		if code == "" || country.IsCode(code) {
			return
		}
		message := fmt.Sprintf("unknown country code %q", code)
		if meant := country.Intended(code); meant != "" {
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
			report(pointer("entities", i, "code"), fmt.Sprintf("%s %q has a country's own code", e.Type, e.ID), "put the country that it belongs to into country")
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
