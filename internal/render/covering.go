package render

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"example.org/graphgen/internal/layout/graphviz"
)

// After every layout it is measured which words and boxes share room. What a line says of how it
// stands may be hidden by nothing.

// occupant is what takes room in a layout: a box, the words of a line, or the name of an area.
type occupant struct {
	room            rect
	box, line, area int // -1 for what it is not
}

// cover is two that take the same room.
type cover struct{ a, b occupant }

// shared is by how much, in points, two must reach into each other to be in each other's way.
const shared = 1.0

// covers finds what shares room in a layout, in the order of the case.
func (d *diagram) covers(placed *graphviz.Layout) []cover {
	var all []occupant
	for i := range d.boxes {
		at := placed.Nodes[nodeName(i)]
		all = append(all, occupant{around(at.X, at.Y, d.boxes[i].w, d.boxes[i].h), i, -1, -1})
	}
	routes := routesOf(placed)
	for i := range d.lines {
		if l, route := &d.lines[i], routes[edgeName(i)]; route != nil && route.Label != nil && len(l.drawn.lines) > 0 {
			all = append(all, occupant{around(route.Label.X, route.Label.Y, l.drawn.w, l.drawn.h), -1, i, -1})
		}
	}
	for i := range d.areas {
		if at, ok := placed.Clusters[clusterName(i)]; ok && at.Label != nil {
			all = append(all, occupant{around(at.Label.X, at.Label.Y, d.areas[i].words.w, d.areas[i].words.h), -1, -1, i})
		}
	}
	order := make([]int, len(all))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(all[a].room.left, all[b].room.left) })
	var found [][2]int
	for k, i := range order {
		for _, j := range order[k+1:] {
			if all[j].room.left >= all[i].room.right-shared {
				break
			}
			if all[i].room.grown(-shared / 2).overlaps(all[j].room.grown(-shared / 2)) {
				found = append(found, [2]int{min(i, j), max(i, j)})
			}
		}
	}
	slices.SortFunc(found, func(a, b [2]int) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	covers := make([]cover, len(found))
	for i, pair := range found {
		covers[i] = cover{all[pair[0]], all[pair[1]]}
	}
	return covers
}

// hidesStanding tells whether of two that share room one are words that say how a line stands.
func (d *diagram) hidesStanding(c cover) bool { return d.isBound(c.a) || d.isBound(c.b) }

// hiddenStandings counts what hides how lines stand.
func (d *diagram) hiddenStandings(placed *graphviz.Layout) (n int) {
	for _, c := range d.covers(placed) {
		if d.hidesStanding(c) {
			n++
		}
	}
	return n
}

func (d *diagram) isBound(o occupant) bool { return o.line >= 0 && d.lines[o.line].bound }

// named is what a message calls an occupant.
func (d *diagram) named(o occupant) string {
	switch {
	case o.box >= 0:
		return "node " + d.boxes[o.box].node.ID
	case o.line >= 0:
		return "the words of line " + d.lines[o.line].edge.ID
	}
	return "the name of area " + d.areas[o.area].cluster.ID
}

// mostNamed is how many overlaps a message names.
const mostNamed = 5

// overlapping says what shares room in a finished layout, in one message; empty for nothing.
func (d *diagram) overlapping(placed *graphviz.Layout) string {
	covers := d.covers(placed)
	if len(covers) == 0 {
		return ""
	}
	slices.SortStableFunc(covers, func(a, b cover) int { // what matters most is named first
		switch hides := d.hidesStanding(a); {
		case hides == d.hidesStanding(b):
			return 0
		case hides:
			return -1
		}
		return 1
	})
	var said []string
	for _, c := range covers[:min(len(covers), mostNamed)] {
		said = append(said, d.named(c.a)+" and "+d.named(c.b))
	}
	if more := len(covers) - len(said); more > 0 {
		said = append(said, fmt.Sprintf("%d more", more))
	}
	return fmt.Sprintf("%d times two share room: %s", len(covers), strings.Join(said, "; "))
}
