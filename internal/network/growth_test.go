package network

import (
	"strconv"
	"testing"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/growthtest"
)

// dense is a case of so many things, made to be slow to take views of.
func dense(name string, n int) *entities.Case {
	c := &entities.Case{Claims: []entities.Claim{{ID: "c", Speaker: "e0", Standing: entities.Stated}}}
	id := func(i int) string { return "e" + strconv.Itoa(i) }
	for i := range n {
		c.Entities = append(c.Entities, entities.Entity{ID: id(i), Type: entities.Person, Tags: []string{"t"}})
	}
	relate := func(i, from, to int) {
		c.Relations = append(c.Relations, entities.Relation{ID: "r" + strconv.Itoa(i), Type: "part-of", From: id(from), To: id(to), Claims: []string{"c"}})
	}
	for i := range n {
		switch name {
		case "a chain":
			relate(i, i, (i+1)%n)
		case "a star":
			relate(i, 0, i)
		case "one pair":
			relate(i, 0, 1)
		case "flows of one pair":
			c.Flows = append(c.Flows, entities.Flow{ID: "f" + strconv.Itoa(i), From: []string{id(0)}, To: []string{id(1)}, Claims: []string{"c"}})
		case "flows of many ends":
			if i%50 == 0 {
				f := entities.Flow{ID: "f" + strconv.Itoa(i), Claims: []string{"c"}}
				for k := range 50 {
					f.From, f.To = append(f.From, id((i+k)%n)), append(f.To, id((i+n/2+k)%n))
				}
				c.Flows = append(c.Flows, f)
			}
		}
	}
	return c
}

func TestViewsGrowWithTheCase(t *testing.T) {
	sizes := map[string]int{"a chain": 1_000, "a star": 1_000, "one pair": 1_000, "flows of one pair": 1_000, "flows of many ends": 500}
	for name := range sizes {
		t.Run(name, func(t *testing.T) {
			growthtest.Sorted(t, sizes[name], func(size int) func() {
				c := dense(name, size)
				return func() {
					n := New(entities.NewIndex(c))
					for _, v := range []entities.View{
						{Cluster: entities.ByPartOf},
						{Include: entities.Selection{Types: []string{"flow", "person"}}, Cluster: entities.ByType},
						{Around: entities.Around{Entity: "e1", Hops: 100}},
						{Path: entities.Path{From: "e0", To: "e1"}},
						{Exclude: entities.Selection{IDs: []string{"c"}}},
					} {
						n.Selects(&v)
						n.View(&v)
						n.DroppedDenials(&v)
					}
				}
			})
		})
	}
}

// tangle is a case of so many views of a hundred hops, in a case of as many entities.
func tangle(size int) *entities.Case {
	c := wideCase(size)
	for i := range size {
		v := entities.View{ID: "v" + strconv.Itoa(i), Around: entities.Around{Entity: "p" + strconv.Itoa(i*7%size), Hops: 100}}
		if i%2 == 0 {
			v = entities.View{ID: v.ID, Path: entities.Path{From: "p" + strconv.Itoa(i), To: "p" + strconv.Itoa(i*13%size)}}
		}
		c.Views = append(c.Views, v)
	}
	return c
}

// Views that all reach everything are refused before they are taken, however many they are.
func TestOverreaching(t *testing.T) {
	for size, within := range map[int]bool{100: true, 300: true, 1_000: false} {
		c := tangle(size)
		if got := New(entities.NewIndex(c)).Overreaching(c.Views); (got == -1) != within {
			t.Errorf("%d views of %d entities: %d", size, size, got)
		}
	}
	_, byTag, around := manyViews(1_000)
	c, _, _ := manyViews(1_000)
	if got := New(entities.NewIndex(c)).Overreaching(append(byTag, around...)); got != -1 {
		t.Errorf("2,000 views of 30,000 entities, each of some: refused at %d", got)
	}
	c = wideCase(50_000)
	if got := New(entities.NewIndex(c)).Overreaching([]entities.View{{}}); got != -1 {
		t.Error("a view of 50,000 entities is refused")
	}
}

// TestSelectsAsViewsShow holds Selects to what View shows.
func TestSelectsAsViewsShow(t *testing.T) {
	c := tangle(200)
	n := New(entities.NewIndex(c))
	specs := append(c.Views, entities.View{Around: entities.Around{Entity: "none"}}, entities.View{Around: entities.Around{Entity: "p1"}, Exclude: entities.Selection{IDs: []string{"p1"}}},
		entities.View{Path: entities.Path{From: "p1", To: "none"}})
	for i := range specs {
		if got, want := n.Selects(&specs[i]), len(n.View(&specs[i]).Nodes) > 0; got != want {
			t.Errorf("%+v: %v, want %v", specs[i], got, want)
		}
	}
}
