package render

import (
	"strconv"
	"strings"

	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/layout"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/render/scene"
	"example.org/graphgen/internal/wording"
	"example.org/graphgen/internal/words"
)

// diagram is a view with its words set and measured, before anything has a place. Once it is
// composed it does not change.
type diagram struct {
	view     *network.View
	nodes    []node
	edges    []edge
	clusters []cluster
	all      []wording.Note   // of all that is drawn
	numbers  map[string]int   // in all, by what it is for
	notes    []wording.Note   // those printed below the picture
	flows    []*entities.Flow // those drawn, which gives each its colour

	greatest string             // amount that lines are drawn to scale by; empty where they are not
	shares   map[string]float64 // of the greatest amount, by the ID of an edge

	rightToLeft bool // whether the picture will be turned; see Renderer.turn

	edits *edits.Overrides // what editors changed; nil for nothing
}

// node is a node of the view with its words.
type node struct {
	*network.Node
	look  look
	words paragraph
	title string
	w, h  float64

	dash      scene.Dash          // of its outline
	below     string              // what stands below the name, by the case or an editor
	symbol    entities.EntityType // whose symbol stands beside the words, or nothing
	symbolInk scene.Colour        // where it is not that of the outline
	hasBar    bool                // of a value: whether it is drawn to scale
	share     float64             // of a value with a bar: of the greatest that is counted alike
}

// edge is an edge of the view with its words.
type edge struct {
	*network.Edge
	pen   pen
	ink   scene.Colour // of the words
	label string       // what it says, with its hedges
	hedge string       // what of that is hedges, with whatever sets them off

	bound      bool      // whether it says how it stands, which nothing may hide
	relabelled bool      // an editor put these words there, so that they must be seen
	words      paragraph // all that it says
	labels     []label   // how that can stand on it in the wide form, the preferred one first
	title      string
	note       int // as printed; 0 for none
}

// label is one way in which the words of a line can stand on it.
type label struct {
	words paragraph
	badge bool // whether it is the number of the note alone
}

// cluster is a cluster of the view with its name.
type cluster struct {
	*network.Cluster
	words paragraph // empty where its own node stands in it, with its name
	title string
}

// compose words and measures everything that a view shows.
func (r *Renderer) compose(v *network.View) *diagram { return r.composeWith(v, r.prints) }

// composeWith is compose for a picture below which only the notes are printed that keep takes.
func (r *Renderer) composeWith(v *network.View, keep func(wording.Note) bool) *diagram {
	all, inAll := r.describer.Notes(v)
	notes, numbers := printed(all, keep)
	d := &diagram{view: v, all: all, numbers: inAll, notes: notes, flows: v.Flows(), rightToLeft: r.rightToLeft(), edits: v.Edits}
	d.greatest, d.shares = r.describer.AmountScale(v)
	for i := range v.Nodes {
		d.nodes = append(d.nodes, r.node(d, &v.Nodes[i], numbers))
	}
	for i := range v.Edges {
		d.edges = append(d.edges, r.edge(d, &v.Edges[i], numbers))
	}
	d.scale(r.describer)
	for i := range v.Clusters {
		d.clusters = append(d.clusters, r.cluster(d, &v.Clusters[i]))
	}
	return d
}

// node words a node: as people read it best, or, where words so long would not fit into a column
// of a phone, in narrower lines that break them.
func (r *Renderer) node(d *diagram, of *network.Node, numbers map[string]int) node {
	n := r.nodeWithin(d, of, numbers, roomy)
	for _, narrower := range []float64{0.85, 0.65, 0.5, 0.4} {
		if n.w <= widestNode {
			break
		}
		n = r.nodeWithin(d, of, numbers, lineWidths{roomy.name * narrower, roomy.value * narrower, true})
	}
	return n
}

// widestNode is how broad a node may be in the narrow form.
const widestNode = narrowWidth - 20

// lineWidths are how broad lines in a node are, of names and of numbers.
type lineWidths struct {
	name, value float64
	tight       bool // whether words that are broader are broken
}

var roomy = lineWidths{name: nameWidth, value: valueWidth}

func (r *Renderer) nodeWithin(d *diagram, of *network.Node, numbers map[string]int, widths lineWidths) node {
	switch of.Kind {
	case network.ValueNode:
		return r.valueNode(d, of, numbers[of.ID], widths)
	case network.OriginNode:
		return r.originNode(of)
	}
	name := r.describer.NodeName(d.view, of.ID)
	n := node{Node: of, look: looks[of.Entity.Type], symbol: of.Entity.Type, title: r.describer.Words.Say(words.NamedAs, name, r.describer.Words.Type(of.Entity.Type))}
	style := textLine{size: nameSize, bold: true, ink: ink, lang: r.describer.NodeLang(d.view, of.ID), tight: widths.tight}
	if of.Hub {
		style.size = hubSize
	}
	override := r.override(d, edits.Thing{ID: of.ID})
	r.add(&n.words, name, style, widths.name)
	r.offices(&n, override, numbers, widths)
	if of.ByHand {
		n.dash = dashOf(of.Verdict)
		r.add(&n.words, r.describer.Caveat(of.Verdict), textLine{size: smallSize, ink: wrongInk, tight: widths.tight}, widths.name)
	}
	override.look(&n)
	n.fit()
	return n
}

