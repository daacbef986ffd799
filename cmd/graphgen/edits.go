package main

import (
	"path/filepath"

	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/inputs"
	"example.org/graphgen/internal/merge"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/problem"
	"example.org/graphgen/internal/render"
)

// editsPath is where a view's edits are kept: beside the case file, in a folder of its own.
func editsPath(caseFile, view string) string {
	return filepath.Join(filepath.Dir(caseFile), filepath.FromSlash(editsName(view)))
}

// editsName is the same, seen from the folder of the case file.
func editsName(view string) string { return "edits/" + view + ".json" }

// readEdits reads the edits that are kept of views, by their ids, and says what is wrong with the
// files. A case from standard input has none.
func readEdits(beside *inputs.Folder, caseFile string, views []entities.View) (map[string]merge.Kept, problem.List) {
	kept := map[string]merge.Kept{}
	var problems problem.List
	if caseFile == "-" {
		return kept, nil
	}
	for _, view := range views {
		k, wrong := readViewEdits(beside, caseFile, view.ID)
		problems = append(problems, wrong...)
		if k.Layer != nil {
			kept[view.ID] = k
		}
	}
	return kept, problems
}

// readViewEdits reads the edits of one view; there may be none.
func readViewEdits(beside *inputs.Folder, caseFile, view string) (merge.Kept, problem.List) {
	path := editsPath(caseFile, view)
	data, wrong := readKept(beside, editsName(view), "the view's edits are kept there; remove it to be free of them")
	if data == nil {
		return merge.Kept{File: path}, wrong
	}
	layer, wrong := edits.Read(path, data, view)
	return merge.Kept{Layer: layer, File: path, Text: data}, wrong
}

// layers are the edits of views that are drawn.
type layers map[string]*edits.Layer

// layersOf are the edits that are kept, whether they are drawn or in conflict with the case.
func layersOf(kept map[string]merge.Kept) layers {
	all := layers{}
	for view, k := range kept {
		all[view] = k.Layer
	}
	return all
}

// judge tells what is wrong with the edits that are kept of the views of a network without edits,
// and which of them are drawn.
func judge(n *network.Network, kept map[string]merge.Kept) (layers, problem.List) {
	drawn := layers{}
	var problems problem.List
	for i := range n.Index().Case.Views {
		spec := &n.Index().Case.Views[i]
		k, edited := kept[spec.ID]
		if !edited {
			continue
		}
		layer, found := merge.Problems(n, n.View(spec), k, groundsOf(n, spec, k.Layer.Languages()))
		problems = append(problems, found...)
		drawn[spec.ID] = layer
	}
	return drawn, problems
}

// groundsOf are what a view says and looks like without edits, in its case's language and others.
func groundsOf(n *network.Network, spec *entities.View, languages []string) map[string]edits.Ground {
	grounds := map[string]edits.Ground{}
	for _, lang := range append([]string{n.Index().Case.Language}, languages...) {
		if grounds[lang] == nil {
			grounds[lang] = render.New(n.Index(), nil, lang).Ground(n.View(spec))
		}
	}
	return grounds
}
