package render

import (
	"math"
	"testing"

	"example.org/graphgen/internal/render/scene"
)

// Chevrons stand in the middle of gaps, so that no sliver of a dash is left beside them.
func TestChevronsStandInGaps(t *testing.T) {
	for _, dash := range []scene.Dash{scene.Solid, scene.Dashed, scene.Uneven, scene.Dotted, scene.Sparse} {
		pattern := dash.Pattern(flowWidth)
		for _, length := range []float64{5, 22, 40, 120, 333.3} {
			places := chevronPlaces(length, pattern)
			if len(places) == 0 || len(places) > int(length/chevronEvery)+2 {
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
