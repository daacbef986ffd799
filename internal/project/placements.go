package project

import (
	"bytes"

	"example.org/graphgen/internal/output"
	"example.org/graphgen/internal/places"
)

// KeptPlacement tells what became of the file of a view's placement.
type KeptPlacement struct {
	View    string
	Path    string
	Places  *places.Places // nil where dot does not lay the view out, so that there is nothing to keep
	Written bool           // the file said otherwise before
}

// KeepPlacements writes where the nodes of views stand, for every later drawing. A file that was
// changed since the case was checked stays, and is an error.
func (c *Checked) KeepPlacements(all map[string]*places.Places) ([]KeptPlacement, error) {
	if err := expectFolder(c.Path, placementsFolder); err != nil {
		return nil, err
	}
	done, err := Turn(c.Path)
	if err != nil {
		return nil, err
	}
	defer done()
	var kept []KeptPlacement
	for _, view := range c.Network.Index().Case.Views {
		k := KeptPlacement{View: view.ID, Path: PlacementPath(c.Path, view.ID), Places: all[view.ID]}
		if before := c.placements[view.ID].Text; k.Places != nil && (before == nil || !bytes.Equal(before, k.Places.Bytes())) {
			if err := output.Keep(k.Path, before, k.Places.Bytes()); err != nil {
				return kept, &WriteError{err}
			}
			k.Written = true
		}
		kept = append(kept, k)
	}
	return kept, nil
}
