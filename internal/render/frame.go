package render

import (
	"slices"
	"sort"
	"strconv"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/layout"
	"example.org/graphgen/internal/render/scene"
	"example.org/graphgen/internal/render/typeset"
	"example.org/graphgen/internal/wording"
	"example.org/graphgen/internal/words"
)

const (
	minWidth    = 640.0 // of the diagram's column, so that title and notes read well
	noteColumn  = 300.0 // the least width of a column of notes
	legendCell  = 150.0
	swatchWidth = 40.0
)

// frame sets what stands around a diagram, from the top down.
type frame struct {
	renderer *Renderer
	diagram  *diagram
	width    float64
	margin   float64           // at the sides
	y        float64           // where the next part begins
	wide     *layout.Placement // of a diagram in the wide form, where lines may bear a number only; nil in others
	items    []scene.Item
}

func (f *frame) header(title, caption string) {
	t, top := f.renderer.describer, f.y
	if f.renderer.draws(titlePart) {
		f.paragraph(title, textLine{size: titleSize, bold: true, ink: ink, lang: t.LangOf(f.diagram.view.Spec.Title)})
	}
	if f.renderer.draws(captionPart) {
		f.paragraph(caption, textLine{size: captionSize, ink: quiet, lang: t.LangOf(f.diagram.view.Spec.Caption)})
	}
	if asOf := t.AsOf(); asOf != "" && f.renderer.draws(datePart) {
		f.paragraph(asOf, textLine{size: smallSize, ink: quiet})
	}
	if f.y > top {
		f.y += gap
	}
}

// paragraph sets a text over the whole width.
func (f *frame) paragraph(text string, style textLine) {
	height, items := f.block(text, style, f.margin, f.y, f.width-2*f.margin)
	f.items = append(f.items, items...)
	f.y += height
}

// block sets a text into a column and returns how high it came out.
func (f *frame) block(text string, style textLine, x, y, width float64) (float64, []scene.Item) {
	var p paragraph
	style.tight = true
	f.renderer.add(&p, text, style, wrapWidth(text, width))
	return p.h, p.from(x, y)
}

// onPaper returns what was set, on its background.
func (f *frame) onPaper(height float64) []scene.Item {
	back := scene.Shape{Class: "paper", Path: scene.Rounded(0, 0, f.width, height, 0), Fill: paper}
	return append([]scene.Item{back}, f.items...)
}

func (f *frame) heading(p words.Phrase) { f.headed(f.renderer.describer.Words.Say(p)) }

func (f *frame) headed(heading string) {
	f.paragraph(heading, textLine{size: labelSize, bold: true, ink: ink})
	f.y += 4
}

// legend explains exactly what is drawn: the types of nodes, the looks of lines, the flows.
func (f *frame) legend() {
	if shown := f.diagram.view.Spec.Legend; shown != nil && !*shown || !f.renderer.draws(legendPart) {
		return
	}
	entries := f.diagram.legend(f.renderer.describer)
	if len(entries) == 0 {
		return
	}
	f.heading(words.LegendTitle)
	group := &scene.Group{Class: "legend"}
	x, rowHeight := f.margin, 0.0
	for _, e := range entries {
		width := max(legendCell, swatchWidth+8+float64(f.renderer.measure.Width(e.text, typeset.Style{Size: smallSize})*reserve(e.text))+gap)
		if x > f.margin && x+width > f.width-f.margin {
			x, f.y, rowHeight = f.margin, f.y+rowHeight, 0
		}
		height, items := f.block(e.text, textLine{size: smallSize, ink: quiet}, x+swatchWidth+8, f.y+5, f.width-x-swatchWidth-8-f.margin)
		group.Items = append(group.Items, e.swatch(x, f.y+2, swatchWidth, 20)...)
		group.Items = append(group.Items, items...)
		x, rowHeight = x+width, max(rowHeight, height+10, 28)
	}
	f.items = append(f.items, group)
	f.y += rowHeight + gap
}

// legendEntry is one thing of the legend and how it is drawn.
type legendEntry struct {
	text   string
	swatch func(x, y, w, h float64) []scene.Item
}

