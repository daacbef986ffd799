package entities

import (
	"slices"
	"strings"
	"testing"
)

func TestParseLanguage(t *testing.T) {
	for typed, want := range map[string]string{
		"km": "km", "KM": "km", "km-kh": "km-KH", "zh_hant": "zh-Hant", "en-gb": "en-GB", "sr-Latn": "sr-Latn", "es-419": "es-419",
	} {
		if got, err := ParseLanguage(typed); got != want || err != nil {
			t.Errorf("%q is read as %q, %v; want %q", typed, got, err, want)
		}
	}
	for typed, want := range map[string]string{
		"": "is no language tag; want", "khmer": "is no language tag; want", "k": "want a BCP 47 tag such as", "en-": "want a BCP 47 tag", "xx": `nothing has the subtag "xx"`,
		"km-QQ1": "want a BCP 47 tag", "en-ZZZZ9": "is no language tag", "x-private": "want a BCP 47 tag", "en-u-nu-thai": "want a BCP 47 tag",
		"km,th": "is no language tag", "../km": "is no language tag", "km\n": "is no language tag",
	} {
		if got, err := ParseLanguage(typed); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q is read as %q, %v; want an error with %q", typed, got, err, want)
		}
	}
}

func TestLanguageFor(t *testing.T) {
	c := &Case{Language: "en", Entities: []Entity{
		{Name: Text{"en": "Thailand", "km": "ថៃ", "zh-Hant": "泰國"}},
		{Name: Text{"": "Harbour"}, Description: Text{"pt": "Porto", "sr-Cyrl": "Лука"}},
	}}
	if got, want := c.Languages(), []string{"en", "km", "pt", "sr-Cyrl", "zh-Hant"}; !slices.Equal(got, want) {
		t.Errorf("languages %q, want %q", got, want)
	}
	for lang, want := range map[string]string{
		"en": "en", "en-GB": "en", "km": "km", "km-KH": "km", "zh-TW": "zh-Hant", "zh-Hant": "zh-Hant", "pt-BR": "pt",
		// No reader of these is served by what the case has.
		"th": "th", "lo": "lo", "cy": "cy", "km-Latn": "km-Latn", "zh-Hans": "zh-Hans", "sr-Latn": "sr-Latn", "fr": "fr",
	} {
		if got := c.LanguageFor(lang); got != want {
			t.Errorf("%s is drawn as %s, want %s", lang, got, want)
		}
	}
	if got := (&Case{}).LanguageFor("km"); got != "km" {
		t.Errorf("a case of no language draws km as %q", got)
	}
}
