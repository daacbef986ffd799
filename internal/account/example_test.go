package account_test

import (
	"fmt"

	"example.org/graphgen/internal/account"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/words"
)

func ExampleTeller_Caveat() {
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
	t := account.Teller{Index: x, Words: words.For("en"), Lang: "en"}
	fmt.Println(t.Caveat(x.Stand([]string{"paid"}, true)))
	// Output: disputed: alleged by Mill Watch, denied by Mill Co
}
