package wording

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
)

// milling is a case with a fact, a denied allegation, a flow that rests on the fact's claim,
// and a figure that one denies, another denies in other words, and a third counts otherwise.
func milling() *entities.Case {
	c := people()
	c.Sources = []entities.Source{
		{ID: "story", Type: entities.Article, Title: entities.Text{"": "Flour"}, Publisher: "paper", URL: "https://sun.example/flour", Published: "2023-12~"},
		{ID: "leaflet", Type: entities.OtherSource, Title: entities.Text{"": "A leaflet"}},
	}
	answers := func(claim string, as entities.AnswerKind) entities.Answer {
		return entities.Answer{Claim: claim, As: as}
	}
	c.Claims = []entities.Claim{
		{ID: "fact", Source: "story", Speaker: "paper", Quote: "they  met", Standing: entities.Stated},
		{ID: "bribe", Source: "story", Speaker: "ngo", RelayedBy: "paper", Quote: "may have paid", Hedge: entities.Words{"may have"}, Standing: entities.Alleged,
			Reply: entities.Reply{Asked: true, Outcome: entities.NoReply}},
		{ID: "no-bribe", Source: "leaflet", Speaker: "mill", Quote: "not a coin", Standing: entities.Stated, Answers: answers("bribe", entities.Denies)},
		{ID: "no-wonder", Source: "leaflet", Speaker: "ada", Quote: "absurd", Standing: entities.Stated, Answers: answers("bribe", entities.RejectsPremise),
			Reply: entities.Reply{Asked: true, Outcome: entities.Declined}},
		{ID: "many", Source: "story", Speaker: "ngo", Quote: "1,234", Standing: entities.Stated},
		{ID: "not-so", Source: "leaflet", Speaker: "mill", Quote: "fewer", Standing: entities.Stated, Answers: answers("many", entities.Disputes)},
		{ID: "gossip", Source: "story", Speaker: "paper", Quote: "none was lost", Standing: entities.Rumoured, Answers: answers("many", entities.DeniesOtherWording)},
		{ID: "in-year", Source: "story", Speaker: "ada", Quote: "half a ton", Standing: entities.Stated},
	}
	c.Relations = []entities.Relation{
		{ID: "met", Type: "met-with", From: "ada", To: "mill", Claims: []string{"fact"}},
		{ID: "bribed", Type: "bribed", From: "mill", To: "ada", Claims: []string{"bribe"}},
	}
	c.Flows = []entities.Flow{{ID: "grain", What: entities.Text{"": "grain"}, To: []string{"mill"}, Claims: []string{"fact"}}}
	c.Figures = []entities.Figure{{ID: "sacks", Question: entities.Text{"": "How many?"}, Values: []entities.Value{
		{Value: "1234", Qualifier: entities.Text{"": "at least"}, Measure: entities.Text{"": "sacks stolen"}, Claims: []string{"many"}},
		{Value: "0.5", Unit: entities.Text{"": "t"}, Measure: entities.Text{"": "burnt"}, Claims: []string{"in-year"}},
	}}}
	c.Views = []entities.View{{ID: "all", Include: entities.Selection{
		Types: []string{"person", "organization", "media", "figure"}, IDs: []string{"grain"},
	}}}
	return c
}

func notesOf(c *entities.Case) ([]Note, map[string]int) {
	v := network.New(entities.NewIndex(c)).View(&c.Views[0])
	return describerOf(c).Notes(v)
}

func TestNotes(t *testing.T) {
	notes, numbers := notesOf(milling())
	var told []string
	for i, n := range notes {
		if n.Number != i+1 {
			t.Errorf("note %d has number %d", i+1, n.Number)
		}
		told = append(told, n.Heading)
		for _, e := range n.Entries {
			told = append(told, "  "+e.String())
		}
	}
	want := strings.TrimSpace(`
disputed
  Alleged by Watch, as told by Daily Sun: “may have paid” (Daily Sun, about December 2023) Asked for a reply; none came.
  Denied by Mill Co: “not a coin” (A leaflet)
  Premise rejected by Ada Berg: “absurd” (A leaflet) Asked for a reply; declined.
stated by a named source
  Said by Daily Sun: “they met” (Daily Sun, about December 2023)
disputed; in part unsubstantiated
  Said by Watch: “1,234” (Daily Sun, about December 2023)
  Disputed by Mill Co: “fewer” (A leaflet)
  Denied in other words by Daily Sun: “none was lost” (Daily Sun, about December 2023)
disputed
  Said by Watch: “1,234” (Daily Sun, about December 2023)
  Disputed by Mill Co: “fewer” (A leaflet)
  Denied in other words by Daily Sun: “none was lost” (Daily Sun, about December 2023)
stated by a named source
  Said by Ada Berg: “half a ton” (Daily Sun, about December 2023)`)
	if got := strings.Join(told, "\n"); got != want {
		t.Errorf("notes:\n%s\nwant:\n%s", got, want)
	}
	if numbers["met"] != numbers["grain/1"] {
		t.Error("two lines that rest on the same claim have two notes")
	}
	if numbers["sacks/1"] != numbers["sacks/1/many"] || numbers["sacks/1"] == numbers["sacks/2"] {
		t.Errorf("values are noted under %v", numbers)
	}
	for id, n := range numbers {
		if !slices.Contains(notes[n-1].Lines, id) {
			t.Errorf("note %d does not say that it is for %s", n, id)
		}
	}
}

