package render

import (
	"math"
	"slices"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/layout"
	"example.org/graphgen/internal/layout/geometry"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/render/scene"
)

// pen is how a line is drawn.
type pen struct {
	ink   scene.Colour
	width float64
	dash  scene.Dash
	kind  entities.FlowKind // of a flow's line: how it shows what moves
	blunt bool              // without an arrow: what it draws says the same of both ends
}

// Flows are broad. People on the move are a band with chevrons; what spreads is two thin
// lines with an open tip, since nothing leaves where it comes from.
const (
	flowWidth    = 5.0
	spreadWidth  = 2.2
	spreadApart  = 6.0 // between the middles of the two lines
	chevronEvery = 54.0
	chevronHalf  = 7.0
)

// half is how far the line reaches from its middle, with what it bears.
func (p pen) half() float64 {
	switch p.kind {
	case entities.MovingPeople, entities.MovingGoods, entities.MovingMoney:
		return chevronHalf
	case entities.Spreading:
		return (spreadApart + spreadWidth) / 2
	}
	return p.width / 2
}

func (e *edge) draw(route layout.Route, at offset) *scene.Group {
	g := &scene.Group{ID: e.ID, Class: e.class(), Title: e.title, Items: e.pen.strokes(moved(route, at))}
	if route.Label != nil {
		p := at.point(*route.Label)
		g.Items = append(g.Items, e.labels[route.Choice].words.at(p.X, p.Y, paper)...)
	}
	return g
}

func (e *edge) class() string {
	standing := " standing-" + string(e.Verdict.Standing)
	switch e.Kind {
	case network.RelationEdge:
		if e.Relation.Type == "" {
			return "edge by-hand" + standing
		}
		return "edge relation-" + e.Relation.Type + standing
	case network.FlowEdge:
		return "edge flow-" + e.Flow.ID + standing
	case network.GivesEdge:
		return "edge figure-gives" + standing
	}
	return "edge figure-disputes" + standing
}

// moved is a line's course in the picture.
func moved(route layout.Route, at offset) []layout.Spline {
	splines := make([]layout.Spline, len(route.Splines))
	for i, s := range route.Splines {
		for _, p := range s.Points {
			splines[i].Points = append(splines[i].Points, layout.Point{X: p.X + at.x, Y: p.Y + at.y})
		}
		if s.End != nil {
			splines[i].End = &layout.Point{X: s.End.X + at.x, Y: s.End.Y + at.y}
		}
	}
	return splines
}

// straightTo is a course straight across from one point to another, with a tip.
func straightTo(from, to scene.Point) []layout.Spline {
	a, tip := layout.Point(from), layout.Point(to)
	b := layout.Point{X: tip.X - 8, Y: tip.Y}
	return []layout.Spline{{Points: []layout.Point{a, a, b, b}, End: &tip}}
}

// strokes draws a line along its course.
func (p pen) strokes(splines []layout.Spline) []scene.Item {
	var items []scene.Item
	for _, s := range splines {
		if p.blunt {
			s = untipped(s)
		}
		var course geometry.Polyline // flattened only where something is set beside or on it, or it may be too short
		if p.kind != "" || p.dash != scene.Solid {
			course = geometry.Flatten([]layout.Spline{{Points: s.Points}})
		}
		width := p.brokenWidth(p.width, course.Length())
		switch p.kind {
		case entities.Spreading:
			width = p.brokenWidth(spreadWidth, course.Length())
			for _, off := range []float64{-spreadApart / 2, spreadApart / 2} {
				items = append(items, scene.Shape{Path: beside(&course, off), Stroke: p.ink, Width: width, Dash: p.dash})
			}
		default:
			items = append(items, scene.Shape{Path: curve(s), Stroke: p.ink, Width: width, Dash: p.dash})
		}
		if s.End == nil || len(s.Points) == 0 {
			continue
		}
		last := s.Points[len(s.Points)-1]
		items = append(items, p.tip(scene.Point(last), scene.Point(*s.End)))
		if p.kind != "" && p.kind != entities.Spreading {
			items = append(items, p.marks(&course)...)
		}
	}
	return items
}

// untipped is a course without its tip, which runs to where that pointed.
func untipped(s layout.Spline) layout.Spline {
	if s.End == nil || len(s.Points) == 0 {
		return s
	}
	last := s.Points[len(s.Points)-1]
	return layout.Spline{Points: append(slices.Clone(s.Points), last, *s.End, *s.End)}
}

// brokenWidth is the most that a line of a length may be broad, up to a width, and be seen to be
// broken: its pattern, which is the longer the broader it is, stands in it once and begins
// again. A line so short that one dash fills it would look like a fact.
func (p pen) brokenWidth(width, length float64) float64 {
	for width > 1 {
		pattern := p.dash.Pattern(width)
		if pattern == nil || sum(pattern)+pattern[0] <= length {
			break
		}
		width -= 0.25
	}
	return width
}

