package render

import (
	"cmp"
	"math"
	"slices"

	"example.org/graphgen/internal/layout"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/render/scene"
	"example.org/graphgen/internal/words"
)

// The narrow form's measures, in CSS pixels. It is drawn for a column of 320 and only ever
// grows from there, so that no text comes out smaller than it is set.
const (
	narrowWidth  = 320.0
	narrowMargin = 12.0
	trunkX       = narrowMargin + 14 // where the line from an entity to its rows runs down
	rowX         = narrowMargin + 52 // where a row's words begin
	targetSize   = 13.0
)

// narrow sets a view into one column, for a phone: each entity that lines lead from, and
// below it a row for each of them, drawn as it stands and with all its words. It is no map
// of the view but the same lines in the order in which the wide form is read.
func (r *Renderer) narrow(d *diagram, placed *layout.Placement) *scene.Scene {
	spec := d.view.Spec
	s := &scene.Scene{
		ID:          r.pictureID(spec) + "-narrow",
		Lang:        r.describer.Lang,
		Title:       r.describer.Text(spec.Title),
		Description: r.describer.Text(spec.Caption),
		Width:       narrowWidth,
	}
	f := &frame{renderer: r, diagram: d, width: s.Width, margin: narrowMargin, y: narrowMargin}
	f.header(s.Title, s.Description)
	f.items = append(f.items, f.column(placed))
	f.legend()
	f.notes()
	f.closing()
	s.Height = math.Ceil(f.y)
	s.Items = f.onPaper(s.Height)
	return r.turn(s)
}

// column sets all nodes and lines, one below the other.
func (f *frame) column(placed *layout.Placement) *scene.Group {
	d := f.diagram
	g := &scene.Group{Class: "diagram"}
	rows := map[string][]*edge{}
	reached := map[string]bool{}
	for i := range d.edges {
		e := d.edges[i].Edge
		rows[e.From] = append(rows[e.From], &d.edges[i])
		reached[e.To] = true
	}
	var alone []*node
	for _, n := range d.readingOrder(placed) {
		lines := rows[n.ID]
		switch {
		case len(lines) > 0 || n.Kind == network.ValueNode:
			g.Items = append(g.Items, f.card(n, lines)...)
		case !reached[n.ID]:
			alone = append(alone, n)
		}
	}
	if len(alone) > 0 {
		f.heading(words.AloneTitle)
		for _, n := range alone {
			g.Items = append(g.Items, f.card(n, nil)...)
		}
	}
	return g
}

// readingOrder is the nodes as the eye meets them in the wide form: along its ranks, and
// within a rank down or across.
func (d *diagram) readingOrder(placed *layout.Placement) []*node {
	order := make([]*node, len(d.nodes))
	at := map[*node]layout.Point{}
	for i := range d.nodes {
		order[i] = &d.nodes[i]
		at[order[i]] = placed.Nodes[i]
	}
	slices.SortStableFunc(order, func(a, b *node) int {
		return cmp.Or(cmp.Compare(math.Round(at[a].X/60), math.Round(at[b].X/60)), cmp.Compare(at[a].Y, at[b].Y))
	})
	return order
}

// card sets a node with the rows of its lines.
func (f *frame) card(n *node, lines []*edge) []scene.Item {
	items := []scene.Item{n.draw(layout.Point{X: n.w / 2, Y: n.h / 2}, offset{narrowMargin + 4, f.y + 4})}
	f.y += n.h + 8
	top := f.y - 3
	var trunk float64
	for _, l := range lines {
		row, joint := f.row(l)
		items = append(items, row)
		trunk = joint
	}
	if len(lines) > 0 {
		items = append([]scene.Item{scene.Shape{Path: stroke(trunkX, top, trunkX, trunk), Stroke: quiet, Width: 1.5}}, items...)
	}
	f.y += 14
	return items
}

// row sets one line: how it is drawn, its words, and where it leads. It returns the height
// at which the row leaves the trunk.
func (f *frame) row(e *edge) (*scene.Group, float64) {
	f.y += 4
	joint, tip := f.y+9, rowX-8.0
	width := wrapWidth(e.title, f.width-rowX-f.margin) // the title says all that the row does
	words := f.renderer.labelWordsIn(e, width, true)
	name, lang := f.renderer.describer.NodeName(f.diagram.view, e.To), f.renderer.describer.NodeLang(f.diagram.view, e.To)
	f.renderer.add(&words, f.renderer.leadsTo(name, lang, e.Mutual), textLine{size: targetSize, bold: true, ink: ink, lang: lang, tight: true}, width)
	pen := e.pen
	pen.width = min(pen.width, 3)
	g := &scene.Group{ID: e.ID, Class: e.class(), Title: e.title}
	g.Items = pen.strokes(straightTo(scene.Point{X: trunkX, Y: joint}, scene.Point{X: tip, Y: joint}))
	g.Items = append(g.Items, words.from(rowX, f.y)...)
	f.y += words.h + 4
	return g, joint
}
