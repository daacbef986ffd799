package network

import (
	"cmp"
	"slices"

	"github.com/dominikbraun/graph"

	"example.org/graphgen/internal/entities"
)

// Network is the whole case as a graph. It is made once and only read afterwards, so views
// of it may be taken concurrently.
type Network struct {
	index *entities.Index

	// Everything of the case once, ordered by id.
	entities  []*entities.Entity
	relations []*entities.Relation
	flows     []*entities.Flow
	figures   []*entities.Figure

	// neighbours is the graph's adjacency. Every traversal of the library would make it anew,
	// so it is taken once.
	neighbours map[string]map[string]graph.Edge[string]
}

// lines is what joins a pair of entities. The graph knows one edge to a pair, so that
// edge's data holds all the lines that run in parallel, whatever way they point.
type lines struct {
	relations []*entities.Relation
	flows     []*entities.Flow // those with a leg between the two
}

// New makes the graph of a case. A relation or flow that names an entity the case does not
// have, or a flow that names too few to be a line, cannot be drawn: check reports it, and
// every view leaves it out.
func New(x *entities.Index) *Network {
	n := &Network{
		index:     x,
		entities:  once(x.Case.Entities, x.Entity, func(e *entities.Entity) string { return e.ID }),
		relations: once(x.Case.Relations, x.Relation, func(r *entities.Relation) string { return r.ID }),
		flows:     once(x.Case.Flows, x.Flow, func(f *entities.Flow) string { return f.ID }),
		figures:   once(x.Case.Figures, x.Figure, func(f *entities.Figure) string { return f.ID }),
	}
	n.neighbours = n.link()
	return n
}

// once returns what the index finds by id, ordered by id.
func once[T any](list []T, find func(string) *T, id func(*T) string) []*T {
	held := make([]*T, 0, len(list))
	for i := range list {
		if found := find(id(&list[i])); found == &list[i] {
			held = append(held, found)
		}
	}
	slices.SortFunc(held, func(a, b *T) int { return cmp.Compare(id(a), id(b)) })
	return held
}

// link joins the entities by their lines and returns who neighbours whom.
func (n *Network) link() map[string]map[string]graph.Edge[string] {
	kept := newStore(len(n.entities))
	g := graph.NewWithStore(func(e *entities.Entity) string { return e.ID }, kept)
	for _, e := range n.entities {
		certain(g.AddVertex(e))
	}
	for ends, between := range n.pairs() {
		certain(g.AddEdge(ends[0], ends[1], graph.EdgeData(between)))
	}
	return kept.neighbours
}

// pairs gathers the lines between each pair of entities. A line from an entity to itself
// leads nowhere and joins none.
func (n *Network) pairs() map[[2]string]*lines {
	pairs := make(map[[2]string]*lines, len(n.relations))
	between := func(a, b string) *lines {
		ends := [2]string{min(a, b), max(a, b)}
		if pairs[ends] == nil {
			pairs[ends] = &lines{}
		}
		return pairs[ends]
	}
	for _, r := range n.relations {
		if n.drawable(r) && r.From != r.To {
			pair := between(r.From, r.To)
			pair.relations = append(pair.relations, r)
		}
	}
	for _, f := range n.flows {
		if !n.drawableFlow(f) {
			continue
		}
		for _, leg := range legsOf(f) {
			if leg.from == "" || leg.from == leg.to {
				continue
			}
			if pair := between(leg.from, leg.to); !slices.Contains(pair.flows, f) {
				pair.flows = append(pair.flows, f)
			}
		}
	}
	return pairs
}

// certain stops at an error of the graph that this package's own care rules out: ids and
// pairs are added once, and the graph is in memory. Going on would lose lines silently.
func certain(err error) {
	if err != nil {
		panic("network: " + err.Error())
	}
}

// drawable tells whether both ends of the relation are in the case.
func (n *Network) drawable(r *entities.Relation) bool {
	return n.index.Entity(r.From) != nil && n.index.Entity(r.To) != nil
}

// drawableFlow tells whether the flow has a leg and all its entities are in the case.
func (n *Network) drawableFlow(f *entities.Flow) bool {
	for _, id := range entitiesOf(f) {
		if n.index.Entity(id) == nil {
			return false
		}
	}
	return len(legsOf(f)) > 0
}

// between returns the lines that an edge of the graph stands for.
func between(edge graph.Edge[string]) *lines { return edge.Properties.Data.(*lines) }
