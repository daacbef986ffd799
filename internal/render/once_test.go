package render_test

import (
	"maps"
	"testing"

	"example.org/graphgen/internal/article"
	"example.org/graphgen/internal/render"
	"example.org/graphgen/internal/wording"
)

// Whatever is made of a view, each part of its words is worded once, for its pictures, its pixels,
// its card and all forms of its article together, and it is laid out once for all pictures that
// have the same words on them.
func TestABundleIsWordedAndLaidOutOnce(t *testing.T) {
	c := loadMill(t)
	for i := range c.Views {
		x, v := viewOf(c, &c.Views[i])
		engine := newEngine(t)
		draw := func(set func(*render.Renderer)) (*render.Drawing, map[wording.Part]int, int) {
			worded, before := map[wording.Part]int{}, engine.Layouts()
			r := render.New(x, engine, "")
			r.Trace(func(p wording.Part) { worded[p]++ })
			set(r)
			drawing, err := r.Draw(t.Context(), v)
			if err != nil {
				t.Fatal(err)
			}
			if r.Prefix != "" && r.PNG && r.Card {
				if _, err := (&article.Article{View: v, Describer: drawing.Describer, Drawing: drawing, Name: "v"}).Files(); err != nil {
					t.Fatal(err)
				}
			}
			return drawing, worded, engine.Layouts() - before
		}
		_, worded, alone := draw(func(*render.Renderer) {})
		if !maps.Equal(worded, map[wording.Part]int{wording.NotesPart: 1}) {
			t.Errorf("view %s: for its pictures it is worded %v", v.Spec.ID, worded)
		}
		_, _, shared := draw(func(r *render.Renderer) { r.Prefix, r.PNG = "gg-", true })
		if shared != alone {
			t.Errorf("view %s: alone it takes %d layouts, with pictures for a page and pixels %d", v.Spec.ID, alone, shared)
		}
		_, worded, whole := draw(func(r *render.Renderer) { r.Prefix, r.PNG, r.Card = "gg-", true, true })
		want := map[wording.Part]int{wording.NotesPart: 1, wording.DescriptionPart: 1, wording.TablesPart: 1, wording.AltPart: 1}
		if !maps.Equal(worded, want) {
			t.Errorf("view %s: for its bundle it is worded %v", v.Spec.ID, worded)
		}
		_, _, card := draw(func(r *render.Renderer) { r.Card = true })
		t.Logf("view %s: %d layouts alone, %d with its card, %d with all of its bundle", v.Spec.ID, alone, card, whole)
		if whole != card {
			t.Errorf("view %s: with its card it takes %d layouts, with all of its bundle %d", v.Spec.ID, card, whole)
		}
	}
}
