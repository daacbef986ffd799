package wording_test

import (
	"fmt"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/wording"
	"example.org/graphgen/internal/words"
)

func ExampleDescriber_Caveat() {
	c := &entities.Case{
		Entities: []entities.Entity{
			{ID: "watch", Name: entities.Text{"": "Mill Watch"}},
			{ID: "mill", Name: entities.Text{"": "Mill Co"}},
		},
		Claims: []entities.Claim{
			{ID: "paid", Speaker: "watch", Standing: entities.Alleged},
			{ID: "never", Speaker: "mill", Standing: entities.Stated, Answers: entities.Answer{Claim: "paid", As: entities.Denies}},
		},
	}
	x := entities.NewIndex(c)
	t := wording.Describer{Index: x, Words: words.For("en"), Lang: "en"}
	fmt.Println(t.Caveat(x.Stand([]string{"paid"}, true)))
	// Output: disputed: alleged by Mill Watch, denied by Mill Co
}

func ExampleDescriber_Describe() {
	c := &entities.Case{
		Language: "en",
		Entities: []entities.Entity{
			{ID: "watch", Type: entities.Organization, Name: entities.Text{"": "Mill Watch"}},
			{ID: "mill", Type: entities.Organization, Name: entities.Text{"": "Mill Co"}},
			{ID: "ada", Type: entities.Person, Name: entities.Text{"": "Ada Berg"}},
		},
		Claims: []entities.Claim{
			{ID: "heads", Speaker: "mill", Standing: entities.Stated},
			{ID: "paid", Speaker: "watch", Standing: entities.Alleged, Hedge: entities.Words{"may"}},
			{ID: "never", Speaker: "mill", Standing: entities.Stated, Answers: entities.Answer{Claim: "paid", As: entities.Denies}},
		},
		Relations: []entities.Relation{
			{ID: "ada-heads", Type: "heads", From: "ada", To: "mill", Claims: []string{"heads"}},
			{ID: "mill-paid", Type: "bribed", From: "mill", To: "ada", Claims: []string{"paid"}},
		},
	}
	x := entities.NewIndex(c)
	t := wording.Describer{Index: x, Words: words.For("en"), Lang: "en"}
	for _, p := range t.Describe(network.New(x).View(&entities.View{})) {
		for _, s := range p.Sentences {
			fmt.Println(s)
		}
	}
	// Output:
	// Organization: Mill Co.
	// Person: Ada Berg.
	// Ada Berg heads Mill Co, according to Mill Co.
	// Disputed: alleged by Mill Watch, denied by Mill Co. At issue: Mill Co bribed Ada Berg (said with reserve: “may”).
}
