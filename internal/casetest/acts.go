package casetest

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"example.org/graphgen/internal/entities"
)

// actTypes are the relation types that are official acts, with whether whom they are about is at
// the far end and whether an acquittal can be the end of them: the tests' own table.
var actTypes = []struct {
	name        string
	far, endsIn bool
}{
	{"investigated-by", false, true}, {"investigated", true, true}, {"arrested-by", false, true}, {"arrested", true, true},
	{"charged-by", false, true}, {"convicted-by", false, true}, {"acquitted-by", false, false}, {"acquitted-by", false, false},
	{"sued-by", false, false}, {"sanctioned-by", false, false}, {"sanctioned", true, false}, {"settled-with", false, false},
}

// addActs gives a case official acts about a few of its entities.
func addActs(c *entities.Case, seed uint64, n int, some func(r *rand.Rand) []string) {
	r := rand.New(rand.NewPCG(seed, 12))
	for i := range n {
		kind := actTypes[r.IntN(len(actTypes))].name
		subject, authority := r.IntN(3), 3+r.IntN(len(c.Entities)-3)
		act := entities.Relation{ID: fmt.Sprintf("act%d", i), Type: kind, From: c.Entities[subject].ID, To: c.Entities[authority].ID, Claims: some(r),
			Start: []string{"", "2019", "2021-05", "2023~"}[r.IntN(4)], State: []entities.ActState{"", "", entities.Pending, entities.Final, entities.Appealed, entities.Overturned}[r.IntN(6)]}
		if about := []string{"", "fraud", "arson"}[r.IntN(3)]; about != "" {
			act.For = entities.Text{"": about}
		}
		if kind == "investigated" || kind == "arrested" || kind == "sanctioned" {
			act.From, act.To = act.To, act.From
		}
		c.Relations = append(c.Relations, act)
	}
}

// Acts is a case of official acts alone, with plain names: each a fact on a paper's word, some of
// them alleged or denied.
func Acts() *entities.Case {
	c := &entities.Case{Version: 1, Title: entities.Text{"": "Acts"}, Language: "en", Views: []entities.View{{ID: "acts", Title: entities.Text{"": "Acts"}}}}
	for i, kind := range []entities.EntityType{entities.Person, entities.Person, entities.Organization, entities.Agency, entities.Ministry, entities.Agency, entities.Media} {
		c.Entities = append(c.Entities, entities.Entity{ID: fmt.Sprintf("e%d", i), Type: kind, Name: entities.Text{"": "Name " + string(rune('A'+i))}})
	}
	c.Sources = []entities.Source{{ID: "paper", Type: entities.Article, Title: entities.Text{"": "Paper"}, Publisher: "e6", URL: "https://paper.example/"}}
	for i, standing := range []entities.Standing{entities.Stated, entities.Stated, entities.Stated, entities.Stated, entities.Alleged, entities.Rumoured} {
		c.Claims = append(c.Claims, entities.Claim{ID: fmt.Sprintf("c%d", i), Source: "paper", Speaker: "e6", Quote: fmt.Sprintf("the words of %d", i), Standing: standing})
	}
	c.Claims = append(c.Claims, entities.Claim{ID: "no", Source: "paper", Speaker: "e0", Quote: "nothing of the sort", Standing: entities.Stated, Answers: entities.Answer{Claim: "c3", As: entities.Denies}})
	addActs(c, 5, 40, func(r *rand.Rand) []string { return []string{fmt.Sprintf("c%d", r.IntN(6))} })
	return c
}

// LineWords are the words, in English, that must stand on a relation wherever it is drawn or told:
// how much it is about and what weakens that; and as it is an official act, what became of it and who
// acquitted whom it is about. It owes nothing to how the program derives them.
func LineWords(c *entities.Case, id string) []string {
	return append(actWords(c, id), amountWords(c, id)...)
}

func actWords(c *entities.Case, id string) []string {
	find := func(id string) (r entities.Relation, subject string, endsIn, known bool) {
		for _, r := range c.Relations {
			if r.ID != id {
				continue
			}
			for _, kind := range actTypes {
				if kind.name == r.Type && kind.far {
					return r, r.To, kind.endsIn, true
				} else if kind.name == r.Type {
					return r, r.From, kind.endsIn, true
				}
			}
		}
		return r, "", false, false
	}
	act, subject, endsIn, known := find(id)
	if !known {
		return nil
	}
	var words []string
	if act.For[""] != "" {
		words = append(words, "for "+act.For[""])
	}
	if state := map[entities.ActState]string{entities.Pending: "pending", entities.Final: "final", entities.Appealed: "under appeal", entities.Overturned: "overturned"}[act.State]; state != "" {
		words = append(words, state)
	}
	if year, _, _ := strings.Cut(strings.TrimSuffix(act.Start, "~"), "-"); year != "" {
		words = append(words, year)
	}
	for _, r := range c.Relations {
		earlier := r.Start == "2019" && act.Start == "2021-05" // the only sure order of those that addActs gives
		same := r.For[""] == "" || act.For[""] == "" || r.For[""] == act.For[""]
		if r.Type != "acquitted-by" || r.From != subject || !endsIn || earlier || !same {
			continue
		}
		for _, e := range c.Entities {
			if e.ID == r.To {
				words = append(words, "acquitted by "+e.Name[""])
			}
		}
	}
	return words
}
