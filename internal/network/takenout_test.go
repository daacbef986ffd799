package network_test

import (
	"testing"

	"example.org/graphgen/internal/casetest"
	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
)

// What a view shows and what it leaves out make up the case, whatever an editor took out of it.
func TestWhatIsTakenOutIsLeftOut(t *testing.T) {
	taken := 0
	for seed := range uint64(20) {
		n := network.New(entities.NewIndex(casetest.Random(seed)))
		spec := &entities.View{ID: "v"}
		whole := n.View(spec)
		for i := range whole.Nodes {
			node := &whole.Nodes[i]
			if node.Kind != network.EntityNode {
				continue
			}
			overrides := &edits.Overrides{View: "v"}
			overrides.Edit(edits.Thing{ID: node.ID}).Removed = &edits.Removal{Lang: "en", Was: node.ID}
			v := n.Edited(map[string]*edits.Overrides{"v": overrides}).View(spec)
			if got, want := v.LeftOut.Entities, whole.LeftOut.Entities+1; got != want || v.TakenOut.Entities != 1 {
				t.Fatalf("seed %d, without %s: %d entities are left out, want %d; %d are taken out", seed, node.ID, got, want, v.TakenOut.Entities)
			}
			if v.LeftOut.Relations-whole.LeftOut.Relations != v.TakenOut.Relations || v.LeftOut.Flows-whole.LeftOut.Flows != v.TakenOut.Flows {
				t.Errorf("seed %d, without %s: %+v is left out, was %+v, and %+v taken out", seed, node.ID, v.LeftOut, whole.LeftOut, v.TakenOut)
			}
			taken++
		}
	}
	if taken < 50 {
		t.Errorf("%d entities were taken out", taken)
	}
}
