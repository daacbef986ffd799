// Package dotfile reads files in Graphviz's DOT language, whoever wrote them: what Graphviz
// would draw nodes, edges and subgraphs by, with each one's place in the file. It must never
// know what a node stands for, or how DOT is written: that is package dot.
//
// The grammar is that of Graphviz's own reader (lib/cgraph, scan.l and grammar.y), and what it
// takes is taken. Three things are taken beside: a second semicolon in a row, an attribute
// without a value, which is true, and a line break with a carriage return within a string. The
// language: https://graphviz.org/doc/info/lang.html.
//
// What a file says once is held once, however many nodes it holds for, so that memory and time
// grow with the file and the graph, and not with their product.
//
// scan.go makes tokens, parse.go has a method for each rule of the grammar, build.go makes a graph
// of the statements, held.go shares attributes and defaults among whatever they hold for, and
// drawn.go tells what Graphviz draws of it: arrows, and what is hidden.
package dotfile

import (
	"fmt"
	"strings"

	"example.org/graphgen/internal/problem"
)

// Limits on a file. Graphs for people to look at come nowhere near them.
const (
	MaxBytes   = 16 << 20
	maxNames   = 1_000_000 // and values
	maxDepth   = 200       // of nested subgraphs
	maxNodes   = 200_000   // and twice as many edges
	maxGroups  = 100_000   // subgraphs
	maxHeld    = 2_000_000 // attributes, counted for each node and edge that they hold for: in Read
	maxMembers = 1_000_000 // nodes in subgraphs, those within others counted in each
)

// forPeople is what to do about a file beyond the limits.
const forPeople = "graphgen reads graphs that people can look at"

// Value is an attribute's value, without the quotes or angle brackets around it.
type Value struct {
	// Text is as DOT has it: of a quoted string only \" is undone. Plain undoes the escapes
	// of labels.
	Text string
	HTML bool // whether it is an HTML-like label
}

// Attrs are attributes by name.
type Attrs map[string]Value

// Node is a node with the attributes that hold for it.
type Node struct {
	ID    string
	Attrs Held

	// Stated tells that the node has a statement of its own, and is not only named by edges.
	Stated bool
	Place  problem.Place // of its first statement, else of where it is first named
}

// Edge is one edge with the attributes that hold for it. A statement that chains nodes, or
// joins sets of them, is several.
type Edge struct {
	From, To         string
	FromPort, ToPort string // as written, without the first colon
	Attrs            Held
	Place            problem.Place
}

// Group is a subgraph.
type Group struct {
	ID     string // empty where it has no name
	Parent int    // in the graph's groups; -1 for the graph itself
	Attrs  Held
	Nodes  []string
	Place  problem.Place
}

// Cluster tells whether Graphviz draws the group as an area.
func (g *Group) Cluster() bool { return strings.HasPrefix(g.ID, "cluster") }

// Graph is one graph of a file.
type Graph struct {
	ID       string
	Strict   bool
	Directed bool
	Attrs    Attrs
	Nodes    []Node  // in the order in which they are first named
	Edges    []Edge  // in the order of the file
	Groups   []Group // in the order in which they begin
	Lists    []List  // of attributes, each as it stands in the file once
	Place    problem.Place

	// Latin1 tells that the file is not UTF-8, and was read as Latin-1.
	Latin1 bool
}

// List is one list of attributes, or one attribute of a graph or subgraph.
type List struct {
	Of    Kind
	Attrs Attrs
}

// Kind is what attributes are of.
type Kind int

// The kinds.
const (
	OfGraph Kind = iota // also of a subgraph that is no cluster
	OfCluster
	OfNode
	OfEdge
)

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
