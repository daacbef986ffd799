package render

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"example.org/graphgen/internal/entities"
)

// growing is a made-up case to which entities can be added, the same for the same seed.
type growing struct {
	*entities.Case
	rand *rand.Rand
}

// grow makes a case of n entities with about 1.2 n relations, and flows, figures and clusters
// in some. Its only view shows all of it.
func grow(n int, seed uint64) *growing {
	g := &growing{rand: rand.New(rand.NewPCG(seed, uint64(n))), Case: &entities.Case{
		Version: 1, Title: entities.Text{"": "Growing"}, Language: "en",
		Sources: []entities.Source{{ID: "s", Type: entities.Report, Title: entities.Text{"": "A report"}, Publisher: "e0"}},
		Claims: []entities.Claim{
			{ID: "stated", Source: "s", Speaker: "e0", Quote: "it is so", Standing: entities.Stated},
			{ID: "alleged", Source: "s", Speaker: "e1", Quote: "it may be so", Standing: entities.Alleged},
		},
	}}
	for i := range n {
		g.entity(fmt.Sprintf("e%d", i))
		if i > 0 {
			g.tie(g.some(i), i)
		}
	}
	for range n / 5 {
		g.tie(g.rand.IntN(n), g.rand.IntN(n))
	}
	if seed%2 == 1 {
		g.Flows = []entities.Flow{{ID: "f0", What: entities.Text{"": "grain"}, Via: []string{"e2"}, To: []string{"e5", "e6"}, Claims: []string{"stated"}}}
	}
	if seed%4 == 2 {
		g.Figures = []entities.Figure{{ID: "g0", Question: entities.Text{"": "How many sacks?"}, Values: []entities.Value{
			{Value: "1234", Measure: entities.Text{"": "sacks counted"}, Claims: []string{"stated"}},
			{Value: "99", Measure: entities.Text{"": "sacks"}, Claims: []string{"alleged"}},
		}}}
	}
	g.Views = []entities.View{{ID: "all", Title: entities.Text{"": "All of it"},
		Cluster:   []entities.Cluster{"", entities.ByPartOf, "", entities.ByType, entities.ByCountry}[seed%5],
		Direction: []entities.Direction{"", "", "", entities.TopBottom, "", entities.RightLeft, "", entities.BottomTop}[seed%8]}}
	g.Views[0].Include.Types = []string{"flow", "figure"}
	for _, t := range growingTypes {
		g.Views[0].Include.Types = append(g.Views[0].Include.Types, string(t))
	}
	return g
}

var growingTypes = []entities.EntityType{entities.Person, entities.Ministry, entities.Organization, entities.Country,
	entities.Group, entities.Agency, entities.Event, entities.Office}

// entity adds an entity that nothing is said of yet.
func (g *growing) entity(id string) {
	words := []string{"Northern", "Harbour", "Office", "Committee", "Grain", "Holding", "Adler", "Trade", "Union", "River"}
	name := []string{strings.ToUpper(id)}
	for range g.rand.IntN(4) {
		name = append(name, words[g.rand.IntN(len(words))])
	}
	e := entities.Entity{ID: id, Type: growingTypes[g.rand.IntN(len(growingTypes))], Name: entities.Text{"": strings.Join(name, " ")}}
	if e.Type == entities.Country {
		e.Code = []string{"KH", "TH", "LA"}[g.rand.IntN(3)]
	} else if g.rand.IntN(2) == 0 {
		e.Country = []string{"KH", "TH"}[g.rand.IntN(2)]
	}
	g.Entities = append(g.Entities, e)
}

// some is the number of an entity before i, more often one of the first, which have most lines.
func (g *growing) some(i int) int { return min(g.rand.IntN(i), g.rand.IntN(i)) }

// tie relates two entities, one way or the other.
func (g *growing) tie(i, j int) {
	if i == j {
		return
	}
	if g.rand.IntN(3) == 0 {
		i, j = j, i
	}
	kind, claim := []string{"met-with", "part-of", "heads", "bribed", "member-of", "related-to"}[g.rand.IntN(6)], "stated"
	if g.rand.IntN(4) == 0 {
		claim = "alleged"
	}
	g.Relations = append(g.Relations, entities.Relation{
		ID: fmt.Sprintf("r%d", len(g.Relations)), Type: kind, From: g.Entities[i].ID, To: g.Entities[j].ID, Claims: []string{claim},
	})
}

// add adds an entity with one to three relations to others. Where countries are clusters it is
// no country, which could make a cluster of others and so move them together.
func (g *growing) add(id string) {
	g.entity(id)
	last := len(g.Entities) - 1
	if e := &g.Entities[last]; g.Views[0].Cluster == entities.ByCountry && e.Type == entities.Country {
		e.Type, e.Code = entities.Group, ""
	}
	for range 1 + g.rand.IntN(3) {
		g.tie(g.rand.IntN(last), last)
	}
}
