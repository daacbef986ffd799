package render_test

import (
	"slices"
	"testing"

	"example.org/graphgen/internal/casetest"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/render"
)

func TestTheMillIsDrawnHonestly(t *testing.T) {
	c := loadMill(t)
	engine := newEngine(t)
	var drawings []*render.Drawing
	for i := range c.Views {
		x, v := viewOf(c, &c.Views[i])
		_, drawing := draw(t, engine, c, &c.Views[i])
		holdToHonesty(t, x, v, drawing)
		drawings = append(drawings, drawing)
	}
	holdToJudges(t, drawings)
}

// Each layout program places every line, with its words: what it left out would be lost.
func TestEveryProgramPlacesAllWords(t *testing.T) {
	c := loadMill(t)
	engine := newEngine(t)
	for _, layout := range []entities.Layout{entities.Neato, entities.Fdp, entities.Sfdp, entities.Circo, entities.Twopi} {
		spec := c.Views[0]
		spec.Layout = layout
		x, v := viewOf(c, &spec)
		_, drawing := draw(t, engine, c, &spec)
		holdToHonesty(t, x, v, drawing)
		if t.Failed() {
			t.Fatalf("by %s", layout)
		}
	}
}

// No accusation comes out solid unless a record speaks for itself, however random the case.
func TestRandomCasesAreDrawnHonestly(t *testing.T) {
	rounds := uint64(20)
	if testing.Short() {
		rounds = 8
	}
	engine := newEngine(t)
	var drawings []*render.Drawing
	standings := map[entities.Standing]int{}
	for seed := range rounds {
		c := casetest.Random(seed)
		x, v := viewOf(c, &c.Views[0])
		_, drawing := draw(t, engine, c, &c.Views[0])
		drawings = append(drawings, drawing)
		noAccusationIsSolid(t, x, holdToHonesty(t, x, v, drawing))
		for i := range v.Edges {
			standings[v.Edges[i].Verdict.Standing]++
		}
		if t.Failed() {
			t.Fatalf("seed %d\n%s", seed, drawing.DOT)
		}
	}
	for _, s := range []entities.Standing{entities.Record, entities.Stated, entities.Alleged, entities.Rumoured, entities.Contested, entities.Lapsed} {
		if standings[s] == 0 && !testing.Short() {
			t.Errorf("no line of any case stands as %s: %v", s, standings)
		}
	}
	holdToJudges(t, drawings)
}

// noAccusationIsSolid owes nothing to how lines are said to stand: it looks at types only.
func noAccusationIsSolid(t testing.TB, x *entities.Index, graph published) {
	t.Helper()
	firstHand := func(id string) bool {
		s := x.Source(x.Claim(id).Source)
		return s.Type == entities.RecordSource && s.Publisher == x.Claim(id).Speaker
	}
	for _, p := range graph.Edges {
		r := x.Relation(p.ID)
		if r == nil || slices.ContainsFunc(r.Claims, firstHand) {
			continue
		}
		if kind, known := x.RelationType(r.Type); (kind.Wrongdoing || !known) && p.Style == "solid" {
			t.Errorf("accusation %s is solid", p.ID)
		}
	}
}
