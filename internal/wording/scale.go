package wording

import (
	"maps"
	"strconv"

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

// AmountScale returns what lines of a view can be drawn to scale by, as the words for the greatest
// amount, and the share of that which each line is about, by the ID of its edge. It is empty unless
// two lines or more have an amount, each one alone, and all are in one currency or unit, for one
// period or none, greater than nothing, and stated or on record: others say nothing about one
// another, and what is alleged or disputed is drawn no larger for it.
func (t *Describer) AmountScale(v *network.View) (greatest string, shares map[string]float64) {
	values := map[string]float64{}
	lines, most := map[any]bool{}, 0.0
	var first *entities.Amount
	for i := range v.Edges {
		e := &v.Edges[i]
		if len(e.Verdict.Amounts) == 0 || e.Kind != network.RelationEdge && e.Kind != network.FlowEdge {
			continue
		}
		a := e.Verdict.Amounts[0].Amount
		value, err := strconv.ParseFloat(string(a.Value), 64)
		if first == nil {
			first = a
		}
		spreads := e.Kind == network.FlowEdge && e.Flow.Kind == entities.Spreading // which is drawn as two thin lines
		alike := !spreads && a.Currency == first.Currency && maps.Equal(a.Unit, first.Unit) && a.Period == first.Period
		if err != nil || value <= 0 || !plainly(e.Verdict) || len(e.Verdict.Amounts[0].Verdict.Hedges) > 0 || !alike || len(e.Verdict.Amounts) > 1 {
			return "", nil
		}
		if value > most {
			most, greatest = value, t.amount(e.Verdict.Amounts[0]).String()
		}
		values[e.ID] = value
		lines[a] = true
	}
	if len(lines) < 2 {
		return "", nil
	}
	for id := range values {
		values[id] /= most
	}
	return greatest, values
}
