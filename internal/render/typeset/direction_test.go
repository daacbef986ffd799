package typeset_test

import (
	"slices"
	"testing"

	"example.org/graphgen/internal/render/typeset"
)

func TestRightToLeft(t *testing.T) {
	for _, test := range []struct {
		text, lang string
		want       bool
	}{
		{"", "en", false}, {"", "ar", true}, {"", "he", true}, {"", "fa-AF", true}, {"", "ur", true}, {"", "dv", true}, {"", "yi", true},
		{"", "km", false}, {"", "", false}, {"", "no such", false}, {"", "az-Arab", true}, {"", "az", false}, {"", "ku", false}, {"", "ckb", true},
		{"12 [3]", "en", false}, {"12 [3]", "ar", false}, {"−5", "he", false},
		{"\u2066A\u2069: \u2067ב\u2069", "en", false}, {"\u2066A\u2069: \u2066B\u2069", "ar", true}, {"\u200F← \u2066A\u2069", "en", true},
		// The language, unless no letter of the text reads its way.
		{"Ministry of وزارة", "en", false}, {"وزارة Ministry", "en", false}, {"UNHCR مفوضية", "ar", true},
		{"وزارة العدل (2)", "en", true}, {"Focus Cambodia", "ar", false}, {"ក្រសួង", "he", false}, {"משרד", "", true},
	} {
		if got := typeset.RightToLeft(test.text, test.lang); got != test.want {
			t.Errorf("%q in %q reads right to left: %t, want %t", test.text, test.lang, got, test.want)
		}
	}
}

// What is set apart stays so in every line that it comes to stand in.
func TestWrapSetsApartInEachLine(t *testing.T) {
	m := typeset.New()
	got := m.Wrap("alleged by \u2067וזארה של \u2066the UN\u2069 משרד\u2069 there", typeset.Style{Size: 14}, 70)
	want := []string{"alleged", "by \u2067וזארה\u2069", "\u2067של \u2066the\u2069\u2069", "\u2067\u2066UN\u2069 משרד\u2069", "there"}
	if !slices.Equal(got, want) {
		t.Errorf("lines %q, want %q", got, want)
	}
}
