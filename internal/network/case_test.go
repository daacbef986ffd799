package network

import (
	"math/rand/v2"
	"slices"

	"example.org/graphgen/internal/entities"
)

// smallCase is a ministry with its parts, a minister, a company that a report accuses and
// the ministry defends, a flow through a hub, and a figure that is disputed.
func smallCase() *entities.Case {
	return &entities.Case{
		Entities: []entities.Entity{
			{ID: "arland", Type: entities.Country, Code: "AR"},
			{ID: "borland", Type: entities.Country, Code: "BO", Tags: []string{"far", "abroad"}},
			{ID: "corland", Type: entities.Country, Code: "CO"},
			{ID: "government", Type: entities.Government, Country: "AR"},
			{ID: "ministry", Type: entities.Ministry, Country: "AR"},
			{ID: "police", Type: entities.Agency, Country: "AR"},
			{ID: "minister", Type: entities.Person, Country: "AR"},
			{ID: "minister-post", Type: entities.Office},
			{ID: "deputy-post", Type: entities.Office},
			{ID: "company", Type: entities.Organization},
			{ID: "watchdog", Type: entities.Organization},
			{ID: "paper", Type: entities.Media},
			{ID: "loner", Type: entities.Group},
		},
		Claims: []entities.Claim{
			{ID: "fact", Speaker: "paper", Standing: entities.Stated},
			{ID: "maybe", Speaker: "paper", Standing: entities.Stated, Hedge: entities.Words{"may"}},
			{ID: "rumour", Speaker: "paper", Standing: entities.Rumoured},
			{ID: "accusation", Speaker: "watchdog", Standing: entities.Alleged},
			{ID: "denial", Speaker: "minister", Standing: entities.Stated,
				Answers: entities.Answer{Claim: "accusation", As: entities.Denies}},
			{ID: "retort", Speaker: "watchdog", Standing: entities.Stated,
				Answers: entities.Answer{Claim: "denial", As: entities.Denies}},
			{ID: "denial-made", Speaker: "paper", Standing: entities.Stated},
			{ID: "many", Speaker: "watchdog", Standing: entities.Stated},
			{ID: "many-told", Speaker: "paper", Standing: entities.Stated,
				Answers: entities.Answer{Claim: "many", As: entities.Repeats}},
			{ID: "many-rejected", Speaker: "police", Standing: entities.Stated,
				Answers: entities.Answer{Claim: "many", As: entities.Disputes}},
			{ID: "few", Speaker: "police", Standing: entities.Stated},
			{ID: "few-reworded", Speaker: "watchdog", Standing: entities.Rumoured,
				Answers: entities.Answer{Claim: "few", As: entities.DeniesOtherWording}},
			{ID: "moved", Speaker: "watchdog", Standing: entities.Stated},
		},
		Relations: []entities.Relation{
			{ID: "r-ministry", Type: "part-of", From: "ministry", To: "government", Claims: []string{"fact"}},
			{ID: "r-police", Type: "part-of", From: "police", To: "ministry", Claims: []string{"fact"}},
			{ID: "r-police-above", Type: "part-of", From: "police", To: "government", Claims: []string{"fact"}},
			{ID: "r-company", Type: "part-of", From: "company", To: "government", Claims: []string{"rumour"}},
			{ID: "r-watchdog", Type: "part-of", From: "watchdog", To: "government", Claims: []string{"maybe"}},
			{ID: "r-post", Type: "holds-office", From: "minister", To: "minister-post", Claims: []string{"fact"}},
			{ID: "r-deputy", Type: "holds-office", From: "minister", To: "deputy-post", End: "2020", Claims: []string{"fact"}},
			{ID: "r-heads", Type: "heads", From: "minister", To: "ministry", Claims: []string{"fact"}},
			{ID: "r-met", Type: "met-with", From: "minister", To: "company", Claims: []string{"fact"}},
			{ID: "r-met-again", Type: "met-with", From: "company", To: "minister", Claims: []string{"rumour"}},
			{ID: "r-accused", Type: "bribed", From: "company", To: "minister", Claims: []string{"accusation", "rumour"}},
			{ID: "r-denied", Type: "denied", From: "minister", To: "watchdog", Claims: []string{"denial-made", "denial"}},
			{ID: "r-dangling", Type: "met-with", From: "minister", To: "nobody", Claims: []string{"fact"}},
		},
		Flows: []entities.Flow{
			{ID: "f-through", From: []string{"corland", "borland"}, Via: []string{"arland"}, To: []string{"company"}, Claims: []string{"moved"}},
			{ID: "f-open", Via: []string{"corland"}, To: []string{"loner"}, Claims: []string{"moved"}},
			{ID: "f-no-leg", From: []string{"arland"}, Claims: []string{"moved"}},
		},
		Figures: []entities.Figure{
			{ID: "n", About: []string{"loner"}, Values: []entities.Value{
				{Value: "1000", Claims: []string{"many-told", "many"}},
				{Value: "12", Claims: []string{"few"}},
			}},
		},
	}
}

