package raster

import (
	"math"

	"example.org/graphgen/internal/render/scene"
)

// polyline is an outline of straight lines, in pixels.
type polyline struct {
	points []scene.Point
	closed bool // a line leads from the last point to the first
}

const (
	// tolerance is how far, in pixels, a chord may run beside its curve.
	tolerance = 0.05
	// mostChords is how many chords a curve is cut into at most.
	mostChords = 1000
)

// flatten takes a path to the picture and its curves to chords.
func flatten(p scene.Path, to transform) ([]polyline, error) {
	var lines []polyline
	var now polyline
	finish := func() {
		if len(now.points) > 1 || now.closed {
			lines = append(lines, now)
		}
		now = polyline{}
	}
	for _, s := range p {
		var at [3]scene.Point
		for i := range at {
			at[i] = to.apply(s.Points[i])
			if err := within(at[i].X, at[i].Y); err != nil {
				return nil, err
			}
		}
		switch s.Op {
		case 'M':
			finish()
			now.points = append(now.points, at[0])
		case 'L':
			now.points = append(now.points, at[0])
		case 'C':
			if len(now.points) == 0 {
				now.points = append(now.points, at[0])
			}
			now.points = curve(now.points, at[0], at[1], at[2])
		case 'Z':
			if len(now.points) == 0 {
				continue
			}
			start := now.points[0]
			now.closed = true
			finish()
			now.points = append(now.points, start)
		}
	}
	finish()
	return lines, nil
}

// curve adds the chords of a cubic Bézier curve from the last of the points.
func curve(points []scene.Point, c1, c2, end scene.Point) []scene.Point {
	start := points[len(points)-1]
	bend := math.Sqrt(max(bending(start, c1, c2), bending(c1, c2, end)))
	chords := int(min(math.Ceil(math.Sqrt(bend*0.75/tolerance)), mostChords))
	for i := 1; i < chords; i++ {
		t := float64(i) / float64(chords)
		a, b, c := between(start, c1, t), between(c1, c2, t), between(c2, end, t)
		points = append(points, between(between(a, b, t), between(b, c, t), t))
	}
	return append(points, end)
}

// bending is the square of the second difference of three points.
func bending(a, b, c scene.Point) float64 {
	x, y := a.X-float64(2*b.X)+c.X, a.Y-float64(2*b.Y)+c.Y
	return float64(x*x) + float64(y*y)
}

func between(a, b scene.Point, t float64) scene.Point {
	return scene.Point{X: a.X + float64((b.X-a.X)*t), Y: a.Y + float64((b.Y-a.Y)*t)}
}

func distance(a, b scene.Point) float64 {
	x, y := b.X-a.X, b.Y-a.Y
	return math.Sqrt(float64(x*x) + float64(y*y))
}
