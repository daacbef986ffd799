package render

import (
	"cmp"
	"slices"

	"example.org/graphgen/internal/places"
)

// mark is something that stands in a rank or passes it.
type mark struct {
	kind   markKind
	number int // of the box, line or area, in the diagram
}

type markKind int

const (
	boxMark   markKind = iota
	bendMark           // a line passes
	passMark           // an area passes that has no box in the rank
	beginMark          // an area begins
	endMark            // and ends
)

// ranking is where the boxes of a diagram stand among each other.
type ranking struct {
	diagram *diagram
	nest    nest
	lines   [][2]int // the boxes that each line is laid out from and to
	common  []int    // the innermost area that both ends of each line stand in; -1: none
	rank    []int    // of each box; -1: none yet
	rows    [][]mark // a row for each rank: boxes, bends and passing areas
}

// rankingOf seats a diagram as it was kept. Boxes that were not there yet get seats between
// the others and move none of them. It returns nil where nothing that was kept is left.
func (d *diagram) rankingOf(kept *places.Places) *ranking {
	k := &ranking{diagram: d, nest: d.nest(), rank: make([]int, len(d.boxes))}
	known := map[string]mark{}
	for i := range d.areas {
		known[places.Passing+d.areas[i].cluster.ID] = mark{passMark, i}
	}
	for i := range d.boxes {
		k.rank[i] = -1
		known[d.boxes[i].node.ID] = mark{boxMark, i}
	}
	k.lines = d.ends()
	for i, ends := range k.lines {
		k.common = append(k.common, k.nest.common(k.nest.area[ends[0]], k.nest.area[ends[1]]))
		known[places.Passing+d.lines[i].edge.ID] = mark{bendMark, i}
	}
	for _, ids := range kept.Ranks {
		k.addRow(ids, known)
	}
	if len(k.rows) == 0 {
		return nil
	}
	k.dropStale()
	k.rows = k.group(-1, k.rows, false)
	for {
		box, found := k.nextNew()
		if !found {
			return k
		}
		k.seat(box)
	}
}

// addRow adds a rank with what is known of the ids, unless no box is among it.
func (k *ranking) addRow(ids []string, known map[string]mark) {
	var row []mark
	boxes := 0
	for _, id := range ids {
		m, ok := known[id]
		if !ok {
			continue
		}
		row = append(row, m)
		if m.kind == boxMark {
			k.rank[m.number] = len(k.rows)
			boxes++
		}
	}
	if boxes > 0 {
		k.rows = append(k.rows, row)
	}
}

// dropStale takes bends out of ranks that their lines no longer pass.
func (k *ranking) dropStale() {
	for r := range k.rows {
		k.rows[r] = slices.DeleteFunc(k.rows[r], func(m mark) bool {
			if m.kind != bendMark {
				return false
			}
			from, to := k.rank[k.lines[m.number][0]], k.rank[k.lines[m.number][1]]
			return min(from, to) < 0 || r <= min(from, to) || r >= max(from, to)
		})
	}
}

// areaOf is the area that a mark stands in, or passes as; -1 for none.
func (k *ranking) areaOf(m mark) int {
	switch m.kind {
	case boxMark:
		return k.nest.area[m.number]
	case bendMark:
		return k.common[m.number]
	}
	return m.number
}

// stands tells whether a mark is of an area, or of something in it.
func (k *ranking) stands(m mark, area int) bool {
	return slices.Contains(k.nest.around(k.areaOf(m)), area)
}

