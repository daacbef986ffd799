// Package graphml writes a view as GraphML, for Gephi and for yEd with its shapes and broken lines. How a
// line stands is in its label and in its look. It must never lay anything out: who opens the file does.
package graphml

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/formats"
	"example.org/graphgen/internal/formats/types"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/output"
	"example.org/graphgen/internal/render/dash"
	"example.org/graphgen/internal/render/scene"
	"example.org/graphgen/internal/words"
)

// Export writes a view as GraphML 1.0 (http://graphml.graphdrawing.org). Gephi shows the
// plain keys; yEd the shapes, broken lines and labels of its own namespace. How a line stands is
// in both, and in the words of its label, so that no program that shows labels shows an
// allegation as a fact.
func Export(s formats.Subject, _ formats.ExportOptions) (formats.Export, error) {
	g := &exporter{Subject: s}
	doc := document{
		Xmlns: "http://graphml.graphdrawing.org/xmlns", XmlnsY: "http://www.yworks.com/xml/graphml",
		Keys: keys(), Graph: xmlGraph{ID: "G", Directed: "directed"},
	}
	for i := range s.View.Nodes {
		doc.Graph.Nodes = append(doc.Graph.Nodes, g.node(i, &s.View.Nodes[i]))
	}
	for i := range s.View.Edges {
		doc.Graph.Edges = append(doc.Graph.Edges, g.edge(&s.View.Edges[i]))
	}
	var b bytes.Buffer
	b.WriteString(xml.Header)
	e := xml.NewEncoder(&b)
	e.Indent("", " ")
	if err := e.Encode(doc); err != nil {
		return formats.Export{}, err
	}
	b.WriteByte('\n')
	return formats.Export{Files: []output.File{{Data: b.Bytes()}}, Loss: g.loss()}, nil
}

// The keys of nodes and edges, in the order in which they are written. A key's id is its name.
var (
	nodeKeys = []string{"label", "kind", "type", "standing", "said", "country", "description", "tags"}
	edgeKeys = []string{"label", "kind", "type", "standing", "caveat", "said", "denied", "sources", "start", "end", "direction"}
)

const (
	nodeGraphics = "nodegraphics"
	edgeGraphics = "edgegraphics"
)

func keys() []xmlKey {
	var keys []xmlKey
	for _, name := range nodeKeys {
		keys = append(keys, xmlKey{ID: "n-" + name, For: "node", Name: name, Type: "string"})
	}
	for _, name := range edgeKeys {
		keys = append(keys, xmlKey{ID: "e-" + name, For: "edge", Name: name, Type: "string"})
	}
	return append(keys, xmlKey{ID: nodeGraphics, For: "node", Yfiles: nodeGraphics}, xmlKey{ID: edgeGraphics, For: "edge", Yfiles: edgeGraphics})
}

// exporter words one view.
type exporter struct{ formats.Subject }

// node is a node, put in a grid: who opens the file lays it out.
func (g *exporter) node(i int, n *network.Node) xmlNode {
	label, shape, said := "", "rectangle", map[string]string{}
	switch n.Kind {
	case network.EntityNode:
		label, shape = g.Describer.Text(n.Entity.Name), types.Of(n.Entity.Type).Shape
		said = map[string]string{"kind": "entity", "type": string(n.Entity.Type), "country": cmp.Or(n.Entity.Code, n.Entity.Country),
			"description": g.Describer.Text(n.Entity.Description), "tags": strings.Join(n.Entity.Tags, ", ")}
		for _, office := range n.Offices {
			label += "\n" + g.Describer.Text(office.Entity.Name)
		}
	case network.ValueNode:
		label = formats.Below(g.Describer.ValueLine(n.Value, n.Verdict), g.Caveat(n.Verdict))
		said = map[string]string{"kind": "value", "type": g.Describer.Text(n.Figure.Question), "standing": standingOf(n.Verdict),
			"said": strings.Join(formats.EntryLines(g.Describer, n.Verdict), "\n")}
	case network.OriginNode:
		label, shape = g.Describer.Words.Say(words.OriginOpen), "ellipse"
		said = map[string]string{"kind": "origin"}
	}
	said["label"] = label
	wide := 0
	for _, line := range strings.Split(label, "\n") {
		wide = max(wide, utf8.RuneCountInString(line))
	}
	across := int(math.Ceil(math.Sqrt(float64(len(g.View.Nodes)))))
	shown := yShapeNode{
		Geometry: yGeometry{Height: 30 + 16*strings.Count(label, "\n"), Width: 30 + 8*min(wide, 40), X: 240 * (i % across), Y: 120 * (i / across)},
		Fill:     yFill{Color: "#FFFFFF", Transparent: "false"}, Border: yLine{Color: "#3D4650", Type: "line", Width: "1.0"},
		Label: label, Shape: yShape{Type: shape},
	}
	if n.Kind == network.ValueNode {
		shown.Border.Type = lineOf(n.Verdict)
	}
	return xmlNode{ID: n.ID, Data: append(data("n-", nodeKeys, said), xmlData{Key: nodeGraphics, Node: &shown})}
}

