package viewdot_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"example.org/graphgen/internal/dotfile"
	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/viewdot"
)

// Whatever is written is read again as it was.
func TestReadsWhatItWrites(t *testing.T) {
	for seed := range uint64(100) {
		want := random(rand.New(rand.NewPCG(seed, 1)))
		text := viewdot.Write(want)
		g, err := dotfile.Read("v.dot", text)
		if err != nil {
			t.Fatalf("seed %d: %v\n%s", seed, err, text)
		}
		if a, b := plain(want), plain(viewdot.Read(g)); !reflect.DeepEqual(a, b) {
			t.Fatalf("seed %d: read otherwise than written: %s\n%s", seed, difference(a, b), text)
		}
		if again := viewdot.Write(want); string(again) != string(text) {
			t.Fatalf("seed %d: written twice, it is another", seed)
		}
	}
}

// plain is a file in one order, without what is only written or only read.
func plain(f *viewdot.File) viewdot.File {
	p := *f
	p.Source, p.Look = viewdot.Source{}, viewdot.Look{}
	p.Clusters, p.Nodes, p.Edges = slices.Clone(p.Clusters), slices.Clone(p.Nodes), slices.Clone(p.Edges)
	for i := range p.Clusters {
		p.Clusters[i].Nodes, p.Clusters[i].Source = nil, viewdot.Source{}
	}
	for i := range p.Nodes {
		p.Nodes[i].Source = viewdot.Source{}
	}
	for i := range p.Edges {
		p.Edges[i].Source = viewdot.Source{}
	}
	slices.SortFunc(p.Clusters, func(a, b viewdot.Cluster) int { return strings.Compare(a.ID, b.ID) })
	slices.SortFunc(p.Nodes, func(a, b viewdot.Node) int { return strings.Compare(a.ID, b.ID) })
	slices.SortFunc(p.Edges, func(a, b viewdot.Edge) int { return strings.Compare(a.ID, b.ID) })
	return p
}

// difference are the parts in which two files differ.
func difference(a, b viewdot.File) string {
	var parts []string
	x, y := reflect.ValueOf(a), reflect.ValueOf(b)
	for i := range x.NumField() {
		name, p, q := x.Type().Field(i).Name, x.Field(i), y.Field(i)
		if p.Kind() != reflect.Slice || p.Len() != q.Len() {
			if !reflect.DeepEqual(p.Interface(), q.Interface()) {
				parts = append(parts, fmt.Sprintf("%s: %+v, %+v", name, p, q))
			}
			continue
		}
		for j := range p.Len() {
			if !reflect.DeepEqual(p.Index(j).Interface(), q.Index(j).Interface()) {
				parts = append(parts, fmt.Sprintf("%s: %+v, %+v", name, p.Index(j), q.Index(j)))
			}
		}
	}
	return strings.Join(parts, "\n")
}

