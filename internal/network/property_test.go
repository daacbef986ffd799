package network

import (
	"encoding/json"
	"math/rand/v2"
	"slices"
	"testing"

	"example.org/graphgen/internal/entities"
)

// inAnyView calls check with many views of the small case.
func inAnyView(t *testing.T, check func(t *testing.T, r *rand.Rand, n *Network, spec entities.View, v *View)) {
	t.Helper()
	c := smallCase()
	n := New(entities.NewIndex(c))
	for seed := range uint64(2_000) {
		r := rand.New(rand.NewPCG(seed, 1))
		spec := randomSpec(r, c)
		check(t, r, n, spec, n.View(&spec))
		if t.Failed() {
			t.Fatalf("seed %d, view %+v", seed, spec)
		}
	}
}

func TestEveryLineHasItsNodesAndIDsAreUnique(t *testing.T) {
	inAnyView(t, func(t *testing.T, _ *rand.Rand, _ *Network, _ entities.View, v *View) {
		clusters, edges := set{}, set{}
		for _, c := range v.Clusters {
			if clusters[c.ID] || v.Node(c.ID) != nil {
				t.Errorf("cluster %s is not the only one of that id", c.ID)
			}
			clusters[c.ID] = true
		}
		for i, n := range v.Nodes {
			if i > 0 && v.Nodes[i-1].ID == n.ID {
				t.Errorf("node %s twice", n.ID)
			}
			if n.Cluster != "" && !clusters[n.Cluster] {
				t.Errorf("node %s stands in %s, which is not there", n.ID, n.Cluster)
			}
		}
		for _, c := range v.Clusters {
			if c.Parent != "" && !clusters[c.Parent] {
				t.Errorf("cluster %s stands in %s, which is not there", c.ID, c.Parent)
			}
		}
		for _, e := range v.Edges {
			if v.Node(e.From) == nil || v.Node(e.To) == nil || edges[e.ID] {
				t.Errorf("line %s from %s to %s lacks a node or is there twice", e.ID, e.From, e.To)
			}
			edges[e.ID] = true
		}
	})
}

func TestShownAndLeftOutAreTheWholeCase(t *testing.T) {
	c := smallCase()
	want := LeftOut{Entities: len(c.Entities), Relations: len(c.Relations), Flows: len(c.Flows), Figures: len(c.Figures)}
	inAnyView(t, func(t *testing.T, _ *rand.Rand, n *Network, spec entities.View, v *View) {
		got := v.LeftOut
		for _, n := range v.Nodes {
			if n.Kind == EntityNode {
				got.Entities++
			}
		}
		for _, e := range v.Edges {
			switch {
			case e.Kind == RelationEdge:
				got.Relations++
			case e.Kind == FlowEdge && e.Leg == 1:
				got.Flows++
			}
		}
		for _, c := range v.Clusters {
			if c.Figure != nil {
				got.Figures++
			}
		}
		if got != want {
			t.Errorf("shown and left out are %+v, want %+v", got, want)
		}
		if n.Selects(&spec) != (len(v.Nodes) > 0) {
			t.Errorf("selects: %v, with %d nodes", n.Selects(&spec), len(v.Nodes))
		}
	})
}

// A view looks only where include points; no line or entity that its rules let in may lie elsewhere.
func TestLooksWhereverTheRulesReach(t *testing.T) {
	inAnyView(t, func(t *testing.T, _ *rand.Rand, n *Network, spec entities.View, _ *View) {
		spec.Around, spec.Path = entities.Around{}, entities.Path{}
		rules := n.selectorOf(&spec)
		found := rules.shown(&spec)
		for _, e := range n.entities {
			if rules.hasEntity(e.ID) != found.hasEntity(e.ID) && !rules.onlySpeaks(e.ID) {
				t.Errorf("entity %s is shown: %v", e.ID, found.hasEntity(e.ID))
			}
		}
		for _, r := range n.relations {
			if rules.hasRelation(r) != found.hasRelation(r) {
				t.Errorf("relation %s is shown: %v", r.ID, found.hasRelation(r))
			}
		}
		for _, f := range n.flows {
			if rules.hasFlow(f) != found.hasFlow(f) {
				t.Errorf("flow %s is shown: %v", f.ID, found.hasFlow(f))
			}
		}
	})
}

