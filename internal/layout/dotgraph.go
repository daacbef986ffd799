package layout

import (
	"fmt"
	"strconv"

	"example.org/graphgen/internal/dot"
)

// What Graphviz knows nodes, edges and clusters by.
func nodeName(i int) string    { return "n" + strconv.Itoa(i) }
func edgeName(i int) string    { return "e" + strconv.Itoa(i) }
func clusterName(i int) string { return "cluster" + strconv.Itoa(i) }

// What Graphviz keeps between things at the least.
const (
	NodeGap       = 0.32 // between nodes of a rank, in inches
	RankGap       = 0.5  // between ranks, in inches
	clusterMargin = 12.0 // between a cluster's outline and what stands in it, in points
)

// dotGraph is what Graphviz is given: numbers, and names made of indexes.
func (r *resolved) dotGraph(a attempt) *dot.Graph {
	g := &dot.Graph{
		ID: "layout",
		Attrs: []dot.Attr{
			{Key: "rankdir", Value: dot.Word(string(a.direction))},
			{Key: "nodesep", Value: dot.Number(NodeGap * a.spacing)},
			{Key: "ranksep", Value: dot.Number(RankGap * a.spacing)},
			{Key: "outputorder", Value: dot.Word("edgesfirst")},
		},
		NodeAttrs: []dot.Attr{{Key: "shape", Value: dot.Word("box")}, {Key: "fixedsize", Value: dot.Word("true")}, {Key: "label", Value: dot.Text(" ")}},
		EdgeAttrs: []dot.Attr{{Key: "arrowsize", Value: dot.Number(0.8)}},
	}
	g.Attrs = append(g.Attrs, r.roomAttrs(a.spacing)...)
	g.Subgraphs = r.clustersIn("", a.direction)
	for i := range r.Nodes {
		if r.Nodes[i].Cluster == "" {
			g.Nodes = append(g.Nodes, r.dotNode(i))
		}
	}
	for i, ends := range r.ends {
		edge := dot.Edge{From: nodeName(ends[0]), To: nodeName(ends[1]), Attrs: r.edgeAttrs(i, a.labels[i])}
		if r.Edges[i].Reversed {
			edge.Attrs = append(edge.Attrs, dot.Attr{Key: "dir", Value: dot.Word("back")})
		}
		g.Edges = append(g.Edges, edge)
	}
	return g
}

// roomAttrs say how edges run around nodes, and how nodes that came to lie on one another are
// parted; dot never lays them so. This Graphviz has no triangulation, and parts them by
// Voronoi cells instead, over and over: sfdp took 22 s on 500 nodes and 1,000 edges and then
// more than 512 MiB. To stretch the drawing in both directions takes 0.9 s there, and leaves
// more white. Large graphs take that, and straight edges, which save two thirds of the rest.
func (r *resolved) roomAttrs(spacing float64) []dot.Attr {
	splines, overlap := "true", "false"
	switch {
	case r.program == Dot:
		return []dot.Attr{{Key: "splines", Value: dot.Word(splines)}}
	case r.isLarge():
		splines, overlap = "line", "scalexy"
	}
	return []dot.Attr{
		{Key: "splines", Value: dot.Word(splines)},
		{Key: "overlap", Value: dot.Word(overlap)},
		{Key: "sep", Value: dot.Word(fmt.Sprintf("+%.0f", 16*spacing*spacing))},
	}
}

func (r *resolved) dotNode(i int) dot.Node {
	n := &r.Nodes[i]
	attrs := []dot.Attr{{Key: "width", Value: dot.Number(n.Width / 72)}, {Key: "height", Value: dot.Number(n.Height / 72)}}
	if n.Round {
		attrs = append(attrs, dot.Attr{Key: "shape", Value: dot.Word("ellipse")})
	}
	return dot.Node{ID: nodeName(i), Attrs: attrs}
}

func (r *resolved) edgeAttrs(i int, l label) []dot.Attr {
	e := &r.Edges[i]
	attrs := []dot.Attr{{Key: "id", Value: dot.ID(edgeName(i))}}
	if !l.empty() {
		attrs = append(attrs, dot.Attr{Key: "label", Value: dot.Blank(l.Width+6, l.Height+float64(2*e.Reach)+4)})
	}
	if e.ArrowSize > 0 {
		attrs = append(attrs, dot.Attr{Key: "arrowsize", Value: dot.Number(e.ArrowSize)})
	}
	if e.Weight > 0 {
		attrs = append(attrs, dot.Attr{Key: "weight", Value: dot.Number(e.Weight)})
	}
	return attrs
}

// headedBelow tells whether a cluster's heading stands at its lower edge.
func (c *Cluster) headedBelow(direction Direction) bool {
	return c.HeadingBelow && direction == TopBottom
}

// clustersIn nests the clusters that stand in a parent.
func (r *resolved) clustersIn(parent string, direction Direction) []dot.Subgraph {
	var subgraphs []dot.Subgraph
	for i := range r.Clusters {
		c := &r.Clusters[i]
		if c.Parent != parent {
			continue
		}
		s := dot.Subgraph{ID: clusterName(i), Attrs: []dot.Attr{{Key: "margin", Value: dot.Number(clusterMargin)}}}
		if !c.Heading.empty() {
			s.Attrs = append(s.Attrs, dot.Attr{Key: "label", Value: dot.Blank(c.Heading.Width+10, c.Heading.Height+6)})
			if c.headedBelow(direction) {
				s.Attrs = append(s.Attrs, dot.Attr{Key: "labelloc", Value: dot.Word("b")})
			}
		}
		s.Subgraphs = r.clustersIn(c.ID, direction)
		for j := range r.Nodes {
			if r.Nodes[j].Cluster == c.ID {
				s.Nodes = append(s.Nodes, r.dotNode(j))
			}
		}
		subgraphs = append(subgraphs, s)
	}
	return subgraphs
}
