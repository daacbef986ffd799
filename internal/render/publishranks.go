package render

import (
	"math"

	"example.org/graphgen/internal/layout"
	"example.org/graphgen/internal/viewdot"
)

// ranker has Graphviz put things into ranks as the picture has them. The picture lays some lines
// out from their other end, as from a ministry up to its government, and in a published file each
// runs as it does in the case.
type ranker struct {
	*diagram
	placed *layout.Placement
}

// ranks is what a published file says for that.
type ranks struct {
	direction layout.Direction // in which they follow each other
	against   map[int]bool     // lines that are left out of account, since they lead against it
	beside    [][2]string      // nodes of one rank: one that no other line holds there, and one that is held
}

// rank gives a published file its ranks.
func (p *ranker) rank(f *viewdot.File) {
	r := p.ranking()
	f.Direction = string(r.direction)
	for i := range f.Edges {
		f.Edges[i].Unranked = r.against[i]
	}
	f.Ranks, f.Look.RankHeadings = p.sameRankGroups(), map[int]string{}
	if len(f.Ranks) > 0 {
		f.Look.RankHeadings[0] = "in one rank, as edited"
	}
	if len(r.beside) > 0 {
		f.Look.RankHeadings[len(f.Ranks)] = "beside each other"
		f.GlobalRanks = len(f.Clusters) > 0
	}
	for _, pair := range r.beside {
		f.Ranks = append(f.Ranks, pair[:])
	}
}

// opposite is the direction of ranks that follow each other the other way.
var opposite = map[layout.Direction]layout.Direction{
	layout.LeftRight: layout.RightLeft, layout.RightLeft: layout.LeftRight,
	layout.TopBottom: layout.BottomTop, layout.BottomTop: layout.TopBottom,
}

func (p *ranker) ranking() ranks {
	if p.placed.Program != layout.Dot {
		return ranks{direction: p.facing(p.placed.Direction)}
	}
	with, against := map[int]bool{}, map[int]bool{}
	rank := p.rankNumbers()
	for i := range p.diagram.edges {
		e := p.diagram.edges[i].Edge
		switch step := rank[e.To] - rank[e.From]; {
		case step == 0:
			with[i], against[i] = true, true
		case step > 0:
			with[i] = true
		default:
			against[i] = true
		}
	}
	r := ranks{direction: p.facing(p.placed.Direction), against: against}
	if len(against) > len(with) {
		r = ranks{direction: p.facing(opposite[p.placed.Direction]), against: with}
	}
	p.hold(&r, rank)
	return r
}

// rankNumbers are the ranks of nodes in the picture, from 0.
func (p *ranker) rankNumbers() map[string]int {
	numbers := map[string]int{}
	for i, number := range p.placed.RankNumbers() {
		numbers[p.nodes[i].ID] = number
	}
	return numbers
}

// hold ties nodes that no line from a rank beside theirs holds in it to one that such a line
// holds in the same rank. Where there is none, all their lines count: better on the wrong side
// of something than far from it.
func (p *ranker) hold(r *ranks, rank map[string]int) {
	held, near := map[string]bool{}, map[[2]string]bool{}
	for i := range p.diagram.edges {
		e := p.diagram.edges[i].Edge
		near[[2]string{e.From, e.To}], near[[2]string{e.To, e.From}] = true, true
		if step := rank[e.To] - rank[e.From]; !r.against[i] && (step == 1 || step == -1) {
			held[e.From], held[e.To] = true, true
		}
	}
	var loose []string
	for i := range p.nodes {
		node := p.nodes[i].Node
		if held[node.ID] {
			continue
		}
		if anchor := p.anchor(i, rank, held, near); anchor != "" {
			r.beside = append(r.beside, [2]string{node.ID, anchor})
		} else {
			loose = append(loose, node.ID)
		}
	}
	for _, id := range loose {
		for i := range p.diagram.edges {
			if e := p.diagram.edges[i].Edge; e.From == id || e.To == id {
				delete(r.against, i)
			}
		}
	}
}

// anchor is the nearest node in a node's rank that lines hold and that none joins to it,
// since Graphviz has trouble with labels between nodes of one rank.
func (p *ranker) anchor(node int, rank map[string]int, held map[string]bool, near map[[2]string]bool) string {
	n := p.nodes[node].Node
	anchor, least := "", math.Inf(1)
	for i := range p.nodes {
		other := p.nodes[i].Node
		if rank[other.ID] != rank[n.ID] || !held[other.ID] || near[[2]string{n.ID, other.ID}] {
			continue
		}
		far := math.Abs(p.placed.Across(i) - p.placed.Across(node))
		if far < least {
			anchor, least = other.ID, far
		}
	}
	return anchor
}
