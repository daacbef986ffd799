package render_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"example.org/graphgen/internal/casetest"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/render"
)

// wordOf is the word that must stand on a line; the test's own, not the program's.
var wordOf = map[entities.Standing]string{
	entities.Alleged: "alleged", entities.Rumoured: "unsubstantiated", entities.Contested: "disputed", "": "unsourced",
}

// dashOf is how a line must be broken at the least, in DOT's words.
var dashOf = map[entities.Standing]string{
	entities.Alleged: "dashed", entities.Rumoured: "dotted", entities.Contested: "dashed", entities.Lapsed: "dashed", "": "dotted",
}

// drawnView is one view and what was drawn of it, read back.
type drawnView struct {
	t       testing.TB
	index   *entities.Index
	view    *network.View
	picture map[string]*group // by id, without the view's prefix
	graph   published

	goesWithout func(entities.Verdict) bool // which lines have no note; nil for none
}

// holdToHonesty reads a drawing back and holds it to what the view says. It returns the DOT as read.
func holdToHonesty(t testing.TB, x *entities.Index, v *network.View, drawing *render.Drawing) published {
	t.Helper()
	return holdDrawing(t, drawnView{t: t, index: x, view: v}, drawing)
}

func holdDrawing(t testing.TB, d drawnView, drawing *render.Drawing) published {
	t.Helper()
	v := d.view
	d.graph = readDOT(t, drawing.DOT)
	if nodes := d.read(v.Spec.ID+"-narrow.", drawing.Narrow); nodes > len(v.Nodes) {
		t.Errorf("the narrow picture has %d nodes, the view %d", nodes, len(v.Nodes))
	}
	d.holdPicture()
	if nodes := d.read(v.Spec.ID+".", drawing.SVG); nodes != len(v.Nodes) {
		t.Errorf("the picture has %d nodes, the view %d", nodes, len(v.Nodes))
	}
	d.holdPicture()
	if nodes := len(d.graph.Objects) - d.graph.Subgraphs; d.graph.Strict || len(d.graph.Edges) != len(v.Edges) || nodes != len(v.Nodes) {
		t.Errorf("the DOT has %d edges and %d nodes, the view %d and %d; strict %v", len(d.graph.Edges), nodes, len(v.Edges), len(v.Nodes), d.graph.Strict)
	}
	for i := range v.Edges {
		d.published(&v.Edges[i])
	}
	return d.graph
}

// read reads a picture that must draw every line of the view once. It returns how many nodes it draws.
func (d *drawnView) read(prefix string, picture []byte) (nodes int) {
	d.t.Helper()
	d.picture = map[string]*group{}
	edges := 0
	for _, g := range readSVG(d.t, picture) {
		id, found := strings.CutPrefix(g.id, prefix)
		if d.picture[id] != nil || !found {
			d.t.Errorf("id %q is there twice, or not the view's", g.id)
		}
		d.picture[id] = g
		if g.is("edge") {
			edges++
		}
		if g.is("node") {
			nodes++
		}
	}
	if edges != len(d.view.Edges) {
		d.t.Errorf("%s has %d edges, the view %d", prefix, edges, len(d.view.Edges))
	}
	return nodes
}

// holdPicture holds each line and value of the picture that was read to how it stands.
func (d *drawnView) holdPicture() {
	d.t.Helper()
	for i := range d.view.Edges {
		d.pictured(&d.view.Edges[i])
	}
	for i := range d.view.Nodes {
		if d.view.Nodes[i].Kind == network.ValueNode {
			d.value(&d.view.Nodes[i])
		}
	}
}

// says reports where a text lacks a word, white space aside.
func (d *drawnView) says(what, text, word string) {
	d.t.Helper()
	if !strings.Contains(text, unspaced(word)) {
		d.t.Errorf("%s does not say %q: %q", what, word, text)
	}
}

// namesAll reports where a text lacks the word of a standing, a speaker or one who denies.
func (d *drawnView) namesAll(what, text string, v entities.Verdict) {
	d.t.Helper()
	word := wordOf[v.Standing]
	if v.Standing == entities.Lapsed { // its own words are ActWords
		word = wordOf[v.Strength]
	}
	if word == "" {
		return
	}
	d.says(what, text, word)
	for _, id := range slices.Concat(v.Speakers(), v.Deniers()) {
		d.says(what, text, d.name(id))
	}
}

