package layout

import (
	"math"

	"example.org/graphgen/internal/layout/geometry"
	"example.org/graphgen/internal/layout/graphviz"
)

// Graphviz keeps room for the labels of edges, but lets other edges run through some of them.
// So each label that is not well where Graphviz has it is settled: moved along its own edge to
// where it costs least.

// What is wrong with a label's position, in the order of how much: on a node or another label it
// cannot be read; under another edge it seems to be that edge's; too far from its own, nobody's.
const (
	costOutside   = 10000.0
	costOnNode    = 1000.0
	costOnLabel   = 800.0
	costOnArrow   = 300.0
	costCrossed   = 400.0 // by another edge
	costOwnEdge   = 60.0
	costStranger  = 50.0 // another edge is nearer than its own
	costFar       = 6.0  // a pixel beyond what labels are off their edges anyway
	costOffMiddle = 30.0 // at the ends of the edge; in between its share
	costMoved     = 0.02 // a pixel from where Graphviz had it

	goodEnough   = 40.0 // a label that costs less stays where Graphviz has it
	labelGap     = 3.0  // around a label, in pixels
	labelOff     = 16.0 // how far a label may be from its edge for nothing
	settlePasses = 6
)

// settling is a draft whose labels are being settled. It writes to the draft.
type settling struct {
	draft    *draft
	routes   []*graphviz.Edge
	courses  []geometry.Polyline
	labels   []geometry.Rect // empty where an edge has none
	nodes    []geometry.Rect
	headings []geometry.Rect // of clusters
	bounds   geometry.Rect
}

func (d *draft) settling() *settling {
	s := &settling{draft: d, bounds: geometry.Rect{Right: d.placed.Width, Bottom: d.placed.Height}}
	routes := routesOf(d.placed)
	for i := range d.Edges {
		route := routes[edgeName(i)]
		s.routes, s.courses = append(s.routes, route), append(s.courses, geometry.Flatten(route.Splines))
		at := geometry.Rect{}
		if l := d.labels[i]; route.Label != nil && !l.empty() {
			at = geometry.Centred(route.Label.X, route.Label.Y, l.Width, l.Height)
		}
		s.labels = append(s.labels, at)
	}
	for i := range d.Nodes {
		s.nodes = append(s.nodes, d.nodeRect(i))
	}
	for i := range d.Clusters {
		if at, ok := d.placed.Clusters[clusterName(i)]; ok && at.Label != nil {
			heading := d.Clusters[i].Heading
			s.headings = append(s.headings, geometry.Centred(at.Label.X, at.Label.Y, heading.Width, heading.Height))
		}
	}
	return s
}

// settleLabels settles the labels of a draft, and returns how many of them another edge, a node
// or another label still crosses.
func (d *draft) settleLabels() int {
	s := d.settling()
	s.settleAll()
	s.settleHeadings()
	return len(s.crossed())
}

// mostWeighed is how often, in all, a position for a label is held against something else of a
// graph that is too large for all labels to be settled.
const mostWeighed = 100_000_000

// settleOverlapping settles the labels that share room with something, protected ones first, as
// many as there is time for.
func (d *draft) settleOverlapping() {
	overlaps := d.overlaps()
	if len(overlaps) == 0 {
		return
	}
	s := d.settling()
	const positionsOfLabel = 200
	room := mostWeighed / positionsOfLabel / (len(s.nodes) + len(s.labels) + len(s.courses))
	settled := map[int]bool{}
	for _, protected := range []bool{true, false} {
		for _, overlap := range overlaps {
			for _, o := range []Occupant{overlap.A, overlap.B} {
				if o.Kind == LabelOccupant && d.Edges[o.Index].Protected == protected && !settled[o.Index] && len(settled) < room {
					settled[o.Index] = true
					s.settle(o.Index)
				}
			}
		}
	}
}

// reshapeLabels gives labels that no position is good for another of their sizes.
func (d *draft) reshapeLabels() {
	s := d.settling()
	for _, i := range s.crossed() {
		for choice := 1; choice < len(d.Edges[i].Labels); choice++ {
			if s.takes(i, label{d.Edges[i].Labels[choice], choice}) {
				break
			}
		}
	}
}

// takes gives a label another size, if there is a good position for it so.
func (s *settling) takes(i int, size label) bool {
	was, at := s.draft.labels[i], s.labels[i]
	centre := at.Centre()
	s.draft.labels[i] = size
	s.labels[i] = geometry.Centred(centre.X, centre.Y, size.Width, size.Height)
	s.settle(i)
	if s.unreadable(i, s.labels[i]) < costCrossed {
		return true
	}
	s.draft.labels[i] = was
	s.put(i, at)
	return false
}

func (s *settling) settleAll() {
	for range settlePasses {
		moved := false
		for i := range s.labels {
			moved = s.settle(i) || moved
		}
		if !moved {
			break
		}
	}
}

