package render

import (
	"maps"
	"slices"
	"testing"

	"example.org/graphgen/internal/edits"
)

// What an editor can give a node for a shape is drawn, and nothing else is.
func TestShapesOfEdits(t *testing.T) {
	if drawn := slices.Sorted(maps.Keys(outlines)); !slices.Equal(edits.Shapes(), drawn) {
		t.Errorf("edits can have %v, and drawn are %v", edits.Shapes(), drawn)
	}
}
