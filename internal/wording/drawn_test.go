package wording

import (
	"fmt"
	"math/rand/v2"
	"os"
	"testing"

	"example.org/graphgen/internal/casetest"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/words"
)

// load reads a case file of the repository.
func load(t testing.TB, path string) *entities.Case {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	file, problems := entities.Load(path, data)
	if len(problems) > 0 {
		t.Fatalf("%s: %v", path, problems)
	}
	return file.Case
}

const (
	seedCase = "../../data/entities.json"
	harbour  = "../../examples/harbour/data/entities.json"
)

// inEveryView calls check with each view of the case that the repository is about, of its
// example and of random cases, in a language of the case and in one that has few of its texts.
func inEveryView(t *testing.T, check func(t *testing.T, describer *Describer, v *network.View)) {
	t.Helper()
	cases := map[string]*entities.Case{"the case": load(t, seedCase), "the harbour": load(t, harbour), "the mill": milling()}
	for seed := range uint64(60) {
		cases[fmt.Sprintf("random %d", seed)] = furnished(seed)
	}
	for name, c := range cases {
		x := entities.NewIndex(c)
		n := network.New(x)
		for i := range c.Views {
			v := n.View(&c.Views[i])
			for _, lang := range []string{"en", "km"} {
				t.Run(fmt.Sprintf("%s/%s/%s", name, v.Spec.ID, lang), func(t *testing.T) {
					check(t, &Describer{Index: x, Words: words.For(lang), Lang: lang}, v)
				})
			}
		}
	}
}

// furnished is a random case with requests for replies, offices under names, and names in
// another language.
func furnished(seed uint64) *entities.Case {
	c, r := casetest.Random(seed), rand.New(rand.NewPCG(seed, 11))
	for i := range c.Claims {
		if r.IntN(3) == 0 {
			c.Claims[i].Reply = entities.Reply{Asked: true, Outcome: []entities.Outcome{entities.NoReply, entities.Declined, entities.Answered}[r.IntN(3)]}
		}
		if r.IntN(8) == 0 {
			c.Claims[i].Reply.Claim = c.Claims[r.IntN(len(c.Claims))].ID
		}
	}
	for i := range c.Entities {
		if e := &c.Entities[i]; r.IntN(2) == 0 {
			e.Name = entities.Text{"en": e.Name[""], "km": fmt.Sprintf("ឈ្មោះ%d", i)}
		}
	}
	c.Claims = append(c.Claims, entities.Claim{ID: "in-office", Source: "s0", Speaker: "e1", Quote: "holds it", Standing: entities.Stated})
	c.Entities = append(c.Entities, entities.Entity{ID: "post", Type: entities.Office, Name: entities.Text{"": "The Post"}})
	for i := range c.Entities {
		if e := c.Entities[i]; e.Type == entities.Person {
			c.Relations = append(c.Relations, entities.Relation{ID: "holds-" + e.ID, Type: "holds-office", From: e.ID, To: "post", Claims: []string{"in-office"}})
		}
	}
	return c
}

// line is something that a view draws that stands on claims.
type line struct {
	id      string
	verdict entities.Verdict
	edge    *network.Edge // nil for a value or an office
}

func linesOf(v *network.View) []line {
	var lines []line
	for i := range v.Edges {
		lines = append(lines, line{v.Edges[i].ID, v.Edges[i].Verdict, &v.Edges[i]})
	}
	for _, n := range v.Nodes {
		if n.Kind == network.ValueNode {
			lines = append(lines, line{n.ID, n.Verdict, nil})
		}
		for _, office := range n.Offices {
			lines = append(lines, line{office.Relation.ID, office.Verdict, nil})
		}
	}
	return lines
}

// drawnIDs counts the IDs of all that a view draws.
func drawnIDs(v *network.View) map[string]int {
	ids := map[string]int{}
	for _, n := range v.Nodes {
		if n.Kind != network.ValueNode {
			ids[n.ID]++
		}
	}
	for _, l := range linesOf(v) {
		ids[l.id]++
	}
	return ids
}

// differences tells how often told IDs differ from how often they are drawn.
func differences(v *network.View, told []string) []string {
	ids := drawnIDs(v)
	for _, id := range told {
		ids[id]--
	}
	var differ []string
	for id, n := range ids {
		if n != 0 {
			differ = append(differ, fmt.Sprintf("%s is told %d times too seldom", id, n))
		}
	}
	return differ
}
