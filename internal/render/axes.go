package render

import (
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/layout/graphviz"
)

// axes reads a layout along its ranks and across them.
type axes struct {
	sideways  bool // ranks follow each other from left to right, or the other way
	backwards bool // from right to left, or from the bottom to the top
}

func axesOf(direction entities.Direction) axes {
	return axes{
		sideways:  direction == entities.LeftRight || direction == entities.RightLeft,
		backwards: direction == entities.RightLeft || direction == entities.BottomTop,
	}
}

// along is where a node's middle is from rank to rank, growing from the first to the last.
func (a axes) along(n graphviz.Node) float64 {
	v := n.Y
	if a.sideways {
		v = n.X
	}
	if a.backwards {
		return -v
	}
	return v
}

// across is where a node's middle is in its rank.
func (a axes) across(n graphviz.Node) float64 {
	if a.sideways {
		return n.Y
	}
	return n.X
}

// crossing is where across a line first passes a rank, given by where that is along.
func (a axes) crossing(line run, along float64) (across float64, passes bool) {
	node := func(p graphviz.Point) graphviz.Node { return graphviz.Node{X: p.X, Y: p.Y} }
	for i := 1; i < len(line.points); i++ {
		p, q := node(line.points[i-1]), node(line.points[i])
		from, to := a.along(p)-along, a.along(q)-along
		if from == to || from > 0 && to > 0 || from < 0 && to < 0 {
			continue
		}
		part := from / (from - to)
		return a.across(p) + float64(part*(a.across(q)-a.across(p))), true
	}
	return 0, false
}
