package render

import (
	"bytes"
	"context"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/layout"
	"example.org/graphgen/internal/layout/geometry"
	"example.org/graphgen/internal/layout/graphviz"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/places"
)

// laid is a view with its layout.
type laid struct {
	*diagram
	placed  *layout.Placement
	places  *places.Places
	warning string // why the places that were kept are not its own
}

// layView lays out the first view of a case, with the places that were kept for it, if any.
func layView(t testing.TB, engine *graphviz.Engine, c *entities.Case, kept *places.Places) laid {
	t.Helper()
	x := entities.NewIndex(c)
	r := New(x, engine, "")
	r.Kept = map[string]*places.Places{c.Views[0].ID: kept}
	d := r.compose(network.New(x).View(&c.Views[0]))
	placed, err := r.layOut(context.Background(), d)
	if err != nil {
		t.Fatalf("%d nodes and %d lines: %v", len(d.nodes), len(d.edges), err)
	}
	warning := r.warnings(d, placed).Placement
	return laid{d, placed, placesOf("all", placed.Ranks()), warning}
}

// positions returns for each node of those that both layouts have its rank, and its number in the
// rank among them.
func positions(p *places.Places, both func(string) bool) map[string][2]int {
	positions := map[string][2]int{}
	for r, rank := range p.Ranks {
		n := 0
		for _, id := range rank {
			if !strings.HasPrefix(id, places.Passing) && both(id) {
				positions[id] = [2]int{r, n}
				n++
			}
		}
	}
	return positions
}

// displaced counts the nodes of one layout that have another rank or order in another.
func displaced(before, after laid) int {
	had, have := map[string]bool{}, map[string]bool{}
	for i := range before.nodes {
		had[before.nodes[i].ID] = true
	}
	for i := range after.nodes {
		have[after.nodes[i].ID] = true
	}
	was := positions(before.places, func(id string) bool { return have[id] })
	is := positions(after.places, func(id string) bool { return had[id] })
	n := 0
	for id := range was {
		if was[id] != is[id] {
			n++
		}
	}
	return n
}

// shifts returns how far the nodes of one layout are from where they were in the other, the
// median and the most, in hundredths of the picture's longer side.
func shifts(before, after laid) (median, most float64) {
	at := map[string]layout.Point{}
	for i := range before.nodes {
		at[before.nodes[i].ID] = before.placed.Nodes[i]
	}
	var by []float64
	for i := range after.nodes {
		if was, ok := at[after.nodes[i].ID]; ok {
			is := after.placed.Nodes[i]
			by = append(by, math.Hypot(is.X-was.X, is.Y-was.Y)*100/max(before.placed.Width, before.placed.Height))
		}
	}
	slices.Sort(by)
	return by[len(by)/2], by[len(by)-1]
}

// One entity is added: with kept places, no other changes its rank or its order in the rank.
// The table says what would have changed without, and how far the others moved.
func TestStability(t *testing.T) {
	if testing.Short() {
		t.Skip("many layouts take long under -short's race detector")
	}
	engine := engineFor(t, graphviz.Options{})
	var table strings.Builder
	fmt.Fprintf(&table, "%4s %5s %5s %-8s %2s | %-22s | %-22s | %s\n", "case", "nodes", "lines", "clusters", "", "changed rank or order", "moved, median and most", "without places")
	changed, others, changedFree := 0, 0, 0
	for seed := range uint64(24) {
		g := grow(10+int(seed*50/23), seed)
		loose := layView(t, engine, g.Case, nil)
		before := layView(t, engine, g.Case, loose.places)
		g.add("new")
		after := layView(t, engine, g.Case, before.places)
		free := layView(t, engine, g.Case, nil)
		if after.warning != "" {
			t.Errorf("case %d: %s", seed, after.warning)
		}
		n, f := displaced(before, after), displaced(loose, free)
		changed, others, changedFree = changed+n, others+len(before.nodes), changedFree+f
		median, most := shifts(before, after)
		freeMedian, freeMost := shifts(loose, free)
		fmt.Fprintf(&table, "%4d %5d %5d %-8s %2s | %8d of %-10d | %8.0f %% %8.0f %% | %d, %.0f %% and %.0f %%\n", seed, len(before.nodes), len(before.edges),
			g.Views[0].Cluster, after.placed.Direction, n, len(before.nodes), median, most, f, freeMedian, freeMost)
	}
	t.Logf("\n%s%d of %d others changed rank or order when one was added; without kept places it would have been %d", table.String(), changed, others, changedFree)
	if changed > 0 {
		t.Errorf("%d others changed rank or order", changed)
	}
	if changedFree == 0 {
		t.Error("nothing changes without kept places either: this shows nothing")
	}
}