func (d *diagram) legend(t *wording.Describer) []legendEntry {
	var entries []legendEntry
	for _, kind := range d.types() {
		l := looks[kind]
		entries = append(entries, legendEntry{t.Words.Type(kind), func(x, y, w, h float64) []scene.Item {
			items := []scene.Item{scene.Shape{Path: l.outline(x, y, w, h), Fill: l.fill, Stroke: l.stroke, Width: 1.2}}
			if l.detail != nil {
				items = append(items, scene.Shape{Path: l.detail(x, y, w, h), Stroke: l.stroke, Width: 1.2})
			}
			side := h - 6
			return append(items, symbol(kind, x+(w-side)/2, y+3, side, l.stroke)...)
		}})
	}
	if i := slices.IndexFunc(d.nodes, func(n node) bool { return n.Hub }); i >= 0 {
		l := d.nodes[i].look
		entries = append(entries, legendEntry{t.Words.Say(words.HubLegend), func(x, y, w, h float64) []scene.Item {
			return []scene.Item{
				scene.Shape{Path: l.outline(x, y, w, h), Fill: paper, Stroke: l.stroke, Width: 2},
				scene.Shape{Path: l.outline(x+4, y+4, w-8, h-8), Fill: l.fill, Stroke: l.stroke, Width: 1.2},
			}
		}})
	}
	for _, standing := range d.standings() {
		v := entities.Verdict{Standing: standing}
		entries = append(entries, legendEntry{t.Words.Standing(standing), lineSwatch(pen{ink: lineInk, width: widthOf(v), dash: dashOf(v)})})
	}
	for _, flow := range d.flows {
		p := pen{d.flowInk(flow), flowWidth, dashOf(t.Index.StandFlow(flow)), flow.Kind, false}
		entries = append(entries, legendEntry{t.Words.Say(words.FlowLegend, t.Text(flow.What)), lineSwatch(p)})
	}
	if d.greatest != "" {
		entries = append(entries, legendEntry{t.Words.Say(words.AmountLegend, d.greatest), lineSwatch(pen{ink: lineInk, width: widest, dash: scene.Solid})})
	}
	return entries
}

func lineSwatch(p pen) func(x, y, w, h float64) []scene.Item {
	return func(x, y, w, h float64) []scene.Item {
		if p.kind != "" {
			return p.strokes(straightTo(scene.Point{X: x, Y: y + h/2}, scene.Point{X: x + w, Y: y + h/2}))
		}
		return []scene.Item{scene.Shape{Path: stroke(x, y+h/2, x+w, y+h/2), Stroke: p.ink, Width: p.width, Dash: p.dash}}
	}
}

// types returns the entity types drawn, and standings how lines stand, both in a fixed order.
func (d *diagram) types() []entities.EntityType {
	var types []entities.EntityType
	for i := range d.nodes {
		if e := d.nodes[i].Entity; e != nil && !slices.Contains(types, e.Type) {
			types = append(types, e.Type)
		}
	}
	slices.Sort(types)
	return types
}

func (d *diagram) standings() []entities.Standing {
	var drawn []entities.Standing
	for _, s := range entities.Standings() {
		if slices.ContainsFunc(d.edges, func(e edge) bool { return e.Verdict.Standing == s }) {
			drawn = append(drawn, s)
		}
	}
	return drawn
}

// setNote is a note with its words set, before it has a place.
type setNote struct {
	id    string
	parts []notePart
	h     float64
}

type notePart struct {
	words paragraph
	class string
	link  string
}

// notes sets who says so, in as many columns as the width holds, one after the other.
func (f *frame) notes() {
	if len(f.diagram.notes) == 0 {
		return
	}
	f.heading(words.NotesTitle)
	columns := max(1, int((f.width-2*f.margin+gap)/(noteColumn+gap)))
	width := (f.width-2*f.margin+gap)/float64(columns) - gap
	oneSource := len(f.renderer.describer.Sources(f.diagram.all)) == 1 && f.renderer.draws(sourcesPart)
	says := f.saidByNotes()
	var set []setNote
	for _, n := range f.diagram.notes {
		set = append(set, f.setNote(n, says[n.Number], width, oneSource))
	}
	height := columnHeight(set, columns)
	x, y, bottom := f.margin, f.y, f.y
	for _, n := range set {
		if y > f.y && y+n.h > f.y+height {
			x, y = x+width+gap, f.y
		}
		f.items = append(f.items, n.at(x, y))
		y += n.h + noteGap
		bottom = max(bottom, y)
	}
	f.y = bottom + gap - noteGap
}

// noteGap is between a note and the next.
const noteGap = 8.0

// columnHeight is the least height at which the notes fit into so many columns in their order,
// in steps of noteGap from the highest note. What fits into a height fits into a greater one, so
// that the step is found by halving.
func columnHeight(set []setNote, columns int) float64 {
	least, all := 0.0, 0.0
	for _, n := range set {
		least, all = max(least, n.h), all+n.h+noteGap
	}
	at := func(step int) float64 { return least + float64(noteGap*float64(step)) }
	most := int(all/noteGap) + 1 // at which one column holds them
	return at(sort.Search(most, func(step int) bool { return columnsOf(set, at(step)) <= columns }))
}

