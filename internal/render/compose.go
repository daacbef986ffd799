package render

import (
	"strconv"
	"strings"

	"example.org/graphgen/internal/account"
	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/layout"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/render/scene"
	"example.org/graphgen/internal/words"
)

// diagram is a view with its words set and measured, before anything has a place. Once it is
// composed it does not change.
type diagram struct {
	view    *network.View
	boxes   []box
	lines   []line
	areas   []area
	all     []account.Note   // of all that is drawn
	numbers map[string]int   // in all, by what it is for
	notes   []account.Note   // those printed below the picture
	flows   []*entities.Flow // those drawn, which gives each its colour

	rightToLeft bool // whether the picture will be turned; see Renderer.turn

	edits *edits.Overrides // what was edited by hand; nil for nothing
}

// box is a node with its words.
type box struct {
	node  *network.Node
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

// line is an edge with its words.
type line struct {
	edge  *network.Edge
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

// area is a cluster with its name.
type area struct {
	cluster *network.Cluster
	words   paragraph // empty where its own box stands in it, with its name
	title   string
}

// compose words and measures everything that a view shows.
func (r *Renderer) compose(v *network.View) *diagram { return r.composeWith(v, r.prints) }

// composeWith is compose for a picture below which only the notes are printed that keep takes.
func (r *Renderer) composeWith(v *network.View, keep func(account.Note) bool) *diagram {
	all, inAll := r.teller.Notes(v)
	notes, numbers := printed(all, keep)
	d := &diagram{view: v, all: all, numbers: inAll, notes: notes, flows: v.Flows(), rightToLeft: r.rightToLeft(), edits: v.Edits}
	for i := range v.Nodes {
		d.boxes = append(d.boxes, r.box(d, &v.Nodes[i], numbers))
	}
	for i := range v.Edges {
		d.lines = append(d.lines, r.line(d, &v.Edges[i], numbers))
	}
	d.scale(r.teller)
	for i := range v.Clusters {
		d.areas = append(d.areas, r.area(d, &v.Clusters[i]))
	}
	return d
}

// box words a node: as people read it best, or, where words so long would not fit into a column
// of a phone, in narrower lines that break them.
func (r *Renderer) box(d *diagram, n *network.Node, numbers map[string]int) box {
	b := r.boxWithin(d, n, numbers, roomy)
	for _, narrower := range []float64{0.85, 0.65, 0.5, 0.4} {
		if b.w <= widestBox {
			break
		}
		b = r.boxWithin(d, n, numbers, lineWidths{roomy.name * narrower, roomy.value * narrower, true})
	}
	return b
}

// widestBox is how broad a box may be in the narrow form.
const widestBox = narrowWidth - 20

// lineWidths are how broad lines in a box are, of names and of numbers.
type lineWidths struct {
	name, value float64
	tight       bool // whether words that are broader are broken
}

var roomy = lineWidths{name: nameWidth, value: valueWidth}

func (r *Renderer) boxWithin(d *diagram, n *network.Node, numbers map[string]int, widths lineWidths) box {
	switch n.Kind {
	case network.ValueNode:
		return r.valueBox(d, n, numbers[n.ID], widths)
	case network.OriginNode:
		return r.originBox(n)
	}
	name := r.teller.NodeName(d.view, n.ID)
	b := box{node: n, look: looks[n.Entity.Type], symbol: n.Entity.Type, title: r.teller.Words.Say(words.NamedAs, name, r.teller.Words.Type(n.Entity.Type))}
	style := textLine{size: nameSize, bold: true, ink: ink, lang: r.teller.NodeLang(d.view, n.ID), tight: widths.tight}
	if n.Hub {
		style.size = hubSize
	}
	override := r.override(d, edits.Thing{ID: n.ID})
	r.add(&b.words, name, style, widths.name)
	r.offices(&b, override, numbers, widths)
	if n.ByHand {
		b.dash = dashOf(n.Verdict)
		r.add(&b.words, r.teller.Caveat(n.Verdict), textLine{size: smallSize, ink: wrongInk, tight: widths.tight}, widths.name)
	}
	override.look(&b)
	b.fit()
	return b
}

// held names what a person holds.
func (b *box) held(t *account.Teller) string {
	var names []string
	for _, office := range b.node.Offices {
		names = append(names, t.Text(office.Entity.Name))
	}
	return strings.Join(names, " ")
}

// offices sets what a person holds below the name, each with its note. Where an editor put
// other words in their place, those have the notes of all.
func (r *Renderer) offices(b *box, override override, numbers map[string]int, widths lineWidths) {
	var names []string
	for _, office := range b.node.Offices {
		names = append(names, r.teller.Text(office.Entity.Name))
	}
	small := textLine{size: smallSize, ink: quiet, tight: widths.tight}
	held := b.held(r.teller)
	if b.below = override.words(edits.Below, held); b.below != held {
		names = []string{b.below}
	}
	for i, office := range b.node.Offices {
		name := ""
		if i < len(names) {
			name, small.lang = names[i], r.teller.LangOf(office.Entity.Name)
		}
		r.addNoted(&b.words, name, numbers[office.Relation.ID], small, widths.name)
	}
}

func (r *Renderer) valueBox(d *diagram, n *network.Node, note int, widths lineWidths) box {
	b := box{node: n, look: valueLook, dash: dashOf(n.Verdict)}
	measure := r.teller.LangOf(n.Value.Measure)
	r.add(&b.words, r.teller.Quantity(n.Value), textLine{size: valueSize, bold: true, ink: ink, lang: measure, tight: widths.tight}, widths.value)
	counted, period, small := r.teller.Text(n.Value.Measure), r.teller.Period(n.Value), textLine{size: smallSize, ink: quiet, lang: r.teller.LangOf(n.Value.PeriodText), tight: widths.tight}
	r.add(&b.words, counted, textLine{size: labelSize, ink: ink, lang: measure, tight: widths.tight}, widths.name)
	caveat := r.teller.Caveat(n.Verdict)
	if hedges := r.teller.Hedges(n.Verdict); hedges != "" {
		caveat = strings.TrimSpace(r.teller.Words.Say(words.NumberOf, hedges, caveat))
	}
	if caveat == "" {
		r.addNoted(&b.words, period, note, small, widths.name)
	} else {
		r.addNoted(&b.words, period, 0, small, widths.name)
		r.addNoted(&b.words, caveat, note, textLine{size: smallSize, ink: wrongInk, tight: widths.tight}, widths.name)
	}
	b.title = r.teller.Words.Say(words.NamedAs, r.teller.Text(n.Figure.Question), r.teller.Counted(n.Value))
	if caveat != "" {
		b.title = r.teller.Words.Say(words.Bracketed, b.title, caveat)
	}
	r.override(d, edits.Thing{ID: n.ID}).look(&b)
	b.fit()
	return b
}

func (r *Renderer) originBox(n *network.Node) box {
	b := box{node: n, look: originLook, title: r.teller.Words.Say(words.OriginOpen)}
	r.add(&b.words, b.title, textLine{size: smallSize, ink: quiet}, 90)
	b.fit()
	return b
}

func (r *Renderer) line(d *diagram, e *network.Edge, numbers map[string]int) line {
	l := line{edge: e, pen: r.pen(d, e), title: r.teller.Sentence(d.view, e), note: numbers[e.ID], label: r.teller.Label(e)}
	l.hedge, l.ink = r.hedge(&l), l.pen.ink
	l.bound = r.teller.LineCaveat(e) != "" || len(e.Verdict.Hedges) > 0
	l.relabelled = d.edits.Words(edits.Thing{Line: true, ID: e.ID}, r.teller.Lang) != ""
	r.override(d, edits.Thing{Line: true, ID: e.ID}).line(&l)
	l.words = r.lineWords(&l, labelWidth)
	l.labels = r.labels(d, &l)
	return l
}

// labels are the ways in which the words of a line can stand on it: as they read best, broader,
// narrower, and left to the note where the line may. In a dense view that is the preferred one.
func (r *Renderer) labels(d *diagram, l *line) []label {
	labels := []label{{words: l.words}}
	if d.dense() && r.mayBadge(l) {
		labels[0] = label{r.badge(l), true}
	}
	if len(labels[0].words.lines) == 0 || len(d.view.Edges) > layout.MaxSettled {
		return labels // there is nothing to set another way, or no time
	}
	labels = append(labels, label{words: r.lineWords(l, 1.8*labelWidth)}, label{words: r.lineWords(l, 0.7*labelWidth)})
	if r.mayBadge(l) {
		labels = append(labels, label{r.badge(l), true})
	}
	return labels
}

// hedge is what of a label is hedges, with whatever sets them off.
func (r *Renderer) hedge(l *line) string {
	hedges := r.teller.Hedges(l.edge.Verdict)
	if hedges == "" || l.label == "" {
		return ""
	}
	if rest, found := strings.CutPrefix(edits.Plain(l.label), edits.Plain(r.teller.Says(l.edge))); found {
		return strings.TrimSpace(rest)
	}
	return hedges
}

// badge is the number of a line's note.
func (r *Renderer) badge(l *line) (p paragraph) {
	r.addNoted(&p, "", l.note, textLine{size: smallSize, bold: true, ink: l.ink}, labelWidth)
	return p
}

// denseNodes is from how many nodes on the words of plain relations leave too little room for
// the lines. They stand in the notes then, and their lines bear the numbers of these.
const denseNodes = 25

func (d *diagram) dense() bool { return len(d.view.Nodes) >= denseNodes }

// mayBadge tells whether a line may leave its words to its note: a relation that stands
// without any caveat or hedge. Others say how they stand wherever they are drawn.
func (r *Renderer) mayBadge(l *line) bool {
	return r.draws(notesPart) && !l.relabelled && l.edge.Kind == network.RelationEdge && r.teller.LineCaveat(l.edge) == "" && len(l.edge.Verdict.Hedges) == 0
}

// lineWords sets what a line says: its label, and below it how it stands.
func (r *Renderer) lineWords(l *line, width float64) paragraph { return r.lineWordsIn(l, width, false) }

// lineWordsIn is lineWords for a column that can be tight.
func (r *Renderer) lineWordsIn(l *line, width float64, tight bool) paragraph {
	var p paragraph
	plain, strong := textLine{size: labelSize, ink: l.ink, lang: r.teller.LabelLang(l.edge)}, textLine{size: smallSize, bold: true, ink: l.ink}
	plain.tight, strong.tight = tight, tight
	label, caveat := l.label, r.teller.LineCaveat(l.edge)
	if caveat == "" {
		r.addNoted(&p, label, l.note, plain, width)
		return p
	}
	r.add(&p, label, plain, width)
	r.addNoted(&p, caveat, l.note, strong, width)
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
		if t, ok := r.teller.Index.RelationType(e.Relation.Type); ok && t.Wrongdoing {
			p.ink = wrongInk
		}
	case network.DisputesEdge:
		p.ink = wrongInk
		if p.dash == scene.Solid {
			p.dash = scene.Dashed
		}
	}
	return p
}

func (d *diagram) flowInk(f *entities.Flow) scene.Colour {
	for i, drawn := range d.flows {
		if drawn == f {
			return flowInks[i%len(flowInks)]
		}
	}
	return lineInk
}

func (r *Renderer) area(d *diagram, c *network.Cluster) area {
	a := area{cluster: c, title: r.areaName(c)}
	if c.Entity != nil {
		if n := d.view.Node(c.Entity.ID); n != nil && n.Cluster == c.ID {
			return a // its own box stands in it, with its name
		}
	}
	r.add(&a.words, r.areaName(c), textLine{size: smallSize, bold: true, ink: quiet, lang: r.areaLang(c)}, 260)
	if c.Figure != nil && r.teller.CountsDiffer(d.view, c.Figure) {
		r.add(&a.words, r.teller.Words.Say(words.CountedApart), textLine{size: smallSize, ink: quiet}, 200)
	}
	return a
}

func (r *Renderer) areaName(c *network.Cluster) string {
	switch {
	case c.Figure != nil:
		return r.teller.Text(c.Figure.Question)
	case c.Entity != nil:
		return r.teller.Text(c.Entity.Name)
	}
	return r.teller.Words.Type(c.Type)
}

// areaLang is the language that areaName is in.
func (r *Renderer) areaLang(c *network.Cluster) string {
	switch {
	case c.Figure != nil:
		return r.teller.LangOf(c.Figure.Question)
	case c.Entity != nil:
		return r.teller.LangOf(c.Entity.Name)
	}
	return r.teller.Words.Lang
}
