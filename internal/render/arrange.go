package render

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"example.org/graphgen/internal/dot"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/layout/graphviz"
	"example.org/graphgen/internal/network"
)

// arrange lets Graphviz place a diagram, as edits would have it. What Graphviz is given holds
// numbers only: sizes, and names made of indexes. No text of a case reaches it.
func (r *Renderer) arrange(ctx context.Context, d *diagram) (*graphviz.Layout, error) {
	placed, err := r.arrangeRanks(ctx, d)
	if err != nil {
		return nil, err
	}
	if placed, err = r.pin(ctx, d, placed); err != nil {
		return nil, err
	}
	d.raise(placed)
	return placed, nil
}

// arrangeRanks is arrange without the places that nodes were given one by one.
func (r *Renderer) arrangeRanks(ctx context.Context, d *diagram) (*graphviz.Layout, error) {
	placed, err := r.arrangeFree(ctx, d)
	if err != nil {
		return nil, err
	}
	return r.rerank(ctx, d, placed)
}

// arrangeFree is arrange without edits.
func (r *Renderer) arrangeFree(ctx context.Context, d *diagram) (*graphviz.Layout, error) {
	program := layoutProgram(d)
	if len(d.boxes) == 0 {
		return &graphviz.Layout{}, nil
	}
	if plan := r.planFor(d, program); plan != nil {
		placed, err := r.layPlanned(ctx, d, program, plan)
		if !isGraphvizsOwn(err) {
			return placed, err
		}
		d.unkept = "Graphviz fails on them"
	}
	placed, err := r.lay(ctx, d, program, nil)
	if program == string(entities.Dot) && len(d.areas) > 0 && isGraphvizsOwn(err) {
		return r.arrangeLoose(ctx, d, program)
	}
	return placed, err
}

func (r *Renderer) layPlanned(ctx context.Context, d *diagram, program string, plan *plan) (*graphviz.Layout, error) {
	placed, err := r.lay(ctx, d, program, plan)
	if err != nil {
		return nil, err
	}
	if n := plan.displaced(placed); n > 0 {
		d.unkept = fmt.Sprintf("Graphviz put %d of its nodes elsewhere", n)
	} else {
		d.planned = plan
	}
	return placed, nil
}

// arrangeLoose arranges a diagram on whose areas dot fails: it loses lines between two of them
// at times. It lays the rest out without, and then as planned with areas in the same ranks.
func (r *Renderer) arrangeLoose(ctx context.Context, d *diagram, program string) (*graphviz.Layout, error) {
	d.loose = true
	placed, err := r.lay(ctx, d, program, nil)
	if err != nil {
		return nil, err
	}
	return r.layPlanned(ctx, d, program, newPlan(d.rankingOf(d.placesOf(placed)), d.direction))
}

// lay lets Graphviz place a diagram as planned, or, without a plan, in the best of several ways.
func (r *Renderer) lay(ctx context.Context, d *diagram, program string, plan *plan) (*graphviz.Layout, error) {
	var best *graphviz.Layout
	var least float64
	hidden := 0 // in the best: how many words that say how a line stands
	try := func(direction entities.Direction, spacing float64) (crossed int, err error) {
		g := layoutGraph(d, program, direction, spacing)
		if d.loose {
			unnest(g)
		}
		if plan != nil {
			plan.apply(g)
		}
		placed, err := r.Engine.Layout(ctx, graphviz.Job{DOT: g.Bytes(), Program: program})
		if err != nil {
			return 0, tooMuch(d, program, err)
		}
		if plan != nil {
			plan.release(placed)
		}
		turnBack(d, placed)
		if err := d.missing(placed); err != nil {
			return 0, err
		}
		if d.settles() {
			crossed = d.settleLabels(placed)
		} else {
			d.settleCovered(placed)
		}
		hides := d.hiddenStandings(placed)
		if cost := awkwardness(placed, crossed) * (1 + float64(hides*hides)); best == nil || cost < least {
			best, least, hidden, d.direction = placed, cost, hides, direction
		}
		return crossed, nil
	}
	clear := false
	for _, direction := range directions(d, program, plan) {
		crossed, err := try(direction, 1)
		if err != nil {
			return nil, err
		}
		clear = clear || crossed == 0
		if crossed == 0 && off(best.Width, best.Height) == 1 {
			break // the other direction takes as long again
		}
	}
	for _, spacing := range []float64{1.4, 1.9} {
		spaced := program == string(entities.Dot) && len(d.boxes) <= spacedNodes
		if clear || !spaced && (hidden == 0 || !d.settles()) {
			break
		}
		crossed, err := try(d.direction, spacing)
		if err != nil {
			return nil, err
		}
		clear = crossed == 0
	}
	if d.settles() {
		r.reword(d, best)
	}
	return best, nil
}