// Pieces of texts, some of which try to become more than text.
var pieces = []string{`\N`, `\\`, `"quoted"`, "<b>", "&amp;", "]; x -> y", "ព្រះរាជា", "משרד", "a", "12", `back\`, "’", "{", "//", "🙂"}

type source struct{ *rand.Rand }

func (r source) of(list ...string) string { return list[r.IntN(len(list))] }

func (r source) colour() string { return fmt.Sprintf("#%06x", r.IntN(1<<24)) }

// words are some words, each of which no other text has, so that one text is not part of another.
func (r source) words() string {
	return r.of(pieces...) + " " + fmt.Sprintf("w%dx", r.Uint32())
}

// maybe is words, or nothing.
func (r source) maybe() string {
	if r.IntN(2) == 0 {
		return ""
	}
	return r.words()
}

func random(random *rand.Rand) *viewdot.File {
	r := source{random}
	f := &viewdot.File{
		View: "v", Title: r.words(), Lang: r.of("en", "th", "pt-BR"), Layout: r.of("dot", "sfdp"), Direction: r.of("LR", "TB"),
		RightToLeft: r.IntN(2) == 0, GlobalRanks: r.IntN(2) == 0,
		Look: viewdot.Look{
			Caption: r.words(), TitleSize: 22, NameSize: 14, HubSize: 17, LabelSize: 12, SmallSize: 11, NodeGap: 0.3, RankGap: 0.5,
			Ink: r.colour(), Quiet: r.colour(), Area: r.colour(), Hairline: r.colour(), Types: map[string]viewdot.TypeLook{},
		},
	}
	types := []string{"person", "ministry", viewdot.FigureType, viewdot.OriginType}
	for _, name := range types {
		f.Look.Types[name] = viewdot.TypeLook{Heading: r.words(), Shape: r.of("box", "note"), Color: r.colour(), FillColor: r.colour()}
	}
	for i := range r.IntN(4) {
		c := viewdot.Cluster{ID: fmt.Sprintf("c%d", i), Label: r.words()}
		if i > 0 {
			c.Parent = r.of("", "c0")
		}
		f.Clusters = append(f.Clusters, c)
	}
	for i := range 1 + r.IntN(8) {
		f.Nodes = append(f.Nodes, r.node(f, fmt.Sprintf("n%d", i), r.of(types...)))
	}
	for i := range r.IntN(8) {
		f.Edges = append(f.Edges, r.edge(f, i))
	}
	if len(f.Nodes) > 2 {
		f.Ranks = [][]string{{"n0", "n1"}, {"n1", "n2"}}
	}
	return f
}

func (r source) node(f *viewdot.File, id, kind string) viewdot.Node {
	look := f.Look.Types[kind]
	n := viewdot.Node{
		ID: id, Shape: r.of(look.Shape, "hexagon"), FillColor: r.of(look.FillColor, r.colour()), Pinned: r.IntN(2) == 0,
		Item: viewdot.Item{
			Type: kind, Name: r.words(), Color: r.of(look.Color, r.colour()), FontColor: r.of(f.Look.Ink, f.Look.Quiet, r.colour()),
			Class: "node type-" + kind, Tooltip: r.words() + "\n" + r.words(),
		},
	}
	if len(f.Clusters) > 0 && r.IntN(2) == 0 {
		n.Cluster = f.Clusters[r.IntN(len(f.Clusters))].ID
	}
	if r.IntN(3) > 0 {
		n.Place = &edits.Place{X: float64(r.IntN(9999)) / 10, Y: float64(r.IntN(9999)-5000) / 10}
	}
	switch {
	case kind == viewdot.FigureType:
		n.Quantity, n.Hedge, n.Caveat, n.Claims = r.words(), r.maybe(), r.maybe(), r.of("", "c-1", "c-1 c-2")
		n.Standing, n.Dash, n.Class = r.of("alleged", "record", ""), r.of("dashed", "solid"), n.Class+" standing-x"
	case kind == viewdot.OriginType:
	case r.IntN(3) == 0:
		n.Caveat, n.Dash = r.words(), "dotted"
	default:
		n.Markup, n.Office, n.Hub = r.IntN(2) == 0, r.maybe(), r.IntN(3) == 0
	}
	if n.Hub {
		n.Class += " hub"
	}
	if n.Markup {
		n.Small = n.Office
	}
	n.Text = said(n.Quantity, n.Name, n.Office, n.Hedge, n.Caveat)
	return n
}

func (r source) edge(f *viewdot.File, number int) viewdot.Edge {
	from, to := f.Nodes[r.IntN(len(f.Nodes))].ID, f.Nodes[r.IntN(len(f.Nodes))].ID
	e := viewdot.Edge{
		ID: fmt.Sprintf("rel%d", number), From: from, To: to, Unranked: r.IntN(2) == 0,
		Item: viewdot.Item{
			Type: r.of("", "met-with"), Name: r.maybe(), Hedge: r.maybe(), Caveat: r.maybe(), Standing: r.of("alleged", "record", ""),
			Claims: r.of("", "c-3"), Dash: r.of("dashed", "solid"), Color: r.colour(), FontColor: r.colour(),
			Class: "edge relation-x", Tooltip: r.words(),
		},
		Width: 1.5,
	}
	switch r.IntN(4) {
	case 0:
		e.ID, e.Type, e.Width = fmt.Sprintf("flow/%d", number), viewdot.FlowType, 5
	case 1:
		e.ID, e.Type = fmt.Sprintf("fig/1/c%d", number), r.of(viewdot.GivesType, viewdot.DisputesType)
	case 2:
		e.Arrows = viewdot.ToNone
	}
	e.Text = said(e.Name, e.Hedge, e.Caveat)
	return e
}

// said is a label of parts in lines of their own.
func said(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), "\n")
}
