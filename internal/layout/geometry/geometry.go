// Package geometry has the points, rectangles and curves that layouts and pictures are made of,
// in points or pixels; y grows downwards. Products are rounded before they are added, so that
// every processor gives the same bits.
package geometry

import "math"

// Point is a point of the plane.
type Point struct{ X, Y float64 }

// Distance is how far two points lie from each other.
func Distance(a, b Point) float64 {
	dx, dy := b.X-a.X, b.Y-a.Y
	return math.Sqrt(float64(dx*dx) + float64(dy*dy))
}

// Rect is a rectangle by its sides.
type Rect struct{ Left, Top, Right, Bottom float64 }

// Nothing is the rectangle that any other contains: the start of a union.
func Nothing() Rect { return Rect{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)} }

// Centred is the rectangle of a size with its centre at a point.
func Centred(x, y, w, h float64) Rect { return Rect{x - w/2, y - h/2, x + w/2, y + h/2} }

// Union is the least rectangle that contains both.
func (r Rect) Union(o Rect) Rect {
	return Rect{min(r.Left, o.Left), min(r.Top, o.Top), max(r.Right, o.Right), max(r.Bottom, o.Bottom)}
}

// Centre is the middle of the rectangle.
func (r Rect) Centre() Point {
	return Point{X: (r.Left + r.Right) / 2, Y: (r.Top + r.Bottom) / 2}
}

// Grown is the rectangle with so much more at every side.
func (r Rect) Grown(by float64) Rect {
	return Rect{r.Left - by, r.Top - by, r.Right + by, r.Bottom + by}
}

// Overlaps tells whether the two share more than a side.
func (r Rect) Overlaps(o Rect) bool {
	return r.Left < o.Right && o.Left < r.Right && r.Top < o.Bottom && o.Top < r.Bottom
}

// Within tells whether the rectangle lies in the other.
func (r Rect) Within(o Rect) bool {
	return r.Left >= o.Left && r.Right <= o.Right && r.Top >= o.Top && r.Bottom <= o.Bottom
}

// Distance is how far a point lies from the rectangle; 0 inside.
func (r Rect) Distance(p Point) float64 {
	dx := max(r.Left-p.X, 0, p.X-r.Right)
	dy := max(r.Top-p.Y, 0, p.Y-r.Bottom)
	return math.Sqrt(float64(dx*dx) + float64(dy*dy))
}

// Meets tells whether the straight piece from a to b has a point in the rectangle (Liang and
// Barsky's clipping).
func (r Rect) Meets(a, b Point) bool {
	from, to := 0.0, 1.0
	dx, dy := b.X-a.X, b.Y-a.Y
	for _, side := range [4][2]float64{{-dx, a.X - r.Left}, {dx, r.Right - a.X}, {-dy, a.Y - r.Top}, {dy, r.Bottom - a.Y}} {
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

// Spline is a chain of cubic Bézier curves. Points holds one point and then three for
// each curve: two control points and an end.
type Spline struct {
	Points []Point
	Start  *Point // the tip of the arrow at its beginning; nil: none
	End    *Point // the tip of the arrow at its end; nil: none
}

// Polyline is a chain of straight pieces.
type Polyline struct {
	Points []Point
	Bounds Rect
}

// piecesOfCurve is into how many straight pieces each cubic curve is cut: at the lengths that
// edges have here they stray from the curve by less than a pixel.
const piecesOfCurve = 12

// Flatten makes one polyline of splines, with the tips of their arrows.
func Flatten(splines []Spline) Polyline {
	var r Polyline
	for _, s := range splines {
		if s.Start != nil {
			r.Points = append(r.Points, *s.Start)
		}
		for i := 0; i+3 < len(s.Points); i += 3 {
			for k := range piecesOfCurve {
				r.Points = append(r.Points, onCurve(s.Points[i:i+4], float64(k)/piecesOfCurve))
			}
		}
		if n := len(s.Points); n > 0 {
			r.Points = append(r.Points, s.Points[n-1])
		}
		if s.End != nil {
			r.Points = append(r.Points, *s.End)
		}
	}
	r.Bounds = Nothing()
	for _, p := range r.Points {
		r.Bounds = r.Bounds.Union(Rect{p.X, p.Y, p.X, p.Y})
	}
	return r
}

// onCurve is the point of a cubic Bézier curve at t.
func onCurve(c []Point, t float64) Point {
	u := 1 - t
	a, b, d, e := float64(u*u*u), float64(3*u*u*t), float64(3*u*t*t), float64(t*t*t)
	return Point{
		X: float64(a*c[0].X) + float64(b*c[1].X) + float64(d*c[2].X) + float64(e*c[3].X),
		Y: float64(a*c[0].Y) + float64(b*c[1].Y) + float64(d*c[2].Y) + float64(e*c[3].Y),
	}
}

// Crosses tells whether the polyline has a point in the rectangle.
func (r *Polyline) Crosses(o Rect) bool {
	if !o.Overlaps(r.Bounds.Grown(0.1)) {
		return false
	}
	for i := 1; i < len(r.Points); i++ {
		if o.Meets(r.Points[i-1], r.Points[i]) {
			return true
		}
	}
	return false
}

// Distance is how near the polyline comes to the rectangle, measured at its points.
func (r *Polyline) Distance(o Rect) float64 {
	nearest := math.Inf(1)
	for _, p := range r.Points {
		nearest = min(nearest, o.Distance(p))
	}
	return nearest
}

// Length is the length of all its pieces.
func (r *Polyline) Length() float64 {
	length := 0.0
	for i := 1; i < len(r.Points); i++ {
		length += Distance(r.Points[i-1], r.Points[i])
	}
	return length
}

// At returns the point at a share of the polyline's length, and the direction of the polyline there.
func (r *Polyline) At(share float64) (p, direction Point) {
	left := float64(share * r.Length())
	for i := 1; i < len(r.Points); i++ {
		a, b := r.Points[i-1], r.Points[i]
		piece := Distance(a, b)
		if piece > 0 && (left <= piece || i == len(r.Points)-1) {
			t := min(left/piece, 1)
			return Point{X: a.X + float64(t*(b.X-a.X)), Y: a.Y + float64(t*(b.Y-a.Y))},
				Point{X: (b.X - a.X) / piece, Y: (b.Y - a.Y) / piece}
		}
		left -= piece
	}
	return r.Points[0], Point{X: 1}
}
