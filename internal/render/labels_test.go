package render

import (
	"testing"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/layout/graphviz"
	"example.org/graphgen/internal/network"
)

func straight(name string, x1, y1, x2, y2 float64, label *graphviz.Point) graphviz.Edge {
	at := func(t float64) graphviz.Point { return graphviz.Point{X: x1 + t*(x2-x1), Y: y1 + t*(y2-y1)} }
	return graphviz.Edge{ID: name, Label: label, Splines: []graphviz.Spline{{Points: []graphviz.Point{at(0), at(0.3), at(0.6), at(1)}}}}
}

func worded(w, h float64) line {
	return line{drawn: paragraph{w: w, h: h, lines: []textLine{{text: "met with"}}}, pen: pen{width: 1.5}}
}

// Two lines cross where the first has its label: it moves, stays at its own line, and no
// line runs through it any more.
func TestCrossedLabelMoves(t *testing.T) {
	d := &diagram{lines: []line{worded(60, 15), worded(60, 15)}}
	placed := &graphviz.Layout{Width: 400, Height: 300, Edges: []graphviz.Edge{
		straight(edgeName(0), 0, 150, 400, 150, &graphviz.Point{X: 200, Y: 138}),
		straight(edgeName(1), 200, 0, 200, 300, &graphviz.Point{X: 236, Y: 60}),
	}}
	if crossed := d.settleLabels(placed); crossed != 0 {
		t.Errorf("%d labels are still crossed", crossed)
	}
	moved := placed.Edges[0].Label
	place := around(moved.X, moved.Y, 60, 15)
	other, own := runOf(&placed.Edges[1]), runOf(&placed.Edges[0])
	if other.crosses(place) || own.crosses(place) || own.distance(place) > labelOff {
		t.Errorf("the label came to lie at %v", *moved)
	}
	if kept := *placed.Edges[1].Label; kept != (graphviz.Point{X: 236, Y: 60}) {
		t.Errorf("a label that was well moved to %v", kept)
	}
}

// A label that no place along its line can save is counted.
func TestLabelThatCannotBeSaved(t *testing.T) {
	d := &diagram{lines: []line{worded(60, 15)}, boxes: []box{{w: 400, h: 100}}}
	placed := &graphviz.Layout{Width: 400, Height: 100,
		Nodes: map[string]graphviz.Node{nodeName(0): {X: 200, Y: 50}},
		Edges: []graphviz.Edge{straight(edgeName(0), 0, 50, 400, 50, &graphviz.Point{X: 200, Y: 50})},
	}
	if crossed := d.settleLabels(placed); crossed != 1 {
		t.Errorf("%d labels are said to be unreadable, want 1", crossed)
	}
}

func TestRectMeets(t *testing.T) {
	r := rect{10, 10, 20, 20}
	for _, test := range []struct {
		a, b graphviz.Point
		want bool
	}{
		{graphviz.Point{X: 0, Y: 0}, graphviz.Point{X: 30, Y: 30}, true},
		{graphviz.Point{X: 12, Y: 12}, graphviz.Point{X: 13, Y: 13}, true},
		{graphviz.Point{X: 0, Y: 25}, graphviz.Point{X: 30, Y: 25}, false},
		{graphviz.Point{X: 0, Y: 15}, graphviz.Point{X: 9, Y: 15}, false},
		{graphviz.Point{X: 15, Y: 0}, graphviz.Point{X: 15, Y: 40}, true},
		{graphviz.Point{X: 0, Y: 15}, graphviz.Point{X: 15, Y: 31}, false},
	} {
		if got := r.meets(test.a, test.b); got != test.want {
			t.Errorf("from %v to %v: %v", test.a, test.b, got)
		}
	}
}

// A line that leads up is laid out from above and runs as the view has it afterwards.
func TestTurnBack(t *testing.T) {
	up := line{edge: &network.Edge{From: "ministry", To: "state", Relation: &entities.Relation{Type: "part-of"}}}
	d := &diagram{lines: []line{up}}
	route := straight(edgeName(0), 10, 0, 90, 0, nil)
	route.Tail, route.Head = nodeName(1), nodeName(0)
	route.Splines[0].Start = &graphviz.Point{X: 2}
	placed := &graphviz.Layout{Edges: []graphviz.Edge{route}}
	turnBack(d, placed)
	turned := placed.Edges[0]
	if s := turned.Splines[0]; turned.Tail != nodeName(0) || s.End == nil || s.End.X != 2 || s.Start != nil || s.Points[0].X != 90 {
		t.Errorf("turned back it is %+v", turned)
	}
}

func TestEveryTypeHasItsOwnSymbol(t *testing.T) {
	for kind := range looks {
		if len(symbols[kind]) == 0 {
			t.Errorf("%s has no symbol", kind)
		}
		for _, s := range symbols[kind] {
			for _, p := range s.Points {
				if min(p.X, p.Y) < 0 || max(p.X, p.Y) > symbolSize {
					t.Errorf("the symbol of %s leaves its square at %v", kind, p)
				}
			}
		}
	}
}
