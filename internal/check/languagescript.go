package check

import (
	"fmt"
	"maps"
	"slices"
	"unicode"

	"golang.org/x/text/language"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/printed"
)

// languageScript finds languages whose texts, most of them, have no letter that the language is
// written with. Browsers read such texts out wrong, and every rule that goes by words misses them.
func languageScript(s *subject, report report) {
	type count struct {
		texts, foreign int
		first          string
		what           string
	}
	counts, scripts := map[string]*count{}, map[string][]*unicode.RangeTable{}
	printed.All(s.index).Each(func(text entities.Text, what string, at ...any) {
		for _, tag := range text.Tags() {
			lang := tag
			if tag == "" {
				lang = s.file.Case.Language
			}
			if _, met := scripts[lang]; !met {
				scripts[lang] = scriptOfLanguage(lang)
			}
			letters, own := lettersOf(text[tag], scripts[lang])
			if letters == 0 {
				continue
			}
			if counts[lang] == nil {
				counts[lang] = &count{}
			}
			c := counts[lang]
			c.texts++
			if own == 0 {
				if c.foreign++; c.foreign == 1 {
					c.first, c.what = pointer(at...), what
				}
			}
		}
	})
	for _, lang := range slices.Sorted(maps.Keys(counts)) {
		if c := counts[lang]; 2*c.foreign > c.texts {
			report(c.first, fmt.Sprintf("%d of %d texts in %q are in another script, such as %s", c.foreign, c.texts, lang, c.what),
				"name the language that they are in: checks of words and screen readers go by it")
		}
	}
}

// scriptOfLanguage returns the letters of the script of a language (BCP 47); nil where the
// language or the script is not known here.
func scriptOfLanguage(lang string) []*unicode.RangeTable {
	if lang == "" {
		return nil
	}
	script, _ := language.Make(lang).Script()
	return scriptTables[script.String()]
}

// lettersOf counts the letters of a text, and those of a script. Where that is nil all are its own.
func lettersOf(text string, script []*unicode.RangeTable) (letters, own int) {
	for _, r := range text {
		if unicode.IsLetter(r) {
			letters++
			if script == nil || unicode.In(r, script...) {
				own++
			}
		}
	}
	return letters, own
}

// scriptTables are the letters of scripts by their ISO 15924 codes.
var scriptTables = map[string][]*unicode.RangeTable{
	"Arab": {unicode.Arabic}, "Armn": {unicode.Armenian}, "Beng": {unicode.Bengali}, "Cyrl": {unicode.Cyrillic},
	"Deva": {unicode.Devanagari}, "Ethi": {unicode.Ethiopic}, "Geor": {unicode.Georgian}, "Grek": {unicode.Greek},
	"Gujr": {unicode.Gujarati}, "Guru": {unicode.Gurmukhi}, "Hans": {unicode.Han}, "Hant": {unicode.Han},
	"Hebr": {unicode.Hebrew}, "Jpan": {unicode.Han, unicode.Hiragana, unicode.Katakana}, "Khmr": {unicode.Khmer},
	"Knda": {unicode.Kannada}, "Kore": {unicode.Hangul, unicode.Han}, "Laoo": {unicode.Lao}, "Latn": {unicode.Latin},
	"Mlym": {unicode.Malayalam}, "Mymr": {unicode.Myanmar}, "Sinh": {unicode.Sinhala}, "Taml": {unicode.Tamil},
	"Telu": {unicode.Telugu}, "Thai": {unicode.Thai}, "Tibt": {unicode.Tibetan},
}
