package render

import (
	"slices"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/layout/graphviz"
)

// triedNodes is the size up to which a view that leaves its direction open is laid out the
// other way too, where it does not come out well: for larger ones that takes too long.
const triedNodes = 60

// directions are those to be tried, the likeliest first. Areas stand beside each other, each
// through all of its ranks: from left to right those pile up to a better shape.
func directions(d *diagram, program string, plan *plan) []entities.Direction {
	switch {
	case plan != nil:
		return []entities.Direction{plan.direction}
	case d.view.Spec.Direction != "":
		return []entities.Direction{d.facing(d.view.Spec.Direction)}
	case program != string(entities.Dot) || len(d.boxes) > triedNodes:
		return []entities.Direction{entities.LeftRight}
	case len(d.areas) == 0 && d.likelyOff(entities.TopBottom) < d.likelyOff(entities.LeftRight):
		return []entities.Direction{entities.TopBottom, entities.LeftRight}
	}
	return []entities.Direction{entities.LeftRight, entities.TopBottom}
}

// off is how many times longer or flatter a shape is than one between 1:2 and 2:1, which
// pages have room for: 1 for all of those.
func off(width, height float64) float64 { return max(1, width/height/2, height/width/2) }

// awkwardness is how much room a layout takes, and the more the further its shape is off, and
// the more labels are crossed.
func awkwardness(l *graphviz.Layout, crossed int) float64 {
	o := off(l.Width, l.Height)
	return float64(l.Width*l.Height) * o * o * (1 + float64(1.5*float64(crossed)))
}

// likelyOff is about how far the shape of a view will be off, laid out in a direction. It takes
// a rank to be as deep as its deepest box and a label, and the picture as broad as two ranks
// of average size: lines take room beside the boxes that they pass.
func (d *diagram) likelyOff(direction entities.Direction) float64 {
	ranks := d.likelyRanks()
	count := float64(slices.Max(ranks) + 1)
	var boxW, boxH, labelW, labelH float64
	for i := range d.boxes {
		boxW, boxH = boxW+d.boxes[i].w, boxH+d.boxes[i].h
	}
	for i := range d.lines {
		labelW, labelH = max(labelW, d.lines[i].drawn.w), max(labelH, d.lines[i].drawn.h)
	}
	n := float64(len(d.boxes))
	across, boxW, boxH := 2*n/count, boxW/n, boxH/n
	const gap, rank = 72 * nodeGap, 72 * rankGap
	if direction == entities.TopBottom {
		return off(across*(boxW+gap), count*(boxH+labelH+rank))
	}
	return off(count*(boxW+labelW+rank), across*(boxH+gap))
}

// likelyRanks is the rank of each box where none is deeper than lines make it. Of a circle the
// line that comes back is turned around, as dot does.
func (d *diagram) likelyRanks() []int {
	next := make([][]int, len(d.boxes))
	for _, line := range d.ends() {
		next[line[0]] = append(next[line[0]], line[1])
	}
	const seen, left = 1, 2
	state := make([]int, len(d.boxes))
	var order []int // each box after all that lines lead to from it, but for those turned around
	turned := make([][]int, len(d.boxes))
	var visit func(box int)
	visit = func(box int) {
		state[box] = seen
		for _, to := range next[box] {
			switch state[to] {
			case 0:
				visit(to)
				turned[box] = append(turned[box], to)
			case seen:
				turned[to] = append(turned[to], box)
			case left:
				turned[box] = append(turned[box], to)
			}
		}
		state[box], order = left, append(order, box)
	}
	for box := range d.boxes {
		if state[box] == 0 {
			visit(box)
		}
	}
	rank := make([]int, len(d.boxes))
	for _, box := range slices.Backward(order) {
		for _, to := range turned[box] {
			if to != box {
				rank[to] = max(rank[to], rank[box]+1)
			}
		}
	}
	return rank
}
