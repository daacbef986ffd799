package render

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/layout"
	"example.org/graphgen/internal/layout/graphviz"
	"example.org/graphgen/internal/network"
)

// disputedCase has three accusations, of which two are denied, among what is stated.
func disputedCase() *entities.Case {
	text := func(s string) entities.Text { return entities.Text{"": s} }
	c := &entities.Case{Language: "en", Title: text("The berths"),
		Sources: []entities.Source{{ID: "s", Type: entities.Article, Title: text("A story"), Publisher: "paper"}},
		Views:   []entities.View{{ID: "v", Title: text("All")}},
	}
	for id, name := range map[string]string{"paper": "The Harbour Gazette", "ada": "Ada Berg", "port": "Port Authority of the North",
		"olav": "Olav Haugen", "north": "North Holding", "ministry": "Ministry of Trade and Fisheries"} {
		kind := entities.Organization
		if id == "ada" || id == "olav" {
			kind = entities.Person
		}
		c.Entities = append(c.Entities, entities.Entity{ID: id, Type: kind, Name: text(name)})
	}
	slices.SortFunc(c.Entities, func(a, b entities.Entity) int { return len(a.ID+a.Name[""]) - len(b.ID+b.Name[""]) })
	claim := func(id, speaker string, standing entities.Standing, denies string) {
		said := entities.Claim{ID: id, Source: "s", Speaker: speaker, Quote: "words of " + id, Standing: standing}
		if denies != "" {
			said.Answers = entities.Answer{Claim: denies, As: entities.Denies}
		}
		c.Claims = append(c.Claims, said)
	}
	claim("paid", "paper", entities.Alleged, "")
	claim("not-paid", "north", entities.Stated, "paid")
	claim("not-paid-either", "olav", entities.Stated, "paid")
	claim("took", "ada", entities.Alleged, "")
	claim("not-took", "port", entities.Stated, "took")
	claim("rumour", "paper", entities.Rumoured, "")
	claim("fact", "ministry", entities.Stated, "")
	for i, r := range []entities.Relation{
		{Type: "bribed", From: "north", To: "olav", Claims: []string{"paid"}},
		{Type: "complicit-in", From: "port", To: "north", Claims: []string{"took"}},
		{Type: "bribed", From: "north", To: "ada", Claims: []string{"rumour"}},
		{Type: "heads", From: "olav", To: "port", Claims: []string{"fact"}},
		{Type: "part-of", From: "port", To: "ministry", Claims: []string{"fact"}},
		{Type: "met-with", From: "ada", To: "ministry", Claims: []string{"fact"}},
	} {
		r.ID = fmt.Sprintf("r%d", i)
		c.Relations = append(c.Relations, r)
	}
	return c
}

// Wherever an editor puts a node, nothing hides how a line stands: the node makes room, or
// stands where the layout has it, and the editor is told.
func TestNoPlaceHidesHowALineStands(t *testing.T) {
	engine := graphviz.New(graphviz.Options{})
	defer engine.Close()
	c := disputedCase()
	x := entities.NewIndex(c)
	r := New(x, engine, "")
	free := r.compose(network.New(x).View(&c.Views[0]))
	placed, err := r.layOut(t.Context(), free)
	if err != nil {
		t.Fatal(err)
	}
	positions, told := 0, map[string]int{}
	for id, steps := range map[string]float64{"ada": 12, "ministry": 6} {
		for x := -60.0; x < placed.Width+60; x += placed.Width / steps {
			for y := -40.0; y < placed.Height+40; y += placed.Height / steps {
				v := network.New(r.describer.Index).View(&c.Views[0])
				v.Edits = &edits.Overrides{}
				v.Edits.Edit(edits.Thing{ID: id}).Place = &edits.Place{X: x, Y: y}
				d := r.compose(v)
				again, err := r.layOut(t.Context(), d)
				if err != nil {
					t.Fatal(err)
				}
				positions++
				warnings := r.warnings(d, again).Overrides
				for _, kind := range []string{"makes room", "where the layout has them", "on another line"} {
					if strings.Contains(strings.Join(warnings, "\n"), kind) {
						told[kind]++
					}
				}
				for _, o := range again.Overlaps {
					if o.Hides {
						t.Errorf("%s at %.0f, %.0f: %s and %s share room", id, x, y, d.named(o.A), d.named(o.B))
					}
				}
			}
		}
	}
	if told["makes room"] == 0 || told["where the layout has them"] > positions/10 {
		t.Errorf("at %d positions the editor is told %v", positions, told)
	}
	t.Logf("%d positions: %v", positions, told)
}

// In views that are too hard for dot, words are moved off each other, and what still shares room
// is told by name.
func TestHardViewsAreMeasured(t *testing.T) {
	engine := graphviz.New(graphviz.Options{Timeout: time.Minute})
	defer engine.Close()
	for _, size := range []int{140} {
		c := tangledCase(size, 3)
		more := tangledCase(size, 4)
		for i := range more.Relations {
			more.Relations[i].ID = fmt.Sprintf("more%d", i)
		}
		c.Relations = append(c.Relations, more.Relations...)
		x := entities.NewIndex(c)
		r := New(x, engine, "")
		d := r.compose(network.New(x).View(&c.Views[0]))
		started := time.Now()
		placed, err := r.layOut(t.Context(), d)
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%d nodes, %d lines: %.1f s; %q", len(d.nodes), len(d.edges), time.Since(started).Seconds(), d.overlapping(placed))
		if placed.Program != layout.Sfdp {
			t.Errorf("%d nodes and %d lines are laid out by %s", len(d.nodes), len(d.edges), placed.Program)
		}
		for _, o := range placed.Overlaps {
			if o.Hides {
				t.Errorf("%s and %s share room", d.named(o.A), d.named(o.B))
			}
		}
	}
}