// The same claims behind a wrongdoing and behind a plain relation do not stand alike, so the
// two cannot have one note.
func TestNotesAreSharedOnlyWhereLinesStandAlike(t *testing.T) {
	c := milling()
	c.Relations = append(c.Relations, entities.Relation{ID: "robbed", Type: "defrauds", From: "mill", To: "ada", Claims: []string{"fact"}})
	notes, numbers := notesOf(c)
	if numbers["robbed"] == numbers["met"] {
		t.Error("a capped accusation shares the note of a fact")
	}
	if got := notes[numbers["robbed"]-1].Heading; got != "alleged" {
		t.Errorf("the accusation's note says %q", got)
	}
}

// Whatever answers a line is in its note, whoever seconds the answer.
func TestNotesKeepEveryAnswer(t *testing.T) {
	c := milling()
	kinds := []entities.AnswerKind{entities.Denies, entities.Disputes, entities.DeniesOtherWording, entities.RejectsPremise, entities.Confirms, entities.Repeats}
	for i, as := range kinds {
		id := fmt.Sprintf("more-%d", i)
		c.Claims = append(c.Claims,
			entities.Claim{ID: id, Source: "story", Speaker: "ada", Quote: id, Standing: entities.Stated, Answers: entities.Answer{Claim: "no-bribe", As: as}},
			entities.Claim{ID: id + "-again", Source: "story", Speaker: "paper", Quote: id, Standing: entities.Stated, Answers: entities.Answer{Claim: id, As: as}})
	}
	notes, numbers := notesOf(c)
	var said []string
	for _, e := range notes[numbers["bribed"]-1].Entries {
		said = append(said, e.Claim.ID)
	}
	for i := range kinds {
		for _, id := range []string{fmt.Sprintf("more-%d", i), fmt.Sprintf("more-%d-again", i)} {
			if !slices.Contains(said, id) {
				t.Errorf("%s is not in the note: %v", id, said)
			}
		}
	}
}

func TestNotesCoverOffices(t *testing.T) {
	c := people()
	c.Entities = append(c.Entities, entities.Entity{ID: "post", Type: entities.Office, Name: entities.Text{"": "Miller"}})
	c.Claims = []entities.Claim{{ID: "fact", Speaker: "paper", Quote: "the miller", Standing: entities.Stated}}
	c.Relations = []entities.Relation{{ID: "holds", Type: "holds-office", From: "ada", To: "post", Claims: []string{"fact"}}}
	c.Views = []entities.View{{ID: "v", Include: entities.Selection{Types: []string{"person"}}}}
	notes, numbers := notesOf(c)
	if len(notes) != 1 || numbers["holds"] != 1 {
		t.Errorf("an office under a name has notes %v, numbered %v", notes, numbers)
	}
}

func TestSources(t *testing.T) {
	c := milling()
	describer := describerOf(c)
	notes, _ := notesOf(c)
	var got []string
	for _, s := range describer.Sources(notes) {
		got = append(got, describer.Reference(s))
	}
	if want := []string{"A leaflet", "Daily Sun, about December 2023: Flour"}; !slices.Equal(got, want) {
		t.Errorf("sources %q, want %q", got, want)
	}
}

// A note is plain where it says no more than who states a fact, and nowhere else.
func TestPlainNotes(t *testing.T) {
	plain := func(change func(*entities.Case, *entities.Claim)) bool {
		c := milling()
		change(c, &c.Claims[0]) // which the line "met" rests on
		notes, numbers := notesOf(c)
		return notes[numbers["met"]-1].Plain
	}
	answered := func(as entities.AnswerKind) func(*entities.Case, *entities.Claim) {
		return func(c *entities.Case, _ *entities.Claim) {
			c.Claims = append(c.Claims, entities.Claim{ID: "answer", Source: "leaflet", Speaker: "mill", Quote: "no",
				Standing: entities.Stated, Answers: entities.Answer{Claim: "fact", As: as}})
		}
	}
	typed := func(s entities.Standing) func(*entities.Case, *entities.Claim) {
		return func(_ *entities.Case, fact *entities.Claim) { fact.Standing = s }
	}
	for name, test := range map[string]struct {
		change func(*entities.Case, *entities.Claim)
		want   bool
	}{
		"stated":           {func(*entities.Case, *entities.Claim) {}, true},
		"on record":        {typed(entities.Record), true},
		"hedged":           {func(_ *entities.Case, fact *entities.Claim) { fact.Hedge = entities.Words{"met"} }, true}, // told on the line
		"alleged":          {typed(entities.Alleged), false},
		"rumoured":         {typed(entities.Rumoured), false},
		"denied":           {answered(entities.Denies), false},
		"disputed":         {answered(entities.Disputes), false},
		"otherwise denied": {answered(entities.DeniesOtherWording), false},
		"premise rejected": {answered(entities.RejectsPremise), false},
		"asked for": {func(_ *entities.Case, fact *entities.Claim) {
			fact.Reply = entities.Reply{Asked: true, Outcome: entities.NoReply}
		}, false},
		"of a wrongdoing": {func(c *entities.Case, _ *entities.Claim) { c.Relations[0].Type = "defrauds" }, false},
	} {
		if got := plain(test.change); got != test.want {
			t.Errorf("%s: plain %v, want %v", name, got, test.want)
		}
	}
}
