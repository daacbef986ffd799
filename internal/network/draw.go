package network

import (
	"cmp"
	"slices"
	"strconv"

	"example.org/graphgen/internal/entities"
)

// View selects what the spec describes and tells how each line of it stands.
//
// Include names entities by type, tag or id, each enough by itself; an include that names
// nothing takes every entity.
//   - Relations come along where both their ends are named. Where include names relation
//     types only those come along, and if it names no entities they bring their ends.
//   - Flows come along where all their entities are named, with the pseudo-type "flow", or
//     by id; then they bring their entities.
//   - Relations named by id bring their ends. What lines bring draws no further lines.
//   - Figures come only by the pseudo-type "figure" or by id, and bring their speakers.
//
// Exclude wins over include. It takes away entities with every line that touches them,
// relations by type and id, flows and figures by pseudo-type and id, and, for a claim's id,
// every line and figure that the claim affirms or gives an amount of. No claim is ever taken from a line that
// stays: how a line stands is derived from all the claims of the case.
//
// Around and then Path narrow the entities and lines that are left; figures stay. Ids that
// the case does not have select nothing; check reports them.
func (n *Network) View(spec *entities.View) *View {
	rules := n.selectorOf(spec)
	s := rules.shown(spec)
	v := &View{
		Spec:  spec,
		Nodes: make([]Node, 0, len(s.entities)),
		Edges: make([]Edge, 0, len(s.relations)),
	}
	n.drawRelations(v, s)
	n.drawFlows(v, s)
	n.drawFigures(v, s, rules.exclude)
	n.drawEntities(v, s, rules.exclude)
	whole := *v // before it is edited, in a statement of its own: what is evaluated first in one is not said
	edited := n.edit(v)
	n.cluster(v)
	slices.SortFunc(v.Nodes, func(a, b Node) int {
		return cmp.Or(compareIDs(a.ID, b.ID), cmp.Compare(a.Kind, b.Kind))
	})
	slices.SortFunc(v.Edges, func(a, b Edge) int {
		return cmp.Or(compareIDs(a.ID, b.ID), cmp.Compare(a.Kind, b.Kind))
	})
	slices.SortFunc(v.Clusters, func(a, b Cluster) int { return compareIDs(a.ID, b.ID) })
	v.LeftOut = n.leftOut(s)
	if edited {
		v.countEdits(&whole)
	}
	return v
}

// Selects tells whether a view of the spec would show anything, for much less than making it.
func (n *Network) Selects(spec *entities.View) bool {
	rules := n.selectorOf(spec)
	if spec.Around.Entity != "" && spec.Path == (entities.Path{}) { // what is around an entity has it
		return rules.hasEntity(spec.Around.Entity) || len(rules.figures(false)) > 0
	}
	s := rules.shown(spec)
	return len(s.entities)+len(s.figures) > 0
}

func (n *Network) drawRelations(v *View, s selection) {
	for _, id := range s.relations.sorted() {
		r := n.index.Relation(id)
		v.Edges = append(v.Edges, Edge{
			ID: r.ID, Kind: RelationEdge, From: r.From, To: r.To,
			Relation: r, Verdict: n.index.StandRelation(r), Mutual: n.mutual(r),
		})
	}
}

// mutual tells whether a relation's type says the same of both ends.
func (n *Network) mutual(r *entities.Relation) bool {
	t, _ := n.index.RelationType(r.Type)
	return t.Symmetric
}

func (n *Network) drawFlows(v *View, s selection) {
	for _, id := range s.flows.sorted() {
		f := n.index.Flow(id)
		origin := f.ID + "/origin"
		if len(f.From) == 0 {
			v.Nodes = append(v.Nodes, Node{ID: origin, Kind: OriginNode, Flow: f})
		}
		verdict := n.index.StandFlow(f)
		for i, l := range legsOf(f) {
			v.Edges = append(v.Edges, Edge{
				ID: f.ID + "/" + strconv.Itoa(i+1), Kind: FlowEdge, From: cmp.Or(l.from, origin), To: l.to,
				Flow: f, Leg: i + 1, Verdict: verdict,
			})
		}
	}
}

