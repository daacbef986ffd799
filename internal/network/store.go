package network

import (
	"github.com/dominikbraun/graph"

	"example.org/graphgen/internal/entities"
)

// store keeps a graph's entities and edges. The library's own keeps every edge twice over
// and can only be asked for a copy of all of it, which took most of the time on a case of
// 100,000 entities; this one is read where it stands. Of an edge it keeps the data alone:
// with all that the library gives an edge, it would take three times the memory.
type store struct {
	entities map[string]*entities.Entity
	// neighbours holds the edges' data by where they start. The graph puts each in both ways.
	neighbours map[string]map[string]*lines
}

func newStore(size int) *store {
	return &store{
		entities:   make(map[string]*entities.Entity, size),
		neighbours: make(map[string]map[string]*lines, size),
	}
}

// AddVertex adds an entity. The properties that the library offers are not used.
func (s *store) AddVertex(id string, e *entities.Entity, _ graph.VertexProperties) error {
	if s.entities[id] != nil {
		return graph.ErrVertexAlreadyExists
	}
	s.entities[id] = e
	return nil
}

// Vertex returns the entity with the id.
func (s *store) Vertex(id string) (*entities.Entity, graph.VertexProperties, error) {
	e, found := s.entities[id]
	if !found {
		return nil, graph.VertexProperties{}, graph.ErrVertexNotFound
	}
	return e, graph.VertexProperties{}, nil
}

// RemoveVertex removes an entity that no edge touches.
func (s *store) RemoveVertex(id string) error {
	if s.entities[id] == nil {
		return graph.ErrVertexNotFound
	}
	if len(s.neighbours[id]) > 0 {
		return graph.ErrVertexHasEdges
	}
	delete(s.entities, id)
	return nil
}

// ListVertices returns the ids of all entities, in no order.
func (s *store) ListVertices() ([]string, error) {
	ids := make([]string, 0, len(s.entities))
	for id := range s.entities {
		ids = append(ids, id)
	}
	return ids, nil
}

// VertexCount returns the number of entities.
func (s *store) VertexCount() (int, error) { return len(s.entities), nil }

// AddEdge adds an edge one way, whose data are lines.
func (s *store) AddEdge(from, to string, edge graph.Edge[string]) error {
	if s.neighbours[from] == nil {
		s.neighbours[from] = map[string]*lines{}
	}
	s.neighbours[from][to] = edge.Properties.Data.(*lines)
	return nil
}

// UpdateEdge replaces an edge one way.
func (s *store) UpdateEdge(from, to string, edge graph.Edge[string]) error {
	if _, err := s.Edge(from, to); err != nil {
		return err
	}
	return s.AddEdge(from, to, edge)
}

// RemoveEdge removes an edge one way, if it is there.
func (s *store) RemoveEdge(from, to string) error {
	delete(s.neighbours[from], to)
	return nil
}

// Edge returns the edge from one entity to another.
func (s *store) Edge(from, to string) (graph.Edge[string], error) {
	between, found := s.neighbours[from][to]
	if !found {
		return graph.Edge[string]{}, graph.ErrEdgeNotFound
	}
	return edgeOf(from, to, between), nil
}

// ListEdges returns all edges, in no order.
func (s *store) ListEdges() ([]graph.Edge[string], error) {
	var edges []graph.Edge[string]
	for from, neighbours := range s.neighbours {
		for to, between := range neighbours {
			edges = append(edges, edgeOf(from, to, between))
		}
	}
	return edges, nil
}

func edgeOf(from, to string, between *lines) graph.Edge[string] {
	return graph.Edge[string]{Source: from, Target: to, Properties: graph.EdgeProperties{Data: between}}
}
