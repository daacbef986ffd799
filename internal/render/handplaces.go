package render

import (
	"context"
	"fmt"
	"math"
	"slices"

	"example.org/graphgen/internal/dot"
	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/layout/graphviz"
)

// pin puts nodes where an editor put them, moves others out of their way, and has Graphviz draw
// anew what lines that concerns. A node that would hide how a line stands makes room for it; where
// none of the ways that are tried leaves room, nodes stand where the layout has them.
func (r *Renderer) pin(ctx context.Context, d *diagram, placed *graphviz.Layout) (*graphviz.Layout, error) {
	centres, pinned, any := d.pinned(placed)
	if !any {
		return placed, nil
	}
	words := d.drawnWords()
	const tries = 6
	for range tries {
		d.setWords(words)
		d.makeRoom(centres, pinned)
		again, err := r.pinnedLayout(ctx, d, placed, centres)
		if isGraphvizsOwn(err) {
			d.unmet = append(d.unmet, "Graphviz fails on the lines between nodes where they were put")
			return placed, nil
		}
		if err != nil {
			return nil, err
		}
		hidden := slices.DeleteFunc(d.covers(again), func(c cover) bool { return !d.hidesStanding(c) })
		if len(hidden) == 0 {
			r.tellCrossed(d, again)
			return again, nil
		}
		for _, c := range hidden {
			d.makeWay(c, centres, pinned)
		}
	}
	d.setWords(words)
	d.shift = graphviz.Point{}
	d.unmet = append(d.unmet, "nodes would hide how lines stand where they were put, and stand where the layout has them: put them further from the lines")
	return placed, nil
}

// pinnedLayout is a layout with the middles of its boxes at these places.
func (r *Renderer) pinnedLayout(ctx context.Context, d *diagram, placed *graphviz.Layout, centres []graphviz.Point) (*graphviz.Layout, error) {
	g := layoutGraph(d, layoutProgram(d), d.direction, 1)
	unnest(g)
	at := map[string]graphviz.Point{}
	for i := range centres {
		at[nodeName(i)] = centres[i]
	}
	for i := range g.Nodes {
		n := &g.Nodes[i]
		n.Attrs = append(n.Attrs, dot.Attr{Key: "pos", Value: dot.Place(at[n.ID].X, -at[n.ID].Y)})
	}
	again, err := r.Engine.Layout(ctx, graphviz.Job{DOT: g.Bytes(), Program: "nop"})
	if err != nil {
		return nil, tooMuch(d, "nop", err)
	}
	turnBack(d, again)
	if err := d.missing(again); err != nil {
		return nil, err
	}
	first := again.Nodes[nodeName(0)]
	d.shift = graphviz.Point{X: first.X - centres[0].X, Y: first.Y - centres[0].Y}
	d.keepRoutes(placed, again)
	d.encloseAreas(again)
	r.settle(d, again)
	return again, nil
}

// tellCrossed says which words a line runs through.
func (r *Renderer) tellCrossed(d *diagram, placed *graphviz.Layout) {
	if !d.settles() {
		return
	}
	for _, i := range d.labelled(placed).crossed() {
		d.unmet = append(d.unmet, fmt.Sprintf("the words of line %s find no free place, and stand on another line: give them room", d.lines[i].edge.ID))
	}
}

// makeWay moves the box that hides how a line stands off those words, the shortest way; of two
// lines' words, the box that one of the lines leads to is moved further from the other's.
func (d *diagram) makeWay(c cover, centres []graphviz.Point, pinned []bool) {
	box, words := c.a.box, c.b
	if box < 0 {
		box, words = d.boxNumbers()[d.lines[c.b.line].edge.To], c.a
		if c.b.line < 0 { // the name of an area; its words stand where its boxes are
			return
		}
	}
	if message := fmt.Sprintf("node %s would hide how line %s stands, and makes room", d.boxes[box].node.ID, d.lines[words.line].edge.ID); !slices.Contains(d.unmet, message) && pinned[box] {
		d.unmet = append(d.unmet, message)
	}
	pinned[box] = false
	hidden := words.room.grown(clearance)
	x, y := centres[box].X+d.shift.X-hidden.centre().X, centres[box].Y+d.shift.Y-hidden.centre().Y
	byX := (d.boxes[box].w+hidden.right-hidden.left)/2 - math.Abs(x)
	byY := (d.boxes[box].h+hidden.bottom-hidden.top)/2 - math.Abs(y)
	if byX < byY {
		centres[box].X += math.Copysign(max(byX, clearance), x)
	} else {
		centres[box].Y += math.Copysign(max(byY, clearance), y)
	}
}

