package render

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/layout/graphviz"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/places"
)

// Places is where the nodes of a view stand when it is drawn, to be kept from then on. It is nil
// for a view that another layout than dot places, which has no ranks, and for an empty one.
func (r *Renderer) Places(ctx context.Context, v *network.View) (*places.Places, error) {
	if err := expectSize(v); err != nil {
		return nil, err
	}
	d := r.compose(v)
	if layoutProgram(d) != string(entities.Dot) || len(d.boxes) == 0 {
		return nil, nil
	}
	placed, err := r.arrangeRanks(ctx, d)
	if err != nil {
		return nil, err
	}
	return d.placesIn(placed), nil
}

// placesIn is where the nodes of a finished layout stand: as planned, or as they would be were
// the layout planned. They differ from what it has where dot let areas overlap.
func (d *diagram) placesIn(placed *graphviz.Layout) *places.Places {
	if d.planned != nil {
		return d.planned.places()
	}
	return newPlan(d.rankingOf(d.placesOf(placed)), d.direction).places()
}

// planFor is the plan for a diagram whose places were kept, nil where there is none. Where
// something was kept that the diagram cannot have, it says so in d.unkept.
func (r *Renderer) planFor(d *diagram, program string) *plan {
	kept, set := r.Kept[d.view.Spec.ID], d.view.Spec.Direction
	direction := d.facing(set)
	switch {
	case kept == nil:
		return nil
	case program != string(entities.Dot):
		d.unkept = fmt.Sprintf("its layout is %s, and places are kept for dot alone", program)
		return nil
	case set == "":
		direction = kept.Direction
	case set != kept.Direction && direction != kept.Direction:
		d.unkept = fmt.Sprintf("its direction is %s now, and they are kept for %s", set, kept.Direction)
		return nil
	}
	k := d.rankingOf(kept)
	if k == nil {
		d.unkept = "it has none of the nodes that they are kept for"
		return nil
	}
	return newPlan(k, direction)
}

// seat is what stands in a rank of a finished layout, or passes it.
type seat struct {
	id            string
	area          int
	along, across float64
}

// placesOf reads ranks and orders off a finished layout by dot, which centres the nodes of a
// rank on one line.
func (d *diagram) placesOf(placed *graphviz.Layout) *places.Places {
	axes, nest := axesOf(d.direction), d.nest()
	var seats []seat
	at := map[string]float64{} // of each node, along
	for i := range d.boxes {
		n := placed.Nodes[nodeName(i)]
		seats = append(seats, seat{d.boxes[i].node.ID, nest.area[i], axes.along(n), axes.across(n)})
		at[d.boxes[i].node.ID] = axes.along(n)
	}
	ranks := inRanks(seats)
	routes := routesOf(placed)
	for i := range d.lines {
		id, from, to := places.Passing+d.lines[i].edge.ID, at[d.lines[i].edge.From], at[d.lines[i].edge.To]
		for r := range ranks {
			middle := ranks[r][0].along
			if middle < min(from, to)+sameRank || middle > max(from, to)-sameRank {
				continue
			}
			if across, passes := axes.crossing(runOf(routes[edgeName(i)]), middle); passes {
				ranks[r] = append(ranks[r], seat{id, -1, middle, across})
			}
		}
	}
	for depth := deepestArea(nest); depth > 0; depth-- {
		for i := range d.areas {
			if place, drawn := placed.Clusters[clusterName(i)]; drawn && nest.depth[i] == depth {
				centre := graphviz.Node{X: place.X + place.W/2, Y: place.Y + place.H/2}
				passing(ranks, nest, i, seat{id: places.Passing + d.areas[i].cluster.ID, area: i, across: axes.across(centre)})
			}
		}
	}
	kept := &places.Places{View: d.view.Spec.ID, Direction: cmp.Or(d.view.Spec.Direction, d.direction)}
	for _, rank := range ranks {
		slices.SortStableFunc(rank, func(a, b seat) int { return cmp.Compare(a.across, b.across) })
		ids := make([]string, len(rank))
		for i, s := range rank {
			ids[i] = s.id
		}
		kept.Ranks = append(kept.Ranks, ids)
	}
	return kept
}

// sameRank is within how many points along of each other nodes stand in one rank.
const sameRank = 1.0

func inRanks(seats []seat) [][]seat {
	slices.SortStableFunc(seats, func(a, b seat) int { return cmp.Compare(a.along, b.along) })
	var ranks [][]seat
	last := math.Inf(-1)
	for _, s := range seats {
		if s.along-last > sameRank {
			ranks = append(ranks, nil)
		}
		last = s.along
		ranks[len(ranks)-1] = append(ranks[len(ranks)-1], s)
	}
	return ranks
}

// passing adds an area to the ranks between its first and its last in which it has nothing.
func passing(ranks [][]seat, nest nest, area int, as seat) {
	in := func(s seat) bool { return slices.Contains(nest.around(s.area), area) }
	last := -1
	for r := range ranks {
		if !slices.ContainsFunc(ranks[r], in) {
			continue
		}
		for missing := last + 1; last >= 0 && missing < r; missing++ {
			as.along = ranks[missing][0].along
			ranks[missing] = append(ranks[missing], as)
		}
		last = r
	}
}

// displaced counts the nodes that do not stand in a layout where they were planned. Graphviz is
// left no choice, so there should be none.
func (p *plan) displaced(placed *graphviz.Layout) int {
	var seats []seat
	for i := range p.diagram.boxes {
		n := placed.Nodes[nodeName(i)]
		seats = append(seats, seat{nodeName(i), -1, p.axes.along(n), p.axes.across(n)})
	}
	found := map[string][2]int{}
	for r, rank := range inRanks(seats) {
		slices.SortStableFunc(rank, func(a, b seat) int { return cmp.Compare(a.across, b.across) })
		for i, s := range rank {
			found[s.id] = [2]int{r, i}
		}
	}
	count := 0
	for r, row := range p.rows {
		i := 0
		for _, m := range row {
			if m.kind != boxMark {
				continue
			}
			if found[nodeName(m.number)] != [2]int{r, i} {
				count++
			}
			i++
		}
	}
	return count
}

// places are the plan's rows, as they are kept.
func (p *plan) places() *places.Places {
	kept := &places.Places{View: p.diagram.view.Spec.ID, Direction: cmp.Or(p.diagram.view.Spec.Direction, p.direction)}
	for _, row := range p.rows {
		var ids []string
		for i, m := range row {
			switch m.kind {
			case boxMark:
				ids = append(ids, p.diagram.boxes[m.number].node.ID)
			case bendMark:
				ids = append(ids, places.Passing+p.diagram.lines[m.number].edge.ID)
			case beginMark:
				if p.passes(row[i+1:], m.number) {
					ids = append(ids, places.Passing+p.diagram.areas[m.number].cluster.ID)
				}
			}
		}
		kept.Ranks = append(kept.Ranks, ids)
	}
	return kept
}

// passes tells whether an area passes a rank with nothing in it but lines; rest is what comes
// in the rank after it began.
func (p *plan) passes(rest []mark, area int) bool {
	for _, m := range rest {
		switch m.kind {
		case endMark:
			return m.number == area
		case boxMark, beginMark:
			return false
		}
	}
	return false
}
