package entities

import (
	"slices"
	"testing"
)

func TestIndexFindsTheFirstHolderOfAnID(t *testing.T) {
	c := &Case{
		Entities:  []Entity{{ID: "a", Country: "TH"}, {ID: "a", Country: "KH"}, {Country: "LA"}},
		Sources:   []Source{{ID: "a", URL: "first"}, {ID: "a", URL: "second"}, {URL: "none"}},
		Claims:    []Claim{{ID: "a", Quote: "first"}, {ID: "a", Quote: "second"}, {Quote: "none"}},
		Relations: []Relation{{ID: "a", From: "first"}, {ID: "a", From: "second"}, {From: "none"}},
		Flows:     []Flow{{ID: "a", Via: []string{"first"}}, {ID: "a", Via: []string{"second"}}, {}},
		Figures:   []Figure{{ID: "a", About: []string{"first"}}, {ID: "a", About: []string{"second"}}, {}},
	}
	x := NewIndex(c)
	if x.Case != c || x.Entity("a") != &c.Entities[0] || x.Source("a") != &c.Sources[0] || x.Claim("a") != &c.Claims[0] ||
		x.Relation("a") != &c.Relations[0] || x.Flow("a") != &c.Flows[0] || x.Figure("a") != &c.Figures[0] {
		t.Error("an id does not lead to its first holder in the case itself")
	}
	for _, id := range []string{"b", "A", ""} {
		if x.Entity(id) != nil || x.Source(id) != nil || x.Claim(id) != nil || x.Relation(id) != nil || x.Flow(id) != nil || x.Figure(id) != nil {
			t.Errorf("something is found under %q", id)
		}
	}
}

func TestAnswersToAreOrderedAndKeepEveryClaim(t *testing.T) {
	x := NewIndex(write("z denies a stated; a stated; m confirms a stated; a denies a stated; b denies ghost stated; c stated"))
	if got, want := ids(x.AnswersTo("a")), []string{"a", "m", "z"}; !slices.Equal(got, want) {
		t.Errorf("answers to a: %q, want %q", got, want)
	}
	if got, want := ids(x.AnswersTo("ghost")), []string{"b"}; !slices.Equal(got, want) {
		t.Errorf("answers to an unknown claim: %q, want %q", got, want)
	}
	if got := x.AnswersTo(""); got != nil {
		t.Errorf("answers to nothing: %q", ids(got))
	}
}

func TestBuiltinRelationTypesCannotBeRedefined(t *testing.T) {
	x := NewIndex(&Case{RelationTypes: map[string]RelationType{
		"traffics": {Label: Text{"": "carries"}},
		"sued":     {Label: Text{"": "sued"}},
	}})
	if traffics, ok := x.RelationType("traffics"); !ok || !traffics.Wrongdoing || traffics.Label["en"] != "traffics" {
		t.Errorf("traffics is now %+v", traffics)
	}
	if sued, ok := x.RelationType("sued"); !ok || sued.Label[""] != "sued" {
		t.Errorf("the case's own type is %+v, known %t", sued, ok)
	}
	if _, ok := x.RelationType("unheard-of"); ok {
		t.Error("an unheard-of type is known")
	}
}

func TestBuiltinRelationTypesAreACopy(t *testing.T) {
	BuiltinRelationTypes()["traffics"] = RelationType{}
	BuiltinRelationTypes()["heads"].Label["en"] = "is"
	if again := BuiltinRelationTypes(); !again["traffics"].Wrongdoing || again["heads"].Label["en"] != "heads" {
		t.Error("a caller changed the built-in types for all")
	}
}
