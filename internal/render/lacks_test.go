package render

import (
	"errors"
	"testing"

	"example.org/graphgen/internal/render/raster"
	"example.org/graphgen/internal/render/scene"
	"example.org/graphgen/internal/render/typeset"
)

// Pixels that would be too many are lacking by themselves: at twice the size, or at both.
func TestPixelsThatAreTooMany(t *testing.T) {
	r := &Renderer{measure: typeset.New()}
	for side, lacking := range map[float64]int{100: 0, 6000: 1, 20_000: 2} {
		drawing := &Drawing{SVG: []byte("<svg/>")}
		r.pixels(&scene.Scene{ID: "v", Width: side, Height: side}, drawing)
		if len(drawing.Lacks) != lacking || (drawing.PNG != nil) != (lacking < 2) || (drawing.PNG2x != nil) != (lacking < 1) {
			t.Errorf("%v pixels a side: %v", side, drawing.Lacks)
		}
		for _, lack := range drawing.Lacks {
			var large raster.TooLargeError
			if !errors.As(lack.Err, &large) {
				t.Errorf("%s: %v", lack.Output, lack.Err)
			}
		}
	}
}
