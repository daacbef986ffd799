package network

import (
	"slices"
	"testing"

	"example.org/graphgen/internal/entities"
)

type selectionCase struct {
	name  string
	spec  entities.View
	nodes []string
	edges []string
}

func TestViewSelects(t *testing.T) {
	include := func(s entities.Selection) entities.View { return entities.View{Include: s} }
	for _, test := range []selectionCase{
		{"a type, with all lines between", include(entities.Selection{Types: []string{"person", "organization"}}),
			[]string{"company", "minister", "watchdog"}, []string{"r-accused", "r-denied", "r-met", "r-met-again"}},
		{"relation types between the selected", include(entities.Selection{Types: []string{"person", "organization"}, Relations: []string{"met-with"}}),
			[]string{"company", "minister", "watchdog"}, []string{"r-met", "r-met-again"}},
		{"relation types alone bring their ends", include(entities.Selection{Relations: []string{"heads", "holds-office"}}),
			[]string{"deputy-post", "minister", "minister-post", "ministry"}, []string{"r-deputy", "r-heads", "r-post"}},
		{"a relation by id brings its ends and no other line", include(entities.Selection{IDs: []string{"r-met"}}),
			[]string{"company", "minister"}, []string{"r-met"}},
		{"a relation by id beside relation types", include(entities.Selection{Relations: []string{"heads"}, IDs: []string{"r-met"}}),
			[]string{"company", "minister", "ministry"}, []string{"r-heads", "r-met"}},
		{"a tag", include(entities.Selection{Tags: []string{"far"}}), []string{"borland"}, []string{}},
		{"a flow by id", include(entities.Selection{IDs: []string{"f-open"}}),
			[]string{"corland", "f-open/origin", "loner"}, []string{"f-open/1", "f-open/2"}},
		{"all flows", include(entities.Selection{Types: []string{"flow"}}),
			[]string{"arland", "borland", "company", "corland", "f-open/origin", "loner"},
			[]string{"f-open/1", "f-open/2", "f-through/1", "f-through/2", "f-through/3"}},
		{"a flow needs all its entities", include(entities.Selection{Types: []string{"country"}}),
			[]string{"arland", "borland", "corland"}, []string{}},
		{"a flow comes with all its entities", include(entities.Selection{Types: []string{"country"}, IDs: []string{"company"}}),
			[]string{"arland", "borland", "company", "corland"}, []string{"f-through/1", "f-through/2", "f-through/3"}},
		{"a figure brings its speakers", include(entities.Selection{IDs: []string{"n"}}),
			[]string{"n/1", "n/2", "paper", "police", "watchdog"},
			[]string{"n/1/many", "n/1/many-rejected", "n/1/many-told", "n/2/few", "n/2/few-reworded"}},
		{"an id that is not there", include(entities.Selection{IDs: []string{"nobody"}}), []string{}, []string{}},
		{"a relation without an end", include(entities.Selection{IDs: []string{"r-dangling"}}), []string{}, []string{}},
		{"a flow without a leg", include(entities.Selection{IDs: []string{"f-no-leg"}}), []string{}, []string{}},

		{"exclude takes the lines of an entity", entities.View{
			Include: entities.Selection{Relations: []string{"met-with", "heads"}},
			Exclude: entities.Selection{Types: []string{"organization"}}},
			[]string{"minister", "ministry"}, []string{"r-heads"}},
		{"exclude by relation, tag and pseudo-type", entities.View{
			Include: entities.Selection{Types: []string{"country", "person", "organization"}},
			Exclude: entities.Selection{Relations: []string{"met-with"}, Tags: []string{"abroad"}, Types: []string{"flow"}, IDs: []string{"r-denied"}}},
			[]string{"arland", "company", "corland", "minister", "watchdog"}, []string{"r-accused"}},
		{"a claim takes what it affirms", entities.View{
			Include: entities.Selection{Types: []string{"person", "organization"}},
			Exclude: entities.Selection{IDs: []string{"rumour"}}},
			[]string{"company", "minister", "watchdog"}, []string{"r-denied", "r-met"}},
		{"a claim takes the whole figure", entities.View{
			Include: entities.Selection{IDs: []string{"n"}},
			Exclude: entities.Selection{IDs: []string{"few"}}},
			[]string{}, []string{}},
		{"a denial takes nothing that it denies", entities.View{
			Include: entities.Selection{IDs: []string{"r-accused", "n"}},
			Exclude: entities.Selection{IDs: []string{"denial", "many-rejected"}}},
			[]string{"company", "minister", "n/1", "n/2", "paper", "police", "watchdog"},
			[]string{"n/1/many", "n/1/many-rejected", "n/1/many-told", "n/2/few", "n/2/few-reworded", "r-accused"}},

		{"around, one line", entities.View{Around: entities.Around{Entity: "ministry"}},
			[]string{"government", "minister", "ministry", "police"},
			[]string{"r-heads", "r-ministry", "r-police", "r-police-above"}},
		{"around brings a flow whole", entities.View{
			Include: entities.Selection{Types: []string{"flow"}}, Around: entities.Around{Entity: "borland", Hops: 1}},
			[]string{"arland", "borland", "company", "corland"}, []string{"f-through/1", "f-through/2", "f-through/3"}},
		{"around what is not selected", entities.View{
			Include: entities.Selection{Types: []string{"country"}}, Around: entities.Around{Entity: "company"}}, []string{}, []string{}},
		{"all shortest paths with parallel lines", entities.View{
			Path: entities.Path{From: "company", To: "ministry"}},
			[]string{"company", "government", "minister", "ministry"},
			[]string{"r-accused", "r-company", "r-heads", "r-met", "r-met-again", "r-ministry"}},
		{"a path along a flow", entities.View{Path: entities.Path{From: "loner", To: "arland"}},
			[]string{"arland", "borland", "company", "corland", "f-open/origin", "loner"},
			[]string{"f-open/1", "f-open/2", "f-through/1", "f-through/2", "f-through/3"}},
		{"no path", entities.View{Path: entities.Path{From: "paper", To: "company"}}, []string{}, []string{}},
		{"a path to itself", entities.View{Path: entities.Path{From: "paper", To: "paper"}}, []string{"paper"}, []string{}},
	} {
		t.Run(test.name, func(t *testing.T) {
			v := viewOf(smallCase(), test.spec)
			if got := nodeIDs(v); !slices.Equal(got, test.nodes) {
				t.Errorf("nodes %v, want %v", got, test.nodes)
			}
			if got := edgeIDs(v); !slices.Equal(got, test.edges) {
				t.Errorf("edges %v, want %v", got, test.edges)
			}
		})
	}
}

