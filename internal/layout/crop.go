package layout

import (
	"example.org/graphgen/internal/layout/geometry"
	"example.org/graphgen/internal/layout/graphviz"
)

// crop cuts off a layout by Graphviz what nothing of the graph takes up.
func (r *resolved) crop(placed *graphviz.Layout, labels []label) {
	bounds := r.bounds(placed, labels)
	translate(placed, -bounds.Left, -bounds.Top)
	placed.Width, placed.Height = bounds.Right-bounds.Left, bounds.Bottom-bounds.Top
}

// bounds is what nodes, clusters, edges and labels take up together.
func (r *resolved) bounds(placed *graphviz.Layout, labels []label) geometry.Rect {
	all := geometry.Nothing()
	for _, n := range placed.Nodes {
		all = all.Union(geometry.Centred(n.X, n.Y, n.W, n.H))
	}
	for _, c := range placed.Clusters {
		all = all.Union(clusterRect(c))
	}
	routes := routesOf(placed)
	for i := range r.Edges {
		route := routes[edgeName(i)]
		if route == nil {
			continue
		}
		all = all.Union(geometry.Flatten(route.Splines).Bounds.Grown(r.Edges[i].Reach))
		if route.Label != nil {
			all = all.Union(geometry.Centred(route.Label.X, route.Label.Y, labels[i].Width+12, labels[i].Height))
		}
	}
	return all
}

func clusterRect(c graphviz.Cluster) geometry.Rect {
	return geometry.Rect{Left: c.X, Top: c.Y, Right: c.X + c.W, Bottom: c.Y + c.H}
}

// translate moves all of a layout.
func translate(placed *graphviz.Layout, x, y float64) {
	for name, n := range placed.Nodes {
		n.X, n.Y = n.X+x, n.Y+y
		placed.Nodes[name] = n
	}
	for name, c := range placed.Clusters {
		c.X, c.Y = c.X+x, c.Y+y
		if c.Label != nil {
			c.Label = &Point{X: c.Label.X + x, Y: c.Label.Y + y}
		}
		placed.Clusters[name] = c
	}
	for i := range placed.Edges {
		translateEdge(&placed.Edges[i], x, y)
	}
}

// translateEdge moves the course of an edge, with its label.
func translateEdge(e *graphviz.Edge, x, y float64) {
	move := func(p *Point) {
		if p != nil {
			p.X, p.Y = p.X+x, p.Y+y
		}
	}
	move(e.Label)
	for j := range e.Splines {
		s := &e.Splines[j]
		for k := range s.Points {
			move(&s.Points[k])
		}
		move(s.Start)
		move(s.End)
	}
}
