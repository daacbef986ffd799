// Package dot writes Graphviz's DOT language. Every string of a graph is quoted and escaped
// here and nowhere else. It must never know what a node stands for.
//
// The language: https://graphviz.org/doc/info/lang.html; escapes in labels (escString):
// https://graphviz.org/docs/attr-types/escString/.
package dot

import (
	"bytes"
	"fmt"
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

// Subgraph groups nodes. Graphviz draws one whose ID starts with "cluster" as an area.
type Subgraph struct {
	ID        string
	Attrs     []Attr
	Nodes     []Node
	Subgraphs []Subgraph
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
}

// Bytes returns the graph as DOT in UTF-8, one statement a line, in the order given.
func (g *Graph) Bytes() []byte {
	w := &writer{}
	for line := range strings.Lines(g.Comment) {
		w.line("// " + oneLine(line))
	}
	w.line("digraph " + string(ID(g.ID)) + " {")
	w.depth++
	for _, a := range g.Attrs {
		w.line(a.Key + "=" + string(a.Value) + ";")
	}
	w.defaults("node", g.NodeAttrs)
	w.defaults("edge", g.EdgeAttrs)
	for i := range g.Subgraphs {
		w.subgraph(&g.Subgraphs[i])
	}
	for _, n := range g.Nodes {
		w.line(string(ID(n.ID)) + attrs(n.Attrs) + ";")
	}
	for _, e := range g.Edges {
		w.line(string(ID(e.From)) + " -> " + string(ID(e.To)) + attrs(e.Attrs) + ";")
	}
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

func (w *writer) defaults(what string, list []Attr) {
	if len(list) > 0 {
		w.line(what + attrs(list) + ";")
	}
}

func (w *writer) subgraph(s *Subgraph) {
	w.line("subgraph " + string(ID(s.ID)) + " {")
	w.depth++
	for _, a := range s.Attrs {
		w.line(a.Key + "=" + string(a.Value) + ";")
	}
	for i := range s.Subgraphs {
		w.subgraph(&s.Subgraphs[i])
	}
	for _, n := range s.Nodes {
		w.line(string(ID(n.ID)) + attrs(n.Attrs) + ";")
	}
	w.depth--
	w.line("}")
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

// Number is a length or another number, with at most four decimals.
func Number(f float64) Value {
	s := strings.TrimRight(strings.TrimRight(fmt.Sprintf("%.4f", f), "0"), ".")
	if s == "-0" {
		s = "0"
	}
	return Value(`"` + s + `"`)
}
