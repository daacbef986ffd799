package render_test

import (
	"bytes"
	"math/rand/v2"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/golden"
	"example.org/graphgen/internal/render"
)

func TestGolden(t *testing.T) {
	c := loadMill(t)
	engine := newEngine(t)
	for i := range c.Views {
		_, drawing := draw(t, engine, c, &c.Views[i])
		name := filepath.Join("testdata", "golden", "mill-"+c.Views[i].ID)
		golden.Same(t, name+".svg", drawing.SVG)
		golden.Same(t, name+".narrow.svg", drawing.Narrow)
		golden.Same(t, name+".dot", drawing.DOT)
	}
}

// The same data gives the same bytes: again, on one processor, by an engine that has drawn
// other things before, and in whatever order the case file has what has no order.
func TestSameDataSameBytes(t *testing.T) {
	engine := newEngine(t)
	spec := func(c *entities.Case) *entities.View { return &c.Views[0] }
	first := loadMill(t)
	_, want := draw(t, engine, first, spec(first))
	same := func(what string, got *render.Drawing) {
		t.Helper()
		for kind, pair := range map[string][2][]byte{"SVG": {got.SVG, want.SVG}, "narrow SVG": {got.Narrow, want.Narrow}, "DOT": {got.DOT, want.DOT}} {
			if !bytes.Equal(pair[0], pair[1]) {
				line, have, had := golden.FirstDifference(pair[0], pair[1])
				t.Errorf("%s: %s differs in line %d:\n%s\n%s", what, kind, line, have, had)
			}
		}
	}

	draw(t, engine, first, &first.Views[1])
	_, again := draw(t, engine, first, spec(first))
	same("again", again)

	processors := runtime.GOMAXPROCS(1)
	_, alone := draw(t, newEngine(t), first, spec(first))
	runtime.GOMAXPROCS(processors)
	same("on one processor", alone)

	for seed := range uint64(5) {
		c := loadMill(t)
		shuffle(c, rand.New(rand.NewPCG(seed, 3)))
		view := spec(c)
		for i := range c.Views {
			if c.Views[i].ID == spec(first).ID {
				view = &c.Views[i]
			}
		}
		_, shuffled := draw(t, engine, c, view)
		same("shuffled", shuffled)
	}
}

// shuffle puts into another order whatever of a case has none that means something.
func shuffle(c *entities.Case, r *rand.Rand) {
	mix(r, c.Sources)
	mix(r, c.Entities)
	mix(r, c.Claims)
	mix(r, c.Relations)
	mix(r, c.Flows)
	mix(r, c.Figures)
	mix(r, c.Views)
	mix(r, c.Corrections)
	for i := range c.Relations {
		mix(r, c.Relations[i].Claims)
	}
	for i := range c.Flows {
		mix(r, c.Flows[i].From)
		mix(r, c.Flows[i].To)
		mix(r, c.Flows[i].Claims)
	}
	for i := range c.Figures {
		for j := range c.Figures[i].Values {
			mix(r, c.Figures[i].Values[j].Claims)
		}
	}
	for i := range c.Views {
		mix(r, c.Views[i].Include.Types)
	}
}

func mix[T any](r *rand.Rand, list []T) {
	r.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
}

// Corrections stand below the picture that they concern, the oldest first.
func TestCorrections(t *testing.T) {
	c := loadMill(t)
	for _, id := range []string{"paid", "register"} {
		c.Corrections = append(c.Corrections, entities.Correction{Date: "2024", Text: entities.Text{"": "It was about " + id}, About: []string{id}})
	}
	_, drawing := draw(t, newEngine(t), c, &c.Views[0])
	picture := string(drawing.SVG)
	for _, id := range []string{"paid", "register"} {
		if !strings.Contains(picture, "It was about "+id) {
			t.Errorf("a correction of %s stands below no picture", id)
		}
	}
	older := strings.Index(picture, "31 December 2023: The holding’s name was misspelt.")
	newer := strings.Index(picture, "15 February 2024: The second meeting was added.")
	if older < 0 || newer < older {
		t.Errorf("corrections stand at %d and %d", older, newer)
	}
	if strings.Contains(picture, "Of another picture") {
		t.Error("a correction stands below a picture that it does not concern")
	}
}
