package layout

import (
	"testing"

	"example.org/graphgen/internal/layout/geometry"
	"example.org/graphgen/internal/layout/graphviz"
)

func straight(name string, x1, y1, x2, y2 float64, label *Point) graphviz.Edge {
	at := func(t float64) Point { return Point{X: x1 + t*(x2-x1), Y: y1 + t*(y2-y1)} }
	return graphviz.Edge{ID: name, Label: label, Splines: []Spline{{Points: []Point{at(0), at(0.3), at(0.6), at(1)}}}}
}

// draftOf is a draft of a graph that Graphviz placed so.
func draftOf(t *testing.T, g *Graph, placed *graphviz.Layout) *draft {
	t.Helper()
	r, err := resolve(g)
	if err != nil {
		t.Fatal(err)
	}
	return &draft{resolved: r, placed: placed, labels: r.preferred(), direction: LeftRight}
}

var labelled = []Size{{60, 15}}

// Two edges cross where the first has its label: it moves, stays at its own edge, and no
// edge runs through it any more.
func TestCrossedLabelMoves(t *testing.T) {
	g := &Graph{Nodes: []Node{{ID: "a"}, {ID: "b"}}, Edges: []Edge{{From: "a", To: "b", Reach: 0.75, Labels: labelled}, {From: "a", To: "b", Reach: 0.75, Labels: labelled}}}
	d := draftOf(t, g, &graphviz.Layout{Width: 400, Height: 300,
		Nodes: map[string]graphviz.Node{nodeName(0): {X: -100, Y: -100}, nodeName(1): {X: -100, Y: -100}},
		Edges: []graphviz.Edge{
			straight(edgeName(0), 0, 150, 400, 150, &Point{X: 200, Y: 138}),
			straight(edgeName(1), 200, 0, 200, 300, &Point{X: 236, Y: 60}),
		}})
	if crossed := d.settleLabels(); crossed != 0 {
		t.Errorf("%d labels are still crossed", crossed)
	}
	moved := d.placed.Edges[0].Label
	at := geometry.Centred(moved.X, moved.Y, 60, 15)
	other, own := geometry.Flatten(d.placed.Edges[1].Splines), geometry.Flatten(d.placed.Edges[0].Splines)
	if other.Crosses(at) || own.Crosses(at) || own.Distance(at) > labelOff {
		t.Errorf("the label came to lie at %v", *moved)
	}
	if kept := *d.placed.Edges[1].Label; kept != (Point{X: 236, Y: 60}) {
		t.Errorf("a label that was well moved to %v", kept)
	}
}

// A label that no position along its edge can save is counted, and takes another size where that
// helps.
func TestLabelThatCannotBeSaved(t *testing.T) {
	g := &Graph{Nodes: []Node{{ID: "a", Width: 400, Height: 100}}, Edges: []Edge{{From: "a", To: "a", Labels: labelled}}}
	placed := func() *graphviz.Layout {
		return &graphviz.Layout{Width: 600, Height: 100,
			Nodes: map[string]graphviz.Node{nodeName(0): {X: 200, Y: 50}},
			Edges: []graphviz.Edge{straight(edgeName(0), 0, 50, 450, 50, &Point{X: 200, Y: 50})},
		}
	}
	if crossed := draftOf(t, g, placed()).settleLabels(); crossed != 1 {
		t.Errorf("%d labels are said to be unreadable, want 1", crossed)
	}
	g.Edges[0].Labels = []Size{{60, 15}, {300, 15}, {3, 3}}
	d := draftOf(t, g, placed())
	d.settleLabels()
	d.reshapeLabels()
	if d.labels[0].choice != 2 || len(d.settling().crossed()) != 0 {
		t.Errorf("the label takes size %d, want 2", d.labels[0].choice)
	}
}

// An edge that is laid out from its head runs from its tail afterwards.
func TestTurnReversed(t *testing.T) {
	g := &Graph{Nodes: []Node{{ID: "ministry"}, {ID: "state"}}, Edges: []Edge{{From: "ministry", To: "state", Reversed: true}}}
	route := straight(edgeName(0), 10, 0, 90, 0, nil)
	route.Tail, route.Head = nodeName(1), nodeName(0)
	route.Splines[0].Start = &Point{X: 2}
	d := draftOf(t, g, &graphviz.Layout{Edges: []graphviz.Edge{route}})
	d.turnReversed()
	turned := d.placed.Edges[0]
	if s := turned.Splines[0]; turned.Tail != nodeName(0) || s.End == nil || s.End.X != 2 || s.Start != nil || s.Points[0].X != 90 {
		t.Errorf("turned back it is %+v", turned)
	}
}
