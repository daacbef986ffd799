package layout

import (
	"example.org/graphgen/internal/layout/geometry"
	"example.org/graphgen/internal/layout/graphviz"
)

// Placement is where everything of a Graph stands: its slices are in the order of the Graph's. The
// origin is the upper left corner; x grows to the right and y downwards.
type Placement struct {
	Width, Height float64
	Nodes         []Point // their centres
	Edges         []Route
	Clusters      []*Area // nil for one that nothing stands in

	Program   Program   // by which it was laid out
	Direction Direction // of its ranks, before it is mirrored

	// Shift is what was added to every position after nodes were pinned: a pinned node stands at
	// its Pin plus Shift.
	Shift Point

	Warnings []Warning // what the graph asks for and the placement does not have
	Overlaps []Overlap // what shares room, in the order of the graph

	// Crossed are the edges whose labels an edge, a node or another label runs through. It is nil
	// for graphs of more than MaxSettled edges, in which that is not looked for.
	Crossed []int

	draft *draft
}

// Route is the course of an edge.
type Route struct {
	Splines []Spline // from its tail to its head
	Label   *Point   // the centre of its label; nil: none
	Choice  int      // which of Edge.Labels the label has
	OnTop   bool     // whether the label is to be drawn over all else, since something runs through it
}

// Area is where a cluster is drawn: its upper left corner and size.
type Area struct {
	X, Y, Width, Height float64
	Heading             *Point // the centre of its heading; nil: none
}

// Ranks are the ranks that nodes stand in, to be kept: as they were planned, or as they would be
// were this layout planned. They differ from what it has where dot let clusters overlap. It is nil
// for a placement by another program than dot, and for an empty one.
func (p *Placement) Ranks() *Ranks {
	if p.draft == nil || p.Program != Dot {
		return nil
	}
	return p.draft.ranks()
}

// RankNumbers are the ranks of the nodes, from 0, in a placement by dot.
func (p *Placement) RankNumbers() []int {
	axes := axesOf(p.Direction)
	positions := make([]position, len(p.Nodes))
	for i, at := range p.Nodes {
		positions[i] = position{slot: slot{nodeSlot, i}, along: axes.along(at)}
	}
	numbers := make([]int, len(p.Nodes))
	for number, rank := range inRanks(positions) {
		for _, at := range rank {
			numbers[at.slot.number] = number
		}
	}
	return numbers
}

// Across is where in its rank a node stands.
func (p *Placement) Across(node int) float64 { return axesOf(p.Direction).across(p.Nodes[node]) }

// draft is a layout while it is made. Functions that improve it return another draft, or work on
// one that they made themselves.
type draft struct {
	*resolved
	placed    *graphviz.Layout
	labels    []label
	direction Direction
	plan      *plan // that it was laid out by; nil for none
	shift     Point
	notKept   Warning   // why the kept ranks are not its own; the zero value where they are
	warnings  []Warning // what else the graph asks for and it does not have
}

// warned is the draft with further warnings.
func (d *draft) warned(warnings ...Warning) *draft {
	other := *d
	other.warnings = append(append([]Warning(nil), d.warnings...), warnings...)
	return &other
}

// placement is the finished draft.
func (d *draft) placement() *Placement {
	p := &Placement{
		Width: d.placed.Width, Height: d.placed.Height, Nodes: make([]Point, len(d.Nodes)), Edges: make([]Route, len(d.Edges)),
		Clusters: make([]*Area, len(d.Clusters)), Program: d.program, Direction: d.direction, Shift: d.shift, draft: d,
	}
	for i := range d.Nodes {
		n := d.placed.Nodes[nodeName(i)]
		p.Nodes[i] = Point{X: n.X, Y: n.Y}
	}
	routes := routesOf(d.placed)
	for i := range d.Edges {
		route := routes[edgeName(i)]
		p.Edges[i] = Route{Splines: route.Splines, Label: route.Label, Choice: d.labels[i].choice}
	}
	for i := range d.Clusters {
		if c, drawn := d.placed.Clusters[clusterName(i)]; drawn {
			p.Clusters[i] = &Area{X: c.X, Y: c.Y, Width: c.W, Height: c.H, Heading: c.Label}
		}
	}
	if d.notKept != (Warning{}) {
		p.Warnings = append(p.Warnings, d.notKept)
	}
	p.Warnings = append(p.Warnings, d.warnings...)
	p.Overlaps = d.overlaps()
	d.raiseLabels(p)
	return p
}

// raiseLabels has protected labels drawn over all else that something runs through.
func (d *draft) raiseLabels(p *Placement) {
	for _, o := range p.Overlaps {
		for _, of := range []Occupant{o.A, o.B} {
			if d.isProtected(of) {
				p.Edges[of.Index].OnTop = true
			}
		}
	}
	if !d.settles() {
		return
	}
	p.Crossed = d.settling().crossed()
	for _, i := range p.Crossed {
		p.Edges[i].OnTop = d.Edges[i].Protected
	}
}

// nodeRect is the room that a node takes in the draft.
func (d *draft) nodeRect(i int) geometry.Rect {
	at := d.placed.Nodes[nodeName(i)]
	return geometry.Centred(at.X, at.Y, d.Nodes[i].Width, d.Nodes[i].Height)
}