// A layout that is kept and laid out again is the same in all that is kept, whatever comes.
func TestKeptAgain(t *testing.T) {
	if testing.Short() {
		t.Skip("many layouts take long under -short's race detector")
	}
	engine := engineFor(t, graphviz.Options{})
	for seed := range uint64(12) {
		g := grow(12+int(seed*3)%50, 100+seed)
		free := layView(t, engine, g.Case, nil)
		kept := layView(t, engine, g.Case, free.places)
		if !bytes.Equal(kept.places.Bytes(), free.places.Bytes()) {
			t.Errorf("case %d: kept again they are\n%s\nand were\n%s", seed, kept.places.Bytes(), free.places.Bytes())
		}
		g.add("new")
		g.add("newer")
		grown := layView(t, engine, g.Case, kept.places)
		if n := displaced(kept, grown); n > 0 {
			t.Errorf("case %d: with two more, %d have another place", seed, n)
		}
		again := layView(t, engine, g.Case, grown.places)
		if !bytes.Equal(again.places.Bytes(), grown.places.Bytes()) {
			t.Errorf("case %d: with two more, kept again they are\n%s\nand were\n%s", seed, again.places.Bytes(), grown.places.Bytes())
		}
		if !reflect.DeepEqual(again.placed.Nodes, grown.placed.Nodes) || !reflect.DeepEqual(again.placed.Edges, grown.placed.Edges) || !reflect.DeepEqual(again.placed.Clusters, grown.placed.Clusters) {
			t.Errorf("case %d: the same places give another layout", seed)
		}
	}
}

// What is taken away leaves the rest where it is.
func TestKeptWithoutSome(t *testing.T) {
	if testing.Short() {
		t.Skip("many layouts take long under -short's race detector")
	}
	engine := engineFor(t, graphviz.Options{})
	for seed := range uint64(6) {
		g := grow(20+int(seed)*4, 300+seed)
		g.Views[0].Cluster = "" // by relations that go, clusters come and go
		before := layView(t, engine, g.Case, nil)
		for range 3 {
			gone := g.Entities[g.rand.IntN(len(g.Entities))].ID
			g.Views[0].Exclude.IDs = append(g.Views[0].Exclude.IDs, gone)
			after := layView(t, engine, g.Case, before.places)
			if len(after.nodes) >= len(before.nodes) {
				t.Fatalf("case %d: nothing went", seed)
			}
			was, is := orderOf(before, after), orderOf(after, before)
			if !slices.EqualFunc(was, is, slices.Equal) {
				t.Errorf("case %d without %s: the others stand as\n%v\nand stood as\n%v", seed, gone, is, was)
			}
		}
	}
}

// orderOf returns the ranks of a layout with what another has of each as well, and without
// those of which that leaves nothing.
func orderOf(l, other laid) [][]string {
	shared := map[string]bool{}
	for i := range other.nodes {
		shared[other.nodes[i].ID] = true
	}
	var ranks [][]string
	for _, rank := range l.places.Ranks {
		rank = slices.DeleteFunc(slices.Clone(rank), func(id string) bool { return !shared[id] })
		if len(rank) > 0 {
			ranks = append(ranks, rank)
		}
	}
	return ranks
}

