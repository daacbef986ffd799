package render

import "slices"

// nest is how the boxes of a diagram stand in its areas, by their numbers in the diagram; -1
// is no area.
type nest struct {
	parent []int // of each area
	area   []int // that each box stands in
	depth  []int // of each area; 1 stands in no other
}

func (d *diagram) nest() nest {
	number := map[string]int{"": -1}
	for i := range d.areas {
		number[d.areas[i].cluster.ID] = i
	}
	n := nest{}
	for i := range d.areas {
		n.parent = append(n.parent, number[d.areas[i].cluster.Parent])
	}
	for i := range d.boxes {
		n.area = append(n.area, number[d.boxes[i].node.Cluster])
	}
	for i := range d.areas {
		n.depth = append(n.depth, len(n.around(i)))
	}
	return n
}

// around returns an area and those that it stands in, the innermost first.
func (n nest) around(area int) []int {
	var chain []int
	for ; area >= 0; area = n.parent[area] {
		chain = append(chain, area)
	}
	return chain
}

// childOf returns which area directly in whole has the area in it or is it, and -1 where
// the area is whole itself or not in it.
func (n nest) childOf(whole, area int) int {
	for ; area >= 0 && area != whole; area = n.parent[area] {
		if n.parent[area] == whole {
			return area
		}
	}
	return -1
}

// common is the innermost area around both areas; -1 where there is none.
func (n nest) common(a, b int) int {
	others := n.around(b)
	for _, area := range n.around(a) {
		if slices.Contains(others, area) {
			return area
		}
	}
	return -1
}

// apart returns the outermost areas around two that stand side by side, if there are such.
func (n nest) apart(a, b int) (aroundA, aroundB int, apart bool) {
	whole := n.common(a, b)
	aroundA, aroundB = n.childOf(whole, a), n.childOf(whole, b)
	return aroundA, aroundB, aroundA >= 0 && aroundB >= 0
}

// deepestArea is how many areas stand in one another at most.
func deepestArea(n nest) int {
	deepest := 0
	for _, depth := range n.depth {
		deepest = max(deepest, depth)
	}
	return deepest
}
