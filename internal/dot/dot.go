// Package dot writes Graphviz's DOT language. Every string of a graph is quoted and escaped
// here and nowhere else. It must never know what a node stands for.
//
// The language: https://graphviz.org/doc/info/lang.html; escapes in labels (escString):
// https://graphviz.org/docs/attr-types/escString/.
package dot

import (
	"bytes"
	"fmt"
	"math"
	"strings"
)

// Value is an attribute's value or an id, already escaped and quoted as DOT text.
type Value string

// Attr is one attribute.
type Attr struct {
	Key   string // a name that Graphviz or this program gives, never a user's text
	Value Value
}

// Node is a node statement.
type Node struct {
	ID    string
	Attrs []Attr
}

// Edge is an edge statement of a directed graph.
type Edge struct {
	From, To string
	Attrs    []Attr
}

// Subgraph groups nodes and edges. Graphviz draws one whose ID starts with "cluster" as an
// area, and nothing of any other: that holds together what its defaults are for.
type Subgraph struct {
	ID        string // may be empty
	Comment   string // lines put before it, with an empty one before them
	Attrs     []Attr
	NodeAttrs []Attr // defaults
	EdgeAttrs []Attr // defaults
	Subgraphs []Subgraph
	Nodes     []Node
	Edges     []Edge
}

// Graph is a directed graph that keeps parallel edges (it is not strict).
type Graph struct {
	ID        string
	Comment   string // lines put before the graph
	Attrs     []Attr
	NodeAttrs []Attr // defaults
	EdgeAttrs []Attr // defaults
	Subgraphs []Subgraph
	Nodes     []Node
	Edges     []Edge
	Closing   []Attr // further attributes of the graph, which stand at its end
	Remark    string // lines put before those
}

// Bytes returns the graph as DOT in UTF-8, one statement a line, in the order given.
func (g *Graph) Bytes() []byte {
	w := &writer{}
	w.comment(g.Comment)
	w.line("digraph " + string(ID(g.ID)) + " {")
	w.body(&Subgraph{Attrs: g.Attrs, NodeAttrs: g.NodeAttrs, EdgeAttrs: g.EdgeAttrs, Subgraphs: g.Subgraphs, Nodes: g.Nodes, Edges: g.Edges})
	w.depth++
	w.remark(g.Remark)
	w.attrs(g.Closing)
	w.depth--
	w.line("}")
	return w.buf.Bytes()
}

type writer struct {
	buf   bytes.Buffer
	depth int
}

func (w *writer) line(s string) {
	w.buf.WriteString(strings.Repeat("  ", w.depth))
	w.buf.WriteString(s)
	w.buf.WriteByte('\n')
}

func (w *writer) comment(text string) {
	for line := range strings.Lines(text) {
		w.line(strings.TrimRight("// "+oneLine(line), " "))
	}
}

// remark is a comment that stands apart from what is before it.
func (w *writer) remark(text string) {
	if text != "" {
		w.buf.WriteByte('\n')
		w.comment(text)
	}
}

func (w *writer) attrs(list []Attr) {
	for _, a := range list {
		w.line(a.Key + "=" + string(a.Value) + ";")
	}
}

func (w *writer) defaults(what string, list []Attr) {
	if len(list) > 0 {
		w.line(what + attrs(list) + ";")
	}
}

func (w *writer) subgraph(s *Subgraph) {
	w.remark(s.Comment)
	if s.ID == "" {
		w.line("{")
	} else {
		w.line("subgraph " + string(ID(s.ID)) + " {")
	}
	w.body(s)
	w.line("}")
}

func (w *writer) body(s *Subgraph) {
	w.depth++
	w.attrs(s.Attrs)
	w.defaults("node", s.NodeAttrs)
	w.defaults("edge", s.EdgeAttrs)
	for i := range s.Subgraphs {
		w.subgraph(&s.Subgraphs[i])
	}
	for _, n := range s.Nodes {
		w.line(string(ID(n.ID)) + attrs(n.Attrs) + ";")
	}
	for _, e := range s.Edges {
		w.line(string(ID(e.From)) + " -> " + string(ID(e.To)) + attrs(e.Attrs) + ";")
	}
	w.depth--
}

func attrs(list []Attr) string {
	if len(list) == 0 {
		return ""
	}
	parts := make([]string, len(list))
	for i, a := range list {
		parts[i] = a.Key + "=" + string(a.Value)
	}
	return " [" + strings.Join(parts, ", ") + "]"
}

// Place is a position, in points, with one decimal.
func Place(x, y float64) Value {
	tenth := func(f float64) float64 { return math.Round(f*10)/10 + 0 } // no -0
	return Value(fmt.Sprintf(`"%.1f,%.1f"`, tenth(x), tenth(y)))
}

// Number is a length or another number, with at most four decimals.
func Number(f float64) Value {
	s := strings.TrimRight(strings.TrimRight(fmt.Sprintf("%.4f", f), "0"), ".")
	if s == "-0" {
		s = "0"
	}
	return Value(`"` + s + `"`)
}
