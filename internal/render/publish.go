package render

import (
	"math"
	"strings"

	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/layout"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/viewdot"
	"example.org/graphgen/internal/words"
)

// Published is what the view's published DOT says, in the renderer's language, but for what
// follows from a layout: places and ranks.
func (r *Renderer) Published(v *network.View) *viewdot.File {
	r = r.of(v)
	return r.published(r.compose(v))
}

// published is what the published DOT says of a diagram before it is laid out.
func (r *Renderer) published(d *diagram) *viewdot.File {
	spec := d.view.Spec
	f := &viewdot.File{
		View: spec.ID, Title: r.describer.Text(spec.Title), Lang: r.describer.Lang, RightToLeft: d.rightToLeft, Look: r.publishedLook(d),
	}
	for i := range d.clusters {
		c := d.clusters[i].Cluster
		f.Clusters = append(f.Clusters, viewdot.Cluster{ID: c.ID, Label: r.clusterName(c), Parent: c.Parent})
	}
	for i := range d.nodes {
		f.Nodes = append(f.Nodes, r.publishedNode(d, &d.nodes[i]))
	}
	for i := range d.edges {
		f.Edges = append(f.Edges, r.publishedEdge(d, &d.edges[i]))
	}
	return f
}

// publishedLook is what the published DOT has once for many things.
func (r *Renderer) publishedLook(d *diagram) viewdot.Look {
	look := viewdot.Look{
		Caption:   r.describer.Text(d.view.Spec.Caption),
		TitleSize: titleSize, NameSize: nameSize, HubSize: hubSize, LabelSize: labelSize, SmallSize: smallSize,
		NodeGap: layout.NodeGap, RankGap: layout.RankGap,
		Ink: ink.Light, Quiet: quiet.Light, Area: clusterFill.Light, Hairline: hairline.Light,
		Types: map[string]viewdot.TypeLook{},
	}
	for i := range d.nodes {
		n := d.nodes[i].Node
		as := lookOf(n)
		look.Types[nodeType(n)] = viewdot.TypeLook{Heading: r.typeHeading(n), Shape: as.shape, Color: as.stroke.Light, FillColor: as.fill.Light}
	}
	look.EdgeHeading = func(e *viewdot.Edge) string { return r.edgeHeading(d.view.Edge(e.ID)) }
	return look
}

// nodeType is what the published DOT has a node be: an entity's type, or what else it is.
func nodeType(n *network.Node) string {
	switch n.Kind {
	case network.ValueNode:
		return viewdot.FigureType
	case network.OriginNode:
		return viewdot.OriginType
	}
	return string(n.Entity.Type)
}

// lookOf is how nodes of a kind are drawn where no editor chose otherwise.
func lookOf(n *network.Node) look {
	switch n.Kind {
	case network.ValueNode:
		return valueLook
	case network.OriginNode:
		return originLook
	}
	return looks[n.Entity.Type]
}

// typeHeading is the comment above nodes of a kind.
func (r *Renderer) typeHeading(n *network.Node) string {
	switch n.Kind {
	case network.ValueNode:
		return "values of figures"
	case network.OriginNode:
		return r.describer.Words.Say(words.OriginOpen)
	}
	return r.describer.Words.Type(n.Entity.Type)
}

// edgeHeading is the comment above edges that look alike.
func (r *Renderer) edgeHeading(e *network.Edge) string {
	standing := r.describer.Words.Standing(e.Verdict.Standing)
	if e.Kind == network.FlowEdge {
		return r.describer.Words.Say(words.Explained, r.describer.Text(e.Flow.What), standing)
	}
	return standing
}

func (r *Renderer) publishedNode(d *diagram, of *node) viewdot.Node {
	n := viewdot.Node{
		ID: of.ID,
		Item: viewdot.Item{
			Type: nodeType(of.Node), Text: of.words.text(), Office: of.below, Color: of.look.stroke.Light, FontColor: of.inkOfName(),
			Class: of.class(), Tooltip: d.evidence(of.title, of.ID),
		},
		Shape: of.look.shape, FillColor: of.look.fill.Light, Hub: of.Hub, Cluster: of.Cluster,
	}
	if len(of.Offices) > 0 {
		n.Markup, n.Small = true, of.words.smallText()
	}
	switch of.Kind {
	case network.EntityNode:
		n.Name = r.describer.NodeName(d.view, of.ID)
		if of.ByHand {
			n.Caveat, n.Dash, n.Claims = r.describer.Caveat(of.Verdict), dashWord(of.dash), claimsOf(of.Verdict)
		}
	case network.ValueNode:
		n.Name = strings.TrimSpace(r.describer.Text(of.Value.Measure) + " " + r.describer.Period(of.Value))
		n.Caveat, n.Hedge, n.Quantity = r.describer.Caveat(of.Verdict), r.describer.Hedges(of.Verdict), r.describer.Quantity(of.Value)
		n.Standing, n.Dash, n.Claims = string(of.Verdict.Standing), dashWord(of.dash), claimsOf(of.Verdict)
	case network.OriginNode:
		n.Name, n.FontColor = n.Text, quiet.Light
	}
	return n
}

