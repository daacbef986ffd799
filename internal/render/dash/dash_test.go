package dash_test

import (
	"fmt"
	"testing"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/render/dash"
	"example.org/graphgen/internal/render/scene"
)

func TestOf(t *testing.T) {
	firm := map[entities.Standing]bool{entities.Record: true, entities.Stated: true}
	broken := map[scene.Dash]entities.Standing{}
	for _, s := range []entities.Standing{entities.Record, entities.Stated, entities.Alleged, entities.Contested, entities.Lapsed, entities.Rumoured, "", "unheard of"} {
		d := dash.Of(s)
		if firm[s] != (d == scene.Solid) {
			t.Errorf("%q is drawn as %v", s, d)
		}
		if other, taken := broken[d]; taken && d != scene.Solid && d != scene.Sparse {
			t.Errorf("%q is drawn as %q is", s, other)
		}
		broken[d] = s
	}
}

func ExampleOf() {
	fmt.Println(dash.Of(entities.Stated) == scene.Solid, dash.Of(entities.Alleged) == scene.Dashed)
	// Output: true true
}
