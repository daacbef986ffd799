package raster

import (
	"image"
	"image/color"
	"image/draw"
	"math"
	"slices"
	"testing"

	"example.org/graphgen/internal/render/scene"
)

// covered returns how many pixels' worth of area the outlines cover.
func covered(outlines []polyline) float64 {
	picture := image.NewRGBA(image.Rect(0, 0, 200, 200))
	draw.Draw(picture, picture.Rect, image.NewUniform(color.White), image.Point{}, draw.Src)
	var m mask
	m.fill(picture, newFilling(outlines, color.RGBA{A: 255}))
	area := 0.0
	for i := 0; i < len(picture.Pix); i += 4 {
		area += float64(255-picture.Pix[i]) / 255
	}
	return area
}

func through(closed bool, points ...scene.Point) polyline { return polyline{points, closed} }

// What a pen covers is known from geometry.
func TestStrokedArea(t *testing.T) {
	at := func(x, y float64) scene.Point { return scene.Point{X: x, Y: y} }
	circle, err := flatten(scene.Ellipse(20, 20, 160, 160), transform{scale: 1})
	if err != nil {
		t.Fatal(err)
	}
	corner := through(false, at(20, 20), at(120, 20), at(120, 120))
	spike := through(false, at(20, 100), at(120, 100), at(20, 102))
	for name, test := range map[string]struct {
		pen  pen
		line polyline
		area float64
	}{
		"a line":                  {pen{width: 10}, through(false, at(20, 50), at(120, 50)), 1000},
		"a slanting line":         {pen{width: 10}, through(false, at(20, 20), at(80, 100)), 1000},
		"a thin line":             {pen{width: 0.5}, through(false, at(20, 50.3), at(120, 50.3)), 50},
		"round ends":              {pen{width: 10, roundEnds: true}, through(false, at(20, 50), at(120, 50)), 1000 + 25*math.Pi},
		"a dot":                   {pen{width: 10, roundEnds: true}, through(false, at(50, 50), at(50, 50)), 25 * math.Pi},
		"no dot without ends":     {pen{width: 10}, through(false, at(50, 50), at(50, 50)), 0},
		"a mitred corner":         {pen{width: 10}, corner, 2000},
		"a round corner":          {pen{width: 10, roundJoins: true}, corner, 2000 - 25 + 25*math.Pi/4},
		"a corner the other way":  {pen{width: 10}, through(false, at(120, 120), at(120, 20), at(20, 20)), 2000},
		"a corner that is cut":    {pen{width: 10}, spike, 100*10 + 100*2/2},
		"a square":                {pen{width: 10}, through(true, at(50, 50), at(150, 50), at(150, 150), at(50, 150)), 110*110 - 90*90},
		"a square, end on start":  {pen{width: 10}, through(true, at(50, 50), at(150, 50), at(150, 150), at(50, 150), at(50, 50)), 110*110 - 90*90},
		"a circle":                {pen{width: 10}, circle[0], math.Pi * (85*85 - 75*75)},
		"a line on the same line": {pen{width: 10}, through(false, at(20, 50), at(70, 50), at(120, 50)), 1000},
	} {
		if got := covered(test.pen.stroke([]polyline{test.line})); math.Abs(got-test.area) > 0.5+test.area/300 {
			t.Errorf("%s covers %.2f, want %.2f", name, got, test.area)
		}
	}
}

// Where outlines that turn opposite ways overlap, the nonzero rule has a hole.
func TestFillIsNonzero(t *testing.T) {
	around := func(x, size float64) polyline {
		return through(true, scene.Point{X: x, Y: x}, scene.Point{X: x + size, Y: x}, scene.Point{X: x + size, Y: x + size}, scene.Point{X: x, Y: x + size})
	}
	inner := around(40, 20)
	if got := covered([]polyline{around(10, 80), inner}); got != 6400 {
		t.Errorf("two that turn the same way cover %v", got)
	}
	slices.Reverse(inner.points)
	if got := covered([]polyline{around(10, 80), inner}); got != 6000 {
		t.Errorf("two that turn opposite ways cover %v", got)
	}
	if got := covered([]polyline{around(-50, 1000)}); got != 200*200 {
		t.Errorf("one around the picture covers %v", got)
	}
}

func TestDash(t *testing.T) {
	at := func(x float64) scene.Point { return scene.Point{X: x} }
	lengths := func(lines []polyline) []float64 {
		var all []float64
		for _, line := range lines {
			length := 0.0
			for i := 1; i < len(line.points); i++ {
				length += distance(line.points[i-1], line.points[i])
			}
			all = append(all, length)
		}
		return all
	}
	for name, test := range map[string]struct {
		line    polyline
		pattern []float64
		want    []float64
	}{
		"solid":              {through(false, at(0), at(10)), nil, []float64{10}},
		"no lengths":         {through(false, at(0), at(10)), []float64{0, 0}, []float64{10}},
		"dashes":             {through(false, at(0), at(10)), []float64{3, 2}, []float64{3, 3}},
		"a dash is cut":      {through(false, at(0), at(11)), []float64{3, 2}, []float64{3, 3, 1}},
		"around a corner":    {through(false, at(0), at(1), at(2), at(10)), []float64{3, 2}, []float64{3, 3}},
		"dots":               {through(false, at(0), at(10)), []float64{0, 4}, []float64{0, 0, 0}},
		"shorter than one":   {through(false, at(0), at(2)), []float64{3, 2}, []float64{2}},
		"a closed line":      {through(true, at(0), at(5)), []float64{3, 1}, []float64{5, 3}},
		"closed, gap at end": {through(true, at(0), at(5)), []float64{3, 2}, []float64{3, 3}},
	} {
		got := lengths(dash([]polyline{test.line}, test.pattern))
		if !slices.EqualFunc(got, test.want, func(a, b float64) bool { return math.Abs(a-b) < 1e-9 }) {
			t.Errorf("%s: dashes of %v, want %v", name, got, test.want)
		}
	}
}

func TestFlatten(t *testing.T) {
	lines, err := flatten(scene.Ellipse(0, 0, 100, 100), transform{scale: 2, dx: 5, dy: 7})
	if err != nil {
		t.Fatal(err)
	}
	if len(lines) != 1 || !lines[0].closed {
		t.Fatalf("an ellipse is %d lines", len(lines))
	}
	for _, p := range lines[0].points {
		if off := distance(p, scene.Point{X: 105, Y: 107}) - 100; math.Abs(off) > 0.1 {
			t.Errorf("%v is %.3f px off the circle", p, off)
		}
	}
	for name, test := range map[string]struct {
		path scene.Path
		want int
	}{
		"nothing":         {nil, 0},
		"a place":         {scene.Path{}.Move(scene.Point{}), 0},
		"two lines":       {scene.Path{}.Move(scene.Point{}).Line(scene.Point{X: 1}).Move(scene.Point{}).Line(scene.Point{X: 1}), 2},
		"after closing":   {scene.Polygon(scene.Point{}, scene.Point{X: 1}).Line(scene.Point{Y: 1}), 2},
		"closed alone":    {scene.Path{}.Close(), 0},
		"no start":        {scene.Path{}.Line(scene.Point{}).Line(scene.Point{X: 1}), 1},
		"a curve at once": {scene.Path{}.Curve(scene.Point{}, scene.Point{X: 9}, scene.Point{X: 1}), 1},
	} {
		lines, err := flatten(test.path, transform{scale: 1})
		if err != nil || len(lines) != test.want {
			t.Errorf("%s is %d lines, %v", name, len(lines), err)
		}
	}
}
