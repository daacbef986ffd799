package render

import (
	"bytes"
	"image/png"
	"math"
	"testing"

	"example.org/graphgen/internal/entities"

	"example.org/graphgen/internal/render/raster"
	"example.org/graphgen/internal/render/scene"
	"example.org/graphgen/internal/render/typeset"
)

// Chevrons stand in the middle of gaps, so that no sliver of a dash is left beside them.
func TestChevronsStandInGaps(t *testing.T) {
	for _, dash := range []scene.Dash{scene.Solid, scene.Dashed, scene.Uneven, scene.Phantom, scene.Dotted, scene.Sparse} {
		pattern := dash.Pattern(flowWidth)
		for _, length := range []float64{5, 22, 40, 120, 333.3} {
			places := chevronPlaces(length, pattern)
			if len(places) == 0 && (dash == scene.Solid || length > 100) || len(places) > int(length/chevronEvery)+2 {
				t.Errorf("%v of %v px has %d chevrons", dash, length, len(places))
			}
			for _, at := range places {
				if at < 0 || at > length {
					t.Errorf("%v of %v px has a chevron at %v", dash, length, at)
				}
				if period := sum(pattern); period > 0 && period < length {
					into := math.Mod(at, period) - pattern[0] - pattern[1]/2
					if math.Abs(into) > 1e-6 {
						t.Errorf("%v of %v px has a chevron %v px off the middle of a gap", dash, length, into)
					}
				}
			}
		}
	}
}

// However short it is, a line that stands as no fact is seen to be broken, as pixels have it:
// in the rows of the narrow form and in the legend as in the diagram. Only a fact's is whole.
func TestShortLinesAreSeenToBeBroken(t *testing.T) {
	for _, dash := range []scene.Dash{scene.Solid, scene.Dashed, scene.Uneven, scene.Phantom, scene.Dotted, scene.Sparse} {
		for _, kind := range []entities.FlowKind{"", entities.MovingPeople, entities.MovingGoods, entities.MovingMoney, entities.Spreading} {
			for _, width := range []float64{1.5, 3, flowWidth} {
				for _, length := range []float64{rowX - 8 - trunkX, swatchWidth, 50, 62, 80, 140} {
					if dash == scene.Solid && kind != "" && kind != entities.Spreading {
						continue // whose marks clear a gap for themselves
					}
					p := pen{ink: ink, width: width, dash: dash, kind: kind}
					gaps := gapsIn(t, p, length)
					if (gaps > 0) == (dash == scene.Solid) {
						t.Errorf("dash %v of kind %q, %v px broad, has %d gaps in %v px", dash, kind, width, gaps, length)
					}
				}
			}
		}
	}
}

// gapsIn counts the gaps of two pixels and more that a straight line has between its beginning
// and its tip, along where its stroke is.
func gapsIn(t *testing.T, p pen, length float64) (gaps int) {
	t.Helper()
	const scale, left, middle = 2, 10.0, 20.0
	items := append([]scene.Item{scene.Shape{Path: scene.Rounded(0, 0, 200, 40, 0), Fill: paper}},
		p.strokes(straightTo(scene.Point{X: left, Y: middle}, scene.Point{X: left + length, Y: middle}))...)
	drawn, err := raster.PNG(&scene.Scene{Width: 200, Height: 40, Items: items}, scale, typeset.New())
	if err != nil {
		t.Fatal(err)
	}
	pixels, err := png.Decode(bytes.NewReader(drawn))
	if err != nil {
		t.Fatal(err)
	}
	y := middle
	if p.kind == entities.Spreading {
		y += spreadApart / 2
	}
	blank := 0
	for x := int(scale * (left + 1)); x < int(scale*(left+length-8)); x++ {
		if r, _, _, _ := pixels.At(x, int(scale*y)).RGBA(); r > 0xc000 {
			blank++
			continue
		}
		if blank >= 2*scale {
			gaps++
		}
		blank = 0
	}
	return gaps
}

// A line that says the same of both ends has no arrow, and reaches what it joins.
func TestMutualLinesHaveNoArrow(t *testing.T) {
	course := straightTo(scene.Point{X: 0, Y: 5}, scene.Point{X: 100, Y: 5})
	pointed := pen{ink: ink, width: 2}
	if items := pointed.strokes(course); len(items) != 2 {
		t.Fatalf("a line that points has %d shapes, want its course and its tip", len(items))
	}
	pointed.blunt = true
	items := pointed.strokes(course)
	if len(items) != 1 {
		t.Fatalf("a line that points nowhere has %d shapes", len(items))
	}
	path := items[0].(scene.Shape).Path
	if end := path[len(path)-1].Points[2]; end.X != 100 {
		t.Errorf("it ends at %v, want 100", end.X)
	}
}
