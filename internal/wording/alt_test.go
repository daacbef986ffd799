package wording

import (
	"strings"
	"testing"
	"unicode/utf8"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/words"
)

func TestAlt(t *testing.T) {
	long := strings.Repeat("who gave what to whom and when ", 6)
	for name, test := range map[string]struct {
		view entities.View
		want string
	}{
		"much": {entities.View{Title: entities.Text{"": "Flour"}, Include: milling().Views[0].Include},
			"Diagram: “Flour”. Entities: 4, relations: 2, flows: 1, figures: 2. Among them, disputed: 2. The long description follows below the picture."},
		"nothing in doubt": {entities.View{Title: entities.Text{"": "One"}, Include: entities.Selection{IDs: []string{"met"}}},
			"Diagram: “One”. Entities: 2, relations: 1. The long description follows below the picture."},
		"a long title": {entities.View{Title: entities.Text{"": long}, Include: milling().Views[0].Include},
			"Diagram: “" + strings.TrimSpace(long) + "”. Among them, disputed: 2. The long description follows below the picture."},
		"no title": {entities.View{ID: "v", Include: entities.Selection{IDs: []string{"no-such"}}}, "Diagram: “v”. The long description follows below the picture."},
	} {
		c := milling()
		c.Language = "en"
		if got := describerOf(c).Alt(network.New(entities.NewIndex(c)).View(&test.view)); got != test.want {
			t.Errorf("%s: %q, want %q", name, got, test.want)
		}
	}
}

// An alt text is whole sentences, short, and names nobody but in the view's title.
func TestAltNamesNobody(t *testing.T) {
	inEveryView(t, func(t *testing.T, describer *Describer, v *network.View) {
		alt := describer.Alt(v)
		if utf8.RuneCountInString(alt) > altLength || !strings.HasSuffix(alt, describer.Words.Say(words.LongBelow)) {
			t.Errorf("%q has %d characters", alt, utf8.RuneCountInString(alt))
		}
		title := describer.Text(v.Spec.Title)
		_, beside, found := strings.Cut(plain(alt), plain(title))
		if !found {
			t.Errorf("%q lacks the title %q", alt, title)
		}
		for _, e := range describer.Index.Case.Entities {
			if strings.Contains(beside, plain(describer.Name(e.ID))) {
				t.Errorf("%q names %q", alt, describer.Name(e.ID))
			}
		}
		for _, l := range linesOf(v) {
			word := safety[describer.Lang][l.verdict.Standing]
			told := l.edge == nil || l.edge.Kind == network.RelationEdge || l.edge.Kind == network.FlowEdge
			if told && !strings.Contains(beside, word) && !strings.Contains(plain(beside), plain(describer.Words.Standing(l.verdict.Standing))) && word != "" {
				t.Errorf("%q does not say that something is %s", alt, word)
			}
		}
	})
}
