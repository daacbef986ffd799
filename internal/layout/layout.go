// Package layout finds positions for the nodes, edges and labels of a graph, given their sizes
// alone: Place takes a Graph and returns a Placement. Graphviz does the work, in other processes
// (package graphviz). What this package adds is what Graphviz lacks: ranks that stay as they
// were when a graph grows, pinned nodes, labels that no edge runs through, and a choice of
// program and direction by how hard a graph is and how its picture comes out.
//
// It must never know what a graph means, or a text of it: ids are opaque, and Graphviz is given
// indexes in their place.
//
// placeFree lays a graph out in the best of several ways (lay), joinRanks puts nodes into one rank,
// and pin puts nodes where they are pinned. ranking.go ranks nodes as a kept layout has them, and
// insert.go inserts those that it does not have; plan.go, bends.go and plangraph.go turn that into a
// graph that leaves Graphviz only distances to choose. settling moves labels to where nothing runs
// through them.
package layout

import (
	"context"

	"example.org/graphgen/internal/layout/geometry"
	"example.org/graphgen/internal/layout/graphviz"
)

// Point and Spline are shared with package geometry.
type (
	Point  = geometry.Point
	Spline = geometry.Spline
)

// Place lays a graph out. What the graph asks for and could not have is in the Placement's
// Warnings. An error is of the graph, where an edge leads to no node, of the context, or an *Error.
func Place(ctx context.Context, engine *graphviz.Engine, g *Graph) (*Placement, error) {
	r, err := resolve(g)
	if err != nil {
		return nil, err
	}
	if len(g.Nodes) == 0 {
		return &Placement{Program: r.program}, nil
	}
	l := &layouter{resolved: r, engine: engine}
	d, err := l.placeFree(ctx)
	if err != nil {
		return nil, err
	}
	if d, err = l.joinRanks(ctx, d); err != nil {
		return nil, err
	}
	if d, err = l.pin(ctx, d); err != nil {
		return nil, err
	}
	return d.placement(), nil
}

// Directions are those that Place tries for a graph, the likeliest first, each to be set as
// Graph.Direction.
func Directions(g *Graph) ([]Direction, error) {
	r, err := resolve(g)
	if err != nil {
		return nil, err
	}
	plan, _ := r.planKept()
	directions := r.directions(plan)
	for i := range directions {
		directions[i] = r.facing(directions[i])
	}
	return directions, nil
}

// ProgramOf is the program by which Place lays a graph out.
func ProgramOf(g *Graph) (Program, error) {
	r, err := resolve(g)
	if err != nil {
		return "", err
	}
	return r.program, nil
}

// layouter lays one graph out.
type layouter struct {
	*resolved
	engine *graphviz.Engine
}
