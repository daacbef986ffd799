package render

import (
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/render/scene"
)

// symbolSize is the side of the square that a symbol is drawn in, and symbolGap what keeps it
// from the words, in CSS pixels.
const (
	symbolSize = 16.0
	symbolGap  = 4.0
)

// symbols are small drawings beside names, so that a reader who knows no outline still sees
// what is a person and what a ministry. Each is drawn by strokes in a square of 16 by 16.
var symbols = map[entities.EntityType]scene.Path{
	entities.Person: join(
		disc(8, 5, 3.1),
		scene.Path{}.Move(pt(2.4, 14.5)).Curve(pt(2.4, 10.8), pt(4.6, 9.6), pt(8, 9.6)).Curve(pt(11.4, 9.6), pt(13.6, 10.8), pt(13.6, 14.5)).Close()),
	entities.Group: join(
		disc(5.4, 5.4, 2.5),
		scene.Path{}.Move(pt(0.9, 14)).Curve(pt(0.9, 10.6), pt(2.8, 9.4), pt(5.4, 9.4)).Curve(pt(8, 9.4), pt(9.9, 10.6), pt(9.9, 14)).Close(),
		scene.Path{}.Move(pt(9.6, 2.6)).Curve(pt(13.2, 1.6), pt(14, 6.6), pt(10.6, 7.6)),
		scene.Path{}.Move(pt(11.4, 9.4)).Curve(pt(13.6, 9.8), pt(15.1, 11.2), pt(15.1, 14)).Line(pt(12.6, 14))),
	entities.Office: join(
		scene.Rounded(1.8, 5, 12.4, 9, 1.2), stroke(5.8, 5, 5.8, 2.8, 10.2, 2.8, 10.2, 5), stroke(1.8, 9, 14.2, 9)),
	entities.Ministry: join(
		polygon(1.6, 6, 8, 2, 14.4, 6), stroke(4, 6.4, 4, 12), stroke(8, 6.4, 8, 12), stroke(12, 6.4, 12, 12),
		stroke(2.4, 12, 13.6, 12), stroke(1.6, 14.2, 14.4, 14.2)),
	entities.Government: join(
		scene.Path{}.Move(pt(4, 9)).Curve(pt(4, 4.4), pt(12, 4.4), pt(12, 9)),
		stroke(2.2, 9, 13.8, 9), stroke(3.6, 9, 3.6, 14.2), stroke(12.4, 9, 12.4, 14.2), stroke(1.6, 14.2, 14.4, 14.2),
		stroke(8, 5.4, 8, 1.4, 11, 2.6, 8, 3.6)),
	entities.Agency: scene.Path{}.Move(pt(8, 1.5)).Line(pt(13.6, 3.4)).Curve(pt(13.6, 9), pt(12, 12.6), pt(8, 14.6)).
		Curve(pt(4, 12.6), pt(2.4, 9), pt(2.4, 3.4)).Close(),
	entities.Committee: join(
		disc(8, 8.6, 2.9), disc(8, 2.5, 1.3), disc(13.7, 6.6, 1.3), disc(11.6, 13.4, 1.3), disc(4.4, 13.4, 1.3), disc(2.3, 6.6, 1.3)),
	entities.Organization: join(
		polygon(2.4, 14.2, 2.4, 2, 9.4, 2, 9.4, 14.2), polygon(9.4, 14.2, 9.4, 6.4, 13.8, 6.4, 13.8, 14.2),
		stroke(4.6, 5, 7.2, 5), stroke(4.6, 8, 7.2, 8), stroke(4.6, 11, 7.2, 11)),
	entities.Media: join(
		scene.Rounded(1.6, 2.6, 12.8, 11, 1), stroke(4, 5.6, 12, 5.6), stroke(4, 8.4, 7, 8.4), stroke(4, 11, 7, 11),
		polygon(9, 8.2, 12, 8.2, 12, 11.2, 9, 11.2)),
	entities.Country: join(
		stroke(3.2, 1.4, 3.2, 14.8), polygon(3.2, 2.4, 13.4, 2.4, 10.8, 5.6, 13.4, 8.8, 3.2, 8.8)),
	entities.Region: join(
		disc(8, 8, 6.3), scene.Ellipse(5.2, 1.7, 5.6, 12.6), stroke(1.7, 8, 14.3, 8)),
	entities.Locality: join(
		scene.Path{}.Move(pt(8, 14.8)).Curve(pt(4.6, 10.4), pt(3, 8.6), pt(3, 6.3)).Curve(pt(3, 3.4), pt(5.2, 1.4), pt(8, 1.4)).
			Curve(pt(10.8, 1.4), pt(13, 3.4), pt(13, 6.3)).Curve(pt(13, 8.6), pt(11.4, 10.4), pt(8, 14.8)).Close(),
		disc(8, 6.3, 1.8)),
	entities.Asset: join(
		polygon(4.4, 2.4, 11.6, 2.4, 14.6, 6.4, 8, 14.4, 1.4, 6.4), stroke(1.4, 6.4, 14.6, 6.4), stroke(5.4, 6.4, 8, 14.4, 10.6, 6.4, 8, 2.4, 5.4, 6.4)),
	entities.Law: join(
		stroke(8, 1.8, 8, 14.2), stroke(5, 14.2, 11, 14.2), stroke(2.8, 4, 13.2, 4), stroke(1, 9.4, 2.8, 4, 4.8, 9.4), stroke(11.2, 9.4, 13.2, 4, 15, 9.4),
		scene.Path{}.Move(pt(0.9, 9.4)).Curve(pt(1.4, 12), pt(4.4, 12), pt(4.9, 9.4)).Close(),
		scene.Path{}.Move(pt(11.1, 9.4)).Curve(pt(11.6, 12), pt(14.6, 12), pt(15.1, 9.4)).Close()),
	entities.Document: join(
		polygon(3.4, 1.5, 9.6, 1.5, 12.6, 4.5, 12.6, 14.5, 3.4, 14.5), stroke(5.8, 7, 10.2, 7), stroke(5.8, 9.4, 10.2, 9.4), stroke(5.8, 11.8, 8.6, 11.8)),
	entities.Event: join(
		scene.Rounded(2, 3.4, 12, 11, 1.2), stroke(2, 7, 14, 7), stroke(5.2, 1.8, 5.2, 4.8), stroke(10.8, 1.8, 10.8, 4.8),
		polygon(8.4, 9.4, 11.2, 9.4, 11.2, 12, 8.4, 12)),
}

func pt(x, y float64) scene.Point { return scene.Point{X: x, Y: y} }

// disc is a circle around a point.
func disc(x, y, r float64) scene.Path { return scene.Ellipse(x-r, y-r, 2*r, 2*r) }

func join(paths ...scene.Path) scene.Path {
	var all scene.Path
	for _, p := range paths {
		all = append(all, p...)
	}
	return all
}

// symbol draws the symbol of a type in the square at x, y with the given side; nothing for
// what has none.
func symbol(kind entities.EntityType, x, y, side float64, ink scene.Colour) []scene.Item {
	strokes, ok := symbols[kind]
	if !ok {
		return nil
	}
	return []scene.Item{scene.Shape{Class: "symbol", Path: strokes.Placed(x, y, side/symbolSize), Stroke: ink, Width: 1.2}}
}