func (r *Renderer) publishedEdge(d *diagram, of *edge) viewdot.Edge {
	e := viewdot.Edge{
		ID: of.ID, From: of.From, To: of.To, Width: of.pen.width,
		Item: viewdot.Item{
			Type: lineType(of.Edge), Text: of.words.text(), Name: r.describer.Says(of.Edge),
			Caveat: r.describer.LineCaveat(of.Edge), Hedge: of.hedge, Standing: string(of.Verdict.Standing), Claims: claimsOf(of.Verdict),
			Dash: dashWord(of.pen.dash), Color: of.pen.ink.Light, FontColor: of.ink.Light,
			Class: of.class(), Tooltip: d.evidence(of.title, of.ID),
		},
	}
	if of.Mutual {
		e.Arrows = viewdot.ToNone
	}
	return e
}

// lineType is what the published DOT has an edge be: a relation's type, or what else it is.
func lineType(e *network.Edge) string {
	switch e.Kind {
	case network.FlowEdge:
		return viewdot.FlowType
	case network.GivesEdge:
		return viewdot.GivesType
	case network.DisputesEdge:
		return viewdot.DisputesType
	}
	return e.Relation.Type
}

// claimsOf are the ids of the claims that something rests on.
func claimsOf(v entities.Verdict) string {
	var ids []string
	for _, c := range v.Claims() {
		ids = append(ids, c.ID)
	}
	return strings.Join(ids, " ")
}

// publish is what the published DOT says of a diagram, with where everything stands.
func (r *Renderer) publish(d *diagram, placed *layout.Placement) *viewdot.File {
	f := r.published(d)
	f.Layout = string(placed.Program)
	for i := range d.nodes {
		f.Nodes[i].Place = d.publishedPlace(i, placed)
		f.Nodes[i].Pinned = d.editedPlace(i) != nil
	}
	(&ranker{d, placed}).rank(f)
	return f
}

// editedPlace is where an editor put a node, or nil.
func (d *diagram) editedPlace(node int) *edits.Place {
	if e := d.edits.Of(edits.Thing{ID: d.nodes[node].ID}); e != nil {
		return e.Place
	}
	return nil
}

// publishedPlace is where a node stands in the picture, in points from the upper corner at which
// reading begins.
func (d *diagram) publishedPlace(node int, placed *layout.Placement) *edits.Place {
	at := placed.Nodes[node]
	x, y := at.X-placed.Shift.X, at.Y-placed.Shift.Y
	const rounded = 0.2 // what Graphviz and the shift may take off
	if p := d.editedPlace(node); p != nil && math.Abs(x-p.X) < rounded && math.Abs(y-p.Y) < rounded {
		return p
	}
	return &edits.Place{X: x, Y: y}
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

// inkOfName is the colour of a node's first words where these are a name, and else of any.
func (n *node) inkOfName() string {
	if n.Kind == network.EntityNode && len(n.words.lines) > 0 {
		return n.words.lines[0].ink.Light
	}
	return ink.Light
}

// text returns the paragraph's lines, one below the other, without marks that key them to notes.
func (p *paragraph) text() string {
	return p.textOf(func(*textLine) bool { return true })
}

// smallText is what of the text stands below a name, in small letters.
func (p *paragraph) smallText() string {
	return p.textOf(func(l *textLine) bool { return l.size == smallSize })
}

func (p *paragraph) textOf(takes func(*textLine) bool) string {
	var lines []string
	for i := range p.lines {
		if s := p.lines[i].plain(); s != "" && takes(&p.lines[i]) {
			lines = append(lines, s)
		}
	}
	return strings.Join(lines, "\n")
}

// plain is a line's text without the mark that keys it to a note.
func (l *textLine) plain() string { return strings.TrimSpace(strings.TrimSuffix(l.text, l.mark)) }
