package handtest

import (
	"example.org/graphgen/internal/colours"
	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/network"
)

// free are the things of a view that may be taken out by themselves, whatever else stays: lines of
// relations whose claims no other line has, answers, or is answered by, and entities that say
// nothing and that only such lines lead to. Other things may be as well; of these it is certain
// without any rule of the program.
func (d *desk) free(v *network.View) map[edits.Thing]bool {
	x := d.network.Index()
	answered := map[string]bool{} // claims that answer or are answered
	silent := func(id string) bool {
		for i := range x.Case.Claims {
			if c := &x.Case.Claims[i]; c.Speaker == id || c.RelayedBy == id {
				return false
			}
		}
		return true
	}
	for i := range x.Case.Claims {
		if c := &x.Case.Claims[i]; c.Answers.Claim != "" {
			answered[c.ID], answered[c.Answers.Claim] = true, true
		}
	}
	uses := map[string]int{}
	count := func(claims []string) {
		for _, id := range claims {
			uses[id]++
		}
	}
	for i := range x.Case.Relations {
		count(x.Case.Relations[i].Claims)
	}
	for i := range x.Case.Flows {
		count(x.Case.Flows[i].Claims)
	}
	for i := range x.Case.Figures {
		for j := range x.Case.Figures[i].Values {
			count(x.Case.Figures[i].Values[j].Claims)
		}
	}
	free := map[edits.Thing]bool{}
	bound := map[string]bool{} // nodes that other lines lead to
	for i := range v.Edges {
		e := &v.Edges[i]
		alone := e.Kind == network.RelationEdge && !e.ByHand
		if alone {
			for _, id := range e.Relation.Claims {
				alone = alone && uses[id] == 1 && !answered[id]
			}
		}
		if alone {
			free[edits.Thing{Line: true, ID: e.ID}] = true
		} else {
			bound[e.From], bound[e.To] = true, true
		}
	}
	for i := range v.Nodes {
		n := &v.Nodes[i]
		if n.Kind == network.EntityNode && !n.ByHand && !bound[n.ID] && silent(n.ID) {
			free[edits.Thing{ID: n.ID}] = true
		}
	}
	return free
}

// hexOf is a colour as edits have it.
func hexOf(raw string) string {
	c, err := colours.Parse(raw)
	if err != nil {
		panic(err) // these tests name colours that there are
	}
	return c.String()
}
