// Package viewdot is VIEW.dot, the DOT in which a view is published for people to read and to
// edit: what such a file says, written (Write) and read again (Read), also after somebody edited
// it. The names of its attributes are spelled in this package and nowhere else. It must never
// know how a view is laid out or drawn, nor how edits are merged.
//
// What merge compares is what stands here: Baseline says what a view says by the case alone. A test
// holds that a file is read as it was written. Package dot writes the language, dotfile reads it,
// and original packs into the file what it was when it was published.
package viewdot

import (
	"example.org/graphgen/internal/dotfile"
	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/problem"
)

// File is what one VIEW.dot says.
type File struct {
	View        string // its id
	Title       string
	Lang        string // BCP 47, of all words
	Layout      string // Graphviz's program
	Direction   string // of ranks, as rankdir has it; empty before there is a layout
	RightToLeft bool   // whether the picture reads from right to left
	GlobalRanks bool   // whether ranks run through clusters (newrank)

	Clusters []Cluster
	Nodes    []Node
	Edges    []Edge
	Ranks    [][]string // groups of nodes that are to stand in one rank

	LaidOut bool   // whether a layout program wrote the file, so that every node has a place; not written
	Source  Source // not written
	Look    Look   // not read
}

// Cluster is a group of nodes that is drawn as an area.
type Cluster struct {
	ID     string
	Label  string
	Parent string // the ID of the cluster around it, or nothing
	Nodes  []string
	Source Source // not written
}

// Item is what nodes and edges alike say and look like.
type Item struct {
	Type string // an entity's or a relation's type, or one of the types below

	Text string // the whole label, with line breaks
	Name string // what of it an editor may change: without what follows from claims, and without Office

	// What of the label follows from claims: the words for how the item stands, those that
	// weaken it, and of a node a value's quantity and what stands below its name.
	Caveat, Hedge, Quantity, Office string

	Standing string
	Claims   string // ids, with spaces between them
	Dash     string // how the line or outline is broken: solid, dashed, dotted; empty where nothing says so

	Color, FontColor string // #rrggbb when written; in a file whatever Graphviz takes
	Class            string
	Tooltip          string // with line breaks: a title, and below it what the note says

	Source Source // not written
}

// Types of nodes and edges that are no entity or relation. No entity type has such a name.
const (
	FigureType   = "figure" // a node that is one value of a figure
	OriginType   = "origin" // a node for where a flow comes from
	FlowType     = "flow"
	GivesType    = "gives"
	DisputesType = "disputes"
)

// Node is a node.
type Node struct {
	ID string
	Item
	Markup bool   // whether the label is HTML-like, so that its end can be small
	Small  string // the end of such a label that is set small, with line breaks

	Shape, FillColor string
	Hub              bool // whether it has two outlines
	Cluster          string
	Place            *edits.Place // nil where the file says none
	Pinned           bool         // whether an editor put it there
}

// Edge is an edge. Several may join the same nodes.
type Edge struct {
	ID string
	Item
	From, To string
	Arrows   Arrows
	Width    float64 // of the line, in points
	Unranked bool    // whether it is left out of account for ranks
}

// Arrows are the ends at which an edge has an arrow.
type Arrows int

// The ends.
const (
	ToHead Arrows = iota // as edges have it by default
	ToTail
	ToBoth
	ToNone // it says the same of both ends
)

// Source is how and where something stands in the file that it was read from.
type Source struct {
	Name  string // of a node or cluster, as the file has it
	At    problem.Place
	Attrs dotfile.Attrs // all that hold for it
	Own   dotfile.Attrs // those of its own statement

	WrongPlace string // what is wrong with where a node is to stand, if anything
}

// Gives tells whether the file gives an attribute, and be it empty.
func (s *Source) Gives(name string) bool {
	_, given := s.Attrs[name]
	return given
}

// Look is how Graphviz shows a file: what is the same for many things, and the comments that
// tell an editor what stands where.
type Look struct {
	Caption string // below the title

	TitleSize, NameSize, HubSize, LabelSize, SmallSize float64 // of letters, in points
	NodeGap, RankGap                                   float64 // in inches

	Ink, Quiet     string // of names, and of what is less important
	Area, Hairline string // of clusters: ground and outline
	Types          map[string]TypeLook
	EdgeHeading    func(*Edge) string // what edges that look like this one have in common
	RankHeadings   map[int]string     // by the index of a group in Ranks
}

// TypeLook is how nodes of one type look where nobody chose otherwise.
type TypeLook struct {
	Heading                 string // what they are
	Shape, Color, FillColor string
}
