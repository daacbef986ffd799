package render

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"example.org/graphgen/internal/dot"
	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/layout/graphviz"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/original"
	"example.org/graphgen/internal/words"
)

// publish writes the diagram as DOT to be read and edited: a node's name is the entity's
// id, a relation's edge has its id, and the words and lines of standing are there as well.
// What looks alike stands together under a comment, with its look said once. Attributes that
// Graphviz has no use for say what things are: type, standing, caveat, hedge and claims.
func (r *Renderer) publish(d *diagram, placed *graphviz.Layout) *dot.Graph {
	spec := d.view.Spec
	p := &publisher{Renderer: r, diagram: d, placed: placed, number: d.boxNumbers()}
	p.ranks = p.ranking()
	g := &dot.Graph{
		ID:      spec.ID,
		Comment: r.teller.Text(spec.Title) + "\n" + r.teller.Text(spec.Caption) + howToEdit,
		Attrs: []dot.Attr{
			{Key: "label", Value: dot.Text(r.teller.Text(spec.Title))},
			{Key: "labelloc", Value: dot.Word("t")},
			{Key: "rankdir", Value: dot.Word(string(p.ranks.direction))},
			{Key: "fontname", Value: dot.Word(plainFont)},
			{Key: "fontsize", Value: dot.Number(titleSize)},
			{Key: "layout", Value: dot.Word(layoutProgram(d))},
			{Key: "nodesep", Value: dot.Number(nodeGap)},
			{Key: "ranksep", Value: dot.Number(rankGap)},
			{Key: "lang", Value: dot.Text(r.teller.Lang)},
		},
		NodeAttrs: []dot.Attr{
			{Key: "fontname", Value: dot.Word(boldFont)},
			{Key: "fontsize", Value: dot.Number(nameSize)},
			{Key: "fontcolor", Value: dot.Word(ink.Light)},
			{Key: "style", Value: dot.Word("filled")},
		},
		EdgeAttrs: []dot.Attr{
			{Key: "fontname", Value: dot.Word(plainFont)},
			{Key: "fontsize", Value: dot.Number(labelSize)},
			{Key: "arrowsize", Value: dot.Number(0.8)},
		},
	}
	if len(d.areas) > 0 && len(p.ranks.beside) > 0 {
		g.Attrs = append(g.Attrs, dot.Attr{Key: "newrank", Value: dot.Word("true")}) // ranks are not each area's own
	}
	if d.rightToLeft {
		g.Attrs = append(g.Attrs, dot.Attr{Key: "reading", Value: dot.Word("right to left")})
	}
	g.Subgraphs = append(p.areas(""), p.nodesIn("")...)
	g.Subgraphs = slices.Concat(g.Subgraphs, p.lines(), p.sameRanks())
	return g
}

// publishedText is the text of a published file: the graph, and in it, packed, what it was when it
// was published, so that what is edited in it can be told from what changes in the case.
func publishedText(g *dot.Graph) []byte {
	const remark = "What this file was when it was published, for graphgen merge. Leave it as it is."
	g.Remark, g.Closing = remark, []dot.Attr{{Key: original.Attribute, Value: dot.Packed("")}}
	g.Closing[0].Value = dot.Packed(original.Pack(g.Bytes()))
	return g.Bytes()
}

const howToEdit = `

Edit labels, colours, shapes, pos and groups of rank=same, add lines or take some out; then
"graphgen merge" on this file keeps that, and every build draws it. What says how a line
stands (dashes, "alleged by ...") follows from the claims, and stays.`

// Fonts that Graphviz has everywhere; names of boxes are bold, as in the picture.
const (
	plainFont = "Helvetica"
	boldFont  = "Helvetica-Bold"
)

// publisher writes one diagram.
type publisher struct {
	*Renderer
	*diagram
	placed *graphviz.Layout
	number map[string]int // of boxes, by the ids of their nodes
	ranks  ranks
}

