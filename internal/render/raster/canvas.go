package raster

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"iter"
	"math"
	"strconv"

	"example.org/graphgen/internal/render/scene"
	"example.org/graphgen/internal/render/typeset"
)

// canvas gathers what is to be filled in a picture of one scale, and fills it.
type canvas struct {
	to    transform
	texts *texts
	fills []filling // from the lowest to the topmost
}

// bandHeight is how many rows are filled at a time. Few, so that the picture is never in memory
// whole, and a long slanting line need not have all of the picture around it looked at.
const bandHeight = 32

// rows yields the rows of the picture from the top, each as red, green, blue and 255 a pixel.
// A row is valid until the next one is asked for.
func (c *canvas) rows(width, height int) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		var m mask
		pixels := make([]byte, 4*width*bandHeight)
		white := bytes.Repeat([]byte{0xff}, len(pixels))
		for top := 0; top < height; top += bandHeight {
			copy(pixels, white)
			band := &image.RGBA{Pix: pixels, Stride: 4 * width, Rect: image.Rect(0, top, width, min(top+bandHeight, height))}
			for _, f := range c.fills {
				m.fill(band, f)
			}
			for y := range band.Rect.Dy() {
				if !yield(pixels[y*band.Stride:][:band.Stride]) {
					return
				}
			}
		}
	}
}

// texts draws texts as outlines in CSS pixels, each once.
type texts struct {
	measure *typeset.Measurer
	known   map[textKey]outlined
}

type textKey struct {
	value string
	style typeset.Style
}

type outlined struct {
	path  scene.Path
	width float64
}

func (t *texts) outline(key textKey) outlined {
	o, ok := t.known[key]
	if !ok {
		o.path, o.width = t.measure.Outline(key.value, key.style)
		t.known[key] = o
	}
	return o
}

func (c *canvas) items(items []scene.Item) error {
	for _, item := range items {
		var err error
		switch it := item.(type) {
		case *scene.Group:
			err = c.items(it.Items)
		case scene.Shape:
			err = c.shape(it)
		case scene.Text:
			err = c.text(it)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (c *canvas) shape(s scene.Shape) error {
	lines, err := flatten(s.Path, c.to)
	if err != nil {
		return err
	}
	if err := c.fill(lines, s.Fill); err != nil {
		return err
	}
	if s.Stroke == (scene.Colour{}) {
		return nil
	}
	p := pen{width: float64(s.Width * c.to.scale), roundEnds: s.Dash.RoundEnds()}
	if !(p.width > 0) {
		return within(s.Width)
	}
	var dashes []float64
	for _, length := range s.Dash.Pattern(s.Width) {
		dashes = append(dashes, float64(length*c.to.scale))
	}
	return c.fill(p.stroke(dash(lines, dashes)), s.Stroke)
}

// text draws a text over its halo.
func (c *canvas) text(t scene.Text) error {
	if err := within(t.X, t.Y, t.Size); err != nil {
		return err
	}
	drawn := c.texts.outline(textKey{t.Value, typeset.Style{Size: t.Size, Bold: t.Bold, RightToLeft: t.RightToLeft}})
	start := scene.Point{X: t.X, Y: t.Y}
	switch t.Anchor {
	case scene.Middle:
		start.X -= drawn.width / 2
	case scene.Right:
		start.X -= drawn.width
	}
	start = c.to.apply(start)
	lines, err := flatten(drawn.path, transform{scale: c.to.scale, dx: start.X, dy: start.Y})
	if err != nil {
		return err
	}
	if t.Halo != (scene.Colour{}) {
		halo := pen{width: float64(scene.HaloWidth * c.to.scale), roundJoins: true}
		if err := c.fill(halo.stroke(lines), t.Halo); err != nil {
			return err
		}
	}
	return c.fill(lines, t.Fill)
}

// fill has the inside of the outlines, by the nonzero rule, covered with a colour.
func (c *canvas) fill(lines []polyline, with scene.Colour) error {
	if with == (scene.Colour{}) {
		return nil
	}
	paint, err := resolve(with)
	if err != nil {
		return err
	}
	c.fills = append(c.fills, newFilling(lines, paint))
	return nil
}

// resolve returns the colour that a picture for light surroundings has.
func resolve(c scene.Colour) (color.RGBA, error) {
	if len(c.Light) == 7 && c.Light[0] == '#' {
		if rgb, err := strconv.ParseUint(c.Light[1:], 16, 24); err == nil {
			return color.RGBA{R: uint8(rgb >> 16), G: uint8(rgb >> 8), B: uint8(rgb), A: 255}, nil
		}
	}
	return color.RGBA{}, fmt.Errorf("colour %q is %q, which is not #rrggbb", c.Name, c.Light)
}

// farthest is how far from the picture's corner a place may be, in pixels: more than any that
// can be seen, and few enough to be counted through.
const farthest = 1 << 20

// within refuses a number that is no place in a picture.
func within(numbers ...float64) error {
	for _, f := range numbers {
		if !(math.Abs(f) <= farthest) {
			return fmt.Errorf("%v is no place in a picture", f)
		}
	}
	return nil
}