// Whatever a file says that can be read, Graphviz lays out as planned: ids in any order and any
// rank, of some nodes alone, and lines and clusters said to pass where they cannot.
func TestAnyPlacesAreKept(t *testing.T) {
	if testing.Short() {
		t.Skip("many layouts take long under -short's race detector")
	}
	engine := engineFor(t, graphviz.Options{})
	for seed := range uint64(12) {
		g := grow(10+int(seed)*2, 400+seed)
		d := layView(t, engine, g.Case, nil).diagram
		kept := &places.Places{View: "all", Direction: []entities.Direction{"LR", "RL", "TB", "BT"}[seed%4], Ranks: make([][]string, 5)}
		g.Views[0].Direction = ""
		put := func(id string) {
			r := g.rand.IntN(len(kept.Ranks))
			kept.Ranks[r] = slices.Insert(kept.Ranks[r], g.rand.IntN(len(kept.Ranks[r])+1), id)
		}
		for i := range d.nodes {
			if g.rand.IntN(5) > 0 {
				put(d.nodes[i].ID)
			}
		}
		for i := range d.edges {
			put(places.Passing + d.edges[i].ID)
		}
		for i := range d.clusters {
			put(places.Passing + d.clusters[i].ID)
		}
		put("nobody")
		after := layView(t, engine, g.Case, kept)
		if after.warning != "" {
			t.Errorf("case %d: %s\n%s", seed, after.warning, kept.Bytes())
		}
		for i := range after.clusters {
			apartFromOthers(t, after, i)
		}
	}
}

// apartFromOthers wants all that stands in a cluster within it, and all else outside.
func apartFromOthers(t *testing.T, l laid, area int) {
	t.Helper()
	place, id := l.placed.Clusters[area], l.clusters[area].ID
	around := geometry.Rect{Left: place.X, Top: place.Y, Right: place.X + place.Width, Bottom: place.Y + place.Height}
	parent := map[string]string{}
	for i := range l.clusters {
		parent[l.clusters[i].ID] = l.clusters[i].Parent
	}
	for i := range l.nodes {
		box := geometry.Centred(l.placed.Nodes[i].X, l.placed.Nodes[i].Y, l.nodes[i].w, l.nodes[i].h)
		inside := false
		for of := l.nodes[i].Cluster; of != ""; of = parent[of] {
			inside = inside || of == id
		}
		switch {
		case inside && !box.Within(around.Grown(0.5)):
			t.Errorf("%s reaches out of %s", l.nodes[i].ID, id)
		case !inside && box.Overlaps(around):
			t.Errorf("%s stands in %s", l.nodes[i].ID, id)
		}
	}
}

// Places that a view cannot have are not used, and it says why.
func TestPlacementWarnings(t *testing.T) {
	engine := engineFor(t, graphviz.Options{})
	for _, test := range []struct {
		change func(*entities.View, *places.Places)
		why    string
	}{
		{func(*entities.View, *places.Places) {}, ""},
		{func(v *entities.View, p *places.Places) { v.Direction = p.Direction }, ""},
		{func(v *entities.View, p *places.Places) { v.Direction = "BT" }, "its direction is BT now"},
		{func(v *entities.View, p *places.Places) { v.Layout = entities.Neato }, "its layout is neato"},
		{func(v *entities.View, p *places.Places) { p.Ranks = [][]string{{"nobody"}, {}} }, "none of the nodes"},
	} {
		g := grow(12, 500)
		kept := layView(t, engine, g.Case, nil).places
		test.change(&g.Views[0], kept)
		after := layView(t, engine, g.Case, kept)
		if test.why == "" && after.warning != "" || !strings.Contains(after.warning, test.why) {
			t.Errorf("it warns of %q, want %q", after.warning, test.why)
		}
	}
}
