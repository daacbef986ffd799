package raster_test

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"math"
	"os"
	"strings"
	"testing"

	"example.org/graphgen/internal/golden"
	"example.org/graphgen/internal/render/raster"
	"example.org/graphgen/internal/render/scene"
	"example.org/graphgen/internal/render/typeset"
)

// Every processor draws the same pixels: the golden picture is drawn on amd64.
func TestPixelsAreTheSameEverywhere(t *testing.T) {
	const sampled = "testdata/sample.png"
	drawn, err := raster.PNG(sample(), 1.5, typeset.New())
	if err != nil {
		t.Fatal(err)
	}
	if golden.Updating() {
		golden.Write(t, sampled, drawn)
	}
	file, err := os.ReadFile(sampled)
	if err != nil {
		t.Fatal(err)
	}
	want, got := decode(t, file), decode(t, drawn)
	if got.Bounds() != want.Bounds() {
		t.Fatalf("drawn %v, want %v", got.Bounds(), want.Bounds())
	}
	for y := range want.Bounds().Dy() {
		for x := range want.Bounds().Dx() {
			if got.At(x, y) != want.At(x, y) {
				t.Fatalf("pixel %d, %d is %v, want %v", x, y, got.At(x, y), want.At(x, y))
			}
		}
	}
}

func shapes(items ...scene.Item) *scene.Scene {
	return &scene.Scene{ID: "v", Width: 20, Height: 10, Items: items}
}

func TestSizes(t *testing.T) {
	m := typeset.New()
	for _, test := range []struct{ scale, width, height float64 }{{1, 20, 10}, {2, 40, 20}, {1.03, 21, 11}, {0.01, 1, 1}} {
		data, err := raster.PNG(shapes(), test.scale, m)
		if err != nil {
			t.Fatal(err)
		}
		if got := decode(t, data).Bounds().Size(); got != image.Pt(int(test.width), int(test.height)) {
			t.Errorf("at scale %v the picture is %v", test.scale, got)
		}
	}
	for _, scale := range []float64{0, -1, math.NaN(), math.Inf(1)} {
		if _, err := raster.PNG(shapes(), scale, m); err == nil {
			t.Errorf("scale %v is drawn", scale)
		}
	}
	for _, s := range []*scene.Scene{{}, {Width: -1, Height: 5}, {Width: math.NaN(), Height: 5}, {Width: 5, Height: math.Inf(1)}} {
		if _, err := raster.PNG(s, 1, m); err == nil {
			t.Errorf("a scene of %v by %v is drawn", s.Width, s.Height)
		}
	}
	var large raster.TooLargeError
	_, err := raster.PNG(&scene.Scene{Width: 20_000, Height: 3_000}, 2, m)
	if !errors.As(err, &large) || !strings.Contains(err.Error(), "40000 by 6000 pixels") {
		t.Errorf("a large picture: %v", err)
	}
}

func TestWrongScenesAreRefused(t *testing.T) {
	for name, item := range map[string]scene.Item{
		"a place":         scene.Shape{Path: scene.Ellipse(0, math.NaN(), 1, 1), Fill: ink},
		"a far place":     scene.Text{X: math.Inf(1), Size: 10, Fill: ink, Value: "x"},
		"a place far off": scene.Shape{Path: scene.Ellipse(0, 1e9, 1, 1), Fill: ink},
		"a size":          scene.Text{Size: math.NaN(), Fill: ink, Value: "x"},
		"a pen":           scene.Shape{Path: scene.Ellipse(0, 0, 1, 1), Stroke: ink, Width: math.NaN()},
		"a word":          scene.Shape{Path: scene.Ellipse(0, 0, 1, 1), Fill: scene.Colour{Name: "odd", Light: "red"}},
		"no colour":       scene.Shape{Path: scene.Ellipse(0, 0, 1, 1), Stroke: scene.Colour{Name: "odd"}, Width: 1},
		"nearly colour":   scene.Text{Size: 10, Fill: scene.Colour{Name: "odd", Light: "#12345g"}, Value: "x"},
	} {
		if data, err := raster.PNG(shapes(&scene.Group{Items: []scene.Item{item}}), 1, typeset.New()); err == nil || data != nil {
			t.Errorf("%s is drawn", name)
		}
	}
}

func TestWhatIsOutsideIsNotDrawn(t *testing.T) {
	far := scene.Shape{Path: scene.Path{}.Move(scene.Point{X: -9e5, Y: -9e5}).Line(scene.Point{X: -8e5, Y: 9e5}), Stroke: ink, Width: 2}
	plain, err := raster.PNG(shapes(), 1, typeset.New())
	if err != nil {
		t.Fatal(err)
	}
	got, err := raster.PNG(shapes(far, scene.Shape{}, scene.Text{}, scene.Text{X: 5000, Size: 20, Fill: ink, Halo: ink, Value: "x"}), 1, typeset.New())
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, plain) {
		t.Error("something is drawn")
	}
}

func ExamplePNG() {
	ink := scene.Colour{Name: "ink", Light: "#000000", Dark: "#ffffff"}
	s := &scene.Scene{Width: 120, Height: 40, Items: []scene.Item{
		scene.Text{X: 60, Y: 24, Size: 14, Anchor: scene.Middle, Fill: ink, Value: "ភ្នំពេញ"},
	}}
	file, err := raster.PNG(s, 2, typeset.New())
	fmt.Println(string(file[1:4]), err)
	// Output: PNG <nil>
}

func BenchmarkPNG(b *testing.B) {
	m := typeset.New()
	for b.Loop() {
		if _, err := raster.PNG(sample(), 2, m); err != nil {
			b.Fatal(err)
		}
	}
}