func curve(s layout.Spline) scene.Path {
	var p scene.Path
	for i, point := range s.Points {
		if i == 0 {
			p = p.Move(scene.Point(point))
		} else if i%3 == 0 {
			p = p.Curve(scene.Point(s.Points[i-2]), scene.Point(s.Points[i-1]), scene.Point(point))
		}
	}
	return p
}

// beside is the course shifted to its left by so much.
func beside(course *geometry.Polyline, off float64) scene.Path {
	var p scene.Path
	last := len(course.Points) - 1
	for i, at := range course.Points {
		before, after := course.Points[max(0, i-1)], course.Points[min(last, i+1)]
		length := geometry.Distance(before, after)
		if length == 0 {
			continue
		}
		to := scene.Point{X: at.X - float64((after.Y-before.Y)/length*off), Y: at.Y + float64((after.X-before.X)/length*off)}
		if p == nil {
			p = p.Move(to)
		} else {
			p = p.Line(to)
		}
	}
	return p
}

// marks stand along the course and show what moves: chevrons for people, which say which way too,
// crates for goods, coins for money. They stand in gaps of a broken line, and in the way of an
// unbroken one, which they clear for themselves.
func (p pen) marks(course *geometry.Polyline) []scene.Item {
	var items []scene.Item
	length := course.Length()
	for _, along := range chevronPlaces(length, p.dash.Pattern(p.width)) {
		at, way := course.At(along / length)
		corner := func(along, across float64) scene.Point {
			return scene.Point{
				X: at.X + float64(way.X*along) - float64(way.Y*across),
				Y: at.Y + float64(way.Y*along) + float64(way.X*across),
			}
		}
		mark := func(by float64) scene.Path {
			half := chevronHalf + by
			switch p.kind {
			case entities.MovingGoods: // a crate
				return scene.Polygon(corner(-half, -half), corner(half, -half), corner(half, half), corner(-half, half))
			case entities.MovingMoney: // a coin
				return scene.Ellipse(at.X-half, at.Y-half, 2*half, 2*half)
			}
			return scene.Polygon(corner(-5-by, -half), corner(by-1, -half), corner(6+by, 0), corner(by-1, half), corner(-5-by, half), corner(1-by, 0))
		}
		if p.dash == scene.Solid {
			items = append(items, scene.Shape{Fill: paper, Path: mark(2.5)})
		}
		items = append(items, scene.Shape{Fill: p.ink, Path: mark(0)})
	}
	return items
}

// chevronPlaces are how far from its beginning a line of a length has chevrons, about
// chevronEvery apart: in the middle of gaps, where it has any. An unbroken line has one in any
// case; a broken one has none unless a gap stays empty, or it would look unbroken.
func chevronPlaces(length float64, pattern []float64) []float64 {
	var first, step float64
	period := sum(pattern)
	switch {
	case pattern == nil:
		step = length / float64(max(1, int(length/chevronEvery)))
		first = step / 2
	case length < max(chevronEvery, 2*period+pattern[0]):
		return nil
	default:
		gap := pattern[0] + pattern[1]/2
		step = period * max(1, math.Round(chevronEvery/period))
		first = gap + float64(period*math.Round((min(step, length)/2-gap)/period))
		if first < gap {
			first = gap
		}
	}
	var places []float64
	for at := first; at < length-chevronHalf || len(places) == 0; at += step {
		places = append(places, at)
	}
	return places
}

func sum(lengths []float64) (total float64) {
	for _, l := range lengths {
		total += l
	}
	return total
}

// tip is the arrowhead from where the line ends to its point: open where something spreads.
func (p pen) tip(from, point scene.Point) scene.Shape {
	half := 2.4 + p.width
	if p.kind == entities.Spreading {
		head := arrowhead(from, point, spreadApart+1)
		return scene.Shape{Path: head, Fill: paper, Stroke: p.ink, Width: spreadWidth, Dash: p.dash}
	}
	return scene.Shape{Path: arrowhead(from, point, half), Fill: p.ink}
}

// arrowhead is a triangle from where the line ends, where it is so wide at either side, to its point.
func arrowhead(from, point scene.Point, half float64) scene.Path {
	dx, dy := point.X-from.X, point.Y-from.Y
	length := math.Sqrt(float64(dx*dx) + float64(dy*dy))
	if length == 0 {
		return nil
	}
	nx, ny := -dy/length*half, dx/length*half
	return scene.Polygon(scene.Point{X: from.X + nx, Y: from.Y + ny}, point, scene.Point{X: from.X - nx, Y: from.Y - ny})
}
