// Package network is the case as a graph, and a view of it: which entities, relations,
// flows and figures one diagram shows, with how each line stands and what was left out. It
// alone imports dominikbraun/graph, and must never know how anything is drawn.
package network

import "example.org/graphgen/internal/entities"

// View is one selection of the case, ready to be drawn. Nodes, edges and clusters are sorted
// by id, whatever order the case file has them in.
type View struct {
	Spec     *entities.View
	Nodes    []Node
	Edges    []Edge
	Clusters []Cluster
	LeftOut  LeftOut
}

// NodeKind says what a node stands for.
type NodeKind int

const (
	// EntityNode is an entity of the case.
	EntityNode NodeKind = iota
	// ValueNode is one value of a figure; its ID is FIGURE/1 for the first value.
	ValueNode
	// OriginNode is where a flow comes from that names no origin; its ID is FLOW/origin.
	OriginNode
)

// Node is something that is drawn as a shape.
type Node struct {
	ID      string
	Kind    NodeKind
	Entity  *entities.Entity   // of an EntityNode
	Offices []*entities.Entity // the offices that a person holds as a stated fact, where the view does not draw them
	Hub     bool               // a flow of the view goes via this entity
	Figure  *entities.Figure   // of a ValueNode
	Value   *entities.Value    // of a ValueNode
	Verdict entities.Verdict   // of a ValueNode: how the value stands
	Flow    *entities.Flow     // of an OriginNode
	Cluster string             // the ID of the cluster it stands in, or nothing
}

// EdgeKind says what a line stands for.
type EdgeKind int

const (
	// RelationEdge is a relation; its ID is the relation's.
	RelationEdge EdgeKind = iota
	// FlowEdge is one leg of a flow; its ID is FLOW/1 for the first leg.
	FlowEdge
	// GivesEdge goes from a speaker to a value that the speaker gives; its ID is FIGURE/1/CLAIM.
	GivesEdge
	// DisputesEdge goes from a speaker to a value that the speaker denies or disputes, or
	// answers in other words; its ID is FIGURE/1/CLAIM.
	DisputesEdge
)

// Edge is something that is drawn as a line. Several may join the same pair of nodes.
type Edge struct {
	ID       string
	Kind     EdgeKind
	From, To string             // node IDs
	Relation *entities.Relation // of a RelationEdge
	Flow     *entities.Flow     // of a FlowEdge
	Leg      int                // of a FlowEdge: 1 for the first
	Claim    *entities.Claim    // of a GivesEdge or DisputesEdge
	Verdict  entities.Verdict
}

// Cluster is a group of nodes drawn together. Entity is what they are part of, or the
// country that they belong to; Figure the question that they answer; Type what they all are.
// One of the three is set.
type Cluster struct {
	ID     string
	Entity *entities.Entity
	Figure *entities.Figure
	Type   entities.EntityType
	Parent string // the ID of the cluster around it, or nothing
}

// LeftOut counts what the case has and the view does not show, with the ids of each, sorted.
type LeftOut struct {
	Entities, Relations, Flows, Figures []string
}

// DroppedDenial is a denial that a view leaves out while it keeps what is denied.
type DroppedDenial struct {
	Line    string // the ID of the relation, flow or figure that is kept
	Denial  *entities.Claim
	Dropped string // the id in the view's exclude that drops it
}
