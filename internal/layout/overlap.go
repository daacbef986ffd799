package layout

import (
	"cmp"
	"slices"

	"example.org/graphgen/internal/layout/geometry"
)

// Overlap is two that take the same room.
type Overlap struct {
	A, B  Occupant
	Hides bool // whether one of them is a protected label
}

// Occupant is what takes room in a layout.
type Occupant struct {
	Kind  OccupantKind
	Index int           // of the graph's nodes, edges or clusters
	Room  geometry.Rect // that it takes
}

// OccupantKind is what an Occupant is.
type OccupantKind int

// The kinds.
const (
	NodeOccupant    OccupantKind = iota
	LabelOccupant                // of an edge
	HeadingOccupant              // of a cluster
)

// leastOverlap is by how much, in points, two must reach into each other to be in each other's way.
const leastOverlap = 1.0

// overlaps finds what shares room in a draft, in the order of the graph.
func (d *draft) overlaps() []Overlap {
	all := d.occupants()
	order := make([]int, len(all))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(all[a].Room.Left, all[b].Room.Left) })
	var found [][2]int
	for k, i := range order {
		for _, j := range order[k+1:] {
			if all[j].Room.Left >= all[i].Room.Right-leastOverlap {
				break
			}
			if all[i].Room.Grown(-leastOverlap / 2).Overlaps(all[j].Room.Grown(-leastOverlap / 2)) {
				found = append(found, [2]int{min(i, j), max(i, j)})
			}
		}
	}
	slices.SortFunc(found, func(a, b [2]int) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	overlaps := make([]Overlap, len(found))
	for i, pair := range found {
		a, b := all[pair[0]], all[pair[1]]
		overlaps[i] = Overlap{a, b, d.isProtected(a) || d.isProtected(b)}
	}
	return overlaps
}

// occupants are all that takes room, but for the edges.
func (d *draft) occupants() []Occupant {
	var all []Occupant
	for i := range d.Nodes {
		all = append(all, Occupant{NodeOccupant, i, d.nodeRect(i)})
	}
	routes := routesOf(d.placed)
	for i := range d.Edges {
		if l, route := d.labels[i], routes[edgeName(i)]; route != nil && route.Label != nil && !l.empty() {
			all = append(all, Occupant{LabelOccupant, i, geometry.Centred(route.Label.X, route.Label.Y, l.Width, l.Height)})
		}
	}
	for i := range d.Clusters {
		if at, ok := d.placed.Clusters[clusterName(i)]; ok && at.Label != nil {
			heading := d.Clusters[i].Heading
			all = append(all, Occupant{HeadingOccupant, i, geometry.Centred(at.Label.X, at.Label.Y, heading.Width, heading.Height)})
		}
	}
	return all
}

func (d *draft) isProtected(o Occupant) bool {
	return o.Kind == LabelOccupant && d.Edges[o.Index].Protected
}

// hiding are the overlaps that hide protected labels.
func (d *draft) hiding() []Overlap {
	return slices.DeleteFunc(d.overlaps(), func(o Overlap) bool { return !o.Hides })
}

// hiddenLabels counts what hides protected labels.
func (d *draft) hiddenLabels() int { return len(d.hiding()) }
