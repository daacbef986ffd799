package handtest

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"

	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/network"
)

// editor edits one file, and keeps beside it what is to come of that.
type editor struct {
	*rand.Rand
	paper    *paper
	view     *network.View // as it was published
	baseline edits.Baseline
	lang     string
	places   bool // whether places are the editor's, and not those of a program that writes the file
	free     map[edits.Thing]bool

	was  *edits.Overrides // before this file
	want *edits.Overrides
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

// newEditor opens a file that was published of a view that overrides edit.
func newEditor(d *desk, r *rand.Rand, file []byte, v *network.View, overrides *edits.Overrides, places bool) *editor {
	if overrides == nil {
		overrides = &edits.Overrides{View: d.spec.ID}
	}
	return &editor{
		Rand: r, paper: open(d, file), view: v, baseline: d.baseline(), lang: d.lang(), places: places, free: d.free(v),
		was: overrides, want: overrides.Clone(), edited: map[edits.Property]map[edits.Thing]bool{}, fresh: r.IntN(1 << 20),
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
		return e.move(func(l *fileLine) { l.set("pin", pick(e, "true", `"true"`, "1")) })
	}},
	{"pos with !", func(e *editor) bool {
		return e.move(func(l *fileLine) { l.set("pos", strings.TrimSuffix(l.get("pos"), `"`)+`!"`) })
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

// Inks can be seen on all the baselines, as those on each other.
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
func (e *editor) some(p edits.Property, may func(t edits.Thing, l *fileLine) bool) *fileLine {
	var list []*fileLine
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
		of.Set(p, edits.Change{Was: e.baseline[t].Values[p], Is: is})
	}
}

func (e *editor) nodeOf(kind network.NodeKind) func(edits.Thing, *fileLine) bool {
	return func(t edits.Thing, _ *fileLine) bool {
		n := e.view.Node(t.ID)
		return !t.Line && n != nil && n.Kind == kind
	}
}

// withOffices is an HTML-like label of a name and what stands small below it.
var withOffices = regexp.MustCompile(`^<(.*?)(<BR/><FONT [^>]*>)(.*)(</FONT>)>$`)

var inMarkup = strings.NewReplacer(`\`, `\\`, "&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")