func viewOf(c *entities.Case, spec entities.View) *View {
	return New(entities.NewIndex(c)).View(&spec)
}

func nodeIDs(v *View) []string {
	ids := []string{}
	for _, n := range v.Nodes {
		ids = append(ids, n.ID)
	}
	return ids
}

func edgeIDs(v *View) []string {
	ids := []string{}
	for _, e := range v.Edges {
		ids = append(ids, e.ID)
	}
	return ids
}

func edge(v *View, id string) Edge {
	for _, e := range v.Edges {
		if e.ID == id {
			return e
		}
	}
	return Edge{}
}

// shuffled is the case with everything in another order whose order has no meaning.
func shuffled(c *entities.Case, r *rand.Rand) *entities.Case {
	mix(r, c.Entities)
	mix(r, c.Claims)
	mix(r, c.Relations)
	mix(r, c.Flows)
	mix(r, c.Figures)
	for _, x := range c.Relations {
		mix(r, x.Claims)
	}
	for _, f := range c.Flows {
		mix(r, f.From)
		mix(r, f.To)
		mix(r, f.Claims)
	}
	for _, e := range c.Entities {
		mix(r, e.Tags)
	}
	for _, f := range c.Figures {
		for _, v := range f.Values {
			mix(r, v.Claims)
		}
	}
	return c
}

func mix[T any](r *rand.Rand, list []T) {
	r.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
}

// randomSpec is a view that selects by any of the case's words, hostile ones included.
func randomSpec(r *rand.Rand, c *entities.Case) entities.View {
	types := []string{"country", "person", "organization", "ministry", "agency", "media", "flow", "figure"}
	relations := []string{"part-of", "met-with", "bribed", "denied", "holds-office", "heads"}
	ids := []string{"no-such-id"}
	for _, e := range c.Entities {
		ids = append(ids, e.ID)
	}
	for _, cl := range c.Claims {
		ids = append(ids, cl.ID)
	}
	for _, x := range c.Relations {
		ids = append(ids, x.ID)
	}
	ids = append(ids, "f-through", "f-open", "f-no-leg", "n")
	some := func(words []string, most int) []string {
		words = slices.Clone(words)
		mix(r, words)
		return words[:r.IntN(most+1)]
	}
	spec := entities.View{
		Include: entities.Selection{Types: some(types, 3), Relations: some(relations, 1), Tags: some([]string{"far"}, 1), IDs: some(ids, 4)},
		Exclude: entities.Selection{Types: some(types, 1), Relations: some(relations, 1), IDs: some(ids, 2)},
		Cluster: []entities.Cluster{"", entities.ByPartOf, entities.ByCountry, entities.ByType}[r.IntN(4)],
	}
	switch r.IntN(4) {
	case 0:
		spec.Around = entities.Around{Entity: c.Entities[r.IntN(len(c.Entities))].ID, Hops: r.IntN(4)}
	case 1:
		spec.Path = entities.Path{From: c.Entities[r.IntN(len(c.Entities))].ID, To: c.Entities[r.IntN(len(c.Entities))].ID}
	}
	return spec
}