// held names what a person holds.
func (n *node) held(t *wording.Describer) string {
	var names []string
	for _, office := range n.Offices {
		names = append(names, t.Text(office.Entity.Name))
	}
	return strings.Join(names, " ")
}

// offices sets what a person holds below the name, each with its note. Where an editor put
// other words in their place, those have the notes of all.
func (r *Renderer) offices(n *node, override override, numbers map[string]int, widths lineWidths) {
	var names []string
	for _, office := range n.Offices {
		names = append(names, r.describer.Text(office.Entity.Name))
	}
	small := textLine{size: smallSize, ink: quiet, tight: widths.tight}
	held := n.held(r.describer)
	if n.below = override.words(edits.Below, held); n.below != held {
		names = []string{n.below}
	}
	for i, office := range n.Offices {
		name := ""
		if i < len(names) {
			name, small.lang = names[i], r.describer.LangOf(office.Entity.Name)
		}
		r.addNoted(&n.words, name, numbers[office.Relation.ID], small, widths.name)
	}
}

func (r *Renderer) valueNode(d *diagram, of *network.Node, note int, widths lineWidths) node {
	n := node{Node: of, look: valueLook, dash: dashOf(of.Verdict)}
	measure := r.describer.LangOf(of.Value.Measure)
	r.add(&n.words, r.describer.Quantity(of.Value), textLine{size: valueSize, bold: true, ink: ink, lang: measure, tight: widths.tight}, widths.value)
	counted, period, small := r.describer.Text(of.Value.Measure), r.describer.Period(of.Value), textLine{size: smallSize, ink: quiet, lang: r.describer.LangOf(of.Value.PeriodText), tight: widths.tight}
	r.add(&n.words, counted, textLine{size: labelSize, ink: ink, lang: measure, tight: widths.tight}, widths.name)
	caveat := r.describer.Caveat(of.Verdict)
	if hedges := r.describer.Hedges(of.Verdict); hedges != "" {
		caveat = strings.TrimSpace(r.describer.Words.Say(words.NumberOf, hedges, caveat))
	}
	if caveat == "" {
		r.addNoted(&n.words, period, note, small, widths.name)
	} else {
		r.addNoted(&n.words, period, 0, small, widths.name)
		r.addNoted(&n.words, caveat, note, textLine{size: smallSize, ink: wrongInk, tight: widths.tight}, widths.name)
	}
	n.title = r.describer.Words.Say(words.NamedAs, r.describer.Text(of.Figure.Question), r.describer.Counted(of.Value))
	if caveat != "" {
		n.title = r.describer.Words.Say(words.Bracketed, n.title, caveat)
	}
	r.override(d, edits.Thing{ID: of.ID}).look(&n)
	n.fit()
	return n
}

func (r *Renderer) originNode(of *network.Node) node {
	n := node{Node: of, look: originLook, title: r.describer.Words.Say(words.OriginOpen)}
	r.add(&n.words, n.title, textLine{size: smallSize, ink: quiet}, 90)
	n.fit()
	return n
}

func (r *Renderer) edge(d *diagram, of *network.Edge, numbers map[string]int) edge {
	e := edge{Edge: of, pen: r.pen(d, of), title: r.describer.Sentence(d.view, of), note: numbers[of.ID], label: r.describer.Label(of)}
	e.hedge, e.ink = r.hedge(&e), e.pen.ink
	e.bound = r.describer.LineCaveat(of) != "" || len(of.Verdict.Hedges) > 0
	e.relabelled = d.edits.Words(edits.Thing{Line: true, ID: of.ID}, r.describer.Lang) != ""
	r.override(d, edits.Thing{Line: true, ID: of.ID}).edge(&e)
	e.words = r.labelWords(&e, labelWidth)
	e.labels = r.labels(d, &e)
	return e
}

// labels are the ways in which the words of a line can stand on it: as they read best, broader,
// narrower, and left to the note where the line may. In a dense view that is the preferred one.
func (r *Renderer) labels(d *diagram, e *edge) []label {
	labels := []label{{words: e.words}}
	if d.dense() && r.mayBadge(e) {
		labels[0] = label{r.badge(e), true}
	}
	if len(labels[0].words.lines) == 0 || len(d.view.Edges) > layout.MaxSettled {
		return labels // there is nothing to set another way, or no time
	}
	labels = append(labels, label{words: r.labelWords(e, 1.8*labelWidth)}, label{words: r.labelWords(e, 0.7*labelWidth)})
	if r.mayBadge(e) {
		labels = append(labels, label{r.badge(e), true})
	}
	return labels
}

