package network

import (
	"strconv"
	"testing"

	"example.org/graphgen/internal/entities"
)

// manyViews is a case in parts of 30 entities and 45 relations, each part with a tag. It
// returns a view of each part by its tag, and one around an entity of it.
func manyViews(parts int) (c *entities.Case, byTag, around []entities.View) {
	const size, lines = 30, 45
	types := []entities.EntityType{entities.Group, entities.Person, entities.Ministry, entities.Country, entities.Organization, entities.Agency}
	c = &entities.Case{Claims: []entities.Claim{
		{ID: "met", Speaker: "p0-0", Standing: entities.Stated}, {ID: "paid", Speaker: "p0-0", Standing: entities.Alleged},
	}}
	for part := range parts {
		tag := "p" + strconv.Itoa(part)
		id := func(i int) string { return tag + "-" + strconv.Itoa(i%size) }
		for i := range size {
			c.Entities = append(c.Entities, entities.Entity{ID: id(i), Type: types[i%len(types)], Tags: []string{tag}})
		}
		for i := range lines {
			r := entities.Relation{ID: tag + "-r" + strconv.Itoa(i), Type: "met-with", From: id(i), To: id(i + 1 + 7*(i/size)), Claims: []string{"met"}}
			if i%3 == 0 {
				r.Type, r.Claims = "bribed", []string{"paid"}
			}
			c.Relations = append(c.Relations, r)
		}
		byTag = append(byTag, entities.View{Include: entities.Selection{Tags: []string{tag}}})
		around = append(around, entities.View{Around: entities.Around{Entity: id(0), Hops: 3}})
	}
	return c, byTag, around
}

// BenchmarkViews takes one view of 30,000 entities and 45,000 relations: what it costs is
// what it shows.
func BenchmarkViews(b *testing.B) {
	c, byTag, around := manyViews(1_000)
	n := New(entities.NewIndex(c))
	for _, shape := range []struct {
		name  string
		views []entities.View
	}{{"tag", byTag}, {"around", around}} {
		b.Run(shape.name, func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				n.View(&shape.views[i%len(shape.views)])
			}
		})
	}
}