// columnsOf counts the columns of a height that notes fill in their order.
func columnsOf(set []setNote, height float64) int {
	used, y := 1, 0.0
	for _, n := range set {
		if y > 0 && y+n.h > height {
			used, y = used+1, 0
		}
		y += n.h + noteGap
	}
	return used
}

// saidByNotes are the lines that leave their words to a note, by its number.
func (f *frame) saidByNotes() map[int][]*edge {
	says := map[int][]*edge{}
	if f.wide == nil {
		return says
	}
	for i := range f.diagram.edges {
		if l := &f.diagram.edges[i]; l.labels[f.wide.Edges[i].Choice].badge {
			says[l.note] = append(says[l.note], l)
		}
	}
	return says
}

// setNote sets a note's words: how its lines stand, what they say where they do not say it
// themselves, and its claims. Where all claims are from one source, they do not repeat it.
func (f *frame) setNote(n wording.Note, says []*edge, width float64, oneSource bool) setNote {
	set := setNote{id: scene.Own + "note-" + strconv.Itoa(n.Number)}
	add := func(text string, style textLine, class, link string) {
		part := notePart{class: class, link: link}
		style.tight = true
		f.renderer.add(&part.words, text, style, wrapWidth(text, width))
		set.parts = append(set.parts, part)
		set.h += part.words.h
	}
	add(f.renderer.describer.Words.Say(words.NumberOf, noteMark(n.Number), n.Heading), textLine{size: smallSize, bold: true, ink: ink}, "", "")
	for _, l := range says {
		add(l.title, textLine{size: smallSize, ink: quiet, running: true}, "says", "")
	}
	for _, e := range n.Entries {
		text := e.String()
		if oneSource {
			text = e.Words()
		}
		add(text, textLine{size: smallSize, ink: ink, running: true}, "claim", e.Link)
	}
	return set
}

// at draws the note with its upper left corner at a point.
func (n *setNote) at(x, y float64) *scene.Group {
	group := &scene.Group{ID: n.id, Class: "note"}
	for _, p := range n.parts {
		items := p.words.from(x, y)
		if p.class == "" {
			group.Items = append(group.Items, items...)
		} else {
			group.Items = append(group.Items, &scene.Group{Class: p.class, Link: p.link, Items: items})
		}
		y += p.words.h
	}
	return group
}

// closing lists the sources and corrections, and says who made the diagram and what the view
// leaves out.
func (f *frame) closing() {
	t, small, top := f.renderer.describer, textLine{size: smallSize, ink: quiet}, f.y
	f.countedApart()
	if sources := t.Sources(f.diagram.all); len(sources) > 0 && f.renderer.draws(sourcesPart) {
		f.headed(t.SourcesTitle(len(sources)))
		for _, s := range sources {
			height, items := f.block(t.Reference(s), small, f.margin, f.y, f.width-2*f.margin)
			f.items = append(f.items, &scene.Group{Class: "source", Link: s.URL, Items: items})
			f.y += height
		}
		f.y += 6
	}
	f.corrections()
	if credit := t.Text(t.Index.Case.Credit); credit != "" && f.renderer.draws(creditPart) {
		f.paragraph(credit, textLine{size: smallSize, ink: quiet, lang: t.LangOf(t.Index.Case.Credit)})
	}
	if f.renderer.draws(countsPart) {
		f.paragraph(t.Shown(f.diagram.view), small)
	}
	if taken := t.TakenOut(f.diagram.view); taken != "" { // which no choice of parts leaves out
		f.paragraph(taken, small)
	}
	if f.y > top {
		f.y += gap
	}
}

// countedApart says that figures are counted differently, which the wide form says where they
// stand.
func (f *frame) countedApart() {
	if t := f.renderer.describer; f.wide == nil && t.CountsDiffer(f.diagram.view, nil) {
		f.paragraph(t.Words.Say(words.CountedApart), textLine{size: smallSize, ink: quiet})
		f.y += 6
	}
}

func (f *frame) corrections() {
	t := f.renderer.describer
	told := t.Corrections(f.diagram.view, f.diagram.all)
	if len(told) == 0 {
		return
	}
	f.heading(words.CorrectionsTitle)
	for _, c := range told {
		f.paragraph(t.Correction(c), textLine{size: smallSize, ink: ink})
	}
	f.y += 6
}
