package check

import (
	"testing"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/hedges"
)

// TestStandingsOfHedges holds the words that lines print by how they stand to the names of their standings.
func TestStandingsOfHedges(t *testing.T) {
	if string(entities.Alleged) != hedges.Alleged || string(entities.Rumoured) != hedges.Rumoured {
		t.Errorf("hedges calls them %q and %q", hedges.Alleged, hedges.Rumoured)
	}
}
