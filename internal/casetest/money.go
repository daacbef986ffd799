package casetest

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"example.org/graphgen/internal/entities"
)

// Money is a case of payments alone, with plain names and amounts of every kind: in two currencies,
// in units, several on a line, some on the words of others, alleged or denied.
func Money() *entities.Case {
	c := Acts()
	c.Title, c.Relations, c.Views = entities.Text{"": "Money"}, nil, []entities.View{{ID: "money", Title: entities.Text{"": "Money"}}}
	r := rand.New(rand.NewPCG(3, 9))
	kinds := []string{"paid", "transferred-to", "lent-to", "donated-to", "contracted", "bribed"}
	for i := range 24 {
		from := r.IntN(6)
		rel := entities.Relation{ID: fmt.Sprintf("pay%d", i), Type: kinds[r.IntN(len(kinds))], From: c.Entities[from].ID, To: c.Entities[(from+1+r.IntN(5))%6].ID,
			Claims: []string{fmt.Sprintf("c%d", r.IntN(3))}}
		for range r.IntN(3) {
			rel.Amounts = append(rel.Amounts, amount(r))
		}
		c.Relations = append(c.Relations, rel)
	}
	c.Relations = append(c.Relations, entities.Relation{ID: "whole", Type: "paid", From: "e0", To: "e1", Claims: []string{"c0"},
		Amounts: []entities.Amount{{Value: "1200", Currency: "EUR"}}})
	return c
}

func amount(r *rand.Rand) entities.Amount {
	a := entities.Amount{Value: []entities.Number{"1200", "2400000", "0.5", "75"}[r.IntN(4)]}
	switch r.IntN(3) {
	case 0:
		a.Currency = "EUR"
	case 1:
		a.Currency = "THB"
	default:
		a.Unit = entities.Text{"": "tonnes"}
	}
	if r.IntN(3) == 0 {
		a.Qualifier = entities.Text{"": "about"}
	}
	if r.IntN(3) == 0 {
		a.Period = "2021"
	}
	if r.IntN(2) == 0 {
		a.Claims = []string{fmt.Sprintf("c%d", r.IntN(6))}
	}
	return a
}

var printedNumbers = map[entities.Number]string{"1200": "1,200", "2400000": "2,400,000", "0.5": "0.5", "75": "75"}

// amountWords are the amounts of a relation as Money gives them, and for one on words of its own that
// are alleged or denied the word for that.
func amountWords(c *entities.Case, id string) []string {
	var words []string
	at := slices.IndexFunc(c.Relations, func(r entities.Relation) bool { return r.ID == id })
	if at < 0 {
		return nil
	}
	for _, a := range c.Relations[at].Amounts {
		said := printedNumbers[a.Value]
		if a.Currency != "" {
			said = a.Currency + " " + said
		} else {
			said += " " + a.Unit[""]
		}
		if len(a.Qualifier) > 0 {
			said = a.Qualifier[""] + " " + said
		}
		words = append(words, said)
		for _, claim := range a.Claims {
			switch claim {
			case "c3":
				words = append(words, "disputed")
			case "c4":
				words = append(words, "alleged")
			case "c5":
				words = append(words, "unsubstantiated")
			}
		}
	}
	return words
}
