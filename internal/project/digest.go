package project

import (
	"crypto/sha256"
	"fmt"
	"maps"
	"path/filepath"
	"slices"

	"example.org/graphgen/internal/problem"
)

// Digest sums up all that was read. What could not be read counts as a content of its own.
func (p *Project) Digest() [sha256.Size]byte {
	sum := sha256.New()
	add := func(name string, data []byte, err any) {
		fmt.Fprintf(sum, "%s %d %v\n", name, len(data), err)
		sum.Write(data)
	}
	add(p.Path, p.Sum[:], messages(p.Problems))
	for _, source := range slices.Sorted(maps.Keys(p.Texts)) {
		add(p.Texts[source].Name, p.Texts[source].Data, p.Texts[source].Err)
	}
	for _, view := range slices.Sorted(maps.Keys(p.Overrides)) {
		add(OverridesPath(p.Path, view), p.Overrides[view].Text, messages(p.Overrides[view].Problems))
	}
	for _, view := range slices.Sorted(maps.Keys(p.Placements)) {
		add(PlacementPath(p.Path, view), p.Placements[view].Text, messages(p.Placements[view].Problems))
	}
	add("", nil, messages(p.unused))
	return [sha256.Size]byte(sum.Sum(nil))
}

func messages(problems problem.List) (all []string) {
	for _, p := range problems {
		all = append(all, p.Message)
	}
	return all
}

// textPaths are where the case has the texts of its sources, whether or not they are there.
func (p *Project) textPaths() []string {
	var paths []string
	for _, s := range p.File.Case.Sources {
		if namesText(s) {
			paths = append(paths, filepath.Join(filepath.Dir(p.Path), filepath.FromSlash(s.Text.Path)))
		}
	}
	return paths
}

// keptPaths are where the overrides and the placements of the views are kept, if there are any.
func (p *Project) keptPaths() []string {
	var paths []string
	for _, view := range p.File.Case.Views {
		paths = append(paths, PlacementPath(p.Path, view.ID), OverridesPath(p.Path, view.ID))
	}
	return paths
}
