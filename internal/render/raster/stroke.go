package raster

import (
	"math"
	"slices"

	"example.org/graphgen/internal/render/scene"
)

// pen is how lines are stroked. Its joins are mitres up to SVG's own limit, or round.
type pen struct {
	width      float64
	roundEnds  bool
	roundJoins bool
}

// miterLimit is SVG's default: beyond that many half widths, a corner is cut.
const miterLimit = 4

// stroke returns the area that lines cover when they are drawn with the pen, as small outlines
// that all turn the same way, so that where two overlap neither cancels the other.
func (p pen) stroke(lines []polyline) []polyline {
	var area stroked
	for _, line := range lines {
		points := slices.CompactFunc(slices.Clone(line.points), func(a, b scene.Point) bool { return distance(a, b) < 1e-6 })
		closed := line.closed
		if n := len(points); closed && n > 1 && distance(points[n-1], points[0]) < 1e-6 {
			points = points[:n-1]
		}
		if len(points) == 1 {
			if p.roundEnds || p.roundJoins {
				area.dot(points[0], p.width/2)
			}
			continue
		}
		p.line(&area, points, closed)
	}
	return area.pieces
}

// line strokes a line of two points or more, no two neighbours in one place.
func (p pen) line(area *stroked, points []scene.Point, closed bool) {
	half := p.width / 2
	n := len(points)
	sides := make([]scene.Point, 0, n) // from each point, what leads to the side of the line that starts there
	for i, a := range points {
		if i < n-1 || closed {
			sides = append(sides, side(a, points[(i+1)%n], half))
		}
	}
	for i, s := range sides {
		a, b := points[i], points[(i+1)%n]
		area.add(plus(a, s), plus(b, s), minus(b, s), minus(a, s))
		if i > 0 {
			p.join(area, a, sides[i-1], s)
		} else if closed {
			p.join(area, a, sides[len(sides)-1], s)
		}
	}
	if !closed && p.roundEnds {
		area.roundEnd(points[0], minus(scene.Point{}, sides[0]))
		area.roundEnd(points[n-1], sides[len(sides)-1])
	}
}

// join fills the corner at a point between two lines with the sides given.
func (p pen) join(area *stroked, at, before, after scene.Point) {
	if turn := cross(before, after); turn > 0 {
		before, after = minus(scene.Point{}, before), minus(scene.Point{}, after) // the outer side
	} else if turn == 0 && dot(before, after) > 0 {
		return
	}
	if p.roundJoins {
		area.add(append([]scene.Point{at}, arc(at, before, after)...)...)
		return
	}
	middle := plus(before, after)
	// The tip is where both sides, drawn on, meet: along their middle, at half²/(|middle|/2).
	square, half := dot(middle, middle), p.width/2
	if ratio := float64(4*half) * half; square*miterLimit*miterLimit >= ratio && square > 0 {
		reach := float64(2*half) * half / square
		tip := scene.Point{X: at.X + float64(middle.X*reach), Y: at.Y + float64(middle.Y*reach)}
		area.add(at, plus(at, before), tip, plus(at, after))
		return
	}
	area.add(at, plus(at, before), plus(at, after))
}

// stroked gathers the area that a pen covers.
type stroked struct{ pieces []polyline }

// add adds a convex piece.
func (s *stroked) add(points ...scene.Point) {
	turn := 0.0
	for i, a := range points {
		turn += cross(a, points[(i+1)%len(points)])
	}
	if turn < 0 {
		slices.Reverse(points)
	}
	s.pieces = append(s.pieces, polyline{points, true})
}

// dot adds a disc.
func (s *stroked) dot(at scene.Point, radius float64) {
	east := scene.Point{X: radius}
	west := minus(scene.Point{}, east)
	s.add(append(halfCircle(at, east), halfCircle(at, west)...)...)
}

// roundEnd adds half a disc beyond the end of a line with the side given.
func (s *stroked) roundEnd(at, side scene.Point) { s.add(halfCircle(at, side)...) }

// halfCircle goes from at+side to at-side, around the end of the line that has the side.
func halfCircle(at, side scene.Point) []scene.Point {
	middle := scene.Point{X: side.Y, Y: -side.X}
	return append(arc(at, side, middle), arc(at, middle, minus(scene.Point{}, side))...)
}

// arc goes around a centre from one spoke to another of the same length, less than half a turn
// away, by halving the angle until the chords are near enough.
func arc(at, from, to scene.Point) []scene.Point {
	return append(append([]scene.Point{plus(at, from)}, halves(at, from, to)...), plus(at, to))
}

func halves(at, from, to scene.Point) []scene.Point {
	middle := plus(from, to)
	radius, length := math.Sqrt(dot(from, from)), math.Sqrt(dot(middle, middle))
	if radius-length/2 < tolerance || length == 0 {
		return nil
	}
	middle = scene.Point{X: float64(middle.X * (radius / length)), Y: float64(middle.Y * (radius / length))}
	return append(append(halves(at, from, middle), plus(at, middle)), halves(at, middle, to)...)
}

// side leads from a line's middle to its side.
func side(from, to scene.Point, half float64) scene.Point {
	scale := half / distance(from, to)
	return scene.Point{X: float64((from.Y - to.Y) * scale), Y: float64((to.X - from.X) * scale)}
}

func plus(a, b scene.Point) scene.Point  { return scene.Point{X: a.X + b.X, Y: a.Y + b.Y} }
func minus(a, b scene.Point) scene.Point { return scene.Point{X: a.X - b.X, Y: a.Y - b.Y} }
func cross(a, b scene.Point) float64     { return float64(a.X*b.Y) - float64(a.Y*b.X) }
func dot(a, b scene.Point) float64       { return float64(a.X*b.X) + float64(a.Y*b.Y) }
