package render

import (
	"fmt"
	"math"
	"slices"

	"example.org/graphgen/internal/dot"
	"example.org/graphgen/internal/layout/graphviz"
)

// name is what Graphviz knows a mark by. Bends and walls have a name in each rank.
func (m mark) name(rank int) string {
	switch m.kind {
	case boxMark:
		return nodeName(m.number)
	case bendMark:
		return fmt.Sprintf("b%d-%d", m.number, rank)
	case beginMark:
		return fmt.Sprintf("w%d-%d", m.number, rank)
	}
	return fmt.Sprintf("v%d-%d", m.number, rank)
}

func ruleName(rank int) string { return fmt.Sprintf("r%d", rank) }

// pieceName is what Graphviz knows the piece of a line by that begins at a mark of its path.
func pieceName(line, number int) string { return fmt.Sprintf("%s-%d", edgeName(line), number) }

// Weights by which Graphviz keeps lines short and straight. One that only keeps order has 1.
const (
	lineWeight = 10   // for each 1 of the line's own
	bendWeight = 4    // times, between two bends, as Graphviz has it for lines that it bends itself
	areaWeight = 1280 // by which the walls of an area are drawn together
	wallWeight = 100  // by which a wall is straight; times 100, as always in a group
)

// apply turns what Graphviz is given for a diagram into a graph that can be laid out as planned
// alone.
func (p *plan) apply(g *dot.Graph) {
	unnest(g)
	p.cutLines(g)
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
			if m.kind == bendMark {
				g.Nodes = append(g.Nodes, unseen(name, thinWall, thinWall, ""))
			}
			if m.kind == beginMark || m.kind == endMark {
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
func (p *plan) applyWall(g *dot.Graph, m mark, rank int) {
	g.Nodes = append(g.Nodes, p.wall(m, rank))
	switch first := p.extents[m.number].first; {
	case rank > first:
		g.Edges = append(g.Edges, unseenEdge(m.name(rank-1), m.name(rank), wallWeight))
	case m.kind == endMark:
		g.Edges = append(g.Edges, levelEdge(mark{beginMark, m.number}.name(rank), m.name(rank), areaWeight))
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

// cutLines cuts the graph's edges, which are the diagram's lines in their order, where they
// bend. Their pieces lead on to later ranks, or within a rank to what comes later in it.
func (p *plan) cutLines(g *dot.Graph) {
	var pieces []dot.Edge
	for i, e := range g.Edges {
		last := len(p.paths[i]) - 2
		for n := range last + 1 {
			pieces = append(pieces, p.piece(i, e, n, last))
		}
	}
	g.Edges = pieces
}

// piece is the piece of a line that begins at a mark of its path, given the edge for all of it.
// The label goes to the one in the middle, the arrow to the first or the last.
func (p *plan) piece(line int, whole dot.Edge, n, last int) dot.Edge {
	path, rank := p.paths[line], p.rankOn(line, n)
	piece := dot.Edge{From: path[n].name(rank), To: path[n+1].name(rank + 1)}
	add := func(key string, value dot.Value) { piece.Attrs = append(piece.Attrs, dot.Attr{Key: key, Value: value}) }
	backwards := whole.From != path[0].name(0)
	for _, a := range whole.Attrs {
		switch a.Key {
		case "id", "weight":
		case "dir":
			backwards = !backwards
		case "label":
			if n == last/2 && !p.isLevel(line) {
				add(a.Key, a.Value)
			}
		default:
			add(a.Key, a.Value)
		}
	}
	weight := lineWeight * p.diagram.lines[line].weight()
	if n > 0 && n < last {
		weight *= bendWeight
	}
	add("id", dot.ID(pieceName(line, n)))
	add("weight", dot.Number(weight))
	if p.isLevel(line) {
		add("minlen", dot.Number(p.apart(line)))
	}
	switch {
	case backwards && n == 0:
		add("dir", dot.Word("back"))
	case backwards || n < last:
		add("dir", dot.Word("none"))
	}
	return piece
}

// isLevel tells whether both ends of a line stand in one rank. Such lines have their labels put
// in afterwards: those that Graphviz puts in there itself, this one (12.1.2) frees twice, which
// spoils the memory for all that comes later.
func (p *plan) isLevel(line int) bool {
	return p.rank[p.lines[line][0]] == p.rank[p.lines[line][1]]
}

// apart is how many gaps between nodes the ends of a level line are to be apart, so that its
// label has room between them: 0 where other things stand there anyway.
func (p *plan) apart(line int) float64 {
	path, words := p.paths[line], p.diagram.lines[line].drawn
	row := p.rows[p.rankOn(line, 0)]
	if slices.Index(row, path[1]) != slices.Index(row, path[0])+1 || len(words.lines) == 0 {
		return 0
	}
	room := words.w
	if p.axes.sideways {
		room = words.h
	}
	gap := nodeGap * inch
	for i := range p.lines {
		if !p.isLevel(i) && len(p.diagram.lines[i].drawn.lines) > 0 {
			gap = 2 * nodeGap * inch // Graphviz counts twice where there are labels
			break
		}
	}
	const arrow = 24
	return math.Ceil((room + arrow) / gap)
}

// release makes a layout of the plan the diagram's own: without walls and rules, and with areas
// and whole lines.
func (p *plan) release(placed *graphviz.Layout) {
	for i := range p.extents {
		if p.drawn(i) {
			placed.Clusters[clusterName(i)] = p.area(i, placed)
		}
	}
	p.joinLines(placed)
	own := map[string]graphviz.Node{}
	for i := range p.diagram.boxes {
		if n, ok := placed.Nodes[nodeName(i)]; ok {
			own[nodeName(i)] = n
		}
	}
	placed.Nodes = own
	p.diagram.crop(placed)
}

// joinLines makes lines of their pieces. A line with a piece missing is missing.
func (p *plan) joinLines(placed *graphviz.Layout) {
	pieces := routesOf(placed)
	placed.Edges = nil
	for i, path := range p.paths {
		line := pieces[pieceName(i, 0)]
		for n := 1; n < len(path)-1 && line != nil; n++ {
			line = joined(line, pieces[pieceName(i, n)])
		}
		if line == nil {
			continue
		}
		line.ID = edgeName(i)
		if p.isLevel(i) && len(p.diagram.lines[i].drawn.lines) > 0 {
			run := runOf(line)
			middle, _ := run.at(0.5)
			line.Label = &middle
		}
		placed.Edges = append(placed.Edges, *line)
	}
}

// joined is a line that goes on as another, nil where there is no other.
func joined(line, next *graphviz.Edge) *graphviz.Edge {
	if next == nil {
		return nil
	}
	line.Head = next.Head
	if next.Label != nil {
		line.Label = next.Label
	}
	joinSplines(&line.Splines[len(line.Splines)-1], next.Splines[0])
	line.Splines = append(line.Splines, next.Splines[1:]...)
	return line
}

// joinSplines lets a spline go on as another, which begins a point from where it ends. Both turn
// to one direction there, halfway between their own.
func joinSplines(s *graphviz.Spline, next graphviz.Spline) {
	n := len(s.Points)
	before, at, after := &s.Points[n-2], s.Points[n-1], &next.Points[1]
	in, out := apart(*before, at), apart(at, *after)
	if in > 0 && out > 0 {
		dx, dy := (at.X-before.X)/in+(after.X-at.X)/out, (at.Y-before.Y)/in+(after.Y-at.Y)/out
		if length := apart(graphviz.Point{}, graphviz.Point{X: dx, Y: dy}); length > 0 {
			dx, dy = dx/length, dy/length
			*before = graphviz.Point{X: at.X - float64(dx*in), Y: at.Y - float64(dy*in)}
			*after = graphviz.Point{X: at.X + float64(dx*out), Y: at.Y + float64(dy*out)}
		}
	}
	s.Points = append(s.Points, next.Points[1:]...)
	s.End = next.End
}
