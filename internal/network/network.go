package network

import (
	"github.com/dominikbraun/graph"

	"example.org/graphgen/internal/edits"
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

	// What selections ask for, so that none walks through the whole case.
	ofType      map[string][]*entities.Entity
	tagged      map[string][]*entities.Entity
	countries   map[string]*entities.Entity // by code
	relationsOf map[string][]*entities.Relation
	speaking    set                              // who says, passes on or publishes something
	touching    map[string]*lines                // by entity, for every one: the lines that name it and can be drawn
	replies     map[string][]*entities.Statement // by claim that answers another: what lists it

	overrides map[string]*edits.Overrides // of views that were edited by hand, by their ids

	// neighbours is the graph's adjacency: by entity and neighbour, the lines between them.
	// It is the store that the library built the graph in: see store.
	neighbours map[string]map[string]*lines
}

// lines are relations and flows. Those that join a pair of entities are the data of the
// pair's edge: the graph knows one edge to a pair, so that holds all that run in parallel,
// whatever way they point. A flow joins those between which it has a leg.
type lines struct {
	relations []*entities.Relation
	flows     []*entities.Flow
}

// New makes the graph of a case. A relation or flow that names an entity the case does not
// have, or a flow that names too few to be a line, cannot be drawn: check reports it, and
// every view leaves it out.
func New(x *entities.Index) *Network {
	n := &Network{
		index:     x,
		entities:  x.Entities(),
		relations: x.Relations(),
		flows:     x.Flows(),
		figures:   x.Figures(),
	}
	n.sortEntities()
	n.sortLines()
	n.speaking = speakersOf(x.Case)
	n.replies = n.statementsThatReply()
	n.neighbours = n.link()
	return n
}

// Index returns the index of the case that the network is of.
func (n *Network) Index() *entities.Index { return n.index }

// sortEntities lists the entities by what selections know them by.
func (n *Network) sortEntities() {
	n.ofType, n.tagged = map[string][]*entities.Entity{}, map[string][]*entities.Entity{}
	n.countries = map[string]*entities.Entity{}
	for _, e := range n.entities {
		n.ofType[string(e.Type)] = append(n.ofType[string(e.Type)], e)
		for _, tag := range e.Tags {
			n.tagged[tag] = append(n.tagged[tag], e)
		}
		if e.Type == entities.Country && e.Code != "" && n.countries[e.Code] == nil {
			n.countries[e.Code] = e
		}
	}
}

// sortLines lists the lines that can be drawn by their types and by the entities they name.
func (n *Network) sortLines() {
	n.relationsOf = map[string][]*entities.Relation{}
	n.touching = make(map[string]*lines, len(n.entities))
	for _, e := range n.entities {
		n.touching[e.ID] = &lines{}
	}
	for _, r := range n.relations {
		if !n.drawable(r) {
			continue
		}
		n.relationsOf[r.Type] = append(n.relationsOf[r.Type], r)
		for _, id := range alternatives([]string{r.From, r.To}) {
			n.touching[id].relations = append(n.touching[id].relations, r)
		}
	}
	for _, f := range n.flows {
		if !n.drawableFlow(f) {
			continue
		}
		for _, id := range alternatives(entitiesOf(f)) {
			n.touching[id].flows = append(n.touching[id].flows, f)
		}
	}
}

// speakersOf returns whoever says, passes on or publishes something.
func speakersOf(c *entities.Case) set {
	speaking := set{}
	for i := range c.Claims {
		speaking[c.Claims[i].Speaker], speaking[c.Claims[i].RelayedBy] = true, true
	}
	for i := range c.Sources {
		speaking[c.Sources[i].Publisher] = true
	}
	return speaking
}

// link joins the entities by their lines and returns who neighbours whom.
func (n *Network) link() map[string]map[string]*lines {
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
			pair := between(leg.from, leg.to)
			if last := len(pair.flows) - 1; last < 0 || pair.flows[last] != f {
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
