package render

import (
	"math"

	"example.org/graphgen/internal/layout/graphviz"
)

// Graphviz keeps room for the labels of lines, but lets other lines run through some of them.
// So each label that is not well where Graphviz has it is put elsewhere along its own line,
// where it costs least.

// What is wrong with a label's place, in the order of how much: on a box or another label it
// cannot be read; under another line it seems to be that line's; too far from its own, nobody's.
const (
	costOutside   = 10000.0
	costOnBox     = 1000.0
	costOnLabel   = 800.0
	costOnArrow   = 300.0
	costCrossed   = 400.0 // by another line
	costOwnLine   = 60.0
	costStranger  = 50.0 // another line is nearer than its own
	costFar       = 6.0  // a pixel beyond what labels are off their lines anyway
	costOffMiddle = 30.0 // at the ends of the line; in between its share
	costMoved     = 0.02 // a pixel from where Graphviz had it

	goodEnough   = 40.0 // a label that costs less stays where Graphviz has it
	labelGap     = 3.0  // around a label, in pixels
	labelOff     = 16.0 // how far a label may be from its line for nothing
	settlePasses = 6
)

// labelled is a diagram whose labels are being placed.
type labelled struct {
	lines    []*line
	routes   []*graphviz.Edge
	runs     []run
	labels   []rect // empty where a line says nothing
	boxes    []rect
	headings []rect // of areas
	bounds   rect
}

// settleLabels moves labels of lines to better places in the layout, and returns how many of
// them another line, a box or another label still crosses.
func (d *diagram) settleLabels(placed *graphviz.Layout) int {
	s := d.labelled(placed)
	s.settleAll()
	s.settleHeadings(placed, d)
	return len(s.crossed())
}

// settle moves the words of lines to where they are read best, or sets them in another shape.
func (r *Renderer) settle(d *diagram, placed *graphviz.Layout) {
	if !d.settles() {
		d.settleCovered(placed)
		return
	}
	d.settleLabels(placed)
	r.reword(d, placed)
}

// mostWeighed is how often, in all, a place for the words of a line is held against something
// else of a view that is too large for all words to be moved.
const mostWeighed = 100_000_000

// settleCovered moves the words of lines that share room with something, those first that say how
// a line stands, as many as there is time for.
func (d *diagram) settleCovered(placed *graphviz.Layout) {
	covers := d.covers(placed)
	if len(covers) == 0 {
		return
	}
	s := d.labelled(placed)
	const placesOfLabel = 200
	room := mostWeighed / placesOfLabel / (len(s.boxes) + len(s.labels) + len(s.runs))
	moved := map[int]bool{}
	for _, bound := range []bool{true, false} {
		for _, c := range covers {
			for _, o := range []occupant{c.a, c.b} {
				if o.line >= 0 && d.lines[o.line].bound == bound && !moved[o.line] && len(moved) < room {
					moved[o.line] = true
					s.settle(o.line)
				}
			}
		}
	}
}

// raise has words drawn over all else that say how a line stands and that something runs through.
func (d *diagram) raise(placed *graphviz.Layout) {
	for i := range d.lines {
		d.lines[i].onTop = false
	}
	for _, c := range d.covers(placed) {
		for _, o := range []occupant{c.a, c.b} {
			if d.isBound(o) {
				d.lines[o.line].onTop = true
			}
		}
	}
	if !d.settles() {
		return
	}
	for _, i := range d.labelled(placed).crossed() {
		d.lines[i].onTop = d.lines[i].bound
	}
}

// reword sets the words of labels that no place is good for in another shape, broad or narrow,
// or leaves them to the note where the line may.
func (r *Renderer) reword(d *diagram, placed *graphviz.Layout) {
	s := d.labelled(placed)
	for _, i := range s.crossed() {
		l := &d.lines[i]
		switch {
		case s.takes(i, r.lineWords(l, 1.8*labelWidth)), s.takes(i, r.lineWords(l, 0.7*labelWidth)):
			l.badge = false
		case r.mayBadge(l) && s.takes(i, r.badge(l)):
			l.badge = true
		}
	}
}

// takes sets a label in other words, or in another shape, if there is a good place for it so.
func (s *labelled) takes(i int, shape paragraph) bool {
	l, place := s.lines[i], s.labels[i]
	was, centre := l.drawn, place.centre()
	l.drawn = shape
	s.labels[i] = around(centre.X, centre.Y, shape.w, shape.h)
	s.settle(i)
	if s.spoilt(i, s.labels[i]) < costCrossed {
		return true
	}
	l.drawn = was
	s.put(i, place)
	return false
}

