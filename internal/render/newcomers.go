package render

import (
	"math"
	"slices"
)

// end is a line's other end, as seen from a box.
type end struct {
	box   int
	ahead bool // the line leads from the box to it
}

// ends returns where the lines of a box lead that have a seat already.
func (k *ranking) ends(box int) []end {
	var ends []end
	for _, line := range k.lines {
		switch {
		case line[0] == box && k.rank[line[1]] >= 0:
			ends = append(ends, end{line[1], true})
		case line[1] == box && k.rank[line[0]] >= 0:
			ends = append(ends, end{line[0], false})
		}
	}
	return ends
}

// nextNew is the box without a seat that has most lines to boxes with one.
func (k *ranking) nextNew() (box int, found bool) {
	most := -1
	for i := range k.rank {
		if k.rank[i] >= 0 {
			continue
		}
		if n := len(k.ends(i)); n > most {
			box, most, found = i, n, true
		}
	}
	return box, found
}

// seat gives a box the rank and the place in it that suit its lines best. No rank is put before
// or between others for it, since that would move them; one may come after the last.
func (k *ranking) seat(box int) {
	ends := k.ends(box)
	rank := k.rankFor(ends)
	if rank == len(k.rows) {
		k.rows = append(k.rows, nil)
	}
	row := k.rows[rank]
	order, before := k.orders(), k.areasBefore()
	best, least := 0, math.Inf(1)
	for at := range len(row) + 1 {
		if !k.mayStand(box, row, at) || !k.inAreaOrder(box, row, at, before) {
			continue
		}
		if cost := k.cost(ends, order, rank, at); cost < least {
			best, least = at, cost
		}
	}
	k.rows[rank] = slices.Insert(slices.Clone(row), best, mark{boxMark, box})
	k.rank[box] = rank
}

// What a line costs that does not lead on to a later rank, in ranks that it could span instead.
const (
	costLevel = 5
	costBack  = 2
)

// rankFor is the rank from which lines to these ends are short and lead the right way; the last
// where there are none.
func (k *ranking) rankFor(ends []end) int {
	if len(ends) == 0 {
		return len(k.rows) - 1
	}
	best, least := 0, math.MaxInt
	for rank := range len(k.rows) + 1 {
		cost := 0
		for _, e := range ends {
			on := rank - k.rank[e.box]
			if e.ahead {
				on = -on
			}
			switch {
			case on > 0:
				cost += on
			case on == 0:
				cost += costLevel
			default:
				cost += costBack - on
			}
		}
		if cost < least {
			best, least = rank, cost
		}
	}
	return best
}

// mayStand tells whether a box may come before the mark of that number in a row: it does not
// part what stands in an area, and keeps to what stands in its own.
func (k *ranking) mayStand(box int, row []mark, at int) bool {
	for area := range k.nest.parent {
		in := func(m mark) bool { return k.stands(m, area) }
		before := at > 0 && in(row[at-1])
		after := at < len(row) && in(row[at])
		if in(mark{boxMark, box}) {
			if !before && !after && slices.ContainsFunc(row, in) {
				return false
			}
		} else if before && after {
			return false
		}
	}
	return true
}

// areasBefore tells of any two areas that stand in the same one, or in none, whether the ranks
// have the first before the second, be it by others between them: an area is as wide as all it
// holds, so it stands on one side of another in every rank.
func (k *ranking) areasBefore() map[[2]int]bool {
	before := map[[2]int]bool{}
	for _, row := range k.rows {
		for i, m := range row {
			for _, later := range row[i+1:] {
				if a, b, apart := k.nest.apart(k.areaOf(m), k.areaOf(later)); apart {
					before[[2]int{a, b}] = true
				}
			}
		}
	}
	for via := range k.nest.parent {
		for a := range k.nest.parent {
			for b := range k.nest.parent {
				if before[[2]int{a, via}] && before[[2]int{via, b}] {
					before[[2]int{a, b}] = true
				}
			}
		}
	}
	return before
}

// inAreaOrder tells whether a box may come before the mark of that number in a row without
// standing on the wrong side of another area.
func (k *ranking) inAreaOrder(box int, row []mark, at int, before map[[2]int]bool) bool {
	for i, m := range row {
		a, b, apart := k.nest.apart(k.areaOf(mark{boxMark, box}), k.areaOf(m))
		if apart && (i < at && before[[2]int{a, b}] || i >= at && before[[2]int{b, a}]) {
			return false
		}
	}
	return true
}

// orders returns the number in its row of each box that has a seat.
func (k *ranking) orders() []int {
	order := make([]int, len(k.rank))
	for _, row := range k.rows {
		for i, m := range row {
			if m.kind == boxMark {
				order[m.number] = i
			}
		}
	}
	return order
}

// cost is how many lines those of a newcomer would cross between the same two ranks, and, less
// than one crossing together, how far across it would stand from where they lead.
func (k *ranking) cost(ends []end, order []int, rank, at int) float64 {
	share := func(at float64, rank int) float64 { return at / float64(max(1, len(k.rows[rank]))) }
	crossings, far := 0, 0.0
	for _, e := range ends {
		far += math.Abs(share(float64(order[e.box])+0.5, k.rank[e.box]) - share(float64(at), rank))
		for _, line := range k.lines {
			from, to := line[0], line[1]
			if k.rank[from] != rank {
				from, to = to, from
			}
			if k.rank[from] != rank || k.rank[to] != k.rank[e.box] || k.rank[to] == rank || to == e.box {
				continue
			}
			if (order[from] < at) != (order[to] < order[e.box]) {
				crossings++
			}
		}
	}
	return float64(crossings) + far/float64(len(ends)+1)
}
