package words

import (
	"strings"
	"testing"
)

// What is put into words is set apart where it reads the other way, and nowhere else: the
// bytes of most texts stay as they are.
func TestWordsAreSetApart(t *testing.T) {
	fromRight := english
	fromRight.rightToLeft = true
	for _, test := range []struct {
		catalog *Catalog
		name    string
		want    string
	}{
		{&english, "Ada Berg (3)", "alleged by Ada Berg (3)"},
		{&english, "ស សុខា", "alleged by ស សុខា"},
		{&english, "", "alleged by "},
		{&english, "2023", "alleged by 2023"},
		{&english, "وزارة العدل (2)", "alleged by <RLI>وزارة العدل (2)<PDI>"},
		{&english, "UN משרד", "alleged by <LRI>UN משרד<PDI>"},
		{&english, "(משרד)", "alleged by <RLI>(משרד)<PDI>"},
		{&english, "٢٠٢٣", "alleged by <LRI>٢٠٢٣<PDI>"},
		// What is set apart already is not so again.
		{&english, english.Say(RelayedBy, "Ada", "דוד"), "alleged by Ada, as told by <RLI>דוד<PDI>"},
		{&fromRight, "Ada Berg", "alleged by <LRI>Ada Berg<PDI>"},
		{&fromRight, "وزارة", "alleged by وزارة"},
		{&fromRight, "وزارة 2", "alleged by <RLI>وزارة 2<PDI>"},
		{&fromRight, fromRight.Say(Bracketed, "وزارة", "UN"), "alleged by وزارة (<LRI>UN<PDI>)"},
		{&fromRight, "−5", "alleged by <LRI>−5<PDI>"},
	} {
		want := strings.NewReplacer("<RLI>", string(rightToLeft), "<LRI>", string(leftToRight), "<PDI>", string(end)).Replace(test.want)
		if got := test.catalog.Say(AllegedBy, test.name); got != want {
			t.Errorf("%q is put in as %+q, want %+q", test.name, got, want)
		}
	}
	if got, want := english.List([]string{"Ada", "דוד", "Bo"}), "Ada, \u2067דוד\u2069 and Bo"; got != want {
		t.Errorf("listed as %+q, want %+q", got, want)
	}
}