func (d *drawnView) name(id string) string {
	name, _ := d.index.Entity(id).Name.In("en", "en")
	return name
}

// pictured holds one line of the SVG to how it stands.
func (d *drawnView) pictured(e *network.Edge) {
	d.t.Helper()
	g := d.picture[e.ID]
	if g == nil || !g.is("edge") {
		d.t.Errorf("line %s is not in the picture", e.ID)
		return
	}
	what := "line " + e.ID + " in the picture"
	for _, broken := range g.strokes {
		dotted := strings.HasPrefix(broken, "0 ")
		if want := dashOf[e.Verdict.Standing]; want != "" && broken == "" || (want == "dotted") != dotted {
			d.t.Errorf("%s stands as %s and is broken as %q", what, e.Verdict.Standing, broken)
		}
	}
	if len(g.strokes) == 0 {
		d.t.Errorf("%s has no stroke", what)
	}
	d.onLine(what, e, g.words(), func() string { return d.picture[e.To].words() })
	d.noted(what, g.words(), e.Verdict)
	if e.Kind == network.RelationEdge {
		d.saysWhat(what, g.words(), e)
	}
}

// saysWhat holds a line or its note to saying what the relation is.
func (d *drawnView) saysWhat(what, text string, e *network.Edge) {
	d.t.Helper()
	if mark := noteMark.FindStringSubmatch(text); mark != nil && d.picture[".note-"+mark[1]] != nil {
		text += d.picture[".note-"+mark[1]].words()
	}
	label := strings.ReplaceAll(e.Relation.Type, "-", " ")
	if known, ok := d.index.RelationType(e.Relation.Type); ok {
		label, _ = known.Label.In("en", "en")
	}
	if own, _ := e.Relation.Label.In("en", "en"); own != "" {
		label = own
	}
	d.says(what+", or its note,", text, label)
}

// onLine holds the words of a line, in either output, to how it stands. A line to a value
// starts at its speaker and ends at the value, which bears the rest.
func (d *drawnView) onLine(what string, e *network.Edge, text string, value func() string) {
	d.t.Helper()
	if e.Kind == network.RelationEdge || e.Kind == network.GivesEdge || e.Kind == network.FlowEdge && e.Leg == 1 {
		for _, hedge := range e.Verdict.Hedges {
			d.says(what, text, hedge)
		}
	}
	switch e.Kind {
	case network.RelationEdge, network.FlowEdge:
		d.namesAll(what, text, e.Verdict)
		if e.Relation != nil {
			for _, word := range casetest.LineWords(d.index.Case, e.ID) {
				d.says(what, text, word)
			}
			if e.Relation.Type != "convicted-by" && strings.Contains(text, unspaced("convicted by")) {
				d.t.Errorf("%s is a %s, and says %q", what, e.Relation.Type, text)
			}
		}
	case network.GivesEdge:
		if e.From != e.Claim.Speaker {
			d.t.Errorf("%s starts at %s, and %s says it", what, e.From, e.Claim.Speaker)
		}
		d.says(what, text, wordOf[e.Verdict.Standing])
	case network.DisputesEdge:
		if e.From != e.Claim.Speaker {
			d.t.Errorf("%s starts at %s, and %s says it", what, e.From, e.Claim.Speaker)
		}
		d.says(what, text+value(), wordOf[e.Verdict.Standing])
		d.says(what, text, wordOf[e.Claim.Standing])
	}
}

var noteMark = regexp.MustCompile(`\[([0-9]+)\](?:→|–|$)`) // in the narrow form, the target follows

// noted holds the note that a text is keyed to to the claims of a verdict.
func (d *drawnView) noted(what, text string, v entities.Verdict) {
	d.t.Helper()
	mark := noteMark.FindStringSubmatch(text)
	if d.goesWithout != nil && d.goesWithout(v) {
		if mark != nil {
			d.t.Errorf("%s leads to a note that was not asked for: %q", what, text)
		}
		return
	}
	if mark == nil || d.picture[".note-"+mark[1]] == nil {
		d.t.Errorf("%s leads to no note: %q", what, text)
		return
	}
	note := d.picture[".note-"+mark[1]].words()
	if v.Act != nil && v.Act.Unconvicted {
		d.says("note "+mark[1]+" of "+what, note, "charged, not convicted")
	}
	for _, c := range v.Claims() {
		d.says("note "+mark[1]+" of "+what, note, d.name(c.Speaker))
		d.says("note "+mark[1]+" of "+what, note, "“"+c.Quote+"”")
	}
}