// hedge is what of a label is hedges, with whatever sets them off.
func (r *Renderer) hedge(e *edge) string {
	hedges := r.describer.Hedges(e.Verdict)
	if hedges == "" || e.label == "" {
		return ""
	}
	if rest, found := strings.CutPrefix(edits.Plain(e.label), edits.Plain(r.describer.Says(e.Edge))); found {
		return strings.TrimSpace(rest)
	}
	return hedges
}

// badge is the number of a line's note.
func (r *Renderer) badge(e *edge) (p paragraph) {
	r.addNoted(&p, "", e.note, textLine{size: smallSize, bold: true, ink: e.ink}, labelWidth)
	return p
}

// denseNodes is from how many nodes on the words of plain relations leave too little room for
// the lines. They stand in the notes then, and their lines bear the numbers of these.
const denseNodes = 25

func (d *diagram) dense() bool { return len(d.view.Nodes) >= denseNodes }

// mayBadge tells whether a line may leave its words to its note: a relation that stands
// without any caveat or hedge. Others say how they stand wherever they are drawn.
func (r *Renderer) mayBadge(e *edge) bool {
	return r.draws(notesPart) && !e.relabelled && e.Kind == network.RelationEdge && r.describer.LineCaveat(e.Edge) == "" && len(e.Verdict.Hedges) == 0
}

// labelWords sets what a line says: its label, and below it how it stands.
func (r *Renderer) labelWords(e *edge, width float64) paragraph {
	return r.labelWordsIn(e, width, false)
}

// labelWordsIn is labelWords for a column that can be tight.
func (r *Renderer) labelWordsIn(e *edge, width float64, tight bool) paragraph {
	var p paragraph
	plain, strong := textLine{size: labelSize, ink: e.ink, lang: r.describer.LabelLang(e.Edge)}, textLine{size: smallSize, bold: true, ink: e.ink}
	plain.tight, strong.tight = tight, tight
	label, caveat := e.label, r.describer.LineCaveat(e.Edge)
	if caveat == "" {
		r.addNoted(&p, label, e.note, plain, width)
		return p
	}
	r.add(&p, label, plain, width)
	r.addNoted(&p, caveat, e.note, strong, width)
	return p
}

// noteMark keys a line to its note.
func noteMark(number int) string { return "[" + strconv.Itoa(number) + "]" }

func (r *Renderer) pen(d *diagram, e *network.Edge) pen {
	p := pen{ink: lineInk, width: widthOf(e.Verdict), dash: dashOf(e.Verdict), blunt: e.Mutual}
	switch e.Kind {
	case network.FlowEdge:
		p.ink, p.width, p.kind = d.flowInk(e.Flow), flowWidth, e.Flow.Kind
	case network.RelationEdge:
		if t, ok := r.describer.Index.RelationType(e.Relation.Type); ok && t.Wrongdoing {
			p.ink = wrongInk
		}
	case network.DisputesEdge:
		p.ink = wrongInk
		if p.dash == scene.Solid {
			p.dash = scene.Dashed
		}
	}
	if share, scaled := d.shares[e.ID]; scaled {
		p.width = max(thinnest, share*widest)
	}
	return p
}

// The widths of lines that are drawn to scale by what they are about.
const thinnest, widest = 1.2, 8.0

func (d *diagram) flowInk(f *entities.Flow) scene.Colour {
	for i, drawn := range d.flows {
		if drawn == f {
			return flowInks[i%len(flowInks)]
		}
	}
	return lineInk
}

func (r *Renderer) cluster(d *diagram, of *network.Cluster) cluster {
	c := cluster{Cluster: of, title: r.clusterName(of)}
	if of.Entity != nil {
		if n := d.view.Node(of.Entity.ID); n != nil && n.Cluster == of.ID {
			return c // its own node stands in it, with its name
		}
	}
	r.add(&c.words, r.clusterName(of), textLine{size: smallSize, bold: true, ink: quiet, lang: r.clusterLang(of)}, 260)
	if of.Figure != nil && r.describer.CountsDiffer(d.view, of.Figure) {
		r.add(&c.words, r.describer.Words.Say(words.CountedApart), textLine{size: smallSize, ink: quiet}, 200)
	}
	return c
}

func (r *Renderer) clusterName(c *network.Cluster) string {
	switch {
	case c.Figure != nil:
		return r.describer.Text(c.Figure.Question)
	case c.Entity != nil:
		return r.describer.Text(c.Entity.Name)
	}
	return r.describer.Words.Type(c.Type)
}

// clusterLang is the language that clusterName is in.
func (r *Renderer) clusterLang(c *network.Cluster) string {
	switch {
	case c.Figure != nil:
		return r.describer.LangOf(c.Figure.Question)
	case c.Entity != nil:
		return r.describer.LangOf(c.Entity.Name)
	}
	return r.describer.Words.Lang
}
