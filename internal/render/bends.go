package render

import (
	"math"
	"slices"
)

// bendPasses is how often bends that were not kept are tried in better places.
const bendPasses = 6

// bend says where lines that span several ranks pass those between: each gets a mark in each of
// these rows. Marks that were kept stay where they are. Graphviz would choose the way itself
// and, to do so, move what stands in the rank.
func (p *plan) bend() {
	p.paths = make([][]mark, len(p.lines))
	var open [][2]int // line, and the number of a mark on its path
	for i, line := range p.lines {
		from, to := mark{boxMark, line[0]}, mark{boxMark, line[1]}
		first, last := p.rank[line[0]], p.rank[line[1]]
		if first > last || first == last && slices.Index(p.rows[first], from) > slices.Index(p.rows[first], to) {
			from, to, first, last = to, from, last, first
		}
		p.paths[i] = append(p.paths[i], from)
		for r := first + 1; r < last; r++ {
			bend := mark{bendMark, i}
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
			moved = p.settle(bend[0], bend[1]) || moved
		}
		if !moved {
			return
		}
	}
}

// rankOn is the rank of a mark on a line's path.
func (p *plan) rankOn(line, number int) int { return p.rank[p.paths[line][0].number] + number }

// settle puts a mark of a line's path where the line crosses the fewest others and is
// straightest, and tells whether that is elsewhere than it was.
func (p *plan) settle(line, number int) bool {
	bend := p.paths[line][number]
	r := p.rankOn(line, number)
	row := p.rows[r]
	before := slices.Index(row, bend)
	if before >= 0 {
		row = slices.Delete(slices.Clone(row), before, before+1)
	}
	wanted := p.wanted(line, number)
	others := p.others(line, number, row)
	best, least := -1, math.Inf(1)
	for at := range len(row) + 1 {
		if !p.mayPass(line, row, at) {
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

// wanted is how far across a mark would lie on the straight way between its neighbours on the
// path: 0 to 1.
func (p *plan) wanted(line, number int) float64 {
	path := p.paths[line]
	share := func(number int) (float64, bool) {
		row := p.rows[p.rankOn(line, number)]
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

// other is another line between a rank and the next or last: where it is in the rank, and
// whether it is before the line in question in the other rank.
type other struct {
	here   int
	before bool
}

// others returns the lines that a line might cross on its way to a mark and on from it. Those
// without a place yet do not count.
func (p *plan) others(line, number int, row []mark) []other {
	var others []other
	for _, side := range []int{-1, 1} {
		r := p.rankOn(line, number)
		beyond := map[mark]int{}
		for i, m := range p.rows[r+side] {
			beyond[m] = i
		}
		own, known := beyond[p.paths[line][number+side]]
		if !known {
			continue
		}
		here := map[mark]int{}
		for i, m := range row {
			here[m] = i
		}
		for i, path := range p.paths {
			n := r - p.rankOn(i, 0)
			if i == line || n < 0 || n+side < 0 || n >= len(path) || n+side >= len(path) {
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

// mayPass tells whether a line may pass before the mark of that number in a row: in the areas that
// both its ends stand in, and no others.
func (p *plan) mayPass(line int, row []mark, at int) bool {
	inside := -1
	for _, m := range row[:at] {
		switch m.kind {
		case beginMark:
			inside = m.number
		case endMark:
			inside = p.nest.parent[m.number]
		}
	}
	return inside == p.common[line]
}
