package network

import (
	"slices"
	"strconv"

	"example.org/graphgen/internal/entities"
)

// drawFigures adds a node for each value, a cluster for each figure and a line from each
// speaker, who joins the selection unless excluded.
func (n *Network) drawFigures(v *View, s selection, exclude exclusion) {
	for _, id := range s.figures.sorted() {
		f := n.index.Figure(id)
		v.Clusters = append(v.Clusters, Cluster{ID: f.ID, Figure: f})
		for i := range f.Values {
			node := Node{
				ID: f.ID + "/" + strconv.Itoa(i+1), Kind: ValueNode, Figure: f, Value: &f.Values[i],
				Verdict: n.index.StandValue(f, &f.Values[i]), Cluster: f.ID,
			}
			v.Nodes = append(v.Nodes, node)
			for _, e := range n.voicesOn(node) {
				if speaker := n.index.Entity(e.From); speaker != nil {
					if _, excluded := exclude.entity(speaker); !excluded {
						s.entities[speaker.ID] = true
						v.Edges = append(v.Edges, e)
					}
				}
			}
		}
	}
}

// voicesOn returns the lines from those who give the value and from those who answer it.
func (n *Network) voicesOn(value Node) []Edge {
	var edges []Edge
	for _, c := range value.Verdict.Affirming {
		edges = append(edges, Edge{
			ID: value.ID + "/" + c.ID, Kind: GivesEdge, From: c.Speaker, To: value.ID,
			Claim: c, Verdict: n.giving(value, c),
		})
	}
	for _, c := range slices.Concat(value.Verdict.Denials, value.Verdict.Remarks) {
		if n.answersLine(value.Verdict, c) {
			edges = append(edges, Edge{
				ID: value.ID + "/" + c.ID, Kind: DisputesEdge, From: c.Speaker, To: value.ID,
				Claim: c, Verdict: answering(value.Verdict, c),
			})
		}
	}
	return edges
}

// giving is how one speaker's line to a value stands: as that claim does alone, so that a
// rumour is not drawn as firmly as the record beside it; contested where the value is.
func (n *Network) giving(node Node, c *entities.Claim) entities.Verdict {
	v, value := n.index.StandValue(node.Figure, &entities.Value{Claims: []string{c.ID}}), node.Verdict
	if value.Standing == entities.Contested && v.Standing != "" {
		v.Standing, v.Denials, v.Remarks = entities.Contested, value.Denials, value.Remarks
	}
	return v
}

// answering is how the line of one who answers stands: as the value does, with the
// answer's own hedge, and never above the answer's own standing.
func answering(value entities.Verdict, c *entities.Claim) entities.Verdict {
	v := value
	v.Hedges = c.Hedge
	weak := c.Standing == entities.Alleged || c.Standing == entities.Rumoured
	if weak && v.Standing != entities.Contested && v.Standing != entities.Rumoured {
		v.Standing = c.Standing
	}
	v.Unsubstantiated = v.Unsubstantiated || c.Standing == entities.Rumoured
	return v
}

// answersLine tells whether a claim, or the one that it seconds, answers what the verdict
// is on. Claims that answer an answer travel with a line too, but are not about it.
func (n *Network) answersLine(v entities.Verdict, c *entities.Claim) bool {
	return slices.ContainsFunc(n.answered(c), func(answered *entities.Claim) bool {
		told := n.firstTelling(answered)
		return slices.ContainsFunc(v.Affirming, func(a *entities.Claim) bool {
			return n.firstTelling(a) == told || slices.Contains(n.index.AnsweredWith(a), told)
		})
	})
}

// answered returns the claims that c, or the one that it seconds, denies or answers in other
// words; none where it answers nothing.
func (n *Network) answered(c *entities.Claim) []*entities.Claim {
	if c = n.firstTelling(c); seconds(c) {
		return nil // in a circle, or after a claim that is not there
	}
	var answered []*entities.Claim
	for _, id := range c.Answers.Claims() {
		if other := n.index.Claim(id); other != nil {
			answered = append(answered, other)
		}
	}
	return answered
}

// firstTelling follows confirmations and repeats to the claim that they say again. In a
// circle, which check reports, it stops at the first that it meets twice.
func (n *Network) firstTelling(c *entities.Claim) *entities.Claim {
	for seen := map[*entities.Claim]bool{}; seconds(c) && !seen[c]; {
		seen[c] = true
		if next := n.index.Claim(c.Answers.Claim); next != nil {
			c = next
		}
	}
	return c
}

func seconds(c *entities.Claim) bool {
	return c.Answers.Claim != "" && (c.Answers.As == entities.Confirms || c.Answers.As == entities.Repeats)
}
