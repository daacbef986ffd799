package layout

import (
	"slices"

	"example.org/graphgen/internal/layout/graphviz"
)

// triedNodes is the size up to which a graph that leaves its direction open is laid out the
// other way too, where it does not come out well: for larger ones that takes too long.
const triedNodes = 60

// directions are those to be tried, the likeliest first. Clusters stand beside each other, each
// through all of its ranks: from left to right those pile up to a better shape.
func (r *resolved) directions(plan *plan) []Direction {
	switch {
	case plan != nil:
		return []Direction{plan.direction}
	case r.Direction != "":
		return []Direction{r.facing(r.Direction)}
	case r.program != Dot || len(r.Nodes) > triedNodes:
		return []Direction{LeftRight}
	case len(r.Clusters) == 0 && r.likelyElongation(TopBottom) < r.likelyElongation(LeftRight):
		return []Direction{TopBottom, LeftRight}
	}
	return []Direction{LeftRight, TopBottom}
}

// elongation is how many times longer or flatter a shape is than one between 1:2 and 2:1, which
// pages have room for: 1 for all of those.
func elongation(width, height float64) float64 { return max(1, width/height/2, height/width/2) }

// awkwardness is how much room a layout takes, and the more the more elongated it is, and the
// more labels are crossed.
func awkwardness(l *graphviz.Layout, crossed int) float64 {
	o := elongation(l.Width, l.Height)
	return float64(l.Width*l.Height) * o * o * (1 + float64(1.5*float64(crossed)))
}

// likelyElongation is about how elongated a graph will be, laid out in a direction. It takes
// a rank to be as deep as its deepest node and a label, and the picture as broad as two ranks
// of average size: edges take room beside the nodes that they pass.
func (r *resolved) likelyElongation(direction Direction) float64 {
	ranks := r.likelyRanks()
	count := 1.0
	if len(ranks) > 0 {
		count = float64(slices.Max(ranks) + 1)
	}
	var nodeW, nodeH, labelW, labelH float64
	for i := range r.Nodes {
		nodeW, nodeH = nodeW+r.Nodes[i].Width, nodeH+r.Nodes[i].Height
	}
	for _, l := range r.preferred() {
		labelW, labelH = max(labelW, l.Width), max(labelH, l.Height)
	}
	n := float64(len(r.Nodes))
	across, nodeW, nodeH := 2*n/count, nodeW/n, nodeH/n
	const gap, rank = 72 * NodeGap, 72 * RankGap
	if direction == TopBottom {
		return elongation(across*(nodeW+gap), count*(nodeH+labelH+rank))
	}
	return elongation(count*(nodeW+labelW+rank), across*(nodeH+gap))
}
