package render

import (
	"math"

	"example.org/graphgen/internal/dot"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/layout/graphviz"
)

// plan is a ranking made ready for Graphviz, so that nothing that matters is left for it to
// choose but distances and the places of labels.
//
// Order is kept by lines that are not drawn, from each thing in a rank to the next. Graphviz
// heeds them where a rank holds nothing else, so lines that pass a rank are cut there and bend
// at a node of the plan's own. It heeds none between its clusters and what stands beside them,
// so it is given no clusters: an area is two rows of nodes that are not drawn, its walls.
type plan struct {
	*ranking
	direction entities.Direction
	axes      axes
	rows      [][]mark // with walls and all bends
	paths     [][]mark // of each line: what it runs over from its earlier end to the later one, a mark a rank
	extents   []extent // of areas
}

// extent is how far an area reaches, in points.
type extent struct {
	first, last   int     // ranks
	before, after float64 // along, from the middle of the first rank and of the last one
	heading       float64 // across, of its first wall, which takes the heading where that stands across
	width         float64 // across, of the heading where that stands along
}

func newPlan(k *ranking, direction entities.Direction) *plan {
	p := &plan{ranking: k, direction: direction, axes: axesOf(direction), rows: k.group(-1, k.rows, true)}
	p.extents = make([]extent, len(k.diagram.areas))
	for i := range p.extents {
		p.extents[i].first = math.MaxInt
	}
	for r, row := range p.rows {
		for _, m := range row {
			if m.kind == beginMark {
				e := &p.extents[m.number]
				e.first, e.last = min(e.first, r), r
			}
		}
	}
	for depth := deepestArea(k.nest); depth > 0; depth-- {
		for i := range p.extents {
			if k.nest.depth[i] == depth && p.drawn(i) {
				p.measure(i)
			}
		}
	}
	p.bend()
	return p
}

// drawn tells whether an area has boxes, and so a place.
func (p *plan) drawn(area int) bool { return p.extents[area].first <= p.extents[area].last }

// half is how far a box reaches along the ranks from its middle, and size how far across.
func (p *plan) half(box int) float64 {
	if p.axes.sideways {
		return p.diagram.boxes[box].w / 2
	}
	return p.diagram.boxes[box].h / 2
}

func (p *plan) size(box int) float64 {
	if p.axes.sideways {
		return p.diagram.boxes[box].h
	}
	return p.diagram.boxes[box].w
}

const (
	thinWall = 1.0 // in points
	inch     = 72.0
)

// measure finds how far an area reaches, once that is known of the areas in it.
func (p *plan) measure(area int) {
	e := &p.extents[area]
	words := p.diagram.areas[area].words
	for box, own := range p.nest.area {
		if own == area {
			e.reach(p.rank[box], p.half(box), p.half(box))
		}
	}
	for i, parent := range p.nest.parent {
		if inner := p.extents[i]; parent == area && p.drawn(i) {
			e.reach(inner.first, inner.before, 0)
			e.reach(inner.last, 0, inner.after)
		}
	}
	e.before += areaMargin
	e.after += areaMargin
	switch {
	case len(words.lines) == 0:
	case p.axes.sideways:
		e.heading = words.h + 6
		lacking := words.w + 16 - e.before - e.after - float64(float64(e.last-e.first)*rankGap*inch)
		e.before += max(0, lacking/2)
		e.after += max(0, lacking/2)
	case p.axes.backwards || p.diagram.areas[area].headedBelow(p.direction):
		e.width = words.w + 16
		e.after += words.h
	default:
		e.width = words.w + 16
		e.before += words.h
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

// wall is a node for one of the two walls of an area in a rank.
func (p *plan) wall(m mark, rank int) dot.Node {
	e := p.extents[m.number]
	along, across := thinWall, thinWall
	if rank == e.first {
		along = max(along, 2*e.before)
		across = max(across, (e.width-p.between(m.number, rank))/2)
	}
	if rank == e.last {
		along = max(along, 2*e.after)
	}
	if m.kind == beginMark {
		across = max(across, e.heading)
	}
	if p.axes.sideways {
		return unseen(m.name(rank), along, across, mark{m.kind, m.number}.name(0))
	}
	return unseen(m.name(rank), across, along, mark{m.kind, m.number}.name(0))
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

// between is the least room between the walls of an area in a rank, in points.
func (p *plan) between(area, rank int) float64 {
	const gap = nodeGap * inch
	room, inside := gap, false
	for _, m := range p.rows[rank] {
		switch {
		case m == mark{beginMark, area}:
			inside = true
		case m == mark{endMark, area}:
			return room
		case inside && m.kind == boxMark:
			room += p.size(m.number) + gap
		case inside:
			room += gap
		}
	}
	return room
}

// area is where an area lies, by its walls.
func (p *plan) area(i int, placed *graphviz.Layout) graphviz.Cluster {
	e, words := p.extents[i], p.diagram.areas[i].words
	from := p.axes.along(placed.Nodes[mark{beginMark, i}.name(e.first)]) - e.before
	to := p.axes.along(placed.Nodes[mark{beginMark, i}.name(e.last)]) + e.after
	if p.axes.backwards {
		from, to = -to, -from
	}
	low, high := math.Inf(1), math.Inf(-1)
	for r := e.first; r <= e.last; r++ {
		begin, end := placed.Nodes[mark{beginMark, i}.name(r)], placed.Nodes[mark{endMark, i}.name(r)]
		thickness, thicknessOfEnd := begin.W, end.W
		if p.axes.sideways {
			thickness, thicknessOfEnd = begin.H, end.H
		}
		low = min(low, p.axes.across(begin)-thickness/2)
		high = max(high, p.axes.across(end)+thicknessOfEnd/2)
	}
	c := graphviz.Cluster{X: low, Y: from, W: high - low, H: to - from}
	if p.axes.sideways {
		c = graphviz.Cluster{X: from, Y: low, W: to - from, H: high - low}
	}
	if len(words.lines) > 0 {
		c.Label = &graphviz.Point{X: c.X + c.W/2, Y: c.Y + 3 + words.h/2}
		if p.diagram.areas[i].headedBelow(p.direction) {
			c.Label.Y = c.Y + c.H - 3 - words.h/2
		}
	}
	return c
}
