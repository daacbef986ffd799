package words

import "golang.org/x/text/language"

// catalogs are all there are, and offered what language each is in.
var (
	catalogs = []*Catalog{&english, khmer, thai}
	offered  = []language.Tag{language.English, language.Khmer, language.Thai}
	matcher  = language.NewMatcher(offered)
)

// For returns the catalog of a language (BCP 47), whatever its region or spelling, or English
// where there is none: words that a reader of the language would only guess at are none.
func For(lang string) *Catalog {
	tag, err := language.Parse(lang)
	if err != nil {
		return &english
	}
	if _, i, confidence := matcher.Match(tag); confidence >= language.High {
		return catalogs[i]
	}
	return &english
}
