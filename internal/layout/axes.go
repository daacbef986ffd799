package layout

import "example.org/graphgen/internal/layout/geometry"

// axes reads positions along the ranks and across them.
type axes struct {
	sideways  bool // ranks follow each other from left to right, or the other way
	backwards bool // from right to left, or from the bottom to the top
}

func axesOf(direction Direction) axes {
	return axes{
		sideways:  direction == LeftRight || direction == RightLeft,
		backwards: direction == RightLeft || direction == BottomTop,
	}
}

// along is where a point is from rank to rank, growing from the first to the last.
func (a axes) along(p Point) float64 {
	v := p.Y
	if a.sideways {
		v = p.X
	}
	if a.backwards {
		return -v
	}
	return v
}

// across is where a point is in its rank.
func (a axes) across(p Point) float64 {
	if a.sideways {
		return p.Y
	}
	return p.X
}

// crossing is where across a polyline first passes a rank, given by where that is along.
func (a axes) crossing(course geometry.Polyline, along float64) (across float64, passes bool) {
	for i := 1; i < len(course.Points); i++ {
		p, q := course.Points[i-1], course.Points[i]
		from, to := a.along(p)-along, a.along(q)-along
		if from == to || from > 0 && to > 0 || from < 0 && to < 0 {
			continue
		}
		part := from / (from - to)
		return a.across(p) + float64(part*(a.across(q)-a.across(p))), true
	}
	return 0, false
}
