package handtest

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"example.org/graphgen/internal/capture"
	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/render"
	"example.org/graphgen/internal/render/dot"
)

// editor edits one file, and keeps beside it what is to come of that.
type editor struct {
	*rand.Rand
	paper  *paper
	view   *network.View // as it was published
	ground edits.Ground
	lang   string
	places bool // whether places are the editor's, and not those of a program that writes the file
	free   map[edits.Thing]bool

	was  *edits.Layer // before this file
	want *edits.Layer
	done []deed
	kind string // of the edit that is being done

	denies   map[edits.Thing][]string // what denies, and what it denies
	tampered bool                     // whether the file is to say that it was published so

	edited map[edits.Property]map[edits.Thing]bool
	fresh  int // of what is added
}

// deed is an edit that was done.
type deed struct {
	kind string
	of   edits.Thing
}

// newEditor opens a file that was published of a view that a layer edits.
func newEditor(d *desk, r *rand.Rand, file []byte, v *network.View, layer *edits.Layer, places bool) *editor {
	if layer == nil {
		layer = &edits.Layer{View: d.spec.ID}
	}
	return &editor{
		Rand: r, paper: open(d, file), view: v, ground: d.ground(), lang: d.lang(), places: places, free: d.free(v),
		was: layer, want: layer.Clone(), edited: map[edits.Property]map[edits.Thing]bool{}, fresh: r.IntN(1 << 20),
	}
}

// edit does so many edits of random kinds.
func (e *editor) edit(n int, kinds []kind) {
	for range n {
		k := kinds[e.IntN(len(kinds))]
		e.kind = k.name
		k.edit(e)
	}
}

func (e *editor) did(t edits.Thing) bool {
	e.done = append(e.done, deed{e.kind, t})
	return true
}

// undone forgets what was done to a thing, since that is taken out.
func (e *editor) undone(t edits.Thing) {
	e.done = slices.DeleteFunc(e.done, func(d deed) bool { return d.of == t })
}

// kind is a kind of edit. It does one, or tells that there is nothing to do it to.
type kind struct {
	name string
	edit func(*editor) bool
}

var kinds = []kind{
	{"name", (*editor).rename},
	{"what stands below a name", (*editor).rewordOffice},
	{"words of a line", (*editor).rewordLine},
	{"color of a node", func(e *editor) bool { return e.colourNode(edits.Color, inks) }},
	{"fillcolor of a node", func(e *editor) bool { return e.colourNode(edits.FillColor, grounds) }},
	{"fontcolor of a node", func(e *editor) bool { return e.colourNode(edits.FontColor, inks) }},
	{"color of a value", (*editor).colourValue},
	{"color of a line", func(e *editor) bool { return e.colourLine(edits.Color) }},
	{"fontcolor of a line", func(e *editor) bool { return e.colourLine(edits.FontColor) }},
	{"shape", (*editor).reshape},
	{"pos", func(e *editor) bool { return e.move(nil) }},
	{"pos with pin", func(e *editor) bool {
		return e.move(func(l *sheetLine) { l.set("pin", pick(e, "true", `"true"`, "1")) })
	}},
	{"pos with !", func(e *editor) bool {
		return e.move(func(l *sheetLine) { l.set("pos", strings.TrimSuffix(l.get("pos"), `"`)+`!"`) })
	}},
	{"rank", (*editor).rank},
	{"node added", (*editor).addNode},
	{"line added, with an id", func(e *editor) bool { return e.addLine(true) }},
	{"line added", func(e *editor) bool { return e.addLine(false) }},
	{"line taken out", (*editor).strikeLine},
	{"node taken out", (*editor).strikeNode},
}

// again are kinds that undo what was edited before.
var again = []kind{
	{"name as it was", (*editor).renameBack},
	{"colour as it was", (*editor).colourBack},
	{"unpinned", (*editor).unpin},
	{"rank dissolved", (*editor).dissolve},
	{"added line taken out again", (*editor).strikeAdded},
}

