package layout

import (
	"context"
	"math"
	"slices"

	"example.org/graphgen/internal/dot"
	"example.org/graphgen/internal/layout/geometry"
	"example.org/graphgen/internal/layout/graphviz"
)

// pinning is where nodes are to stand while pins are fitted into a draft.
type pinning struct {
	*draft
	centres  []Point
	pinned   []bool
	warnings []Warning
}

// pin puts nodes where their pins are, moves others out of their way, and has Graphviz draw anew
// what edges that concerns. A node that would hide a protected label makes room for it; where
// none of the ways that are tried leaves room, nodes stand where the layout has them.
func (l *layouter) pin(ctx context.Context, d *draft) (*draft, error) {
	p, any := d.pinning()
	if !any {
		return d, nil
	}
	const tries = 6
	for range tries {
		p.makeRoom()
		again, err := l.layPinned(ctx, p)
		if graphvizFails(err) {
			return d.warned(append(p.warnings, Warning{Kind: PinsFail})...), nil
		}
		if err != nil {
			return nil, err
		}
		hiding := again.hiding()
		if len(hiding) == 0 {
			return again.warned(append(p.warnings, again.crossedLabels()...)...), nil
		}
		for _, o := range hiding {
			p.makeWay(o, again.shift)
		}
	}
	return d.warned(append(p.warnings, Warning{Kind: PinsHide})...), nil
}

// pinning returns where the centre of each node is to stand by layout and pins, and which nodes
// are pinned. Of two pinned nodes that would overlap, the later one has to make room.
func (d *draft) pinning() (p *pinning, any bool) {
	p = &pinning{draft: d, centres: make([]Point, len(d.Nodes)), pinned: make([]bool, len(d.Nodes))}
	for i := range d.Nodes {
		p.centres[i] = centre(d.placed.Nodes[nodeName(i)])
		if pin := d.Nodes[i].Pin; pin != nil {
			p.centres[i], p.pinned[i], any = *pin, true, true
		}
	}
	for i := range d.Nodes {
		for j := range i {
			if p.pinned[i] && p.pinned[j] && p.room(i).Overlaps(p.room(j)) {
				p.warnings = append(p.warnings, Warning{Kind: PinOnPin, Node: i, Other: j})
				p.pinned[i] = false
				break
			}
		}
	}
	return p, any
}

// room is what a node takes up where it is to stand.
func (p *pinning) room(i int) geometry.Rect {
	return geometry.Centred(p.centres[i].X, p.centres[i].Y, p.Nodes[i].Width, p.Nodes[i].Height)
}

// layPinned is a layout with its nodes at these positions.
func (l *layouter) layPinned(ctx context.Context, p *pinning) (*draft, error) {
	a := attempt{labels: p.labels, plan: p.plan, direction: p.direction, spacing: 1}
	g := l.dotGraph(a)
	unnest(g)
	at := map[string]Point{}
	for i := range p.centres {
		at[nodeName(i)] = p.centres[i]
	}
	for i := range g.Nodes {
		n := &g.Nodes[i]
		n.Attrs = append(n.Attrs, dot.Attr{Key: "pos", Value: dot.Place(at[n.ID].X, -at[n.ID].Y)})
	}
	placed, err := l.engine.Layout(ctx, graphviz.Job{DOT: g.Bytes(), Program: "nop"})
	if err != nil {
		return nil, l.failed("nop", err)
	}
	d, err := l.draftOf(placed, a)
	if err != nil {
		return nil, err
	}
	first := placed.Nodes[nodeName(0)]
	d.shift = Point{X: first.X - p.centres[0].X, Y: first.Y - p.centres[0].Y}
	d.notKept, d.warnings = p.draft.notKept, p.draft.warnings
	d.keepRoutes(p.placed)
	d.encloseClusters()
	if d.settles() {
		d.settleLabels()
		d.reshapeLabels()
	} else {
		d.settleOverlapping()
	}
	return d, nil
}

// crossedLabels are warnings of labels that an edge runs through.
func (d *draft) crossedLabels() []Warning {
	if !d.settles() {
		return nil
	}
	var warnings []Warning
	for _, i := range d.settling().crossed() {
		warnings = append(warnings, Warning{Kind: LabelCrossed, Edge: i})
	}
	return warnings
}

// makeWay moves the node that hides a protected label off it, the shortest way; of two labels,
// the node that one of their edges leads to is moved further from the other's. The label is where
// a layout has it that was shifted by so much.
func (p *pinning) makeWay(o Overlap, shift Point) {
	node, words := o.A.Index, o.B
	if o.A.Kind != NodeOccupant {
		if o.B.Kind != LabelOccupant { // the heading of a cluster, which stands where its nodes are
			return
		}
		node, words = p.number[p.Edges[o.B.Index].To], o.A
	}
	if warning := (Warning{Kind: PinHides, Node: node, Edge: words.Index}); !slices.Contains(p.warnings, warning) && p.pinned[node] {
		p.warnings = append(p.warnings, warning)
	}
	p.pinned[node] = false
	hidden := words.Room.Grown(clearance)
	x, y := p.centres[node].X+shift.X-hidden.Centre().X, p.centres[node].Y+shift.Y-hidden.Centre().Y
	byX := (p.Nodes[node].Width+hidden.Right-hidden.Left)/2 - math.Abs(x)
	byY := (p.Nodes[node].Height+hidden.Bottom-hidden.Top)/2 - math.Abs(y)
	if byX < byY {
		p.centres[node].X += math.Copysign(max(byX, clearance), x)
	} else {
		p.centres[node].Y += math.Copysign(max(byY, clearance), y)
	}
}

// clearance is what is kept between a pinned node and one that makes room for it.
const clearance = 18.0

