package network

import (
	"testing"

	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/entities"
)

// What was edited by hand in a view counts in its sum.
func TestDigestOfEditedViews(t *testing.T) {
	c := &entities.Case{Entities: []entities.Entity{{ID: "ada", Type: "person"}}, Views: []entities.View{{ID: "all"}}}
	n := New(entities.NewIndex(c))
	sums := map[[32]byte]bool{}
	for _, label := range []string{"", "Ada", "Ada B."} {
		v := n.View(&c.Views[0])
		if label != "" {
			e := edits.Edit{Thing: edits.Thing{ID: "ada"}}
			e.Set(edits.Property{Name: edits.Label, Lang: "en"}, edits.Change{Was: "ada", Is: label})
			v.Edits = &edits.Overrides{View: "all", Edits: []edits.Edit{e}}
		}
		sums[n.Digest(v)] = true
	}
	if len(sums) != 3 {
		t.Errorf("%d sums of three views", len(sums))
	}
}