// No selection changes how a line stands, who speaks for it or who denies it.
func TestNoViewRaisesAStanding(t *testing.T) {
	inAnyView(t, func(t *testing.T, _ *rand.Rand, n *Network, _ entities.View, v *View) {
		for _, e := range v.Edges {
			if e.Kind == RelationEdge && !sameAccount(e.Verdict, n.index.StandRelation(e.Relation)) {
				t.Errorf("%s stands as %+v", e.ID, e.Verdict)
			}
		}
		for _, node := range v.Nodes {
			if node.Kind == ValueNode && !sameAccount(node.Verdict, n.index.Stand(node.Value.Claims, false)) {
				t.Errorf("%s stands as %+v", node.ID, node.Verdict)
			}
		}
	})
}

func sameAccount(a, b entities.Verdict) bool {
	return a.Standing == b.Standing && a.Unsubstantiated == b.Unsubstantiated &&
		slices.Equal(a.Hedges, b.Hedges) && slices.Equal(a.Claims(), b.Claims())
}

func TestParallelRelationsStayTogether(t *testing.T) {
	c := smallCase()
	inAnyView(t, func(t *testing.T, _ *rand.Rand, n *Network, spec entities.View, v *View) {
		if len(spec.Include.Relations)+len(spec.Include.IDs)+len(spec.Exclude.Relations)+len(spec.Exclude.IDs) > 0 || spec.Path.From != "" {
			return
		}
		for i := range c.Relations {
			r := &c.Relations[i]
			if v.Node(r.From) != nil && v.Node(r.To) != nil && edge(v, r.ID).Relation == nil && bothChosen(spec, n, r) {
				t.Errorf("%s is left out between its ends", r.ID)
			}
		}
	})
}

// bothChosen tells whether include names both ends, rather than a line or figure bringing them.
func bothChosen(spec entities.View, n *Network, r *entities.Relation) bool {
	include := choiceOf(spec.Include)
	_, from := include.entity(n.index.Entity(r.From))
	_, to := include.entity(n.index.Entity(r.To))
	return (from && to || include.empty()) && spec.Around.Entity == ""
}

func TestOrderOfTheCaseFileChangesNothing(t *testing.T) {
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 2))
		spec := randomSpec(r, smallCase())
		want := account(t, smallCase(), spec)
		mix(r, spec.Include.IDs)
		mix(r, spec.Exclude.IDs)
		mix(r, spec.Include.Types)
		if got := account(t, shuffled(smallCase(), r), spec); got != want {
			t.Fatalf("seed %d, view %+v:\n%s\nwant\n%s", seed, spec, got, want)
		}
	}
}

// account writes out a view and its dropped denials, by id where the case's own order shows.
func account(t *testing.T, c *entities.Case, spec entities.View) string {
	t.Helper()
	n := New(entities.NewIndex(c))
	v := n.View(&spec)
	type line struct {
		ID, From, To string
		Leg          int
		Verdict      entities.Verdict
	}
	var lines []line
	for _, e := range v.Edges {
		lines = append(lines, line{e.ID, e.From, e.To, e.Leg, e.Verdict})
	}
	type shape struct {
		ID, Cluster string
		Hub         bool
		Offices     []string
	}
	var shapes []shape
	for _, node := range v.Nodes {
		s := shape{ID: node.ID, Cluster: node.Cluster, Hub: node.Hub}
		for _, o := range node.Offices {
			s.Offices = append(s.Offices, o.Entity.ID)
		}
		shapes = append(shapes, s)
	}
	type box struct{ ID, Parent string }
	var boxes []box
	for _, c := range v.Clusters {
		boxes = append(boxes, box{c.ID, c.Parent})
	}
	written, err := json.Marshal([]any{shapes, lines, boxes, v.LeftOut, n.DroppedDenials(&spec)})
	if err != nil {
		t.Fatal(err)
	}
	return string(written)
}
