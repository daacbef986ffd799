// Package dotfile reads files in Graphviz's DOT language, whoever wrote them: what Graphviz
// would draw nodes, edges and subgraphs by, with each one's place in the file. It must never
// know what a node stands for, or how DOT is written: that is package dot of render.
//
// The grammar is gonum's, for it keeps more than Graphviz's own reader does through
// go-graphviz. Tried on the same files, that one gives `\N` for an empty label, does not tell
// an HTML label from a string that reads the same, returns nothing and no error for an empty
// file and the first of several graphs, and names the line of a mistake but no column. gonum's
// tells all of these. What it does not read, Graphviz does: strings joined with +, a second
// semicolon in a row and an attribute without a value. Neither keeps comments.
//
// The language: https://graphviz.org/doc/info/lang.html.
package dotfile

import (
	"fmt"

	"example.org/graphgen/internal/problem"
)

// Value is an attribute's value, without the quotes or angle brackets around it.
type Value struct {
	// Text is as DOT has it: of a quoted string only \" is undone. Plain undoes the escapes
	// of labels.
	Text string
	HTML bool // whether it is an HTML-like label
}

// Attrs are attributes by name.
type Attrs map[string]Value

// Node is a node with the attributes that hold for it, its own or by default.
type Node struct {
	ID    string
	Attrs Attrs
	Own   Attrs // those of them that its statements give

	// Stated tells that the node has a statement of its own, and is not only named by edges.
	Stated bool
	Place  problem.Place // of its first statement, else of where it is first named
}

// Edge is one edge with the attributes that hold for it. A statement that chains nodes, or
// joins sets of them, is several.
type Edge struct {
	From, To         string
	FromPort, ToPort string // as written, without the first colon
	Attrs            Attrs
	Own              Attrs // those of them that its statement gives
	Place            problem.Place
}

// Group is a subgraph.
type Group struct {
	ID     string // empty where it has no name
	Parent int    // in the graph's groups; -1 for the graph itself
	Attrs  Attrs  // its own
	Nodes  []string
	Place  problem.Place
}

// Graph is a file with one graph.
type Graph struct {
	ID       string
	Strict   bool
	Directed bool
	Attrs    Attrs
	Nodes    []Node  // in the order in which they are first named
	Edges    []Edge  // in the order of the file
	Groups   []Group // in the order in which they begin
}

// Node returns the node with the id, or nil.
func (g *Graph) Node(id string) *Node {
	for i := range g.Nodes {
		if g.Nodes[i].ID == id {
			return &g.Nodes[i]
		}
	}
	return nil
}

// Error tells why a file cannot be read, where, and what to do.
type Error struct {
	Place   problem.Place
	Message string
	Hint    string // may be empty
}

func (e *Error) Error() string { return fmt.Sprintf("%v: %s", e.Place, e.Message) }