// group orders rows whose marks all stand in one area, so that what stands in an area of that
// one stands side by side, and that such areas keep one order in all ranks. With walls, areas
// get marks where they begin and end, in each rank from their first to their last.
func (k *ranking) group(whole int, rows [][]mark, walls bool) [][]mark {
	spans := map[int]*span{}
	inner := map[int][][]mark{}
	heads := make([][]mark, len(rows)) // what stands in this area itself, and a mark for each area in it
	for r, row := range rows {
		for i, m := range row {
			child := k.nest.childOf(whole, k.areaOf(m))
			if child < 0 {
				continue
			}
			if spans[child] == nil {
				spans[child], inner[child] = &span{}, make([][]mark, len(rows))
			}
			if m.kind == boxMark {
				spans[child].add(r, (float64(i)+0.5)/float64(len(row)))
			}
			if m != (mark{passMark, child}) {
				inner[child][r] = append(inner[child][r], m)
			}
		}
	}
	for r, row := range rows {
		for _, m := range row {
			if child := k.nest.childOf(whole, k.areaOf(m)); child >= 0 {
				m = mark{passMark, child}
				if !spans[child].holds(r) || slices.Contains(heads[r], m) {
					continue
				}
			}
			if m != (mark{passMark, whole}) {
				heads[r] = append(heads[r], m)
			}
		}
	}
	order := areaOrder(heads, spans)
	for child := range inner {
		inner[child] = k.group(child, inner[child], walls)
	}
	laid := make([][]mark, len(rows))
	for r := range heads {
		for _, m := range inOrder(heads[r], r, order, spans) {
			if m.kind != passMark {
				laid[r] = append(laid[r], m)
				continue
			}
			within := inner[m.number][r]
			switch {
			case walls:
				within = slices.Concat([]mark{{beginMark, m.number}}, within, []mark{{endMark, m.number}})
			case len(within) == 0:
				within = []mark{m}
			}
			laid[r] = append(laid[r], within...)
		}
	}
	return laid
}

// span is the ranks from the first to the last in which an area has boxes, and how far
// across these stand.
type span struct {
	first, last int
	sum         float64
	boxes       int
}

func (s *span) add(r int, share float64) {
	if s.boxes == 0 {
		s.first = r
	}
	s.last = r
	s.sum += share
	s.boxes++
}

func (s *span) holds(r int) bool { return s.boxes > 0 && s.first <= r && r <= s.last }

// share is the mean of how far across the boxes stand: 0 to 1.
func (s *span) share() float64 { return s.sum / float64(max(1, s.boxes)) }

// areaOrder is one order of areas that follows the order in which rows name them.
func areaOrder(rows [][]mark, spans map[int]*span) []int {
	before := map[int]map[int]bool{}
	for _, row := range rows {
		var earlier []int
		for _, m := range row {
			if m.kind != passMark {
				continue
			}
			if before[m.number] == nil {
				before[m.number] = map[int]bool{}
			}
			for _, area := range earlier {
				before[m.number][area] = true
			}
			earlier = append(earlier, m.number)
		}
	}
	var waiting, order []int
	for area := range before {
		waiting = append(waiting, area)
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

// inOrder puts the areas of a row into their order and adds those that pass the rank and are
// not in the row.
func inOrder(row []mark, r int, order []int, spans map[int]*span) []mark {
	sorted := slices.Clone(row)
	var areas []int
	for _, m := range row {
		if m.kind == passMark {
			areas = append(areas, m.number)
		}
	}
	slices.SortFunc(areas, func(a, b int) int { return cmp.Compare(slices.Index(order, a), slices.Index(order, b)) })
	for i := range sorted {
		if sorted[i].kind == passMark {
			sorted[i].number, areas = areas[0], areas[1:]
		}
	}
	for place, area := range order {
		m := mark{passMark, area}
		if !spans[area].holds(r) || slices.Contains(sorted, m) {
			continue
		}
		from, to := 0, len(sorted)
		for i, other := range sorted {
			if other.kind != passMark {
				continue
			}
			if slices.Index(order, other.number) < place {
				from = i + 1
			} else {
				to = min(to, i)
			}
		}
		wanted := int(float64(spans[area].share()*float64(len(sorted))) + 0.5)
		sorted = slices.Insert(sorted, min(max(wanted, from), to), m)
	}
	return sorted
}