// saysNoMoreThanWho tells a fact of which nothing is to be said but who states it.
func saysNoMoreThanWho(v entities.Verdict) bool {
	for _, c := range v.Claims() {
		if c.Answers.As != "" && c.Answers.As != entities.Confirms && c.Answers.As != entities.Repeats || c.Reply.Asked {
			return false
		}
	}
	return wordOf[v.Standing] == "" && v.Standing != entities.Lapsed && (v.Act == nil || !v.Act.Unconvicted) && !v.Unsubstantiated && len(v.Affirming) == len(v.Claims())
}

// published holds one line of the DOT to how it stands.
func (d *drawnView) published(e *network.Edge) {
	d.t.Helper()
	what := "line " + e.ID + " in the DOT"
	found := 0
	for _, p := range d.graph.Edges {
		if p.ID != e.ID {
			continue
		}
		found++
		tail, head := d.graph.Objects[p.Tail].Name, d.graph.Objects[p.Head].Name
		if tail != e.From || head != e.To {
			d.t.Errorf("%s joins %s to %s, want %s to %s", what, tail, head, e.From, e.To)
		}
		want := dashOf[e.Verdict.Standing]
		if want == "" && e.Kind != network.DisputesEdge {
			want = "solid"
		}
		if want != "" && p.Style != want || p.Style == "" {
			d.t.Errorf("%s stands as %s and has style %s", what, e.Verdict.Standing, p.Style)
		}
		d.onLine(what, e, drawn(p.Draw), func() string { return d.publishedWords(e.To) })
		for _, c := range e.Verdict.Claims() {
			d.says("the tooltip of "+what, shown(p.Tooltip), d.name(c.Speaker))
			d.says("the tooltip of "+what, shown(p.Tooltip), "“"+c.Quote+"”")
		}
		if noteMark.MatchString(drawn(p.Draw)) {
			d.t.Errorf("%s leads to a note that is not there: %q", what, drawn(p.Draw))
		}
	}
	if found != 1 {
		d.t.Errorf("%s is there %d times", what, found)
	}
}

func (d *drawnView) publishedWords(node string) string {
	for _, o := range d.graph.Objects {
		if o.Name == node {
			return drawn(o.Draw)
		}
	}
	return ""
}

// value holds a figure's value, in both outputs, to how it stands.
func (d *drawnView) value(n *network.Node) {
	d.t.Helper()
	g := d.picture[n.ID]
	if g == nil {
		d.t.Errorf("value %s is not in the picture", n.ID)
		return
	}
	for _, broken := range g.strokes {
		if dashOf[n.Verdict.Standing] != "" && broken == "" {
			d.t.Errorf("value %s stands as %s and is drawn solid", n.ID, n.Verdict.Standing)
		}
	}
	outputs := map[string]string{"the picture": g.words()}
	if d.graph.Objects != nil { // a card has no DOT
		outputs["the DOT"] = d.publishedWords(n.ID)
	}
	for what, text := range outputs {
		d.namesAll("value "+n.ID+" in "+what, text, n.Verdict)
		for _, hedge := range n.Verdict.Hedges {
			d.says("value "+n.ID+" in "+what, text, hedge)
		}
	}
	d.noted("value "+n.ID, g.words(), n.Verdict)
	for _, o := range d.graph.Objects {
		if o.Name != n.ID {
			continue
		}
		if want := dashOf[n.Verdict.Standing]; want != "" && !strings.Contains(o.Style, want) {
			d.t.Errorf("value %s stands as %s and has style %s", n.ID, n.Verdict.Standing, o.Style)
		}
		for _, c := range n.Verdict.Claims() {
			d.says("the tooltip of value "+n.ID, shown(o.Tooltip), "“"+c.Quote+"”")
		}
	}
}