func (p *publisher) areas(parent string) []dot.Subgraph {
	var areas []dot.Subgraph
	for i := range p.diagram.areas {
		c := p.diagram.areas[i].cluster
		if c.Parent != parent {
			continue
		}
		s := dot.Subgraph{ID: "cluster_" + c.ID, Attrs: []dot.Attr{
			{Key: "label", Value: dot.Text(p.areaName(c))},
			{Key: "style", Value: dot.Word("filled")},
			{Key: "color", Value: dot.Word(hairline.Light)},
			{Key: "fillcolor", Value: dot.Word(areaFill.Light)},
			{Key: "fontname", Value: dot.Word(boldFont)},
			{Key: "fontsize", Value: dot.Number(smallSize)},
			{Key: "fontcolor", Value: dot.Word(quiet.Light)},
		}}
		s.Subgraphs = append(p.areas(c.ID), p.nodesIn(c.ID)...)
		areas = append(areas, s)
	}
	return areas
}

// kindOfBox is what nodes are grouped by: entities of a type, values of figures, open origins.
type kindOfBox struct {
	kind   network.NodeKind
	entity entities.EntityType
}

// nodesIn groups the nodes of an area, or of none.
func (p *publisher) nodesIn(area string) []dot.Subgraph {
	var kinds []kindOfBox
	boxes := map[kindOfBox][]*box{}
	for i := range p.boxes {
		b := &p.boxes[i]
		if b.node.Cluster != area {
			continue
		}
		kind := kindOfBox{kind: b.node.Kind}
		if b.node.Entity != nil {
			kind.entity = b.node.Entity.Type
		}
		if boxes[kind] == nil {
			kinds = append(kinds, kind)
		}
		boxes[kind] = append(boxes[kind], b)
	}
	slices.SortFunc(kinds, func(a, b kindOfBox) int { return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(a.entity, b.entity)) })
	var groups []dot.Subgraph
	for _, kind := range kinds {
		groups = append(groups, p.nodeGroup(kind, boxes[kind]))
	}
	return groups
}

func (p *publisher) nodeGroup(kind kindOfBox, boxes []*box) dot.Subgraph {
	look := kind.look()
	g := dot.Subgraph{Comment: p.kindName(kind), NodeAttrs: []dot.Attr{
		{Key: "type", Value: dot.Word(kindType(kind))},
		{Key: "shape", Value: dot.Word(look.shape)},
		{Key: "color", Value: dot.Word(look.stroke.Light)},
		{Key: "fillcolor", Value: dot.Word(look.fill.Light)},
		{Key: "class", Value: dot.Text("node type-" + kindType(kind))},
	}}
	if kind.kind == network.OriginNode {
		g.NodeAttrs = append(g.NodeAttrs,
			dot.Attr{Key: "fontname", Value: dot.Word(plainFont)},
			dot.Attr{Key: "fontsize", Value: dot.Number(smallSize)},
			dot.Attr{Key: "fontcolor", Value: dot.Word(quiet.Light)})
	}
	for _, b := range boxes {
		n := p.node(b)
		n.Attrs = append(n.Attrs, b.otherThan(look)...)
		g.Nodes = append(g.Nodes, n)
	}
	return g
}

// otherThan is in what a box looks other than its kind, for an editor had it so.
func (b *box) otherThan(look look) []dot.Attr {
	var attrs []dot.Attr
	if b.look.shape != look.shape {
		attrs = append(attrs, dot.Attr{Key: "shape", Value: dot.Word(b.look.shape)})
	}
	if b.look.stroke.Light != look.stroke.Light {
		attrs = append(attrs, dot.Attr{Key: "color", Value: dot.Word(b.look.stroke.Light)})
	}
	if b.look.fill.Light != look.fill.Light {
		attrs = append(attrs, dot.Attr{Key: "fillcolor", Value: dot.Word(b.look.fill.Light)})
	}
	if name := b.inkOfName(); name != ink.Light {
		attrs = append(attrs, dot.Attr{Key: "fontcolor", Value: dot.Word(name)})
	}
	return attrs
}

func (k kindOfBox) look() look {
	switch k.kind {
	case network.ValueNode:
		return valueLook
	case network.OriginNode:
		return originLook
	}
	return looks[k.entity]
}

func (p *publisher) kindName(k kindOfBox) string {
	switch k.kind {
	case network.ValueNode:
		return "values of figures"
	case network.OriginNode:
		return p.teller.Words.Say(words.OriginOpen)
	}
	return p.teller.Words.Type(k.entity)
}

// kindType is what a node's attribute type says: an entity's type, or what else it is.
func kindType(k kindOfBox) string {
	switch k.kind {
	case network.ValueNode:
		return "figure"
	case network.OriginNode:
		return "origin"
	}
	return string(k.entity)
}