func (n *Network) drawEntities(v *View, s selection, exclude exclusion) {
	hubs := set{}
	for id := range s.flows {
		for _, via := range n.index.Flow(id).Via {
			hubs[via] = true
		}
	}
	for _, id := range s.entities.sorted() {
		e := n.index.Entity(id)
		v.Nodes = append(v.Nodes, Node{
			ID: id, Kind: EntityNode, Entity: e, Hub: hubs[id],
			Offices: n.officesOf(e, s, exclude),
		})
	}
}

const (
	holdsOffice = "holds-office"
	partOf      = "part-of"
)

// officesOf returns the offices to name with a person: those that the person holds as a
// plain fact and that the view does not draw. Exclude takes such a relation away, an
// excluded office only its shape.
func (n *Network) officesOf(e *entities.Entity, s selection, exclude exclusion) []Office {
	if e.Type != entities.Person {
		return nil
	}
	var offices []Office
	for id, between := range n.neighbours[e.ID] {
		if s.entities[id] {
			continue
		}
		for _, r := range between.relations {
			if r.Type != holdsOffice || r.From != e.ID || exclude.itself(r) {
				continue
			}
			if v := n.index.StandRelation(r); plainFact(r, v) {
				offices = append(offices, Office{Entity: n.index.Entity(id), Relation: r, Verdict: v})
				break
			}
		}
	}
	slices.SortFunc(offices, func(a, b Office) int { return cmp.Compare(a.Entity.ID, b.Entity.ID) })
	return offices
}

// plainFact tells whether a relation may be shown without a line of its own, as a role
// under a name or a box around parts. Such a form has no room for a speaker, a hedge, a
// remark, an amount or an end, so a relation that needs one of those is shown by its line alone.
func plainFact(r *entities.Relation, v entities.Verdict) bool {
	fact := v.Standing == entities.Record || v.Standing == entities.Stated
	lasts := r.End == "" || r.End == ".."
	return fact && lasts && len(v.Hedges)+len(v.Remarks)+len(v.Amounts) == 0 && !v.Unsubstantiated
}

func (n *Network) leftOut(s selection) LeftOut {
	return LeftOut{
		Entities:  len(n.entities) - len(s.entities),
		Relations: len(n.relations) - len(s.relations),
		Flows:     len(n.flows) - len(s.flows),
		Figures:   len(n.figures) - len(s.figures),
	}
}

// countEdits counts what the edits of a view took out of it as it was, and brought in.
func (v *View) countEdits(whole *View) {
	had, has := heldBy(whole), heldBy(v)
	for i, count := range v.LeftOut.counts() {
		*count += len(had[i]) - len(has[i])
	}
	for i, count := range v.TakenOut.counts() {
		for id := range had[i] {
			if !has[i][id] {
				*count++
			}
		}
	}
}

func (l *LeftOut) counts() [4]*int { return [4]*int{&l.Entities, &l.Relations, &l.Flows, &l.Figures} }

// heldBy are the entities, relations, flows and figures of the case that a view shows, as LeftOut counts them.
func heldBy(v *View) [4]set {
	held := [4]set{{}, {}, {}, {}}
	for i := range v.Nodes {
		switch n := &v.Nodes[i]; {
		case n.Kind == EntityNode && !n.ByHand:
			held[0][n.ID] = true
		case n.Kind == ValueNode:
			held[3][n.Figure.ID] = true
		}
	}
	for i := range v.Edges {
		switch e := &v.Edges[i]; {
		case e.Kind == RelationEdge && !e.ByHand:
			held[1][e.ID] = true
		case e.Kind == FlowEdge:
			held[2][e.Flow.ID] = true
		}
	}
	return held
}
