package network

import (
	"slices"

	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/entities"
)

// Edited returns the network with what was edited by hand in its views, by their ids. The views
// show what was added and not what was taken out; what was changed of the rest they hold. What is added is an entity of the case that the view did not show, or a
// draft without claims, which stands as unsourced wherever it is told of.
func (n *Network) Edited(overrides map[string]*edits.Overrides) *Network {
	edited := *n
	edited.overrides = overrides
	return &edited
}

// edit changes what a view shows as its overrides have it, and tells whether it has any. It
// comes before nodes are put into clusters and everything is ordered.
func (n *Network) edit(v *View) bool {
	overrides := n.overrides[v.Spec.ID]
	if overrides.Empty() {
		return false
	}
	n.takeOut(v, overrides)
	shown := map[string]bool{}
	for i := range v.Nodes {
		shown[v.Nodes[i].ID] = true
	}
	for i := range overrides.Edits {
		if e := &overrides.Edits[i]; e.Added != nil && !e.Line && !shown[e.ID] {
			shown[e.ID] = true
			v.Nodes = append(v.Nodes, n.addedNode(e))
		}
	}
	taken := map[string]bool{}
	for i := range v.Edges {
		taken[v.Edges[i].ID] = true
	}
	for i := range overrides.Edits {
		if e := &overrides.Edits[i]; e.Added != nil && e.Line && !taken[e.ID] && shown[e.Added.From] && shown[e.Added.To] {
			v.Edges = append(v.Edges, n.addedLine(e))
		}
	}
	v.Edits = overrides
	return true
}

// takeOut leaves the view that it is given as it was, but for its lists.
func (n *Network) takeOut(v *View, overrides *edits.Overrides) {
	nodes, lines, clusters := v.Nodes, v.Edges, v.Clusters
	v.Nodes, v.Edges, v.Clusters = nil, nil, nil
	shown, figures := set{}, set{}
	for i := range nodes {
		if overrides.Removes(edits.Thing{ID: nodes[i].ID}) {
			continue
		}
		v.Nodes = append(v.Nodes, nodes[i])
		shown[nodes[i].ID] = true
		figures[nodes[i].Cluster] = true
	}
	for i := range lines {
		e := &lines[i]
		if shown[e.From] && shown[e.To] && !overrides.Removes(edits.Thing{Line: true, ID: e.ID}) {
			v.Edges = append(v.Edges, *e)
		}
	}
	for i := range clusters {
		if figures[clusters[i].ID] {
			v.Clusters = append(v.Clusters, clusters[i])
		}
	}
}

// addedNode is a node that an editor added: an entity of the case, or one that it does not have.
func (n *Network) addedNode(e *edits.Edit) Node {
	if known := n.index.Entity(e.ID); known != nil {
		return Node{ID: e.ID, Kind: EntityNode, Entity: known}
	}
	name := textOf(e, e.ID)
	return Node{ID: e.ID, Kind: EntityNode, ByHand: true, Entity: &entities.Entity{ID: e.ID, Type: AddedType(e), Name: name}}
}

// AddedType is what an entity is taken for that an editor added: what the edit says, or a group
// of people or outfits that nobody names.
func AddedType(e *edits.Edit) entities.EntityType {
	if t := entities.EntityType(e.Added.Type); slices.Contains(entities.EntityTypes(), t) {
		return t
	}
	return entities.Group
}

// addedLine is a relation that an editor added: one of the case that the view did not show, or
// one that nothing affirms, and that so stands as nothing.
func (n *Network) addedLine(e *edits.Edit) Edge {
	if known := n.Adds(e); known != nil {
		return Edge{ID: e.ID, Kind: RelationEdge, From: known.From, To: known.To, Relation: known, Verdict: n.index.StandRelation(known), Mutual: n.mutual(known)}
	}
	r := &entities.Relation{ID: e.ID, Type: e.Added.Type, From: e.Added.From, To: e.Added.To, Label: textOf(e, ""), Draft: true}
	return Edge{ID: e.ID, Kind: RelationEdge, From: r.From, To: r.To, Relation: r, ByHand: true, Mutual: n.mutual(r), Verdict: entities.Verdict{Accuses: true}}
}

// Adds is the relation of the case that an edit adds to a view, or nil where the case has none of
// that id between those entities.
func (n *Network) Adds(e *edits.Edit) *entities.Relation {
	if r := n.index.Relation(e.ID); r != nil && r.From == e.Added.From && r.To == e.Added.To {
		return r
	}
	return nil
}

// Has tells whether what an edit adds to a view is the case's.
func (n *Network) Has(e *edits.Edit) bool {
	if e.Line {
		return n.Adds(e) != nil
	}
	return n.index.Entity(e.ID) != nil
}

// textOf is an edit's words in each of its languages.
func textOf(e *edits.Edit, otherwise string) entities.Text {
	text := entities.Text{}
	for p, c := range e.Changes {
		if p.Name == edits.Label && c.Is != "" {
			text[p.Lang] = c.Is
		}
	}
	if len(text) == 0 && otherwise != "" {
		text[""] = otherwise
	}
	return text
}
