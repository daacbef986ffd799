package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/inputs"
	"example.org/graphgen/internal/output"
	"example.org/graphgen/internal/problem"
)

// turnAt waits for the turn to read a file and what is kept beside it, and to write them again.
func turnAt(path string) (done func(), err error) {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	if done, err = output.Turn(filepath.Dir(path)); err != nil {
		return nil, failure{exitDrawing, err}
	}
	return done, nil
}

// unusedKept tells which files are kept of views that the case does not have, such as of one that
// was given another id: nothing of them is drawn.
func unusedKept(beside *inputs.Folder, caseFile string, views []entities.View) problem.List {
	if caseFile == "-" {
		return nil
	}
	var found problem.List
	for _, folder := range []string{"edits", "places"} {
		for _, base := range beside.Names(folder) {
			view, isKept := strings.CutSuffix(base, ".json")
			if !isKept || slices.ContainsFunc(views, func(v entities.View) bool { return v.ID == view }) {
				continue
			}
			found = append(found, problem.Problem{
				Slug: edits.Unused, Severity: problem.Warning, Place: problem.Place{File: beside.Path(folder + "/" + base)},
				Message: fmt.Sprintf("nothing of this is drawn: the case has no view %q", problem.Printable(view)),
				Hint:    "if the view has another id now, give the file that name and write the id at its \"view\"; else remove it",
			})
		}
	}
	return found
}
