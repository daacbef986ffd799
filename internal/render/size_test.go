package render

import (
	"context"
	"strings"
	"testing"
	"time"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/render/graphviz"
)

func TestLayoutBySize(t *testing.T) {
	for _, test := range []struct {
		asked        entities.Layout
		nodes, lines int
		want         entities.Layout
	}{
		{"", dotNodes, dotLines, entities.Dot},
		{entities.Auto, dotNodes, dotLines, entities.Dot},
		{entities.Auto, dotNodes + 1, 1, entities.Sfdp},
		{entities.Auto, 1, dotLines + 1, entities.Sfdp},
		{entities.Dot, dotNodes + 1, dotLines + 1, entities.Dot},
		{entities.Neato, 1, 1, entities.Neato},
	} {
		d := &diagram{
			view:  &network.View{Spec: &entities.View{Layout: test.asked}},
			boxes: make([]box, test.nodes), lines: make([]line, test.lines),
		}
		if got := layoutProgram(d); got != string(test.want) {
			t.Errorf("layout %q of %d nodes and %d lines is %s, want %s", test.asked, test.nodes, test.lines, got, test.want)
		}
	}
}

// TestTooLargeForAnyLayout holds that such a view is refused before an engine is asked: there is none.
func TestTooLargeForAnyLayout(t *testing.T) {
	r := &Renderer{}
	for _, v := range []*network.View{
		{Nodes: make([]network.Node, mostNodes+1)},
		{Edges: make([]network.Edge, mostLines+1)},
	} {
		_, err := r.Draw(context.Background(), v)
		if err == nil || !strings.Contains(err.Error(), "more than can be drawn") || !strings.Contains(err.Error(), "select fewer") {
			t.Errorf("%d nodes and %d lines: %v", len(v.Nodes), len(v.Edges), err)
		}
	}
	if err := expectSize(&network.View{Nodes: make([]network.Node, mostNodes), Edges: make([]network.Edge, mostLines)}); err != nil {
		t.Errorf("at the bounds: %v", err)
	}
}

// TestLargeViewsArePlacedWhole lays out, with straight lines and stretched, views with several
// lines between a pair.
func TestLargeViewsArePlacedWhole(t *testing.T) {
	index, view := randomView(40, dotLines+20, entities.Auto)
	r := New(index, engineFor(t, graphviz.Options{Workers: 1, Timeout: time.Minute}), "")
	d := r.compose(view)
	placed, err := r.arrange(context.Background(), d)
	if err != nil {
		t.Fatal(err)
	}
	middles := map[graphviz.Point]bool{}
	for _, e := range placed.Edges {
		middles[e.Splines[0].Points[len(e.Splines[0].Points)/2]] = true
	}
	if len(middles) != len(d.lines) {
		t.Errorf("%d lines run %d ways", len(d.lines), len(middles))
	}
	for i := range d.boxes {
		for j := range i {
			a, b := placed.Nodes[nodeName(i)], placed.Nodes[nodeName(j)]
			if max(a.X-b.X, b.X-a.X) < (a.W+b.W)/2-1 && max(a.Y-b.Y, b.Y-a.Y) < (a.H+b.H)/2-1 {
				t.Errorf("box %d lies on box %d: %v, %v", i, j, a, b)
			}
		}
	}
}
