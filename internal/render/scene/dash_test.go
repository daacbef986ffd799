package scene_test

import (
	"slices"
	"testing"

	"example.org/graphgen/internal/render/scene"
)

func TestPattern(t *testing.T) {
	for _, test := range []struct {
		dash  scene.Dash
		width float64
		want  []float64
		round bool
	}{
		{scene.Solid, 2, nil, false},
		{scene.Dashed, 1.5, []float64{7.5, 5}, false},
		{scene.Dashed, 1.25, []float64{6.8, 4.5}, false},
		{scene.Dotted, 2, []float64{0, 5.5}, true},
		{scene.Dotted, 1.13, []float64{0, 3.8}, true},
	} {
		if got := test.dash.Pattern(test.width); !slices.Equal(got, test.want) || test.dash.RoundEnds() != test.round {
			t.Errorf("%v of %v px is broken at %v, round %v; want %v, %v", test.dash, test.width, got, test.dash.RoundEnds(), test.want, test.round)
		}
	}
}
