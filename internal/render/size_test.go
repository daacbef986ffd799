package render

import (
	"context"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
	"time"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/layout/graphviz"
	"example.org/graphgen/internal/network"
)

// Within the sizes of dot it is dot that is chosen, and beyond them where the view is easy.
func TestLayoutByDifficulty(t *testing.T) {
	tree := func(nodes, fan int) (ends [][2]int) {
		for i := 1; i < nodes; i++ {
			ends = append(ends, [2]int{(i - 1) / fan, i})
		}
		return ends
	}
	random := func(nodes, lines int) (ends [][2]int) {
		r := rand.New(rand.NewPCG(uint64(nodes), uint64(lines)))
		for range lines {
			ends = append(ends, [2]int{r.IntN(nodes), r.IntN(nodes)})
		}
		return ends
	}
	for _, test := range []struct {
		name  string
		asked entities.Layout
		nodes int
		ends  [][2]int
		want  entities.Layout
	}{
		{"at the sizes of dot", "", dotNodes, random(dotNodes, dotLines), entities.Dot},
		{"the same", entities.Auto, dotNodes, random(dotNodes, dotLines), entities.Dot},
		{"a tree of 121", entities.Auto, 121, tree(121, 3), entities.Dot},
		{"a tree of 400", "", 400, tree(400, 2), entities.Dot},
		{"a star of 300", "", 300, tree(300, 300), entities.Dot},
		{"apart", "", 200, nil, entities.Dot},
		{"a tree with 20 lines more", "", 200, append(tree(200, 3), random(200, 20)...), entities.Dot},
		{"a tree beyond what words are settled in", "", mostSettled + 1, tree(mostSettled+1, 3), entities.Sfdp},
		{"hard", "", 150, random(150, 300), entities.Sfdp},
		{"harder", entities.Auto, 100, random(100, 400), entities.Sfdp},
		{"hard, and dot is asked for", entities.Dot, 150, random(150, 300), entities.Dot},
		{"small, and another is asked for", entities.Neato, 2, random(2, 1), entities.Neato},
	} {
		d := &diagram{view: &network.View{Spec: &entities.View{Layout: test.asked}}}
		nodes, edges := make([]network.Node, test.nodes), make([]network.Edge, len(test.ends))
		for i := range nodes {
			nodes[i].ID = strconv.Itoa(i)
			d.boxes = append(d.boxes, box{node: &nodes[i]})
		}
		for i, end := range test.ends {
			edges[i].From, edges[i].To = strconv.Itoa(end[0]), strconv.Itoa(end[1])
			d.lines = append(d.lines, line{edge: &edges[i]})
		}
		if got := layoutProgram(d); got != string(test.want) {
			t.Errorf("%s: %s (difficulty %d), want %s", test.name, got, d.difficulty(), test.want)
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
