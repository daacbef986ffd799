// Package raster draws a scene as PNG, for places that take no SVG. It draws what package svg
// writes, in light colours: the same paths, strokes, dashes and haloes, and texts from the
// glyphs that they were measured with. It must never know what the picture is of.
//
// The same scene gives the same bytes on every processor. So every product is rounded before
// it is added to anything (a conversion to float64 keeps compilers from fusing the two), and
// no function of package math is used that is not exact.
package raster

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math"

	"example.org/graphgen/internal/render/scene"
	"example.org/graphgen/internal/render/typeset"
)

// MostPixels is how many pixels a picture may have: 400 MB of memory while it is drawn.
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
	c := &canvas{image: image.NewRGBA(image.Rect(0, 0, int(width), int(height))), to: transform{scale: scale}, measure: m}
	draw.Draw(c.image, c.image.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	if err := c.items(s.Items); err != nil {
		return nil, fmt.Errorf("raster: %w", err)
	}
	var file bytes.Buffer
	if err := png.Encode(&file, c.image); err != nil {
		return nil, fmt.Errorf("raster: %w", err)
	}
	return file.Bytes(), nil
}

// transform takes places of the scene to places of the picture.
type transform struct{ scale, dx, dy float64 }

func (t transform) apply(p scene.Point) scene.Point {
	return scene.Point{X: float64(p.X*t.scale) + t.dx, Y: float64(p.Y*t.scale) + t.dy}
}
