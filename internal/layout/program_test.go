package layout

import (
	"math/rand/v2"
	"strconv"
	"testing"
)

// Within the sizes of dot it is dot that is chosen, and beyond them where the graph is easy.
func TestProgramByDifficulty(t *testing.T) {
	tree := func(nodes, fan int) (ends [][2]int) {
		for i := 1; i < nodes; i++ {
			ends = append(ends, [2]int{(i - 1) / fan, i})
		}
		return ends
	}
	random := func(nodes, edges int) (ends [][2]int) {
		r := rand.New(rand.NewPCG(uint64(nodes), uint64(edges)))
		for range edges {
			ends = append(ends, [2]int{r.IntN(nodes), r.IntN(nodes)})
		}
		return ends
	}
	for _, test := range []struct {
		name  string
		asked Program
		nodes int
		ends  [][2]int
		want  Program
	}{
		{"at the sizes of dot", "", dotNodes, random(dotNodes, dotEdges), Dot},
		{"a tree of 121", "", 121, tree(121, 3), Dot},
		{"a tree of 400", "", 400, tree(400, 2), Dot},
		{"a star of 300", "", 300, tree(300, 300), Dot},
		{"apart", "", 200, nil, Dot},
		{"a tree with 20 edges more", "", 200, append(tree(200, 3), random(200, 20)...), Dot},
		{"a tree beyond what labels are settled in", "", MaxSettled + 1, tree(MaxSettled+1, 3), Sfdp},
		{"hard", "", 150, random(150, 300), Sfdp},
		{"harder", "", 100, random(100, 400), Sfdp},
		{"hard, and dot is asked for", Dot, 150, random(150, 300), Dot},
		{"small, and another is asked for", Neato, 2, random(2, 1), Neato},
	} {
		g := &Graph{Program: test.asked}
		for i := range test.nodes {
			g.Nodes = append(g.Nodes, Node{ID: strconv.Itoa(i)})
		}
		for _, end := range test.ends {
			g.Edges = append(g.Edges, Edge{From: strconv.Itoa(end[0]), To: strconv.Itoa(end[1])})
		}
		got, err := ProgramOf(g)
		if err != nil || got != test.want {
			t.Errorf("%s: %s, %v; want %s", test.name, got, err, test.want)
		}
	}
}

// A large graph is laid out whole, with straight edges and stretched, also where several edges
// join a pair.
func TestLargeGraphsArePlacedWhole(t *testing.T) {
	g := random(40, 0, 1)
	r := rand.New(rand.NewPCG(1, 2))
	for len(g.Edges) < dotEdges+20 {
		if from, to := r.IntN(40), r.IntN(40); from != to {
			g.join(r, from, to)
		}
	}
	p := place(t, newEngine(t), g)
	if p.Program != Sfdp {
		t.Fatalf("it is laid out by %s", p.Program)
	}
	middles := map[Point]bool{}
	for _, e := range p.Edges {
		middles[e.Splines[0].Points[len(e.Splines[0].Points)/2]] = true
	}
	if len(middles) != len(g.Edges) {
		t.Errorf("%d edges run %d ways", len(g.Edges), len(middles))
	}
	for _, o := range p.Overlaps {
		if o.A.Kind == NodeOccupant && o.B.Kind == NodeOccupant {
			t.Errorf("node %d lies on node %d", o.A.Index, o.B.Index)
		}
	}
}
