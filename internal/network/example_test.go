package network_test

import (
	"fmt"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
)

// Everything within one line of the ministry: an accusation and its denial come as one.
func ExampleNetwork_View() {
	c := &entities.Case{
		Entities: []entities.Entity{
			{ID: "company", Type: entities.Organization},
			{ID: "ministry", Type: entities.Ministry},
			{ID: "witness", Type: entities.Person},
		},
		Claims: []entities.Claim{
			{ID: "it-paid", Speaker: "witness", Standing: entities.Alleged},
			{ID: "it-did-not", Speaker: "company", Standing: entities.Stated,
				Answers: entities.Answer{Claim: "it-paid", As: entities.Denies}},
		},
		Relations: []entities.Relation{
			{ID: "payment", Type: "bribed", From: "company", To: "ministry", Claims: []string{"it-paid"}},
		},
	}
	n := network.New(entities.NewIndex(c))
	view := n.View(&entities.View{Around: entities.Around{Entity: "ministry"}})
	for _, e := range view.Edges {
		fmt.Println(e.ID, "from", e.From, "to", e.To, "is", e.Verdict.Standing)
		fmt.Println("said by", e.Verdict.Speakers(), "denied by", e.Verdict.Deniers())
	}
	fmt.Println("entities left out:", view.LeftOut.Entities)
	// Output:
	// payment from company to ministry is contested
	// said by [witness] denied by [company]
	// entities left out: 1
}
