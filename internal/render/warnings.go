package render

import (
	"fmt"
	"slices"
	"strings"

	"example.org/graphgen/internal/layout"
)

// Warnings say in what a drawing is not as was asked for.
type Warnings struct {
	Placement string   // why it does not stand as it was kept; empty where it does or nothing was kept
	Overrides []string // what overrides ask for that it does not have
	Overlaps  string   // what shares room in it, by name; empty for nothing
}

func (r *Renderer) warnings(d *diagram, placed *layout.Placement) Warnings {
	warnings := Warnings{Overlaps: d.overlapping(placed)}
	for _, w := range placed.Warnings {
		if w.Kind.AboutKept() {
			warnings.Placement = r.keptWarning(d, placed, w)
		} else {
			warnings.Overrides = append(warnings.Overrides, d.editWarning(placed, w))
		}
	}
	return warnings
}

func (r *Renderer) keptWarning(d *diagram, placed *layout.Placement, w layout.Warning) string {
	switch w.Kind {
	case layout.KeptForDot:
		return fmt.Sprintf("its layout is %s, and places are kept for dot alone", placed.Program)
	case layout.KeptDirection:
		return fmt.Sprintf("its direction is %s now, and they are kept for %s", d.view.Spec.Direction, r.Kept[d.view.Spec.ID].Direction)
	case layout.KeptNothing:
		return "it has none of the nodes that they are kept for"
	case layout.KeptDisplaced:
		return fmt.Sprintf("Graphviz put %d of its nodes elsewhere", w.Count)
	}
	return "Graphviz fails on them"
}

func (d *diagram) editWarning(placed *layout.Placement, w layout.Warning) string {
	switch w.Kind {
	case layout.PinsFail:
		return "Graphviz fails on the lines between nodes where they were put"
	case layout.PinsHide:
		return "nodes would hide how lines stand where they were put, and stand where the layout has them: put them further from the lines"
	case layout.PinOnPin:
		return fmt.Sprintf("node %s would stand upon node %s, and makes room", d.nodes[w.Node].ID, d.nodes[w.Other].ID)
	case layout.PinHides:
		return fmt.Sprintf("node %s would hide how line %s stands, and makes room", d.nodes[w.Node].ID, d.edges[w.Edge].ID)
	case layout.LabelCrossed:
		return fmt.Sprintf("the words of line %s find no free place, and stand on another line: give them room", d.edges[w.Edge].ID)
	case layout.SameRanksForDot:
		return fmt.Sprintf("nodes are to stand in one rank, and its layout is %s: dot alone has ranks", placed.Program)
	}
	return "Graphviz fails on the nodes that are to stand in one rank"
}

// mostNamed is how many overlaps a message names.
const mostNamed = 5

// overlapping says what shares room in a layout, in one message; empty for nothing.
func (d *diagram) overlapping(placed *layout.Placement) string {
	overlaps := slices.Clone(placed.Overlaps)
	if len(overlaps) == 0 {
		return ""
	}
	slices.SortStableFunc(overlaps, func(a, b layout.Overlap) int { // what matters most is named first
		switch {
		case a.Hides == b.Hides:
			return 0
		case a.Hides:
			return -1
		}
		return 1
	})
	var said []string
	for _, o := range overlaps[:min(len(overlaps), mostNamed)] {
		said = append(said, d.named(o.A)+" and "+d.named(o.B))
	}
	if more := len(overlaps) - len(said); more > 0 {
		said = append(said, fmt.Sprintf("%d more", more))
	}
	return fmt.Sprintf("%d times two share room: %s", len(overlaps), strings.Join(said, "; "))
}

// named is what a message calls an occupant.
func (d *diagram) named(o layout.Occupant) string {
	switch o.Kind {
	case layout.NodeOccupant:
		return "node " + d.nodes[o.Index].ID
	case layout.LabelOccupant:
		return "the words of line " + d.edges[o.Index].ID
	}
	return "the name of area " + d.clusters[o.Index].ID
}
