// Package raster draws a scene as PNG, for places that take no SVG. It draws what package svg
// writes, in light colours: the same paths, strokes, dashes and haloes, and texts from the
// glyphs that they were measured with. It must never know what the picture is of.
//
// The same scene gives the same bytes on every processor. So every product is rounded before
// it is added to anything (a conversion to float64 keeps compilers from fusing the two), and
// no function of package math is used that is not exact.
package raster

import (
	"fmt"
	"math"

	"example.org/graphgen/internal/render/scene"
	"example.org/graphgen/internal/render/typeset"
)

// MostPixels is how many pixels a picture may have. Programs that show it hold it whole: this
// many take them 400 MB.
const MostPixels = 100_000_000

// TooLargeError tells that a picture would have more than MostPixels.
type TooLargeError struct{ Width, Height float64 }

func (e TooLargeError) Error() string {
	return fmt.Sprintf("a PNG of %.0f by %.0f pixels is too large: at most %d million pixels can be drawn; use a smaller scale, or the SVG",
		e.Width, e.Height, MostPixels/1_000_000)
}

// PNG returns the scene as a PNG file with scale pixels to the CSS pixel, on white. Texts are
// drawn with the fonts of m, which should be those that the scene was measured with.
func PNG(s *scene.Scene, scale float64, m *typeset.Measurer) ([]byte, error) {
	return New(s, m).PNG(scale)
}

// Picture is a scene that may be drawn at several scales. What its texts look like is worked
// out once for all of them.
type Picture struct {
	scene *scene.Scene
	texts texts
}

// New returns the picture of a scene. Texts are drawn with the fonts of m, which should be
// those that the scene was measured with.
func New(s *scene.Scene, m *typeset.Measurer) *Picture {
	return &Picture{s, texts{measure: m, known: map[textKey]outlined{}}}
}

// PNG returns the picture as a PNG file with scale pixels to the CSS pixel, on white.
func (p *Picture) PNG(scale float64) ([]byte, error) {
	s := p.scene
	if !(scale > 0) || math.IsInf(scale, 0) {
		return nil, fmt.Errorf("raster: a scene of %v by %v cannot be drawn %v to the pixel", s.Width, s.Height, scale)
	}
	width, height := math.Ceil(float64(s.Width*scale)), math.Ceil(float64(s.Height*scale))
	if !(width >= 1 && height >= 1) {
		return nil, fmt.Errorf("raster: no picture has %v by %v pixels", width, height)
	}
	if float64(width*height) > MostPixels {
		return nil, TooLargeError{width, height}
	}
	c := &canvas{to: transform{scale: scale}, texts: &p.texts}
	if err := c.items(s.Items); err != nil {
		return nil, fmt.Errorf("raster: %w", err)
	}
	file, err := encode(int(width), int(height), c.rows(int(width), int(height)))
	if err != nil {
		return nil, fmt.Errorf("raster: %w", err)
	}
	return file, nil
}

// transform takes places of the scene to places of the picture.
type transform struct{ scale, dx, dy float64 }

func (t transform) apply(p scene.Point) scene.Point {
	return scene.Point{X: float64(p.X*t.scale) + t.dx, Y: float64(p.Y*t.scale) + t.dy}
}
