package raster

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"testing"
)

// What is encoded is decoded by image/png to the same pixels, repeated rows and all.
func TestEncodedPixels(t *testing.T) {
	for _, size := range []image.Point{{1, 1}, {3, 1}, {1, 70}, {257, 65}} {
		want := image.NewRGBA(image.Rectangle{Max: size})
		for y := range size.Y {
			for x := range size.X {
				shade := uint8(x * (y / 4) * 37) // rows of four alike
				want.Set(x, y, color.RGBA{shade, 255 - shade, shade ^ 0x5a, 255})
			}
		}
		rows := func(yield func([]byte) bool) {
			for y := range size.Y {
				if !yield(want.Pix[y*want.Stride:][:want.Stride]) {
					return
				}
			}
		}
		file, err := encode(size.X, size.Y, rows)
		if err != nil {
			t.Fatal(err)
		}
		got, err := png.Decode(bytes.NewReader(file))
		if err != nil {
			t.Fatalf("%v: %v", size, err)
		}
		if got.Bounds() != want.Bounds() {
			t.Fatalf("%v is decoded as %v", size, got.Bounds())
		}
		for y := range size.Y {
			for x := range size.X {
				if a, b := color.RGBAModel.Convert(got.At(x, y)), want.At(x, y); a != b {
					t.Fatalf("%v: pixel %d, %d is %v, want %v", size, x, y, a, b)
				}
			}
		}
	}
}
