package network

import (
	"strconv"
	"testing"
	"time"

	"example.org/graphgen/internal/entities"
)

// wideCase has many people, each tied to two others and resting on a claim of its own.
func wideCase(people int) *entities.Case {
	c := &entities.Case{Entities: []entities.Entity{{ID: "speaker", Type: entities.Group}}}
	for i := range people {
		id := strconv.Itoa(i)
		c.Entities = append(c.Entities, entities.Entity{ID: "p" + id, Type: entities.Person})
		c.Claims = append(c.Claims, entities.Claim{ID: "c" + id, Speaker: "speaker", Standing: entities.Stated})
		for _, step := range []int{1, 317} {
			c.Relations = append(c.Relations, entities.Relation{
				ID: "r" + id + "-" + strconv.Itoa(step), Type: "met-with",
				From: "p" + id, To: "p" + strconv.Itoa((i+step)%people), Claims: []string{"c" + id},
			})
		}
	}
	return c
}

// patience is so long that a busy machine passes; anything quadratic takes far longer still.
const patience = 2 * time.Minute

func TestTakesLargeCases(t *testing.T) {
	if testing.Short() {
		t.Skip("a case of 100,000 entities is no short test")
	}
	x := entities.NewIndex(wideCase(100_000))
	start := time.Now()
	n := New(x)
	v := n.View(&entities.View{Around: entities.Around{Entity: "p500", Hops: 2}})
	near := time.Since(start)
	if len(v.Nodes) != 13 || near > patience {
		t.Errorf("around one of 100,000 entities: %d nodes in %v, want 13", len(v.Nodes), near)
	}
	start = time.Now()
	v = n.View(&entities.View{Cluster: entities.ByPartOf})
	whole := time.Since(start)
	if len(v.Edges) != 200_000 || whole > patience {
		t.Errorf("the whole case: %d edges in %v, want 200,000", len(v.Edges), whole)
	}
	t.Logf("graph and a small view %v, a view of everything %v", near, whole)
}
