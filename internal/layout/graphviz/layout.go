package graphviz

import "example.org/graphgen/internal/layout/geometry"

// Layout is where Graphviz put everything, in points (72 to the inch). The origin is the
// drawing's upper left corner; x grows to the right and y downwards, as in SVG.
type Layout struct {
	Width, Height float64
	Nodes         map[string]Node // by name
	Edges         []Edge          // in Graphviz's order
	Clusters      map[string]Cluster
}

// Point is a point of a Layout.
type Point = geometry.Point

// Node is a node's centre and size.
type Node struct {
	X, Y, W, H float64
	XLabel     *Point // the centre of its outside label; nil: none
}

// Cluster is a cluster's box: its upper left corner and size.
type Cluster struct {
	X, Y, W, H float64
	Label      *Point // the centre of its label; nil: none
}

// Edge is the course of one edge.
type Edge struct {
	ID         string // the attribute id; "" where it has none
	Tail, Head string // node names
	Splines    []Spline
	// The centres of its labels; nil: none.
	Label, XLabel, TailLabel, HeadLabel *Point
}

// Spline is a part of an edge's course. It runs from the edge's tail to its head.
type Spline = geometry.Spline
