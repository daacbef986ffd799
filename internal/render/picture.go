package render

import (
	"math"

	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/render/graphviz"
	"example.org/graphgen/internal/render/scene"
)

// picture sets a placed diagram into its frame: title above; legend, notes, sources and
// corrections below.
func (r *Renderer) picture(d *diagram, placed *graphviz.Layout) *scene.Scene {
	spec := d.view.Spec
	s := &scene.Scene{
		ID:          r.pictureID(spec),
		Lang:        r.teller.Lang,
		Title:       r.teller.Text(spec.Title),
		Description: r.teller.Text(spec.Caption),
		Width:       math.Ceil(max(placed.Width, minWidth)) + 2*margin,
	}
	f := &frame{renderer: r, diagram: d, width: s.Width, margin: margin, y: margin}
	f.header(s.Title, s.Description)
	at := offset{x: (s.Width - placed.Width) / 2, y: f.y}
	f.items = append(f.items, d.drawing(placed, at))
	f.y += placed.Height + gap
	f.legend()
	f.notes()
	f.closing()
	s.Height = math.Ceil(f.y + margin - gap)
	s.Items = f.onPaper(s.Height)
	return s
}

// offset moves what Graphviz placed to where the diagram stands in the picture.
type offset struct{ x, y float64 }

func (o offset) point(p graphviz.Point) scene.Point { return scene.Point{X: p.X + o.x, Y: p.Y + o.y} }

// drawing is the diagram itself: areas behind, lines over them, boxes above, labels on top.
func (d *diagram) drawing(placed *graphviz.Layout, at offset) *scene.Group {
	g := &scene.Group{Class: "diagram"}
	for i := range d.areas {
		if place, ok := placed.Clusters[clusterName(i)]; ok {
			g.Items = append(g.Items, d.areas[i].draw(place, at))
		}
	}
	routes := routesOf(placed)
	for i := range d.lines {
		g.Items = append(g.Items, d.lines[i].draw(routes[edgeName(i)], at))
	}
	for i := range d.boxes {
		g.Items = append(g.Items, d.boxes[i].draw(placed.Nodes[nodeName(i)], at))
	}
	return g
}

func (a *area) draw(place graphviz.Cluster, at offset) *scene.Group {
	g := &scene.Group{ID: a.cluster.ID, Class: "cluster", Items: []scene.Item{scene.Shape{
		Path: scene.Rounded(place.X+at.x, place.Y+at.y, place.W, place.H, 10), Fill: areaFill,
	}}}
	if place.Label != nil {
		p := at.point(*place.Label)
		g.Items = append(g.Items, a.words.at(p.X, p.Y, scene.Colour{})...)
	}
	return g
}

func (b *box) draw(place graphviz.Node, at offset) *scene.Group {
	c := at.point(graphviz.Point{X: place.X, Y: place.Y})
	x, y := c.X-b.w/2, c.Y-b.h/2
	outline := scene.Shape{Path: b.look.outline(x, y, b.w, b.h), Fill: b.look.fill, Stroke: b.look.stroke, Width: 1.4}
	g := &scene.Group{ID: b.node.ID, Class: b.class(), Title: b.title}
	switch b.node.Kind {
	case network.ValueNode:
		outline.Dash = dashOf(b.node.Verdict)
	case network.EntityNode:
		if b.node.Hub {
			outline.Width = 3
		}
	}
	g.Items = append(g.Items, outline)
	if b.look.detail != nil {
		g.Items = append(g.Items, scene.Shape{Path: b.look.detail(x, y, b.w, b.h), Stroke: b.look.stroke, Width: 1.4})
	}
	words := c
	if b.symbol != "" {
		g.Items = append(g.Items, symbol(b.symbol, c.X-b.content()/2, c.Y-symbolSize/2, symbolSize, b.look.stroke)...)
		words.X += (symbolSize + symbolGap) / 2
	}
	g.Items = append(g.Items, b.words.at(words.X, words.Y, scene.Colour{})...)
	return g
}

func (b *box) class() string {
	switch b.node.Kind {
	case network.ValueNode:
		return "node type-figure standing-" + string(b.node.Verdict.Standing)
	case network.OriginNode:
		return "node type-origin"
	}
	class := "node type-" + string(b.node.Entity.Type)
	if b.node.Hub {
		class += " hub"
	}
	return class
}

func (l *line) draw(route *graphviz.Edge, at offset) *scene.Group {
	g := &scene.Group{ID: l.edge.ID, Class: l.class(), Title: l.title}
	for _, spline := range route.Splines {
		path := course(spline, at)
		g.Items = append(g.Items, scene.Shape{Path: path, Stroke: l.pen.ink, Width: l.pen.width, Dash: l.pen.dash})
		if spline.End != nil && len(spline.Points) > 0 {
			from, to := at.point(spline.Points[len(spline.Points)-1]), at.point(*spline.End)
			g.Items = append(g.Items, scene.Shape{Path: arrowhead(from, to, l.pen.width), Fill: l.pen.ink})
		}
	}
	if route.Label != nil {
		p := at.point(*route.Label)
		g.Items = append(g.Items, l.words.at(p.X, p.Y, paper)...)
	}
	return g
}

func (l *line) class() string {
	standing := " standing-" + string(l.edge.Verdict.Standing)
	switch l.edge.Kind {
	case network.RelationEdge:
		return "edge relation-" + l.edge.Relation.Type + standing
	case network.FlowEdge:
		return "edge flow-" + l.edge.Flow.ID + standing
	case network.GivesEdge:
		return "edge figure-gives" + standing
	}
	return "edge figure-disputes" + standing
}

func course(spline graphviz.Spline, at offset) scene.Path {
	var p scene.Path
	for i, point := range spline.Points {
		if i == 0 {
			p = p.Move(at.point(point))
		} else if i%3 == 0 {
			p = p.Curve(at.point(spline.Points[i-2]), at.point(spline.Points[i-1]), at.point(point))
		}
	}
	return p
}

// arrowhead is a triangle from where the line ends to its tip.
func arrowhead(from, tip scene.Point, width float64) scene.Path {
	dx, dy := tip.X-from.X, tip.Y-from.Y
	length := math.Sqrt(float64(dx*dx) + float64(dy*dy))
	if length == 0 {
		return nil
	}
	half := 2.4 + width
	nx, ny := -dy/length*half, dx/length*half
	return scene.Polygon(scene.Point{X: from.X + nx, Y: from.Y + ny}, tip, scene.Point{X: from.X - nx, Y: from.Y - ny})
}
