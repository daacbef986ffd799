package layout

import (
	"math"
	"slices"
)

// bendPasses is how often bends that were not kept are tried at better positions.
const bendPasses = 6

// bend says where edges that span several ranks pass those between: each gets a slot in each of
// these rows. Slots that were kept stay where they are. Graphviz would choose the way itself
// and, to do so, move what stands in the rank.
func (p *plan) bend() {
	p.paths = make([][]slot, len(p.ends))
	var open [][2]int // edge, and the number of a slot on its path
	for i, edge := range p.ends {
		from, to := slot{nodeSlot, edge[0]}, slot{nodeSlot, edge[1]}
		first, last := p.rank[edge[0]], p.rank[edge[1]]
		if first > last || first == last && slices.Index(p.rows[first], from) > slices.Index(p.rows[first], to) {
			from, to, first, last = to, from, last, first
		}
		p.paths[i] = append(p.paths[i], from)
		for r := first + 1; r < last; r++ {
			bend := slot{bendSlot, i}
			if !slices.Contains(p.rows[r], bend) {
				open = append(open, [2]int{i, len(p.paths[i])})
			}
			p.paths[i] = append(p.paths[i], bend)
		}
		p.paths[i] = append(p.paths[i], to)
	}
	for range bendPasses {
		moved := false
		for _, bend := range open {
			moved = p.moveBend(bend[0], bend[1]) || moved
		}
		if !moved {
			return
		}
	}
}

// rankOn is the rank of a slot on an edge's path.
func (p *plan) rankOn(edge, number int) int { return p.rank[p.paths[edge][0].number] + number }

// moveBend puts a slot of an edge's path where the edge crosses the fewest others and is
// straightest, and tells whether that is elsewhere than it was.
func (p *plan) moveBend(edge, number int) bool {
	bend := p.paths[edge][number]
	r := p.rankOn(edge, number)
	row := p.rows[r]
	before := slices.Index(row, bend)
	if before >= 0 {
		row = slices.Delete(slices.Clone(row), before, before+1)
	}
	wanted := p.wanted(edge, number)
	others := p.others(edge, number, row)
	best, least := -1, math.Inf(1)
	for at := range len(row) + 1 {
		if !p.mayPass(edge, row, at) {
			continue
		}
		cost := math.Abs(float64(at)/float64(max(1, len(row))) - wanted)
		for _, other := range others {
			if (other.here < at) != other.before {
				cost++
			}
		}
		if cost < least-1e-9 {
			best, least = at, cost
		}
	}
	p.rows[r] = slices.Insert(slices.Clone(row), best, bend)
	return best != before
}

// wanted is how far across a slot would lie on the straight way between its neighbours on the
// path: 0 to 1.
func (p *plan) wanted(edge, number int) float64 {
	path := p.paths[edge]
	share := func(number int) (float64, bool) {
		row := p.rows[p.rankOn(edge, number)]
		at := slices.Index(row, path[number])
		return (float64(at) + 0.5) / float64(len(row)), at >= 0
	}
	from, _ := share(number - 1)
	for steps := 1; ; steps++ {
		if to, known := share(number + steps); known {
			return from + (to-from)/float64(1+steps)
		}
	}
}

// other is another edge between a rank and the next or last: where it is in the rank, and
// whether it is before the edge in question in the other rank.
type other struct {
	here   int
	before bool
}

// others returns the edges that an edge might cross on its way to a slot and on from it. Those
// without a position yet do not count.
func (p *plan) others(edge, number int, row []slot) []other {
	var others []other
	for _, side := range []int{-1, 1} {
		r := p.rankOn(edge, number)
		beyond := map[slot]int{}
		for i, m := range p.rows[r+side] {
			beyond[m] = i
		}
		own, known := beyond[p.paths[edge][number+side]]
		if !known {
			continue
		}
		here := map[slot]int{}
		for i, m := range row {
			here[m] = i
		}
		for i, path := range p.paths {
			n := r - p.rankOn(i, 0)
			if i == edge || n < 0 || n+side < 0 || n >= len(path) || n+side >= len(path) {
				continue
			}
			at, known := here[path[n]]
			there, placed := beyond[path[n+side]]
			if known && placed && there != own {
				others = append(others, other{at, there < own})
			}
		}
	}
	return others
}

// mayPass tells whether an edge may pass before the slot of that number in a row: in the clusters that
// both its ends stand in, and no others.
func (p *plan) mayPass(edge int, row []slot, at int) bool {
	inside := -1
	for _, m := range row[:at] {
		switch m.kind {
		case openSlot:
			inside = m.number
		case closeSlot:
			inside = p.nesting.parent[m.number]
		}
	}
	return inside == p.common[edge]
}
