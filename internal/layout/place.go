package layout

import (
	"context"
	"fmt"
	"slices"

	"example.org/graphgen/internal/layout/graphviz"
)

// placeFree lays the graph out without its pins and same ranks.
func (l *layouter) placeFree(ctx context.Context) (*draft, error) {
	plan, notKept := l.planKept()
	if plan != nil {
		d, err := l.layPlanned(ctx, plan)
		if !graphvizFails(err) {
			return d, err
		}
		notKept = KeptFails
	}
	d, err := l.lay(ctx, attempt{labels: l.preferred()})
	if l.program == Dot && len(l.Clusters) > 0 && graphvizFails(err) {
		d, err = l.placeLoose(ctx)
	}
	if err == nil && d.notKept.Kind == 0 {
		d.notKept.Kind = notKept
	}
	return d, err
}

// layPlanned lays the graph out by a plan.
func (l *layouter) layPlanned(ctx context.Context, plan *plan) (*draft, error) {
	d, err := l.lay(ctx, attempt{labels: plan.labels, plan: plan})
	if err != nil {
		return nil, err
	}
	if n := plan.displaced(d.placed); n > 0 {
		d.plan, d.notKept = nil, Warning{Kind: KeptDisplaced, Count: n}
	}
	return d, nil
}

// placeLoose lays a graph out on whose clusters dot fails: it loses edges between two of them
// at times. It lays the rest out without, and then as planned with clusters in the same ranks.
func (l *layouter) placeLoose(ctx context.Context) (*draft, error) {
	d, err := l.lay(ctx, attempt{labels: l.preferred(), loose: true})
	if err != nil {
		return nil, err
	}
	return l.layPlanned(ctx, newPlan(l.rankingOf(d.ranksFound()), d.direction, d.labels))
}

// attempt says how the graph is to be laid out.
type attempt struct {
	labels    []label
	plan      *plan // nil for none
	loose     bool  // whether Graphviz is not told of the clusters, since it fails on them
	direction Direction
	spacing   float64 // 1 for what dot keeps between things by default here, more for more
}

// lay lets Graphviz place the graph as planned, or, without a plan, in the best of several ways.
func (l *layouter) lay(ctx context.Context, a attempt) (*draft, error) {
	var best *draft
	var least float64
	hidden := 0 // protected labels that the best one hides
	try := func(direction Direction, spacing float64) (crossed int, err error) {
		a.direction, a.spacing = direction, spacing
		d, err := l.try(ctx, a)
		if err != nil {
			return 0, err
		}
		if d.settles() {
			crossed = d.settleLabels()
		} else {
			d.settleOverlapping()
		}
		hides := d.hiddenLabels()
		if cost := awkwardness(d.placed, crossed) * (1 + float64(hides*hides)); best == nil || cost < least {
			best, least, hidden = d, cost, hides
		}
		return crossed, nil
	}
	clear := false
	for _, direction := range l.directions(a.plan) {
		crossed, err := try(direction, 1)
		if err != nil {
			return nil, err
		}
		clear = clear || crossed == 0
		if crossed == 0 && elongation(best.placed.Width, best.placed.Height) == 1 {
			break // the other direction takes as long again
		}
	}
	for _, spacing := range []float64{1.4, 1.9} {
		spaced := l.program == Dot && len(l.Nodes) <= spacedNodes
		if clear || !spaced && (hidden == 0 || !l.settles()) {
			break
		}
		crossed, err := try(best.direction, spacing)
		if err != nil {
			return nil, err
		}
		clear = crossed == 0
	}
	if l.settles() {
		best.reshapeLabels()
	}
	return best, nil
}

// spacedNodes is the size up to which a graph gets more room where an edge runs through the
// label of another. Larger ones cannot be had without that; they get it where something hides
// a protected label.
const spacedNodes = 40

// try lets Graphviz place the graph in one way.
func (l *layouter) try(ctx context.Context, a attempt) (*draft, error) {
	g := l.dotGraph(a)
	if a.loose {
		unnest(g)
	}
	if a.plan != nil {
		a.plan.apply(g)
	}
	placed, err := l.engine.Layout(ctx, graphviz.Job{DOT: g.Bytes(), Program: string(l.program)})
	if err != nil {
		return nil, l.failed(l.program, err)
	}
	if a.plan != nil {
		a.plan.release(placed)
	}
	return l.draftOf(placed, a)
}

// draftOf is what Graphviz placed, with every edge from its tail to its head.
func (l *layouter) draftOf(placed *graphviz.Layout, a attempt) (*draft, error) {
	d := &draft{resolved: l.resolved, placed: placed, labels: slices.Clone(a.labels), direction: a.direction, plan: a.plan}
	d.turnReversed()
	return d, d.missing()
}

// turnReversed lets edges that were laid out from their head run from their tail.
func (d *draft) turnReversed() {
	routes := routesOf(d.placed)
	for i := range d.Edges {
		route := routes[edgeName(i)]
		if route == nil || route.Tail == nodeName(d.number[d.Edges[i].From]) {
			continue
		}
		route.Tail, route.Head = route.Head, route.Tail
		slices.Reverse(route.Splines)
		for j := range route.Splines {
			s := &route.Splines[j]
			slices.Reverse(s.Points)
			s.Start, s.End = s.End, s.Start
		}
	}
}

// missing is an error where something of the graph has no position: a picture that leaves an
// edge out, or its label, says something else than the graph.
func (d *draft) missing() error {
	routes := routesOf(d.placed)
	for i := range d.Edges {
		route := routes[edgeName(i)]
		if route == nil || !d.labels[i].empty() && route.Label == nil {
			return fmt.Errorf("the layout has no place for line %q", d.Edges[i].ID)
		}
	}
	for i := range d.Nodes {
		if _, ok := d.placed.Nodes[nodeName(i)]; !ok {
			return fmt.Errorf("the layout has no place for node %q", d.Nodes[i].ID)
		}
	}
	return nil
}

// routesOf finds the edges of a layout by name.
func routesOf(placed *graphviz.Layout) map[string]*graphviz.Edge {
	routes := make(map[string]*graphviz.Edge, len(placed.Edges))
	for i := range placed.Edges {
		routes[placed.Edges[i].ID] = &placed.Edges[i]
	}
	return routes
}
