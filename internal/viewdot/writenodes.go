package viewdot

import (
	"cmp"
	"slices"

	"example.org/graphgen/internal/dot"
)

// nodesIn groups the nodes of a cluster, or of none, by their types: those of entities first.
func (w *writer) nodesIn(cluster string) []dot.Subgraph {
	var types []string
	nodes := map[string][]*Node{}
	for i := range w.Nodes {
		n := &w.Nodes[i]
		if n.Cluster != cluster {
			continue
		}
		if nodes[n.Type] == nil {
			types = append(types, n.Type)
		}
		nodes[n.Type] = append(nodes[n.Type], n)
	}
	last := []string{FigureType, OriginType}
	slices.SortFunc(types, func(a, b string) int {
		return cmp.Or(cmp.Compare(slices.Index(last, a), slices.Index(last, b)), cmp.Compare(a, b))
	})
	var groups []dot.Subgraph
	for _, kind := range types {
		groups = append(groups, w.nodeGroup(kind, nodes[kind]))
	}
	return groups
}

func (w *writer) nodeGroup(kind string, nodes []*Node) dot.Subgraph {
	look := w.Look.Types[kind]
	class := "node type-" + kind
	g := dot.Subgraph{Comment: look.Heading, NodeAttrs: []dot.Attr{
		{Key: typeAttr, Value: dot.Word(kind)},
		{Key: shapeAttr, Value: dot.Word(look.Shape)},
		{Key: colorAttr, Value: dot.Word(look.Color)},
		{Key: fillColorAttr, Value: dot.Word(look.FillColor)},
		{Key: classAttr, Value: dot.Text(class)},
	}}
	ink := w.Look.Ink
	if kind == OriginType {
		ink = w.Look.Quiet
		g.NodeAttrs = append(g.NodeAttrs,
			dot.Attr{Key: fontNameAttr, Value: dot.Word(plainFont)},
			dot.Attr{Key: fontSizeAttr, Value: dot.Number(w.Look.SmallSize)},
			dot.Attr{Key: fontColorAttr, Value: dot.Word(ink)})
	}
	for _, n := range nodes {
		a := w.node(n, class)
		a.word(shapeAttr, n.Shape, look.Shape)
		a.word(colorAttr, n.Color, look.Color)
		a.word(fillColorAttr, n.FillColor, look.FillColor)
		a.word(fontColorAttr, n.FontColor, ink)
		g.Nodes = append(g.Nodes, dot.Node{ID: n.ID, Attrs: a})
	}
	return g
}

// node are a node's attributes but for how it looks other than its type.
func (w *writer) node(n *Node, class string) attrs {
	a := attrs{{Key: labelAttr, Value: w.label(n)}}
	if n.Hub {
		a.add(peripheriesAttr, dot.Number(2))
	}
	if n.Class != class && n.Type != FigureType {
		a.add(classAttr, dot.Text(n.Class))
	}
	a.text(officeAttr, n.Office)
	if n.Type == FigureType {
		a.add(valueAttr, dot.Text(n.Quantity))
	}
	if n.Dash != "" {
		a.add(styleAttr, dot.Word(filled+","+n.Dash))
	}
	if n.Type == FigureType {
		a.add(standingAttr, dot.Text(n.Standing))
	}
	if n.Dash != "" {
		a.derived(&n.Item)
	}
	if n.Type == FigureType {
		a.add(classAttr, dot.Text(n.Class))
	}
	if n.Place != nil {
		a.add(posAttr, w.place(n))
	}
	if n.Pinned {
		a.add(pinAttr, dot.Word("true"))
	}
	a.add(tooltipAttr, dot.Text(n.Tooltip))
	return a
}

// place is where a node stands, counted from the upper corner at which reading begins. The file
// does not say how large the picture is, which changes with whatever is added.
func (w *writer) place(n *Node) dot.Value {
	if w.RightToLeft {
		return dot.Place(-n.Place.X, -n.Place.Y)
	}
	return dot.Place(n.Place.X, -n.Place.Y)
}

// label is a node's words: as plain text, which is easily edited, but where the end of it is small.
func (w *writer) label(n *Node) dot.Value {
	if !n.Markup {
		return dot.Text(n.Text)
	}
	all, small := lines(n.Text), len(lines(n.Small))
	set := make([]dot.Line, len(all))
	for i, text := range all {
		set[i].Text = text
		switch {
		case i >= len(all)-small:
			set[i].Size = w.Look.SmallSize
		case n.Hub:
			set[i].Size = w.Look.HubSize
		}
	}
	return dot.Lines(set)
}
