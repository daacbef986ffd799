package render

import (
	"math"

	"example.org/graphgen/internal/layout/graphviz"
)

// rect is a rectangle by its edges; y runs down.
type rect struct{ left, top, right, bottom float64 }

func around(x, y, w, h float64) rect { return rect{x - w/2, y - h/2, x + w/2, y + h/2} }

func (r rect) centre() graphviz.Point {
	return graphviz.Point{X: (r.left + r.right) / 2, Y: (r.top + r.bottom) / 2}
}

// grown is the rectangle with so much more at every side.
func (r rect) grown(by float64) rect {
	return rect{r.left - by, r.top - by, r.right + by, r.bottom + by}
}

func (r rect) overlaps(o rect) bool {
	return r.left < o.right && o.left < r.right && r.top < o.bottom && o.top < r.bottom
}

func (r rect) within(o rect) bool {
	return r.left >= o.left && r.right <= o.right && r.top >= o.top && r.bottom <= o.bottom
}

// distance is how far a point lies from the rectangle; 0 inside.
func (r rect) distance(p graphviz.Point) float64 {
	dx := max(r.left-p.X, 0, p.X-r.right)
	dy := max(r.top-p.Y, 0, p.Y-r.bottom)
	return math.Sqrt(float64(dx*dx) + float64(dy*dy))
}

// meets tells whether the straight piece from a to b has a point in the rectangle (Liang and
// Barsky's clipping).
func (r rect) meets(a, b graphviz.Point) bool {
	from, to := 0.0, 1.0
	dx, dy := b.X-a.X, b.Y-a.Y
	for _, side := range [4][2]float64{{-dx, a.X - r.left}, {dx, r.right - a.X}, {-dy, a.Y - r.top}, {dy, r.bottom - a.Y}} {
		p, q := side[0], side[1]
		switch {
		case p == 0 && q < 0:
			return false
		case p < 0:
			from = max(from, q/p)
		case p > 0:
			to = min(to, q/p)
		}
	}
	return from <= to
}

// run is a line of the picture as a chain of straight pieces.
type run struct {
	points []graphviz.Point
	box    rect // around them
}

// piecesOfCurve is into how many straight pieces each cubic curve is cut: at the lengths that
// lines have here they stray from the curve by less than a pixel.
const piecesOfCurve = 12

// runOf flattens a line's course, from its tail to the tip of its arrow.
func runOf(route *graphviz.Edge) run {
	var r run
	for _, s := range route.Splines {
		if s.Start != nil {
			r.points = append(r.points, *s.Start)
		}
		for i := 0; i+3 < len(s.Points); i += 3 {
			for k := range piecesOfCurve {
				r.points = append(r.points, onCurve(s.Points[i:i+4], float64(k)/piecesOfCurve))
			}
		}
		if n := len(s.Points); n > 0 {
			r.points = append(r.points, s.Points[n-1])
		}
		if s.End != nil {
			r.points = append(r.points, *s.End)
		}
	}
	r.box = rect{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, p := range r.points {
		r.box = rect{min(r.box.left, p.X), min(r.box.top, p.Y), max(r.box.right, p.X), max(r.box.bottom, p.Y)}
	}
	return r
}

// onCurve is the point of a cubic Bézier curve at t.
func onCurve(c []graphviz.Point, t float64) graphviz.Point {
	u := 1 - t
	a, b, d, e := float64(u*u*u), float64(3*u*u*t), float64(3*u*t*t), float64(t*t*t)
	return graphviz.Point{
		X: float64(a*c[0].X) + float64(b*c[1].X) + float64(d*c[2].X) + float64(e*c[3].X),
		Y: float64(a*c[0].Y) + float64(b*c[1].Y) + float64(d*c[2].Y) + float64(e*c[3].Y),
	}
}

// crosses tells whether the line has a point in the rectangle.
func (r *run) crosses(area rect) bool {
	if !area.overlaps(r.box.grown(0.1)) {
		return false
	}
	for i := 1; i < len(r.points); i++ {
		if area.meets(r.points[i-1], r.points[i]) {
			return true
		}
	}
	return false
}

// distance is how near the line comes to the rectangle, measured at its points.
func (r *run) distance(area rect) float64 {
	nearest := math.Inf(1)
	for _, p := range r.points {
		nearest = min(nearest, area.distance(p))
	}
	return nearest
}

func (r *run) length() float64 {
	length := 0.0
	for i := 1; i < len(r.points); i++ {
		length += apart(r.points[i-1], r.points[i])
	}
	return length
}

// at returns the point at a share of the line's length, and the direction of the line there.
func (r *run) at(share float64) (p, direction graphviz.Point) {
	left := float64(share * r.length())
	for i := 1; i < len(r.points); i++ {
		a, b := r.points[i-1], r.points[i]
		piece := apart(a, b)
		if piece > 0 && (left <= piece || i == len(r.points)-1) {
			t := min(left/piece, 1)
			return graphviz.Point{X: a.X + float64(t*(b.X-a.X)), Y: a.Y + float64(t*(b.Y-a.Y))},
				graphviz.Point{X: (b.X - a.X) / piece, Y: (b.Y - a.Y) / piece}
		}
		left -= piece
	}
	return r.points[0], graphviz.Point{X: 1}
}

func apart(a, b graphviz.Point) float64 {
	dx, dy := b.X-a.X, b.Y-a.Y
	return math.Sqrt(float64(dx*dx) + float64(dy*dy))
}
