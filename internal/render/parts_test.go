package render_test

import (
	"bytes"
	"context"
	"regexp"
	"testing"

	"example.org/graphgen/internal/casetest"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/layout/graphviz"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/render"
)

// drawWithout draws a view without some of the parts around it.
func drawWithout(t *testing.T, engine *graphviz.Engine, x *entities.Index, v *network.View, parts ...render.Part) *render.Drawing {
	t.Helper()
	r := render.New(x, engine, "")
	r.Without = parts
	drawing, err := r.Draw(context.Background(), v)
	if err != nil {
		t.Fatal(err)
	}
	return drawing
}

// Each part that is left out is gone from both pictures, and nothing else is.
func TestPartsThatAreLeftOut(t *testing.T) {
	c := loadMill(t)
	x, v := viewOf(c, &c.Views[0])
	engine := newEngine(t)
	begins := map[render.Part]string{
		"title": "Who pays whom", "caption": "Every way a line", "date": "As of March 2024", "legend": "How to read it",
		"notes": "Said by Daily Sun: “Berg", "sources": "Sources", "credit": "Diagram: Daily Sun", "counts": "Shown: ",
	}
	if len(begins) != len(render.Parts()) {
		t.Fatalf("of the parts %v this test knows %d", render.Parts(), len(begins))
	}
	whole := drawWithout(t, engine, x, v)
	for _, part := range render.Parts() {
		partial := drawWithout(t, engine, x, v, part)
		for form, pair := range map[string][2][]byte{"wide": {whole.SVG, partial.SVG}, "narrow": {whole.Narrow, partial.Narrow}} {
			for of, words := range begins {
				before, after := printsText(pair[0], words), printsText(pair[1], words)
				if !before {
					t.Errorf("the %s picture does not print %q", form, words)
				}
				if after == (of == part) {
					t.Errorf("without %s, %q is printed in the %s picture: %v", part, words, form, after)
				}
			}
			if !printsText(pair[1], "Corrections") {
				t.Errorf("without %s, the %s picture has lost its corrections", part, form)
			}
		}
		if !bytes.Equal(withoutPlaces(whole.DOT), withoutPlaces(partial.DOT)) {
			t.Errorf("without %s, the DOT differs", part)
		}
	}
}

// withoutPlaces is DOT without where things stand, and in which ranks, and what it was when it
// was published: labels without the numbers of notes are narrower, and what is beside them moves.
func withoutPlaces(dot []byte) []byte {
	return regexp.MustCompile(`, pos="[^"]*"|(?m)^ *"[^"]*";$|^ *original=.*$`).ReplaceAll(dot, nil)
}

// printsText tells whether a line of text begins so.
func printsText(picture []byte, words string) bool {
	return regexp.MustCompile(`<text[^>]*>` + regexp.QuoteMeta(words)).Match(picture)
}

// Without any of its parts, a picture still tells of every line that is not plainly stated who
// says so and who answers, in their own words.
func TestWithoutAllPartsNothingIsSilenced(t *testing.T) {
	engine := newEngine(t)
	cases := []*entities.Case{loadMill(t), loadMill(t)}
	specs := []*entities.View{&cases[0].Views[0], &cases[1].Views[1]}
	for seed := range uint64(8) {
		c := casetest.Random(seed)
		cases, specs = append(cases, c), append(specs, &c.Views[0])
	}
	kept, plain := 0, 0
	for i, c := range cases {
		x, v := viewOf(c, specs[i])
		holdDrawing(t, drawnView{t: t, index: x, view: v, goesWithout: saysNoMoreThanWho}, drawWithout(t, engine, x, v, render.Parts()...))
		if t.Failed() {
			t.Fatalf("case %d", i)
		}
		for j := range v.Edges {
			if saysNoMoreThanWho(v.Edges[j].Verdict) {
				plain++
			} else {
				kept++
			}
		}
	}
	if kept == 0 || plain == 0 {
		t.Errorf("of all lines %d keep their notes and %d go without", kept, plain)
	}
}
