package render

import (
	"strings"

	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/network"
)

// Ground is what a view says and looks like, in the renderer's language: without any edits where
// the view has none.
func (r *Renderer) Ground(v *network.View) edits.Ground {
	r = r.of(v)
	d := r.compose(v)
	ground := edits.Ground{}
	for i := range d.boxes {
		ground[edits.Thing{ID: d.boxes[i].node.ID}] = r.groundOfBox(d, &d.boxes[i])
	}
	for i := range d.lines {
		l := &d.lines[i]
		said := edits.Said{Text: edits.Plain(l.words.text()), Values: map[edits.Property]string{
			{Name: edits.Label, Lang: r.teller.Lang}: edits.Plain(r.teller.Says(l.edge)),
			{Name: edits.Color}:                      l.pen.ink.Light,
			{Name: edits.FontColor}:                  l.ink.Light,
		}}
		said.Caveat, said.Hedge, said.Dash = edits.Plain(r.teller.LineCaveat(l.edge)), edits.Plain(l.hedge), dashWord(l.pen.dash)
		if l.edge.Kind == network.FlowEdge {
			said.Shifting = []string{edits.Color, edits.FontColor}
		}
		ground[edits.Thing{Line: true, ID: l.edge.ID}] = said
	}
	return ground
}

func (r *Renderer) groundOfBox(d *diagram, b *box) edits.Said {
	said := edits.Said{Text: edits.Plain(b.words.text()), Values: map[edits.Property]string{
		{Name: edits.Color}:     b.look.stroke.Light,
		{Name: edits.FillColor}: b.look.fill.Light,
		{Name: edits.FontColor}: b.inkOfName(),
		{Name: edits.Shape}:     b.look.shape,
	}}
	label, below := edits.Property{Name: edits.Label, Lang: r.teller.Lang}, edits.Property{Name: edits.Below, Lang: r.teller.Lang}
	switch b.node.Kind {
	case network.EntityNode:
		said.Values[label] = edits.Plain(r.teller.NodeName(d.view, b.node.ID))
		said.Values[below] = edits.Plain(b.below)
		if b.node.ByHand {
			said.Caveat, said.Dash = edits.Plain(r.teller.Caveat(b.node.Verdict)), dashWord(b.dash)
		}
	case network.ValueNode:
		said.Caveat, said.Hedge, said.Quantity = edits.Plain(r.teller.Caveat(b.node.Verdict)), edits.Plain(r.teller.Hedges(b.node.Verdict)), edits.Plain(r.teller.Quantity(b.node.Value))
		said.Dash = dashWord(b.dash)
		said.Values[label] = edits.Plain(strings.TrimSpace(r.teller.Text(b.node.Value.Measure) + " " + r.teller.Period(b.node.Value)))
	case network.OriginNode:
		said.Values[label] = said.Text
	}
	return said
}

// inkOfName is the colour of a box's first words where these are a name, and else of any.
func (b *box) inkOfName() string {
	if b.node.Kind == network.EntityNode && len(b.words.lines) > 0 {
		return b.words.lines[0].ink.Light
	}
	return ink.Light
}
