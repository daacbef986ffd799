package layout

import (
	"cmp"
	"slices"
)

// slot is something that stands in a rank or passes it.
type slot struct {
	kind   slotKind
	number int // of the node, edge or cluster, in the graph
}

type slotKind int

const (
	nodeSlot  slotKind = iota
	bendSlot           // an edge passes
	passSlot           // a cluster passes that has no node in the rank
	openSlot           // a cluster begins
	closeSlot          // and ends
)

// ranking is where the nodes of a graph stand among each other.
type ranking struct {
	*resolved
	common []int    // the innermost cluster that both ends of each edge stand in; -1: none
	rank   []int    // of each node; -1: none yet
	rows   [][]slot // a row for each rank: nodes, bends and passing clusters
}

// rankingOf puts nodes into the ranks that were kept. Nodes that were not there yet are inserted
// between the others and move none of them. It returns nil where nothing that was kept is left.
func (r *resolved) rankingOf(kept *Ranks) *ranking {
	k := &ranking{resolved: r, rank: make([]int, len(r.Nodes))}
	known := map[Member]slot{}
	for i := range r.Clusters {
		known[Member{r.Clusters[i].ID, true}] = slot{passSlot, i}
	}
	for i := range r.Nodes {
		k.rank[i] = -1
		known[Member{r.Nodes[i].ID, false}] = slot{nodeSlot, i}
	}
	for i, ends := range r.ends {
		k.common = append(k.common, r.nesting.common(r.nesting.cluster[ends[0]], r.nesting.cluster[ends[1]]))
		known[Member{r.Edges[i].ID, true}] = slot{bendSlot, i}
	}
	for _, members := range kept.Ranks {
		k.addRow(members, known)
	}
	if len(k.rows) == 0 {
		return nil
	}
	k.dropStale()
	k.rows = k.group(-1, k.rows, false)
	for {
		node, found := k.nextUnranked()
		if !found {
			return k
		}
		k.insert(node)
	}
}

// addRow adds a rank with what is known of its members, unless no node is among it.
func (k *ranking) addRow(members []Member, known map[Member]slot) {
	var row []slot
	nodes := 0
	for _, member := range members {
		m, ok := known[member]
		if !ok {
			continue
		}
		row = append(row, m)
		if m.kind == nodeSlot {
			k.rank[m.number] = len(k.rows)
			nodes++
		}
	}
	if nodes > 0 {
		k.rows = append(k.rows, row)
	}
}

// dropStale takes bends out of ranks that their edges no longer pass.
func (k *ranking) dropStale() {
	for r := range k.rows {
		k.rows[r] = slices.DeleteFunc(k.rows[r], func(m slot) bool {
			if m.kind != bendSlot {
				return false
			}
			from, to := k.rank[k.ends[m.number][0]], k.rank[k.ends[m.number][1]]
			return min(from, to) < 0 || r <= min(from, to) || r >= max(from, to)
		})
	}
}

// clusterOf is the cluster that a slot stands in, or passes as; -1 for none.
func (k *ranking) clusterOf(m slot) int {
	switch m.kind {
	case nodeSlot:
		return k.nesting.cluster[m.number]
	case bendSlot:
		return k.common[m.number]
	}
	return m.number
}

// stands tells whether a slot is of a cluster, or of something in it.
func (k *ranking) stands(m slot, cluster int) bool {
	return slices.Contains(k.nesting.ancestors(k.clusterOf(m)), cluster)
}

