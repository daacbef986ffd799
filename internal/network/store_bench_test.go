package network

import (
	"testing"

	"github.com/dominikbraun/graph"

	"example.org/graphgen/internal/entities"
)

// BenchmarkStores builds the graph of 100,000 entities and 200,000 relations in the store of this
// package and in the library's own, from which the adjacency is taken once.
func BenchmarkStores(b *testing.B) {
	n := New(entities.NewIndex(wideCase(100_000)))
	b.Run("own", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			n.link()
		}
	})
	b.Run("library", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			g := graph.New(func(e *entities.Entity) string { return e.ID })
			for _, e := range n.entities {
				certain(g.AddVertex(e))
			}
			for ends, between := range n.pairs() {
				certain(g.AddEdge(ends[0], ends[1], graph.EdgeData(between)))
			}
			_, err := g.AdjacencyMap()
			certain(err)
		}
	})
}
