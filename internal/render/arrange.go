package render

import (
	"context"
	"fmt"
	"strconv"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/render/dot"
	"example.org/graphgen/internal/render/graphviz"
)

// arrange lets Graphviz place a diagram. What Graphviz is given holds numbers only: sizes,
// and names made of indexes. No text of a case reaches it.
func (r *Renderer) arrange(ctx context.Context, d *diagram) (*graphviz.Layout, error) {
	program := layoutProgram(d)
	if len(d.boxes) == 0 {
		return &graphviz.Layout{}, nil
	}
	var best *graphviz.Layout
	for _, direction := range directions(d, program) {
		job := graphviz.Job{DOT: layoutGraph(d, program, direction).Bytes(), Program: program}
		placed, err := r.Engine.Layout(ctx, job)
		if err != nil {
			return nil, tooMuch(d, program, err)
		}
		if best == nil || awkwardness(placed) < awkwardness(best) {
			best, d.direction = placed, direction
		}
	}
	return best, d.missing(best)
}

// triedNodes is the size up to which a view that leaves its direction open is laid out both
// ways: for larger ones that takes too long.
const triedNodes = 60

// directions are those to be tried, the likeliest first.
func directions(d *diagram, program string) []entities.Direction {
	switch {
	case d.view.Spec.Direction != "":
		return []entities.Direction{d.view.Spec.Direction}
	case program != string(entities.Dot) || len(d.boxes) > triedNodes:
		return []entities.Direction{entities.LeftRight}
	}
	return []entities.Direction{entities.LeftRight, entities.TopBottom}
}

// awkwardness is how much room a layout takes, and the more the further its shape is from
// one between 1:2 and 2:1, which pages have room for.
func awkwardness(l *graphviz.Layout) float64 {
	off := max(1, l.Width/l.Height/2, l.Height/l.Width/2)
	return float64(l.Width*l.Height) * off * off
}

// missing is an error where something of the diagram has no place: a picture that leaves a
// line out, or the words on it, says something else than the case.
func (d *diagram) missing(placed *graphviz.Layout) error {
	routes := routesOf(placed)
	for i := range d.lines {
		route := routes[edgeName(i)]
		if route == nil || len(d.lines[i].words.lines) > 0 && route.Label == nil {
			return fmt.Errorf("the layout has no place for line %q", d.lines[i].edge.ID)
		}
	}
	for i := range d.boxes {
		if _, ok := placed.Nodes[nodeName(i)]; !ok {
			return fmt.Errorf("the layout has no place for node %q", d.boxes[i].node.ID)
		}
	}
	return nil
}

// routesOf finds the edges of a layout by name.
func routesOf(placed *graphviz.Layout) map[string]*graphviz.Edge {
	routes := make(map[string]*graphviz.Edge, len(placed.Edges))
	for i := range placed.Edges {
		routes[placed.Edges[i].ID] = &placed.Edges[i]
	}
	return routes
}

// nodeName and edgeName are what Graphviz knows boxes and lines by; areaName, clusters.
func nodeName(i int) string    { return "n" + strconv.Itoa(i) }
func edgeName(i int) string    { return "e" + strconv.Itoa(i) }
func clusterName(i int) string { return "cluster" + strconv.Itoa(i) }

func layoutGraph(d *diagram, program string, direction entities.Direction) *dot.Graph {
	g := &dot.Graph{
		ID: "layout",
		Attrs: []dot.Attr{
			{Key: "rankdir", Value: dot.Word(string(direction))},
			{Key: "nodesep", Value: dot.Number(0.32)},
			{Key: "ranksep", Value: dot.Number(0.5)},
			{Key: "outputorder", Value: dot.Word("edgesfirst")},
		},
		NodeAttrs: []dot.Attr{{Key: "shape", Value: dot.Word("box")}, {Key: "fixedsize", Value: dot.Word("true")}, {Key: "label", Value: dot.Text(" ")}},
		EdgeAttrs: []dot.Attr{{Key: "arrowsize", Value: dot.Number(0.8)}},
	}
	g.Attrs = append(g.Attrs, room(d, program)...)
	index := map[string]int{}
	for i := range d.boxes {
		index[d.boxes[i].node.ID] = i
	}
	g.Subgraphs = layoutAreas(d, "")
	for i := range d.boxes {
		if d.boxes[i].node.Cluster == "" {
			g.Nodes = append(g.Nodes, layoutNode(d, i))
		}
	}
	for i := range d.lines {
		e := d.lines[i].edge
		g.Edges = append(g.Edges, dot.Edge{From: nodeName(index[e.From]), To: nodeName(index[e.To]), Attrs: layoutEdge(&d.lines[i], i)})
	}
	return g
}

func layoutNode(d *diagram, i int) dot.Node {
	b := &d.boxes[i]
	attrs := []dot.Attr{{Key: "width", Value: dot.Number(b.w / 72)}, {Key: "height", Value: dot.Number(b.h / 72)}}
	if b.look.round {
		attrs = append(attrs, dot.Attr{Key: "shape", Value: dot.Word("ellipse")})
	}
	return dot.Node{ID: nodeName(i), Attrs: attrs}
}

func layoutEdge(l *line, i int) []dot.Attr {
	attrs := []dot.Attr{{Key: "id", Value: dot.ID(edgeName(i))}}
	if len(l.words.lines) > 0 {
		attrs = append(attrs, dot.Attr{Key: "label", Value: dot.Blank(l.words.w+12, l.words.h+float64(2*l.pen.width)+2)})
	}
	if l.edge.Kind == network.FlowEdge {
		attrs = append(attrs, dot.Attr{Key: "arrowsize", Value: dot.Number(1.5)}, dot.Attr{Key: "weight", Value: dot.Number(3)})
	}
	return attrs
}

// layoutAreas nests the clusters that stand in a parent.
func layoutAreas(d *diagram, parent string) []dot.Subgraph {
	var areas []dot.Subgraph
	for i := range d.areas {
		a := &d.areas[i]
		if a.cluster.Parent != parent {
			continue
		}
		s := dot.Subgraph{ID: clusterName(i), Attrs: []dot.Attr{
			{Key: "label", Value: dot.Blank(a.words.w+16, a.words.h+6)},
			{Key: "margin", Value: dot.Number(12)},
		}}
		s.Subgraphs = layoutAreas(d, a.cluster.ID)
		for j := range d.boxes {
			if d.boxes[j].node.Cluster == a.cluster.ID {
				s.Nodes = append(s.Nodes, layoutNode(d, j))
			}
		}
		areas = append(areas, s)
	}
	return areas
}
