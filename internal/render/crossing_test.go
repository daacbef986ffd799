package render

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/layout/graphviz"
	"example.org/graphgen/internal/network"
)

// No label of a view of up to 30 entities lies under another line, on a node or on another
// label, however the entities are tied: these are tied at random, more densely than people
// draw them.
func TestNoLabelIsCrossed(t *testing.T) {
	if testing.Short() {
		t.Skip("many layouts take long under -short's race detector")
	}
	engine := graphviz.New(graphviz.Options{Timeout: time.Minute})
	defer engine.Close()
	for _, entityCount := range []int{10, 15, 20, 25, 30} {
		for seed := range uint64(3) {
			c := tangledCase(entityCount, seed)
			x := entities.NewIndex(c)
			r := New(x, engine, "")
			d := r.compose(network.New(x).View(&c.Views[0]))
			placed, err := r.layOut(t.Context(), d)
			if err != nil {
				t.Fatal(err)
			}
			for _, i := range placed.Crossed {
				t.Errorf("%d entities, seed %d: the label of %s is crossed", entityCount, seed, d.edges[i].ID)
			}
		}
	}
}

// tangledCase ties each entity to a random one, and every fourth to two.
func tangledCase(entityCount int, seed uint64) *entities.Case {
	r := rand.New(rand.NewPCG(seed, uint64(entityCount)))
	kinds := []string{"met-with", "part-of", "bribed", "complicit-in", "heads", "spoke-to", "operates-in", "funds"}
	types := []entities.EntityType{entities.Person, entities.Ministry, entities.Organization, entities.Country, entities.Group, entities.Agency, entities.Office}
	names := []string{"Ministry of Public Works and Transport", "Anna Bergström", "North Holding", "Border police",
		"Riverside Trading Company", "Arland", "Committee for Fair Harbours"}
	c := &entities.Case{Language: "en", Title: entities.Text{"": "Tangled"},
		Sources: []entities.Source{{ID: "s", Type: entities.Article, Title: entities.Text{"": "A story"}, Publisher: "e0"}},
		Claims: []entities.Claim{
			{ID: "said", Source: "s", Speaker: "e0", Quote: "they met", Standing: entities.Stated},
			{ID: "alleged", Source: "s", Speaker: "e1", Quote: "they took it", Standing: entities.Alleged}},
		Views: []entities.View{{ID: "v", Title: entities.Text{"": "All"}}},
	}
	for i := range entityCount {
		name := fmt.Sprintf("%s %d", names[r.IntN(len(names))], i)
		c.Entities = append(c.Entities, entities.Entity{ID: fmt.Sprintf("e%d", i), Type: types[r.IntN(len(types))], Name: entities.Text{"": name}})
	}
	for i := range entityCount * 5 / 4 {
		from, to := i%entityCount, r.IntN(entityCount)
		if from == to {
			to = (from + 1) % entityCount
		}
		c.Relations = append(c.Relations, entities.Relation{
			ID: fmt.Sprintf("r%d", i), Type: kinds[r.IntN(len(kinds))], From: fmt.Sprintf("e%d", from), To: fmt.Sprintf("e%d", to),
			Claims: []string{[]string{"said", "alleged"}[r.IntN(2)]},
		})
	}
	return c
}