// Words that accuse nobody, some of which try to become more than words.
var saidAnew = []string{
	"Harbour board", "the “quiet” desk", `Back\slash & sons`, `\N of \G`, "<b>bold</b>", "&amp;", "ព្រះរាជាណាចក្រកម្ពុជា", "สำนักงาน", "משרד הנמל",
	"Ministry of Roads, Rails and Everything that Runs on Them", "ÜBER", "7", "a; b]", `"quoted"`, "日本語の名前", "x -> y", "'", "🙂 desk",
}

// Inks can be seen on all the grounds, as those on each other.
var (
	inks    = []string{"#5b1d6e", "#0b4f6c", "#7a1f1f", "#123524", "navy", "#333", "0.6 1.0 0.3", "darkgreen"}
	grounds = []string{"#fff4d6", "#e8fff1", "white", "#fee", "0.5 0.05 1.0", "#f0f0ff", "ivory"}
)

func pick[T any](r interface{ IntN(int) int }, of ...T) T { return of[r.IntN(len(of))] }

// words are new ones that no earlier edit had.
func (e *editor) words() string {
	e.fresh++
	return fmt.Sprintf("%s %d", saidAnew[e.IntN(len(saidAnew))], e.fresh)
}

// some is a statement of a thing that may be edited so, and was not in this file.
func (e *editor) some(p edits.Property, may func(t edits.Thing, l *sheetLine) bool) *sheetLine {
	var list []*sheetLine
	for _, l := range e.paper.lines {
		if l.of.ID != "" && !l.gone && !e.edited[p][l.of] && may(l.of, l) {
			list = append(list, l)
		}
	}
	if len(list) == 0 {
		return nil
	}
	l := list[e.IntN(len(list))]
	e.mark(p, l.of)
	return l
}

func (e *editor) mark(p edits.Property, t edits.Thing) {
	if e.edited[p] == nil {
		e.edited[p] = map[edits.Thing]bool{}
	}
	e.edited[p][t] = true
}

func (e *editor) inLang(name string) edits.Property { return edits.Property{Name: name, Lang: e.lang} }

// expect notes what is to come of an edit of a property.
func (e *editor) expect(t edits.Thing, p edits.Property, is string) {
	if of := e.want.Edit(t); of.Added != nil {
		of.Set(p, edits.Change{Is: is})
	} else {
		of.Set(p, edits.Change{Was: e.ground[t].Values[p], Is: is})
	}
}

func (e *editor) nodeOf(kind network.NodeKind) func(edits.Thing, *sheetLine) bool {
	return func(t edits.Thing, _ *sheetLine) bool {
		n := e.view.Node(t.ID)
		return !t.Line && n != nil && n.Kind == kind
	}
}

// withOffices is an HTML-like label of a name and what stands small below it.
var withOffices = regexp.MustCompile(`^<(.*?)(<BR/><FONT [^>]*>)(.*)(</FONT>)>$`)

