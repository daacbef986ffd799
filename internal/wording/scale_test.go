package wording

import (
	"testing"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
)

func TestCountsDiffer(t *testing.T) {
	killed, lost := &entities.Figure{ID: "killed"}, &entities.Figure{ID: "lost"}
	value := func(f *entities.Figure, measure, unit, period, periodText string) network.Node {
		v := &entities.Value{Measure: entities.Text{"": measure}, Unit: entities.Text{"": unit}, Period: period, PeriodText: entities.Text{"": periodText}}
		return network.Node{Kind: network.ValueNode, Figure: f, Value: v}
	}
	first, of := value(killed, "deaths", "people", "2023", "this year"), func(n ...network.Node) *network.View { return &network.View{Nodes: n} }
	for name, test := range map[string]struct {
		second network.Node
		want   bool
	}{
		"alike":           {value(killed, "deaths", "people", "2023", "this year"), false},
		"other measure":   {value(killed, "injured", "people", "2023", "this year"), true},
		"other unit":      {value(killed, "deaths", "per cent", "2023", "this year"), true},
		"other period":    {value(killed, "deaths", "people", "2022", "this year"), true},
		"another's words": {value(killed, "deaths", "people", "2023", "the year"), true},
		"another figure":  {value(lost, "injured", "people", "2023", "this year"), false},
		"no value":        {network.Node{ID: "killed"}, false},
	} {
		v := of(first, test.second)
		if describerOf(people()).CountsDiffer(v, killed) != test.want || describerOf(people()).CountsDiffer(v, nil) != test.want {
			t.Errorf("%s: want %v", name, test.want)
		}
	}
	if describerOf(people()).CountsDiffer(of(first, value(killed, "injured", "", "", "")), lost) {
		t.Error("another figure's values are compared")
	}
}
