package network

import (
	"slices"
	"testing"

	"example.org/graphgen/internal/entities"
)

func TestSpeakersOfValues(t *testing.T) {
	v := viewOf(smallCase(), entities.View{Include: entities.Selection{Types: []string{"figure"}}})
	for _, test := range []struct {
		id, from, to string
		kind         EdgeKind
		standing     entities.Standing
	}{
		{"n/1/many", "watchdog", "n/1", GivesEdge, entities.Contested},
		{"n/1/many-told", "paper", "n/1", GivesEdge, entities.Contested},
		{"n/1/many-rejected", "police", "n/1", DisputesEdge, entities.Contested},
		{"n/2/few", "police", "n/2", GivesEdge, entities.Stated},
		{"n/2/few-reworded", "watchdog", "n/2", DisputesEdge, entities.Rumoured},
	} {
		e := edge(v, test.id)
		if e.From != test.from || e.To != test.to || e.Kind != test.kind || e.Verdict.Standing != test.standing {
			t.Errorf("%s runs from %s to %s, kind %d, %s; want %+v", test.id, e.From, e.To, e.Kind, e.Verdict.Standing, test)
		}
	}
}

// A weak voice beside a strong one is not drawn as firmly as the value stands.
func TestEachVoiceStandsByItself(t *testing.T) {
	c := smallCase()
	c.Figures[0].Values = []entities.Value{{Value: "1", Claims: []string{"fact", "rumour", "maybe"}}}
	v := viewOf(c, entities.View{Include: entities.Selection{IDs: []string{"n"}}})
	if got := edge(v, "n/1/rumour").Verdict; got.Standing != entities.Rumoured || !got.Unsubstantiated {
		t.Errorf("the rumour's line is %s", got.Standing)
	}
	if got := edge(v, "n/1/maybe").Verdict; !slices.Equal(got.Hedges, []string{"may"}) {
		t.Errorf("the hedge is lost: %v", got.Hedges)
	}
	if got := edge(v, "n/1/fact").Verdict; got.Standing != entities.Stated || got.Hedges != nil {
		t.Errorf("the plain statement is %s, hedged %v", got.Standing, got.Hedges)
	}
}

// A voice that nobody denies gives a contested value a contested line all the same.
func TestEveryVoiceOnAContestedValueIsContested(t *testing.T) {
	c := smallCase()
	c.Figures[0].Values = []entities.Value{{Value: "1", Claims: []string{"accusation", "fact"}}}
	v := viewOf(c, entities.View{Include: entities.Selection{IDs: []string{"n"}}})
	got := edge(v, "n/1/fact").Verdict
	if got.Standing != entities.Contested || len(got.Denials) != 1 || got.Strength != entities.Stated {
		t.Errorf("the line is %s, strength %s, denied by %v", got.Standing, got.Strength, got.Deniers())
	}
}

// Who denies a denial does not dispute the value.
func TestRetortIsNoDispute(t *testing.T) {
	c := smallCase()
	c.Figures[0].Values = []entities.Value{{Value: "1", Claims: []string{"accusation"}}}
	v := viewOf(c, entities.View{Include: entities.Selection{IDs: []string{"n"}}})
	if got, want := edgeIDs(v), []string{"n/1/accusation", "n/1/denial"}; !slices.Equal(got, want) {
		t.Errorf("lines %v, want %v", got, want)
	}
	if got := v.Node("n/1").Verdict.Remarks; len(got) != 1 || got[0].ID != "retort" {
		t.Errorf("the retort does not travel with the value: %v", got)
	}
}

func TestDroppedDenials(t *testing.T) {
	accusation := entities.Selection{IDs: []string{"r-accused", "r-denied"}}
	figure := entities.Selection{IDs: []string{"n"}}
	for _, test := range []struct {
		name             string
		include, exclude entities.Selection
		want             []string // line, denial, word
	}{
		{"nothing excluded", accusation, entities.Selection{}, nil},
		{"something else excluded", accusation, entities.Selection{Types: []string{"country", "agency"}, IDs: []string{"fact"}}, nil},
		{"the claim", accusation, entities.Selection{IDs: []string{"denial"}}, []string{"r-accused denial denial", "r-denied denial denial"}},
		{"the line that draws it", accusation, entities.Selection{IDs: []string{"r-denied"}}, []string{"r-accused denial r-denied"}},
		{"the type of that line", accusation, entities.Selection{Relations: []string{"denied"}}, []string{"r-accused denial denied"}},
		{"an end of that line", accusation, entities.Selection{IDs: []string{"watchdog"}},
			[]string{"r-accused denial watchdog", "r-accused retort watchdog"}},
		{"the accused goes, and the accusation too", accusation, entities.Selection{Types: []string{"person"}}, nil},
		{"both sides", accusation, entities.Selection{IDs: []string{"r-accused", "r-denied", "denial"}}, nil},
		{"a denier of a value by type", figure, entities.Selection{Types: []string{"agency"}}, []string{"n many-rejected agency"}},
		{"a remark's speaker by id", figure, entities.Selection{IDs: []string{"watchdog"}}, []string{"n few-reworded watchdog"}},
		{"a remark by id", figure, entities.Selection{IDs: []string{"few-reworded"}}, []string{"n few-reworded few-reworded"}},
		{"include leaves the denier out", entities.Selection{IDs: []string{"r-accused"}}, entities.Selection{}, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			n := New(entities.NewIndex(smallCase()))
			var got []string
			for _, d := range n.DroppedDenials(&entities.View{Include: test.include, Exclude: test.exclude}) {
				got = append(got, d.Line+" "+d.Denial.ID+" "+d.Dropped)
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// Two accusations may both list the denial; leaving one accusation out silences nobody.
func TestExcludingAnAccusationDropsNoDenial(t *testing.T) {
	c := smallCase()
	c.Relations = append(c.Relations, entities.Relation{
		ID: "r-second", Type: "colludes-with", From: "company", To: "minister", Claims: []string{"accusation", "denial"},
	})
	n := New(entities.NewIndex(c))
	got := n.DroppedDenials(&entities.View{Exclude: entities.Selection{IDs: []string{"r-second"}}})
	if len(got) != 0 {
		t.Errorf("reported %v", got)
	}
}
