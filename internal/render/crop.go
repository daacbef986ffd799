package render

import (
	"math"

	"example.org/graphgen/internal/layout/graphviz"
)

// crop cuts off a layout what nothing of the diagram takes up.
func (d *diagram) crop(placed *graphviz.Layout) {
	bounds := d.bounds(placed)
	move := func(points ...*graphviz.Point) {
		for _, p := range points {
			if p != nil {
				p.X, p.Y = p.X-bounds.left, p.Y-bounds.top
			}
		}
	}
	placed.Width, placed.Height = bounds.right-bounds.left, bounds.bottom-bounds.top
	for name, n := range placed.Nodes {
		n.X, n.Y = n.X-bounds.left, n.Y-bounds.top
		placed.Nodes[name] = n
	}
	for name, c := range placed.Clusters {
		c.X, c.Y = c.X-bounds.left, c.Y-bounds.top
		move(c.Label)
		placed.Clusters[name] = c
	}
	for _, e := range placed.Edges {
		move(e.Label)
		for _, s := range e.Splines {
			move(s.Start, s.End)
			for i := range s.Points {
				move(&s.Points[i])
			}
		}
	}
}

// bounds is what boxes, areas, lines and their labels take up together.
func (d *diagram) bounds(placed *graphviz.Layout) rect {
	all := rect{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	cover := func(r rect) {
		all = rect{min(all.left, r.left), min(all.top, r.top), max(all.right, r.right), max(all.bottom, r.bottom)}
	}
	for _, n := range placed.Nodes {
		cover(around(n.X, n.Y, n.W, n.H))
	}
	for _, c := range placed.Clusters {
		cover(rect{c.X, c.Y, c.X + c.W, c.Y + c.H})
	}
	routes := routesOf(placed)
	for i := range d.lines {
		route, l := routes[edgeName(i)], &d.lines[i]
		if route == nil {
			continue
		}
		cover(runOf(route).box.grown(l.pen.half()))
		if route.Label != nil {
			cover(around(route.Label.X, route.Label.Y, l.drawn.w+12, l.drawn.h))
		}
	}
	return all
}
