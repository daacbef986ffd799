package layout

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"testing"
	"time"

	"example.org/graphgen/internal/layout/graphviz"
)

// TestMain makes the test binary a worker where it was started as one.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == graphviz.Verb {
		if err := graphviz.Serve(os.Stdin, os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(3)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

func newEngine(t testing.TB) *graphviz.Engine {
	engine := graphviz.New(graphviz.Options{Timeout: time.Minute})
	t.Cleanup(func() { engine.Close() })
	return engine
}

// place lays a graph out that can be.
func place(t testing.TB, engine *graphviz.Engine, g *Graph) *Placement {
	t.Helper()
	p, err := Place(t.Context(), engine, g)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// random is a graph of so many nodes, every one of which but the first has an edge to an earlier
// one, and of a fifth as many edges more. Every third cluster stands in the one before it.
func random(nodes, clusters int, seed uint64) *Graph {
	r := rand.New(rand.NewPCG(seed, uint64(nodes)))
	g := &Graph{}
	for i := range clusters {
		c := Cluster{ID: "c" + strconv.Itoa(i), Heading: Size{60 + 80*r.Float64(), 14}}
		if i%3 == 2 {
			c.Parent = g.Clusters[i-1].ID
		}
		g.Clusters = append(g.Clusters, c)
	}
	for i := range nodes {
		n := Node{ID: "node " + strconv.Itoa(i), Width: 60 + 100*r.Float64(), Height: 34 + 20*r.Float64(), Round: r.IntN(5) == 0}
		if c := r.IntN(clusters + 1); c < clusters {
			n.Cluster = g.Clusters[c].ID
		}
		g.Nodes = append(g.Nodes, n)
		if i > 0 {
			g.join(r, r.IntN(i), i)
		}
	}
	for range nodes / 5 {
		if from, to := r.IntN(nodes), r.IntN(nodes); from != to {
			g.join(r, from, to)
		}
	}
	return g
}

func (g *Graph) join(r *rand.Rand, from, to int) {
	e := Edge{ID: "edge " + strconv.Itoa(len(g.Edges)), From: g.Nodes[from].ID, To: g.Nodes[to].ID, Reach: 0.8, Reversed: r.IntN(4) == 0}
	if r.IntN(3) > 0 {
		width, height := 30+60*r.Float64(), 15.0
		e.Labels = []Size{{width, 2 * height}, {1.8 * width, height}, {width / 2, 3 * height}}
		e.Protected = r.IntN(4) == 0
	}
	g.Edges = append(g.Edges, e)
}
