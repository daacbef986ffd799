package layout

import "fmt"

// Graph is what is to be laid out. Lengths are in points. Layout reads it and never writes to it,
// so that one Graph can be laid out many times, by several goroutines at once.
type Graph struct {
	Nodes    []Node
	Edges    []Edge
	Clusters []Cluster

	Program   Program   // by which it is laid out; chosen by difficulty where empty
	Direction Direction // of its ranks as readers see it; chosen where empty

	// Mirrored tells that the picture is mirrored afterwards, for readers from right to left: a
	// Direction of LeftRight is laid out as RightLeft then.
	Mirrored bool

	Kept      *Ranks     // that the nodes stood in before and are to keep; nil for none
	SameRanks [][]string // groups of ids of nodes, each of which is to stand in one rank
}

// Node is a node without its words.
type Node struct {
	ID            string // opaque; Graphviz is given indexes
	Width, Height float64
	Round         bool   // whether edges end at an ellipse instead of at a rectangle
	Cluster       string // the id of the cluster it stands in; empty for none
	Pin           *Point // where its centre is to be; nil where the layout chooses
}

// Edge is an edge without its words. Several edges can join one pair of nodes.
type Edge struct {
	ID       string // opaque
	From, To string // ids of nodes

	Reversed  bool    // whether ranks follow from To to From
	Weight    float64 // how much it is kept short and straight; 0 for 1
	ArrowSize float64 // 0 for 0.8
	Reach     float64 // how far what is drawn of it extends from its middle

	// Labels are the sizes that its label can take, the preferred one first. None, or a first one
	// without height, is no label. The others are tried where something runs through the label.
	Labels []Size

	Protected bool // whether nothing may hide its label
}

// Cluster is an area that contains nodes and other clusters.
type Cluster struct {
	ID           string // opaque
	Parent       string // the id of the cluster that it stands in; empty for none
	Heading      Size   // of its heading; no height is none
	HeadingBelow bool   // whether that stands at the lower edge where ranks follow from top to bottom
}

// Size is a width and a height.
type Size struct{ Width, Height float64 }

func (s Size) empty() bool { return s.Height == 0 }

// Program is one of Graphviz's layout programs.
type Program string

// The programs.
const (
	Dot   Program = "dot"
	Neato Program = "neato"
	Fdp   Program = "fdp"
	Sfdp  Program = "sfdp"
	Circo Program = "circo"
	Twopi Program = "twopi"
)

// Direction is where ranks follow each other to.
type Direction string

// The directions, as Graphviz's rankdir has them.
const (
	LeftRight Direction = "LR"
	RightLeft Direction = "RL"
	TopBottom Direction = "TB"
	BottomTop Direction = "BT"
)

// Mirrored is the direction in a picture that is mirrored from left to right.
func (d Direction) Mirrored() Direction {
	switch d {
	case LeftRight:
		return RightLeft
	case RightLeft:
		return LeftRight
	}
	return d
}

// Ranks says which nodes stand in which rank, and in what order. Nodes in a rank stand from top
// to bottom where Direction is LeftRight or RightLeft, else from left to right.
type Ranks struct {
	Direction Direction
	Ranks     [][]Member
}

// Member is a node in a rank; or, where it is Passing, an edge that passes the rank or a cluster
// that passes it and has no node in it.
type Member struct {
	ID      string
	Passing bool
}

// resolved is a Graph with indexes in place of ids, and what follows from it alone.
type resolved struct {
	*Graph
	number  map[string]int // of nodes, by id
	ends    [][2]int       // the nodes that each edge is laid out from and to
	nesting nesting
	program Program
}

func resolve(g *Graph) (*resolved, error) {
	r := &resolved{Graph: g, number: make(map[string]int, len(g.Nodes)), ends: make([][2]int, len(g.Edges))}
	for i := range g.Nodes {
		r.number[g.Nodes[i].ID] = i
	}
	for i := range g.Edges {
		e := &g.Edges[i]
		from, known := r.number[e.From]
		to, knownTo := r.number[e.To]
		if !known || !knownTo {
			return nil, fmt.Errorf("edge %q leads from %q to %q, which are not both nodes of the graph", e.ID, e.From, e.To)
		}
		if e.Reversed {
			from, to = to, from
		}
		r.ends[i] = [2]int{from, to}
	}
	var err error
	if r.nesting, err = nestingOf(g); err != nil {
		return nil, err
	}
	r.program = r.chooseProgram()
	return r, nil
}

// facing is a direction as it is laid out, given as readers see it, and the other way around.
func (g *Graph) facing(d Direction) Direction {
	if g.Mirrored {
		return d.Mirrored()
	}
	return d
}

// preferred returns the first of the sizes of each edge's label.
func (g *Graph) preferred() []label {
	labels := make([]label, len(g.Edges))
	for i := range g.Edges {
		if sizes := g.Edges[i].Labels; len(sizes) > 0 {
			labels[i].Size = sizes[0]
		}
	}
	return labels
}

// label is the size that was chosen for an edge's label.
type label struct {
	Size
	choice int // its number in Edge.Labels
}

func (e *Edge) weight() float64 {
	if e.Weight == 0 {
		return 1
	}
	return e.Weight
}
