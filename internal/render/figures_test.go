package render

import (
	"testing"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/wording"
	"example.org/graphgen/internal/words"
)

func valued(f *entities.Figure, value, measure, unit, period string) node {
	v := &entities.Value{Value: entities.Number(value), Measure: entities.Text{"": measure}, Unit: entities.Text{"": unit}, Period: period}
	return node{Node: &network.Node{Kind: network.ValueNode, Figure: f, Value: v}, w: 100, h: 60}
}

// Only values of the same thing, unit and time are drawn to scale.
func TestScale(t *testing.T) {
	describer := &wording.Describer{Index: entities.NewIndex(&entities.Case{Language: "en"}), Words: words.For("en"), Lang: "en"}
	killed, lost := &entities.Figure{ID: "killed"}, &entities.Figure{ID: "lost"}
	d := &diagram{nodes: []node{
		valued(killed, "50", "deaths", "people", "2023"),
		valued(killed, "200", "deaths", "people", "2023"),
		valued(killed, "300", "deaths", "people", "2022"),
		valued(killed, "400", "injured", "people", "2023"),
		valued(lost, "200", "deaths", "people", "2023"),
		valued(lost, "-5", "gain", "", "2023"),
		valued(lost, "5", "gain", "", "2023"),
	}}
	d.nodes[3].w = 180
	d.scale(describer)
	for i, want := range []float64{0.25, 1, 0, 0, 0, 0, 0} {
		n := d.nodes[i]
		if n.share != want || n.hasBar != (want > 0) || n.hasBar != (n.h > 60) {
			t.Errorf("value %d has bar %v of %v in a box of height %v, want %v", i, n.hasBar, n.share, n.h, want)
		}
		if wide := map[*entities.Figure]float64{killed: 180, lost: 100}[n.Figure]; n.w != wide {
			t.Errorf("value %d has a box of width %v, want %v", i, n.w, wide)
		}
	}
}