// shape is how the words of a line are set.
type shape struct {
	drawn paragraph
	badge bool
}

// drawnWords and setWords keep how the words of all lines are set, and set them so again.
func (d *diagram) drawnWords() []shape {
	shapes := make([]shape, len(d.lines))
	for i := range d.lines {
		shapes[i] = shape{d.lines[i].drawn, d.lines[i].badge}
	}
	return shapes
}

func (d *diagram) setWords(shapes []shape) {
	for i := range d.lines {
		d.lines[i].drawn, d.lines[i].badge = shapes[i].drawn, shapes[i].badge
	}
}

// pinned returns where the middle of each box is to stand by layout and edits, and which boxes
// edits place. A box that would hide another that they place has to make room.
func (d *diagram) pinned(placed *graphviz.Layout) (centres []graphviz.Point, pinned []bool, any bool) {
	if d.edits.Empty() {
		return nil, nil, false
	}
	centres, pinned = make([]graphviz.Point, len(d.boxes)), make([]bool, len(d.boxes))
	for i := range d.boxes {
		n := placed.Nodes[nodeName(i)]
		centres[i] = graphviz.Point{X: n.X, Y: n.Y}
		if e := d.edits.Of(edits.Thing{ID: d.boxes[i].node.ID}); e != nil && e.Place != nil {
			centres[i], pinned[i], any = graphviz.Point{X: e.Place.X, Y: e.Place.Y}, true, true
		}
	}
	for i := range d.boxes {
		for j := range i {
			if pinned[i] && pinned[j] && d.boxAt(i, centres[i]).overlaps(d.boxAt(j, centres[j])) {
				d.unmet = append(d.unmet, fmt.Sprintf("node %s would stand upon node %s, and makes room", d.boxes[i].node.ID, d.boxes[j].node.ID))
				pinned[i] = false
				break
			}
		}
	}
	return centres, pinned, any
}

// boxAt is the room that a box takes with its middle at a place.
func (d *diagram) boxAt(i int, at graphviz.Point) rect {
	return around(at.X, at.Y, d.boxes[i].w, d.boxes[i].h)
}

// clearance is what is kept between a box that an editor placed and one that makes room for it.
const clearance = 18.0

// makeRoom moves boxes that nobody placed off those that somebody did, and then off each other,
// each time the shortest way.
func (d *diagram) makeRoom(centres []graphviz.Point, pinned []bool) {
	const passes = 40
	for range passes {
		moved := false
		for i := range d.boxes {
			if pinned[i] {
				continue
			}
			for j := range d.boxes {
				if i == j || !pinned[j] && j > i {
					continue
				}
				if by := d.apartBy(centres, i, j); by != (graphviz.Point{}) {
					centres[i].X += by.X
					centres[i].Y += by.Y
					moved = true
				}
			}
		}
		if !moved {
			return
		}
	}
}

// apartBy is the shortest way for a box to go to be clear of another; none where it is.
func (d *diagram) apartBy(centres []graphviz.Point, i, j int) graphviz.Point {
	a, b := &d.boxes[i], &d.boxes[j]
	dx, dy := centres[i].X-centres[j].X, centres[i].Y-centres[j].Y
	x := (a.w+b.w)/2 + clearance - math.Abs(dx)
	y := (a.h+b.h)/2 + clearance - math.Abs(dy)
	switch {
	case x <= 0.05 || y <= 0.05:
		return graphviz.Point{}
	case x < y:
		return graphviz.Point{X: math.Copysign(x, dx)}
	}
	return graphviz.Point{Y: math.Copysign(y, dy)}
}

// keepRoutes has lines run as they did that neither lead to a box that was moved nor meet one.
func (d *diagram) keepRoutes(before, after *graphviz.Layout) {
	var moved []rect // in the layout as it was
	isMoved := map[string]bool{}
	for i := range d.boxes {
		was, is := before.Nodes[nodeName(i)], after.Nodes[nodeName(i)]
		x, y := is.X-d.shift.X, is.Y-d.shift.Y
		if math.Abs(x-was.X) > 0.2 || math.Abs(y-was.Y) > 0.2 {
			moved = append(moved, around(x, y, d.boxes[i].w, d.boxes[i].h).grown(4))
			isMoved[nodeName(i)] = true
		}
	}
	was := routesOf(before)
	for i := range after.Edges {
		e := &after.Edges[i]
		old := was[e.ID]
		if isMoved[e.Tail] || isMoved[e.Head] || old == nil || meetsAny(old, moved) {
			continue
		}
		kept := *old
		kept.Splines = nil
		for _, s := range old.Splines {
			s.Points = slices.Clone(s.Points)
			s.Start, s.End = clonePoint(s.Start), clonePoint(s.End)
			kept.Splines = append(kept.Splines, s)
		}
		kept.Label = clonePoint(old.Label)
		movePoints(&kept, d.shift.X, d.shift.Y)
		*e = kept
	}
}

