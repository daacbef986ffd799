package typeset

import (
	"math"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"

	"example.org/graphgen/internal/render/scene"
)

// glyph adds the outline of one glyph, with its origin at a place in units.
func (p *pen) glyph(t *typeface, segments []font.Segment, x, y int64) {
	place := func(at font.SegmentPoint) scene.Point {
		return p.at(x+t.fraction(at.X), y+t.fraction(at.Y))
	}
	var now scene.Point
	open := false
	for _, s := range segments {
		a, b, c := place(s.Args[0]), place(s.Args[1]), place(s.Args[2])
		switch s.Op {
		case opentype.SegmentOpMoveTo:
			if open {
				p.path = p.path.Close()
			}
			p.path, now, open = p.path.Move(a), a, true
		case opentype.SegmentOpLineTo:
			p.path, now = p.path.Line(a), a
		case opentype.SegmentOpQuadTo:
			p.path, now = p.path.Curve(toward(now, a), toward(b, a), b), b
		case opentype.SegmentOpCubeTo:
			p.path, now = p.path.Curve(a, b, c), c
		}
	}
	if open {
		p.path = p.path.Close()
	}
}

// fraction converts a place in the font's own units, which may be a fraction, to units.
func (t *typeface) fraction(at float32) int64 {
	return int64(math.Round(float64(at) * unitsPerEm / float64(t.Upem())))
}

// toward is two thirds of the way: where a quadratic curve's control point puts a cubic's.
func toward(from, control scene.Point) scene.Point {
	step := func(from, to float64) float64 { return from + float64((to-from)*2/3) }
	return scene.Point{X: step(from.X, control.X), Y: step(from.Y, control.Y)}
}
