package render

import (
	"cmp"
	"math"

	"example.org/graphgen/internal/layout"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/render/scene"
)

// picture sets a placed diagram into its frame: title above; legend, notes, sources and
// corrections below.
func (r *Renderer) picture(d *diagram, placed *layout.Placement) *scene.Scene {
	spec := d.view.Spec
	s := &scene.Scene{
		ID:          r.pictureID(spec),
		Lang:        r.describer.Lang,
		Title:       r.describer.Text(spec.Title),
		Description: r.describer.Text(spec.Caption),
		Width:       math.Ceil(max(placed.Width, minWidth)) + 2*margin,
	}
	f := &frame{renderer: r, diagram: d, width: s.Width, margin: margin, y: margin, wide: placed}
	f.header(s.Title, s.Description)
	f.middle(placed)
	f.legend()
	f.notes()
	f.closing()
	s.Height = math.Ceil(f.y + margin - gap)
	s.Items = f.onPaper(s.Height)
	return r.turn(s)
}

// middle sets the diagram, in the middle of the width.
func (f *frame) middle(placed *layout.Placement) {
	at := offset{x: (f.width - placed.Width) / 2, y: f.y}
	f.items = append(f.items, f.diagram.drawing(placed, at))
	f.y += placed.Height + gap
}

// offset moves what was laid out to where the diagram stands in the picture.
type offset struct{ x, y float64 }

func (o offset) point(p layout.Point) scene.Point { return scene.Point{X: p.X + o.x, Y: p.Y + o.y} }

// drawing is the diagram itself: clusters behind, lines over them, nodes above, labels on top.
func (d *diagram) drawing(placed *layout.Placement, at offset) *scene.Group {
	g := &scene.Group{Class: "diagram"}
	for i := range d.clusters {
		if area := placed.Clusters[i]; area != nil {
			g.Items = append(g.Items, d.clusters[i].draw(area, at))
		}
	}
	var top []scene.Item
	for i := range d.edges {
		l := d.edges[i].draw(placed.Edges[i], at)
		if placed.Edges[i].OnTop {
			top = append(top, l)
		} else {
			g.Items = append(g.Items, l)
		}
	}
	for i := range d.nodes {
		g.Items = append(g.Items, d.nodes[i].draw(placed.Nodes[i], at))
	}
	g.Items = append(g.Items, top...)
	return g
}

func (c *cluster) draw(place *layout.Area, at offset) *scene.Group {
	g := &scene.Group{ID: c.ID, Class: "cluster", Title: c.title, Items: []scene.Item{scene.Shape{
		Path: scene.Rounded(place.X+at.x, place.Y+at.y, place.Width, place.Height, 10), Fill: clusterFill,
	}}}
	if place.Heading != nil {
		p := at.point(*place.Heading)
		g.Items = append(g.Items, c.words.at(p.X, p.Y, scene.Colour{})...)
	}
	return g
}

func (n *node) draw(centre layout.Point, at offset) *scene.Group {
	c := at.point(centre)
	x, y, w, h := c.X-n.w/2, c.Y-n.h/2, n.w, n.h
	g := &scene.Group{ID: n.ID, Class: n.class(), Title: n.title}
	if n.Hub {
		g.Items = append(g.Items, scene.Shape{Path: n.look.outline(x, y, w, h), Fill: paper, Stroke: n.look.stroke, Width: 3})
		x, y, w, h = x+hubRing, y+hubRing, w-float64(2*hubRing), h-float64(2*hubRing)
	}
	outline := scene.Shape{Path: n.look.outline(x, y, w, h), Fill: n.look.fill, Stroke: n.look.stroke, Width: 1.4, Dash: n.dash}
	g.Items = append(g.Items, outline)
	if n.look.detail != nil {
		g.Items = append(g.Items, scene.Shape{Path: n.look.detail(x, y, w, h), Stroke: n.look.stroke, Width: 1.4})
	}
	words := c
	if n.hasBar {
		g.Items = append(g.Items, n.bar(layout.Point(c))...)
		words.Y -= (barHeight + barGap) / 2
	}
	if n.symbol != "" {
		g.Items = append(g.Items, symbol(n.symbol, c.X-n.content()/2, c.Y-symbolSize/2, symbolSize, cmp.Or(n.symbolInk, n.look.stroke))...)
		words.X += (symbolSize + symbolGap) / 2
	}
	g.Items = append(g.Items, n.words.at(words.X, words.Y, scene.Colour{})...)
	return g
}

func (n *node) class() string {
	switch n.Kind {
	case network.ValueNode:
		return "node type-figure standing-" + string(n.Verdict.Standing)
	case network.OriginNode:
		return "node type-origin"
	}
	class := "node type-" + string(n.Entity.Type)
	if n.Hub {
		class += " hub"
	}
	return class
}
