package layout

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"example.org/graphgen/internal/layout/geometry"
	"example.org/graphgen/internal/layout/graphviz"
)

// clone copies a graph, but for the ranks that it keeps.
func (g *Graph) clone() *Graph {
	other := *g
	other.Nodes, other.Edges, other.Clusters = slices.Clone(g.Nodes), slices.Clone(g.Edges), slices.Clone(g.Clusters)
	for i := range other.Nodes {
		other.Nodes[i].Pin = clonePoint(g.Nodes[i].Pin)
	}
	for i := range other.Edges {
		other.Edges[i].Labels = slices.Clone(g.Edges[i].Labels)
	}
	other.SameRanks = nil
	for _, group := range g.SameRanks {
		other.SameRanks = append(other.SameRanks, slices.Clone(group))
	}
	if g.Kept != nil {
		kept := *g.Kept
		kept.Ranks = nil
		for _, rank := range g.Kept.Ranks {
			kept.Ranks = append(kept.Ranks, slices.Clone(rank))
		}
		other.Kept = &kept
	}
	return &other
}

// Whatever is asked for, Place writes nothing into the graph, gives the same each time, and leaves
// no protected label hidden.
func TestPlaceWritesNothingIntoTheGraph(t *testing.T) {
	engine := newEngine(t)
	for seed := range uint64(6) {
		g := random(14+int(seed)*3, int(seed)%4, seed)
		free := place(t, engine, g)
		g.Kept = free.Ranks()
		g.Nodes[3].Pin = &Point{X: 10, Y: 200}
		g.Nodes[4].Pin = &Point{X: 300, Y: 10}
		g.SameRanks = [][]string{{g.Nodes[5].ID, g.Nodes[6].ID}}
		given := g.clone()
		first := place(t, engine, g)
		second := place(t, engine, g)
		if !reflect.DeepEqual(g, given) {
			t.Errorf("graph %d was changed", seed)
		}
		first.draft, second.draft = nil, nil
		if !reflect.DeepEqual(first, second) {
			t.Errorf("graph %d is placed in two ways", seed)
		}
		for _, o := range first.Overlaps {
			if o.Hides {
				t.Errorf("graph %d: %v hides %v", seed, o.A, o.B)
			}
		}
	}
}

// Pinned nodes stand at their pins, or a warning says that they do not.
func TestPins(t *testing.T) {
	g := random(8, 0, 3)
	free := place(t, newEngine(t), g)
	g.Nodes[2].Pin = &Point{X: free.Width + 150, Y: 40}
	g.Nodes[7].Pin = &Point{X: free.Width + 160, Y: 45} // upon the other
	p := place(t, newEngine(t), g)
	at := Point{X: g.Nodes[2].Pin.X + p.Shift.X, Y: g.Nodes[2].Pin.Y + p.Shift.Y}
	if geometry.Distance(at, p.Nodes[2]) > 0.2 {
		t.Errorf("a node that is pinned to %v stands at %v", at, p.Nodes[2])
	}
	if !slices.Contains(p.Warnings, Warning{Kind: PinOnPin, Node: 7, Other: 2}) {
		t.Errorf("the warnings are %v", p.Warnings)
	}
}

// A graph with ends that lead nowhere, or clusters within themselves, is an error.
func TestBadGraphs(t *testing.T) {
	for want, g := range map[string]*Graph{
		`leads from "a" to "b"`:  {Nodes: []Node{{ID: "a"}}, Edges: []Edge{{From: "a", To: "b"}}},
		`node "a" stands in "c"`: {Nodes: []Node{{ID: "a", Cluster: "c"}}},
		"stands in itself":       {Clusters: []Cluster{{ID: "c", Parent: "d"}, {ID: "d", Parent: "c"}}},
		`"c" stands in "d"`:      {Clusters: []Cluster{{ID: "c", Parent: "d"}}},
	} {
		if _, err := Place(t.Context(), nil, g); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %s", err, want)
		}
	}
	if p, err := Place(t.Context(), nil, &Graph{}); err != nil || p.Program != Dot {
		t.Errorf("nothing is placed as %v, %v", p, err)
	}
}

// An error says how large the graph was, and whether a smaller one might do.
func TestErrorOfTheEngine(t *testing.T) {
	engine := newEngine(t)
	engine.Close()
	_, err := Place(t.Context(), engine, random(3, 0, 1))
	var failure *Error
	if !errors.As(err, &failure) || failure.Nodes != 3 || failure.TooHard() || !strings.HasPrefix(err.Error(), "3 nodes and ") {
		t.Errorf("the error is %v", err)
	}
}

