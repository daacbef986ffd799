// Package casetest makes cases for the tests of several packages. It must never become part of
// the program.
package casetest

import (
	"fmt"
	"math/rand/v2"

	"example.org/graphgen/internal/entities"
)

// Random is a small case in which anything may answer anything said before it, the same
// for the same seed. Its texts try to become more than text.
func Random(seed uint64) *entities.Case {
	r := rand.New(rand.NewPCG(seed, 7))
	c := &entities.Case{Title: entities.Text{"": "Random"}, Language: "en"}
	names := []string{"Ann", `Bo \N & Sons`, `<script>`, `"Quoted" Co`, "ហ៊ុន", "Ministry of Everything and More", "שלום", `\`, "&amp;", "Ω'"}
	types := []entities.EntityType{entities.Person, entities.Ministry, entities.Organization, entities.Country, entities.Group,
		entities.Media, entities.Region, entities.Event, entities.Law, entities.Committee}
	if seed%4 == 3 { // so many that plain lines bear numbers only
		for i := range 20 {
			names = append(names, fmt.Sprintf("One more of %d", i))
		}
	}
	for i := range names {
		c.Entities = append(c.Entities, entities.Entity{
			ID: fmt.Sprintf("e%d", i), Type: types[r.IntN(len(types))], Name: entities.Text{"": fmt.Sprintf("%s %d", names[i], i)},
		})
		if e := &c.Entities[i]; e.Type == entities.Organization && i%2 == 0 {
			e.PublicBody = entities.Court
		}
	}
	someone := func() string { return fmt.Sprintf("e%d", r.IntN(len(names))) }
	for i, kind := range []entities.SourceType{entities.Article, entities.RecordSource, entities.Report} {
		c.Sources = append(c.Sources, entities.Source{ID: fmt.Sprintf("s%d", i), Type: kind, Title: entities.Text{"": "Source & co"}, Publisher: someone(),
			URL: []string{"", "javascript:alert(1)", "https://a.example/?a&b"}[r.IntN(3)]})
	}
	c.Claims = randomClaims(r, c.Sources, someone)
	some := func(most int) []string {
		var ids []string
		for range 1 + r.IntN(most) {
			ids = append(ids, c.Claims[r.IntN(len(c.Claims))].ID)
		}
		return ids
	}
	kinds := []string{"met-with", "part-of", "bribed", "complicit-in", "related-to", "profits-from", "no-such-type"}
	for i := range 10 {
		c.Relations = append(c.Relations, entities.Relation{ID: fmt.Sprintf("r%d", i), Type: kinds[r.IntN(len(kinds))], From: someone(), To: someone(), Claims: some(3)})
	}
	addActs(c, seed, 3, func(r *rand.Rand) []string { return []string{c.Claims[r.IntN(len(c.Claims))].ID} })
	c.Flows = []entities.Flow{
		{ID: "f0", What: entities.Text{"": "grain"}, Via: []string{someone()}, To: []string{someone(), someone()}, Claims: some(2)},
		{ID: "f1", What: entities.Text{"": "people & goods"}, From: []string{someone()}, To: []string{someone()}, Claims: some(2)},
	}
	c.Figures = []entities.Figure{{ID: "g0", Question: entities.Text{"": "How <many>?"}, Values: []entities.Value{
		{Value: "1234", Measure: entities.Text{"": "sacks"}, Claims: some(2)},
		{Value: "-0.5", Measure: entities.Text{"": "tons & more"}, Period: "2023~", Claims: some(3)},
	}}}
	c.Views = []entities.View{{ID: "v", Title: entities.Text{"": `All \N <b>`}, Caption: entities.Text{"": "}\n\"&"}, Include: entities.Selection{
		Types: append([]string{"flow", "figure"}, typeNames(types)...),
	}, Cluster: []entities.Cluster{"", entities.ByPartOf, entities.ByType}[r.IntN(3)],
		Direction: []entities.Direction{"", entities.TopBottom}[r.IntN(2)]}}
	return c
}

// randomClaims makes claims of which about half answer an earlier one, so that no answers run in a circle.
func randomClaims(r *rand.Rand, sources []entities.Source, someone func() string) []entities.Claim {
	standings := []entities.Standing{entities.Record, entities.Stated, entities.Alleged, entities.Rumoured}
	answers := []entities.AnswerKind{entities.Confirms, entities.Repeats, entities.Denies, entities.Disputes, entities.DeniesOtherWording, entities.RejectsPremise}
	var claims []entities.Claim
	for i := range 16 {
		source := sources[r.IntN(len(sources))]
		cl := entities.Claim{
			ID: fmt.Sprintf("c%d", i), Source: source.ID, Speaker: someone(),
			Quote: fmt.Sprintf(`words & "more" of %d`, i), Standing: standings[r.IntN(len(standings))],
		}
		if cl.Standing == entities.Record && r.IntN(2) == 0 {
			cl.Speaker = source.Publisher
		}
		if r.IntN(4) == 0 {
			cl.Hedge = entities.Words{fmt.Sprintf("may & %d", i)}
		}
		if i > 0 && r.IntN(2) == 0 {
			cl.Answers = entities.Answer{Claim: claims[r.IntN(i)].ID, As: answers[r.IntN(len(answers))]}
			if as := cl.Answers.As; i%5 == 0 && as != entities.Confirms && as != entities.Repeats {
				cl.Answers.Also = []string{claims[i/2].ID}
			}
		}
		claims = append(claims, cl)
	}
	return claims
}

func typeNames(types []entities.EntityType) []string {
	var names []string
	for _, t := range types {
		names = append(names, string(t))
	}
	return names
}