func meetsAny(route *graphviz.Edge, boxes []rect) bool {
	line := runOf(route)
	for _, box := range boxes {
		if line.crosses(box) {
			return true
		}
	}
	return false
}

func clonePoint(p *graphviz.Point) *graphviz.Point {
	if p == nil {
		return nil
	}
	other := *p
	return &other
}

// encloseAreas draws areas around what stands in them, and gives them room in the layout.
func (d *diagram) encloseAreas(placed *graphviz.Layout) {
	placed.Clusters = map[string]graphviz.Cluster{}
	bounds := rect{0, 0, placed.Width, placed.Height}
	nest := d.nest()
	for depth := deepestArea(nest); depth > 0; depth-- {
		for i := range d.areas {
			if nest.depth[i] != depth {
				continue
			}
			inner, any := d.innerOf(i, nest, placed)
			if !any {
				continue
			}
			c := d.areas[i].around(inner)
			placed.Clusters[clusterName(i)] = c
			bounds = bounds.with(rect{c.X, c.Y, c.X + c.W, c.Y + c.H})
		}
	}
	for i := range placed.Edges {
		line := runOf(&placed.Edges[i])
		bounds = bounds.with(line.box)
	}
	d.move(placed, -bounds.left, -bounds.top)
	placed.Width, placed.Height = bounds.right-bounds.left, bounds.bottom-bounds.top
}

// innerOf is how far the boxes and areas in an area reach.
func (d *diagram) innerOf(area int, nest nest, placed *graphviz.Layout) (inner rect, any bool) {
	inner = rect{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for i := range d.boxes {
		if nest.area[i] == area {
			n := placed.Nodes[nodeName(i)]
			inner, any = inner.with(around(n.X, n.Y, d.boxes[i].w, d.boxes[i].h)), true
		}
	}
	for i, parent := range nest.parent {
		if c, drawn := placed.Clusters[clusterName(i)]; drawn && parent == area {
			inner, any = inner.with(rect{c.X, c.Y, c.X + c.W, c.Y + c.H}), true
		}
	}
	return inner, any
}

// around is an area's box around what is in it, with its name at the upper edge.
func (a *area) around(inner rect) graphviz.Cluster {
	inner = inner.grown(areaMargin)
	if len(a.words.lines) == 0 {
		return graphviz.Cluster{X: inner.left, Y: inner.top, W: inner.right - inner.left, H: inner.bottom - inner.top}
	}
	inner.top -= a.words.h
	if lacking := a.words.w + 16 - (inner.right - inner.left); lacking > 0 {
		inner.left, inner.right = inner.left-lacking/2, inner.right+lacking/2
	}
	label := graphviz.Point{X: (inner.left + inner.right) / 2, Y: inner.top + 6 + a.words.h/2}
	return graphviz.Cluster{X: inner.left, Y: inner.top, W: inner.right - inner.left, H: inner.bottom - inner.top, Label: &label}
}

// move moves all of a layout.
func (d *diagram) move(placed *graphviz.Layout, x, y float64) {
	d.shift.X, d.shift.Y = d.shift.X+x, d.shift.Y+y
	for name, n := range placed.Nodes {
		n.X, n.Y = n.X+x, n.Y+y
		placed.Nodes[name] = n
	}
	for name, c := range placed.Clusters {
		c.X, c.Y = c.X+x, c.Y+y
		if c.Label != nil {
			c.Label = &graphviz.Point{X: c.Label.X + x, Y: c.Label.Y + y}
		}
		placed.Clusters[name] = c
	}
	for i := range placed.Edges {
		movePoints(&placed.Edges[i], x, y)
	}
}

// movePoints moves the course of a line, with its label.
func movePoints(e *graphviz.Edge, x, y float64) {
	to := func(p *graphviz.Point) {
		if p != nil {
			p.X, p.Y = p.X+x, p.Y+y
		}
	}
	to(e.Label)
	for j := range e.Splines {
		s := &e.Splines[j]
		for k := range s.Points {
			to(&s.Points[k])
		}
		to(s.Start)
		to(s.End)
	}
}

// with is the rectangle around both.
func (r rect) with(other rect) rect {
	return rect{min(r.left, other.left), min(r.top, other.top), max(r.right, other.right), max(r.bottom, other.bottom)}
}