// A layout that loses an edge, its label or a node is no picture of the graph.
func TestNothingIsLeftWithoutAPosition(t *testing.T) {
	g := random(6, 0, 2)
	whole := func() *draft {
		placed := &graphviz.Layout{Nodes: map[string]graphviz.Node{}}
		for i := range g.Nodes {
			placed.Nodes[nodeName(i)] = graphviz.Node{}
		}
		for i := range g.Edges {
			placed.Edges = append(placed.Edges, graphviz.Edge{ID: edgeName(i), Label: &Point{}})
		}
		return draftOf(t, g, placed)
	}
	if err := whole().missing(); err != nil {
		t.Fatalf("all have a position: %v", err)
	}
	labelled := slices.IndexFunc(g.Edges, func(e Edge) bool { return len(e.Labels) > 0 })
	for what, lose := range map[string]func(*graphviz.Layout){
		"edge":  func(l *graphviz.Layout) { l.Edges = l.Edges[1:] },
		"label": func(l *graphviz.Layout) { l.Edges[labelled].Label = nil },
		"node":  func(l *graphviz.Layout) { delete(l.Nodes, nodeName(3)) },
	} {
		d := whole()
		lose(d.placed)
		if err := d.missing(); err == nil || !strings.Contains(err.Error(), "no place") {
			t.Errorf("a lost %s is no error: %v", what, err)
		}
	}
}

// Graphviz is given no id, also where ranks are kept.
func TestNoIDReachesGraphviz(t *testing.T) {
	g := random(9, 2, 4)
	for i := range g.Clusters {
		g.Clusters[i].ID = "inside " + g.Clusters[i].ID
	}
	for i := range g.Nodes {
		if g.Nodes[i].Cluster != "" {
			g.Nodes[i].Cluster = "inside " + g.Nodes[i].Cluster
		}
	}
	r, err := resolve(g)
	if err != nil {
		t.Fatal(err)
	}
	var members []Member
	for i := range g.Nodes {
		members = append(members, Member{ID: g.Nodes[i].ID})
	}
	kept := &Ranks{Direction: LeftRight, Ranks: [][]Member{members[:3], members[3:]}}
	a := attempt{labels: r.preferred(), direction: LeftRight, spacing: 1}
	free, planned := r.dotGraph(a), r.dotGraph(a)
	newPlan(r.rankingOf(kept), LeftRight, a.labels).apply(planned)
	for _, given := range []string{string(free.Bytes()), string(planned.Bytes())} {
		for _, id := range []string{"node ", "edge ", "inside "} {
			if strings.Contains(strings.ReplaceAll(given, "node [", ""), id) && strings.Contains(given, `"`+id) {
				t.Errorf("Graphviz is given %q in\n%s", id, given)
			}
		}
	}
}

// Where dot fails on clusters, a graph is laid out without them first, and with all of them by
// the ranks of that.
func TestClustersThatDotFailsOn(t *testing.T) {
	engine := newEngine(t)
	for seed := range uint64(4) {
		g := random(20+int(seed)*5, 4, 600+seed)
		r, err := resolve(g)
		if err != nil {
			t.Fatal(err)
		}
		d, err := (&layouter{r, engine}).placeLoose(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if d.plan == nil || d.notKept.Kind != 0 {
			t.Errorf("graph %d: planned %v, %v", seed, d.plan != nil, d.notKept)
		}
		holdClusters(t, g, d.placement())
	}
}

// holdClusters wants all that stands in a cluster within it, and all else outside.
func holdClusters(t *testing.T, g *Graph, p *Placement) {
	t.Helper()
	nesting, err := nestingOf(g)
	if err != nil {
		t.Fatal(err)
	}
	for c, area := range p.Clusters {
		if area == nil {
			continue
		}
		room := geometry.Rect{Left: area.X, Top: area.Y, Right: area.X + area.Width, Bottom: area.Y + area.Height}
		for i, n := range g.Nodes {
			node := geometry.Centred(p.Nodes[i].X, p.Nodes[i].Y, n.Width, n.Height)
			switch inside := slices.Contains(nesting.ancestors(nesting.cluster[i]), c); {
			case inside && !node.Within(room.Grown(0.5)):
				t.Errorf("%s reaches out of %s", n.ID, g.Clusters[c].ID)
			case !inside && node.Overlaps(room):
				t.Errorf("%s stands in %s", n.ID, g.Clusters[c].ID)
			}
		}
	}
}