func (s *labelled) settleAll() {
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

// crossed are the labels that another line, a box or another label runs through.
func (s *labelled) crossed() (spoilt []int) {
	for i := range s.labels {
		if s.labels[i] != (rect{}) && s.spoilt(i, s.labels[i]) >= costCrossed {
			spoilt = append(spoilt, i)
		}
	}
	return spoilt
}

// settleHeadings moves the name of an area along its upper edge to where no line runs through it.
func (s *labelled) settleHeadings(placed *graphviz.Layout, d *diagram) {
	for i := range d.areas {
		place, ok := placed.Clusters[clusterName(i)]
		if !ok || place.Label == nil {
			continue
		}
		w, h := d.areas[i].words.w, d.areas[i].words.h
		crossings := func(x float64) (n int) {
			heading := around(x, place.Label.Y, w, h).grown(1)
			for j := range s.runs {
				if s.runs[j].crosses(heading) {
					n++
				}
			}
			return n
		}
		best, least := place.Label.X, crossings(place.Label.X)
		for _, x := range []float64{place.X + 10 + w/2, place.X + place.W - 10 - w/2} {
			if n := crossings(x); n < least {
				best, least = x, n
			}
		}
		place.Label = &graphviz.Point{X: best, Y: place.Label.Y}
		placed.Clusters[clusterName(i)] = place
	}
}

func (d *diagram) labelled(placed *graphviz.Layout) *labelled {
	s := &labelled{bounds: rect{0, 0, placed.Width, placed.Height}}
	routes := routesOf(placed)
	for i := range d.lines {
		l, route := &d.lines[i], routes[edgeName(i)]
		s.lines, s.routes, s.runs = append(s.lines, l), append(s.routes, route), append(s.runs, runOf(route))
		label := rect{}
		if route.Label != nil && len(l.drawn.lines) > 0 {
			label = around(route.Label.X, route.Label.Y, l.drawn.w, l.drawn.h)
		}
		s.labels = append(s.labels, label)
	}
	for i := range d.boxes {
		at := placed.Nodes[nodeName(i)]
		s.boxes = append(s.boxes, around(at.X, at.Y, d.boxes[i].w, d.boxes[i].h))
	}
	for i := range d.areas {
		if at, ok := placed.Clusters[clusterName(i)]; ok && at.Label != nil {
			s.headings = append(s.headings, around(at.Label.X, at.Label.Y, d.areas[i].words.w, d.areas[i].words.h))
		}
	}
	return s
}

// settle puts a label where it costs least, and tells whether that is elsewhere.
func (s *labelled) settle(i int) bool {
	here := s.labels[i]
	if here == (rect{}) {
		return false
	}
	best, least := here, s.cost(i, here, here)
	if least < goodEnough {
		return false
	}
	for _, off := range [][]float64{{4, 11, -4, -11}, {20, 32, -20, -32}} {
		for _, place := range s.places(i, off) {
			if cost := s.cost(i, place, here); cost < least-1 {
				best, least = place, cost
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

func (s *labelled) put(i int, place rect) {
	s.labels[i] = place
	centre := place.centre()
	s.routes[i].Label = &centre
}

// places are where a label may stand: beside its line, so far off to one side or the other.
func (s *labelled) places(i int, offs []float64) []rect {
	const steps = 24
	w, h := s.labels[i].right-s.labels[i].left, s.labels[i].bottom-s.labels[i].top
	var places []rect
	for k := 2; k <= steps-2; k++ {
		p, direction := s.runs[i].at(float64(k) / steps)
		nx, ny := -direction.Y, direction.X
		reach := float64(math.Abs(nx)*w/2) + float64(math.Abs(ny)*h/2) + s.lines[i].pen.half()
		for _, off := range offs {
			by := off + math.Copysign(reach, off)
			places = append(places, around(p.X+float64(nx*by), p.Y+float64(ny*by), w, h))
		}
	}
	return places
}

// cost is what a place is worse than the best that can be.
func (s *labelled) cost(i int, place, before rect) float64 {
	cost := s.spoilt(i, place)
	if s.runs[i].crosses(place) {
		cost += costOwnLine
	}
	own := s.runs[i].distance(place)
	cost += costFar * max(0, own-labelOff)
	near := place.grown(own)
	for j := range s.runs {
		if j != i && near.overlaps(s.runs[j].box) && s.runs[j].distance(place) < own-1 {
			cost += costStranger
			break
		}
	}
	middle, _ := s.runs[i].at(0.5)
	half := max(1, apart(s.runs[i].points[0], s.runs[i].points[len(s.runs[i].points)-1])/2)
	cost += float64(costOffMiddle * min(1, apart(middle, place.centre())/half))
	return cost + float64(costMoved*apart(before.centre(), place.centre()))
}

// spoilt is the part of the cost that leaves a label unreadable, or another line's.
func (s *labelled) spoilt(i int, place rect) float64 {
	cost := 0.0
	if !place.within(s.bounds.grown(1)) {
		cost += costOutside
	}
	clear := place.grown(labelGap)
	for _, box := range s.boxes {
		if clear.overlaps(box) {
			cost += costOnBox
		}
	}
	for _, heading := range s.headings {
		if clear.overlaps(heading) {
			cost += costOnLabel
		}
	}
	for j := range s.labels {
		if j != i && s.labels[j] != (rect{}) && clear.overlaps(s.labels[j]) {
			cost += costOnLabel
		}
	}
	for j := range s.runs {
		reach := s.lines[j].pen.half() + 1
		if j != i && s.runs[j].crosses(place.grown(reach)) {
			cost += costCrossed
		}
	}
	if tip := s.routes[i].Splines; len(tip) > 0 && tip[len(tip)-1].End != nil && clear.distance(*tip[len(tip)-1].End) < 4 {
		cost += costOnArrow
	}
	return cost
}