// spacedNodes is the size up to which a view gets more room where a line runs through the
// label of another. Larger views cannot be had without that; they get it where something hides
// how a line stands.
const spacedNodes = 40

// turnBack lets lines that were laid out from their other end run as they do in the view.
func turnBack(d *diagram, placed *graphviz.Layout) {
	number := d.boxNumbers()
	routes := routesOf(placed)
	for i := range d.lines {
		route := routes[edgeName(i)]
		if route == nil || route.Tail == nodeName(number[d.lines[i].edge.From]) {
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

// leadsUp tells whether a line leads to what stands above: a ministry to its government. Such
// lines are laid out from above, so that ranks follow the order of offices.
func (l *line) leadsUp() bool { return l.edge.Relation != nil && upward[l.edge.Relation.Type] }

// boxNumbers finds the boxes of a diagram by the ids of their nodes.
func (d *diagram) boxNumbers() map[string]int {
	number := make(map[string]int, len(d.boxes))
	for i := range d.boxes {
		number[d.boxes[i].node.ID] = i
	}
	return number
}

// ends are the boxes that each line is laid out from and to.
func (d *diagram) ends() [][2]int {
	number := d.boxNumbers()
	ends := make([][2]int, len(d.lines))
	for i := range d.lines {
		l := &d.lines[i]
		ends[i] = [2]int{number[l.edge.From], number[l.edge.To]}
		if l.leadsUp() {
			slices.Reverse(ends[i][:])
		}
	}
	return ends
}

// missing is an error where something of the diagram has no place: a picture that leaves a
// line out, or the words on it, says something else than the case.
func (d *diagram) missing(placed *graphviz.Layout) error {
	routes := routesOf(placed)
	for i := range d.lines {
		route := routes[edgeName(i)]
		if route == nil || len(d.lines[i].drawn.lines) > 0 && route.Label == nil {
			return fmt.Errorf("the layout has no place for line %q", d.lines[i].edge.ID)
		}
	}
	for i := range d.boxes {
		if _, ok := placed.Nodes[nodeName(i)]; !ok {
			return fmt.Errorf("the layout has no place for node %q", d.boxes[i].node.ID)
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

// nodeName and edgeName are what Graphviz knows boxes and lines by; areaName, clusters.
func nodeName(i int) string    { return "n" + strconv.Itoa(i) }
func edgeName(i int) string    { return "e" + strconv.Itoa(i) }
func clusterName(i int) string { return "cluster" + strconv.Itoa(i) }

// What Graphviz keeps between things at the least.
const (
	nodeGap    = 0.32 // between nodes of a rank, in inches
	rankGap    = 0.5  // between ranks, in inches
	areaMargin = 12.0 // between an area and what stands in it, in points
)

// layoutGraph is what Graphviz is given; spacing is 1 for what dot keeps between things by
// default here, more for more.
func layoutGraph(d *diagram, program string, direction entities.Direction, spacing float64) *dot.Graph {
	g := &dot.Graph{
		ID: "layout",
		Attrs: []dot.Attr{
			{Key: "rankdir", Value: dot.Word(string(direction))},
			{Key: "nodesep", Value: dot.Number(nodeGap * spacing)},
			{Key: "ranksep", Value: dot.Number(rankGap * spacing)},
			{Key: "outputorder", Value: dot.Word("edgesfirst")},
		},
		NodeAttrs: []dot.Attr{{Key: "shape", Value: dot.Word("box")}, {Key: "fixedsize", Value: dot.Word("true")}, {Key: "label", Value: dot.Text(" ")}},
		EdgeAttrs: []dot.Attr{{Key: "arrowsize", Value: dot.Number(0.8)}},
	}
	g.Attrs = append(g.Attrs, room(d, program, spacing)...)
	g.Subgraphs = layoutAreas(d, "", direction)
	for i := range d.boxes {
		if d.boxes[i].node.Cluster == "" {
			g.Nodes = append(g.Nodes, layoutNode(d, i))
		}
	}
	for i, ends := range d.ends() {
		edge := dot.Edge{From: nodeName(ends[0]), To: nodeName(ends[1]), Attrs: layoutEdge(&d.lines[i], i)}
		if d.lines[i].leadsUp() {
			edge.Attrs = append(edge.Attrs, dot.Attr{Key: "dir", Value: dot.Word("back")})
		}
		g.Edges = append(g.Edges, edge)
	}
	return g
}

func layoutNode(d *diagram, i int) dot.Node {
	b := &d.boxes[i]
	attrs := []dot.Attr{{Key: "width", Value: dot.Number(b.w / 72)}, {Key: "height", Value: dot.Number(b.h / 72)}}
	if b.look.round {
		attrs = append(attrs, dot.Attr{Key: "shape", Value: dot.Word("ellipse")})
	}
	return dot.Node{ID: nodeName(i), Attrs: attrs}
}

// weight is how much Graphviz is to keep a line short and straight.
func (l *line) weight() float64 {
	if l.edge.Kind == network.FlowEdge {
		return 3
	}
	return 1
}

func layoutEdge(l *line, i int) []dot.Attr {
	attrs := []dot.Attr{{Key: "id", Value: dot.ID(edgeName(i))}}
	if len(l.drawn.lines) > 0 {
		attrs = append(attrs, dot.Attr{Key: "label", Value: dot.Blank(l.drawn.w+6, l.drawn.h+float64(2*l.pen.half())+4)})
	}
	if l.edge.Kind == network.FlowEdge {
		attrs = append(attrs, dot.Attr{Key: "arrowsize", Value: dot.Number(1.5)}, dot.Attr{Key: "weight", Value: dot.Number(l.weight())})
	}
	return attrs
}

// headedBelow tells whether an area's name stands at its lower edge. Lines lead to values, never
// from them: from top to bottom they all come from above.
func (a *area) headedBelow(direction entities.Direction) bool {
	return a.cluster.Figure != nil && direction == entities.TopBottom
}

// layoutAreas nests the clusters that stand in a parent.
func layoutAreas(d *diagram, parent string, direction entities.Direction) []dot.Subgraph {
	var areas []dot.Subgraph
	for i := range d.areas {
		a := &d.areas[i]
		if a.cluster.Parent != parent {
			continue
		}
		s := dot.Subgraph{ID: clusterName(i), Attrs: []dot.Attr{{Key: "margin", Value: dot.Number(areaMargin)}}}
		if len(a.words.lines) > 0 {
			s.Attrs = append(s.Attrs, dot.Attr{Key: "label", Value: dot.Blank(a.words.w+10, a.words.h+6)})
			if a.headedBelow(direction) {
				s.Attrs = append(s.Attrs, dot.Attr{Key: "labelloc", Value: dot.Word("b")})
			}
		}
		s.Subgraphs = layoutAreas(d, a.cluster.ID, direction)
		for j := range d.boxes {
			if d.boxes[j].node.Cluster == a.cluster.ID {
				s.Nodes = append(s.Nodes, layoutNode(d, j))
			}
		}
		areas = append(areas, s)
	}
	return areas
}
