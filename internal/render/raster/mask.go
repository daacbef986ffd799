package raster

import (
	"image"
	"image/color"
	"math"

	"example.org/graphgen/internal/render/scene"
)

// mask fills outlines by adding up signed areas: each edge adds what it covers of the pixels
// that it crosses, and what is left over to the next one, so that the sum over a row up to a
// pixel is how much of it is covered. (R. Levien, "Inside the fastest font renderer in the
// world"; golang.org/x/image/vector does the same, but adds in another order on amd64 and so
// comes to other pixels there.) Its zero value is ready.
type mask struct {
	width, height int
	areas         []float64 // width+1 to a row
}

// extent is the rectangle around an outline.
type extent struct{ left, top, right, bottom float64 }

func extentOf(points []scene.Point) extent {
	e := extent{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, p := range points {
		e.left, e.right = min(e.left, p.X), max(e.right, p.X)
		e.top, e.bottom = min(e.top, p.Y), max(e.bottom, p.Y)
	}
	return e
}

// filling is outlines whose inside, taken together by the nonzero rule, has a colour. Each
// outline is taken as closed.
type filling struct {
	outlines    []polyline
	extents     []extent // of each outline
	top, bottom float64  // of all
	with        color.RGBA
}

func newFilling(outlines []polyline, with color.RGBA) filling {
	f := filling{outlines, make([]extent, len(outlines)), math.Inf(1), math.Inf(-1), with}
	for i, o := range outlines {
		e := extentOf(o.points)
		f.extents[i] = e
		f.top, f.bottom = min(f.top, e.top), max(f.bottom, e.bottom)
	}
	return f
}

// fill covers what of the outlines lies in a band.
func (m *mask) fill(band *image.RGBA, f filling) {
	top, bottom, edge := float64(band.Rect.Min.Y), float64(band.Rect.Max.Y), float64(band.Rect.Max.X)
	if f.top >= bottom || f.bottom <= top {
		return
	}
	touches := func(e extent) bool { return e.top < bottom && e.bottom > top && e.right > 0 && e.left < edge }
	left, right := edge, 0.0
	for _, e := range f.extents {
		if touches(e) {
			left, right = min(left, e.left), max(right, e.right)
		}
	}
	left, right = math.Floor(max(left, 0)), math.Ceil(min(right, edge))
	if left >= right {
		return
	}
	m.reset(int(right-left), band.Rect.Dy())
	at := func(p scene.Point) scene.Point { return scene.Point{X: p.X - left, Y: p.Y - top} }
	for i, o := range f.outlines {
		if !touches(f.extents[i]) {
			continue
		}
		before := at(o.points[len(o.points)-1])
		for _, p := range o.points {
			now := at(p)
			m.edge(before, now)
			before = now
		}
	}
	m.paint(band, int(left), f.with)
}

func (m *mask) reset(width, height int) {
	m.width, m.height = width, height
	n := (width + 1) * height
	if n > cap(m.areas) {
		m.areas = make([]float64, n)
	}
	m.areas = m.areas[:n]
	clear(m.areas)
}

// edge adds a line of an outline.
func (m *mask) edge(a, b scene.Point) {
	direction := 1.0
	if a.Y > b.Y {
		direction, a, b = -1, b, a
	}
	if a.Y == b.Y {
		return
	}
	slope := (b.X - a.X) / (b.Y - a.Y)
	end := int(math.Ceil(min(b.Y, float64(m.height))))
	for y := int(math.Floor(max(a.Y, 0))); y < end; y++ {
		top, bottom := max(float64(y), a.Y), min(float64(y+1), b.Y)
		from, to := a.X+float64((top-a.Y)*slope), a.X+float64((bottom-a.Y)*slope)
		m.span(m.areas[y*(m.width+1):(y+1)*(m.width+1)], min(from, to), max(from, to), float64((bottom-top)*direction))
	}
}

// span adds a piece of an edge that lies within one row, from left to right, with the height
// that it covers there.
func (m *mask) span(row []float64, left, right, height float64) {
	share := 0.0 // of the height, to a pixel of the way from left to right
	if right > left {
		share = height / (right - left)
	}
	edge := float64(m.width)
	switch {
	case left >= edge:
		return
	case right <= 0:
		row[0] += height
		return
	case left < 0:
		row[0] -= float64(left * share)
		height += float64(left * share)
		left = 0
	}
	for i := int(left); i < m.width; i++ {
		start, end := max(left, float64(i)), min(right, float64(i+1))
		part := height // all of it, if it lies in one pixel
		if left < float64(i) || right > float64(i+1) {
			part = float64((end - start) * share)
		}
		outside := float64(part * ((start+end)/2 - float64(i))) // the part left of the edge
		row[i] += part - outside
		row[i+1] += outside
		if right <= float64(i+1) {
			return
		}
	}
}

// paint lays a colour over a band as far as its pixels are covered. Most pixels have no edge
// in them and are covered as their neighbour is, all or not at all.
func (m *mask) paint(band *image.RGBA, left int, with color.RGBA) {
	for y := range m.height {
		covered, alpha := 0.0, uint32(0)
		pixels := band.Pix[band.PixOffset(left, band.Rect.Min.Y+y):]
		for x, area := range m.areas[y*(m.width+1) : (y+1)*(m.width+1)-1] {
			if area != 0 {
				covered += area
				alpha = uint32(float64(min(math.Abs(covered), 1)*255) + 0.5)
			}
			if alpha == 0 {
				continue
			}
			pixel := pixels[4*x : 4*x+3 : 4*x+3]
			if alpha == 255 {
				pixel[0], pixel[1], pixel[2] = with.R, with.G, with.B
				continue
			}
			for i, value := range [3]uint8{with.R, with.G, with.B} {
				pixel[i] = uint8((uint32(value)*alpha + uint32(pixel[i])*(255-alpha) + 127) / 255)
			}
		}
	}
}
