package dotfile

import (
	"fmt"

	"example.org/graphgen/internal/problem"
)

// builder makes a graph of statements, as Graphviz understands them.
type builder struct {
	g      *Graph
	root   *scope
	clock  int             // statements so far
	ids    map[string]int  // nodes by id
	keyed  map[edgeKey]int // edges that a later statement may mean as well
	opened map[groupKey]*scope
	inside map[member]bool
	named  int // edges, each as often as it is named
}

type edgeKey struct{ from, to, key string }

type groupKey struct {
	parent int
	id     string
}

type member struct{ group, node int }

func newBuilder(g *Graph) *builder {
	return &builder{g: g, root: &scope{group: -1}, ids: map[string]int{}, keyed: map[edgeKey]int{}, opened: map[groupKey]*scope{}, inside: map[member]bool{}}
}

// endpoint is one end of an edge: nodes by name, or all that a subgraph holds.
type endpoint struct {
	nodes []named
	group int
}

const noGroup = -1

// named is a node where an edge names it.
type named struct {
	node  int
	port  string
	place problem.Place
}

// list notes attributes as they stand in the file.
func (b *builder) list(kind Kind, attrs Attrs) {
	if len(attrs) > 0 {
		b.g.Lists = append(b.g.Lists, List{kind, attrs})
	}
}

// setDefaults gives defaults, or the attributes of the graph or subgraph itself, which those
// within have by default.
func (b *builder) setDefaults(s *scope, kind Kind, attrs Attrs) {
	of := kind
	if kind == OfGraph && s.group >= 0 {
		group := &b.g.Groups[s.group]
		if group.Cluster() {
			of = OfCluster
		}
		group.Attrs.own = append(group.Attrs.own, attrs)
	} else if kind == OfGraph {
		for name, v := range attrs {
			b.g.Attrs[name] = v
		}
	}
	b.list(of, attrs)
	s.set(kind, b.clock, attrs)
}

// node returns where a node is that is named, which comes into being where it is new.
func (b *builder) node(s *scope, id string, place problem.Place) (int, *Error) {
	at, known := b.ids[id]
	if !known {
		if at = len(b.g.Nodes); at == maxNodes {
			return 0, &Error{place, fmt.Sprintf("more than %d nodes", maxNodes), forPeople}
		}
		b.ids[id] = at
		b.g.Nodes = append(b.g.Nodes, Node{ID: id, Attrs: Held{made: s, kind: OfNode, at: b.clock}, Place: place})
	}
	for ; s.group >= 0 && !b.inside[member{s.group, at}]; s = s.parent {
		if len(b.inside) == maxMembers {
			return 0, &Error{place, fmt.Sprintf("subgraphs hold more than %d nodes in all", maxMembers), forPeople}
		}
		b.inside[member{s.group, at}] = true
		b.g.Groups[s.group].Nodes = append(b.g.Groups[s.group].Nodes, id)
	}
	return at, nil
}

// nodes ends a statement of nodes. The attributes of a subgraph's statement hold for nothing.
func (b *builder) nodes(of endpoint, attrs Attrs) {
	b.list(OfNode, attrs)
	for _, name := range of.nodes {
		n := &b.g.Nodes[name.node]
		if !n.Stated {
			n.Stated, n.Place = true, name.place
		}
		if len(attrs) > 0 {
			n.Attrs.own = append(n.Attrs.own, attrs)
		}
	}
}

// open begins a subgraph. What is named like an earlier one in the same surroundings is that one.
func (b *builder) open(s *scope, id string, place, begins problem.Place) (*scope, *Error) {
	key := groupKey{s.group, id}
	if inner := b.opened[key]; id != "" && inner != nil {
		return inner, nil
	}
	if len(b.g.Groups) == maxGroups {
		return nil, &Error{begins, fmt.Sprintf("more than %d subgraphs", maxGroups), forPeople}
	}
	inner := &scope{group: len(b.g.Groups), parent: s}
	b.g.Groups = append(b.g.Groups, Group{ID: id, Parent: s.group, Attrs: Held{made: s, kind: OfGraph, at: b.clock}, Place: place})
	if id != "" {
		b.opened[key] = inner
	}
	return inner, nil
}

// edges ends a statement of edges, from each of one end to each of the next.
func (b *builder) edges(s *scope, ends []endpoint, attrs Attrs) *Error {
	b.list(OfEdge, attrs)
	for i := range len(ends) - 1 {
		tails, heads := ends[i], ends[i+1]
		if b.count(heads) == 0 {
			continue
		}
		for from := range b.count(tails) {
			for to := range b.count(heads) {
				if err := b.edge(s, b.end(tails, from), b.end(heads, to), attrs); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func (b *builder) count(e endpoint) int {
	if e.group != noGroup {
		return len(b.g.Groups[e.group].Nodes)
	}
	return len(e.nodes)
}

func (b *builder) end(e endpoint, i int) named {
	if e.group == noGroup {
		return e.nodes[i]
	}
	at := b.ids[b.g.Groups[e.group].Nodes[i]]
	return named{node: at, place: b.g.Nodes[at].Place}
}

// edge adds an edge, or, where the graph holds but one such, its attributes.
func (b *builder) edge(s *scope, from, to named, attrs Attrs) *Error {
	if b.named++; b.named > 2*maxNodes {
		return &Error{from.place, fmt.Sprintf("more than %d edges", 2*maxNodes), forPeople}
	}
	key := edgeKey{b.g.Nodes[from.node].ID, b.g.Nodes[to.node].ID, attrs["key"].Text}
	if !b.g.Directed && key.from > key.to {
		key.from, key.to = key.to, key.from
	}
	if b.g.Strict || key.key != "" {
		if at, known := b.keyed[key]; known {
			if len(attrs) > 0 {
				b.g.Edges[at].Attrs.own = append(b.g.Edges[at].Attrs.own, attrs)
			}
			return nil
		}
		b.keyed[key] = len(b.g.Edges)
	}
	e := Edge{From: b.g.Nodes[from.node].ID, To: b.g.Nodes[to.node].ID, FromPort: from.port, ToPort: to.port, Place: from.place,
		Attrs: Held{made: s, kind: OfEdge, at: b.clock}}
	if len(attrs) > 0 {
		e.Attrs.own = []Attrs{attrs}
	}
	b.g.Edges = append(b.g.Edges, e)
	return nil
}
