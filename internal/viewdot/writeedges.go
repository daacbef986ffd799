package viewdot

import (
	"cmp"
	"slices"
	"strings"

	"example.org/graphgen/internal/dot"
	"example.org/graphgen/internal/entities"
)

// lookOfEdge is what edges are grouped by.
type lookOfEdge struct {
	kind                   edgeKind
	flow                   string
	standing               string
	color, fontColor, dash string
}

// edgeKind is what an edge stands for.
type edgeKind int

// The kinds, in the order in which they are written.
const (
	disputesEdge edgeKind = iota
	givesEdge
	flowEdge
	relationEdge
)

// kind tells what an edge stands for by its id: that of a relation is the relation's, a flow's is
// FLOW/1 for its first leg, and a figure's is FIGURE/1/CLAIM.
func (e *Edge) kind() edgeKind {
	switch strings.Count(e.ID, "/") {
	case 0:
		return relationEdge
	case 1:
		return flowEdge
	}
	if e.Type == DisputesType {
		return disputesEdge
	}
	return givesEdge
}

// flow is the id of the flow of which an edge is a leg.
func (e *Edge) flow() string {
	if e.kind() != flowEdge {
		return ""
	}
	id, _, _ := strings.Cut(e.ID, "/")
	return id
}

func (w *writer) edgeGroups() []dot.Subgraph {
	var looks []lookOfEdge
	edges := map[lookOfEdge][]*Edge{}
	for i := range w.Edges {
		e := &w.Edges[i]
		look := lookOfEdge{kind: e.kind(), flow: e.flow(), standing: e.Standing, color: e.Color, fontColor: e.FontColor, dash: e.Dash}
		if edges[look] == nil {
			looks = append(looks, look)
		}
		edges[look] = append(edges[look], e)
	}
	standings := entities.Standings()
	rank := func(standing string) int { return slices.Index(standings, entities.Standing(standing)) }
	slices.SortStableFunc(looks, func(a, b lookOfEdge) int {
		return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(rank(a.standing), rank(b.standing)), cmp.Compare(a.flow, b.flow),
			cmp.Compare(a.color, b.color), cmp.Compare(a.fontColor, b.fontColor), cmp.Compare(a.dash, b.dash))
	})
	var groups []dot.Subgraph
	for _, look := range looks {
		groups = append(groups, w.edgeGroup(look, edges[look]))
	}
	return groups
}

func (w *writer) edgeGroup(look lookOfEdge, edges []*Edge) dot.Subgraph {
	g := dot.Subgraph{EdgeAttrs: []dot.Attr{
		{Key: standingAttr, Value: dot.Text(look.standing)},
		{Key: styleAttr, Value: dot.Word(look.dash)},
		{Key: colorAttr, Value: dot.Word(look.color)},
		{Key: fontColorAttr, Value: dot.Word(look.fontColor)},
		{Key: penWidthAttr, Value: dot.Number(edges[0].Width)},
	}}
	if w.Look.EdgeHeading != nil {
		g.Comment = w.Look.EdgeHeading(edges[0])
	}
	if look.kind == flowEdge {
		g.EdgeAttrs = append(g.EdgeAttrs, dot.Attr{Key: weightAttr, Value: dot.Number(3)})
	}
	for _, e := range edges {
		g.Edges = append(g.Edges, edge(e))
	}
	return g
}

// edge has, beside its words, a tooltip with the words that it rests on, so that a denial goes
// along wherever the file goes.
func edge(e *Edge) dot.Edge {
	a := attrs{{Key: idAttr, Value: dot.Text(e.ID)}, {Key: labelAttr, Value: dot.Text(e.Text)}}
	a.text(typeAttr, e.Type)
	if e.Arrows == ToNone {
		a.add(dirAttr, dot.Word(noArrow))
	}
	if e.Unranked {
		a.add(constraintAttr, dot.Word("false"))
	}
	a.derived(&e.Item)
	a.add(classAttr, dot.Text(e.Class))
	a.add(tooltipAttr, dot.Text(e.Tooltip))
	return dot.Edge{From: e.From, To: e.To, Attrs: a}
}