// makeRoom moves nodes that are not pinned off those that are, and then off each other, each time
// the shortest way.
func (p *pinning) makeRoom() {
	const passes = 40
	for range passes {
		moved := false
		for i := range p.Nodes {
			if p.pinned[i] {
				continue
			}
			for j := range p.Nodes {
				if i == j || !p.pinned[j] && j > i {
					continue
				}
				if by := p.wayOff(i, j); by != (Point{}) {
					p.centres[i].X += by.X
					p.centres[i].Y += by.Y
					moved = true
				}
			}
		}
		if !moved {
			return
		}
	}
}

// wayOff is the shortest way for a node to go to be clear of another; none where it is.
func (p *pinning) wayOff(i, j int) Point {
	a, b := &p.Nodes[i], &p.Nodes[j]
	dx, dy := p.centres[i].X-p.centres[j].X, p.centres[i].Y-p.centres[j].Y
	x := (a.Width+b.Width)/2 + clearance - math.Abs(dx)
	y := (a.Height+b.Height)/2 + clearance - math.Abs(dy)
	switch {
	case x <= 0.05 || y <= 0.05:
		return Point{}
	case x < y:
		return Point{X: math.Copysign(x, dx)}
	}
	return Point{Y: math.Copysign(y, dy)}
}

// keepRoutes has edges run as they did before that neither lead to a node that was moved nor meet
// one.
func (d *draft) keepRoutes(before *graphviz.Layout) {
	var moved []geometry.Rect // in the layout as it was
	isMoved := map[string]bool{}
	for i := range d.Nodes {
		was, is := before.Nodes[nodeName(i)], d.placed.Nodes[nodeName(i)]
		x, y := is.X-d.shift.X, is.Y-d.shift.Y
		if math.Abs(x-was.X) > 0.2 || math.Abs(y-was.Y) > 0.2 {
			moved = append(moved, geometry.Centred(x, y, d.Nodes[i].Width, d.Nodes[i].Height).Grown(4))
			isMoved[nodeName(i)] = true
		}
	}
	was := routesOf(before)
	for i := range d.placed.Edges {
		e := &d.placed.Edges[i]
		old := was[e.ID]
		if isMoved[e.Tail] || isMoved[e.Head] || old == nil || meetsAny(old, moved) {
			continue
		}
		kept := cloneEdge(old)
		translateEdge(&kept, d.shift.X, d.shift.Y)
		*e = kept
	}
}

func meetsAny(route *graphviz.Edge, rects []geometry.Rect) bool {
	course := geometry.Flatten(route.Splines)
	return slices.ContainsFunc(rects, course.Crosses)
}

// cloneEdge is an edge that shares no point with the other.
func cloneEdge(e *graphviz.Edge) graphviz.Edge {
	clone := *e
	clone.Splines = nil
	for _, s := range e.Splines {
		s.Points = slices.Clone(s.Points)
		s.Start, s.End = clonePoint(s.Start), clonePoint(s.End)
		clone.Splines = append(clone.Splines, s)
	}
	clone.Label = clonePoint(e.Label)
	return clone
}

func clonePoint(p *Point) *Point {
	if p == nil {
		return nil
	}
	other := *p
	return &other
}

// encloseClusters draws clusters around what stands in them, and gives them room in the layout.
func (d *draft) encloseClusters() {
	d.placed.Clusters = map[string]graphviz.Cluster{}
	bounds := geometry.Rect{Right: d.placed.Width, Bottom: d.placed.Height}
	for depth := d.nesting.deepest(); depth > 0; depth-- {
		for i := range d.Clusters {
			if d.nesting.depth[i] != depth {
				continue
			}
			inner, any := d.contents(i)
			if !any {
				continue
			}
			c := d.Clusters[i].enclosing(inner)
			d.placed.Clusters[clusterName(i)] = c
			bounds = bounds.Union(clusterRect(c))
		}
	}
	for i := range d.placed.Edges {
		bounds = bounds.Union(geometry.Flatten(d.placed.Edges[i].Splines).Bounds)
	}
	d.shift.X, d.shift.Y = d.shift.X-bounds.Left, d.shift.Y-bounds.Top
	translate(d.placed, -bounds.Left, -bounds.Top)
	d.placed.Width, d.placed.Height = bounds.Right-bounds.Left, bounds.Bottom-bounds.Top
}

// contents is how far the nodes and clusters in a cluster reach.
func (d *draft) contents(cluster int) (inner geometry.Rect, any bool) {
	inner = geometry.Nothing()
	for i := range d.Nodes {
		if d.nesting.cluster[i] == cluster {
			inner, any = inner.Union(d.nodeRect(i)), true
		}
	}
	for i, parent := range d.nesting.parent {
		if c, drawn := d.placed.Clusters[clusterName(i)]; drawn && parent == cluster {
			inner, any = inner.Union(clusterRect(c)), true
		}
	}
	return inner, any
}

// enclosing is a cluster around what is in it, with its heading at the upper edge.
func (c *Cluster) enclosing(inner geometry.Rect) graphviz.Cluster {
	inner = inner.Grown(clusterMargin)
	if c.Heading.empty() {
		return graphviz.Cluster{X: inner.Left, Y: inner.Top, W: inner.Right - inner.Left, H: inner.Bottom - inner.Top}
	}
	inner.Top -= c.Heading.Height
	if lacking := c.Heading.Width + 16 - (inner.Right - inner.Left); lacking > 0 {
		inner.Left, inner.Right = inner.Left-lacking/2, inner.Right+lacking/2
	}
	label := Point{X: (inner.Left + inner.Right) / 2, Y: inner.Top + 6 + c.Heading.Height/2}
	return graphviz.Cluster{X: inner.Left, Y: inner.Top, W: inner.Right - inner.Left, H: inner.Bottom - inner.Top, Label: &label}
}
