package words

import "golang.org/x/text/language"

// catalogs are all there are, and offered what language each is in.
var (
	catalogs = []*Catalog{&english, arabic, khmer, thai}
	offered  = []language.Tag{language.English, language.Arabic, language.Khmer, language.Thai}
	matcher  = language.NewMatcher(offered)
)

// For returns the catalog of a language (BCP 47), whatever its region or spelling, or English
// where there is none.
func For(lang string) *Catalog {
	c, _ := find(lang)
	return c
}

// Has tells whether there is a catalog of a language (BCP 47).
func Has(lang string) bool {
	_, found := find(lang)
	return found
}

// Languages returns the languages (BCP 47) that there are catalogs of.
func Languages() []string {
	tags := make([]string, len(catalogs))
	for i, c := range catalogs {
		tags[i] = c.Lang
	}
	return tags
}

// find takes no catalog for a language that is only near it: readers would guess at the words.
func find(lang string) (c *Catalog, found bool) {
	tag, err := language.Parse(lang)
	if err != nil {
		return &english, false
	}
	_, i, confidence := matcher.Match(tag)
	wanted, _ := tag.Base()
	if base, _ := offered[i].Base(); confidence < language.High || base != wanted {
		return &english, false
	}
	return catalogs[i], true
}
