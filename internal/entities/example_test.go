package entities_test

import (
	"fmt"

	"example.org/graphgen/internal/entities"
)

// A ministry's deal, told by an auditor, repeated by a newspaper and denied by the minister.
func ExampleIndex_Stand() {
	c := &entities.Case{
		Sources: []entities.Source{
			{ID: "audit", Type: entities.Report, Publisher: "auditor"},
			{ID: "news", Type: entities.Article, Publisher: "newspaper"},
		},
		Claims: []entities.Claim{
			{ID: "bribe", Source: "audit", Speaker: "auditor", Standing: entities.Record, Hedge: entities.Words{"appears"}},
			{ID: "told-again", Source: "news", Speaker: "newspaper", Standing: entities.Stated,
				Answers: entities.Answer{Claim: "bribe", As: entities.Repeats}},
		},
	}
	line := []string{"bribe", "told-again"}

	v := entities.NewIndex(c).Stand(line, true)
	fmt.Println(v.Standing, "by", v.Speakers(), "who wrote", v.Hedges)

	c.Claims = append(c.Claims, entities.Claim{ID: "no-bribe", Source: "news", Speaker: "minister", RelayedBy: "newspaper",
		Standing: entities.Stated, Answers: entities.Answer{Claim: "told-again", As: entities.Denies}})
	v = entities.NewIndex(c).Stand(line, true)
	fmt.Println(v.Standing, "by", v.Deniers(), "and still", v.Strength)
	// Output:
	// alleged by [auditor] who wrote [appears]
	// contested by [minister] and still alleged
}
