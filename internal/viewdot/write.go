package viewdot

import (
	"strings"

	"example.org/graphgen/internal/dot"
	"example.org/graphgen/internal/original"
)

const howToEdit = `

Edit labels, colours, shapes, pos and groups of rank=same, add lines or take some out; then
"graphgen merge" on this file keeps that, and every build draws it. What says how a line
stands (dashes, "alleged by ...") follows from the claims, and stays.`

const aboutOriginal = "What this file was when it was published, for graphgen merge. Leave it as it is."

// Fonts that Graphviz has everywhere; names of nodes are bold, as in the picture.
const (
	plainFont = "Helvetica"
	boldFont  = "Helvetica-Bold"
)

// Write returns the file as DOT. What looks alike stands together under a comment, with its look
// said once. The file holds, packed, what it is itself, so that what is edited in it can be told
// from what changes in the case meanwhile.
func Write(f *File) []byte {
	g := (&writer{f}).graph()
	g.Remark, g.Closing = aboutOriginal, []dot.Attr{{Key: original.Attribute, Value: dot.Packed("")}}
	g.Closing[0].Value = dot.Packed(original.Pack(g.Bytes()))
	return g.Bytes()
}

type writer struct{ *File }

func (w *writer) graph() *dot.Graph {
	look := &w.Look
	g := &dot.Graph{
		ID:      w.View,
		Comment: w.Title + "\n" + look.Caption + howToEdit,
		Attrs: []dot.Attr{
			{Key: labelAttr, Value: dot.Text(w.Title)},
			{Key: labelLocAttr, Value: dot.Word("t")},
			{Key: rankDirAttr, Value: dot.Word(w.Direction)},
			{Key: fontNameAttr, Value: dot.Word(plainFont)},
			{Key: fontSizeAttr, Value: dot.Number(look.TitleSize)},
			{Key: layoutAttr, Value: dot.Word(w.Layout)},
			{Key: nodeSepAttr, Value: dot.Number(look.NodeGap)},
			{Key: rankSepAttr, Value: dot.Number(look.RankGap)},
			{Key: langAttr, Value: dot.Text(w.Lang)},
		},
		NodeAttrs: []dot.Attr{
			{Key: fontNameAttr, Value: dot.Word(boldFont)},
			{Key: fontSizeAttr, Value: dot.Number(look.NameSize)},
			{Key: fontColorAttr, Value: dot.Word(look.Ink)},
			{Key: styleAttr, Value: dot.Word(filled)},
		},
		EdgeAttrs: []dot.Attr{
			{Key: fontNameAttr, Value: dot.Word(plainFont)},
			{Key: fontSizeAttr, Value: dot.Number(look.LabelSize)},
			{Key: arrowSizeAttr, Value: dot.Number(0.8)},
		},
	}
	if w.GlobalRanks {
		g.Attrs = append(g.Attrs, dot.Attr{Key: newRankAttr, Value: dot.Word("true")})
	}
	if w.RightToLeft {
		g.Attrs = append(g.Attrs, dot.Attr{Key: readingAttr, Value: dot.Word(rightToLeft)})
	}
	g.Subgraphs = append(w.clusters(""), w.nodesIn("")...)
	g.Subgraphs = append(append(g.Subgraphs, w.edgeGroups()...), w.rankGroups()...)
	return g
}

// clusters are those within another, each with what stands in it.
func (w *writer) clusters(parent string) []dot.Subgraph {
	var clusters []dot.Subgraph
	for i := range w.Clusters {
		c := &w.Clusters[i]
		if c.Parent != parent {
			continue
		}
		s := dot.Subgraph{ID: clusterPrefix + c.ID, Attrs: []dot.Attr{
			{Key: labelAttr, Value: dot.Text(c.Label)},
			{Key: styleAttr, Value: dot.Word(filled)},
			{Key: colorAttr, Value: dot.Word(w.Look.Hairline)},
			{Key: fillColorAttr, Value: dot.Word(w.Look.Area)},
			{Key: fontNameAttr, Value: dot.Word(boldFont)},
			{Key: fontSizeAttr, Value: dot.Number(w.Look.SmallSize)},
			{Key: fontColorAttr, Value: dot.Word(w.Look.Quiet)},
		}}
		s.Subgraphs = append(w.clusters(c.ID), w.nodesIn(c.ID)...)
		clusters = append(clusters, s)
	}
	return clusters
}

// rankGroups are the groups of one rank, each on a line of its own.
func (w *writer) rankGroups() []dot.Subgraph {
	var groups []dot.Subgraph
	for i, members := range w.Ranks {
		g := dot.Subgraph{Comment: w.Look.RankHeadings[i], Attrs: []dot.Attr{{Key: rankAttr, Value: dot.Word(sameRank)}}}
		for _, id := range members {
			g.Nodes = append(g.Nodes, dot.Node{ID: id})
		}
		groups = append(groups, g)
	}
	return groups
}

// attrs are attributes in the order in which they are written.
type attrs []dot.Attr

func (a *attrs) add(key string, value dot.Value) { *a = append(*a, dot.Attr{Key: key, Value: value}) }

// text adds a text, unless it is empty.
func (a *attrs) text(key, text string) {
	if text != "" {
		a.add(key, dot.Text(text))
	}
}

// word adds a word, unless it is what holds by default.
func (a *attrs) word(key, word, byDefault string) {
	if word != byDefault {
		a.add(key, dot.Word(word))
	}
}

// derived adds in which words something stands, and the claims that it rests on.
func (a *attrs) derived(i *Item) {
	a.text(caveatAttr, i.Caveat)
	a.text(hedgeAttr, i.Hedge)
	a.add(claimsAttr, dot.Text(i.Claims))
}

// lines are the lines of a text.
func lines(text string) []string {
	if text == "" {
		return nil
	}
	return strings.Split(text, "\n")
}
