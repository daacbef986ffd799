package render

import (
	"maps"
	"slices"
	"testing"

	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/entities"
)

// What an editor can give a node for a shape is drawn, and nothing else is.
func TestShapesOfEdits(t *testing.T) {
	if drawn := slices.Sorted(maps.Keys(outlines)); !slices.Equal(edits.Shapes(), drawn) {
		t.Errorf("edits can have %v, and drawn are %v", edits.Shapes(), drawn)
	}
}

// Whatever shape the published file of a view has a type in, an editor can give to another.
func TestShapesOfTypesCanBeGiven(t *testing.T) {
	for _, kind := range entities.EntityTypes() {
		l, drawn := looks[kind]
		if !drawn || !slices.Contains(edits.Shapes(), l.shape) {
			t.Errorf("a %s is published as %q, which no editor may give", kind, l.shape)
		}
	}
}
