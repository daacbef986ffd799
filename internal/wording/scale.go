package wording

import (
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
)

// Scale is what must be the same of two values before their sizes may be compared.
type Scale struct {
	figure                *entities.Figure
	measure, unit, period string
}

// ScaleOf tells it of the value that a node stands for.
func (t *Describer) ScaleOf(n *network.Node) Scale {
	period := n.Value.Period
	if text := t.Text(n.Value.PeriodText); text != "" {
		period += " " + text
	}
	return Scale{n.Figure, t.Text(n.Value.Measure), t.Text(n.Value.Unit), period}
}

// CountsDiffer tells whether two values that a view draws of the figure, or for nil of any,
// differ in what they count, or for when.
func (t *Describer) CountsDiffer(v *network.View, of *entities.Figure) bool {
	first := map[*entities.Figure]Scale{}
	for i := range v.Nodes {
		n := &v.Nodes[i]
		if n.Kind != network.ValueNode || of != nil && n.Figure != of {
			continue
		}
		by := t.ScaleOf(n)
		if seen, ok := first[n.Figure]; ok && seen != by {
			return true
		}
		first[n.Figure] = by
	}
	return false
}
