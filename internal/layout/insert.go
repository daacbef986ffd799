package layout

import (
	"math"
	"slices"
)

// end is an edge's other end, as seen from a node.
type end struct {
	node  int
	ahead bool // the edge leads from the node to it
}

// neighbours returns the other ends of the edges of a node that have a rank already.
func (k *ranking) neighbours(node int) []end {
	var ends []end
	for _, edge := range k.ends {
		switch {
		case edge[0] == node && k.rank[edge[1]] >= 0:
			ends = append(ends, end{edge[1], true})
		case edge[1] == node && k.rank[edge[0]] >= 0:
			ends = append(ends, end{edge[0], false})
		}
	}
	return ends
}

// nextUnranked is the node without a rank that has most edges to nodes with one.
func (k *ranking) nextUnranked() (node int, found bool) {
	most := -1
	for i := range k.rank {
		if k.rank[i] >= 0 {
			continue
		}
		if n := len(k.neighbours(i)); n > most {
			node, most, found = i, n, true
		}
	}
	return node, found
}

// insert gives a node the rank and the position in it that suit its edges best. No rank is put before
// or between others for it, since that would move them; one may come after the last.
func (k *ranking) insert(node int) {
	ends := k.neighbours(node)
	rank := k.rankFor(ends)
	if rank == len(k.rows) {
		k.rows = append(k.rows, nil)
	}
	row := k.rows[rank]
	order, before := k.orders(), k.clustersBefore()
	best, least := 0, math.Inf(1)
	for at := range len(row) + 1 {
		if !k.mayStand(node, row, at) || !k.inClusterOrder(node, row, at, before) {
			continue
		}
		if cost := k.cost(ends, order, rank, at); cost < least {
			best, least = at, cost
		}
	}
	k.rows[rank] = slices.Insert(slices.Clone(row), best, slot{nodeSlot, node})
	k.rank[node] = rank
}

// What an edge costs that does not lead on to a later rank, in ranks that it could span instead.
const (
	costLevel = 5
	costBack  = 2
)

// rankFor is the rank from which edges to these ends are short and lead the right way; the last
// where there are none.
func (k *ranking) rankFor(ends []end) int {
	if len(ends) == 0 {
		return len(k.rows) - 1
	}
	best, least := 0, math.MaxInt
	for rank := range len(k.rows) + 1 {
		cost := 0
		for _, e := range ends {
			on := rank - k.rank[e.node]
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

// mayStand tells whether a node may come before the slot of that number in a row: it does not
// part what stands in a cluster, and keeps to what stands in its own.
func (k *ranking) mayStand(node int, row []slot, at int) bool {
	for cluster := range k.nesting.parent {
		in := func(m slot) bool { return k.stands(m, cluster) }
		before := at > 0 && in(row[at-1])
		after := at < len(row) && in(row[at])
		if in(slot{nodeSlot, node}) {
			if !before && !after && slices.ContainsFunc(row, in) {
				return false
			}
		} else if before && after {
			return false
		}
	}
	return true
}

// clustersBefore tells of any two clusters that stand in the same one, or in none, whether the ranks
// have the first before the second, be it by others between them: a cluster is as wide as all it
// holds, so it stands on one side of another in every rank.
func (k *ranking) clustersBefore() map[[2]int]bool {
	before := map[[2]int]bool{}
	for _, row := range k.rows {
		for i, m := range row {
			for _, later := range row[i+1:] {
				if a, b, separate := k.nesting.separate(k.clusterOf(m), k.clusterOf(later)); separate {
					before[[2]int{a, b}] = true
				}
			}
		}
	}
	for via := range k.nesting.parent {
		for a := range k.nesting.parent {
			for b := range k.nesting.parent {
				if before[[2]int{a, via}] && before[[2]int{via, b}] {
					before[[2]int{a, b}] = true
				}
			}
		}
	}
	return before
}

// inClusterOrder tells whether a node may come before the slot of that number in a row without
// standing on the wrong side of another cluster.
func (k *ranking) inClusterOrder(node int, row []slot, at int, before map[[2]int]bool) bool {
	for i, m := range row {
		a, b, separate := k.nesting.separate(k.clusterOf(slot{nodeSlot, node}), k.clusterOf(m))
		if separate && (i < at && before[[2]int{a, b}] || i >= at && before[[2]int{b, a}]) {
			return false
		}
	}
	return true
}

// orders returns the number in its row of each node that has a rank.
func (k *ranking) orders() []int {
	order := make([]int, len(k.rank))
	for _, row := range k.rows {
		for i, m := range row {
			if m.kind == nodeSlot {
				order[m.number] = i
			}
		}
	}
	return order
}

// cost is how many edges those of an inserted node would cross between the same two ranks, and, less
// than one crossing together, how far across it would stand from where they lead.
func (k *ranking) cost(ends []end, order []int, rank, at int) float64 {
	share := func(at float64, rank int) float64 { return at / float64(max(1, len(k.rows[rank]))) }
	crossings, far := 0, 0.0
	for _, e := range ends {
		far += math.Abs(share(float64(order[e.node])+0.5, k.rank[e.node]) - share(float64(at), rank))
		for _, edge := range k.ends {
			from, to := edge[0], edge[1]
			if k.rank[from] != rank {
				from, to = to, from
			}
			if k.rank[from] != rank || k.rank[to] != k.rank[e.node] || k.rank[to] == rank || to == e.node {
				continue
			}
			if (order[from] < at) != (order[to] < order[e.node]) {
				crossings++
			}
		}
	}
	return float64(crossings) + far/float64(len(ends)+1)
}
