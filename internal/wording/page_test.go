package wording

import (
	"strings"
	"testing"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/words"
)

// The page of a claim stands with its source, in every language.
func TestPages(t *testing.T) {
	c := milling()
	c.Claims[0].Page = "12-13"
	x := entities.NewIndex(c)
	for lang, want := range map[string]string{"en": ", p. 12-13", "th": "หน้า 12-13", "km": "ទំព័រ 12-13", "ar": "ص 12-13"} {
		e := (&Describer{Index: x, Words: words.For(lang), Lang: lang}).Claim(&c.Claims[0])
		if got := strings.NewReplacer("\u200b", "", "\u2066", "", "\u2067", "", "\u2068", "", "\u2069", "").Replace(e.String()); !strings.Contains(got, want) {
			t.Errorf("%s: %q, want %q in it", lang, got, want)
		}
	}
}