// group orders rows whose slots all stand in one cluster, so that what stands in a cluster of that
// one stands side by side, and that such clusters keep one order in all ranks. With walls, clusters
// get slots where they begin and end, in each rank from their first to their last.
func (k *ranking) group(whole int, rows [][]slot, walls bool) [][]slot {
	spans := map[int]*span{}
	inner := map[int][][]slot{}
	heads := make([][]slot, len(rows)) // what stands in this cluster itself, and a slot for each cluster in it
	for r, row := range rows {
		for i, m := range row {
			child := k.nesting.childOf(whole, k.clusterOf(m))
			if child < 0 {
				continue
			}
			if spans[child] == nil {
				spans[child], inner[child] = &span{}, make([][]slot, len(rows))
			}
			if m.kind == nodeSlot {
				spans[child].add(r, (float64(i)+0.5)/float64(len(row)))
			}
			if m != (slot{passSlot, child}) {
				inner[child][r] = append(inner[child][r], m)
			}
		}
	}
	for r, row := range rows {
		for _, m := range row {
			if child := k.nesting.childOf(whole, k.clusterOf(m)); child >= 0 {
				m = slot{passSlot, child}
				if !spans[child].holds(r) || slices.Contains(heads[r], m) {
					continue
				}
			}
			if m != (slot{passSlot, whole}) {
				heads[r] = append(heads[r], m)
			}
		}
	}
	order := clusterOrder(heads, spans)
	for child := range inner {
		inner[child] = k.group(child, inner[child], walls)
	}
	laid := make([][]slot, len(rows))
	for r := range heads {
		for _, m := range inOrder(heads[r], r, order, spans) {
			if m.kind != passSlot {
				laid[r] = append(laid[r], m)
				continue
			}
			within := inner[m.number][r]
			switch {
			case walls:
				within = slices.Concat([]slot{{openSlot, m.number}}, within, []slot{{closeSlot, m.number}})
			case len(within) == 0:
				within = []slot{m}
			}
			laid[r] = append(laid[r], within...)
		}
	}
	return laid
}

// span is the ranks from the first to the last in which a cluster has nodes, and how far
// across these stand.
type span struct {
	first, last int
	sum         float64
	nodes       int
}

func (s *span) add(r int, share float64) {
	if s.nodes == 0 {
		s.first = r
	}
	s.last = r
	s.sum += share
	s.nodes++
}

func (s *span) holds(r int) bool { return s.nodes > 0 && s.first <= r && r <= s.last }

// share is the mean of how far across the nodes stand: 0 to 1.
func (s *span) share() float64 { return s.sum / float64(max(1, s.nodes)) }

// clusterOrder is one order of clusters that follows the order in which rows name them.
func clusterOrder(rows [][]slot, spans map[int]*span) []int {
	before := map[int]map[int]bool{}
	for _, row := range rows {
		var earlier []int
		for _, m := range row {
			if m.kind != passSlot {
				continue
			}
			if before[m.number] == nil {
				before[m.number] = map[int]bool{}
			}
			for _, cluster := range earlier {
				before[m.number][cluster] = true
			}
			earlier = append(earlier, m.number)
		}
	}
	var waiting, order []int
	for cluster := range before {
		waiting = append(waiting, cluster)
	}
	slices.SortFunc(waiting, func(a, b int) int {
		return cmp.Or(cmp.Compare(spans[a].share(), spans[b].share()), cmp.Compare(a, b))
	})
	for len(waiting) > 0 {
		// The first before which no other must stand. Where rows contradict each other there may be
		// none, and the first of all is as good as any.
		next := max(0, slices.IndexFunc(waiting, func(a int) bool {
			return !slices.ContainsFunc(waiting, func(b int) bool { return before[a][b] })
		}))
		order = append(order, waiting[next])
		waiting = slices.Delete(waiting, next, next+1)
	}
	return order
}

// inOrder puts the clusters of a row into their order and adds those that pass the rank and are
// not in the row.
func inOrder(row []slot, r int, order []int, spans map[int]*span) []slot {
	sorted := slices.Clone(row)
	var clusters []int
	for _, m := range row {
		if m.kind == passSlot {
			clusters = append(clusters, m.number)
		}
	}
	slices.SortFunc(clusters, func(a, b int) int { return cmp.Compare(slices.Index(order, a), slices.Index(order, b)) })
	for i := range sorted {
		if sorted[i].kind == passSlot {
			sorted[i].number, clusters = clusters[0], clusters[1:]
		}
	}
	for number, cluster := range order {
		m := slot{passSlot, cluster}
		if !spans[cluster].holds(r) || slices.Contains(sorted, m) {
			continue
		}
		from, to := 0, len(sorted)
		for i, other := range sorted {
			if other.kind != passSlot {
				continue
			}
			if slices.Index(order, other.number) < number {
				from = i + 1
			} else {
				to = min(to, i)
			}
		}
		wanted := int(float64(spans[cluster].share()*float64(len(sorted))) + 0.5)
		sorted = slices.Insert(sorted, min(max(wanted, from), to), m)
	}
	return sorted
}
