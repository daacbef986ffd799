package layout

import (
	"fmt"
	"math"
	"slices"

	"example.org/graphgen/internal/dot"
	"example.org/graphgen/internal/layout/geometry"
	"example.org/graphgen/internal/layout/graphviz"
)

// name is what Graphviz knows a slot by. Bends and walls have a name in each rank.
func (m slot) name(rank int) string {
	switch m.kind {
	case nodeSlot:
		return nodeName(m.number)
	case bendSlot:
		return fmt.Sprintf("b%d-%d", m.number, rank)
	case openSlot:
		return fmt.Sprintf("w%d-%d", m.number, rank)
	}
	return fmt.Sprintf("v%d-%d", m.number, rank)
}

func ruleName(rank int) string { return fmt.Sprintf("r%d", rank) }

// pieceName is what Graphviz knows the piece of an edge by that begins at a slot of its path.
func pieceName(edge, number int) string { return fmt.Sprintf("%s-%d", edgeName(edge), number) }

// Weights by which Graphviz keeps edges short and straight. One that only keeps order has 1.
const (
	edgeWeight    = 10   // for each 1 of the edge's own
	bendWeight    = 4    // times, between two bends, as Graphviz has it for edges that it bends itself
	clusterWeight = 1280 // by which the walls of a cluster are drawn together
	wallWeight    = 100  // by which a wall is straight; times 100, as always in a group
)

// apply turns what Graphviz is given for a graph into one that can be laid out as planned
// alone.
func (p *plan) apply(g *dot.Graph) {
	unnest(g)
	p.cutEdges(g)
	adjacent := map[[2]string]bool{}
	for _, e := range g.Edges {
		adjacent[[2]string{e.From, e.To}] = true
	}
	for r, row := range p.rows {
		// A chain of nodes, one in each rank, holds the ranks apart.
		g.Nodes = append(g.Nodes, unseen(ruleName(r), thinWall, thinWall, ruleName(0)))
		if r > 0 {
			g.Edges = append(g.Edges, unseenEdge(ruleName(r-1), ruleName(r), 1))
		}
		rank := dot.Subgraph{ID: fmt.Sprintf("rank%d", r), Nodes: []dot.Node{{ID: ruleName(r)}},
			Attrs: []dot.Attr{{Key: "rank", Value: dot.Word("same")}}}
		for i, m := range row {
			name := m.name(r)
			rank.Nodes = append(rank.Nodes, dot.Node{ID: name})
			if m.kind == bendSlot {
				g.Nodes = append(g.Nodes, unseen(name, thinWall, thinWall, ""))
			}
			if m.kind == openSlot || m.kind == closeSlot {
				p.applyWall(g, m, r)
			}
			if i > 0 && !adjacent[[2]string{row[i-1].name(r), name}] {
				g.Edges = append(g.Edges, levelEdge(row[i-1].name(r), name, 1))
			}
		}
		g.Subgraphs = append(g.Subgraphs, rank)
	}
}

// applyWall adds a piece of a wall to a graph, and ties it to those before and beside it.
func (p *plan) applyWall(g *dot.Graph, m slot, rank int) {
	g.Nodes = append(g.Nodes, p.wall(m, rank))
	switch first := p.extents[m.number].first; {
	case rank > first:
		g.Edges = append(g.Edges, unseenEdge(m.name(rank-1), m.name(rank), wallWeight))
	case m.kind == closeSlot:
		g.Edges = append(g.Edges, levelEdge(slot{openSlot, m.number}.name(rank), m.name(rank), clusterWeight))
	}
}

// unseenEdge is an edge that is not drawn, to a later rank.
func unseenEdge(from, to string, weight float64) dot.Edge {
	return dot.Edge{From: from, To: to, Attrs: []dot.Attr{
		{Key: "style", Value: dot.Word("invis")}, {Key: "weight", Value: dot.Number(weight)},
	}}
}

// levelEdge is one to what comes later in the same rank. It keeps the order and no distance.
func levelEdge(from, to string, weight float64) dot.Edge {
	e := unseenEdge(from, to, weight)
	e.Attrs = append(e.Attrs, dot.Attr{Key: "minlen", Value: dot.Number(0)})
	return e
}

// unnest takes the nodes of a graph out of its clusters.
func unnest(g *dot.Graph) {
	inside := g.Subgraphs
	g.Subgraphs = nil
	for len(inside) > 0 {
		g.Nodes = append(g.Nodes, inside[0].Nodes...)
		inside = append(inside[1:], inside[0].Subgraphs...)
	}
}

// cutEdges cuts the graph's edges, which are the Graph's in their order, where they
// bend. Their pieces lead on to later ranks, or within a rank to what comes later in it.
func (p *plan) cutEdges(g *dot.Graph) {
	var pieces []dot.Edge
	for i, e := range g.Edges {
		last := len(p.paths[i]) - 2
		for n := range last + 1 {
			pieces = append(pieces, p.piece(i, e, n, last))
		}
	}
	g.Edges = pieces
}