func (g *exporter) edge(e *network.Edge) xmlEdge {
	v := e.Verdict
	caveat := g.Describer.LineCaveat(e)
	label := formats.Below(g.Describer.Label(e), formats.CaveatWith(g.Describer, caveat, v))
	var denied, sources []string
	for _, c := range v.Whole(denials) {
		denied = append(denied, g.Describer.Claim(c).String())
	}
	for _, c := range v.Claims() {
		if s := g.Index().Source(c.Source); s != nil {
			if name := g.Describer.SourceName(s) + " " + s.URL; !slices.Contains(sources, strings.TrimSpace(name)) {
				sources = append(sources, strings.TrimSpace(name))
			}
		}
	}
	said := map[string]string{"label": label, "kind": e.Kind.String(), "standing": standingOf(v), "caveat": caveat,
		"said": strings.Join(formats.EntryLines(g.Describer, v), "\n"), "denied": strings.Join(denied, "\n"), "sources": strings.Join(sources, "\n")}
	color := "#3D4650"
	if r := e.Relation; r != nil {
		said["type"], said["start"], said["end"] = r.Type, r.Start, r.End
	}
	if v.Accuses {
		color = "#A3261D"
	}
	shown := yPolyLineEdge{
		Line:   yLine{Color: color, Type: lineOf(v), Width: map[bool]string{true: "3.0", false: "1.5"}[e.Kind == network.FlowEdge]},
		Arrows: yArrows{Source: "none", Target: "standard"}, Label: label,
	}
	if e.Mutual { // networkx reads no file in which one edge of a directed graph is undirected
		shown.Arrows.Target, said["direction"] = "none", "none"
	}
	return xmlEdge{ID: e.ID, Source: e.From, Target: e.To, Data: append(data("e-", edgeKeys, said), xmlData{Key: edgeGraphics, Edge: &shown})}
}

func denials(v entities.Verdict) []*entities.Claim { return v.Denials }

// standingOf is the word for how a line stands, for programs.
func standingOf(v entities.Verdict) string { return cmp.Or(string(v.Standing), "unsourced") }

// lineOf is how yEd breaks a line that stands so. It has one way to dot a line.
func lineOf(v entities.Verdict) string {
	switch dash.Of(v.Standing) {
	case scene.Solid:
		return "line"
	case scene.Dashed:
		return "dashed"
	case scene.Uneven, scene.Phantom:
		return "dashed_dotted"
	}
	return "dotted"
}

func data(prefix string, keys []string, said map[string]string) []xmlData {
	var all []xmlData
	for _, key := range keys {
		if said[key] != "" {
			all = append(all, xmlData{Key: prefix + key, Text: said[key]})
		}
	}
	return all
}

// loss tells what is words here that a case holds as parts of their own.
func (g *exporter) loss() formats.Loss {
	var l formats.Loss
	claims, caveated, mutual, denied := map[string]bool{}, 0, 0, map[string]bool{}
	for i := range g.View.Edges {
		e := &g.View.Edges[i]
		if g.Describer.LineCaveat(e) != "" {
			caveated++
		}
		if e.Mutual {
			mutual++
		}
		for _, c := range e.Verdict.Claims() {
			claims[c.ID] = true
		}
		for _, c := range e.Verdict.Whole(denials) {
			denied[c.ID] = true
		}
	}
	l.Add("standing", caveated, "lines that are alleged, unsubstantiated, disputed or unsourced", "in their labels, in the keys standing and caveat, and by how yEd breaks them")
	l.Add("directions", mutual, "lines that say the same of both ends", "edges from one end to the other, without an arrow in yEd, and with the key direction")
	l.Add("denials", len(denied), "claims that deny or dispute a line", "as words, in the keys said and denied of that line")
	l.Add("claims", len(claims), "claims with speaker, quote and source", "as words, in the keys said and sources of the lines that rest on them")
	out := g.View.LeftOut
	l.Add("left-out", out.Entities+out.Relations+out.Flows+out.Figures, "entities, relations, flows and figures that the view does not show", "")
	c := g.Case()
	l.Add("languages", formats.SeveralLanguages(c), "texts in further languages", "")
	l.Add("corrections", len(c.Corrections), "corrections", "")
	return l
}