func (p *publisher) node(b *box) dot.Node {
	attrs := []dot.Attr{{Key: "label", Value: b.label()}}
	if b.node.Hub {
		attrs = append(attrs, dot.Attr{Key: "peripheries", Value: dot.Number(2)}, dot.Attr{Key: "class", Value: dot.Text(b.class())})
	}
	switch {
	case b.below != "":
		attrs = append(attrs, dot.Attr{Key: "office", Value: dot.Text(b.below)})
	case b.node.Kind == network.ValueNode:
		attrs = append(attrs,
			dot.Attr{Key: "value", Value: dot.Text(p.teller.Quantity(b.node.Value))},
			dot.Attr{Key: "style", Value: dot.Word("filled," + dashWord(b.dash))},
			dot.Attr{Key: "standing", Value: dot.Text(string(b.node.Verdict.Standing))})
		attrs = append(attrs, p.standing(b.node.Verdict, p.teller.Caveat(b.node.Verdict), p.teller.Hedges(b.node.Verdict))...)
		attrs = append(attrs, dot.Attr{Key: "class", Value: dot.Text(b.class())})
	case b.node.ByHand:
		attrs = append(attrs, dot.Attr{Key: "style", Value: dot.Word("filled," + dashWord(b.dash))})
		attrs = append(attrs, p.standing(b.node.Verdict, p.teller.Caveat(b.node.Verdict), "")...)
	}
	attrs = append(attrs, dot.Attr{Key: "pos", Value: p.place(b)})
	if e := p.edits.Of(edits.Thing{ID: b.node.ID}); e != nil && e.Place != nil {
		attrs = append(attrs, dot.Attr{Key: "pin", Value: dot.Word("true")})
	}
	attrs = append(attrs, dot.Attr{Key: "tooltip", Value: dot.Text(p.evidence(b.title, b.node.ID))})
	return dot.Node{ID: b.node.ID, Attrs: attrs}
}

// place is where a box stands in the picture, in points from the upper corner at which reading
// begins. The file does not say how large the picture is, which changes with whatever is added.
func (p *publisher) place(b *box) dot.Value {
	at := p.placed.Nodes[nodeName(p.number[b.node.ID])]
	x, y := at.X-p.shift.X, at.Y-p.shift.Y
	const rounded = 0.2 // what Graphviz and the shift may take off
	if e := p.edits.Of(edits.Thing{ID: b.node.ID}); e != nil && e.Place != nil && math.Abs(x-e.Place.X) < rounded && math.Abs(y-e.Place.Y) < rounded {
		x, y = e.Place.X, e.Place.Y
	}
	if p.diagram.rightToLeft {
		return dot.Place(-x, -y)
	}
	return dot.Place(x, -y)
}

// standing says in which words a line or value stands, and on which claims it rests.
func (p *publisher) standing(v entities.Verdict, caveat, hedge string) []dot.Attr {
	var attrs []dot.Attr
	if caveat != "" {
		attrs = append(attrs, dot.Attr{Key: "caveat", Value: dot.Text(caveat)})
	}
	if hedge != "" {
		attrs = append(attrs, dot.Attr{Key: "hedge", Value: dot.Text(hedge)})
	}
	var ids []string
	for _, c := range v.Claims() {
		ids = append(ids, c.ID)
	}
	return append(attrs, dot.Attr{Key: "claims", Value: dot.Text(strings.Join(ids, " "))})
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

// label is a box's words: as plain text, which is easily edited, but where offices stand small
// under a name.
func (b *box) label() dot.Value {
	if len(b.node.Offices) == 0 {
		return dot.Text(b.words.text())
	}
	var lines []dot.Line
	for _, l := range b.words.lines {
		line := dot.Line{Text: l.plain()}
		if l.size != nameSize {
			line.Size = l.size
		}
		if line.Text != "" {
			lines = append(lines, line)
		}
	}
	return dot.Lines(lines)
}

// text returns the paragraph's lines, one below the other, without marks that key them to notes.
func (p *paragraph) text() string {
	var lines []string
	for _, l := range p.lines {
		if s := l.plain(); s != "" {
			lines = append(lines, s)
		}
	}
	return strings.Join(lines, "\n")
}

// plain is a line's text without the mark that keys it to a note.
func (l *textLine) plain() string { return strings.TrimSpace(strings.TrimSuffix(l.text, l.mark)) }