// piece is the piece of an edge that begins at a slot of its path, given the edge for all of it.
// The label goes to the one in the middle, the arrow to the first or the last.
func (p *plan) piece(edge int, whole dot.Edge, n, last int) dot.Edge {
	path, rank := p.paths[edge], p.rankOn(edge, n)
	piece := dot.Edge{From: path[n].name(rank), To: path[n+1].name(rank + 1)}
	add := func(key string, value dot.Value) { piece.Attrs = append(piece.Attrs, dot.Attr{Key: key, Value: value}) }
	backwards := whole.From != path[0].name(0)
	for _, a := range whole.Attrs {
		switch a.Key {
		case "id", "weight":
		case "dir":
			backwards = !backwards
		case "label":
			if n == last/2 && !p.isLevel(edge) {
				add(a.Key, a.Value)
			}
		default:
			add(a.Key, a.Value)
		}
	}
	weight := edgeWeight * p.Edges[edge].weight()
	if n > 0 && n < last {
		weight *= bendWeight
	}
	add("id", dot.ID(pieceName(edge, n)))
	add("weight", dot.Number(weight))
	if p.isLevel(edge) {
		add("minlen", dot.Number(p.minLength(edge)))
	}
	switch {
	case backwards && n == 0:
		add("dir", dot.Word("back"))
	case backwards || n < last:
		add("dir", dot.Word("none"))
	}
	return piece
}

// isLevel tells whether both ends of an edge stand in one rank. Such edges have their labels put
// in afterwards: those that Graphviz puts in there itself, this one (12.1.2) frees twice, which
// spoils the memory for all that comes later.
func (p *plan) isLevel(edge int) bool {
	return p.rank[p.ends[edge][0]] == p.rank[p.ends[edge][1]]
}

// minLength is how many gaps between nodes the ends of a level edge are to be apart, so that its
// label has room between them: 0 where other things stand there anyway.
func (p *plan) minLength(edge int) float64 {
	path, label := p.paths[edge], p.labels[edge]
	row := p.rows[p.rankOn(edge, 0)]
	if slices.Index(row, path[1]) != slices.Index(row, path[0])+1 || label.empty() {
		return 0
	}
	room := label.Width
	if p.axes.sideways {
		room = label.Height
	}
	gap := NodeGap * inch
	for i := range p.ends {
		if !p.isLevel(i) && !p.labels[i].empty() {
			gap = 2 * NodeGap * inch // Graphviz counts twice where there are labels
			break
		}
	}
	const arrow = 24
	return math.Ceil((room + arrow) / gap)
}

// release makes a layout of the plan the Graph's own: without walls and rules, and with clusters
// and whole edges.
func (p *plan) release(placed *graphviz.Layout) {
	for i := range p.extents {
		if p.drawn(i) {
			placed.Clusters[clusterName(i)] = p.enclosure(i, placed)
		}
	}
	p.joinEdges(placed)
	own := map[string]graphviz.Node{}
	for i := range p.Nodes {
		if n, ok := placed.Nodes[nodeName(i)]; ok {
			own[nodeName(i)] = n
		}
	}
	placed.Nodes = own
	p.resolved.crop(placed, p.labels)
}

// joinEdges makes edges of their pieces. An edge with a piece missing is missing.
func (p *plan) joinEdges(placed *graphviz.Layout) {
	pieces := routesOf(placed)
	placed.Edges = nil
	for i, path := range p.paths {
		edge := pieces[pieceName(i, 0)]
		for n := 1; n < len(path)-1 && edge != nil; n++ {
			edge = joined(edge, pieces[pieceName(i, n)])
		}
		if edge == nil {
			continue
		}
		edge.ID = edgeName(i)
		if p.isLevel(i) && !p.labels[i].empty() {
			course := geometry.Flatten(edge.Splines)
			middle, _ := course.At(0.5)
			edge.Label = &middle
		}
		placed.Edges = append(placed.Edges, *edge)
	}
}

// joined is an edge that goes on as another, nil where there is no other.
func joined(edge, next *graphviz.Edge) *graphviz.Edge {
	if next == nil {
		return nil
	}
	edge.Head = next.Head
	if next.Label != nil {
		edge.Label = next.Label
	}
	joinSplines(&edge.Splines[len(edge.Splines)-1], next.Splines[0])
	edge.Splines = append(edge.Splines, next.Splines[1:]...)
	return edge
}

// joinSplines lets a spline go on as another, which begins a point from where it ends. Both turn
// to one direction there, halfway between their own.
func joinSplines(s *Spline, next Spline) {
	n := len(s.Points)
	before, at, after := &s.Points[n-2], s.Points[n-1], &next.Points[1]
	in, out := geometry.Distance(*before, at), geometry.Distance(at, *after)
	if in > 0 && out > 0 {
		dx, dy := (at.X-before.X)/in+(after.X-at.X)/out, (at.Y-before.Y)/in+(after.Y-at.Y)/out
		if length := geometry.Distance(Point{}, Point{X: dx, Y: dy}); length > 0 {
			dx, dy = dx/length, dy/length
			*before = Point{X: at.X - float64(dx*in), Y: at.Y - float64(dy*in)}
			*after = Point{X: at.X + float64(dx*out), Y: at.Y + float64(dy*out)}
		}
	}
	s.Points = append(s.Points, next.Points[1:]...)
	s.End = next.End
}
