package layout

import (
	"math"

	"example.org/graphgen/internal/dot"
	"example.org/graphgen/internal/layout/graphviz"
)

// plan is a ranking made ready for Graphviz, so that nothing that matters is left for it to
// choose but distances and the positions of labels.
//
// Order is kept by edges that are not drawn, from each thing in a rank to the next. Graphviz
// heeds them where a rank holds nothing else, so edges that pass a rank are cut there and bend
// at a node of the plan's own. It heeds none between its clusters and what stands beside them,
// so it is given no clusters: a cluster is two rows of nodes that are not drawn, its walls.
type plan struct {
	*ranking
	labels    []label
	direction Direction
	axes      axes
	rows      [][]slot // with walls and all bends
	paths     [][]slot // of each edge: what it runs over from its earlier end to the later one, a slot a rank
	extents   []extent // of clusters
}

// extent is how far a cluster reaches, in points.
type extent struct {
	first, last   int     // ranks
	before, after float64 // along, from the middle of the first rank and of the last one
	heading       float64 // across, of its first wall, which takes the heading where that stands across
	width         float64 // across, of the heading where that stands along
}

// newPlan makes a plan for edges whose labels have these sizes.
func newPlan(k *ranking, direction Direction, labels []label) *plan {
	p := &plan{ranking: k, labels: labels, direction: direction, axes: axesOf(direction), rows: k.group(-1, k.rows, true)}
	p.extents = make([]extent, len(k.Clusters))
	for i := range p.extents {
		p.extents[i].first = math.MaxInt
	}
	for r, row := range p.rows {
		for _, m := range row {
			if m.kind == openSlot {
				e := &p.extents[m.number]
				e.first, e.last = min(e.first, r), r
			}
		}
	}
	for depth := k.nesting.deepest(); depth > 0; depth-- {
		for i := range p.extents {
			if k.nesting.depth[i] == depth && p.drawn(i) {
				p.measure(i)
			}
		}
	}
	p.bend()
	return p
}

// drawn tells whether a cluster has nodes, and so an area.
func (p *plan) drawn(cluster int) bool { return p.extents[cluster].first <= p.extents[cluster].last }

// half is how far a node reaches along the ranks from its middle, and size how far across.
func (p *plan) half(node int) float64 {
	if p.axes.sideways {
		return p.Nodes[node].Width / 2
	}
	return p.Nodes[node].Height / 2
}

func (p *plan) size(node int) float64 {
	if p.axes.sideways {
		return p.Nodes[node].Height
	}
	return p.Nodes[node].Width
}

const (
	thinWall = 1.0 // in points
	inch     = 72.0
)

// measure finds how far a cluster reaches, once that is known of the clusters in it.
func (p *plan) measure(cluster int) {
	e := &p.extents[cluster]
	heading := p.Clusters[cluster].Heading
	for node, own := range p.nesting.cluster {
		if own == cluster {
			e.reach(p.rank[node], p.half(node), p.half(node))
		}
	}
	for i, parent := range p.nesting.parent {
		if inner := p.extents[i]; parent == cluster && p.drawn(i) {
			e.reach(inner.first, inner.before, 0)
			e.reach(inner.last, 0, inner.after)
		}
	}
	e.before += clusterMargin
	e.after += clusterMargin
	switch {
	case heading.empty():
	case p.axes.sideways:
		e.heading = heading.Height + 6
		lacking := heading.Width + 16 - e.before - e.after - float64(float64(e.last-e.first)*RankGap*inch)
		e.before += max(0, lacking/2)
		e.after += max(0, lacking/2)
	case p.axes.backwards || p.Clusters[cluster].headedBelow(p.direction):
		e.width = heading.Width + 16
		e.after += heading.Height
	default:
		e.width = heading.Width + 16
		e.before += heading.Height
	}
}

func (e *extent) reach(rank int, before, after float64) {
	if rank == e.first {
		e.before = max(e.before, before)
	}
	if rank == e.last {
		e.after = max(e.after, after)
	}
}

// wall is a node for one of the two walls of a cluster in a rank.
func (p *plan) wall(m slot, rank int) dot.Node {
	e := p.extents[m.number]
	along, across := thinWall, thinWall
	if rank == e.first {
		along = max(along, 2*e.before)
		across = max(across, (e.width-p.between(m.number, rank))/2)
	}
	if rank == e.last {
		along = max(along, 2*e.after)
	}
	if m.kind == openSlot {
		across = max(across, e.heading)
	}
	if p.axes.sideways {
		return unseen(m.name(rank), along, across, slot{m.kind, m.number}.name(0))
	}
	return unseen(m.name(rank), across, along, slot{m.kind, m.number}.name(0))
}

// unseen is a node of which nothing is drawn, its sizes in points. Graphviz keeps the nodes of
// a group in a straight line. It complains of a label that is larger than its node, even a
// blank one, and the reader of the next graph would take that for its own failure.
func unseen(name string, width, height float64, group string) dot.Node {
	n := dot.Node{ID: name, Attrs: []dot.Attr{
		{Key: "width", Value: dot.Number(width / inch)},
		{Key: "height", Value: dot.Number(height / inch)},
		{Key: "label", Value: dot.Blank(thinWall, thinWall)},
		{Key: "margin", Value: dot.Number(0)},
	}}
	if group != "" {
		n.Attrs = append(n.Attrs, dot.Attr{Key: "group", Value: dot.ID(group)})
	}
	return n
}

// between is the least room between the walls of a cluster in a rank, in points.
func (p *plan) between(cluster, rank int) float64 {
	const gap = NodeGap * inch
	room, inside := gap, false
	for _, m := range p.rows[rank] {
		switch {
		case m == slot{openSlot, cluster}:
			inside = true
		case m == slot{closeSlot, cluster}:
			return room
		case inside && m.kind == nodeSlot:
			room += p.size(m.number) + gap
		case inside:
			room += gap
		}
	}
	return room
}

// enclosure is where a cluster lies, by its walls.
func (p *plan) enclosure(i int, placed *graphviz.Layout) graphviz.Cluster {
	e, heading := p.extents[i], p.Clusters[i].Heading
	from := p.axes.along(centre(placed.Nodes[slot{openSlot, i}.name(e.first)])) - e.before
	to := p.axes.along(centre(placed.Nodes[slot{openSlot, i}.name(e.last)])) + e.after
	if p.axes.backwards {
		from, to = -to, -from
	}
	low, high := math.Inf(1), math.Inf(-1)
	for r := e.first; r <= e.last; r++ {
		begin, end := placed.Nodes[slot{openSlot, i}.name(r)], placed.Nodes[slot{closeSlot, i}.name(r)]
		thickness, thicknessOfEnd := begin.W, end.W
		if p.axes.sideways {
			thickness, thicknessOfEnd = begin.H, end.H
		}
		low = min(low, p.axes.across(centre(begin))-thickness/2)
		high = max(high, p.axes.across(centre(end))+thicknessOfEnd/2)
	}
	c := graphviz.Cluster{X: low, Y: from, W: high - low, H: to - from}
	if p.axes.sideways {
		c = graphviz.Cluster{X: from, Y: low, W: to - from, H: high - low}
	}
	if !heading.empty() {
		c.Label = &Point{X: c.X + c.W/2, Y: c.Y + 3 + heading.Height/2}
		if p.Clusters[i].headedBelow(p.direction) {
			c.Label.Y = c.Y + c.H - 3 - heading.Height/2
		}
	}
	return c
}
