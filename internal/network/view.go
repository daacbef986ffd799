// Package network is the case as a graph, and a view of it: which entities, relations,
// flows and figures one diagram shows, with how each line stands and what was left out. It
// alone imports dominikbraun/graph, and must never know how anything is drawn.
//
// New holds the case as a graph, made once for the check and for the drawing, and View selects what
// one view shows and what it leaves out. Overreaching bounds what all views take together.
// DroppedDenials finds denials that a view's exclude would part from their allegation. Edited has
// the views show what was added by hand and not what was taken out, as far as refusal.go lets it.
// Digest sums up what a view's picture can rest on: a test changes every value of a case and wants
// no picture to change where the digest does not.
package network

import (
	"slices"

	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/entities"
)

// View is one selection of the case, ready to be drawn. Nodes, edges and clusters are sorted
// by id, whatever order the case file has them in, with numbered parts of ids in the order
// of their numbers. Node finds a node in that order.
type View struct {
	Spec     *entities.View
	Nodes    []Node
	Edges    []Edge
	Clusters []Cluster
	LeftOut  LeftOut
	Edits    *edits.Overrides // what was edited by hand in it; nil for nothing
	TakenOut LeftOut          // what an editor took out of it by hand, with what went along
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
	Entity  *entities.Entity // of an EntityNode
	Offices []Office         // the offices that a person holds as a plain fact, where the view does not draw them
	Hub     bool             // a flow of the view goes via this entity
	Figure  *entities.Figure // of a ValueNode
	Value   *entities.Value  // of a ValueNode
	Verdict entities.Verdict // of a ValueNode: how the value stands
	Flow    *entities.Flow   // of an OriginNode
	ByHand  bool             // an editor added it, and the case does not have it
	Cluster string           // the ID of the cluster it stands in, or nothing
}

// Office is an office that stands under a person's name instead of as a shape of its own.
type Office struct {
	Entity   *entities.Entity
	Relation *entities.Relation // that says who holds it
	Verdict  entities.Verdict
}

// EdgeKind says what a line stands for.
type EdgeKind int

const (
	// RelationEdge is a relation; its ID is the relation's.
	RelationEdge EdgeKind = iota
	// FlowEdge is one leg of a flow; its ID is FLOW/1 for the first leg.
	FlowEdge
	// GivesEdge goes from a speaker to a value that the speaker gives; its ID is
	// FIGURE/1/CLAIM. It stands as that claim does alone, and is contested where the value is.
	GivesEdge
	// DisputesEdge goes from a speaker to a value that the speaker denies or disputes, or
	// answers in other words; its ID is FIGURE/1/CLAIM. It stands as the value does, and no
	// higher than the answer.
	DisputesEdge
)

// String is the kind in a word, for programs: relation, flow, gives or disputes.
func (k EdgeKind) String() string {
	return [...]string{"relation", "flow", "gives", "disputes"}[k]
}

// Edge is something that is drawn as a line. Several may join the same pair of nodes.
type Edge struct {
	ID       string
	Kind     EdgeKind
	From, To string             // node IDs
	Relation *entities.Relation // of a RelationEdge
	Flow     *entities.Flow     // of a FlowEdge
	Leg      int                // of a FlowEdge: 1 for the first
	Claim    *entities.Claim    // of a GivesEdge or DisputesEdge
	ByHand   bool               // an editor added it, and no claim says it
	Mutual   bool               // it says the same of both ends, and has no arrow
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

// LeftOut counts what the case has and the view does not show. An office that is only named
// with its holder is left out, and so is the relation that says so.
type LeftOut struct {
	Entities, Relations, Flows, Figures int
}

// DroppedDenial is a denial that a view leaves out while it keeps what is denied.
type DroppedDenial struct {
	Line    string // the ID of the relation, flow or figure that is kept
	Denial  *entities.Claim
	Dropped string // the word of the view's exclude that drops it: an id, a type, a relation type or a tag
}

// Flows returns the flows of which the view has a leg, by id.
func (v *View) Flows() []*entities.Flow {
	var flows []*entities.Flow
	for i := range v.Edges {
		if f := v.Edges[i].Flow; f != nil && (len(flows) == 0 || flows[len(flows)-1] != f) {
			flows = append(flows, f) // legs of one flow follow each other
		}
	}
	return flows
}

// Node returns the node with the ID, or nil.
func (v *View) Node(id string) *Node {
	i, found := slices.BinarySearchFunc(v.Nodes, id, func(n Node, id string) int { return compareIDs(n.ID, id) })
	if !found {
		return nil
	}
	return &v.Nodes[i]
}

// Edge returns the line with the ID, or nil.
func (v *View) Edge(id string) *Edge {
	for i := range v.Edges {
		if v.Edges[i].ID == id {
			return &v.Edges[i]
		}
	}
	return nil
}

// Shows tells whether the view draws the entity, relation, flow or figure with the id.
func (v *View) Shows(id string) bool {
	if n := v.Node(id); n != nil && n.Kind == EntityNode {
		return true
	}
	for i := range v.Edges {
		e := &v.Edges[i]
		if e.Kind == RelationEdge && e.ID == id || e.Flow != nil && e.Flow.ID == id {
			return true
		}
	}
	for i := range v.Nodes {
		if f := v.Nodes[i].Figure; f != nil && f.ID == id {
			return true
		}
	}
	return false
}
