package wording

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
)

func talliesOf(c *entities.Case) []string {
	var told []string
	for _, o := range describerOf(c).Tallies(network.New(entities.NewIndex(c)).View(&c.Views[0])) {
		told = append(told, strings.TrimSpace(fmt.Sprintf("%s: %d %s. %s", o.Kind, o.Count, o.Words, strings.Join(o.Answers, ". "))))
	}
	return told
}

func TestTallies(t *testing.T) {
	c := milling()
	c.Relations = append(c.Relations,
		entities.Relation{ID: "robbed", Type: "defrauds", From: "mill", To: "ada", Claims: []string{"fact"}},
		entities.Relation{ID: "robbed-again", Type: "defrauds", From: "mill", To: "ada", Claims: []string{"in-year"}},
		entities.Relation{ID: "whispered", Type: "related-to", From: "mill", To: "ada", Claims: []string{"whisper"}},
		entities.Relation{ID: "registered", Type: "owns", From: "mill", To: "ada", Claims: []string{"register"}})
	for i := range c.Entities {
		if c.Entities[i].ID == "ngo" {
			c.Entities[i].PublicBody = entities.Register
		}
	}
	c.Sources = append(c.Sources, entities.Source{ID: "book", Type: entities.RecordSource, Publisher: "ngo"})
	c.Claims = append(c.Claims,
		entities.Claim{ID: "whisper", Source: "story", Speaker: "paper", Quote: "some say", Standing: entities.Rumoured},
		entities.Claim{ID: "register", Source: "book", Speaker: "ngo", Quote: "owned", Standing: entities.Record})
	want := []string{
		"relations: 1 on record; according to Watch.",
		"relations: 1 according to Daily Sun.",
		"relations: 2 alleged by Daily Sun and Ada Berg.",
		"relations: 1 unsubstantiated, raised by Daily Sun.",
		"relations: 1 disputed: alleged by Watch, denied by Mill Co. Premise rejected by Ada Berg",
		"flows: 1 alleged by Daily Sun.",
		"figures: 1 alleged by Ada Berg.",
		"figures: 1 disputed: said by Watch, disputed by Mill Co. Denied in other words by Daily Sun",
	}
	if got := talliesOf(c); !slices.Equal(got, want) {
		t.Errorf("tallies:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// What is disputed and stated, and disputed and alleged, is not one number.
func TestTalliesKeepStrengthsApart(t *testing.T) {
	c := milling()
	c.Relations = append(c.Relations, entities.Relation{ID: "told", Type: "met-with", From: "ada", To: "mill", Claims: []string{"many"}})
	got := strings.Join(talliesOf(c), "\n")
	for _, want := range []string{"relations: 1 disputed: said by Watch, disputed by Mill Co", "relations: 1 disputed: alleged by Watch"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not told:\n%s", want, got)
		}
	}
}
