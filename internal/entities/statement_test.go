package entities

import (
	"fmt"
	"reflect"
	"slices"
	"testing"
)

// statementsCase has a relation id twice, and one statement of each kind.
func statementsCase() *Case {
	return &Case{
		Claims: []Claim{{ID: "c1", Speaker: "a", Standing: Stated}, {ID: "c2", Speaker: "b", Answers: Answer{"c1", Denies, nil}}},
		Relations: []Relation{
			{ID: "r2", Type: "met-with", From: "a", To: "b", Claims: []string{"c1"}},
			{ID: "r1", Type: "bribed", From: "a", To: "b", Claims: []string{"c1", "c2"}},
			{ID: "r2", Type: "owns", From: "b", To: "a"},
		},
		Flows:   []Flow{{ID: "f", From: []string{"a"}, Via: []string{"h"}, To: []string{"b"}, Claims: []string{"c1"}}},
		Figures: []Figure{{ID: "n", About: []string{"a"}, Values: []Value{{Value: "1", Claims: []string{"c1"}}, {Value: "2"}}}},
	}
}

func TestStatements(t *testing.T) {
	x := NewIndex(statementsCase())
	var inFile, byID []string
	for _, s := range x.Statements() {
		inFile = append(inFile, fmt.Sprint(s, s.Path(), s.Claims(), s.Ends(), " ", s.Verdict.Standing))
	}
	for _, s := range x.StatementsByID() {
		byID = append(byID, s.Kind()+" "+s.ID())
	}
	want := []string{
		`relation "r2" [relations 0] [c1] [a b] contested`,
		`relation "r1" [relations 1] [c1 c2] [a b] contested`,
		`relation "r2" [relations 2] [] [b a] `,
		`flow "f" [flows 0] [c1] [a h b] contested`,
		`value 1 of figure "n" [figures 0 values 0] [c1] [a] contested`,
		`value 2 of figure "n" [figures 0 values 1] [] [a] `,
	}
	if !slices.Equal(inFile, want) {
		t.Errorf("in the order of the file:\n%q\nwant\n%q", inFile, want)
	}
	if want := []string{"relation r1", "relation r2", "flow f", "value n/1", "value n/2"}; !slices.Equal(byID, want) {
		t.Errorf("by id %q, want %q", byID, want)
	}
}

// Who asks how a part of the case stands is given what was derived when it was indexed.
func TestStandingsAreDerivedOnce(t *testing.T) {
	c := statementsCase()
	x := NewIndex(c)
	relation, flow, figure := &c.Relations[1], &c.Flows[0], &c.Figures[0]
	asked := map[string]func() Verdict{
		"relation": func() Verdict { return x.StandRelation(relation) },
		"flow":     func() Verdict { return x.StandFlow(flow) },
		"value":    func() Verdict { return x.StandValue(figure, &figure.Values[0]) },
	}
	for kind, ask := range asked {
		if n := testing.AllocsPerRun(10, func() { ask() }); n != 0 {
			t.Errorf("%s: asking takes %v allocations; it is derived anew", kind, n)
		}
		if a, b := ask(), ask(); len(a.Affirming) == 0 || &a.Affirming[0] != &b.Affirming[0] {
			t.Errorf("%s: two answers do not share their claims", kind)
		}
	}
	elsewhere := *relation
	if got := x.StandRelation(&elsewhere); !reflect.DeepEqual(got, x.StandRelation(relation)) {
		t.Errorf("a copy that the case does not have stands as %v", got)
	}
}
