package layout

import (
	"errors"
	"fmt"

	"example.org/graphgen/internal/layout/graphviz"
)

// Warning is something that a Graph asks for and its Placement does not have.
type Warning struct {
	Kind        WarningKind
	Node, Other int // of the graph's nodes, where the kind says so
	Edge        int // of its edges, where the kind says so
	Count       int // of nodes, where the kind says so
}

// WarningKind is what a Warning is about.
type WarningKind int

// Why Graph.Kept is not kept; those of the rest, why pins and same ranks are not had.
const (
	KeptForDot      WarningKind = iota + 1 // another program lays the graph out
	KeptDirection                          // the ranks have another direction
	KeptNothing                            // no node of them is left
	KeptFails                              // Graphviz fails on them
	KeptDisplaced                          // Graphviz put Count nodes elsewhere
	PinsFail                               // Graphviz fails on the edges between pinned nodes
	PinsHide                               // pins would hide protected labels, and are not had
	PinOnPin                               // Node would stand on Other, and makes room
	PinHides                               // Node would hide the label of Edge, and makes room
	LabelCrossed                           // the label of Edge finds no free position
	SameRanksForDot                        // another program lays the graph out
	SameRanksFail                          // Graphviz fails on them
)

// AboutKept tells whether a warning is about Graph.Kept.
func (k WarningKind) AboutKept() bool { return k >= KeptForDot && k <= KeptDisplaced }

// Error says that a graph could not be laid out. It wraps the *graphviz.Error.
type Error struct {
	Nodes, Edges int     // of the graph
	Program      Program // that failed
	Err          *graphviz.Error
}

func (e *Error) Error() string {
	return fmt.Sprintf("%d nodes and %d lines: %v", e.Nodes, e.Edges, e.Err)
}

func (e *Error) Unwrap() error { return e.Err }

// TooHard tells whether a smaller graph might have been laid out.
func (e *Error) TooHard() bool {
	switch e.Err.Reason {
	case graphviz.Timeout, graphviz.Memory, graphviz.Trapped, graphviz.TooLarge:
		return true
	}
	return false
}

// failed is an error of the engine with the size of the graph.
func (r *resolved) failed(program Program, err error) error {
	var failure *graphviz.Error
	if !errors.As(err, &failure) {
		return err
	}
	return &Error{Nodes: len(r.Nodes), Edges: len(r.Edges), Program: program, Err: failure}
}

// graphvizFails tells whether a layout failed for what Graphviz made of it, not for want of
// time or memory.
func graphvizFails(err error) bool {
	var failure *graphviz.Error
	return errors.As(err, &failure) && (failure.Reason == graphviz.Trapped || failure.Reason == graphviz.NoPositions)
}