var inMarkup = strings.NewReplacer(`\`, `\\`, "&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

func (e *editor) rename() bool {
	p := e.inLang(edits.Label)
	l := e.some(p, func(t edits.Thing, l *sheetLine) bool {
		return e.nodeOf(network.EntityNode)(t, l) && !e.view.Node(t.ID).ByHand
	})
	if l == nil {
		return false
	}
	is := e.words()
	if m := withOffices.FindStringSubmatch(l.get("label")); m != nil {
		l.set("label", "<"+inMarkup.Replace(is)+m[2]+m[3]+m[4]+">")
	} else {
		l.set("label", string(dot.Text(is)))
	}
	e.expect(l.of, p, is)
	return e.did(l.of)
}

func (e *editor) rewordOffice() bool {
	p := e.inLang(edits.Below)
	l := e.some(p, func(t edits.Thing, l *sheetLine) bool { return withOffices.MatchString(l.get("label")) })
	if l == nil {
		return false
	}
	is := e.words()
	m := withOffices.FindStringSubmatch(l.get("label"))
	l.set("label", "<"+m[1]+m[2]+inMarkup.Replace(is)+m[4]+">")
	e.expect(l.of, p, is)
	return e.did(l.of)
}

// rewordLine leaves the words for how a line stands, in some place of the label.
func (e *editor) rewordLine() bool {
	p := e.inLang(edits.Label)
	l := e.some(p, func(t edits.Thing, l *sheetLine) bool { return t.Line })
	if l == nil {
		return false
	}
	is := e.words()
	parts := []string{string(dot.Text(is))}
	for _, key := range []string{"hedge", "caveat"} {
		if raw := l.get(key); raw != "" {
			parts = append(parts, raw)
		}
	}
	if e.IntN(3) == 0 {
		e.Shuffle(len(parts), func(a, b int) { parts[a], parts[b] = parts[b], parts[a] })
	}
	for i := range parts {
		parts[i] = bare(parts[i])
	}
	l.set("label", `"`+strings.Join(parts, pick(e, `\n`, ` `, `\l`))+`"`)
	e.expect(l.of, p, is)
	return e.did(l.of)
}

// colour writes another colour, and expects it as it is known.
func (e *editor) colour(l *sheetLine, name string, from []string) bool {
	raw := from[e.IntN(len(from))]
	is := hexOf(raw)
	if is == e.ground[l.of].Values[edits.Property{Name: name}] {
		return false
	}
	l.set(name, `"`+raw+`"`)
	e.expect(l.of, edits.Property{Name: name}, is)
	return e.did(l.of)
}

func (e *editor) colourNode(name string, from []string) bool {
	l := e.some(edits.Property{Name: name}, e.nodeOf(network.EntityNode))
	return l != nil && e.colour(l, name, from)
}

func (e *editor) colourValue() bool {
	l := e.some(edits.Property{Name: edits.Color}, e.nodeOf(network.ValueNode))
	return l != nil && e.colour(l, edits.Color, inks)
}

func (e *editor) colourLine(name string) bool {
	l := e.some(edits.Property{Name: name}, func(t edits.Thing, _ *sheetLine) bool { return t.Line })
	return l != nil && e.colour(l, name, inks)
}

func (e *editor) reshape() bool {
	p := edits.Property{Name: edits.Shape}
	l := e.some(p, e.nodeOf(network.EntityNode))
	if l == nil {
		return false
	}
	is := pick(e, render.Shapes()...)
	if is == e.ground[l.of].Values[p] {
		return false
	}
	l.set("shape", is)
	e.expect(l.of, p, is)
	return e.did(l.of)
}

func (e *editor) move(hold func(*sheetLine)) bool {
	if !e.places {
		return false
	}
	l := e.some(edits.Property{Name: "pos"}, func(t edits.Thing, _ *sheetLine) bool { return !t.Line })
	if l == nil {
		return false
	}
	x, y, any := e.cell()
	if !any {
		return false
	}
	l.set("pos", `"`+strconv.FormatFloat(x, 'f', -1, 64)+`,-`+strconv.FormatFloat(y, 'f', -1, 64)+`"`)
	if hold != nil {
		hold(l)
	}
	e.want.Edit(l.of).Place = &edits.Place{X: x, Y: y}
	return e.did(l.of)
}

// cell is a place in which no box that was placed stands.
func (e *editor) cell() (x, y float64, any bool) {
	const w, h, most = 420.0, 340.0, 8
	taken := func(i, j int) bool {
		return slices.ContainsFunc(e.want.Edits, func(of edits.Edit) bool {
			return of.Place != nil && int(of.Place.X/w) == i && int(of.Place.Y/h) == j
		})
	}
	for range 20 {
		if i, j := e.IntN(most), e.IntN(most); !taken(i, j) {
			return float64(i)*w + float64(e.IntN(400))/10, float64(j)*h + float64(e.IntN(400))/10, true
		}
	}
	return 0, 0, false
}

func (e *editor) rank() bool {
	p := edits.Property{Name: "rank"}
	var group []string
	for range 2 + e.IntN(2) {
		if l := e.some(p, func(t edits.Thing, _ *sheetLine) bool { return !t.Line }); l != nil {
			group = append(group, l.of.ID)
		}
	}
	slices.Sort(group)
	if len(group) < 2 || slices.ContainsFunc(e.ranks(), func(g []string) bool { return slices.Equal(g, group) }) {
		return false
	}
	text := "{rank=same; "
	for _, id := range group {
		text += `"` + id + `"; `
	}
	e.paper.add(text + "}")
	e.want.Ranks = append(e.want.Ranks, group)
	return e.did(edits.Thing{})
}

// ranks are the groups that the file has.
func (e *editor) ranks() [][]string {
	var groups [][]string
	var inside bool
	for _, l := range e.paper.lines {
		switch text := strings.TrimSpace(l.text); {
		case text == `rank="same";`:
			inside = true
			groups = append(groups, nil)
		case text == "}":
			inside = false
		case inside && !l.gone:
			groups[len(groups)-1] = append(groups[len(groups)-1], bare(strings.TrimSuffix(text, ";")))
		}
	}
	for _, group := range groups {
		slices.Sort(group)
	}
	return groups
}

func (e *editor) addNode() bool {
	e.fresh++
	name := pick(e, fmt.Sprintf("hand-%d", e.fresh), fmt.Sprintf("Mill %d & sons", e.fresh), fmt.Sprintf("ភ្នំ %d", e.fresh))
	of := e.want.Edit(edits.Thing{ID: capture.IDFor(name, "node")})
	of.Added = &edits.Added{}
	attrs := "colorscheme=x11"
	if of.ID != name {
		of.Set(e.inLang(edits.Label), edits.Change{Is: name})
	}
	if e.IntN(2) == 0 {
		is := e.words()
		attrs += ", label=" + string(dot.Text(is))
		of.Set(e.inLang(edits.Label), edits.Change{Is: is})
	}
	if e.IntN(2) == 0 {
		of.Added.Type = pick(e, "person", "ministry", "media")
		attrs += ", type=" + of.Added.Type
	}
	if e.IntN(2) == 0 {
		attrs += `, fillcolor="#fff4d6"`
		of.Set(edits.Property{Name: edits.FillColor}, edits.Change{Is: "#fff4d6"})
	}
	e.paper.add(string(dot.ID(name)) + " [" + attrs + "];")
	e.did(of.Thing)
	if e.IntN(2) == 0 {
		e.kind = "line added"
		e.join(name, of.ID, false)
	}
	return true
}

// addLine joins two nodes that were published.
func (e *editor) addLine(named bool) bool {
	l := e.some(edits.Property{Name: "joined"}, func(t edits.Thing, _ *sheetLine) bool { return !t.Line })
	return l != nil && e.join(l.of.ID, l.of.ID, named)
}

func (e *editor) join(name, id string, named bool) bool {
	var others []string
	for _, l := range e.paper.lines {
		if l.of.ID != "" && !l.of.Line && !l.gone && l.of.ID != id {
			others = append(others, l.of.ID)
		}
	}
	if len(others) == 0 {
		return false
	}
	to := others[e.IntN(len(others))]
	t := edits.Thing{Line: true, ID: capture.IDFor(id+" to "+to, "line")}
	attrs := "arrowhead=vee"
	if named {
		e.fresh++
		t.ID = fmt.Sprintf("by-hand-%d", e.fresh)
		attrs += ", id=" + string(dot.ID(t.ID))
	}
	if e.want.Of(t) != nil || e.ground[t].Values != nil {
		return false
	}
	of := e.want.Edit(t)
	of.Added = &edits.Added{From: id, To: to}
	if e.IntN(3) > 0 {
		is := e.words()
		attrs += ", label=" + string(dot.Text(is))
		of.Set(e.inLang(edits.Label), edits.Change{Is: is})
	}
	if e.IntN(3) > 0 {
		of.Added.Type = pick(e, "met-with", "part-of", "owns")
		attrs += `, type="` + of.Added.Type + `"`
	}
	if e.IntN(3) == 0 {
		attrs += `, color="#7a1f1f"`
		of.Set(edits.Property{Name: edits.Color}, edits.Change{Is: "#7a1f1f"})
	}
	e.paper.add(string(dot.ID(name)) + " -> " + string(dot.ID(to)) + " [" + attrs + "];")
	return e.did(t)
}

// strikeLine takes out a line that nothing else is an answer to.
func (e *editor) strikeLine() bool {
	l := e.some(edits.Property{Name: "struck"}, func(t edits.Thing, _ *sheetLine) bool { return t.Line && e.free[t] && e.ground[t].Values != nil })
	if l == nil {
		return false
	}
	e.paper.strike(l.of)
	e.removed(l.of)
	return e.did(l.of)
}

// strikeNode takes out a node of which that holds as well.
func (e *editor) strikeNode() bool {
	l := e.some(edits.Property{Name: "struck"}, func(t edits.Thing, _ *sheetLine) bool {
		return !t.Line && e.free[t] && !slices.ContainsFunc(e.paper.lines, func(l *sheetLine) bool {
			return !l.gone && (l.from == t.ID || l.to == t.ID) && !e.free[l.of]
		}) && !e.addedTo(t.ID)
	})
	if l == nil || e.inRank(l.of.ID) {
		return false
	}
	for _, other := range e.paper.lines {
		if other.from == l.of.ID || other.to == l.of.ID { // which a node takes along
			*e.want.Edit(other.of) = edits.Edit{Thing: other.of}
			e.mark(edits.Property{Name: "struck"}, other.of)
			e.undone(other.of)
		}
	}
	e.paper.strike(l.of)
	e.removed(l.of)
	return e.did(l.of)
}

// addedTo tells whether a line was added to a node, in this file or before.
func (e *editor) addedTo(id string) bool {
	return slices.ContainsFunc(e.want.Edits, func(of edits.Edit) bool { return of.Added != nil && (of.Added.From == id || of.Added.To == id) })
}

func (e *editor) inRank(id string) bool {
	return slices.ContainsFunc(e.want.Ranks, func(group []string) bool { return slices.Contains(group, id) })
}

func (e *editor) removed(t edits.Thing) {
	e.undone(t)
	*e.want.Edit(t) = edits.Edit{Thing: t, Removed: &edits.Removal{Lang: e.lang, Was: e.ground[t].Text}}
}

func (e *editor) renameBack() bool {
	p := e.inLang(edits.Label)
	l := e.some(p, func(t edits.Thing, l *sheetLine) bool {
		was := e.was.Of(t)
		return e.nodeOf(network.EntityNode)(t, l) && was != nil && was.Added == nil && was.Changes[p].Is != "" && !withOffices.MatchString(l.get("label"))
	})
	if l == nil {
		return false
	}
	l.set("label", string(dot.Text(e.ground[l.of].Values[p])))
	e.expect(l.of, p, e.ground[l.of].Values[p])
	return e.did(l.of)
}

func (e *editor) colourBack() bool {
	p := edits.Property{Name: edits.Color}
	l := e.some(p, func(t edits.Thing, _ *sheetLine) bool {
		was := e.was.Of(t)
		return was != nil && was.Added == nil && was.Changes[p].Is != ""
	})
	if l == nil {
		return false
	}
	l.set("color", `"`+e.ground[l.of].Values[p]+`"`)
	e.expect(l.of, p, e.ground[l.of].Values[p])
	return e.did(l.of)
}

func (e *editor) unpin() bool {
	l := e.some(edits.Property{Name: "pos"}, func(t edits.Thing, _ *sheetLine) bool {
		was := e.was.Of(t)
		return was != nil && was.Place != nil
	})
	if l == nil {
		return false
	}
	l.drop("pin")
	e.want.Edit(l.of).Place = nil
	return e.did(l.of)
}

func (e *editor) dissolve() bool {
	if len(e.was.Ranks) == 0 {
		return false
	}
	group := e.was.Ranks[0]
	for i, l := range e.paper.lines {
		if strings.TrimSpace(l.text) != `rank="same";` || l.gone {
			continue
		}
		var members []string
		for j := i + 1; strings.TrimSpace(e.paper.lines[j].text) != "}"; j++ {
			members = append(members, bare(strings.TrimSuffix(strings.TrimSpace(e.paper.lines[j].text), ";")))
		}
		if slices.Sort(members); slices.Equal(members, group) {
			l.gone = true
			e.want.Ranks = slices.DeleteFunc(e.want.Ranks, func(g []string) bool { return slices.Equal(g, group) })
			return e.did(edits.Thing{})
		}
	}
	return false
}

func (e *editor) strikeAdded() bool {
	l := e.some(edits.Property{Name: "struck"}, func(t edits.Thing, _ *sheetLine) bool {
		was := e.was.Of(t)
		return t.Line && was != nil && was.Added != nil
	})
	if l == nil {
		return false
	}
	e.paper.strike(l.of)
	*e.want.Edit(l.of) = edits.Edit{Thing: l.of}
	e.undone(l.of)
	return e.did(l.of)
}
