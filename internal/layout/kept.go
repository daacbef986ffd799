package layout

import (
	"cmp"
	"math"
	"slices"

	"example.org/graphgen/internal/layout/geometry"
	"example.org/graphgen/internal/layout/graphviz"
)

// planKept is the plan for a graph whose ranks were kept, nil where there is none, or with the
// reason where they are not to be had.
func (r *resolved) planKept() (*plan, WarningKind) {
	kept := r.Kept
	direction := r.facing(r.Direction)
	switch {
	case kept == nil:
		return nil, 0
	case r.program != Dot:
		return nil, KeptForDot
	case r.Direction == "":
		direction = kept.Direction
	case r.Direction != kept.Direction && direction != kept.Direction:
		return nil, KeptDirection
	}
	k := r.rankingOf(kept)
	if k == nil {
		return nil, KeptNothing
	}
	return newPlan(k, direction, r.preferred()), 0
}

// ranks are the ranks of a draft by dot, to be kept.
func (d *draft) ranks() *Ranks {
	if d.plan != nil {
		return d.plan.ranks()
	}
	return newPlan(d.rankingOf(d.ranksFound()), d.direction, d.labels).ranks()
}

// position is a slot in a finished layout.
type position struct {
	slot          slot
	cluster       int
	along, across float64
}

func centre(n graphviz.Node) Point { return Point{X: n.X, Y: n.Y} }

// ranksFound reads ranks and orders off a finished layout by dot, which centres the nodes of a
// rank on one line.
func (d *draft) ranksFound() *Ranks {
	axes := axesOf(d.direction)
	var positions []position
	for i := range d.Nodes {
		at := centre(d.placed.Nodes[nodeName(i)])
		positions = append(positions, position{slot{nodeSlot, i}, d.nesting.cluster[i], axes.along(at), axes.across(at)})
	}
	ranks := inRanks(positions)
	d.addBends(ranks)
	for depth := d.nesting.deepest(); depth > 0; depth-- {
		for i := range d.Clusters {
			if at, drawn := d.placed.Clusters[clusterName(i)]; drawn && d.nesting.depth[i] == depth {
				middle := Point{X: at.X + at.W/2, Y: at.Y + at.H/2}
				d.nesting.addPassing(ranks, position{slot: slot{passSlot, i}, cluster: i, across: axes.across(middle)})
			}
		}
	}
	found := &Ranks{Direction: cmp.Or(d.Direction, d.direction)}
	for _, rank := range ranks {
		slices.SortStableFunc(rank, func(a, b position) int { return cmp.Compare(a.across, b.across) })
		members := make([]Member, len(rank))
		for i, at := range rank {
			members[i] = d.member(at.slot)
		}
		found.Ranks = append(found.Ranks, members)
	}
	return found
}

// member is a slot as it is kept.
func (r *resolved) member(m slot) Member {
	switch m.kind {
	case nodeSlot:
		return Member{ID: r.Nodes[m.number].ID}
	case bendSlot:
		return Member{ID: r.Edges[m.number].ID, Passing: true}
	}
	return Member{ID: r.Clusters[m.number].ID, Passing: true}
}

// addBends adds edges to the ranks that they pass.
func (d *draft) addBends(ranks [][]position) {
	axes, routes := axesOf(d.direction), routesOf(d.placed)
	for i := range d.Edges {
		ends := d.ends[i]
		from, to := axes.along(centre(d.placed.Nodes[nodeName(ends[0])])), axes.along(centre(d.placed.Nodes[nodeName(ends[1])]))
		for r := range ranks {
			middle := ranks[r][0].along
			if middle < min(from, to)+sameRank || middle > max(from, to)-sameRank {
				continue
			}
			if across, passes := axes.crossing(geometry.Flatten(routes[edgeName(i)].Splines), middle); passes {
				ranks[r] = append(ranks[r], position{slot{bendSlot, i}, -1, middle, across})
			}
		}
	}
}

// sameRank is within how many points along of each other nodes stand in one rank.
const sameRank = 1.0

func inRanks(positions []position) [][]position {
	slices.SortStableFunc(positions, func(a, b position) int { return cmp.Compare(a.along, b.along) })
	var ranks [][]position
	last := math.Inf(-1)
	for _, at := range positions {
		if at.along-last > sameRank {
			ranks = append(ranks, nil)
		}
		last = at.along
		ranks[len(ranks)-1] = append(ranks[len(ranks)-1], at)
	}
	return ranks
}

// addPassing adds a cluster to the ranks between its first and its last in which it has nothing.
func (n nesting) addPassing(ranks [][]position, as position) {
	in := func(at position) bool { return slices.Contains(n.ancestors(at.cluster), as.cluster) }
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
	var positions []position
	for i := range p.Nodes {
		at := centre(placed.Nodes[nodeName(i)])
		positions = append(positions, position{slot{nodeSlot, i}, -1, p.axes.along(at), p.axes.across(at)})
	}
	found := map[slot][2]int{}
	for r, rank := range inRanks(positions) {
		slices.SortStableFunc(rank, func(a, b position) int { return cmp.Compare(a.across, b.across) })
		for i, at := range rank {
			found[at.slot] = [2]int{r, i}
		}
	}
	count := 0
	for r, row := range p.rows {
		i := 0
		for _, m := range row {
			if m.kind != nodeSlot {
				continue
			}
			if found[m] != [2]int{r, i} {
				count++
			}
			i++
		}
	}
	return count
}

// ranks are the plan's rows, as they are kept.
func (p *plan) ranks() *Ranks {
	kept := &Ranks{Direction: cmp.Or(p.Direction, p.direction)}
	for _, row := range p.rows {
		var members []Member
		for i, m := range row {
			if m.kind == closeSlot || m.kind == openSlot && !p.passes(row[i+1:], m.number) {
				continue
			}
			members = append(members, p.member(m))
		}
		kept.Ranks = append(kept.Ranks, members)
	}
	return kept
}

// passes tells whether a cluster passes a rank with nothing in it but edges; rest is what comes
// in the rank after it began.
func (p *plan) passes(rest []slot, cluster int) bool {
	for _, m := range rest {
		switch m.kind {
		case closeSlot:
			return m.number == cluster
		case nodeSlot, openSlot:
			return false
		}
	}
	return false
}
