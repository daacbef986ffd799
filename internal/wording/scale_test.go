package wording

import (
	"testing"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/words"
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

// Lines are drawn to scale only where what they are about can be compared.
func TestAmountScale(t *testing.T) {
	euros := func(n string) entities.Amount { return entities.Amount{Value: entities.Number(n), Currency: "EUR"} }
	in := func(a entities.Amount, change func(*entities.Amount)) entities.Amount { change(&a); return a }
	for _, row := range []struct {
		name     string
		amounts  [][]entities.Amount // of each line
		greatest string
		share    float64 // of the first line
	}{
		{"two in one currency", [][]entities.Amount{{euros("25")}, {euros("100")}, {}}, "EUR 100", 0.25},
		{"one alone", [][]entities.Amount{{euros("25")}, {}}, "", 0},
		{"two currencies", [][]entities.Amount{{euros("25")}, {{Value: "25", Currency: "THB"}}}, "", 0},
		{"two units", [][]entities.Amount{{{Value: "25", Unit: entities.Text{"": "t"}}}, {{Value: "25", Unit: entities.Text{"": "bags"}}}}, "", 0},
		{"two periods", [][]entities.Amount{{euros("25")}, {in(euros("30"), func(a *entities.Amount) { a.Period = "2021" })}}, "", 0},
		{"two values side by side", [][]entities.Amount{{euros("25"), euros("30")}, {euros("30")}}, "", 0},
		{"less than nothing", [][]entities.Amount{{euros("-25")}, {euros("30")}}, "", 0},
		{"one alleged", [][]entities.Amount{{euros("25")}, {in(euros("30"), func(a *entities.Amount) { a.Claims = []string{"said"} })}}, "", 0},
		{"one unit", [][]entities.Amount{{{Value: "5", Unit: entities.Text{"": "t"}}}, {{Value: "2", Unit: entities.Text{"": "t"}}}}, "5 t", 1},
	} {
		c := &entities.Case{Language: "en", Views: []entities.View{{ID: "v"}}, Claims: []entities.Claim{{ID: "c", Standing: entities.Stated}, {ID: "said", Standing: entities.Alleged}},
			Entities: []entities.Entity{{ID: "a", Type: entities.Person}, {ID: "b", Type: entities.Person}}}
		for i, amounts := range row.amounts {
			c.Relations = append(c.Relations, entities.Relation{ID: string(rune('p' + i)), Type: "paid", From: "a", To: "b", Claims: []string{"c"}, Amounts: amounts})
		}
		x := entities.NewIndex(c)
		greatest, shares := (&Describer{Index: x, Words: words.For("en"), Lang: "en"}).AmountScale(network.New(x).View(&c.Views[0]))
		if greatest != row.greatest || shares["p"] != row.share {
			t.Errorf("%s: %q, %v", row.name, greatest, shares)
		}
	}
}
