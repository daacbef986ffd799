package network

import (
	"cmp"
	"fmt"
	"slices"

	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/entities"
)

// Refusal is a thing that an editor may not take out of a view as long as something else stays.
type Refusal struct {
	edits.Thing
	Message string
	Hint    string
}

// Refusals tells what overrides take out of a view that must not go alone: a denial
// whose allegation stays, a voice of a value that stays, a part of a figure or of a flow; and what
// it adds in the place of an allegation that is denied. To take all of an allegation out, with its
// denials, is anybody's right. They are ordered by thing.
func (n *Network) Refusals(spec *entities.View, overrides *edits.Overrides) []Refusal {
	if overrides.Empty() {
		return nil
	}
	bare := *n
	bare.overrides = nil
	whole := bare.View(spec)
	bare.overrides = map[string]*edits.Overrides{spec.ID: overrides}
	f := &fairness{network: n, spec: spec, overrides: overrides, whole: whole, left: bare.View(spec), refused: nil}
	if len(f.left.Nodes) == 0 && len(whole.Nodes) > 0 {
		f.refuse(edits.Thing{ID: whole.Nodes[0].ID}, "all of the view is taken out", "leave something, or take the view out of the case")
	}
	f.voices()
	f.parts()
	f.denials()
	f.doubles()
	slices.SortFunc(f.refused, func(a, b Refusal) int {
		return cmp.Or(a.Compare(b.Thing), cmp.Compare(a.Message, b.Message))
	})
	return slices.Compact(f.refused)
}

type fairness struct {
	network   *Network
	spec      *entities.View
	overrides *edits.Overrides
	whole     *View // without the edits
	left      *View // with them
	refused   []Refusal
}

func (f *fairness) refuse(t edits.Thing, message, hint string) {
	f.refused = append(f.refused, Refusal{t, message, hint})
}

// remover is what the overrides take out that takes a line along: the line, or an end of it.
func (f *fairness) remover(e *Edge) (edits.Thing, bool) {
	for _, t := range []edits.Thing{{Line: true, ID: e.ID}, {ID: e.From}, {ID: e.To}} {
		if f.overrides.Removes(t) {
			return t, true
		}
	}
	return edits.Thing{}, false
}

// voices holds values to the lines of all who give or answer them.
func (f *fairness) voices() {
	for i := range f.whole.Edges {
		e := &f.whole.Edges[i]
		t, gone := f.remover(e)
		if !gone || f.left.Node(e.To) == nil {
			continue
		}
		switch e.Kind {
		case DisputesEdge:
			f.refuse(t, fmt.Sprintf("%v is taken out, and with it goes who answers value %q, which stays", t, e.To), "put it back, or take the value out as well")
		case GivesEdge:
			f.refuse(t, fmt.Sprintf("%v is taken out, and with it goes who gives value %q, which stays", t, e.To), "put it back, or take the value out as well")
		}
	}
}

// parts holds figures and flows together: one value of several would be a winner, and a flow
// says what it is at its first leg.
func (f *fairness) parts() {
	for i := range f.whole.Nodes {
		node := &f.whole.Nodes[i]
		if node.Kind == ValueNode && f.left.Node(node.ID) == nil && f.left.Shows(node.Figure.ID) {
			f.refuse(edits.Thing{ID: node.ID}, fmt.Sprintf("value %q is taken out, and others of figure %q stay", node.ID, node.Figure.ID), "values of a figure stand side by side: take all of them out, or none")
		}
	}
	for i := range f.whole.Edges {
		e := &f.whole.Edges[i]
		if t, gone := f.remover(e); gone && e.Kind == FlowEdge && f.left.Shows(e.Flow.ID) {
			f.refuse(t, fmt.Sprintf("%v is taken out, and other legs of flow %q stay", t, e.Flow.ID), "take all of its legs out, or none")
		}
	}
}

// denials holds what is taken out to the rule for what a view excludes: see DroppedDenials.
func (f *fairness) denials() {
	before := map[DroppedDenial]bool{}
	for _, d := range f.network.DroppedDenials(f.spec) {
		before[d] = true
	}
	narrowed := *f.spec
	narrowed.Exclude.IDs = slices.Clone(f.spec.Exclude.IDs)
	by := map[string]edits.Thing{}
	exclude := func(id string, t edits.Thing) {
		if _, known := by[id]; !known {
			by[id] = t
			narrowed.Exclude.IDs = append(narrowed.Exclude.IDs, id)
		}
	}
	for i := range f.whole.Nodes {
		node := &f.whole.Nodes[i]
		switch t := (edits.Thing{ID: node.ID}); {
		case !f.overrides.Removes(t):
		case node.Kind == EntityNode:
			exclude(node.ID, t)
		case node.Kind == ValueNode:
			exclude(node.Figure.ID, t)
		}
	}
	for i := range f.whole.Edges {
		e := &f.whole.Edges[i]
		t, gone := f.remover(e)
		switch {
		case !gone:
		case e.Kind == RelationEdge:
			exclude(e.ID, t)
		case e.Kind == FlowEdge:
			exclude(e.Flow.ID, t)
		}
	}
	for _, d := range f.network.DroppedDenials(&narrowed) {
		t, ours := by[d.Dropped]
		if !before[d] && ours && f.left.Shows(d.Line) {
			f.refuse(t, fmt.Sprintf("%v is taken out, and with it goes an answer (claim %q) to %q, which stays", t, d.Denial.ID, d.Line),
				"a denial goes where its allegation goes: put it back, or take the allegation out as well")
		}
	}
}

// doubles holds a line that was added by hand to not say, without the denial, what the case has
// with one between the same two and the view does not show.
func (f *fairness) doubles() {
	for i := range f.overrides.Edits {
		added := &f.overrides.Edits[i]
		if added.Added == nil || !added.Line || f.network.Has(added) {
			continue
		}
		given, _ := f.network.index.RelationType(added.Added.Type)
		for _, r := range f.network.relationsBetween(added.Added.From, added.Added.To) {
			deniers := f.network.index.StandRelation(r).Deniers()
			alike := added.Added.Type == "" || added.Added.Type == r.Type || given.Wrongdoing
			if alike && len(deniers) > 0 && !f.left.Shows(r.ID) {
				f.refuse(added.Thing, fmt.Sprintf("%v may say what %q says, which %q answers and the view does not show", added.Thing, r.ID, deniers[0]),
					"a denial goes where its allegation goes: show that line instead, by its id, or give this one another type")
			}
		}
	}
}

// relationsBetween are those that lead from one entity to another or back.
func (n *Network) relationsBetween(a, b string) []*entities.Relation {
	if between := n.neighbours[a][b]; between != nil {
		return between.relations
	}
	return nil
}
