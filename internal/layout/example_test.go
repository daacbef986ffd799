package layout_test

import (
	"context"
	"fmt"
	"slices"

	"example.org/graphgen/internal/layout"
	"example.org/graphgen/internal/layout/graphviz"
)

// A graph is sizes and ends; what stands on its nodes and edges is the caller's.
func ExamplePlace() {
	engine := graphviz.New(graphviz.Options{})
	defer engine.Close()
	g := &layout.Graph{
		Nodes: []layout.Node{
			{ID: "source", Width: 90, Height: 40},
			{ID: "mill", Width: 90, Height: 40, Cluster: "works"},
			{ID: "bakery", Width: 90, Height: 40, Cluster: "works"},
		},
		Edges: []layout.Edge{
			{ID: "water", From: "source", To: "mill", Labels: []layout.Size{{Width: 60, Height: 15}}},
			{ID: "flour", From: "mill", To: "bakery", Weight: 3},
		},
		Clusters:  []layout.Cluster{{ID: "works", Heading: layout.Size{Width: 50, Height: 14}}},
		Direction: layout.LeftRight,
	}
	p, err := layout.Place(context.Background(), engine, g)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("by", p.Program, "in the direction", p.Direction)
	fmt.Println("ranks", p.RankNumbers())
	fmt.Println("from left to right:", slices.IsSortedFunc(p.Nodes, func(a, b layout.Point) int { return int(a.X - b.X) }))
	fmt.Println("labels:", p.Edges[0].Label != nil, p.Edges[1].Label != nil)
	fmt.Println("overlaps:", len(p.Overlaps))

	// One more node moves none of the others to another rank or order, where the ranks are kept.
	g.Kept = p.Ranks()
	g.Nodes = append(g.Nodes, layout.Node{ID: "shop", Width: 90, Height: 40})
	g.Edges = append(g.Edges, layout.Edge{ID: "bread", From: "bakery", To: "shop"})
	p, err = layout.Place(context.Background(), engine, g)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("ranks", p.RankNumbers(), "warnings", p.Warnings)
	// Output:
	// by dot in the direction LR
	// ranks [0 1 2]
	// from left to right: true
	// labels: true false
	// overlaps: 0
	// ranks [0 1 2 3] warnings []
}
