package render

import (
	"strings"

	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/render/dot"
)

// publish writes the diagram as DOT to be read and edited: a node's name is the entity's
// id, a relation's edge has its id, and the words and lines of standing are there as well.
func (r *Renderer) publish(d *diagram) *dot.Graph {
	spec := d.view.Spec
	g := &dot.Graph{
		ID:      spec.ID,
		Comment: r.teller.Text(spec.Title) + "\n" + r.teller.Text(spec.Caption),
		Attrs: []dot.Attr{
			{Key: "label", Value: dot.Text(r.teller.Text(spec.Title))},
			{Key: "labelloc", Value: dot.Word("t")},
			{Key: "rankdir", Value: dot.Word(string(d.facing(d.direction)))},
			{Key: "fontname", Value: dot.Word("Helvetica")},
			{Key: "layout", Value: dot.Word(layoutProgram(d))},
		},
		NodeAttrs: []dot.Attr{
			{Key: "fontname", Value: dot.Word("Helvetica")},
			{Key: "style", Value: dot.Word("filled")},
		},
		EdgeAttrs: []dot.Attr{
			{Key: "fontname", Value: dot.Word("Helvetica")},
			{Key: "fontsize", Value: dot.Number(labelSize)},
		},
	}
	g.Subgraphs = publishAreas(r, d, "")
	for i := range d.boxes {
		if d.boxes[i].node.Cluster == "" {
			g.Nodes = append(g.Nodes, publishNode(d, &d.boxes[i]))
		}
	}
	for i := range d.lines {
		g.Edges = append(g.Edges, publishEdge(d, &d.lines[i]))
	}
	return g
}

func publishAreas(r *Renderer, d *diagram, parent string) []dot.Subgraph {
	var areas []dot.Subgraph
	for i := range d.areas {
		c := d.areas[i].cluster
		if c.Parent != parent {
			continue
		}
		s := dot.Subgraph{ID: "cluster_" + c.ID, Attrs: []dot.Attr{
			{Key: "label", Value: dot.Text(r.areaName(c))},
			{Key: "style", Value: dot.Word("filled")},
			{Key: "color", Value: dot.Word(hairline.Light)},
			{Key: "fillcolor", Value: dot.Word(areaFill.Light)},
		}}
		s.Subgraphs = publishAreas(r, d, c.ID)
		for j := range d.boxes {
			if d.boxes[j].node.Cluster == c.ID {
				s.Nodes = append(s.Nodes, publishNode(d, &d.boxes[j]))
			}
		}
		areas = append(areas, s)
	}
	return areas
}

func publishNode(d *diagram, b *box) dot.Node {
	attrs := []dot.Attr{
		{Key: "label", Value: dot.Text(b.words.text())},
		{Key: "shape", Value: dot.Word(b.look.shape)},
		{Key: "color", Value: dot.Word(b.look.stroke.Light)},
		{Key: "fillcolor", Value: dot.Word(b.look.fill.Light)},
		{Key: "tooltip", Value: dot.Text(d.evidence(b.title, b.node.ID))},
		{Key: "class", Value: dot.Text(b.class())},
	}
	if b.node.Kind == network.ValueNode && dashOf(b.node.Verdict) != 0 {
		attrs = append(attrs, dot.Attr{Key: "style", Value: dot.Word("filled," + dashWord(dashOf(b.node.Verdict)))})
	}
	return dot.Node{ID: b.node.ID, Attrs: attrs}
}

// publishEdge gives an edge its id, its words, and a tooltip with the words it rests on, so
// that a denial goes along wherever the file goes.
func publishEdge(d *diagram, l *line) dot.Edge {
	attrs := []dot.Attr{
		{Key: "id", Value: dot.Text(l.edge.ID)},
		{Key: "label", Value: dot.Text(l.words.text())},
		{Key: "style", Value: dot.Word(dashWord(l.pen.dash))},
		{Key: "color", Value: dot.Word(l.pen.ink.Light)},
		{Key: "fontcolor", Value: dot.Word(l.pen.ink.Light)},
		{Key: "class", Value: dot.Text(l.class())},
		{Key: "tooltip", Value: dot.Text(d.evidence(l.title, l.edge.ID))},
	}
	if l.edge.Kind == network.FlowEdge {
		attrs = append(attrs, dot.Attr{Key: "penwidth", Value: dot.Number(l.pen.width)})
	}
	return dot.Edge{From: l.edge.From, To: l.edge.To, Attrs: attrs}
}

// evidence is a title with what the note of a line or value says, if it has one: a published
// DOT has no notes under it.
func (d *diagram) evidence(title, id string) string {
	lines := []string{title}
	if n := d.numbers[id]; n > 0 {
		for _, e := range d.all[n-1].Entries {
			lines = append(lines, e.String())
		}
	}
	return strings.Join(lines, "\n")
}

// text returns the paragraph's lines, one below the other, without marks that key them to notes.
func (p *paragraph) text() string {
	var lines []string
	for _, l := range p.lines {
		if s := strings.TrimSpace(strings.TrimSuffix(l.text, l.mark)); s != "" {
			lines = append(lines, s)
		}
	}
	return strings.Join(lines, "\n")
}
