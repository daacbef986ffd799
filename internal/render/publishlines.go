package render

import (
	"cmp"
	"slices"

	"example.org/graphgen/internal/dot"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/words"
)

// kindOfLine is what lines are grouped by.
type kindOfLine struct {
	kind     network.EdgeKind
	flow     string
	standing entities.Standing
	ink      string
	words    string // the colour of its words
	style    string
}

func (p *publisher) lines() []dot.Subgraph {
	var kinds []kindOfLine
	lines := map[kindOfLine][]int{}
	for i := range p.diagram.lines {
		l := &p.diagram.lines[i]
		kind := kindOfLine{kind: l.edge.Kind, standing: l.edge.Verdict.Standing, ink: l.pen.ink.Light, words: l.ink.Light, style: dashWord(l.pen.dash)}
		if l.edge.Flow != nil {
			kind.flow = l.edge.Flow.ID
		}
		if lines[kind] == nil {
			kinds = append(kinds, kind)
		}
		lines[kind] = append(lines[kind], i)
	}
	standings := entities.Standings()
	slices.SortStableFunc(kinds, func(a, b kindOfLine) int {
		return cmp.Or(cmp.Compare(b.kind, a.kind), cmp.Compare(slices.Index(standings, a.standing), slices.Index(standings, b.standing)),
			cmp.Compare(a.flow, b.flow), cmp.Compare(a.ink, b.ink), cmp.Compare(a.words, b.words), cmp.Compare(a.style, b.style))
	})
	var groups []dot.Subgraph
	for _, kind := range kinds {
		groups = append(groups, p.lineGroup(kind, lines[kind]))
	}
	return groups
}

func (p *publisher) lineGroup(kind kindOfLine, lines []int) dot.Subgraph {
	pen := p.diagram.lines[lines[0]].pen
	g := dot.Subgraph{Comment: p.lineGroupName(kind, lines[0]), EdgeAttrs: []dot.Attr{
		{Key: "standing", Value: dot.Text(string(kind.standing))},
		{Key: "style", Value: dot.Word(dashWord(pen.dash))},
		{Key: "color", Value: dot.Word(pen.ink.Light)},
		{Key: "fontcolor", Value: dot.Word(kind.words)},
		{Key: "penwidth", Value: dot.Number(pen.width)},
	}}
	if kind.kind == network.FlowEdge {
		g.EdgeAttrs = append(g.EdgeAttrs, dot.Attr{Key: "weight", Value: dot.Number(3)})
	}
	for _, i := range lines {
		g.Edges = append(g.Edges, p.edge(i))
	}
	return g
}

func (p *publisher) lineGroupName(kind kindOfLine, line int) string {
	what := p.teller.Words.Standing(kind.standing)
	if kind.kind == network.FlowEdge {
		what = p.teller.Words.Say(words.Explained, p.teller.Text(p.diagram.lines[line].edge.Flow.What), what)
	}
	return what
}

// edge gives an edge its id, its words, and a tooltip with the words it rests on, so
// that a denial goes along wherever the file goes.
func (p *publisher) edge(i int) dot.Edge {
	l := &p.diagram.lines[i]
	attrs := []dot.Attr{
		{Key: "id", Value: dot.Text(l.edge.ID)},
		{Key: "label", Value: dot.Text(l.words.text())},
	}
	if kind := lineType(l.edge); kind != "" {
		attrs = append(attrs, dot.Attr{Key: "type", Value: dot.Text(kind)})
	}
	if l.edge.Mutual {
		attrs = append(attrs, dot.Attr{Key: "dir", Value: dot.Word("none")})
	}
	if p.ranks.against[i] {
		attrs = append(attrs, dot.Attr{Key: "constraint", Value: dot.Word("false")})
	}
	attrs = append(attrs, p.standing(l.edge.Verdict, p.teller.LineCaveat(l.edge), l.hedge)...)
	attrs = append(attrs,
		dot.Attr{Key: "class", Value: dot.Text(l.class())},
		dot.Attr{Key: "tooltip", Value: dot.Text(p.evidence(l.title, l.edge.ID))})
	return dot.Edge{From: l.edge.From, To: l.edge.To, Attrs: attrs}
}

// lineType is what an edge's attribute type says: a relation's type, or what else it is.
func lineType(e *network.Edge) string {
	if e.Kind == network.RelationEdge {
		return e.Relation.Type
	}
	return e.Kind.String()
}
