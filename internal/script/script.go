// Package script knows the letters that languages are written with. It must never know what a text
// says.
package script

import (
	"unicode"

	"golang.org/x/text/language"
)

// OfLanguage returns the letters of the script of a language (BCP 47); nil where the
// language or the script is not known here.
func OfLanguage(lang string) []*unicode.RangeTable {
	if lang == "" {
		return nil
	}
	code, _ := language.Make(lang).Script()
	return tables[code.String()]
}

// Letters counts the letters of a text, and those of a script. Where that is nil all are its own.
func Letters(text string, of []*unicode.RangeTable) (letters, own int) {
	for _, r := range text {
		if unicode.IsLetter(r) {
			letters++
			if of == nil || unicode.In(r, of...) {
				own++
			}
		}
	}
	return letters, own
}

// tables are the letters of scripts by their ISO 15924 codes.
var tables = map[string][]*unicode.RangeTable{
	"Arab": {unicode.Arabic}, "Armn": {unicode.Armenian}, "Beng": {unicode.Bengali}, "Cyrl": {unicode.Cyrillic},
	"Deva": {unicode.Devanagari}, "Ethi": {unicode.Ethiopic}, "Geor": {unicode.Georgian}, "Grek": {unicode.Greek},
	"Gujr": {unicode.Gujarati}, "Guru": {unicode.Gurmukhi}, "Hans": {unicode.Han}, "Hant": {unicode.Han},
	"Hebr": {unicode.Hebrew}, "Jpan": {unicode.Han, unicode.Hiragana, unicode.Katakana}, "Khmr": {unicode.Khmer},
	"Knda": {unicode.Kannada}, "Kore": {unicode.Hangul, unicode.Han}, "Laoo": {unicode.Lao}, "Latn": {unicode.Latin},
	"Mlym": {unicode.Malayalam}, "Mymr": {unicode.Myanmar}, "Sinh": {unicode.Sinhala}, "Taml": {unicode.Tamil},
	"Telu": {unicode.Telugu}, "Thai": {unicode.Thai}, "Tibt": {unicode.Tibetan},
}
