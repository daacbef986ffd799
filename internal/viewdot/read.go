package viewdot

import (
	"regexp"
	"slices"
	"strings"

	"example.org/graphgen/internal/dotfile"
	"example.org/graphgen/internal/edits"
)

// Read tells what a graph says that was read from a VIEW.dot, whoever wrote or edited it. Nodes
// and edges have the order of the file, and edges without an id have none.
func Read(g *dotfile.Graph) *File {
	f := &File{
		View: g.ID, Title: g.Attrs[labelAttr].Plain(nil), Lang: g.Attrs[langAttr].Text,
		Layout: g.Attrs[layoutAttr].Text, Direction: g.Attrs[rankDirAttr].Text,
		RightToLeft: g.Attrs[readingAttr].Text == rightToLeft, GlobalRanks: g.Attrs[newRankAttr].Text == "true",
		Source: Source{Name: g.ID, At: g.Place, Attrs: g.Attrs, Own: g.Attrs},
	}
	_, f.LaidOut = g.Attrs[boundsAttr]
	in := f.readGroups(g)
	frame := frameOf(f)
	for i := range g.Nodes {
		f.Nodes = append(f.Nodes, readNode(&g.Nodes[i], frame))
		f.Nodes[i].Cluster = in[g.Nodes[i].ID]
	}
	for i := range g.Edges {
		f.Edges = append(f.Edges, readEdge(g, &g.Edges[i]))
	}
	return f
}

// readGroups reads clusters and ranks, and tells in which cluster each node stands.
func (f *File) readGroups(g *dotfile.Graph) (in map[string]string) {
	in = map[string]string{}
	for i := range g.Groups {
		group := &g.Groups[i]
		switch {
		case group.Cluster():
			c := Cluster{
				ID: strings.TrimPrefix(group.ID, clusterPrefix), Label: group.Attrs.Get(labelAttr).Plain(nil), Nodes: slices.Sorted(slices.Values(group.Nodes)),
				Source: Source{Name: group.ID, At: group.Place, Own: group.Attrs.Own()},
			}
			if group.Parent >= 0 && g.Groups[group.Parent].Cluster() {
				c.Parent = strings.TrimPrefix(g.Groups[group.Parent].ID, clusterPrefix)
			}
			f.Clusters = append(f.Clusters, c)
			for _, id := range group.Nodes {
				in[id] = c.ID // those around it began before it
			}
		case group.Attrs.Text(rankAttr) == sameRank:
			f.Ranks = append(f.Ranks, slices.Sorted(slices.Values(group.Nodes)))
		}
	}
	return in
}

func readItem(held dotfile.Held) Item {
	all := held.All()
	text := func(name string) string { return all[name].Plain(nil) }
	i := Item{
		Type: text(typeAttr), Caveat: text(caveatAttr), Hedge: text(hedgeAttr), Quantity: text(valueAttr), Office: text(officeAttr),
		Standing: text(standingAttr), Claims: text(claimsAttr), Dash: dash(all[styleAttr].Text),
		Color: all[colorAttr].Text, FontColor: all[fontColorAttr].Text, Class: text(classAttr), Tooltip: text(tooltipAttr),
		Source: Source{Attrs: all, Own: held.Own()},
	}
	return i
}

func readNode(n *dotfile.Node, from frame) Node {
	node := Node{ID: n.ID, Item: readItem(n.Attrs)}
	node.Text, node.Source.Name, node.Source.At = n.Label(), n.ID, n.Place
	label := node.Source.Attrs[labelAttr]
	node.Markup, node.Small = label.HTML, smallPart(label)
	node.Shape, node.FillColor = node.Source.Attrs[shapeAttr].Text, node.Source.Attrs[fillColorAttr].Text
	node.Hub = node.Source.Attrs[peripheriesAttr].Text == "2"
	node.readPlace(from)
	node.Name, _, _ = node.Split(&node.Item, node.Small)
	return node
}

func readEdge(g *dotfile.Graph, e *dotfile.Edge) Edge {
	edge := Edge{Item: readItem(e.Attrs), From: e.From, To: e.To, Arrows: arrowsOf(g, e)}
	edge.ID = edge.Source.Attrs[idAttr].Plain(nil)
	edge.Text, edge.Source.At = e.Label(), e.Place
	edge.Width, _ = edge.Source.number(penWidthAttr)
	edge.Unranked = edge.Source.Attrs[constraintAttr].Text == "false"
	edge.Name, _, _ = edge.Split(&edge.Item, "")
	return edge
}

func arrowsOf(g *dotfile.Graph, e *dotfile.Edge) Arrows {
	switch head, tail := g.Arrows(e); {
	case head && tail:
		return ToBoth
	case tail:
		return ToTail
	case head:
		return ToHead
	}
	return ToNone
}

// dash is how a style breaks a line: the last word of it that says so.
func dash(style string) (broken string) {
	for word := range strings.SplitSeq(style, ",") {
		switch word = strings.TrimSpace(word); word {
		case "solid", "dashed", "dotted":
			broken = word
		}
	}
	return broken
}

// smallPart is what an HTML-like label has in a font of its own, as published ones have what
// stands below a name. A font that opens the label is that of the name.
func smallPart(label dotfile.Value) string {
	if !label.HTML {
		return ""
	}
	words := label.Text[len(opening.FindString(label.Text)):]
	if at := ownFont.FindStringIndex(words); at != nil {
		return dotfile.Value{Text: words[at[0]:], HTML: true}.Plain(nil)
	}
	return ""
}

var (
	opening = regexp.MustCompile(`^(?:\s|<[^>]*>)*`) // tags before the first words
	ownFont = regexp.MustCompile(`(?i)<font\b`)
)

// BelowFirst is what of an HTML-like label stands below its first line; nothing of any other.
func (n *Node) BelowFirst() string {
	if !n.Markup {
		return ""
	}
	_, below, _ := strings.Cut(n.Text, "\n")
	return edits.Plain(below)
}