func TestEmptyIncludeTakesTheWholeCase(t *testing.T) {
	v := viewOf(smallCase(), entities.View{})
	if want := (LeftOut{Relations: 1, Flows: 1}); v.LeftOut != want { // those that lack an end or a leg
		t.Errorf("left out %v, want %v", v.LeftOut, want)
	}
}

// Who says or publishes something is told in the notes: a shape without a line tells nothing more.
func TestWhoOnlySpeaksIsNotDrawn(t *testing.T) {
	speakers := entities.Case{
		Sources:  []entities.Source{{ID: "s", Publisher: "press"}},
		Entities: []entities.Entity{{ID: "press"}, {ID: "witness"}, {ID: "relay"}, {ID: "counter"}, {ID: "lonely"}, {ID: "a"}, {ID: "b"}},
		Claims:   []entities.Claim{{ID: "c", Source: "s", Speaker: "witness", RelayedBy: "relay", Standing: entities.Stated}, {ID: "n", Source: "s", Speaker: "counter", Standing: entities.Stated}},
	}
	whole := speakers
	whole.Relations = []entities.Relation{{ID: "r", Type: "met-with", From: "a", To: "b", Claims: []string{"c"}}}
	whole.Figures = []entities.Figure{{ID: "f", Values: []entities.Value{{Value: "1", Claims: []string{"n"}}}}}
	touched := whole
	touched.Relations = append(slices.Clone(whole.Relations), entities.Relation{ID: "q", Type: "heads", From: "witness", To: "press", Claims: []string{"c"}})
	for _, test := range []struct {
		name string
		c    entities.Case
		spec entities.View
		want []string
	}{
		{"who gives a value is drawn, and so is what nobody refers to", whole, entities.View{}, []string{"a", "b", "counter", "f/1", "lonely"}},
		{"a line brings them", touched, entities.View{}, []string{"a", "b", "counter", "f/1", "lonely", "press", "witness"}},
		{"not one that is excluded", touched, entities.View{Exclude: entities.Selection{IDs: []string{"q", "f"}}}, []string{"a", "b", "lonely"}},
		{"a view that names them has them", whole, entities.View{Include: entities.Selection{IDs: []string{"press", "witness"}}}, []string{"press", "witness"}},
		{"so has one around them, and that has no figures", whole, entities.View{Around: entities.Around{Entity: "press"}}, []string{"press"}},
		{"where there is nothing else they are the picture", speakers, entities.View{Exclude: entities.Selection{IDs: []string{"lonely", "a", "b"}}}, []string{"counter", "press", "relay", "witness"}},
	} {
		if got := nodeIDs(viewOf(&test.c, test.spec)); !slices.Equal(got, test.want) {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
}

// Lines among the farthest that are kept are kept, flows as well as relations.
func TestAroundKeepsLinesAtItsRim(t *testing.T) {
	c := partsCase([2]string{"a", "centre"}, [2]string{"b", "centre"}, [2]string{"a", "b"})
	c.Flows = []entities.Flow{
		{ID: "rim", From: []string{"a"}, To: []string{"b"}, Claims: []string{"fact"}},
		{ID: "beyond", From: []string{"a"}, To: []string{"c"}, Claims: []string{"fact"}},
	}
	c.Entities = append(c.Entities, entities.Entity{ID: "c"})
	v := viewOf(c, entities.View{Around: entities.Around{Entity: "centre"}})
	if got, want := edgeIDs(v), []string{"r0", "r1", "r2", "rim/1"}; !slices.Equal(got, want) {
		t.Errorf("lines %v, want %v", got, want)
	}
}

func TestLegsRunFromOriginsThroughHubsToDestinations(t *testing.T) {
	for _, test := range []struct {
		flow entities.Flow
		want []leg
	}{
		{entities.Flow{From: []string{"b", "a", "b"}, Via: []string{"z", "y"}, To: []string{"d", "c"}},
			[]leg{{"a", "z"}, {"b", "z"}, {"z", "y"}, {"y", "c"}, {"y", "d"}}},
		{entities.Flow{From: []string{"a", "b"}, To: []string{"c", "d"}}, []leg{{"a", "c"}, {"a", "d"}, {"b", "c"}, {"b", "d"}}},
		{entities.Flow{To: []string{"c", "d"}}, []leg{{"", "c"}, {"", "d"}}},
		{entities.Flow{Via: []string{"z"}}, []leg{{"", "z"}}},
		{entities.Flow{From: []string{"a"}, Via: []string{"z"}}, []leg{{"a", "z"}}},
		{entities.Flow{From: []string{"a"}}, nil},
		{entities.Flow{}, nil},
	} {
		if got := legsOf(&test.flow); !slices.Equal(got, test.want) {
			t.Errorf("legs of %+v are %v, want %v", test.flow, got, test.want)
		}
	}
}

func TestHubsAndOffices(t *testing.T) {
	v := viewOf(smallCase(), entities.View{Exclude: entities.Selection{Types: []string{"office"}}})
	for _, n := range v.Nodes {
		if hub := n.ID == "arland" || n.ID == "corland"; n.Hub != hub {
			t.Errorf("%s is a hub: %v, want %v", n.ID, n.Hub, hub)
		}
	}
	if got := v.Node("minister").Offices; len(got) != 1 || got[0].Entity.ID != "minister-post" {
		t.Errorf("the minister's offices are %v, want the post that is still held", got)
	}
	drawn := viewOf(smallCase(), entities.View{})
	if got := drawn.Node("minister").Offices; got != nil {
		t.Errorf("offices %v are named though they are drawn", got)
	}
	for _, exclude := range []entities.Selection{{IDs: []string{"r-post"}}, {Relations: []string{"holds-office"}}, {IDs: []string{"fact"}}} {
		v := viewOf(smallCase(), entities.View{Include: entities.Selection{IDs: []string{"minister"}}, Exclude: exclude})
		if got := v.Node("minister").Offices; got != nil {
			t.Errorf("excluding %v still names %s", exclude, got[0].Entity.ID)
		}
	}
}

func TestOfficesAreOnlyPlainFacts(t *testing.T) {
	for _, claim := range []string{"rumour", "maybe", "accusation", "few"} { // the last has a remark
		c := smallCase()
		c.Relations = []entities.Relation{{ID: "r", Type: "holds-office", From: "minister", To: "minister-post", Claims: []string{claim}}}
		v := viewOf(c, entities.View{Include: entities.Selection{IDs: []string{"minister"}}})
		if got := v.Node("minister").Offices; got != nil {
			t.Errorf("an office that rests on %q is named as a fact", claim)
		}
	}
}

func TestIDsAreOrderedByNumber(t *testing.T) {
	ids := []string{"b", "a/10", "a/2", "a/2/z", "a", "a/origin", "10", "9", "1a"}
	want := []string{"9", "10", "1a", "a", "a/2", "a/2/z", "a/10", "a/origin", "b"}
	slices.SortFunc(ids, compareIDs)
	if !slices.Equal(ids, want) {
		t.Errorf("%v, want %v", ids, want)
	}
}
