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
		Lang:        r.teller.Lang,
		Title:       r.teller.Text(spec.Title),
		Description: r.teller.Text(spec.Caption),
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

// drawing is the diagram itself: areas behind, lines over them, boxes above, labels on top.
func (d *diagram) drawing(placed *layout.Placement, at offset) *scene.Group {
	g := &scene.Group{Class: "diagram"}
	for i := range d.areas {
		if area := placed.Clusters[i]; area != nil {
			g.Items = append(g.Items, d.areas[i].draw(area, at))
		}
	}
	var top []scene.Item
	for i := range d.lines {
		l := d.lines[i].draw(placed.Edges[i], at)
		if placed.Edges[i].OnTop {
			top = append(top, l)
		} else {
			g.Items = append(g.Items, l)
		}
	}
	for i := range d.boxes {
		g.Items = append(g.Items, d.boxes[i].draw(placed.Nodes[i], at))
	}
	g.Items = append(g.Items, top...)
	return g
}

func (a *area) draw(place *layout.Area, at offset) *scene.Group {
	g := &scene.Group{ID: a.cluster.ID, Class: "cluster", Title: a.title, Items: []scene.Item{scene.Shape{
		Path: scene.Rounded(place.X+at.x, place.Y+at.y, place.Width, place.Height, 10), Fill: areaFill,
	}}}
	if place.Heading != nil {
		p := at.point(*place.Heading)
		g.Items = append(g.Items, a.words.at(p.X, p.Y, scene.Colour{})...)
	}
	return g
}

func (b *box) draw(centre layout.Point, at offset) *scene.Group {
	c := at.point(centre)
	x, y, w, h := c.X-b.w/2, c.Y-b.h/2, b.w, b.h
	g := &scene.Group{ID: b.node.ID, Class: b.class(), Title: b.title}
	if b.node.Hub {
		g.Items = append(g.Items, scene.Shape{Path: b.look.outline(x, y, w, h), Fill: paper, Stroke: b.look.stroke, Width: 3})
		x, y, w, h = x+hubRing, y+hubRing, w-float64(2*hubRing), h-float64(2*hubRing)
	}
	outline := scene.Shape{Path: b.look.outline(x, y, w, h), Fill: b.look.fill, Stroke: b.look.stroke, Width: 1.4, Dash: b.dash}
	g.Items = append(g.Items, outline)
	if b.look.detail != nil {
		g.Items = append(g.Items, scene.Shape{Path: b.look.detail(x, y, w, h), Stroke: b.look.stroke, Width: 1.4})
	}
	words := c
	if b.hasBar {
		g.Items = append(g.Items, b.bar(layout.Point(c))...)
		words.Y -= (barHeight + barGap) / 2
	}
	if b.symbol != "" {
		g.Items = append(g.Items, symbol(b.symbol, c.X-b.content()/2, c.Y-symbolSize/2, symbolSize, cmp.Or(b.symbolInk, b.look.stroke))...)
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
