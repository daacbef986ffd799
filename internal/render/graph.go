package render

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/layout"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/places"
)

// layOut finds a layout for a diagram.
func (r *Renderer) layOut(ctx context.Context, d *diagram) (*layout.Placement, error) {
	return r.layOutGraph(ctx, r.graph(d))
}

func (r *Renderer) layOutGraph(ctx context.Context, g *layout.Graph) (*layout.Placement, error) {
	placed, err := layout.Place(ctx, r.Engine, g)
	if failure := (*layout.Error)(nil); errors.As(err, &failure) && failure.TooHard() {
		advice := fewer
		if failure.Program == layout.Dot {
			advice += ", or set layout sfdp"
		}
		return nil, fmt.Errorf("%w; %s", err, advice)
	}
	return placed, err
}

// fewer is what to do about a view that is too large.
const fewer = "select fewer with `around`, `include` or `exclude`"

// expectSize is an error where a view is too large for any layout. It comes before anything
// else is done for the view.
func expectSize(v *network.View) error {
	if len(v.Nodes) <= layout.MaxNodes && len(v.Edges) <= layout.MaxEdges {
		return nil
	}
	return fmt.Errorf("%d nodes and %d lines are more than can be drawn (%d and %d at most); %s",
		len(v.Nodes), len(v.Edges), layout.MaxNodes, layout.MaxEdges, fewer)
}

// graph is what layout is given of a diagram: sizes and ends, with all that edits and kept places
// ask for.
func (r *Renderer) graph(d *diagram) *layout.Graph {
	spec := d.view.Spec
	g := &layout.Graph{
		Direction: layout.Direction(spec.Direction), Mirrored: d.rightToLeft,
		Kept: keptRanks(r.Kept[spec.ID]), SameRanks: d.sameRankGroups(),
	}
	if spec.Layout != entities.Auto {
		g.Program = layout.Program(spec.Layout)
	}
	for i := range d.nodes {
		of := &d.nodes[i]
		n := layout.Node{ID: of.ID, Width: of.w, Height: of.h, Round: of.look.round, Cluster: of.Cluster}
		if at := d.editedPlace(i); at != nil {
			n.Pin = &layout.Point{X: at.X, Y: at.Y}
		}
		g.Nodes = append(g.Nodes, n)
	}
	for i := range d.edges {
		g.Edges = append(g.Edges, d.edges[i].layoutEdge())
	}
	for i := range d.clusters {
		c := &d.clusters[i]
		g.Clusters = append(g.Clusters, layout.Cluster{
			ID: c.ID, Parent: c.Parent, Heading: c.words.size(),
			HeadingBelow: c.Figure != nil, // lines lead to values, never from them: they all come from above
		})
	}
	return g
}

// layoutEdge is a line as layout is given it. A line that leads up is laid out from above, so that
// ranks follow the order of offices.
func (e *edge) layoutEdge() layout.Edge {
	laid := layout.Edge{
		ID: e.ID, From: e.From, To: e.To, Reach: e.pen.half(), Protected: e.bound,
		Reversed: e.Relation != nil && upward[e.Relation.Type],
	}
	if e.Kind == network.FlowEdge {
		laid.ArrowSize, laid.Weight = 1.5, 3
	}
	for i := range e.labels {
		laid.Labels = append(laid.Labels, e.labels[i].words.size())
	}
	return laid
}

func (p *paragraph) size() layout.Size { return layout.Size{Width: p.w, Height: p.h} }

// sameRankGroups are the groups of nodes that are to stand in one rank, as far as they are there.
func (d *diagram) sameRankGroups() [][]string {
	if d.edits.Empty() {
		return nil
	}
	var groups [][]string
	for _, group := range d.edits.Ranks {
		here := slices.DeleteFunc(slices.Clone(group), func(id string) bool { return d.view.Node(id) == nil })
		if len(here) > 1 {
			groups = append(groups, here)
		}
	}
	return groups
}

// Places is where the nodes of a view stand when it is drawn, to be kept from then on. It is nil
// for a view that another layout than dot places, which has no ranks, and for an empty one.
func (r *Renderer) Places(ctx context.Context, v *network.View) (*places.Places, error) {
	if err := expectSize(v); err != nil {
		return nil, err
	}
	g := r.graph(r.compose(v))
	program, err := layout.ProgramOf(g)
	if err != nil || program != layout.Dot || len(g.Nodes) == 0 {
		return nil, err
	}
	for i := range g.Nodes {
		g.Nodes[i].Pin = nil // which has no part in ranks
	}
	placed, err := r.layOutGraph(ctx, g)
	if err != nil {
		return nil, err
	}
	return placesOf(v.Spec.ID, placed.Ranks()), nil
}

// keptRanks and placesOf turn kept places into ranks of a layout, and such ranks into places.
func keptRanks(p *places.Places) *layout.Ranks {
	if p == nil {
		return nil
	}
	ranks := &layout.Ranks{Direction: layout.Direction(p.Direction)}
	for _, ids := range p.Ranks {
		members := make([]layout.Member, len(ids))
		for i, id := range ids {
			members[i].ID, members[i].Passing = strings.CutPrefix(id, places.Passing)
		}
		ranks.Ranks = append(ranks.Ranks, members)
	}
	return ranks
}

func placesOf(view string, ranks *layout.Ranks) *places.Places {
	if ranks == nil {
		return nil
	}
	p := &places.Places{View: view, Direction: entities.Direction(ranks.Direction)}
	for _, members := range ranks.Ranks {
		var ids []string
		for _, m := range members {
			if m.Passing {
				m.ID = places.Passing + m.ID
			}
			ids = append(ids, m.ID)
		}
		p.Ranks = append(p.Ranks, ids)
	}
	return p
}