// crossed are the labels that another edge, a node or another label runs through.
func (s *settling) crossed() (crossed []int) {
	for i := range s.labels {
		if s.labels[i] != (geometry.Rect{}) && s.unreadable(i, s.labels[i]) >= costCrossed {
			crossed = append(crossed, i)
		}
	}
	return crossed
}

// settleHeadings moves the heading of a cluster along its upper edge to where no edge runs
// through it.
func (s *settling) settleHeadings() {
	for i := range s.draft.Clusters {
		area, ok := s.draft.placed.Clusters[clusterName(i)]
		if !ok || area.Label == nil {
			continue
		}
		w, h := s.draft.Clusters[i].Heading.Width, s.draft.Clusters[i].Heading.Height
		crossings := func(x float64) (n int) {
			heading := geometry.Centred(x, area.Label.Y, w, h).Grown(1)
			for j := range s.courses {
				if s.courses[j].Crosses(heading) {
					n++
				}
			}
			return n
		}
		best, least := area.Label.X, crossings(area.Label.X)
		for _, x := range []float64{area.X + 10 + w/2, area.X + area.W - 10 - w/2} {
			if n := crossings(x); n < least {
				best, least = x, n
			}
		}
		area.Label = &Point{X: best, Y: area.Label.Y}
		s.draft.placed.Clusters[clusterName(i)] = area
	}
}

// settle moves a label to where it costs least, and tells whether that is elsewhere.
func (s *settling) settle(i int) bool {
	here := s.labels[i]
	if here == (geometry.Rect{}) {
		return false
	}
	best, least := here, s.cost(i, here, here)
	if least < goodEnough {
		return false
	}
	for _, off := range [][]float64{{4, 11, -4, -11}, {20, 32, -20, -32}} {
		for _, at := range s.candidates(i, off) {
			if cost := s.cost(i, at, here); cost < least-1 {
				best, least = at, cost
			}
		}
		if least < costCrossed {
			break
		}
	}
	if best == here {
		return false
	}
	s.put(i, best)
	return true
}

func (s *settling) put(i int, at geometry.Rect) {
	s.labels[i] = at
	centre := at.Centre()
	s.routes[i].Label = &centre
}

// candidates are where a label may stand: beside its edge, so far off to one side or the other.
func (s *settling) candidates(i int, offs []float64) []geometry.Rect {
	const steps = 24
	w, h := s.labels[i].Right-s.labels[i].Left, s.labels[i].Bottom-s.labels[i].Top
	var candidates []geometry.Rect
	for k := 2; k <= steps-2; k++ {
		p, direction := s.courses[i].At(float64(k) / steps)
		nx, ny := -direction.Y, direction.X
		reach := float64(math.Abs(nx)*w/2) + float64(math.Abs(ny)*h/2) + s.draft.Edges[i].Reach
		for _, off := range offs {
			by := off + math.Copysign(reach, off)
			candidates = append(candidates, geometry.Centred(p.X+float64(nx*by), p.Y+float64(ny*by), w, h))
		}
	}
	return candidates
}

// cost is what a position is worse than the best that can be.
func (s *settling) cost(i int, at, before geometry.Rect) float64 {
	cost := s.unreadable(i, at)
	if s.courses[i].Crosses(at) {
		cost += costOwnEdge
	}
	own := s.courses[i].Distance(at)
	cost += costFar * max(0, own-labelOff)
	near := at.Grown(own)
	for j := range s.courses {
		if j != i && near.Overlaps(s.courses[j].Bounds) && s.courses[j].Distance(at) < own-1 {
			cost += costStranger
			break
		}
	}
	middle, _ := s.courses[i].At(0.5)
	points := s.courses[i].Points
	half := max(1, geometry.Distance(points[0], points[len(points)-1])/2)
	cost += float64(costOffMiddle * min(1, geometry.Distance(middle, at.Centre())/half))
	return cost + float64(costMoved*geometry.Distance(before.Centre(), at.Centre()))
}

// unreadable is the part of the cost that leaves a label unreadable, or another edge's.
func (s *settling) unreadable(i int, at geometry.Rect) float64 {
	cost := 0.0
	if !at.Within(s.bounds.Grown(1)) {
		cost += costOutside
	}
	clear := at.Grown(labelGap)
	for _, node := range s.nodes {
		if clear.Overlaps(node) {
			cost += costOnNode
		}
	}
	for _, heading := range s.headings {
		if clear.Overlaps(heading) {
			cost += costOnLabel
		}
	}
	for j := range s.labels {
		if j != i && s.labels[j] != (geometry.Rect{}) && clear.Overlaps(s.labels[j]) {
			cost += costOnLabel
		}
	}
	for j := range s.courses {
		reach := s.draft.Edges[j].Reach + 1
		if j != i && s.courses[j].Crosses(at.Grown(reach)) {
			cost += costCrossed
		}
	}
	if tip := s.routes[i].Splines; len(tip) > 0 && tip[len(tip)-1].End != nil && clear.Distance(*tip[len(tip)-1].End) < 4 {
		cost += costOnArrow
	}
	return cost
}
